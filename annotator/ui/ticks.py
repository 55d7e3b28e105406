"""Boxes to tick, drawn with the theme's colours: those of the style cannot be seen in the dark."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton

from annotator.compat import override
from annotator.ui.theme import Theme, font

SIDE = 14
"""Pixels of a box."""
_GAP = 8


def paint_tick(painter: QPainter, square: QRectF, state: Qt.CheckState, theme: Theme) -> None:
    """Paint a box of `SIDE` pixels: empty, ticked, or with a stroke for "some"."""
    is_on = state is not Qt.CheckState.Unchecked
    painter.setPen(QPen(QColor(theme.accent if is_on else theme.muted), 1.3))
    painter.setBrush(QColor(theme.accent if is_on else theme.base))
    painter.drawRoundedRect(square, 3, 3)
    painter.setPen(QPen(QColor(theme.on_accent), 1.8))
    x, y = square.left(), square.top()
    if state is Qt.CheckState.Checked:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        tick = [(3.2, 7.2), (6.0, 10.0), (11.0, 4.2)]
        painter.drawPolyline(QPolygonF([QPointF(x + dx, y + dy) for dx, dy in tick]))
    elif is_on:
        painter.drawLine(QPointF(x + 3.5, y + 7), QPointF(x + 10.5, y + 7))


class TickBox(QCheckBox):
    """A box with words."""

    def __init__(self, words: str, theme: Theme) -> None:
        super().__init__(words)
        self._theme = theme
        self.setFont(font(12.5))

    @override
    def sizeHint(self) -> QSize:
        return _size(self)

    @override
    def hitButton(self, pos: object) -> bool:
        return True

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        square = _prepare(self, painter, self._theme)
        paint_tick(painter, square, self.checkState(), self._theme)
        painter.end()


class RoundBox(QRadioButton):
    """One choice of several, with words."""

    def __init__(self, words: str, theme: Theme) -> None:
        super().__init__(words)
        self._theme = theme
        self.setFont(font(12.5))

    @override
    def sizeHint(self) -> QSize:
        return _size(self)

    @override
    def hitButton(self, pos: object) -> bool:
        return True

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme, is_on = self._theme, self.isChecked()
        painter = QPainter(self)
        square = _prepare(self, painter, theme)
        painter.setPen(QPen(QColor(theme.accent if is_on else theme.muted), 1.3))
        painter.setBrush(QColor(theme.base))
        painter.drawEllipse(square)
        if is_on:
            painter.setBrush(QColor(theme.accent))
            painter.drawEllipse(square.adjusted(3.5, 3.5, -3.5, -3.5))
        painter.end()


def _size(button: QAbstractButton) -> QSize:
    words = button.text().replace("&", "")
    return QSize(SIDE + _GAP + button.fontMetrics().horizontalAdvance(words) + 8, 24)


def _prepare(button: QAbstractButton, painter: QPainter, theme: Theme) -> QRectF:
    """Paint words and focus; return where the box goes."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if button.hasFocus():
        painter.setPen(QPen(QColor(theme.accent), 1.5))
        painter.drawRoundedRect(QRectF(button.rect()).adjusted(1, 1, -1, -1), 4, 4)
    painter.setFont(button.font())
    painter.setPen(QColor(theme.text if button.isEnabled() else theme.muted))
    words = QRect(SIDE + _GAP + 3, 0, button.width(), button.height())
    flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
    painter.drawText(words, flags | Qt.TextFlag.TextShowMnemonic, button.text())
    return QRectF(3.5, button.height() / 2 - SIDE / 2 + 0.5, SIDE, SIDE)
