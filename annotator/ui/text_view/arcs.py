"""Where arcs between marks run. Pure: numbers in, numbers out, in pixels of the viewport.

An arc runs in the gap between two lines of text, where the chips are, and crosses the text at
most once. A partner farther away gets a stub: an arrow and its words beside the mark at hand.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from enum import IntEnum
from itertools import pairwise
from math import inf
from typing import Final, NamedTuple

from annotator.records import Record
from annotator.ui.text_view.geometry import Box

MOST_LINES: Final = 2
"""Marks with more lines between their beginnings are joined by no arc."""
HEAD: Final = 8.0
"""Length of an arrow head."""
PILL_HEIGHT: Final = 14.0
LEVEL_HEIGHT: Final = PILL_HEIGHT + 2.0
"""How far apart arcs run that would meet, where lines have room for several."""
_CORNER: Final = 6.0
_CLEAR: Final = 4.0
"""Least distance of a pill from the ends of its run."""
_STUB: Final = 18.0
_APART: Final = 3.0
_LEAN: Final = 10.0
"""How far from the middle of a mark an arc leaves, towards its other end."""
_STUB_POINTS: Final = 3
_SINK: Final = 3.0
"""How far a pill hangs below its run: rather over chips than over text."""


class Strength(IntEnum):
    """How an arc is drawn; a stronger one is placed first and painted last."""

    ALL = 0
    HOVERED = 1
    SELECTED = 2


class Point(NamedTuple):
    """A place in the viewport."""

    x: float
    y: float


class End(Record):
    """A mark on one line: its box, and the levels above and below it where arcs may run.

    `line` counts the lines of text on the screen. `upper` and `lower` are the least and greatest x
    where arcs meet the box from above and below (beside the chip, if there is room).
    """

    line: int
    box: Box
    above: float
    below: float
    upper: tuple[float, float]
    lower: tuple[float, float]

    def port(self, towards: float, *, upper: bool) -> float:
        """Return the x where an arc that goes on to the x `towards` meets the box."""
        least, greatest = self.upper if upper else self.lower
        middle = (self.box.left + self.box.right) / 2
        lean = max(-_LEAN, min(towards - middle, _LEAN))
        return min(max(middle + lean, least), greatest)


class Request(Record):
    """An arc that is wanted: its ends as far as they are on the screen.

    A stub is drawn at the source or the target, and where that is out of sight at the other.
    `downward` tells whether the target comes later in the text; `words` are those of source and
    target, for the stub at the other.
    """

    source: Sequence[End]
    target: Sequence[End]
    text: str
    role: str = ""
    strength: Strength = Strength.SELECTED
    stub_at_source: bool = True
    downward: bool = True
    words: tuple[str, str] = ("", "")


class Placed(Record):
    """An arc in its place: corners of its way from source to target, pill and what it says."""

    points: tuple[Point, ...]
    pill: Box
    text: str
    role: str
    strength: Strength


def place(
    requests: Iterable[Request],
    width_of: Callable[[str], float],
    bounds: tuple[float, float],
    keep_clear: Iterable[Box] = (),
    levels: int = 1,
) -> list[Placed]:
    """Return the arcs in the order of painting; pills stand side by side within `bounds`.

    They stand neither on each other nor on a box of `keep_clear`: an arc that finds no place for
    its pill says nothing. A stub for which there is no room left beside its mark is left out.
    `levels` is how many arcs may run one over the other.
    """
    placed: list[Placed] = []
    taken = _Taken(list(keep_clear), [], [])
    ways = [(request, route(request.source, request.target)) for request in requests]
    for request, way in sorted(ways, key=lambda one: (-one[0].strength, _length(one[1]))):
        tries = []
        for level in range(levels):
            shift = -level * LEVEL_HEIGHT
            if way is None:
                found = _stub(request, width_of, bounds, taken, shift)
            else:
                moved = _shifted(way, shift)
                pill = _pill_on(moved, width_of(request.text), bounds, taken)
                found = Placed(moved, pill, request.text, request.role, request.strength)
            if found is not None:
                tries.append(found)
        if tries:
            best = min(tries, key=taken.trouble_with)  # of equals the first: the lowest level
            if taken.is_under(best.pill):
                best = replace(best, text="")
            taken.add(best)
            placed.append(best)
    return placed[::-1]


class _Taken(NamedTuple):
    """What is placed already: boxes to keep clear, pills, and the level parts of ways."""

    clear: list[Box]
    pills: list[Box]
    runs: list[Box]

    @property
    def boxes(self) -> Iterable[Box]:
        """Everything that a pill should not stand on."""
        return (*self.clear, *self.pills)

    def add(self, arc: Placed) -> None:
        if arc.text:
            self.pills.append(arc.pill)
        self.runs.append(_run(arc.points))

    def is_under(self, pill: Box) -> bool:
        return any(_meet(pill, other) for other in self.boxes)

    def trouble_with(self, arc: Placed) -> int:
        """Weigh what an arc would meet: pills hide others, runs on runs cannot be told apart."""
        pill, run = arc.pill, _run(arc.points)
        return (
            8 * sum(_meet(pill, other) for other in self.pills)
            + 4 * sum(_meet(pill, other) for other in self.clear)
            + 2 * sum(_meet(run, other) for other in self.runs)
            + sum(_meet(run, other) for other in self.pills)
        )


def _length(way: Sequence[Point] | None) -> float:
    """Order ways: short ones first, they lie lowest; stubs last."""
    return inf if way is None else abs(way[1].x - way[2].x)


def _shifted(way: tuple[Point, ...], shift: float) -> tuple[Point, ...]:
    """Return a way whose level part is moved up or down."""
    first, one, other, last = way
    return first, Point(one.x, one.y + shift), Point(other.x, other.y + shift), last


def _run(points: Sequence[Point]) -> Box:
    """Return the level part of a way, or of a stub, as a flat box."""
    one, other = (points[1], points[2]) if len(points) > _STUB_POINTS else _level(points)
    return Box(min(one.x, other.x), one.y - 1, max(one.x, other.x), one.y + 1)


def _level(points: Sequence[Point]) -> tuple[Point, Point]:
    return next(pair for pair in pairwise(points) if pair[0].y == pair[1].y)


def route(source: Sequence[End], target: Sequence[End]) -> tuple[Point, ...] | None:
    """Return the corners of the way between the parts nearest each other, None if too far."""
    pairs = [(one, other) for one in source for other in target]
    if not pairs:
        return None
    one, other = min(pairs, key=lambda pair: _distance(*pair))
    lines = other.line - one.line
    if abs(lines) > MOST_LINES:
        return None
    there = (other.box.left + other.box.right) / 2
    here = (one.box.left + one.box.right) / 2
    start = one.port(there, upper=lines <= 0)
    end = other.port(here, upper=lines >= 0)
    if lines > 0:
        return _corners(start, one.box.bottom, one.below, end, other.box.top)
    if lines < 0:
        return _corners(start, one.box.top, one.above, end, other.box.bottom)
    if abs(start - end) < 2 * _CORNER:  # one within the other: a bow wide enough to be seen
        middle = (start + end) / 2
        half = _CORNER if start <= end else -_CORNER
        start, end = middle - half, middle + half
    return _corners(start, one.box.top, one.above, end, other.box.top)


def _distance(one: End, other: End) -> tuple[int, float]:
    gap = max(one.box.left, other.box.left) - min(one.box.right, other.box.right)
    return abs(one.line - other.line), gap


def _corners(
    start: float, leaves: float, level: float, end: float, arrives: float
) -> tuple[Point, ...]:
    return Point(start, leaves), Point(start, level), Point(end, level), Point(end, arrives)


def rounded(points: Sequence[Point]) -> list[tuple[Point, Point, Point]]:
    """Return each inner corner with the points where its bend begins and ends."""
    bends = []
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        bends.append((_towards(corner, before), corner, _towards(corner, after)))
    return bends


def _towards(start: Point, end: Point) -> Point:
    """Return where a bend at `start` ends on its way to `end`: at most half way."""
    dx, dy = end.x - start.x, end.y - start.y
    length = (dx * dx + dy * dy) ** 0.5
    share = min(_CORNER / length, 0.5) if length else 0.0
    return Point(start.x + dx * share, start.y + dy * share)


def head(points: Sequence[Point], length: float = HEAD) -> tuple[Point, Point, Point]:
    """Return the arrow head at the last point: its tip and its two other corners."""
    before, tip = points[-2], points[-1]
    dx, dy = tip.x - before.x, tip.y - before.y
    far = (dx * dx + dy * dy) ** 0.5 or 1.0
    dx, dy = dx / far * length, dy / far * length
    half = 0.42
    left = Point(tip.x - dx + dy * half, tip.y - dy - dx * half)
    right = Point(tip.x - dx - dy * half, tip.y - dy + dx * half)
    return tip, left, right


def _pill_on(way: Sequence[Point], width: float, bounds: tuple[float, float], taken: _Taken) -> Box:
    """Return where a pill goes: mid-run, beside what is taken, or beside a run that is too short.

    Where every place meets something, the first that meets fewest pills.
    """
    left, right = sorted((way[1].x, way[2].x))
    half, middle = width / 2, (left + right) / 2
    if right - left >= width + 2 * _CLEAR:
        step = (right - left - width) / 2 - _CLEAR
        wanted = [middle + step * part for part in (0.0, -0.5, 0.5, -1.0, 1.0, -0.25, 0.25)]
    else:
        wanted = []
    wanted += [right + _CLEAR + half, left - _CLEAR - half, middle]
    level = _pill(middle, way[1].y, width)
    for other in taken.boxes:  # else beside what is in the way, close by
        if other.top < level.bottom and level.top < other.bottom:
            sides = other.left - _APART - half, other.right + _APART + half
            wanted += [x for x in sides if left - _CLEAR - width <= x <= right + _CLEAR + width]
    pills = [_pill(x - half, way[1].y, width) for x in wanted]
    inside = [pill for pill in pills if bounds[0] <= pill.left and pill.right <= bounds[1]]
    return min(
        inside or pills,
        key=lambda pill: (
            sum(_meet(pill, other) for other in taken.pills),
            sum(_meet(pill, other) for other in taken.clear),
        ),
    )


def _stub(
    request: Request,
    width_of: Callable[[str], float],
    bounds: tuple[float, float],
    taken: _Taken,
    shift: float,
) -> Placed | None:
    leaves = bool(request.source) and (request.stub_at_source or not request.target)
    ends = request.source if leaves else request.target
    if not ends:
        return None
    downward = request.downward is leaves
    end = ends[-1] if downward else ends[0]
    arrow = "\u2193" if downward else "\u2191"
    text = " ".join(part for part in (request.text, arrow, request.words[leaves]) if part)
    width = width_of(text)
    start = end.box.bottom if downward else end.box.top
    level = (end.below if downward else end.above) + shift
    for side in (1.0, -1.0):
        x = end.port(side * inf, upper=not downward)
        edge = x + side * _STUB
        pill = _pill(edge if side > 0 else edge - width, level, width)
        while (other := next((one for one in taken.boxes if _meet(pill, one)), None)) is not None:
            edge = other.right + _CLEAR + HEAD if side > 0 else other.left - _CLEAR - HEAD
            pill = _pill(edge if side > 0 else edge - width, level, width)
        if bounds[0] <= pill.left and pill.right <= bounds[1]:
            points = (Point(x, start), Point(x, level), Point(edge, level))
            way = points if leaves else points[::-1]
            return Placed(way, pill, text, request.role, request.strength)
    return None


def _pill(left: float, level: float, width: float) -> Box:
    top = round(level + _SINK - PILL_HEIGHT / 2)
    return Box(left, top, left + width, top + PILL_HEIGHT)


def _meet(one: Box, other: Box) -> bool:
    return (
        one.left < other.right + _APART
        and other.left < one.right + _APART
        and one.top < other.bottom
        and other.top < one.bottom
    )
