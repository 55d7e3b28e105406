"""Articles of which nothing counts as page furniture, because a person said so."""

from annotator.model.ids import DocumentId
from annotator.store.database import Database


class AllStory:
    """A set of documents; few projects have any in it."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def holds(self, document: DocumentId) -> bool:
        """Tell whether a document is in it."""
        sql = "SELECT 1 FROM all_story JOIN document USING (position) WHERE document_id = ?"
        return self._database.value(sql, (document,)) is not None

    def every(self) -> frozenset[DocumentId]:
        """Return the documents in it."""
        rows = self._database.all(
            "SELECT document_id FROM all_story JOIN document USING (position)"
        )
        return frozenset(DocumentId(document) for (document,) in rows)

    def put(self, document: DocumentId, *, is_in: bool) -> None:
        """Take a document in, or out; to be called in a transaction."""
        self._database.run(
            "INSERT OR IGNORE INTO all_story SELECT position FROM document WHERE document_id = ?"
            if is_in
            else "DELETE FROM all_story WHERE position ="
            " (SELECT position FROM document WHERE document_id = ?)",
            (document,),
        )
