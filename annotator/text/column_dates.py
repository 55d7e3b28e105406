"""Dates as they stand in the cells of a column: to ISO where nothing is left to guess.

Whether 04/05/2024 is in April or in May is decided by the other cells of its column; where none of
them tells it, the date stays what it is.
"""

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from enum import Enum
from typing import Final, NamedTuple

LONGEST: Final = 80
"""No date is written in more characters."""
_YEARS: Final = range(1900, 2100)
_MONTHS: Final = {
    name: number
    for number, names in enumerate(
        (
            "januari january jan",
            "februari february pebruari feb peb",
            "maret march mar",
            "april apr",
            "mei may",
            "juni june jun",
            "juli july jul",
            "agustus august agu agt aug ags",
            "september sept sep",
            "oktober october okt oct",
            "november nopember nov nop",
            "desember december des dec",
        ),
        start=1,
    )
    for name in names.split()
}
_WEEKDAY: Final = (
    r"(?:senin|selasa|rabu|kamis|jum['’`]?at|sabtu|minggu|ahad|mon|tue|wed|thu|fri|sat|sun"
    r"|sen|sel|rab|kam|jum|sab|min"
    r"|monday|tuesday|wednesday|thursday|friday|saturday|sunday)"
)
_TIME: Final = (
    r"(?:\s*[,|\-–]?\s*(?:pukul|jam|at)?\s*"
    r"(?P<time>\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:[.,]\d+)?)\s*(?:am|pm)?"
    r"\s*(?:wib|wita|wit|utc|gmt|z)?\s*(?:[-+]\d{2}:?\d{2})?)?"
)
_ISO: Final = re.compile(
    r"(?P<y>\d{4})(?P<sign>[-/.])(?P<m>\d{1,2})(?P=sign)(?P<d>\d{1,2})"
    r"(?:[T\s]\s*(?P<time>\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:[.,]\d+)?)"
    r"\s*(?:z|wib|wita|wit|utc|gmt)?\s*(?:[-+]\d{2}:?(?:\d{2})?)?)?",
    re.IGNORECASE,
)
_COMPACT: Final = re.compile(r"(?P<y>(?:19|20)\d{2})(?P<m>\d{2})(?P<d>\d{2})")
_WORDS: Final = re.compile(
    rf"(?:{_WEEKDAY}\s*,?\s+)?\(?(?P<d>\d{{1,2}})[\s\-]+(?P<month>[a-z]{{3,9}})\.?[\s\-,]+"
    rf"(?P<y>\d{{4}})\)?{_TIME}",
    re.IGNORECASE,
)
_ENGLISH: Final = re.compile(
    rf"(?:{_WEEKDAY}\s*,?\s+)?(?P<month>[a-z]{{3,9}})\.?\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?,?\s+"
    rf"(?P<y>\d{{4}}){_TIME}",
    re.IGNORECASE,
)
_NUMBERS: Final = re.compile(
    rf"(?:{_WEEKDAY}\s*,?\s*)?\(?(?P<a>\d{{1,2}})(?P<sign>[-/.])(?P<b>\d{{1,2}})(?P=sign)"
    rf"(?P<y>\d{{4}})\)?{_TIME}",
    re.IGNORECASE,
)
_SECONDS: Final = range(631_152_000, 4_102_444_800)
"""1990 to 2099 in seconds since 1970."""
_EAST: Final = 9
"""Hours that the east of Indonesia is ahead of UTC."""


class Order(Enum):
    """Which comes first in 04/05/2024."""

    DAY = "day"
    MONTH = "month"


class Found(NamedTuple):
    """A date in ISO, and whether the cell said nothing more, such as a time."""

    iso: str
    is_all: bool


def order_of(cells: Iterable[str]) -> Order | None:
    """Return the order that the cells of a column prove, None where they prove none or both."""
    proven = set()
    for cell in cells:
        match = _whole(_NUMBERS, cell)
        if match is not None:
            first, second = int(match["a"]), int(match["b"])
            if first > 12 >= second:  # noqa: PLR2004 - months
                proven.add(Order.DAY)
            elif second > 12 >= first:  # noqa: PLR2004
                proven.add(Order.MONTH)
    return proven.pop() if len(proven) == 1 else None


def find(cell: object, order: Order | None = None) -> Found | None:
    """Return the date a cell is, None where it is none or could be two.

    A cell is a text, a number (seconds or milliseconds since 1970, taken where the date is the same
    all over Indonesia), a `date` or a `datetime`.
    """
    if isinstance(cell, datetime):
        return Found(cell.date().isoformat(), cell.time() == datetime.min.time())
    if isinstance(cell, date):
        return Found(cell.isoformat(), is_all=True)
    if isinstance(cell, bool):
        return None
    if isinstance(cell, int | float):
        return _since_1970(cell)
    return _in_words(cell, order) if isinstance(cell, str) else None


def looks_like_date(cell: str) -> bool:
    """Tell whether a cell is a date in some order."""
    if find(cell) is not None:
        return True
    match = _whole(_NUMBERS, cell)
    return match is not None and _date(match["y"], match["a"], match["b"]) is not None


def _in_words(cell: str, order: Order | None) -> Found | None:
    for pattern in (_ISO, _COMPACT, _WORDS, _ENGLISH):
        match = _whole(pattern, cell)
        if match is not None:
            parts = match.groupdict()
            name = parts.get("month")
            month = parts.get("m") if name is None else _MONTHS.get(name.casefold(), 0)
            return _found(_date(parts["y"], month, parts["d"]), parts.get("time"))
    match = _whole(_NUMBERS, cell)
    if match is None:
        return None
    by_day = _date(match["y"], match["b"], match["a"])
    by_month = _date(match["y"], match["a"], match["b"])
    if order is None and None not in {by_day, by_month} and by_day != by_month:
        return None
    if order is None:
        return _found(by_day or by_month, match["time"])
    return _found(by_day if order is Order.DAY else by_month, match["time"])


def _found(day: date | None, time: str | None) -> Found | None:
    return None if day is None else Found(day.isoformat(), not time)


def _whole(pattern: re.Pattern[str], cell: str) -> re.Match[str] | None:
    return pattern.fullmatch(cell.strip()) if len(cell) <= LONGEST else None


def _date(year: object, month: object, day: object) -> date | None:
    try:
        found = date(int(str(year)), int(str(month)), int(str(day)))
    except ValueError:
        return None
    return found if found.year in _YEARS else None


def _since_1970(number: float) -> Found | None:
    """Read seconds or milliseconds since 1970, where the day is one from UTC to the east."""
    for unit in (1, 1000):
        if _SECONDS.start * unit <= number < _SECONDS.stop * unit:
            moment = datetime.fromtimestamp(number / unit, UTC)
            day = moment.date()
            if (moment + timedelta(hours=_EAST)).date() == day:
                return Found(day.isoformat(), is_all=False)
    return None
