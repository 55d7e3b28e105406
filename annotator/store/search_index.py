"""The word index over all texts: SQLite's FTS5, made after the fact and thrown away at will.

It holds no text (`content=''`), only which word stands where in which document, by the document's
position. A line of `meta` says up to which position it reaches; both change in one transaction.
Nothing else in the project depends on it (docs/decisions/0011-search-index.md).
"""

from typing import Final

from annotator.errors import StoreError
from annotator.store.database import Database, Row
from annotator.store.meta import Meta
from annotator.text.text_query import Term, TextQuery

_TABLE: Final = "search_index"
_REACH: Final = "search_index"
"""Key in `meta`: "<form>:<position>"."""
_FORM: Final = "1"
"""Grows when the index is made in another way; an index of another form is thrown away."""
_EMOJI: Final = "".join(map(chr, (*range(0x1F3FB, 0x1F400), *range(0x1F900, 0x1FB00))))
"""Younger than FTS5's table of characters, which takes them for letters."""
_CREATE: Final = f"""CREATE VIRTUAL TABLE {_TABLE} USING fts5(
    title, text, content='',
    tokenize="unicode61 remove_diacritics 2 categories 'L* N*' separators '{_EMOJI}'"
)"""
_EXTEND: Final = f"""
INSERT INTO {_TABLE} (rowid, title, text)
SELECT position, title, text FROM document JOIN document_text USING (position)
WHERE position > ? AND position <= ? ORDER BY position"""  # noqa: S608
_MEND: Final = f"INSERT OR REPLACE INTO {_TABLE}_config (k, v) VALUES ('version', 4)"  # noqa: S608
_BEST_FIRST: Final = f"bm25({_TABLE}, 4.0, 1.0), rowid"
_FOUND: Final = f"SELECT rowid FROM {_TABLE} WHERE {_TABLE} MATCH ? ORDER BY "  # noqa: S608
_TEXTS: Final = """
SELECT position, document_id, title, text FROM document JOIN document_text USING (position)
WHERE position > ? ORDER BY position LIMIT ?"""
_SOME_TEXTS: Final = """
SELECT position, document_id, title, text
FROM document JOIN document_text USING (position) WHERE position = ?"""


class SearchIndex:
    """Finds documents by words. Positions are those of `document`, in order of import.

    Reading a damaged index raises StoreError or StoreUnavailable; `drop` it then.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._meta = Meta(database)

    def can_be_made(self) -> bool:
        """Tell whether this SQLite has FTS5 at all."""
        return bool(
            self._database.value("SELECT 1 FROM pragma_module_list WHERE name = 'fts5' LIMIT 1")
        )

    def reach(self) -> int:
        """Return the position of the last document that is in the index, 0 without one."""
        form, _, position = (self._meta.get(_REACH) or "").partition(":")
        return int(position) if form == _FORM and position.isdigit() else 0

    def last(self) -> int:
        """Return the position of the last document of the project, 0 without any."""
        return int(self._database.value("SELECT max(position) FROM document") or 0)

    def extend(self, most: int) -> int:
        """Take up to `most` more documents in, in one transaction; return how many are left."""
        with self._database.transaction():
            reach = self.reach()
            if not reach:
                self._make()
            last = self.last()
            upto = min(last, reach + most)
            self._database.run(_EXTEND, (reach, upto))
            self._meta.set(_REACH, f"{_FORM}:{upto}")
        return last - upto

    def drop(self) -> None:
        """Throw the index away."""
        with self._database.transaction():
            self._meta.remove(_REACH)
            self._drop_table()

    def _make(self) -> None:
        self._drop_table()
        self._database.run(_CREATE)

    def _drop_table(self) -> None:
        drop = f"DROP TABLE IF EXISTS {_TABLE}"
        try:
            self._database.run(drop)
        except StoreError:  # a table that has forgotten FTS5's version cannot even be dropped
            self._database.run(_MEND)
            self._database.run(drop)

    def find(self, query: TextQuery, *, best_first: bool) -> list[int]:
        """Return the positions of the documents in the index that match, best or oldest first."""
        if query.finds_nothing:
            return []
        order = _BEST_FIRST if best_first else "rowid"
        rows = self._database.all(_FOUND + order, (_expression(query),))
        return [position for (position,) in rows]

    def texts_after(self, position: int, most: int) -> list[Row]:
        """Return (position, id, title, text) of the documents after a position."""
        return self._database.all(_TEXTS, (position, most))

    def text_at(self, position: int) -> Row | None:
        """Return (position, id, title, text) of one document."""
        return self._database.one(_SOME_TEXTS, (position,))


def _expression(query: TextQuery) -> str:
    """Return a query in FTS5's language. Words are letters and digits: nothing to escape."""
    wanted = " AND ".join(f"({' OR '.join(map(_term, choice))})" for choice in query.wanted)
    if not query.without:
        return wanted
    return f"({wanted}) NOT ({' OR '.join(map(_term, query.without))})"


def _term(term: Term) -> str:
    return f'"{" ".join(term.words)}"' + (" *" if term.is_prefix else "")
