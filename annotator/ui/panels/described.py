"""A list of annotations in the label panel, each with a chip, and its attributes when opened."""

from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QGridLayout, QToolButton, QVBoxLayout, QWidget

from annotator.compat import override
from annotator.model.attributes import Attributes
from annotator.ui.buttons import Chip
from annotator.ui.panels.attributes import AttributeRows, Field
from annotator.ui.theme import Theme, font
from annotator.ui.widgets import Words

_WIDEST_NAME = 112
"""Pixels that the names at the left may take."""


class Described(NamedTuple):
    """An annotation as the list shows it.

    `name` stands before the chip with `words` on `fill`; `summary` says what its attributes say.
    `leads_to` is what a click on the chip is about, `removal` how its cross is called.
    """

    id: str
    name: str
    words: str
    fill: str
    leads_to: str
    removal: str
    summary: str
    fields: tuple[Field, ...]
    values: Attributes


class DescribedList(QWidget):
    """Rows that open while they have the keyboard. Up and Down walk, Delete removes.

    `chosen` carries `leads_to`, `removal_asked` an id, `attribute_chosen` an id, an attribute's id
    and its value. The other signals are those of `AttributeRows`.
    """

    chosen = Signal(str)
    removal_asked = Signal(str)
    attribute_chosen = Signal(str, str, object)
    left = Signal()
    passed = Signal(int)
    reached = Signal(object)
    refused = Signal(str)

    def __init__(self, theme: Theme, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._language = language
        self._rows: list[_Row] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)

    @property
    def remove_buttons(self) -> list[QToolButton]:
        """The crosses, from top to bottom."""
        return [row.remove for row in self._rows]

    @property
    def has_keyboard(self) -> bool:
        """True while one of the rows has the keyboard."""
        focused = QApplication.focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def row(self, annotation_id: str) -> "_Row":
        """Return the row of an annotation that is shown."""
        return next(row for row in self._rows if row.item.id == annotation_id)

    def show_items(self, items: tuple[Described, ...]) -> None:
        """Show these annotations; rows of those shown before stay, and stay open."""
        if items == tuple(row.item for row in self._rows):
            return
        had_keyboard = self.has_keyboard
        known = {row.item.id: row for row in self._rows}
        rows = [known.pop(item.id) if item.id in known else self._make(item) for item in items]
        for gone in known.values():
            self._column.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        if rows != self._rows:
            for row in rows:
                self._column.addWidget(row)
        self._rows = rows
        for row, item in zip(rows, items, strict=True):
            row.show_item(item)
        width = min(_WIDEST_NAME, max((row.name_width for row in rows), default=0))
        for row in rows:
            row.set_name_width(width)
        if had_keyboard and not self.has_keyboard:
            self.left.emit()

    def commit(self) -> None:
        """Take over a text that is still being typed."""
        for row in self._rows:
            row.commit()

    def enter(self, direction: int = 1) -> bool:
        """Put the keyboard into the first row, or with -1 the last; False without any."""
        if self._rows:
            row = self._rows[0 if direction > 0 else -1]
            row.enter(direction)
        return bool(self._rows)

    def close_rows(self) -> None:
        """Close what was opened."""
        for row in self._rows:
            row.set_open(is_open=False)

    def _make(self, item: Described) -> "_Row":
        row = _Row(item, self._theme, self._language, self)
        row.chosen.connect(self.chosen)
        row.removal_asked.connect(self.removal_asked)
        row.attribute_chosen.connect(lambda key, value: self._say(row, key, value))
        row.left.connect(self.left)
        row.passed.connect(lambda direction: self._pass(row, direction))
        row.opened.connect(lambda: self._opened(row))
        row.reached.connect(self.reached)
        row.refused.connect(self.refused)
        return row

    def _say(self, row: "_Row", key: str, value: object) -> None:
        self.attribute_chosen.emit(row.item.id, key, value)

    def _opened(self, row: "_Row") -> None:
        for other in self._rows:
            if other is not row:
                other.set_open(is_open=False)

    def _pass(self, row: "_Row", direction: int) -> None:
        place = self._rows.index(row) + direction
        if 0 <= place < len(self._rows):
            self._rows[place].enter(direction)
        else:
            self.passed.emit(direction)


class _Link(Chip):
    """A chip that leaves the keys of the list to the list."""

    entered = Signal()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            super().keyPressEvent(event)
        else:
            event.ignore()


class _Row(QWidget):
    chosen = Signal(str)
    removal_asked = Signal(str)
    attribute_chosen = Signal(str, object)
    left = Signal()
    passed = Signal(int)
    opened = Signal()
    reached = Signal(object)
    refused = Signal(str)

    def __init__(self, item: Described, theme: Theme, language: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.item = item
        self._theme = theme
        self._language = language
        self._attributes: AttributeRows | None = None
        self._name = Words("", theme.muted)
        self.chip = _Link("", item.fill, theme)
        self.chip.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leads away, it opens nothing
        self.chip.clicked.connect(lambda: self.chosen.emit(self.item.leads_to))
        self.chip.entered.connect(self._entered)
        self.details = self._button("⋯", self.tr("Attributes"))
        self.details.clicked.connect(self._toggle)
        self.remove = self._button("×", "")
        self.remove.clicked.connect(lambda: self.removal_asked.emit(self.item.id))
        self._summary = Words("", theme.muted, size=11)
        self._summary.setWordWrap(True)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(6)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(1, 1)
        for column, widget in enumerate((self._name, self.chip, self.details, self.remove)):
            self._grid.addWidget(widget, 0, column)
        self._grid.addWidget(self._summary, 1, 0, 1, 4)

    @property
    def name_width(self) -> int:
        return self._name.sizeHint().width() if self.item.name else 0

    def set_name_width(self, width: int) -> None:
        self._name.setFixedWidth(width)
        self._name.setVisible(width > 0)

    @property
    def attributes(self) -> AttributeRows:
        """The rows of the attributes; made when they are first wanted."""
        if self._attributes is None:
            rows = self._attributes = AttributeRows(self._theme, self._language, self)
            rows.changed.connect(self.attribute_chosen)
            rows.left.connect(self.left)
            rows.passed.connect(self._passed)
            rows.reached.connect(self.reached)
            rows.refused.connect(self.refused)
            rows.hide()
            self._grid.addWidget(rows, 2, 0, 1, 4)
            rows.show_attributes(self.item.fields, self.item.values)
        return self._attributes

    def show_item(self, item: Described) -> None:
        self.item = item
        self._name.setText(item.name)
        self._name.setToolTip("")
        self.chip.show_words(item.words, item.fill)
        named = f"{item.name}, {item.words}" if item.name else item.words
        self.chip.setAccessibleName(f"{named}, {item.summary}" if item.summary else named)
        self.details.setAccessibleName(f"{self.tr('Attributes')}: {named}")
        self.details.setVisible(bool(item.fields))
        self.remove.setToolTip(item.removal)
        self.remove.setAccessibleName(f"{item.removal}: {named}")
        self._summary.setText(item.summary)
        if self._attributes is not None:
            self._attributes.show_attributes(item.fields, item.values)
        self._show_summary()

    def set_open(self, *, is_open: bool) -> None:
        is_open = is_open and bool(self.item.fields)
        if is_open or self._attributes is not None:
            self.attributes.setVisible(is_open)
        self.details.setChecked(is_open)
        self._show_summary()
        if is_open:
            self.opened.emit()
            self.reached.emit(self)

    def commit(self) -> None:
        if self._attributes is not None:
            self._attributes.commit()

    def enter(self, direction: int) -> None:
        if direction > 0 or not self.item.fields:
            self.chip.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.set_open(is_open=True)
            self.attributes.enter(-1)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Up:
                self.passed.emit(-1)
            case Qt.Key.Key_Down:
                if not self.item.fields or not self.attributes.enter():
                    self.passed.emit(1)
            case Qt.Key.Key_Delete | Qt.Key.Key_Backspace:
                self.removal_asked.emit(self.item.id)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Escape:
                self.left.emit()
            case _:
                super().keyPressEvent(event)

    def _entered(self) -> None:
        self.set_open(is_open=True)
        self.reached.emit(self)

    def _toggle(self) -> None:
        is_open = self.details.isChecked()
        self.set_open(is_open=is_open)
        if is_open:
            self.attributes.enter()

    def _passed(self, direction: int) -> None:
        if direction < 0:
            self.chip.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.passed.emit(direction)

    def _show_summary(self) -> None:
        self._summary.setVisible(bool(self.item.summary) and not self.details.isChecked())

    def _button(self, sign: str, words: str) -> QToolButton:
        button = QToolButton()
        button.setText(sign)
        button.setFont(font(11))
        button.setAutoRaise(True)
        button.setCheckable(sign != "×")
        button.setToolTip(words)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button
