"""Badges of the line at the bottom: which mode is on, and how to leave it."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from annotator.compat import override
from annotator.records import Record
from annotator.ui.speech import explain
from annotator.ui.text_view.scene import MarkColours
from annotator.ui.theme import Theme, font

_HEIGHT = 20
_PAD = 8.0
_GAP = 6.0
_LEAST_WORDS = 40.0


class Badge(Record):
    """A mode that is on: its name, how to leave it, and the label it is about, if any.

    `code` and `colours` are the label's, as on its marks.
    """

    words: str
    leaving: str
    code: str = ""
    colours: MarkColours | None = None


class Badges(QWidget):
    """The badges of all modes that are on, in the order they came."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._shown: dict[str, _Pill] = {}
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(8)
        self.hide()

    @property
    def texts(self) -> tuple[str, ...]:
        """What the badges say, for those who cannot see them."""
        return tuple(pill.accessibleName() for pill in self._shown.values())

    def show_badge(self, name: str, badge: Badge | None) -> None:
        """Show what a mode's badge says now; None takes it away."""
        pill = self._shown.pop(name, None)
        if pill is not None:
            self._row.removeWidget(pill)
            pill.hide()
            pill.deleteLater()
        if badge is not None:
            self._shown[name] = pill = _Pill(badge, self._theme)
            self._row.addWidget(pill)
        self.setVisible(bool(self._shown))


class _Pill(QWidget):
    def __init__(self, badge: Badge, theme: Theme) -> None:
        super().__init__()
        self._badge = badge
        self._theme = theme
        self._bold, self._plain = font(12, QFont.Weight.DemiBold), font(12)
        bold, plain = QFontMetricsF(self._bold), QFontMetricsF(self._plain)
        self._code = bold.horizontalAdvance(badge.code) + 2 * _GAP if badge.code else 0.0
        self._words = bold.horizontalAdvance(badge.words)
        width = self._code + self._words + _GAP + plain.horizontalAdvance(badge.leaving)
        self._size = QSize(round(width + 2 * _PAD), _HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        words = " ".join(part for part in (badge.code, badge.words) if part)
        self.setAccessibleName(f"{words}. {badge.leaving}")
        explain(self, f"{words}. {badge.leaving}")

    @override
    def sizeHint(self) -> QSize:
        return self._size

    @override
    def minimumSizeHint(self) -> QSize:
        """Return less than is wanted: in a narrow window how to leave is cut off first."""
        return QSize(round(self._code + _LEAST_WORDS + 2 * _PAD), _HEIGHT)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        badge, theme = self._badge, self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(theme.accent))
        painter.setBrush(QColor(theme.accent_soft))
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(area, 5, 5)
        left = _PAD
        painter.setFont(self._bold)
        if badge.colours is not None:
            ground = QRectF(_PAD - 4, 3, self._code, _HEIGHT - 6)
            painter.setPen(QColor(badge.colours.ink))
            painter.setBrush(QColor(badge.colours.fill))
            painter.drawRoundedRect(ground, 3, 3)
            painter.setPen(QColor(badge.colours.text))
            painter.drawText(ground, Qt.AlignmentFlag.AlignCenter, badge.code)
            left += self._code
        painter.setPen(QColor(theme.text))
        self._write(painter, left, badge.words, self._bold)
        left += self._words + _GAP
        painter.setFont(self._plain)
        painter.setPen(QColor(theme.muted))
        self._write(painter, left, badge.leaving, self._plain)
        painter.end()

    def _write(self, painter: QPainter, left: float, words: str, font_: QFont) -> None:
        room = self.width() - _PAD - left
        if room > 0:
            words = QFontMetricsF(font_).elidedText(words, Qt.TextElideMode.ElideRight, room + 2)
            area = QRectF(left, 0, room + 2, _HEIGHT)
            painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, words)
