"""What becomes of the labels of a file: taken as one of the scheme's, left out, or as they stand.

The file has its own words. A mapping is a decision about them that can be saved and used again
(docs/formats/mapping.md).
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any, Final, NamedTuple

from annotator.model.annotation import Annotation, DocumentLabel, Relation, Span
from annotator.model.annotation_set import AnnotationSet
from annotator.model.attributes import Attributes, AttributeValue
from annotator.records import Record

MARK: Final = "annotator-mapping"
VERSION: Final = 1

Targets = Mapping[str, str | None]
Values = Mapping[tuple[str, str], AttributeValue | None]

_NONE: Final[Mapping[Any, Any]] = MappingProxyType({})


class Dropped(NamedTuple):
    """What a mapping left out, and how often. `reason` is a word in snake case."""

    reason: str
    label: str
    times: int


class LabelMapping(Record):
    """From the words of a file to those of the scheme; None leaves out, the rest stays as it is.

    `labels` are those of spans. `values` are found by (attribute in the file, value as
    `value_word` says it) and lead to a value as the scheme has it.
    """

    labels: Targets = _NONE
    document_labels: Targets = _NONE
    relations: Targets = _NONE
    attributes: Targets = _NONE
    values: Values = _NONE

    def __bool__(self) -> bool:
        return bool(
            self.labels or self.document_labels or self.relations or self.attributes or self.values
        )

    def over(self, other: "LabelMapping") -> "LabelMapping":
        """Return both; where they differ this one counts."""
        return LabelMapping(
            {**other.labels, **self.labels},
            {**other.document_labels, **self.document_labels},
            {**other.relations, **self.relations},
            {**other.attributes, **self.attributes},
            {**other.values, **self.values},
        )

    def mapped(self, within: AnnotationSet) -> tuple[AnnotationSet, tuple[Dropped, ...]]:
        """Return the set in the words of the scheme, and what was left out of it.

        Relations of a span that is left out go with it.
        """
        if not self:
            return within, ()
        dropped: Counter[tuple[str, str]] = Counter()
        gone: set[str] = set()
        kept: list[Annotation] = []
        for item in sorted(within.annotations, key=lambda one: isinstance(one, Relation)):
            if isinstance(item, Relation) and not gone.isdisjoint((item.source, item.target)):
                dropped["end_left_out", item.label] += 1
                continue
            label = self._label(item)
            if label is None:
                gone.add(item.id)
                dropped["label_left_out", item.label] += 1
                continue
            attributes = self._attributes(item.attributes, dropped)
            if (label, attributes) != (item.label, item.attributes):
                item = replace(item, label=label, attributes=attributes)  # noqa: PLW2901
            kept.append(item)
        made = AnnotationSet(
            within.document, within.annotator, kept, within.status, within.status_reason
        )
        return made, tuple(Dropped(*key, count) for key, count in sorted(dropped.items()))

    def _label(self, item: Annotation) -> str | None:
        if isinstance(item, Span):
            return self.labels.get(item.label, item.label)
        if isinstance(item, DocumentLabel):
            return self.document_labels.get(item.label, item.label)
        return self.relations.get(item.label, item.label)

    def _attributes(self, old: Attributes, dropped: Counter[tuple[str, str]]) -> Attributes:
        made: dict[str, AttributeValue] = {}
        for key, value in old.items():
            name = self.attributes.get(key, key)
            if name is None:
                dropped["attribute_left_out", key] += 1
                continue
            new = self._value(key, value, dropped)
            if new is None:
                continue
            if name in made and made[name] != new:
                dropped["attribute_twice", key] += 1
                continue
            made[name] = new
        return Attributes(made) if made != dict(old) else old

    def _value(
        self, key: str, value: AttributeValue, dropped: Counter[tuple[str, str]]
    ) -> AttributeValue | None:
        if not isinstance(value, tuple):
            new = self.values.get((key, value_word(value)), value)
            if new is None:
                dropped["value_left_out", f"{key} = {value_word(value)}"] += 1
            return new
        kept: list[str] = []
        for one in value:
            new = self.values.get((key, one), one)
            if new is None:
                dropped["value_left_out", f"{key} = {one}"] += 1
            else:
                kept += new if isinstance(new, tuple) else (value_word(new),)
        return tuple(dict.fromkeys(kept)) if kept or not value else None

    def to_json(self) -> dict[str, Any]:
        """Return what `mapping_from_json` makes the same mapping of."""
        values: dict[str, dict[str, Any]] = {}
        for (name, word), target in sorted(self.values.items()):
            plain = list(target) if isinstance(target, tuple) else target
            values.setdefault(name, {})[word] = plain
        return {
            "format": MARK,
            "version": VERSION,
            "labels": dict(sorted(self.labels.items())),
            "document_labels": dict(sorted(self.document_labels.items())),
            "relations": dict(sorted(self.relations.items())),
            "attributes": dict(sorted(self.attributes.items())),
            "values": values,
        }


AS_IT_IS: Final = LabelMapping()


def mapping_from_json(source: object) -> LabelMapping:
    """Read what `to_json` wrote. Raises ValueError, naming what is wrong in plain words."""
    if not isinstance(source, dict) or source.get("format") != MARK:
        raise ValueError(f'it is no mapping of labels: "format" is not "{MARK}"')
    if source.get("version") != VERSION:
        raise ValueError("it was written by another version of the program")
    values: dict[tuple[str, str], AttributeValue | None] = {}
    for name, table in _table(source, "values").items():
        if not isinstance(table, dict):
            raise ValueError(f'"values" of {name} are no object')  # noqa: TRY004 - as below
        for word, target in table.items():
            values[name, word] = _value_from(name, target)
    return LabelMapping(
        _targets(source, "labels"),
        _targets(source, "document_labels"),
        _targets(source, "relations"),
        _targets(source, "attributes"),
        values,
    )


def value_word(value: AttributeValue) -> str:
    """Return how a value is named in a mapping; of several values each one is named."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return ", ".join(value) if isinstance(value, tuple) else str(value)


def _table(source: Mapping[str, Any], key: str) -> dict[str, Any]:
    found = source.get(key, {})
    if not isinstance(found, dict):
        raise ValueError(f'"{key}" is no object')  # noqa: TRY004 - callers know one kind
    return found


def _targets(source: Mapping[str, Any], key: str) -> Targets:
    found = _table(source, key)
    for name, target in found.items():
        if target is not None and (not isinstance(target, str) or not target):
            raise ValueError(f'"{key}": {name} leads neither to a name nor to null')
    return found


def _value_from(name: str, target: object) -> AttributeValue | None:
    if isinstance(target, list) and all(isinstance(one, str) for one in target):
        return tuple(target)
    if target is None or isinstance(target, str | bool | int | float):
        return target
    raise ValueError(f'"values" of {name} lead to what is no value')
