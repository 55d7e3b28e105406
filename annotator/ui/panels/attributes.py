"""The attributes of one annotation: a row each, with an editor for the kind of its value."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from annotator.compat import override
from annotator.model.attributes import Attributes, AttributeValue
from annotator.model.scheme import AttributeType, Label
from annotator.ui.theme import Theme, font
from annotator.ui.widgets import Words

if TYPE_CHECKING:
    from annotator.ui.panels.editors import Editor

_ROWS = 3
"""Rows of the grid for one attribute: name and editor, its drawer, what was refused."""
_MOST_SHEETS = 8
"""Sheets that are kept: as many kinds of span as one goes back and forth between."""


class Field(NamedTuple):
    """An attribute as it is asked for: whether it must be said, and what holds until it is."""

    attribute: AttributeType
    required: bool
    default: AttributeValue | None


def fields_of(
    attributes: Iterable[AttributeType], values: Attributes, label: Label | None
) -> tuple[Field, ...]:
    """Return how attributes are asked for, the required ones first; `label` None for a relation.

    Retired ones are only there where they have a value.
    """
    fields = [
        Field(item, label is not None and item.is_required_for(label), item.default_for(label))
        for item in attributes
        if not item.retired or item.id in values
    ]
    return tuple(sorted(fields, key=lambda field: not field.required))


class AttributeRows(QWidget):
    """A grid of name and editor. `changed` carries (attribute id, new value or None).

    Up and Down walk through the rows; `passed` carries -1 or 1 where they walk out of them. Return
    and Esc finish: `left` comes when what was typed is stored. `reached` carries what the keyboard
    came to and should be seen, `refused` words on what cannot be stored.
    """

    changed = Signal(str, object)
    left = Signal()
    passed = Signal(int)
    reached = Signal(object)
    refused = Signal(str)

    def __init__(self, theme: Theme, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._language = language
        self._values = Attributes()
        self._sheets: list[_Sheet] = []
        self._sheet = _Sheet((), theme, language, self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def show_attributes(self, fields: tuple[Field, ...], values: Attributes) -> None:
        """Show these attributes with these values; rows are made once for the same fields."""
        self._values = values
        sheet = next((one for one in self._sheets if one.fields == fields), None)
        sheet = sheet or self._make(fields)
        if sheet is not self._sheet:
            self._sheet.hide()
            self._sheet = sheet
            sheet.show()
        sheet.show_values(values)

    def commit(self) -> None:
        """Take over a text that is still being typed, before something else is shown."""
        for editor in self._editors:
            editor.commit()

    def enter(self, direction: int = 1) -> bool:
        """Put the keyboard into the first row, or with -1 the last; False without any."""
        rows = self._editors
        if rows:
            rows[0 if direction > 0 else -1].widget.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return bool(rows)

    def editor(self, attribute_id: str) -> "Editor":
        """Return the editor of a row that is shown."""
        return self._sheet.editors[attribute_id]

    @property
    def has_keyboard(self) -> bool:
        """True while one of the rows has the keyboard."""
        focused = QApplication.focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the keys that editors leave alone."""
        match event.key():
            case Qt.Key.Key_Up | Qt.Key.Key_Down:
                self._step(1 if event.key() == Qt.Key.Key_Down else -1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if event.modifiers() in _PLAIN:
                current = self._current()
                if current is None or not current.is_wrong:
                    self.left.emit()
            case Qt.Key.Key_Escape:
                self.commit()
                self.left.emit()
            case _:
                super().keyPressEvent(event)

    @property
    def _editors(self) -> "list[Editor]":
        return list(self._sheet.editors.values())

    def _current(self) -> "Editor | None":
        focused = QApplication.focusWidget()
        return next((one for one in self._editors if one.widget is focused), None)

    def _step(self, direction: int) -> None:
        rows = self._editors
        current = self._current()
        place = rows.index(current) + direction if current is not None else 0
        if 0 <= place < len(rows):
            rows[place].widget.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.passed.emit(direction)

    def _make(self, fields: tuple[Field, ...]) -> "_Sheet":
        sheet = _Sheet(fields, self._theme, self._language, self)
        sheet.hide()
        self._column.addWidget(sheet)
        if len(self._sheets) >= _MOST_SHEETS:
            oldest = next(one for one in self._sheets if one is not self._sheet)
            self._sheets.remove(oldest)
            oldest.deleteLater()
        self._sheets.append(sheet)
        sheet.changed.connect(self._change)
        sheet.answered.connect(self._go_on)
        sheet.refused.connect(self.refused)
        sheet.reached.connect(self.reached)
        return sheet

    def _change(self, key: str, value: AttributeValue | None) -> None:
        self.changed.emit(key, value)
        if key in self._sheet.editors:  # what was not stored must not look as if it were
            self._sheet.editors[key].show_value(self._values.get(key))

    def _go_on(self) -> None:
        if self._current() in self._editors[:-1]:
            self._step(1)


class _Sheet(QWidget):
    """The rows for some fields."""

    changed = Signal(str, object)
    answered = Signal()
    reached = Signal(object)
    refused = Signal(str)

    def __init__(
        self, fields: tuple[Field, ...], theme: Theme, language: str, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.fields = fields
        self._theme = theme
        self._language = language
        self.editors: dict[str, Editor] = {}
        self._remarks: dict[str, Words] = {}
        self._names: dict[str, Words] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(1, 1)
        if not fields:
            return
        # Not at the start: these are ten classes, wanted when the first span is chosen.
        from annotator.ui.panels.editors import EDITORS

        for number, field in enumerate(fields):
            attribute, row = field.attribute, number * _ROWS
            editor = EDITORS[attribute.kind](attribute, field.default, theme, language, self)
            self._grid.addWidget(self._name(field, editor), row, 0)
            self._grid.addWidget(editor.widget, row, 1)
            if editor.drawer is not None:
                self._grid.addWidget(editor.drawer, row + 1, 0, 1, 2)
            remark = Words("", theme.danger)
            remark.setWordWrap(True)
            remark.hide()
            self._grid.addWidget(remark, row + 2, 0, 1, 2)
            self._grid.setRowMinimumHeight(row, 32)
            self.editors[attribute.id] = editor
            self._remarks[attribute.id] = remark
            self._connect(editor)

    def show_values(self, values: Attributes) -> None:
        for field in self.fields:
            key = field.attribute.id
            self.editors[key].show_value(values.get(key))
            if not self.editors[key].is_wrong:
                self._remarks[key].hide()
            missing = field.required and key not in values
            self._names[key].set_colour(self._theme.warning if missing else self._theme.muted)

    def _name(self, field: Field, editor: "Editor") -> Words:
        name = field.attribute.names.best(self._language)
        said = self.tr("%1, required").replace("%1", name) if field.required else name
        editor.widget.setFont(font(12))
        editor.set_name(said)
        editor.widget.setObjectName(field.attribute.id)
        editor.widget.setMinimumWidth(60)
        editor.widget.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        shown = name.replace("&", "&&")  # a label with a buddy would underline a letter
        label = Words(f"{shown} *" if field.required else shown, self._theme.muted)
        label.setBuddy(editor.widget)
        self._names[field.attribute.id] = label
        return label

    def _connect(self, editor: "Editor") -> None:
        key = editor.attribute.id
        editor.changed.connect(lambda value: self.changed.emit(key, value))
        editor.answered.connect(self.answered)
        editor.refused.connect(lambda words: self._refuse(key, words))
        editor.reached.connect(lambda: self.reached.emit(editor.drawer or editor.widget))

    def _refuse(self, key: str, words: str) -> None:
        self._remarks[key].setText(words)
        self._remarks[key].setVisible(bool(words))
        if words:
            self.refused.emit(words)
            self.reached.emit(self._remarks[key])


_PLAIN = {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier}
