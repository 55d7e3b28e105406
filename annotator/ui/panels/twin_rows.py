"""The two lists of the reprints' dialog: articles of the same story, and what can be taken over."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from annotator.compat import override
from annotator.model.ids import DocumentId, SpanId
from annotator.ui.theme import Theme, font, mix, readable
from annotator.ui.ticks import SIDE, paint_tick
from annotator.ui.widgets import quiet_list

ROW_ROLE = Qt.ItemDataRole.UserRole
_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_TICK = 34
_ARTICLE_HEIGHT = 54
_SPAN_HEIGHT = 30
Index = QModelIndex | QPersistentModelIndex
translate = QCoreApplication.translate


class ArticleRow(NamedTuple):
    """A reprint: its title, and a line of facts about it."""

    document: DocumentId
    title: str
    facts: str


class SpanRow(NamedTuple):
    """A span that can be taken over, or one that cannot (without an id).

    `name` is its label, `fill` the colour of its group, `note` what its attributes say.
    """

    span: SpanId | None
    name: str
    fill: str
    words: str
    note: str


class Rows(QAbstractListModel):
    """Rows of either kind; spans have a tick."""

    ticks_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: Sequence[ArticleRow | SpanRow] = ()
        self.ticked: set[SpanId] = set()

    def show(self, rows: Sequence[ArticleRow | SpanRow]) -> None:
        """Show other rows; every span that can be taken over is ticked."""
        self.beginResetModel()
        self.rows = rows
        self.ticked = {row.span for row in rows if isinstance(row, SpanRow) and row.span}
        self.endResetModel()
        self.ticks_changed.emit()

    def toggle(self, number: int) -> None:
        """Tick a span, or no longer."""
        row = self.rows[number]
        if isinstance(row, SpanRow) and row.span:
            self.ticked ^= {row.span}
            self.dataChanged.emit(self.index(number), self.index(number))
            self.ticks_changed.emit()

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.rows)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return self._spoken(row)
        return None

    def _spoken(self, row: ArticleRow | SpanRow) -> str:
        if isinstance(row, ArticleRow):
            return f"{row.title}. {row.facts}"
        state = translate("TwinRows", "not in this article")
        if row.span:
            ticked = row.span in self.ticked
            state = translate("TwinRows", "ticked") if ticked else translate("TwinRows", "left out")
        return ", ".join(part for part in (row.words, row.name, row.note, state) if part)


class RowList(QListView):
    """A list of `Rows`; Space ticks, Return is for whoever holds the list."""

    def __init__(self, name: str, theme: Theme, ground: str) -> None:
        super().__init__()
        self.setViewport(QWidget())
        self.rows = Rows(self)
        self.setModel(self.rows)
        self.setItemDelegate(_Delegate(theme, self))
        self.setAccessibleName(name)
        quiet_list(self, theme, ground)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self.rows.toggle(self.currentIndex().row())
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            event.ignore()
        else:
            super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.position().x() < _TICK:
            self.rows.toggle(index.row())


class _Delegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, rows: RowList) -> None:
        super().__init__(rows)
        self._theme = theme
        self._list = rows
        self._title = font(13, QFont.Weight.Medium)
        self._small = font(11.5)

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        is_article = isinstance(index.data(ROW_ROLE), ArticleRow)
        return QSize(200, _ARTICLE_HEIGHT if is_article else _SPAN_HEIGHT)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row, box, theme = index.data(ROW_ROLE), option.rect, self._theme
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if index.row() == self._list.currentIndex().row():
            painter.fillRect(box, QColor(theme.accent_soft))
            if self._list.hasFocus():
                painter.setPen(QPen(QColor(theme.accent), 1.5))
                painter.drawRoundedRect(QRectF(box).adjusted(1, 1, -1, -1), 4, 4)
        painter.fillRect(box.left(), box.bottom(), box.width(), 1, QColor(theme.hairline))
        if isinstance(row, ArticleRow):
            self._paint_article(painter, box.adjusted(14, 7, -12, -7), row)
        else:
            self._paint_span(painter, box, row)
        painter.restore()

    def _paint_article(self, painter: QPainter, box: QRect, row: ArticleRow) -> None:
        painter.setFont(self._title)
        painter.setPen(QColor(self._theme.text))
        upper = QRect(box.left(), box.top(), box.width(), box.height() // 2)
        _draw(painter, upper, row.title)
        painter.setFont(self._small)
        painter.setPen(QColor(self._theme.muted))
        _draw(painter, upper.translated(0, box.height() // 2), row.facts)

    def _paint_span(self, painter: QPainter, box: QRect, row: SpanRow) -> None:
        theme = self._theme
        if row.span:
            square = QRectF(box.left() + 12, box.center().y() - 6.5, SIDE, SIDE)
            is_on = row.span in self._list.rows.ticked
            state = Qt.CheckState.Checked if is_on else Qt.CheckState.Unchecked
            paint_tick(painter, square, state, theme)
        inner = box.adjusted(_TICK, 0, -12, 0)
        painter.setFont(self._small)
        name = QFontMetrics(self._small).elidedText(
            row.name, Qt.TextElideMode.ElideRight, inner.width() // 2
        )
        width = QFontMetrics(self._small).horizontalAdvance(name) + 14
        chip = QRectF(inner.left(), inner.center().y() - 9, width, 19)
        fill = mix(row.fill, theme.base, 0.3 if theme.is_dark else 0.5) if row.span else theme.panel
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(fill))
        painter.drawRoundedRect(chip, 4, 4)
        painter.setPen(QColor(readable(theme.text, fill) if row.span else theme.muted))
        painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, name)
        note = QFontMetrics(self._small).horizontalAdvance(row.note) + 12 if row.note else 0
        painter.setPen(QColor(theme.muted))
        right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(inner, right, row.note)
        painter.setFont(self._title)
        painter.setPen(QColor(theme.text if row.span else theme.muted))
        _draw(painter, inner.adjusted(round(width) + 10, 0, -note, 0), row.words)


def _draw(painter: QPainter, box: QRect, words: str) -> None:
    shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(box, _MIDDLE, shown)
