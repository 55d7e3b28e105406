"""An import that was stopped goes on where it was."""

import json

import pytest

from annotator.errors import Cancelled
from annotator.formats.base import ReadOptions, Unit
from annotator.model.label_mapping import LabelMapping
from annotator.services import intake
from annotator.services.import_options import ImportOptions
from annotator.services.jobs import Progress
from annotator.services.projects import open_project
from annotator.services.transfer import (
    forget_import,
    import_paths,
    job_resume,
    resume_import,
    unfinished_import,
)
from annotator.store.meta import Meta
from tests.builders import make_project

PLAIN = ImportOptions(detect_language=False)
COUNT = 12


@pytest.fixture
def project(tmp_path):
    with make_project(tmp_path, texts=()) as made:
        yield made


@pytest.fixture(params=["files", "lines"])
def pile(request, tmp_path, monkeypatch):
    """Files of an article each, or one file of several; a batch is a document."""
    monkeypatch.setattr(intake, "BATCH_SECONDS", 0)
    folder = tmp_path / "masuk"
    folder.mkdir()
    if request.param == "files":
        for number in range(COUNT):
            (folder / f"{number:02}.txt").write_text(f"Berita nomor {number}.")
    else:
        lines = [
            json.dumps({"annotation_sets": [], "id": f"{n}", "text": f"Berita {n}."})
            for n in range(COUNT)
        ]
        (folder / "a.jsonl").write_text("\n".join(lines))
    return folder


def stopped(project, pile, steps=6):
    """Stop an import after some steps."""
    left = iter(range(steps))
    progress = Progress(cancelled=lambda: next(left, None) is None)
    return import_paths(project, [pile], PLAIN, progress)


def test_a_stopped_import_goes_on_where_it_was(project, pile, tmp_path):
    report = stopped(project, pile)
    assert report.cancelled
    assert 0 < report.documents_added < COUNT
    unfinished = unfinished_import(project)
    assert (unfinished.paths, unfinished.options) == ((pile,), PLAIN)
    assert unfinished.documents == report.documents_added
    again = job_resume(project)(Progress())
    assert (again.documents_added, again.documents_known) == (COUNT - report.documents_added, 0)
    assert unfinished_import(project) is None
    assert resume_import(project) is None
    with make_project(tmp_path, texts=(), name="sekaligus") as other:
        import_paths(other, [pile], PLAIN)
        assert [x.text for x in other.documents.all()] == [x.text for x in project.documents.all()]


def test_a_crash_between_two_batches_is_remembered(project, pile, monkeypatch):
    class Crash(BaseException):
        """What nobody catches."""

    def crash():
        if project.documents.count() == 5:
            raise Crash
        return False

    with pytest.raises(Crash):
        import_paths(project, [pile], PLAIN, Progress(cancelled=crash))
    path = project.path
    project.close()
    with open_project(path) as again:
        assert unfinished_import(again).documents == 5
        assert resume_import(again).documents_added == COUNT - 5
        assert again.documents.count() == COUNT


def test_a_pile_that_changed_is_read_again(project, pile):
    report = stopped(project, pile)
    (pile / "000.txt").write_text("Berita yang datang kemudian.")
    again = resume_import(project)
    assert again.documents_added == COUNT - report.documents_added + 1
    assert again.documents_known == report.documents_added


def test_nobody_has_to_go_on(project, pile):
    stopped(project, pile)
    forget_import(project)
    assert unfinished_import(project) is None


def test_a_finished_import_leaves_nothing(project, pile):
    import_paths(project, [pile], PLAIN)
    assert unfinished_import(project) is None


def test_an_import_stopped_before_it_began_is_none(project, pile):
    with pytest.raises(Cancelled):
        Progress(cancelled=lambda: True).step(0, 0)
    assert stopped(project, pile, 0).cancelled
    assert project.documents.count() == 0


def test_options_are_kept_with_the_import():
    reading = ReadOptions(Unit.UTF16, {"text": "isi"})
    mapping = LabelMapping({"PER": "actor.voter", "LOC": None})
    options = ImportOptions("text", True, reading, mapping, False)
    assert ImportOptions.from_json(json.loads(json.dumps(options.to_json()))) == options


def test_what_another_version_wrote_is_no_import(project):
    meta = Meta(project._store.database)
    meta.set("import_run", '{"paths": ["zz"]}')
    meta.set("import_place", "[[0, 0], 0]")
    assert unfinished_import(project) is None
