"""The list of articles: filter, counts, the way to the next one."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from annotator.model.ids import DocumentId
from annotator.model.project import DocumentSummary, FirstLook, Status
from annotator.ui.item_models.documents import SUMMARY_ROLE, DocumentListModel

pytestmark = pytest.mark.usefixtures("qapp")


def row(number: int, title: str, status: Status = Status.NEW) -> DocumentSummary:
    return DocumentSummary(DocumentId(f"d{number}"), title, status, 0, "id", "", 100)


@pytest.fixture
def model() -> DocumentListModel:
    made = DocumentListModel()
    made.set_summaries(
        [
            row(1, "Bawaslu Samudra terima laporan", Status.DONE),
            row(2, "KPU Samudra tetapkan DPT"),
            row(3, "Polres gelar apel", Status.FLAGGED),
            row(4, "Bawaslu awasi masa tenang"),
        ]
    )
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
        self.rows = [row(number, f"Berita {number}", s) for number, s in enumerate(statuses)]
        self.reads = 0
        counts = {status: statuses.count(status) for status in Status}
        self.model = DocumentListModel()
        look = FirstLook(counts, self.rows[2].id, 1, self.rows[1:4])
        self.model.set_first_look(look, self.read)

    def read(self) -> list[DocumentSummary]:
        self.reads += 1
        return self.rows

    def test_counts_and_rows_at_hand_need_no_reading(self) -> None:
        assert (self.model.settled, self.model.total, self.model.rowCount()) == (3, 6, 6)
        assert self.model.index_of(DocumentId("d2")).row() == 2
        assert self.model.data(self.model.index(3)) == "Berita 3"
        self.model.update(self.rows[2]._replace(status=Status.DONE))
        assert self.model.settled == 4
        assert self.reads == 0

    @pytest.mark.parametrize("place", [0, 4, 5])
    def test_other_rows_are_read_when_asked_for(self, place: int) -> None:
        assert self.model.data(self.model.index(place), SUMMARY_ROLE) == self.rows[place]
        assert self.model.index_of(self.rows[place].id).row() == place
        assert self.reads == 1

    def test_reading_the_rest_resets_nothing(self, qtbot: QtBot) -> None:
        with qtbot.assertNotEmitted(self.model.modelReset):
            self.model.complete()
            self.model.complete()
        assert shown(self.model) == [item.id for item in self.rows]
        assert (self.model.settled, self.reads) == (3, 1)

    def test_a_filter_and_the_way_round_see_all_rows(self) -> None:
        assert self.model.neighbour(DocumentId("d4"), 1, unsettled=True) == "d2"
        self.model.set_filter("status:new")
        assert shown(self.model) == ["d2", "d4"]
        assert self.reads == 1

    def test_a_list_that_grew_meanwhile_is_shown_anew(self) -> None:
        self.rows.append(row(6, "Berita 6"))
        self.model.complete()
        assert shown(self.model) == [item.id for item in self.rows]

    def sorted_look(self, rows: list[int], shown: int) -> None:
        self.model.set_wanted("status:new", "title", "")
        counts = dict.fromkeys(Status, 0) | {Status.NEW: 6}
        look = FirstLook(counts, None, 1, [self.rows[at] for at in rows], shown)
        self.model.set_first_look(look, self.read)

    def test_a_queue_is_seen_before_all_is_read(self, qtbot: QtBot) -> None:
        self.sorted_look([4], 2)
        assert (self.model.rowCount(), self.model.total, self.reads) == (2, 6, 0)
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

    def test_what_lies_around_a_row(self) -> None:
        assert self.model.around(DocumentId("d2"), 1) == (1, ["d1", "d2", "d3"])
        assert self.model.around(DocumentId("d0"), 1) == (0, ["d0", "d1"])


@pytest.mark.parametrize(("count", "words"), [(0, "0 labels"), (1, "1 label"), (46, "46 labels")])
def test_a_row_is_read_out_with_status_and_labels(model, count, words):
    title = "Polres gelar apel"
    model.update(DocumentSummary(DocumentId("d3"), title, Status.FLAGGED, count, "id", "", 100))
    spoken = model.data(model.index(2), Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == f"{title}, flagged, {words}"
