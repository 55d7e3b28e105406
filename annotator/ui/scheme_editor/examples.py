"""The examples of a label in its form: a list, and a small dialog for one of them."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QListWidget,
    QVBoxLayout,
    QWidget,
)

from annotator.compat import override
from annotator.ui.scheme_editor.fields import ABSENT, FormField, LineField
from annotator.ui.scheme_editor.parts import Button
from annotator.ui.theme import Theme, mix
from annotator.ui.ticks import RoundBox
from annotator.ui.widgets import Words, quiet_scroll_bar

_ROWS = 4
_ROW = 21
_LONGEST = 400
Entry = dict[str, Any]


class ExamplesField(FormField):
    """Examples that fit (✓) or do not (✗). Return changes one, Insert adds, Delete removes."""

    def __init__(self, key: str, title: str, theme: Theme) -> None:
        super().__init__(key, title, theme)
        self._examples: list[Entry] = []
        self.list = _List(self, theme)
        self.list.setFixedHeight(_ROWS * _ROW + 8)
        quiet_scroll_bar(self.list.verticalScrollBar(), theme, theme.base)
        colours = self.list.palette()
        colours.setColor(colours.ColorRole.Highlight, QColor(mix(theme.accent, theme.base, 0.22)))
        colours.setColor(colours.ColorRole.HighlightedText, QColor(theme.text))
        self.list.setPalette(colours)
        self.list.currentRowChanged.connect(self._enable)
        self.list.itemActivated.connect(self.change)
        self.hold(self.list)
        self.add_button = Button(self.tr("Add an example…"), theme)
        self.add_button.clicked.connect(self.add)
        self.change_button = Button(self.tr("Change…"), theme)
        self.change_button.clicked.connect(self.change)
        self.remove_button = Button(self.tr("Remove"), theme)
        self.remove_button.clicked.connect(self.remove)
        row = QHBoxLayout()
        row.setSpacing(6)
        for button in (self.add_button, self.change_button, self.remove_button):
            row.addWidget(button)
        row.addStretch(1)
        self._column.insertLayout(2, row)
        self._enable()

    @override
    def show_value(self, value: Any) -> None:
        given = [dict(example) for example in value or []]
        if given == self._examples:
            return
        kept = self.list.currentRow()
        self._examples = given
        self.list.clear()
        self.list.addItems([self._words(example) for example in given])
        self.list.setCurrentRow(min(max(kept, 0), len(given) - 1))
        self._enable()

    def add(self) -> None:
        """Ask for another example."""
        self._ask(None)

    def change(self) -> None:
        """Ask what the chosen example is to be."""
        if self.list.currentRow() >= 0:
            self._ask(self.list.currentRow())

    def remove(self) -> None:
        """Take the chosen example away."""
        place = self.list.currentRow()
        if place >= 0:
            self._give([*self._examples[:place], *self._examples[place + 1 :]])

    def _ask(self, place: int | None) -> None:
        known = {} if place is None else self._examples[place]
        others = [example["text"] for example in self._examples if example is not known]
        dialog = ExampleDialog(known, others, self.theme, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self._take(place, dialog.entry))
        dialog.open()

    def _take(self, place: int | None, entry: Entry) -> None:
        made = list(self._examples)
        if place is None:
            place = len(made)
            made.append(entry)
        else:
            made[place] = entry
        self._give(made)
        self.list.setCurrentRow(place)

    def _give(self, examples: list[Entry]) -> None:
        self.show_value(examples)
        self.changed.emit(examples or ABSENT)

    def _enable(self) -> None:
        for button in (self.change_button, self.remove_button):
            button.setEnabled(self.list.currentRow() >= 0)

    def _words(self, example: Entry) -> str:
        mark = "✓" if example.get("fits", True) else "✗"
        note = f" — {example['note']}" if example.get("note") else ""
        return f"{mark} {example['text']}{note}"


class _List(QListWidget):
    """The list of a field, with its keys."""

    def __init__(self, field: ExamplesField, theme: Theme) -> None:
        super().__init__()
        self._field = field
        self._theme = theme
        self.setFrameShape(QListWidget.Shape.NoFrame)
        self.setSpacing(1)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        theme, focused = self._theme, self.hasFocus()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme.accent), 1.5) if focused else QColor(theme.key_edge))
        painter.drawRoundedRect(self.viewport().rect().adjusted(0, 0, -1, -1), 6, 6)
        painter.end()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        acts = {
            Qt.Key.Key_Insert: self._field.add,
            Qt.Key.Key_Delete: self._field.remove,
            Qt.Key.Key_Return: self._field.change,
            Qt.Key.Key_Enter: self._field.change,
        }
        act = acts.get(Qt.Key(event.key())) if not event.modifiers() else None
        if act is None:
            super().keyPressEvent(event)
        else:
            act()


class ExampleDialog(QDialog):
    """Asks for the words of an example, whether they fit, and why."""

    def __init__(self, known: Entry, others: list[str], theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._known = known
        self._others = others
        title = self.tr("Change the example") if known else self.tr("New example")
        self.setWindowTitle(title)
        self.setMinimumWidth(440)
        self.text = LineField("text", self.tr("Words"), theme, most=_LONGEST)
        self.note = LineField("note", self.tr("Why? (may stay empty)"), theme, most=_LONGEST)
        self.fits = RoundBox(self.tr("&Fits"), theme)
        self.does_not_fit = RoundBox(self.tr("Does &not fit"), theme)
        self.text.show_value(known.get("text"))
        self.note.show_value(known.get("note"))
        (self.fits if known.get("fits", True) else self.does_not_fit).setChecked(True)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        buttons.accepted.connect(self._accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(10)
        column.addWidget(Words(title, theme.text, size=15, weight=QFont.Weight.DemiBold))
        for widget in (
            *(self.text, self.text.error_line, self.fits, self.does_not_fit),
            *(self.note, buttons),
        ):
            column.addWidget(widget)
        self.text.line.setFocus()

    @property
    def entry(self) -> Entry:
        """The example as the scheme has it; keys of others stay."""
        kept = {key: value for key, value in self._known.items() if key != "note"}
        kept |= {"text": self._words(), "fits": self.fits.isChecked()}
        note = " ".join(self.note.line.text().split())
        return kept | {"note": note} if note else kept

    def _words(self) -> str:
        return " ".join(self.text.line.text().split())

    def _accept(self) -> None:
        if not self._words():
            self.text.show_error(self.tr("Words are needed."))
        elif self._words() in self._others:
            self.text.show_error(self.tr("These words are an example already."))
        else:
            self.accept()
