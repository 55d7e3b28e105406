"""Editors for the values of attributes, one for each kind of value."""

from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from annotator.compat import override
from annotator.model.attributes import AttributeValue, Kind
from annotator.model.scheme import AttributeType
from annotator.text.values import number_words, read_date, read_number
from annotator.ui.inputs import Line
from annotator.ui.panels.choices import Drawer, Face, Option, numbered
from annotator.ui.theme import Theme


class Editor(QObject):
    """One row: `widget` takes the keyboard, `drawer` is shown below it while it has it.

    `changed` carries the new value, None where it was taken away. `answered` comes when a key gave
    the whole answer. `refused` carries words on what cannot be taken, "" when that is mended.
    `reached` comes when the editor gets the keyboard.
    """

    changed = Signal(object)
    answered = Signal()
    refused = Signal(str)
    reached = Signal()

    def __init__(
        self,
        attribute: AttributeType,
        default: AttributeValue | None,
        theme: Theme,
        language: str,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.attribute = attribute
        self.default = default
        self.theme = theme
        self.language = language
        self.widget: QWidget
        self.drawer: QWidget | None = None

    def set_name(self, name: str) -> None:
        """Set how the row is called for a screen reader."""
        self.widget.setAccessibleName(name)

    @property
    def is_wrong(self) -> bool:
        """True while something stands here that cannot be stored."""
        return False

    def show_value(self, value: AttributeValue | None) -> None:
        """Show a value without announcing it."""
        raise NotImplementedError

    def commit(self) -> None:
        """Take over what was typed and not yet confirmed; what is wrong is dropped, with words."""


class ClosedEditor(Editor):
    """Yes or no, one of a closed list, or several of it."""

    def __init__(
        self,
        attribute: AttributeType,
        default: AttributeValue | None,
        theme: Theme,
        language: str,
        parent: QWidget,
    ) -> None:
        super().__init__(attribute, default, theme, language, parent)
        drawer = Drawer(theme, parent)
        self.face = Face(drawer, theme, parent)
        self.widget, self.drawer = self.face, drawer
        self._value: AttributeValue | None = None
        self.face.taken.connect(self._taken)
        self.face.cleared.connect(self._clear)
        self.face.opened.connect(self.reached)

    @override
    def set_name(self, name: str) -> None:
        self.face.set_name(name)

    @override
    def show_value(self, value: AttributeValue | None) -> None:
        self._value = value
        self.face.show_options(self._options())
        if value is None and self.default is not None:
            words = self.tr("%1 (default)").replace("%1", self._words(self.default))
        else:
            words = self._words(value)
        likely = _items(self.default)
        self.face.show_chosen(_items(value), words, faint=value is None, likely=likely)

    def _options(self) -> tuple[Option, ...]:
        """Return what is offered; values no longer offered, too, where they were chosen once."""
        if self.attribute.kind is Kind.YES_NO:
            return numbered([Option(True, self.tr("Yes")), Option(False, self.tr("No"))])
        offered = [
            Option(
                choice.id,
                choice.names.best(self.language),
                choice.definition.best(self.language),
            )
            for choice in self.attribute.offered
        ]
        known = {option.value for option in offered}
        kept = [item for item in _items(self._value) if item not in known]
        return numbered([*offered, *(Option(item, self._name(item)) for item in kept)])

    def _words(self, value: AttributeValue | None) -> str:
        return ", ".join(self._name(item) for item in _items(value))

    def _name(self, item: str | bool) -> str:  # noqa: FBT001 - a value, not a switch
        if isinstance(item, bool):
            return self.tr("Yes") if item else self.tr("No")
        choice = self.attribute.choice(item)
        return choice.names.best(self.language) if choice else item

    def _taken(self, item: str | bool, by_key: bool) -> None:  # noqa: FBT001 - a slot
        value: AttributeValue | None = item
        if self.attribute.kind is Kind.MULTI:
            chosen = _items(self._value)
            order = [option.value for option in self._options()]
            kept = {*chosen} ^ {item}
            value = tuple(str(one) for one in order if one in kept) or None
        elif item == self._value and not by_key:
            value = not item if isinstance(item, bool) else None
        if value != self._value:
            self.changed.emit(value)
        if by_key and self.attribute.kind is not Kind.MULTI:
            self.answered.emit()

    def _clear(self) -> None:
        if self._value is not None:
            self.changed.emit(None)


class LineEditor(Editor):
    """Free text, numbers and dates; what does not fit is refused with words."""

    def __init__(
        self,
        attribute: AttributeType,
        default: AttributeValue | None,
        theme: Theme,
        language: str,
        parent: QWidget,
    ) -> None:
        super().__init__(attribute, default, theme, language, parent)
        self._line = Line(self.theme, parent)
        self.widget = self._line
        self._stored: AttributeValue | None = None
        self._complaint = ""
        hint = self.tr("25/11/2024") if attribute.kind is Kind.DATE else ""
        if default is not None:
            hint = self.tr("%1 (default)").replace("%1", self._words(default))
        self._line.setPlaceholderText(hint)
        self._line.editingFinished.connect(self._finished)
        self._line.textEdited.connect(self._mend)
        self._line.entered.connect(self.reached)

    @property
    @override
    def is_wrong(self) -> bool:
        return bool(self._complaint)

    @override
    def show_value(self, value: AttributeValue | None) -> None:
        if self._line.isModified() and value == self._stored:
            return  # something else changed while this is being typed
        self._stored = value
        words = self._words(value)
        if words != self._line.text():  # else a screen reader would hear of a moved caret
            self._line.setText(words)
        self._line.setModified(False)

    @override
    def commit(self) -> None:
        self._take(keep=False)

    def _finished(self) -> None:
        """Take what was typed when Return was pressed (then wrong words stay) or the line left."""
        self._take(keep=self._line.hasFocus())

    def _take(self, *, keep: bool) -> None:
        if not self._line.isModified() and not self.is_wrong:
            return
        text = self._line.text().strip()
        value = self._read(text)
        if text and value is None:
            words = self._why_not(text)
            if not keep:
                self._show_stored()
            self._complaint = words if keep else ""
            self.refused.emit(words)
            return
        changed = value != self._stored
        self._show_stored()
        if changed:
            self.changed.emit(value)

    def _show_stored(self) -> None:
        self._line.setModified(False)
        self._line.setText(self._words(self._stored))
        self._mend()

    def _mend(self) -> None:
        self._complaint = ""
        self.refused.emit("")

    def _read(self, text: str) -> AttributeValue | None:
        if self.attribute.kind is Kind.NUMBER:
            return read_number(text, self.language)
        return read_date(text) if self.attribute.kind is Kind.DATE else text or None

    def _words(self, value: AttributeValue | None) -> str:
        if isinstance(value, int | float) and not isinstance(value, bool):
            return number_words(value, self.language)
        return "" if value is None else str(value)

    def _why_not(self, text: str) -> str:
        if self.attribute.kind is Kind.NUMBER:
            words = self.tr("“%1” is no number. Write it like 1500 or 0,5. Nothing was stored.")
        else:
            words = self.tr("“%1” is no date. Write it like 25/11/2024. Nothing was stored.")
        return words.replace("%1", text)


def _items(value: AttributeValue | None) -> tuple[str | bool, ...]:
    """Return what is chosen, one or several."""
    if isinstance(value, tuple):
        return value
    return (value,) if isinstance(value, str | bool) else ()


EDITORS: Final = {
    Kind.SINGLE: ClosedEditor,
    Kind.MULTI: ClosedEditor,
    Kind.YES_NO: ClosedEditor,
    Kind.TEXT: LineEditor,
    Kind.NUMBER: LineEditor,
    Kind.DATE: LineEditor,
}
