"""A canvas on which marks are linked: arcs, the mark under the mouse, hints, the rubber band."""

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import replace
from typing import Final, NamedTuple

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from annotator.compat import override
from annotator.ui.text_view.arc_painter import ArcPainter
from annotator.ui.text_view.arcs import LEVEL_HEIGHT, End, Placed, Point, Request, Strength, place
from annotator.ui.text_view.canvas import Canvas
from annotator.ui.text_view.geometry import Box, Fragment, Line
from annotator.ui.text_view.metrics import LINE_WIDTH, PAD, RING_DISTANCE, RING_WIDTH
from annotator.ui.text_view.scene import Arc, Mark, Style, TextScene

_LEVEL: Final = -1.0
"""Where arcs run between two lines, below the upper one's end: over the chips of the lower."""
_LEVELS: Final = 2
_ROOM: Final = _LEVELS * LEVEL_HEIGHT
"""What each line gets for arcs while all are shown, so that they hide nothing."""
_LOWEST: Final = 11.0
"""How far the lowest level is above the end of that room: a pill ends with it."""
_BESIDE: Final = 5.0
_SIDE: Final = 6.0
_MOST_WORDS: Final = 22
_FEW: Final = 30


class LinkedCanvas(Canvas):
    """Draws over the text what belongs together. None of it moves the text."""

    hover_changed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hovered = ""
        self._all_arcs = False
        self._arcs_of: dict[str, list[Arc]] = {}
        self._by_key: dict[str, Mark] = {}
        self._known_marks: tuple[Mark, ...] = ()
        self._band: tuple[str, str, QPoint] | None = None
        self._arc_painter = ArcPainter(self._metrics, self._painter.inks)

    # -- contents

    @override
    def set_style(self, style: Style) -> None:
        super().set_style(replace(style, arc_room=_ROOM if self._all_arcs else 0.0))
        self._arc_painter = ArcPainter(self._metrics, self._painter.inks)

    @override
    def set_scene(self, scene: TextScene) -> None:
        old = self.scene()
        if scene.text != old.text:
            self._shown = replace(self._shown, targets=None)
            self._band = None
        if scene.arcs != old.arcs:
            self._arcs_of = {}
            for arc in scene.arcs:
                for key in {arc.source, arc.target}:
                    self._arcs_of.setdefault(key, []).append(arc)
            self.viewport().update()
        super().set_scene(scene)

    @override
    def set_selected(self, key: str) -> None:
        if key != self._shown.selected and not self._arcs_of.keys().isdisjoint(
            (key, self._shown.selected)
        ):
            self.viewport().update()
        super().set_selected(key)

    @override
    def _show_marks(self, marks: tuple[Mark, ...]) -> None:
        super()._show_marks(marks)
        if self._is_covered():
            self.viewport().update()

    def set_show_all_arcs(self, on: bool) -> None:  # noqa: FBT001 - takes a switch's `toggled`
        """Draw all arcs, with room for them between the lines, or only those at hand.

        At hand is the selected mark, and the one under the mouse.
        """
        if on is not self._all_arcs:
            self._all_arcs = on
            self.set_style(self._metrics.style)

    def set_remarked(self, keys: AbstractSet[str]) -> None:
        """Put a small corner on these marks; it takes no room."""
        changed = keys ^ self._shown.remarked
        self._shown = replace(self._shown, remarked=frozenset(keys))
        if len(changed) > _FEW:
            self.viewport().update()
            return
        for key in changed:
            mark = self._mark_of(key)
            if mark is not None:
                self._update_positions(mark.start, mark.end)

    def set_targets(self, hints: Mapping[str, str] | None) -> None:
        """Put hint letters on some marks, by key, and dim all others; None ends it.

        No arcs are drawn meanwhile. Another text ends it too.
        """
        self._shown = replace(self._shown, targets=None if hints is None else dict(hints))
        self.viewport().update()

    def _set_band(self, source: str, over: str, point: QPoint) -> None:
        """Draw, instead of arcs, a rubber band from a mark to a point; `over` has a ring."""
        self._band = source, over, point
        self.viewport().update()

    def _end_band(self) -> None:
        if self._band is not None:
            self._band = None
            self.viewport().update()

    def _is_covered(self) -> bool:
        """Tell whether there may be something over the text that scrolling does not just move."""
        return bool(self._arcs_of) or self._shown.targets is not None or self._band is not None

    # -- the mark under the mouse

    def _hover(self, point: QPoint) -> None:
        hit = self.hit(point)
        if hit.edge is not None:
            shape = Qt.CursorShape.SplitHCursor
        elif hit.chip:
            shape = Qt.CursorShape.PointingHandCursor
        else:
            shape = Qt.CursorShape.IBeamCursor
        if self.viewport().cursor().shape() is not shape:
            self.viewport().setCursor(shape)
        index, _ = self._piece_at(point.y())
        here = self._page.marks_of(index) if hit.mark else ()
        self._light(next((mark for mark in here if mark.key == hit.mark), None))
        self._tell_hovered(hit.mark)

    def _tell_hovered(self, key: str) -> None:
        if key != self._hovered:
            if not self._arcs_of.keys().isdisjoint((key, self._hovered)):
                self.viewport().update()
            self._hovered = key
            self.hover_changed.emit(key)

    def _light(self, mark: Mark | None) -> None:
        """Show which pieces belong together: those of the mark under the mouse."""
        hovered = mark.key if mark is not None and mark.pieces else ""
        before = self._shown.hovered
        if hovered == before:
            return
        for one in (self._mark_of(before) if before else None, mark if hovered else None):
            if one is not None:
                self._update_positions(one.start, one.end)
        self._shown = replace(self._shown, hovered=hovered)

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Leave:
            self._light(None)
            self._tell_hovered("")
        return super().viewportEvent(event)

    # -- painting

    @override
    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        if self._is_covered():
            self.viewport().update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._is_covered():
            return
        painter = QPainter(self.viewport())
        targets = self._shown.targets
        if self._band is not None:
            self._paint_band(painter, *self._band)
        elif targets is None:
            self._arc_painter.paint(painter, self.placed_arcs())
        else:
            for _, top, _, fragment, _ in self._fragments():
                if fragment.opens and fragment.mark.key in targets:
                    letters = targets[fragment.mark.key]
                    self._arc_painter.paint_cap(painter, self._cap_place(fragment, top), letters)
        painter.end()

    def _paint_band(self, painter: QPainter, source: str, over: str, point: QPoint) -> None:
        mark = self.mark(source)
        if mark is None:
            return
        first = self.character_rect(mark.start)
        start = Point(first.left() + _SIDE, first.top())
        boxes = [end.box for end in self._ends().get(over, ())] if over else []
        self._arc_painter.paint_band(painter, start, Point(point.x(), point.y()), boxes)

    def _cap_place(self, fragment: Fragment, top: float) -> Box:
        if fragment.chip is not None:
            box = fragment.chip.box
        else:
            first = fragment.boxes[-1 if fragment.right_to_left else 0]
            above = first.top - self._metrics.chip_height
            box = Box(first.left, above, first.right, first.top)
        return self._moved(box, top)

    # -- arcs

    def placed_arcs(self) -> list[Placed]:
        """Return the arcs that are drawn now, in viewport coordinates.

        Those of a mark in pieces leave from the first piece that is seen.
        """
        ends = self._ends(first_only=True)
        wanted: dict[Arc, Strength] = {}
        if self._all_arcs:
            for key in ends:
                wanted.update(dict.fromkeys(self._arcs_of.get(key, ()), Strength.ALL))
        for key, strength in (
            (self._hovered, Strength.HOVERED),
            (self._shown.selected, Strength.SELECTED),
        ):
            wanted.update(dict.fromkeys(self._arcs_of.get(key, ()), strength))
        requests = [
            request
            for arc, strength in wanted.items()
            if (request := self._request(arc, strength, ends)) is not None
        ]
        sides = _SIDE, self.viewport().width() - _SIDE
        width_of = self._arc_painter.pill_width
        levels = _LEVELS if self._all_arcs else 1
        return place(requests, width_of, sides, self._telling_chips(), levels)

    def _telling_chips(self) -> Iterator[Box]:
        """Yield the chips that must stay readable: of the selected mark, and those with a note.

        A note says whether a violation occurred, is alleged or only warned against.
        """
        for _, top, _, fragment, _ in self._fragments():
            chip = fragment.chip
            if chip is None:
                continue
            if fragment.mark.key == self._shown.selected:
                lift = RING_DISTANCE + RING_WIDTH
                yield self._moved(chip.box._replace(top=chip.box.top - lift), top)
            elif chip.note:
                yield self._moved(chip.box, top)

    def _request(
        self, arc: Arc, strength: Strength, ends: Mapping[str, list[End]]
    ) -> Request | None:
        source, target = self._mark_of(arc.source), self._mark_of(arc.target)
        if source is None or target is None:
            return None
        near = {Strength.SELECTED: self._shown.selected, Strength.HOVERED: self._hovered}
        quiet = strength is Strength.ALL
        return Request(
            source=ends.get(arc.source, ()),
            target=ends.get(arc.target, ()),
            text=arc.text,
            role=arc.role,
            strength=strength,
            stub_at_source=quiet or near[strength] == arc.source,
            downward=source.start <= target.start,
            words=("", "") if quiet else (self._words(source), self._words(target)),
        )

    def _mark_of(self, key: str) -> Mark | None:
        if self._page.marks is not self._known_marks:
            self._known_marks = self._page.marks
            self._by_key = {mark.key: mark for mark in self._known_marks}
        return self._by_key.get(key)

    def _words(self, mark: Mark) -> str:
        text, most = self.scene().text, 2 * _MOST_WORDS
        pieces = (text[start : min(end, start + most)] for start, end in mark.stretches)
        words = " ".join(" … ".join(pieces).split())
        return words if len(words) <= _MOST_WORDS else words[: _MOST_WORDS - 1].rstrip() + "…"

    def _ends(self, *, first_only: bool = False) -> dict[str, list[End]]:
        """Return where the marks on the screen are, by key, in reading order.

        With `first_only` of a mark in pieces the first piece that is seen.
        """
        found: dict[str, list[End]] = {}
        pieces: dict[str, tuple[int, int]] = {}
        for seen in self._fragments():
            fragment = seen.fragment
            key = fragment.mark.key
            piece = fragment.piece if first_only and fragment.mark.pieces else (0, 0)
            if pieces.setdefault(key, piece) != piece:
                continue
            found.setdefault(key, []).append(self._end(seen))
        return found

    def _fragments(self) -> Iterator["_Seen"]:
        """Yield what is seen of marks, in reading order."""
        page, number, height = self._page, 0, self.viewport().height()
        for index in self._scroller.visible():
            top = self._scroller.screen_top(index)
            lines = page.paragraph(index).lines
            for line in lines:
                if line.start == line.end:
                    continue
                number += 1
                if top + line.text_bottom > 0 and top + line.text_top < height:
                    for fragment in line.fragments:
                        yield _Seen(number, top, line, fragment, line is lines[-1])
            if page.is_heading(index):
                number += 3  # the facts below the heading are not to be crossed

    def _end(self, seen: "_Seen") -> End:
        number, top, line, fragment, is_last = seen
        left = min(box.left for box in fragment.boxes)
        right = max(box.right for box in fragment.boxes)
        bottom = max(line.text_bottom + PAD + LINE_WIDTH, fragment.boxes[0].bottom)
        inside = left + _BESIDE, max(right - _BESIDE, left + _BESIDE)
        upper = lower = (inside[0] + self._left, inside[1] + self._left)
        chip = fragment.chip
        if chip is not None:
            beside = min(max(chip.box.right + _BESIDE, inside[0]), inside[1]) + self._left
            if fragment.lane == 0:
                upper = beside, upper[1]
            else:
                lower = beside, lower[1]
        away = RING_DISTANCE if fragment.mark.key == self._shown.selected else 0.0
        away += RING_WIDTH / 2
        level, gap = _LEVEL, 0.0
        if self._all_arcs:  # the room of the line below; after a piece, of the next one's first
            level, gap = _ROOM - _LOWEST, self._metrics.paragraph_gap if is_last else 0.0
        box = Box(left - away, line.text_top - PAD - away, right + away, bottom + away)
        return End(
            line=number,
            box=self._moved(box, top),
            above=top + line.top + level,
            below=top + line.bottom + gap + level,
            upper=upper,
            lower=lower,
        )

    def _moved(self, box: Box, top: float) -> Box:
        left = self._left
        return Box(box.left + left, box.top + top, box.right + left, box.bottom + top)


class _Seen(NamedTuple):
    """A fragment on the screen: its line's number and the top of its piece, in pixels."""

    number: int
    top: float
    line: Line
    fragment: Fragment
    is_last: bool
    """True on the last line of a piece."""
