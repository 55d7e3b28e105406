"""Where each character of a line with two directions is.

Qt's own answers fail there in several ways (PySide6 6.11): `cursorToX` gives the first character
of a run a place of the other direction (feasibility, trap 3) and shifts lines that end in a blank;
the glyph runs of single characters are wrong within ligatures and for letters with marks; the
string indexes of runs are wrong where a leftward run has several fonts. What is right: the
rectangles of whole runs, and the distances between caret stops within one run.
"""

from collections.abc import Callable
from itertools import pairwise
from typing import NamedTuple

from PySide6.QtGui import QTextLayout, QTextLine

from annotator.records import Record

_TAB = "\t".encode("utf-16-le")
_BLANK = " ".encode("utf-16-le")


class Cell(NamedTuple):
    """A grapheme: UTF-16 units `start`..`end` of the layout, and its place on the line."""

    start: int
    end: int
    left: float
    right: float
    right_to_left: bool


class _Run(Record):
    """A stretch in one direction: where it starts, and its place on the line."""

    start: int
    left: float
    right: float
    right_to_left: bool


def cells(layout: QTextLayout, number: int, next_stop: Callable[[int], int]) -> list[Cell]:
    """Return the cells of a line in logical order; `next_stop` leads to the next grapheme."""
    line = layout.lineAt(number)
    units = layout.text().encode("utf-16-le", "surrogatepass")
    graphemes = list(pairwise(_stops(line, next_stop)))
    hanging = len(graphemes)
    if number + 1 < layout.lineCount():  # the blanks it is broken at are not drawn
        while hanging > 1 and units[2 * graphemes[hanging - 1][0] :][:2] == _BLANK:
            hanging -= 1
    runs = _runs(line)
    found: list[Cell] = []
    part: list[tuple[int, int]] = []
    current: _Run | None = None
    for start, end in graphemes[:hanging]:
        is_tab = units[2 * start : 2 * start + 2] == _TAB
        ahead = [run for run in runs if run.start <= start]
        run = None if is_tab else (ahead[-1] if ahead else None)
        if run is not current or is_tab:
            found += _within(line, current, part)
            part, current = [], run
        if is_tab:
            one, other = sorted((_x(line, start), _x(line, end)))
            found.append(Cell(start, end, one, other, right_to_left=False))
        else:
            part.append((start, end))
    found += _within(line, current, part)
    edge = found[-1].left if found and found[-1].right_to_left else line.naturalTextWidth()
    for start, end in graphemes[hanging:]:
        found.append(Cell(start, end, edge, edge, right_to_left=False))
    return found


def _stops(line: QTextLine, next_stop: Callable[[int], int]) -> list[int]:
    """Units at which the line's graphemes start, and its end."""
    unit, end = line.textStart(), line.textStart() + line.textLength()
    stops = [unit]
    while unit < end:
        unit = min(max(next_stop(unit), unit + 1), end)
        stops.append(unit)
    return stops


def _runs(line: QTextLine) -> list[_Run]:
    """Return the line's runs in logical order; the parts in several fonts share a rectangle."""
    found: dict[tuple[float, float, bool], int] = {}
    for run in line.glyphRuns(-1, -1, QTextLayout.GlyphRunRetrievalFlag.RetrieveAll):
        box = run.boundingRect()
        place = (box.left(), box.right(), run.isRightToLeft())
        first = min(run.stringIndexes())
        found[place] = min(first, found.get(place, first))
    return sorted(
        (_Run(start, *place) for place, start in found.items()), key=lambda run: run.start
    )


def _within(line: QTextLine, run: _Run | None, part: list[tuple[int, int]]) -> list[Cell]:
    """Share a run's place among its graphemes; letters of a ligature share its evenly."""
    if not part:
        return []
    if run is None:
        x = _x(line, part[0][0])
        return [Cell(start, end, x, x, right_to_left=False) for start, end in part]
    groups: list[list[tuple[int, int]]] = []
    for grapheme in part:
        if groups and _stop(line, grapheme[0])[1] != grapheme[0]:
            groups[-1].append(grapheme)  # the caret cannot stop here
        else:
            groups.append([grapheme])
    last = groups[-1][0][0]
    anchor = _stop(line, last, QTextLine.Edge.Trailing)[0]
    found: list[Cell] = []
    sign = -1 if run.right_to_left else 1
    reading_start, reading_end = (
        (run.right, run.left) if run.right_to_left else (run.left, run.right)
    )
    borders = [reading_start]
    borders += [reading_end - (anchor - _x(line, group[0][0])) for group in groups[1:]]
    borders.append(reading_end)
    for group, (one, other) in zip(groups, pairwise(borders), strict=True):
        width = abs(other - one) / len(group)
        for place, (start, end) in enumerate(group):
            near, far = one + sign * place * width, one + sign * (place + 1) * width
            found.append(Cell(start, end, min(near, far), max(near, far), run.right_to_left))
    return found


def _stop(
    line: QTextLine, unit: int, edge: QTextLine.Edge = QTextLine.Edge.Leading
) -> tuple[float, int]:
    """Return x and unit of the caret stop at or after `unit`."""
    found: tuple[float, int] = line.cursorToX(unit, edge)  # type: ignore[assignment]  # the stubs leave the pair out
    return found


def _x(line: QTextLine, unit: int) -> float:
    return _stop(line, unit)[0]
