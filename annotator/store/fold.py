"""What a journal says now: the state that its entries leave behind, whatever order they come in.

Per target the entry with the greatest (lamport, device, position) wins; a removal leaves a
tombstone, so that an older entry which arrives later cannot bring the thing back. The same code
applies one edit to the tables, rebuilds all tables and checks them.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from annotator.errors import JournalError
from annotator.model.annotation import Annotation, Relation, Span
from annotator.model.ids import AnnotatorId, DocumentId
from annotator.model.journal import (
    ANNOTATE,
    ANNOTATOR_PUT,
    STATUS_PUT,
    Entry,
    annotation_of,
    reason_of,
)
from annotator.model.note import (
    NOTE,
    NOTE_CLOSE,
    NOTE_DROP,
    NOTE_PUT,
    NOTE_REOPEN,
    NoteContent,
    NoteId,
    content_of,
)
from annotator.model.project import Status
from annotator.model.work import TIME_ADD, WORK, seconds_of

Order = tuple[int, str, int]
Key = tuple[str, str]
SetKey = tuple[DocumentId, AnnotatorId]
NoteKey = tuple[DocumentId, NoteId]

NEVER: Final[Order] = (0, "", 0)
"""Before every entry."""
SPAN: Final = "span"
RELATION: Final = "relation"
LABEL: Final = "label"


class Record(NamedTuple):
    """The latest state of one annotation and the entry it comes from; None is a tombstone."""

    annotation: Annotation | None
    order: Order


@dataclass(slots=True)
class FoldedSet:
    """One annotator's work on one document, or the part of it that an edit touches.

    `records` are kept by (family, id); `lamport` is the highest one seen, `entries` how many
    entries there were, unknown operations included.
    """

    records: dict[Key, Record] = field(default_factory=dict)
    status: Status = Status.NEW
    status_reason: str = ""
    status_order: Order = NEVER
    lamport: int = 0
    entries: int = 0

    @property
    def span_count(self) -> int:
        """How many spans stand."""
        return sum(
            family == SPAN and record.annotation is not None
            for (family, _), record in self.records.items()
        )

    def absorb(self, entry: Entry) -> None:
        """Take one more entry of this annotation set."""
        self.lamport = max(self.lamport, entry.lamport)
        self.entries += 1
        if entry.op == STATUS_PUT:
            self._absorb_status(entry)
            return
        try:
            annotation = annotation_of(entry.op, entry.body, entry.scheme_version)
        except JournalError:
            return  # made by a newer program: kept in the journal, not shown
        key = (entry.op.partition(".")[0], entry.target)
        known = self.records.get(key)
        if known is None or entry.order > known.order:
            self.records[key] = Record(annotation, entry.order)

    def _absorb_status(self, entry: Entry) -> None:
        value = entry.body.get("v")
        if value in _STATUSES and entry.order > self.status_order:
            self.status = Status(value)
            self.status_reason = reason_of(entry.body)
            self.status_order = entry.order


class FoldedNote(NamedTuple):
    """A note and the entries it comes from: who wrote it first, what it says last, open or not.

    No `content` is a tombstone, or a note whose first entry has not arrived here yet.
    """

    author: AnnotatorId = AnnotatorId("")
    at: str = ""
    first_order: Order = NEVER
    content: NoteContent | None = None
    order: Order = NEVER
    is_open: bool = True
    open_order: Order = NEVER

    def with_entry(self, entry: Entry) -> "FoldedNote":
        """Return this with one more entry about the note taken in."""
        order, folded = entry.order, self
        if entry.op in {NOTE_CLOSE, NOTE_REOPEN}:
            if order < self.open_order:
                return self
            return self._replace(is_open=entry.op == NOTE_REOPEN, open_order=order)
        content = content_of(entry.body) if entry.op == NOTE_PUT else None
        if content is None and entry.op != NOTE_DROP:
            return self  # made by a newer program: kept in the journal, not shown
        if content is not None and (self.first_order == NEVER or order < self.first_order):
            at = entry.body.get("at")
            first = at if isinstance(at, str) else entry.at
            folded = self._replace(author=entry.annotator, at=first, first_order=order)
        return folded if order < self.order else folded._replace(content=content, order=order)


class FoldedWork(NamedTuple):
    """The active time of one annotator on one document, and the highest Lamport number of it."""

    seconds: int = 0
    lamport: int = 0

    def with_entry(self, entry: Entry) -> "FoldedWork":
        """Return this with one more entry taken in."""
        seconds = seconds_of(entry.body) if entry.op == TIME_ADD else 0
        return FoldedWork(self.seconds + seconds, max(self.lamport, entry.lamport))


@dataclass(slots=True)
class State:
    """Everything the journals of a project say: annotations, names, notes, active time."""

    sets: dict[SetKey, FoldedSet] = field(default_factory=dict)
    names: dict[AnnotatorId, tuple[str, Order]] = field(default_factory=dict)
    notes: dict[NoteKey, FoldedNote] = field(default_factory=dict)
    work: dict[SetKey, FoldedWork] = field(default_factory=dict)


def fold(entries: Iterable[Entry], state: State | None = None) -> State:
    """Return the state after `entries`, which may come in any order.

    `state` is what they are added to and is changed; without it they start from nothing. An entry
    must not be given twice.
    """
    state = State() if state is None else state
    for entry in entries:
        if entry.kind == ANNOTATE:
            key = (entry.document, entry.annotator)
            folded = state.sets.get(key)
            if folded is None:
                folded = state.sets[key] = FoldedSet()
            folded.absorb(entry)
        elif entry.kind == NOTE:
            note = (entry.document, NoteId(entry.target))
            state.notes[note] = state.notes.get(note, FoldedNote()).with_entry(entry)
        elif entry.kind == WORK:
            key = (entry.document, entry.annotator)
            state.work[key] = state.work.get(key, FoldedWork()).with_entry(entry)
        elif entry.op == ANNOTATOR_PUT:
            _absorb_name(entry, state)
    return state


def key_of(annotation: Annotation) -> Key:
    """Return the family and id under which an annotation is folded."""
    if isinstance(annotation, Span):
        return (SPAN, annotation.id)
    if isinstance(annotation, Relation):
        return (RELATION, annotation.id)
    return (LABEL, annotation.id)


def _absorb_name(entry: Entry, state: State) -> None:
    annotator, name = AnnotatorId(entry.target), entry.body.get("name")
    if not isinstance(name, str):
        return
    known = state.names.get(annotator)
    if known is None or entry.order > known[1]:
        state.names[annotator] = (name, entry.order)


_STATUSES: Final = frozenset(Status)
