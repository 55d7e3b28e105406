"""Editors for the values of attributes, one for each kind of value."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QMenu,
    QWidget,
)

from annotator.compat import override
from annotator.model.attributes import AttributeValue, Kind
from annotator.model.scheme import AttributeType
from annotator.ui.inputs import Choice, Choices, Line
from annotator.ui.speech import explain
from annotator.ui.theme import Theme
from annotator.ui.widgets import plain_tip

if TYPE_CHECKING:
    from PySide6.QtGui import QAction


class Editor(QObject):
    """One row. `changed` carries the new value, None where it was taken away."""

    changed = Signal(object)

    def __init__(
        self, attribute: AttributeType, theme: Theme, language: str, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.attribute = attribute
        self.theme = theme
        self.language = language
        self.widget: QWidget

    def show_value(self, value: AttributeValue | None) -> None:
        """Show a value without announcing it."""
        raise NotImplementedError

    def commit(self) -> None:
        """Take over what was typed and not yet confirmed."""

    def choice_name(self, choice_id: object) -> str:
        choice = self.attribute.choice(choice_id)
        return choice.names.best(self.language) if choice else str(choice_id)


class SingleEditor(Editor):
    """One of a closed list; the first entry stands for "not said"."""

    def __init__(
        self, attribute: AttributeType, theme: Theme, language: str, parent: QWidget
    ) -> None:
        super().__init__(attribute, theme, language, parent)
        self._combo = Choice(self.theme, parent)
        self.widget = self._combo
        silent = "–"
        if attribute.default is not None:
            silent = f"– ({self.choice_name(attribute.default)})"
        self._combo.addItem(silent, None)
        for choice in attribute.offered:
            self._combo.addItem(choice.names.best(language), choice.id)
            definition, last = choice.definition.best(language), self._combo.count() - 1
            self._combo.setItemData(last, plain_tip(definition), Qt.ItemDataRole.ToolTipRole)
            self._combo.setItemData(last, definition, Qt.ItemDataRole.AccessibleDescriptionRole)
        self._combo.activated.connect(self._chosen)

    @override
    def show_value(self, value: AttributeValue | None) -> None:
        place = self._combo.findData(value)
        if place < 0:  # a value the scheme no longer offers is shown, never hidden
            self._combo.addItem(self.choice_name(value), value)
            place = self._combo.count() - 1
        self._combo.setCurrentIndex(place)

    def _chosen(self, place: int) -> None:
        self.changed.emit(self._combo.itemData(place))


class MultiEditor(Editor):
    """Several of a closed list, ticked in a menu."""

    def __init__(
        self, attribute: AttributeType, theme: Theme, language: str, parent: QWidget
    ) -> None:
        super().__init__(attribute, theme, language, parent)
        self._button = Choices(self.theme, parent)
        self.widget = self._button
        self._menu = QMenu(self._button)
        self._actions: list[QAction] = []
        for choice in attribute.choices:
            action = self._menu.addAction(choice.names.best(language).replace("&", "&&"))
            action.setCheckable(True)
            action.setData(choice.id)
            action.triggered.connect(self._chosen)
            self._actions.append(action)
        self._button.setMenu(self._menu)

    @override
    def show_value(self, value: AttributeValue | None) -> None:
        chosen = value if isinstance(value, tuple) else ()
        for action in self._actions:
            kept = action.data() in chosen
            action.setChecked(kept)
            choice = self.attribute.choice(action.data())
            # a retired value can be taken away, and is not offered
            action.setVisible(kept or choice is None or not choice.retired)
        names = ", ".join(self.choice_name(item) for item in chosen)
        self._button.show_words(names)
        explain(self._button, names)

    def _chosen(self) -> None:
        chosen = tuple(action.data() for action in self._actions if action.isChecked())
        self.changed.emit(chosen or None)


class YesNoEditor(Editor):
    """A tick."""

    def __init__(
        self, attribute: AttributeType, theme: Theme, language: str, parent: QWidget
    ) -> None:
        super().__init__(attribute, theme, language, parent)
        self._box = QCheckBox(parent)
        self.widget = self._box
        self._box.clicked.connect(self._chosen)

    @override
    def show_value(self, value: AttributeValue | None) -> None:
        self._box.setChecked(bool(value))

    def _chosen(self) -> None:
        self.changed.emit(True if self._box.isChecked() else None)


class LineEditor(Editor):
    """Free text, numbers and dates; what does not fit is not taken."""

    def __init__(
        self, attribute: AttributeType, theme: Theme, language: str, parent: QWidget
    ) -> None:
        super().__init__(attribute, theme, language, parent)
        self._line = Line(self.theme, parent)
        self.widget = self._line
        self._shown: AttributeValue | None = None
        if attribute.kind is Kind.DATE:
            self._line.setPlaceholderText(self.tr("YYYY-MM-DD"))
        self._line.editingFinished.connect(self._finished)

    @override
    def show_value(self, value: AttributeValue | None) -> None:
        if self._line.isModified() and value == self._shown:
            return  # something else changed while this is being typed
        self._shown = value
        words = "" if value is None else str(value)
        if words != self._line.text():  # else a screen reader would hear of a moved caret
            self._line.setText(words)

    @override
    def commit(self) -> None:
        self._finished()

    def _finished(self) -> None:
        self._line.setModified(False)
        value = self._value(self._line.text().strip())
        if value is not None and not self.attribute.takes(value):
            self.show_value(self._shown)
            return
        if value != self._shown:
            self._shown = value
            self.changed.emit(value)

    def _value(self, text: str) -> AttributeValue | None:
        if not text:
            return None
        if self.attribute.kind is Kind.NUMBER:
            try:
                return int(text)
            except ValueError:
                pass
            try:
                return float(text.replace(",", "."))
            except ValueError:
                return text
        return text


EDITORS = {
    Kind.SINGLE: SingleEditor,
    Kind.MULTI: MultiEditor,
    Kind.YES_NO: YesNoEditor,
    Kind.TEXT: LineEditor,
    Kind.NUMBER: LineEditor,
    Kind.DATE: LineEditor,
}
