"""The slim bar above the text: find in the article."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from annotator.compat import override
from annotator.ui.panels.small_buttons import SmallButton
from annotator.ui.speech import announce
from annotator.ui.theme import Theme
from annotator.ui.widgets import Field, Words

_FIELD_WIDTH = 300


class FindBar(QWidget):
    """A field, two switches, a count, and buttons for the next and the previous place."""

    changed = Signal()
    """Other words or other switches."""
    next_asked = Signal()
    previous_asked = Signal()
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.field = Field(theme, self.tr("Find in this article"))
        self.field.setMaximumWidth(_FIELD_WIDTH)
        self.line = self.field.line
        self.line.setClearButtonEnabled(True)
        self.line.textChanged.connect(self.changed)
        self.line.installEventFilter(self)
        self.match_case = self._switch("Aa", self.tr("Match capitals and accents"))
        self.whole_words = self._switch("[ab]", self.tr("Whole words only"))
        self.count = Words("", theme.muted)
        self.count.setMinimumWidth(74)
        self.previous = self._button("↑", self.tr("Previous place (Shift+F3)"))
        self.previous.clicked.connect(self.previous_asked)
        self.next = self._button("↓", self.tr("Next place (F3)"))
        self.next.clicked.connect(self.next_asked)
        self.close_button = self._button("×", self.tr("Close (Esc)"))
        self.close_button.clicked.connect(self.closed)
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 6, 10, 7)
        row.setSpacing(5)
        row.addWidget(self.field, 1)
        for widget in (self.match_case, self.whole_words, self.count, self.previous, self.next):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self.close_button)
        self.hide()

    def show_count(self, current: int, total: int) -> None:
        """Say which of how many places is chosen, counted from 1; 0 for none of them."""
        if not self.line.text().strip():
            self._say("", bad=False)
        elif not total:
            self._say(self.tr("Not found"), bad=True)
        elif current:
            words = self.tr("%1 of %2").replace("%1", str(current))
            self._say(words.replace("%2", str(total)), bad=False)
        else:
            words = self.tr("1 place") if total == 1 else self.tr("%1 places")
            self._say(words.replace("%1", str(total)), bad=False)
        self.next.setEnabled(total > 0)
        self.previous.setEnabled(total > 0)

    def enter(self, text: str = "") -> None:
        """Show the bar with the keyboard in it; `text` takes the place of what it held."""
        self.show()
        if text:
            self.line.setText(text)
        self.line.selectAll()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _say(self, words: str, *, bad: bool) -> None:
        if words != self.count.text():
            self.count.setText(words)
            self.count.set_colour(self._theme.danger if bad else self._theme.muted)
            announce(self.line, words)

    def _switch(self, sign: str, name: str) -> SmallButton:
        made = self._button(sign, name)
        made.setCheckable(True)
        made.toggled.connect(self.changed)
        return made

    def _button(self, sign: str, name: str) -> SmallButton:
        return SmallButton(sign, name, self._theme)

    @override
    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        key, shift = event.key(), event.modifiers() == Qt.KeyboardModifier.ShiftModifier
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            (self.previous_asked if shift else self.next_asked).emit()
        elif key == Qt.Key.Key_Down:
            self.next_asked.emit()
        elif key == Qt.Key.Key_Up:
            self.previous_asked.emit()
        else:
            return False
        return True

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._theme.panel))
        painter.fillRect(0, self.height() - 1, self.width(), 1, QColor(self._theme.hairline))
        painter.end()
