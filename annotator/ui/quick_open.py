"""A line to type into and a list under it, over the window: the label picker and the palette."""

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListView,
    QVBoxLayout,
    QWidget,
)

from annotator.compat import override
from annotator.ui.action import sequence_of
from annotator.ui.quick_entries import Entry, Finder, Found
from annotator.ui.quick_rows import ROW_HEIGHT, RowDelegate, elided_passage
from annotator.ui.speech import announce
from annotator.ui.theme import Theme
from annotator.ui.widgets import Field, Words, quiet_list

FOUND_ROLE: Final = Qt.ItemDataRole.UserRole
_EDGE: Final = 10
"""Pixels that stay free between the popup and the edges of the window."""
_MARGIN, _SPACE = 8, 6
_ROWS: Final = 11
"""Rows in sight where there is room."""
_LEAST_ROWS: Final = 4
_MOVES: Final = {
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
    Qt.Key.Key_Tab,
    Qt.Key.Key_Backtab,
}
_TAKE: Final = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class FoundModel(QAbstractListModel):
    """The rows that answer to what was typed."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.rows: Sequence[Found] = ()

    def show_rows(self, rows: Sequence[Found]) -> None:
        """Replace all rows."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    @override
    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        return len(self.rows)

    @override
    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if not 0 <= index.row() < len(self.rows):
            return None
        found = self.rows[index.row()]
        if role == FOUND_ROLE:
            return found
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(found.entry)
        return found.entry.title if role == Qt.ItemDataRole.DisplayRole else None


class QuickOpen(QWidget):
    """Lies over the whole window, so that a click beside the popup leaves it.

    `taken` carries the id of the chosen entry, after the keyboard is back where it was. The popup
    is made for one use and goes away by itself.
    """

    taken = Signal(str)

    def __init__(
        self,
        window: QWidget,
        theme: Theme,
        finder: Finder,
        name: str,
        placeholder: str,
        *,
        near: QRect | None = None,
        with_detail: bool = False,
        width: int = 460,
        passed_on: Sequence[str] = (),
    ) -> None:
        """`near` is a part of the window that should stay in sight; without it, top middle.

        `passed_on` are keys that stay the window's own.
        """
        super().__init__(window)
        self._window = window
        self._theme = theme
        self._finder = finder
        self._near = near
        self._width = width
        self._passed_on = {sequence_of(key)[0] for key in passed_on}  # type: ignore[index]  # the stubs lack it
        self._before = window.focusWidget()
        self.setAccessibleName(name)
        self.card = QFrame(self)
        self.field = Field(theme, placeholder)
        self.line.setAccessibleName(name)
        self.line.setAccessibleDescription(placeholder)
        self.model = FoundModel(self)
        self.list = self._make_list(theme, name)
        self._nothing = Words(self.tr("Nothing matches."), theme.muted)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._detail = Words("", theme.muted)
        self._detail.setWordWrap(True)
        self._detail.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._detail.setFixedHeight(4 * self._detail.fontMetrics().lineSpacing() + 2)
        column = QVBoxLayout(self.card)
        column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        column.setSpacing(_SPACE)
        column.addWidget(self.field)
        column.addWidget(self.list, 1)
        column.addWidget(self._nothing, 1)
        column.addWidget(self._detail)
        self._detail.setVisible(with_detail)
        self.line.textChanged.connect(self._search)
        self.line.installEventFilter(self)
        window.installEventFilter(self)

    @property
    def line(self) -> QLineEdit:
        """The line of input."""
        return self.field.line

    @property
    def current(self) -> Entry | None:
        """The marked row."""
        found = self.list.currentIndex().data(FOUND_ROLE)
        return found.entry if isinstance(found, Found) else None

    def start(self) -> None:
        """Show the popup and put the keyboard into its line."""
        self._place()
        self._search("")
        self.show()
        self.raise_()
        self.line.setFocus(Qt.FocusReason.PopupFocusReason)

    def leave(self) -> None:
        """Go away; the keyboard goes back to where it was."""
        if self.isHidden():
            return
        self._window.removeEventFilter(self)
        before, has_keyboard = self._before, self.isAncestorOf(self.window().focusWidget() or self)
        self.hide()
        self.deleteLater()
        if before is not None and has_keyboard:
            before.setFocus(Qt.FocusReason.PopupFocusReason)

    def take(self) -> None:
        """Take the marked row."""
        entry = self.current
        if entry is not None and entry.enabled:
            self.leave()
            self.taken.emit(entry.id)

    def _make_list(self, theme: Theme, name: str) -> QListView:
        made = QListView()
        made.setAccessibleName(name)
        made.setModel(self.model)
        made.setItemDelegate(RowDelegate(theme, made, FOUND_ROLE))
        made.setUniformItemSizes(True)
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        quiet_list(made, theme, theme.base)
        made.selectionModel().currentChanged.connect(self._current_changed)
        made.clicked.connect(self.take)
        return made

    def _search(self, typed: str) -> None:
        rows = self._finder.find(typed)
        self.model.show_rows(rows)
        self.list.setVisible(bool(rows))
        self._nothing.setVisible(not rows)
        if rows:
            self.list.setCurrentIndex(self.model.index(0))
            self.list.scrollToTop()
        else:
            self._detail.setText("")
            announce(self.line, self._nothing.text())

    def _current_changed(self, index: QModelIndex) -> None:
        found = index.data(FOUND_ROLE)
        if not isinstance(found, Found):
            return
        room = QSize(self.card.width() - 2 * _MARGIN, self._detail.height())
        self._detail.setText(elided_passage(found.entry.detail, self._detail.fontMetrics(), room))
        announce(self.line, spoken(found.entry))

    def _move(self, key: int) -> None:
        count, row = self.model.rowCount(), self.list.currentIndex().row()
        if not count:
            return
        page = max(1, self.list.viewport().height() // ROW_HEIGHT - 1)
        if key in {Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}:
            row = min(count - 1, max(0, row + (page if key == Qt.Key.Key_PageDown else -page)))
        else:
            row = (row + (1 if key in {Qt.Key.Key_Down, Qt.Key.Key_Tab} else -1)) % count
        self.list.setCurrentIndex(self.model.index(row))

    # -- where it lies -------------------------------------------------------------------------

    def _place(self) -> None:
        """Lie beside `near` and inside the window, whatever its size."""
        window = self._window.rect()
        self.setGeometry(window)
        inside = window.adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
        rest = self.field.sizeHint().height() + 2 * _MARGIN + _SPACE
        rest += 0 if self._detail.isHidden() else self._detail.height() + _SPACE
        width = min(self._width, inside.width())
        most, least = rest + _ROWS * ROW_HEIGHT, rest + _LEAST_ROWS * ROW_HEIGHT
        if self._near is None:
            top = min(window.height() // 10, max(_EDGE, inside.bottom() - most))
            box = QRect((window.width() - width) // 2, top, width, min(most, inside.height()))
            self.card.setGeometry(box)
            return
        near = self._near
        below = inside.bottom() - near.bottom() - _EDGE
        above = near.top() - _EDGE - inside.top()
        if below >= least or below >= above:
            height = min(most, max(below, least), inside.height())
            top = near.bottom() + _EDGE
        else:
            height = min(most, max(above, least), inside.height())
            top = near.top() - _EDGE - height
        # a window that was made smaller meanwhile may have left `near` behind
        left = max(inside.left(), min(near.left() - _EDGE, inside.right() - width))
        top = max(inside.top(), min(top, inside.bottom() - height))
        self.card.setGeometry(left, top, width, height)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.card.geometry())
        shade = QColor("#000000")
        shade.setAlpha(12 if theme.is_dark else 5)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(shade)
        for grow in range(1, 10, 2):
            painter.drawRoundedRect(
                box.adjusted(-grow, 2 - grow, grow, 4 + grow), 9 + grow, 9 + grow
            )
        painter.setPen(QColor(theme.key_edge))
        painter.setBrush(QColor(theme.base))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 9, 9)
        painter.end()

    # -- keys and mouse ------------------------------------------------------------------------

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window:
            if event.type() is QEvent.Type.Resize:
                self._place()
            if event.type() in {QEvent.Type.Resize, QEvent.Type.ChildAdded}:
                QTimer.singleShot(
                    0, self, self.raise_
                )  # what else lies over the window stays below
        elif isinstance(event, QKeyEvent) and watched is self.line:
            if event.type() is QEvent.Type.ShortcutOverride:
                return self._claim(event)
            if event.type() is QEvent.Type.KeyPress:
                return self._press(event)
        return False

    def _claim(self, event: QKeyEvent) -> bool:
        """Keep keys from the window's own actions while the popup is open."""
        if event.keyCombination() in self._passed_on:
            return False
        event.accept()
        return True

    def _press(self, event: QKeyEvent) -> bool:
        key = event.key()
        held = event.modifiers() & ~(
            Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
        )
        if key == Qt.Key.Key_Escape:
            self.leave()
        elif key in _TAKE:
            if held == Qt.KeyboardModifier.NoModifier:
                self.take()
        elif key in _MOVES:
            self._move(key)
        else:
            return False
        return True

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.accept()  # what the line leaves over means nothing here, nor to the window

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.accept()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self.card.geometry().contains(event.position().toPoint()):
            self.leave()
        event.accept()


def spoken(entry: Entry) -> str:
    """Return a row as a screen reader says it."""
    parts = [entry.title, entry.note, entry.key]
    if not entry.enabled:
        parts.append(QCoreApplication.translate("QuickOpen", "not possible now"))
    return ", ".join(part for part in parts if part)
