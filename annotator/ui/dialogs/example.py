"""Keep words of the text as an example of their label."""

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from annotator.model.scheme import Example
from annotator.ui.theme import Theme
from annotator.ui.ticks import RoundBox
from annotator.ui.widgets import Field, Words, quiet_buttons

LONGEST_NOTE = 200


class ExampleDialog(QDialog):
    """Asks whether the words fit the label, and for a note."""

    def __init__(self, text: str, label: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keep as an example"))
        self.setMinimumWidth(440)
        self._text = text
        title = self.tr("An example of “%1”").replace("%1", label)
        quoted = Words(f"“{text}”", theme.text, size=13)
        quoted.setWordWrap(True)
        self.fits = RoundBox(self.tr("&Fits"), theme)
        self.does_not_fit = RoundBox(self.tr("Does &not fit"), theme)
        self.fits.setChecked(True)
        self._field = Field(theme, self.tr("Why? A note for the others (may stay empty)"))
        self.note = self._field.line
        self.note.setMaxLength(LONGEST_NOTE)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        quiet_buttons(buttons, theme)
        hint = Words(
            self.tr("It is shown on the card of the label to everybody who works in this project."),
            theme.muted,
        )
        hint.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(10)
        column.addWidget(Words(title, theme.text, size=15, weight=QFont.Weight.DemiBold))
        for widget in (quoted, self.fits, self.does_not_fit, self._field, hint, buttons):
            column.addWidget(widget)

    @property
    def example(self) -> Example:
        """What was said."""
        return Example(self._text, self.fits.isChecked(), " ".join(self.note.text().split()))
