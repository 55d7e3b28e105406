"""The file an article was taken from: kept at import, given back byte for byte."""

from pathlib import Path

from annotator.formats.files import replacing
from annotator.model.document import Original
from annotator.model.ids import DocumentId
from annotator.store.store import Store


class OriginalService:
    """The originals of a project."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def keep(self, document: DocumentId, original: Original) -> None:
        """Keep the file of a document that was just added. Raises StoreUnavailable."""
        self._store.originals.keep(document, original)

    def of(self, document: DocumentId) -> Original | None:
        """Return the file, None where the article came without one. Raises StoreError."""
        return self._store.originals.of(document)

    def save(self, document: DocumentId, target: Path) -> bool:
        """Write the file as it was; False where there is none. Raises StoreError, OSError."""
        original = self.of(document)
        if original is None:
            return False
        with replacing(target) as file:
            file.write(original.data)
        return True
