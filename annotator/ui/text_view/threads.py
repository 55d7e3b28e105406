"""Dotted threads between the pieces of one mark, below the words that do not belong to it."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from annotator.ui.text_view.geometry import Fragment, Line
from annotator.ui.text_view.metrics import LINE_WIDTH, PAD
from annotator.ui.text_view.paragraph import Paragraph

_STUB = 12.0
"""How long a thread is whose other end is on another line, pixels."""
_DOTS = [1.0, 2.0]
_BELOW = 1.5
"""How far below the line of a mark its thread runs: what stands in the gap has lines too."""
_WIDTH = 1.0
_LIT_WIDTH = 2.0


def paint_thread(
    painter: QPainter,
    paragraph: Paragraph,
    line: Line,
    fragment: Fragment,
    colour: QColor,
    *,
    lit: bool,
) -> None:
    """Draw what leads from a fragment to the pieces before and after it.

    To a piece on the same line it goes the whole way; else it says with a stub, or where the mark
    is `lit` up to the end of the line, that there is more.
    """
    edges = paragraph.edges(line) if lit else None
    pieces = fragment.mark.pieces
    place = pieces.index(fragment.piece)
    painter.setPen(_pen(colour, lit=lit))
    if fragment.ends and place + 1 < len(pieces):
        following = _on(line, fragment, pieces[place + 1][0])
        if following is None:
            _stub(painter, fragment, edges, forwards=True)
        else:
            _join(painter, fragment, following)
    if fragment.begins and place > 0 and pieces[place - 1][1] <= line.start:
        _stub(painter, fragment, edges, forwards=False)


def _on(line: Line, fragment: Fragment, start: int) -> Fragment | None:
    """Return the fragment of the same mark that starts at a position of the line."""
    key = fragment.mark.key
    return next((one for one in line.fragments if one.start == start and one.mark.key == key), None)


def _join(painter: QPainter, one: Fragment, other: Fragment) -> None:
    here, there = _sides(one), _sides(other)
    if here[0] > there[0]:  # read from the right
        (one, here), (other, there) = (other, there), (one, here)
    left, right = QPointF(here[1], _level(one)), QPointF(there[0], _level(other))
    if left.x() < right.x():
        upper = min(left.y(), right.y())
        corners = [left, QPointF(left.x(), upper), QPointF(right.x(), upper), right]
        painter.drawPolyline(corners)


def _stub(
    painter: QPainter, fragment: Fragment, edges: tuple[float, float] | None, *, forwards: bool
) -> None:
    """Draw a thread away from a fragment, to the line's edge on that side where it is given."""
    left, right = _sides(fragment)
    level = _level(fragment)
    first, last = edges or (left, right)
    if forwards is not fragment.right_to_left:
        painter.drawLine(QPointF(right, level), QPointF(max(right + _STUB, last), level))
    else:
        painter.drawLine(QPointF(min(left - _STUB, first), level), QPointF(left, level))


def _sides(fragment: Fragment) -> tuple[float, float]:
    left = min(box.left for box in fragment.boxes)
    right = max(box.right for box in fragment.boxes)
    return round(left - PAD), round(right + PAD)


def _level(fragment: Fragment) -> float:
    """Return the height at which the thread of a fragment runs: just below its line."""
    return fragment.boxes[0].bottom - LINE_WIDTH / 2 + _BELOW


def _pen(colour: QColor, *, lit: bool) -> QPen:
    pen = QPen(colour, _LIT_WIDTH if lit else _WIDTH, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)
    pen.setDashPattern([dot / (2 if lit else 1) for dot in _DOTS])
    return pen
