"""Dates as Indonesian news writes them: "Senin (25/11/2024)", "25 Nov 2024", "2024-11-25".

Days come before months, unless that cannot be or the weekday says otherwise. A date whose weekday
fits neither way is no date: something in it is wrong and nobody knows what.
"""

import re
from collections.abc import Iterator
from datetime import date
from typing import Final, NamedTuple

_MONTHS: Final = (
    ("januari", "january", "jan"),
    ("februari", "pebruari", "february", "feb", "peb"),
    ("maret", "march", "mar", "mrt"),
    ("april", "apr"),
    ("mei", "may"),
    ("juni", "june", "jun"),
    ("juli", "july", "jul"),
    ("agustus", "august", "agustus", "agu", "agt", "ags", "agst", "aug"),
    ("september", "sept", "sep"),
    ("oktober", "october", "okt", "oct"),
    ("november", "nopember", "nov", "nop"),
    ("desember", "december", "des", "dec"),
)
_MONTH: Final = {name: number for number, names in enumerate(_MONTHS, 1) for name in names}
_WEEKDAYS: Final = {
    name: number
    for number, names in enumerate(
        (
            ("senin",),
            ("selasa",),
            ("rabu",),
            ("kamis",),
            ("jumat", "jum'at", "jum’at"),
            ("sabtu",),
            ("minggu", "ahad"),
        )
    )
    for name in names
}
WEEKDAY: Final = r"(?:Senin|Selasa|Rabu|Kamis|Jum['’]?at|Sabtu|Minggu|Ahad)"
_NAME_OF_MONTH: Final = "|".join(sorted(_MONTH, key=lambda name: -len(name)))
_DATE: Final = re.compile(
    rf"""(?P<first>[0-9][0-9]{{0,3}})
    (?:
        [\s-](?P<name>{_NAME_OF_MONTH})\b\.?(?:[\s,-]{{1,2}}(?P<year>\d{{4}}))?
      | \s?(?P<sign>[/.-])\s?(?P<second>\d{{1,2}})
        (?:\s?(?P=sign)\s?(?P<third>\d{{4}}|\d{{2}}))?
    )
    (?![\w/]|[.,:-]\d)""",
    re.IGNORECASE | re.VERBOSE,
)
"""Begins with a digit, so that `re` leaps to the next one: what stands before is looked at then."""
_WEEKDAY_BEFORE: Final = re.compile(
    rf"(?<!\w)({WEEKDAY})(?:\s+(?:pagi|siang|sore|petang|malam|dini\s+hari))?[\s,]*\(?\s?\Z",
    re.IGNORECASE,
)
_LONGEST_WEEKDAY: Final = 32
_JOINING: Final = ("/", ".", "-", "_")
_PATH: Final = re.compile(r"/((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})(?=[/-]|\b)")
_EARLIEST: Final = 1945
_LATEST: Final = 2099
_CENTURY: Final = 2000
_SHORT_YEAR: Final = 2


class Told(NamedTuple):
    """A date in a text: where it stands, in code points, end exclusive, and the day it means.

    `has_weekday` says that a weekday stands with it, and fits.
    """

    start: int
    end: int
    day: date
    has_weekday: bool = False


def dates_in(text: str, start: int = 0, end: int | None = None, year: int = 0) -> Iterator[Told]:
    """Find the dates in a stretch of a text, in reading order.

    `year` completes dates that have none ("Senin 25/11"), where the weekday agrees; 0 leaves them.
    """
    for found in _DATE.finditer(text, start, len(text) if end is None else end):
        begins = found.start()
        before = text[begins - 1 : begins] if begins else ""
        if before in _JOINING or before.isalnum():
            continue
        named = _WEEKDAY_BEFORE.search(text, max(start, begins - _LONGEST_WEEKDAY), begins)
        weekday = _WEEKDAYS[named[1].casefold()] if named else None
        day = _day(found, weekday, year)
        if day is not None:
            yield Told(named.start() if named else begins, found.end(), day, weekday is not None)


def date_in_path(address: str) -> date | None:
    """Return the day in the path of a web address: ".../2024/11/25/..."."""
    found = _PATH.search(address)
    return _valid(int(found[1]), int(found[2]), int(found[3])) if found else None


def _day(found: re.Match[str], weekday: int | None, year: int) -> date | None:
    first = int(found["first"])
    if found["name"]:
        told = int(found["year"] or (year if weekday is not None else 0))
        month = _MONTH[found["name"].casefold()]
        return _fitting(_valid(told, month, first), weekday)
    second = int(found["second"])
    if len(found["first"]) > _SHORT_YEAR:  # "2024-11-25"
        return _fitting(_valid(first, second, int(found["third"] or 0)), weekday)
    told = _year(found, weekday, year)
    usual, other = _valid(told, second, first), _valid(told, first, second)
    if weekday is None:
        return usual or other
    return _fitting(usual, weekday) or _fitting(other, weekday)


def _year(found: re.Match[str], weekday: int | None, year: int) -> int:
    """Return the year of a date in figures, 0 where it has none that counts."""
    told = found["third"] or ""
    if len(told) > _SHORT_YEAR:
        return int(told)
    if weekday is None or (found["sign"] != "/" and not told):
        return 0  # "11.30" is a time
    return _CENTURY + int(told) if told else year


def _valid(year: int, month: int, day: int) -> date | None:
    if not _EARLIEST <= year <= _LATEST:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _fitting(day: date | None, weekday: int | None) -> date | None:
    """Return the day, None where the weekday that stands with it is another."""
    fits = day is None or weekday is None or day.weekday() == weekday
    return day if fits else None
