from dataclasses import replace

import pytest

from annotator.model.annotation import DocumentLabel, Relation, Span
from annotator.model.annotation_set import AnnotationSet
from annotator.model.attributes import Attributes
from annotator.model.ids import AnnotatorId, DocumentId, DocumentLabelId, RelationId, SpanId
from annotator.model.validation import (
    INCOMPLETE,
    Problem,
    Reason,
    is_complete,
    problems_of,
    relation_problems,
    span_problems,
)
from tests.builders import default_scheme

SCHEME = default_scheme()
ALLEGED = Attributes({"factuality": "alleged"})
BUYING = Span(SpanId("v"), 10, 22, "violation.vote_buying", ALLEGED)
VOTER = Span(SpanId("a"), 0, 5, "actor.voter")
WITHIN = AnnotationSet(DocumentId("d"), AnnotatorId("m"), [BUYING, VOTER])
PATIENT = next(
    kind.id
    for kind in SCHEME.relations
    if SCHEME.allows(kind, BUYING.label, VOTER.label)
    and not SCHEME.allows(kind, VOTER.label, BUYING.label)
)
LINK = Relation(RelationId("r"), BUYING.id, VOTER.id, PATIENT)


def test_what_fits_has_no_problem() -> None:
    assert span_problems(BUYING, SCHEME, 22) == []
    assert span_problems(VOTER, SCHEME, 22) == []
    assert relation_problems(LINK, SCHEME, WITHIN) == []
    assert is_complete(BUYING, SCHEME)


@pytest.mark.parametrize(
    ("span", "reason", "subject"),
    [
        (replace(BUYING, end=23), Reason.OUTSIDE_TEXT, ""),
        (replace(BUYING, label="violation.none"), Reason.UNKNOWN_LABEL, "violation.none"),
        (
            replace(BUYING, attributes=ALLEGED.with_value("mood", "bad")),
            Reason.UNKNOWN_ATTRIBUTE,
            "mood",
        ),
        (
            replace(BUYING, attributes=Attributes({"factuality": "perhaps"})),
            Reason.WRONG_VALUE,
            "factuality",
        ),
        (replace(BUYING, attributes=Attributes()), Reason.MISSING_ATTRIBUTE, "factuality"),
    ],
)
def test_what_is_wrong_with_a_span(span: Span, reason: Reason, subject: str) -> None:
    assert span_problems(span, SCHEME, 22) == [Problem("v", reason, subject)]


def test_several_faults_are_told_together() -> None:
    span = replace(BUYING, end=99, attributes=Attributes({"mood": "bad"}))
    assert [problem.reason for problem in span_problems(span, SCHEME, 22)] == [
        Reason.OUTSIDE_TEXT,
        Reason.UNKNOWN_ATTRIBUTE,
        Reason.MISSING_ATTRIBUTE,
    ]


def test_a_violation_without_factuality_is_incomplete_but_may_be_kept() -> None:
    bare = replace(BUYING, attributes=Attributes())
    assert not is_complete(bare, SCHEME)
    assert {problem.reason for problem in span_problems(bare, SCHEME, 22)} <= INCOMPLETE


@pytest.mark.parametrize(
    ("link", "reason"),
    [
        (replace(LINK, label="none"), Reason.UNKNOWN_RELATION),
        (replace(LINK, target=SpanId("x")), Reason.MISSING_END),
        (replace(LINK, source=SpanId("x")), Reason.MISSING_END),
        (replace(LINK, target=BUYING.id), Reason.MISSING_END),
        (replace(LINK, source=VOTER.id, target=BUYING.id), Reason.ILLEGAL_RELATION),
    ],
)
def test_what_is_wrong_with_a_relation(link: Relation, reason: Reason) -> None:
    assert relation_problems(link, SCHEME, WITHIN) == [Problem("r", reason, link.label)]


def test_any_annotation_is_looked_at() -> None:
    label = DocumentLabel(DocumentLabelId("w"), "article.report")
    assert problems_of(label, SCHEME, WITHIN) == []
    wrong = replace(label, label="none")
    assert problems_of(wrong, SCHEME, WITHIN) == [Problem("w", Reason.UNKNOWN_LABEL, "none")]
    for_spans = replace(label, label="actor.voter")
    assert problems_of(for_spans, SCHEME, WITHIN) == [
        Problem("w", Reason.NOT_FOR_DOCUMENTS, "actor.voter")
    ]
    odd = replace(label, attributes=Attributes({"relevance": "so so", "mood": "bad"}))
    assert problems_of(odd, SCHEME, WITHIN) == [
        Problem("w", Reason.WRONG_VALUE, "relevance"),
        Problem("w", Reason.UNKNOWN_ATTRIBUTE, "mood"),
    ]
    assert problems_of(replace(VOTER, label="article.report"), SCHEME, WITHIN) == [
        Problem("a", Reason.NOT_FOR_SPANS, "article.report")
    ]
    assert problems_of(BUYING, SCHEME, WITHIN) == []
    assert problems_of(replace(BUYING, label="none"), SCHEME, WITHIN) == [
        Problem("v", Reason.UNKNOWN_LABEL, "none")
    ]
    assert problems_of(LINK, SCHEME, WITHIN) == []
    assert problems_of(replace(LINK, label="none"), SCHEME, WITHIN) != []
