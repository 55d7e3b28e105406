"""Where each character of a line with two directions is.

Qt's own answers fail there: `cursorToX` gives a place of the other direction at a change of it
(feasibility, trap 3), and the glyph runs of single characters are wrong within ligatures and for
letters with several marks. The runs of the whole line are right, so its characters share them.
"""

import unicodedata
from bisect import bisect_right
from collections.abc import Callable
from itertools import pairwise
from typing import NamedTuple

from PySide6.QtGui import QTextLayout, QTextLine

_TAB = "\t".encode("utf-16-le")


class Cell(NamedTuple):
    """A grapheme: UTF-16 units `start`..`end` of the layout, and its place on the line."""

    start: int
    end: int
    left: float
    right: float
    right_to_left: bool


def cells(layout: QTextLayout, number: int, next_stop: Callable[[int], int]) -> list[Cell]:
    """Return the cells of a line in logical order; `next_stop` leads to the next grapheme."""
    line = layout.lineAt(number)
    stops = _stops(line, next_stop)
    units = layout.text().encode("utf-16-le", "surrogatepass")
    places: dict[int, tuple[float, bool]] = {}
    edge = 0.0
    for run in line.glyphRuns(-1, -1, QTextLayout.GlyphRunRetrievalFlag.RetrieveAll):
        edge = max(edge, run.boundingRect().right())
        leftwards = run.isRightToLeft()
        origins: dict[int, tuple[int, float]] = {}
        for unit, point in zip(run.stringIndexes(), run.positions(), strict=True):
            start = stops[max(0, bisect_right(stops, unit) - 1)]
            # the glyph of the letter itself, not of a mark on it
            found = (unit, point.x())
            origins[start] = min(found, origins.get(start, found))
        places |= {start: (x, leftwards) for start, (_, x) in origins.items()}
    for start, end in pairwise(stops):
        if units[2 * start : 2 * start + 2] == _TAB:
            ends = _x(line, start), _x(line, end)
            places[start] = min(ends), ends[1] < ends[0]
            edge = max(edge, *ends)
    return _partition(stops, units, places, edge)


def _stops(line: QTextLine, next_stop: Callable[[int], int]) -> list[int]:
    """Units at which the line's graphemes start, and its end."""
    unit, end = line.textStart(), line.textStart() + line.textLength()
    stops = [unit]
    while unit < end:
        unit = min(max(next_stop(unit), unit + 1), end)
        stops.append(unit)
    return stops


def _partition(
    stops: list[int], units: bytes, places: dict[int, tuple[float, bool]], edge: float
) -> list[Cell]:
    """Give each grapheme what is between its left edge and the next one's.

    Invisible ones get no width; letters that have no glyph are the rest of a ligature.
    """
    groups: list[list[tuple[int, int]]] = []
    hidden: list[Cell] = []
    for start, end in pairwise(stops):
        place = places.get(start)
        if _is_invisible(units[2 * start : 2 * end]):
            x, leftwards = place or (0.0, False)
            hidden.append(Cell(start, end, x, x, leftwards))
        elif place is not None or not groups:
            places.setdefault(start, (0.0, False))
            groups.append([(start, end)])
        else:
            groups[-1].append((start, end))

    def from_the_left(group: list[tuple[int, int]]) -> tuple[float, int]:
        start = group[0][0]
        x, leftwards = places[start]
        return x, -start if leftwards else start

    groups.sort(key=from_the_left)
    found = hidden
    for number, group in enumerate(groups):
        left, leftwards = places[group[0][0]]
        right = places[groups[number + 1][0][0]][0] if number + 1 < len(groups) else edge
        width = (right - left) / len(group)
        for place_, part in enumerate(reversed(group) if leftwards else group):
            at = left + place_ * width
            found.append(Cell(*part, at, at + width, leftwards))
    return sorted(found)


def _is_invisible(grapheme: bytes) -> bool:
    return all(
        unicodedata.category(character) == "Cf"
        for character in grapheme.decode("utf-16-le", "surrogatepass")
    )


def _x(line: QTextLine, unit: int) -> float:
    x: float = line.cursorToX(unit)[0]  # type: ignore[index]  # the stubs leave the pair out
    return x
