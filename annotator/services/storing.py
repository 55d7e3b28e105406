"""Documents into the project: many without annotations at once, each with them as a whole."""

import json
import time
from collections.abc import Sequence
from typing import NamedTuple

from annotator.errors import JournalError, NoAnnotator
from annotator.formats.base import Bundle, Left
from annotator.model.document import UNKNOWN_LANGUAGE, Document
from annotator.model.ids import DocumentId, new_id
from annotator.services.annotation_intake import AnnotationIntake
from annotator.services.import_report import NotTaken, Tally
from annotator.services.preparing import Prepared, Wanted, prepare
from annotator.services.projects import Project
from annotator.store.documents import KnownDocument, NewDocument

_OWN_METADATA = frozenset({"source", "encoding"})
"""How a text came here: differs without meaning anything when it comes another way."""


class Incoming(NamedTuple):
    """A document that was read: where, with the hash of its text."""

    source: str
    line: int
    bundle: Bundle
    sha256: str
    wants_language: bool
    left: tuple[Left, ...]
    prepared: Prepared | None = None

    @property
    def wanted(self) -> Wanted:
        """What is to be found out about the document."""
        document = self.bundle.document
        return Wanted(document.title, document.text, document.metadata, self.wants_language)

    def document(self, other_id: str) -> Document:
        """Return the document as it is to be stored, under its own id or another one."""
        document = self.bundle.document
        (found,) = (self.prepared,) if self.prepared else prepare([self.wanted])
        return Document(
            DocumentId(other_id) if other_id else document.id,
            found.title,
            document.text,
            found.language or document.language,
            found.metadata,
        )


class Storing:
    """Stores what was read, in its order."""

    def __init__(self, project: Project, annotations: AnnotationIntake, tally: Tally) -> None:
        self._project = project
        self._annotations = annotations
        self._tally = tally
        self._fresh: list[NewDocument] = []

    def store(self, contents: Sequence[Incoming | NotTaken], due: float) -> int:
        """Store contents until `due` (by `time.monotonic`), at least one; return how many.

        To be called in a transaction. A text that the project has keeps its document.
        """
        incoming = [item for item in contents if isinstance(item, Incoming)]
        documents = self._project.documents
        known = documents.known({item.sha256 for item in incoming})
        taken = documents.taken({item.bundle.document.id for item in incoming})
        done = 0
        for content in contents:
            done += 1
            if isinstance(content, NotTaken):
                self._tally.tell(content)
                continue
            bundle = content.bundle
            if not (bundle.annotation_sets or bundle.notes or bundle.original):
                self._place(content, known, taken)
                continue
            self._flush()
            self._take_whole(content, known, taken)
            if time.monotonic() >= due:
                break
        self._flush()
        return done

    def _take_whole(
        self, content: Incoming, known: dict[str, KnownDocument], taken: set[str]
    ) -> None:
        """Take one document in: text and annotations together, or nothing of it."""
        mark, was_known = self._tally.mark(), content.sha256 in known
        try:
            with self._project.together():
                document, is_new = self._place(content, known, taken)
                self._flush()
                if is_new and content.bundle.original is not None:
                    self._project.originals.keep(document, content.bundle.original)
                self._annotations.take(content.bundle, document, content.source, content.line)
        except (JournalError, NoAnnotator) as error:
            self._tally.take_back(mark)
            self._annotations.forget()
            if not was_known:
                known.pop(content.sha256, None)
            reason = str(error) or "no_annotator"
            self._tally.tell(NotTaken(content.source, content.line, reason))

    def _place(
        self, content: Incoming, known: dict[str, KnownDocument], taken: set[str]
    ) -> tuple[DocumentId, bool]:
        """Return where a document is or will be with the next `_flush`, and whether it is new."""
        for item in content.left:
            words = f"{item.label} {item.detail}".strip()
            self._tally.tell(NotTaken(content.source, content.line, item.reason, words))
        document = content.bundle.document
        there = known.get(content.sha256)
        if there is not None:
            self._tally.counts["known"] += 1
            self._compare(content, there)
            return DocumentId(there.id), False
        is_free = document.id and document.id not in taken
        new = content.document("" if is_free else new_id())
        self._fresh.append(NewDocument(new, content.sha256))
        self._tally.counts["added"] += 1
        self._tally.first_added = self._tally.first_added or new.id
        taken.add(new.id)
        known[content.sha256] = KnownDocument(
            new.id,
            new.title,
            new.language.code,
            json.dumps(dict(new.metadata)),
        )
        return new.id, True

    def _flush(self) -> None:
        if self._fresh:
            self._project.documents.add_new(self._fresh)
            self._fresh = []

    def _compare(self, content: Incoming, known: KnownDocument) -> None:
        """Report what a file says about a known document and the project says otherwise."""
        incoming = content.bundle.document
        language, metadata = incoming.language.code, json.loads(known.metadata)
        differs = [
            key
            for key, value in sorted(incoming.metadata.items())
            if key not in _OWN_METADATA and metadata.get(key) != value
        ]
        if incoming.title and incoming.title != known.title:
            differs.insert(0, "title")
        if language not in {UNKNOWN_LANGUAGE, known.language}:
            differs.insert(0, "language")
        if differs:
            detail = ", ".join(differs)
            self._tally.tell(NotTaken(content.source, content.line, "other_metadata", detail))
