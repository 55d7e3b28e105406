"""What lists of documents are filtered and sorted by: a narrow table beside `document`.

A row holds numbers and the title in small letters. Texts that come again and again, such as an
outlet, stand once in `listed_value` and are numbers here: whoever filters asks for the numbers
first. Columns leave in packed form, made by SQLite alone: a million rows of Python values would
take a second, and all other threads would wait.
"""

import json
import struct
from collections.abc import Iterator, Sequence
from enum import StrEnum
from hashlib import blake2b
from itertools import pairwise
from typing import Final

from annotator.model.document import Document
from annotator.model.ids import AnnotatorId
from annotator.model.project import Status
from annotator.store.database import Database, Row

OPEN_NOTE: Final = "is_open = 1 AND text IS NOT NULL AND thread = ''"
STATUSES: Final = tuple(Status)
"""A status is packed as its number here."""
_CHUNK: Final = 50_000
"""Documents packed at once: some 2 MB."""
_MOST_KNOWN: Final = 5_000
_SORTED, _SAMPLE = 150_000, 1_000
"""Titles sorted at once, and titles looked at to find out where to part them."""
_INSERT: Final = """
INSERT INTO listed (position, title, language, source, date, length, shuffle)
VALUES (?, ?, ?, ?, ?, ?, ?)"""


class Field(StrEnum):
    """What of a document has values that come again; also the name of its column."""

    LANGUAGE = "language"
    SOURCE = "source"
    DATE = "date"


PACKED: Final = (*((field.value, "i4") for field in Field), ("length", "i4"), ("shuffle", "u8"))
"""Names and types of what `columns` packs, high byte first, as NumPy writes types."""
_PACK: Final = "format('%08x%08x%08x%08x%016x', language, source, date, length, shuffle)"
_COLUMNS: Final = f"""
SELECT group_concat({_PACK}, '') FROM listed
WHERE position > ? AND position <= ?"""  # noqa: S608 - a text of our own; rows come by position
PROGRESS: Final = (("position", "i4"), ("status", "u1"), ("spans", "i4"))
"""Names and types of what `progress` packs."""
_NUMBER: Final = " ".join(f"WHEN '{status}' THEN {at}" for at, status in enumerate(STATUSES))
_PROGRESS: Final = f"""
SELECT group_concat(format('%08x%02x%08x', position, CASE status {_NUMBER} END, span_count), '')
FROM annotation_set JOIN document USING (document_id) WHERE annotator_id = ?"""  # noqa: S608
_NOTED: Final = f"""
SELECT DISTINCT position FROM note JOIN document USING (document_id)
WHERE {OPEN_NOTE} AND for_lead >= ?"""  # noqa: S608 - a text of our own
_POSITIONS: Final = "SELECT group_concat(format('%08x', position), '') FROM "
_BY_TITLE: Final = """(
SELECT position FROM listed
WHERE position <= ?1 AND ltrim(title, ?2) >= ?3 AND (?4 IS NULL OR ltrim(title, ?2) < ?4)
ORDER BY ltrim(title, ?2), position)"""


TWINS: Final = (("position", "i4"), ("group", "i4"))
"""Names and types of what `twins` packs; a group has the position of its first document."""
_TWINS: Final = "SELECT group_concat(format('%08x%08x', position, twin_group), '') FROM twin"
_MIXED: Final = f"{_POSITIONS} document WHERE language_others <> ''"


class Listing:
    """The narrow table. Positions are those of `document`, from 1 without gaps."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._known: dict[tuple[Field, str], int] = {}
        self._rollbacks = database.rollbacks

    # -- writing -----------------------------------------------------------------------------------

    def add(self, numbered: Sequence[tuple[int, Document, str]]) -> None:
        """Enter new documents: position, document and its source. To be called in a transaction."""
        self._database.run_many(_INSERT, [self._row(*item) for item in numbered])

    def set_language(self, document: str, code: str) -> None:
        """Enter another language of a document. To be called in a transaction."""
        self._database.run(
            "UPDATE listed SET language = ?"
            " WHERE position = (SELECT position FROM document WHERE document_id = ?)",
            (self._number(Field.LANGUAGE, code), document),
        )

    def _row(self, position: int, document: Document, source: str) -> Row:
        return (
            position,
            document.title.casefold(),
            self._number(Field.LANGUAGE, document.language.code),
            self._number(Field.SOURCE, source),
            self._number(Field.DATE, document.metadata.get("date", "")),
            len(document.text),
            shuffled(document.id),
        )

    def _number(self, field: Field, value: str) -> int:
        """Return the number of a value, which gets one where it has none."""
        if self._rollbacks != self._database.rollbacks:
            self._known.clear()
            self._rollbacks = self._database.rollbacks
        number = self._known.get((field, value))
        if number is None:
            number = number_of(self._database, field, value)
            if len(self._known) >= _MOST_KNOWN:
                self._known.clear()
            self._known[field, value] = number
        return number

    # -- reading -----------------------------------------------------------------------------------

    def columns(self, after: int, last: int) -> Iterator[bytes]:
        """Read what `PACKED` names of the documents after a position, in order, in pieces."""
        for start in range(after, last, _CHUNK):
            end = min(last, start + _CHUNK)
            yield self._packed(_COLUMNS, (start, end))

    def progress(self, annotator: AnnotatorId) -> bytes:
        """Return what `PROGRESS` names of every document that this annotator has touched."""
        return self._packed(_PROGRESS, (annotator,))

    def noted(self, *, for_lead: bool) -> list[int]:
        """Return the positions of documents with open notes, or with such for the lead."""
        return [position for (position,) in self._database.all(_NOTED, (int(for_lead),))]

    def mixed(self) -> bytes:
        """Return the positions of documents with paragraphs in other languages, four bytes each."""
        return self._packed(_MIXED, ())

    def twins(self) -> bytes:
        """Return what `TWINS` names of every document that has reprints."""
        return self._packed(_TWINS, ())

    def titled(self, words: Sequence[str], last: int) -> bytes:
        """Return the positions up to `last`, four bytes each, of titles that hold all `words`.

        Words are casefolded, as the titles are here.
        """
        holds = " AND ".join(["instr(title, ?)"] * len(words))
        wanted = f"{_POSITIONS} listed WHERE position <= ? AND {holds}"
        return self._packed(wanted, (last, *words))

    def by_title(self, ignored: str, last: int) -> Iterator[bytes]:
        """Read the positions up to `last` in the order of titles, in pieces.

        What characters of `ignored` stand before a title does not count. Each piece is sorted by
        itself, for SQLite sorts in memory: a million titles would take 150 MB.
        """
        bounds = ["", *self._titles_between(ignored, last), None]
        for first, beyond in pairwise(bounds):
            yield self._packed(_POSITIONS + _BY_TITLE, (last, ignored, first, beyond))

    def _titles_between(self, ignored: str, last: int) -> list[str]:
        """Return titles, in order, between which there are some `_SORTED` each."""
        step = max(1, last // _SAMPLE)
        sample = self._database.all(
            "SELECT DISTINCT ltrim(title, ?) AS sorted FROM listed"
            " WHERE position <= ? AND position % ? = 0 ORDER BY sorted",
            (ignored, last, step),
        )
        every = max(1, len(sample) * _SORTED // max(1, last))
        return [title for (title,) in sample[every::every]]

    def numbers(self, field: Field, condition: str, value: str) -> list[int]:
        """Return the numbers of a field's values for which one of `CONDITIONS` holds."""
        rows = self._database.all(
            f"SELECT value_id FROM listed_value WHERE field = ?1 AND {CONDITIONS[condition]}",  # noqa: S608
            (field.value, value),
        )
        return [number for (number,) in rows]

    def sorted_numbers(self, field: Field) -> list[int]:
        """Return the numbers of a field's values in the order of the values."""
        rows = self._database.all(
            "SELECT value_id FROM listed_value WHERE field = ? ORDER BY value", (field.value,)
        )
        return [number for (number,) in rows]

    def values(self, numbers: Sequence[int]) -> dict[int, str]:
        """Return the values that have these numbers."""
        rows = self._database.all(
            "SELECT value_id, value FROM listed_value"
            " WHERE value_id IN (SELECT value FROM json_each(?))",
            (json.dumps(list(numbers)),),
        )
        return dict(rows)

    def characters(self) -> int:
        """Return the code points of all texts."""
        return int(self._database.value("SELECT sum(length) FROM listed") or 0)

    def _packed(self, sql: str, parameters: Sequence[object]) -> bytes:
        return bytes.fromhex(self._database.value(sql, parameters) or "")


CONDITIONS: Final = {
    "is": "value = ?2",
    "holds": "instr(folded, ?2)",
    "from": "value >= ?2",
    "begins_until": "value <> '' AND substr(value, 1, length(?2)) <= ?2",
}
"""What may be asked of a value. `holds` looks into it casefolded."""


def number_of(database: Database, field: str, value: str) -> int:
    """Return the number of a value, which gets one where it has none."""
    found = database.value(
        "SELECT value_id FROM listed_value WHERE field = ? AND value = ?", (field, value)
    )
    if found is None:
        found = database.value(
            "INSERT INTO listed_value (field, value, folded) VALUES (?, ?, ?) RETURNING value_id",
            (field, value, value.casefold()),
        )
    return int(found)


def shuffled(document: str) -> int:
    """Return 64 bits that depend on a document's id alone: the shuffled order begins with them."""
    (number,) = struct.unpack("<q", blake2b(document.encode(), digest_size=8).digest())
    return int(number)
