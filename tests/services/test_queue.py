"""The queue: what is wanted, in either language, and in what order."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.model.ids import DocumentId
from annotator.model.project import DocumentSummary, Status
from annotator.services.queue import Key, Order, Part, Query, parse_query, places


def row(number, title, **values):
    usual = {"status": Status.NEW, "span_count": 0, "language": "id", "date": "", "length": 100}
    return DocumentSummary(DocumentId(f"d{number}"), title, **{**usual, **values})


ROWS = [
    row(0, "Bawaslu Samudra terima laporan", status=Status.DONE, date="2024-11-25", span_count=9),
    row(1, "“Jangan takut”", date="2024-10-10", language="jv", source="Samudra Pos", length=300),
    row(2, "KPU tetapkan DPT", status=Status.FLAGGED, date="2024-11-01", open_notes=2),
    row(3, "Polres gelar apel", source="kabar lengkara/a.txt", open_notes=1, lead_notes=1),
    row(4, "ajakan damai", status=Status.SKIPPED, date="2023-01-01", length=50, span_count=2),
]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("", [0, 1, 2, 3, 4]),
        ("samudra", [0]),
        ("status:baru", [1, 3]),
        ("status:done status:ditandai", [0, 2]),
        ("bahasa:jawa", [1]),
        ("lang:id lang:jv status:new", [1, 3]),
        ('sumber:"kabar lengkara"', [3]),
        ("source:samudra", [1]),
        ("source:samudra outlet:lengkara", [1, 3]),
        ("after:2024-11", [0, 2]),
        ("sejak:2024-10-10 sampai:2024-11-01", [1, 2]),
        ("before:2024-10", [1, 4]),
        ("until:2023", [4]),
        ("after:kemarin", [0, 1, 2, 3, 4]),
        ("flag:artikel", [2]),
        ("tanda:ketua", [3]),
        ("flag:yes", [2, 3]),
        ("catatan:terbuka", [2, 3]),
        ("notes:open status:baru apel", [3]),
        ("status: lang:", [0, 1, 2, 3, 4]),
        ("status:x", [0, 1, 2, 3, 4]),
        ("note:", [0, 1, 2, 3, 4]),
        ("10:30", []),
    ],
)
def test_what_is_wanted(typed, found):
    assert list(places(ROWS, parse_query(typed))) == found


@pytest.mark.parametrize(
    ("order", "found"),
    [
        (Order.IMPORT, [0, 1, 2, 3, 4]),
        (Order.UNDECIDED, [1, 2, 3, 0, 4]),
        (Order.NEWEST, [0, 2, 1, 4, 3]),
        (Order.OLDEST, [4, 1, 2, 0, 3]),
        (Order.TITLE, [4, 0, 1, 2, 3]),
        (Order.SHORTEST, [4, 0, 2, 3, 1]),
        (Order.LONGEST, [1, 0, 2, 3, 4]),
        (Order.FEWEST, [1, 2, 3, 4, 0]),
        (Order.MOST, [0, 4, 1, 2, 3]),
    ],
)
def test_order(order, found):
    assert list(places(ROWS, Query(), order)) == found


def test_the_shuffled_order_is_the_same_each_time_and_another_for_each_person():
    rows = [row(number, "x") for number in range(50)]
    mine = places(rows, Query(), Order.RANDOM, "Rahma")
    assert sorted(mine) == list(range(50))
    assert mine == places(rows, Query(), Order.RANDOM, "Rahma")
    assert mine not in (list(range(50)), places(rows, Query(), Order.RANDOM, "Teguh"))
    fewer = [rows[place].id for place in places(rows[:40], Query(), Order.RANDOM, "Rahma")]
    assert fewer == [rows[place].id for place in mine if place < 40]


parts = st.one_of(
    st.builds(Part, st.just(Key.STATUS), st.sampled_from([status.value for status in Status])),
    st.builds(Part, st.just(Key.LANGUAGE), st.sampled_from(["id", "jv", "unknown"])),
    st.builds(Part, st.just(Key.SOURCE), st.sampled_from(["samudra pos", "a.txt", "kabar: ini"])),
    st.builds(Part, st.sampled_from([Key.AFTER, Key.BEFORE]), st.sampled_from(["2024", "2024-11"])),
    st.builds(Part, st.just(Key.FLAG), st.sampled_from(["article", "lead"])),
    st.just(Part(Key.NOTES, "open")),
)


@given(st.lists(parts, unique=True), st.lists(st.sampled_from(["bawaslu", "10:30", "é"])))
def test_a_query_is_read_back_as_it_was_written(wanted, words):
    query = Query(tuple(wanted), tuple(words))
    assert parse_query(query.text) == query


@given(st.text())
def test_whatever_is_typed_gives_some_of_the_rows(typed):
    assert set(places(ROWS, parse_query(typed))) <= set(range(len(ROWS)))
