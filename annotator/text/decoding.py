"""Bytes to text: find the encoding, fold line ends, change nothing else, ever."""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from annotator.errors import AnnotatorError


class RefusalReason(StrEnum):
    """Why bytes are no text for us. UNREADABLE is text in no encoding that can be told."""

    EMPTY = "empty"
    NUL = "nul"
    BINARY = "binary"
    SURROGATE = "surrogate"
    UNREADABLE = "unreadable"


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
    b"BZh91AY",
    b"\xfd7zXZ",
    b"7z\xbc\xaf",
    b"Rar!\x1a\x07",
    b"SQLite format 3\0",
    b"\x7fELF",
    b"MZ\x90",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    b"OggS",
    b"ID3\x03",
    b"ID3\x04",
)
_CONTROLS: Final = bytes({*range(1, 32), 0x7F} - set(b"\t\n\r\f\v\x1b"))
_CONTROL_SHARE: Final = 0.02
_FEW_CONTROLS: Final = 3
"""A text may hold this many stray control characters, however short it is."""
_SEEN: Final = re.compile("[^\\s\u200b\u2060\ufeff]")

_SAMPLE: Final = 256 * 1024
"""Bytes that the guess looks at; the whole is decoded with its answer."""
_BEYOND_ASCII: Final = re.compile(rb"[\x80-\xff]")
_UTF8_SEQUENCE: Final = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
)
_MOSTLY: Final = 0.8

_STRAY_LETTERS: Final = 3
_STRAY_SHARE: Final = 0.06
"""Accented letters in an Indonesian text: some names and loan words, not one in ten."""
_OUTSIDE_WORDS: Final = re.compile(
    "(?<=[^\\W\\d_])[^\\x00-\\x7f\\w\u2018\u2019\u2013\u2014\u2026´·\xa0\xad](?=[^\\W\\d_])"
    "|(?<=[a-zß-ÿ])[À-Þ](?=[a-zß-ÿ])|[ªºƒˆ˜¹²³¼-¾×÷¤¦¬¯¸µ¶]"
)
"""What a text read as cp1252 shows when it is none: signs and capitals inside words, rare signs."""


def decode(data: bytes) -> Decoded:
    """Return the text in `data`.

    UTF-8 with or without byte order mark; UTF-16 and UTF-32 by theirs; otherwise cp1252 where it is
    likely for an Indonesian text, and a guess by charset-normalizer for all others. CRLF and CR
    become LF. Raises DecodeRefused for nothing but blanks, NUL, the formats of other programs,
    lone surrogates, and bytes that no encoding explains (such as damaged UTF-8).
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


def is_foreign(head: bytes) -> bool:
    """Tell whether a file that begins so is of another kind of program, and no text at all."""
    return head.startswith(_MAGIC)


def _strict(body: bytes, codec: str) -> str:
    try:
        # Surrogates pass here and are named in `_checked`.
        return body.decode(codec, "strict" if codec == "utf-8-sig" else "surrogatepass")
    except UnicodeDecodeError as error:
        is_cesu = codec == "utf-8-sig" and _is_cesu(body)
        reason = RefusalReason.SURROGATE if is_cesu else RefusalReason.UNREADABLE
        raise DecodeRefused(reason) from error


def _checked(text: str, encoding: str, *, guessed: bool = False) -> Decoded:
    try:
        encoded = text.encode()
    except UnicodeEncodeError as error:
        raise DecodeRefused(RefusalReason.SURROGATE) from error
    controls = len(encoded) - len(encoded.translate(None, _CONTROLS))
    if controls > _FEW_CONTROLS and controls > _CONTROL_SHARE * len(encoded):
        raise DecodeRefused(RefusalReason.BINARY)
    if "\0" in text:
        raise DecodeRefused(RefusalReason.NUL)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not _SEEN.search(text):
        raise DecodeRefused(RefusalReason.EMPTY)
    return Decoded(text, encoding, guessed)


def _guess(data: bytes) -> Decoded:
    _checked(data.decode("ascii", "ignore") + ".", "ascii")  # the controls and NUL among them
    if _is_cesu(data):
        raise DecodeRefused(RefusalReason.SURROGATE)
    if _is_damaged_utf8(data):
        raise DecodeRefused(RefusalReason.UNREADABLE)
    if _is_western(data):
        return _checked(data.decode("cp1252"), "cp1252", guessed=True)
    for encoding in _likeliest(data):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        name = "cp1252" if text == data.decode("cp1252", "replace") else encoding
        return _checked(text, name, guessed=True)
    raise DecodeRefused(RefusalReason.UNREADABLE)


def _is_cesu(data: bytes) -> bool:
    """Tell whether the bytes are UTF-8 but for encoded surrogates."""
    try:
        data.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return False
    return True


def _is_damaged_utf8(data: bytes) -> bool:
    """Tell whether nearly all bytes beyond ASCII are UTF-8, as in a file that was cut off.

    Any other reading would turn each of its letters into two or three wrong ones.
    """
    beyond = sum(1 for _ in _BEYOND_ASCII.finditer(data))
    explained = sum(len(match[0]) for match in _UTF8_SEQUENCE.finditer(data))
    return explained > _MOSTLY * beyond


def _is_western(data: bytes) -> bool:
    """Tell whether bytes beyond ASCII are the quotes, dashes and few accents of cp1252.

    Indonesian is written in ASCII; what strays into an article from a word processor are these.
    On so few bytes a statistical guess is arbitrary: it takes the code page of Poland as often.
    """
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        return False
    letters = sum(map(str.isalpha, text))
    stray = sum(match[0].decode("cp1252").isalpha() for match in _BEYOND_ASCII.finditer(data))
    return stray <= max(_STRAY_LETTERS, _STRAY_SHARE * letters) and not _OUTSIDE_WORDS.search(text)


def _likeliest(data: bytes) -> list[str]:
    """Return the encodings charset-normalizer finds in a sample, the likeliest first."""
    from charset_normalizer import from_bytes

    first = _BEYOND_ASCII.search(data)
    assert first is not None  # ASCII is UTF-8
    start = max(data.rfind(b"\n", 0, first.start()), data.rfind(b" ", 0, first.start())) + 1
    found = from_bytes(data[start : start + _SAMPLE])
    # UTF-16 without a mark fits any even number of bytes, and UTF-8 has been tried.
    return [match.encoding for match in found if not match.encoding.startswith("utf")]
