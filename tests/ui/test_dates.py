"""Dates and numbers as people read them."""

import pytest

from annotator.ui.dates import count_words, date_words


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
