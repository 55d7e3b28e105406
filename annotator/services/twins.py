"""Reprints: found by MinHash, confirmed by the exact Jaccard index, kept as groups."""

from collections import OrderedDict
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from annotator.model.ids import DocumentId
from annotator.services.jobs import Progress
from annotator.store.store import Store
from annotator.store.twins import Twins
from annotator.text.shingles import ALIKE, BANDS, FORM, fingerprints, jaccard, shingles

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

_BATCH: Final = 500
"""Articles that are fingerprinted in one transaction."""
_KEPT: Final = 1_000
"""Sets of shingles kept in memory while pairs are confirmed."""
_BEFORE: Final = 2
"""Articles of a bucket that each one is compared with, besides the bucket's first."""
_SHOWN: Final = 200
_FINGERPRINTING: Final = 9
"""Of ten parts of the work."""


class Twin(NamedTuple):
    """Another article of the same story; `share` is the Jaccard index of the two, 0 to 1."""

    document: DocumentId
    title: str
    date: str
    source: str
    share: float


class TwinService:
    """The groups of reprints of a project."""

    def __init__(self, store: Store) -> None:
        self._database = store.database
        self._twins = Twins(store.database)

    @property
    def pending(self) -> int:
        """How many articles were not compared with the others yet."""
        return max(0, self._twins.last() - self._twins.reach(FORM))

    def refresh(self, progress: Progress | None = None) -> int:
        """Compare what is new with all articles; return how many articles came into a group.

        Raises Cancelled between two batches; what was fingerprinted is not done again. Raises
        StoreUnavailable, ProjectReadOnly.
        """
        self._database.check_writable()
        twins, progress = self._twins, progress or Progress()
        reach, last = twins.reach(FORM), twins.last()
        if reach >= last:
            return 0
        if not twins.is_of_form(FORM):
            twins.forget(FORM)
        self._fingerprint(last, progress)
        groups = _Groups(twins.groups())
        texts = _Shingles(twins)
        pairs = self._candidates(reach)
        for done, pair in enumerate(pairs):
            one, other = int(pair[0]), int(pair[1])
            if done % 100 == 0:
                share = done / len(pairs) / 10
                progress.step(int(last * (_FINGERPRINTING / 10 + share)), last)
            if not groups.are_together(one, other) and texts.jaccard(one, other) >= ALIKE:
                groups.join(one, other)
        changed = groups.changed()
        twins.settle(changed, FORM, last)
        progress.step(last, last)
        return len(changed)

    def of(self, document: DocumentId) -> list[Twin]:
        """Return the other articles of a document's group, the likest first, at most 200."""
        members = self._twins.members(document, _SHOWN + 1)
        own = next((one.position for one in members if one.document == document), None)
        if own is None:
            return []
        texts = _Shingles(self._twins)
        found = [
            Twin(one.document, one.title, one.date, one.source, texts.jaccard(own, one.position))
            for one in members
            if one.document != document
        ]
        return sorted(found, key=lambda twin: -twin.share)

    def count_of(self, document: DocumentId) -> int:
        """Return how many other articles are in a document's group."""
        return max(0, self._twins.size_of(document) - 1)

    def _fingerprint(self, last: int, progress: Progress) -> None:
        position = self._twins.last_fingerprint()
        while position < last and (rows := self._twins.texts_after(position, _BATCH)):
            progress.step(position * _FINGERPRINTING // 10, last)
            found = [(place, shingles(text)) for place, text in rows]
            worded = [(place, words) for place, words in found if words]
            made = fingerprints([words for _, words in worded])
            self._twins.keep(
                [(place, bands) for (place, _), bands in zip(worded, made, strict=True)]
            )
            position = rows[-1][0]

    def _candidates(self, reach: int) -> "NDArray[Any]":
        """Return pairs of positions that share a band, at least one of them beyond `reach`.

        Shape (pairs, 2), without doubles; 128 bytes an article are in memory meanwhile.
        """
        import numpy as np

        count = self._twins.count()
        positions = np.empty(count, dtype=np.int64)
        bands = np.empty((BANDS, count), dtype=np.uint32)
        filled = 0
        for page in self._twins.pages():
            upto = filled + len(page)
            positions[filled:upto] = [position for position, _ in page]
            packed = np.frombuffer(b"".join(one for _, one in page), dtype="<u4")
            bands[:, filled:upto] = packed.reshape(len(page), BANDS).T
            filled = upto
        codes = np.empty(0, dtype=np.int64)
        for band in bands[:, :filled]:
            for more in _pairs(band, positions[:filled], reach):
                codes = np.union1d(codes, more)
        return np.stack((positions[codes // max(filled, 1)], positions[codes % max(filled, 1)]), 1)


def _pairs(band: "NDArray[Any]", positions: "NDArray[Any]", reach: int) -> "Iterator[NDArray[Any]]":
    """Hand out pairs of one band as one number each: place of the earlier by count, plus the other.

    In a bucket each article is paired with the first one and with those just before it: a bucket
    of ten thousand articles with the same foot gives tens of thousands of pairs and not millions.
    """
    import numpy as np

    count = len(band)
    order = np.argsort(band, kind="stable")
    values = band[order]
    is_first = np.ones(count, dtype=bool)
    is_first[1:] = values[1:] != values[:-1]
    firsts = np.maximum.accumulate(np.where(is_first, np.arange(count), 0))
    places = np.arange(count)
    for partner in (firsts, *(places - back for back in range(1, _BEFORE + 1))):
        fits = (partner >= firsts) & (partner < places)
        one, other = order[partner[fits]], order[places[fits]]
        is_new = positions[other] > reach  # the later of two: sorting kept their order
        yield one[is_new].astype(np.int64) * count + other[is_new]


class _Groups:
    """Union-find over positions; a group is named by its first article."""

    def __init__(self, known: dict[int, int]) -> None:
        self._known = known
        self._parents = dict(known)

    def are_together(self, one: int, other: int) -> bool:
        return self._find(one) == self._find(other)

    def join(self, one: int, other: int) -> None:
        first, second = sorted((self._find(one), self._find(other)))
        self._parents.setdefault(first, first)
        self._parents[second] = first

    def changed(self) -> dict[int, int]:
        """Return the group of every article whose group is another one now."""
        found = {position: self._find(position) for position in self._parents}
        return {key: group for key, group in found.items() if self._known.get(key) != group}

    def _find(self, position: int) -> int:
        root = position
        while (above := self._parents.get(root, root)) != root:
            root = above
        while (above := self._parents.get(position, position)) != root:
            self._parents[position] = root
            position = above
        return root


class _Shingles:
    """The shingles of articles by position; those asked for last are kept."""

    def __init__(self, twins: Twins) -> None:
        self._twins = twins
        self._kept: OrderedDict[int, frozenset[str]] = OrderedDict()

    def jaccard(self, one: int, other: int) -> float:
        return jaccard(self._of(one), self._of(other))

    def _of(self, position: int) -> frozenset[str]:
        found = self._kept.pop(position, None)
        if found is None:
            found = shingles(self._twins.text_at(position))
        self._kept[position] = found
        if len(self._kept) > _KEPT:
            self._kept.popitem(last=False)
        return found
