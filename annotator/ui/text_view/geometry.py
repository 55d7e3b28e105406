"""What is where in a laid-out text: plain values between layout, painter and hit test.

Boxes are in pixels, relative to the paragraph they belong to; positions are code points.
"""

from typing import NamedTuple

from annotator.records import Record
from annotator.ui.text_view.scene import Mark


class Box(NamedTuple):
    """A rectangle by its edges."""

    left: float
    top: float
    right: float
    bottom: float

    def contains(self, x: float, y: float) -> bool:
        return self.left <= x < self.right and self.top <= y < self.bottom


class Chip(Record):
    """Code, warning sign and note of a mark; `note` and `code` are cut to what has room."""

    box: Box
    code: str
    note: str
    warning: bool


class Fragment(Record):
    """The part of a mark, or of one of its pieces, on one line.

    `boxes` cover its characters (several where directions mix); on lane 0 they are the tint, on
    deeper ones the zone of its line. `opens` and `closes` say whether the mark starts and ends
    here; `right_to_left` whether its start is at the right.
    """

    mark: Mark
    start: int
    end: int
    lane: int
    boxes: tuple[Box, ...]
    opens: bool
    closes: bool
    right_to_left: bool = False
    chip: Chip | None = None

    @property
    def begins(self) -> bool:
        """True where the mark, or a piece of it, starts here."""
        return self.opens or any(start == self.start for start, _ in self.mark.pieces)

    @property
    def ends(self) -> bool:
        """True where the mark, or a piece of it, ends here."""
        return self.closes or any(end == self.end for _, end in self.mark.pieces)

    @property
    def piece(self) -> tuple[int, int]:
        """The piece of the mark that this is a part of."""
        return next(one for one in self.mark.stretches if one[0] <= self.start < one[1])


class Line(Record):
    """One line: code points `start`..`end`, its top and bottom, and the text's within.

    `lane_tops` are where the lines of lanes 1 and deeper are; `more` counts what has no lane.
    """

    start: int
    end: int
    top: float
    bottom: float
    text_top: float
    text_bottom: float
    lane_tops: tuple[float, ...] = ()
    fragments: tuple[Fragment, ...] = ()
    more: tuple[tuple[Box, str], ...] = ()
