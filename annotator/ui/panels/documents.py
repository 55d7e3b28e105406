"""The left pane: find an article, see how far the work is, open one."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from annotator.compat import override
from annotator.model.ids import DocumentId
from annotator.model.project import DocumentSummary, FirstLook
from annotator.ui.dates import count_words
from annotator.ui.item_models.documents import SUMMARY_ROLE, DocumentListModel
from annotator.ui.panels.document_list import DocumentList
from annotator.ui.panels.document_rows import DocumentDelegate
from annotator.ui.panels.queue_button import QueueButton
from annotator.ui.theme import Theme
from annotator.ui.widgets import Field, Line, Progress, Words, quiet_list

if TYPE_CHECKING:
    from annotator.ui.list_finder import ListFinder
    from annotator.ui.panels.queue_bar import QueueBar

QUEUE = "queue"
"""Name under which a project keeps filter and order of the list."""
QUEUE_LOOK = "queue_look"
"""Name under which it keeps the part of the list that is seen first."""
ROWS_AROUND = 40
"""Rows of the list read for the first look, before and after the article that is open."""
_TYPING_PAUSE = 120
"""Milliseconds after the last key until the list is filtered."""


class DocumentsPanel(QWidget):
    """Filter box, progress and list. `document_chosen` carries a document's id."""

    document_chosen = Signal(str)
    entered_text = Signal()
    queue_changed = Signal()
    """Another filter or order: read `queue`."""

    def __init__(
        self, finder: "ListFinder", theme: Theme, language: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._language = language
        self._quiet = False
        self._seed = ""
        self._left = ""
        self._current: DocumentId | None = None
        self._is_filtering = False
        self._top: tuple[DocumentId, int] | None = None
        """The article at the top of the list and the pixels of it that are above."""
        self.finder = finder
        finder.setParent(self)
        self.model = DocumentListModel(finder, self)
        self.model.modelAboutToBeReset.connect(self._remember_place)
        self.model.arrived.connect(self._arrived)
        self.filter = Field(theme, self.tr("Find articles… status:new"))
        self.filter.line.setClearButtonEnabled(True)
        self._pause = QTimer(self, singleShot=True, interval=_TYPING_PAUSE)
        self._pause.timeout.connect(self._filter)
        self.filter.line.textChanged.connect(self._pause.start)
        self.filter.line.installEventFilter(self)
        self.queue_button = QueueButton(theme, self.tr("Filter and order…"))
        self.queue_button.clicked.connect(self.open_queue)
        self._bar: QueueBar | None = None
        self._count = Words("", theme.muted)
        self._share = Words("", theme.muted)
        self._progress = Progress(theme)
        self.list = self._make_list(theme)
        self._empty = Words(self.tr("No article matches."), theme.muted)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.hide()
        self._head = self._lay_out(theme)

    def _lay_out(self, theme: Theme) -> QVBoxLayout:
        """Put everything in its place; return where the chips come in."""
        head = QVBoxLayout()
        head.setContentsMargins(10, 10, 10, 11)
        head.setSpacing(8)
        line = QHBoxLayout()
        line.setSpacing(6)
        line.addWidget(self.filter, 1)
        line.addWidget(self.queue_button)
        head.addLayout(line)
        counts = QHBoxLayout()
        counts.setContentsMargins(2, 2, 2, 0)
        counts.addWidget(self._count, 1)
        counts.addWidget(self._share)
        head.addLayout(counts)
        bar = QHBoxLayout()
        bar.setContentsMargins(2, 0, 2, 0)
        bar.addWidget(self._progress)
        head.addLayout(bar)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(Line(theme))
        column.addWidget(self._empty)
        column.addWidget(self.list, 1)
        return head

    def _make_list(self, theme: Theme) -> DocumentList:
        made = DocumentList()
        made.setAccessibleName(self.tr("Articles"))
        made.setModel(self.model)
        made.setItemDelegate(DocumentDelegate(theme, self._language, made))
        made.setUniformItemSizes(True)
        quiet_list(made, theme, theme.panel)
        made.selectionModel().currentChanged.connect(self._current_changed)
        made.entered_text.connect(self.entered_text)
        return made

    def set_first_look(self, look: FirstLook) -> None:
        """Show what can be seen at first; other rows are read when they are wanted."""
        self.model.set_first_look(look)
        self._show_counts()

    def reload(self) -> None:
        """Show the articles of the project as they are now."""
        self.model.reload()
        self._show_counts()

    def grow(self) -> None:
        """Show the articles that came since; nothing else moves."""
        self.model.grow()
        self._show_counts()

    def update_summary(self, summary: DocumentSummary) -> None:
        """Show the new state of one document."""
        self.model.update(summary)
        self._show_counts()

    def set_current(self, document: DocumentId) -> None:
        """Mark the document on screen, without asking for it again."""
        self._current = document
        index = self.model.index_of(document)
        self._mark(index)
        if index.isValid():
            self.list.scrollTo(index)

    def _mark(self, index: QModelIndex) -> None:
        self._quiet = True
        self.list.setCurrentIndex(index)
        self._quiet = False

    def show_left(self, words: str) -> None:
        """Say how much work is left; "" shows the share that is done instead."""
        self._left = words
        self._show_counts()

    # -- the queue: filter and order ---------------------------------------------------------

    def restore_queue(self, kept: str, seed: str) -> None:
        """Take filter and order as `queue` gave them; the rows that go with them come next.

        `seed` makes the random order.
        """
        self._seed = seed
        if kept:
            order, _, text = kept.partition(" ")
            self.filter.line.setText(self.bar.restore(text, order))
            self._pause.stop()
        self.model.set_wanted(*self._wanted(), seed)

    @property
    def look(self) -> str:
        """What of the queue shall be seen first when the project is opened again, to be kept."""
        if not self.queue or self.model.is_asking:
            return ""
        model = self.model
        first = model.neighbour(None, 1, unsettled=True) or model.neighbour(None, 1)
        if first is None:
            return ""
        row, near = model.around(first, ROWS_AROUND)
        return " ".join([str(row), str(model.rowCount()), *near])

    def complete(self) -> None:
        """Ask for what a first look left out, and for what filters of a long list need."""
        self.model.complete()
        self.finder.warm_up()

    @property
    def queue(self) -> str:
        """Filter and order as a text to be kept, "" where all articles stand as imported."""
        text, order = self._wanted()
        return f"{order} {text}" if text or order != "import" else ""

    def _wanted(self) -> tuple[str, str]:
        typed = " ".join(self.filter.line.text().split())
        if self._bar is None:
            return typed, "import"
        return " ".join(filter(None, [self._bar.text, typed])), self._bar.order

    @property
    def bar(self) -> "QueueBar":
        """The chips under the box; made when there is something to show."""
        if self._bar is None:
            from annotator.ui.panels.queue_bar import QueueBar

            self._bar = QueueBar(self._theme, self._language)
            self._bar.changed.connect(self._filter)
            self._head.insertWidget(1, self._bar)
        return self._bar

    def open_queue(self) -> None:
        """Open the small window with filter and order."""
        from annotator.ui.panels.queue_popup import MOST_OFFERED, QueuePopup

        popup = QueuePopup(
            self.bar,
            self.finder.lists.offers(MOST_OFFERED),
            self._theme,
            self._language,
            self.window(),
        )
        popup.open_below(self.filter)

    @override
    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            key = event.key()
            if key == Qt.Key.Key_Escape:
                self.filter.line.clear()
                self.entered_text.emit()
                return True
            if key == Qt.Key.Key_Down and held == Qt.KeyboardModifier.AltModifier:
                self.open_queue()
                return True
            if (
                key == Qt.Key.Key_Backspace
                and not self.filter.line.text()
                and self._bar is not None
            ):
                return self._bar.drop_last()
            if key in {Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter} and not held:
                self._enter_list()
                return True
        return False

    def _enter_list(self) -> None:
        typed = self.filter.line.text()
        if ":" in typed:
            self.filter.line.setText(self.bar.take(typed))
        self._pause.stop()
        self._filter()
        self.list.setFocus()
        if not self.list.currentIndex().isValid() and self.model.rowCount():
            self.list.setCurrentIndex(self.model.index(0))

    def _filter(self) -> None:
        text, order = self._wanted()
        self._is_filtering = True
        self.model.set_filter(text, order, self._seed)
        self._show_counts()

    def _remember_place(self) -> None:
        """Note which article stands at the top, to put it there again after rows came and went."""
        top, self._top = self.list.top, None
        summary = self.model.summary_at(top[0])
        if summary is not None:
            self._top = (summary.id, top[1])

    def _arrived(self, moved: bool) -> None:  # noqa: FBT001 - a slot
        """Show what was asked for: after another filter the open article, else the same place."""
        was_filtering, self._is_filtering = self._is_filtering, False
        if moved and self._current is not None:
            self._mark(self.model.index_of(self._current))
        if was_filtering:
            if self.list.currentIndex().isValid():
                self.list.scrollTo(self.list.currentIndex())
            self.queue_changed.emit()
        elif moved and self._top is not None:
            self.list.set_top(self.model.index_of(self._top[0]), self._top[1])
        self._show_counts()

    # -- what is shown -------------------------------------------------------------------------

    def _show_counts(self) -> None:
        settled, total = self.model.settled, self.model.total
        text = self.tr("1 of 1 article") if settled == total == 1 else self.tr("%1 of %2 articles")
        text = text.replace("%1", count_words(settled, self._language))
        self._count.setText(text.replace("%2", count_words(total, self._language)))
        share = f"{100 * settled // total} %" if total else ""
        self._share.setText(self._left or share)
        self._progress.set_share(settled / total if total else 0)
        shown = self.model.rowCount()
        self._empty.setVisible(total > 0 and shown == 0)
        is_filtered = bool(self._wanted()[0])
        if self._bar is not None or is_filtered:
            words = self.tr("%1 of %2 shown").replace("%1", count_words(shown, self._language))
            words = words.replace("%2", count_words(total, self._language))
            self.bar.show_count(words if is_filtered else "")
        self.queue_button.set_active(active=bool(self.queue))

    def _current_changed(self, index: QModelIndex) -> None:
        summary = index.data(SUMMARY_ROLE)
        if isinstance(summary, DocumentSummary) and not self._quiet:
            self._current = summary.id
            self.document_chosen.emit(summary.id)
