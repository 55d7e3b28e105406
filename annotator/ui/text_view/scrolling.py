"""What part of the page is seen. Holds on to the first visible piece, not to a height.

Heights above may be estimates that change when they are laid out; the text on the screen must not
jump then, so the scroll bar's value follows the anchor (feasibility, trap 7).
"""

from math import inf

from annotator.ui.text_view.layout import BOTTOM, Page

_ROUNDS = 4
"""Each round of settling lays out more; the end of the text needs two."""


class Scroller:
    """A window of `height` pixels on a page, `offset` pixels below the top of piece `index`."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.index = 0
        self.offset = -page.top_of(0)
        self.height = 100.0

    @property
    def top(self) -> float:
        """Distance of the window from the top of the page, partly estimated."""
        return self.page.top_of(self.index) + self.offset

    def move_by(self, pixels: float) -> None:
        """Scroll; exact, whatever the heights of what comes into view turn out to be."""
        self.offset += pixels
        self.settle()

    def jump_to(self, y: float) -> None:
        """Go to a place far away, as well as the estimates know it."""
        self.index = self.page.index_at(y)
        self.offset = y - self.page.top_of(self.index)
        self.settle()

    def jump_to_end(self) -> None:
        """Show the last line at the bottom."""
        self.index = self.page.count - 1
        self.page.paragraph(self.index)
        self.offset = self.page.height_of(self.index)
        self.settle()

    def show(self, index: int, offset: float) -> None:
        """Put the place `offset` pixels below the top of a piece at the window's top."""
        self.index, self.offset = index, offset
        self.settle()

    def settle(self) -> None:
        """Lay out what is seen and keep the window within the page."""
        for _ in range(_ROUNDS):
            self._normalise()
            end, last = self._fill()
            missing = self.height - end - BOTTOM
            if last < self.page.count or missing <= 0 or self._is_at_top():
                return
            self.offset -= missing
        self._normalise()
        self._fill()

    def visible(self) -> range:
        """Pieces that are at least partly seen; all of them are laid out."""
        _, last = self._fill()
        return range(self.index, last)

    def screen_top(self, index: int) -> float:
        """Top of a piece in the window's coordinates (far away ones: estimated)."""
        return self.page.top_of(index) - self.top

    def first_position(self) -> tuple[int, float]:
        """First character seen, and how far the top of its line is below the window's top.

        At the very top that is infinitely far: what comes above may grow, the top stays the top.
        """
        if self._is_at_top():
            return 0, inf
        paragraph = self.page.paragraph(self.index)
        if self.offset < 0:
            return paragraph.start, -self.offset
        if self.offset >= paragraph.height and self.index + 1 < self.page.count:
            # in the gap after it: what is read is the next one
            below = self.page.height_of(self.index) - self.offset
            return self.page.start_of(self.index + 1), below
        line = paragraph.lines[paragraph.line_at(self.offset)]
        return line.start, line.top - self.offset

    def restore(self, position: int, below: float) -> None:
        """Put a character where `first_position` found it."""
        self.index = self.page.index_of(position)
        paragraph = self.page.paragraph(self.index)
        if position == paragraph.start and below > 0 and self.index == 0:
            self.offset = -below
        else:
            self.offset = paragraph.lines[paragraph.line_of(position)].top - below
        self.settle()

    def _is_at_top(self) -> bool:
        return self.index == 0 and self.offset <= -self.page.top_of(0)

    def _normalise(self) -> None:
        page = self.page
        while self.offset < 0 and self.index > 0:
            self.index -= 1
            page.paragraph(self.index)
            self.offset += page.height_of(self.index)
        page.paragraph(self.index)
        while self.offset >= page.height_of(self.index) and self.index + 1 < page.count:
            self.offset -= page.height_of(self.index)
            self.index += 1
            page.paragraph(self.index)
        if self.index == 0:
            self.offset = max(self.offset, -page.top_of(0))
        self.offset = float(round(self.offset))

    def _fill(self) -> tuple[float, int]:
        """Lay out down to the window's bottom; return where the content ends, and the piece."""
        page = self.page
        y, index = -self.offset, self.index
        while y < self.height and index < page.count:
            page.paragraph(index)
            y += page.height_of(index)
            index += 1
        return y, index
