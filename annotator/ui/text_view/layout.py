"""The whole text as a column of pieces: laid out where they are looked at, estimated elsewhere.

Coordinates are pixels from the upper left corner of the column; positions are code points.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate
from math import ceil
from typing import Final

from annotator.model.offsets import OffsetMap
from annotator.ui.text_view.changes import changed_marks
from annotator.ui.text_view.display import Pieces, pieces
from annotator.ui.text_view.geometry import Box
from annotator.ui.text_view.header import Header
from annotator.ui.text_view.metrics import Kind, Metrics
from annotator.ui.text_view.paragraph import Paragraph
from annotator.ui.text_view.scene import Mark, TextScene

_MOST_LAID_OUT: Final = 400
_LONGEST_HEADING: Final = 400
"""A longer first line is no title but a text without line ends."""
TOP: Final = 32.0
BOTTOM: Final = 64.0
_AFTER_FACTS: Final = 14.0
_AFTER_HEADING: Final = 4.0


class Page:
    """The pieces of one scene's text at one width."""

    def __init__(self, metrics: Metrics, width: float) -> None:
        self.metrics = metrics
        self.width = width
        self.scene = TextScene("")
        self.marks: tuple[Mark, ...] = ()
        self.header = Header(metrics, "", (), width)
        self._pieces = Pieces([0], [0], [True])
        self._marks_of: dict[int, list[Mark]] = {}
        self._laid: dict[int, Paragraph] = {}
        self._heights: list[float] = [0.0]
        self._tops: list[float] | None = None
        self._headings = range(0)

    # -- contents

    def set_scene(self, scene: TextScene) -> None:
        """Take another text with all that belongs to it."""
        self.scene = scene
        self._pieces = pieces(scene.text, OffsetMap(scene.text))
        self._headings = self._heading_pieces()
        self._laid = {}
        self._marks_of = {}
        self.marks = ()
        self._estimate()
        self.set_marks(scene.marks)

    def take(self, ready: "Page") -> None:
        """Become another page, which must not be used any more."""
        self.__dict__.update(ready.__dict__)

    def leave(self) -> "Page":
        """Return a page that is as this one is now; this one must take another text next."""
        left = object.__new__(Page)
        left.take(self)
        return left

    def set_marks(self, marks: tuple[Mark, ...]) -> set[int]:
        """Take other marks; return the pieces that changed. Line breaks stay as they are."""
        gone, new = changed_marks(self.marks, marks)
        self.marks = marks
        touched: set[int] = set()
        of_piece = self._marks_of
        lost = set(gone)
        for mark in gone:
            for index in self._pieces_of(mark):
                touched.add(index)
        for index in touched:
            of_piece[index] = [mark for mark in of_piece[index] if mark not in lost]
        for mark in new:
            for index in self._pieces_of(mark):
                touched.add(index)
                of_piece.setdefault(index, []).append(mark)
        for index in touched & self._laid.keys():
            paragraph = self._laid[index]
            paragraph.arrange(of_piece[index])
            self._set_height(index, paragraph)
        return touched

    def set_width(self, width: float) -> None:
        """Break the lines anew."""
        if width != self.width:
            self.width = width
            self._laid = {}
            self._estimate()

    def set_metrics(self, metrics: Metrics, width: float) -> None:
        """Take other fonts."""
        self.metrics = metrics
        self.width = width
        self._laid = {}
        self._estimate()

    def _heading_pieces(self) -> range:
        heading = self.scene.heading
        if heading is None or not 0 < heading[1] - heading[0] <= _LONGEST_HEADING:
            return range(0)
        return range(self.index_of(heading[0]), self.index_of(max(*heading) - 1) + 1)

    def _pieces_of(self, mark: Mark) -> Iterable[int]:
        """Return the pieces of the text that a mark is on; not those in its gaps."""
        if not mark.pieces:
            return self._pieces_between(mark.start, mark.end)
        found = (self._pieces_between(*stretch) for stretch in mark.pieces)
        return dict.fromkeys(index for several in found for index in several)

    def _pieces_between(self, start: int, end: int) -> range:
        end = min(end, len(self.scene.text))
        if start < 0 or start >= end:
            return range(0)
        return range(self.index_of(start), self.index_of(end - 1) + 1)

    # -- pieces

    @property
    def count(self) -> int:
        """Number of pieces, at least one."""
        return len(self._pieces)

    def start_of(self, index: int) -> int:
        """Position at which a piece starts."""
        return self._pieces.starts[index]

    def end_of(self, index: int) -> int:
        """Position at which a piece ends, before its line end."""
        return self._pieces.ends[index]

    def closes(self, index: int) -> bool:
        """Tell whether a piece is the end of its paragraph (else the next one goes on)."""
        return self._pieces.closes[index]

    def index_of(self, position: int) -> int:
        """Return the piece that `position` is in (between two: the later)."""
        return max(0, bisect_right(self._pieces.starts, position) - 1)

    def is_heading(self, index: int) -> bool:
        return index in self._headings

    def is_laid_out(self, index: int) -> bool:
        return index in self._laid

    def paragraph(self, index: int) -> Paragraph:
        """Return a piece, laid out now if it is not yet; its height is then no estimate."""
        found = self._laid.pop(index, None)
        if found is None:
            found = Paragraph(
                self.scene.text,
                self._pieces.starts[index],
                self._pieces.ends[index],
                kind=self._kind(index),
                metrics=self.metrics,
                width=self.width,
            )
            found.arrange(self._marks_of.get(index, ()))
            self._set_height(index, found)
            if len(self._laid) >= _MOST_LAID_OUT:
                del self._laid[next(iter(self._laid))]
        self._laid[index] = found  # the last in the order is the last used
        return found

    def at(self, position: int) -> Paragraph:
        """Return the laid-out piece that `position` is in."""
        return self.paragraph(self.index_of(position))

    def marks_of(self, index: int) -> Sequence[Mark]:
        """Return the marks on a piece, in the order they were given."""
        return self._marks_of.get(index, ())

    # -- heights

    @property
    def height(self) -> float:
        """Height of everything, partly estimated."""
        return self._all_tops()[-1] + BOTTOM

    def height_of(self, index: int) -> float:
        """Height of a piece with the gap after it (an estimate until it is laid out)."""
        return self._heights[index]

    def top_of(self, index: int) -> float:
        """Top of a piece, partly estimated."""
        return self._all_tops()[index]

    def index_at(self, y: float) -> int:
        """Return the piece at `y` (the nearest one)."""
        tops = self._all_tops()
        return min(max(0, bisect_right(tops, y) - 1), len(self._pieces) - 1)

    def header_top(self) -> float:
        """Where title and facts are drawn: at the top, or facts alone below the heading."""
        if not self._headings:
            return TOP
        last = self._headings[-1]
        return self.top_of(last) + self.paragraph(last).height + _AFTER_HEADING

    def _all_tops(self) -> list[float]:
        if self._tops is None:
            top = TOP if self._headings else TOP + self._header_height()
            self._tops = list(accumulate(self._heights, initial=top))
        return self._tops

    def _header_height(self) -> float:
        height = self.header.height
        return height + _AFTER_FACTS if height else 0.0

    def _kind(self, index: int) -> Kind:
        return self.metrics.heading if index in self._headings else self.metrics.body

    def _set_height(self, index: int, paragraph: Paragraph) -> None:
        height = paragraph.height + self._gap(index)
        if height != self._heights[index]:
            self._heights[index] = height
            self._tops = None

    def _gap(self, index: int) -> float:
        if self._headings and index == self._headings[-1] and self.header.height:
            return _AFTER_HEADING + self._header_height()
        pieces_ = self._pieces
        if not pieces_.closes[index] or pieces_.starts[index] == pieces_.ends[index]:
            return 0.0
        return self.metrics.paragraph_gap

    def _estimate(self) -> None:
        """Guess all heights from the number of characters."""
        metrics = self.metrics
        pitch = metrics.body.pitch
        per_line = max(1.0, self.width / metrics.body.average)
        empty = metrics.empty_height
        gap = metrics.paragraph_gap
        self._heights = [
            ceil((end - start) / per_line) * pitch + (gap if closes else 0.0)
            if end > start
            else empty
            for start, end, closes in zip(
                self._pieces.starts, self._pieces.ends, self._pieces.closes, strict=True
            )
        ]
        self._estimate_header()

    def _estimate_header(self) -> None:
        scene = self.scene
        title = scene.title if scene.heading is None else ""
        self.header = Header(self.metrics, title, scene.facts, self.width)
        self._tops = None
        for index in self._headings:
            self._set_height(index, self.paragraph(index))

    # -- boxes

    def boxes(self, start: int, end: int, among: Iterable[int]) -> Iterable[tuple[int, Box]]:
        """Boxes of the characters `start`..`end` in the pieces `among`, with their piece."""
        for index in among:
            if self.start_of(index) < end and self.end_of(index) > start:
                paragraph = self.paragraph(index)
                inside = max(start, paragraph.start), min(end, paragraph.end)
                for box in paragraph.boxes(*inside):
                    yield index, box
