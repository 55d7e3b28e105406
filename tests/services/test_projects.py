import os
import threading
from dataclasses import replace

import pytest

from annotator.errors import (
    JournalError,
    NoAnnotator,
    NotAProject,
    ProjectExists,
    StoreUnavailable,
)
from annotator.model.ids import AnnotatorId
from annotator.model.project import Annotator
from annotator.services.jobs import Progress
from annotator.services.projects import SUFFIX, create_project, open_project
from annotator.services.schemes import SchemeChange
from annotator.store.fold import fold
from tests.builders import NAME, TEXT, default_scheme, make_project, only_document, place_of


@pytest.fixture
def project(tmp_path):
    with make_project(tmp_path) as made:
        yield made


def test_a_new_project_is_empty_and_has_its_scheme(tmp_path):
    with create_project(tmp_path / "baru.annotator", default_scheme()) as project:
        assert project.path == tmp_path / "baru.annotator"
        assert project.name == "baru"
        assert not project.read_only
        assert project.holder == ""
        assert project.scheme == default_scheme()
        assert project.scheme.source == default_scheme().source
        assert project.scheme_version == 1
        assert project.annotator is None
        assert project.annotators() == ()
        assert project.documents.summaries() == []


def test_a_path_without_suffix_gets_ours(tmp_path):
    with create_project(tmp_path / "baru", default_scheme()) as project:
        assert project.path.name == f"baru{SUFFIX}"


def test_closing_leaves_one_file_and_its_lock(tmp_path, project):
    project.close()
    project.close()
    left = sorted(path.name for path in tmp_path.iterdir())
    assert left == ["pilkada.annotator", "pilkada.annotator.lock"]


def test_a_project_that_exists_is_not_made_again(project):
    with pytest.raises(ProjectExists):
        create_project(project.path, default_scheme())


def test_a_folder_that_is_not_there_is_told(tmp_path):
    with pytest.raises(StoreUnavailable):
        create_project(tmp_path / "tidak-ada" / "baru.annotator", default_scheme())


def test_a_making_that_fails_leaves_nothing(tmp_path, monkeypatch):
    def fail(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("annotator.store.store._publish", fail)
    with pytest.raises(StoreUnavailable, match="No space left"):
        create_project(tmp_path / "baru.annotator", default_scheme())
    assert list(tmp_path.iterdir()) == []


def test_a_disk_without_hard_links_will_do(tmp_path, monkeypatch):
    def refuse(*_):
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)
    with create_project(tmp_path / "baru.annotator", default_scheme()) as project:
        assert project.documents.count() == 0
    with pytest.raises(ProjectExists):
        create_project(tmp_path / "baru.annotator", default_scheme())


@pytest.mark.parametrize("kind", ["folder", "missing", "text"])
def test_what_is_no_project_is_told_and_left_alone(tmp_path, kind):
    path = tmp_path / "lain.annotator"
    if kind == "folder":
        path.mkdir()
    elif kind == "text":
        path.write_text("Ini bukan proyek.")
    before = sorted(tmp_path.iterdir())
    with pytest.raises(StoreUnavailable if kind == "missing" else NotAProject):
        open_project(path)
    assert sorted(tmp_path.iterdir()) == before


def test_who_annotates_is_remembered(project):
    chosen = project.annotator
    assert chosen.name == NAME
    project.close()
    with open_project(project.path) as again:
        assert again.annotator == chosen


def test_a_name_that_is_known_is_the_same_person(project):
    first = project.annotator
    assert project.choose_annotator("  RAHMAWATI \t ladiva ") == first
    assert project.annotators() == (first,)
    other = project.choose_annotator("Sekar Arunika")
    assert project.annotator == other
    assert other.id != first.id
    assert project.annotators() == (first, other)
    assert project.annotator_named("sekar arunika") == other
    assert project.annotator_named("Tidak Ada") is None


@pytest.mark.parametrize("name", ["", "  \t"])
def test_nobody_has_no_name(project, name):
    with pytest.raises(NoAnnotator):
        project.choose_annotator(name)


def test_a_name_that_cannot_be_recorded_is_refused(project):
    before = project.annotator
    with pytest.raises(JournalError):
        project.choose_annotator("nol \0")
    assert project.annotator == before
    assert project.annotators() == (before,)


def test_an_importers_annotator_keeps_its_id_and_is_not_chosen(project):
    gold = Annotator(AnnotatorId("emas"), "Emas")
    assert project.add_annotator(gold) == gold
    assert project.add_annotator(replace(gold, name="Nama lain")) == gold
    assert project.annotator.name == NAME
    with pytest.raises(NoAnnotator):
        project.add_annotator(Annotator(AnnotatorId("kosong"), " "))
    with pytest.raises(NoAnnotator):
        project.add_annotator(Annotator(AnnotatorId(""), "Tanpa id"))
    store = project._store
    assert fold(store.journal.entries()).names == store.annotators.folded()


def test_a_replaced_scheme_is_a_new_version_and_entries_say_so(project):
    document, editing = only_document(project), project.editing
    other = replace(default_scheme(), source={**default_scheme().source, "version": "2.0"})
    project.schemes.apply(SchemeChange(replace(other, version="2.0")))
    assert (project.scheme_version, project.scheme.version) == (2, "2.0")
    editing.apply(
        editing.add_span(editing.annotation_set(document), *place_of("warga"), "actor.voter")
    )
    assert [x.scheme_version for x in project._store.journal.entries()] == [1, 2, 2, 2]
    project.close()
    with open_project(project.path) as again:
        assert (again.scheme_version, again.scheme.version) == (2, "2.0")
        again.schemes.apply(SchemeChange(again.scheme))
        assert again.scheme_version == 2


def test_another_scheme_is_in_force_at_once(project):
    source = default_scheme().source
    labels = [x for x in source["labels"] if x["id"] != "actor.voter"]
    smaller = replace(
        default_scheme(),
        labels=tuple(x for x in default_scheme().labels if x.id != "actor.voter"),
        source={**source, "labels": labels},
    )
    project.schemes.apply(SchemeChange(smaller))
    within = project.editing.annotation_set(only_document(project))
    with pytest.raises(Exception, match="unknown_label"):
        project.editing.add_span(within, *place_of("warga"), "actor.voter")


def test_a_job_works_on_a_connection_of_its_own_beside_the_window(project):
    document = only_document(project)

    def work(other, progress):
        for number in progress.each(range(20)):
            other.documents.add_text(f"Berita {number}.", detect_language=False)
        return other.documents.count(), other.annotator

    results = []
    job = project.job(work)
    thread = threading.Thread(target=lambda: results.append(job(Progress())))
    thread.start()
    editing = project.editing
    for start in range(20):
        within = editing.annotation_set(document)
        editing.apply(editing.add_span(within, start, start + 5, "actor.voter"))
    thread.join()
    assert results == [(21, project.annotator)]
    assert project.documents.count() == 21
    assert editing.annotation_set(document).span_count == 20
    assert project.documents.get(document).text == TEXT
    store = project._store
    store.journal.verify_chain()
    assert store.tables() == fold(store.journal.entries())


def test_the_file_is_whole_after_everything(project):
    database = project._store.database
    assert database.all("PRAGMA integrity_check") == [("ok",)]
