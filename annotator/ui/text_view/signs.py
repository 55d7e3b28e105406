"""Signs at words that somebody wrote a note on: a small folded corner, at no cost of room."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPolygonF

from annotator.ui.text_view.geometry import Line
from annotator.ui.text_view.metrics import PAD
from annotator.ui.text_view.paragraph import Paragraph

SIDE = 7.0
"""Pixels of the corner along its edges."""


def paint_signs(
    painter: QPainter,
    paragraph: Paragraph,
    lines: Sequence[Line],
    starts: Sequence[int],
    colour: QColor,
) -> None:
    """Draw a corner over the characters at `starts`, in the paragraph's coordinates.

    Only those on the `lines` are drawn. The corner at the end of a mark says something else.
    """
    first, last = lines[0].start, lines[-1].end
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    for start in starts:
        if first <= start < last and paragraph.start <= start < paragraph.end:
            for box in list(paragraph.boxes(start, start + 1))[:1]:
                x, top = round(box.left - PAD), box.top
                corner = [QPointF(x, top), QPointF(x + SIDE, top), QPointF(x, top + SIDE)]
                painter.drawPolygon(QPolygonF(corner))
