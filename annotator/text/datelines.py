"""Datelines: where a story begins with its place and outlet.

"Martapura (ANTARA) - ", "JAKARTA, KOMPAS.com - ", "TEMPO.CO, Jakarta - ", "Jakarta - ".
"""

import re
from typing import Final, NamedTuple

from annotator.text.outlets import outlet_named

_LONGEST: Final = 80
_BREAK: Final = re.compile(r"\s+(?:--?|[–—])\s+|\s?(?:--|[–—])\s?|(?<=\))\s?-\s?|:\s+")
_DASH: Final = re.compile("[-–—:]")
"""Looked for first: it is the quicker search, and most lines have none."""
_IN_BRACKETS: Final = re.compile(r"(.{2,60}?)[\s,]*[(\[]([^()\[\]]{2,40})[)\]]")
_WORD: Final = r"[^\W\d_]['’.\w-]*"
_PLACE: Final = re.compile(rf"{_WORD}(?:[ ]{_WORD}){{0,3}}")
_DATED: Final = re.compile(r"[\s,(]*\d{1,2}[/ .-][\w/ .-]{1,16}\)?\Z")
_MIDDLE: Final = r"[^.!?]*?\s(?:--?|[–—])\s"
_ASIDE: Final = re.compile(_MIDDLE)
"""A second dash in the sentence: "Rahmawati - Ketua Bawaslu - mengatakan" has no dateline."""
_PROVINCES: Final = 2
"""Parts of a place at most: "Palembang, Sumsel"."""
_ABBREVIATION: Final = 3
_LEAST_STORY: Final = 60
"""Code points a paragraph has at least, where only a place and a dash speak for a dateline."""
_NO_PLACES: Final = frozenset(
    (
        *("bawaslu", "kpu", "dkpp", "pilkada", "pemilu", "pilgub", "pilbup", "pilwalkot", "tps"),
        *("video", "foto", "infografis", "breaking", "opini", "editorial", "kolom", "catatan"),
        *("pasal", "ayat", "bab", "polri", "tni", "asn", "dpr", "dprd", "mk", "ketua", "anggota"),
        *("bupati", "gubernur", "calon", "pertama", "kedua", "ketiga", "senin", "selasa", "rabu"),
        *("kamis", "jumat", "sabtu", "minggu", "tanya", "jawab", "saya", "kami", "ya", "tidak"),
    )
)


class Dateline(NamedTuple):
    """What a dateline says; it ends before the blanks behind its dash, in code points."""

    end: int
    place: str
    outlet: str


def dateline_of(line: str, *, bare: bool) -> Dateline | None:
    """Return the dateline a line begins with, None for none.

    `bare` allows one that is a place and a dash: there the story of the line must be long enough.
    """
    found = _BREAK.search(line, 1, _LONGEST + 8) if has_dash(line) else None
    if found is None or found.start() > _LONGEST:
        return None
    rest = line[found.end() : found.end() + 400]
    told = _told(_DATED.sub("", line[: found.start()])) if rest else None
    if told is None:
        return None
    place, outlet = told
    needs_outlet = found[0].startswith(":") or not bare
    if not outlet and (needs_outlet or not _is_place_alone(place, found[0], rest)):
        return None
    return Dateline(found.start() + len(found[0].rstrip()), _as_written(place), outlet)


def has_dash(line: str) -> bool:
    """Tell whether a line may begin with a dateline. Quick."""
    return _DASH.search(line, 1, _LONGEST + 1) is not None


def _told(head: str) -> tuple[str, str] | None:
    """Return place and outlet of what stands before the dash; either may be missing."""
    brackets = _IN_BRACKETS.fullmatch(head)
    if brackets is not None:
        outlet = outlet_named(brackets[2])
        place = _place([part.strip() for part in _DATED.sub("", brackets[1]).split(",")])
        return (place, outlet) if outlet and place else None
    parts = [part.strip() for part in head.split(",") if part.strip()]
    outlets = [outlet_named(part) for part in parts]
    named = [outlet for outlet in outlets if outlet]
    if len(named) > 1 or not parts:
        return None
    places = [part for part, outlet in zip(parts, outlets, strict=True) if not outlet]
    place = _place(places)
    if places and not place:
        return None
    if named and not places and "." not in parts[0] and parts[0].upper() != parts[0]:
        return None  # "Kompas - begitu nama kapal itu"
    return place, named[0] if named else ""


def _place(parts: list[str]) -> str:
    """Return the place that parts between commas name, "" where they cannot be one."""
    if not 1 <= len(parts) <= _PROVINCES or not all(map(_PLACE.fullmatch, parts)):
        return ""
    words = [word for part in parts for word in part.split()]
    if not all(word[0].isupper() for word in words):
        return ""
    return "" if words[0].casefold() in _NO_PLACES else ", ".join(parts)


def _is_place_alone(place: str, dash: str, rest: str) -> bool:
    first = rest.lstrip("\"'“‘(")[:1]
    return (
        bool(place)
        and "," not in place
        and dash[0].isspace()
        and len(rest) >= _LEAST_STORY
        and (first.isupper() or first.isdigit())
        and _ASIDE.match(rest) is None
    )


def _as_written(place: str) -> str:
    """Return a place as it is written elsewhere: "OKU TIMUR" is "OKU Timur"."""
    if place.upper() != place:
        return place
    return " ".join(
        word if len(word.strip(",")) <= _ABBREVIATION else word.capitalize()
        for word in place.split()
    )
