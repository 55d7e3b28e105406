"""Which level each mark has on one line: the outermost on 0, what it covers below. Pure.

Levels are given per line and within one cluster of overlapping marks, so that no gap of a mark
and no mark of another line pushes anything down (feasibility, section 3, the three faults).
"""

from collections.abc import Iterable
from typing import Final

from annotator.records import Record
from annotator.ui.text_view.scene import Mark

MOST_LANES: Final = 6
"""Levels drawn; what is deeper is only counted."""


class Placed(Record):
    """A mark's part on one line, `start` to `end`, on level `lane`; each piece has its own."""

    mark: Mark
    start: int
    end: int
    lane: int

    @property
    def opens(self) -> bool:
        """True when the mark starts here, so that its chip is on this line."""
        return self.mark.start == self.start


class Overflow(Record):
    """`count` marks of a cluster found no level; the cluster ends at `end`."""

    end: int
    count: int


class Lanes(Record):
    """All that one line shows."""

    placed: tuple[Placed, ...] = ()
    overflow: tuple[Overflow, ...] = ()

    @property
    def depth(self) -> int:
        """Number of levels in use."""
        return max((part.lane for part in self.placed), default=-1) + 1

    def with_chips(self) -> list[bool]:
        """Tell for each level whether anything is written on it: a chip, or the overflow."""
        written = [False] * self.depth
        for part in self.placed:
            written[part.lane] |= part.opens
        if self.overflow:
            written[-1] = True
        return written


NO_LANES: Final = Lanes()

_Part = tuple[int, int, Mark, tuple[int, int]]
"""Where a piece of a mark is on the line, and what it is sorted by: long ones first."""


def assign_lanes(marks: Iterable[Mark], start: int, end: int) -> Lanes:
    """Give levels to the parts of `marks` within the line `start`..`end` (code points).

    Longest mark first (of equally long ones the one that starts first, then the earlier given),
    each on the lowest level that is free along its part. A piece of a mark counts as a mark: what
    stands in a gap is not pushed down.
    """
    parts = [
        (max(first, start), min(last, end), mark, (first - last, first))
        for mark in marks
        for first, last in mark.stretches
        if first < end and last > start
    ]
    if not parts:
        return NO_LANES
    parts.sort(key=lambda part: part[0])
    placed: list[Placed] = []
    overflow: list[Overflow] = []
    cluster: list[_Part] = []
    reach = -1
    for part in parts:
        if cluster and part[0] >= reach:
            _place(cluster, reach, placed, overflow)
            cluster = []
        cluster.append(part)
        reach = max(reach, part[1])
    _place(cluster, reach, placed, overflow)
    return Lanes(tuple(placed), tuple(overflow))


def _place(
    cluster: list[_Part],
    reach: int,
    placed: list[Placed],
    overflow: list[Overflow],
) -> None:
    if len(cluster) == 1:
        start, end, mark, _ = cluster[0]
        placed.append(Placed(mark, start, end, 0))
        return
    lanes: list[list[tuple[int, int]]] = []
    hidden = 0
    cluster.sort(key=lambda part: part[3])
    for start, end, mark, _ in cluster:
        for level, taken in enumerate(lanes):
            if all(end <= other_start or start >= other_end for other_start, other_end in taken):
                lane = level
                break
        else:
            if len(lanes) == MOST_LANES:
                hidden += 1
                continue
            lane, taken = len(lanes), []
            lanes.append(taken)
        taken.append((start, end))
        placed.append(Placed(mark, start, end, lane))
    if hidden:
        overflow.append(Overflow(reach, hidden))
