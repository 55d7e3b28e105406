"""The queue: what is wanted, in either language, and in what order."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.model.annotation import Span
from annotator.model.document import Document, Language
from annotator.model.edit import Change, Edit, Origin
from annotator.model.ids import DocumentId, SpanId, new_id
from annotator.model.note import NoteContent
from annotator.model.project import Status
from annotator.services.lists import Wanted
from annotator.services.queue import Key, Order, Part, Query, parse_query
from annotator.store.documents import NewDocument
from tests.builders import make_project
from tests.services.queue_reference import places


def enter(project, number, title, **values):
    """Add an article with everything that lists are filtered and sorted by."""
    usual = {"status": Status.NEW, "spans": 0, "language": "id", "date": "", "length": 100}
    usual |= {"source": "", "notes": 0, "lead": 0} | values
    name = DocumentId(f"d{number}")
    metadata = {"date": usual["date"], "outlet": usual["source"]}
    text = f"{number} ".ljust(usual["length"], "x")
    language = Language(usual["language"], 1.0)
    document = Document(name, title, text, language, metadata)
    with project.together():
        project.documents.add_new([NewDocument(document, document.sha256)])
    made = [Span(SpanId(new_id()), at, at + 1, "actor.voter") for at in range(usual["spans"])]
    if made or usual["status"] is not Status.NEW:
        within = project.editing.annotation_set(name)
        status = (within.status, usual["status"])
        edit = Edit(name, within.annotator, tuple(Change(None, one) for one in made), status)
        project.editing.apply(edit, Origin.IMPORT)
    for note in range(usual["notes"]):
        project.notes.add(name, NoteContent("Benarkah?", for_lead=note < usual["lead"]))


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    with make_project(tmp_path_factory.mktemp("antrean"), texts=()) as made:
        enter(
            made,
            0,
            "Bawaslu Samudra terima laporan",
            status=Status.DONE,
            date="2024-11-25",
            spans=9,
        )
        enter(
            made,
            1,
            "“Jangan takut”",
            date="2024-10-10",
            language="jv",
            source="Samudra Pos",
            length=300,
        )
        enter(made, 2, "KPU tetapkan DPT", status=Status.FLAGGED, date="2024-11-01", notes=2)
        enter(made, 3, "Polres gelar apel", source="kabar lengkara/a.txt", notes=1, lead=1)
        enter(made, 4, "ajakan damai", status=Status.SKIPPED, date="2023-01-01", length=50, spans=2)
        yield made


def found(project, text="", order=Order.IMPORT, seed=""):
    return [position - 1 for position in project.lists.find(Wanted(text, order, seed))]


@pytest.mark.parametrize(
    ("typed", "expected"),
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
def test_what_is_wanted(project, typed, expected):
    assert found(project, typed) == expected


@pytest.mark.parametrize(
    ("order", "expected"),
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
def test_order(project, order, expected):
    assert found(project, order=order) == expected


def test_the_shuffled_order_is_the_same_each_time_and_another_for_each_person(tmp_path):
    with make_project(tmp_path, texts=()) as made:
        for number in range(40):
            enter(made, number, "x")
        mine = found(made, order=Order.RANDOM, seed="Rahma")
        assert sorted(mine) == list(range(40))
        assert mine == found(made, order=Order.RANDOM, seed="Rahma")
        assert mine not in (list(range(40)), found(made, order=Order.RANDOM, seed="Teguh"))
        enter(made, 40, "x")
        more = found(made, order=Order.RANDOM, seed="Rahma")
        assert [place for place in more if place != 40] == mine


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


WORDS = [
    "Bawaslu",
    "straße",
    "STRASSE",
    "İlgi",
    "“KPU”",
    "é",
    "E\u0301",
    "ΣΊΣΥΦΟΣ",
    "σίσυφος",
    "🗳️",
    "%",
    "_",
]
titles = st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map(" ".join)
dates = st.sampled_from(["", "2023", "2024-10-31", "2024-11", "2024-11-27", "2024-11-27T10:00"])
articles = st.lists(
    st.fixed_dictionaries(
        {
            "title": titles,
            "status": st.sampled_from(list(Status)),
            "spans": st.integers(0, 3),
            "language": st.sampled_from(["id", "jv", "unknown"]),
            "date": dates,
            "length": st.integers(10, 14),
            "source": st.sampled_from(["", "Samudra Pos", "KABAR: INI", "Straße/a.txt"]),
            "notes": st.integers(0, 2),
            "lead": st.integers(0, 1),
        }
    ),
    max_size=9,
)
queries = st.builds(
    Query,
    st.lists(parts, unique=True, max_size=3).map(tuple),
    st.lists(st.sampled_from(WORDS).map(str.casefold), max_size=2).map(tuple),
)


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(articles, st.lists(st.tuples(queries, st.sampled_from(Order)), min_size=5, max_size=12))
def test_lists_are_filtered_and_sorted_as_plain_rows_would_be(articles, asked):
    with (
        tempfile.TemporaryDirectory() as folder,  # `tmp_path` is one for all examples
        make_project(Path(folder), texts=()) as made,
    ):
        for number, values in enumerate(articles):
            enter(made, number, **values)
        rows = made.documents.summaries()
        for query, order in asked:
            wanted = places(rows, query, order, "Rahma")
            assert found(made, query.text, order, "Rahma") == wanted, (query, order)


@settings(max_examples=200)
@given(text=st.text())
def test_whatever_is_typed_gives_some_of_the_rows(project, text):
    assert set(found(project, text)) <= set(range(5))


def test_what_changes_is_known_at_once_and_what_is_new_when_it_is_asked_for(tmp_path):
    with make_project(tmp_path, texts=()) as made:
        for number in range(3):
            enter(made, number, f"Berita {number}")
        assert found(made, "status:new") == [0, 1, 2]
        editing = made.editing
        editing.apply(editing.set_status(editing.annotation_set(DocumentId("d1")), Status.DONE))
        made.lists.put(made.documents.summary(DocumentId("d1")))
        assert found(made, "status:new") == [0, 2]
        assert made.lists.counts()[Status.DONE] == 1
        assert made.lists.left() == (2, 200)
        enter(made, 3, "Berita baru", status=Status.SKIPPED, length=70)
        assert found(made, "berita", Order.SHORTEST) == [3, 0, 1, 2]
        assert found(made, "", Order.UNDECIDED) == [0, 2, 1, 3]
        assert list(made.lists.find(Wanted("status:done"), keep=[1, 4])) == [1, 2, 4]
        shown = [4, 3, 2, 1]  # those in rows 1 and 3 have work left
        assert [made.lists.next_open(shown, row, 1) for row in (-1, 1, 2, 3)] == [1, 3, 3, 1]
        assert [made.lists.next_open(shown, row, -1) for row in (4, 3, 1, 0)] == [3, 1, 3, 3]
        assert made.lists.next_open([4, 2], 0, 1) is None


def test_what_others_wrote_is_read_again_after_it_was_forgotten(tmp_path):
    with make_project(tmp_path, texts=()) as made:
        enter(made, 0, "Berita")
        assert found(made, "status:new") == [0]
        editing = made.editing
        editing.apply(editing.set_status(editing.annotation_set(DocumentId("d0")), Status.DONE))
        made.lists.forget()
        assert not made.lists.is_ready
        assert found(made, "status:done") == [0]
        made.choose_annotator("Teguh Ladiva")
        assert found(made, "status:new") == [0]


def test_a_reading_in_another_thread_knows_what_was_put_meanwhile(tmp_path):
    with make_project(tmp_path, texts=()) as made:
        enter(made, 0, "Berita")
        read = made.lists.read(known=made.lists.begin())
        editing = made.editing
        editing.apply(editing.set_status(editing.annotation_set(DocumentId("d0")), Status.DONE))
        made.lists.put(made.documents.summary(DocumentId("d0")))
        made.lists.take(read)
        assert made.lists.is_ready
        assert found(made, "status:done") == [0]


def test_offers_are_counted(project):
    offers = project.lists.offers(1)
    assert offers["lang"] == [(Part(Key.LANGUAGE, "id"), 4)]
    assert offers["source"] == [(Part(Key.SOURCE, "Samudra Pos"), 1)]
    assert dict(offers["status"])[Part(Key.STATUS, "new")] == 2
    assert offers["flag"] == [
        (Part(Key.FLAG, "article"), 1),
        (Part(Key.FLAG, "lead"), 1),
        (Part(Key.NOTES, "open"), 2),
    ]
