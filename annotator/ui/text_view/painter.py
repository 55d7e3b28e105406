"""Draws what the layout placed: tints under the text, lines, chips and rings over it."""

from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import replace
from types import MappingProxyType

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QFont,
    QPainter,
    QPen,
    QPolygonF,
    QStaticText,
    QTextLayout,
)

from annotator.records import Record
from annotator.ui.text_view.found import Found, paint_found
from annotator.ui.text_view.geometry import Box, Chip, Fragment, Line
from annotator.ui.text_view.inks import Ink, Inks
from annotator.ui.text_view.layout import Page
from annotator.ui.text_view.metrics import (
    CHIP_GAP,
    LINE_WIDTH,
    LINE_ZONE,
    PAD,
    RADIUS,
    RING_DISTANCE,
    RING_WIDTH,
    WARNING_SIZE,
    Metrics,
)
from annotator.ui.text_view.muted import coloured, muted_formats
from annotator.ui.text_view.paragraph import Paragraph
from annotator.ui.text_view.scene import Border
from annotator.ui.text_view.signs import paint_signs
from annotator.ui.text_view.threads import paint_thread

_CHIP_LIFT = 2.0
"""How far the ring pushes the chip of the selected mark up."""
_REACH = 10.0
"""How far anything of a line is drawn beyond it."""
_DIM_SIGN = 0.35
_CORNER = 6.0
_CARET_WIDTH = 1.5
_LINE_END_WIDTH = 5.0
_DASH = [3.0, 2.0]
_DOT = [1.0, 1.0]


class Shown(Record):
    """What is drawn besides text and marks; `caret` is None while it is not lit.

    While there are `targets` (mark to hint letters), the other marks are dim. `beside` tells where
    key caps over the text end, by the position they stand over: chips there begin after them.
    `hovered` is the mark in pieces under the mouse. `found` are stretches that were looked for,
    `muted` those in a quieter ink, `remarked` marks about which there is a remark, `signs` the
    beginnings of words with a note.
    """

    selected: str = ""
    hovered: str = ""
    selection: tuple[int, int] | None = None
    caret: int | None = None
    targets: Mapping[str, str] | None = None
    beside: Mapping[int, float] = MappingProxyType({})
    found: Found | None = None
    muted: Found | None = None
    remarked: AbstractSet[str] = frozenset()
    signs: tuple[int, ...] = ()

    def is_dim(self, key: str) -> bool:
        return self.targets is not None and key not in self.targets


class TextPainter:
    """Paints paragraphs in one style."""

    def __init__(self, metrics: Metrics) -> None:
        self.metrics = metrics
        self.inks = Inks(metrics.style)
        self._words: dict[tuple[str, str], QStaticText] = {}
        size = WARNING_SIZE
        self._warning = QPolygonF([QPointF(size / 2, 0.0), QPointF(size, size), QPointF(0.0, size)])

    def paint(
        self,
        painter: QPainter,
        page: Page,
        pieces: Iterable[tuple[int, float]],
        left: float,
        clip: QRectF,
        shown: Shown,
    ) -> None:
        """Draw pieces, given as their number and the y of their top, as far as `clip` sees them."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for index, top in pieces:
            height = page.height_of(index)
            if top - _REACH > clip.bottom() or top + height + _REACH < clip.top():
                continue
            paragraph = page.paragraph(index)
            painter.translate(left, top)
            above, below = clip.top() - top - _REACH, clip.bottom() - top + _REACH
            lines = [line for line in paragraph.lines if line.bottom > above and line.top < below]
            self._paint_lines(painter, paragraph, lines, shown, closes=page.closes(index))
            if shown.caret is not None and page.index_of(shown.caret) == index:
                painter.fillRect(self.caret_box(paragraph, shown.caret), self.inks.text)
            painter.translate(-left, -top)

    @staticmethod
    def caret_box(paragraph: Paragraph, position: int) -> QRectF:
        """Return where the caret is drawn, relative to the paragraph."""
        number, x = paragraph.caret_x(min(max(position, paragraph.start), paragraph.end))
        line = paragraph.lines[number]
        height = line.text_bottom - line.text_top
        return QRectF(round(x) - _CARET_WIDTH / 2, line.text_top - 1, _CARET_WIDTH, height + 2)

    def _paint_lines(
        self,
        painter: QPainter,
        paragraph: Paragraph,
        lines: list[Line],
        shown: Shown,
        *,
        closes: bool,
    ) -> None:
        if not lines:
            return
        formats = self._tints(painter, paragraph, lines, shown)
        if shown.muted is not None:
            formats += muted_formats(
                paragraph, lines, shown.muted, _grounds(lines, shown), self.inks.muted
            )
        if shown.found is not None:
            paint_found(painter, paragraph, lines, shown.found, self.inks.found)
        if shown.selection is not None:
            self._selection(painter, paragraph, lines, shown.selection, closes=closes)
        painter.setPen(self.inks.text)
        clip = QRectF(-_REACH, lines[0].top, 1e6, lines[-1].bottom - lines[0].top)
        paragraph.layout.draw(painter, QPointF(0.0, 0.0), formats, clip)
        if shown.signs:
            paint_signs(painter, paragraph, lines, shown.signs, self.inks.accent)
        for line in lines:
            for fragment in line.fragments:
                self._over_text(painter, paragraph, line, fragment, shown)
            for box, words in line.more:
                painter.setPen(self.inks.muted)
                self._draw_words(painter, words, box.left, box.bottom - 2, self.metrics.chip_font)

    def _tints(
        self, painter: QPainter, paragraph: Paragraph, lines: list[Line], shown: Shown
    ) -> list[QTextLayout.FormatRange]:
        """Draw all tints; return the colours of the text on them where they are not the plain."""
        formats: list[QTextLayout.FormatRange] = []
        for line in lines:
            for fragment in line.fragments:
                if fragment.lane == 0:
                    ink = self.inks.of(fragment.mark, dim=shown.is_dim(fragment.mark.key))
                    self._tint(painter, fragment, ink)
                    if ink.text != self.inks.text:
                        formats.append(coloured(paragraph, fragment.start, fragment.end, ink.text))
        return formats

    def _over_text(
        self,
        painter: QPainter,
        paragraph: Paragraph,
        line: Line,
        fragment: Fragment,
        shown: Shown,
    ) -> None:
        ink = self.inks.of(fragment.mark, dim=shown.is_dim(fragment.mark.key))
        self._line_below(painter, fragment, ink)
        is_selected = fragment.mark.key == shown.selected
        if fragment.mark.pieces:
            is_lit = is_selected or fragment.mark.key == shown.hovered
            paint_thread(painter, paragraph, line, fragment, ink.line, lit=is_lit)
        if fragment.chip is not None:
            lift = _CHIP_LIFT if is_selected and fragment.lane == 0 else 0.0
            chip = fragment.chip
            if letters := (shown.targets or {}).get(fragment.mark.key):
                chip = _beside(chip, chip.box.left + self.metrics.cap_width(letters) + CHIP_GAP)
            elif fragment.lane == 0 and fragment.start in shown.beside:
                chip = _beside(chip, shown.beside[fragment.start] + CHIP_GAP / 2)
            dim = shown.is_dim(fragment.mark.key)
            self._chip(painter, chip, ink, lift, dim=dim, guessed=fragment.mark.guessed)
        if fragment.closes and fragment.mark.key in shown.remarked:
            self._corner(painter, fragment, ink)
        if is_selected:
            self._ring(painter, paragraph, line, fragment)

    @staticmethod
    def _corner(painter: QPainter, fragment: Fragment, ink: Ink) -> None:
        """Draw a small triangle in the upper corner at the end of a mark."""
        box = fragment.boxes[0 if fragment.right_to_left else -1]
        x = round(box.left - PAD) if fragment.right_to_left else round(box.right + PAD)
        inwards = _CORNER if fragment.right_to_left else -_CORNER
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink.line)
        painter.drawPolygon(
            QPolygonF(
                [
                    QPointF(x, box.top),
                    QPointF(x + inwards, box.top),
                    QPointF(x, box.top + _CORNER),
                ]
            )
        )

    def _tint(self, painter: QPainter, fragment: Fragment, ink: Ink) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink.fill)
        begins, ends = fragment.begins, fragment.ends
        opens_left = ends if fragment.right_to_left else begins
        closes_right = begins if fragment.right_to_left else ends
        last = len(fragment.boxes) - 1
        for number, box in enumerate(fragment.boxes):
            area = _area(box, LINE_WIDTH)
            round_left = opens_left and number == 0
            round_right = closes_right and number == last
            if round_left or round_right:
                painter.drawRoundedRect(area, RADIUS, RADIUS)
                middle = area.top() + RADIUS
                square = QRectF(area.left(), middle, area.width(), area.bottom() - middle)
                painter.fillRect(square, ink.fill)
                half = QRectF(area.left(), area.top(), area.width() / 2, RADIUS)
                if not round_left:
                    painter.fillRect(half, ink.fill)
                if not round_right:
                    painter.fillRect(half.translated(area.width() / 2, 0.0), ink.fill)
            else:
                painter.fillRect(area, ink.fill)
            if self.metrics.style.outlined:
                self._frame(painter, area, ink, left=round_left, right=round_right)

    @staticmethod
    def _frame(painter: QPainter, area: QRectF, ink: Ink, *, left: bool, right: bool) -> None:
        """Draw a tint's upper edge and, where the mark begins or ends, its sides."""
        painter.fillRect(QRectF(area.left(), area.top(), area.width(), 1.0), ink.line)
        if left:
            painter.fillRect(QRectF(area.left(), area.top(), 1.0, area.height()), ink.line)
        if right:
            painter.fillRect(QRectF(area.right() - 1, area.top(), 1.0, area.height()), ink.line)

    def _selection(
        self,
        painter: QPainter,
        paragraph: Paragraph,
        lines: list[Line],
        selection: tuple[int, int],
        *,
        closes: bool,
    ) -> None:
        start, end = selection
        if start > paragraph.end or end < paragraph.start:
            return
        first, last = max(start, paragraph.start), min(end, paragraph.end)
        for box in paragraph.boxes(first, last) if first < last else ():
            if box.bottom >= lines[0].top and box.top <= lines[-1].bottom:
                painter.fillRect(_area(box, -2 * PAD), self.inks.selection)
        if closes and start <= paragraph.end < end:  # the line end is selected too
            number, x = paragraph.caret_x(paragraph.end)
            line = paragraph.lines[number]
            height = line.text_bottom - line.text_top + 2 * PAD
            mark = QRectF(round(x), line.text_top - PAD, _LINE_END_WIDTH, height)
            painter.fillRect(mark, self.inks.selection)

    def _line_below(self, painter: QPainter, fragment: Fragment, ink: Ink) -> None:
        border = fragment.mark.border
        for box in fragment.boxes:
            left, right = round(box.left - PAD), round(box.right + PAD)
            top = box.bottom - LINE_WIDTH
            if border is Border.SOLID:
                painter.fillRect(QRectF(left, top, right - left, LINE_WIDTH), ink.line)
            elif border is Border.SOLID_THICK:
                painter.fillRect(QRectF(left, top - 0.5, right - left, LINE_ZONE + 0.5), ink.line)
            elif border in {Border.STRUCK, Border.STRUCK_DASHED}:
                painter.setPen(_pen(ink, 1.0, _DASHES[border]))
                for y in (top + 0.5, top + LINE_ZONE - 0.5):
                    painter.drawLine(QPointF(left, y), QPointF(right, y))
            else:
                thick = border in {Border.DASHED_THICK, Border.DOTTED_THICK}
                width = LINE_ZONE if thick else LINE_WIDTH
                painter.setPen(_pen(ink, width, _DASHES[border]))
                y = top + width / 2
                painter.drawLine(QPointF(left, y), QPointF(right, y))

    def _chip(
        self, painter: QPainter, chip: Chip, ink: Ink, lift: float, *, dim: bool, guessed: bool
    ) -> None:
        baseline = chip.box.bottom - 2 - lift
        x = chip.box.left
        painter.setPen(ink.line)
        if chip.code:
            self._draw_words(painter, chip.code, x, baseline, self.metrics.chip_font)
            x += self.metrics.code_width(chip.code)
        if chip.warning:
            x += 2
            painter.setOpacity(_DIM_SIGN if dim else 1.0)
            self._warning_sign(painter, x, baseline)
            painter.setOpacity(1.0)
            x += WARNING_SIZE
        if chip.note:
            painter.setPen(ink.line)
            font = self.metrics.guess_font if guessed else self.metrics.note_font
            self._draw_words(painter, chip.note, x + CHIP_GAP, baseline, font)

    def _warning_sign(self, painter: QPainter, x: float, baseline: float) -> None:
        """Draw a triangle with an exclamation mark: its shape tells without its colour."""
        size = WARNING_SIZE
        painter.setPen(self.inks.warning_edge)
        painter.setBrush(self.inks.warning)
        painter.drawPolygon(self._warning.translated(x, baseline - size + 0.5))
        middle = x + size / 2
        painter.fillRect(
            QRectF(middle - 0.6, baseline - size + 3.2, 1.2, 3.2), self.inks.background
        )
        painter.fillRect(QRectF(middle - 0.6, baseline - 1.6, 1.2, 1.2), self.inks.background)

    def _ring(
        self, painter: QPainter, paragraph: Paragraph, line: Line, fragment: Fragment
    ) -> None:
        painter.setPen(self.inks.ring)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        top, bottom = paragraph.lane_zone(line, 0)
        away = RING_DISTANCE + RING_WIDTH / 2 - PAD
        for box in fragment.boxes:
            around = QRectF(
                round(box.left - PAD) - away,
                top - away,
                round(box.right + PAD) - round(box.left - PAD) + 2 * away,
                bottom - top + 2 * away,
            )
            painter.drawRoundedRect(around, RADIUS + 1, RADIUS + 1)

    def _draw_words(
        self, painter: QPainter, words: str, x: float, baseline: float, font: QFont
    ) -> None:
        drawn = self._words.get((words, font.key()))
        if drawn is None:
            drawn = QStaticText(words)
            drawn.setTextFormat(Qt.TextFormat.PlainText)
            drawn.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
            drawn.prepare(font=font)
            self._words[words, font.key()] = drawn
        painter.setFont(font)
        painter.drawStaticText(QPointF(x, baseline - self.metrics.chip_ascent), drawn)


_DASHES: dict[Border, list[float]] = {
    Border.DASHED: _DASH,
    Border.DASHED_THICK: _DASH,
    Border.STRUCK: [],
    Border.STRUCK_DASHED: [6.0, 4.0],
    Border.DOTTED: _DOT,
    Border.DOTTED_THICK: _DOT,
}


def _grounds(lines: list[Line], shown: Shown) -> Iterator[tuple[int, int]]:
    """Yield the stretches of some lines that are drawn on a ground of their own."""
    for line in lines:
        for fragment in line.fragments:
            if fragment.lane == 0:
                yield fragment.start, fragment.end
    if shown.selection is not None:
        yield shown.selection
    if shown.found is not None:
        yield from shown.found.between(lines[0].start, lines[-1].end)


def _beside(chip: Chip, left: float) -> Chip:
    """Make room for a key cap; the note gives way."""
    return replace(chip, box=chip.box._replace(left=left), note="")


def _pen(ink: Ink, width: float, dashes: list[float]) -> QPen:
    known = ink.pens.get((width, len(dashes), dashes[0] if dashes else 0.0))
    if known is None:
        known = QPen(ink.line, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)
        if dashes:
            known.setDashPattern(dashes)
        ink.pens[width, len(dashes), dashes[0] if dashes else 0.0] = known
    return known


def _area(box: Box, less: float) -> QRectF:
    """Return a box on whole pixels, a little wider, `less` shorter at the bottom."""
    left, right = round(box.left - PAD), round(box.right + PAD)
    return QRectF(left, box.top, right - left, box.bottom - less - box.top)
