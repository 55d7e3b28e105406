"""What a label means, always in sight."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.model.scheme import Label, Scheme
from annotator.ui.theme import Theme
from annotator.ui.widgets import Card, Heading, Words


class GuidelineCard(QWidget):
    """The definition of one label, with its legal basis and an example."""

    def __init__(self, scheme: Scheme, theme: Theme, language: str) -> None:
        super().__init__()
        self._scheme = scheme
        self._language = language
        card = Card(theme)
        self._name = Words("", theme.text, size=12.5, weight=QFont.Weight.Bold)
        self._definition = Words("", theme.muted, size=12)
        self._example = Words("", theme.muted, size=12)
        self._stamp = Words("", theme.muted, size=11)
        self.label_id = ""
        for words in (self._name, self._definition, self._example):
            words.setWordWrap(True)
            words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        inside = QVBoxLayout(card)
        inside.setContentsMargins(12, 10, 12, 11)
        inside.setSpacing(3)
        inside.addWidget(self._name)
        inside.addWidget(self._definition)
        inside.addWidget(self._example)
        inside.addWidget(self._stamp)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 14)
        column.setSpacing(8)
        column.addWidget(Heading(self.tr("Guideline"), theme))
        column.addWidget(card)
        self.show_label(None)
        self.show_stamp("")

    def show_label(self, label: Label | None) -> None:
        """Show a label's definition, or what to do to see one."""
        if label is None:
            self._name.hide()
            self._example.hide()
            self._definition.setText(self.tr("The definition of a label appears here."))
            return
        self.label_id = label.id
        self._name.setText(label.names.best(self._language))
        definition = label.definition.best(self._language)
        if label.legal_basis.strip(" -–"):
            basis = self.tr("Basis: %1.").replace("%1", label.legal_basis)
            definition = f"{definition} {basis}"
        self._definition.setText(definition)
        self._example.setText(self.tr("Example: “%1”").replace("%1", label.example))
        self._name.show()
        self._example.setVisible(bool(label.example))

    def show_stamp(self, words: str) -> None:
        """Show under which guideline the focused span was made, "" for none."""
        self._stamp.setText(words)
        self._stamp.setVisible(bool(words))
