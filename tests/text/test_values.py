"""Numbers and dates as they are typed."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.text.values import number_words, read_date, read_number


@pytest.mark.parametrize(
    ("text", "in_indonesian", "in_english"),
    [
        ("7", 7, 7),
        (" -12 ", -12, -12),
        ("\u22123", -3, -3),
        ("1,5", 1.5, 1.5),
        ("1.5", 1.5, 1.5),
        ("1.500", 1500, 1.5),
        ("1,500", 1.5, 1500),
        ("1.500,25", 1500.25, None),
        ("1,500.25", None, 1500.25),
        ("1.234.567", 1234567, None),
        ("007", 7, 7),
    ],
)
def test_numbers_are_read_as_the_language_writes_them(
    text: str, in_indonesian: float | None, in_english: float | None
) -> None:
    assert read_number(text, "id") == in_indonesian
    assert read_number(text, "en") == in_english


@pytest.mark.parametrize(
    "text", ["", "dua", "1,2,3", "1..2", "1e5", "nan", "inf", "٣", "1 000", "9" * 16, "0x1f", "1_0"]
)
def test_what_is_no_number(text: str) -> None:
    assert read_number(text, "id") is None
    assert read_number(text, "en") is None


numbers = st.one_of(
    st.integers(-(10**14), 10**14), st.decimals(-(10**6), 10**6, places=3).map(float)
)


@given(numbers, st.sampled_from(["id", "en"]))
def test_a_number_that_was_written_is_read_again(number: float, language: str) -> None:
    assert read_number(number_words(number, language), language) == number


@pytest.mark.parametrize(
    "text",
    [
        "2024-11-25",
        "25/11/2024",
        "25-11-2024",
        "25.11.2024",
        "25 / 11 / 2024",
        " 25 November 2024 ",
        "25 nov. 2024",
        "25 Nop 2024",
        "Senin, 25 November 2024",
        "monday 25 November 2024",
    ],
)
def test_ways_to_write_one_day(text: str) -> None:
    assert read_date(text) == "2024-11-25"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("3/4/2024", "2024-04-03"),  # the day first, as in Indonesian
        ("2024-4-3", "2024-04-03"),
        ("Jum'at 6 Desember 2024", "2024-12-06"),
        ("17 Agu 1945", "1945-08-17"),
        ("1 May 2024", "2024-05-01"),
        ("1 Mei 2024", "2024-05-01"),
    ],
)
def test_other_days(text: str, day: str) -> None:
    assert read_date(text) == day


@pytest.mark.parametrize(
    "text",
    [
        "",
        "kemarin",
        "11/25/2024",
        "31/02/2024",
        "25/11/24",
        "25/11",
        "25 Brumaire 2024",
        "2024-13-01",
        "0/1/2024",
        "1/1/0000",
        "besok 25 November 2024",
        "25/11-2024",
        "20241125",
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert read_date(text) is None


@given(st.dates())
def test_every_day_is_read_however_it_is_written(day: datetime.date) -> None:
    assert read_date(day.isoformat()) == day.isoformat()
    assert read_date(f"{day.day}/{day.month}/{day.year:04}") == day.isoformat()
