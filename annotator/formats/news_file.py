"""What readers of one article a file have in common."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Final, NamedTuple

from annotator.errors import FormatError
from annotator.formats.base import Bundle, Left, Reading
from annotator.model.document import Document, Original
from annotator.model.ids import DocumentId

FILE_LIMIT: Final = 64 * 1024 * 1024
"""Largest file in bytes."""
TEXT_LIMIT: Final = 16 * 1024 * 1024
"""Longest text in code points that is taken from a file."""


class Article(NamedTuple):
    """What was found in a file: a text with LF, a title or "", and what is known about it."""

    text: str
    title: str = ""
    metadata: Mapping[str, str] = {}
    original: Original | None = None
    left: tuple[Left, ...] = ()


def reading_of(
    path: Path, make: Callable[[Path], Article], limit: int = FILE_LIMIT
) -> Iterator[Reading]:
    """Hand out the one article of a file, or why there is none. Raises OSError."""
    size = path.stat().st_size
    try:
        content, left = _bundle(path, size, make, limit)
    except FormatError as error:
        yield Reading(0, size, error)
    else:
        yield Reading(0, size, content, left=left)


def _bundle(
    path: Path, size: int, make: Callable[[Path], Article], limit: int
) -> tuple[Bundle, tuple[Left, ...]]:
    if size > limit:
        raise FormatError(path, 0, f"longer than {limit} bytes")
    article = make(path)
    if not article.text.strip():
        raise FormatError(path, 0, "there is no text in it")
    if len(article.text) > TEXT_LIMIT:
        raise FormatError(path, 0, f"the text is longer than {TEXT_LIMIT} characters")
    metadata = {"source": path.name, **article.metadata}
    document = Document(DocumentId(""), article.title, article.text, metadata=metadata)
    return Bundle(document, (), {}, None, original=article.original), article.left
