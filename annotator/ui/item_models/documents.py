"""The list of documents as Qt sees it: what is wanted, in what order, and the counts.

The list itself is an order of positions; rows are read when they are painted, and some kept.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from annotator.compat import override
from annotator.model.ids import DocumentId
from annotator.model.project import DocumentSummary, FirstLook, Status
from annotator.ui.edit_titles import status_words

if TYPE_CHECKING:
    from annotator.services.lists import Wanted

Index = QModelIndex | QPersistentModelIndex
SUMMARY_ROLE = Qt.ItemDataRole.UserRole
translate = QCoreApplication.translate

_NO_INDEX = QModelIndex()
_PAGE = 64
"""Rows read at once."""
_MOST_KNOWN = 4_000
_NEAR = 256
"""Rows looked at one by one before all are asked."""
_MOST_SEARCHED = 2_000
"""Rows in which a title is searched for as somebody types in the list."""
_SETTLED = frozenset({Status.DONE, Status.SKIPPED})


class Rows(Protocol):
    """What the model asks; see `ui.list_finder.ListFinder`."""

    def at(self, positions: Sequence[int]) -> dict[int, DocumentSummary]: ...
    def position(self, document: DocumentId) -> int | None: ...
    def counts(self) -> Mapping[Status, int]: ...
    def put(self, row: DocumentSummary) -> None: ...
    def next_open(self, shown: Sequence[int], row: int, step: int) -> int | None: ...
    def find(
        self, wanted: "Wanted", then: Callable[[Sequence[int]], None], keep: Sequence[int] = ()
    ) -> None: ...


class DocumentListModel(QAbstractListModel):
    """Rows are the documents that are wanted, in the order that was asked for."""

    arrived = Signal(bool)
    """What was asked for is shown now; true where all rows may be others."""

    def __init__(self, rows: Rows, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows = rows
        self._shown: Sequence[int] | None = range(0)
        """Positions of the rows; None while only those of a first look are known."""
        self._length = 0
        self._seen: dict[int, DocumentSummary] = {}
        """Rows of a first look whose positions nobody knows yet, by their number in the list."""
        self._known: dict[int, DocumentSummary] = {}
        """Rows by position."""
        self._wanted = ("", "import", "")
        self._is_asking = False
        self._counts: dict[Status, int] = dict.fromkeys(Status, 0)

    def set_first_look(self, look: FirstLook) -> None:
        """Show the rows of a first look; others are asked for when they are wanted."""
        self.beginResetModel()
        self._counts = dict(look.counts)
        self._known, self._seen = {}, {}
        numbered = enumerate(look.rows, look.first_row)
        if look.shown is None:
            self._length = sum(look.counts.values())
            self._shown = range(1, self._length + 1)
            self._known = {row + 1: summary for row, summary in numbered}
        else:
            self._length, self._shown, self._seen = look.shown, None, dict(numbered)
        self.endResetModel()

    @property
    def is_complete(self) -> bool:
        """False while only a first look at a queue is known."""
        return self._shown is not None

    @property
    def is_asking(self) -> bool:
        """True while what was asked for last is being looked for."""
        return self._is_asking

    def complete(self) -> None:
        """Ask for what a first look left out. Nothing moves where it said the truth."""
        if self._shown is None and not self._is_asking:
            self._ask()

    def reload(self) -> None:
        """Read everything again."""
        self._known.clear()
        self.count_again()
        self._ask()

    def grow(self) -> None:
        """Take in documents that came since. What is shown stays, whatever the filter says now."""
        self.count_again()
        if not self._is_asking and self._shown is not None:
            self._ask(self._shown)

    def count_again(self) -> None:
        """Read how many documents have each status."""
        self._counts = dict(self._rows.counts())

    def set_filter(self, text: str, order: str = "import", seed: str = "") -> None:
        """Show what a query asks for, in a `services.queue.Order`; see `parse_query`."""
        self._wanted = (text, order, seed)
        self._ask()

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

    def update(self, summary: DocumentSummary) -> None:
        """Replace one row. It stays in sight even where the filter would now hide it."""
        position = self._rows.position(summary.id)
        index = self.index_of(summary.id)
        before = self._seen.get(index.row()) or self._known.get(position or 0)
        self._rows.put(summary)
        if before is None:
            self.count_again()
        else:
            self._counts[before.status] -= 1
            self._counts[summary.status] += 1
        if index.row() in self._seen:
            self._seen[index.row()] = summary
        if position is not None:
            self._known[position] = summary
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
        for row, summary in self._seen.items():
            if summary.id == document:
                return self.index(row)
        self.complete()
        position = self._rows.position(document)
        if position is None or self._shown is None:
            return QModelIndex()
        found = self._row_of(position, self._shown)
        return QModelIndex() if found is None else self.index(found)

    def summary_at(self, row: int) -> DocumentSummary | None:
        """Return what stands in a row; None beyond the last, and while it is being looked for."""
        if not 0 <= row < self._length:
            return None
        if row in self._seen:
            return self._seen[row]
        self.complete()
        if self._shown is None or row >= self._length:
            return None
        position = int(self._shown[row])
        if position not in self._known:
            first = row - row % _PAGE
            page = [int(at) for at in self._shown[first : first + _PAGE]]
            if len(self._known) > _MOST_KNOWN:
                self._known.clear()
            self._known |= self._rows.at([at for at in page if at not in self._known])
        return self._known[position]

    def neighbour(
        self, document: DocumentId | None, step: int, *, unsettled: bool = False
    ) -> DocumentId | None:
        """Return the next shown document in a direction, None at the end of the list.

        With `unsettled` documents that are done or skipped are passed over, and the search goes
        once around the end of the list.
        """
        index = self.index_of(document) if document is not None else QModelIndex()
        row = index.row() if index.isValid() else (-1 if step > 0 else self._length)
        if not unsettled:
            summary = self.summary_at(row + step)
            return None if summary is None else summary.id
        for distance in range(1, min(self._length, _NEAR) + 1):
            summary = self.summary_at((row + step * distance) % self._length)
            if summary is None:
                return None
            if summary.id != document and summary.status not in _SETTLED:
                return summary.id
        return self._far_neighbour(row, step) if self._length > _NEAR else None

    def _far_neighbour(self, row: int, step: int) -> DocumentId | None:
        if self._shown is None:
            return None
        found = self._rows.next_open(self._shown, row, step)
        summary = None if found is None else self.summary_at(found)
        return None if summary is None else summary.id

    @override
    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else self._length

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

    @override
    def match(
        self,
        start: Index,
        role: int,
        value: Any,
        hits: int = 1,
        flags: Qt.MatchFlag = Qt.MatchFlag.MatchStartsWith,
    ) -> list[QModelIndex]:
        """Find a title by its beginning, as a list does while somebody types, but not for ever."""
        beginning = str(value).casefold()
        for distance in range(min(self._length, _MOST_SEARCHED)):
            row = (start.row() + distance) % self._length
            summary = self.summary_at(row)
            if summary is not None and summary.title.casefold().startswith(beginning):
                return [self.index(row)]
        return []

    @staticmethod
    def _row_of(position: int, shown: Any) -> int | None:
        """Return where a position stands in a range or an array."""
        if isinstance(shown, range):
            return shown.index(position) if position in shown else None
        rows = (shown == position).nonzero()[0]
        return int(rows[0]) if len(rows) else None

    @staticmethod
    def _is_same(first: Any, second: Any) -> bool:
        """Tell whether two orders are one; each is a range or an array, of the same length."""
        alike = first == second
        return alike if isinstance(alike, bool) else bool(alike.all())

    def _ask(self, keep: Sequence[int] = ()) -> None:
        from annotator.services.lists import Wanted  # not for every start

        self._is_asking = True
        self._rows.find(Wanted(*self._wanted), self._show, keep)

    def _show(self, positions: Sequence[int]) -> None:
        """Show what was found; where rows were only added at the end, the others stay."""
        self._is_asking = False
        begins_alike = self._begins_alike(positions)
        self._seen = {}
        if not begins_alike:
            self.beginResetModel()
        elif len(positions) > self._length:
            self.beginInsertRows(QModelIndex(), self._length, len(positions) - 1)
        grows = len(positions) > self._length
        self._shown, self._length = positions, len(positions)
        if not begins_alike:
            self.endResetModel()
        elif grows:
            self.endInsertRows()
        self.arrived.emit(not begins_alike)

    def _begins_alike(self, positions: Sequence[int]) -> bool:
        """Tell whether all rows shown so far, as far as they were known, stay where they are."""
        if len(positions) < self._length:
            return False
        if self._shown is not None:
            return self._is_same(self._shown, positions[: self._length])
        if len(positions) > self._length:
            return False
        places = [self._rows.position(summary.id) for summary in self._seen.values()]
        return places == [positions[row] for row in self._seen]


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
