"""Page furniture of the articles of a project: what is grey, and what searches leave out."""

from collections.abc import Iterable
from typing import Final, Protocol, TypeVar

from annotator.model.document import Document
from annotator.model.ids import DocumentId
from annotator.store.all_story import AllStory
from annotator.store.store import Store
from annotator.text.furniture import Kind, Stretch, find, is_surely_story, stretch_at, touches

__all__ = ["FurnitureService", "Kind", "Sieve", "Stretch", "stretch_at", "touches"]

_MOST_KNOWN: Final = 20_000
_MOST_TOLD: Final = 100
_known: Final[dict[DocumentId, tuple[Stretch, ...]]] = {}
"""Furniture found lately, of all projects: ids are never used twice, and texts never change."""


class _Range(Protocol):
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


R = TypeVar("R", bound=_Range)


class FurnitureService:
    """Finds furniture when it is wanted; only that a person wants none of it is stored."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._all_story = AllStory(store.database)
        self._told: dict[DocumentId, bool] = {}

    def of(self, document: Document) -> tuple[Stretch, ...]:
        """Return the furniture of an article in its order, none where all of it is story."""
        return () if self.is_all_story(document.id) else furniture_of(document.id, document.text)

    def is_all_story(self, document: DocumentId) -> bool:
        """Tell whether a person said that nothing of an article is furniture."""
        if document not in self._told:
            if len(self._told) >= _MOST_TOLD:
                self._told.clear()
            self._told[document] = self._all_story.holds(document)
        return self._told[document]

    def set_all_story(self, document: DocumentId, *, on: bool) -> None:
        """Say that nothing of an article is furniture, or take that back; on the disk at once.

        Raises ProjectReadOnly, StoreUnavailable.
        """
        with self._store.database.transaction():
            self._all_story.put(document, is_in=on)
        self._told.pop(document, None)

    def sieve(self) -> "Sieve":
        """Return what leaves furniture out of what is found in many articles."""
        return Sieve(self._all_story.every())


class Sieve:
    """Lets through what stands in the story; `all_story` are articles without furniture."""

    def __init__(self, all_story: frozenset[DocumentId]) -> None:
        self._all_story = all_story

    def story(self, document: DocumentId, text: str, places: Iterable[R]) -> list[R]:
        """Return the places of an article that have no character in its furniture.

        The page is read only where a place may be in it: that is what a search has time for.
        """
        found = list(places)
        if document in self._all_story:
            return found
        if all(is_surely_story(text, place.start, place.end) for place in found):
            return found
        stretches = furniture_of(document, text)
        return [place for place in found if not touches(stretches, place.start, place.end)]


def furniture_of(document: DocumentId, text: str) -> tuple[Stretch, ...]:
    """Return the furniture of a text; that of the last few thousand is kept."""
    stretches = _known.get(document)
    if stretches is None:
        stretches = find(text)
        if len(_known) >= _MOST_KNOWN:
            _known.clear()
        _known[document] = stretches
    return stretches
