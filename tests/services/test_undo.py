import pytest

from annotator.errors import EditConflict
from annotator.model.annotation import Span
from annotator.model.edit import Change, Edit, Origin
from annotator.model.ids import SpanId
from annotator.model.project import Status
from annotator.services.editing import MERGE_SECONDS, EditingService
from annotator.services.projects import open_project
from annotator.store.annotators import Device
from tests.builders import OTHER_TEXT, TEXT, make_project, only_document, place_of

PEOPLE = place_of("warga")
NAME = place_of("Rahmawati Ladiva")


class Work:
    """A project with one document, a clock to turn by hand, and the shortest words for acts."""

    def __init__(self, project):
        self.now = 100.0
        self.use(project)
        self.document = only_document(project)

    def use(self, project):
        self.project = project
        self.editing = EditingService(project._store, project._current, lambda: self.now)

    def reopen(self):
        self.project.close()
        self.use(open_project(self.project.path))

    @property
    def set(self):
        return self.editing.annotation_set(self.document)

    @property
    def acts(self):
        sql = "SELECT count(DISTINCT act_id) FROM journal WHERE kind = 'annotate'"
        return self.project._store.database.value(sql)

    def add(self, place=PEOPLE, label="actor.voter"):
        edit = self.editing.add_span(self.set, *place, label)
        self.editing.apply(edit)
        return edit.changes[0].after

    def move(self, span, by, **options):
        found = self.set.span(span.id)
        self.editing.apply(
            self.editing.move_span(self.set, span.id, found.start, found.end + by, **options)
        )

    def end(self, span):
        return self.set.span(span.id).end

    def undo(self):
        return self.editing.undo(self.document)

    def redo(self):
        return self.editing.redo(self.document)

    @property
    def can(self):
        return self.editing.can_undo(self.document), self.editing.can_redo(self.document)


@pytest.fixture
def work(tmp_path):
    made = Work(make_project(tmp_path))
    yield made
    made.project.close()


def test_nothing_to_undo_is_no_error(work):
    assert work.can == (False, False)
    assert work.undo() is None
    assert work.redo() is None


def test_undo_and_redo_walk_back_and_forth(work):
    states = [work.set]
    span = work.add()
    states.append(work.set)
    work.editing.apply(work.editing.relabel(work.set, span.id, "actor.supporter"))
    states.append(work.set)
    work.editing.apply(work.editing.remove(work.set, [span.id]))
    states.append(work.set)
    for state in reversed(states[:-1]):
        assert work.undo().annotation_set == state == work.set
    assert work.can == (False, True)
    for state in states[1:]:
        assert work.redo().annotation_set == state == work.set
    assert work.can == (True, False)


def test_an_undo_is_one_more_entry_and_says_what_it_did(work):
    span = work.add()
    before = work.project._store.journal.verify_chain()
    changes = work.undo()
    assert work.project._store.journal.verify_chain() == before + 2
    assert changes.edit.changes == (Change(span, None),)
    assert changes.edit.status == (Status.IN_PROGRESS, Status.NEW)
    assert changes.touches(work.document)
    entries = list(work.project._store.journal.entries())[-2:]
    assert {entry.origin for entry in entries} == {Origin.UNDO}
    assert {entry.of for entry in entries} == {entries[0].of}
    assert entries[0].of not in {entries[0].act, ""}


def test_a_new_act_ends_what_could_be_done_again(work):
    work.add()
    work.undo()
    work.add(NAME)
    assert work.can == (True, False)
    assert work.redo() is None


def test_the_stack_outlives_the_program(work):
    span = work.add()
    work.add(NAME)
    work.undo()
    work.reopen()
    assert work.can == (True, True)
    assert work.redo().annotation_set.span_count == 2
    work.reopen()
    work.undo()
    work.reopen()
    assert list(work.set.spans) == [span]
    assert work.undo().annotation_set.span_count == 0
    work.reopen()
    assert work.can == (False, True)
    work.redo()
    work.redo()
    assert work.set.span_count == 2


def test_undo_and_redo_over_and_over(work):
    work.add()
    work.add(NAME)
    for _ in range(3):
        work.undo()
        work.undo()
        assert work.set.span_count == 0
        work.reopen()
        work.redo()
        work.redo()
        assert work.set.span_count == 2
    assert work.can == (True, False)


def test_a_bulk_act_is_undone_as_one(work):
    within = work.set
    spans = [Span(SpanId(f"s{n}"), n, n + 3, "actor.voter") for n in range(60)]
    edit = Edit(within.document, within.annotator, tuple(Change(None, span) for span in spans))
    work.editing.apply(edit)
    work.add(NAME)
    work.reopen()
    work.undo()
    assert work.set.span_count == 60
    work.undo()
    assert work.set.span_count == 0
    assert work.redo().annotation_set.span_count == 60


def test_moves_that_follow_closely_are_undone_as_one(work):
    span = work.add()
    for _ in range(5):
        work.now += 1.5
        work.move(span, 1)
    assert work.acts == 2
    work.reopen()
    assert work.undo().annotation_set.span(span.id) == span
    assert work.redo().annotation_set.span(span.id).end == span.end + 5
    work.undo()
    work.undo()
    assert work.set.span_count == 0


@pytest.mark.parametrize("between", ["pause", "act", "undo and redo", "another span", "no merge"])
def test_moves_with_something_between_are_two_acts(work, between):
    other = work.add(NAME)
    span = work.add()
    work.move(span, 1)
    if between == "pause":
        work.now += MERGE_SECONDS + 0.1
    elif between == "act":
        work.editing.apply(work.editing.set_attribute(work.set, span.id, "note", "ya"))
    elif between == "undo and redo":
        work.undo()
        work.redo()
    elif between == "another span":
        work.move(other, 1)
    work.move(span, 1, merge=between != "no merge")
    assert work.end(span) == span.end + 2
    work.undo()
    assert work.end(span) == span.end + 1


def test_a_restart_ends_a_movement(work):
    span = work.add()
    work.move(span, 1)
    work.reopen()
    work.move(span, 1)
    work.undo()
    assert work.end(span) == span.end + 1


def test_an_edge_moved_there_and_back_is_stepped_over(work):
    span = work.add()
    work.move(span, 1)
    work.move(span, -1)
    assert work.acts == 2
    assert work.undo().annotation_set.span_count == 0
    assert work.redo().annotation_set.span(span.id) == span


def test_after_a_restart_an_edge_moved_there_and_back_is_nothing_to_undo(work):
    span = work.add()
    work.reopen()
    work.move(span, 1)
    work.move(span, -1)
    work.undo()
    work.reopen()
    assert work.can == (False, True)
    assert work.undo() is None


def test_imports_are_not_undone(work):
    span = work.add()
    within = work.set
    imported = Change(None, Span(SpanId("impor"), *NAME, "actor.voter"))
    work.editing.apply(Edit(within.document, within.annotator, (imported,)), Origin.IMPORT)
    assert work.undo().annotation_set.get(span.id) is None
    assert work.set.span("impor") is not None
    assert work.can == (False, True)
    work.reopen()
    assert work.can == (False, True)
    assert work.redo().annotation_set.span_count == 2


def test_an_import_leaves_the_redo_list_alone_and_merges_with_nothing(work):
    span = work.add()
    work.move(span, 1)
    within = work.set
    imported = Change(None, Span(SpanId("impor"), *NAME, "actor.voter"))
    work.editing.apply(Edit(within.document, within.annotator, (imported,)), Origin.IMPORT)
    work.move(span, 1)
    assert work.acts == 3
    work.undo()
    assert work.end(span) == span.end


def test_each_document_and_each_annotator_has_a_stack(work):
    other = work.project.documents.add_text(OTHER_TEXT, detect_language=False).document
    work.add()
    assert not work.editing.can_undo(other)
    work.project.choose_annotator("Sekar Arunika")
    assert work.can == (False, False)
    work.add(NAME)
    assert work.undo().annotation_set.span_count == 0
    work.project.choose_annotator("rahmawati ladiva")
    assert work.can == (True, False)
    assert work.set.span_count == 1


def test_what_another_device_changed_since_is_not_overwritten(work):
    first = work.add()
    work.now += 10
    second = work.add(NAME)
    store = work.project._store
    mine = store.device
    with store.database.transaction():
        added = store._devices.add("lain", "lain", "")
    store.device = Device(added.id, mine.annotator)
    store.apply(
        work.editing.move_span(work.set, second.id, second.start, second.end + 1),
        "lain",
        Origin.IMPORT,
        "",
        1,
    )
    store.device = mine
    before = store.journal.verify_chain()
    with pytest.raises(EditConflict):
        work.undo()
    assert store.journal.verify_chain() == before
    assert work.end(second) == second.end + 1
    assert work.undo().annotation_set.get(first.id) is None  # the next one reaches further back


def test_acts_of_the_same_person_on_another_device_can_be_undone(work):
    first = work.add()
    store = work.project._store
    mine = store.device
    with store.database.transaction():
        added = store._devices.add("lain", "lain", "")
    store.device = Device(added.id, mine.annotator)
    work.add(NAME)
    store.device = mine
    work.reopen()
    assert list(work.undo().annotation_set.spans) == [first]


def test_undoing_gives_the_text_a_way_back_from_everything(work):
    start = work.set
    action = work.add(place_of("menyebut"), "action.statement")
    person = work.add(NAME)
    editing = work.editing
    editing.apply(editing.add_relation(work.set, action.id, person.id, "agent"))
    editing.apply(editing.set_attribute(work.set, action.id, "factuality", "occurred"))
    editing.apply(editing.add_document_label(work.set, "article.opinion"))
    editing.apply(editing.set_status(work.set, Status.FLAGGED))
    editing.apply(editing.remove(work.set, [action.id]))
    finished = work.set
    work.reopen()
    while work.undo():
        pass
    assert work.set == start
    while work.redo():
        pass
    assert work.set == finished
    assert TEXT[person.start : person.end] == "Rahmawati Ladiva"
