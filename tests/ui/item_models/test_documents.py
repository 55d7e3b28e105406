"""The list of articles: filter, counts, the way to the next one."""

import pytest

from annotator.model.ids import DocumentId
from annotator.model.project import DocumentSummary, Status
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
