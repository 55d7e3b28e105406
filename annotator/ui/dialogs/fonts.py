"""Choose a font for the text from those this computer has."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from annotator.ui.theme import Theme, font
from annotator.ui.widgets import Words, quiet_buttons

_SAMPLE_SIZE = 18
_ROW = 30


def reading_fonts() -> list[str]:
    """Return the families that can set Latin text in any size, without those of parts of a system.

    Symbol fonts have no Latin in them, and what begins with a point is the system's own.
    """
    return [
        family
        for family in QFontDatabase.families(QFontDatabase.WritingSystem.Latin)
        if QFontDatabase.isSmoothlyScalable(family)
        and not QFontDatabase.isPrivateFamily(family)
        and not family.startswith((".", "@"))
    ]


class FontDialog(QDialog):
    """A list of fonts, and a line of an article in the one that is marked.

    The names are in the window's font: some fonts hold signs where letters are expected.
    """

    def __init__(self, family: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Font of the text"))
        self._list = QListWidget()
        self._list.setAccessibleName(self.tr("Fonts of this computer"))
        self._list.setMinimumSize(420, 280)
        for name in reading_fonts():
            item = QListWidgetItem(name)
            item.setFont(font())
            item.setSizeHint(QSize(0, _ROW))
            self._list.addItem(item)
            if name == family:
                self._list.setCurrentItem(item)
        if self._list.currentItem() is None:
            self._list.setCurrentRow(0)
        title = Words(
            self.tr("Font of the text"), theme.text, size=17, weight=QFont.Weight.DemiBold
        )
        title.setBuddy(self._list)
        self._sample = Words("Bawaslu menerima laporan warga, Senin (25/11/2024).", theme.text)
        self._sample.setMinimumHeight(2 * _SAMPLE_SIZE)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        buttons.setFont(font())
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        quiet_buttons(buttons, theme)
        self._list.currentItemChanged.connect(self._show_sample)
        self._list.itemActivated.connect(self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 22, 24, 18)
        column.setSpacing(10)
        for widget in (title, self._list, self._sample, buttons):
            column.addWidget(widget)
        self._show_sample()
        self._list.setFocus()

    @property
    def family(self) -> str:
        """The family that is marked; "" where the computer has none."""
        item = self._list.currentItem()
        return item.text() if item is not None else ""

    def _show_sample(self) -> None:
        letters = QFont(self.family)
        letters.setPixelSize(_SAMPLE_SIZE)
        self._sample.setFont(letters)
