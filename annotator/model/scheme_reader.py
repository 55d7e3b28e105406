"""Reads a scheme from JSON text and refuses what is wrong with it, naming the place."""

import json
import re
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from types import MappingProxyType
from typing import Any, Final

from annotator.errors import SchemeError
from annotator.model.attributes import Kind
from annotator.model.scheme import (
    SOURCE_LANGUAGE,
    AttributeChoice,
    AttributeType,
    Group,
    Label,
    Names,
    RelationType,
    Scheme,
)

_COLOUR: Final = re.compile("#[0-9A-Fa-f]{6}")


def parse_scheme(text: str) -> Scheme:
    """Read a scheme from JSON text.

    Raises SchemeError, naming the place, for broken JSON, missing or doubled ids, keys used twice
    within a group, groups that are not declared, unknown kinds of attribute, defaults that are no
    value of theirs.
    """
    try:
        source = json.loads(text, parse_constant=_refuse_constant)
    except RecursionError as error:
        raise SchemeError("no JSON: nested too deep") from error
    except ValueError as error:
        raise SchemeError(f"no JSON: {error}") from error
    if "\\u" in text:
        _check_storable(source)
    if not isinstance(source, dict):
        raise SchemeError("a scheme is a JSON object")
    groups = tuple(_group(entry, where) for entry, where in _entries(source, "groups"))
    labels = tuple(_label(entry, where) for entry, where in _entries(source, "labels"))
    attributes = tuple(_attribute(entry, where) for entry, where in _entries(source, "attributes"))
    relations = tuple(_relation(entry, where) for entry, where in _entries(source, "relations"))
    scheme = Scheme(
        id=_text(source, "id", "scheme"),
        version=_text(source, "version", "scheme"),
        groups=groups,
        labels=labels,
        attributes=attributes,
        relations=relations,
        source=source,
    )
    _check(scheme)
    return scheme


def _refuse_constant(name: str) -> None:
    raise ValueError(f"{name} is no number of JSON")


def _check_storable(source: object) -> None:
    """Refuse what only an escape can smuggle in and no store takes."""
    text = json.dumps(source, ensure_ascii=False)
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise SchemeError("a lone surrogate") from error
    if re.search(r"(?<!\\)(?:\\\\)*\\u0000", text):
        raise SchemeError("a NUL character")


def _entries(source: Mapping[str, Any], name: str) -> Iterator[tuple[Mapping[str, Any], str]]:
    values = source.get(name, [])
    if not isinstance(values, list):
        raise SchemeError("a list is expected", name)
    for number, entry in enumerate(values):
        where = f"{name}[{number}]"
        if not isinstance(entry, dict):
            raise SchemeError("an object is expected", where)
        yield entry, where


def _text(entry: Mapping[str, Any], key: str, where: str, default: str | None = None) -> str:
    value = entry.get(key, default)
    if not isinstance(value, str) or (default is None and not value):
        raise SchemeError(f"{key} must be a text", where)
    return value


def _texts(entry: Mapping[str, Any], key: str, where: str) -> tuple[str, ...]:
    value = entry.get(key, [])
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise SchemeError(f"{key} must be a list of texts", where)
    return tuple(value)


def _names(entry: Mapping[str, Any], key: str, where: str, fallback: str = "") -> Names:
    """Collect `name_id`, `name_en`, ... and a plain `name`, which is taken as English."""
    texts: dict[str, str] = {}
    for name, value in entry.items():
        if name == key or name.startswith(key + "_"):
            if not isinstance(value, str):
                raise SchemeError(f"{name} must be a text", where)
            texts[SOURCE_LANGUAGE if name == key else name[len(key) + 1 :]] = value
    if not texts and fallback:
        texts[SOURCE_LANGUAGE] = fallback
    return Names(MappingProxyType(texts))


def _group(entry: Mapping[str, Any], where: str) -> Group:
    identity = _text(entry, "id", where)
    return Group(
        id=identity,
        names=_names(entry, "name", where, identity),
        key=_text(entry, "key", where, ""),
        fill=_colour(entry, "fill", where),
        ink=_colour(entry, "ink", where),
        of_documents=_is_for_documents(entry, where),
    )


def _is_for_documents(entry: Mapping[str, Any], where: str) -> bool:
    meant = _text(entry, "for", where, "span")
    if meant not in {"span", "document"}:
        raise SchemeError("for must be span or document", where)
    return meant == "document"


def _colour(entry: Mapping[str, Any], key: str, where: str) -> str:
    value = _text(entry, key, where)
    if not _COLOUR.fullmatch(value):
        raise SchemeError(f"{key} must be a colour like #B3DDF5", where)
    return value


def _label(entry: Mapping[str, Any], where: str) -> Label:
    identity = _text(entry, "id", where)
    return Label(
        id=identity,
        group=_text(entry, "group", where),
        names=_names(entry, "name", where, identity),
        key=_text(entry, "key", where, ""),
        code=_text(entry, "code", where, identity[:3].upper()),
        definition=_names(entry, "definition", where),
        example=_text(entry, "example", where, ""),
        legal_basis=_text(entry, "legal_basis", where, ""),
        default_legal_class=_texts(entry, "default_legal_class", where),
        retired=bool(entry.get("retired", False)),
    )


def _attribute(entry: Mapping[str, Any], where: str) -> AttributeType:
    identity = _text(entry, "id", where)
    try:
        kind = Kind(entry.get("kind", ""))
    except ValueError:
        raise SchemeError("kind must be one of " + ", ".join(Kind), where) from None
    choices = tuple(
        AttributeChoice(
            id=_text(value, "id", place),
            names=_names(value, "name", place, str(value["id"])),
            definition=_names(value, "definition", place),
            border=_text(value, "border", place, ""),
            cues=_texts(value, "cues", place),
        )
        for value, place in (
            (value, f"{where}.{place}") for value, place in _entries(entry, "values")
        )
    )
    default = entry.get("default")
    if isinstance(default, list):
        default = tuple(default)
    attribute = AttributeType(
        id=identity,
        names=_names(entry, "name", where, identity),
        kind=kind,
        applies=frozenset(_texts(entry, "applies", where)),
        required_for=frozenset(_texts(entry, "required_for", where)),
        choices=choices,
        default=default,
        labels=frozenset(_texts(entry, "labels", where)),
        relations=frozenset(_texts(entry, "relations", where)),
    )
    if default is not None and not attribute.takes(default):
        raise SchemeError("the default is no value of the attribute", where)
    return attribute


def _relation(entry: Mapping[str, Any], where: str) -> RelationType:
    identity = _text(entry, "id", where)
    return RelationType(
        id=identity,
        names=_names(entry, "name", where, identity),
        sources=frozenset(_texts(entry, "from", where)),
        targets=frozenset(_texts(entry, "to", where)),
        definition=_names(entry, "definition", where),
        target_labels=frozenset(_texts(entry, "to_labels", where)),
        same_group=bool(entry.get("same_group", False)),
        inherits=_texts(entry, "inherits", where),
    )


def _check(scheme: Scheme) -> None:
    _check_unique("groups", [entry.id for entry in scheme.groups])
    _check_unique("labels", [entry.id for entry in scheme.labels])
    _check_unique("attributes", [entry.id for entry in scheme.attributes])
    _check_unique("relations", [entry.id for entry in scheme.relations])
    if not scheme.groups:
        raise SchemeError("at least one group is needed", "groups")
    for label in scheme.labels:
        _check_groups(scheme, "labels", label.id, {label.group})
    for attribute in scheme.attributes:
        _check_unique(f"values of {attribute.id}", [choice.id for choice in attribute.choices])
        _check_groups(scheme, "attributes", attribute.id, attribute.applies)
        _check_groups(scheme, "attributes", attribute.id, attribute.required_for)
        _check_carriers(scheme, attribute)
    for relation in scheme.relations:
        _check_groups(scheme, "relations", relation.id, relation.sources | relation.targets)
        for group in scheme.document_groups:
            if group.id in relation.sources | relation.targets:
                words = f"{relation.id}: group {group.id} is for articles, relations link spans"
                raise SchemeError(words, "relations")
        for target in relation.target_labels:
            if scheme.label(target) is None:
                raise SchemeError(f"{relation.id}: label {target} is not declared", "relations")
    for group in scheme.groups:
        keys = [label.key for label in scheme.labels_of(group.id) if label.key]
        _check_unique(f"keys of group {group.id}", keys)
    _check_unique("keys of groups", [group.key for group in scheme.groups if group.key])


def _check_carriers(scheme: Scheme, attribute: AttributeType) -> None:
    for label_id in sorted(attribute.labels):
        label = scheme.label(label_id)
        if label is None:
            raise SchemeError(f"{attribute.id}: label {label_id} is not declared", "attributes")
        if label.group not in attribute.applies:
            words = f"{attribute.id}: label {label_id} is of no group in applies"
            raise SchemeError(words, "attributes")
    for relation_id in sorted(attribute.relations):
        if scheme.relation(relation_id) is None:
            words = f"{attribute.id}: relation {relation_id} is not declared"
            raise SchemeError(words, "attributes")


def _check_unique(where: str, values: list[str]) -> None:
    seen: set[str] = set()
    for value in values:
        if value in seen:
            raise SchemeError(f"{value} stands twice", where)
        seen.add(value)


def _check_groups(scheme: Scheme, where: str, owner: str, groups: AbstractSet[str]) -> None:
    for group in sorted(groups):
        if scheme.group(group) is None:
            raise SchemeError(f"{owner}: group {group} is not declared", where)
