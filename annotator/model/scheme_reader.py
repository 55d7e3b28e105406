"""Reads a scheme from JSON text and refuses what is wrong with it, naming each place."""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any, Final, TypeVar

from annotator.errors import SchemeError, SchemeFault
from annotator.model.attributes import Kind
from annotator.model.contradictions import check_contradiction, read_condition
from annotator.model.scheme import (
    SOURCE_LANGUAGE,
    AttributeChoice,
    AttributeType,
    Contradiction,
    Example,
    Group,
    Label,
    Names,
    RelationType,
    Scheme,
)
from annotator.model.scheme_faults import Flaw

Entry = Mapping[str, Any]
T = TypeVar("T")

_COLOUR: Final = re.compile("#[0-9A-Fa-f]{6}")
_NOT: Final = "not"
"""What is no language: `when_not_id` is another name than `when_id`."""
_NO_COLOUR: Final = "#000000"


def parse_scheme(text: str, *, stored: bool = False) -> Scheme:
    """Read a scheme from JSON text.

    Raises SchemeError with all that is wrong: broken JSON, missing or doubled ids, keys used twice
    within a group or among groups, groups, labels and attributes that are not declared, unknown
    kinds of attribute, defaults that are no value of theirs. A `stored` scheme may say that a
    relation inherits an attribute that does not exist: once that was let pass, and projects that
    have it must open.
    """
    return read_scheme(_parse(text), stored=stored)


def read_scheme(source: Mapping[str, Any], *, stored: bool = False) -> Scheme:
    """Read a scheme from parsed JSON, which must not change any more. Raises SchemeError."""
    reader = _Reader(stored=stored)
    scheme = reader.scheme(source)
    if reader.faults:
        raise SchemeError(*reader.faults)
    return scheme


def _parse(text: str) -> dict[str, Any]:
    try:
        source = json.loads(text, parse_constant=_refuse_constant)
    except RecursionError as error:
        raise _error(Flaw.NO_JSON, "nested too deep") from error
    except ValueError as error:
        raise _error(Flaw.NO_JSON, str(error)) from error
    if "\\u" in text:
        _check_storable(source)
    if not isinstance(source, dict):
        raise _error(Flaw.NO_OBJECT)
    return source


def _error(flaw: Flaw, *subjects: str) -> SchemeError:
    return SchemeError(SchemeFault("", flaw, subjects))


def _refuse_constant(name: str) -> None:
    raise ValueError(f"{name} is no number of JSON")


def _check_storable(source: object) -> None:
    """Refuse what only an escape can smuggle in and no store takes."""
    text = json.dumps(source, ensure_ascii=False)
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise _error(Flaw.LONE_SURROGATE) from error
    if re.search(r"(?<!\\)(?:\\\\)*\\u0000", text):
        raise _error(Flaw.NUL)


class _Reader:
    """Reads on after a fault, with something harmless in its place, to find all of them."""

    def __init__(self, *, stored: bool) -> None:
        self._stored = stored
        self.faults: list[SchemeFault] = []
        self._places: dict[tuple[str, str], str] = {}

    def scheme(self, source: Entry) -> Scheme:
        scheme = Scheme(
            id=self._text(source, "id", ""),
            version=self._text(source, "version", ""),
            groups=self._read(source, "groups", self._group),
            labels=self._read(source, "labels", self._label),
            attributes=self._read(source, "attributes", self._attribute),
            relations=self._read(source, "relations", self._relation),
            source=source,
            contradictions=self._read(source, "contradictions", self._contradiction),
            guideline_version=self._text(source, "guideline_version", "", ""),
        )
        self._check(scheme)
        return scheme

    def _fault(self, where: str, flaw: Flaw, *subjects: str) -> None:
        self.faults.append(SchemeFault(where, flaw, subjects))

    # -- values ----------------------------------------------------------------------------------

    def _read(self, source: Entry, name: str, make: Callable[[Entry, str], T]) -> tuple[T, ...]:
        made = []
        for entry, where in self._entries(source, name):
            identity = entry.get("id")
            if isinstance(identity, str) and identity:
                self._place(name, identity, where)
                made.append(make(entry, f"{where} {identity}"))
            else:
                self._text(entry, "id", where)
                make({**entry, "id": "?"}, where)
        return tuple(made)

    def _entries(self, source: Entry, name: str, within: str = "") -> Iterator[tuple[Entry, str]]:
        values = source.get(name, [])
        if not isinstance(values, list):
            self._fault(within + name, Flaw.LIST_EXPECTED)
            return
        for number, entry in enumerate(values):
            where = f"{within}{name}[{number}]"
            if isinstance(entry, dict):
                yield entry, where
            else:
                self._fault(where, Flaw.OBJECT_EXPECTED)

    def _place(self, family: str, identity: str, where: str) -> None:
        """Note where an id is declared, once."""
        first = self._places.setdefault((family, identity), where)
        if first != where:
            self._fault(where, Flaw.DOUBLED_ID, identity, first)

    def _text(self, entry: Entry, key: str, where: str, default: str | None = None) -> str:
        value = entry.get(key, default)
        if not isinstance(value, str) or (default is None and not value):
            self._fault(where, Flaw.NOT_TEXT, key)
            return "?"
        return value

    def _texts(self, entry: Entry, key: str, where: str) -> tuple[str, ...]:
        value = entry.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            self._fault(where, Flaw.NOT_TEXTS, key)
            return ()
        return tuple(value)

    def _names(self, entry: Entry, key: str, where: str, fallback: str = "") -> Names:
        """Collect `name_id`, `name_en`, ... and a plain `name`, which is taken as English."""
        texts: dict[str, str] = {}
        for name, value in entry.items():
            if name == key or name.startswith(key + "_"):
                language = name[len(key) + 1 :] or SOURCE_LANGUAGE
                if language.partition("_")[0] == _NOT:
                    continue
                if not isinstance(value, str):
                    self._fault(where, Flaw.NOT_TEXT, name)
                    continue
                texts[language] = value
        if not texts and fallback:
            texts[SOURCE_LANGUAGE] = fallback
        return Names(MappingProxyType(texts))

    def _colour(self, entry: Entry, key: str, where: str) -> str:
        value = entry.get(key)
        if not isinstance(value, str) or not _COLOUR.fullmatch(value):
            self._fault(where, Flaw.NO_COLOUR, key)
            return _NO_COLOUR
        return value

    # -- entries ---------------------------------------------------------------------------------

    def _group(self, entry: Entry, where: str) -> Group:
        identity = entry["id"]
        return Group(
            id=identity,
            names=self._names(entry, "name", where, identity),
            key=self._text(entry, "key", where, ""),
            fill=self._colour(entry, "fill", where),
            ink=self._colour(entry, "ink", where),
            of_documents=self._is_for_documents(entry, where),
        )

    def _is_for_documents(self, entry: Entry, where: str) -> bool:
        meant = entry.get("for", "span")
        if meant not in ("span", "document"):  # no set: a list has no hash
            self._fault(where, Flaw.WRONG_FOR)
        return bool(meant == "document")

    def _label(self, entry: Entry, where: str) -> Label:
        identity = entry["id"]
        return Label(
            id=identity,
            group=self._text(entry, "group", where),
            names=self._names(entry, "name", where, identity),
            key=self._text(entry, "key", where, ""),
            code=self._text(entry, "code", where, identity[:3].upper()),
            definition=self._names(entry, "definition", where),
            example=self._text(entry, "example", where, ""),
            legal_basis=self._text(entry, "legal_basis", where, ""),
            default_legal_class=self._texts(entry, "default_legal_class", where),
            retired=bool(entry.get("retired", False)),
            aliases=self._texts(entry, "aliases", where),
            when=self._names(entry, "when", where),
            when_not=self._names(entry, "when_not", where),
            examples=tuple(self._examples(entry, where)),
            meaning=self._meaning(entry, where),
        )

    def _examples(self, entry: Entry, where: str) -> Iterator[Example]:
        for example, place in self._entries(entry, "examples", f"{where.partition(' ')[0]}."):
            fits = example.get("fits", True)
            if not isinstance(fits, bool):
                self._fault(place, Flaw.NOT_YES_NO, "fits")
            note = self._text(example, "note", place, "")
            yield Example(self._text(example, "text", place), fits is True, note)

    def _meaning(self, entry: Entry, where: str) -> int:
        meaning = entry.get("meaning", 1)
        if type(meaning) is not int or meaning < 1:
            self._fault(where, Flaw.NO_MEANING)
            return 1
        return meaning

    def _attribute(self, entry: Entry, where: str) -> AttributeType:
        identity = entry["id"]
        try:
            kind = Kind(entry.get("kind", ""))
        except ValueError:
            self._fault(where, Flaw.UNKNOWN_KIND, ", ".join(Kind))
            kind = Kind.TEXT
        faults = len(self.faults)
        choices = tuple(self._choices(entry, identity, where))
        default = entry.get("default")
        if isinstance(default, list):
            default = tuple(default)
        attribute = AttributeType(
            id=identity,
            names=self._names(entry, "name", where, identity),
            kind=kind,
            applies=frozenset(self._texts(entry, "applies", where)),
            required_for=frozenset(self._texts(entry, "required_for", where)),
            choices=choices,
            default=default,
            labels=frozenset(self._texts(entry, "labels", where)),
            relations=frozenset(self._texts(entry, "relations", where)),
            retired=bool(entry.get("retired", False)),
        )
        # with a value or a kind that could not be read, the default is not to be blamed
        sound = len(self.faults) == faults and entry.get("kind") == kind
        if default is not None and sound and not attribute.takes(default):
            self._fault(where, Flaw.WRONG_DEFAULT)
        return attribute

    def _choices(self, entry: Entry, owner: str, where: str) -> Iterator[AttributeChoice]:
        for value, place in self._entries(entry, "values", f"{where.partition(' ')[0]}."):
            identity = self._text(value, "id", place)
            self._place(f"values of {owner}", identity, place)
            yield AttributeChoice(
                id=identity,
                names=self._names(value, "name", place, identity),
                definition=self._names(value, "definition", place),
                border=self._text(value, "border", place, ""),
                cues=self._texts(value, "cues", place),
                overrides=frozenset(self._texts(value, "overrides", place)),
                retired=bool(value.get("retired", False)),
            )

    def _relation(self, entry: Entry, where: str) -> RelationType:
        identity = entry["id"]
        return RelationType(
            id=identity,
            names=self._names(entry, "name", where, identity),
            sources=frozenset(self._texts(entry, "from", where)),
            targets=frozenset(self._texts(entry, "to", where)),
            definition=self._names(entry, "definition", where),
            target_labels=frozenset(self._texts(entry, "to_labels", where)),
            same_group=bool(entry.get("same_group", False)),
            symmetric=bool(entry.get("symmetric", False)),
            inherits=self._texts(entry, "inherits", where),
            retired=bool(entry.get("retired", False)),
        )

    def _contradiction(self, entry: Entry, where: str) -> Contradiction:
        message = self._names(entry, "message", where)
        if not message.texts:
            self._fault(where, Flaw.NOT_TEXT, "message")
        one, other = (
            read_condition(entry.get(key), f"{where.partition(' ')[0]}.{key}", self._fault)
            for key in ("if", "and")
        )
        return Contradiction(entry["id"], (one, other), message)

    # -- what must fit together ------------------------------------------------------------------

    def _check(self, scheme: Scheme) -> None:
        groups = scheme.source.get("groups", [])
        if not groups and isinstance(groups, list):
            self._fault("groups", Flaw.NO_GROUP)
        if isinstance(groups, list):  # else each name of a group would be a fault of its own
            self._check_groups(scheme)
        for attribute in scheme.attributes:
            self._check_carriers(scheme, attribute)
        for relation in scheme.relations:
            self._check_ends(scheme, relation)
        for rule in scheme.contradictions:
            where = self._where("contradictions", rule.id)
            check_contradiction(rule, scheme, where, self._fault)
        self._check_keys(scheme)

    def _check_carriers(self, scheme: Scheme, attribute: AttributeType) -> None:
        where = self._where("attributes", attribute.id)
        for label_id in sorted(attribute.labels):
            label = scheme.label(label_id)
            if label is None:
                self._fault(where, Flaw.UNKNOWN_LABEL, "labels", label_id)
            elif label.group not in attribute.applies:
                self._fault(where, Flaw.LABEL_OUTSIDE, label_id)
        for choice in attribute.choices:
            for other in sorted(choice.overrides):
                if attribute.choice(other) is None:
                    self._fault(where, Flaw.UNKNOWN_VALUE, f"overrides of {choice.id}", other)
        for relation_id in sorted(attribute.relations):
            if scheme.relation(relation_id) is None:
                self._fault(where, Flaw.UNKNOWN_RELATION, "relations", relation_id)

    def _check_ends(self, scheme: Scheme, relation: RelationType) -> None:
        where = self._where("relations", relation.id)
        for label_id in sorted(relation.target_labels):
            if scheme.label(label_id) is None:
                self._fault(where, Flaw.UNKNOWN_LABEL, "to_labels", label_id)
        for attribute_id in () if self._stored else relation.inherits:
            if scheme.attribute(attribute_id) is None:
                self._fault(where, Flaw.UNKNOWN_ATTRIBUTE, "inherits", attribute_id)
        for group in scheme.document_groups:
            if group.id in relation.sources | relation.targets:
                self._fault(where, Flaw.DOCUMENT_GROUP, group.id)

    def _check_groups(self, scheme: Scheme) -> None:
        known = {group.id for group in scheme.groups}

        def check(family: str, owner: str, key: str, named: Iterable[str]) -> None:
            for group in sorted(set(named) - known - {"?"}):
                self._fault(self._where(family, owner), Flaw.UNKNOWN_GROUP, key, group)

        for label in scheme.labels:
            check("labels", label.id, "group", {label.group})
        for attribute in scheme.attributes:
            check("attributes", attribute.id, "applies", attribute.applies)
            check("attributes", attribute.id, "required_for", attribute.required_for)
        for relation in scheme.relations:
            check("relations", relation.id, "from", relation.sources)
            check("relations", relation.id, "to", relation.targets)

    def _check_keys(self, scheme: Scheme) -> None:
        owners: dict[tuple[str, str], str] = {}
        for group in scheme.groups:
            first = owners.setdefault(("", group.key), group.id)
            if group.key and first != group.id:
                where = self._where("groups", group.id)
                self._fault(where, Flaw.GROUP_KEYS, group.key, first, group.id)
        owners.clear()
        for label in scheme.labels:
            if not label.key or label.retired:
                continue
            first = owners.setdefault((label.group, label.key), label.id)
            if first != label.id:
                where = self._where("labels", label.id)
                self._fault(where, Flaw.LABEL_KEYS, label.key, label.group, first, label.id)

    def _where(self, family: str, identity: str) -> str:
        return f"{self._places[family, identity]} {identity}"
