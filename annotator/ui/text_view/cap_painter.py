"""Draws key caps over words: hundreds at once, so their grounds and letters are made once."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPixmap, QStaticText

from annotator.ui.text_view.inks import Inks, mixed
from annotator.ui.text_view.metrics import RADIUS, Metrics, font_of

_LEAST, _MOST = 15.0, 20.0
_GROWTH: Final = 0.25
_LETTER_SHARE: Final = 0.74
_PAD: Final = 3.0
_TYPED: Final = 0.45
"""How much of a typed letter's colour is left."""
_QUIET_FILL: Final = 0.13


class Cap(NamedTuple):
    """A key cap in viewport coordinates; a `strong` one is for what is probably wanted."""

    x: float
    y: float
    width: float
    letters: str
    strong: bool
    start: int
    """The code point over which it stands."""


class CapPainter:
    """Paints caps in one style."""

    def __init__(self, metrics: Metrics, inks: Inks) -> None:
        size = metrics.style.size
        self.height = float(round(min(_MOST, max(_LEAST, metrics.chip_zone + size * _GROWTH))))
        self._font = font_of(metrics.style.family, self.height * _LETTER_SHARE, QFont.Weight.Bold)
        measure = QFontMetricsF(self._font)
        self._measure = measure
        self._baseline = (self.height + measure.capHeight()) / 2
        self._ascent = measure.ascent()
        self._advances: dict[str, float] = {}
        self._widths: dict[str, float] = {}
        self._letters: dict[str, QStaticText] = {}
        self._grounds: dict[tuple[float, bool, float], QPixmap] = {}
        accent, ground = inks.accent, inks.background
        self._ring = inks.ring
        self._edges = {True: inks.background, False: mixed(accent, ground, 0.55)}
        self._fills = {True: accent, False: mixed(accent, ground, _QUIET_FILL)}
        self._colours = {True: inks.on_accent, False: inks.text}

    def width(self, letters: str) -> float:
        """Return the width of a cap."""
        known = self._widths.get(letters)
        if known is None:
            known = float(round(sum(map(self._advance, letters)) + 2 * _PAD))
            self._widths[letters] = known
        return known

    def paint(self, painter: QPainter, caps: Sequence[Cap], typed: int) -> None:
        """Draw caps; their first `typed` letters are dim."""
        ratio = painter.device().devicePixelRatio()
        for cap in caps:
            ground = self._ground(cap.width, ratio, strong=cap.strong)
            painter.drawPixmap(QPointF(cap.x - 1, cap.y - 1), ground)
        painter.setFont(self._font)
        for strong in (False, True):
            colour, fill = self._colours[strong], self._fills[strong]
            same = [cap for cap in caps if cap.strong is strong]
            for dim in (False, True):
                painter.setPen(mixed(colour, fill, _TYPED) if dim else colour)
                for cap in same:
                    self._write(painter, cap, typed, dim=dim)

    def ring(self, painter: QPainter, areas: Sequence[QRectF]) -> None:
        """Draw a ring around each part of the word that is chosen already."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._ring)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for area in areas:
            painter.drawRoundedRect(area, RADIUS, RADIUS)

    def _write(self, painter: QPainter, cap: Cap, typed: int, *, dim: bool) -> None:
        x = cap.x + _PAD
        y = cap.y + self._baseline - self._ascent
        for place, letter in enumerate(cap.letters):
            if (place < typed) is dim:
                painter.drawStaticText(QPointF(x, y), self._letter(letter))
            x += self._advance(letter)

    def _advance(self, letter: str) -> float:
        known = self._advances.get(letter)
        if known is None:
            known = self._advances[letter] = self._measure.horizontalAdvance(letter.upper())
        return known

    def _letter(self, letter: str) -> QStaticText:
        known = self._letters.get(letter)
        if known is None:
            known = self._letters[letter] = QStaticText(letter.upper())
            known.setTextFormat(Qt.TextFormat.PlainText)
            known.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
            known.prepare(font=self._font)
        return known

    def _ground(self, width: float, ratio: float, *, strong: bool) -> QPixmap:
        """Return an empty cap with one pixel of ground around it, which parts it from the text."""
        known = self._grounds.get((width, strong, ratio))
        if known is not None:
            return known
        made = QPixmap(round((width + 2) * ratio), round((self.height + 2) * ratio))
        made.setDevicePixelRatio(ratio)
        made.fill(QColor(0, 0, 0, 0))
        painter = QPainter(made)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._edges[strong], 1.0))
        painter.setBrush(self._fills[strong])
        painter.drawRoundedRect(QRectF(1.5, 1.5, width - 1, self.height - 1), RADIUS, RADIUS)
        painter.end()
        self._grounds[width, strong, ratio] = made
        return made
