"""Filter and order in force, as chips that can be taken away, and how many articles they leave."""

from collections.abc import Callable, Sequence
from functools import partial
from itertools import pairwise

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from annotator.compat import override
from annotator.services.queue import NO_QUERY, Order, Part, Query, parse_query
from annotator.ui.panels.queue_words import order_words, part_words
from annotator.ui.speech import explain
from annotator.ui.theme import Theme, font
from annotator.ui.widgets import Words

_HEIGHT = 22
_GAP = 5
_CROSS = 18.0
"""Room of the cross at the right of a chip."""


class RemovableChip(QAbstractButton):
    """A few words with a cross; a click, Space or Delete takes it away."""

    def __init__(self, words: str, theme: Theme, remove_words: str) -> None:
        super().__init__()
        self._theme = theme
        self._words = words
        self.setFont(font(11.5))
        self.setAccessibleName(remove_words.replace("%1", words))
        explain(self, remove_words.replace("%1", words))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    @property
    def words(self) -> str:
        return self._words

    @override
    def sizeHint(self) -> QSize:
        width = self.fontMetrics().horizontalAdvance(self._words)
        return QSize(round(width + 8 + _CROSS), _HEIGHT)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.click()
            return
        super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = QPen(QColor(theme.accent), 1.5) if self.hasFocus() else Qt.PenStyle.NoPen
        painter.setPen(edge)
        painter.setBrush(QColor(theme.accent_soft))
        box = QRectF(self.rect()).adjusted(0.75, 0.75, -0.75, -0.75)
        painter.drawRoundedRect(box, 5, 5)
        painter.setPen(QColor(theme.accent))
        room = QRect(8, 0, round(self.width() - 8 - _CROSS), self.height())
        shown = painter.fontMetrics().elidedText(
            self._words, Qt.TextElideMode.ElideRight, room.width() + 1
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        painter.setPen(QPen(QColor(theme.accent), 1.8 if self.underMouse() else 1.2))
        x, y, half = self.width() - _CROSS / 2, self.height() / 2, 3.0
        painter.drawLine(QPointF(x - half, y - half), QPointF(x + half, y + half))
        painter.drawLine(QPointF(x - half, y + half), QPointF(x + half, y - half))
        painter.end()


class ChipRows(QWidget):
    """Chips beside each other, in as many rows as they need."""

    def __init__(self) -> None:
        super().__init__()
        self._chips: list[RemovableChip] = []

    @property
    def chips(self) -> Sequence[RemovableChip]:
        """The chips, in order."""
        return tuple(self._chips)

    def show_chips(self, chips: list[RemovableChip]) -> None:
        """Show these chips instead of those before."""
        for old in self._chips:
            old.hide()
            old.deleteLater()
        self._chips = chips
        for chip in chips:
            chip.setParent(self)
            chip.show()
        for before, after in pairwise(chips):
            QWidget.setTabOrder(before, after)
        self.setVisible(bool(chips))
        self._arrange()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        x = y = 0
        for chip in self._chips:
            width = min(chip.sizeHint().width(), max(40, self.width()))
            if x and x + width > self.width():
                x, y = 0, y + _HEIGHT + _GAP
            chip.setGeometry(x, y, width, _HEIGHT)
            x += width + _GAP
        self.setFixedHeight(y + _HEIGHT)


class QueueBar(QWidget):
    """Keeps filter and order, and shows them as chips."""

    changed = Signal()

    def __init__(self, theme: Theme, language: str) -> None:
        super().__init__()
        self._theme = theme
        self._language = language
        self._parts: tuple[Part, ...] = ()
        self._order = Order.IMPORT
        self._rows = ChipRows()
        self._rows.hide()
        self._count = Words("", theme.muted)
        self._count.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(2, 0, 2, 0)
        column.setSpacing(6)
        column.addWidget(self._rows)
        column.addWidget(self._count)
        self.hide()

    @property
    def parts(self) -> tuple[Part, ...]:
        return self._parts

    @property
    def order(self) -> str:
        return self._order.value

    @property
    def text(self) -> str:
        """The conditions of the chips, as they may be typed."""
        return Query(self._parts).text

    @property
    def chips(self) -> Sequence[RemovableChip]:
        return self._rows.chips

    def restore(self, text: str, order: str) -> str:
        """Take conditions and order as they were kept, as far as known; return the other words."""
        self._parts = ()
        self._order = Order(order) if order in set(Order) else Order.IMPORT
        return self.take(text)

    def take(self, typed: str) -> str:
        """Make chips of the conditions among typed words; return the words that are left."""
        query = parse_query(typed)
        self._parts = tuple(dict.fromkeys([*self._parts, *query.parts]))
        self._show()
        return Query(words=query.words).text

    def set_part(self, part: Part, *, on: bool) -> None:
        """Add a condition or take it away. Each end of a period is there once."""
        others = [one for one in self._parts if one != part]
        self._change((*others, part) if on else tuple(others))

    def set_period(self, after: Part | None, before: Part | None) -> None:
        """Set both ends of the period, None for an open one."""
        ends = (after, before)
        others = [one for one in self._parts if one.key not in {"after", "before"}]
        self._change((*others, *(end for end in ends if end is not None)))

    def set_order(self, order: Order) -> None:
        """Show the articles in another order."""
        if order is not self._order:
            self._order = order
            self._change(self._parts)

    def clear(self) -> None:
        """Take everything away."""
        self._order = Order.IMPORT
        self._change(NO_QUERY.parts)

    def drop_last(self) -> bool:
        """Take the last chip away; False when there is none."""
        if self._order is not Order.IMPORT:
            self.set_order(Order.IMPORT)
        elif self._parts:
            self._change(self._parts[:-1])
        else:
            return False
        return True

    def show_count(self, words: str) -> None:
        """Say how many articles are shown, "" while all are."""
        self._count.setText(words)
        self._count.setVisible(bool(words))
        self.setVisible(bool(words) or bool(self._rows.chips))

    def _change(self, parts: tuple[Part, ...]) -> None:
        self._parts = parts
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        remove = self.tr("Do without: %1")
        chips = [
            self._chip(part_words(part, self._language), remove, partial(self._drop, part))
            for part in self._parts
        ]
        if self._order is not Order.IMPORT:
            words = order_words(self._order)
            chips.append(self._chip(words, remove, lambda: self.set_order(Order.IMPORT)))
        self._rows.show_chips(chips)
        self.setVisible(bool(chips) or bool(self._count.text()))

    def _chip(self, words: str, remove: str, drop: Callable[[], None]) -> RemovableChip:
        made = RemovableChip(words, self._theme, remove)
        made.clicked.connect(drop)
        return made

    def _drop(self, part: Part) -> None:
        self.set_part(part, on=False)
