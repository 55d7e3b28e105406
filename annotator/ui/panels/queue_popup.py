"""The small window in which filter and order are chosen; each choice acts at once."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from annotator.compat import override
from annotator.services.queue import Key, Order, Part, parse_query
from annotator.ui.dates import count_words
from annotator.ui.inputs import Line
from annotator.ui.panels.queue_words import order_words, part_words
from annotator.ui.scheme_editor.choices import Choice
from annotator.ui.theme import Theme
from annotator.ui.ticks import TickBox
from annotator.ui.widgets import Heading, Words, plain_tip, quiet_area, quiet_buttons

if TYPE_CHECKING:
    from annotator.ui.panels.queue_bar import QueueBar

_WIDTH = 300
MOST_OFFERED = 12
"""Languages and sources of which the popup lists no more than these."""


class QueuePopup(QFrame):
    """Order, and check boxes with the number of articles behind each."""

    def __init__(
        self,
        bar: "QueueBar",
        offers: Mapping[str, Iterable[tuple[Part, int]]],
        theme: Theme,
        language: str,
        parent: QWidget,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(self.tr("Filter and order"))
        self._bar = bar
        self._theme = theme
        self._language = language
        self.boxes: dict[Part, TickBox] = {}
        self.order = self._order_choice()
        self.after, self.before = self._date_line(Key.AFTER), self._date_line(Key.BEFORE)
        clear = QPushButton(self.tr("Show all articles"))
        clear.clicked.connect(self._clear)
        quiet_buttons(clear, theme)

        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(5)
        column.addWidget(Heading(self.tr("Order"), theme))
        column.addWidget(self.order)
        self._add_boxes(column, self.tr("Status"), offers["status"])
        self._add_boxes(column, self.tr("Language"), offers["lang"])
        self._add_boxes(column, self.tr("Outlet or file"), offers["source"])
        column.addSpacing(7)
        column.addWidget(Heading(self.tr("Date"), theme))
        dates = QHBoxLayout()
        dates.setSpacing(6)
        for words, line in ((self.tr("from"), self.after), (self.tr("until"), self.before)):
            dates.addWidget(Words(words, theme.muted))
            dates.addWidget(line, 1)
        column.addLayout(dates)
        self._add_boxes(column, self.tr("Flags and notes"), offers["flag"])
        if offers["kind"]:
            self._add_boxes(column, self.tr("Reprints and languages"), offers["kind"])
        column.addSpacing(7)
        column.addWidget(clear)
        area = QScrollArea()
        area.setWidget(inner)
        area.setWidgetResizable(True)
        quiet_area(area, theme, theme.panel)
        around = QVBoxLayout(self)
        around.setContentsMargins(1, 1, 1, 1)
        around.addWidget(area)
        self._inner = inner

    def open_below(self, widget: QWidget) -> None:
        """Show the window under a widget, as high as the screen lets it be."""
        corner = widget.mapToGlobal(QPoint(0, widget.height() + 3))
        room = widget.screen().availableGeometry().bottom() - corner.y() - 8
        self.resize(max(_WIDTH, widget.width()), min(self._inner.sizeHint().height() + 2, room))
        self.move(corner)
        self.show()
        self.order.setFocus(Qt.FocusReason.PopupFocusReason)

    def _order_choice(self) -> Choice:
        made = Choice(self._theme)
        made.setAccessibleName(self.tr("Order"))
        for order in Order:
            made.addItem(order_words(order), order.value)
        made.setCurrentIndex(list(Order).index(Order(self._bar.order)))
        made.currentIndexChanged.connect(lambda number: self._bar.set_order(list(Order)[number]))
        return made

    def _date_line(self, key: Key) -> Line:
        made = Line(self._theme)
        made.setPlaceholderText(self.tr("2024-11-27"))
        made.setMaxLength(10)
        is_after = key is Key.AFTER
        made.setAccessibleName(
            self.tr("Date from, year-month-day")
            if is_after
            else self.tr("Date until, year-month-day")
        )
        made.setText(next((part.value for part in self._bar.parts if part.key is key), ""))
        made.textChanged.connect(self._set_period)
        return made

    def _add_boxes(
        self, column: QVBoxLayout, title: str, parts: Iterable[tuple[Part, int]]
    ) -> None:
        column.addSpacing(7)
        column.addWidget(Heading(title, self._theme))
        for part, count in parts:
            words = part_words(part, self._language)
            box = TickBox(words.replace("&", "&&"), self._theme)
            box.setAccessibleName(words)
            box.setToolTip(plain_tip(words))
            box.setMinimumWidth(60)
            box.setChecked(part in self._bar.parts)
            box.toggled.connect(lambda on, part=part: self._bar.set_part(part, on=on))
            row = QHBoxLayout()
            row.addWidget(box, 1)
            row.addWidget(Words(count_words(count, self._language), self._theme.muted))
            column.addLayout(row)
            self.boxes[part] = box

    def _set_period(self) -> None:
        ends = []
        for key, line in ((Key.AFTER, self.after), (Key.BEFORE, self.before)):
            found = parse_query(f"{key}:{line.text().strip()}").parts
            ends.append(found[0] if found else None)
        self._bar.set_period(ends[0], ends[1])

    def _clear(self) -> None:
        self._bar.clear()
        self.close()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._theme.key_edge))
        painter.fillRect(self.rect().adjusted(1, 1, -1, -1), QColor(self._theme.panel))
        painter.end()
