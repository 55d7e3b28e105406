import pytest

from annotator.errors import ProjectReadOnly, ProjectTooNew, StoreUnavailable
from annotator.services.projects import ReadOnly, open_project
from annotator.store import database as databases
from annotator.store import migrations
from tests.builders import make_project


def triggers(database):
    rows = database.all("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
    return dict(rows)


@pytest.fixture
def closed(tmp_path):
    with make_project(tmp_path) as project:
        return project.path


@pytest.fixture
def change(closed):
    def run(*statements):
        database = databases.connect(closed, write=True)
        for statement in statements:
            database.run(statement)
        database.close()

    return run


def test_all_migrations_leave_the_triggers_that_are_meant(tmp_path):
    database = databases.create(tmp_path / "baru.annotator")
    migrations.bring_up_to_date(database)
    assert triggers(database) == migrations.TRIGGERS
    names = {name for (name,) in database.all("SELECT name FROM _sqlite_migrations")}
    assert names == set(migrations.NAMES)
    database.close()


def test_the_steps_are_the_ones_listed():
    steps = migrations.migrations()
    assert tuple(step.name for step in steps._migrations) == migrations.NAMES


def test_migrating_twice_changes_nothing(closed):
    database = databases.connect(closed, write=True)
    before = database.all("SELECT type, name, sql FROM sqlite_master ORDER BY name")
    database.run("PRAGMA user_version = 0")
    migrations.bring_up_to_date(database)
    assert database.all("SELECT type, name, sql FROM sqlite_master ORDER BY name") == before
    assert database.value("PRAGMA user_version") == migrations.VERSION
    database.close()


def test_a_step_that_fails_takes_everything_back(tmp_path, monkeypatch):
    broken = migrations._run(*migrations._TABLES, "CREATE TABLE meta (twice)")
    monkeypatch.setitem(migrations._STEPS, "first_tables", broken)
    database = databases.create(tmp_path / "baru.annotator")
    with pytest.raises(databases.StoreError):
        migrations.bring_up_to_date(database)
    assert database.all("SELECT name FROM sqlite_master") == []
    assert database.value("PRAGMA user_version") == 0
    database.close()


def test_sqlite_utils_can_read_what_it_made(closed):
    database = databases.connect(closed, write=False)
    seen = {}
    import sqlite_utils

    def look(connection):
        db = sqlite_utils.Database(connection, recursive_triggers=False)
        seen.update({table.name: table.strict for table in db.tables})

    database.hand_over(look)
    assert seen["span"]
    assert seen["journal"]
    database.close()


def test_a_newer_file_is_opened_for_reading_by_number(change, closed):
    change(f"PRAGMA user_version = {migrations.VERSION + 1}")
    with open_project(closed) as project:
        assert project.read_only
        assert project.why_read_only is ReadOnly.TOO_NEW
        assert project.documents.count() == 1
        with pytest.raises(ProjectReadOnly):
            project.documents.add_text("Berita lain.", detect_language=False)
        with pytest.raises(ProjectReadOnly):
            project.choose_annotator("Orang Lain")


def test_a_newer_file_is_opened_for_reading_by_the_name_of_a_step(change, closed):
    change(
        "INSERT INTO _sqlite_migrations (migration_set, name, applied_at)"
        " VALUES ('annotator', 'from_the_future', '')"
    )
    with open_project(closed) as project:
        assert project.why_read_only is ReadOnly.TOO_NEW


def test_a_newer_file_does_not_keep_others_out(change, closed):
    change(f"PRAGMA user_version = {migrations.VERSION + 1}")
    with open_project(closed), open_project(closed) as second:
        assert second.why_read_only is ReadOnly.TOO_NEW


def test_a_newer_file_that_cannot_be_read_says_so(change, closed):
    change(
        "ALTER TABLE document RENAME TO article", f"PRAGMA user_version = {migrations.VERSION + 1}"
    )
    with pytest.raises(ProjectTooNew) as caught:
        open_project(closed)
    assert caught.value.version == migrations.VERSION + 1


def test_a_missing_file_is_not_made(tmp_path):
    with pytest.raises(StoreUnavailable):
        open_project(tmp_path / "tidak-ada.annotator")
    assert list(tmp_path.iterdir()) == []


def test_a_file_from_before_notes_gets_their_tables_and_the_sources_of_its_articles(change, closed):
    change(
        "DROP TABLE note",
        "DROP TABLE work",
        "ALTER TABLE document DROP COLUMN source",
        """UPDATE document SET metadata = '{"outlet": "Samudra Pos", "source": "a.txt"}'""",
        "DELETE FROM _sqlite_migrations WHERE name = 'notes_and_time'",
        "PRAGMA user_version = 1",
    )
    with open_project(closed) as project:
        (row,) = project.documents.summaries()
        assert (row.source, row.open_notes, row.lead_notes) == ("Samudra Pos", 0, 0)
        assert project.documents.first_look(1).rows == [row]
        project.work.add(row.id, 20)
        assert project.work.seconds(row.id) == 20
