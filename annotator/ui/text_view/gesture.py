"""From presses, moves and releases of the mouse to what they mean. Pure: no Qt, no drawing.

All positions are code points. A drag takes whole words (`segmentation.snap`); with Alt held, or
when it begins at an end of the present selection, it takes characters.
"""

from enum import Enum, auto
from typing import TYPE_CHECKING

from annotator.records import Record
from annotator.text.segmentation import sentence_at, snap, word_at
from annotator.ui.text_view.hit_test import Edge, Hit

if TYPE_CHECKING:
    from collections.abc import Callable

_DOUBLE, _TRIPLE = 2, 3


class Select(Record):
    """The selection is `anchor`..`caret` now (equal: the caret alone moves)."""

    anchor: int
    caret: int


class Activate(Record):
    """A mark was clicked; an empty key: beside all marks."""

    key: str


class Preview(Record):
    """While an edge is dragged: where that piece of the mark would be."""

    key: str
    piece: tuple[int, int]
    start: int
    end: int


class Resize(Record):
    """An edge was dragged and let go: where that piece of the mark is wanted."""

    key: str
    piece: tuple[int, int]
    start: int
    end: int


class Gather(Record):
    """Words were selected that shall belong to the mark with the focus."""

    start: int
    end: int


class Pull(Record):
    """While a mark is pulled by its chip: the mark it is over, if any."""

    source: str
    over: str


class Link(Record):
    """A mark was pulled onto another and let go."""

    source: str
    target: str


Intent = Select | Activate | Preview | Resize | Gather | Pull | Link


class Press(Record):
    """The mouse went down: `count` 1 to 3 for click, double and triple click.

    `anchor` and `caret` are the present selection; `selected` is the key of the mark that has the
    focus. With `gather` what is selected shall belong to it.
    """

    hit: Hit
    count: int = 1
    shift: bool = False
    alt: bool = False
    anchor: int = 0
    caret: int = 0
    selected: str = ""
    gather: bool = False


class _Mode(Enum):
    IDLE = auto()
    PRESSED = auto()
    SELECTING = auto()
    RESIZING = auto()
    PULLING = auto()


class Gesture:
    """State from a press to its release."""

    def __init__(self) -> None:
        self._mode = _Mode.IDLE
        self._origin = self._reached = (0, 0)
        self._by: Callable[[str, int], tuple[int, int] | None] | None = None
        self._characters = False
        self._press: Press | None = None
        self._stack: tuple[str, ...] = ()
        self._edge: Edge | None = None
        self._mark, self._piece = "", (0, 0)
        self._pulled = ""
        self._gathers = False

    @property
    def is_active(self) -> bool:
        """True while the button is held."""
        return self._mode is not _Mode.IDLE

    @property
    def is_selecting(self) -> bool:
        return self._mode is _Mode.SELECTING

    @property
    def is_gathering(self) -> bool:
        """True while what is selected shall belong to the mark with the focus."""
        return self.is_active and self._gathers

    @property
    def is_resizing(self) -> bool:
        return self._mode is _Mode.RESIZING

    def press(self, text: str, press: Press) -> Intent | None:
        """Begin; what changes at once is returned."""
        self._press = press
        self._characters = press.alt
        self._by = None
        self._pulled = ""
        self._gathers, self._reached = press.gather and bool(press.selected), (0, 0)
        hit = press.hit
        if hit.edge is not None and press.selected and press.count == 1:
            self._mode, self._edge = _Mode.RESIZING, hit.edge
            self._mark, self._piece = press.selected, hit.piece
            return None
        if press.count >= _DOUBLE:
            return self._select_unit(text, press)
        if press.shift:
            self._mode = _Mode.SELECTING
            self._origin = (press.anchor, press.anchor)
            return self._reach(text, hit.position)
        self._mode = _Mode.PRESSED
        if press.selected and hit.chip == press.selected:
            self._pulled = hit.chip
        elif press.anchor != press.caret and hit.position in {press.anchor, press.caret}:
            # taken by its end: from here on single characters count
            other = press.anchor if hit.position == press.caret else press.caret
            self._origin, self._characters = (other, other), True
            return None
        self._origin = (hit.position, hit.position)
        return Select(hit.position, hit.position)

    def move(self, text: str, hit: Hit, *, alt: bool, dragged: bool) -> Intent | None:
        """Go on; `dragged` once the mouse is farther from the press than a trembling hand."""
        if self._mode is _Mode.RESIZING:
            return Preview(*self._resized(text, hit.position, alt=alt)) if dragged else None
        if self._mode is _Mode.PRESSED and dragged:
            self._mode = _Mode.PULLING if self._pulled else _Mode.SELECTING
        if self._mode is _Mode.PULLING:
            return Pull(self._pulled, self._partner(hit))
        if self._mode is not _Mode.SELECTING or not dragged:
            return None
        if alt:
            self._characters = True
        return self._reach(text, hit.position)

    def release(
        self, text: str, hit: Hit, *, alt: bool, dragged: bool, selected: str
    ) -> list[Intent]:
        """End; a click activates a mark: the innermost first, then those around it in turn."""
        mode, self._mode = self._mode, _Mode.IDLE
        if mode is _Mode.SELECTING and self._gathers and self._reached[0] != self._reached[1]:
            return [Gather(*sorted(self._reached))]
        if mode is _Mode.RESIZING and dragged:
            return [Resize(*self._resized(text, hit.position, alt=alt))]
        if mode is _Mode.PULLING:
            partner = self._partner(hit)
            return [Link(self._pulled, partner)] if partner else []
        if mode in {_Mode.PRESSED, _Mode.RESIZING} and self._press is not None:
            at = self._press.hit.position
            return [Select(at, at), Activate(self._clicked(self._press.hit, selected))]
        return []

    def cancel(self) -> None:
        """Forget the press."""
        self._mode = _Mode.IDLE

    def _partner(self, hit: Hit) -> str:
        """Return the mark that is meant while another is pulled; of nested ones the innermost."""
        if hit.chip:
            return hit.chip if hit.chip != self._pulled else ""
        return next((key for key in hit.marks if key != self._pulled), "")

    def _clicked(self, hit: Hit, selected: str) -> str:
        again = self._stack == hit.marks
        self._stack = hit.marks
        if hit.chip:
            return hit.chip
        if again and selected in hit.marks:
            return hit.marks[(hit.marks.index(selected) + 1) % len(hit.marks)]
        return hit.mark

    def _select_unit(self, text: str, press: Press) -> Intent:
        self._mode = _Mode.SELECTING
        self._by = word_at if press.count == _DOUBLE else sentence_at
        hit = press.hit
        at = hit.position if hit.character is None else hit.character
        found = self._by(text, at) or (hit.position, hit.position)
        self._origin = self._reached = found
        return Select(*found)

    def _reach(self, text: str, position: int) -> Select:
        """Select from where it began to `position`."""
        found = self._range(text, position)
        self._reached = found.anchor, found.caret
        return found

    def _range(self, text: str, position: int) -> Select:
        first, last = self._origin
        if self._by is not None:
            here = self._by(text, position) or (position, position)
            if here[0] < first:
                return Select(last, here[0])
            return Select(first, max(last, here[1]))
        if self._characters or position == first:
            return Select(first, position)
        start, end = snap(text, min(first, position), max(first, position))
        if start == end:
            return Select(position, position)
        return Select(start, end) if position >= first else Select(end, start)

    def _resized(
        self, text: str, position: int, *, alt: bool
    ) -> tuple[str, tuple[int, int], int, int]:
        start, end = self._piece
        if self._edge is Edge.START:
            position = min(position, end - 1)
            wanted = position if alt else snap(text, position, end)[0]
            return self._mark, self._piece, min(wanted, end - 1), end
        position = max(position, start + 1)
        wanted = position if alt else snap(text, start, position)[1]
        return self._mark, self._piece, start, max(wanted, start + 1)
