"""What an annotator says about a document."""

from itertools import pairwise
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

    A discontinuous span has two or more `fragments`, [start, end) each, in order, at least one
    character apart; the first begins at `start`, the last ends at `end`. A span of one stretch has
    none. `stretches` gives both alike.
    """

    id: SpanId
    start: int
    end: int
    label: str
    attributes: Attributes = EMPTY
    guideline: int = 1
    waived: tuple[str, ...] = ()
    foreign: str = ""
    fragments: tuple[tuple[int, int], ...] = ()

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"span {self.id}: [{self.start}, {self.end}) holds no text")
        if self.foreign and self.guideline != UNKNOWN_GUIDELINE:
            raise ValueError(f"span {self.id}: one guideline too many")
        if self.fragments:
            self._check_fragments()

    def _check_fragments(self) -> None:
        edges = [edge for fragment in self.fragments for edge in fragment]
        rising = all(before < after for before, after in pairwise(edges))
        if (
            len(self.fragments) == 1
            or not rising
            or (edges[0], edges[-1]) != (self.start, self.end)
        ):
            raise ValueError(f"span {self.id}: {self.fragments} are no fragments of it")

    @property
    def stretches(self) -> tuple[tuple[int, int], ...]:
        """The pieces of text it covers, [start, end) each, in order: one, or its fragments."""
        return self.fragments or ((self.start, self.end),)

    def quote(self, text: str, between: str = " … ") -> str:
        """Return the covered words of `text`; `between` stands where words are left out."""
        return between.join(text[start:end] for start, end in self.stretches)

    def covers(self, start: int, end: int) -> bool:
        """Tell whether it shares a character with [start, end), gaps left aside."""
        if not self.fragments:
            return self.start < end and start < self.end
        return any(first < end and start < last for first, last in self.fragments)

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
