"""Bytes to text: find the encoding, fold line ends, change nothing else, ever."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from annotator.errors import AnnotatorError


class RefusalReason(StrEnum):
    """Why bytes are no text for us."""

    EMPTY = "empty"
    NUL = "nul"
    BINARY = "binary"
    SURROGATE = "surrogate"


class DecodeRefused(AnnotatorError):
    """The bytes are no text; `reason` is a `RefusalReason`."""

    def __init__(self, reason: RefusalReason) -> None:
        super().__init__(str(reason))
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text and how it was read. `guessed` is True where no rule decided but likelihood."""

    text: str
    encoding: str
    guessed: bool = False


_MARKS: Final = (
    (b"\xef\xbb\xbf", "utf-8", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32-le", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be", "utf-16-be"),
)
_MAGIC: Final = (
    b"%PDF-",
    b"PK\x03\x04",
    b"PK\x05\x06",
    b"\x89PNG\r\n",
    b"\xff\xd8\xff",
    b"GIF87a",
    b"GIF89a",
    b"\x1f\x8b",
    b"BZh",
    b"\xfd7zXZ",
    b"7z\xbc\xaf",
    b"Rar!",
    b"SQLite format 3\0",
    b"\x7fELF",
    b"MZ\x90",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    b"OggS",
    b"ID3",
    b"RIFF",
)
_CONTROLS: Final = frozenset(range(32)) - frozenset(b"\t\n\r\f\x0b\x1b")
_CONTROL_SHARE: Final = 0.02
"""More control characters than this, and bytes of no known encoding are no text."""
_SAMPLE: Final = 256 * 1024
"""Bytes that the guess looks at; the whole is decoded with its answer."""


def decode(data: bytes) -> Decoded:
    """Return the text in `data`.

    UTF-8 with or without byte order mark; UTF-16 and UTF-32 by theirs; otherwise a guess by
    charset-normalizer. CRLF and CR become LF. Raises DecodeRefused for nothing but blanks, NUL,
    the formats of other programs, and lone surrogates.
    """
    if not data.strip():
        raise DecodeRefused(RefusalReason.EMPTY)
    for mark, name, codec in _MARKS:
        if data.startswith(mark):
            body = data if codec == "utf-8-sig" else data[len(mark) :]
            return _checked(_strict(body, codec), name)
    if data.startswith(_MAGIC):
        raise DecodeRefused(RefusalReason.BINARY)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _guess(data)
    return _checked(text, "utf-8")


def _strict(body: bytes, codec: str) -> str:
    try:
        return body.decode(codec)
    except UnicodeDecodeError as error:
        # UTF-16 goes wrong at half a surrogate pair, the others at bytes no text has.
        lone = codec.startswith("utf-16") and "surrogate" in error.reason
        reason = RefusalReason.SURROGATE if lone else RefusalReason.BINARY
        raise DecodeRefused(reason) from error


def _checked(text: str, encoding: str, *, guessed: bool = False) -> Decoded:
    if "\0" in text:
        raise DecodeRefused(RefusalReason.NUL)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        raise DecodeRefused(RefusalReason.EMPTY)
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise DecodeRefused(RefusalReason.SURROGATE) from error
    return Decoded(text, encoding, guessed)


def _guess(data: bytes) -> Decoded:
    sample = data[:_SAMPLE]
    if b"\0" in sample or sum(byte in _CONTROLS for byte in sample) > _CONTROL_SHARE * len(sample):
        raise DecodeRefused(RefusalReason.BINARY)
    if _is_cesu(data):
        raise DecodeRefused(RefusalReason.SURROGATE)
    for encoding in (_western(data), _likeliest(sample)):
        if encoding:
            try:
                return _checked(data.decode(encoding), encoding, guessed=True)
            except (UnicodeDecodeError, LookupError):
                continue
    # Every byte has a meaning in Latin-1: wrong letters that the user is told of beat no article.
    return _checked(data.decode("latin-1"), "latin-1", guessed=True)


def _is_cesu(data: bytes) -> bool:
    """Tell whether the bytes are UTF-8 but for encoded surrogates."""
    try:
        data.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return False
    return True


def _western(data: bytes) -> str:
    """Return "cp1252" where the bytes beyond ASCII are the quotes and dashes of that code page.

    Indonesian is written in ASCII; what strays into an article from a word processor are these.
    On so few bytes a statistical guess is arbitrary.
    """
    beyond = {byte for byte in data if byte > 0x7F}  # noqa: PLR2004 - the end of ASCII
    typographic = frozenset(
        b"\x80\x82\x84\x85\x8b\x91\x92\x93\x94\x95\x96\x97\x99\x9b\xa0\xa9\xab\xb0\xb7\xbb\xbd\xe9"
    )
    return "cp1252" if beyond <= typographic else ""


def _likeliest(sample: bytes) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(sample).best()
    return best.encoding if best is not None else ""
