"""Hits of a search as lists show them: grouped by article, or one line each."""

from collections.abc import Callable, Iterator
from enum import StrEnum
from itertools import islice
from typing import Final, NamedTuple

from annotator.model.ids import DocumentId
from annotator.services.jobs import Progress
from annotator.services.search import ArticleHits, Found, SearchService
from annotator.text.contexts import Context, Snippet, context, left_key, right_key, snippet

ARTICLES: Final = 25
"""Articles on a page."""
LINES: Final = 80
"""Lines on a page of keywords in context."""
MOST_SORTED: Final = 20_000
"""So many lines are sorted by their neighbours; the others are left out, and it is said."""
_BEFORE, _AFTER = 28, 170
_WIDTH: Final = 90
_STEP: Final = 100


class Order(StrEnum):
    """How lines of keywords in context are sorted."""

    ARTICLE = "article"
    LEFT = "left"
    RIGHT = "right"


class Place(NamedTuple):
    """Where a hit is."""

    document: DocumentId
    start: int
    end: int


class ArticleLines(NamedTuple):
    """An article with the places of its hits; `snippet` gives the line of one by its number."""

    document: DocumentId
    title: str
    text: str
    hits: tuple[tuple[int, int], ...]

    def snippet(self, number: int) -> Snippet:
        """Return what stands around a hit."""
        start = self.hits[number][0]
        return snippet(self.text, self.hits, start, before=_BEFORE, after=_AFTER)


class KeywordLine(NamedTuple):
    """A hit in context."""

    place: Place
    title: str
    context: Context


class KeywordPage(NamedTuple):
    """Lines, and from which article the next page goes on (None: there is none)."""

    lines: tuple[KeywordLine, ...]
    following: int | None
    is_cut: bool = False


def article_page(search: SearchService, found: Found, first: int = 0) -> list[ArticleLines]:
    """Return the articles of a page, from number `first` on."""
    return [
        ArticleLines(item.document, item.title, item.text, tuple(item.hits))
        for item in search.hits(found, first, ARTICLES)
    ]


def keyword_page(
    search: SearchService, found: Found, progress: Progress, first: int = 0
) -> KeywordPage:
    """Return at least `LINES` lines where there are so many, from article number `first` on."""
    lines: list[KeywordLine] = []
    number = first
    for item in search.hits(found, first):
        progress.step(0, 0)
        lines += _lines(item)
        number += 1
        if len(lines) >= LINES:
            break
    return KeywordPage(tuple(lines), number if number < len(found.positions) else None)


def sorted_lines(
    search: SearchService, found: Found, progress: Progress, order: Order
) -> KeywordPage:
    """Return all lines (the first `MOST_SORTED`) by the words before or after the hits."""
    every = _each(search, found, progress)
    lines = list(islice((line for item in every for line in _lines(item)), MOST_SORTED))
    is_cut = len(lines) == MOST_SORTED
    key: Callable[[Context], tuple[list[str], str]] = left_key if order is Order.LEFT else right_key
    keys = {line: key(line.context) for line in lines}
    return KeywordPage(tuple(sorted(lines, key=keys.__getitem__)), None, is_cut)


def count_hits(search: SearchService, found: Found, progress: Progress) -> int:
    """Return how many hits there are in all articles."""
    return sum(len(item.hits) for item in _each(search, found, progress))


def _each(search: SearchService, found: Found, progress: Progress) -> Iterator[ArticleHits]:
    for number, item in enumerate(search.hits(found)):
        if number % _STEP == 0:
            progress.step(number, len(found.positions))
        yield item


def _lines(item: ArticleHits) -> Iterator[KeywordLine]:
    for start, end in item.hits:
        place = Place(item.document, start, end)
        yield KeywordLine(place, item.title, context(item.text, start, end, _WIDTH))
