"""Questions to all spans of one annotator: labels of the same words, what to look at again."""

import json
from collections.abc import Iterable, Mapping

from annotator.model.ids import AnnotatorId, DocumentId
from annotator.store.database import Database


class Looks:
    """Reads the folded spans by words and by guideline."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def labels_elsewhere(
        self, annotator: AnnotatorId, document: DocumentId, words: Iterable[str]
    ) -> dict[str, dict[str, int]]:
        """Return how often which label has these words in other documents, by words."""
        found: dict[str, dict[str, int]] = {}
        for each, label, count in self._database.all(
            "SELECT words, label, count(*) FROM span"
            " WHERE annotator_id = ? AND words IN (SELECT value FROM json_each(?))"
            " AND document_id <> ? GROUP BY words, label",
            (annotator, json.dumps(list(words), ensure_ascii=False), document),
        ):
            found.setdefault(each, {})[label] = count
        return found

    def to_look_at_again(
        self, annotator: AnnotatorId, raised: Mapping[str, int]
    ) -> list[tuple[DocumentId, str, int]]:
        """Return documents with spans older than what their label means now: id, title, count.

        `raised` tells for labels from which scheme on they mean it.
        """
        rows = self._database.all(
            "SELECT document_id, title, count(*) FROM json_each(?) AS raised"
            " JOIN span ON annotator_id = ? AND label = raised.key AND guideline < raised.value"
            " AND dead = 0 JOIN document USING (document_id)"
            " GROUP BY document_id ORDER BY position",
            (json.dumps(dict(raised)), annotator),
        )
        return [(DocumentId(document), title, count) for document, title, count in rows]
