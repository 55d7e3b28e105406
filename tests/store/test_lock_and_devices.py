import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from annotator.errors import ProjectExists, ProjectReadOnly
from annotator.services.projects import ReadOnly, create_project, open_project
from annotator.services.schemes import SchemeChange
from annotator.services.transfer import import_paths
from annotator.store.installation import config_folder, installation_id, place_key
from annotator.store.lock import ProjectLock
from tests.builders import NAME, default_scheme, make_project, only_document, place_of

ROOT = Path(__file__).parents[2]
HOLD = """
import sys
from pathlib import Path
from annotator.services.projects import open_project
project = open_project(Path(sys.argv[1]))
print(project.read_only, flush=True)
sys.stdin.read()
"""


@pytest.fixture
def closed(tmp_path):
    with make_project(tmp_path) as project:
        return project.path


@pytest.fixture
def hold():
    """Open a project in another process; ends it after the test."""
    children = []

    def start(path):
        child = subprocess.Popen(
            [sys.executable, "-c", HOLD, str(path)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=ROOT,
        )
        children.append(child)
        return child, child.stdout.readline().strip()

    yield start
    for child in children:
        child.stdin.close()
        child.wait(30)
        child.stdout.close()


def test_the_second_process_reads_only_and_knows_who_writes(closed, hold):
    child, answer = hold(closed)
    assert answer == "False"
    with open_project(closed) as project:
        assert project.read_only
        assert project.why_read_only is ReadOnly.IN_USE
        assert project.holder == f"{os.uname().nodename}, {child.pid}"
        assert project.annotator.name == NAME
        document = only_document(project)
        edit = project.editing.add_span(
            project.editing.annotation_set(document), *place_of("warga"), "actor.voter"
        )
        with pytest.raises(ProjectReadOnly) as caught:
            project.editing.apply(edit)
        assert caught.value.holder == project.holder
        assert not project.editing.can_undo(document)
        with pytest.raises(ProjectReadOnly):
            project.documents.add_text("Berita lain.", detect_language=False)
        with pytest.raises(ProjectReadOnly):
            import_paths(project, [closed])
        with pytest.raises(ProjectReadOnly):
            project.schemes.apply(SchemeChange(default_scheme()))
        assert project.editing.annotation_set(document).span_count == 0


def test_this_process_keeps_another_out(closed, hold):
    with open_project(closed):
        _, answer = hold(closed)
        assert answer == "True"


def test_a_killed_process_holds_nothing(closed, hold):
    child, _ = hold(closed)
    child.kill()
    child.wait(30)
    with open_project(closed) as project:
        assert not project.read_only


def test_a_link_leads_to_the_same_lock(closed, tmp_path):
    link = tmp_path / "tautan.annotator"
    link.symlink_to(closed)
    with open_project(closed), open_project(link) as second:
        assert second.why_read_only is ReadOnly.IN_USE


def test_the_lock_is_given_back(closed):
    lock, other = ProjectLock(closed), ProjectLock(closed)
    assert lock.acquire()
    assert not other.acquire()
    assert other.holder() == f"{os.uname().nodename}, {os.getpid()}"
    lock.release()
    lock.release()
    assert other.acquire()
    other.release()
    assert other.holder() == ""


def test_a_note_that_is_broken_names_nobody(closed):
    note = Path(f"{closed}.holder")
    for text in ("", "{", "[]", json.dumps({"host": "x"})):
        note.write_text(text)
        assert ProjectLock(closed).holder() == ""


def test_a_lock_that_cannot_be_made_means_reading_only(closed):
    Path(f"{closed}.lock").unlink()
    Path(f"{closed}.lock").mkdir()
    with open_project(closed) as project:
        assert project.why_read_only is ReadOnly.PROTECTED
        assert project.documents.count() == 1


def test_opening_for_reading_takes_no_lock(closed):
    with open_project(closed, write=False) as reader, open_project(closed) as writer:
        assert reader.why_read_only is ReadOnly.ASKED
        assert not writer.read_only


def test_a_reader_sees_what_the_writer_stores(closed):
    with open_project(closed) as writer, open_project(closed, write=False) as reader:
        document, editing = only_document(writer), writer.editing
        editing.apply(
            editing.add_span(editing.annotation_set(document), *place_of("warga"), "actor.voter")
        )
        assert reader.editing.annotation_set(document) == editing.annotation_set(document)


def test_a_project_is_never_made_over_a_file(closed, tmp_path):
    content = closed.read_bytes()
    with pytest.raises(ProjectExists):
        create_project(closed, default_scheme())
    assert closed.read_bytes() == content
    assert not list(tmp_path.glob(".*.new"))


def devices(project):
    return project._store.database.all("SELECT device_id FROM device ORDER BY device_no")


def test_the_same_file_keeps_its_device(closed):
    with open_project(closed) as project:
        assert len(devices(project)) == 1


def test_a_copied_file_gets_a_device_of_its_own_and_keeps_the_annotator(closed, tmp_path):
    copy = tmp_path / "salinan.annotator"
    shutil.copy(closed, copy)
    with open_project(copy) as project:
        assert len(devices(project)) == 2
        assert project._store.device.id == devices(project)[1][0]
        assert project.annotator.name == NAME
        document, editing = only_document(project), project.editing
        editing.apply(
            editing.add_span(editing.annotation_set(document), *place_of("warga"), "actor.voter")
        )
        writers = project._store.database.all("SELECT DISTINCT device_id FROM journal")
        assert sorted(writers) == sorted(devices(project))
        project._store.journal.verify_chain()
    with open_project(copy) as project:
        assert len(devices(project)) == 2
    with open_project(closed) as project:
        assert len(devices(project)) == 1


def test_a_moved_file_gets_a_device_of_its_own(closed, tmp_path):
    folder = tmp_path / "lain"
    folder.mkdir()
    with open_project(shutil.move(closed, folder)) as project:
        assert len(devices(project)) == 2


def test_another_installation_is_another_device_without_an_annotator(closed, tmp_path, monkeypatch):
    monkeypatch.setenv("ANNOTATOR_HOME", str(tmp_path / "orang-lain"))
    with open_project(closed) as project:
        assert len(devices(project)) == 2
        assert project.annotator is None
        assert [person.name for person in project.annotators()] == [NAME]


def test_a_file_opened_for_reading_gets_no_device(closed, tmp_path):
    copy = tmp_path / "salinan.annotator"
    shutil.copy(closed, copy)
    with open_project(copy, write=False) as project:
        assert len(devices(project)) == 1
        assert project.annotator.name == NAME


def test_a_project_names_neither_folder_nor_person_of_the_computer(closed, tmp_path):
    with open_project(closed) as project:
        rows = project._store.database.all("SELECT installation, place FROM device")
    assert str(tmp_path) not in str(rows)
    assert installation_id() not in str(rows)


def test_the_installation_keeps_its_id(annotator_home):
    first = installation_id()
    assert (annotator_home / "installation").read_text().strip() == first
    assert installation_id() == first
    assert [path.name for path in annotator_home.iterdir()] == ["installation"]


def test_a_config_folder_that_cannot_be_written_is_no_error(tmp_path, monkeypatch):
    blocked = tmp_path / "berkas"
    blocked.write_text("")
    monkeypatch.setenv("ANNOTATOR_HOME", str(blocked))
    assert config_folder() == blocked
    assert len(installation_id()) == 36
    assert place_key(tmp_path / "a") == place_key(tmp_path / "a")
