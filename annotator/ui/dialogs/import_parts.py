"""Small parts of the import dialog: sections with a heading, and quiet tables."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem, QVBoxLayout, QWidget

from annotator.ui.theme import Theme, font, mix
from annotator.ui.widgets import Heading, Words, plain_tip, quiet_scroll_bar

ROW: int = 30


class Section(QWidget):
    """A heading with what belongs to it below."""

    def __init__(self, title: str, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(7)
        self.heading = Heading(title, theme)
        self.column.addWidget(self.heading)

    def words(self, text: str, colour: str = "", *, strong: bool = False) -> Words:
        """Add a line of words that wraps."""
        weight = QFont.Weight.DemiBold if strong else QFont.Weight.Normal
        made = Words(text, colour or self.theme.text, size=12.5, weight=weight)
        made.setWordWrap(True)
        self.column.addWidget(made)
        return made


class QuietTable(QTableWidget):
    """A table to read, with plain words in its cells."""

    def __init__(self, name: str, heads: Sequence[str], theme: Theme) -> None:
        super().__init__(0, len(heads))
        self.setAccessibleName(name)
        self.setFont(font(12))
        self.setHorizontalHeaderLabels(list(heads))
        self.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setHorizontalScrollMode(QTableWidget.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(26)
        header = self.horizontalHeader()
        header.setFont(font(11.5, QFont.Weight.DemiBold))
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setMinimumSectionSize(60)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        quiet_scroll_bar(self.verticalScrollBar(), theme, theme.base)
        colours = self.palette()
        colours.setColor(colours.ColorRole.Base, QColor(theme.base))
        colours.setColor(colours.ColorRole.Highlight, QColor(mix(theme.accent, theme.base, 0.22)))
        colours.setColor(colours.ColorRole.HighlightedText, QColor(theme.text))
        self.setPalette(colours)

    def show_rows(self, rows: Sequence[Sequence[str]], most: int = 8) -> None:
        """Show rows of words; the table is as high as it needs to be, `most` rows at most."""
        self.setRowCount(len(rows))
        for row, cells in enumerate(rows):
            for place, words in enumerate(cells):
                line = " ".join(words.split())
                item = QTableWidgetItem(line)
                item.setToolTip(plain_tip(line))
                self.setItem(row, place, item)
        self.fit(most)

    def fit(self, most: int) -> None:
        """Be as high as the rows, or as `most` of them."""
        shown = max(1, min(self.rowCount(), most))
        height = self.verticalHeader().defaultSectionSize()
        bar = self.horizontalScrollBar().sizeHint().height()
        self.setFixedHeight(shown * height + self.horizontalHeader().sizeHint().height() + bar + 4)
