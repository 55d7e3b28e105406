"""Paints results of a search: heads of articles, snippets, keywords in context, spans."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetrics,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from annotator.compat import override
from annotator.model.offsets import OffsetMap
from annotator.text.contexts import Snippet
from annotator.ui.dates import count_words
from annotator.ui.item_models.hits import (
    ROW_ROLE,
    ArticleRow,
    HitRow,
    KeywordRow,
    MoreRow,
    Row,
    SpanRow,
)
from annotator.ui.theme import Theme, font, mix

if TYPE_CHECKING:
    from annotator.ui.text_view.scene import MarkColours

SNIPPET_HEIGHT, KEYWORD_HEIGHT, SPAN_HEIGHT = 42, 25, 62
_LEFT, _RIGHT = 14, 12
_INDENT = 12
_LINES = 2
_BEFORE_SHARE = 0.42
"""Where in the width the words stand that keywords in context are aligned at."""


class HitDelegate(QStyledItemDelegate):
    """Every kind of row; all rows of one list are of the same height."""

    def __init__(self, theme: Theme, language: str, view: QListView) -> None:
        super().__init__(view)
        self._view = view
        self._theme = theme
        self._language = language
        self.colours: dict[str, MarkColours] = {}
        self.height = SNIPPET_HEIGHT
        self._title_font = font(12.5, QFont.Weight.DemiBold)
        self._text_font = font(12.5)
        self._bold_font = font(12.5, QFont.Weight.Bold)
        self._small_font = font(11.5)
        self._code_font = font(10, QFont.Weight.Bold)
        self._found = QColor(theme.found)

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(120, self.height)

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        row: Row | None = index.data(ROW_ROLE)
        box = option.rect
        if index.row() == self._view.currentIndex().row():
            painter.fillRect(box, QColor(self._theme.accent_soft))
            if self._view.hasFocus():
                painter.fillRect(box.left(), box.top(), 3, box.height(), QColor(self._theme.accent))
        match row:
            case ArticleRow():
                self._article(painter, box, row)
            case HitRow():
                self._snippet(painter, box, row.snippet)
            case MoreRow():
                words = self.tr("%1 more in this article").replace("%1", self._number(row.count))
                self._line(painter, self._inner(box, _INDENT), words, self._theme.accent)
            case KeywordRow():
                self._keyword(painter, box, row)
            case SpanRow():
                self._span(painter, box, row)

    def _article(self, painter: QPainter, box: QRect, row: ArticleRow) -> None:
        theme = self._theme
        painter.fillRect(box.left(), box.top(), box.width(), 1, QColor(theme.hairline))
        inner = self._inner(box)
        count = self._number(len(row.article.hits)) if row.article.hits else ""
        painter.setFont(self._small_font)
        room = painter.fontMetrics().horizontalAdvance(count)
        painter.setPen(QColor(theme.muted))
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, count)
        painter.setFont(self._title_font)
        self._line(painter, inner.adjusted(0, 0, -room - 8, 0), row.article.title, theme.text)

    def _snippet(self, painter: QPainter, box: QRect, snippet: Snippet) -> None:
        inner = self._inner(box, _INDENT)
        units = OffsetMap(snippet.text)
        formats = []
        for start, end in snippet.marks:
            part = QTextLayout.FormatRange()
            first = units.to_utf16(start)
            part.start, part.length = first, units.to_utf16(end) - first
            look = QTextCharFormat()
            look.setFont(self._bold_font)
            look.setBackground(QBrush(self._found))
            part.format = look
            formats.append(part)
        layout = QTextLayout(snippet.text, self._text_font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats(formats)
        layout.beginLayout()
        top = 0.0
        for _ in range(_LINES):
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(inner.width())
            line.setPosition(QPointF(0, top))
            top += line.height()
        layout.endLayout()
        painter.setPen(QColor(self._theme.text))
        layout.draw(painter, QPointF(inner.left(), inner.top() + (inner.height() - top) / 2))

    def _keyword(self, painter: QPainter, box: QRect, row: KeywordRow) -> None:
        theme, context = self._theme, row.line.context
        inner = self._inner(box)
        middle = inner.left() + round(inner.width() * _BEFORE_SHARE)
        word = QFontMetrics(self._bold_font).horizontalAdvance(context.word)
        word = min(word, inner.right() - middle)
        side = Qt.AlignmentFlag.AlignVCenter
        plain = QFontMetrics(self._text_font)
        painter.fillRect(QRectF(middle - 2, box.top() + 4, word + 4, box.height() - 8), self._found)
        painter.setFont(self._bold_font)
        painter.setPen(QColor(theme.text))
        room = QRect(middle, inner.top(), word + 1, inner.height())
        painter.drawText(room, side | Qt.AlignmentFlag.AlignLeft, context.word)
        painter.setFont(self._text_font)
        painter.setPen(QColor(mix(theme.text, theme.panel, 0.8)))
        left = QRect(inner.left(), inner.top(), middle - inner.left() - 4, inner.height())
        before = plain.elidedText(context.left.strip(), Qt.TextElideMode.ElideLeft, left.width())
        painter.drawText(left, side | Qt.AlignmentFlag.AlignRight, before)
        start = middle + word + 4
        right = QRect(start, inner.top(), max(0, inner.right() - start), inner.height())
        after = plain.elidedText(context.right.strip(), Qt.TextElideMode.ElideRight, right.width())
        painter.drawText(right, side | Qt.AlignmentFlag.AlignLeft, after)

    def _span(self, painter: QPainter, box: QRect, row: SpanRow) -> None:
        theme = self._theme
        painter.fillRect(box.left(), box.bottom(), box.width(), 1, QColor(theme.hairline))
        inner = self._inner(box)
        colours = self.colours.get(row.group)
        fill = colours.fill if colours is not None else theme.hairline
        ink = colours.text if colours is not None else theme.text
        painter.setFont(self._code_font)
        width = painter.fontMetrics().horizontalAdvance(row.code) + 10
        chip = QRectF(inner.left(), box.top() + 8, width, 16)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(fill))
        painter.drawRoundedRect(chip, 4, 4)
        painter.setPen(QColor(ink))
        painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, row.code)
        quote = QRect(inner.left() + width + 6, box.top() + 7, inner.width() - width - 6, 18)
        painter.setFont(self._title_font)
        self._line(painter, quote, " ".join(row.found.quote.split()), theme.text)
        painter.setFont(self._small_font)
        facts = " · ".join(filter(None, (row.label, row.facts)))
        self._line(painter, QRect(inner.left(), box.top() + 25, inner.width(), 16), facts, ink)
        where = " · ".join(filter(None, (row.by, row.found.title)))
        below = QRect(inner.left(), box.top() + 41, inner.width(), 16)
        self._line(painter, below, where, theme.muted)

    def _line(self, painter: QPainter, room: QRect, words: str, colour: str) -> None:
        painter.setPen(QColor(colour))
        shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        side = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(room, side, shown)

    def _inner(self, box: QRect, indent: int = 0) -> QRect:
        return box.adjusted(_LEFT + indent, 0, -_RIGHT, 0)

    def _number(self, count: int) -> str:
        return count_words(count, self._language)
