"""Finding spans by what is said about them, a page at a time."""

from collections.abc import Iterator
from typing import Final

from annotator.model.scheme import Scheme
from annotator.model.span_query import FoundSpan, SpanQuery
from annotator.services.span_language import Problem, parse_span_query
from annotator.services.span_vocabulary import Vocabulary
from annotator.store.span_search import SpanSearch
from annotator.store.store import Store

__all__ = ["FoundSpan", "Problem", "SpanQuery", "SpanSearchService", "Vocabulary"]

PAGE: Final = 60


class SpanSearchService:
    """The spans of one project; only reads. Raises StoreUnavailable."""

    def __init__(self, store: Store, scheme: Scheme) -> None:
        self._search = SpanSearch(store.database)
        self._people = store.annotators
        self._scheme = scheme

    def vocabulary(self) -> Vocabulary:
        """Return the words that mean something in this project's queries."""
        return Vocabulary(self._scheme, self._people.all())

    def parse(self, text: str) -> tuple[SpanQuery, list[Problem]]:
        """Read what somebody typed (see `span_language.parse_span_query`)."""
        return parse_span_query(text, self.vocabulary())

    def page(
        self, query: SpanQuery, after: FoundSpan | None = None, most: int = PAGE
    ) -> list[FoundSpan]:
        """Return spans in the order of articles and of reading, those that come after one."""
        return self._search.page(query, most, after)

    def each(self, query: SpanQuery) -> Iterator[FoundSpan]:
        """Yield all spans, read page by page."""
        last: FoundSpan | None = None
        while found := self.page(query, last):
            yield from found
            last = found[-1]

    def count(self, query: SpanQuery) -> tuple[int, int]:
        """Return how many spans there are, and in how many articles."""
        return self._search.count(query)
