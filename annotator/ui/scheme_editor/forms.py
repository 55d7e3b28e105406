"""Which fields the form of an entry has."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from PySide6.QtCore import QCoreApplication

from annotator.model.attributes import Kind
from annotator.model.scheme import Scheme
from annotator.model.scheme_edit import Part, Ref
from annotator.ui.scheme_editor.examples import ExamplesField
from annotator.ui.scheme_editor.fields import (
    ColourField,
    FormField,
    LineField,
    NumberField,
    Options,
    PickField,
    PicksField,
    TextField,
    YesNoField,
)
from annotator.ui.scheme_editor.words import field_name
from annotator.ui.text_view.scene import Border
from annotator.ui.theme import Theme

translate = QCoreApplication.translate
COLUMNS = 4


class Placed(NamedTuple):
    """A field and how many of the form's four columns it takes."""

    field: FormField
    width: int


class Forms:
    """Makes the fields of entries for one state of a scheme."""

    def __init__(self, scheme: Scheme, theme: Theme, language: str) -> None:
        self._scheme = scheme
        self._theme = theme
        self._language = language

    def fields(self, ref: Ref, entry: Mapping[str, Any]) -> list[Placed]:
        """Return the fields of an entry, in reading order."""
        make = {
            Part.SCHEME: self._of_scheme,
            Part.GROUP: self._of_group,
            Part.LABEL: self._of_label,
            Part.ATTRIBUTE: self._of_attribute,
            Part.RELATION: self._of_relation,
            Part.VALUE: self._of_value,
        }[ref.part]
        return make(entry)

    def _of_scheme(self, _: Mapping[str, Any]) -> list[Placed]:
        return [
            self._line("id", 2),
            self._line("version", 1),
            self._line("guideline_version", 1),
        ]

    def _of_group(self, entry: Mapping[str, Any]) -> list[Placed]:
        meant = [
            ("span", translate("SchemeForms", "spans")),
            ("document", translate("SchemeForms", "articles")),
        ]
        return [
            *self._names(entry),
            self._line("key", 1, most=1),
            self._pick("for", meant, 1),
            Placed(ColourField("fill", field_name("fill"), self._theme), 1),
            Placed(ColourField("ink", field_name("ink"), self._theme), 1),
        ]

    def _of_label(self, entry: Mapping[str, Any]) -> list[Placed]:
        return [
            *self._names(entry),
            self._pick("group", self._groups(), 2),
            self._line("key", 1, most=1),
            self._line("code", 1, most=4),
            *self._texts(entry, "definition"),
            *self._texts(entry, "when", rows=2),
            *self._texts(entry, "when_not", rows=2),
            Placed(ExamplesField("examples", field_name("examples"), self._theme), 4),
            self._line("example", 2),
            self._line("legal_basis", 2),
            self._line("aliases", 4, several=True),
        ]

    def _of_attribute(self, entry: Mapping[str, Any]) -> list[Placed]:
        kinds = [
            (Kind.SINGLE.value, translate("SchemeForms", "one of its values")),
            (Kind.MULTI.value, translate("SchemeForms", "several of its values")),
            (Kind.YES_NO.value, translate("SchemeForms", "yes or no")),
            (Kind.TEXT.value, translate("SchemeForms", "text")),
            (Kind.NUMBER.value, translate("SchemeForms", "number")),
            (Kind.DATE.value, translate("SchemeForms", "date")),
        ]
        return [
            *self._names(entry),
            self._pick("kind", kinds, 2),
            Placed(self._default(entry), 2),
            self._picks("applies", self._groups(), 2),
            self._picks("required_for", self._groups(), 2),
            self._picks("labels", self._labels(entry.get("applies", [])), 2),
            self._picks("relations", self._relations(), 2),
        ]

    def _of_relation(self, entry: Mapping[str, Any]) -> list[Placed]:
        attributes = [(x.id, x.names.best(self._language)) for x in self._scheme.attributes]
        return [
            *self._names(entry),
            self._picks("from", self._groups(spans=True), 2, keep_empty=True),
            self._picks("to", self._groups(spans=True), 2, keep_empty=True),
            self._picks("to_labels", self._labels(entry.get("to", [])), 2),
            self._picks("inherits", attributes, 2),
            Placed(YesNoField("same_group", field_name("same_group"), self._theme), 4),
            *self._texts(entry, "definition"),
        ]

    def _of_value(self, entry: Mapping[str, Any]) -> list[Placed]:
        borders = [(border.value, border.value) for border in Border]
        return [
            *self._names(entry),
            *self._texts(entry, "definition"),
            self._pick("border", borders, 1, empty=True),
            self._line("cues", 3, several=True),
        ]

    # -- kinds of fields -------------------------------------------------------------------------

    def _line(self, key: str, width: int, *, most: int = 400, several: bool = False) -> Placed:
        return Placed(
            LineField(key, field_name(key), self._theme, most=most, several=several), width
        )

    def _names(self, entry: Mapping[str, Any]) -> list[Placed]:
        english = "name" if "name" in entry else "name_en"
        return [
            Placed(LineField("name_id", field_name("name_id"), self._theme), 2),
            Placed(LineField(english, field_name("name_en"), self._theme), 2),
        ]

    def _texts(self, entry: Mapping[str, Any], key: str, *, rows: int = 3) -> list[Placed]:
        english = key if key in entry else f"{key}_en"
        return [
            Placed(TextField(f"{key}_id", field_name(f"{key}_id"), self._theme, rows=rows), 2),
            Placed(TextField(english, field_name(f"{key}_en"), self._theme, rows=rows), 2),
        ]

    def _pick(self, key: str, options: Options, width: int, *, empty: bool = False) -> Placed:
        return Placed(PickField(key, field_name(key), self._theme, options, empty=empty), width)

    def _picks(self, key: str, options: Options, width: int, *, keep_empty: bool = False) -> Placed:
        field = PicksField(key, field_name(key), self._theme, options, keep_empty=keep_empty)
        return Placed(field, width)

    def _default(self, entry: Mapping[str, Any]) -> FormField:
        title = field_name("default")
        values = self._scheme.attribute(entry["id"])
        options = [(x.id, x.names.best(self._language)) for x in values.choices] if values else []
        match entry.get("kind"):
            case Kind.SINGLE:
                return PickField("default", title, self._theme, options, empty=True)
            case Kind.MULTI:
                return PicksField("default", title, self._theme, options)
            case Kind.YES_NO:
                return YesNoField("default", title, self._theme)
            case Kind.NUMBER:
                return NumberField("default", title, self._theme)
        return LineField("default", title, self._theme)

    # -- options ---------------------------------------------------------------------------------

    def _groups(self, *, spans: bool = False) -> Options:
        groups = self._scheme.span_groups if spans else self._scheme.groups
        return [(group.id, group.names.best(self._language)) for group in groups]

    def _labels(self, groups: list[str]) -> Options:
        return [
            (label.id, label.names.best(self._language))
            for label in self._scheme.labels
            if label.group in groups
        ]

    def _relations(self) -> Options:
        return [(item.id, item.names.best(self._language)) for item in self._scheme.relations]
