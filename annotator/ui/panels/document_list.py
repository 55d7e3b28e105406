"""The list of articles as a widget: rows of one height, so that a million cost what ten cost."""

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QRegion
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyleOptionViewItem, QWidget

from annotator.compat import override

ROW_HEIGHT = 74
"""Pixels."""
Index = QModelIndex | QPersistentModelIndex
Hint = QAbstractItemView.ScrollHint
Move = QAbstractItemView.CursorAction


class DocumentList(QListView):
    """The list itself. Return opens the row and goes to the text.

    It is a QListView for screen readers and for what keys and mouse do. Qt's own would ask for the
    size of each row and keep it: a tenth of a second and 30 MB for a million. Here a row's place is
    its number times its height.
    """

    entered_text = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setViewport(QWidget())  # PySide would make 62 classes to find out what Qt's own is
        self.hovered = -1
        """The row under the mouse. Asking the style's state for it would load all its enums."""
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.entered.connect(self._hover)
        self.viewportEntered.connect(self._leave)

    @property
    def top(self) -> tuple[int, int]:
        """The row at the top, and how many pixels of it are above."""
        return divmod(self.verticalOffset(), ROW_HEIGHT)

    def set_top(self, index: QModelIndex, above: int) -> None:
        """Put a row at the top, so many pixels of it above; nothing for an invalid one."""
        if index.isValid():
            self.updateGeometries()
            self.verticalScrollBar().setValue(index.row() * ROW_HEIGHT + above)

    # -- where rows are ----------------------------------------------------------------------------

    @override
    def doItemsLayout(self) -> None:
        QAbstractItemView.doItemsLayout(self)

    @override
    def updateGeometries(self) -> None:
        bar, room = self.verticalScrollBar(), self.viewport().height()
        bar.setSingleStep(ROW_HEIGHT)
        bar.setPageStep(room)
        bar.setRange(0, max(0, self._count * ROW_HEIGHT - room))

    @override
    def verticalOffset(self) -> int:
        return self.verticalScrollBar().value()

    @override
    def horizontalOffset(self) -> int:
        return 0

    @override
    def isIndexHidden(self, index: Index) -> bool:
        return False

    @override
    def visualRect(self, index: Index) -> QRect:
        if not index.isValid():
            return QRect()
        y = index.row() * ROW_HEIGHT - self.verticalOffset()
        return QRect(0, y, self.viewport().width(), ROW_HEIGHT)

    @override
    def indexAt(self, point: QPoint) -> QModelIndex:
        row = (point.y() + self.verticalOffset()) // ROW_HEIGHT
        is_beside = not 0 <= point.x() < self.viewport().width()
        return QModelIndex() if is_beside else self.model().index(row, 0)

    @override
    def scrollTo(self, index: Index, hint: Hint = Hint.EnsureVisible) -> None:
        if not index.isValid():
            return
        self.updateGeometries()
        bar, room = self.verticalScrollBar(), self.viewport().height()
        top, bottom = index.row() * ROW_HEIGHT, (index.row() + 1) * ROW_HEIGHT
        if hint is Hint.PositionAtCenter:
            bar.setValue(top - (room - ROW_HEIGHT) // 2)
        elif hint is Hint.PositionAtTop or top < bar.value():
            bar.setValue(top)
        elif hint is Hint.PositionAtBottom or bottom > bar.value() + room:
            bar.setValue(bottom - room)

    @override
    def moveCursor(self, action: Move, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        row, last = self.currentIndex().row(), self._count - 1
        page = max(1, self.viewport().height() // ROW_HEIGHT)
        rows = {
            Move.MoveUp: row - 1,
            Move.MovePrevious: row - 1,
            Move.MoveDown: row + 1,
            Move.MoveNext: row + 1,
            Move.MovePageUp: row - page,
            Move.MovePageDown: row + page,
            Move.MoveHome: 0,
            Move.MoveEnd: last,
        }
        wanted = rows.get(action, row) if row >= 0 else 0
        return self.model().index(min(max(wanted, 0), last), 0)

    @override
    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        index = self.indexAt(rect.center())
        self.selectionModel().select(QItemSelection(index, index), command)

    @override
    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        region = QRegion()
        for index in selection.indexes():
            region += QRegion(self.visualRect(index))
        return region

    @override
    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        delegate, painter = self.itemDelegate(), QPainter(self.viewport())
        option = QStyleOptionViewItem()
        first = (event.rect().top() + self.verticalOffset()) // ROW_HEIGHT
        last = (event.rect().bottom() + self.verticalOffset()) // ROW_HEIGHT
        for row in range(max(0, first), min(last + 1, self._count)):
            index = self.model().index(row, 0)
            option.rect = self.visualRect(index)
            delegate.paint(painter, option, index)
        painter.end()

    @property
    def _count(self) -> int:
        return self.model().rowCount()

    # -- mouse and keys ----------------------------------------------------------------------------

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self._leave()
        super().leaveEvent(event)

    def _hover(self, index: QModelIndex) -> None:
        self.hovered = index.row()
        self.viewport().update()

    def _leave(self) -> None:
        self.hovered = -1
        self.viewport().update()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            self.entered_text.emit()
            return
        super().keyPressEvent(event)
