"""The acts of a history as rows, newest first; words are found when a row is shown."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from annotator.compat import override
from annotator.model.edit import Origin
from annotator.services.timeline import ActHead
from annotator.ui.act_words import ActRow, ActWords

if TYPE_CHECKING:
    from annotator.model.ids import ActId

ROW_ROLE: Final = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex


class Shown(NamedTuple):
    """What a row shows: an act in words, and whether it was taken back by undo."""

    row: ActRow
    is_undone: bool


class ActsModel(QAbstractListModel):
    """Rows are acts. Newer ones are put on top without touching the others."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._heads: list[ActHead] = []
        """In their order: the last one is the first row."""
        self._undone: set[ActId] = set()
        self._words: ActWords | None = None

    def show_acts(self, heads: Sequence[ActHead], words: ActWords | None) -> None:
        """Replace all rows."""
        self.beginResetModel()
        self._heads = [*heads]
        self._words = words
        self._undone = set()
        self._take(heads)
        self.endResetModel()

    def add_newer(self, heads: Sequence[ActHead]) -> None:
        """Put acts on top. The uppermost act may have gone on: then there is more of it."""
        new: list[ActHead] = []
        for head in heads:
            place = len(self._heads) - 1
            if place < 0 or self._heads[place].id != head.id:
                new.append(head)
                continue
            old = self._heads[place]
            grown = old._replace(last=head.last, entries=old.entries + head.entries)
            self._heads[place] = grown
            self._take([grown])
        if new:
            self.beginInsertRows(QModelIndex(), 0, len(new) - 1)
            self._heads += new
            self._take(new)
            self.endInsertRows()
        if heads and self._heads:  # an undo changes how another row looks
            self.dataChanged.emit(self.index(0), self.index(len(self._heads) - 1))

    def last_of(self, annotator: str) -> int:
        """Return the greatest Lamport number among the acts of an annotator."""
        return max((head.last for head in self._heads if head.annotator == annotator), default=0)

    def head_at(self, row: int) -> ActHead | None:
        """Return the act of a row, None beyond the last."""
        return self._heads[-1 - row] if 0 <= row < len(self._heads) else None

    @override
    def rowCount(self, parent: Index | None = None) -> int:
        return len(self._heads)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        head = self.head_at(index.row())
        if head is None or self._words is None:
            return None
        if role == ROW_ROLE:
            return Shown(self._words.row(head), head.id in self._undone)
        if role == Qt.ItemDataRole.DisplayRole:
            row = self._words.row(head)
            return f"{row.when}: {row.words}"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            row = self._words.row(head)
            return f"{row.moment}: {row.words}, {row.who}"
        return None

    def _take(self, heads: Sequence[ActHead]) -> None:
        if self._words is not None:
            self._words.know(heads)
        for head in heads:
            if head.origin is Origin.UNDO:
                self._undone.add(head.of)
            elif head.origin is Origin.REDO:
                self._undone.discard(head.of)
