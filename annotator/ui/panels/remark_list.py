"""A list of remarks about spans: the words of the span, and what may be wrong with it."""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    QStringListModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPolygonF
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from annotator.compat import override
from annotator.model.scheme import Scheme
from annotator.services.checks import Remark
from annotator.ui.theme import Theme, font, mix, readable
from annotator.ui.widgets import plain_tip, quiet_list

Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = Qt.ItemDataRole.UserRole
_HEIGHT = 62
_SIGN = 18
_WRAP = int(Qt.TextFlag.TextWordWrap)


class RemarkRow(NamedTuple):
    """One remark as it is shown. `span` is "" for one about the whole article."""

    span: str
    remark: str
    quote: str
    code: str
    role: str
    words: str
    blocks: bool
    can_be_waived: bool


Maker = Callable[[Remark], RemarkRow]


class RemarkModel(QStringListModel):
    """Rows are made when they are painted; Qt keeps how many there are."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._remarks: Sequence[Remark] = ()
        self._make: Maker | None = None
        self._rows: dict[int, RemarkRow] = {}

    def show_remarks(self, remarks: Sequence[Remark], make: Maker) -> None:
        """Replace all rows."""
        self._remarks, self._make, self._rows = remarks, make, {}
        self.setStringList([""] * len(remarks))

    def row(self, place: int) -> RemarkRow | None:
        """Return a row, None beyond the end."""
        if self._make is None or not 0 <= place < len(self._remarks):
            return None
        if place not in self._rows:
            self._rows[place] = self._make(self._remarks[place])
        return self._rows[place]

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row(index.row())
        if row is None:
            return None
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(f"{row.quote}: {row.words}")
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return f"{row.quote}, {row.code}: {row.words}"
        return None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class RemarkList(QListView):
    """Return goes to the span, Delete says that the remark is no problem."""

    span_chosen = Signal(str)
    waive_asked = Signal(str, str)
    """A span, and the key of the remark about it."""

    def __init__(
        self, scheme: Scheme, theme: Theme, name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._model = RemarkModel(self)
        self.setModel(self._model)
        self.setItemDelegate(_Delegate(scheme, theme, self))
        self.setAccessibleName(name)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setMouseTracking(True)
        quiet_list(self, theme, theme.panel)
        self.clicked.connect(self._choose)

    def show_remarks(self, remarks: Sequence[Remark], make: Maker) -> None:
        """Show these remarks; the place in the list stays where it can."""
        place = max(0, self.currentIndex().row())
        self._model.show_remarks(remarks, make)
        if remarks:
            self.setCurrentIndex(self._model.index(min(place, len(remarks) - 1)))

    def current(self) -> RemarkRow | None:
        """Return the row that keys act on."""
        return self._model.row(self.currentIndex().row())

    def row(self, place: int) -> RemarkRow | None:
        """Return a row by its place."""
        return self._model.row(place)

    @property
    def count(self) -> int:
        return self._model.rowCount()

    def waive(self) -> None:
        """Ask that the current remark be waived."""
        row = self.current()
        if row is not None:
            self.waive_asked.emit(row.span, row.remark)

    def _choose(self) -> None:
        row = self.current()
        if row is not None:
            self.span_chosen.emit(row.span)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            self._choose()
        elif event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.waive()
        else:
            super().keyPressEvent(event)


class _Delegate(QStyledItemDelegate):
    """Paints code and words of the span, under them the remark on up to two lines."""

    def __init__(self, scheme: Scheme, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._scheme = scheme
        self._theme = theme
        self._view = view
        self._strong = font(12.5, QFont.Weight.DemiBold)
        self._plain = font(12)
        self._code = font(10, QFont.Weight.Bold)

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(120, _HEIGHT)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(ROW_ROLE)
        if not isinstance(row, RemarkRow):
            return
        theme, box = self._theme, QRect(option.rect).adjusted(4, 1, -4, -1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        marked = index.row() == self._view.currentIndex().row()
        if marked:
            edge = theme.accent if self._view.hasFocus() else theme.accent_soft
            painter.setPen(QColor(edge))
            painter.setBrush(QColor(theme.accent_soft))
            painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        ground = theme.accent_soft if marked else theme.panel
        inside = box.adjusted(8, 5, -8, -4)
        paint_sign(painter, QRectF(inside.left(), inside.top() + 2, 12, 12), theme, row.blocks)
        left = inside.left() + _SIGN
        metrics = QFontMetrics(self._code)
        width = metrics.horizontalAdvance(row.code)
        self._paint_code(painter, QRect(left, inside.top(), width, 17), row, ground)
        painter.setFont(self._strong)
        painter.setPen(QColor(readable(theme.text, ground)))
        place = QRect(left + width + 7, inside.top(), inside.right() - left - width - 7, 17)
        words = QFontMetrics(self._strong).elidedText(
            row.quote, Qt.TextElideMode.ElideRight, place.width()
        )
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, words)
        painter.setFont(self._plain)
        painter.setPen(QColor(readable(theme.muted, ground)))
        below = QRect(left, inside.top() + 19, inside.right() - left, 32)
        painter.drawText(below, _WRAP, _fitting(row.words, QFontMetrics(self._plain), below))
        painter.restore()

    def _paint_code(self, painter: QPainter, box: QRect, row: RemarkRow, ground: str) -> None:
        group = self._scheme.group(row.role)
        colour = self._theme.muted
        if group is not None:
            colour = group.fill if self._theme.is_dark else group.ink
        painter.setFont(self._code)
        painter.setPen(QColor(readable(colour, ground)))
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, row.code)


def paint_sign(painter: QPainter, box: QRectF, theme: Theme, blocks: bool) -> None:  # noqa: FBT001
    """Paint what tells the two kinds of remarks apart: a triangle that blocks, a ring that asks."""
    painter.setPen(Qt.PenStyle.NoPen)
    if blocks:
        painter.setBrush(QColor(theme.warning))
        painter.drawPolygon(
            QPolygonF([box.bottomLeft(), box.bottomRight(), (box.topLeft() + box.topRight()) / 2])
        )
        return
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QColor(mix(theme.flag, theme.panel, 0.9)))
    painter.drawEllipse(box.adjusted(2, 2, -2, -2))


def _fitting(words: str, metrics: QFontMetrics, box: QRect) -> str:
    """Return the words, cut with an ellipsis where they need more lines than the box has."""
    room = QRect(0, 0, box.width(), 10_000)
    if metrics.boundingRect(room, _WRAP, words).height() <= box.height():
        return words
    parts = words.split()
    while parts:
        shorter = " ".join(parts) + "…"
        if metrics.boundingRect(room, _WRAP, shorter).height() <= box.height():
            return shorter
        parts.pop()
    return "…"
