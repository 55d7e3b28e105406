import os
import shutil
import sqlite3 as standard

import pytest

from annotator.errors import NotAProject, ProjectReadOnly, StoreError, StoreUnavailable
from annotator.model.ids import DocumentId
from annotator.store import database as databases
from annotator.store import migrations
from annotator.store.database import APPLICATION_ID, connect, translated
from annotator.store.driver import dbapi2
from tests.builders import TEXT, make_project, only_document, place_of


@pytest.fixture
def project(tmp_path):
    with make_project(tmp_path) as made:
        yield made


@pytest.fixture
def database(project):
    return project._store.database


def test_a_project_is_one_file_of_our_own_kind(database):
    assert database.value("PRAGMA application_id") == APPLICATION_ID
    assert APPLICATION_ID.to_bytes(4) == b"ANOT"
    assert database.value("PRAGMA user_version") == migrations.VERSION
    assert database.value("PRAGMA page_size") == 8192


def test_a_connection_is_safe_against_power_cuts_and_crafted_files(database):
    pragmas = {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "trusted_schema": 0,
        "cell_size_check": 1,
        "busy_timeout": 5000,
    }
    assert {name: database.value(f"PRAGMA {name}") for name in pragmas} == pragmas
    assert not database.value("PRAGMA mmap_size")


def test_every_table_is_strict(database):
    rows = database.all("SELECT name, strict FROM pragma_table_list WHERE schema = 'main'")
    loose = {name for name, strict in rows if not strict}
    assert loose <= {"sqlite_schema", "_sqlite_migrations"}
    assert len(rows) > len(loose) + 10


def test_the_file_is_sound(database):
    assert database.all("PRAGMA integrity_check") == [("ok",)]
    assert database.all("PRAGMA foreign_key_check") == []


def test_a_text_is_never_changed(database):
    before = database.value("SELECT text FROM document_text")
    for sql in (
        "UPDATE document_text SET text = 'lain'",
        "UPDATE document SET length = 1",
        "UPDATE document SET sha256 = 'lain'",
    ):
        with pytest.raises(StoreError, match="a text never changes"):
            database.run(sql)
    assert database.value("SELECT text FROM document_text") == before


def test_the_journal_only_grows(database):
    with pytest.raises(StoreError, match="a journal only grows"):
        database.run("UPDATE journal SET line = 'lain'")


def test_a_span_beyond_its_text_is_refused_by_the_tables(project, database):
    document = only_document(project)
    editing = project.editing
    editing.apply(
        editing.add_span(editing.annotation_set(document), *place_of("warga"), "actor.voter")
    )
    length = len(TEXT)
    with pytest.raises(StoreError, match="beyond its text"):
        database.run('UPDATE span SET "end" = ?', (length + 1,))
    with pytest.raises(StoreError, match="beyond its text"):
        database.run(
            'INSERT INTO span (document_id, annotator_id, span_id, start, "end", label, lam,'
            " device_id, seq) SELECT document_id, annotator_id, 'x', 0, ?, label, lam, device_id,"
            " seq FROM span",
            (length + 1,),
        )
    database.run('UPDATE span SET "end" = ?', (length,))


@pytest.mark.parametrize(
    "values", ["start = -1", 'start = 5, "end" = 5', "start = NULL", "label = NULL"]
)
def test_a_span_without_place_is_refused_by_the_tables(project, database, values):
    document = only_document(project)
    editing = project.editing
    editing.apply(
        editing.add_span(editing.annotation_set(document), *place_of("warga"), "actor.voter")
    )
    with pytest.raises(StoreError, match="CHECK"):
        database.run(f"UPDATE span SET {values}")


class Stop(Exception):
    pass


def insert_and_fail(database, key):
    with database.transaction():
        database.run("INSERT INTO meta VALUES (?, '1')", (key,))
        raise Stop


def insert_inside_and_fail(database, key):
    with database.transaction():
        with database.transaction():
            database.run("INSERT INTO meta VALUES (?, '1')", (key,))
        raise Stop


def test_a_transaction_that_fails_leaves_nothing(database):
    with pytest.raises(Stop):
        insert_and_fail(database, "a")
    assert database.value("SELECT count(*) FROM meta WHERE key = 'a'") == 0
    assert database.rollbacks == 1


def test_an_inner_transaction_can_fail_alone(database):
    with database.transaction():
        database.run("INSERT INTO meta VALUES ('a', '1')")
        with pytest.raises(Stop):
            insert_and_fail(database, "b")
    assert database.all("SELECT key FROM meta WHERE key IN ('a', 'b')") == [("a",)]


def test_an_outer_transaction_that_fails_takes_the_inner_one_with_it(database):
    with pytest.raises(Stop), database.transaction():
        insert_and_fail(database, "b")
    with pytest.raises(Stop):
        insert_inside_and_fail(database, "b")
    assert database.value("SELECT count(*) FROM meta WHERE key = 'b'") == 0


def test_a_full_disk_leaves_nothing_half_and_the_next_act_works(project, database):
    pages = database.value("PRAGMA page_count")
    database.one(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(StoreUnavailable, match="SQLITE_FULL"):
        project.documents.add_text("Berita panjang. " * 20_000, detect_language=False)
    database.one("PRAGMA max_page_count = 1000000")
    assert project.documents.count() == 1
    assert project._store.journal.verify_chain() == 1
    project.documents.add_text("Berita pendek.", detect_language=False)
    assert project.documents.count() == 2


def test_another_writer_is_waited_for_and_then_named(project, database, monkeypatch):
    other = databases.connect(project.path, write=True)
    other.run("BEGIN IMMEDIATE")
    database.one("PRAGMA busy_timeout = 1")
    with pytest.raises(StoreUnavailable, match="locked"):
        project.documents.add_text("Berita.", detect_language=False)
    other.run("ROLLBACK")
    other.close()
    project.documents.add_text("Berita.", detect_language=False)


@pytest.mark.parametrize(
    "content", [b"", b"hanya teks", b"SQLite format 3\0" + bytes(100), os.urandom(20_000)]
)
def test_other_files_are_no_projects(tmp_path, content):
    path = tmp_path / "lain.annotator"
    path.write_bytes(content)
    for write in (True, False):
        with pytest.raises(NotAProject):
            connect(path, write=write)
    assert path.read_bytes() == content


def test_a_database_of_another_program_is_no_project(tmp_path):
    path = tmp_path / "lain.sqlite"
    with standard.connect(path) as connection:
        connection.execute("CREATE TABLE document (id)")
    connection.close()
    with pytest.raises(NotAProject):
        connect(path, write=True)


def test_names_with_special_characters_are_opened(tmp_path):
    folder = tmp_path / "100% #1? ke-ü"
    folder.mkdir()
    with make_project(folder, name="a b%20#?") as project:
        assert project.name == "a b%20#?"
        assert project.path.is_file()


def test_reading_works_where_no_log_can_be_made_beside_the_file(project, tmp_path):
    path = project.path
    project.close()
    copy = tmp_path / "hanya-baca.annotator"
    shutil.copy(path, copy)
    # stands for a write-protected folder, which root could write all the same
    copy.with_name(copy.name + "-shm").mkdir()
    database = connect(copy, write=False)
    assert database.value("SELECT count(*) FROM document") == 1
    with pytest.raises(ProjectReadOnly), database.transaction():
        pass
    database.close()


def test_misuse_of_the_library_stays_a_bug(database, tmp_path):
    error = dbapi2.ProgrammingError("salah")
    assert translated(error, tmp_path) is error


def test_a_missing_document_is_said(project):
    with pytest.raises(StoreError):
        project.documents.get(DocumentId("tidak-ada"))
    with pytest.raises(StoreError):
        project.documents.summary(DocumentId("tidak-ada"))
