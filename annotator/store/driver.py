"""The one SQLite library of the program.

Two libraries in one process that open one file undo each other's locks, and their error classes
differ: so everything takes the one that `sqlite_utils` takes, pysqlite3 where it is installed.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite3 import dbapi2
else:
    try:
        from pysqlite3 import dbapi2
    except ImportError:
        from sqlite3 import dbapi2

__all__ = ["dbapi2"]
