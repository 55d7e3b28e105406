"""The files that articles were taken from, packed, beside the texts."""

import zlib
from typing import Final

from annotator.errors import StoreError
from annotator.model.document import Original
from annotator.model.ids import DocumentId
from annotator.store.database import Database

LIMIT: Final = 256 * 1024 * 1024
"""Largest file in bytes that is unpacked."""


class Originals:
    """At most one file a document."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def keep(self, document: DocumentId, original: Original) -> None:
        """Store the file of a document that has none yet; to be called in a transaction."""
        self._database.run(
            "INSERT INTO original (position, name, media_type, packed)"
            " SELECT position, ?, ?, ? FROM document WHERE document_id = ?",
            (original.name, original.media_type, zlib.compress(original.data), document),
        )

    def of(self, document: DocumentId) -> Original | None:
        """Return the file, None where there is none. Raises StoreError where it is damaged."""
        row = self._database.one(
            "SELECT name, media_type, packed FROM original JOIN document USING (position)"
            " WHERE document_id = ?",
            (document,),
        )
        if row is None:
            return None
        name, media_type, packed = row
        unpacking = zlib.decompressobj()
        try:
            data = unpacking.decompress(packed, LIMIT)
        except zlib.error as error:
            raise StoreError(f"the original of {document} is damaged") from error
        if not unpacking.eof:
            raise StoreError(f"the original of {document} is damaged")
        return Original(name, media_type, data)
