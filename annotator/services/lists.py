"""Lists of documents: which are wanted, in what order, and how many there are of each kind."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from annotator.model.project import DocumentSummary, Status
from annotator.services.current import Current
from annotator.services.jobs import Progress
from annotator.services.queue import Key, Order, Part, parse_query
from annotator.store.store import Store

if TYPE_CHECKING:
    from annotator.model.ids import DocumentId
    from annotator.services.catalogue import Catalogue

AT_ONCE = 30_000
"""Documents of which the catalogue is read in a blink; of more it is a job for another thread."""


class Wanted(NamedTuple):
    """What a list shall show: a query as it is typed, a `services.queue.Order`, and its seed."""

    text: str = ""
    order: str = Order.IMPORT.value
    seed: str = ""

    @property
    def is_everything(self) -> bool:
        """True where all documents are wanted as they were imported."""
        return not self.text.strip() and self.order == Order.IMPORT


class ListService:
    """Answers what lists of documents ask, for who annotates here.

    The catalogue is read when it is first wanted, and again after `forget`. With many documents
    have `job_read` read it in another thread and `take` the result.
    """

    def __init__(self, store: Store, current: Current) -> None:
        self._documents = store.documents
        self._current = current
        self._catalogue: Catalogue | None = None
        self._forgotten = self._read_at = self._reading_at = 0
        """How often `forget` was said: in all, before what is known was read, before a reading."""
        self._put_since: set[DocumentId] = set()

    def count(self) -> int:
        """Return how many documents there are."""
        return self._documents.count()

    @property
    def is_ready(self) -> bool:
        """True while the catalogue knows everything there is."""
        made = self._catalogue
        return (
            made is not None
            and self._read_at == self._forgotten
            and made.who == self._current.annotator_id
            and made.size == self.count()
        )

    @property
    def is_quick(self) -> bool:
        """True where the catalogue can be made ready in a blink."""
        return self.is_ready or self.count() <= AT_ONCE

    def forget(self) -> None:
        """Say that acts on many documents came in: the catalogue is read again when wanted."""
        self._forgotten += 1

    def read(
        self, progress: Progress | None = None, known: "Catalogue | None" = None
    ) -> "Catalogue":
        """Read the catalogue; of `known` only what acts change. Raises Cancelled."""
        from annotator.services.catalogue import read_catalogue

        who, last = self._current.annotator_id, self.count()
        return read_catalogue(self._documents.listing, who, last, known, progress)

    def begin(self) -> "Catalogue | None":
        """Return what is known, for a reading in another thread that begins now."""
        self._put_since.clear()
        self._reading_at = self._forgotten
        return self._catalogue

    def take(self, catalogue: "Catalogue") -> None:
        """Use what such a reading has brought; what changed meanwhile is put into it."""
        self._catalogue, self._read_at = catalogue, self._reading_at
        for document in self._put_since:
            self._put(self._documents.summary(document, self._current.annotator_id))

    def put(self, row: DocumentSummary) -> None:
        """Take over the state of one document."""
        self._put_since.add(row.id)
        self._put(row)

    def _put(self, row: DocumentSummary) -> None:
        position = self._documents.position(row.id)
        if self._catalogue is not None and position is not None:
            self._catalogue.put(position, row, self._documents.listing)

    def catalogue(self) -> "Catalogue":
        """Return the catalogue; reads it first where it is not ready."""
        if self._catalogue is None or not self.is_ready:
            self.take(self.read(known=self.begin()))
        assert self._catalogue is not None
        return self._catalogue

    # -- what lists ask ----------------------------------------------------------------------------

    def find(
        self, wanted: Wanted, keep: Sequence[int] = (), known: "Catalogue | None" = None
    ) -> Sequence[int]:
        """Return the positions of what is wanted, in order; those of `keep` whatever is wanted.

        `known` is the catalogue to look into where this is not the thread that has it.
        """
        if wanted.is_everything:
            return range(1, self.count() + 1)
        query, order = parse_query(wanted.text), Order(wanted.order)
        made, listing = known or self.catalogue(), self._documents.listing
        return made.find(query, order, wanted.seed, listing, keep=keep)

    def counts(self) -> Mapping[Status, int]:
        """Return how many documents have each status."""
        if self._catalogue is not None and self.is_ready:
            return self._catalogue.counts()
        return self._documents.status_counts(self._current.annotator_id)

    def offers(self, most: int) -> dict[str, list[tuple[Part, int]]]:
        """Return the conditions that can be offered, by name of the key, and how many hold each.

        Of languages and sources the `most` commonest; flags and notes stand under "flag", reprints
        and mixed languages, where there are any, under "kind".
        """
        from annotator.store.listing import Field

        made, listing = self.catalogue(), self._documents.listing
        counts = made.counts()
        noted, lead = made.noted()
        found = {
            Key.STATUS.value: [(Part(Key.STATUS, one.value), counts[one]) for one in Status],
            Key.FLAG.value: [
                (Part(Key.FLAG, "article"), counts[Status.FLAGGED]),
                (Part(Key.FLAG, "lead"), lead),
                (Part(Key.NOTES, "open"), noted),
            ],
        }
        mixed, twins, first = made.marked()
        found["kind"] = [(Part(Key.MIX, "yes"), mixed)] if mixed else []
        if twins:
            found["kind"] += [(Part(Key.TWINS, "any"), twins), (Part(Key.TWINS, "first"), first)]
        for key, field in ((Key.LANGUAGE, Field.LANGUAGE), (Key.SOURCE, Field.SOURCE)):
            common = made.common(field, most, listing)
            found[key.value] = [(Part(key, value), count) for value, count in common]
        return found

    def left(self) -> tuple[int, int]:
        """Return how many documents have work left, and the code points of their texts."""
        return self.catalogue().left()

    def next_open(self, shown: Sequence[int], row: int, step: int) -> int | None:
        """Return the next row with work left in a direction, once around; not `row` itself.

        `shown` are the positions of all rows.
        """
        return self.catalogue().next_open(shown, row, step)
