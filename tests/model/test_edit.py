from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.errors import EditConflict
from annotator.model.annotation import Span
from annotator.model.annotation_set import AnnotationSet
from annotator.model.edit import Change, Edit
from annotator.model.ids import AnnotatorId, DocumentId, SpanId
from annotator.model.project import Status
from tests.model.strategies import ANNOTATOR, DOCUMENT, annotation_sets, edits

SPAN = Span(SpanId("s"), 0, 5, "actor.voter")
MOVED = replace(SPAN, end=9)
OTHER = Span(SpanId("o"), 3, 7, "violation.vote_buying")


def edit(*changes: Change, status: tuple[Status, Status] | None = None) -> Edit:
    return Edit(DOCUMENT, ANNOTATOR, changes, status)


@given(st.data())
def test_an_edit_and_its_inverse_leave_the_set_as_it_was(data) -> None:
    before = data.draw(annotation_sets())
    made = data.draw(edits(before))
    after = before.apply(made)
    assert after.apply(made.inverted()) == before
    assert after.apply(made.inverted()).apply(made) == after
    assert made.inverted().inverted() == replace(made, merge_key="")
    assert made.inverted().merge_key == ""


@given(st.data())
def test_a_row_of_edits_is_taken_back_step_by_step(data) -> None:
    states = [data.draw(annotation_sets())]
    made: list[Edit] = []
    for _ in range(data.draw(st.integers(1, 6))):
        made.append(data.draw(edits(states[-1])))
        states.append(states[-1].apply(made[-1]))
    state = states[-1]
    for before, step in zip(reversed(states[:-1]), reversed(made), strict=True):
        state = state.apply(step.inverted())
        assert state == before
        assert list(state.spans) == list(before.spans)


@given(st.data())
def test_an_edit_leaves_the_set_it_is_applied_to_alone(data) -> None:
    before = data.draw(annotation_sets())
    copy = AnnotationSet(
        DOCUMENT, ANNOTATOR, before.annotations, before.status, before.status_reason
    )
    spans = list(before.spans)
    before.apply(data.draw(edits(before)))
    assert before == copy
    assert list(before.spans) == spans


@given(st.data())
def test_a_set_after_edits_is_the_set_made_anew(data) -> None:
    state = data.draw(annotation_sets())
    for _ in range(3):
        state = state.apply(data.draw(edits(state)))
    anew = AnnotationSet(DOCUMENT, ANNOTATOR, state.annotations, state.status, state.status_reason)
    assert state == anew
    assert list(state.spans) == list(anew.spans)


@pytest.mark.parametrize(
    ("stored", "change"),
    [
        ([], Change(SPAN, None)),
        ([], Change(SPAN, MOVED)),
        ([SPAN], Change(None, SPAN)),
        ([SPAN], Change(None, MOVED)),
        ([MOVED], Change(SPAN, None)),
        ([MOVED], Change(SPAN, replace(SPAN, label="violation.vote_buying"))),
    ],
)
def test_an_edit_of_another_state_is_a_conflict(stored: list[Span], change: Change) -> None:
    state = AnnotationSet(DOCUMENT, ANNOTATOR, stored)
    with pytest.raises(EditConflict) as caught:
        state.apply(edit(change))
    assert caught.value.annotation_id == "s"
    assert list(state.spans) == stored


@pytest.mark.parametrize(
    "made",
    [
        edit(Change(SPAN, MOVED), Change(SPAN, None)),
        edit(Change(SPAN, None), Change(None, OTHER), Change(SPAN, MOVED)),
        edit(Change(SPAN, MOVED), status=(Status.DONE, Status.FLAGGED)),
    ],
)
def test_a_conflict_half_way_leaves_the_set_as_it_was(made: Edit) -> None:
    state = AnnotationSet(DOCUMENT, ANNOTATOR, [SPAN])
    with pytest.raises(EditConflict):
        state.apply(made)
    assert state == AnnotationSet(DOCUMENT, ANNOTATOR, [SPAN])
    assert state.spans_in(0, 99) == [SPAN]
    assert state.status is Status.NEW


def test_an_edit_of_another_status_is_a_conflict() -> None:
    state = AnnotationSet(DOCUMENT, ANNOTATOR, [], Status.DONE)
    with pytest.raises(EditConflict):
        state.apply(edit(status=(Status.NEW, Status.SKIPPED)))
    assert state.apply(edit(status=(Status.DONE, Status.FLAGGED))).status is Status.FLAGGED


@pytest.mark.parametrize(
    "other", [{"document": DocumentId("another")}, {"annotator": AnnotatorId("another")}]
)
def test_an_edit_of_another_set_is_a_mistake(other) -> None:
    with pytest.raises(ValueError, match="another"):
        AnnotationSet(DOCUMENT, ANNOTATOR).apply(replace(edit(), **other))


def test_a_change_is_about_one_annotation() -> None:
    with pytest.raises(ValueError, match="nothing"):
        Change(None, None)
    with pytest.raises(ValueError, match="keeps"):
        Change(SPAN, replace(SPAN, id=SpanId("t")))
    assert Change(SPAN, None).annotation is SPAN
    assert Change(SPAN, MOVED).annotation is MOVED


def test_an_edit_is_empty_where_nothing_would_change() -> None:
    assert edit().is_empty
    assert edit(Change(SPAN, replace(SPAN)), status=(Status.NEW, Status.NEW)).is_empty
    assert not edit(Change(SPAN, MOVED)).is_empty
    assert not edit(status=(Status.NEW, Status.DONE)).is_empty
