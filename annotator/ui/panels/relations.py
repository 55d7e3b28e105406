"""The relations of the selected span, in both directions, in words."""

from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QToolButton, QWidget

from annotator.model.scheme import Scheme
from annotator.ui.buttons import Chip
from annotator.ui.theme import Theme, font, mix
from annotator.ui.widgets import Words


class RelationRow(NamedTuple):
    """One relation of the selected span: its name and the span at the other end.

    `note` is the factuality of the violation it hangs on: a link to a perpetrator says no more
    than the violation does.
    """

    relation: str
    name: str
    note: str
    other: str
    words: str
    role: str
    outgoing: bool


class RelationList(QWidget):
    """A row each: what the link says, whom it reaches, and a way to remove it."""

    span_chosen = Signal(str)
    removal_asked = Signal(str)

    def __init__(self, scheme: Scheme, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scheme = scheme
        self._theme = theme
        self._shown: tuple[RelationRow, ...] = ()
        self._widgets: list[QWidget] = []
        self.remove_buttons: list[QToolButton] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(6)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 1)

    def show_rows(self, rows: tuple[RelationRow, ...]) -> None:
        """Show these relations."""
        if rows == self._shown:
            return
        self._shown = rows
        for widget in self._widgets:
            self._grid.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._widgets = []
        self.remove_buttons = []
        for place, row in enumerate(rows):
            for column, widget in enumerate(self._row(row)):
                self._grid.addWidget(widget, place, column)
                self._widgets.append(widget)

    def _row(self, row: RelationRow) -> tuple[QWidget, QWidget, QWidget]:
        theme = self._theme
        name = Words(row.name if row.outgoing else f"← {row.name}", theme.muted)
        group = self._scheme.group(row.role)
        share = 0.3 if theme.is_dark else 0.5
        fill = mix(group.fill if group else theme.hairline, theme.panel, share)
        chip = Chip(f"{row.words} · {row.note}" if row.note else row.words, fill, theme)
        chip.setProperty("span", row.other)
        chip.clicked.connect(self._chip_clicked)
        remove = QToolButton()
        remove.setText("×")
        remove.setFont(font(11))
        remove.setAutoRaise(True)
        words = self.tr("Remove this relation")
        remove.setToolTip(words)
        remove.setAccessibleName(f"{words}: {row.name}, {row.words}")
        remove.setProperty("relation", row.relation)
        remove.clicked.connect(self._remove_clicked)
        self.remove_buttons.append(remove)
        return name, chip, remove

    def _chip_clicked(self) -> None:
        self.span_chosen.emit(self.sender().property("span"))

    def _remove_clicked(self) -> None:
        self.removal_asked.emit(self.sender().property("relation"))
