"""One laid-out piece of the text: its lines, and the marks on them.

Positions outside are code points of the whole text; `unit` is a UTF-16 unit within the piece.
A `QTextLine` is a view into its layout, so none is kept (feasibility, trap 5).
"""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import replace
from math import ceil

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QTextLayout, QTextLine, QTextOption

from annotator.model.offsets import OffsetMap
from annotator.ui.text_view.cells import Cell, cells
from annotator.ui.text_view.chips import place_chips
from annotator.ui.text_view.display import directions, display_string, is_simple
from annotator.ui.text_view.geometry import Box, Fragment, Line
from annotator.ui.text_view.lanes import NO_LANES, Lanes, assign_lanes
from annotator.ui.text_view.metrics import LANE_GAP, LINE_WIDTH, LINE_ZONE, PAD, Kind, Metrics
from annotator.ui.text_view.scene import Mark

_TOLERANCE = 0.5
"""What a line's font may exceed ours by without the line growing, pixels."""
_OPTION = QTextOption()
_OPTION.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
_OPTION.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)


class Paragraph:
    """A piece `start`..`end` of `text`, broken into lines of `width` pixels."""

    def __init__(
        self, text: str, start: int, end: int, *, kind: Kind, metrics: Metrics, width: float
    ) -> None:
        self.start = start
        self.end = end
        self.kind = kind
        self.height = 0.0
        self.lines: list[Line] = []
        self._metrics = metrics
        self._width = width
        raw = text[start:end]
        self._text = text
        self._cells: dict[int, list[Cell]] = {}
        self._offsets = OffsetMap(raw)
        self._simple = is_simple(raw)
        drawn = display_string(raw)
        self.layout = QTextLayout(drawn, kind.font)
        self.layout.setTextOption(_OPTION)
        self.layout.setCacheEnabled(True)
        self.layout.beginLayout()
        bounds: list[tuple[int, int]] = []
        while (line := self.layout.createLine()).isValid():
            line.setLineWidth(width)
            first = line.textStart()
            bounds.append((self.position(first), self.position(first + line.textLength())))
        self.layout.endLayout()
        self._bounds = bounds
        self._starts = [first for first, _ in bounds]
        self.is_right_to_left, self._mixed = directions(
            drawn, [(first - start, last - start) for first, last in bounds]
        )

    # -- positions

    def unit(self, position: int) -> int:
        """Return the unit of the piece at a code point of the text, clamped to the piece."""
        return self._offsets.to_utf16(min(max(position, self.start), self.end) - self.start)

    def position(self, unit: int) -> int:
        """Return the code point of the text at a unit of the piece (inside a character: before)."""
        return self.start + self._offsets.from_utf16(unit)

    def next_stop(self, unit: int) -> int:
        """Return the unit after the grapheme at `unit`; the same at the end.

        Qt alone would stop between the surrogates of a character it does not know.
        """
        after = self.layout.nextCursorPosition(unit)
        while self._is_inside(after):
            after = self.layout.nextCursorPosition(after)
        return after

    def previous_stop(self, unit: int) -> int:
        """Return the unit at which the grapheme before `unit` starts; the same at the start."""
        before = self.layout.previousCursorPosition(unit)
        while self._is_inside(before):
            before = self.layout.previousCursorPosition(before)
        return before

    def left_stop(self, unit: int) -> int:
        """Return the caret stop to the left on the screen; the same where there is none."""
        to = self.layout.leftCursorPosition(unit)
        while self._is_inside(to):
            to = self.layout.leftCursorPosition(to)
        return to

    def right_stop(self, unit: int) -> int:
        """Return the caret stop to the right on the screen; the same where there is none."""
        to = self.layout.rightCursorPosition(unit)
        while self._is_inside(to):
            to = self.layout.rightCursorPosition(to)
        return to

    def is_stop(self, unit: int) -> bool:
        """Tell whether a grapheme starts at a unit."""
        return self.layout.isValidCursorPosition(unit) and not self._is_inside(unit)

    def _is_inside(self, unit: int) -> bool:
        """Tell whether a unit is the second of a character."""
        offsets = self._offsets
        return not offsets.is_identity and offsets.to_utf16(offsets.from_utf16(unit)) != unit

    def line_of(self, position: int) -> int:
        """Return the number of the line that `position` is on (at a wrap: the later one)."""
        return max(0, bisect_right(self._starts, position) - 1)

    def line_at(self, y: float) -> int:
        """Return the number of the line at `y` (the nearest one)."""
        for number, line in enumerate(self.lines):
            if y < line.bottom:
                return number
        return len(self.lines) - 1

    def _unit_at(self, line: int, x: float, which: QTextLine.CursorPosition) -> int:
        """Return the unit at `x`. Qt may answer one beyond where directions are overridden."""
        unit: int = self.layout.lineAt(line).xToCursor(x, which)
        return min(unit, self.unit(self.end))

    def position_at(self, x: float, line: int) -> int:
        """Caret position nearest to `x` on a line."""
        unit = self._unit_at(line, x, QTextLine.CursorPosition.CursorBetweenCharacters)
        position = self.position(unit)
        if position >= self.lines[line].end and line + 1 < len(self.lines):
            return self.last_stop(line)
        return position

    def character_at(self, x: float, line: int) -> tuple[int, int] | None:
        """Start and end of the grapheme drawn at `x`, None beside the line's text."""
        if self._mixed[line]:
            for cell in self._cells_of(line):
                if cell.left <= x < cell.right:
                    return self.position(cell.start), self.position(cell.end)
            return None
        found = self.layout.lineAt(line)
        if not found.x() <= x < found.x() + found.horizontalAdvance():
            return None
        unit = self._unit_at(line, x, QTextLine.CursorPosition.CursorOnCharacter)
        if unit >= found.textStart() + found.textLength() or not self.is_stop(unit):
            unit = self.previous_stop(unit)
        if not self._simple:  # Qt takes a neighbour where a grapheme is drawn in several fonts
            while unit > found.textStart() and _x(found, unit) > x:
                unit = self.previous_stop(unit)
            while (after := self.next_stop(unit)) > unit and _x(found, after) <= x:
                unit = after
        return self.position(unit), self.position(self.next_stop(unit))

    def last_stop(self, line: int) -> int:
        """Last caret position that is drawn on a line: before the blank it is broken at."""
        end = self.lines[line].end
        if line + 1 == len(self.lines):
            return end
        return max(
            self.lines[line].start,
            self.position(self.previous_stop(self.unit(end))),
        )

    def caret_x(self, position: int) -> tuple[int, float]:
        """Return line number and x of the caret at `position`."""
        number = self.line_of(position)
        return number, _x(self.layout.lineAt(number), self.unit(position))

    def cap_x(self, position: int, number: int, width: float) -> float:
        """Return where something `width` wide begins over the character at `position` of a line.

        It starts where the character does: at its left, or ends at its right where that is read
        from the right.
        """
        if not self._mixed[number]:
            return _x(self.layout.lineAt(number), self.unit(position))
        boxes = self.boxes_on(number, position, position + 1)
        if self._runs_left(number, position):
            return max((box.right for box in boxes), default=width) - width
        return min((box.left for box in boxes), default=0.0)

    # -- lines and marks

    def arrange(self, marks: Iterable[Mark]) -> None:
        """Give the lines their heights and the marks their places. The line breaks stay."""
        by_line: dict[int, list[Mark]] = {}
        for mark in marks:
            for number in self._lines_of(mark):
                by_line.setdefault(number, []).append(mark)
        self.lines = []
        top = 0.0
        for number, (start, end) in enumerate(self._bounds):
            here = by_line.get(number)
            lanes = assign_lanes(here, start, end) if here else NO_LANES
            line = self._line(number, top, lanes)
            self.lines.append(line)
            top = line.bottom
            if here:
                fragments, more = self._fragments(number, lanes)
                self.lines[number] = replace(line, fragments=fragments, more=more)
        self.height = top

    def _lines_of(self, mark: Mark) -> Iterable[int]:
        """Return the numbers of the lines that a mark is on; not those in its gaps."""
        if not mark.pieces:
            return range(self.line_of(mark.start), self.line_of(mark.end - 1) + 1)
        return dict.fromkeys(
            number
            for start, end in mark.pieces
            if start < self.end and end > self.start
            for number in range(self.line_of(start), self.line_of(end - 1) + 1)
        )

    def _line(self, number: int, top: float, lanes: Lanes) -> Line:
        """Place the text of a line; it grows only where its marks make it."""
        metrics, kind = self._metrics, self.kind
        start, end = self._bounds[number]
        text_line = self.layout.lineAt(number)
        tops: list[float] = []
        ascent = max(kind.ascent, ceil(text_line.ascent() - _TOLERANCE) - kind.trim)
        descent = max(kind.descent, ceil(text_line.descent() - _TOLERANCE))
        if start == end and len(self._bounds) == 1 and kind.roomy:
            height = metrics.empty_height
            text_top = top - max(0.0, (ascent + descent - height) / 2)
        else:
            depth = lanes.depth
            above = below = 0.0
            if kind.roomy or any(part.opens for part in lanes.placed):
                above = metrics.chip_zone + PAD
            if kind.roomy:
                above += metrics.style.arc_room
            if kind.roomy or depth:
                below = PAD + LINE_ZONE
            height = max(kind.pitch, above + ascent + descent + below)
            text_top = top + above
            if depth > 1:
                tops = [text_top + ascent + descent + PAD + LINE_ZONE + LANE_GAP]
                for chips in lanes.with_chips()[1:]:
                    tops.append(tops[-1] + metrics.lane_height(chips=chips))
                height = max(height, tops.pop() - top)
        # a fallback font may make Qt's own line less high than ours
        text_line.setPosition(QPointF(0.0, text_top + ascent - text_line.ascent()))
        bottom = text_top + ascent + descent
        return Line(start, end, top, top + height, text_top, bottom, tuple(tops))

    def _fragments(
        self, number: int, lanes: Lanes
    ) -> tuple[tuple[Fragment, ...], tuple[tuple[Box, str], ...]]:
        line = self.lines[number]
        fragments = []
        for part in lanes.placed:
            top, bottom = self.lane_zone(line, part.lane)
            boxes = tuple(
                Box(box.left, top, box.right, bottom)
                for box in self.boxes_on(number, part.start, part.end, trim=True)
            )
            if not boxes:
                continue
            fragments.append(
                Fragment(
                    part.mark,
                    part.start,
                    part.end,
                    part.lane,
                    boxes,
                    opens=part.opens,
                    closes=part.mark.end == part.end,
                    right_to_left=self._mixed[number] and self._runs_left(number, part.start),
                )
            )
        return place_chips(fragments, lanes.overflow, self._metrics, self._width)

    @staticmethod
    def lane_zone(line: Line, lane: int) -> tuple[float, float]:
        """Top and bottom of what a lane draws: the tint with its line, or a line below."""
        if lane == 0:
            return line.text_top - PAD, line.text_bottom + PAD + LINE_WIDTH
        top = line.lane_tops[lane - 1]
        return top, top + LINE_WIDTH

    # -- boxes

    def edges(self, line: Line) -> tuple[float, float]:
        """Return where the text of a line begins and ends, in pixels."""
        boxes = self.boxes_on(self.lines.index(line), line.start, line.end, trim=True)
        return min(box.left for box in boxes), max(box.right for box in boxes)

    def boxes(self, start: int, end: int) -> list[Box]:
        """Boxes of the characters `start`..`end`, one or more a line, as high as the text."""
        found: list[Box] = []
        for number in range(self.line_of(start), len(self.lines)):
            line = self.lines[number]
            if line.start >= end:
                break
            found.extend(self.boxes_on(number, max(start, line.start), min(end, line.end)))
        return found

    def boxes_on(self, number: int, start: int, end: int, *, trim: bool = False) -> list[Box]:
        """Boxes on one line; with `trim` without the blank that the line is broken at."""
        line = self.lines[number]
        if trim and number + 1 < len(self._bounds) and end == line.end:
            text = self._text
            last = end
            while last > start and text[last - 1].isspace():
                last -= 1
            end = last if last > start else end
        first, last = self.unit(start), self.unit(end)
        if not self._simple:
            first, last = self._whole(first, last)
        if first >= last:
            return []
        text_line = self.layout.lineAt(number)
        spans: list[tuple[float, float]]
        if not self._mixed[number]:
            spans = [(_x(text_line, first), _x(text_line, last))]
        else:
            spans = self._mixed_spans(number, first, last)
        return [Box(left, line.text_top, right, line.text_bottom) for left, right in spans]

    def _whole(self, first: int, last: int) -> tuple[int, int]:
        """Widen to graphemes: half an accent has no place of its own."""
        if not self.is_stop(first):
            first = self.previous_stop(first)
        if not self.is_stop(last):
            last = self.next_stop(last)
        return first, last

    def _cells_of(self, number: int) -> list[Cell]:
        known = self._cells.get(number)
        if known is None:
            known = self._cells[number] = cells(self.layout, number, self.next_stop)
        return known

    def _mixed_spans(self, number: int, first: int, last: int) -> list[tuple[float, float]]:
        """Stretches of the characters `first`..`last` (units) where directions may mix."""
        return _merged(
            [
                (cell.left, cell.right)
                for cell in self._cells_of(number)
                if cell.start < last and cell.end > first and cell.right > cell.left
            ]
        )

    def _runs_left(self, number: int, position: int) -> bool:
        unit = self.unit(position)
        return any(
            cell.right_to_left for cell in self._cells_of(number) if cell.start <= unit < cell.end
        )


def _x(line: QTextLine, unit: int) -> float:
    x: float = line.cursorToX(unit)[0]  # type: ignore[index]  # the stubs leave the pair out
    return x


def _merged(spans: list[tuple[float, float]]) -> list[tuple[float, float]]:
    if len(spans) < 2:  # noqa: PLR2004 - one has nothing to merge with
        return spans
    spans.sort()
    merged = [spans[0]]
    for left, right in spans[1:]:
        if left <= merged[-1][1] + 0.1:
            merged[-1] = merged[-1][0], max(merged[-1][1], right)
        else:
            merged.append((left, right))
    return merged
