"""Who annotates? Asked once per project and shown from then on."""

from collections.abc import Sequence

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from annotator.ui.theme import Theme
from annotator.ui.widgets import Words, quiet_buttons


class NameDialog(QDialog):
    """Asks for a name; names that the project knows can be chosen."""

    def __init__(
        self, known: Sequence[str], suggestion: str, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Who annotates?"))
        self._box = QComboBox()
        self._box.setEditable(True)
        self._box.setAccessibleName(self.tr("Name"))
        self._box.addItems(list(known))
        self._box.setCurrentText(suggestion)
        self._box.setMinimumWidth(320)
        line = self._box.lineEdit()
        assert line is not None
        line.setMaxLength(80)
        line.setPlaceholderText(self.tr("Your name"))
        line.setAccessibleName(self.tr("Name"))
        line.selectAll()
        title = Words(self.tr("Who annotates?"), theme.text, size=17, weight=QFont.Weight.DemiBold)
        title.setBuddy(self._box)  # what a screen reader calls the box
        words = Words(
            self.tr("Every label carries the name of the person who set it. It is asked once."),
            theme.muted,
            size=12.5,
        )
        words.setWordWrap(True)
        self._buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        quiet_buttons(self._buttons, theme)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self._box.currentTextChanged.connect(self._check)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 22, 24, 18)
        column.setSpacing(10)
        for widget in (title, words, self._box, self._buttons):
            column.addWidget(widget)
        self._check()

    @property
    def name(self) -> str:
        """The name as typed, blanks tidied."""
        return " ".join(self._box.currentText().split())

    def _check(self) -> None:
        self._buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(bool(self.name))
