"""Notes: whose they are, what happens to them, and that annotations do not know of them."""

import json

import pytest

from annotator.errors import NoAnnotator, NoteRefused, ProjectReadOnly
from annotator.model.note import NoteContent
from annotator.services.notes import NoteReason
from annotator.services.projects import create_project, open_project
from annotator.services.transfer import export_project, import_paths
from tests.builders import NAME, default_scheme, make_project, only_document, place_of


@pytest.fixture
def project(tmp_path):
    with make_project(tmp_path) as made:
        yield made


@pytest.fixture
def document(project):
    return only_document(project)


def test_a_note_outlives_the_span_it_was_put_on(project, document):
    place = place_of("amplop")
    editing = project.editing
    span = (
        editing.apply(
            editing.add_span(editing.annotation_set(document), *place, "violation.vote_buying")
        )
        .edit.changes[0]
        .after
    )
    project.notes.add(document, NoteContent("Benarkah ini uang?", place, span.id))
    editing.apply(editing.remove(editing.annotation_set(document), [span.id]))
    (note,) = project.notes.of(document)
    assert (note.content.place, note.content.span) == (place, span.id)
    assert editing.undo(document).annotation_set.span(span.id) == span
    assert project.notes.of(document) == (note,)


def test_undo_reaches_past_notes_and_times_to_the_annotations(project, document):
    editing = project.editing
    editing.apply(editing.add_span(editing.annotation_set(document), 0, 7, "actor.voter"))
    project.notes.add(document, NoteContent("Siapa?"))
    project.work.add(document, 30)
    with open_project(project.path, write=False) as again:
        steps = again._store.journal.steps(document, project.annotator.id)
        assert len({step.act for step in steps}) == 1
    assert editing.undo(document).annotation_set.span_count == 0
    assert not editing.can_undo(document)
    assert len(project.notes.of(document)) == 1


def test_only_the_author_changes_a_note_and_anybody_answers_and_closes_it(project, document):
    notes = project.notes
    first = notes.add(document, NoteContent("Saksi atau pelapor?", for_lead=True))
    project.choose_annotator("Teguh Armino")
    with pytest.raises(NoteRefused) as caught:
        notes.rewrite(document, first, "Lain", for_lead=False)
    assert caught.value.reason == NoteReason.NOT_AUTHOR
    with pytest.raises(NoteRefused):
        notes.remove(document, first)
    answer = notes.add(document, NoteContent("Pelapor.", place_of("warga"), thread=first))
    again = notes.add(document, NoteContent("Setuju.", thread=answer))
    notes.set_open(document, again, is_open=False)
    one, two, three = notes.of(document)
    assert [one.is_open, one.content.for_lead] == [False, True]
    assert (one.closed_by, two.closed_by) == (project.annotator.id, "")
    assert [two.content, three.content.thread] == [NoteContent("Pelapor.", thread=first), first]
    assert project.documents.summary(document).open_notes == 0
    notes.remove(document, again)
    project.choose_annotator(NAME)
    with pytest.raises(NoteRefused) as caught:
        notes.remove(document, first)
    assert caught.value.reason == NoteReason.HAS_REPLIES


def test_notes_of_one_moment_stand_in_the_order_in_which_they_were_written(
    project, document, monkeypatch
):
    monkeypatch.setattr("annotator.store.store.now", lambda: "2024-11-27T08:00:00.000Z")
    first = project.notes.add(document, NoteContent("0"))
    for number in range(1, 12):
        project.notes.add(document, NoteContent(str(number), thread=first))
    project.notes.rewrite(document, first, "awal", for_lead=False)
    said = [note.content.text for note in project.notes.of(document)]
    assert said == ["awal", *map(str, range(1, 12))]
    project._store.rebuild()
    assert [note.content.text for note in project.notes.of(document)] == said


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (NoteContent("  \n"), NoteReason.EMPTY),
        (NoteContent("x", (0, 10_000)), NoteReason.OUTSIDE_TEXT),
        (NoteContent("x", thread="tidak ada"), NoteReason.GONE),
    ],
)
def test_what_is_refused(project, document, content, reason):
    with pytest.raises(NoteRefused) as caught:
        project.notes.add(document, content)
    assert caught.value.reason == reason
    assert project.notes.of(document) == ()


def test_nobody_and_readers_write_no_notes(tmp_path):
    with make_project(tmp_path, annotator="") as project:
        document = only_document(project)
        with pytest.raises(NoAnnotator):
            project.notes.add(document, NoteContent("x"))
        project.choose_annotator(NAME)
        with open_project(project.path) as reader, pytest.raises(ProjectReadOnly):
            reader.notes.add(document, NoteContent("x"))


def test_a_line_of_the_journal_does_not_quote_the_article(project, document):
    project.notes.add(document, NoteContent("Lihat pedoman.", place_of("amplop")))
    line = project._store.journal.entries()
    lines = [entry.to_line() for entry in line]
    assert "amplop" not in "".join(lines)
    start, end = place_of("amplop")
    assert f'"e":{end}' in lines[-1]
    assert f'"s":{start}' in lines[-1]


def test_a_note_that_differs_under_the_same_id_is_reported_and_left_out(
    project, document, tmp_path
):
    note = project.notes.add(document, NoteContent("Satu"))
    out = tmp_path / "out.jsonl"
    export_project(project, out, "jsonl")
    assert import_paths(project, [out]).skipped == ()
    values = json.loads(out.read_text("utf-8"))
    values["notes"][0]["text"] = "Dua"
    out.write_text(json.dumps(values), "utf-8")
    (skipped,) = import_paths(project, [out]).skipped
    assert (skipped.reason, skipped.detail) == ("conflict", note)
    assert project.notes.of(document)[0].content.text == "Satu"


def test_notes_travel_with_their_authors_and_times(project, document, tmp_path):
    first = project.notes.add(document, NoteContent("Satu", place_of("warga"), for_lead=True))
    project.notes.add(document, NoteContent("Dua", thread=first))
    with_another = project.notes.add(document, NoteContent("Tiga"))
    project.choose_annotator("Ketua Tim")
    for note in (first, with_another):
        project.notes.set_open(document, note, is_open=False)
    closer = project.annotator
    project.choose_annotator(NAME)
    out = tmp_path / "out.jsonl"
    export_project(project, out, "jsonl")
    with create_project(tmp_path / "lain.annotator", default_scheme()) as other:
        other.choose_annotator("Teguh Armino")
        import_paths(other, [out])
        assert other.notes.of(document) == project.notes.of(document)
        assert {who.name for who in other.annotators()} >= {NAME, closer.name}
        assert [note.closed_by for note in other.notes.of(document)] == [closer.id, "", closer.id]
        other._store.rebuild()
        assert other.notes.of(document) == project.notes.of(document)
        export_project(other, tmp_path / "lagi.jsonl", "jsonl")
    assert out.read_bytes() == (tmp_path / "lagi.jsonl").read_bytes()


def test_who_closed_a_note_is_not_made_up(project, document, tmp_path):
    note = project.notes.add(document, NoteContent("Satu"))
    project.notes.set_open(document, note, is_open=False)
    project.notes.set_open(document, note, is_open=True)
    assert project.notes.of(document)[0].closed_by == ""
    project.notes.set_open(document, note, is_open=False)
    out = tmp_path / "out.jsonl"
    export_project(project, out, "jsonl")
    values = json.loads(out.read_text("utf-8"))
    del values["notes"][0]["closed_by"]
    out.write_text(json.dumps(values), "utf-8")
    with create_project(tmp_path / "lain.annotator", default_scheme()) as other:
        import_paths(other, [out])
        (read,) = other.notes.of(document)
    assert (read.is_open, read.closed_by) == (False, "")
