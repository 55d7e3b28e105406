"""What an annotator says about a document."""

from typing import Final

from annotator.model.attributes import EMPTY, Attributes
from annotator.model.ids import DocumentLabelId, RelationId, SpanId
from annotator.records import Record

UNKNOWN_GUIDELINE: Final = 0
"""What `Span.guideline` is where a span came from a project whose guideline is not ours."""


class Span(Record):
    """A label on a stretch of one document.

    `start` and `end` count code points of the stored text, end exclusive, 0 <= start < end.
    `label` is the id of a label of the scheme, such as `violation.vote_buying`. `guideline` is the
    number of the project's scheme under which the span was last put or looked at again. `waived`
    holds the keys of remarks about it that its annotator found to be no problem. `foreign` names
    the guideline where it is one the project never had; its number is then `UNKNOWN_GUIDELINE`.
    """

    id: SpanId
    start: int
    end: int
    label: str
    attributes: Attributes = EMPTY
    guideline: int = 1
    waived: tuple[str, ...] = ()
    foreign: str = ""

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"span {self.id}: [{self.start}, {self.end}) holds no text")
        if self.foreign and self.guideline != UNKNOWN_GUIDELINE:
            raise ValueError(f"span {self.id}: one guideline too many")

    @property
    def sort_key(self) -> tuple[int, int, str]:
        """Reading order: earlier first, then longer first, then by id."""
        return (self.start, -self.end, self.id)


class Relation(Record):
    """A directed, labelled link from one span to another span of the same annotation set."""

    id: RelationId
    source: SpanId
    target: SpanId
    label: str
    attributes: Attributes = EMPTY


class DocumentLabel(Record):
    """A label on the whole document."""

    id: DocumentLabelId
    label: str
    attributes: Attributes = EMPTY


Annotation = Span | Relation | DocumentLabel
