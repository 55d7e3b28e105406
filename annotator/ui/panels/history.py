"""The history of the article that is shown: its acts, newest first, and the ways back."""

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
    SignalInstance,
)
from PySide6.QtGui import QColor, QFocusEvent, QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from annotator.compat import override
from annotator.services.timeline import ActHead
from annotator.ui.buttons import KeyButton
from annotator.ui.item_models.acts import ROW_ROLE, ActsModel, Shown
from annotator.ui.theme import Theme, font
from annotator.ui.ticks import TickBox
from annotator.ui.widgets import Line, Words, quiet_list

ROW_HEIGHT = 62
_TIME = 54
"""Pixels for the time at the left of a row."""


class ActDelegate(QStyledItemDelegate):
    """Paints an act: when, what in up to two lines, who."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view
        self._font = font(12.5)
        self._undone = font(12.5)
        self._undone.setStrikeOut(True)
        self._small = font(11.5)
        self._time = font(11.5, QFont.Weight.Medium)
        self._metrics = QFontMetrics(self._font)

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(200, ROW_HEIGHT)

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        shown = index.data(ROW_ROLE)
        if not isinstance(shown, Shown):
            return
        theme, box, row = self._theme, QRect(option.rect), shown.row
        painter.save()
        if index.row() == self._view.currentIndex().row():
            painter.fillRect(box, QColor(theme.accent_soft))
        painter.fillRect(box.left(), box.bottom(), box.width(), 1, QColor(theme.hairline))
        painter.setPen(QColor(theme.muted))
        painter.setFont(self._time)
        painter.drawText(box.left() + 12, box.top() + 19, row.when)
        left = box.left() + 12 + _TIME
        width = box.right() - left - 10
        painter.setPen(QColor(theme.muted if shown.is_undone else theme.text))
        painter.setFont(self._undone if shown.is_undone else self._font)
        lines = two_lines(row.words, self._metrics, width)
        for number, line in enumerate(lines):
            painter.drawText(left, box.top() + 19 + 17 * number, line)
        painter.setFont(self._small)
        painter.setPen(QColor(theme.muted))
        time = row.moment.rpartition(" ")[2]
        who = row.who if row.when == time else f"{row.who} · {time}"
        who = QFontMetrics(self._small).elidedText(who, Qt.TextElideMode.ElideRight, width)
        painter.drawText(left, box.top() + 19 + 17 * len(lines) + 1, who)
        painter.restore()


def two_lines(words: str, metrics: QFontMetrics, width: int) -> list[str]:
    """Break words into at most two lines, the second shortened with an ellipsis."""
    if metrics.horizontalAdvance(words) <= width:
        return [words]
    parts = words.split(" ")
    used = 1
    while used < len(parts) and metrics.horizontalAdvance(" ".join(parts[: used + 1])) <= width:
        used += 1
    lines = [" ".join(parts[:used]), " ".join(parts[used:])]
    return [metrics.elidedText(one, Qt.TextElideMode.ElideRight, width) for one in lines if one]


class ActList(QListView):
    """The list. `chosen` comes for a row that a person moved to or clicked."""

    chosen = Signal(int)
    entered_text = Signal()
    revert_asked = Signal()
    back_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._quiet = False
        self.clicked.connect(lambda index: self.chosen.emit(index.row()))

    @override
    def currentChanged(
        self,
        current: QModelIndex | QPersistentModelIndex,
        previous: QModelIndex | QPersistentModelIndex,
    ) -> None:
        super().currentChanged(current, previous)
        if current.isValid() and self.hasFocus() and not self._quiet:
            self.chosen.emit(current.row())

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Wait for the click, which comes for the current row too."""
        self._quiet = True
        super().mousePressEvent(event)
        self._quiet = False

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Qt makes the first row current: no reason to leave the place in the text."""
        self._quiet = True
        super().focusInEvent(event)
        self._quiet = False

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, held = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key == Qt.Key.Key_Delete and held == Qt.KeyboardModifier.NoModifier:
            self.revert_asked.emit()
        elif key == Qt.Key.Key_Delete and held == Qt.KeyboardModifier.ShiftModifier:
            self.back_asked.emit()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape} and not held:
            self.entered_text.emit()
        else:
            super().keyPressEvent(event)


class HistoryPanel(QWidget):
    """A switch for everybody's acts, the list, and two buttons for the marked act."""

    everybody_toggled = Signal(bool)
    act_chosen = Signal(object)
    """The `ActHead` of the row that was moved to."""
    revert_asked = Signal(object)
    back_asked = Signal(object)
    entered_text = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = ActsModel(self)
        self.everybody = TickBox(self.tr("Acts of everybody"), theme)
        self.everybody.toggled.connect(self.everybody_toggled)
        self.list = self._make_list(theme)
        self._nothing = Words(self.tr("Nothing was done here yet."), theme.muted)
        self._nothing.setWordWrap(True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.revert = KeyButton(theme, framed=True)
        self.revert.show_choice(
            self.tr("Del"),
            self.tr("Take back this act"),
            hint=self.tr("Takes back this act alone; what was done since stays."),
        )
        self.back = KeyButton(theme, framed=True)
        self.back.show_choice(
            self.tr("Shift+Del"),
            self.tr("Back to before it"),
            hint=self.tr("Returns the article to what it was before this act."),
        )
        for button in (self.revert, self.back):
            button.setCheckable(False)
        self.revert.clicked.connect(lambda: self._ask(self.revert_asked))
        self.back.clicked.connect(lambda: self._ask(self.back_asked))
        head = QVBoxLayout()
        head.setContentsMargins(12, 10, 12, 10)
        head.addWidget(self.everybody)
        foot = QVBoxLayout()
        foot.setContentsMargins(10, 10, 10, 10)
        foot.setSpacing(6)
        foot.addWidget(self.revert)
        foot.addWidget(self.back)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(Line(theme))
        column.addWidget(self.list, 1)
        column.addWidget(self._nothing, 1)
        column.addWidget(Line(theme))
        column.addLayout(foot)
        self.model.modelReset.connect(self._show_state)
        self.model.rowsInserted.connect(self._show_state)
        self._show_state()

    @property
    def current(self) -> ActHead | None:
        """The act of the marked row."""
        return self.model.head_at(self.list.currentIndex().row())

    def focus_first(self) -> None:
        """Put the keyboard into the list, or onto the switch where there are no acts."""
        target = self.list if self.model.rowCount() else self.everybody
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def allow(self, *, going_back: bool) -> None:
        """Say whether the marked act can be gone back on."""
        self.revert.setEnabled(going_back)
        self.back.setEnabled(going_back)

    def _make_list(self, theme: Theme) -> ActList:
        made = ActList()
        made.setAccessibleName(self.tr("History of the article"))
        made.setModel(self.model)
        made.setItemDelegate(ActDelegate(theme, made))
        made.setUniformItemSizes(True)
        quiet_list(made, theme, theme.panel)
        made.chosen.connect(self._chosen)
        made.entered_text.connect(self.entered_text)
        made.revert_asked.connect(lambda: self._ask(self.revert_asked))
        made.back_asked.connect(lambda: self._ask(self.back_asked))
        return made

    def _chosen(self, row: int) -> None:
        head = self.model.head_at(row)
        if head is not None:
            self.act_chosen.emit(head)

    def _ask(self, signal: SignalInstance) -> None:
        head = self.current
        if head is not None:
            signal.emit(head)

    def _show_state(self) -> None:
        has_rows = self.model.rowCount() > 0
        self.list.setVisible(has_rows)
        self._nothing.setVisible(not has_rows)
