"""Reprints of an article: which they are, and what was said about them that fits here too."""

from collections.abc import Callable, Sequence
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from annotator.compat import override
from annotator.model.ids import DocumentId
from annotator.ui.dates import count_words
from annotator.ui.panels.twin_rows import ArticleRow, RowList, SpanRow
from annotator.ui.speech import announce
from annotator.ui.theme import Theme, font
from annotator.ui.widgets import Line, Words, quiet_buttons

WorkRows = Sequence[SpanRow]


class TwinsDialog(QDialog):
    """Left the reprints, right what can be taken over from the current one.

    `work_of` returns the rows at the right for a reprint. Return takes over what is ticked;
    Ctrl+Return opens the reprint.
    """

    taken = Signal(str, object)
    """Reprint, and the ids of the proposed spans that are ticked."""
    opened = Signal(str)

    def __init__(
        self,
        twins: Sequence[ArticleRow],
        work_of: Callable[[DocumentId], WorkRows],
        theme: Theme,
        language: str,
        parent: QWidget | None = None,
        *,
        may_edit: bool = True,
    ) -> None:
        super().__init__(parent)
        self._work_of = work_of
        self._language = language
        self._may_edit = may_edit
        self.setWindowTitle(self.tr("Reprints of this article"))
        self.resize(980, 560)
        self.twins = RowList(self.tr("Reprints"), theme, theme.panel)
        self.work = RowList(self.tr("What can be taken over"), theme, theme.base)
        self._count = Words("", theme.text, size=12.5)
        self._take = QPushButton(self.tr("Take over what is ticked"))
        self._open = QPushButton(self.tr("Open the reprint"))
        self._close = QPushButton(self.tr("Close"))
        for button in (self._take, self._open, self._close):
            button.setAutoDefault(False)
            quiet_buttons(button, theme)
        self._take.setFont(font(12.5, QFont.Weight.DemiBold))
        self._lay_out(theme)
        self._take.clicked.connect(self._take_over)
        self._open.clicked.connect(self._go)
        self._close.clicked.connect(self.reject)
        self.work.rows.ticks_changed.connect(self._show_counts)
        self.twins.rows.show(twins)
        self.twins.selectionModel().currentChanged.connect(self._show_work)
        self.twins.setCurrentIndex(self.twins.rows.index(0))
        self.twins.setFocus()

    @property
    def current(self) -> DocumentId | None:
        """The reprint that is chosen at the left."""
        number = self.twins.currentIndex().row()
        row = self.twins.rows.rows[number] if number >= 0 else None
        return row.document if isinstance(row, ArticleRow) else None

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        announce(self, f"{self.windowTitle()}. {self._count.text()}")

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            held = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            (self._go if held else self._take_over)()
            return
        super().keyPressEvent(event)

    def _lay_out(self, theme: Theme) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 14, 0, 12)
        column.setSpacing(10)
        hint = Words(
            self.tr(
                "These articles tell the same story, at least half of it in the same words. What"
                " you labelled in one of them can be taken over where the same words stand here."
            ),
            theme.muted,
            size=12.5,
        )
        hint.setWordWrap(True)
        top = QHBoxLayout()
        top.setContentsMargins(16, 0, 16, 0)
        top.addWidget(hint)
        lists = QHBoxLayout()
        lists.setSpacing(0)
        lists.addWidget(self.twins, 4)
        lists.addWidget(self.work, 6)
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 0, 16, 0)
        foot.setSpacing(10)
        foot.addWidget(self._count)
        foot.addStretch(1)
        for button in (self._take, self._open, self._close):
            foot.addWidget(button)
        keys = Words(
            self.tr("Space: tick · Return: take over · Ctrl+Return: open the reprint · Esc: close"),
            theme.muted,
            size=11.5,
        )
        last = QHBoxLayout()
        last.setContentsMargins(16, 0, 16, 0)
        last.addWidget(keys)
        column.addLayout(top)
        column.addWidget(Line(theme))
        column.addLayout(lists, 1)
        column.addWidget(Line(theme))
        column.addLayout(foot)
        column.addLayout(last)
        for one, other in pairwise([self.twins, self.work, self._take, self._open, self._close]):
            self.setTabOrder(one, other)

    def _show_work(self) -> None:
        current = self.current
        self.work.rows.show(() if current is None else self._work_of(current))
        if self.work.rows.rowCount():
            self.work.setCurrentIndex(self.work.rows.index(0))

    def _show_counts(self) -> None:
        rows = [row for row in self.work.rows.rows if isinstance(row, SpanRow)]
        possible = sum(1 for row in rows if row.span)
        if not rows:
            text = self.tr("You labelled nothing in it that is not here already.")
        else:
            text = self.tr("%1 of %2 spans ticked; %3 have no such words here")
            for place, number in enumerate(
                (len(self.work.rows.ticked), possible, len(rows) - possible), 1
            ):
                text = text.replace(f"%{place}", count_words(number, self._language))
        self._count.setText(text)
        self._take.setEnabled(self._may_edit and bool(self.work.rows.ticked))

    def _take_over(self) -> None:
        if self._take.isEnabled() and self.current is not None:
            self.taken.emit(self.current, frozenset(self.work.rows.ticked))

    def _go(self) -> None:
        if self.current is not None:
            current = self.current
            self.accept()
            self.opened.emit(current)
