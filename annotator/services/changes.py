"""What an operation touched, so that each view can tell whether it concerns it."""

from annotator.model.annotation_set import AnnotationSet
from annotator.model.edit import Edit
from annotator.model.ids import DocumentId
from annotator.records import Record


class Changes(Record):
    """What an operation touched.

    `annotation_set` is the state after an edit and `edit` what was applied (for an undo: the
    inverse); both None for anything else. `list_changed` says that documents were added.
    """

    documents: frozenset[DocumentId] = frozenset()
    annotation_set: AnnotationSet | None = None
    edit: Edit | None = None
    list_changed: bool = False

    def touches(self, document: DocumentId) -> bool:
        """Tell whether anything about a document may be different now."""
        return document in self.documents
