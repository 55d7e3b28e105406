"""Notes: what people say to each other about an article or some of its words."""

from collections.abc import Iterable
from enum import StrEnum
from typing import Any

from annotator.errors import NoAnnotator, NoteRefused
from annotator.model.edit import Origin
from annotator.model.ids import ActId, AnnotatorId, DocumentId, new_id
from annotator.model.note import (
    NOTE,
    NOTE_DROP,
    NOTE_REOPEN,
    Note,
    NoteContent,
    NoteId,
    close_note,
    put_note,
)
from annotator.services.current import Current
from annotator.store.fold import FoldedNote
from annotator.store.notes import Notes
from annotator.store.store import Store

Draft = tuple[str, dict[str, Any]]


class NoteReason(StrEnum):
    """Why a note was not stored."""

    EMPTY = "empty"
    GONE = "gone"
    OUTSIDE_TEXT = "outside_text"
    NOT_AUTHOR = "not_author"
    HAS_REPLIES = "has_replies"


class NoteService:
    """The notes of a project: everybody sees all of them, only the author changes the words.

    Notes are not part of the annotations, and undo never touches them. Every method that writes is
    durable on return and raises NoteRefused, NoAnnotator, JournalError for words that cannot be
    recorded, ProjectReadOnly, StoreUnavailable.
    """

    def __init__(self, store: Store, current: Current) -> None:
        self._store = store
        self._notes = Notes(store.database)
        self._current = current

    def of(self, document: DocumentId) -> tuple[Note, ...]:
        """Return the notes of a document, oldest first."""
        return self._notes.of(document)

    def add(self, document: DocumentId, content: NoteContent) -> NoteId:
        """Write a note, or a reply where `content.thread` names the note it answers.

        A reply to a reply goes to the first note of the thread, and has no place of its own.
        """
        self._check(document, content)
        note = NoteId(new_id())
        if content.thread:
            first = self._standing(document, NoteId(content.thread))
            thread = first.thread or content.thread
            content = NoteContent(content.text, thread=thread)
        self._record(document, note, [put_note(note, content)])
        return note

    def rewrite(self, document: DocumentId, note: NoteId, text: str, *, for_lead: bool) -> None:
        """Change one's own note: its words, and whether it is for the lead."""
        before = self._own(document, note)
        content = NoteContent(text, before.place, before.span, before.thread, for_lead)
        self._check(document, content)
        if content != before:
            self._record(document, note, [put_note(note, content)])

    def remove(self, document: DocumentId, note: NoteId) -> None:
        """Remove one's own note; one that was answered can only be closed."""
        self._own(document, note)
        if any(one.content.thread == note for one in self.of(document)):
            raise NoteRefused(NoteReason.HAS_REPLIES)
        self._record(document, note, [(NOTE_DROP, {"id": note})])

    def set_open(self, document: DocumentId, note: NoteId, *, is_open: bool) -> None:
        """Close a thread or open it again, whoever began it; `note` is any of its notes."""
        note = NoteId(self._standing(document, note).thread or note)
        folded = self._notes.get(document, note)
        if folded is not None and folded.is_open is not is_open:
            draft = (NOTE_REOPEN, {"id": note}) if is_open else close_note(note)
            self._record(document, note, [draft])

    def take(self, note: Note) -> bool:
        """Store a note that came out of a file, in the name of its author; False where it is there.

        It is closed in the name of who closed it, where the file says so. A note that is there
        stays as it is; who closed it is no difference, nor is a time the file does not tell.
        Raises NoteRefused GONE where the project holds another note under this id, or removed it.
        """
        folded = self._notes.get(note.document, note.id)
        if folded is not None:
            at = folded.at if note.at else ""  # where the file has none, it was given one here
            there = (folded.author, at, folded.content, folded.is_open)
            if there != (note.author, note.at, note.content, note.is_open):
                raise NoteRefused(NoteReason.GONE)
            return False
        self._check(note.document, note.content)
        put = put_note(note.id, note.content, note.at)
        with self._store.database.transaction():
            self._record(note.document, note.id, [put], note.author, Origin.IMPORT)
            if not note.is_open:
                closed = close_note(note.id, by_unknown=not note.closed_by)
                who = note.closed_by or note.author
                self._record(note.document, note.id, [closed], who, Origin.IMPORT)
        return True

    def _check(self, document: DocumentId, content: NoteContent) -> None:
        if not content.text.strip():
            raise NoteRefused(NoteReason.EMPTY)
        if content.place is not None:
            start, end = content.place
            if not 0 <= start < end <= self._store.documents.length(document):
                raise NoteRefused(NoteReason.OUTSIDE_TEXT)

    def _standing(self, document: DocumentId, note: NoteId) -> NoteContent:
        folded = self._notes.get(document, note)
        if folded is None or folded.content is None:
            raise NoteRefused(NoteReason.GONE)
        return folded.content

    def _own(self, document: DocumentId, note: NoteId) -> NoteContent:
        content = self._standing(document, note)
        folded = self._notes.get(document, note)
        if folded is None or folded.author != self._current.annotator_id:
            raise NoteRefused(NoteReason.NOT_AUTHOR)
        return content

    def _record(
        self,
        document: DocumentId,
        note: NoteId,
        drafts: Iterable[Draft],
        annotator: AnnotatorId | None = None,
        origin: Origin = Origin.EDIT,
    ) -> None:
        who = annotator or self._current.annotator_id
        if not who:
            raise NoAnnotator
        store = self._store
        with store.database.transaction():
            entries = store.record(
                drafts,
                kind=NOTE,
                document=document,
                annotator=who,
                lamport=self._notes.last_lamport(document) + 1,
                act=ActId(new_id()),
                origin=origin,
                of=ActId(""),
                scheme_version=self._current.scheme_version,
            )
            folded = self._notes.get(document, note) or FoldedNote()
            for entry in entries:
                folded = folded.with_entry(entry)
            self._notes.write((document, note), folded)
