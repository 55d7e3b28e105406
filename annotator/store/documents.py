"""Documents: a row each for lists, the text in a table of its own so that lists stay quick."""

import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import starmap
from types import MappingProxyType
from typing import Any, Final, NamedTuple

from annotator.errors import StoreError
from annotator.model.document import NO_METADATA, Document, Language
from annotator.model.ids import AnnotatorId, DocumentId
from annotator.model.project import DocumentSummary, FirstLook, Status
from annotator.store.database import Database, Row
from annotator.store.listing import OPEN_NOTE, Listing

_ONE: Final = """
SELECT position, document_id, title, text, language, language_share, language_others, metadata
FROM document JOIN document_text USING (position) WHERE document_id = ?"""
_SOME: Final = """
SELECT position, document_id, title, text, language, language_share, language_others, metadata
FROM document JOIN document_text USING (position)
WHERE position > ? ORDER BY position LIMIT ?"""
_SUMMARIES: Final = f"""
SELECT d.document_id, d.title, s.status, s.span_count, d.language, d.date, d.length, d.source,
(SELECT count(*) FROM note n WHERE n.document_id = d.document_id AND {OPEN_NOTE}),
(SELECT count(*) FROM note n WHERE n.document_id = d.document_id AND {OPEN_NOTE} AND for_lead = 1)
FROM document d LEFT JOIN annotation_set s
ON s.document_id = d.document_id AND s.annotator_id = ?"""  # noqa: S608 - texts of our own
_SUMMARIES_AT: Final = f"{_SUMMARIES} WHERE d.position IN (SELECT value FROM json_each(?))"  # noqa: S608 - our own
_SOME_SUMMARIES: Final = f"{_SUMMARIES} WHERE d.document_id IN (SELECT value FROM json_each(?))"  # noqa: S608 - our own
_COUNTS: Final = """
SELECT status, count(*) FROM annotation_set
WHERE annotator_id = ? GROUP BY status"""
_OPEN: Final = """
SELECT d.position, d.document_id FROM document d LEFT JOIN annotation_set s
ON s.document_id = d.document_id AND s.annotator_id = ?
WHERE s.status IS NULL OR s.status NOT IN (?, ?) ORDER BY d.position LIMIT 1"""
_STATUSES: Final = {str(status): status for status in Status}
_KNOWN: Final = """
SELECT sha256, document_id, title, language, metadata FROM document
WHERE sha256 IN (SELECT value FROM json_each(?))"""
_PAGE: Final = 100
_encode: Final = json.JSONEncoder(ensure_ascii=False).encode


class NewDocument(NamedTuple):
    """A document with the hash of its text, ready to be stored."""

    document: Document
    sha256: str


class KnownDocument(NamedTuple):
    """What the project says about a text it has; `metadata` as JSON."""

    id: str
    title: str
    language: str
    metadata: str


class Documents:
    """The documents of a project, in the order they were added."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self.listing = Listing(database)

    def count(self) -> int:
        """Return how many documents there are: none is ever taken away, so the last has the number.

        Counting a million rows would take a tenth of a second at every start.
        """
        return int(self._database.value("SELECT max(position) FROM document") or 0)

    def summaries(self, annotator: AnnotatorId) -> Iterator[DocumentSummary]:
        """Read a row per document with this annotator's progress, page by page."""
        position = 0
        while rows := self.summaries_at(annotator, range(position + 1, position + _PAGE + 1)):
            yield from rows
            position += _PAGE

    def summaries_at(
        self, annotator: AnnotatorId, positions: Sequence[int]
    ) -> list[DocumentSummary]:
        """Return the rows of the documents at these positions, by position."""
        wanted = json.dumps([int(position) for position in positions])
        rows = self._database.all(f"{_SUMMARIES_AT} ORDER BY d.position", (annotator, wanted))
        return list(starmap(_summary, rows))

    def position(self, document: DocumentId) -> int | None:
        """Return the position of a document, None where it is not there."""
        found: int | None = self._database.value(
            "SELECT position FROM document WHERE document_id = ?", (document,)
        )
        return found

    def summary(self, document: DocumentId, annotator: AnnotatorId) -> DocumentSummary:
        """Return the row of one document. Raises StoreError when it is not there."""
        row = self._database.one(f"{_SUMMARIES} WHERE d.document_id = ?", (annotator, document))
        if row is None:
            raise _missing(document)
        return _summary(*row)

    def first_look(self, annotator: AnnotatorId, around: int, wanted: str = "") -> FirstLook:
        """Return the document to open, with `around` rows before it and as many after it."""
        counts = self.status_counts(annotator)
        first = self._database.one(
            "SELECT position, document_id FROM document WHERE document_id = ?", (wanted,)
        )
        if first is None:
            first = self._database.one(_OPEN, (annotator, Status.DONE.value, Status.SKIPPED.value))
        if first is None:
            first = self._database.one(
                "SELECT position, document_id FROM document ORDER BY position LIMIT 1"
            )
        if first is None:
            return FirstLook(counts, None, 0, ())
        first_row = max(0, first[0] - 1 - around)
        rows = self.summaries_at(annotator, range(first_row + 1, first_row + 2 * around + 2))
        return FirstLook(counts, first[1], first_row, rows)

    def status_counts(self, annotator: AnnotatorId) -> dict[Status, int]:
        """Return how many documents have each status, seen by this annotator."""
        counts = dict.fromkeys(Status, 0)
        for status, count in self._database.all(_COUNTS, (annotator,)):
            counts[_STATUSES[status]] = count
        counts[Status.NEW] += self.count() - sum(counts.values())
        return counts

    def some_summaries(
        self, annotator: AnnotatorId, documents: Sequence[str]
    ) -> list[DocumentSummary]:
        """Return the rows of some documents in this order, without those that are not there."""
        rows = self._database.all(_SOME_SUMMARIES, (annotator, json.dumps(list(documents))))
        found = {row[0]: _summary(*row) for row in rows}
        return [found[document] for document in documents if document in found]

    def length(self, document: DocumentId) -> int:
        """Return the code points of a text. Raises StoreError when it is not there."""
        row = self._database.one("SELECT length FROM document WHERE document_id = ?", (document,))
        if row is None:
            raise _missing(document)
        return int(row[0])

    def get(self, document: DocumentId) -> Document:
        """Return a document with its text. Raises StoreError when it is not there."""
        row = self._database.one(_ONE, (document,))
        if row is None:
            raise _missing(document)
        return _document(*row)

    def all(self) -> Iterator[Document]:
        """Read the documents page by page, so that no snapshot is kept in between."""
        position = 0
        while rows := self._page(position):
            yield from starmap(_document, rows)
            position = rows[-1][0]

    def _page(self, after: int) -> list[Row]:
        return self._database.all(_SOME, (after, _PAGE))

    def with_text(self, sha256: str) -> tuple[DocumentId, str] | None:
        """Return id and title of the document with this text, or None."""
        row = self._database.one(
            "SELECT document_id, title FROM document WHERE sha256 = ?", (sha256,)
        )
        return None if row is None else (DocumentId(row[0]), row[1])

    def known(self, hashes: Iterable[str]) -> dict[str, KnownDocument]:
        """Return the documents with these texts, by hash."""
        rows = self._database.all(_KNOWN, (json.dumps(list(hashes)),))
        return {row[0]: KnownDocument(*row[1:]) for row in rows}

    def taken(self, ids: Iterable[str]) -> set[str]:
        """Return which of these ids there are."""
        rows = self._database.all(
            "SELECT document_id FROM document WHERE document_id IN"
            " (SELECT value FROM json_each(?))",
            (json.dumps(list(ids)),),
        )
        return {document for (document,) in rows}

    def ids(self) -> list[DocumentId]:
        """Return the ids of all documents in their order."""
        rows = self._database.all("SELECT document_id FROM document ORDER BY position")
        return [DocumentId(document) for (document,) in rows]

    def ids_at(self, positions: Sequence[int]) -> list[DocumentId]:
        """Return the ids of the documents at these positions, in the order asked for."""
        rows = self._database.all(
            "SELECT document_id FROM json_each(?) JOIN document ON position = value ORDER BY key",
            (json.dumps(list(positions)),),
        )
        return [DocumentId(document) for (document,) in rows]

    def titled(self, words: Sequence[str], limit: int) -> list[tuple[DocumentId, str, str]]:
        """Return id, title and date of documents whose title holds all `words`, at most `limit`.

        Upper and lower case of the letters A to Z are alike.
        """
        rows = self._database.all(
            "SELECT document_id, title, date FROM document WHERE NOT EXISTS ("
            "SELECT 1 FROM json_each(?) WHERE NOT instr(lower(title), value))"
            " ORDER BY position LIMIT ?",
            (json.dumps([word.lower() for word in words]), limit),
        )
        return [(DocumentId(document), title, date) for document, title, date in rows]

    def exists(self, document: DocumentId) -> bool:
        return bool(
            self._database.value("SELECT 1 FROM document WHERE document_id = ?", (document,))
        )

    def set_language(self, document: DocumentId, code: str) -> None:
        """Store the language that a person chose. To be called in a transaction."""
        self._database.run(
            "UPDATE document SET language = ?, language_share = 1.0,"
            " metadata = json_set(metadata, '$.language_from', 'person') WHERE document_id = ?",
            (code, document),
        )
        self.listing.set_language(document, code)

    def add(self, documents: Sequence[NewDocument], at: str) -> None:
        """Store documents whose id and text are not there yet, in this order.

        To be called in a transaction. Raises StoreError when one is there.
        """
        last = self._database.value("SELECT max(position) FROM document") or 0
        numbered = list(enumerate(documents, last + 1))
        self._database.run_many(
            "INSERT INTO document (position, document_id, sha256, title, language, language_share,"
            " language_others, date, length, metadata, added_at, source)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [_row(position, new, at) for position, new in numbered],
        )
        self._database.run_many(
            "INSERT INTO document_text (position, text) VALUES (?, ?)",
            [(position, new.document.text) for position, new in numbered],
        )
        self.listing.add([(at, new.document, _source(new.document)) for at, new in numbered])


def _summary(
    document: str,
    title: str,
    status: str | None,
    spans: int | None,
    language: str,
    *rest: Any,
) -> DocumentSummary:
    """Make a row; no status means that nobody has touched the document."""
    name = DocumentId(document)
    return DocumentSummary(
        name, title, _STATUSES[status or Status.NEW], spans or 0, language, *rest
    )


def _row(position: int, new: NewDocument, at: str) -> Row:
    document = new.document
    metadata = _encode(dict(document.metadata))
    language = document.language
    return (
        position,
        document.id,
        new.sha256,
        document.title,
        language.code,
        language.share,
        " ".join(language.others),
        document.metadata.get("date", ""),
        len(document.text),
        metadata,
        at,
        _source(document),
    )


def _source(document: Document) -> str:
    return document.metadata.get("outlet") or document.metadata.get("source", "")


def _document(
    _position: int,
    document: str,
    title: str,
    text: str,
    language: str,
    share: float,
    others: str,
    metadata: str,
) -> Document:
    values: dict[str, Any] = json.loads(metadata)
    return Document(
        DocumentId(document),
        title,
        text,
        Language(language, share, tuple(others.split())),
        MappingProxyType(values) if values else NO_METADATA,
    )


def _missing(document: DocumentId) -> StoreError:
    return StoreError(f"no document {document}")
