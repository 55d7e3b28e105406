"""The relations of one span, as the label panel lists them."""

from annotator.model.annotation import Relation, Span
from annotator.model.annotation_set import AnnotationSet
from annotator.model.scheme import Scheme
from annotator.ui.annotate.span_words import inherited_note, summary_of
from annotator.ui.edit_titles import quote_of
from annotator.ui.panels.relations import RelationRow

_WORDS = 60


def relation_rows(
    span: Span, annotations: AnnotationSet, text: str, scheme: Scheme, language: str
) -> tuple[RelationRow, ...]:
    """Return a row for each relation that begins or ends at `span`, those that begin first."""
    rows = (
        _row(relation, span, annotations, text, scheme, language)
        for relation in annotations.relations_of(span.id)
    )
    return tuple(sorted((row for row in rows if row), key=lambda row: not row.outgoing))


def _row(
    relation: Relation,
    span: Span,
    annotations: AnnotationSet,
    text: str,
    scheme: Scheme,
    language: str,
) -> RelationRow | None:
    outgoing = relation.source == span.id
    other = annotations.span(relation.target if outgoing else relation.source)
    if other is None:
        return None
    kind = scheme.relation(relation.label)
    source = annotations.span(relation.source)
    note = inherited_note(relation, source, scheme, language)
    label = scheme.label(other.label)
    return RelationRow(
        relation=relation.id,
        note=note,
        name=kind.names.best(language) if kind else relation.label,
        other=other.id,
        words=quote_of(other, text, _WORDS),
        role=label.group if label else "",
        outgoing=outgoing,
        kind=relation.label,
        attributes=relation.attributes,
        summary=summary_of(relation.attributes, scheme, language),
    )
