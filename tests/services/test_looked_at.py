"""What an annotator says about spans besides what they are: looked at, waived, why done."""

import pytest

from annotator.model.edit import Origin
from annotator.model.project import Status
from annotator.services.projects import open_project
from annotator.store.fold import fold
from tests.builders import make_project, only_document, place_of


class Work:
    def __init__(self, project):
        self.project = project
        self.editing = project.editing
        self.document = only_document(project)

    @property
    def set(self):
        return self.editing.annotation_set(self.document)

    @property
    def span(self):
        (only,) = self.set.spans
        return only

    def do(self, build, *values):
        self.editing.apply(build(self.set, *values))

    def new_guideline(self):
        self.project._current.scheme_version += 1


@pytest.fixture
def work(tmp_path):
    with make_project(tmp_path) as project:
        work = Work(project)
        work.do(work.editing.add_span, *place_of("warga"), "actor.voter")
        yield work
        assert project._store.tables() == fold(project._store.journal.entries())


def test_a_span_is_stamped_with_the_guideline_in_force(work):
    assert work.span.guideline == 1
    work.new_guideline()
    assert work.span.guideline == 1
    work.do(work.editing.set_attribute, work.span.id, "note", "ya")
    assert work.span.guideline == 2


def test_undo_brings_the_old_stamp_back_and_redo_the_new_one(work):
    work.new_guideline()
    work.do(work.editing.relabel, work.span.id, "actor.candidate")
    work.editing.undo(work.document)
    assert (work.span.label, work.span.guideline) == ("actor.voter", 1)
    work.new_guideline()
    work.editing.redo(work.document)
    assert (work.span.label, work.span.guideline) == ("actor.candidate", 2)


def test_confirming_changes_the_stamp_alone_and_can_be_undone(work):
    assert work.editing.confirm(work.set, work.span.id).is_empty
    work.new_guideline()
    before = work.span
    work.do(work.editing.confirm, before.id)
    assert work.span.guideline == 2
    assert work.editing.confirm(work.set, before.id).is_empty
    work.editing.undo(work.document)
    assert work.span == before


def test_a_waived_remark_stays_until_label_or_place_change(work):
    work.do(work.editing.waive, work.span.id, "same_words")
    work.do(work.editing.waive, work.span.id, "edges")
    work.do(work.editing.set_attribute, work.span.id, "note", "ya")
    assert work.span.waived == ("edges", "same_words")
    work.do(work.editing.move_span, work.span.id, work.span.start, work.span.end + 1)
    assert work.span.waived == ()
    work.editing.undo(work.document)
    assert work.span.waived == ("edges", "same_words")


def test_waiving_a_remark_says_nothing_about_the_guideline(work):
    work.new_guideline()
    work.do(work.editing.waive, work.span.id, "edges")
    assert (work.span.guideline, work.span.waived) == (1, ("edges",))


def test_the_reason_for_a_status_is_kept_with_it(work):
    work.do(work.editing.set_status, Status.DONE, "Pelaku tidak disebut.")
    work.do(work.editing.set_status, Status.FLAGGED)
    assert work.set.status_reason == ""
    work.editing.undo(work.document)
    assert (work.set.status, work.set.status_reason) == (Status.DONE, "Pelaku tidak disebut.")
    with open_project(work.project.path, write=False) as again:
        assert again.editing.annotation_sets(work.document) == [work.set]
    work.editing.undo(work.document)
    assert (work.set.status, work.set.status_reason) == (Status.IN_PROGRESS, "")


def test_an_import_keeps_the_stamp_it_brings(work):
    edit = work.editing.confirm(work.set, work.span.id)
    work.new_guideline()
    added = work.editing.add_span(work.set, *place_of("laporan"), "action.report")
    work.editing.apply(added, Origin.IMPORT)
    assert sorted(span.guideline for span in work.set.spans) == [1, 1]
    assert edit.is_empty
