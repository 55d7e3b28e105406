"""Saved searches: give one a name, give it another, remove it."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from annotator.compat import override
from annotator.errors import AnnotatorError
from annotator.services.filters import LONGEST_NAME, Filter
from annotator.services.projects import Project
from annotator.ui.messages import words_for
from annotator.ui.theme import Theme
from annotator.ui.widgets import Words

_WIDTH = 360


class SaveDialog(QDialog):
    """Asks for the name of a search and keeps it in the project."""

    def __init__(self, project: Project, made: Filter, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Save this search"))
        self._project = project
        self._made = made
        self._names = {one.name for one in project.filters.all()}
        title = Words(
            self.tr("Save this search"), theme.text, size=17, weight=QFont.Weight.DemiBold
        )
        self.name = QLineEdit()
        self.name.setMaxLength(LONGEST_NAME)
        self.name.setMinimumWidth(_WIDTH)
        self.name.setPlaceholderText(self.tr("Name"))
        self.name.setAccessibleName(self.tr("Name"))
        self.name.textChanged.connect(self._check)
        query = Words(made.query, theme.muted, size=12.5)
        query.setWordWrap(True)
        self.note = Words("", theme.flag, size=12.5)
        self.note.setWordWrap(True)
        self._buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel
        )
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 22, 24, 18)
        column.setSpacing(10)
        for widget in (title, query, self.name, self.note, self._buttons):
            column.addWidget(widget)
        self._check()

    @override
    def accept(self) -> None:
        made = Filter(self.name.text(), self._made.query, self._made.mode)
        try:
            self._project.filters.save(made)
        except AnnotatorError as error:
            self.note.setText(words_for(error))
            return
        super().accept()

    def _check(self) -> None:
        name = " ".join(self.name.text().split())
        self._buttons.button(QDialogButtonBox.StandardButton.Save).setEnabled(bool(name))
        words = self.tr("A search of this name is there already and will be replaced.")
        self.note.setText(words if name in self._names else "")


class SavedSearches(QDialog):
    """The list: Return takes one, F2 renames, Delete removes."""

    chosen = Signal(object)
    """A `Filter` to be searched."""

    def __init__(self, project: Project, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Saved searches"))
        self._project = project
        self._saved: list[Filter] = []
        title = Words(self.tr("Saved searches"), theme.text, size=17, weight=QFont.Weight.DemiBold)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Saved searches"))
        self.list.setMinimumSize(_WIDTH, 180)
        self.list.installEventFilter(self)
        self.list.itemChanged.connect(self._renamed)
        self.list.currentRowChanged.connect(self._show_query)
        self.query = Words("", theme.muted, size=12.5)
        self.query.setWordWrap(True)
        self.note = Words("", theme.danger, size=12.5)
        self.note.setWordWrap(True)
        self.note.hide()
        self.take = QPushButton(self.tr("Search"))
        self.rename = QPushButton(self.tr("Rename (F2)"))
        self.remove = QPushButton(self.tr("Remove"))
        close = QPushButton(self.tr("Close"))
        for button in (self.take, self.rename, self.remove, close):
            button.setAutoDefault(False)  # Return in a name ends its change, and no more
        self.take.clicked.connect(self._take)
        self.rename.clicked.connect(lambda: self.list.editItem(self.list.currentItem()))
        self.remove.clicked.connect(self._remove)
        close.clicked.connect(self.reject)
        row = QHBoxLayout()
        for button in (self.take, self.rename, self.remove):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 22, 24, 18)
        column.setSpacing(10)
        for widget in (title, self.list, self.query, self.note):
            column.addWidget(widget)
        column.addLayout(row)
        self._fill(0)

    def _fill(self, row: int) -> None:
        self._saved = [*self._project.filters.all()]
        self.list.blockSignals(True)
        self.list.clear()
        for saved in self._saved:
            item = QListWidgetItem(saved.name)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
            self.list.addItem(item)
        self.list.blockSignals(False)
        self.list.setCurrentRow(min(row, len(self._saved) - 1))
        for button in (self.take, self.rename, self.remove):
            button.setEnabled(bool(self._saved))
        self._show_query()

    def _show_query(self) -> None:
        row = self.list.currentRow()
        self.query.setText(self._saved[row].query if 0 <= row < len(self._saved) else "")

    def _take(self) -> None:
        row = self.list.currentRow()
        if 0 <= row < len(self._saved):
            self.chosen.emit(self._saved[row])
            self.accept()

    def _renamed(self, item: QListWidgetItem) -> None:
        row = self.list.row(item)
        name = " ".join(item.text().split())
        if name:
            self._store(lambda: self._project.filters.rename(self._saved[row].name, name))
        self._fill(row)

    def _remove(self) -> None:
        row = self.list.currentRow()
        if 0 <= row < len(self._saved):
            self._store(lambda: self._project.filters.remove(self._saved[row].name))
            self._fill(row)

    def _store(self, act: Callable[[], object]) -> None:
        try:
            act()
        except AnnotatorError as error:
            self.note.setText(words_for(error))
            self.note.show()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not self.list.hasFocus():
            return False  # a name is being changed: its keys come by here as well
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Delete:
                self._remove()
                return True
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self._take()
                return True
        return False
