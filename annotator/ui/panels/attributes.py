"""The attributes of one annotation: a row each, with an editor for the kind of its value."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QGridLayout, QSizePolicy, QWidget

from annotator.compat import override
from annotator.model.attributes import Attributes, AttributeValue
from annotator.model.scheme import AttributeType, Label
from annotator.ui.theme import Theme, font
from annotator.ui.widgets import Words

if TYPE_CHECKING:
    from annotator.ui.panels.editors import Editor

_ROWS = 3
"""Rows of the grid for one attribute: name and editor, its drawer, what was refused."""


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
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(1, 1)
        self._editors: dict[str, Editor] = {}
        self._remarks: dict[str, Words] = {}
        self._names: dict[str, Words] = {}
        self._fields: tuple[Field, ...] = ()
        self._values = Attributes()

    def show_attributes(self, fields: tuple[Field, ...], values: Attributes) -> None:
        """Show these attributes with these values; rows are made anew only for other fields."""
        if fields != self._fields:
            self._build(fields)
        self._values = values
        for field in fields:
            key = field.attribute.id
            self._editors[key].show_value(values.get(key))
            missing = field.required and key not in values
            self._names[key].set_colour(self._theme.warning if missing else self._theme.muted)

    def commit(self) -> None:
        """Take over a text that is still being typed, before something else is shown."""
        for editor in self._editors.values():
            editor.commit()

    def enter(self, direction: int = 1) -> bool:
        """Put the keyboard into the first row, or with -1 the last; False without any."""
        rows = list(self._editors.values())
        if rows:
            rows[0 if direction > 0 else -1].widget.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return bool(rows)

    def editor(self, attribute_id: str) -> "Editor":
        """Return the editor of a row that is shown."""
        return self._editors[attribute_id]

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

    def _current(self) -> "Editor | None":
        focused = QApplication.focusWidget()
        return next((one for one in self._editors.values() if one.widget is focused), None)

    def _step(self, direction: int) -> None:
        rows = list(self._editors.values())
        current = self._current()
        place = rows.index(current) + direction if current is not None else 0
        if 0 <= place < len(rows):
            rows[place].widget.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.passed.emit(direction)

    def _build(self, fields: tuple[Field, ...]) -> None:
        # Not at the start: these are ten classes, wanted when the first span is chosen.
        from annotator.ui.panels.editors import EDITORS

        while self._grid.count():
            item = self._grid.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for editor in self._editors.values():
            editor.deleteLater()
        self._fields = fields
        self._editors, self._remarks, self._names = {}, {}, {}
        for number, field in enumerate(fields):
            attribute, row = field.attribute, number * _ROWS
            editor = EDITORS[attribute.kind](
                attribute, field.default, self._theme, self._language, self
            )
            self._grid.addWidget(self._name(field, editor), row, 0)
            self._grid.addWidget(editor.widget, row, 1)
            if editor.drawer is not None:
                self._grid.addWidget(editor.drawer, row + 1, 0, 1, 2)
            remark = Words("", self._theme.danger)
            remark.setWordWrap(True)
            remark.hide()
            self._grid.addWidget(remark, row + 2, 0, 1, 2)
            self._grid.setRowMinimumHeight(row, 32)
            self._editors[attribute.id] = editor
            self._remarks[attribute.id] = remark
            self._connect(editor)

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
        editor.changed.connect(lambda value: self._change(key, value))
        editor.answered.connect(lambda: self._go_on(editor))
        editor.refused.connect(lambda words: self._refuse(key, words))
        editor.reached.connect(lambda: self.reached.emit(editor.drawer or editor.widget))

    def _change(self, key: str, value: AttributeValue | None) -> None:
        self.changed.emit(key, value)
        if key in self._editors:  # what was not stored must not look as if it were
            self._editors[key].show_value(self._values.get(key))

    def _go_on(self, editor: "Editor") -> None:
        rows = list(self._editors.values())
        if editor in rows[:-1]:
            self._step(1)

    def _refuse(self, key: str, words: str) -> None:
        self._remarks[key].setText(words)
        self._remarks[key].setVisible(bool(words))
        if words:
            self.refused.emit(words)
            self.reached.emit(self._remarks[key])


_PLAIN = {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier}
