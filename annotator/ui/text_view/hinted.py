"""A canvas with key caps over words: type instead of pointing. They move no text."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from annotator.compat import override
from annotator.records import Record
from annotator.text.segmentation import words_between
from annotator.ui.text_view.arcs import Placed
from annotator.ui.text_view.geometry import Line
from annotator.ui.text_view.linked import LinkedCanvas
from annotator.ui.text_view.metrics import PAD, RING_DISTANCE
from annotator.ui.text_view.paragraph import Paragraph
from annotator.ui.text_view.scene import Mark, Style, TextScene

if TYPE_CHECKING:
    from annotator.ui.text_view.cap_painter import Cap, CapPainter

_APART: Final = 1.0
"""Pixels between two caps."""
_INSIDE: Final = 0.5
"""The share of a line's text that must be seen for its words to count as seen."""

Word = tuple[int, int]


class WordHints(Record):
    """Letters over words, by the words' code points.

    Hints that `typed` does not begin are not drawn; `first` is the word that was chosen already.
    """

    hints: Mapping[Word, str]
    typed: str = ""
    first: Word | None = None


class HintedCanvas(LinkedCanvas):
    """Draws word hints while there are any and no marks are being linked."""

    sight_changed = Signal()
    """The words with hints are not those in sight any more, or not at the same place."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._word_hints: WordHints | None = None
        self._caps: list[Cap] | None = None
        self._cap_painter: CapPainter | None = None

    # -- hints

    @property
    def word_hints(self) -> WordHints | None:
        """What is shown now."""
        return self._word_hints

    def show_word_hints(self, hints: WordHints | None) -> None:
        """Put letters over words; None takes them away, and so does another text."""
        if hints is None and self._word_hints is None:
            return
        self._word_hints = hints
        self._forget_caps()

    def visible_words(self) -> list[Word]:
        """Return the words of which the beginning, or the first line in sight, is seen."""
        lines = [line for _, _, line, _ in self._lines_in_sight()]
        if not lines:
            return []
        return list(words_between(self.scene().text, lines[0].start, lines[-1].end))

    def placed_caps(self) -> "list[Cap]":
        """Return the caps that are drawn now, in viewport coordinates."""
        if self._caps is None:
            self._caps = [] if self._word_hints is None else list(self._place(self._word_hints))
        return self._caps

    def _lines_in_sight(self) -> Iterator[tuple[Paragraph, float, Line, int]]:
        """Yield the lines that can be read: paragraph, its top, line, the line's number."""
        page, height = self._page, self.viewport().height()
        for index in self._scroller.visible():
            top = self._scroller.screen_top(index)
            paragraph = page.paragraph(index)
            for number, line in enumerate(paragraph.lines):
                part = (line.text_bottom - line.text_top) * _INSIDE
                if top + line.text_top + part > 0 and top + line.text_bottom - part < height:
                    yield paragraph, top, line, number

    def _place(self, shown: WordHints) -> "Iterator[Cap]":
        from annotator.ui.text_view.cap_painter import Cap

        caps, typed = self._painter_of_caps(), shown.typed
        words = sorted(word for word, hint in shown.hints.items() if hint.startswith(typed))
        place = 0
        for paragraph, top, line, number in self._lines_in_sight():
            here: list[tuple[float, int, float, str]] = []
            while place < len(words) and words[place][0] < line.end:
                start, end = words[place]
                place += 1
                if end > line.start:
                    letters = shown.hints[start, end]
                    width = caps.width(letters)
                    at = max(start, line.start)
                    here.append((paragraph.cap_x(at, number, width), at, width, letters))
            y = top + line.text_top - caps.height + paragraph.kind.blank - PAD
            if not paragraph.kind.roomy:  # little room between lines: rather over the own letters
                y = max(y, top + line.text_top - paragraph.kind.descent)
            free = -float("inf")
            for x, at, width, letters in sorted(here):
                left = round(max(x + self._left - PAD, free))
                yield Cap(left, max(1.0, round(y)), width, letters, len(letters) == 1, at)
                free = left + width + _APART

    def _painter_of_caps(self) -> "CapPainter":
        if self._cap_painter is None:
            from annotator.ui.text_view.cap_painter import CapPainter  # not before it is wanted

            self._cap_painter = CapPainter(self._metrics, self._painter.inks)
        return self._cap_painter

    def _forget_caps(self) -> None:
        self._caps = None
        self.viewport().update()

    def _lose_sight(self) -> None:
        if self._word_hints is not None:
            self._forget_caps()
            self.sight_changed.emit()

    @override
    def placed_arcs(self) -> list[Placed]:
        """Return no arcs behind caps, unless all were asked for: the eye looks for letters."""
        if self._word_hints is not None and not self._all_arcs:
            return []
        return super().placed_arcs()

    # -- what moves them

    @override
    def set_style(self, style: Style) -> None:
        super().set_style(style)
        self._cap_painter = None
        self._lose_sight()

    @override
    def set_scene(self, scene: TextScene) -> None:
        if scene.text != self.scene().text:
            self.show_word_hints(None)
        super().set_scene(scene)

    @override
    def _show_marks(self, marks: tuple[Mark, ...]) -> None:
        super()._show_marks(marks)
        if self._word_hints is not None:
            self._forget_caps()

    @override
    def _scroll(self, index: int, offset: float) -> None:
        super()._scroll(index, offset)
        self._lose_sight()

    @override
    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self._lose_sight()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lose_sight()

    # -- painting

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        shown = self._word_hints if self._shown.targets is None else None
        caps = self.placed_caps() if shown is not None else []
        painter_of_caps = self._painter_of_caps() if caps else None
        beside = {cap.start: cap.x + cap.width - self._left for cap in caps}
        if beside or self._shown.beside:
            self._shown = replace(self._shown, beside=beside)
        super().paintEvent(event)
        if painter_of_caps is None or shown is None:
            return
        painter = QPainter(self.viewport())
        area = event.rect()
        if shown.first is not None:
            painter_of_caps.ring(painter, self._areas(shown.first))
        above, below = area.top() - painter_of_caps.height - 1, area.bottom() + 1
        seen = [cap for cap in caps if above <= cap.y <= below]
        painter_of_caps.paint(painter, seen, len(shown.typed))
        painter.end()

    def _areas(self, word: Word) -> list[QRectF]:
        seen = self._scroller.visible()
        return [
            self._on_screen(index, box).adjusted(
                -RING_DISTANCE, -RING_DISTANCE, RING_DISTANCE, RING_DISTANCE
            )
            for index, box in self._page.boxes(*word, seen)
        ]
