"""All annotations of one annotator on one document."""

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator
from typing import cast

from annotator.compat import override
from annotator.errors import EditConflict
from annotator.model.annotation import Annotation, DocumentLabel, Relation, Span
from annotator.model.edit import Edit
from annotator.model.ids import AnnotatorId, DocumentId, SpanId
from annotator.model.project import Status


class AnnotationSet:
    """An immutable set of annotations with look-ups by id and position.

    `apply` gives a new set and leaves the old one alone; it costs some 0.1 ms at 5,000 spans.
    `status_reason` is what was written down for the status, "" where nothing had to be.
    """

    __slots__ = ("_by_id", "_order", "_others", "annotator", "document", "status", "status_reason")

    def __init__(
        self,
        document: DocumentId,
        annotator: AnnotatorId,
        annotations: Iterable[Annotation] = (),
        status: Status = Status.NEW,
        status_reason: str = "",
    ) -> None:
        self.document = document
        self.annotator = annotator
        self.status = status
        self.status_reason = status_reason
        self._by_id: dict[str, Annotation] = {item.id: item for item in annotations}
        spans: list[tuple[int, int, str]] = []
        # apart, so that asking for relations does not go through thousands of spans
        self._others: dict[str, Annotation] = {}
        for key, item in self._by_id.items():
            if isinstance(item, Span):
                spans.append(item.sort_key)
            else:
                self._others[key] = item
        self._order = sorted(spans)

    @property
    def spans(self) -> Iterator[Span]:
        """Spans in reading order: by start, longer first."""
        return (cast("Span", self._by_id[key[2]]) for key in self._order)

    @property
    def relations(self) -> Iterator[Relation]:
        """Relations in the order they were made."""
        return (item for item in self._others.values() if isinstance(item, Relation))

    @property
    def document_labels(self) -> Iterator[DocumentLabel]:
        """Labels of the whole document."""
        return (item for item in self._others.values() if isinstance(item, DocumentLabel))

    @property
    def annotations(self) -> Iterable[Annotation]:
        """Everything, in no promised order."""
        return self._by_id.values()

    @property
    def span_count(self) -> int:
        return len(self._order)

    def get(self, annotation_id: str) -> Annotation | None:
        """Return the annotation with this id, or None."""
        return self._by_id.get(annotation_id)

    def span(self, span_id: str) -> Span | None:
        """Return the span with this id, or None."""
        found = self._by_id.get(span_id)
        return found if isinstance(found, Span) else None

    def nth_span(self, place: int) -> Span:
        """Return the span at a place in reading order, counted from 0."""
        return cast("Span", self._by_id[self._order[place][2]])

    def place_of(self, span: Span) -> int:
        """Return a span's place in reading order."""
        return bisect_left(self._order, span.sort_key)

    def count_before(self, position: int) -> int:
        """Count the spans that start before a character."""
        return bisect_left(self._order, (position,))

    def spans_at(self, position: int) -> list[Span]:
        """Return the spans that cover the character at `position`, outermost first."""
        return self.spans_in(position, position + 1)

    def spans_in(self, start: int, end: int) -> list[Span]:
        """Return the spans that share at least one character with [start, end)."""
        last = bisect_left(self._order, (end,))
        within = [key[2] for key in self._order[:last] if -key[1] > start]
        found = [cast("Span", self._by_id[span_id]) for span_id in within]
        return [span for span in found if not span.fragments or span.covers(start, end)]

    def relations_of(self, span_id: SpanId) -> list[Relation]:
        """Return the relations that begin or end at a span."""
        return [item for item in self.relations if span_id in {item.source, item.target}]

    def apply(self, edit: Edit) -> "AnnotationSet":
        """Return the set after `edit`.

        Raises EditConflict when an annotation is not in the state the edit starts from, ValueError
        for an edit of another set.
        """
        if (edit.document, edit.annotator) != (self.document, self.annotator):
            raise ValueError(f"an edit of {edit.document} by {edit.annotator}")
        by_id = dict(self._by_id)
        order, others = self._order.copy(), self._others.copy()
        for change in edit.changes:
            key = change.annotation.id
            stored = by_id.get(key)
            if stored != change.before:
                raise EditConflict(key)
            if isinstance(stored, Span):
                del order[bisect_left(order, stored.sort_key)]
            if change.after is None:
                del by_id[key]
                others.pop(key, None)
            else:
                by_id[key] = change.after
                if isinstance(change.after, Span):
                    insort(order, change.after.sort_key)
                    others.pop(key, None)
                else:
                    others[key] = change.after
        status, reason = self.status, self.status_reason
        if edit.status is not None:
            if edit.status[0] != status:
                raise EditConflict(self.document)
            status, reason = edit.status[1], edit.reasons[1]
        # made without sorting all spans again
        changed = AnnotationSet(self.document, self.annotator, (), status, reason)
        changed._by_id, changed._order, changed._others = by_id, order, others
        return changed

    @override
    def __eq__(self, other: object) -> bool:
        if not isinstance(other, AnnotationSet):
            return NotImplemented
        return (
            self.document == other.document
            and self.annotator == other.annotator
            and (self.status, self.status_reason) == (other.status, other.status_reason)
            and self._by_id == other._by_id
        )

    __hash__ = None  # type: ignore[assignment]

    @override
    def __repr__(self) -> str:
        return (
            f"AnnotationSet({self.document}, {self.annotator}, {self.status}, "
            f"{list(self._by_id.values())!r})"
        )
