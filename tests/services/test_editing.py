import pytest

from annotator.errors import (
    EditConflict,
    JournalError,
    NoAnnotator,
    SchemeViolation,
    StoreError,
)
from annotator.model.annotation import Span
from annotator.model.attributes import Attributes
from annotator.model.edit import Change, Edit, Origin
from annotator.model.ids import SpanId
from annotator.model.project import Status
from annotator.model.validation import Reason
from tests.builders import TEXT, make_project, only_document, place_of

PEOPLE = place_of("warga")
NAME = place_of("Rahmawati Ladiva")
BRIBE = place_of("amplop dibagikan")


@pytest.fixture
def project(tmp_path):
    with make_project(tmp_path) as made:
        yield made


@pytest.fixture
def editing(project):
    return project.editing


@pytest.fixture
def document(project):
    return only_document(project)


@pytest.fixture
def current(editing, document):
    return lambda: editing.annotation_set(document)


@pytest.fixture
def label(editing, current):
    """Label a place and return the span."""

    def do(place, name="actor.voter", **attributes):
        edit = editing.add_span(current(), *place, name, Attributes(attributes))
        editing.apply(edit)
        return edit.changes[0].after

    return do


def refusal(reason):
    return pytest.raises(SchemeViolation, match=f"^{reason}")


def test_a_new_document_has_an_empty_set(project, current, document):
    found = current()
    assert (found.document, found.annotator) == (document, project.annotator.id)
    assert (found.span_count, found.status) == (0, Status.NEW)


def test_building_an_edit_writes_nothing(project, editing, current):
    editing.add_span(current(), *PEOPLE, "actor.voter")
    assert current().span_count == 0
    assert project._store.database.value("SELECT count(*) FROM span") == 0


def test_the_first_span_starts_the_work(editing, current, document, project):
    changes = editing.apply(editing.add_span(current(), *PEOPLE, "actor.voter"))
    assert changes.touches(document)
    assert changes.annotation_set == current()
    assert changes.annotation_set.status is Status.IN_PROGRESS
    (span,) = changes.annotation_set.spans
    assert (span.start, span.end, span.label) == (*PEOPLE, "actor.voter")
    assert span.attributes == Attributes()
    summary = project.documents.summary(document)
    assert (summary.status, summary.span_count) == (Status.IN_PROGRESS, 1)


def test_what_was_stored_is_there_for_another_connection(project, label, document):
    span = label(BRIBE, "violation.vote_buying", factuality="alleged", legal_class=("pidana",))

    def read(other, _progress):
        return other.editing.annotation_set(document)

    found = project.job(read)(None)
    assert list(found.spans) == [span]
    assert found.span(span.id).attributes["legal_class"] == ("pidana",)


def test_the_same_span_twice_is_refused(editing, current, label):
    label(PEOPLE)
    with refusal(Reason.SAME_TWICE):
        editing.add_span(current(), *PEOPLE, "actor.voter")
    label(PEOPLE, "actor.supporter")
    assert current().span_count == 2


@pytest.mark.parametrize(
    ("start", "end"), [(-1, 3), (4, 4), (5, 4), (0, len(TEXT) + 1), (len(TEXT), len(TEXT) + 1)]
)
def test_a_span_outside_the_text_is_refused(editing, current, label, start, end):
    with refusal(Reason.OUTSIDE_TEXT):
        editing.add_span(current(), start, end, "actor.voter")
    span = label(PEOPLE)
    with refusal(Reason.OUTSIDE_TEXT):
        editing.move_span(current(), span.id, start, end)


def test_a_span_may_end_where_the_text_ends(editing, current):
    changes = editing.apply(editing.add_span(current(), 0, len(TEXT), "actor.voter"))
    assert next(changes.annotation_set.spans).end == len(TEXT)


def test_what_the_scheme_does_not_know_is_refused(editing, current, label):
    span = label(PEOPLE)
    with refusal(Reason.UNKNOWN_LABEL):
        editing.add_span(current(), *NAME, "actor.alien")
    with refusal(Reason.UNKNOWN_LABEL):
        editing.relabel(current(), span.id, "actor.alien")
    with refusal(Reason.UNKNOWN_ATTRIBUTE):
        editing.set_attribute(current(), span.id, "factuality", "alleged")
    with refusal(Reason.UNKNOWN_ATTRIBUTE):
        editing.set_attribute(current(), span.id, "colour", "red")
    with refusal(Reason.WRONG_VALUE):
        editing.set_attribute(current(), span.id, "mention", "shout")
    with refusal(Reason.UNKNOWN_ATTRIBUTE):
        editing.add_span(current(), *NAME, "actor.voter", Attributes({"factuality": "alleged"}))


def test_a_violation_without_factuality_can_be_stored(current, label):
    label(BRIBE, "violation.vote_buying")
    assert current().span_count == 1


def test_an_attribute_is_set_and_taken_away(editing, current, label):
    span = label(BRIBE, "violation.vote_buying")
    editing.apply(editing.set_attribute(current(), span.id, "factuality", "alleged"))
    assert current().span(span.id).attributes == Attributes({"factuality": "alleged"})
    editing.apply(editing.set_attribute(current(), span.id, "factuality", None))
    assert current().span(span.id).attributes == Attributes()


def test_another_group_takes_the_attributes_it_cannot_carry(editing, current, label):
    span = label(BRIBE, "violation.vote_buying", factuality="alleged", genericity="generic")
    editing.apply(editing.relabel(current(), span.id, "action.report"))
    found = current().span(span.id)
    assert (found.label, dict(found.attributes)) == ("action.report", {"factuality": "alleged"})


def test_another_label_of_the_group_keeps_relations_and_another_group_takes_them(
    editing, current, label, document
):
    action, actor = label(BRIBE, "action.report"), label(NAME)
    editing.apply(editing.add_relation(current(), action.id, actor.id, "agent"))
    editing.apply(editing.relabel(current(), action.id, "action.statement"))
    assert len(list(current().relations)) == 1
    editing.apply(editing.relabel(current(), action.id, "violation.vote_buying"))
    assert list(current().relations) == []
    editing.undo(document)
    assert len(list(current().relations)) == 1


def test_the_same_label_or_value_again_is_no_act(project, editing, current, label):
    span = label(BRIBE, "violation.vote_buying", factuality="alleged")
    before = project._store.journal.verify_chain()
    for edit in (
        editing.relabel(current(), span.id, span.label),
        editing.set_attribute(current(), span.id, "factuality", "alleged"),
        editing.move_span(current(), span.id, span.start, span.end),
        editing.set_status(current(), current().status),
        editing.remove(current(), []),
    ):
        assert edit.is_empty
        changes = editing.apply(edit)
        assert changes.annotation_set == current()
        assert changes.documents == frozenset()
    assert project._store.journal.verify_chain() == before


def test_a_moved_span_may_not_become_another_one(editing, current, label):
    span = label(PEOPLE)
    label(NAME)
    with refusal(Reason.SAME_TWICE):
        editing.move_span(current(), span.id, *NAME)
    other = label(NAME, "actor.candidate")
    with refusal(Reason.SAME_TWICE):
        editing.relabel(current(), other.id, "actor.voter")


def test_a_piece_is_added_and_taken_off(editing, current, label, document):
    span = label(PEOPLE)
    assert editing.apply(editing.add_piece(current(), span.id, *NAME))
    parted = current().span(span.id)
    assert parted.stretches == tuple(sorted([PEOPLE, NAME]))
    assert editing.add_piece(current(), span.id, *NAME).is_empty
    editing.apply(editing.remove_piece(current(), span.id, *NAME))
    assert current().span(span.id) == span
    editing.undo(document)
    assert current().span(span.id) == parted
    editing.undo(document)
    assert current().span(span.id) == span


def test_a_piece_that_closes_the_gap_makes_it_one_stretch(editing, current, label):
    span = label(PEOPLE)
    editing.apply(editing.add_piece(current(), span.id, PEOPLE[1] + 3, PEOPLE[1] + 5))
    editing.apply(editing.add_piece(current(), span.id, PEOPLE[1], PEOPLE[1] + 3))
    assert current().span(span.id).fragments == ()
    assert current().span(span.id).end == PEOPLE[1] + 5


def test_one_piece_is_moved_by_itself(editing, current, label):
    span = label(PEOPLE)
    start, end = NAME
    editing.apply(editing.add_piece(current(), span.id, start, end))
    editing.apply(editing.move_span(current(), span.id, start, end - 2, piece=NAME))
    assert current().span(span.id).stretches == tuple(sorted([PEOPLE, (start, end - 2)]))
    outer = current().span(span.id)
    editing.apply(editing.move_span(current(), span.id, outer.start, outer.end + 1))
    assert current().span(span.id).end == outer.end + 1
    assert len(current().span(span.id).fragments) == 2


def test_pieces_lie_in_the_text_and_are_no_other_span(editing, current, label):
    span, other = label(PEOPLE), label(NAME)
    with refusal(Reason.OUTSIDE_TEXT):
        editing.add_piece(current(), span.id, len(TEXT) - 1, len(TEXT) + 1)
    with refusal(Reason.OUTSIDE_TEXT):
        editing.add_piece(current(), span.id, 4, 4)
    editing.apply(editing.add_piece(current(), span.id, *NAME))
    with refusal(Reason.SAME_TWICE):
        editing.add_piece(current(), other.id, *PEOPLE)
    with refusal(Reason.SAME_TWICE):
        editing.remove_piece(current(), span.id, *PEOPLE)
    with pytest.raises(ValueError, match="without pieces"):
        editing.remove_piece(current(), other.id, *NAME)


def test_the_same_outer_edges_are_not_the_same_place(editing, current, label):
    span = label(PEOPLE)
    editing.apply(editing.add_piece(current(), span.id, *NAME))
    outer = current().span(span.id)
    label((outer.start, outer.end))
    assert current().span_count == 2


def test_a_removed_span_takes_its_relations_with_it(editing, current, label, document):
    action, actor = label(BRIBE, "action.report"), label(NAME)
    editing.apply(editing.add_relation(current(), action.id, actor.id, "agent"))
    before = current()
    changes = editing.apply(editing.remove(current(), [actor.id]))
    assert list(changes.annotation_set.annotations) == [action]
    assert editing.undo(document).annotation_set == before


def test_relations_follow_the_scheme(editing, current, label):
    action, actor = label(BRIBE, "action.report"), label(NAME)
    editing.apply(editing.add_relation(current(), action.id, actor.id, "agent"))
    with refusal(Reason.SAME_TWICE):
        editing.add_relation(current(), action.id, actor.id, "agent")
    with refusal(Reason.ILLEGAL_RELATION):
        editing.add_relation(current(), actor.id, action.id, "agent")
    with refusal(Reason.UNKNOWN_RELATION):
        editing.add_relation(current(), action.id, actor.id, "friend")
    with refusal(Reason.MISSING_END):
        editing.add_relation(current(), action.id, SpanId("tidak-ada"), "agent")


def test_a_document_label(editing, current):
    editing.apply(editing.add_document_label(current(), "article.report"))
    (label,) = current().document_labels
    assert label.label == "article.report"
    with refusal(Reason.SAME_TWICE):
        editing.add_document_label(current(), "article.report")
    with refusal(Reason.UNKNOWN_LABEL):
        editing.add_document_label(current(), "article.alien")
    with refusal(Reason.NOT_FOR_DOCUMENTS):
        editing.add_document_label(current(), "violation.other")
    with refusal(Reason.NOT_FOR_SPANS):
        editing.add_span(current(), *PEOPLE, "article.report")
    editing.apply(editing.set_attribute(current(), label.id, "topic", ("security",)))
    (label,) = current().document_labels
    assert label.attributes == Attributes({"topic": ("security",)})
    with refusal(Reason.UNKNOWN_ATTRIBUTE):
        editing.set_attribute(current(), label.id, "factuality", "alleged")


def test_a_relation_carries_what_the_scheme_lists_for_it(editing, current, label):
    action, actor = label(BRIBE, "action.report"), label(PEOPLE)
    editing.apply(editing.add_relation(current(), action.id, actor.id, "agent"))
    (link,) = current().relations
    editing.apply(editing.set_attribute(current(), link.id, "confidence", "low"))
    editing.apply(editing.set_attribute(current(), link.id, "note", "menurut pelapor"))
    (link,) = current().relations
    assert link.attributes == Attributes({"confidence": "low", "note": "menurut pelapor"})
    with refusal(Reason.UNKNOWN_ATTRIBUTE):
        editing.set_attribute(current(), link.id, "factuality", "alleged")
    with refusal(Reason.WRONG_VALUE):
        editing.set_attribute(current(), link.id, "confidence", "perhaps")


def test_the_status_is_a_persons_word(editing, current, label, project, document):
    editing.apply(editing.set_status(current(), Status.DONE))
    label(PEOPLE)
    assert current().status is Status.DONE
    assert project.documents.summaries()[0].status is Status.DONE
    editing.undo(document)
    editing.undo(document)
    assert current().status is Status.NEW


def test_an_edit_that_starts_the_work_can_be_inverted_with_the_reason_given_before(
    editing, current
):
    editing.apply(editing.set_status(current(), Status.IN_PROGRESS))
    editing.apply(editing.set_status(current(), Status.NEW, "Belum waktunya."))
    before = current()
    edit = editing.add_span(before, *PEOPLE, "actor.voter")
    after = before.apply(edit)
    assert (after.status, after.status_reason) == (Status.IN_PROGRESS, "")
    assert after.apply(edit.inverted()) == before
    editing.apply(edit)
    editing.undo(before.document)
    assert current() == before


def test_unknown_annotations_are_a_conflict(editing, current):
    for build in (
        lambda: editing.relabel(current(), SpanId("tidak-ada"), "actor.voter"),
        lambda: editing.move_span(current(), SpanId("tidak-ada"), 0, 1),
        lambda: editing.set_attribute(current(), "tidak-ada", "note", "x"),
        lambda: editing.remove(current(), ["tidak-ada"]),
    ):
        with pytest.raises(EditConflict):
            build()


def test_an_edit_of_an_old_state_leaves_nothing(project, editing, current, label):
    span = label(PEOPLE)
    old = current()
    editing.apply(editing.move_span(old, span.id, span.start, span.end + 2))
    before, entries = project._store.tables(), project._store.journal.verify_chain()
    other = Span(SpanId("baru"), *NAME, "actor.voter")
    stale = Edit(
        old.document, old.annotator, (Change(None, other), *editing.remove(old, [span.id]).changes)
    )
    with pytest.raises(EditConflict) as caught:
        editing.apply(stale)
    assert caught.value.annotation_id == span.id
    with pytest.raises(EditConflict):
        editing.apply(Edit(old.document, old.annotator, status=(Status.NEW, Status.DONE)))
    assert project._store.tables() == before
    assert project._store.journal.verify_chain() == entries
    assert current().span_count == 1


def test_before_is_compared_with_the_file_and_not_with_memory(project, editing, current, label):
    span = label(PEOPLE)
    shown = current()

    def move(other, _progress):
        theirs = other.editing
        within = theirs.annotation_set(shown.document)
        theirs.apply(theirs.move_span(within, span.id, span.start, span.end + 2))

    project.job(move)(None)
    with pytest.raises(EditConflict):
        editing.apply(editing.relabel(shown, span.id, "actor.supporter"))
    assert current().span(span.id).end == span.end + 2


@pytest.mark.parametrize("note", ["nol \0", "setengah \ud800", "x" * 70_000])
def test_a_value_that_cannot_be_recorded_leaves_nothing(project, editing, current, label, note):
    span = label(PEOPLE)
    before, entries = project._store.tables(), project._store.journal.verify_chain()
    with pytest.raises(JournalError):
        editing.apply(editing.set_attribute(current(), span.id, "note", note))
    assert project._store.tables() == before
    assert project._store.journal.verify_chain() == entries
    editing.apply(editing.set_attribute(current(), span.id, "note", "dari saksi “K” 👍"))
    assert current().span(span.id).attributes["note"] == "dari saksi “K” 👍"


def test_a_span_that_was_never_checked_is_refused_by_the_file(project, editing, current):
    within = current()
    beyond = Span(SpanId("jauh"), 0, len(TEXT) + 1, "actor.voter")
    with pytest.raises(StoreError, match="beyond its text"):
        editing.apply(Edit(within.document, within.annotator, (Change(None, beyond),)))
    assert project._store.journal.verify_chain() == 1
    assert current() == within


def test_nobody_annotates_before_a_name_was_given(tmp_path):
    with make_project(tmp_path, annotator="", name="tanpa-nama") as project:
        editing, document = project.editing, only_document(project)
        within = editing.annotation_set(document)
        assert within.annotator == ""
        assert not editing.can_undo(document)
        with pytest.raises(NoAnnotator):
            editing.apply(editing.add_span(within, *PEOPLE, "actor.voter"))
        project.choose_annotator("Sekar Arunika")
        editing.apply(editing.add_span(editing.annotation_set(document), *PEOPLE, "actor.voter"))
        assert editing.annotation_set(document).span_count == 1


def test_each_annotator_has_a_set_of_their_own(project, editing, document, label):
    label(PEOPLE)
    first = project.annotator
    project.choose_annotator("Sekar Arunika")
    assert editing.annotation_set(document).span_count == 0
    assert project.documents.summaries()[0].status is Status.NEW
    label(NAME)
    label(BRIBE, "action.report")
    assert editing.annotation_set(document, first.id).span_count == 1
    assert {(x.annotator, x.span_count) for x in editing.annotation_sets(document)} == {
        (first.id, 1),
        (project.annotator.id, 2),
    }


def test_several_writes_can_be_made_together_or_not_at_all(project, editing, current, document):
    def label_twice():
        with project.together():
            editing.apply(editing.add_span(current(), *PEOPLE, "actor.voter"))
            assert current().span_count == 1
            editing.apply(editing.add_span(current(), *PEOPLE, "actor.voter"))

    with pytest.raises(SchemeViolation):
        label_twice()
    assert current().span_count == 0
    assert not editing.can_undo(document)
    with project.together():
        added = project.documents.add_text("Berita kedua.", detect_language=False)
        within = editing.annotation_set(added.document)
        editing.apply(editing.add_span(within, 0, 6, "actor.voter"), Origin.IMPORT)
    assert editing.annotation_set(added.document).span_count == 1
    assert project._store.journal.verify_chain() == 3
