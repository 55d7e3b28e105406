"""The left pane: find an article, see how far the work is, open one."""

from collections.abc import Callable

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from annotator.compat import override
from annotator.model.ids import DocumentId
from annotator.model.project import DocumentSummary, FirstLook, Status
from annotator.ui.dates import count_words, date_words
from annotator.ui.edit_titles import status_words
from annotator.ui.item_models.documents import SUMMARY_ROLE, DocumentListModel
from annotator.ui.theme import Theme, font
from annotator.ui.widgets import Field, Line, Progress, Words, quiet_scroll_bar

ROW_HEIGHT = 74
_TYPING_PAUSE = 120
"""Milliseconds after the last key until the list is filtered."""


class DocumentDelegate(QStyledItemDelegate):
    """Paints a row: status sign, title in up to two lines, date and number of labels."""

    def __init__(self, theme: Theme, language: str, documents: "DocumentList") -> None:
        super().__init__(documents)
        self._list = documents
        self._theme = theme
        self._language = language
        self._title_font = font(12.5, QFont.Weight.Medium)
        self._small_font = font(11.5)
        self._metrics = QFontMetrics(self._title_font)

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(200, ROW_HEIGHT)

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        summary = index.data(SUMMARY_ROLE)
        if not isinstance(summary, DocumentSummary):
            return
        theme = self._theme
        box = option.rect
        chosen = index.row() == self._list.currentIndex().row()
        if chosen:
            painter.fillRect(box, QColor(theme.accent_soft))
        elif index.row() == self._list.hovered:
            painter.fillRect(box, QColor(theme.hover))
        painter.fillRect(box.left(), box.bottom(), box.width(), 1, QColor(theme.hairline))
        paint_status(painter, theme, summary.status, QPointF(box.left() + 18, box.top() + 17))
        settled = summary.status in {Status.DONE, Status.SKIPPED} and not chosen
        inner = QRect(box.left() + 34, box.top() + 8, box.width() - 46, 36)
        painter.setFont(self._title_font)
        painter.setPen(QColor(theme.muted if settled else theme.text))
        lines = self._lines(summary.title, inner.width())
        for number, line in enumerate(lines):
            painter.drawText(inner.left(), inner.top() + 13 + 17 * number, line)
        painter.setFont(self._small_font)
        painter.setPen(QColor(theme.muted))
        facts = painter.fontMetrics().elidedText(
            self._facts(summary), Qt.TextElideMode.ElideRight, inner.width()
        )
        painter.drawText(inner.left(), inner.top() + 13 + 17 * len(lines) + 1, facts)

    def _lines(self, title: str, width: int) -> list[str]:
        """Break a title into at most two lines, the second shortened with an ellipsis."""
        metrics = self._metrics
        if metrics.horizontalAdvance(title) <= width:
            return [title]
        words = title.split(" ")
        first = words[0]
        used = 1
        while used < len(words):
            longer = f"{first} {words[used]}"
            if metrics.horizontalAdvance(longer) > width:
                break
            first, used = longer, used + 1
        rest = " ".join(words[used:])
        elide = Qt.TextElideMode.ElideRight
        first = metrics.elidedText(first, elide, width)
        return [first, metrics.elidedText(rest, elide, width)] if rest else [first]

    def _facts(self, summary: DocumentSummary) -> str:
        parts = []
        if summary.date:
            parts.append(date_words(summary.date, self._language))
        if summary.status in {Status.FLAGGED, Status.SKIPPED}:
            parts.append(status_words(summary.status))
        if summary.span_count == 1:
            parts.append(self.tr("1 label"))
        elif summary.span_count:
            count = count_words(summary.span_count, self._language)
            parts.append(self.tr("%1 labels").replace("%1", count))
        elif not parts:
            parts.append(status_words(summary.status))
        return " · ".join(parts)


def paint_status(painter: QPainter, theme: Theme, status: Status, centre: QPointF) -> None:
    """Paint the sign of a status: each has a shape of its own, colour only helps."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    x, y = centre.x(), centre.y()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if status is Status.NEW:
        painter.setPen(QPen(QColor(theme.muted), 1.4))
        painter.drawEllipse(centre, 4.5, 4.5)
    elif status is Status.IN_PROGRESS:
        painter.setPen(QPen(QColor(theme.accent), 1.4))
        painter.drawEllipse(centre, 4.5, 4.5)
        painter.setBrush(QColor(theme.accent))
        painter.drawPie(QRectF(x - 4.5, y - 4.5, 9, 9), 90 * 16, -180 * 16)
    elif status is Status.DONE:
        painter.setPen(QPen(QColor(theme.done), 1.8))
        painter.drawPolyline(
            QPolygonF([QPointF(x - 4.5, y), QPointF(x - 1.5, y + 3.5), QPointF(x + 5, y - 4)])
        )
    elif status is Status.SKIPPED:
        painter.setPen(QPen(QColor(theme.muted), 1.8))
        painter.drawLine(QPointF(x - 4.5, y), QPointF(x + 4.5, y))
    else:
        painter.setPen(QPen(QColor(theme.flag), 1.6))
        painter.drawLine(QPointF(x - 4, y - 5), QPointF(x - 4, y + 6))
        painter.setBrush(QColor(theme.flag))
        painter.drawPolygon(
            QPolygonF([QPointF(x - 4, y - 5), QPointF(x + 5, y - 2), QPointF(x - 4, y + 1)])
        )
    painter.restore()


class DocumentList(QListView):
    """The list itself. Return opens the row and goes to the text."""

    entered_text = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setViewport(QWidget())  # PySide would make 62 classes to find out what Qt's own is
        self.hovered = -1
        """The row under the mouse. Asking the style's state for it would load all its enums."""
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.entered.connect(self._hover)
        self.viewportEntered.connect(self._leave)

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self._leave()
        super().leaveEvent(event)

    def _hover(self, index: QModelIndex) -> None:
        self.hovered = index.row()
        self.viewport().update()

    def _leave(self) -> None:
        self.hovered = -1
        self.viewport().update()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            self.entered_text.emit()
            return
        super().keyPressEvent(event)


class DocumentsPanel(QWidget):
    """Filter box, progress and list. `document_chosen` carries a document's id."""

    document_chosen = Signal(str)
    entered_text = Signal()

    def __init__(self, theme: Theme, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._quiet = False
        self.model = DocumentListModel(self)
        self.filter = Field(theme, self.tr("Find articles… status:new"))
        self.filter.line.setClearButtonEnabled(True)
        self._pause = QTimer(self, singleShot=True, interval=_TYPING_PAUSE)
        self._pause.timeout.connect(self._filter)
        self.filter.line.textChanged.connect(self._pause.start)
        self.filter.line.installEventFilter(self)
        self._count = Words("", theme.muted)
        self._share = Words("", theme.muted)
        self._bar = Progress(theme)
        self.list = self._make_list(theme)
        self._empty = Words(self.tr("No article matches."), theme.muted)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.hide()

        head = QVBoxLayout()
        head.setContentsMargins(10, 10, 10, 11)
        head.setSpacing(8)
        head.addWidget(self.filter)
        counts = QHBoxLayout()
        counts.setContentsMargins(2, 2, 2, 0)
        counts.addWidget(self._count, 1)
        counts.addWidget(self._share)
        head.addLayout(counts)
        bar = QHBoxLayout()
        bar.setContentsMargins(2, 0, 2, 0)
        bar.addWidget(self._bar)
        head.addLayout(bar)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(Line(theme))
        column.addWidget(self._empty)
        column.addWidget(self.list, 1)

    def _make_list(self, theme: Theme) -> DocumentList:
        made = DocumentList()
        made.setAccessibleName(self.tr("Articles"))
        made.setModel(self.model)
        made.setItemDelegate(DocumentDelegate(theme, self._language, made))
        made.setUniformItemSizes(True)
        made.setFrameShape(QFrame.Shape.NoFrame)
        made.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        quiet_scroll_bar(made.verticalScrollBar(), theme, theme.panel)
        ground = made.palette()
        ground.setColor(made.backgroundRole(), QColor(theme.panel))
        made.setPalette(ground)
        made.selectionModel().currentChanged.connect(self._current_changed)
        made.entered_text.connect(self.entered_text)
        return made

    def set_first_look(self, look: FirstLook, read: Callable[[], list[DocumentSummary]]) -> None:
        """Show what can be seen at first; `read` gets all rows when others are wanted."""
        self.model.set_first_look(look, read)
        self._show_counts()

    def set_summaries(self, summaries: list[DocumentSummary]) -> None:
        """Show all documents of the project."""
        self.model.set_summaries(summaries)
        self._show_counts()

    def update_summary(self, summary: DocumentSummary) -> None:
        """Show the new state of one document."""
        self.model.update(summary)
        self._show_counts()

    def set_current(self, document: DocumentId) -> None:
        """Mark the document on screen, without asking for it again."""
        index = self.model.index_of(document)
        self._quiet = True
        self.list.setCurrentIndex(index)
        self._quiet = False
        if index.isValid():
            self.list.scrollTo(index)

    @override
    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape:
                self.filter.line.clear()
                self.entered_text.emit()
                return True
            if event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter} and not (
                event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            ):
                self._pause.stop()
                self._filter()
                self.list.setFocus()
                if not self.list.currentIndex().isValid() and self.model.rowCount():
                    self.list.setCurrentIndex(self.model.index(0))
                return True
        return False

    def _filter(self) -> None:
        current = self.list.currentIndex().data(SUMMARY_ROLE)
        self.model.set_filter(self.filter.line.text())
        if isinstance(current, DocumentSummary):
            self.set_current(current.id)
        self._empty.setVisible(self.model.total > 0 and self.model.rowCount() == 0)

    def _show_counts(self) -> None:
        settled, total = self.model.settled, self.model.total
        text = self.tr("1 of 1 article") if settled == total == 1 else self.tr("%1 of %2 articles")
        text = text.replace("%1", count_words(settled, self._language))
        self._count.setText(text.replace("%2", count_words(total, self._language)))
        self._share.setText(f"{100 * settled // total} %" if total else "")
        self._bar.set_share(settled / total if total else 0)

    def _current_changed(self, index: QModelIndex) -> None:
        summary = index.data(SUMMARY_ROLE)
        if isinstance(summary, DocumentSummary) and not self._quiet:
            self.document_chosen.emit(summary.id)
