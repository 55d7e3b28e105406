"""What a changed scheme makes of the annotations of one set."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TypeVar

from annotator.model.annotation import Annotation, DocumentLabel, Relation, Span
from annotator.model.annotation_set import AnnotationSet
from annotator.model.attributes import EMPTY, Attributes, AttributeValue
from annotator.model.edit import Change, Edit
from annotator.model.ids import SpanId
from annotator.model.scheme import AttributeType, Scheme
from annotator.model.scheme_edit import Mappings
from annotator.model.validation import relation_problems

Labelled = TypeVar("Labelled", Span, DocumentLabel)


@dataclass(slots=True)
class Effects:
    """How much a migration changes, and what it leaves.

    `relabelled` and `retyped` count annotations with another label or relation type; `joined`
    those that then say the same about the same words as another one and became part of it;
    `values` attribute values that became others, `lost` those that the new label cannot carry;
    `removed` relations that went because the scheme forbids them (or that would link a span with
    itself), `illegal` those that stay although it does; `kept` what could not be mapped, because
    the new attribute or relation type is not for it, and stays as it was.
    """

    relabelled: int = 0
    joined: int = 0
    values: int = 0
    lost: int = 0
    retyped: int = 0
    removed: int = 0
    illegal: int = 0
    kept: int = 0
    sets: int = 0


class Migration:
    """Maps annotation sets from one scheme to another, counting in `effects`.

    `drop_illegal` removes the relations that the old scheme allowed and the new one does not.
    """

    def __init__(
        self, old: Scheme, new: Scheme, mappings: Mappings, *, drop_illegal: bool = False
    ) -> None:
        self._old = old
        self._new = new
        self._mappings = mappings
        self._drop_illegal = drop_illegal
        self._values = {attribute for attribute, _ in mappings.values}
        self.effects = Effects()

    def edit(self, within: AnnotationSet) -> Edit:
        """Return what becomes of a set; empty where nothing changes."""
        after: dict[str, Annotation] = {}
        homes: dict[SpanId, SpanId] = {}
        self._spans(within, after, homes)
        self._document_labels(within, after)
        between = within.apply(_edit(within, _changes(after, within.spans)))
        self._relations(within, between, after, homes)
        changes = _changes(after, within.annotations)
        if changes:
            self.effects.sets += 1
        return _edit(within, changes)

    # -- spans and document labels ---------------------------------------------------------------

    def _spans(
        self, within: AnnotationSet, after: dict[str, Annotation], homes: dict[SpanId, SpanId]
    ) -> None:
        """Map the spans; `homes` tells in which span a span that was joined lives on."""
        spans = list(within.spans)
        taken: dict[tuple[object, str], SpanId] = {}
        for span in spans:
            if span.label not in self._mappings.labels:
                taken.setdefault((span.stretches, span.label), span.id)
        for span in spans:
            new = after[span.id] = self._labelled(span)
            if span.label not in self._mappings.labels:
                continue
            home = taken.setdefault((new.stretches, new.label), span.id)
            if home != span.id:
                homes[span.id] = home
        for joined, home in homes.items():
            kept, gone = after[home], after.pop(joined)
            assert isinstance(kept, Span)
            missing = {k: v for k, v in gone.attributes.items() if k not in kept.attributes}
            after[home] = replace(kept, attributes=_with(kept.attributes, missing))
        self.effects.joined += len(homes)

    def _document_labels(self, within: AnnotationSet, after: dict[str, Annotation]) -> None:
        taken = {item.label for item in within.document_labels} - self._mappings.labels.keys()
        for item in within.document_labels:
            new = self._labelled(item)
            if item.label in self._mappings.labels:
                if new.label in taken:
                    self.effects.joined += 1
                    continue
                taken.add(new.label)
            after[item.id] = new

    def _labelled(self, item: Labelled) -> Labelled:
        label = self._mappings.labels.get(item.label, item.label)
        allowed = {attribute.id: attribute for attribute in self._new.attributes_of(label)}
        attributes = self._attributes(item.attributes, allowed)
        if label == item.label:
            return item if attributes is item.attributes else replace(item, attributes=attributes)
        self.effects.relabelled += 1
        fitting = {key: value for key, value in attributes.items() if key in allowed}
        self.effects.lost += len(attributes) - len(fitting)
        return replace(item, label=label, attributes=_with(EMPTY, fitting))

    def _attributes(self, attributes: Attributes, allowed: dict[str, AttributeType]) -> Attributes:
        """Map values, then the attributes they belong to; what does not fit stays as it was."""
        mapped = self._mappings.attributes
        if not (attributes.keys() & (mapped.keys() | self._values)):
            return attributes
        made: dict[str, AttributeValue] = {}
        for key, value in attributes.items():
            new_value = self._value(key, value)
            if new_value != value:
                self.effects.values += 1
            if new_value is None:
                continue
            new_key = mapped.get(key, key)
            if new_key != key:
                target = allowed.get(new_key)
                if target is None or new_key in attributes or not target.takes(new_value):
                    self.effects.kept += 1
                    new_key = key
                else:
                    self.effects.values += new_value == value
            made[new_key] = new_value
        return _with(EMPTY, made)

    def _value(self, key: str, value: AttributeValue) -> AttributeValue | None:
        values = self._mappings.values
        if isinstance(value, tuple):
            new = dict.fromkeys(values.get((key, item), item) for item in value)
            return tuple(item for item in new if item) or None
        if isinstance(value, str):
            return values.get((key, value), value) or (None if (key, value) in values else value)
        return value

    # -- relations -------------------------------------------------------------------------------

    def _relations(
        self,
        within: AnnotationSet,
        between: AnnotationSet,
        after: dict[str, Annotation],
        homes: dict[SpanId, SpanId],
    ) -> None:
        said = {
            (item.source, item.target, item.label)
            for item in within.relations
            if self._moved(item, homes) is item
        }
        for item in within.relations:
            new = self._moved(self._retyped(item, between, homes), homes)
            allowed = {x.id: x for x in self._new.attributes_of_relation(new.label)}
            attributes = self._attributes(item.attributes, allowed)
            if attributes is not item.attributes:
                new = replace(new, attributes=attributes)
            if new.source == new.target and item.source != item.target:
                self.effects.removed += 1
                continue
            place = (new.source, new.target, new.label)
            if new != item and place != (item.source, item.target, item.label):
                if place in said:
                    self.effects.joined += 1
                    continue
                said.add(place)
            broken = not relation_problems(item, self._old, within) and relation_problems(
                new, self._new, between
            )
            if broken and self._drop_illegal:
                self.effects.removed += 1
                continue
            self.effects.illegal += bool(broken)
            after[item.id] = new

    def _retyped(
        self, item: Relation, between: AnnotationSet, homes: dict[SpanId, SpanId]
    ) -> Relation:
        label = self._mappings.relations.get(item.label, item.label)
        if label == item.label:
            return item
        new = replace(item, label=label)
        if relation_problems(self._moved(new, homes), self._new, between):
            self.effects.kept += 1
            return item
        self.effects.retyped += 1
        return new

    def _moved(self, item: Relation, homes: dict[SpanId, SpanId]) -> Relation:
        source, target = homes.get(item.source), homes.get(item.target)
        if source is None and target is None:
            return item
        return replace(item, source=source or item.source, target=target or item.target)


def _with(attributes: Attributes, more: dict[str, AttributeValue]) -> Attributes:
    return Attributes({**attributes, **more}) if attributes or more else EMPTY


def _changes(after: dict[str, Annotation], of: Iterable[Annotation]) -> list[Change]:
    return [Change(item, after.get(item.id)) for item in of if after.get(item.id) != item]


def _edit(within: AnnotationSet, changes: list[Change]) -> Edit:
    return Edit(within.document, within.annotator, tuple(changes))
