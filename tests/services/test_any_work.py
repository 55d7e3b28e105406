"""Any work whatever: journal, tables, memory and the undo stack always say the same."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from annotator.errors import EditConflict, JournalError, NoteRefused, SchemeViolation
from annotator.model.annotation import Span
from annotator.model.edit import Change, Edit, Origin
from annotator.model.ids import SpanId, new_id
from annotator.model.note import NoteContent
from annotator.model.project import Status
from annotator.services.editing import EditingService
from annotator.services.edits import looked_at
from annotator.services.projects import open_project
from annotator.store.annotators import Device
from annotator.store.fold import fold
from tests.builders import TEXT, make_project, only_document

LABELS = ("actor.voter", "actor.candidate", "action.report", "violation.vote_buying")
ATTRIBUTES = (("note", "ya"), ("note", None), ("factuality", "alleged"), ("mention", "name"))
starts = st.integers(0, len(TEXT) - 10)
lengths = st.integers(1, 10)


class AnyWork(RuleBasedStateMachine):
    """One person on two devices of one file; `undo` and `redo` hold what a reader expects."""

    def __init__(self):
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.now = 0.0
        self.use(make_project(Path(self.folder.name)))
        self.document = only_document(self.project)
        store = self.project._store
        with store.database.transaction():
            other = store._devices.add("lain", "lain", "")
        self.devices = [store.device.id, other.id]
        self.undo_stack, self.redo_stack = [], []  # of lists of edits
        self.merge = ("", 0.0)
        self.said = {}  # note id: [words, place, for the lead, thread, open]
        self.seconds = 0

    def teardown(self):
        self.project.close()
        self.folder.cleanup()

    def use(self, project):
        self.project = project
        self.editing = EditingService(project._store, project._current, lambda: self.now)

    @property
    def set(self):
        return self.editing.annotation_set(self.document)

    @property
    def spans(self):
        return list(self.set.spans)

    @property
    def described(self):
        return sorted([*self.set.relations, *self.set.document_labels], key=lambda one: one.id)

    def apply(self, build):
        """Apply an edit and note what undo should do; what the scheme refuses is no act."""
        try:
            edit = build()
        except SchemeViolation:
            return
        if edit.is_empty:
            return
        edit = looked_at(edit, self.project.scheme_version)
        expected = self.set.apply(edit)
        changes = self.editing.apply(edit)
        assert changes.annotation_set == expected
        key, at = self.merge
        if edit.merge_key and edit.merge_key == key and self.now - at <= 2:
            self.undo_stack[-1].append(edit)
        else:
            self.undo_stack.append([edit])
        self.redo_stack.clear()
        self.merge = (edit.merge_key, self.now)

    def pick(self, data, items):
        return data.draw(st.sampled_from(items))

    @rule(start=starts, length=lengths, label=st.sampled_from(LABELS))
    def add(self, start, length, label):
        self.apply(lambda: self.editing.add_span(self.set, start, start + length, label))

    @precondition(lambda self: self.spans)
    @rule(data=st.data(), label=st.sampled_from(LABELS))
    def relabel(self, data, label):
        span = self.pick(data, self.spans)
        self.apply(lambda: self.editing.relabel(self.set, span.id, label))

    @precondition(lambda self: self.spans)
    @rule(data=st.data(), start=starts, length=lengths)
    def add_a_piece(self, data, start, length):
        span = self.pick(data, self.spans)
        self.apply(lambda: self.editing.add_piece(self.set, span.id, start, start + length))

    @precondition(lambda self: any(span.fragments for span in self.spans))
    @rule(data=st.data())
    def take_a_piece_off(self, data):
        span = self.pick(data, [span for span in self.spans if span.fragments])
        piece = self.pick(data, span.stretches)
        self.apply(lambda: self.editing.remove_piece(self.set, span.id, *piece))

    @precondition(lambda self: self.spans)
    @rule(data=st.data(), by=st.integers(-2, 2), pause=st.sampled_from([0.5, 3.0]))
    def move(self, data, by, pause):
        self.now += pause
        span = self.pick(data, self.spans)
        self.apply(lambda: self.editing.move_span(self.set, span.id, span.start, span.end + by))

    @precondition(lambda self: self.spans)
    @rule(data=st.data())
    def move_there_and_back(self, data):
        span = self.pick(data, self.spans)
        for end in (span.end + 1, span.end):
            self.apply(lambda end=end: self.editing.move_span(self.set, span.id, span.start, end))

    @precondition(lambda self: self.spans)
    @rule(data=st.data(), attribute=st.sampled_from(ATTRIBUTES))
    def set_attribute(self, data, attribute):
        span = self.pick(data, self.spans)
        self.apply(lambda: self.editing.set_attribute(self.set, span.id, *attribute))

    @precondition(lambda self: len(self.spans) > 1)
    @rule(data=st.data(), label=st.sampled_from(["agent", "perpetrator", "same_as"]))
    def relate(self, data, label):
        source, target = self.pick(data, self.spans), self.pick(data, self.spans)
        self.apply(lambda: self.editing.add_relation(self.set, source.id, target.id, label))

    @precondition(lambda self: self.spans)
    @rule(data=st.data())
    def remove_some(self, data):
        ids = [span.id for span in self.spans]
        chosen = data.draw(st.lists(st.sampled_from(ids), min_size=1, unique=True))
        self.apply(lambda: self.editing.remove(self.set, chosen))

    @rule(label=st.sampled_from(["article.report", "article.opinion", "actor.voter"]))
    def label_document(self, label):
        self.apply(lambda: self.editing.add_document_label(self.set, label))

    @precondition(lambda self: self.described)
    @rule(data=st.data(), attribute=st.sampled_from([("confidence", "low"), ("note", None)]))
    def describe(self, data, attribute):
        """Say something about a relation or a label of the article."""
        one = self.pick(data, self.described)
        self.apply(lambda: self.editing.set_attribute(self.set, one.id, *attribute))

    @rule(status=st.sampled_from(Status), reason=st.sampled_from(["", "Pelaku tidak disebut."]))
    def set_status(self, status, reason):
        self.apply(lambda: self.editing.set_status(self.set, status, reason))

    @precondition(lambda self: self.spans)
    @rule(data=st.data(), remark=st.sampled_from(["edges", "same_words"]))
    def waive(self, data, remark):
        span = self.pick(data, self.spans)
        self.apply(lambda: self.editing.waive(self.set, span.id, remark))

    @precondition(lambda self: self.spans)
    @rule(data=st.data())
    def confirm(self, data):
        span = self.pick(data, self.spans)
        self.apply(lambda: self.editing.confirm(self.set, span.id))

    @rule()
    def change_the_guideline(self):
        """Another scheme in force; the labels stay, so that everything can be done again."""
        self.project._current.scheme_version += 1

    @rule(start=starts)
    def import_span(self, start):
        within = self.set
        change = Change(None, Span(SpanId(new_id()), start, start + 2, "actor.party"))
        edit = Edit(within.document, within.annotator, (change,))
        assert self.editing.apply(edit, Origin.IMPORT).annotation_set == within.apply(edit)

    @rule(data=st.data(), words=st.text(min_size=1, max_size=5), for_lead=st.booleans())
    def write_note(self, data, words, for_lead):
        span = data.draw(st.sampled_from([None, *self.spans]))
        place = None if span is None else (span.start, span.end)
        content = NoteContent(words, place, span.id if span else "", for_lead=for_lead)
        try:
            note = self.project.notes.add(self.document, content)
        except NoteRefused:
            assert not words.strip()
        except JournalError:
            assert "\0" in words or any("\ud800" <= char <= "\udfff" for char in words)
        else:
            self.said[note] = [words, place, for_lead, "", True]

    @precondition(lambda self: self.said)
    @rule(data=st.data())
    def answer_note(self, data):
        to = self.pick(data, sorted(self.said))
        note = self.project.notes.add(self.document, NoteContent("ya", thread=to))
        self.said[note] = ["ya", None, False, self.said[to][3] or to, True]

    @precondition(lambda self: self.said)
    @rule(data=st.data(), is_open=st.booleans(), for_lead=st.booleans())
    def change_note(self, data, is_open, for_lead):
        note = self.pick(data, sorted(self.said))
        self.project.notes.rewrite(self.document, note, "lain", for_lead=for_lead)
        self.said[note][0], self.said[note][2] = "lain", for_lead
        self.project.notes.set_open(self.document, note, is_open=is_open)
        self.said[self.said[note][3] or note][4] = is_open

    @precondition(lambda self: self.said)
    @rule(data=st.data())
    def remove_note(self, data):
        note = self.pick(data, sorted(self.said))
        try:
            self.project.notes.remove(self.document, note)
        except NoteRefused:
            assert any(said[3] == note for said in self.said.values())
        else:
            del self.said[note]

    @rule(seconds=st.integers(0, 300))
    def work_for(self, seconds):
        self.project.work.add(self.document, seconds)
        self.seconds += seconds

    @rule()
    def undo(self):
        self.walk(self.editing.undo, self.undo_stack, self.redo_stack, back=True)

    @rule()
    def redo(self):
        self.walk(self.editing.redo, self.redo_stack, self.undo_stack, back=False)

    def walk(self, step, source, target, *, back):
        self.merge = ("", 0.0)
        before = expected = self.set
        while source:
            edits = source.pop()
            for edit in reversed(edits) if back else edits:
                expected = expected.apply(edit.inverted() if back else edit)
            if expected != before:  # else an act that came to nothing: stepped over
                target.append(edits)
                break
        found = step(self.document)
        if expected == before:
            assert found is None
        else:
            assert found.annotation_set == expected

    @rule()
    def reopen(self):
        before, version = self.set, self.project.scheme_version
        self.project.close()
        self.use(open_project(self.project.path))
        self.project._current.scheme_version = version
        self.merge = ("", 0.0)
        assert self.set == before

    @rule(data=st.data())
    def other_device(self, data):
        """Go on from another device; nothing that is shown depends on it."""
        store = self.project._store
        store.device = Device(self.pick(data, self.devices), store.device.annotator)

    @rule()
    def fail(self):
        """A transaction that fails leaves nothing, in the file and in memory."""
        before = self.set
        refused = Edit(before.document, before.annotator, status=(None, Status.NEW))
        with pytest.raises(EditConflict), self.project.together():
            self.apply_all([self.editing.set_status(before, Status.FLAGGED), refused])
        self.merge = ("", 0.0) if before.status is not Status.FLAGGED else self.merge
        assert self.set == before

    def apply_all(self, edits):
        for edit in edits:
            self.editing.apply(edit)

    @invariant()
    def journal_tables_and_memory_agree(self):
        store = self.project._store
        folded = fold(store.journal.entries())
        assert store.tables() == folded
        assert store.annotations.read(self.document, self.set.annotator)[0] == self.set
        summary = self.project.documents.summary(self.document)
        assert (summary.span_count, summary.status) == (self.set.span_count, self.set.status)
        found = {
            note.id: [c.text, c.place, c.for_lead, c.thread, note.is_open]
            for note in self.project.notes.of(self.document)
            for c in [note.content]
        }
        assert found == self.said
        still_open = [said for said in self.said.values() if said[4] and not said[3]]
        assert summary.open_notes == len(still_open)
        assert summary.lead_notes == sum(said[2] for said in still_open)
        assert self.project.documents.summaries() == [summary]
        assert self.project.work.seconds(self.document) == self.seconds

    @rule()
    def rebuild(self):
        store = self.project._store
        before = store.tables()
        store.rebuild()
        assert store.tables() == before
        assert store.journal.verify_chain() > 0

    @invariant()
    def what_can_be_undone_is_known(self):
        undoable = any(self.changes_something(edits) for edits in self.undo_stack)
        assert self.editing.can_undo(self.document) is undoable
        redoable = any(self.changes_something(edits) for edits in self.redo_stack)
        assert self.editing.can_redo(self.document) is redoable

    @staticmethod
    def changes_something(edits):
        ends = {}
        for edit in edits:
            for change in edit.changes:
                first, _ = ends.get(change.annotation.id, (change.before, None))
                ends[change.annotation.id] = (first, change.after)
        moved = any(edit.status for edit in edits)
        return moved or any(first != last for first, last in ends.values())


AnyWork.TestCase.settings = settings(max_examples=25, stateful_step_count=25, deadline=None)
TestAnyWork = AnyWork.TestCase
