"""A project as the first version of the program made it."""

from pathlib import Path

from annotator.store import database as databases
from annotator.store import migrations


def made_old(path: Path) -> Path:
    """Return a copy of a closed project whose tables are those of the first version."""
    old = path.with_name("lama.annotator")
    database = databases.create(old)
    for statement in (*migrations._TABLES, *migrations.TRIGGERS.values()):
        database.run(statement)
    database.run(
        "CREATE TABLE _sqlite_migrations (migration_set TEXT, name TEXT, applied_at TEXT,"
        " PRIMARY KEY (migration_set, name))"
    )
    database.run("INSERT INTO _sqlite_migrations VALUES ('annotator', 'first_tables', '')")
    database.run("ATTACH ? AS new", (str(path),))
    tables = "meta annotator device journal scheme document document_text annotation_set span"
    for table in [*tables.split(), "relation", "document_label"]:
        rows = database.all("SELECT name FROM pragma_table_info(?, 'main')", (table,))
        names = ", ".join(f'"{name}"' for (name,) in rows)
        database.run(f"INSERT INTO main.{table} ({names}) SELECT {names} FROM new.{table}")
    database.run("PRAGMA user_version = 1")
    database.close()
    return old
