"""The line at the bottom: is it saved, what is selected, what just happened, what runs."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QTimer, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QWidget

from annotator.compat import override
from annotator.ui.speech import announce
from annotator.ui.tasks import Task
from annotator.ui.theme import Theme, font
from annotator.ui.widgets import Elided, Words, plain_tip

if TYPE_CHECKING:
    from annotator.ui.badges import Badge, Badges

_LASTING = 6_000
"""Milliseconds that a passing remark stays."""


class StatusBar(QWidget):
    """Shows states until they change and remarks for a few seconds."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFixedHeight(28)
        self._dot = _Dot(theme.done)
        self.saved = Words("", theme.done, weight=QFont.Weight.Medium)
        self.selection = Words("", theme.text)
        self.counts = Words("", theme.muted)
        self.remark = Elided("", theme.text)
        self.remark.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.lasting = Words("", theme.muted)
        self.hints = Elided("", theme.muted)
        self._badges: Badges | None = None
        self._refused = False
        self._pause = QTimer(self, singleShot=True, interval=_LASTING)
        self._pause.timeout.connect(self._clear_remark)
        self.tasks = TaskLine(theme)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 0, 14, 0)
        row.setSpacing(6)
        row.addWidget(self._dot)
        row.addWidget(self.saved)
        for words in (self.selection, self.counts):
            row.addSpacing(12)
            row.addWidget(words)
        row.addSpacing(12)
        row.addWidget(self.remark, 1)
        row.addWidget(self.tasks)
        row.addWidget(self.lasting)
        row.addSpacing(12)
        row.addWidget(self.hints)
        self._row = row

    def show_saved(self, words: str, *, well: bool = True) -> None:
        """Show the state of the file."""
        colour = self._theme.done if well else self._theme.flag
        self.saved.setText(words)
        self.saved.set_colour(colour)
        self._dot.set_colour(colour)

    def tell(self, words: str, *, refusal: bool = False) -> None:
        """Show a remark for some seconds."""
        self.remark.set_colour(self._theme.flag if refusal else self._theme.muted)
        self._refused = refusal and bool(words)
        self.remark.setText(words)
        self.remark.setToolTip(plain_tip(words))
        self._show_hints()
        self._pause.start()

    @property
    def badges(self) -> tuple[str, ...]:
        """What the badges say."""
        return self._badges.texts if self._badges is not None else ()

    def show_badge(self, name: str, badge: "Badge | None") -> None:
        """Show that a mode is on, or with None that it is over."""
        if self._badges is None:
            from annotator.ui.badges import Badges

            self._badges = Badges(self._theme)
            self._row.addWidget(self._badges)
        self._badges.show_badge(name, badge)
        self._show_hints()

    def forget_refusal(self) -> None:
        """Take a refusal away once the user has gone on."""
        if self._refused:
            self._clear_remark()

    def _clear_remark(self) -> None:
        self._refused = False
        self.remark.setText("")
        self.remark.setToolTip("")
        self._show_hints()

    def _show_hints(self) -> None:
        self.hints.setVisible(not self.remark.text() and not self.badges)
        self.lasting.setVisible(not self.badges)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(0, 0, self.width(), 1, QColor(self._theme.hairline))
        painter.end()


class TaskLine(QWidget):
    """The job that runs: its name, how far it is, and a button that stops it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._task: Task | None = None
        self._words = Words("", theme.text)
        self._stop = QToolButton()
        self._stop.setText(self.tr("Stop"))
        self._stop.setAutoRaise(True)
        self._stop.setFont(font(12))
        self._stop.clicked.connect(self._cancel)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._words)
        row.addWidget(self._stop)
        self.hide()

    def follow(self, task: Task) -> None:
        """Show a task until it ends."""
        self._task = task
        self._words.setText(task.title)
        self._stop.setEnabled(True)
        task.progressed.connect(self._progressed)
        task.ended.connect(self._ended)
        self.show()

    def _progressed(self, done: int, total: int) -> None:
        task = self.sender()
        if task is not self._task or self._task is None:
            return
        amount = f"{done} / {total}" if total else str(done)
        self._words.setText(f"{self._task.title} {amount}")

    def _ended(self) -> None:
        if self.sender() is self._task:
            self._task = None
            self.hide()

    def _cancel(self) -> None:
        if self._task is not None:
            self._stop.setEnabled(False)
            self._task.cancel()


class Notice(QWidget):
    """A bar above the text that stays until it is closed: trouble, reports, an offer."""

    asked = Signal()
    """The notice's button was pressed."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._bad = False
        self._words = Words("", theme.text, size=12.5)
        self._words.setWordWrap(True)
        self.button = QToolButton()
        self.button.setFont(font(12, QFont.Weight.DemiBold))
        self.button.setAutoRaise(True)
        self.button.clicked.connect(self._answer)
        self.other: QToolButton | None = None
        self._own_answer: Callable[[], object] | None = None
        close = QToolButton()
        close.setText("×")
        close.setAutoRaise(True)
        close.setAccessibleName(self.tr("Close this notice"))
        close.setToolTip(self.tr("Close this notice"))
        close.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 8, 10, 8)
        row.addWidget(self._words, 1)
        row.addWidget(self.button)
        row.addWidget(close)
        self.hide()

    @property
    def words(self) -> str:
        return self._words.text()

    @property
    def is_bad(self) -> bool:
        return self._bad

    def show_words(
        self,
        words: str,
        *,
        bad: bool = False,
        offer: str = "",
        answer: Callable[[], object] | None = None,
        other: tuple[str, Callable[[], object]] | None = None,
    ) -> None:
        """Show a notice, with a button when there is an offer.

        The button calls `answer`; without one `asked` is emitted. `other` is a second offer: its
        words and what it calls.
        """
        self._bad = bad
        self._own_answer = answer
        self._words.setText(words)
        self.button.setText(offer)
        self.button.setVisible(bool(offer))
        self._show_other(other)
        self.show()
        self.update()
        announce(self, words)

    def _show_other(self, other: tuple[str, Callable[[], object]] | None) -> None:
        if self.other is not None:
            self.other.hide()
            self.other.deleteLater()
            self.other = None
        if other is not None:
            words, answer = other
            self.other = QToolButton()
            self.other.setText(words)
            self.other.setFont(self.button.font())
            self.other.setAutoRaise(True)
            self.other.clicked.connect(lambda *_checked: answer())
            row = self.layout()
            assert isinstance(row, QHBoxLayout)
            row.insertWidget(2, self.other)

    def _answer(self) -> None:
        answer = self._own_answer or self.asked.emit
        answer()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(theme.accent_soft if not self._bad else theme.hover))
        edge = theme.danger if self._bad else theme.accent
        painter.fillRect(0, 0, 4, self.height(), QColor(edge))
        painter.fillRect(0, self.height() - 1, self.width(), 1, QColor(theme.hairline))
        painter.end()


class _Dot(QWidget):
    def __init__(self, colour: str) -> None:
        super().__init__()
        self._colour = colour
        self.setFixedSize(9, 28)

    def set_colour(self, colour: str) -> None:
        self._colour = colour
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(QColor(self._colour))
        painter.setPen(QColor(self._colour))
        painter.drawEllipse(QRectF(1, self.height() / 2 - 3.5, 7, 7))
        painter.end()
