"""What earlier versions of the program made is read and carried on."""

import shutil
import tempfile
from pathlib import Path

import pytest

from annotator.services.projects import open_project
from annotator.store import database as databases
from tests.builders import make_project, only_document, place_of
from tests.store.old_project import made_old


@pytest.fixture
def old(tmp_path):
    with make_project(tmp_path) as project:
        editing, document = project.editing, only_document(project)
        for words in ("Bawaslu  Kabupaten Samudra".replace("  ", " "), "warga"):
            within = editing.annotation_set(document)
            editing.apply(editing.add_span(within, *place_of(words), "actor.voter"))
        gone = next(iter(editing.annotation_set(document).spans))
        project._current.scheme_version = 2
        editing.apply(editing.remove(editing.annotation_set(document), [gone.id]))
        editing.apply(
            editing.add_span(editing.annotation_set(document), *place_of("amplop"), "context.law")
        )
    return made_old(project.path)


def test_spans_get_guideline_and_words_out_of_journal_and_text(old):
    with open_project(old) as project:
        rows = project._store.database.all(
            "SELECT guideline, waived, words FROM span WHERE dead = 0 ORDER BY start"
        )
        assert rows == [(1, None, "warga"), (2, None, "amplop")]
        before = project._store.tables()
        project._store.rebuild()
        assert project._store.tables() == before
        assert rows == project._store.database.all(
            "SELECT guideline, waived, words FROM span WHERE dead = 0 ORDER BY start"
        )


def test_an_old_project_that_may_only_be_read_is_read_from_a_copy(old, tmp_path, monkeypatch):
    copies = tmp_path / "salinan"
    copies.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(copies))
    before = old.read_bytes()
    with open_project(old, write=False) as project:
        assert project.read_only
        assert project.path == old
        assert [span.label for span in project.editing.annotation_set(only_document(project)).spans]
        titles = project.job(lambda own, _: own.documents.summaries())(None)
        assert len(titles) == 1
        assert len(list(copies.iterdir())) == 1
    assert list(copies.iterdir()) == []
    assert old.read_bytes() == before


def test_a_copy_that_cannot_be_made_leaves_nothing(old, tmp_path, monkeypatch):
    copies = tmp_path / "salinan"
    copies.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(copies))
    shutil.copyfile(old, tmp_path / "rusak.annotator")
    database = databases.connect(tmp_path / "rusak.annotator", write=True)
    database.run("DROP TABLE journal")
    database.close()
    with pytest.raises(databases.StoreError):
        open_project(Path(tmp_path / "rusak.annotator"), write=False)
    assert list(copies.iterdir()) == []
