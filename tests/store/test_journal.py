import hashlib
import json

import pytest

from annotator.errors import JournalError
from annotator.store.fold import fold
from tests.builders import make_project, only_document, place_of


@pytest.fixture
def project(tmp_path):
    with make_project(tmp_path) as made:
        document, editing = only_document(made), made.editing
        for word in ("warga", "Rahmawati Ladiva"):
            within = editing.annotation_set(document)
            editing.apply(editing.add_span(within, *place_of(word), "actor.voter"))
        editing.undo(document)
        yield made


@pytest.fixture
def journal(project):
    return project._store.journal


def tamper(project, *statements):
    """Change a file behind the program's back, as a damaged disk or a curious person would."""
    database = project._store.database
    database.run("DROP TRIGGER journal_never_changes")
    for statement in statements:
        database.run(statement)


def test_a_whole_journal_verifies(project, journal):
    count = project._store.database.value("SELECT count(*) FROM journal")
    assert journal.verify_chain() == count == 5


def test_the_hash_is_of_the_hash_before_and_the_line(project):
    digest = bytes(32)
    for line, stored in project._store.database.all("SELECT line, hash FROM journal ORDER BY seq"):
        digest = hashlib.sha256(digest + line.encode()).digest()
        assert stored == digest
    assert project._store.database.value("SELECT head_hash FROM device") == digest


def test_lines_are_canonical_and_quote_no_text(project):
    for (line,) in project._store.database.all("SELECT line FROM journal"):
        values = json.loads(line)
        canonical = json.dumps(values, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
        assert line == canonical
        assert "amplop" not in line
        assert values["sv"] == 1


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        ("UPDATE journal SET line = replace(line, 'actor', 'aktor') WHERE seq = 2", "changed"),
        ("UPDATE journal SET hash = zeroblob(32) WHERE seq = 3", "changed"),
        ("UPDATE journal SET op = 'span.drop' WHERE seq = 2", "columns"),
        ("UPDATE journal SET target_id = 'lain' WHERE seq = 2", "columns"),
        ("UPDATE journal SET lam = 99 WHERE seq = 2", "columns"),
        ("UPDATE journal SET origin = 'import' WHERE seq = 2", "columns"),
        ("DELETE FROM journal WHERE seq = 2", "missing"),
        ("DELETE FROM journal WHERE seq = 5", "ends at 4, not 5"),
        ("UPDATE device SET head_seq = 7", "ends at 5, not 7"),
        ("UPDATE device SET head_hash = zeroblob(32)", "hash of the end"),
    ],
)
def test_whatever_was_changed_is_found(project, journal, statement, words):
    tamper(project, statement)
    with pytest.raises(JournalError, match=words):
        journal.verify_chain()


def test_entries_of_a_device_that_is_not_there_are_found(project, journal):
    database = project._store.database
    database.run("PRAGMA foreign_keys = OFF")
    database.run("DELETE FROM device")
    with pytest.raises(JournalError, match="unknown device"):
        journal.verify_chain()


def test_the_tables_come_back_from_the_journal_alone(project, journal):
    store = project._store
    before = store.tables()
    database = store.database
    database.run("UPDATE span SET start = 0, label = 'rusak'")
    database.run("DELETE FROM document_label")
    database.run("UPDATE annotation_set SET status = 'done', span_count = 77")
    database.run("UPDATE annotator SET name = 'rusak'")
    assert store.tables() != before
    store.rebuild()
    assert store.tables() == before == fold(journal.entries())
    rows = database.all("SELECT span_count FROM annotation_set")
    assert rows == [(1,)]


def test_an_unknown_device_has_no_head(journal):
    with pytest.raises(JournalError):
        journal.head("tidak-ada")


def test_a_page_of_entries_is_followed_by_the_next(project, journal, monkeypatch):
    whole = list(journal.entries())
    monkeypatch.setattr("annotator.store.journal._PAGE", 2)
    assert list(journal.entries()) == whole
    assert journal.verify_chain() == 5
