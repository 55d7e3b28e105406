"""Notes as a table: the folded state of the journals, which can always be rebuilt."""

from collections.abc import Mapping
from typing import Any, Final

from annotator.model.ids import AnnotatorId, DocumentId
from annotator.model.note import Note, NoteContent, NoteId
from annotator.store.database import Database, Row
from annotator.store.fold import FoldedNote, NoteKey, Order

_COLUMNS: Final = (
    "document_id, note_id, author, at, first_lam, first_device_id, first_seq, text, start,"
    ' "end", span_id, thread, for_lead, lam, device_id, seq, is_open, open_lam, open_device_id,'
    " open_seq"
)
_ALL: Final = f"SELECT {_COLUMNS} FROM note"  # noqa: S608 - a text of our own
_ONE: Final = f"{_ALL} WHERE document_id = ? AND note_id = ?"
_WRITE: Final = (
    f"INSERT OR REPLACE INTO note ({_COLUMNS})"  # noqa: S608 - a text of our own
    f" VALUES ({', '.join('?' * len(_COLUMNS.split(',')))})"
)
_CLOSED_BY: Final = """coalesce((
    SELECT annotator_id FROM journal
    WHERE journal.device_id = open_device_id AND journal.seq = open_seq
    AND NOT is_open AND line ->> '$.b.un' IS NULL
), '')"""
_SHOWN: Final = (
    f"SELECT {_COLUMNS}, {_CLOSED_BY} FROM note"  # noqa: S608 - a text of our own
    " WHERE document_id = ? AND text IS NOT NULL"
    " ORDER BY at, first_lam, first_device_id, first_seq"
)
_NOTHING: Final = NoteContent("")


class Notes:
    """The folded notes of a project."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, document: DocumentId) -> tuple[Note, ...]:
        """Return the notes of a document, oldest first; removed ones are left out."""
        notes = []
        for row in self._database.all(_SHOWN, (document,)):
            *stored, closed_by = row
            (_, key), folded = _folded(tuple(stored))
            assert folded.content is not None
            author, at, content = folded.author, folded.at, folded.content
            notes.append(
                Note(key, document, author, at, content, folded.is_open, AnnotatorId(closed_by))
            )
        return tuple(notes)

    def get(self, document: DocumentId, note: NoteId) -> FoldedNote | None:
        """Return a note with the entries it comes from, or None where nothing was ever said."""
        row = self._database.one(_ONE, (document, note))
        return None if row is None else _folded(row)[1]

    def last_lamport(self, document: DocumentId) -> int:
        """Return the highest Lamport number of the notes of a document, 0 without any."""
        found = self._database.value(
            "SELECT max(max(lam, open_lam)) FROM note WHERE document_id = ?", (document,)
        )
        return int(found or 0)

    def write(self, key: NoteKey, folded: FoldedNote) -> None:
        """Store a folded note. To be called in a transaction."""
        self._database.run(_WRITE, _row(key, folded))

    def replace(self, notes: Mapping[NoteKey, FoldedNote]) -> None:
        """Store these notes and no others. To be called in a transaction."""
        self._database.run("DELETE FROM note")
        self._database.run_many(_WRITE, [_row(*item) for item in notes.items()])

    def everything(self) -> dict[NoteKey, FoldedNote]:
        """Return all notes with their tombstones, as `fold` would."""
        return dict(_folded(row) for row in self._database.all(_ALL))


def _row(key: NoteKey, folded: FoldedNote) -> Row:
    content = folded.content or _NOTHING
    return (
        *key,
        folded.author,
        folded.at,
        *folded.first_order,
        None if folded.content is None else content.text,
        *(content.place or (None, None)),
        content.span,
        content.thread,
        content.for_lead,
        *folded.order,
        folded.is_open,
        *folded.open_order,
    )


def _folded(row: Row) -> tuple[NoteKey, FoldedNote]:
    document, note, author, at, *rest = row
    text, start, end, span, thread, for_lead = rest[3:9]
    place = None if start is None else (start, end)
    folded = FoldedNote(
        AnnotatorId(author),
        at,
        _order(rest[:3]),
        None if text is None else NoteContent(text, place, span, thread, bool(for_lead)),
        _order(rest[9:12]),
        bool(rest[12]),
        _order(rest[13:]),
    )
    return (DocumentId(document), NoteId(note)), folded


def _order(values: list[Any]) -> Order:
    lamport, device, seq = values
    return (lamport, device, seq)
