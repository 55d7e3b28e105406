"""Documents: the list of them, their texts, and adding new ones."""

from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from typing import Final, NamedTuple

from annotator.errors import AddRefused
from annotator.model.document import Document, Language
from annotator.model.ids import DocumentId, new_id
from annotator.model.project import DocumentSummary, FirstLook, Status
from annotator.services.current import Current
from annotator.services.described import described
from annotator.store.documents import KnownDocument, NewDocument
from annotator.store.store import Store, now

LIMIT: Final = 64 * 1024 * 1024
"""Longest text in code points that is taken as one document."""
_MOST_KEPT: Final = 5
"""Documents kept in memory: those just looked at, and those that may come next."""
_LONGEST_KEPT: Final = 2 * 1024 * 1024


class SkipReason(StrEnum):
    """Why a text did not become a document."""

    EMPTY = "empty"
    DUPLICATE = "duplicate"
    NUL = "nul"
    SURROGATE = "surrogate"
    TOO_LARGE = "too_large"


class Added(NamedTuple):
    """A document that was added."""

    document: DocumentId
    title: str


class DocumentService:
    """The documents of a project. Texts are stored once and never change.

    Methods that write raise ProjectReadOnly and StoreUnavailable.
    """

    def __init__(self, store: Store, current: Current) -> None:
        self._store = store
        self._current = current
        self._recent: dict[DocumentId, Document] = {}

    def summaries(self) -> list[DocumentSummary]:
        """Return a row per document in order of import, seen by who annotates here."""
        return list(self.each())

    def each(self) -> Iterator[DocumentSummary]:
        """Read a row per document in order of import, some at a time."""
        return self._store.documents.summaries(self._current.annotator_id)

    def at(self, positions: Sequence[int]) -> list[DocumentSummary]:
        """Return the rows of the documents at these positions, in the order of positions.

        A position is a document's number in the order of import, from 1.
        """
        return self._store.documents.summaries_at(self._current.annotator_id, positions)

    def position(self, document: DocumentId) -> int | None:
        """Return the position of a document, None where it is not there."""
        return self._store.documents.position(document)

    def first_look(self, around: int, wanted: str = "") -> FirstLook:
        """Return what the list shows before all of it is read: the document to open and rows by it.

        `around` rows before that document where there are so many, and in all up to twice that and
        one; costs the same however long the list. The document to open is `wanted`, where there is
        one of this id.
        """
        return self._store.documents.first_look(self._current.annotator_id, around, wanted)

    def titled(self, words: Sequence[str], limit: int) -> list[tuple[DocumentId, str, str]]:
        """Return id, title and date of documents whose title holds all `words`, at most `limit`."""
        return self._store.documents.titled(words, limit)

    def look_again(
        self, documents: Sequence[str], first_row: int, shown: int, wanted: str = ""
    ) -> FirstLook | None:
        """Return a first look at a list that was filtered or sorted when it was left.

        `documents` are those from row `first_row` on, of `shown` rows. None where they are not all
        there any more. Costs the same however long the list. The document to open is `wanted`,
        where it is among them.
        """
        who = self._current.annotator_id
        rows = self._store.documents.some_summaries(who, documents)
        if not rows or len(rows) < len(documents):
            return None
        settled = {Status.DONE, Status.SKIPPED}
        unsettled = next((row.id for row in rows if row.status not in settled), rows[0].id)
        current = next((row.id for row in rows if row.id == wanted), unsettled)
        counts = self._store.documents.status_counts(who)
        return FirstLook(counts, current, first_row, rows, shown)

    def summary(self, document: DocumentId) -> DocumentSummary:
        """Return the row of one document. Raises StoreError when it is not there."""
        return self._store.documents.summary(document, self._current.annotator_id)

    def count(self) -> int:
        """Return how many documents there are."""
        return self._store.documents.count()

    def get(self, document: DocumentId) -> Document:
        """Return a document with its text. Raises StoreError when it is not there.

        A document never changes, so that the last few are kept in memory.
        """
        found = self._recent.pop(document, None)
        if found is None:
            found = self._store.documents.get(document)
        if len(found.text) <= _LONGEST_KEPT:
            self._recent[document] = found
            if len(self._recent) > _MOST_KEPT:
                del self._recent[next(iter(self._recent))]
        return found

    def all(self) -> Iterator[Document]:
        """Read all documents in order of import, a few at a time."""
        return self._store.documents.all()

    def add_text(
        self, text: str, *, title: str = "", source: str = "", detect_language: bool = True
    ) -> Added:
        """Add a text that was pasted or comes from a program; ends of lines become LF.

        Raises AddRefused: EMPTY, NUL, SURROGATE, TOO_LARGE, or DUPLICATE with the title of the
        document that has this text.
        """
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        reason = refusal_of(text)
        if reason is not None:
            raise AddRefused(reason)
        document = described(
            Document(
                DocumentId(new_id()),
                title,
                text,
                _language(text) if detect_language else Language(),
                {"source": source} if source else {},
            )
        )
        with self._store.database.transaction():
            new = NewDocument(document, document.sha256)
            known = self._store.documents.with_text(new.sha256)
            if known is not None:
                raise AddRefused(SkipReason.DUPLICATE, known[1])
            self._store.documents.add([new], now())
        return Added(document.id, document.title)

    def add_new(self, documents: Sequence[NewDocument]) -> None:
        """Store documents of an import, whose ids and texts are not there, in this order.

        To be called in a transaction (`Project.together`).
        """
        self._store.documents.add(documents, now())

    def set_language(self, document: DocumentId, code: str) -> None:
        """Say which language a document is in: a person knows better than a detector.

        `code` is one of ISO 639 or "unknown". Durable on return. Raises StoreError for a document
        that is not there, ProjectReadOnly, StoreUnavailable.
        """
        self.summary(document)
        with self._store.database.transaction():
            self._store.documents.set_language(document, code)
        self._recent.pop(document, None)

    def known(self, hashes: Iterable[str]) -> dict[str, KnownDocument]:
        """Return what the project says about these texts, by hash; without those it has not."""
        return self._store.documents.known(hashes)

    def taken(self, ids: Iterable[str]) -> set[str]:
        """Return which of these ids there are."""
        return self._store.documents.taken(ids)


def refusal_of(text: str) -> SkipReason | None:
    """Return why a text cannot be a document, None where it can."""
    if not text.strip():
        return SkipReason.EMPTY
    if "\0" in text:
        return SkipReason.NUL
    if len(text) > LIMIT:
        return SkipReason.TOO_LARGE
    try:
        text.encode()
    except UnicodeEncodeError:
        return SkipReason.SURROGATE
    return None


def _language(text: str) -> Language:
    from annotator.text.language import detect

    return detect(text)
