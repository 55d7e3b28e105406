"""Fingerprints of articles, and which of them are reprints of each other."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from annotator.model.ids import DocumentId
from annotator.store.database import Database
from annotator.store.meta import Meta

_REACH: Final = "fingerprints"
"""Key in `meta`: "<form>:<position>", the last article that was compared with the others."""
_PAGE: Final = 20_000
_PENDING: Final = """
SELECT d.position, text FROM document d JOIN document_text USING (position)
WHERE d.position > ? ORDER BY d.position LIMIT ?"""
_MEMBERS: Final = """
SELECT d.position, d.document_id, d.title, d.date, d.source, t.twin_group
FROM twin t JOIN document d USING (position)
WHERE t.twin_group = (
    SELECT twin_group FROM twin JOIN document USING (position) WHERE document_id = ?
) ORDER BY t.position <> (SELECT position FROM document WHERE document_id = ?), t.position
LIMIT ?"""

_SIZE: Final = """
SELECT count(*) FROM twin WHERE twin_group = (
    SELECT twin_group FROM twin JOIN document USING (position) WHERE document_id = ?
)"""


class Member(NamedTuple):
    """An article of a group; `group` is the position of the group's first article."""

    position: int
    document: DocumentId
    title: str
    date: str
    source: str
    group: int


class Twins:
    """What is known of reprints. Positions are those of `document`, in order of import."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._meta = Meta(database)

    def is_of_form(self, form: str) -> bool:
        """Tell whether fingerprints are made in this way."""
        return (self._meta.get(_REACH) or "").partition(":")[0] == form

    def reach(self, form: str) -> int:
        """Return up to which article all were compared, 0 where none are of this form."""
        known, _, position = (self._meta.get(_REACH) or "").partition(":")
        return int(position) if known == form and position.isdigit() else 0

    def last(self) -> int:
        """Return the position of the last article, 0 without any."""
        return int(self._database.value("SELECT max(position) FROM document") or 0)

    def last_fingerprint(self) -> int:
        """Return the position of the last article with a fingerprint, 0 without any."""
        return int(self._database.value("SELECT max(position) FROM fingerprint") or 0)

    def texts_after(self, position: int, most: int) -> list[tuple[int, str]]:
        """Return position and text of the next articles."""
        return [(row[0], row[1]) for row in self._database.all(_PENDING, (position, most))]

    def text_at(self, position: int) -> str:
        """Return the text of an article."""
        return str(
            self._database.value("SELECT text FROM document_text WHERE position = ?", (position,))
        )

    def keep(self, made: Sequence[tuple[int, bytes]]) -> None:
        """Store fingerprints, in one transaction."""
        with self._database.transaction():
            self._database.run_many(
                "INSERT OR REPLACE INTO fingerprint (position, bands) VALUES (?, ?)", made
            )

    def pages(self) -> Iterator[list[tuple[int, bytes]]]:
        """Hand out all fingerprints with their positions, rising, some thousands at a time."""
        position = 0
        while rows := self._database.all(
            "SELECT position, bands FROM fingerprint WHERE position > ? ORDER BY position LIMIT ?",
            (position, _PAGE),
        ):
            yield [(row[0], row[1]) for row in rows]
            position = rows[-1][0]

    def count(self) -> int:
        """Return how many articles have a fingerprint."""
        return int(self._database.value("SELECT count(*) FROM fingerprint") or 0)

    def groups(self) -> dict[int, int]:
        """Return the group of each article that has reprints, by position."""
        rows = self._database.all("SELECT position, twin_group FROM twin")
        return {row[0]: row[1] for row in rows}

    def settle(self, changed: Mapping[int, int], form: str, reach: int) -> None:
        """Store the groups of articles whose group is new, and up to where all were compared."""
        with self._database.transaction():
            self._database.run_many(
                "INSERT INTO twin (position, twin_group) VALUES (?, ?)"
                " ON CONFLICT (position) DO UPDATE SET twin_group = excluded.twin_group",
                list(changed.items()),
            )
            self._meta.set(_REACH, f"{form}:{reach}")

    def forget(self, form: str) -> None:
        """Throw all fingerprints and groups away: they are made anew, in this way."""
        with self._database.transaction():
            self._database.run("DELETE FROM twin")
            self._database.run("DELETE FROM fingerprint")
            self._meta.set(_REACH, f"{form}:0")

    def members(self, document: DocumentId, most: int) -> list[Member]:
        """Return articles of a document's group, itself first; none without a group."""
        return [
            Member(row[0], DocumentId(row[1]), *row[2:])
            for row in self._database.all(_MEMBERS, (document, document, most))
        ]

    def size_of(self, document: DocumentId) -> int:
        """Return how many articles a document's group has, 0 without a group."""
        return int(self._database.value(_SIZE, (document,)) or 0)
