"""Where a note is written: what it is about, the words, whether it is for the lead."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from annotator.compat import override
from annotator.ui.theme import Theme, font
from annotator.ui.ticks import TickBox
from annotator.ui.widgets import FocusFrame, Words, quiet_buttons

_HEIGHT = 92


class NoteBox(QFrame):
    """Return saves, Shift+Return makes a new line, Esc puts it away."""

    saved = Signal(str, bool)
    """The words, and whether they are for the lead."""
    put_away = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._about = Words("", theme.text)
        self._about.setWordWrap(True)
        self.text = QPlainTextEdit()
        self.text.setAccessibleName(self.tr("Words of the note"))
        self.text.setPlaceholderText(self.tr("Write a note… Return saves it."))
        self.text.setTabChangesFocus(True)
        self.text.setFont(font(13))
        self.text.setFrameShape(QFrame.Shape.NoFrame)
        self.text.installEventFilter(self)
        self.lead = TickBox(self.tr("For the lead"), theme)
        self.save = QPushButton(self.tr("Save"))
        self.save.clicked.connect(self._save)
        quiet_buttons(self.save, theme)
        row = QHBoxLayout()
        row.addWidget(self.lead, 1)
        row.addWidget(self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(6)
        column.addWidget(self._about)
        frame = FocusFrame(self.text, theme, (5, 4, 5, 4))
        frame.setFixedHeight(_HEIGHT)
        column.addWidget(frame)
        column.addLayout(row)

    def begin(self, about: str, text: str, *, for_lead: bool, may_lead: bool) -> None:
        """Take a note up; an answer has nothing of its own for the lead."""
        self._about.setText(about)
        self.text.setAccessibleDescription(about)
        self.text.setPlainText(text)
        self.text.moveCursor(self.text.textCursor().MoveOperation.End)
        self.lead.setVisible(may_lead)
        self.lead.setChecked(for_lead)
        self.show()
        self.text.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @property
    def words(self) -> str:
        """What is written so far."""
        return self.text.toPlainText().strip()

    def _save(self) -> None:
        self.saved.emit(self.words, self.lead.isChecked())

    @override
    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.key() not in {
            Qt.Key.Key_Return,
            Qt.Key.Key_Enter,
            Qt.Key.Key_Escape,
        }:
            return False
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if held == Qt.KeyboardModifier.ShiftModifier:
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()  # Ctrl+Return saves too, and must not finish the article
            return True
        if event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape:
                self.put_away.emit()
            else:
                self._save()
            return True
        return False
