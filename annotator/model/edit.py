"""A change of one annotation set, as a value with an inverse."""

from dataclasses import replace
from enum import StrEnum

from annotator.model.annotation import Annotation
from annotator.model.ids import AnnotatorId, DocumentId
from annotator.model.project import Status
from annotator.records import Record


class Origin(StrEnum):
    """Where an edit came from. Undo steps over `IMPORT` and `SCHEME` and never reaches them."""

    EDIT = "edit"
    UNDO = "undo"
    REDO = "redo"
    IMPORT = "import"
    SCHEME = "scheme"


class Change(Record):
    """One annotation before and after: None before means made, None after means removed."""

    before: Annotation | None
    after: Annotation | None

    def __post_init__(self) -> None:
        if self.before is None and self.after is None:
            raise ValueError("a change of nothing")
        if self.before is not None and self.after is not None and self.before.id != self.after.id:
            raise ValueError("a change keeps its annotation")

    @property
    def annotation(self) -> Annotation:
        """What the change is about: the new state, or the old one where it was removed."""
        annotation = self.after if self.after is not None else self.before
        assert annotation is not None
        return annotation

    def inverted(self) -> "Change":
        return Change(self.after, self.before)


class Edit(Record):
    """An invertible change of one annotator's annotations on one document.

    `status` is (before, after) where the edit also moves the document's status, and `reasons` are
    what was written down for both. Edits that follow each other closely with the same `merge_key`
    are undone as one (an edge moved in five steps).
    """

    document: DocumentId
    annotator: AnnotatorId
    changes: tuple[Change, ...] = ()
    status: tuple[Status, Status] | None = None
    merge_key: str = ""
    reasons: tuple[str, str] = ("", "")

    @property
    def is_empty(self) -> bool:
        """True when nothing would change."""
        same_status = self.status is None or self.status[0] is self.status[1]
        return same_status and all(change.before == change.after for change in self.changes)

    def inverted(self) -> "Edit":
        """Return the edit that takes this one back: `s.apply(e).apply(e.inverted()) == s`."""
        return replace(
            self,
            changes=tuple(change.inverted() for change in reversed(self.changes)),
            status=None if self.status is None else (self.status[1], self.status[0]),
            merge_key="",
            reasons=(self.reasons[1], self.reasons[0]),
        )
