"""The form of one entry: its fields, its uses, and what can be done with it as a whole."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from annotator.model.scheme import Scheme
from annotator.model.scheme_edit import SCHEME, Part, Put, Ref, SchemeEdit, Unset, entry_of
from annotator.services.schemes import Uses
from annotator.ui.scheme_editor.fields import ABSENT, FormField
from annotator.ui.scheme_editor.forms import COLUMNS, Forms
from annotator.ui.scheme_editor.parts import Button, scrolled
from annotator.ui.scheme_editor.words import entry_name, part_name, uses_words
from annotator.ui.theme import Theme
from annotator.ui.widgets import Words

Attempt = Callable[[SchemeEdit], str]
"""Tries an edit; returns what is wrong with it, "" where it was taken."""
_NEEDED = {"id", "version", "group", "fill", "ink", "kind"}
_IMPLIED: Mapping[str, Any] = {"for": "span"}


class FormPane(QWidget):
    """Shows an entry and hands each change of a field to `attempt`."""

    retire_asked = Signal()
    map_asked = Signal()
    delete_asked = Signal()

    def __init__(self, attempt: Attempt, theme: Theme, language: str) -> None:
        super().__init__()
        self._attempt = attempt
        self._theme = theme
        self._language = language
        self.ref = SCHEME
        self._entry: Mapping[str, Any] | None = None
        self._shape: object = None
        self.fields: dict[str, FormField] = {}
        self._title = Words("", theme.text, size=17, weight=QFont.Weight.DemiBold)
        self._title.setWordWrap(True)
        self._facts = Words("", theme.muted, size=12)
        self._facts.setWordWrap(True)
        self._facts.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.retire = Button(self.tr("Retire"), theme)
        self.retire.clicked.connect(self.retire_asked)
        self.map = Button(self.tr("Map to another…"), theme)
        self.map.clicked.connect(self.map_asked)
        self.delete = Button(self.tr("Delete"), theme)
        self.delete.clicked.connect(self.delete_asked)
        actions = QHBoxLayout()
        actions.setSpacing(8)
        for button in (self.retire, self.map, self.delete):
            actions.addWidget(button)
        actions.addStretch(1)
        inner = QWidget()
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(18, 14, 18, 14)
        self._column.setSpacing(10)
        self._column.addWidget(self._title)
        self._column.addWidget(self._facts)
        self._column.addLayout(actions)
        self._body = QWidget()
        self._column.addWidget(self._body)
        self._column.addStretch(1)
        self._scroll = scrolled(inner, theme, theme.base)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._scroll)

    def show_entry(self, scheme: Scheme, ref: Ref, uses: Uses | None, *, may_edit: bool) -> None:
        """Show an entry; its fields are made anew only where they are others.

        `uses` is None as long as they are not counted.
        """
        is_entry = ref == SCHEME or bool(ref.id)
        entry = entry_of(scheme.source, ref) if is_entry else {}
        heading = entry_name(scheme, ref, self._language) if is_entry else self._heading(ref)
        self._title.setText(heading)
        may_go = may_edit and is_entry and ref != SCHEME
        is_retired = bool(entry.get("retired"))
        can_retire = may_go and ref.part is not Part.GROUP
        self.retire.setVisible(can_retire)
        self.retire.setText(self.tr("Use again") if is_retired else self.tr("Retire"))
        self.map.setVisible(can_retire)
        self.delete.setVisible(may_go)
        shape = (ref, _shape_of(scheme, ref, entry), may_edit)
        if shape != self._shape:
            self._build(scheme, ref, entry if is_entry else {}, may_edit=may_edit)
            self._shape = shape
        self.ref, self._entry = ref, entry if is_entry else None
        self.show_uses(uses)
        for key, field in self.fields.items():
            if not field.error:
                field.show_value(entry.get(key, _IMPLIED.get(key)))

    def show_uses(self, uses: Uses | None) -> None:
        """Say how often the entry is used; what may be used cannot be deleted."""
        ref, entry = self.ref, self._entry
        self._facts.setText(
            self._advice(ref) if entry is None else self._facts_of(ref, entry, uses)
        )
        self.delete.setEnabled(uses is not None and not uses.total)

    def commit(self) -> None:
        """Try what was typed and not yet tried."""
        for field in self.fields.values():
            field.commit()

    @property
    def first_error(self) -> FormField | None:
        """The first field whose content was refused, None where all are in order."""
        return next((field for field in self.fields.values() if field.error), None)

    def _build(self, scheme: Scheme, ref: Ref, entry: Mapping[str, Any], *, may_edit: bool) -> None:
        self.fields = {}
        body = QWidget()
        grid = QGridLayout(body)
        grid.setContentsMargins(0, 4, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(5)
        for column in range(COLUMNS):
            grid.setColumnStretch(column, 1)
        row, column, errors = 0, 0, QVBoxLayout()
        forms = Forms(scheme, self._theme, self._language)
        for field, width in forms.fields(ref, entry) if ref == SCHEME or ref.id else []:
            if column + width > COLUMNS:
                row, column = row + 1, 0
            if not column:
                errors = QVBoxLayout()
                errors.setSpacing(2)
                grid.addLayout(errors, 2 * row + 1, 0, 1, COLUMNS)
            grid.addWidget(field, 2 * row, column, 1, width)
            errors.addWidget(field.error_line)
            column += width
            field.setEnabled(may_edit)
            field.changed.connect(self._field_changed)
            self.fields[field.key] = field
        self._column.replaceWidget(self._body, body)
        self._body.hide()
        self._body.deleteLater()
        self._body = body
        self._scroll.verticalScrollBar().setValue(0)

    def _field_changed(self, value: Any) -> None:
        field = self.sender()
        assert isinstance(field, FormField)
        edit: SchemeEdit
        if value is ABSENT and field.key not in _NEEDED:
            edit = Unset(self.ref, field.key)
        else:
            edit = Put(self.ref, field.key, "" if value is ABSENT else value)
        field.show_error("")
        field.show_error(self._attempt(edit))

    def _facts_of(self, ref: Ref, entry: Mapping[str, Any], uses: Uses | None) -> str:
        parts = [part_name(ref.part), ref.id]
        if ref.part not in {Part.SCHEME, Part.GROUP}:
            counting = self.tr("counting its uses…")
            parts.append(counting if uses is None else uses_words(uses, ref.part))
        if entry.get("retired"):
            parts.append(self.tr("retired: no longer offered"))
        return " · ".join(part for part in parts if part)

    def _heading(self, ref: Ref) -> str:
        return self.tr("Attributes") if ref.part is Part.ATTRIBUTE else self.tr("Relations")

    def _advice(self, ref: Ref) -> str:
        if ref.part is Part.ATTRIBUTE:
            return self.tr("What can be said about a span, a relation or an article.")
        return self.tr("How spans can be linked.")


def _shape_of(scheme: Scheme, ref: Ref, entry: Mapping[str, Any]) -> object:
    """Return what decides which fields there are and what can be picked in them.

    The entry's own names are no part of it: fields must not be made anew while they are typed.
    """
    texts = tuple(key for key in ("name", "definition", "when", "when_not") if key in entry)
    groups = tuple((group.id, group.names) for group in scheme.groups)
    labels = tuple((label.id, label.names, label.group) for label in scheme.labels)
    if ref.part is Part.LABEL:
        return texts, groups
    if ref.part is Part.RELATION:
        attributes = tuple((item.id, item.names) for item in scheme.attributes)
        return texts, groups, labels, attributes, str(entry.get("to"))
    if ref.part is Part.ATTRIBUTE and ref.id:
        own = scheme.attribute(ref.id)
        choices = tuple((choice.id, choice.names) for choice in own.choices) if own else ()
        relations = tuple((item.id, item.names) for item in scheme.relations)
        picked = str(entry.get("kind")), str(entry.get("applies"))
        return texts, groups, labels, relations, choices, picked
    return texts
