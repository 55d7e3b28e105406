"""The list of documents: a model over frozen rows, with its filter."""

from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import (
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QStringListModel,
    Qt,
)

from annotator.compat import override
from annotator.model.ids import DocumentId
from annotator.model.project import DocumentSummary, FirstLook, Status
from annotator.ui.edit_titles import status_words

Index = QModelIndex | QPersistentModelIndex
SUMMARY_ROLE = Qt.ItemDataRole.UserRole
translate = QCoreApplication.translate

_AS_IMPORTED = "import"


class DocumentListModel(QStringListModel):
    """Rows are the documents that are wanted, in the order that was asked for.

    Qt keeps how many rows there are, as strings that nobody reads: a list view asks for the number
    twice a row, and 20,000 calls of a method written in Python would be felt at every start.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: list[DocumentSummary | None] = []
        """None stands for a row that a first look left out; `_unread` reads them all."""
        self._unread: Callable[[], list[DocumentSummary]] | None = None
        self._place: dict[DocumentId, int] = {}
        self._shown: Sequence[int] = ()
        self._wanted = ("", _AS_IMPORTED, "")
        self._row_of: dict[int, int] | None = None
        self._counts: dict[Status, int] = dict.fromkeys(Status, 0)

    def set_first_look(self, look: FirstLook, read: Callable[[], list[DocumentSummary]]) -> None:
        """Show the rows of a first look; `read` gets all of them as soon as others are wanted."""
        self._counts = dict(look.counts)
        length = sum(look.counts.values()) if look.shown is None else look.shown
        after = max(0, length - look.first_row - len(look.rows))
        self._all = [*[None] * look.first_row, *look.rows, *[None] * after]
        self._place = {row.id: place for place, row in enumerate(look.rows, look.first_row)}
        self._unread = read
        self._shown = range(len(self._all))
        self._row_of = None
        self.setStringList([""] * len(self._shown))

    def complete(self) -> None:
        """Read what a first look left out. Selection and place stay where it said the truth."""
        if self._unread is not None:
            seen = self._all
            self._take(self._unread())
            self._shown, self._row_of = self._places(), None
            if not self._is_still(seen):
                self.setStringList([""] * len(self._shown))

    def set_summaries(self, summaries: list[DocumentSummary]) -> None:
        """Replace all rows."""
        self._take(summaries)
        self._apply_filter()

    def set_filter(self, text: str, order: str = _AS_IMPORTED, seed: str = "") -> None:
        """Show what a query asks for, in a `services.queue.Order`; see `parse_query`."""
        self._wanted = (text, order, seed)
        self._apply_filter()

    def set_wanted(self, text: str, order: str, seed: str) -> None:
        """Say what a first look, which comes next, was filtered and sorted by."""
        self._wanted = (text, order, seed)

    def around(self, document: DocumentId, rows: int) -> tuple[int, list[DocumentId]]:
        """Return the documents up to so many rows before and after one that is shown.

        The first value is the row of the first.
        """
        row = self.index_of(document).row()
        first = max(0, row - rows)
        near = [self.summary_at(at) for at in range(first, row + rows + 1)]
        return first, [one.id for one in near if one is not None]

    @property
    def rows(self) -> list[DocumentSummary]:
        """All documents, shown or not, in the order of import."""
        self.complete()
        return [row for row in self._all if row is not None]

    def update(self, summary: DocumentSummary) -> None:
        """Replace one row. It stays in sight even where the filter would now hide it."""
        place = self._place_of(summary.id)
        before = None if place is None else self._all[place]
        if place is None or before is None:
            return
        self._counts[before.status] -= 1
        self._counts[summary.status] += 1
        self._all[place] = summary
        index = self.index_of(summary.id)
        if index.isValid():
            self.dataChanged.emit(index, index)

    @property
    def total(self) -> int:
        return sum(self._counts.values())

    @property
    def settled(self) -> int:
        """How many documents need no more work: done or skipped."""
        return self._counts[Status.DONE] + self._counts[Status.SKIPPED]

    def index_of(self, document: DocumentId) -> QModelIndex:
        """Return the row of a document; invalid when the filter hides it."""
        place = self._place_of(document)
        if place is None:
            return QModelIndex()
        if isinstance(self._shown, range):  # of all documents: no start shall count them
            return self.index(place)
        if self._row_of is None:
            self._row_of = {at: row for row, at in enumerate(self._shown)}
        return self.index(self._row_of[place]) if place in self._row_of else QModelIndex()

    def summary_at(self, row: int) -> DocumentSummary | None:
        """Return what stands in a row, None beyond the last."""
        if not 0 <= row < len(self._shown):
            return None
        if self._all[self._shown[row]] is None:
            self.complete()
        return self._all[self._shown[row]] if row < len(self._shown) else None

    def neighbour(
        self, document: DocumentId | None, step: int, *, unsettled: bool = False
    ) -> DocumentId | None:
        """Return the next shown document in a direction, None at the end of the list.

        With `unsettled` documents that are done or skipped are passed over, and the search goes
        once around the end of the list.
        """
        index = self.index_of(document) if document is not None else QModelIndex()
        row = index.row() if index.isValid() else (-1 if step > 0 else len(self._shown))
        count = len(self._shown)
        for distance in range(1, count + 1):
            at = row + step * distance
            if unsettled:
                at %= count
            summary = self.summary_at(at)
            if summary is None:
                return None
            if summary.id != document and not (
                unsettled and summary.status in {Status.DONE, Status.SKIPPED}
            ):
                return summary.id
        return None

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        summary = self.summary_at(index.row())
        if summary is None:
            return None
        if role == SUMMARY_ROLE:
            return summary
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return _spoken(summary)
        return summary.title if role == Qt.ItemDataRole.DisplayRole else None

    def _take(self, summaries: list[DocumentSummary]) -> None:
        self._unread = None
        self._all = [*summaries]
        self._place = {row.id: place for place, row in enumerate(summaries)}
        self._counts = {**dict.fromkeys(Status, 0), **Counter(row.status for row in summaries)}

    def _place_of(self, document: DocumentId) -> int | None:
        if document not in self._place:
            self.complete()
        return self._place.get(document)

    def _apply_filter(self) -> None:
        self._shown = self._places()
        self._row_of = None
        self.setStringList([""] * len(self._shown))

    def _places(self) -> Sequence[int]:
        text, order, seed = self._wanted
        if not text.strip() and order == _AS_IMPORTED:
            return range(len(self._all))
        from annotator.services.queue import Order, parse_query, places  # not for every start

        return places(self.rows, parse_query(text), Order(order), seed)

    def _is_still(self, seen: Sequence[DocumentSummary | None]) -> bool:
        """Tell whether a first look showed what is shown now, as far as it showed anything."""
        if len(seen) != len(self._shown):
            return False
        pairs = zip(seen, self._shown, strict=True)
        return all(row is None or self._place.get(row.id) == place for row, place in pairs)


def _spoken(summary: DocumentSummary) -> str:
    """Return a row as a screen reader says it: title, status, number of labels."""
    count = summary.span_count
    one, more = translate("DocumentDelegate", "1 label"), translate("DocumentDelegate", "%1 labels")
    words = one if count == 1 else more
    parts = [summary.title, status_words(summary.status), words.replace("%1", str(count))]
    if summary.open_notes:
        one, more = (
            translate("DocumentDelegate", "1 note"),
            translate("DocumentDelegate", "%1 notes"),
        )
        words = one if summary.open_notes == 1 else more
        parts.append(words.replace("%1", str(summary.open_notes)))
    return ", ".join(parts)
