"""What lists are filtered and sorted by, of all documents at once, as columns in memory.

A million documents take some 35 MB. Everything about one document stands at the same place of
every column: its position less one.

To filter by something new: a `Key` in `services/queue.py` with what may be typed for it, and a row
of `_CONDITIONS` here. Where it is a value of a document, it is a `Field` of `store/listing.py` and
a column of its table besides; where it is told by other tables, a column of its own in `_read`.
"""

from collections.abc import Callable, Mapping, Sequence
from hashlib import blake2b
from typing import TYPE_CHECKING, Any, Final

from annotator.model.ids import AnnotatorId
from annotator.model.project import DocumentSummary, Status
from annotator.services.jobs import Progress
from annotator.services.queue import Key, Order, Query
from annotator.store.listing import PACKED, PROGRESS, STATUSES, TWINS, Field, Listing

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Column = NDArray[Any]
    Mask = NDArray[np.bool_]

SETTLED: Final = frozenset({Status.DONE, Status.SKIPPED})
_BEFORE_TITLES: Final = "\"'“”‘’«([ "
"""What does not count where titles are sorted."""
_TOLD: Final = {"status": "u1", "spans": "i4", "lead": "?", "noted": "?"}
"""Columns that acts change."""
_MARKED: Final = {"mixed": "?", "twin": "?", "later": "?"}
"""Columns made of other tables; of a group of reprints all but the first are `later`."""


class Catalogue:
    """The columns, as one annotator sees them. Only `put` changes them."""

    def __init__(self, who: AnnotatorId, columns: Mapping[str, "Column"]) -> None:
        self.who = who
        self._columns = columns
        self.size = len(columns["length"])
        """How many documents it knows: those up to this position."""
        self._title_ranks: Column | None = None

    def put(self, position: int, row: DocumentSummary, listing: Listing) -> None:
        """Take over what is told of one document now."""
        if position <= self.size:
            for piece in listing.columns(position - 1, position):
                for name, values in _unpacked(piece, PACKED).items():
                    self._columns[name][position - 1] = values[0]
            told = (STATUSES.index(row.status), row.span_count, row.lead_notes, row.open_notes)
            for name, value in zip(_TOLD, told, strict=True):
                self._columns[name][position - 1] = value

    def counts(self) -> dict[Status, int]:
        """Return how many documents have each status."""
        import numpy as np

        counts = np.bincount(self._columns["status"], minlength=len(STATUSES)).tolist()
        return dict(zip(STATUSES, counts, strict=True))

    def common(self, field: Field, most: int, listing: Listing) -> list[tuple[str, int]]:
        """Return the commonest values of a field with how often they are there, without ""."""
        import numpy as np

        counts = np.bincount(self._columns[field])
        found = np.argsort(-counts, kind="stable")[: most + 1].tolist()
        values = listing.values(found)
        pairs = [(values.get(number, ""), int(counts[number])) for number in found]
        return [pair for pair in pairs if all(pair)][:most]

    def noted(self) -> tuple[int, int]:
        """Return how many documents have open notes, and how many have such for the lead."""
        return int(self._columns["noted"].sum()), int(self._columns["lead"].sum())

    def marked(self) -> tuple[int, int, int]:
        """Return how many documents mix languages, have reprints, and are each story's first."""
        columns = self._columns
        first = self.size - int(columns["later"].sum())
        return int(columns["mixed"].sum()), int(columns["twin"].sum()), first

    def left(self) -> tuple[int, int]:
        """Return how many documents have work left, and the code points of their texts."""
        is_open = ~self._settled(self._columns["status"])
        return int(is_open.sum()), int(self._columns["length"][is_open].sum())

    def next_open(self, shown: Sequence[int], row: int, step: int) -> int | None:
        """Return the next row with work left in a direction, once around; not `row` itself.

        `shown` are the positions of all rows. None where there is no such row.
        """
        import numpy as np

        places = np.asarray(shown, dtype=np.int32) - 1
        rows = np.flatnonzero(~self._settled(self._columns["status"][places]))
        rows = rows[rows != row]
        if not len(rows):
            return None
        at = int(np.searchsorted(rows, row)) - (step < 0)
        return int(rows[at % len(rows)])

    def find(
        self,
        query: Query,
        order: Order,
        seed: str,
        listing: Listing,
        *,
        keep: Sequence[int] = (),
    ) -> Sequence[int]:
        """Return the positions of what is wanted, in order; `seed` makes the random one.

        `keep` are positions that are wanted whatever the query says.
        """
        import numpy as np

        values: dict[Key, list[str]] = {}
        for part in query.parts:
            values.setdefault(part.key, []).append(part.value)
        mask = np.ones(self.size, dtype=bool)
        for key, wanted in values.items():
            mask &= _CONDITIONS[key](self._columns, wanted, listing)
        if query.words:
            titled = np.zeros(self.size, dtype=bool)
            titled[_positions(listing.titled(query.words, self.size)) - 1] = True
            mask &= titled
        if len(keep):
            mask[np.asarray(keep, dtype=np.int32) - 1] = True
        found = np.flatnonzero(mask).astype(np.int32)
        if order is not Order.IMPORT:
            keys = self._keys(order, seed, listing)
            found = found[np.argsort(keys[found], kind="stable")]
        return found + 1  # type: ignore[return-value]  # an array is one for all we do with it

    def _keys(self, order: Order, seed: str, listing: Listing) -> "Column":
        """Return by what each document is sorted, the least first."""
        columns = self._columns
        if order is Order.TITLE:
            return self._title_keys(listing)
        if order is Order.RANDOM:
            return _shuffled(columns["shuffle"], seed)
        if order is Order.UNDECIDED:
            return self._settled(columns["status"])
        if order in {Order.NEWEST, Order.OLDEST}:
            return _dated(columns["date"], listing, newest=order is Order.NEWEST)
        by_length = order in {Order.SHORTEST, Order.LONGEST}
        column: Column = columns["length" if by_length else "spans"]
        return -column if order in {Order.LONGEST, Order.MOST} else column

    def _title_keys(self, listing: Listing) -> "Column":
        """Return where each title stands in their order; kept, for a million take two seconds."""
        import numpy as np

        if self._title_ranks is None:
            ranks, done = np.empty(self.size, dtype=np.int32), 0
            for piece in listing.by_title(_BEFORE_TITLES, self.size):
                places = _positions(piece) - 1
                ranks[places] = np.arange(done, done + len(places), dtype=np.int32)
                done += len(places)
            self._title_ranks = ranks
        return self._title_ranks

    @staticmethod
    def _settled(status: "Column") -> "Mask":
        import numpy as np

        return np.isin(status, [STATUSES.index(one) for one in SETTLED])


def read_catalogue(
    listing: Listing,
    who: AnnotatorId,
    last: int,
    before: Catalogue | None = None,
    progress: Progress | None = None,
) -> Catalogue:
    """Read the columns of the documents up to the position `last`.

    Of what `before` knows only what acts change is read again. Raises Cancelled.
    """
    import numpy as np

    known = 0 if before is None else before.size
    pieces: dict[str, list[Column]] = {name: [] for name, _ in PACKED}
    if before is not None:
        for name, kept in pieces.items():
            kept.append(before._columns[name])  # noqa: SLF001 - of the same kind
    for piece in listing.columns(known, last):
        for name, values in _unpacked(piece, PACKED).items():
            pieces[name].append(values)
        if progress is not None:
            progress.step(0, 0)
    columns = {
        name: np.concatenate(kept) if kept else np.empty(0, dtype=kind)
        for (name, kind), kept in zip(PACKED, pieces.values(), strict=True)
    }
    size = len(columns["length"])
    columns |= {name: np.zeros(size, dtype=kind) for name, kind in _TOLD.items()}
    touched = _unpacked(listing.progress(who), PROGRESS)
    within = touched["position"] <= size
    places = touched["position"][within] - 1
    for name in ("status", "spans"):
        columns[name][places] = touched[name][within]
    for name, for_lead in (("noted", False), ("lead", True)):
        noted = [at - 1 for at in listing.noted(for_lead=for_lead) if at <= size]
        columns[name][noted] = True
    columns |= _marks(listing, size)
    made = Catalogue(who, columns)
    if before is not None and before.size == size:
        made._title_ranks = before._title_ranks  # noqa: SLF001 - of the same kind
    return made


def _marks(listing: Listing, size: int) -> dict[str, "Column"]:
    import numpy as np

    marks = {name: np.zeros(size, dtype=kind) for name, kind in _MARKED.items()}
    mixed = _positions(listing.mixed())
    marks["mixed"][mixed[mixed <= size] - 1] = True
    twins = _unpacked(listing.twins(), TWINS)
    within = twins["position"] <= size
    places = twins["position"][within] - 1
    marks["twin"][places] = True
    marks["later"][places] = (twins["position"] != twins["group"])[within]
    return marks


def _unpacked(packed: bytes, kinds: Sequence[tuple[str, str]]) -> dict[str, "Column"]:
    """Return the columns of a packed table, each by itself, in this machine's byte order."""
    import numpy as np

    rows = np.frombuffer(packed, dtype=[(name, f">{kind}") for name, kind in kinds])
    return {name: rows[name].astype(kind) for name, kind in kinds}


def _positions(packed: bytes) -> "Column":
    import numpy as np

    return np.frombuffer(packed, dtype=">i4").astype(np.int32)


def _of_status(columns: Mapping[str, "Column"], wanted: list[str], _listing: Listing) -> "Mask":
    import numpy as np

    return np.isin(columns["status"], [STATUSES.index(Status(one)) for one in wanted])


def _valued(field: Field, condition: str) -> Callable[..., "Mask"]:
    """Return a condition on the values of a field; those wanted are alternatives."""

    def keep(columns: Mapping[str, "Column"], wanted: list[str], listing: Listing) -> "Mask":
        import numpy as np

        numbers = {
            number for value in wanted for number in listing.numbers(field, condition, value)
        }
        return np.isin(columns[field], np.fromiter(numbers, dtype=np.int32), kind="table")

    return keep


def _of_source(columns: Mapping[str, "Column"], wanted: list[str], listing: Listing) -> "Mask":
    words = [words.casefold() for words in wanted]
    return _valued(Field.SOURCE, "holds")(columns, words, listing)


def _after(columns: Mapping[str, "Column"], wanted: list[str], listing: Listing) -> "Mask":
    return _valued(Field.DATE, "from")(columns, [max(wanted)], listing)


def _before(columns: Mapping[str, "Column"], wanted: list[str], listing: Listing) -> "Mask":
    return _valued(Field.DATE, "begins_until")(columns, [min(wanted)], listing)


def _flagged(columns: Mapping[str, "Column"], wanted: list[str], _listing: Listing) -> "Mask":
    import numpy as np

    mask = np.zeros(len(columns["status"]), dtype=bool)
    if "article" in wanted:
        mask |= columns["status"] == STATUSES.index(Status.FLAGGED)
    if "lead" in wanted:
        mask |= columns["lead"]
    return mask


def _noted(columns: Mapping[str, "Column"], _wanted: list[str], _listing: Listing) -> "Mask":
    return columns["noted"].copy()


def _of_twins(columns: Mapping[str, "Column"], wanted: list[str], _listing: Listing) -> "Mask":
    import numpy as np

    mask = np.zeros(len(columns["twin"]), dtype=bool)
    if "any" in wanted:
        mask |= columns["twin"]
    if "none" in wanted:
        mask |= ~columns["twin"]
    if "first" in wanted:
        mask |= ~columns["later"]
    return mask


def _mixed(columns: Mapping[str, "Column"], _wanted: list[str], _listing: Listing) -> "Mask":
    return columns["mixed"].copy()


_CONDITIONS: Final[dict[Key, Callable[..., "Mask"]]] = {
    Key.STATUS: _of_status,
    Key.LANGUAGE: _valued(Field.LANGUAGE, "is"),
    Key.SOURCE: _of_source,
    Key.AFTER: _after,
    Key.BEFORE: _before,
    Key.FLAG: _flagged,
    Key.NOTES: _noted,
    Key.TWINS: _of_twins,
    Key.MIX: _mixed,
}
"""Each takes the columns, the values wanted and the listing, and tells what to keep."""


def _dated(dates: "Column", listing: Listing, *, newest: bool) -> "Column":
    """Return the place of each date in their order; documents without one come last."""
    import numpy as np

    numbers = listing.sorted_numbers(Field.DATE)
    ranks = np.zeros(max([*numbers, int(dates.max(initial=0))]) + 1, dtype=np.int32)
    in_order = np.arange(1, len(numbers) + 1, dtype=np.int32)
    ranks[numbers] = in_order[::-1] if newest else in_order
    without = [number for number, value in listing.values(numbers[:1]).items() if not value]
    ranks[without] = len(numbers) + 1
    narrow = np.uint16 if len(numbers) < 2**16 - 2 else np.int32
    found: Column = ranks.astype(narrow)[dates]  # sixteen bits are sorted ten times as quickly
    return found


def _shuffled(numbers: "Column", seed: str) -> "Column":
    """Mix a seed into what documents have of their own; as random as SplitMix64."""
    import numpy as np

    start = int.from_bytes(blake2b(seed.encode(), digest_size=8).digest(), "little")
    mixed = numbers ^ np.uint64(start)
    for shift, factor in ((30, 0xBF58476D1CE4E5B9), (27, 0x94D049BB133111EB)):
        mixed = (mixed ^ (mixed >> np.uint64(shift))) * np.uint64(factor)
    found: Column = mixed ^ (mixed >> np.uint64(31))
    return found
