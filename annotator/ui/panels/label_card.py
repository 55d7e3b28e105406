"""The guideline of one label in full, beside the text."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from annotator.compat import override
from annotator.model.scheme import Example, Label, Scheme
from annotator.ui.theme import Theme, font, mix, readable
from annotator.ui.widgets import Heading, Words, plain_tip, quiet_area

_MARGIN = 14


class LabelCard(QWidget):
    """Definition, when, when not, legal basis, examples that fit and that do not."""

    closed = Signal()

    def __init__(self, theme: Theme, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._language = language
        self.label_id = ""
        self._heading = Heading(self.tr("Guideline"), theme)
        close = QToolButton()
        close.setText("×")
        close.setFont(font(13))
        close.setAutoRaise(True)
        words = self.tr("Back to the labels (Esc)")
        close.setToolTip(plain_tip(words))
        close.setAccessibleName(words)
        close.clicked.connect(self.closed)
        head = QHBoxLayout()
        head.setContentsMargins(_MARGIN, 10, 8, 4)
        head.addWidget(self._heading, 1)
        head.addWidget(close)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        quiet_area(self._scroll, theme, theme.panel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._scroll, 1)

    def show_label(self, label: Label, scheme: Scheme) -> None:
        """Show the guideline of a label."""
        self.label_id = label.id
        theme, language = self._theme, self._language
        name = label.names.best(language)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(_MARGIN, 2, _MARGIN, _MARGIN)
        column.setSpacing(4)
        group = scheme.group(label.group)
        fill = mix(group.fill, theme.panel, 0.34 if theme.is_dark else 0.62) if group else ""
        column.addLayout(self._title(name, label.code, fill))
        self._add(column, "", label.definition.best(language))
        self._add(column, self.tr("When"), label.when.best(language))
        self._add(column, self.tr("When not"), label.when_not.best(language))
        if label.legal_basis.strip(" -–"):
            self._add(column, self.tr("Legal basis"), label.legal_basis)
        examples = [Example(label.example, fits=True)] if label.example else []
        examples += label.examples
        for heading, fits in ((self.tr("Fits"), True), (self.tr("Does not fit"), False)):
            some = [self._example(one) for one in examples if one.fits is fits]
            self._add(column, heading, *some)
        version = self.tr("Guideline %1").replace("%1", scheme.guideline_version)
        column.addSpacing(10)
        self._add(column, "", version)
        column.addStretch(1)
        self._scroll.setWidget(inner)
        self._scroll.verticalScrollBar().setValue(0)
        self._scroll.setAccessibleName(self.tr("Guideline of %1").replace("%1", name))

    def words(self) -> str:
        """Return all that is shown, as one text for a screen reader."""
        inner: QWidget = self._scroll.widget()  # type: ignore[assignment]  # a label is shown
        return ". ".join(
            part.text().rstrip(".") for part in inner.findChildren(Words) if part.text()
        )

    def _title(self, name: str, code: str, fill: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        chip = Words(code, self._theme.text, size=10.5, weight=QFont.Weight.Bold)
        if fill:
            chip.set_colour(readable(self._theme.text, fill))
            chip.setAutoFillBackground(True)
            colours = chip.palette()
            colours.setColor(chip.backgroundRole(), QColor(fill))
            chip.setPalette(colours)
            chip.setContentsMargins(5, 2, 5, 2)
        title = Words(name, self._theme.text, size=15, weight=QFont.Weight.DemiBold)
        title.setWordWrap(True)
        row.addWidget(chip, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(title, 1)
        return row

    def _add(self, column: QVBoxLayout, heading: str, *texts: str) -> None:
        """Add a section; one without words is left out."""
        if not any(texts):
            return
        if heading:
            column.addSpacing(8)
            column.addWidget(Heading(heading, self._theme))
        colour = self._theme.text if heading else self._theme.muted
        for text in texts:
            words = Words(text, colour, size=12.5)
            words.setWordWrap(True)
            words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            column.addWidget(words)

    @staticmethod
    def _example(example: Example) -> str:
        return f"“{example.text}” – {example.note}" if example.note else f"“{example.text}”"

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)
