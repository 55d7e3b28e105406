"""The card of one of the first steps."""

from PySide6.QtCore import QPointF, QRectF, Qt, Signal, SignalInstance
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from annotator.compat import override
from annotator.ui.theme import Theme, font
from annotator.ui.widgets import Words, quiet_buttons

_WIDTH = 380


class StepCard(QWidget):
    """A few words in a frame over the window, with buttons that go on, back and away."""

    forward = Signal()
    back = Signal()
    closed = Signal()

    def __init__(self, theme: Theme, count: int, window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self.setFixedWidth(_WIDTH)
        self._title = Words("", theme.text, size=15, weight=QFont.Weight.DemiBold)
        self._title.setWordWrap(True)
        self._words = Words("", theme.text, size=13)
        self._words.setWordWrap(True)
        self._count = count
        self._dots = _Dots(theme, count)
        self.close_button = self._button(self.tr("&Close"), self.closed)
        self.back_button = self._button(self.tr("&Back"), self.back)
        self.next_button = self._button("", self.forward)
        self.next_button.setDefault(True)
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self._dots)
        row.addStretch(1)
        for button in (self.close_button, self.back_button, self.next_button):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 14, 12)
        column.setSpacing(8)
        for words in (self._title, self._words):
            column.addWidget(words)
        column.addSpacing(4)
        column.addLayout(row)

    def _button(self, words: str, signal: SignalInstance) -> QPushButton:
        button = QPushButton(words)
        button.setFont(font(12.5))
        button.setAutoDefault(False)
        quiet_buttons(button, self._theme)
        button.clicked.connect(signal)
        return button

    def show_step(self, number: int, title: str, words: str) -> None:
        """Show the step with this number, from 0."""
        self._title.setText(title)
        self._words.setText(words)
        self._dots.show_number(number)
        self.back_button.setVisible(number > 0)
        last = number == self._count - 1
        self.next_button.setText(self.tr("&Finish") if last else self.tr("&Next"))
        place = self.tr("Step %1 of %2").replace("%1", str(number + 1))
        self.setAccessibleName(f"{place.replace('%2', str(self._count))}: {title}")
        self.setAccessibleDescription(words)
        layout = self.layout()
        assert layout is not None
        layout.activate()
        self.setFixedHeight(layout.heightForWidth(_WIDTH))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._theme.accent), 1.2))
        painter.setBrush(QColor(self._theme.base))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 9, 9)
        painter.end()


class _Dots(QWidget):
    """Which of the steps is shown."""

    def __init__(self, theme: Theme, count: int) -> None:
        super().__init__()
        self._theme = theme
        self._count = count
        self._number = 0
        self.setFixedSize(12 * count, 12)

    def show_number(self, number: int) -> None:
        self._number = number
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for number in range(self._count):
            here = number == self._number
            painter.setBrush(QColor(self._theme.accent if here else self._theme.key_edge))
            painter.drawEllipse(QPointF(5 + 12 * number, self.height() / 2), 3.2, 3.2)
        painter.end()
