"""Stretches that were looked for: marked quietly under the text, on top of what labels tint."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from annotator.ui.text_view.geometry import Line
from annotator.ui.text_view.metrics import PAD, RADIUS
from annotator.ui.text_view.paragraph import Paragraph


class Found:
    """Ranges in order, none within another; asked only for those in sight."""

    def __init__(self, ranges: Iterable[tuple[int, int]]) -> None:
        self.ranges: Sequence[tuple[int, int]] = tuple(ranges)
        self._starts = [start for start, _ in self.ranges]
        self._ends = [end for _, end in self.ranges]

    def between(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Yield the parts of ranges that lie in `start`..`end`."""
        first = bisect_right(self._ends, start)
        for one, other in self.ranges[first : bisect_left(self._starts, end)]:
            yield max(one, start), min(other, end)


def paint_found(
    painter: QPainter, paragraph: Paragraph, lines: Sequence[Line], found: Found, colour: QColor
) -> None:
    """Draw what was found in some lines of a paragraph, in coordinates of the paragraph."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    for start, end in found.between(lines[0].start, lines[-1].end):
        for box in paragraph.boxes(start, end):
            left, right = round(box.left) - 1, round(box.right) + 1
            area = QRectF(left, box.top, right - left, box.bottom - box.top + PAD)
            painter.drawRoundedRect(area, RADIUS, RADIUS)
