"""What is at a point of a line. Pure: plain boxes in, plain answers out."""

from collections.abc import Sequence
from enum import Enum, auto
from typing import Final

from annotator.records import Record
from annotator.ui.text_view.geometry import Fragment, Line
from annotator.ui.text_view.scene import Mark

EDGE_REACH: Final = 5.0
"""How near to a mark's edge a press takes it, pixels."""
_LINE_REACH: Final = 3.0


class Edge(Enum):
    """An end of a mark, in reading order."""

    START = auto()
    END = auto()


class Hit(Record):
    """What is at a point.

    `position` is the nearest caret position, `character` the character under the point (None
    beside the text). `marks` are the keys of the marks there, innermost first; `chip` is the one
    whose chip or line was met exactly. `edge` is an edge of the selected mark, or of the `piece` of
    it that is named.
    """

    position: int
    character: int | None = None
    marks: tuple[str, ...] = ()
    chip: str = ""
    edge: Edge | None = None
    piece: tuple[int, int] = (0, 0)

    @property
    def mark(self) -> str:
        """Key of the mark a click here means: the chip's, else the innermost."""
        return self.chip or (self.marks[0] if self.marks else "")


def stack_at(marks: Sequence[Mark], start: int, end: int) -> tuple[str, ...]:
    """Keys of the marks over a character (a grapheme `start`..`end`), innermost first.

    Innermost is the shortest, of equally long ones the one given later.
    """
    over = [
        (mark.length, -number, mark.key)
        for number, mark in enumerate(marks)
        if mark.start < end and mark.end > start and mark.covers(start, end)
    ]
    return tuple(key for _, _, key in sorted(over))


def chip_at(line: Line, x: float, y: float) -> str:
    """Key of the mark whose chip, or whose line below the text, is at a point; else empty."""
    for fragment in line.fragments:
        if fragment.chip and fragment.chip.box.contains(x, y):
            return fragment.mark.key
        if fragment.lane > 0 and any(
            box.left <= x < box.right and box.top - _LINE_REACH <= y < box.bottom + _LINE_REACH
            for box in fragment.boxes
        ):
            return fragment.mark.key
    return ""


def edge_at(line: Line, key: str, x: float, y: float) -> tuple[Edge, tuple[int, int]] | None:
    """Edge of the mark `key` at a point of its line, with its piece; None if there is none near."""
    if not line.text_top - EDGE_REACH <= y <= line.text_bottom + EDGE_REACH:
        return None
    for fragment in line.fragments:
        if fragment.mark.key != key:
            continue
        start, end = _edges(fragment)
        to_start, to_end = abs(x - start), abs(x - end)
        if fragment.begins and to_start <= EDGE_REACH and to_start <= to_end:
            return Edge.START, fragment.piece
        if fragment.ends and to_end <= EDGE_REACH:
            return Edge.END, fragment.piece
    return None


def _edges(fragment: Fragment) -> tuple[float, float]:
    left = min(box.left for box in fragment.boxes)
    right = max(box.right for box in fragment.boxes)
    return (right, left) if fragment.right_to_left else (left, right)
