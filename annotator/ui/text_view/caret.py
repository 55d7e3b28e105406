"""Where the caret goes: by character, word, line and page, also in text that runs leftwards."""

from enum import Enum, auto
from typing import TYPE_CHECKING

from annotator.text.segmentation import next_word, previous_word
from annotator.ui.text_view.layout import Page

if TYPE_CHECKING:
    from collections.abc import Callable


class Motion(Enum):
    """What an arrow or navigation key asks for."""

    LEFT = auto()
    RIGHT = auto()
    UP = auto()
    DOWN = auto()
    WORD_LEFT = auto()
    WORD_RIGHT = auto()
    LINE_START = auto()
    LINE_END = auto()
    TEXT_START = auto()
    TEXT_END = auto()
    PAGE_UP = auto()
    PAGE_DOWN = auto()


class Caret:
    """Moves a position over a page; remembers the column while going up and down."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._goal: float | None = None
        self._horizontal: dict[Motion, Callable[[int], int]] = {
            Motion.LEFT: self._left,
            Motion.RIGHT: self._right,
            Motion.WORD_LEFT: lambda position: previous_word(page.scene.text, position),
            Motion.WORD_RIGHT: lambda position: next_word(page.scene.text, position),
            Motion.LINE_START: self._line_start,
            Motion.LINE_END: self._line_end,
            Motion.TEXT_START: lambda _: 0,
            Motion.TEXT_END: lambda _: len(page.scene.text),
        }

    def forget_column(self) -> None:
        """Take the next move up or down from where the caret is."""
        self._goal = None

    def moved(self, position: int, motion: Motion, page_height: float = 0.0) -> int:
        """Return where `motion` leads from `position`; the same where there is no way."""
        vertical = _VERTICAL.get(motion)
        if vertical is not None:
            down, far = vertical
            return self._vertical(position, down=down, distance=page_height if far else 0.0)
        self._goal = None
        return self._horizontal[motion](position)

    def _left(self, position: int) -> int:
        paragraph = self._page.at(position)
        unit = paragraph.unit(position)
        to = paragraph.left_stop(unit)
        if to != unit:
            return self._within(paragraph.position(to))
        return self._next(position) if paragraph.is_right_to_left else self._previous(position)

    def _right(self, position: int) -> int:
        paragraph = self._page.at(position)
        unit = paragraph.unit(position)
        to = paragraph.right_stop(unit)
        if to != unit:
            return self._within(paragraph.position(to))
        return self._previous(position) if paragraph.is_right_to_left else self._next(position)

    def _within(self, position: int) -> int:
        return min(max(0, position), len(self._page.scene.text))

    def _previous(self, position: int) -> int:
        """Step over the start of a piece."""
        index = self._page.index_of(position)
        if position > self._page.start_of(index) or index == 0:
            return position
        before = self._page.paragraph(index - 1)
        if self._page.closes(index - 1):
            return before.end
        return before.position(before.previous_stop(before.unit(before.end)))

    def _next(self, position: int) -> int:
        """Step over the end of a piece."""
        index = self._page.index_of(position)
        if index + 1 == self._page.count or position < self._page.end_of(index):
            return position
        return self._page.start_of(index + 1)

    def _line_start(self, position: int) -> int:
        paragraph = self._page.at(position)
        return paragraph.lines[paragraph.line_of(position)].start

    def _line_end(self, position: int) -> int:
        paragraph = self._page.at(position)
        return paragraph.last_stop(paragraph.line_of(position))

    def _vertical(self, position: int, *, down: bool, distance: float) -> int:
        """Go one line, or as many as fill `distance` pixels."""
        page = self._page
        index = page.index_of(position)
        paragraph = page.paragraph(index)
        line, x = paragraph.caret_x(position)
        if self._goal is None:
            self._goal = x
        moved = 0.0
        start = position
        while True:
            line += 1 if down else -1
            if not 0 <= line < len(paragraph.lines):
                index += 1 if down else -1
                if not 0 <= index < page.count:
                    if moved == 0.0:
                        return len(page.scene.text) if down else 0
                    return start
                paragraph = page.paragraph(index)
                line = 0 if down else len(paragraph.lines) - 1
            moved += paragraph.lines[line].bottom - paragraph.lines[line].top
            start = paragraph.position_at(self._goal, line)
            if moved >= distance:
                return start


_VERTICAL = {
    Motion.UP: (False, False),
    Motion.DOWN: (True, False),
    Motion.PAGE_UP: (False, True),
    Motion.PAGE_DOWN: (True, True),
}
