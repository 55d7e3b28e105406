"""Plain text: one article a file, in whatever encoding (docs/formats/plain-text.md)."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from annotator.errors import FormatError
from annotator.formats.base import USUAL, FormatInfo, Kind, Left, Reading, ReadOptions, StandsAlone
from annotator.formats.news_file import Article, reading_of

LIMIT: Final = 64 * 1024 * 1024
"""Largest file in bytes: a longer one is no article, and is not read."""
GUESSED: Final = "guessed_encoding"
"""Said of a text whose encoding no rule decided but likelihood; the detail names the encoding."""


class PlainText(StandsAlone):
    """Text as it is; asked when no other format wants a file."""

    info = FormatInfo("text", "Plain text", (".txt", ".text", ".md"), reads=True, kind=Kind.TEXT)

    def accepts(self, head: bytes, path: Path) -> bool:  # noqa: ARG002 - the head says it
        from annotator.text.decoding import is_foreign

        return not is_foreign(head)

    def read(self, path: Path, options: ReadOptions = USUAL) -> Iterator[Reading]:  # noqa: ARG002
        size = path.stat().st_size
        if size > LIMIT:
            return iter((Reading(0, size, FormatError(path, 0, "too_large")),))
        return reading_of(path, _article, LIMIT)


FORMAT = PlainText()


def _article(path: Path) -> Article:
    from annotator.text.decoding import DecodeRefused, decode

    try:
        decoded = decode(path.read_bytes())
    except DecodeRefused as error:
        raise FormatError(path, 0, str(error.reason)) from error
    left = (Left(GUESSED, "", decoded.encoding),) if decoded.guessed else ()
    return Article(decoded.text, metadata={"encoding": decoded.encoding}, left=left)
