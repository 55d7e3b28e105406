"""What the middle shows while a project holds no article."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from annotator.ui.theme import Theme, font
from annotator.ui.widgets import Words


class EmptyProject(QWidget):
    """Says how articles come in."""

    add_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAutoFillBackground(True)
        ground = self.palette()
        ground.setColor(self.backgroundRole(), QColor(theme.base))
        self.setPalette(ground)
        title = Words(self.tr("No articles yet"), theme.text, size=20, weight=QFont.Weight.DemiBold)
        words = Words(
            self.tr(
                "Drop text files or folders here, paste an article with Ctrl+Shift+V, "
                "or choose files."
            ),
            theme.muted,
            size=13,
        )
        button = QPushButton(self.tr("Add articles…"))
        button.setFont(font(13))
        button.clicked.connect(self.add_requested)
        column = QVBoxLayout(self)
        column.addStretch(1)
        for widget in (title, words, button):
            column.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
            column.addSpacing(8)
        column.addStretch(2)
