"""The scrolled, painted surface: a scene in a style, without caret keys or mouse."""

from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from annotator.compat import override
from annotator.ui.text_view.found import Found
from annotator.ui.text_view.geometry import Box
from annotator.ui.text_view.hit_test import Hit, chip_at, edge_at, stack_at
from annotator.ui.text_view.layout import Page
from annotator.ui.text_view.metrics import Metrics
from annotator.ui.text_view.painter import Shown, TextPainter
from annotator.ui.text_view.paragraph import Paragraph
from annotator.ui.text_view.scene import Fact, Mark, Style, TextScene
from annotator.ui.text_view.scrolling import Scroller

_PLAIN = Style(
    background="#ffffff",
    text="#1f2328",
    muted="#656d7a",
    accent="#2160c4",
    selection="#cfe0fb",
    hairline="#e1e4e8",
    warning="#b3261e",
)
_SPILL = 10
"""How far something of a piece may be drawn beyond it (rings, raised chips), pixels."""
_FAR = 3
"""Scrolling more windows than this at once is a jump, by estimates."""
_STEP = 38
_MOST_READY = 4
"""Texts kept arranged besides the one on screen: those that may come next, those just left."""
_SIGHT = 24
"""What is revealed is at least this far from the window's upper and lower edge."""


class Canvas(QAbstractScrollArea):
    """Shows a `TextScene`. Geometry it gives is in viewport coordinates."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setViewport(QWidget())  # PySide would make 62 classes to find out what Qt's own is
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.viewport().setAutoFillBackground(False)
        self.verticalScrollBar().setSingleStep(_STEP)
        self._metrics = Metrics(_PLAIN)
        self._painter = TextPainter(self._metrics)
        self._left, width = self._metrics.column(self.viewport().width())
        self._page = Page(self._metrics, width)
        self._scroller = Scroller(self._page)
        self._scene = TextScene("")
        self._shown = Shown()
        self._ready: list[Page] = []
        self._ring = False
        self._following = False

    # -- contents

    def scene(self) -> TextScene:
        """Return what is shown."""
        return self._scene

    def set_style(self, style: Style) -> None:
        """Draw in other colours or fonts; what is read stays in place."""
        self._metrics = Metrics(style)
        self._painter = TextPainter(self._metrics)
        place = self._scroller.first_position()
        self._left, width = self._metrics.column(self.viewport().width())
        self._page.set_metrics(self._metrics, width)
        self._scroller.restore(*place)
        self._sync()
        self.viewport().update()

    def set_scene(self, scene: TextScene) -> None:
        """Show a scene.

        Of the same text only the paragraphs whose marks changed are arranged again and nothing
        moves; another text is shown from its top.
        """
        old, self._scene = self._scene, scene
        if scene.text is not old.text and scene.text != old.text:
            self._turn_to(scene)
            self._scroller.show(0, -self._page.top_of(0))
            self._shown = replace(
                self._shown, selected=scene.selected, found=None, muted=None, signs=()
            )
            self._sync()
            self.viewport().update()
            return
        if (scene.heading, scene.title, scene.facts) != (old.heading, old.title, old.facts):
            place = self._scroller.first_position()
            self._page.set_scene(scene)
            self._scroller.restore(*place)
            self._sync()
            self.viewport().update()
        else:
            self._show_marks(scene.marks)
        self.set_selected(scene.selected)

    def prepare(self, scene: TextScene) -> Iterator[None]:
        """Arrange a text that may be shown next, as far as it will be seen; a slice each step.

        It is used when that text is shown at this width in this style; otherwise it is forgotten.
        """
        page = Page(self._metrics, self._page.width)
        page.set_scene(scene)
        yield
        index = 0
        while index < page.count and page.top_of(index) < self.viewport().height():
            page.paragraph(index)
            yield
            index += 1
        self._keep(page)

    def _turn_to(self, scene: TextScene) -> None:
        """Take another text: from what was prepared, if it is there and fits."""
        fitting = (
            page
            for page in self._ready
            if page.scene.text is scene.text
            and page.metrics is self._metrics
            and page.width == self._page.width
            and (page.scene.heading, page.scene.title, page.scene.facts)
            == (scene.heading, scene.title, scene.facts)
        )
        ready = next(fitting, None)
        left = self._page.leave()
        if ready is None:
            self._page.set_scene(scene)
        else:
            self._ready.remove(ready)
            self._page.take(ready)
            self._page.scene = scene
            self._page.set_marks(scene.marks)
        self._keep(left)

    def _keep(self, page: Page) -> None:
        self._ready = [one for one in self._ready if one.scene.text is not page.scene.text]
        self._ready = [*self._ready[1 - _MOST_READY :], page]

    def set_selected(self, key: str) -> None:
        """Put the accent ring around another mark, or around none (empty key)."""
        if key == self._shown.selected:
            return
        for one in (self._shown.selected, key):
            mark = self.mark(one)
            if mark is not None:
                self._update_positions(mark.start, mark.end)
        self._shown = replace(self._shown, selected=key)

    def set_found(self, found: Found | None) -> None:
        """Mark what was looked for, quietly; None, or another text, ends it."""
        self._shown = replace(self._shown, found=found)
        self.viewport().update()

    def set_muted(self, muted: Found | None) -> None:
        """Write stretches in a quieter ink; None, or another text, ends it."""
        self._shown = replace(self._shown, muted=muted)
        self.viewport().update()

    def fact_at(self, point: QPoint) -> Fact | None:
        """Return the fact under a point of the viewport, None beside all of them."""
        top = self._page.header_top() - self._scroller.top
        return self._page.header.fact_at(point.x() - self._left, point.y() - top)

    def set_signs(self, starts: tuple[int, ...]) -> None:
        """Put a small sign at words that have a note, by their start; another text ends it."""
        if starts != self._shown.signs:
            self._shown = replace(self._shown, signs=starts)
            self.viewport().update()

    def mark(self, key: str) -> Mark | None:
        """Return the mark with a key."""
        return next((mark for mark in self._page.marks if mark.key == key), None) if key else None

    def _show_marks(self, marks: tuple[Mark, ...]) -> None:
        """Arrange what changed, repaint that alone unless a line grew."""
        page, scroller = self._page, self._scroller
        seen = scroller.visible()
        before = {index: page.height_of(index) for index in seen}
        place = scroller.first_position()
        touched = page.set_marks(marks)
        if any(page.height_of(index) != height for index, height in before.items()):
            scroller.restore(*place)
            self._sync()
            self.viewport().update()
            return
        for index in touched.intersection(seen):
            self._update_piece(index)

    # -- places

    def mark_rect(self, key: str) -> QRect:
        """Return the rectangle around a mark's first piece (empty if there is no such mark)."""
        mark = self.mark(key)
        return QRect() if mark is None else self.range_rect(*mark.stretches[0])

    def character_rect(self, position: int) -> QRect:
        """Return the rectangle of a character; behind the text and at line ends the caret's."""
        rect = self.range_rect(position, position + 1)
        return rect if not rect.isNull() else self.caret_rect(position)

    def range_rect(self, start: int, end: int) -> QRect:
        """Return the rectangle around the characters `start`..`end`."""
        page = self._page
        around = QRectF()
        for index, box in page.boxes(
            start, end, range(page.index_of(start), page.index_of(max(start, end - 1)) + 1)
        ):
            around |= self._on_screen(index, box)
        return around.toAlignedRect()

    def caret_rect(self, position: int) -> QRect:
        """Return where a caret at `position` is drawn."""
        index = self._page.index_of(position)
        box = TextPainter.caret_box(self._page.paragraph(index), position)
        return box.translated(self._left, self._scroller.screen_top(index)).toAlignedRect()

    def reveal(self, start: int, end: int) -> None:
        """Scroll as little as needed to see `start`..`end`; its beginning if it is too long."""
        first, last = self._page.index_of(start), self._page.index_of(max(start, end - 1))
        upper = self._line_at(first, start).top
        lower = self._line_at(last, max(start, end - 1)).bottom
        scroller, page = self._scroller, self._page
        seen = scroller.visible()
        height = self.viewport().height()
        sight = min(_SIGHT, height // 4)
        top = scroller.screen_top(first) + upper
        above = first < seen.start or (first in seen and top < sight)
        below = last >= seen.stop or (
            last in seen and scroller.screen_top(last) + lower > height - sight
        )
        if above or (below and first not in seen and first < seen.stop):
            self._scroll(first, upper - sight if (first, upper) != (0, 0.0) else -page.top_of(0))
        elif below:
            self._scroll(last, lower + sight - height)
            if first in scroller.visible() and scroller.screen_top(first) + upper >= sight:
                return
            if first != last or lower - upper > height - 2 * sight:
                self._scroll(first, upper - sight)

    def hit(self, point: QPoint) -> Hit:
        """Return what is at a point of the viewport; beside the text what is nearest."""
        index, paragraph = self._piece_at(point.y())
        x = point.x() - self._left
        y = point.y() - self._scroller.screen_top(index)
        number = paragraph.line_at(y)
        line = paragraph.lines[number]
        inside = line.top <= y < line.bottom
        character = paragraph.character_at(x, number) if inside else None
        stack: tuple[str, ...] = ()
        if character is not None:
            stack = stack_at(self._page.marks_of(index), *character)
        chip = chip_at(line, x, y) if inside else ""
        found = None
        if self._shown.selected and not chip:
            found = edge_at(line, self._shown.selected, x, y)
        first = None if character is None else character[0]
        hit = Hit(paragraph.position_at(x, number), first, stack, chip)
        return hit if found is None else replace(hit, edge=found[0], piece=found[1])

    def _piece_at(self, y: float) -> tuple[int, Paragraph]:
        seen = self._scroller.visible()
        top = self._scroller.screen_top(seen.start)
        for index in seen:
            top += self._page.height_of(index)
            if y < top:
                return index, self._page.paragraph(index)
        return seen[-1], self._page.paragraph(seen[-1])

    def _line_at(self, index: int, position: int) -> Box:
        paragraph = self._page.paragraph(index)
        line = paragraph.lines[paragraph.line_of(position)]
        return Box(0.0, line.top, 0.0, line.bottom)

    def _on_screen(self, index: int, box: Box) -> QRectF:
        top = self._scroller.screen_top(index)
        return QRectF(
            box.left + self._left, box.top + top, box.right - box.left, box.bottom - box.top
        )

    # -- repainting

    def _update_piece(self, index: int) -> None:
        top = int(self._scroller.screen_top(index))
        height = int(self._page.height_of(index))
        self.viewport().update(0, top - _SPILL, self.viewport().width(), height + 2 * _SPILL)

    def _update_positions(self, start: int, end: int) -> None:
        """Repaint the lines of `start`..`end` as far as they are seen."""
        page = self._page
        for index in self._scroller.visible():
            if page.start_of(index) <= end and page.end_of(index) >= start:
                paragraph = page.paragraph(index)
                first = paragraph.lines[paragraph.line_of(max(start, paragraph.start))]
                last = paragraph.lines[paragraph.line_of(min(end, paragraph.end))]
                top = int(self._scroller.screen_top(index) + first.top) - _SPILL
                height = int(last.bottom - first.top) + 2 * _SPILL
                self.viewport().update(0, top, self.viewport().width(), height)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        clip = QRectF(event.rect())
        painter.fillRect(clip, self._painter.inks.background)
        page, scroller = self._page, self._scroller
        seen = scroller.visible()
        header_top = page.header_top() - scroller.top
        if header_top < clip.bottom() and header_top + page.header.height > clip.top():
            page.header.paint(painter, self._left, header_top)
        pieces = ((index, scroller.screen_top(index)) for index in seen)
        self._painter.paint(painter, page, pieces, self._left, clip, self._shown)
        if self._ring:
            painter.setPen(QPen(QColor(self._metrics.style.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.viewport().rect()).adjusted(2, 2, -2, -2), 4, 4)
        painter.end()

    # -- scrolling

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        place = self._scroller.first_position()
        self._left, width = self._metrics.column(self.viewport().width())
        changed = width != self._page.width
        self._page.set_width(width)
        self._scroller.height = self.viewport().height()
        if changed:
            self._scroller.restore(*place)
        else:
            self._scroller.settle()
        self._sync()
        super().resizeEvent(event)

    @override
    def scrollContentsBy(self, dx: int, dy: int) -> None:
        if self._following:
            return
        scroller, bar = self._scroller, self.verticalScrollBar()
        index, before = scroller.index, scroller.screen_top(scroller.index)
        if bar.value() <= 0:
            scroller.show(0, -self._page.top_of(0))
        elif bar.value() >= bar.maximum():
            scroller.jump_to_end()
        elif abs(dy) > _FAR * scroller.height:
            scroller.jump_to(bar.value())
        else:
            scroller.move_by(-dy)
        self._sync()
        moved = scroller.screen_top(index) - before
        if self._ring or abs(moved) >= scroller.height:
            self.viewport().update()
        else:
            self.viewport().scroll(0, int(moved), self.viewport().rect())

    def _scroll(self, index: int, offset: float) -> None:
        self._scroller.show(index, offset)
        self._sync()
        self.viewport().update()

    def _sync(self) -> None:
        """Let the scroll bar tell where we are, as far as the estimates know."""
        bar = self.verticalScrollBar()
        height = self.viewport().height()
        self._following = True
        try:
            bar.setPageStep(height)
            bar.setRange(0, max(0, int(self._page.height) - height))
            bar.setValue(int(self._scroller.top))
        finally:
            self._following = False
