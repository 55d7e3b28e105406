"""Dates of a column: read where nothing is left to guess."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.text.column_dates import Found, Order, find, looks_like_date, order_of

MONTHS = (
    *("Januari", "Februari", "Maret", "April", "Mei", "Juni"),
    *("Juli", "Agustus", "September", "Oktober", "November", "Desember"),
)


@pytest.mark.parametrize(
    "cell",
    [
        "2024-11-25",
        " 2024/11/25 ",
        "20241125",
        "25 November 2024",
        "25 Nopember 2024",
        "25 Nov 2024",
        "25-Nov-2024",
        "Senin, 25 November 2024",
        "Senin (25/11/2024)",
        "Jum'at, 25 November 2024",
        "25/11/2024",
        "25.11.2024",
        "25-11-2024",
        "11/25/2024",
        "November 25, 2024",
        "Nov 25th, 2024",
    ],
)
def test_a_date_however_it_is_written(cell: str) -> None:
    assert find(cell) == Found("2024-11-25", is_all=True)
    assert looks_like_date(cell)


@pytest.mark.parametrize(
    "cell",
    [
        "2024-11-25T22:15:00Z",
        "2024-11-25 22:15:00+07:00",
        "2024-11-25 08.30 WIB",
        "Senin, 25 November 2024, 10:30 WIB",
        "Senin, 25 Nov 2024 | 10:30 WITA",
        "25/11/2024 10:30",
        "Senin, 25 Nov 2024 10:30:00 +0700",
    ],
)
def test_a_time_is_more_than_a_date(cell: str) -> None:
    assert find(cell) == Found("2024-11-25", is_all=False)


@pytest.mark.parametrize(
    "cell",
    [
        "",
        "kemarin",
        "2024",
        "25/11",
        "31/02/2024",
        "25 Bulan 2024",
        "2024-13-01",
        "25/11/24",
        "99999999",
        "0001-01-01",
        "04/05/2024",
        "2024-11-25" * 20,
        "٢٥/١٣/٢٠٢٤",
        None,
        True,
        3.5,
        12,
        float("nan"),
        float("inf"),
        10**400,
        [],
    ],
)
def test_what_is_none_or_could_be_two_is_none(cell: object) -> None:
    assert find(cell) is None


def test_the_column_decides_about_day_and_month() -> None:
    assert order_of(["04/05/2024", "25/11/2024"]) is Order.DAY
    assert order_of(["04/05/2024", "11/25/2024", "kemarin"]) is Order.MONTH
    assert order_of(["04/05/2024"]) is None
    assert order_of(["25/11/2024", "11/25/2024"]) is None
    assert find("04/05/2024", Order.DAY) == Found("2024-05-04", is_all=True)
    assert find("04/05/2024", Order.MONTH) == Found("2024-04-05", is_all=True)
    assert find("11/25/2024", Order.DAY) is None
    assert find("05/05/2024") == Found("2024-05-05", is_all=True)
    assert looks_like_date("04/05/2024")


def test_typed_cells() -> None:
    assert find(date(2024, 11, 25)) == Found("2024-11-25", is_all=True)
    midnight = datetime(2024, 11, 25)  # noqa: DTZ001 - cells have no zone
    assert find(midnight) == Found("2024-11-25", is_all=True)
    assert find(midnight.replace(hour=8)) == Found("2024-11-25", is_all=False)


def test_seconds_since_1970_where_the_day_is_one_all_over_indonesia() -> None:
    noon = datetime(2024, 11, 25, 3, tzinfo=UTC).timestamp()
    assert find(noon) == find(int(noon * 1000)) == Found("2024-11-25", is_all=False)
    assert find(int(datetime(2024, 11, 25, 20, tzinfo=UTC).timestamp())) is None


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)))
def test_every_date_is_read_back(day: date) -> None:
    for cell in (day.isoformat(), f"{day.day} {MONTHS[day.month - 1]} {day.year}", day):
        assert find(cell) == Found(day.isoformat(), is_all=True)
    assert find(f"{day:%d/%m/%Y}", Order.DAY) == Found(day.isoformat(), is_all=True)
    assert find(f"{day:%m/%d/%Y}", Order.MONTH) == Found(day.isoformat(), is_all=True)


@given(st.text(max_size=90))
def test_any_text_is_a_date_or_none(cell: str) -> None:
    found = find(cell)
    assert found is None or date.fromisoformat(found.iso)
