"""The journal act by act, as a history shows it: heads first, contents when they are looked at."""

from typing import Final, NamedTuple

from annotator.model.edit import Origin
from annotator.model.ids import ActId, AnnotatorId, DocumentId
from annotator.model.journal import Entry
from annotator.store.database import Database
from annotator.store.fold import Order

_HEADS: Final = """
SELECT act_id, annotator_id, origin, of_act, min(lam), max(lam), count(*) FROM journal
WHERE document_id = ? AND kind = 'annotate' AND {where}
GROUP BY annotator_id, act_id ORDER BY {order}"""

_ENTRIES: Final = """
SELECT line FROM journal WHERE document_id = ? AND annotator_id = ? AND kind = 'annotate'
AND origin {} 'import' AND lam BETWEEN ? AND ? AND act_id = ?
ORDER BY lam, device_id, seq LIMIT ?"""


class ActHead(NamedTuple):
    """An act of one annotator on one document, without its contents.

    `of` is the act that it takes back or does again, `first` and `last` are the Lamport numbers of
    its entries, of which there are `entries`.
    """

    id: ActId
    annotator: AnnotatorId
    origin: Origin
    of: ActId
    first: int
    last: int
    entries: int


class Counts(NamedTuple):
    """How many spans an act made, removed, and changed otherwise."""

    made: int
    removed: int
    changed: int


class Acts:
    """Reads the acts of a document; nothing here writes."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(
        self, document: DocumentId, annotator: AnnotatorId | None, after: int = 0
    ) -> list[ActHead]:
        """Return the acts of an annotator in their order, or of everybody as they came in here.

        With `after` only those with an entry of a greater Lamport number. An act that went on
        after that is given with its later entries only.
        """
        if annotator is None:
            rows = self._database.all(
                _HEADS.format(where="1", order="max(entry_no)"),
                (document,),
            )
        elif after:
            rows = self._database.all(
                _HEADS.format(
                    # imports come with the whole list being read again; so the index of acts serves
                    where="annotator_id = ? AND origin <> 'import' AND lam > ?",
                    order="max(lam)",
                ),
                (document, annotator, after),
            )
        else:
            rows = self._database.all(
                _HEADS.format(where="annotator_id = ?", order="max(lam)"), (document, annotator)
            )
        return [
            ActHead(ActId(act), AnnotatorId(who), Origin(origin), ActId(of), *numbers)
            for act, who, origin, of, *numbers in rows
        ]

    def entries(self, document: DocumentId, head: ActHead, limit: int = -1) -> list[Entry]:
        """Return the entries of an act in fold order, at most `limit`."""
        rows = self._database.all(
            _ENTRIES.format("=" if head.origin is Origin.IMPORT else "<>"),
            (document, head.annotator, head.first, head.last, head.id, limit),
        )
        return [Entry.from_line(line) for (line,) in rows]

    def counts(self, document: DocumentId, head: ActHead) -> Counts:
        """Return how many spans an act made, removed and changed, without reading it."""
        rows = self._database.all(
            "SELECT op, known, count(*) FROM (SELECT op, EXISTS (SELECT 1 FROM journal e"
            " WHERE e.document_id = j.document_id AND e.annotator_id = j.annotator_id"
            " AND e.target_id = j.target_id AND e.lam < ?) AS known FROM journal j"
            " WHERE document_id = ? AND annotator_id = ? AND kind = 'annotate' AND act_id = ?"
            " AND lam BETWEEN ? AND ?) GROUP BY op, known",
            (head.first, document, head.annotator, head.id, head.first, head.last),
        )
        found = {(op, bool(known)): count for op, known, count in rows}
        removed = sum(count for (op, _known), count in found.items() if op == "span.drop")
        return Counts(found.get(("span.put", False), 0), removed, found.get(("span.put", True), 0))

    def before(self, document: DocumentId, annotator: AnnotatorId, order: Order) -> list[Entry]:
        """Return all entries of an annotation set before `order`."""
        rows = self._database.all(
            "SELECT line FROM journal WHERE document_id = ? AND annotator_id = ?"
            " AND kind = 'annotate' AND (lam, device_id, seq) < (?, ?, ?)"
            " ORDER BY lam, device_id, seq",
            (document, annotator, *order),
        )
        return [Entry.from_line(line) for (line,) in rows]

    def latest_put(
        self, document: DocumentId, annotator: AnnotatorId, target: str, upto: int
    ) -> Entry | None:
        """Return the last entry up to a Lamport number that says how a thing stood, or None."""
        line = self._database.value(
            "SELECT line FROM journal WHERE document_id = ? AND annotator_id = ? AND target_id = ?"
            " AND kind = 'annotate' AND lam <= ? AND op LIKE '%.put'"
            " ORDER BY lam DESC, device_id DESC, seq DESC LIMIT 1",
            (document, annotator, target, upto),
        )
        return None if line is None else Entry.from_line(line)

    def touching(
        self, document: DocumentId, annotator: AnnotatorId, target: str, after: int
    ) -> Entry | None:
        """Return the last entry about a thing after a Lamport number, or None."""
        line = self._database.value(
            "SELECT line FROM journal WHERE document_id = ? AND annotator_id = ? AND target_id = ?"
            " AND kind = 'annotate' AND lam > ?"
            " ORDER BY lam DESC, device_id DESC, seq DESC LIMIT 1",
            (document, annotator, target, after),
        )
        return None if line is None else Entry.from_line(line)
