"""People and the state of their work."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from annotator.model.ids import AnnotatorId, DocumentId
from annotator.records import Record


class Status(StrEnum):
    """How far one annotator is with one document. A flag only: it owns no data."""

    NEW = "new"
    IN_PROGRESS = "in_progress"
    DONE = "done"
    SKIPPED = "skipped"
    FLAGGED = "flagged"


class Annotator(Record):
    """A person or program that makes annotations."""

    id: AnnotatorId
    name: str


class DocumentSummary(NamedTuple):
    """One row of the list of documents, seen by one annotator.

    `length` counts code points; `span_count` counts that annotator's spans. `source` is the outlet,
    else the file it came from. `open_notes` counts threads that are open, `lead_notes` those of
    them that are for the lead, of whoever began them. A named tuple, because 10,000 of them are
    made at once: a third of the time of a frozen dataclass.
    """

    id: DocumentId
    title: str
    status: Status
    span_count: int
    language: str
    date: str
    length: int
    source: str = ""
    open_notes: int = 0
    lead_notes: int = 0


class FirstLook(NamedTuple):
    """What a list of documents shows at once: `rows` are those from the number `first_row` on.

    `current` is the document to open: the first with work left, else the first; None without any.
    `counts` tells for each status how many documents have it, in all of the project. `shown` is
    the length of the list where it is filtered or sorted, None where it holds all as imported.
    """

    counts: Mapping[Status, int]
    current: DocumentId | None
    first_row: int
    rows: Sequence[DocumentSummary]
    shown: int | None = None
