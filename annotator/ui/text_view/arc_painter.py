"""Draws what lies over text and marks: arcs, the rubber band of a new one, key caps."""

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen

from annotator.ui.text_view.arcs import HEAD, Placed, Point, Strength, head, rounded
from annotator.ui.text_view.geometry import Box
from annotator.ui.text_view.inks import Inks, mixed
from annotator.ui.text_view.metrics import CAP_HEIGHT, RADIUS, RING_DISTANCE, Metrics, font_of

_WIDTH: Final = 1.6
_THIN: Final = 1.0
_HALO: Final = 2.4
"""How much wider the ground under an arc is: chips it passes stay apart from it."""
_WORD_PAD: Final = 6.0
_WORD_SIZE: Final = 10
_HOVERED: Final = 0.75
_QUIET: Final = 0.75


class ArcPainter:
    """Paints over the text in one style."""

    def __init__(self, metrics: Metrics, inks: Inks) -> None:
        self._metrics = metrics
        style = self._style = metrics.style
        self._inks = inks
        self._font = font_of(style.family, _WORD_SIZE, QFont.Weight.DemiBold)
        self._measure = QFontMetricsF(self._font)

    def pill_width(self, text: str) -> float:
        """Return the width of a pill."""
        return self._measure.horizontalAdvance(text) + 2 * _WORD_PAD if text else 0.0

    def paint(self, painter: QPainter, arcs: Iterable[Placed]) -> None:
        """Draw arcs: all ways first, so that none runs over a pill."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        arcs = list(arcs)
        for arc in arcs:
            self._way(painter, arc)
        painter.setFont(self._font)
        for arc in arcs:
            if arc.text:
                self._pill(painter, arc)

    def _way(self, painter: QPainter, arc: Placed) -> None:
        colour = self._colour(arc)
        width = _THIN if arc.strength is Strength.ALL else _WIDTH
        size = HEAD if arc.strength is not Strength.ALL else HEAD - 2
        way = _path(arc.points, size)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for pen in (QPen(self._inks.background, width + _HALO), QPen(colour, width)):
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            painter.setPen(pen)
            painter.drawPath(way)
        self._head(painter, arc.points, colour, size)

    @staticmethod
    def _head(painter: QPainter, points: tuple[Point, ...], colour: QColor, size: float) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QBrush(colour))
        painter.drawPolygon([QPointF(*corner) for corner in head(points, size)])

    def _pill(self, painter: QPainter, arc: Placed) -> None:
        colour, box = self._colour(arc), arc.pill
        area = QRectF(box.left, box.top, box.right - box.left, box.bottom - box.top)
        filled = arc.strength is Strength.SELECTED
        painter.setPen(QPen(self._inks.background if filled else colour, 1.0))
        painter.setBrush(QBrush(colour if filled else self._inks.background))
        painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), 6.5, 6.5)
        painter.setPen(self._inks.on_accent if filled else colour)
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, arc.text)

    def _colour(self, arc: Placed) -> QColor:
        accent, ground = self._inks.accent, self._inks.background
        if arc.strength is Strength.SELECTED:
            return accent
        if arc.strength is Strength.HOVERED:
            return mixed(accent, ground, _HOVERED)
        colours = self._style.colours.get(arc.role)
        return mixed(QColor(colours.ink) if colours else self._inks.muted, ground, _QUIET)

    def paint_band(self, painter: QPainter, start: Point, end: Point, over: Iterable[Box]) -> None:
        """Draw a rubber band, and a ring around the mark it would be tied to."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._inks.ring)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for box in over:
            left, top = round(box.left) - RING_DISTANCE, round(box.top) - RING_DISTANCE
            right, bottom = round(box.right) + RING_DISTANCE, round(box.bottom) + RING_DISTANCE
            painter.drawRoundedRect(QRectF(left, top, right - left, bottom - top), RADIUS, RADIUS)
        painter.setPen(QPen(self._inks.accent, _WIDTH))
        middle = Point((start.x + end.x) / 2, min(start.y, end.y) - HEAD)
        path = QPainterPath(QPointF(*start))
        path.quadTo(QPointF(*middle), QPointF(*end))
        painter.drawPath(path)
        self._head(painter, (middle, end), self._inks.accent, HEAD)

    def paint_cap(self, painter: QPainter, place: Box, letters: str) -> None:
        """Draw a key cap over a chip, at its left."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = self._metrics.cap_width(letters)
        top = round((place.top + place.bottom - CAP_HEIGHT) / 2)
        area = QRectF(round(place.left), top, width, CAP_HEIGHT)
        painter.setPen(QPen(self._inks.background, 1.0))
        painter.setBrush(QBrush(self._inks.accent))
        painter.drawRoundedRect(area.adjusted(-0.5, -0.5, 0.5, 0.5), RADIUS, RADIUS)
        painter.setFont(self._metrics.cap_font)
        painter.setPen(self._inks.on_accent)
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, letters)


def _path(points: tuple[Point, ...], cut: float) -> QPainterPath:
    """Return a way with round corners that ends inside its arrow head."""
    path = QPainterPath(QPointF(*points[0]))
    for begins, corner, ends in rounded(points):
        path.lineTo(QPointF(*begins))
        path.quadTo(QPointF(*corner), QPointF(*ends))
    tip, left, right = head(points, cut)
    path.lineTo((left[0] + right[0] + tip[0]) / 3, (left[1] + right[1] + tip[1]) / 3)
    return path
