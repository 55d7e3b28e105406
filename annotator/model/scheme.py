"""What may be said in a project: groups, labels, attribute types and relation types.

A scheme is one JSON value (docs/formats/scheme.md); `scheme_reader.parse_scheme` reads it,
`Scheme.source` keeps it as it came, so that unknown keys survive.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, Final

from annotator.model.attributes import AttributeValue, Kind
from annotator.records import Record

SOURCE_LANGUAGE: Final = "en"


class Names(Record):
    """One text in several languages, such as `{"id": "Aktor", "en": "Actor"}`."""

    texts: Mapping[str, str]

    def best(self, language: str) -> str:
        """Return the text in `language`, else in English, else whatever there is, else ""."""
        for code in (language, SOURCE_LANGUAGE):
            if self.texts.get(code):
                return self.texts[code]
        return next(iter(self.texts.values()), "")


NO_NAMES: Final = Names(MappingProxyType({}))


class Example(Record):
    """Words that a label fits, or does not fit, and why."""

    text: str
    fits: bool
    note: str = ""


class Group(Record):
    """A family of labels with a colour: `fill` behind text, `ink` for lines (`#RRGGBB`).

    The labels of a group are for spans, or `of_documents`: for whole articles.
    """

    id: str
    names: Names
    key: str
    fill: str
    ink: str
    of_documents: bool = False


class Label(Record):
    """A label for spans or articles.

    `code` is its three-letter chip, `key` its letter within the group, `aliases` are other words
    by which people look for it. `when` and `when_not` say when to take it and when another one;
    `meaning` grows whenever the label comes to mean something else, so that spans made before are
    looked at again.
    """

    id: str
    group: str
    names: Names
    key: str
    code: str
    definition: Names
    example: str = ""
    legal_basis: str = ""
    default_legal_class: tuple[str, ...] = ()
    retired: bool = False
    aliases: tuple[str, ...] = ()
    when: Names = NO_NAMES
    when_not: Names = NO_NAMES
    examples: tuple[Example, ...] = ()
    meaning: int = 1


class AttributeChoice(Record):
    """One value of a closed list. `border` is a line style (docs/formats/scheme.md).

    `cues` are words of the text that propose this value (`annotator/text/cues.py`), `overrides`
    the values whose proposal a cue of this one behind the span outdoes.
    """

    id: str
    names: Names
    definition: Names
    border: str = ""
    cues: tuple[str, ...] = ()
    overrides: frozenset[str] = frozenset()
    retired: bool = False


class AttributeType(Record):
    """An attribute: which groups may carry it, which must, and what values it takes.

    `labels` narrows the groups to some of their labels; empty for all. `relations` are the
    relation types that may carry it as well.
    """

    id: str
    names: Names
    kind: Kind
    applies: frozenset[str]
    required_for: frozenset[str] = frozenset()
    choices: tuple[AttributeChoice, ...] = ()
    default: AttributeValue | None = None
    labels: frozenset[str] = frozenset()
    relations: frozenset[str] = frozenset()
    retired: bool = False

    @property
    def offered(self) -> tuple[AttributeChoice, ...]:
        """The choices that can still be taken: retired ones only stand where they were set."""
        return tuple(choice for choice in self.choices if not choice.retired)

    def choice(self, choice_id: object) -> AttributeChoice | None:
        """Return the choice with this id, or None."""
        return next((choice for choice in self.choices if choice.id == choice_id), None)

    def takes(self, value: object) -> bool:
        """Tell whether `value` is one of this attribute's kind and choices."""
        return self.kind.takes(value, {choice.id for choice in self.choices})

    def is_for(self, label: Label) -> bool:
        """Tell whether annotations with this label may carry the attribute."""
        return label.group in self.applies and (not self.labels or label.id in self.labels)

    def is_required_for(self, label: Label) -> bool:
        """Tell whether annotations with this label are incomplete without the attribute."""
        return (
            label.group in self.required_for
            and not self.retired
            and (not self.labels or label.id in self.labels)
        )

    def default_for(self, label: Label | None) -> AttributeValue | None:
        """Return what holds while nobody chose a value; `label` is None for a relation.

        Nothing where the attribute is required: what must be said, a person says.
        """
        if label is not None and self.is_required_for(label):
            return None
        return self.default


class RelationType(Record):
    """A kind of link: from spans of some groups to spans of others.

    `target_labels` narrows the targets to some labels of these groups; empty for all.
    `same_group` demands that both ends are in one group. `symmetric` ones say the
    same both ways round. `inherits` names attributes of the source
    that belong to the link as well: a perpetrator link says no more than its violation does.
    """

    id: str
    names: Names
    sources: frozenset[str]
    targets: frozenset[str]
    definition: Names
    target_labels: frozenset[str] = frozenset()
    same_group: bool = False
    symmetric: bool = False
    inherits: tuple[str, ...] = ()
    retired: bool = False


class Condition(Record):
    """What holds of a span: each part that is given.

    `groups` and `labels` are those it may have. `values` gives for attributes the values of which
    one must hold, chosen or by default. `without` are relations of which none may begin there.
    """

    groups: frozenset[str] = frozenset()
    labels: frozenset[str] = frozenset()
    values: tuple[tuple[str, frozenset[object]], ...] = ()
    without: frozenset[str] = frozenset()


class Contradiction(Record):
    """Two conditions that should not hold of one span, and what to say when they do."""

    id: str
    conditions: tuple[Condition, Condition]
    message: Names


@dataclass(frozen=True, slots=True)
class Scheme:
    """The labels of a project. `id` and `version` are the scheme's own, as in its file.

    `guideline_version` is what spans are stamped with in words, the `version` where a file names
    no other: the guideline changes more often than the labels do.
    """

    id: str
    version: str
    groups: tuple[Group, ...]
    labels: tuple[Label, ...]
    attributes: tuple[AttributeType, ...]
    relations: tuple[RelationType, ...]
    source: Mapping[str, Any] = field(repr=False, compare=False)
    contradictions: tuple[Contradiction, ...] = ()
    guideline_version: str = ""
    _by_label: Mapping[str, Label] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        by_label = {label.id: label for label in self.labels}
        object.__setattr__(self, "_by_label", MappingProxyType(by_label))
        object.__setattr__(self, "guideline_version", self.guideline_version or self.version)

    def group(self, group_id: str) -> Group | None:
        return next((group for group in self.groups if group.id == group_id), None)

    @property
    def span_groups(self) -> tuple[Group, ...]:
        """The groups whose labels are for spans."""
        return tuple(group for group in self.groups if not group.of_documents)

    @property
    def document_groups(self) -> tuple[Group, ...]:
        """The groups whose labels are for whole articles."""
        return tuple(group for group in self.groups if group.of_documents)

    def label(self, label_id: str) -> Label | None:
        return self._by_label.get(label_id)

    def is_for_documents(self, label: Label) -> bool:
        """Tell whether a label is for whole articles, not for spans."""
        group = self.group(label.group)
        return group is not None and group.of_documents

    def labels_of(self, group_id: str) -> tuple[Label, ...]:
        """Return the labels of a group in the scheme's order, retired ones left out."""
        return tuple(x for x in self.labels if x.group == group_id and not x.retired)

    def attribute(self, attribute_id: str) -> AttributeType | None:
        return next((item for item in self.attributes if item.id == attribute_id), None)

    def attributes_of(self, label_id: str) -> tuple[AttributeType, ...]:
        """Return the attributes annotations of this label may carry, retired ones included."""
        label = self.label(label_id)
        if label is None:
            return ()
        return tuple(item for item in self.attributes if item.is_for(label))

    def required_of(self, label_id: str) -> tuple[AttributeType, ...]:
        """Return the attributes that annotations with this label must carry to be complete."""
        label = self.label(label_id)
        if label is None:
            return ()
        return tuple(item for item in self.attributes if item.is_required_for(label))

    def attributes_of_relation(self, relation_id: str) -> tuple[AttributeType, ...]:
        """Return the attributes that relations of this type may carry."""
        return tuple(item for item in self.attributes if relation_id in item.relations)

    def relation(self, relation_id: str) -> RelationType | None:
        return next((item for item in self.relations if item.id == relation_id), None)

    def allows(self, kind: RelationType, source_label: str, target_label: str) -> bool:
        """Tell whether a relation may go from a span with one label to a span with another."""
        source, target = self.label(source_label), self.label(target_label)
        if source is None or target is None:
            return False
        if source.group not in kind.sources or target.group not in kind.targets:
            return False
        if kind.target_labels and target.id not in kind.target_labels:
            return False
        return not kind.same_group or source.group == target.group

    def to_json(self) -> str:
        """Return the scheme as JSON text, keys in the order they came, two blanks deep."""
        return json.dumps(self.source, ensure_ascii=False, indent=2) + "\n"
