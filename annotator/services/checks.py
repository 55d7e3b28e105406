"""What may be wrong with the annotations of an article: found, never forbidden. Pure.

`blocking` is what holds back "done"; `article_checks` finds everything, step by step.
"""

from collections.abc import Set as AbstractSet
from enum import StrEnum
from typing import Final

from annotator.model.annotation import DocumentLabel, Span
from annotator.model.annotation_set import AnnotationSet
from annotator.model.scheme import Condition, Scheme
from annotator.model.validation import is_complete, relation_problems
from annotator.records import Record
from annotator.text.segmentation import snap, word_at


class Check(StrEnum):
    """What is looked for."""

    MISSING_ATTRIBUTE = "missing_attribute"
    ILLEGAL_RELATION = "illegal_relation"
    DOUBLED = "doubled"
    INSIDE_WORD = "inside_word"
    LOOSE_EDGE = "loose_edge"
    CONTRADICTION = "contradiction"
    SAME_WORDS = "same_words"
    SAME_WORDS_ELSEWHERE = "same_words_elsewhere"
    RECHECK = "recheck"

    @property
    def blocks(self) -> bool:
        """Tell whether an article is not done while this stands open."""
        return self in {Check.MISSING_ATTRIBUTE, Check.ILLEGAL_RELATION}

    @property
    def can_be_waived(self) -> bool:
        """Tell whether an annotator may say of one span that it is no problem."""
        return not self.blocks and self is not Check.RECHECK


_OF_WORDS: Final = {Check.SAME_WORDS, Check.SAME_WORDS_ELSEWHERE}


class Remark(Record):
    """One thing that may be wrong with one span, or with one label of the whole article.

    `subject` is the attribute that is missing, the relation that is not allowed, the rule of the
    scheme, or the label that the same words mostly have.
    """

    annotation: str
    check: Check
    subject: str = ""

    @property
    def key(self) -> str:
        """What a span's `waived` holds when its annotator found this to be no problem."""
        if not self.subject or self.check in _OF_WORDS:
            return str(self.check)  # waived whatever the others come to be
        return f"{self.check}:{self.subject}"


def blocking(annotations: AnnotationSet, scheme: Scheme) -> list[Remark]:
    """Return what holds back "done", spans in reading order, the article's own labels last."""
    illegal: dict[str, list[Remark]] = {}
    for relation in annotations.relations:
        if relation_problems(relation, scheme, annotations):
            remark = Remark(relation.source, Check.ILLEGAL_RELATION, relation.id)
            illegal.setdefault(relation.source, []).append(remark)
    found: list[Remark] = []
    for span in annotations.spans:
        found += missing_of(span, scheme)
        found += illegal.get(span.id, [])
    for label in annotations.document_labels:
        found += missing_of(label, scheme)
    return found


def missing_of(annotation: Span | DocumentLabel, scheme: Scheme) -> list[Remark]:
    """Return a remark for each attribute that must be there and is not."""
    if is_complete(annotation, scheme):
        return []
    return [
        Remark(annotation.id, Check.MISSING_ATTRIBUTE, item.id)
        for item in scheme.required_of(annotation.label)
        if item.id not in annotation.attributes
    ]


def edge_check(text: str, start: int, end: int) -> Check | None:
    """Tell what is wrong with the edges of [start, end): a cut word, else what hangs over."""
    for edge in (start, end):
        word = word_at(text, edge)
        if word is not None and word[0] < edge < word[1]:
            return Check.INSIDE_WORD
    tidy = snap(text, start, end)
    if tidy[0] < tidy[1] and (tidy[0] > start or tidy[1] < end):
        return Check.LOOSE_EDGE
    return Check.LOOSE_EDGE if tidy[0] == tidy[1] else None


def holds(condition: Condition, span: Span, scheme: Scheme, outgoing: AbstractSet[str]) -> bool:
    """Tell whether a condition of the scheme holds of a span; `outgoing` are its relations."""
    label = scheme.label(span.label)
    if label is None or (condition.groups and label.group not in condition.groups):
        return False
    if condition.labels and label.id not in condition.labels:
        return False
    if not condition.without.isdisjoint(outgoing):
        return False
    return all(_has(span, key, wanted, scheme) for key, wanted in condition.values)


def _has(span: Span, key: str, wanted: frozenset[object], scheme: Scheme) -> bool:
    value = span.attributes.get(key)
    if value is None:
        attribute, label = scheme.attribute(key), scheme.label(span.label)
        if attribute is None or label is None or not attribute.is_for(label):
            return False
        value = attribute.default_for(label)
    if isinstance(value, tuple):
        return not wanted.isdisjoint(value)
    return value is not None and value in wanted
