"""The attributes of one annotation: a row each, with an editor for the kind of its value."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from annotator.model.attributes import Attributes
from annotator.model.scheme import AttributeType
from annotator.ui.theme import Theme, font
from annotator.ui.widgets import Words

if TYPE_CHECKING:
    from annotator.ui.panels.editors import Editor


class AttributeRows(QWidget):
    """A grid of name and editor. `changed` carries (attribute id, new value or None)."""

    changed = Signal(str, object)

    def __init__(self, theme: Theme, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._language = language
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(5)
        self._grid.setColumnStretch(1, 1)
        self._editors: dict[str, Editor] = {}
        self._types: tuple[AttributeType, ...] = ()

    def show_attributes(self, types: tuple[AttributeType, ...], values: Attributes) -> None:
        """Show these attributes with these values; rows are made anew only for other types."""
        if types != self._types:
            self._build(types)
        for key, editor in self._editors.items():
            editor.show_value(values.get(key))

    def commit(self) -> None:
        """Take over a text that is still being typed, before something else is shown."""
        for editor in self._editors.values():
            editor.commit()

    def _build(self, types: tuple[AttributeType, ...]) -> None:
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
        self._types = types
        self._editors = {}
        for row, attribute in enumerate(types):
            editor = EDITORS[attribute.kind](attribute, self._theme, self._language, self)
            name = attribute.names.best(self._language)
            editor.widget.setFont(font(12))
            editor.widget.setAccessibleName(name)
            editor.widget.setObjectName(attribute.id)
            editor.widget.setMinimumWidth(60)
            editor.widget.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            label = Words(name, self._theme.muted)
            label.setBuddy(editor.widget)
            self._grid.addWidget(label, row, 0)
            self._grid.addWidget(editor.widget, row, 1)
            editor.changed.connect(self._forward)
            self._editors[attribute.id] = editor

    def _forward(self, value: object) -> None:
        sender = self.sender()
        key = next((key for key, editor in self._editors.items() if editor is sender), None)
        if key is not None:
            self.changed.emit(key, value)
