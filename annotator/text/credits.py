"""Credits of pictures, and the names and letters of reporters at the end of a line."""

import re
from typing import Final, NamedTuple

from annotator.text.outlets import outlet_named

_WHO: Final = r"[^()\[\]\n]{2,60}"
_PHOTO: Final = re.compile(
    rf"[(\[]\s?(?:(?:Foto|FOTO|Photo)\b\s?[:/]?\s?{_WHO}|(?:Dok|DOK|Doc|Dokumentasi|dok)\b\.?\s?[:/]?\s?{_WHO}"
    rf"|(?:ANTARA|Antara)\s(?:FOTO|Foto)/{_WHO}|[^()\[\]/\n]{{2,40}}/(?:HO|Ist|Istimewa|Dok|Foto)\b"
    rf"[^()\[\]\n]{{0,60}})[)\]]\.?\Z"
)
"""A credit that only pictures have."""
_NAMED: Final = re.compile(r"[(\[]([^()\[\]/\n]{2,40})/([^\W\d_][^()\[\]\n]{1,60})[)\]]\.?\Z")
_BARE: Final = re.compile(
    r"(?:(?<=[.!?)]\s)|\A)(ANTARA FOTO|ANTARA|TEMPO|Tempo|REPUBLIKA|Republika|MI|KOMPAS"
    r"|Kompas(?:\.com)?)/[A-Z][\w.'’ -]{1,40}(?:/[\w-]{1,12}){0,3}\.?\Z"
)
_CODE: Final = re.compile(r"(?:(?<=[.!?\"”]\s)|\A)\(([a-z]{2,5})/([a-z]{2,5})\)\.?\Z")
_SIGNED: Final = re.compile(r"([A-Z][\w.'’]*(?: [A-Z][\w.'’]*){0,3})\s?[-–|]\s?([\w. ]{3,30})")
_AGENCIES: Final = frozenset(("mi", "ap", "afp", "getty images", "epa", "jp", "sp", "istimewa"))
_CREDIT: Final = 110
"""Code points of the longest credit."""


_CODE_LENGTH: Final = 16


class Credit(NamedTuple):
    """A credit at the end of a line: where it starts, and whether only pictures have such."""

    start: int
    is_photo: bool


def credit_of(line: str) -> Credit | None:
    """Return the credit of a picture with which a line ends, None for none."""
    last = line[-2:].rstrip(".")[-1:]
    tail = max(0, len(line) - _CREDIT)
    if last and last in ")]":
        start = max(line.rfind("(", tail), line.rfind("[", tail))
        return _in_brackets(line, start) if start >= 0 else None
    bare = _BARE.search(line, tail) if "/" in line[tail:] else None
    return Credit(bare.start(), bare[1] == "ANTARA FOTO") if bare else None


def _in_brackets(line: str, start: int) -> Credit | None:
    if _PHOTO.match(line, start):
        if line[start + 1].islower() and line.endswith("."):
            return None  # "(dok. terlampir)." is inside the sentence
        return Credit(start, is_photo=True)
    named = _NAMED.match(line, start)
    if named and (outlet_named(named[1]) or named[1].strip().casefold() in _AGENCIES):
        return Credit(start, is_photo=False)
    return None


def author_of(line: str) -> tuple[str, str] | None:
    """Return name and outlet of a line such as "Rahmawati Ladiva - detikNews", None for others."""
    found = _SIGNED.fullmatch(line)
    outlet = outlet_named(found[2]) if found else ""
    return (found[1], outlet) if found and outlet else None


def code_of(line: str) -> int:
    """Return where the letters of reporter and editor begin, "(rdl/abc)", -1 for none."""
    if line[-2:].rstrip(".")[-1:] != ")":
        return -1
    found = _CODE.search(line, max(0, len(line) - _CODE_LENGTH))
    if found is None or found[1] == "dan" or found[2] == "atau":
        return -1
    return found.start()
