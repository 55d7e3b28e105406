"""Entries of a scheme, their uses and what is done to them, in the user's words."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication

from annotator.errors import SchemeError
from annotator.model.scheme import SOURCE_LANGUAGE, Scheme
from annotator.model.scheme_draft import Step
from annotator.model.scheme_edit import (
    SCHEME,
    Add,
    Map,
    Move,
    Part,
    Put,
    Ref,
    Remove,
    SchemeEdit,
    Unset,
    entry_of,
)
from annotator.services.schemes import Effects, Uses
from annotator.ui.action import QT_TRANSLATE_NOOP

translate = QCoreApplication.translate

FIELDS: Mapping[str, str] = {
    "id": QT_TRANSLATE_NOOP("SchemeFields", "Id"),
    "version": QT_TRANSLATE_NOOP("SchemeFields", "Version"),
    "guideline_version": QT_TRANSLATE_NOOP("SchemeFields", "Version of the guideline"),
    "name_id": QT_TRANSLATE_NOOP("SchemeFields", "Name, Indonesian"),
    "name_en": QT_TRANSLATE_NOOP("SchemeFields", "Name, English"),
    "key": QT_TRANSLATE_NOOP("SchemeFields", "Key"),
    "code": QT_TRANSLATE_NOOP("SchemeFields", "Code"),
    "group": QT_TRANSLATE_NOOP("SchemeFields", "Group"),
    "fill": QT_TRANSLATE_NOOP("SchemeFields", "Colour behind text"),
    "ink": QT_TRANSLATE_NOOP("SchemeFields", "Colour of lines"),
    "for": QT_TRANSLATE_NOOP("SchemeFields", "Labels for"),
    "definition_id": QT_TRANSLATE_NOOP("SchemeFields", "Definition, Indonesian"),
    "definition_en": QT_TRANSLATE_NOOP("SchemeFields", "Definition, English"),
    "when_id": QT_TRANSLATE_NOOP("SchemeFields", "When, Indonesian"),
    "when_en": QT_TRANSLATE_NOOP("SchemeFields", "When, English"),
    "when_not_id": QT_TRANSLATE_NOOP("SchemeFields", "When not, Indonesian"),
    "when_not_en": QT_TRANSLATE_NOOP("SchemeFields", "When not, English"),
    "examples": QT_TRANSLATE_NOOP("SchemeFields", "Examples"),
    "example": QT_TRANSLATE_NOOP("SchemeFields", "Example"),
    "legal_basis": QT_TRANSLATE_NOOP("SchemeFields", "Legal basis"),
    "aliases": QT_TRANSLATE_NOOP("SchemeFields", "Other names"),
    "kind": QT_TRANSLATE_NOOP("SchemeFields", "Kind"),
    "applies": QT_TRANSLATE_NOOP("SchemeFields", "For the labels of"),
    "required_for": QT_TRANSLATE_NOOP("SchemeFields", "Required for"),
    "labels": QT_TRANSLATE_NOOP("SchemeFields", "Only for these labels"),
    "relations": QT_TRANSLATE_NOOP("SchemeFields", "For relations"),
    "default": QT_TRANSLATE_NOOP("SchemeFields", "Default"),
    "border": QT_TRANSLATE_NOOP("SchemeFields", "Line under the span"),
    "cues": QT_TRANSLATE_NOOP("SchemeFields", "Cue words"),
    "from": QT_TRANSLATE_NOOP("SchemeFields", "From spans of"),
    "to": QT_TRANSLATE_NOOP("SchemeFields", "To spans of"),
    "to_labels": QT_TRANSLATE_NOOP("SchemeFields", "Only to these labels"),
    "same_group": QT_TRANSLATE_NOOP("SchemeFields", "Both ends in one group"),
    "inherits": QT_TRANSLATE_NOOP("SchemeFields", "Shows attributes of its source"),
    "retired": QT_TRANSLATE_NOOP("SchemeFields", "Retired"),
    "meaning": QT_TRANSLATE_NOOP("SchemeFields", "Meaning"),
}
_MOST = 40


def field_name(key: str) -> str:
    """Return the name of a key of the scheme's JSON; an unknown key is its own name."""
    if f"{key}_{SOURCE_LANGUAGE}" in FIELDS:
        key = f"{key}_{SOURCE_LANGUAGE}"
    title = FIELDS.get(key, "")
    return translate("SchemeFields", title) if title else key


def part_name(part: Part) -> str:
    """Return what an entry of a part is called."""
    return {
        Part.SCHEME: translate("SchemeWords", "scheme"),
        Part.GROUP: translate("SchemeWords", "group"),
        Part.LABEL: translate("SchemeWords", "label"),
        Part.ATTRIBUTE: translate("SchemeWords", "attribute"),
        Part.RELATION: translate("SchemeWords", "relation"),
        Part.VALUE: translate("SchemeWords", "value"),
    }[part]


def entry_name(scheme: Scheme, ref: Ref, language: str) -> str:
    """Return the name of an entry, its id where the scheme has none of that id."""
    if ref == SCHEME:
        return scheme.id
    try:
        return name_in(entry_of(scheme.source, ref), language)
    except SchemeError:
        return ref.id


def name_in(entry: Mapping[str, Any], language: str) -> str:
    """Return the name that an entry's JSON holds: in a language, in English, or its id."""
    for key in (f"name_{language}", "name_en", "name", "name_id"):
        if entry.get(key):
            return str(entry[key])
    return str(entry["id"])


def uses_words(uses: Uses, part: Part) -> str:
    """Say how much something is used: "17 spans in 6 articles by 2 annotators"."""
    if not uses.total:
        return translate("SchemeWords", "not used")
    one, many = {
        Part.LABEL: (translate("SchemeWords", "1 span"), translate("SchemeWords", "%1 spans")),
        Part.RELATION: (
            translate("SchemeWords", "1 relation"),
            translate("SchemeWords", "%1 relations"),
        ),
    }.get(
        part,
        (translate("SchemeWords", "1 annotation"), translate("SchemeWords", "%1 annotations")),
    )
    documents = counted(
        uses.documents,
        translate("SchemeWords", "1 article"),
        translate("SchemeWords", "%1 articles"),
    )
    people = counted(
        uses.annotators,
        translate("SchemeWords", "1 annotator"),
        translate("SchemeWords", "%1 annotators"),
    )
    words = translate("SchemeWords", "%1 in %2 by %3")
    return (
        words.replace("%1", counted(uses.total, one, many))
        .replace("%2", documents)
        .replace("%3", people)
    )


def counted(number: int, one: str, many: str) -> str:
    """Return "1 span" or "17 spans"."""
    return one if number == 1 else many.replace("%1", str(number))


def step_words(step: Step, after: Scheme, language: str) -> str:
    """Say what a step of a draft did."""
    if step.title:
        return step.title
    first, *rest = step.edits
    words = edit_words(first, step.before, after, language)
    return f"{words} (+{len(rest)})" if rest else words


def step_lines(step: Step, after: Scheme, language: str) -> list[str]:
    """Say each thing that a step did, on a line of its own."""
    lines = [edit_words(edit, step.before, after, language) for edit in step.edits]
    return [step.title, *(f"   {line}" for line in lines)] if step.title else lines


def edit_words(edit: SchemeEdit, before: Scheme, after: Scheme, language: str) -> str:
    """Say what an edit does to `before`."""
    ref = edit.ref
    if isinstance(edit, Add):
        words = translate("SchemeWords", "New %1: %2")
        return words.replace("%1", part_name(ref.part)).replace("%2", name_in(
            {**edit.entry, "id": ref.id}, language))  # fmt: skip
    name = _full_name(before, after, ref, language)
    if isinstance(edit, Map):
        if not edit.to:
            return translate("SchemeWords", "%1 is taken away").replace("%1", name)
        target = entry_name(after, Ref(ref.part, edit.to, ref.owner), language)
        words = translate("SchemeWords", "%1 becomes %2")
        return words.replace("%1", name).replace("%2", target)
    if isinstance(edit, Move):
        return translate("SchemeWords", "%1 moves").replace("%1", name)
    if isinstance(edit, Remove):
        words = translate("SchemeWords", "%2 goes (%1)")
        return words.replace("%1", part_name(ref.part)).replace("%2", name)
    return _key_words(edit, before, name)


def _key_words(edit: Put | Unset, before: Scheme, name: str) -> str:
    if edit.key == "retired":
        if isinstance(edit, Put):
            return translate("SchemeWords", "%1 is retired").replace("%1", name)
        return translate("SchemeWords", "%1 is used again").replace("%1", name)
    try:
        old = entry_of(before.source, edit.ref).get(edit.key)
    except SchemeError:
        old = None
    new = edit.value if isinstance(edit, Put) else None
    return f"{name} · {field_name(edit.key)}: {_value(old)} → {_value(new)}"


def _full_name(before: Scheme, after: Scheme, ref: Ref, language: str) -> str:
    if ref == SCHEME:
        return translate("SchemeWords", "Scheme")
    name = entry_name(before, ref, language)
    name = entry_name(after, ref, language) if name == ref.id else name
    if ref.part is Part.VALUE:
        owner = entry_name(after, Ref(Part.ATTRIBUTE, ref.owner), language)
        return f"{owner} = {name}"
    return name


def _value(value: object) -> str:
    if value is None or value in ("", [], False):
        return "–"
    if isinstance(value, bool):
        return translate("SchemeWords", "yes")
    words = ", ".join(map(_item, value)) if isinstance(value, list) else str(value)
    return words if len(words) <= _MOST else f"{words[: _MOST - 1]}…"


def _item(item: object) -> str:
    """Return an item of a list: of an example its words."""
    return str(item["text"]) if isinstance(item, dict) and "text" in item else str(item)


def effect_lines(effects: Effects) -> list[str]:
    """Say what a change makes of the annotations, a line for each kind of effect."""
    texts = (
        (effects.relabelled, translate("SchemeWords", "Get another label: %1")),
        (effects.values, translate("SchemeWords", "Attribute values that become others: %1")),
        (effects.retyped, translate("SchemeWords", "Relations that become others: %1")),
        (
            effects.joined,
            translate("SchemeWords", "Say the same as another one then, and are joined to it: %1"),
        ),
        (
            effects.lost,
            translate("SchemeWords", "Attribute values that the new label cannot carry, lost: %1"),
        ),
        (effects.removed, translate("SchemeWords", "Relations that are removed: %1")),
        (
            effects.illegal,
            translate("SchemeWords", "Relations that stay although they are forbidden then: %1"),
        ),
        (
            effects.kept,
            translate("SchemeWords", "Cannot be mapped, because it does not fit, and stay: %1"),
        ),
    )
    return [text.replace("%1", str(number)) for number, text in texts if number]
