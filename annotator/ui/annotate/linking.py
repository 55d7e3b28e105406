"""Which spans a span may be linked with, and the letters that choose among them. Pure."""

from collections.abc import Sequence
from typing import NamedTuple

from annotator.model.annotation import Span
from annotator.model.annotation_set import AnnotationSet
from annotator.model.ids import SpanId
from annotator.model.scheme import RelationType, Scheme

LETTERS = "asdfjklghqwertyuiopzxcvbnm"
"""Hint letters, those under the fingers first."""


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
        # the same both ways round is one choice
        if scheme.allows(kind, other.label, one.label)
        and not scheme.allows(kind, one.label, other.label)
    ]
    return found


def partners_of(span: Span, annotations: AnnotationSet, scheme: Scheme) -> list[Span]:
    """Return the spans that `span` may be linked with, the nearest first."""
    partners = [item for item in annotations.spans if links_between(span, item, scheme)]
    return sorted(partners, key=lambda item: (_distance(span, item), item.sort_key))


def hints_for(keys: Sequence[str]) -> dict[str, str]:
    """Give each key letters to type: one letter each, or two each where one does not reach.

    No hint begins another, so that the last letter of a hint always decides.
    """
    count = len(keys)
    if count <= len(LETTERS):
        return dict(zip(keys, LETTERS, strict=False))
    pairs = [first + second for first in LETTERS for second in LETTERS]
    return dict(zip(keys, pairs, strict=False))


def _distance(one: Span, other: Span) -> int:
    return max(0, other.start - one.end, one.start - other.end)
