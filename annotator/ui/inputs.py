"""Inputs in the look of the window: rounded, hairline, a quiet arrow."""

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QLineEdit, QWidget

from annotator.compat import override
from annotator.ui.theme import Theme

HEIGHT = 27
_ROOM_FOR_ARROW = 22


def paint_frame(widget: QWidget, painter: QPainter, theme: Theme) -> None:
    """Paint the frame of an input, stronger where it has the keyboard."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    focused = widget.hasFocus()
    painter.setPen(QPen(QColor(theme.accent), 1.5) if focused else QColor(theme.key_edge))
    hovered = widget.isEnabled() and widget.underMouse()
    painter.setBrush(QColor(theme.hover if hovered and not focused else theme.base))
    painter.drawRoundedRect(QRectF(widget.rect()).adjusted(0.75, 0.75, -0.75, -0.75), 6, 6)


def paint_choice(
    widget: QWidget, painter: QPainter, words: str, theme: Theme, *, faint: bool
) -> None:
    """Paint a frame with words and the arrow of a list that can be opened."""
    paint_frame(widget, painter, theme)
    room = widget.rect().adjusted(9, 0, -_ROOM_FOR_ARROW, 0)
    shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room.width())
    painter.setPen(QColor(theme.muted if faint else theme.text))
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
    x, y = widget.width() - 13.0, widget.height() / 2 - 1.5
    painter.setPen(QPen(QColor(theme.muted), 1.5))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(QPolygonF([QPointF(x - 3.5, y), QPointF(x, y + 3.5), QPointF(x + 3.5, y)]))


class Line(QLineEdit):
    """One line of text; `entered` comes when it gets the keyboard."""

    entered = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFrame(False)
        self.setFixedHeight(HEIGHT)
        self.setTextMargins(6, 0, 6, 0)
        ground = self.palette()
        ground.setColor(self.backgroundRole(), QColor(Qt.GlobalColor.transparent))
        self.setPalette(ground)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_frame(self, painter, self._theme)
        painter.end()
        super().paintEvent(event)
