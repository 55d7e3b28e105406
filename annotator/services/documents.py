"""Documents: the list of them, their texts, and adding new ones."""

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from pathlib import Path
from typing import Final, NamedTuple

from annotator.errors import AddRefused, Cancelled
from annotator.model.document import Document, Language, text_hash
from annotator.model.ids import DocumentId, new_id
from annotator.model.project import DocumentSummary, FirstLook, Status
from annotator.services.current import Current
from annotator.services.described import described, title_of
from annotator.services.jobs import Progress
from annotator.services.text_files import (
    Found,
    Skipped,
    SkipReason,
    find_text_files,
    identities,
    read_bytes,
    shown,
)
from annotator.store.documents import NewDocument
from annotator.store.store import Store, now

__all__ = ["AddReport", "Added", "DocumentService", "Placed", "SkipReason", "Skipped", "title_of"]

LIMIT: Final = 64 * 1024 * 1024
"""Largest file in bytes, and longest text in code points, that is taken as one document."""
BATCH_SECONDS: Final = 0.1
_MANY: Final = 1000
_MOST_KEPT: Final = 5
"""Documents kept in memory: those just looked at, and those that may come next."""
_LONGEST_KEPT: Final = 2 * 1024 * 1024


class Added(NamedTuple):
    """A document that was added. `guessed` says that its encoding is a guess, to be looked at."""

    document: DocumentId
    title: str
    source: str
    encoding: str = "utf-8"
    guessed: bool = False


class AddReport(NamedTuple):
    """What became of the files that were named, each in the order it was read.

    `cancelled` says that the user stopped it: what is `added` is in, the rest was not looked at.
    """

    added: tuple[Added, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    cancelled: bool = False


class Placed(NamedTuple):
    """Where a document is in the project: its id there, and whether it is new."""

    document: DocumentId
    is_new: bool


class DocumentService:
    """The documents of a project. Texts are stored once and never change.

    Methods that write raise ProjectReadOnly and StoreUnavailable.
    """

    def __init__(
        self,
        store: Store,
        current: Current,
        second: Callable[[], AbstractContextManager["DocumentService"]],
    ) -> None:
        self._store = store
        self._current = current
        self._second = second
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

    def add_paths(
        self,
        paths: Sequence[Path],
        progress: Progress | None = None,
        *,
        detect_language: bool = True,
    ) -> AddReport:
        """Add the text files named, and those in the folders named (see `find_text_files`).

        What cannot be added is in the report, and the rest is in. Documents are stored in batches
        of some 0.1 s, each durable as a whole; a cancelled import keeps the batches that are in.
        """
        progress = Progress() if progress is None else progress
        self._store.database.check_writable()
        finding = find_text_files(paths)
        intake = _Intake(self._store, finding.skipped, detect_language=detect_language)
        cancelled = False
        try:
            for done, file in enumerate(finding.files):
                if intake.is_due:
                    intake.flush()
                    progress.step(done, len(finding.files))
                intake.read(file)
            progress.step(len(finding.files), len(finding.files))
            intake.flush()
        except Cancelled:
            cancelled = True
        if len(intake.added) > _MANY:
            self._store.database.fold_log_back()
        return AddReport(tuple(intake.added), tuple(intake.skipped), cancelled)

    def job_add_paths(
        self, paths: Sequence[Path], *, detect_language: bool = True
    ) -> Callable[[Progress], AddReport]:
        """Return `add_paths` as a job for another thread, with a connection of its own there."""

        def job(progress: Progress) -> AddReport:
            with self._second() as documents:
                return documents.add_paths(paths, progress, detect_language=detect_language)

        return job

    def add_text(
        self, text: str, *, title: str = "", source: str = "", detect_language: bool = True
    ) -> Added:
        """Add a text that was pasted or comes from a program; ends of lines become LF.

        Raises AddRefused: EMPTY, NUL, SURROGATE, TOO_LARGE, or DUPLICATE with the title of the
        document that has this text.
        """
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        reason = _refusal(text)
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
        return Added(document.id, document.title, source)

    def add_document(self, document: Document) -> Placed:
        """Add a document as an importer read it: its id, title, language and metadata are kept.

        Where the project has this text already, nothing is added and that document's id returned.
        An id that is taken by another text, or empty, is replaced by a new one; an empty title by
        the text's own. Raises AddRefused: EMPTY, NUL, SURROGATE, TOO_LARGE.
        """
        reason = _refusal(document.text)
        if reason is not None:
            raise AddRefused(reason)
        documents = self._store.documents
        with self._store.database.transaction():
            sha256 = document.sha256
            known = documents.with_text(sha256)
            if known is not None:
                return Placed(known[0], is_new=False)
            taken = not document.id or documents.exists(document.id)
            kept = described(
                replace(document, id=DocumentId(new_id())) if taken else document,
            )
            documents.add([NewDocument(kept, sha256)], now())
        return Placed(kept.id, is_new=True)


class _Intake:
    """Files on their way in: read, and stored batch by batch."""

    def __init__(self, store: Store, skipped: list[Skipped], *, detect_language: bool) -> None:
        self.added: list[Added] = []
        self.skipped = skipped
        self._store = store
        self._detect_language = detect_language
        self._batch: dict[str, tuple[NewDocument, Added]] = {}
        self._due = time.monotonic() + BATCH_SECONDS
        self._ours = identities([Path(f"{store.path}{end}") for end in ("", "-wal", "-shm")])

    @property
    def is_due(self) -> bool:
        return time.monotonic() >= self._due

    def read(self, file: Found) -> None:
        """Read a file; it waits for the next `flush`."""
        from annotator.text.decoding import DecodeRefused, decode

        path = shown(file.path)
        data = read_bytes(file.path, LIMIT, self._ours)
        if isinstance(data, Skipped):
            self.skipped.append(data)
            return
        try:
            decoded = decode(data)
        except DecodeRefused as error:
            self.skipped.append(Skipped(path, SkipReason(error.reason)))
            return
        text = decoded.text
        sha256 = text_hash(text)
        if sha256 in self._batch:
            title = self._batch[sha256][1].title
            self.skipped.append(Skipped(path, SkipReason.DUPLICATE, title))
            return
        document = described(
            Document(
                DocumentId(new_id()),
                "",
                text,
                _language(text) if self._detect_language else Language(),
                {"source": file.source, "encoding": decoded.encoding},
            )
        )
        added = Added(document.id, document.title, path, decoded.encoding, decoded.guessed)
        self._batch[sha256] = (NewDocument(document, sha256), added)

    def flush(self) -> None:
        """Store what was read since the last time, in one transaction."""
        added: list[Added] = []
        skipped: list[Skipped] = []
        documents = self._store.documents
        with self._store.database.transaction():
            known = documents.titles_of(self._batch)
            fresh = []
            for sha256, (new, item) in self._batch.items():
                if sha256 in known:
                    skipped.append(Skipped(item.source, SkipReason.DUPLICATE, known[sha256]))
                else:
                    fresh.append(new)
                    added.append(item)
            documents.add(fresh, now())
        self.added += added
        self.skipped += skipped
        self._batch.clear()
        self._due = time.monotonic() + BATCH_SECONDS


def _refusal(text: str) -> SkipReason | None:
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
