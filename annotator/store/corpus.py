"""What looking through all texts at once needs: texts as they lie in the file, and what marks them.

All of it reads only.
"""

import json
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from annotator.model.annotation import Span
from annotator.model.ids import ActId, AnnotatorId, DocumentId, SpanId
from annotator.model.project import Status
from annotator.store.annotations import attributes_of, fragments_of
from annotator.store.database import Database

_TEXTS: Final = """
SELECT t.position, d.document_id, CAST(t.text AS BLOB)
FROM document_text t JOIN document d USING (position)
WHERE t.position > ? ORDER BY t.position LIMIT ?"""
_SPANS: Final = """
SELECT document_id, span_id, start, "end", label, attributes, fragments FROM span
WHERE document_id IN (SELECT value FROM json_each(?)) AND annotator_id = ? AND dead = 0
ORDER BY start, "end" DESC"""
_HEADS: Final = """
SELECT d.document_id, d.title, s.status FROM document d
LEFT JOIN annotation_set s ON s.document_id = d.document_id AND s.annotator_id = ?
WHERE d.document_id IN (SELECT value FROM json_each(?))"""
_WIDE_ACTS: Final = """
SELECT act_id FROM journal WHERE annotator_id = ? AND kind = 'annotate' AND origin = 'edit'
GROUP BY act_id HAVING count(DISTINCT document_id) > 1 ORDER BY max(entry_no) DESC LIMIT ?"""


class RawText(NamedTuple):
    """A text in UTF-8, with its place in the order of import."""

    position: int
    document: DocumentId
    text: bytes


class Head(NamedTuple):
    """A document's title, and how far an annotator is with it."""

    title: str
    status: Status


class Corpus:
    """The texts of a project as a whole."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def texts_after(self, position: int, most: int) -> list[RawText]:
        """Return up to `most` texts after a position, in order of import."""
        return [RawText(*row) for row in self._database.all(_TEXTS, (position, most))]

    def heads(
        self, documents: Iterable[DocumentId], annotator: AnnotatorId
    ) -> dict[DocumentId, Head]:
        """Return titles and one annotator's status by document."""
        rows = self._database.all(_HEADS, (annotator, json.dumps(list(documents))))
        return {
            document: Head(title, Status(status or Status.NEW)) for document, title, status in rows
        }

    def spans(
        self, documents: Iterable[DocumentId], annotator: AnnotatorId
    ) -> dict[DocumentId, list[Span]]:
        """Return one annotator's spans by document, in reading order."""
        found: dict[DocumentId, list[Span]] = {}
        rows = self._database.all(_SPANS, (json.dumps(list(documents)), annotator))
        for document, span, start, end, label, attributes, fragments in rows:
            made = Span(
                *(SpanId(span), start, end, label, attributes_of(attributes)),
                fragments=fragments_of(fragments),
            )
            found.setdefault(DocumentId(document), []).append(made)
        return found

    def documents_of(self, act: ActId, annotator: AnnotatorId) -> list[DocumentId]:
        """Return the documents an act changed, in its order. Reads through the whole journal."""
        rows = self._database.all(
            "SELECT document_id FROM journal WHERE act_id = ? AND annotator_id = ?"
            " AND kind = 'annotate' AND origin = 'edit'"
            " GROUP BY document_id ORDER BY min(entry_no)",
            (act, annotator),
        )
        return [DocumentId(document) for (document,) in rows]

    def wide_acts(self, annotator: AnnotatorId, most: int) -> Sequence[ActId]:
        """Return the last acts on more than one document, latest first. Reads the whole journal."""
        return [ActId(act) for (act,) in self._database.all(_WIDE_ACTS, (annotator, most))]
