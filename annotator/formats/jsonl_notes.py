"""The notes of a document in our own format (docs/formats/jsonl.md, "Keys of a note")."""

from collections.abc import Mapping
from typing import Any

from annotator.formats import strict_json
from annotator.formats.base import Bundle
from annotator.model.document import Document
from annotator.model.ids import AnnotatorId
from annotator.model.note import Note, NoteContent, NoteId
from annotator.model.project import Annotator

_KEYS = frozenset(
    {"at", "author", "closed_by", "end", "for_lead", "id", "open", "quote", "reply_to", "span"}
    | {"start", "text"}
)
_NOBODY = AnnotatorId("")


def note_values(note: Note, bundle: Bundle) -> dict[str, Any]:
    """Return a note as it is written; what does not concern it is left out."""
    content = note.content
    values: dict[str, Any] = {
        "at": note.at,
        "author": _person_values(bundle.annotators[note.author]),
        "for_lead": content.for_lead,
        "id": note.id,
        "open": note.is_open,
        "text": content.text,
    }
    if note.closed_by:
        values["closed_by"] = _person_values(bundle.annotators[note.closed_by])
    if content.place is not None:
        start, end = content.place
        values |= {"start": start, "end": end, "quote": bundle.document.text[start:end]}
    if content.span:
        values["span"] = content.span
    if content.thread:
        values["reply_to"] = content.thread
    return values


def read_notes(
    values: Mapping[str, Any], document: Document
) -> tuple[tuple[Note, ...], dict[AnnotatorId, Annotator]]:
    """Return the notes of a line, and who wrote and closed them. Raises Malformed."""
    notes: dict[NoteId, Note] = {}
    authors: dict[AnnotatorId, Annotator] = {}
    for entry in strict_json.objects_of(values, "notes"):
        strict_json.only_keys(entry, _KEYS)
        author = _person(entry, "author")
        key = NoteId(strict_json.id_of(entry))
        if key in notes:
            raise strict_json.Malformed(f"the note {key} stands twice")
        content = NoteContent(
            text=strict_json.text_of(entry, "text"),
            place=_place(entry, key, document.text),
            span=strict_json.text_of(entry, "span", ""),
            thread=strict_json.text_of(entry, "reply_to", ""),
            for_lead=_yes_or_no(entry, "for_lead", usual=False),
        )
        authors[author.id] = author
        at = strict_json.text_of(entry, "at", "")
        is_open = _yes_or_no(entry, "open", usual=True)
        closed_by = _NOBODY
        if "closed_by" in entry:
            if is_open:
                raise strict_json.Malformed(f"note {key} is open and has 'closed_by'")
            closer = _person(entry, "closed_by")
            authors[closer.id], closed_by = closer, closer.id
        notes[key] = Note(key, document.id, author.id, at, content, is_open, closed_by)
    return tuple(notes.values()), authors


def _person(entry: Mapping[str, Any], key: str) -> Annotator:
    who = strict_json.object_of(entry, key)
    strict_json.only_keys(who, frozenset({"id", "name"}))
    return Annotator(AnnotatorId(strict_json.id_of(who)), strict_json.text_of(who, "name"))


def _person_values(who: Annotator) -> dict[str, str]:
    return {"id": who.id, "name": who.name}


def _place(entry: Mapping[str, Any], key: str, text: str) -> tuple[int, int] | None:
    if "start" not in entry and "end" not in entry:
        return None
    start, end = entry.get("start"), entry.get("end")
    if type(start) is not int or type(end) is not int or not 0 <= start < end <= len(text):
        raise strict_json.Malformed(f"note {key}: [{start}, {end}) is not inside the text")
    if entry.get("quote", text[start:end]) != text[start:end]:
        raise strict_json.Malformed(f"note {key}: the quote is not what stands at [{start}, {end})")
    return start, end


def _yes_or_no(entry: Mapping[str, Any], key: str, *, usual: bool) -> bool:
    value = entry.get(key, usual)
    if not isinstance(value, bool):
        raise strict_json.Malformed(f"{key!r} must be true or false")
    return value
