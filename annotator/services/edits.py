"""Builders of edits: they check scheme and text, and write nothing."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from annotator.errors import EditConflict, SchemeViolation
from annotator.model.annotation import Annotation, DocumentLabel, Relation, Span
from annotator.model.annotation_set import AnnotationSet
from annotator.model.attributes import EMPTY, Attributes, AttributeValue
from annotator.model.edit import Change, Edit
from annotator.model.ids import DocumentId, DocumentLabelId, RelationId, SpanId, new_id
from annotator.model.project import Status
from annotator.model.scheme import Scheme
from annotator.model.stretches import Stretch, between, moved, with_stretch, without_stretch
from annotator.model.validation import (
    INCOMPLETE,
    Problem,
    Reason,
    problems_of,
    relation_problems,
    span_problems,
)


class EditBuilder:
    """Makes edits of an annotation set. Each method returns an edit for `EditingService.apply`.

    All raise SchemeViolation for what the scheme or the text does not allow, and EditConflict for
    an annotation that is not in the set. An edit of annotations moves the status NEW to
    IN_PROGRESS.
    """

    def __init__(
        self,
        scheme: Callable[[], Scheme],
        length_of: Callable[[DocumentId], int],
        scheme_version: Callable[[], int],
    ) -> None:
        self._scheme = scheme
        self._length_of = length_of
        self._scheme_version = scheme_version

    def add_span(
        self,
        within: AnnotationSet,
        start: int,
        end: int,
        label: str,
        attributes: Attributes = EMPTY,
    ) -> Edit:
        """Label [start, end), in code points. Attributes are those a person chose, no defaults."""
        if not 0 <= start < end:
            raise SchemeViolation(Reason.OUTSIDE_TEXT, label)
        span = Span(SpanId(new_id()), start, end, label, attributes)
        self._check_span(within, span)
        return _edit(within, [Change(None, span)])

    def relabel(self, within: AnnotationSet, span_id: SpanId, label: str) -> Edit:
        """Give a span another label.

        Attributes that the new label cannot carry go, and so do relations it cannot take part in.
        """
        old = _span(within, span_id)
        if self._scheme().label(label) is None:
            raise SchemeViolation(Reason.UNKNOWN_LABEL, label)
        allowed = {attribute.id for attribute in self._scheme().attributes_of(label)}
        kept = {key: value for key, value in old.attributes.items() if key in allowed}
        new = replace(old, label=label, attributes=Attributes(kept) if kept else EMPTY)
        self._check_span(within, new)
        changes = [Change(old, new)]
        after = within.apply(Edit(within.document, within.annotator, (Change(old, new),)))
        changes += [
            Change(relation, None)
            for relation in within.relations_of(span_id)
            if not relation_problems(relation, self._scheme(), within)
            and relation_problems(relation, self._scheme(), after)
        ]
        return _edit(within, changes)

    def set_attribute(
        self,
        within: AnnotationSet,
        annotation_id: str,
        attribute_id: str,
        value: AttributeValue | None,
    ) -> Edit:
        """Set an attribute of a span, relation or document label; None takes it away."""
        old = _annotation(within, annotation_id)
        if value is not None:
            self._check_value(old, attribute_id, value)
        new = replace(old, attributes=old.attributes.with_value(attribute_id, value))
        return _edit(within, [Change(old, new)])

    def move_span(
        self,
        within: AnnotationSet,
        span_id: SpanId,
        start: int,
        end: int,
        *,
        piece: Stretch | None = None,
        merge: bool = True,
    ) -> Edit:
        """Move the edges of a span, or of one `piece` of a discontinuous one.

        Pieces that come to touch are joined. With `merge`, moves that follow closely are undone as
        one.
        """
        old = _span(within, span_id)
        if not 0 <= start < end:
            raise SchemeViolation(Reason.OUTSIDE_TEXT, old.label)
        new = between(old, start, end) if piece is None else moved(old, piece, start, end)
        self._check_span(within, new)
        return _edit(within, [Change(old, new)], f"move:{span_id}" if merge else "")

    def add_piece(self, within: AnnotationSet, span_id: SpanId, start: int, end: int) -> Edit:
        """Take [start, end) into a span as well; pieces that touch are joined."""
        old = _span(within, span_id)
        if not 0 <= start < end:
            raise SchemeViolation(Reason.OUTSIDE_TEXT, old.label)
        new = with_stretch(old, start, end)
        self._check_span(within, new)
        return _edit(within, [Change(old, new)])

    def remove_piece(self, within: AnnotationSet, span_id: SpanId, start: int, end: int) -> Edit:
        """Take [start, end) out of a span: pieces there are cut, parted or dropped.

        Raises ValueError where nothing of the span would be left.
        """
        old = _span(within, span_id)
        new = without_stretch(old, start, end)
        self._check_span(within, new)
        return _edit(within, [Change(old, new)])

    def remove(self, within: AnnotationSet, annotation_ids: Iterable[str]) -> Edit:
        """Remove annotations; a span takes its relations with it."""
        doomed: dict[str, Annotation] = {}
        for annotation_id in annotation_ids:
            annotation = _annotation(within, annotation_id)
            if isinstance(annotation, Span):
                doomed.update((item.id, item) for item in within.relations_of(annotation.id))
            doomed[annotation_id] = annotation
        return _edit(within, [Change(annotation, None) for annotation in doomed.values()])

    def add_relation(
        self, within: AnnotationSet, source: SpanId, target: SpanId, label: str
    ) -> Edit:
        """Link two spans of the set."""
        relation = Relation(RelationId(new_id()), source, target, label)
        _refuse(relation_problems(relation, self._scheme(), within))
        if any(
            (item.source, item.target, item.label) == (source, target, label)
            for item in within.relations
        ):
            raise SchemeViolation(Reason.SAME_TWICE, label)
        return _edit(within, [Change(None, relation)])

    def add_document_label(self, within: AnnotationSet, label: str) -> Edit:
        """Label the whole document, with a label of a group for documents."""
        new = DocumentLabel(DocumentLabelId(new_id()), label)
        _refuse(problems_of(new, self._scheme(), within))
        if any(item.label == label for item in within.document_labels):
            raise SchemeViolation(Reason.SAME_TWICE, label)
        return _edit(within, [Change(None, new)])

    def set_status(self, within: AnnotationSet, status: Status, reason: str = "") -> Edit:
        """Say how far the annotator is with the document, and why where that is to be kept."""
        moved = None if status is within.status else (within.status, status)
        reasons = within.status_reason, reason
        return Edit(within.document, within.annotator, status=moved, reasons=reasons)

    def confirm(self, within: AnnotationSet, span_id: SpanId) -> Edit:
        """Say that a span is right under the guideline in force as well."""
        old = _span(within, span_id)
        new = replace(old, guideline=self._scheme_version(), foreign="")
        return _edit(within, [Change(old, new)])

    def waive(self, within: AnnotationSet, span_id: SpanId, remark: str) -> Edit:
        """Say that a remark about a span, given by its key, is no problem."""
        old = _span(within, span_id)
        waived = tuple(sorted({*old.waived, remark}))
        return _edit(within, [Change(old, replace(old, waived=waived))])

    def _check_span(self, within: AnnotationSet, span: Span) -> None:
        length = self._length_of(within.document)
        _refuse(span_problems(span, self._scheme(), length))
        if any(
            (other.stretches, other.label) == (span.stretches, span.label)
            for other in within.spans_at(span.start)
            if other.id != span.id
        ):
            raise SchemeViolation(Reason.SAME_TWICE, span.label)

    def _check_value(
        self, annotation: Annotation, attribute_id: str, value: AttributeValue
    ) -> None:
        scheme = self._scheme()
        attribute = scheme.attribute(attribute_id)
        if attribute is None:
            raise SchemeViolation(Reason.UNKNOWN_ATTRIBUTE, attribute_id)
        allowed = (
            scheme.attributes_of_relation(annotation.label)
            if isinstance(annotation, Relation)
            else scheme.attributes_of(annotation.label)
        )
        if attribute not in allowed:
            raise SchemeViolation(Reason.UNKNOWN_ATTRIBUTE, attribute_id)
        if not attribute.takes(value):
            raise SchemeViolation(Reason.WRONG_VALUE, attribute_id)


def looked_at(edit: Edit, scheme_version: int) -> Edit:
    """Return the edit with its spans put under the guideline in force.

    Waived remarks come back where label or place of their span are others now.
    """
    return replace(
        edit, changes=tuple(_looked_at(change, scheme_version) for change in edit.changes)
    )


def _looked_at(change: Change, scheme_version: int) -> Change:
    before, after = change.before, change.after
    if not isinstance(after, Span) or before == after:
        return change
    waived = after.waived
    if isinstance(before, Span) and waived != before.waived:
        return change  # says nothing about the guideline
    if isinstance(before, Span) and _said(before) != _said(after):
        waived = ()
    if (after.guideline, after.waived) == (scheme_version, waived):
        return change
    return Change(before, replace(after, guideline=scheme_version, waived=waived, foreign=""))


def _said(span: Span) -> tuple[object, str]:
    return span.stretches, span.label


def _edit(within: AnnotationSet, changes: list[Change], merge_key: str = "") -> Edit:
    """Make the edit; one that changes nothing is empty and leaves the status alone."""
    real = tuple(change for change in changes if change.before != change.after)
    starts = bool(real) and within.status is Status.NEW
    status = (Status.NEW, Status.IN_PROGRESS) if starts else None
    reasons = (within.status_reason, "") if starts else ("", "")
    return Edit(within.document, within.annotator, real, status, merge_key, reasons)


def _annotation(within: AnnotationSet, annotation_id: str) -> Annotation:
    found = within.get(annotation_id)
    if found is None:
        raise EditConflict(annotation_id)
    return found


def _span(within: AnnotationSet, span_id: SpanId) -> Span:
    found = within.span(span_id)
    if found is None:
        raise EditConflict(span_id)
    return found


def _refuse(problems: Iterable[Problem]) -> None:
    for problem in problems:
        if problem.reason not in INCOMPLETE:
            raise SchemeViolation(problem.reason, problem.subject)
