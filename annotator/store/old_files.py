"""Old projects that may only be read: they are read from a copy that is brought up to date."""

import contextlib
from pathlib import Path

from annotator.store import database as databases
from annotator.store import migrations
from annotator.store.database import Database
from annotator.store.driver import dbapi2


def read_copy(database: Database) -> Database:
    """Copy the project of an open connection, close that, and return one to the copy.

    The copy has today's tables; the project itself stays as it is. It calls itself by the
    project's own path. Raises StoreUnavailable where no copy can be made.
    """
    import shutil
    import tempfile

    copy = Path(tempfile.mkdtemp(prefix="annotator-")) / database.path.name
    try:
        database.hand_over(lambda connection: _copy(connection, copy))
        writable = databases.connect(copy, write=True)
        try:
            migrations.bring_up_to_date(writable)
        finally:
            writable.close()
        made = databases.connect(copy, write=False)
        databases.configure(made)
    except BaseException:
        shutil.rmtree(copy.parent, ignore_errors=True)
        raise
    database.close()
    made.path, made.holder = database.path, database.holder
    return made


def drop_copy(database: Database) -> None:
    """Remove the copy a closed connection has read, if it read one."""
    if database.file != database.path:
        import shutil

        with contextlib.suppress(OSError):
            shutil.rmtree(database.file.parent)


def _copy(connection: dbapi2.Connection, target: Path) -> None:
    with contextlib.closing(dbapi2.connect(str(target))) as other:
        connection.backup(other)
