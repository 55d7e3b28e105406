"""Dates and numbers as people read them."""

import datetime
import time

import pytest

from annotator.ui.dates import count_words, date_words, moment_words


@pytest.mark.parametrize(
    ("date", "language", "expected"),
    [
        ("2024-11-25", "id", "25 Nov 2024"),
        ("2024-08-05", "id", "5 Agu 2024"),
        ("2024-08-05T10:00:00Z", "en", "5 Aug 2024"),
        ("Senin lalu", "id", "Senin lalu"),
        ("", "en", ""),
    ],
)
def test_date(date: str, language: str, expected: str) -> None:
    assert date_words(date, language) == expected


def test_thousands() -> None:
    assert count_words(12345, "id") == "12.345"
    assert count_words(12345, "en") == "12,345"
    assert count_words(7, "id") == "7"


def test_a_moment_is_told_in_local_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "Asia/Jakarta")
    time.tzset()
    at = "2024-11-25T20:14:30.123456+00:00"
    assert moment_words(at, "id", datetime.date(2024, 11, 26)) == ("03.14", "26 Nov 2024 03.14")
    assert moment_words(at, "en", datetime.date(2024, 11, 25)) == ("26 Nov", "26 Nov 2024 03:14")
    assert moment_words("", "id") == ("", "")
    monkeypatch.undo()
    time.tzset()
