"""How the rows of a quick list look."""

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from annotator.compat import override
from annotator.ui.quick_entries import Found
from annotator.ui.theme import Theme, font, mix, readable

ROW_HEIGHT: Final = 30
_CHIP: Final = 42
"""Pixels for the code, so that all titles begin at one place."""
_MIDDLE: Final = Qt.AlignmentFlag.AlignVCenter


class RowDelegate(QStyledItemDelegate):
    """Paints a row: code, title with the typed letters strong, note and key at the right."""

    def __init__(self, theme: Theme, view: QListView, role: int) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view
        self._role = role
        self._plain = font(13)
        self._strong = font(13, QFont.Weight.Bold)
        self._small = font(11.5)
        self._cap = font(11, QFont.Weight.DemiBold)

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
        found = index.data(self._role)
        if not isinstance(found, Found):
            return
        theme, entry, box = self._theme, found.entry, QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        marked = index.row() == self._view.currentIndex().row()
        if found.begins:
            painter.fillRect(box.left() + 6, box.top(), box.width() - 12, 1, QColor(theme.hairline))
        if marked:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.accent_soft))
            painter.drawRoundedRect(QRectF(box).adjusted(0, 1, 0, -1), 6, 6)
        ground = theme.accent_soft if marked else theme.base
        left = box.left() + 8
        if entry.chip or entry.fill:
            self._paint_chip(painter, QRect(left, box.top(), _CHIP, box.height()), found)
            left += _CHIP + 8
        right = box.right() - 8
        if entry.key:
            right = self._paint_key(painter, right, box, entry.key) - 8
        if entry.note:
            right = self._paint_note(
                painter, QRect(left, box.top(), right - left, ROW_HEIGHT), found
            )
        ink = (
            readable(theme.text, ground, theme.least_contrast)
            if entry.enabled
            else mix(theme.muted, ground, 0.7)
        )
        self._paint_title(painter, QRect(left, box.top(), right - left, box.height()), found, ink)
        painter.restore()

    def _paint_chip(self, painter: QPainter, box: QRect, found: Found) -> None:
        """Paint the code on the colour of its group; a row without code shows the colour alone."""
        fill = found.entry.fill
        metrics = QFontMetrics(self._cap)
        width = (
            min(_CHIP, metrics.horizontalAdvance(found.entry.chip) + 12) if found.entry.chip else 14
        )
        ground = QRectF(box.left(), box.center().y() - 8, max(14, width), 17)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(fill))
        painter.drawRoundedRect(ground, 4, 4)
        painter.setPen(QColor(readable(self._theme.text, fill, self._theme.least_contrast)))
        painter.setFont(self._cap)
        code = metrics.elidedText(found.entry.chip, Qt.TextElideMode.ElideRight, _CHIP - 8)
        painter.drawText(ground, Qt.AlignmentFlag.AlignCenter, code)

    def _paint_key(self, painter: QPainter, right: int, box: QRect, key: str) -> int:
        """Paint a key cap that ends at `right`; return where it begins."""
        width = max(20, QFontMetrics(self._cap).horizontalAdvance(key) + 10)
        cap = QRectF(right - width + 0.5, box.center().y() - 8.5, width - 1, 18)
        painter.setPen(QColor(self._theme.key_edge))
        painter.setBrush(QColor(self._theme.key))
        painter.drawRoundedRect(cap, 4, 4)
        painter.setPen(QColor(self._theme.muted))
        painter.setFont(self._cap)
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, key)
        return right - width

    def _paint_note(self, painter: QPainter, box: QRect, found: Found) -> int:
        """Paint the note at the right end of `box`, at most a third of it; return its beginning."""
        metrics = QFontMetrics(self._small)
        words = metrics.elidedText(found.entry.note, Qt.TextElideMode.ElideRight, box.width() // 3)
        width = metrics.horizontalAdvance(words)
        painter.setFont(self._small)
        painter.setPen(QColor(self._theme.muted))
        place = QRect(box.right() - width, box.top(), width + 1, box.height())
        painter.drawText(place, _MIDDLE, words)
        return place.left() - 10

    def _paint_title(self, painter: QPainter, box: QRect, found: Found, ink: str) -> None:
        plain, strong = QFontMetrics(self._plain), QFontMetrics(self._strong)
        measure = strong if found.places else plain
        title = measure.elidedText(found.entry.title, Qt.TextElideMode.ElideRight, box.width())
        places = {place for place in found.places if place < len(title)}
        painter.setPen(QColor(ink))
        left, start = box.left(), 0
        while start < len(title):
            end = start + 1
            while end < len(title) and (end in places) == (start in places):
                end += 1
            is_strong = start in places
            painter.setFont(self._strong if is_strong else self._plain)
            part = title[start:end]
            painter.drawText(
                QRect(left, box.top(), box.right() - left + 4, box.height()), _MIDDLE, part
            )
            left += (strong if is_strong else plain).horizontalAdvance(part)
            start = end


def elided_passage(text: str, metrics: QFontMetrics, room: QSize) -> str:
    """Return `text`, cut at a word with an ellipsis where its lines would not fit into `room`."""

    def fits(words: str) -> bool:
        flags = int(Qt.TextFlag.TextWordWrap)
        return (
            metrics.boundingRect(QRect(0, 0, room.width(), 10_000), flags, words).height()
            <= room.height()
        )

    if fits(text):
        return text
    words = text.split(" ")
    low, high = 0, len(words) - 1
    while low < high:
        middle = (low + high + 1) // 2
        if fits(" ".join(words[:middle]) + "…"):
            low = middle
        else:
            high = middle - 1
    return " ".join(words[:low]) + "…"
