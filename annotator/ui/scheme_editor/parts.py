"""Small pieces that the pages of the scheme editor are built of."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QLayout, QPushButton, QScrollArea, QWidget

from annotator.compat import override
from annotator.ui.theme import Theme, font
from annotator.ui.widgets import quiet_area

_HEIGHT = 29


def scrolled(inner: QWidget, theme: Theme, ground: str) -> QScrollArea:
    """Return a scroll area around a widget, which takes its width, on a ground."""
    scroll = QScrollArea()
    scroll.setWidget(inner)
    scroll.setWidgetResizable(True)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    quiet_area(scroll, theme, ground)
    return scroll


class Button(QPushButton):
    """A button in the look of the inputs; the `main` one of a page is filled with the accent.

    Enter in a field does not press it.
    """

    def __init__(self, text: str, theme: Theme, *, main: bool = False) -> None:
        super().__init__(text)
        self._theme = theme
        self._main = main
        self.setFont(font(12.5, QFont.Weight.Medium if main else QFont.Weight.Normal))
        self.setAutoDefault(False)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    @override
    def sizeHint(self) -> QSize:
        words = self.fontMetrics().horizontalAdvance(self.text().replace("&", ""))
        return QSize(words + 28, _HEIGHT)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(48, _HEIGHT)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme, on = self._theme, self.isEnabled()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        filled = self._main and on
        ground = theme.accent if filled else theme.hover if self._is_hot() else theme.base
        painter.setPen(Qt.PenStyle.NoPen if filled else QColor(theme.key_edge))
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(box, 6, 6)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(theme.on_accent if filled else theme.accent), 1.5))
            painter.drawRoundedRect(box.adjusted(2, 2, -2, -2), 4, 4)
        painter.setFont(self.font())
        faded = self.palette().color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.ButtonText)
        ink = theme.on_accent if filled else theme.text
        painter.setPen(QColor(ink) if on else faded)
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextShowMnemonic
        shown = painter.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, self.width() - 12
        )
        painter.drawText(self.rect(), int(flags), shown)
        painter.end()

    def _is_hot(self) -> bool:
        return self.isEnabled() and (self.underMouse() or self.isDown())


def forget(layout: QLayout, first: int = 0) -> None:
    """Take the widgets of a layout away, from one place on."""
    while layout.count() > first:
        item = layout.takeAt(first)
        widget = item.widget() if item is not None else None
        if widget is not None:
            widget.setParent(None)
            widget.deleteLater()
