"""Sections of rows that flow through as many columns as fit, like the text of a newspaper."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from annotator.compat import override

_LEAST: Final = 250
"""Narrowest column in pixels."""
_GAP: Final = 32
_MARGIN: Final = 24
_BETWEEN: Final = 16
"""Pixels above a section that does not begin a column."""
_KEPT: Final = 2
"""Rows that stay with their heading, and never stand alone in the next column."""


class Section(NamedTuple):
    """A heading and its rows, as widgets."""

    heading: QWidget
    rows: Sequence[QWidget]


class Block(NamedTuple):
    """Something that is not broken: how high it is, and the space above it within a column."""

    height: int
    above: int = 0


def flow(blocks: Sequence[Block], count: int) -> list[list[int]]:
    """Spread blocks over at most `count` columns in their order; return the places of each.

    The columns are as low as they can be, so that no column stands out.
    """
    low = max((block.height for block in blocks), default=0)
    high = sum(block.height + block.above for block in blocks)
    while low < high:
        middle = (low + high) // 2
        if len(_fill(blocks, middle)) <= count:
            high = middle
        else:
            low = middle + 1
    return _fill(blocks, high)


def _fill(blocks: Sequence[Block], height: int) -> list[list[int]]:
    columns: list[list[int]] = []
    used = 0
    for place, block in enumerate(blocks):
        if columns and used + block.above + block.height <= height:
            columns[-1].append(place)
            used += block.above + block.height
        else:
            columns.append([place])
            used = block.height
    return columns


class Columns(QWidget):
    """Places the visible sections anew whenever its width or what is visible changes."""

    def __init__(self, sections: Sequence[Section]) -> None:
        super().__init__()
        self._sections = sections
        self._hidden: set[QWidget] = set()
        for section in sections:
            for widget in (section.heading, *section.rows):
                widget.setParent(self)

    def show_rows(self, hidden: set[QWidget]) -> None:
        """Show all rows but these; a heading without rows goes too."""
        self._hidden = hidden
        for section in self._sections:
            for row in section.rows:
                row.setVisible(row not in hidden)
            section.heading.setVisible(not hidden.issuperset(section.rows))
        self.arrange(self.width())

    def arrange(self, width: int) -> None:
        """Place everything for a width; the height follows."""
        inner = width - 2 * _MARGIN
        count = max(1, (inner + _GAP) // (_LEAST + _GAP))
        column = (inner - (count - 1) * _GAP) // count
        groups = self._groups()
        blocks = [
            Block(
                sum(_height(widget, column) for widget in group),
                _BETWEEN if group[0] in self._headings else 0,
            )
            for group in groups
        ]
        bottom = 0
        for number, places in enumerate(flow(blocks, count)):
            left, top = _MARGIN + number * (column + _GAP), _MARGIN
            for at, place in enumerate(places):
                top += blocks[place].above if at else 0
                for widget in groups[place]:
                    height = _height(widget, column)
                    widget.setGeometry(left, top, column, height)
                    top += height
            bottom = max(bottom, top)
        self.setFixedHeight(bottom + _MARGIN)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        if event.size().width() != event.oldSize().width():
            self.arrange(event.size().width())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST + 2 * _MARGIN, 0)

    @property
    def _headings(self) -> set[QWidget]:
        return {section.heading for section in self._sections}

    def _groups(self) -> list[list[QWidget]]:
        """Return what is not to be broken: a heading with its first rows, other rows alone."""
        groups: list[list[QWidget]] = []
        for section in self._sections:
            rows = [row for row in section.rows if row not in self._hidden]
            if not rows:
                continue
            first = len(rows) if len(rows) <= _KEPT + 1 else _KEPT
            groups.append([section.heading, *rows[:first]])
            rest = rows[first:]
            last = rest[-_KEPT:]
            groups += [[row] for row in rest[: -len(last)]] if last else []
            if last:
                groups.append(last)
        return groups


def _height(widget: QWidget, width: int) -> int:
    wrapped = widget.heightForWidth(width)
    return wrapped if wrapped > 0 else widget.sizeHint().height()
