"""What people say to each other about an article or some of its words, and how it is recorded.

Notes are talk about the work, not part of it: undo never touches them. A line of the journal
keeps the place a note is about as positions, never the words that stand there.
"""

from collections.abc import Mapping
from typing import Any, Final, NewType

from annotator.model.ids import AnnotatorId, DocumentId
from annotator.records import Record

NoteId = NewType("NoteId", str)

NOTE: Final = "note"
"""Kind of the journal entries about notes; their Lamport number counts within the document."""
NOTE_PUT: Final = "note.put"
"""Operation that writes a note or its new words; body as `put_note` makes it."""
NOTE_DROP: Final = "note.drop"
NOTE_CLOSE: Final = "note.close"
"""Operation that closes a thread; who writes it closed it, but for a body with `"un": true`: the
thread came out of a file that does not say."""
NOTE_REOPEN: Final = "note.reopen"


class NoteContent(Record):
    """What the author of a note says.

    `place` is [start, end) in code points, None for a note on the whole article; `span` the id of
    the span it was put on, "" for none: the place stays when the span goes. `thread` is the id of
    the note that a reply answers, "" for the first note of a thread.
    """

    text: str
    place: tuple[int, int] | None = None
    span: str = ""
    thread: str = ""
    for_lead: bool = False


class Note(Record):
    """A note as it stands. `at` is when it was first written, ISO 8601 in UTC.

    A thread is open or closed as a whole; of a reply `is_open` says nothing. `closed_by` is who
    closed it, "" while it is open or where nobody knows.
    """

    id: NoteId
    document: DocumentId
    author: AnnotatorId
    at: str
    content: NoteContent
    is_open: bool = True
    closed_by: AnnotatorId = AnnotatorId("")


def close_note(note: NoteId, *, by_unknown: bool = False) -> tuple[str, dict[str, Any]]:
    """Return operation and body that close a thread."""
    return NOTE_CLOSE, {"id": note, "un": True} if by_unknown else {"id": note}


def put_note(note: NoteId, content: NoteContent, at: str = "") -> tuple[str, dict[str, Any]]:
    """Return operation and body that record what a note says.

    `at` is given where the note is older than the entry: it came out of a file.
    """
    body: dict[str, Any] = {"id": note, "x": content.text}
    if content.place is not None:
        body["s"], body["e"] = content.place
    more = {"sp": content.span, "to": content.thread, "at": at}
    body |= {key: value for key, value in more.items() if value}
    if content.for_lead:
        body["ld"] = True
    return NOTE_PUT, body


def content_of(body: Mapping[str, Any]) -> NoteContent | None:
    """Return what a `note.put` says; None for a body that a newer program must have made."""
    text, span, thread = body.get("x"), body.get("sp", ""), body.get("to", "")
    if not all(isinstance(value, str) for value in (text, span, thread)):
        return None
    place = None
    if "s" in body or "e" in body:
        start, end = body.get("s"), body.get("e")
        if type(start) is not int or type(end) is not int or not 0 <= start < end:
            return None
        place = (start, end)
    return NoteContent(str(text), place, span, thread, body.get("ld") is True)
