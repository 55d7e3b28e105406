"""One connection to a project file; the border where SQLite's errors become ours."""

import os
import sys
from collections.abc import Callable, Generator, Iterable, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote_from_bytes

from annotator.errors import NotAProject, ProjectReadOnly, StoreError, StoreUnavailable
from annotator.store.driver import dbapi2

APPLICATION_ID: Final = 0x414E4F54  # "ANOT"
PAGE_SIZE: Final = 8192
BUSY_SECONDS: Final = 5.0

Row = tuple[Any, ...]
Parameters = Sequence[object]


class Database:
    """A connection of one thread. Every statement commits by itself outside `transaction`.

    All methods raise StoreUnavailable when the file cannot be read or written (locked, full,
    damaged, gone) and StoreError when a rule of the tables refuses a value.
    """

    def __init__(
        self, connection: dbapi2.Connection, path: Path, *, read_only: bool, holder: str = ""
    ) -> None:
        self.path = path
        self.file = path  # another one where an old project is read from an up-to-date copy
        self.read_only = read_only
        self.holder = holder
        self.rollbacks = 0  # whoever keeps copies of rows compares this to know they still stand
        self._connection = connection
        self._depth = 0

    def run(self, sql: str, parameters: Parameters = ()) -> int:
        """Execute a statement without rows; return how many rows it touched."""
        try:
            return self._connection.execute(sql, parameters).rowcount
        except dbapi2.DatabaseError as error:
            raise translated(error, self.path) from error

    def run_many(self, sql: str, parameters: Iterable[Parameters]) -> None:
        """Execute a statement once per item of `parameters`."""
        try:
            self._connection.executemany(sql, parameters)
        except dbapi2.DatabaseError as error:
            raise translated(error, self.path) from error

    def all(self, sql: str, parameters: Parameters = ()) -> list[Row]:
        """Return all rows."""
        try:
            return self._connection.execute(sql, parameters).fetchall()
        except dbapi2.DatabaseError as error:
            raise translated(error, self.path) from error

    def one(self, sql: str, parameters: Parameters = ()) -> Row | None:
        """Return the first row, or None."""
        try:
            cursor = self._connection.execute(sql, parameters)
            row: Row | None = cursor.fetchone()
            cursor.close()  # an open one keeps its snapshot: the log could not be folded back
        except dbapi2.DatabaseError as error:
            raise translated(error, self.path) from error
        return row

    def value(self, sql: str, parameters: Parameters = ()) -> Any:
        """Return the first column of the first row, or None."""
        row = self.one(sql, parameters)
        return None if row is None else row[0]

    def hand_over(self, work: Callable[[dbapi2.Connection], None]) -> None:
        """Let a library such as sqlite-utils work on the connection itself."""
        try:
            work(self._connection)
        except dbapi2.DatabaseError as error:
            raise translated(error, self.path) from error

    def check_writable(self) -> None:
        """Raise ProjectReadOnly where nothing can be written."""
        if self.read_only:
            raise ProjectReadOnly(self.path, self.holder)

    @contextmanager
    def transaction(self) -> Generator[None]:
        """Keep everything inside or nothing. It is durable when the outermost block has ended.

        Blocks may be nested. Raises ProjectReadOnly.
        """
        self.check_writable()
        nested = self._depth > 0
        begin, commit, rollback = (
            (f"SAVEPOINT s{self._depth}", f"RELEASE s{self._depth}", f"ROLLBACK TO s{self._depth}")
            if nested
            else ("BEGIN IMMEDIATE", "COMMIT", "ROLLBACK")
        )
        self.run(begin)
        self._depth += 1
        try:
            yield
            self.run(commit)
        except BaseException:
            self.rollbacks += 1
            if self._connection.in_transaction:  # SQLite takes back by itself when the disk is full
                self.run(rollback)
                if nested:
                    self.run(commit)
            raise
        finally:
            self._depth -= 1

    @contextmanager
    def snapshot(self) -> Generator[None]:
        """Let several reads see one state, whatever other connections write meanwhile."""
        if self._connection.in_transaction:
            yield
            return
        self.run("BEGIN")
        try:
            yield
        finally:
            self.run("ROLLBACK")

    def fold_log_back(self) -> None:
        """Move the write-ahead log into the file after bulk work; harmless when others read."""
        self.one("PRAGMA wal_checkpoint(TRUNCATE)")

    def close(self) -> None:
        """Close the connection; may be called twice."""
        self._connection.close()


def connect(path: Path, *, write: bool) -> Database:
    """Open a project file that exists, and check that it is one before anything else.

    The file is only ever opened by SQLite: a plain `open()` in this process would drop the locks
    SQLite holds on it when closed. Raises StoreUnavailable, NotAProject.
    """
    try:
        return _checked(path, "mode=rw" if write else "mode=ro", read_only=not write)
    except StoreUnavailable:
        # A reader needs the files of the write-ahead log, and cannot make them in a folder that
        # is write-protected. Where there is no log, all is in the file itself.
        if write or Path(f"{path}-wal").exists():
            raise
        return _checked(path, "mode=ro&immutable=1", read_only=True)


def _checked(path: Path, options: str, *, read_only: bool) -> Database:
    connection = _open(path, options)
    try:
        (found,) = connection.execute("PRAGMA application_id").fetchone()
    except dbapi2.DatabaseError as error:
        connection.close()
        raise translated(error, path) from error
    if found != APPLICATION_ID:
        connection.close()
        raise NotAProject(path)
    return Database(connection, path, read_only=read_only)


def configure(database: Database) -> None:
    """Set what holds for one connection; to be called before the project's tables are read."""
    for pragma in ("trusted_schema = OFF", "cell_size_check = ON", "mmap_size = 0"):
        database.run(f"PRAGMA {pragma}")
    if database.read_only:
        database.run("PRAGMA query_only = ON")
        return
    database.run("PRAGMA foreign_keys = ON")
    database.one("PRAGMA journal_mode = WAL")
    database.run("PRAGMA synchronous = FULL")
    if sys.platform == "darwin":
        database.run("PRAGMA fullfsync = ON")


def create(path: Path) -> Database:
    """Make an empty database at `path`, which must be free, ready for its first table."""
    connection = _open(path, "mode=rwc")
    database = Database(connection, path, read_only=False)
    database.run(f"PRAGMA page_size = {PAGE_SIZE:d}")  # has no effect after the first table
    database.run(f"PRAGMA application_id = {APPLICATION_ID:d}")
    database.run("PRAGMA foreign_keys = ON")
    database.run("PRAGMA trusted_schema = OFF")
    database.run("PRAGMA synchronous = FULL")
    return database


def _open(path: Path, options: str) -> dbapi2.Connection:
    try:
        connection = dbapi2.connect(
            f"{_address(path)}?{options}", uri=True, timeout=BUSY_SECONDS, isolation_level=None
        )
    except dbapi2.DatabaseError as error:
        raise translated(error, path) from error
    return connection


def _address(path: Path) -> str:
    name = path.absolute().as_posix()
    if not name.startswith("/"):
        name = "/" + name  # C:/ on Windows
    return "file://" + quote_from_bytes(os.fsencode(name))


def translated(error: dbapi2.DatabaseError, path: Path) -> Exception:
    """Return our exception for one of SQLite's; misuse of the library stays what it is: a bug."""
    if isinstance(error, dbapi2.ProgrammingError | dbapi2.InterfaceError):
        return error
    name = getattr(error, "sqlite_errorname", "")
    if name.startswith("SQLITE_NOTADB"):
        return NotAProject(path)
    if isinstance(error, dbapi2.IntegrityError):
        return StoreError(f"{path}: {error}")
    if name == "SQLITE_ERROR":  # an unknown column or table: not made by this version
        return StoreError(f"{path}: {error}")
    return StoreUnavailable(path, f"{error} ({name})" if name else str(error))
