"""Dates and numbers as people read them in our two languages.

QLocale knows them too, but loading it costs more than the window can spare at its start.
"""

import datetime
from typing import Final

_MONTHS: Final = {
    "id": ("Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des"),
    "en": ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
}


def date_words(date: str, language: str) -> str:
    """Return an ISO date as "25 Nov 2024"; anything else stays as it is."""
    try:
        day = datetime.date.fromisoformat(date[:10])
    except ValueError:
        return date
    months = _MONTHS.get(language, _MONTHS["en"])
    return f"{day.day} {months[day.month - 1]} {day.year}"


def moment_words(at: str, language: str, today: datetime.date | None = None) -> tuple[str, str]:
    """Return an ISO time in UTC as people here read it: the time alone, else the day; and both.

    Today is "09.14" (in English "09:14"), any other day "23 Nov".
    """
    try:
        there = datetime.datetime.fromisoformat(at).astimezone()
    except ValueError:
        return at, at
    day = date_words(there.date().isoformat(), language)
    time = f"{there:%H.%M}" if language == "id" else f"{there:%H:%M}"
    is_today = there.date() == (today or datetime.datetime.now().astimezone().date())
    return time if is_today else day.rpartition(" ")[0], f"{day} {time}"


def count_words(number: int, language: str) -> str:
    """Return a number with its thousands set apart: 12.345 in Indonesian, 12,345 in English."""
    return f"{number:,}".replace(",", "." if language == "id" else ",")
