"""The text of a table in a file: its encoding found, its lines read one by one."""

import codecs
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Final, TextIO

from annotator.errors import FormatError
from annotator.text.decoding import DecodeRefused, RefusalReason, decode

_CHUNK: Final = 1024 * 1024
_FEW: Final = 0.02
_STRAY: Final = 20
"""Control characters that a text may hold however short it is."""
_AROUND: Final = 128 * 1024
_CONTROLS: Final = bytes({*range(8), *range(14, 27)})
_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def encoding_of_head(head: bytes) -> str:
    """Return the likely encoding of a file that begins so. Raises ValueError: no text."""
    for mark, name in _MARKS:
        if head.startswith(mark):
            return name
    if len(head) - len(head.translate(None, _CONTROLS)) > _FEW * len(head) + _STRAY:
        raise ValueError("it is no text")
    try:
        codecs.getincrementaldecoder("utf-8")().decode(head)
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"


def encoding_of(path: Path, limit: int | None = None) -> str:
    """Return the encoding of a text file, as Python calls it.

    The whole file is looked at, or its first `limit` bytes: a table may be ASCII for thousands of
    rows. Damaged UTF-8 is UTF-8, so that only the damaged rows are lost. Raises FormatError for
    what is no text, OSError.
    """
    with path.open("rb") as file:
        head = file.read(_CHUNK)
        for mark, name in _MARKS:
            if head.startswith(mark):
                return name
        if head.count(0) > _FEW * len(head):
            raise FormatError(path, 0, "it is no text: it is full of NUL characters")
        decoder = codecs.getincrementaldecoder("utf-8")()
        at, chunk = 0, head
        while chunk:
            try:
                decoder.decode(chunk)
            except UnicodeDecodeError as error:
                return _guessed(path, file, max(0, at + error.start - 4))
            at += len(chunk)
            if limit is not None and at >= limit:
                break
            chunk = file.read(_CHUNK)
    return "utf-8"


def _guessed(path: Path, file: BinaryIO, place: int) -> str:
    """Return the encoding that explains the bytes around a place which is no UTF-8."""
    file.seek(max(0, place - _AROUND // 2))
    around = file.read(_AROUND)
    first, last = around.find(b"\n"), around.rfind(b"\n")
    whole_lines = around[first + 1 : last] if first < _AROUND // 2 - 1 < last else around
    try:
        # a row with NUL is refused by itself
        return decode(whole_lines.replace(b"\0", b"")).encoding
    except DecodeRefused as error:
        if error.reason in {RefusalReason.UNREADABLE, RefusalReason.SURROGATE}:
            return "utf-8"
        raise FormatError(path, 0, f"it is no text: {error.reason}") from error


@contextmanager
def opened(path: Path, encoding: str) -> Iterator[TextIO]:
    """Open a text file, line ends as they are; bytes that are no text become lone surrogates."""
    errors = "surrogatepass" if encoding.startswith(("utf-16", "utf-32")) else "surrogateescape"
    with path.open(encoding=encoding, errors=errors, newline="") as file:
        yield file


def shown(encoding: str) -> str:
    """Return the name of an encoding as the metadata of an article have it."""
    return {"utf-8-sig": "utf-8", "utf-16": "utf-16", "utf-32": "utf-32"}.get(encoding, encoding)
