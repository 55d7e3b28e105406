"""Numbers and dates as people here write them, read without guessing.

What could mean two things is read as the language of the window reads it, and what was understood
is shown after it was stored.
"""

import re
from typing import Final

_PLAIN: Final = re.compile(r"[+-]?[0-9]+")
_GROUPED: Final = {
    "id": re.compile(r"([+-]?[0-9]{1,3}(?:\.[0-9]{3})+)(?:,([0-9]+))?"),
    "en": re.compile(r"([+-]?[0-9]{1,3}(?:,[0-9]{3})+)(?:\.([0-9]+))?"),
}
_DECIMAL: Final = re.compile(r"([+-]?[0-9]+)[.,]([0-9]+)")
_MOST_DIGITS: Final = 15
"""More cannot be told apart by all who read the data: JSON numbers are doubles to most."""

_ISO: Final = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")
_BY_DAY: Final = re.compile(r"([0-9]{1,2})\s?([/.-])\s?([0-9]{1,2})\s?\2\s?([0-9]{4})")
_IN_WORDS: Final = re.compile(r"([0-9]{1,2})\s+([^\W\d_]+)\.?\s+([0-9]{4})")
_WEEKDAY: Final = re.compile(
    "(?:senin|selasa|rabu|kamis|jum['’]?at|sabtu|minggu|ahad"
    "|(?:mon|tues|wednes|thurs|fri|satur|sun)day),?\\s+(?=[0-9])",
    re.IGNORECASE,
)
_MONTHS: Final = (
    "januari january jan",
    "februari february feb pebruari",
    "maret march mar",
    "april apr",
    "mei may",
    "juni june jun",
    "juli july jul",
    "agustus august agu aug ags agt",
    "september sep sept",
    "oktober october okt oct",
    "november nov nop nopember",
    "desember december des dec",
)


def read_number(text: str, language: str) -> int | float | None:
    """Read a number; None for what is none.

    A point or comma before three digits groups thousands where `language` ("id", "en") writes them
    so: "1.500" is 1500 in Indonesian and 1.5 in English.
    """
    text = text.strip().replace("\u2212", "-")
    if sum(sign.isdigit() for sign in text) > _MOST_DIGITS:
        return None
    if _PLAIN.fullmatch(text):
        return int(text)
    grouped = _GROUPED["id" if language == "id" else "en"].fullmatch(text)
    if grouped:
        whole = re.sub("[.,]", "", grouped[1])
        return float(f"{whole}.{grouped[2]}") if grouped[2] else int(whole)
    decimal = _DECIMAL.fullmatch(text)
    return float(f"{decimal[1]}.{decimal[2]}") if decimal else None


def number_words(value: float, language: str) -> str:
    """Write a number as `read_number` reads it, without grouping.

    Very large and very small ones, which only come from files, are written with an exponent.
    """
    words = repr(value)
    if isinstance(value, float) and value.is_integer() and "e" not in words:
        words = str(int(value))
    return words.replace(".", ",") if language == "id" and "e" not in words else words


def read_date(text: str) -> str | None:
    """Read a date and return it in ISO form; None for what is none, or no day of the calendar.

    Takes 2024-11-25, 25/11/2024 (also with - or .), 25 November 2024 and 25 Nov 2024 in Indonesian
    and English, with or without a weekday before it. The day comes first, as in Indonesian.
    """
    import datetime  # 2 ms that the first window need not wait for

    text = text.strip()
    if weekday := _WEEKDAY.match(text):
        text = text[weekday.end() :]
    if found := _ISO.fullmatch(text):
        year, month, day = int(found[1]), int(found[2]), int(found[3])
    elif found := _BY_DAY.fullmatch(text):
        day, month, year = int(found[1]), int(found[3]), int(found[4])
    elif found := _IN_WORDS.fullmatch(text):
        day, month, year = int(found[1]), _month(found[2]), int(found[3])
    else:
        return None
    try:
        return datetime.date(year, month, day).isoformat()
    except ValueError:
        return None


def _month(name: str) -> int:
    """Return the number of a month, 0 for a word that is none."""
    folded = name.casefold()
    return next((n for n, names in enumerate(_MONTHS, 1) if folded in names.split()), 0)
