"""What checks ask of the whole project: the same words in other articles, changed guidelines."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from annotator.model.ids import DocumentId
from annotator.services.current import Current
from annotator.store.looks import Looks
from annotator.store.store import Store


class ToLookAt(NamedTuple):
    """An article with spans that are to be looked at again, and how many."""

    document: DocumentId
    title: str
    spans: int


class LookingService:
    """Answers for the spans of who annotates here."""

    def __init__(self, store: Store, current: Current) -> None:
        self._store = store
        self._current = current
        self._looks = Looks(store.database)
        self._raised: tuple[int, Mapping[str, int]] = (0, {})
        self._guidelines: tuple[int, Mapping[int, str]] = (0, {})

    def raised(self) -> Mapping[str, int]:
        """Return for labels that came to mean something else the number of the first such scheme.

        Spans of an earlier guideline are to be looked at again.
        """
        if self._raised[0] != self._current.scheme_version:
            changed = [label.id for label in self._current.scheme.labels if label.meaning > 1]
            since = self._store.schemes.raised(changed) if changed else {}
            self._raised = self._current.scheme_version, since
        return self._raised[1]

    def guideline_of(self, number: int) -> str:
        """Return the guideline version of a scheme by its number, "" where it is not known."""
        if self._guidelines[0] != self._current.scheme_version:
            known = self._store.schemes.guidelines()
            self._guidelines = self._current.scheme_version, known
        return self._guidelines[1].get(number, "")

    def labels_elsewhere(
        self, document: DocumentId, words: Iterable[str]
    ) -> dict[str, dict[str, int]]:
        """Return how often which label has these words in other articles, by words.

        Words that no other article has are there with no label.
        """
        asked = list(words)
        found = self._looks.labels_elsewhere(self._current.annotator_id, document, asked)
        return {key: found.get(key, {}) for key in asked}

    def to_look_at(self) -> list[ToLookAt]:
        """Return the articles with spans that are to be looked at again, in their order."""
        raised = self.raised()
        if not raised:
            return []
        found = self._looks.to_look_at_again(self._current.annotator_id, raised)
        return [ToLookAt(*row) for row in found]
