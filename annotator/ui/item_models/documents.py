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

STATUS_NAMES = {
    "new": Status.NEW,
    "baru": Status.NEW,
    "belum": Status.NEW,
    "open": Status.IN_PROGRESS,
    "in_progress": Status.IN_PROGRESS,
    "proses": Status.IN_PROGRESS,
    "done": Status.DONE,
    "selesai": Status.DONE,
    "skipped": Status.SKIPPED,
    "lewat": Status.SKIPPED,
    "dilewati": Status.SKIPPED,
    "flagged": Status.FLAGGED,
    "tanda": Status.FLAGGED,
    "ditandai": Status.FLAGGED,
}
"""What may stand after `status:` in the filter, in either language."""


class Filter:
    """What the user typed above the list: words, and `status:` with a name of a status."""

    def __init__(self, text: str) -> None:
        self.words: list[str] = []
        self.statuses: set[Status] = set()
        for part in text.casefold().split():
            key, colon, value = part.partition(":")
            if colon and key == "status" and value in STATUS_NAMES:
                self.statuses.add(STATUS_NAMES[value])
            elif not (colon and key == "status"):
                self.words.append(part)

    def accepts(self, summary: DocumentSummary) -> bool:
        """Tell whether a row is shown."""
        if self.statuses and summary.status not in self.statuses:
            return False
        title = summary.title.casefold()
        return all(word in title for word in self.words)


class DocumentListModel(QStringListModel):
    """Rows are the documents that pass the filter, in the order of import.

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
        self._filter = Filter("")
        self._counts: dict[Status, int] = dict.fromkeys(Status, 0)

    def set_first_look(self, look: FirstLook, read: Callable[[], list[DocumentSummary]]) -> None:
        """Show the rows of a first look; `read` gets all of them as soon as others are wanted."""
        self._counts = dict(look.counts)
        after = sum(look.counts.values()) - look.first_row - len(look.rows)
        self._all = [*[None] * look.first_row, *look.rows, *[None] * after]
        self._place = {row.id: place for place, row in enumerate(look.rows, look.first_row)}
        self._unread = read
        self._apply_filter()

    def complete(self) -> None:
        """Read what a first look left out. Selection and place in the list stay."""
        if self._unread is not None:
            summaries = self._unread()
            if len(summaries) == len(self._all):
                self._take(summaries)
            else:
                self.set_summaries(summaries)

    def set_summaries(self, summaries: list[DocumentSummary]) -> None:
        """Replace all rows."""
        self._take(summaries)
        self._apply_filter()

    def set_filter(self, text: str) -> None:
        """Show only the rows that match."""
        self._filter = Filter(text)
        self._apply_filter()

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
        return len(self._all)

    @property
    def settled(self) -> int:
        """How many documents need no more work: done or skipped."""
        return self._counts[Status.DONE] + self._counts[Status.SKIPPED]

    def index_of(self, document: DocumentId) -> QModelIndex:
        """Return the row of a document; invalid when the filter hides it."""
        place = self._place_of(document)
        if place is None or place not in self._shown:
            return QModelIndex()
        return self.index(self._shown.index(place))

    def summary_at(self, row: int) -> DocumentSummary | None:
        """Return what stands in a row, None beyond the last."""
        if not 0 <= row < len(self._shown):
            return None
        if self._all[self._shown[row]] is None:
            self.complete()
        return self._all[self._shown[row]]

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
        wanted = self._filter
        if not wanted.words and not wanted.statuses:
            self._shown = range(len(self._all))
        else:
            self.complete()
            self._shown = [
                place
                for place, row in enumerate(self._all)
                if row is not None and wanted.accepts(row)
            ]
        self.setStringList([""] * len(self._shown))


def _spoken(summary: DocumentSummary) -> str:
    """Return a row as a screen reader says it: title, status, number of labels."""
    count = summary.span_count
    one, more = translate("DocumentDelegate", "1 label"), translate("DocumentDelegate", "%1 labels")
    words = one if count == 1 else more
    return ", ".join([summary.title, status_words(summary.status), words.replace("%1", str(count))])
