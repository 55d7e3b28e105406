"""Active time as a table, and what was finished when: for one's own pace and progress."""

from collections.abc import Mapping
from typing import Final, NamedTuple

from annotator.model.ids import AnnotatorId, DocumentId
from annotator.store.database import Database
from annotator.store.fold import FoldedWork, SetKey

_FINISHED: Final = (
    "SELECT d.document_id, j.line ->> '$.at', d.length, s.span_count, coalesce(w.seconds, 0)"
    " FROM annotation_set s JOIN document d ON d.document_id = s.document_id"
    " JOIN journal j ON j.device_id = s.status_device_id AND j.seq = s.status_seq"
    " LEFT JOIN work w ON w.document_id = s.document_id AND w.annotator_id = s.annotator_id"
    " WHERE s.annotator_id = ? AND s.status = 'done'"
)


class Finished(NamedTuple):
    """A document that somebody set to done: when (ISO 8601, UTC), and how long it took him.

    `seconds` is 0 where no time was measured; `length` counts code points.
    """

    document: DocumentId
    at: str
    length: int
    span_count: int
    seconds: int


class WorkTimes:
    """The folded active times of a project."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, key: SetKey) -> FoldedWork:
        """Return the active time of an annotator on a document."""
        row = self._database.one(
            "SELECT seconds, lam FROM work WHERE document_id = ? AND annotator_id = ?", key
        )
        return FoldedWork() if row is None else FoldedWork(*row)

    def finished(
        self, annotator: AnnotatorId, document: DocumentId | None = None
    ) -> list[Finished]:
        """Return what an annotator set to done and what it took, in the order of import.

        With a document, that one alone.

        The moment is that of the last change of the status, by the clock of its device.
        """
        if document is None:
            rows = self._database.all(f"{_FINISHED} ORDER BY d.position", (annotator,))
        else:
            rows = self._database.all(f"{_FINISHED} AND s.document_id = ?", (annotator, document))
        return [Finished._make(row) for row in rows]

    def total(self, annotator: AnnotatorId) -> int:
        """Return an annotator's active seconds on all documents."""
        found = self._database.value(
            "SELECT sum(seconds) FROM work WHERE annotator_id = ?", (annotator,)
        )
        return int(found or 0)

    def write(self, key: SetKey, work: FoldedWork) -> None:
        """Store a folded time. To be called in a transaction."""
        self._database.run(
            "INSERT OR REPLACE INTO work (document_id, annotator_id, seconds, lam)"
            " VALUES (?, ?, ?, ?)",
            (*key, *work),
        )

    def replace(self, times: Mapping[SetKey, FoldedWork]) -> None:
        """Store these times and no others. To be called in a transaction."""
        self._database.run("DELETE FROM work")
        for key, work in times.items():
            self.write(key, work)

    def everything(self) -> dict[SetKey, FoldedWork]:
        """Return all times, as `fold` would."""
        rows = self._database.all("SELECT document_id, annotator_id, seconds, lam FROM work")
        return {(DocumentId(row[0]), AnnotatorId(row[1])): FoldedWork(*row[2:]) for row in rows}
