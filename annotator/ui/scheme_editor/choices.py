"""Lists to choose one or several of, in the look of the window's inputs."""

from PySide6.QtCore import QMargins, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QToolButton, QWidget

from annotator.compat import override
from annotator.ui.inputs import HEIGHT, paint_choice
from annotator.ui.theme import Theme

_ROOM = 12


class Choice(QComboBox):
    """A list that the mouse wheel cannot change: scrolling past must never alter a scheme."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFixedHeight(HEIGHT)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    @override
    def sizeHint(self) -> QSize:
        # The style counts on less room around the words than there is.
        return super().sizeHint().grownBy(QMargins(0, 0, _ROOM, 0))

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        faint = self.currentData() is None
        paint_choice(self, painter, self.currentText(), self._theme, faint=faint)
        painter.end()


class Choices(QToolButton):
    """A button that opens a menu of things to tick, and shows what is ticked."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._words = ""
        self.setFixedHeight(HEIGHT)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)

    def show_words(self, words: str) -> None:
        """Show what is ticked, "" for nothing."""
        self._words = words
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_choice(self, painter, self._words or "–", self._theme, faint=not self._words)
        painter.end()
