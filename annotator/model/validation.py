"""Does an annotation fit the text and the scheme? Is it complete?"""

from enum import StrEnum

from annotator.model.annotation import Annotation, DocumentLabel, Relation, Span
from annotator.model.annotation_set import AnnotationSet
from annotator.model.scheme import Scheme
from annotator.records import Record


class Reason(StrEnum):
    """What is wrong with an annotation."""

    OUTSIDE_TEXT = "outside_text"
    UNKNOWN_LABEL = "unknown_label"
    NOT_FOR_SPANS = "not_for_spans"
    NOT_FOR_DOCUMENTS = "not_for_documents"
    UNKNOWN_ATTRIBUTE = "unknown_attribute"
    WRONG_VALUE = "wrong_value"
    MISSING_ATTRIBUTE = "missing_attribute"
    UNKNOWN_RELATION = "unknown_relation"
    ILLEGAL_RELATION = "illegal_relation"
    MISSING_END = "missing_end"
    SAME_TWICE = "same_twice"


INCOMPLETE = frozenset({Reason.MISSING_ATTRIBUTE})
"""Reasons that leave an annotation storable: it is marked until completed."""


class Problem(Record):
    """One thing wrong with one annotation; `subject` is the label, attribute or value meant."""

    annotation_id: str
    reason: Reason
    subject: str = ""


def span_problems(span: Span, scheme: Scheme, length: int) -> list[Problem]:
    """Return what is wrong with a span of a text of `length` code points."""
    problems: list[Problem] = []
    if span.end > length:
        problems.append(Problem(span.id, Reason.OUTSIDE_TEXT))
    label = scheme.label(span.label)
    if label is None:
        problems.append(Problem(span.id, Reason.UNKNOWN_LABEL, span.label))
        return problems
    if scheme.is_for_documents(label):
        problems.append(Problem(span.id, Reason.NOT_FOR_SPANS, span.label))
    problems.extend(_attribute_problems(span, scheme))
    return problems


def _attribute_problems(annotation: Span | DocumentLabel, scheme: Scheme) -> list[Problem]:
    problems: list[Problem] = []
    allowed = {attribute.id: attribute for attribute in scheme.attributes_of(annotation.label)}
    for key, value in annotation.attributes.items():
        attribute = allowed.get(key)
        if attribute is None:
            problems.append(Problem(annotation.id, Reason.UNKNOWN_ATTRIBUTE, key))
        elif not attribute.takes(value):
            problems.append(Problem(annotation.id, Reason.WRONG_VALUE, key))
    problems.extend(
        Problem(annotation.id, Reason.MISSING_ATTRIBUTE, attribute.id)
        for attribute in scheme.required_of(annotation.label)
        if attribute.id not in annotation.attributes
    )
    return problems


def is_complete(annotation: Span | DocumentLabel, scheme: Scheme) -> bool:
    """Tell whether it carries every attribute its label demands, as a violation factuality."""
    return all(item.id in annotation.attributes for item in scheme.required_of(annotation.label))


def relation_problems(relation: Relation, scheme: Scheme, in_set: AnnotationSet) -> list[Problem]:
    """Return what is wrong with a relation between spans of `in_set`."""
    kind = scheme.relation(relation.label)
    if kind is None:
        return [Problem(relation.id, Reason.UNKNOWN_RELATION, relation.label)]
    source, target = in_set.span(relation.source), in_set.span(relation.target)
    if source is None or target is None or source is target:
        return [Problem(relation.id, Reason.MISSING_END, relation.label)]
    if not scheme.allows(kind, source.label, target.label):
        return [Problem(relation.id, Reason.ILLEGAL_RELATION, relation.label)]
    return []


def problems_of(annotation: Annotation, scheme: Scheme, within: AnnotationSet) -> list[Problem]:
    """Return what is wrong with any annotation, text length left aside."""
    if isinstance(annotation, Span):
        return span_problems(annotation, scheme, annotation.end)
    if isinstance(annotation, Relation):
        return relation_problems(annotation, scheme, within)
    assert isinstance(annotation, DocumentLabel)
    label = scheme.label(annotation.label)
    if label is None:
        return [Problem(annotation.id, Reason.UNKNOWN_LABEL, annotation.label)]
    problems = _attribute_problems(annotation, scheme)
    if not scheme.is_for_documents(label):
        problems.insert(0, Problem(annotation.id, Reason.NOT_FOR_DOCUMENTS, annotation.label))
    return problems
