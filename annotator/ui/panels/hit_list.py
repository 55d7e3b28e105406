"""The list of what was found: arrow keys look at places, Return goes there."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListView, QWidget

from annotator.compat import override
from annotator.ui.item_models.hits import HitsModel, Row
from annotator.ui.panels.hit_delegate import HitDelegate
from annotator.ui.theme import Theme
from annotator.ui.widgets import quiet_list

_LOOK_PAUSE = 60
"""Milliseconds a row must stay chosen until its place is shown: held arrow keys run through."""


class HitList(QListView):
    """Rows of a `HitsModel`."""

    looked_at = Signal(object)
    """A row was chosen: its place is to be shown while the keyboard stays here."""
    entered_row = Signal(object)
    """A row was taken: on to its place."""
    left_upwards = Signal()
    left = Signal()

    def __init__(self, theme: Theme, language: str) -> None:
        super().__init__()
        self.setViewport(QWidget())
        self.hits = HitsModel(self)
        self.painter_of_rows = HitDelegate(theme, language, self)
        self.setModel(self.hits)
        self.setItemDelegate(self.painter_of_rows)
        self.setAccessibleName(self.tr("Results"))
        self.setUniformItemSizes(True)
        quiet_list(self, theme, theme.panel)
        self._pause = QTimer(self, singleShot=True, interval=_LOOK_PAUSE)
        self._pause.timeout.connect(self._look)
        self.selectionModel().currentChanged.connect(self._current_changed)
        self.doubleClicked.connect(self._enter)

    def enter(self) -> None:
        """Take the keyboard, with the first row chosen where none is."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if not self.currentIndex().isValid() and self.hits.rowCount():
            self.setCurrentIndex(self.hits.index(0))

    def show_rows(self, rows: Sequence[Row], *, has_more: bool) -> None:
        """Show other results, the first one chosen where somebody waits for them here."""
        self.hits.reset(rows, has_more=has_more)
        self.scrollToTop()
        if self.hasFocus():
            self.enter()

    def set_row_height(self, height: int) -> None:
        """Give all rows another height."""
        self.painter_of_rows.height = height
        self.scheduleDelayedItemsLayout()

    def _current_changed(self, index: QModelIndex) -> None:
        if index.isValid():
            self._pause.start()

    def _look(self) -> None:
        row = self.hits.row_at(self.currentIndex())
        if row is not None:
            self.looked_at.emit(row)

    def _enter(self) -> None:
        self._pause.stop()
        index = self.currentIndex()
        row = self.hits.row_at(index)
        if row is None:
            return
        if self.hits.unfold(index):
            self._pause.start()
        else:
            self.entered_row.emit(row)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, row = event.key(), self.currentIndex().row()
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._enter()
        elif key == Qt.Key.Key_Right:
            self.hits.unfold(self.currentIndex())
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        elif key == Qt.Key.Key_Up and row <= 0:
            self.left_upwards.emit()
        else:
            super().keyPressEvent(event)
