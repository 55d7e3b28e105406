"""What spans are looked for: conditions that all must hold, each with several ways to hold."""

from annotator.model.attributes import AttributeValue
from annotator.model.ids import AnnotatorId, DocumentId, SpanId
from annotator.model.project import Status
from annotator.records import Record


class Among(Record):
    """One of `values` (ids of labels, of annotators, statuses), or with `is_not` none of them."""

    values: tuple[str, ...]
    is_not: bool = False


class HasValue(Record):
    """An attribute with one of `values`; of attributes with several, one of them suffices.

    Texts are `folded` (`text.folding.fold`) and looked for within the value.
    """

    attribute: str
    values: tuple[AttributeValue, ...] = ()
    folded: tuple[str, ...] = ()
    is_not: bool = False


class Carries(Record):
    """A value of one of these attributes, or one of these relations at either end.

    `is_not`: none of them at all.
    """

    attributes: tuple[str, ...] = ()
    relations: tuple[str, ...] = ()
    is_not: bool = False


class SpanQuery(Record):
    """All conditions must hold; a query without any finds every span.

    `texts` are folded and looked for within the words of the span, `not_texts` must not be there.
    """

    texts: tuple[str, ...] = ()
    not_texts: tuple[str, ...] = ()
    labels: tuple[Among, ...] = ()
    annotators: tuple[Among, ...] = ()
    statuses: tuple[Among, ...] = ()
    values: tuple[HasValue, ...] = ()
    carries: tuple[Carries, ...] = ()


class FoundSpan(Record):
    """A span that was found, with what a list shows of it.

    `quote` is its text, `title` the article's. `attributes` and `fragments` as in `Span`.
    """

    document: DocumentId
    annotator: AnnotatorId
    span: SpanId
    start: int
    end: int
    label: str
    attributes: tuple[tuple[str, AttributeValue], ...]
    quote: str
    title: str
    status: Status
    position: int
    fragments: tuple[tuple[int, int], ...] = ()
