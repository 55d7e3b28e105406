"""Finding words in all texts of a project.

Membership comes from the index as far as it reaches, and from reading the texts beyond: a search
never waits for the index, and is right without one. Where the words stand is found in the texts
themselves, so that places are code points of what is stored.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from annotator.errors import StoreError
from annotator.model.ids import DocumentId
from annotator.services.jobs import Progress
from annotator.store.search_index import SearchIndex
from annotator.store.store import Store
from annotator.text.folding import words_of
from annotator.text.text_query import Matcher, Term, TextQuery, parse_text_query

__all__ = ["ArticleHits", "Found", "Matcher", "SearchService", "TextQuery", "parse_text_query"]

_BATCH: Final = 250
"""Documents per transaction of the index: some 20 ms, which is what a key press may wait."""
_PAGE: Final = 250
_MANY: Final = 1000


class ArticleHits(NamedTuple):
    """A document that was found, with the places of the words in its text, in order.

    There is none where the words stand in the title alone.
    """

    document: DocumentId
    title: str
    text: str
    hits: Sequence[tuple[int, int]]


class Found(NamedTuple):
    """Which documents match, as positions in order of import or the best ones first.

    `is_damaged` says that the index could not be read and wants to be made anew.
    """

    query: TextQuery
    positions: Sequence[int]
    is_damaged: bool = False


class SearchService:
    """The texts of one project. All methods but those of the index only read."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._index = SearchIndex(store.database)

    # -- the index

    def behind(self) -> int:
        """Return how many documents are not in the index yet, 0 where none could ever be."""
        if not self._index.can_be_made():
            return 0
        return self._index.last() - self._index.reach()

    def catch_up(self, progress: Progress | None = None, *, anew: bool = False) -> int:
        """Take the documents that are missing into the index; return how many there were.

        With `anew` it is made from nothing, such as when it is damaged. Each batch is durable by
        itself: stopping loses nothing. Raises ProjectReadOnly, StoreUnavailable, Cancelled.
        """
        progress = progress or Progress()
        if not self._index.can_be_made():
            return 0
        if anew:
            self._index.drop()
        total = left = self._index.last() - self._index.reach()
        while left > 0:
            progress.step(total - left, total)
            left = self._index.extend(_BATCH)
        progress.step(total, total)
        if total > _MANY:
            self._store.database.fold_log_back()
        return total

    # -- searching

    def find(
        self, query: TextQuery, progress: Progress | None = None, *, best_first: bool = True
    ) -> Found:
        """Return the documents that match; those beyond the index come last.

        `progress` is asked now and then whether to go on. Raises Cancelled.
        """
        progress = progress or Progress()
        if query.finds_nothing:
            return Found(query, ())
        database, is_damaged = self._store.database, False
        with database.snapshot():
            reach = self._index.reach() if self._index.can_be_made() else 0
            positions: list[int] = []
            if reach:
                try:
                    positions = self._index.find(query, best_first=best_first)
                except StoreError:
                    reach, is_damaged = 0, True
            matcher = Matcher(query)
            positions += [
                position
                for position, _, title, text in self._texts_after(reach, progress)
                if matcher.accepts(title, text)
            ]
        return Found(query, positions, is_damaged)

    def hits(self, found: Found, first: int = 0, most: int | None = None) -> Iterator[ArticleHits]:
        """Yield documents of a search with their hits, from number `first` on, `most` of them."""
        matcher = Matcher(found.query)
        end = None if most is None else first + most
        for position in found.positions[first:end]:
            row = self._index.text_at(position)
            if row is not None:
                _, document, title, text = row
                yield ArticleHits(DocumentId(document), title, text, matcher.hits(text))

    def candidates(
        self, words: Iterable[str], progress: Progress | None = None
    ) -> list[DocumentId]:
        """Return the documents, in order of import, whose text may hold all these words.

        Each item may be several words, which then stand in a row ("politik uang"); one that ends
        with * stands for all that begin so. Case and accents are alike. A superset: also documents
        that have some of them in the title only. Without any word all documents are returned.
        """
        terms = [
            (Term(tuple(split), is_prefix=item.endswith("*")),)
            for item in words
            if (split := words_of(item))
        ]
        if not terms:
            return self._store.documents.ids()
        found = self.find(TextQuery(tuple(terms)), progress, best_first=False)
        return self._store.documents.ids_at(found.positions)

    def _texts_after(
        self, position: int, progress: Progress
    ) -> Iterator[tuple[int, str, str, str]]:
        while rows := self._index.texts_after(position, _PAGE):
            progress.step(0, 0)
            for row in rows:
                position, document, title, text = row
                yield position, document, title, text
