"""The button beside the filter box: lines that become shorter, lit while a filter is in force."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton

from annotator.compat import override
from annotator.ui.speech import explain
from annotator.ui.theme import Theme

_SIZE = 30


class QueueButton(QAbstractButton):
    """Opens filter and order."""

    def __init__(self, theme: Theme, words: str) -> None:
        super().__init__()
        self._theme = theme
        self._active = False
        self.setAccessibleName(words)
        explain(self, words)
        self.setFixedSize(_SIZE, _SIZE)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def set_active(self, *, active: bool) -> None:
        """Show whether articles are hidden or stand in another order."""
        if active is not self._active:
            self._active = active
            self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(_SIZE, _SIZE)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused = self.hasFocus()
        painter.setPen(QPen(QColor(theme.accent), 1.5) if focused else QColor(theme.hairline))
        lit = self._active or self.underMouse()
        painter.setBrush(QColor(theme.accent_soft if self._active else theme.base))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 7, 7)
        painter.setPen(QPen(QColor(theme.accent if lit else theme.muted), 1.6))
        middle = self.width() / 2
        for number, half in enumerate((7.0, 4.5, 2.0)):
            y = self.height() / 2 + 4.5 * (number - 1)
            painter.drawLine(QPointF(middle - half, y), QPointF(middle + half, y))
        painter.end()
