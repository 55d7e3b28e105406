"""Small buttons with a sign or a word, for bars and heads of panels."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from annotator.compat import override
from annotator.ui.icons import SIZE, picture
from annotator.ui.speech import explain
from annotator.ui.theme import Theme, font, mix

_HEIGHT = 26
_PAD = 8
_RADIUS = 5.0


class SmallButton(QAbstractButton):
    """A sign, or an icon, in a rounded box when under the mouse; filled while it is checked."""

    def __init__(self, sign: str, name: str, theme: Theme, *, icon: str = "") -> None:
        super().__init__()
        self._theme = theme
        self._icon = icon
        self.setText(sign.replace("&", "&&"))
        self.setAccessibleName(name)
        explain(self, name)
        self.setFont(font(12, QFont.Weight.DemiBold))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_words(self, words: str) -> None:
        """Change what stands on the button."""
        self.setText(words.replace("&", "&&"))
        self.updateGeometry()
        self.update()

    @property
    def words(self) -> str:
        """What stands on the button."""
        return self.text().replace("&&", "&")

    @override
    def sizeHint(self) -> QSize:
        width = self.fontMetrics().horizontalAdvance(self.words) + 2 * _PAD
        return QSize(max(_HEIGHT, width), _HEIGHT)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(QPen(QColor(theme.accent), 1.5) if self.hasFocus() else Qt.PenStyle.NoPen)
        if self.isChecked():
            painter.setBrush(QColor(theme.accent_soft))
        elif self.isEnabled() and (self.underMouse() or self.isDown()):
            painter.setBrush(QColor(theme.hover))
        else:
            painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, _RADIUS, _RADIUS)
        ink = theme.accent if self.isChecked() else theme.text
        faded = mix(theme.muted, theme.panel, 0.6)
        painter.setPen(QColor(ink if self.isEnabled() else faded))
        if self._icon:
            made = picture(self._icon, painter.pen().color().name(), SIZE, self.devicePixelRatioF())
            painter.drawPixmap((self.width() - SIZE) // 2, (self.height() - SIZE) // 2, made)
        else:
            shown = painter.fontMetrics().elidedText(
                self.words, Qt.TextElideMode.ElideRight, self.width() - 4
            )
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, shown)
        painter.end()
