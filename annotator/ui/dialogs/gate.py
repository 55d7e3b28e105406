"""What holds an article back, and the reason to call it done all the same."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QFont, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from annotator.compat import override
from annotator.model.scheme import Scheme
from annotator.services.checks import Remark
from annotator.ui.panels.remark_list import Maker, RemarkList
from annotator.ui.speech import announce
from annotator.ui.theme import Theme
from annotator.ui.widgets import Field, Words, quiet_buttons

FEWEST_WORDS = 2
"""Words that make a reason."""
LONGEST = 500
"""Characters of a reason."""


class GateDialog(QDialog):
    """Return in the list goes to the span; Return in the line overrules, with what stands there."""

    chosen = Signal(str)
    """A span to go to."""
    overruled = Signal(str)
    """The reason."""

    def __init__(
        self,
        held: Sequence[Remark],
        make: Maker,
        scheme: Scheme,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Not done yet"))
        self.resize(560, 420)
        count = self.tr("%1 remarks hold this article back").replace("%1", str(len(held)))
        if len(held) == 1:
            count = self.tr("1 remark holds this article back")
        self.list = RemarkList(scheme, theme, count)
        self.list.show_remarks(held, make)
        self.list.span_chosen.connect(self._go)
        self._field = Field(theme, self.tr("Why is it done all the same? A few words"))
        self.reason = self._field.line
        self.reason.setMaxLength(LONGEST)
        self.reason.textChanged.connect(self._check)
        self.reason.returnPressed.connect(self._overrule)
        hint = Words(
            self.tr(
                "Return goes to the span. Or write down why the article is done all the same: "
                "the reason is kept with it and goes out with the data."
            ),
            theme.muted,
            size=12.5,
        )
        hint.setWordWrap(True)
        buttons = QDialogButtonBox()
        self.overrule = QPushButton(self.tr("Done all the same"))
        self.overrule.setAutoDefault(False)
        self.overrule.clicked.connect(self._overrule)
        back = QPushButton(self.tr("Back to the text"))
        back.setAutoDefault(False)
        back.clicked.connect(self.reject)
        quiet_buttons(buttons, theme)
        buttons.addButton(self.overrule, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(back, QDialogButtonBox.ButtonRole.RejectRole)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(10)
        column.addWidget(Words(count, theme.text, size=15, weight=QFont.Weight.DemiBold))
        column.addWidget(hint)
        column.addWidget(self.list, 1)
        column.addWidget(self._field)
        column.addWidget(buttons)
        self._said = f"{self.windowTitle()}. {count}."
        self._check()
        self.list.setFocus()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        announce(self, self._said)

    @property
    def _words(self) -> str:
        return " ".join(self.reason.text().split())

    def _check(self) -> None:
        self.overrule.setEnabled(len(self._words.split()) >= FEWEST_WORDS)

    def _overrule(self) -> None:
        if self.overrule.isEnabled():
            words = self._words
            self.accept()
            self.overruled.emit(words)

    def _go(self, span_id: str) -> None:
        self.reject()
        if span_id:
            self.chosen.emit(span_id)
