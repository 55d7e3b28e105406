"""Which spans a span may be linked with. Pure."""

from typing import NamedTuple

from annotator.model.annotation import Span
from annotator.model.annotation_set import AnnotationSet
from annotator.model.ids import SpanId
from annotator.model.scheme import RelationType, Scheme


class Link(NamedTuple):
    """A relation that could be made."""

    kind: RelationType
    source: SpanId
    target: SpanId


def links_between(one: Span, other: Span, scheme: Scheme) -> list[Link]:
    """Return every relation the scheme allows between two spans, from `one` first."""
    if one.id == other.id:
        return []
    kinds = [kind for kind in scheme.relations if not kind.retired]
    found = [
        Link(kind, one.id, other.id)
        for kind in kinds
        if scheme.allows(kind, one.label, other.label)
    ]
    found += [
        Link(kind, other.id, one.id)
        for kind in kinds
        if scheme.allows(kind, other.label, one.label)
        and not (kind.symmetric and scheme.allows(kind, one.label, other.label))
    ]
    return found


def partners_of(span: Span, annotations: AnnotationSet, scheme: Scheme) -> list[Span]:
    """Return the spans that `span` may be linked with, the nearest first."""
    can_be: dict[str, bool] = {}  # by label: the scheme is asked once for each
    partners = []
    for item in annotations.spans:
        if item.label not in can_be and item.id != span.id:
            can_be[item.label] = bool(links_between(span, item, scheme))
        if can_be.get(item.label) and item.id != span.id:
            partners.append(item)
    return sorted(partners, key=lambda item: (_distance(span, item), item.sort_key))


def _distance(one: Span, other: Span) -> int:
    return max(0, other.start - one.end, one.start - other.end)
