"""The history of a document: what was done, and going back in it."""

import json
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.errors import EditConflict, SchemeViolation
from annotator.model.annotation import Span
from annotator.model.edit import Change, Edit, Origin
from annotator.model.ids import SpanId
from annotator.model.project import Status
from annotator.model.scheme_reader import parse_scheme
from annotator.services.projects import open_project
from annotator.services.timeline import ActHead, Counts
from tests.builders import make_project, only_document, place_of

PEOPLE = place_of("warga")
NAME = place_of("Rahmawati Ladiva")
LABELS = ("actor.voter", "actor.candidate", "action.report", "violation.vote_buying")


class Work:
    """A project with one document, and the shortest words for acts."""

    def __init__(self, project):
        self.use(project)
        self.document = only_document(project)

    def use(self, project):
        self.project = project
        self.editing = project.editing
        self.timeline = project.timeline

    def reopen(self):
        self.project.close()
        self.use(open_project(self.project.path))

    @property
    def set(self):
        return self.editing.annotation_set(self.document)

    @property
    def heads(self):
        return self.timeline.heads(self.document)

    def apply(self, edit, **options):
        return self.editing.apply(edit, **options)

    def add(self, place=PEOPLE, label="actor.voter"):
        edit = self.editing.add_span(self.set, *place, label)
        self.apply(edit)
        return edit.changes[0].after

    def remove(self, *ids):
        self.apply(self.editing.remove(self.set, ids))

    def relate(self, source, target, label="agent"):
        edit = self.editing.add_relation(self.set, source.id, target.id, label)
        self.apply(edit)
        return edit.changes[0].after

    def revert(self, head):
        edit = self.timeline.revert(self.set, head)
        return self.apply(edit, of=head.id)

    def stands_in_the_way(self, head):
        with pytest.raises(EditConflict) as caught:
            self.timeline.revert(self.set, head)
        return self.timeline.in_the_way(self.document, head, caught.value.annotation_id)


@pytest.fixture
def work(tmp_path):
    made = Work(make_project(tmp_path))
    yield made
    made.project.close()


def test_acts_in_their_order_with_what_they_did(work):
    assert work.heads == []
    span = work.add()
    work.apply(work.editing.set_attribute(work.set, span.id, "note", "ya"))
    work.editing.undo(work.document)
    heads = work.heads
    assert [head.origin for head in heads] == [Origin.EDIT, Origin.EDIT, Origin.UNDO]
    assert heads[2].of == heads[1].id
    assert heads[0].entries == 2  # the span and the status
    first = work.timeline.edit(work.document, heads[0])
    assert first.changes == (Change(None, span),)
    assert first.status == (Status.NEW, Status.IN_PROGRESS)
    assert work.timeline.time(work.document, heads[0]).startswith("20")
    assert work.timeline.edit(work.document, heads[2]).changes[0].after == span


def test_a_movement_is_one_act_and_newer_tells_of_it(work):
    span = work.add()
    last = work.heads[-1].last
    for by in (1, 2):
        work.apply(work.editing.move_span(work.set, span.id, span.start, span.end + by))
    assert len(work.heads) == 2
    (newer,) = work.timeline.newer(work.document, last)
    assert newer == work.heads[-1]
    (rest,) = work.timeline.newer(work.document, last + 1)
    assert (rest.id, rest.entries) == (newer.id, 1)
    assert work.timeline.edit(work.document, newer).changes[0].after.end == span.end + 2
    assert work.timeline.newer(work.document, newer.last) == []


def test_everybodys_acts_and_imports(work):
    work.add()
    within = work.set
    spans = [Span(SpanId(f"s{n}"), n, n + 3, "actor.voter") for n in range(30)]
    edit = Edit(within.document, within.annotator, tuple(Change(None, one) for one in spans))
    work.apply(edit, origin=Origin.IMPORT)
    work.project.choose_annotator("Sekar Arunika")
    work.add(NAME)
    assert len(work.heads) == 1
    heads = work.timeline.heads(work.document, everybody=True)
    assert [head.origin for head in heads] == [Origin.EDIT, Origin.IMPORT, Origin.EDIT]
    assert heads[2].annotator != heads[0].annotator
    assert work.timeline.counts(work.document, heads[1]) == Counts(30, 0, 0)
    assert work.timeline.edit(work.document, heads[1]) == edit
    assert work.timeline.state_before(work.document, heads[1]).span_count == 1


def test_counts_tell_what_was_there_before(work):
    first, second = work.add(), work.add(NAME)
    within = work.set
    changes = [
        Change(first, None),
        Change(second, Span(second.id, second.start, second.end, "actor.candidate")),
        *(Change(None, Span(SpanId(f"s{n}"), n, n + 3, "actor.voter")) for n in range(4)),
    ]
    work.apply(Edit(within.document, within.annotator, tuple(changes)))
    assert work.timeline.counts(work.document, work.heads[-1]) == Counts(4, 1, 1)


def test_an_act_in_the_middle_is_taken_back_and_the_later_ones_stay(work):
    first = work.add()
    second = work.add(NAME)
    before = work.set
    work.revert(work.heads[0])
    assert list(work.set.spans) == [second]
    assert work.set.status is Status.IN_PROGRESS  # there is still a label
    head = work.heads[-1]
    assert (head.origin, head.of) == (Origin.EDIT, work.heads[0].id)
    work.reopen()
    work.editing.undo(work.document)
    assert work.set == before
    assert work.set.span(first.id) == first


def test_taking_back_the_only_label_makes_the_document_new_again(work):
    work.add()
    work.revert(work.heads[0])
    assert work.set.status is Status.NEW
    work.revert(work.heads[1])
    assert (work.set.status, work.set.span_count) == (Status.IN_PROGRESS, 1)


def test_what_was_changed_since_stands_in_the_way(work):
    span = work.add()
    work.apply(work.editing.relabel(work.set, span.id, "actor.candidate"))
    first, second = work.heads
    assert work.stands_in_the_way(first) == second
    work.remove(span.id)
    assert work.stands_in_the_way(second) == work.heads[2]
    work.revert(work.heads[2])
    assert next(iter(work.set.spans)).label == "actor.candidate"


def test_a_relation_that_came_later_stands_in_the_way_and_so_does_a_missing_end(work):
    action = work.add(place_of("menyebut"), "action.statement")
    person = work.add(NAME)
    work.relate(action, person)
    action_head, _person, relation_head = work.heads
    assert work.stands_in_the_way(action_head) == relation_head
    work.revert(relation_head)
    work.revert(action_head)
    # the relation could only come back with its end
    assert work.stands_in_the_way(work.heads[3]) == work.heads[4]


def test_the_same_said_again_since_stands_in_the_way(work):
    span = work.add()
    work.remove(span.id)
    work.add()
    assert work.stands_in_the_way(work.heads[1]) == work.heads[2]
    document_label = work.editing.add_document_label
    group = work.project.scheme.document_groups[0]
    work.apply(document_label(work.set, work.project.scheme.labels_of(group.id)[0].id))
    label = next(iter(work.set.document_labels))
    work.remove(label.id)
    work.apply(document_label(work.set, label.label))
    assert work.stands_in_the_way(work.heads[4]) == work.heads[5]


def test_a_status_is_taken_back_only_while_it_holds(work):
    work.apply(work.editing.set_status(work.set, Status.FLAGGED))
    work.apply(work.editing.set_status(work.set, Status.SKIPPED))
    flagged, skipped = work.heads
    assert work.stands_in_the_way(flagged) == skipped
    work.revert(skipped)
    assert work.set.status is Status.FLAGGED


def test_what_the_scheme_forbids_today_does_not_come_back(work):
    span = work.add()
    work.remove(span.id)
    source = json.loads(work.project.scheme.to_json())
    source["labels"] = [one for one in source["labels"] if one["id"] != "actor.voter"]
    work.project._current.scheme = parse_scheme(json.dumps(source))
    with pytest.raises(SchemeViolation):
        work.timeline.revert(work.set, work.heads[1])
    with pytest.raises(SchemeViolation):
        work.timeline.back_to_before(work.set, work.heads[1])
    assert not work.timeline.back_to_before(work.set, work.heads[0]).is_empty  # the status


def test_a_place_is_known_after_the_span_is_gone(work):
    span = work.add()
    work.remove(span.id)
    for head in work.heads:
        assert work.timeline.span_at(work.document, head, span.id) == span
    assert work.timeline.span_at(work.document, work.heads[0], "nobody") is None


def test_the_labels_used_last_come_first(work):
    span = work.add()
    work.add(NAME, "actor.candidate")
    work.apply(work.editing.relabel(work.set, span.id, "actor.supporter"))
    assert work.timeline.recent_labels(5) == ["actor.supporter", "actor.candidate", "actor.voter"]
    work.reopen()
    assert work.timeline.recent_labels(1) == ["actor.supporter"]
    work.project.choose_annotator("Sekar Arunika")
    assert work.timeline.recent_labels(5) == []


steps = st.lists(
    st.tuples(
        st.sampled_from(
            ["add", "add", "relabel", "remove", "relate", "note", "move", "status", "undo", "redo"]
        ),
        st.integers(0, 30),
        st.integers(0, 30),
    ),
    min_size=1,
    max_size=14,
)


def do(work: Work, step: str, one: int, other: int) -> None:
    """Do something, or nothing where it cannot be done."""
    editing, within = work.editing, work.set
    spans = list(within.spans)
    span = spans[one % len(spans)] if spans else None
    label = LABELS[other % len(LABELS)]
    try:
        if step == "add":
            work.apply(editing.add_span(within, one, one + 1 + other, label))
        elif step == "status":
            work.apply(editing.set_status(within, list(Status)[one % len(Status)]))
        elif step in {"undo", "redo"}:
            getattr(editing, step)(work.document)
        elif span is None:
            return
        elif step == "relabel":
            work.apply(editing.relabel(within, span.id, label))
        elif step == "remove":
            work.apply(editing.remove(within, [span.id]))
        elif step == "relate":
            target = spans[other % len(spans)]
            kind = ("agent", "perpetrator", "same_as")[other % 3]
            work.apply(editing.add_relation(within, span.id, target.id, kind))
        elif step == "note":
            work.apply(editing.set_attribute(within, span.id, "note", str(other)))
        else:
            work.apply(editing.move_span(within, span.id, one, one + 1 + other, merge=False))
    except (SchemeViolation, EditConflict):
        return


def reverted(work: Work, head: ActHead) -> Edit | None:
    """The edit that reverts an act; where something stands in the way, it is known what does."""
    try:
        return work.timeline.revert(work.set, head)
    except EditConflict as error:
        stands = error.annotation_id
    if stands:  # the status has no id
        assert work.timeline.in_the_way(work.document, head, stands) in work.heads
    return None


@settings(max_examples=25)
@given(steps)
def test_any_state_is_found_again_and_going_back_is_undone_by_one_undo(plan):
    with tempfile.TemporaryDirectory() as folder:
        work = Work(make_project(Path(folder)))
        try:
            states = []
            for step in plan:
                before, count = work.set, len(work.heads)
                do(work, *step)
                states += [before] * (len(work.heads) - count)
            heads = work.heads
            assert len(heads) == len(states)
            now = work.set
            for head, before in zip(heads, states, strict=True):
                assert work.timeline.state_before(work.document, head) == before
                back = work.timeline.back_to_before(work.set, head)
                if not back.is_empty:
                    assert work.apply(back).annotation_set == before
                    assert work.editing.undo(work.document).annotation_set == now
                edit = reverted(work, head)
                if edit is None or edit.is_empty:
                    continue
                after = work.apply(edit, of=head.id).annotation_set
                ids = {one.id for one in after.annotations}
                assert all({one.source, one.target} <= ids for one in after.relations)
                assert work.editing.undo(work.document).annotation_set == now
            last = work.timeline.revert(work.set, heads[-1]) if heads else None
            if last is not None:
                assert set(now.apply(last).annotations) == set(states[-1].annotations)
        finally:
            work.project.close()
