"""The last page of the scheme editor."""

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from annotator.ui.scheme_editor.parts import Button
from annotator.ui.theme import Theme
from annotator.ui.widgets import Words


class DonePage(QWidget):
    """Says what was stored, and offers to take it back."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.words = Words("", theme.text, size=17, weight=QFont.Weight.DemiBold)
        self.words.setWordWrap(True)
        self.details = Words("", theme.text, size=13)
        self.details.setWordWrap(True)
        self.take_back = Button(self.tr("Take this change back"), theme)
        self.close_button = Button(self.tr("Close"), theme, main=True)
        self.close_button.setDefault(True)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self.take_back)
        row.addStretch(1)
        row.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(48, 48, 48, 28)
        column.setSpacing(12)
        column.addWidget(self.words)
        column.addWidget(self.details)
        column.addStretch(1)
        column.addLayout(row)
