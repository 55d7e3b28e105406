"""Dates as Indonesian news writes them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.text.news_dates import date_in_path, dates_in

MONTHS = (
    *("Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September"),
    *("Oktober", "November", "Desember"),
)
WEEKDAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("Senin (25/11/2024)", "2024-11-25"),
        ("Senin, 25 November 2024", "2024-11-25"),
        ("Senin 25 November 2024", "2024-11-25"),
        ("25 November 2024", "2024-11-25"),
        ("Senin, 25 Nov 2024 10:15 WIB", "2024-11-25"),
        ("25/11/2024, 11:30 WIB", "2024-11-25"),
        ("25-11-2024", "2024-11-25"),
        ("25.11.2024", "2024-11-25"),
        ("2024-11-25", "2024-11-25"),
        ("senin malam (25/11/2024)", "2024-11-25"),
        ("SENIN (25/11/24)", "2024-11-25"),
        ("7 Agt 2024", "2024-08-07"),
        ("7 Agst. 2024", "2024-08-07"),
        ("7 Pebruari 2024", "2024-02-07"),
        ("7 Nop 2024", "2024-11-07"),
        ("7 Okt 2024", "2024-10-07"),
        ("7 Des 2024", "2024-12-07"),
        ("7 Sept 2024", "2024-09-07"),
        ("7 Mei 2024", "2024-05-07"),
        ("Jum'at (29/11/2024)", "2024-11-29"),
        ("Jum’at, 29 November 2024", "2024-11-29"),
        ("Ahad, 3 November 2024", "2024-11-03"),
        ("11/25/2024", "2024-11-25"),  # no month has number 25
        ("Selasa (3/12/2024)", "2024-12-03"),
        ("Kamis (4/11/2024)", "2024-04-11"),  # a Thursday only with the month first
        ("1/2/2024", "2024-02-01"),
    ],
)
def test_a_date_is_read(words: str, day: str) -> None:
    assert [told.day.isoformat() for told in dates_in(f"Arunika, {words}.")] == [day]


@pytest.mark.parametrize(
    "words",
    [
        "Selasa (25/11/2024)",  # it was a Monday
        "Rabu, 25 November 2024",
        "30 Februari 2024",
        "31/13/2024",
        "25 November",
        "25/11",
        "10.15 WIB",
        "Senin 10.15",
        "Pasal 187A",
        "Nomor 25/11/2024/KPU",
        "25/11/24",
        "25 November 0024",
        "1 Desa 2024",
        "Rp 25.11.2024.000",
    ],
)
def test_what_is_no_date_or_does_not_agree_is_left(words: str) -> None:
    assert list(dates_in(f"Arunika, {words}.")) == []


def test_a_year_that_is_known_completes_a_date_with_its_weekday() -> None:
    assert [told.day for told in dates_in("Senin (25/11)", year=2024)] == [date(2024, 11, 25)]
    assert [told.day for told in dates_in("Senin 25/11", year=2024)] == [date(2024, 11, 25)]
    assert [told.day for told in dates_in("Senin, 25 November", year=2024)] == [date(2024, 11, 25)]
    assert list(dates_in("Senin (25/11)", year=2023)) == []
    assert list(dates_in("skor 25/11", year=2024)) == []


def test_where_a_date_stands_is_told() -> None:
    text = "Arunika, Senin (25/11/2024)."
    (told,) = dates_in(text)
    assert text[told.start : told.end] == "Senin (25/11/2024"
    assert told.has_weekday


@given(st.dates(date(1950, 1, 1), date(2090, 12, 31)), st.booleans(), st.booleans())
def test_a_day_that_is_written_is_read(day: date, figures: bool, weekday: bool) -> None:
    words = f"{day.day}/{day.month}/{day.year}" if figures else ""
    words = words or f"{day.day} {MONTHS[day.month - 1]} {day.year}"
    text = f"{WEEKDAYS[day.weekday()]} ({words})" if weekday else words
    assert [told.day for told in dates_in(text)] == [day]


@given(st.text(alphabet="0123456789/-. ()SeninJanuariMei,", max_size=60))
def test_any_text_is_taken(text: str) -> None:
    for told in dates_in(text, year=2024):
        assert 0 <= told.start < told.end <= len(text)


@pytest.mark.parametrize(
    ("address", "day"),
    [
        ("https://arunika.example/read/2024/11/25/1130/amplop", date(2024, 11, 25)),
        ("https://arunika.example/2024/7/2/amplop", date(2024, 7, 2)),
        ("https://arunika.example/2024/13/25/amplop", None),
        ("https://arunika.example/berita/d-7654321", None),
        ("", None),
    ],
)
def test_the_path_of_an_address_tells_the_day(address: str, day: date | None) -> None:
    assert date_in_path(address) == day
