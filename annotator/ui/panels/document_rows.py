"""The rows of the list of articles: how they are painted."""

from PySide6.QtCore import (
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from annotator.compat import override
from annotator.model.project import DocumentSummary, Status
from annotator.ui.dates import count_words, date_words
from annotator.ui.edit_titles import status_words
from annotator.ui.item_models.documents import SUMMARY_ROLE
from annotator.ui.panels.document_list import ROW_HEIGHT, DocumentList
from annotator.ui.theme import Theme, font

_MOST_LINES = 500
translate = QCoreApplication.translate


class DocumentDelegate(QStyledItemDelegate):
    """Paints a row: status sign, title in up to two lines, date and number of labels."""

    def __init__(self, theme: Theme, language: str, documents: DocumentList) -> None:
        super().__init__(documents)
        self._list = documents
        self._theme = theme
        self._language = language
        self._title_font = font(12.5, QFont.Weight.Medium)
        self._small_font = font(11.5)
        self._metrics = QFontMetrics(self._title_font)
        self._known_lines: dict[tuple[str, int], list[str]] = {}

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
        lines = self._broken(summary.title, inner.width())
        for number, line in enumerate(lines):
            painter.drawText(inner.left(), inner.top() + 13 + 17 * number, line)
        painter.setFont(self._small_font)
        painter.setPen(QColor(theme.muted))
        facts = painter.fontMetrics().elidedText(
            self._facts(summary), Qt.TextElideMode.ElideRight, inner.width()
        )
        painter.drawText(inner.left(), inner.top() + 13 + 17 * len(lines) + 1, facts)

    def _broken(self, title: str, width: int) -> list[str]:
        """Return the lines of a title, broken once for as long as the list keeps its width."""
        key = (title, width)
        if key not in self._known_lines:
            if len(self._known_lines) > _MOST_LINES:
                self._known_lines.clear()
            self._known_lines[key] = self._lines(title, width)
        return self._known_lines[key]

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
        if summary.open_notes:
            parts.append(note_words(summary.open_notes, self._language))
        return " · ".join(parts)


def note_words(count: int, language: str) -> str:
    """Say how many notes are open."""
    if count == 1:
        return translate("DocumentDelegate", "1 note")
    return translate("DocumentDelegate", "%1 notes").replace("%1", count_words(count, language))


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
