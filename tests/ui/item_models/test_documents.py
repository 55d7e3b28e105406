"""The list of articles: filter, counts, the way to the next one."""

from collections.abc import Callable, Mapping, Sequence

import numpy as np
import pytest
from PySide6.QtCore import QModelIndex, Qt
from pytestqt.qtbot import QtBot

from annotator.model.ids import DocumentId
from annotator.model.project import DocumentSummary, FirstLook, Status
from annotator.services.lists import Wanted
from annotator.services.queue import Order, parse_query
from annotator.ui.item_models import documents as module
from annotator.ui.item_models.documents import SUMMARY_ROLE, DocumentListModel
from tests.services.queue_reference import places

pytestmark = pytest.mark.usefixtures("qapp")


def row(number: int, title: str, status: Status = Status.NEW) -> DocumentSummary:
    return DocumentSummary(DocumentId(f"d{number}"), title, status, 0, "id", "", 100)


class Rows:
    """A project in memory. It answers at once, or when it is told to."""

    def __init__(self, *rows: DocumentSummary) -> None:
        self.all = list(rows)
        self.asked = 0
        self.read: list[int] = []
        self.is_slow = False
        self.answer: Callable[[], None] = lambda: None

    def at(self, positions: Sequence[int]) -> dict[int, DocumentSummary]:
        self.read += positions
        return {position: self.all[position - 1] for position in positions}

    def position(self, document: DocumentId) -> int | None:
        return next((at for at, row in enumerate(self.all, 1) if row.id == document), None)

    def counts(self) -> Mapping[Status, int]:
        return {one: sum(row.status is one for row in self.all) for one in Status}

    def put(self, row: DocumentSummary) -> None:
        self.all[(self.position(row.id) or 0) - 1] = row

    def next_open(self, shown: Sequence[int], row: int, step: int) -> int | None:
        count = len(shown)
        beyond = [(row + step * distance) % count for distance in range(1, count + 1)]
        settled = {Status.DONE, Status.SKIPPED}
        wanted = (at for at in beyond if self.all[shown[at] - 1].status not in settled)
        return next((at for at in wanted if at != row), None)

    def find(
        self, wanted: Wanted, then: Callable[[Sequence[int]], None], keep: Sequence[int] = ()
    ) -> None:
        self.asked += 1
        query = parse_query(wanted.text)
        found = {*places(self.all, query), *(at - 1 for at in keep)}
        in_order = places(self.all, parse_query(""), Order(wanted.order))
        positions = np.array([at + 1 for at in in_order if at in found], dtype=np.int32)
        self.answer = lambda: then(positions)
        if not self.is_slow:
            self.answer()


@pytest.fixture
def rows() -> Rows:
    return Rows(
        row(1, "Bawaslu Samudra terima laporan", Status.DONE),
        row(2, "KPU Samudra tetapkan DPT"),
        row(3, "Polres gelar apel", Status.FLAGGED),
        row(4, "Bawaslu awasi masa tenang"),
    )


@pytest.fixture
def model(rows: Rows) -> DocumentListModel:
    made = DocumentListModel(rows)
    made.set_first_look(FirstLook(rows.counts(), None, 0, ()))
    return made


def shown(model: DocumentListModel) -> list[str]:
    return [model.data(model.index(i), SUMMARY_ROLE).id for i in range(model.rowCount())]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ["d1", "d2", "d3", "d4"]),
        ("bawaslu", ["d1", "d4"]),
        ("SAMUDRA dpt", ["d2"]),
        ("status:new", ["d2", "d4"]),
        ("status:belum", ["d2", "d4"]),
        ("status:done status:ditandai", ["d1", "d3"]),
        ("status:baru bawaslu", ["d4"]),
        ("status:", ["d1", "d2", "d3", "d4"]),
        ("nothing like it", []),
    ],
)
def test_filter(model: DocumentListModel, text: str, expected: list[str]) -> None:
    model.set_filter(text)
    assert shown(model) == expected


def test_counts_follow_updates(model: DocumentListModel) -> None:
    assert (model.settled, model.total) == (1, 4)
    model.update(row(2, "KPU Samudra tetapkan DPT", Status.SKIPPED))
    assert model.settled == 2
    model.update(row(1, "Bawaslu Samudra terima laporan", Status.IN_PROGRESS))
    assert model.settled == 1


def test_an_updated_row_stays_though_the_filter_would_hide_it(model: DocumentListModel) -> None:
    model.set_filter("status:new")
    model.update(row(2, "KPU Samudra tetapkan DPT", Status.DONE))
    assert shown(model) == ["d2", "d4"]


def test_neighbours(model: DocumentListModel) -> None:
    assert model.neighbour(None, 1) == "d1"
    assert model.neighbour(DocumentId("d1"), 1) == "d2"
    assert model.neighbour(DocumentId("d4"), 1) is None
    assert model.neighbour(DocumentId("d1"), -1) is None
    assert model.neighbour(DocumentId("d4"), 1, unsettled=True) == "d2"
    assert model.neighbour(DocumentId("gone"), 1) == "d1"
    model.set_filter("status:done")
    assert model.neighbour(DocumentId("d1"), 1, unsettled=True) is None


def test_titles_are_plain_rows(model: DocumentListModel) -> None:
    assert model.data(model.index(1)) == "KPU Samudra tetapkan DPT"
    assert model.index_of(DocumentId("d3")).row() == 2
    model.set_filter("kpu")
    assert not model.index_of(DocumentId("d3")).isValid()


class TestFirstLook:
    """Rows that a first look left out are read when they are wanted, and not before."""

    @pytest.fixture(autouse=True)
    def _model(self) -> None:
        statuses = [
            Status.DONE,
            Status.DONE,
            Status.NEW,
            Status.FLAGGED,
            Status.NEW,
            Status.SKIPPED,
        ]
        self.all = [row(number, f"Berita {number}", s) for number, s in enumerate(statuses)]
        self.rows = Rows(*self.all)
        self.model = DocumentListModel(self.rows)
        look = FirstLook(self.rows.counts(), self.all[2].id, 1, self.all[1:4])
        self.model.set_first_look(look)

    def test_counts_and_rows_at_hand_need_no_reading(self) -> None:
        assert (self.model.settled, self.model.total, self.model.rowCount()) == (3, 6, 6)
        assert self.model.index_of(DocumentId("d2")).row() == 2
        assert self.model.data(self.model.index(3)) == "Berita 3"
        self.model.update(self.all[2]._replace(status=Status.DONE))
        assert self.model.settled == 4
        assert (self.rows.read, self.rows.asked) == ([], 0)

    @pytest.mark.parametrize("place", [0, 4, 5])
    def test_other_rows_are_read_when_asked_for(self, place: int) -> None:
        assert self.model.data(self.model.index(place), SUMMARY_ROLE) == self.all[place]
        assert self.model.index_of(self.all[place].id).row() == place
        assert self.rows.read == [1, 5, 6]
        assert self.rows.asked == 0

    def test_a_row_that_was_not_seen_is_counted_all_the_same(self) -> None:
        self.model.update(self.all[4]._replace(status=Status.DONE))
        assert self.model.settled == 4

    def test_a_filter_and_the_way_round_see_all_rows(self) -> None:
        assert self.model.neighbour(DocumentId("d4"), 1, unsettled=True) == "d2"
        self.model.set_filter("status:new")
        assert shown(self.model) == ["d2", "d4"]
        assert self.rows.asked == 1

    def test_a_list_that_grew_is_longer_and_nothing_else(self, qtbot: QtBot) -> None:
        self.rows.all.append(row(6, "Berita 6"))
        with (
            qtbot.assertNotEmitted(self.model.modelReset),
            qtbot.waitSignal(self.model.rowsInserted) as inserted,
        ):
            self.model.grow()
        assert inserted.args is not None
        assert inserted.args[1:] == [6, 6]
        assert shown(self.model) == [item.id for item in self.rows.all]
        assert self.model.total == 7

    def test_what_grows_keeps_what_the_filter_would_now_hide(self) -> None:
        self.model.set_filter("status:new", "title")
        self.model.update(self.all[2]._replace(status=Status.DONE))
        self.rows.all.append(row(6, "Ajakan damai"))
        self.model.grow()
        assert shown(self.model) == ["d6", "d2", "d4"]
        self.model.reload()
        assert shown(self.model) == ["d6", "d4"]

    def sorted_look(self, rows: list[int], shown: int) -> None:
        self.model.set_wanted("status:new", "title", "")
        counts = dict.fromkeys(Status, 0) | {Status.NEW: 6}
        look = FirstLook(counts, None, 1, [self.all[at] for at in rows], shown)
        self.model.set_first_look(look)

    def test_a_queue_is_seen_before_all_is_read(self, qtbot: QtBot) -> None:
        self.sorted_look([4], 2)
        assert (self.model.rowCount(), self.model.total, self.rows.asked) == (2, 6, 0)
        assert self.model.data(self.model.index(1)) == "Berita 4"
        with qtbot.assertNotEmitted(self.model.modelReset):
            self.model.complete()
        assert shown(self.model) == ["d2", "d4"]

    def test_a_queue_that_changed_meanwhile_is_shown_anew(self) -> None:
        self.sorted_look([3], 2)
        self.model.complete()
        assert shown(self.model) == ["d2", "d4"]
        self.sorted_look([4], 3)
        assert self.model.data(self.model.index(2)) is None
        assert shown(self.model) == ["d2", "d4"]

    def test_rows_that_are_still_looked_for_are_empty_and_asked_for_once(self) -> None:
        self.rows.is_slow = True
        self.sorted_look([4], 2)
        assert [self.model.data(self.model.index(0)) for _ in range(3)] == [None] * 3
        assert self.model.neighbour(DocumentId("d4"), -1) is None
        self.model.update(self.all[4]._replace(status=Status.FLAGGED))
        assert self.model.data(self.model.index(1), SUMMARY_ROLE).status is Status.FLAGGED
        self.model.grow()
        assert self.rows.asked == 1
        self.rows.answer()
        assert self.model.data(self.model.index(0)) == "Berita 2"

    def test_what_lies_around_a_row(self) -> None:
        assert self.model.around(DocumentId("d2"), 1) == (1, ["d1", "d2", "d3"])
        assert self.model.around(DocumentId("d0"), 1) == (0, ["d0", "d1"])


def test_far_rows_with_work_left_are_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_NEAR", 2)
    rows = Rows(*(row(number, "x", Status.DONE) for number in range(9)))
    model = DocumentListModel(rows)
    model.set_first_look(FirstLook(rows.counts(), None, 0, ()))
    assert model.neighbour(DocumentId("d4"), 1, unsettled=True) is None
    model.update(row(1, "x", Status.FLAGGED))
    assert model.neighbour(DocumentId("d4"), 1, unsettled=True) == "d1"
    assert model.neighbour(DocumentId("d1"), 1, unsettled=True) is None


def test_pages_are_read_and_not_all_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_MOST_KNOWN", 100)
    rows = Rows(*(row(number, f"Berita {number}") for number in range(1_000)))
    model = DocumentListModel(rows)
    model.set_first_look(FirstLook(rows.counts(), None, 0, ()))
    assert model.data(model.index(999)) == "Berita 999"
    assert rows.read == list(range(961, 1_001))
    assert shown(model) == [item.id for item in rows.all]
    assert len(model._known) <= 164


def test_titles_are_found_by_their_beginning(model: DocumentListModel) -> None:
    role = Qt.ItemDataRole.DisplayRole
    assert [found.row() for found in model.match(model.index(1), role, "bAw")] == [3]
    assert model.match(model.index(0), role, "Samudra") == []
    assert DocumentListModel(Rows()).match(QModelIndex(), role, "x") == []


@pytest.mark.parametrize(("count", "words"), [(0, "0 labels"), (1, "1 label"), (46, "46 labels")])
def test_a_row_is_read_out_with_status_and_labels(model, count, words):
    title = "Polres gelar apel"
    model.update(DocumentSummary(DocumentId("d3"), title, Status.FLAGGED, count, "id", "", 100))
    spoken = model.data(model.index(2), Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == f"{title}, flagged, {words}"
