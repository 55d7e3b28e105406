"""The journals of all devices as they are kept: lines, hashes, and columns to find them by."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from annotator.errors import JournalError
from annotator.model.edit import Origin
from annotator.model.ids import ActId, AnnotatorId, DeviceId, DocumentId
from annotator.model.journal import START, Entry, chain
from annotator.store.database import Database
from annotator.store.fold import Order

_PAGE: Final = 1000


class ActStep(NamedTuple):
    """A row of an annotation set's history: the act an entry belongs to, and what that undoes."""

    act: ActId
    origin: Origin
    of: ActId
    lamport: int


class Head(NamedTuple):
    """The last position of a device's journal and its hash."""

    position: int
    hash: bytes


class Journal:
    """Append-only: entries are added and read, never changed."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def head(self, device: DeviceId) -> Head:
        """Return the end of a device's journal. Raises JournalError for an unknown device."""
        row = self._database.one(
            "SELECT head_seq, head_hash FROM device WHERE device_id = ?", (device,)
        )
        if row is None:
            raise JournalError(f"no device {device}")
        return Head(*row)

    def append(self, device: DeviceId, head: Head, entries: Sequence[Entry]) -> None:
        """Add entries that continue a device's journal at `head`. To be called in a transaction.

        Raises JournalError when one may not be recorded.
        """
        rows = []
        digest = head.hash
        for entry in entries:
            line = entry.to_line()
            digest = chain(digest, line)
            rows.append(
                (
                    device,
                    entry.position,
                    entry.document,
                    entry.annotator,
                    entry.kind,
                    entry.op,
                    entry.target,
                    entry.lamport,
                    entry.act,
                    entry.origin.value,
                    entry.of,
                    digest,
                    line,
                )
            )
        self._database.run_many(
            "INSERT INTO journal (device_id, seq, document_id, annotator_id, kind, op, target_id,"
            " lam, act_id, origin, of_act, hash, line)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            rows,
        )
        self._database.run(
            "UPDATE device SET head_seq = ?, head_hash = ? WHERE device_id = ?",
            (head.position + len(entries), digest, device),
        )

    def last_lamport(self, document: DocumentId, annotator: AnnotatorId, kind: str) -> int:
        """Return the highest Lamport number of these entries, 0 when there are none."""
        found = self._database.value(
            "SELECT max(lam) FROM journal WHERE document_id = ? AND annotator_id = ? AND kind = ?",
            (document, annotator, kind),
        )
        return int(found or 0)

    def entries(self) -> Iterator[Entry]:
        """Return all entries in the order they arrived here, page by page."""
        last = 0
        while rows := self._database.all(
            "SELECT entry_no, line FROM journal WHERE entry_no > ? ORDER BY entry_no LIMIT ?",
            (last, _PAGE),
        ):
            for _number, line in rows:
                yield Entry.from_line(line)
            last = rows[-1][0]

    def steps(self, document: DocumentId, annotator: AnnotatorId) -> Iterator[ActStep]:
        """Return the history of an annotation set in fold order; no imports, notes or times."""
        for act, origin, of, lamport in self._database.all(
            "SELECT act_id, origin, of_act, lam FROM journal"
            " WHERE document_id = ? AND annotator_id = ? AND origin <> 'import'"
            " AND kind = 'annotate'"
            " ORDER BY lam, device_id, seq",
            (document, annotator),
        ):
            yield ActStep(ActId(act), Origin(origin), ActId(of), lamport)

    def of_act(
        self, document: DocumentId, annotator: AnnotatorId, act: ActId, lamports: tuple[int, int]
    ) -> list[Entry]:
        """Return the entries of an act in fold order; `lamports` are its first and last number."""
        rows = self._database.all(
            "SELECT line FROM journal WHERE document_id = ? AND annotator_id = ?"
            " AND origin <> 'import' AND kind = 'annotate' AND lam BETWEEN ? AND ? AND act_id = ?"
            " ORDER BY lam, device_id, seq",
            (document, annotator, *lamports, act),
        )
        return [Entry.from_line(line) for (line,) in rows]

    def latest_before(
        self, document: DocumentId, annotator: AnnotatorId, target: str, order: Order
    ) -> Entry | None:
        """Return the entry that said the last word about a target before `order`, or None.

        An empty `target` stands for the status of the document.
        """
        line = self._database.value(
            "SELECT line FROM journal WHERE document_id = ? AND annotator_id = ?"
            " AND target_id = ? AND (target_id <> '' OR op = 'status.put')"
            " AND (lam, device_id, seq) < (?, ?, ?)"
            " ORDER BY lam DESC, device_id DESC, seq DESC LIMIT 1",
            (document, annotator, target, *order),
        )
        return None if line is None else Entry.from_line(line)

    def latest(self, annotator: AnnotatorId, op: str, within: int) -> list[Entry]:
        """Return an annotator's edits with an operation, the last one first.

        Looks at the `within` entries that came in last, whoever made them.
        """
        rows = self._database.all(
            "SELECT line FROM (SELECT entry_no, annotator_id, op, origin, line FROM journal"
            " ORDER BY entry_no DESC LIMIT ?)"
            " WHERE annotator_id = ? AND op = ? AND origin = 'edit' ORDER BY entry_no DESC",
            (within, annotator, op),
        )
        return [Entry.from_line(line) for (line,) in rows]

    def verify_chain(self) -> int:
        """Check every journal from its first line to its head; return how many entries there are.

        Checks positions, hashes, heads, and that the columns say what the line says. Raises
        JournalError at the first thing that is wrong.
        """
        devices = self._database.all("SELECT device_id, head_seq, head_hash FROM device")
        total = sum(self._verify(device, Head(*head)) for device, *head in devices)
        if total != self._database.value("SELECT count(*) FROM journal"):
            raise JournalError("entries of an unknown device")
        return total

    def _verify(self, device: str, head: Head) -> int:
        position, digest = 0, START
        while rows := self._database.all(
            "SELECT seq, document_id, annotator_id, kind, op, target_id, lam, act_id, origin,"
            " of_act, hash, line FROM journal WHERE device_id = ? AND seq > ?"
            " ORDER BY seq LIMIT ?",
            (device, position, _PAGE),
        ):
            for seq, *columns, stored, line in rows:
                position += 1
                digest = chain(digest, line)
                if seq != position:
                    raise JournalError(f"{device}: entry {position} is missing")
                if stored != digest:
                    raise JournalError(f"{device}: entry {seq} was changed")
                if columns != _columns(Entry.from_line(line), device, seq):
                    raise JournalError(f"{device}: the columns of entry {seq} were changed")
        if head.position != position:
            raise JournalError(f"{device}: the journal ends at {position}, not {head.position}")
        if head.hash != digest:
            raise JournalError(f"{device}: the hash of the end was changed")
        return position


def _columns(entry: Entry, device: str, position: int) -> Iterable[object]:
    if (entry.device, entry.position) != (device, position):
        raise JournalError(f"{device}: entry {position} belongs elsewhere")
    return [
        entry.document,
        entry.annotator,
        entry.kind,
        entry.op,
        entry.target,
        entry.lamport,
        entry.act,
        str(entry.origin),
        entry.of,
    ]
