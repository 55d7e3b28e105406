import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.model.annotation import DocumentLabel, Relation, Span
from annotator.model.annotation_set import AnnotationSet
from annotator.model.ids import AnnotatorId, DocumentLabelId, RelationId, SpanId
from annotator.model.project import Status
from tests.model.strategies import ANNOTATOR, DOCUMENT, NAMES, annotation_sets


def span(name: str, start: int, end: int) -> Span:
    return Span(SpanId(name), start, end, "actor.voter")


PARTED = Span(SpanId("p"), 0, 9, "actor.voter", fragments=((0, 2), (5, 9)))
WIDE, INNER, SAME, LATER = span("a", 0, 9), span("b", 2, 5), span("c", 2, 5), span("d", 9, 12)
LINK = Relation(RelationId("r"), WIDE.id, LATER.id, "agent")
WHOLE = DocumentLabel(DocumentLabelId("w"), "violation.vote_buying")
ALL = AnnotationSet(DOCUMENT, ANNOTATOR, [LATER, WHOLE, SAME, LINK, INNER, WIDE])


def test_spans_come_in_reading_order_longer_first() -> None:
    assert list(ALL.spans) == [WIDE, INNER, SAME, LATER]
    assert ALL.span_count == 4


def test_look_ups_by_id_and_kind() -> None:
    assert list(ALL.relations) == [LINK]
    assert list(ALL.document_labels) == [WHOLE]
    assert ALL.get("r") is LINK
    assert ALL.get("x") is None
    assert ALL.span("a") is WIDE
    assert ALL.span("r") is None
    assert ALL.relations_of(LATER.id) == [LINK]
    assert ALL.relations_of(WIDE.id) == [LINK]
    assert ALL.relations_of(INNER.id) == []


def test_a_span_does_not_hold_its_end() -> None:
    assert ALL.spans_at(8) == [WIDE]
    assert ALL.spans_at(9) == [LATER]
    assert ALL.spans_at(12) == []
    assert ALL.spans_at(2) == [WIDE, INNER, SAME]


def _characters(item: Span) -> set[int]:
    return {place for start, end in item.stretches for place in range(start, end)}


def test_a_discontinuous_span_is_not_in_its_gap() -> None:
    state = AnnotationSet(DOCUMENT, ANNOTATOR, [PARTED, INNER])
    assert state.spans_at(2) == [INNER]
    assert state.spans_at(5) == [PARTED]
    assert state.spans_in(1, 6) == [PARTED, INNER]
    assert state.spans_in(2, 4) == [INNER]


@given(annotation_sets(), st.integers(0, 30), st.integers(0, 10))
def test_spans_in_a_range_are_those_that_share_a_character(state, start: int, length: int) -> None:
    wanted = set(range(start, start + length))
    found = [item for item in state.spans if wanted & _characters(item)]
    assert [item for item in state.spans_in(start, start + length) if length] == found


@given(annotation_sets(), st.integers(0, 30))
def test_every_look_up_agrees_with_going_through_all(state, position: int) -> None:
    everything = list(state.annotations)
    spans = sorted(
        (item for item in everything if isinstance(item, Span)),
        key=lambda item: (item.start, -item.end, item.id),
    )
    assert list(state.spans) == spans
    assert state.span_count == len(spans)
    assert state.spans_at(position) == [x for x in spans if position in _characters(x)]
    relations = [item for item in everything if isinstance(item, Relation)]
    assert list(state.relations) == relations
    assert list(state.document_labels) == [x for x in everything if isinstance(x, DocumentLabel)]
    for name in NAMES:
        found = next((item for item in everything if item.id == name), None)
        assert state.get(name) == found
        assert state.span(name) == (found if isinstance(found, Span) else None)
        touching = [link for link in relations if name in {link.source, link.target}]
        assert state.relations_of(SpanId(name)) == touching


@given(annotation_sets(), st.integers(0, 30))
def test_places_in_reading_order_agree_with_going_through_all(state, position: int) -> None:
    spans = list(state.spans)
    assert [state.nth_span(place) for place in range(state.span_count)] == spans
    assert [state.place_of(span) for span in spans] == list(range(len(spans)))
    assert state.count_before(position) == sum(span.start < position for span in spans)


def test_sets_are_equal_by_what_they_hold() -> None:
    held = list(ALL.annotations)
    assert AnnotationSet(DOCUMENT, ANNOTATOR, reversed(held)) == ALL
    assert AnnotationSet(DOCUMENT, ANNOTATOR, held, Status.DONE) != ALL
    assert AnnotationSet(DOCUMENT, ANNOTATOR, held[1:]) != ALL
    assert AnnotationSet(DOCUMENT, AnnotatorId("other"), held) != ALL
    assert held != ALL


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 3), (4, 2)])
def test_a_span_holds_text(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="holds no text"):
        span("a", start, end)
