"""The list of places: keyword in context, with a tick and the labels that are there already."""

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
)
from PySide6.QtWidgets import (
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from annotator.compat import override
from annotator.model.scheme import Scheme
from annotator.ui.item_models.places import (
    ROW_ROLE,
    HeadingRow,
    PlaceRow,
    PlacesModel,
    heading_facts,
)
from annotator.ui.theme import Theme, font, mix, readable
from annotator.ui.ticks import SIDE, paint_tick
from annotator.ui.widgets import quiet_list

ROW_HEIGHT = 28
_TICK = 36
"""Width of the tick's column: a click in it ticks."""
_LABELS = 190
"""Width of the column of labels."""
_LEFT_SHARE = 0.42
_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
Index = QModelIndex | QPersistentModelIndex


class PlacesDelegate(QStyledItemDelegate):
    """Paints headings and places."""

    def __init__(self, scheme: Scheme, theme: Theme, places: "PlacesList") -> None:
        super().__init__(places)
        self._scheme = scheme
        self._theme = theme
        self._list = places
        self._plain = font(13)
        self._strong = font(13, QFont.Weight.DemiBold)
        self._small = font(11.5)

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(300, ROW_HEIGHT)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row, box, theme = index.data(ROW_ROLE), option.rect, self._theme
        is_current = index.row() == self._list.currentIndex().row()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(row, HeadingRow):
            painter.fillRect(box, QColor(theme.panel))
            painter.fillRect(box.left(), box.bottom(), box.width(), 1, QColor(theme.hairline))
        if is_current:
            painter.fillRect(box, QColor(theme.accent_soft))
            if self._list.hasFocus():
                painter.setPen(QPen(QColor(theme.accent), 1.5))
                painter.drawRoundedRect(QRectF(box).adjusted(1, 1, -1, -1), 4, 4)
        square = QRectF(box.left() + 12, box.center().y() - 6.5, SIDE, SIDE)
        paint_tick(painter, square, self._list.places.state_of(row), theme)
        if isinstance(row, HeadingRow):
            self._paint_heading(painter, box, row)
        else:
            self._paint_place(painter, box, row)
        painter.restore()

    def _paint_heading(self, painter: QPainter, box: QRect, row: HeadingRow) -> None:
        theme = self._theme
        painter.setFont(self._small)
        facts = heading_facts(row)
        width = painter.fontMetrics().horizontalAdvance(facts)
        painter.setPen(QColor(theme.muted))
        right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(box.adjusted(0, 0, -14, 0), right, facts)
        painter.setFont(self._strong)
        painter.setPen(QColor(theme.text))
        space = box.adjusted(_TICK, 0, -width - 30, 0)
        _draw(painter, space, row.article.title, Qt.TextElideMode.ElideRight)

    def _paint_place(self, painter: QPainter, box: QRect, row: PlaceRow) -> None:
        theme = self._theme
        inner = box.adjusted(_TICK, 0, -_LABELS, 0)
        before, words, after = row.before, row.words, row.after
        strong, plain = QFontMetrics(self._strong), QFontMetrics(self._plain)
        middle = inner.left() + round(inner.width() * _LEFT_SHARE)
        words = strong.elidedText(words, Qt.TextElideMode.ElideMiddle, inner.right() - middle)
        width = strong.horizontalAdvance(words)
        painter.setFont(self._plain)
        painter.setPen(QColor(theme.muted))
        left = QRect(inner.left(), box.top(), middle - inner.left() - 3, box.height())
        align = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        shown = plain.elidedText(before, Qt.TextElideMode.ElideLeft, left.width())
        painter.drawText(left, align, shown)
        rest = QRect(middle + width + 3, box.top(), inner.right() - middle - width, box.height())
        _draw(painter, rest, after, Qt.TextElideMode.ElideRight)
        ground = mix(theme.accent, theme.base, 0.18)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(
            QRectF(middle - 2, box.top() + 4, width + 4, box.height() - 8), 3, 3
        )
        painter.setFont(self._strong)
        painter.setPen(QColor(readable(theme.text, ground)))
        painter.drawText(middle, inner.top(), width + 2, box.height(), _MIDDLE, words)
        self._paint_labels(painter, box, row)

    def _paint_labels(self, painter: QPainter, box: QRect, row: PlaceRow) -> None:
        names, is_same = self._list.places.labels_at(row)
        if not names:
            return
        theme = self._theme
        space = QRect(box.right() - _LABELS + 12, box.top(), _LABELS - 26, box.height())
        painter.setFont(self._small)
        words = ", ".join(names)
        if not is_same:
            painter.setPen(QColor(theme.muted))
            around = self.tr("overlaps %1").replace("%1", words)
            _draw(painter, space, around, Qt.TextElideMode.ElideRight)
            return
        label = self._scheme.label(row.place.same_spans[0].label)
        group = self._scheme.group(label.group) if label else None
        share = 0.3 if theme.is_dark else 0.5
        fill = mix(group.fill if group else theme.hairline, theme.base, share)
        metrics = painter.fontMetrics()
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, space.width() - 14)
        chip = QRectF(space.left(), box.center().y() - 9, metrics.horizontalAdvance(shown) + 14, 19)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(fill))
        painter.drawRoundedRect(chip, 4, 4)
        painter.setPen(QColor(readable(theme.text, fill)))
        painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, shown)


class PlacesList(QListView):
    """Arrows move, Space ticks, Left and Right step by articles, Return applies."""

    applied = Signal()
    place_wanted = Signal(object)
    """A `PlaceRow` to be shown in its article."""

    def __init__(self, places: PlacesModel, scheme: Scheme, theme: Theme) -> None:
        super().__init__()
        self.places = places
        self.setModel(places)
        self.setItemDelegate(PlacesDelegate(scheme, theme, self))
        self.setUniformItemSizes(True)  # else a page of 5,000 rows takes a minute
        quiet_list(self, theme, theme.base)

    def go_to(self, number: int) -> None:
        """Make a row current and show it."""
        index = self.places.index(number)
        self.setCurrentIndex(index)
        self.scrollTo(index)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, number = event.key(), self.currentIndex().row()
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        control, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
        if key == Qt.Key.Key_A and held in {control, control | shift}:
            self.places.tick_all(on=held == control)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and held == control:
            self._want(number)
        elif held:
            super().keyPressEvent(event)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.applied.emit()
        elif key == Qt.Key.Key_Space:
            self.places.toggle(number)
        elif key == Qt.Key.Key_Left:
            self.go_to(self.places.heading_before(number))
        elif key == Qt.Key.Key_Right:
            self.go_to(self.places.heading_after(number))
        else:
            super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        place = event.position().toPoint()
        index = self.indexAt(place)
        is_left = event.button() is Qt.MouseButton.LeftButton
        if index.isValid() and is_left and place.x() < _TICK:
            self.places.toggle(index.row())

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        if place.x() < _TICK:
            self.mousePressEvent(event)
        else:
            self._want(self.indexAt(place).row())

    def _want(self, number: int) -> None:
        row = self.places.row(number)
        if isinstance(row, PlaceRow):
            self.place_wanted.emit(row)


def _draw(painter: QPainter, box: QRect, words: str, mode: Qt.TextElideMode) -> None:
    shown = painter.fontMetrics().elidedText(words, mode, box.width())
    painter.drawText(box, _MIDDLE, shown)
