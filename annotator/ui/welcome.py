"""What a person sees before a project is open."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from annotator.ui.buttons import Chip
from annotator.ui.speech import announce
from annotator.ui.theme import Theme, font
from annotator.ui.widgets import Heading, Words, quiet_buttons

_MOST_RECENT = 6


class WelcomeWindow(QWidget):
    """New, open, sample, and what was open lately."""

    new_requested = Signal()
    open_requested = Signal()
    sample_requested = Signal()
    recent_requested = Signal(str)

    def __init__(self, theme: Theme, recent: Sequence[str]) -> None:
        super().__init__()
        self.setWindowTitle(self.tr("Annotator"))
        self.resize(760, 520)
        column = QVBoxLayout(self)
        column.setContentsMargins(64, 56, 64, 48)
        column.setSpacing(12)
        column.addWidget(Words("Annotator", theme.text, size=30, weight=QFont.Weight.Bold))
        words = Words(
            self.tr(
                "Turn election news into training data: mark actors, actions and violations, "
                "say how certain each one is, and export a dataset. Everything stays on this "
                "computer."
            ),
            theme.muted,
            size=14,
        )
        words.setWordWrap(True)
        column.addWidget(words)
        self._trouble = Words("", theme.danger, size=13)
        self._trouble.setWordWrap(True)
        self._trouble.hide()
        column.addWidget(self._trouble)
        column.addSpacing(14)
        row = QHBoxLayout()
        row.setSpacing(10)
        for text, signal in (
            (self.tr("Open the sample project"), self.sample_requested),
            (self.tr("New project…"), self.new_requested),
            (self.tr("Open project…"), self.open_requested),
        ):
            button = QPushButton(text)
            button.setFont(font(13, QFont.Weight.Medium))
            quiet_buttons(button, theme, 34)
            button.clicked.connect(signal)
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
        column.addSpacing(22)
        if recent:
            column.addWidget(Heading(self.tr("Recent"), theme))
        for path in recent[:_MOST_RECENT]:
            chip = Chip(Path(path).stem, theme.accent_soft, theme)
            chip.setToolTip("")
            chip.setProperty("path", path)
            chip.clicked.connect(self._recent_clicked)
            line = QHBoxLayout()
            line.addWidget(chip)
            line.addWidget(Words(str(Path(path).parent), theme.muted), 1)
            column.addLayout(line)
        column.addStretch(1)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def complain(self, words: str) -> None:
        """Say what went wrong, in words that stay."""
        self._trouble.setText(words)
        self._trouble.show()
        announce(self._trouble, words)

    def _recent_clicked(self) -> None:
        chip = self.sender()
        assert isinstance(chip, Chip)
        self.recent_requested.emit(chip.property("path"))
