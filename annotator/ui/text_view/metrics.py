"""Fonts and distances, made once a style; layout and painter take the same numbers from here."""

from math import ceil
from typing import Final

from PySide6.QtGui import QFont, QFontMetricsF

from annotator.ui.text_view.scene import Mark, Spacing, Style

MARGIN: Final = 28
"""Least distance of the column from the sides, pixels."""
LINE_WIDTH: Final = 2.0
LINE_ZONE: Final = 3.0
"""What the line below a tint may take: thick and double ones are wider."""
LANE_GAP: Final = 2.0
RING_DISTANCE: Final = 3.0
RING_WIDTH: Final = 2.0
RADIUS: Final = 4.0
PAD: Final = 1.0
"""How far a tint reaches beyond its characters, above, below and at the sides."""
WARNING_SIZE: Final = 9.0
CHIP_GAP: Final = 4.0
CAP_HEIGHT: Final = 15.0
_CAP_SIZE: Final = 11
_CAP_PAD: Final = 4.0
_EMPTY_PARAGRAPH: Final = 8.0
_GAPS: Final = {Spacing.TIGHT: 8.0, Spacing.NORMAL: 14.0, Spacing.WIDE: 22.0}
"""Between two paragraphs."""
_WIDER: Final = 0.45
"""Room between lines that are wide apart, as a share of the text's size."""
_KEPT_BLANK: Final = 1.5
"""What stays empty above capitals where lines are tight."""
_NARROWEST: Final = 80.0


def font_of(family: str, size: float, weight: QFont.Weight) -> QFont:
    """Return a font of `size` pixels."""
    made = QFont(family)
    made.setPixelSize(round(size))
    made.setWeight(weight)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made


class Kind:
    """Font and line heights of one kind of paragraph: body or heading.

    `tight` lines give up most of what is empty above capitals, `trim` pixels.
    """

    def __init__(self, font: QFont, room: float, *, roomy: bool, tight: bool = False) -> None:
        metrics = QFontMetricsF(font)
        self.font = font
        # whole pixels: baselines and lines below the text stay sharp
        self.ascent = ceil(metrics.ascent() - 0.1)
        self.trim = max(0, int(self.ascent - metrics.capHeight() - _KEPT_BLANK)) if tight else 0
        self.ascent -= self.trim
        self.descent = round(metrics.descent())
        self.blank = self.ascent - metrics.capHeight()
        """Height of what is empty above capitals."""
        self.pitch = self.ascent + self.descent + room
        """Height of a line without marks."""
        self.average = metrics.horizontalAdvance("bagi amplop di desa itu") / 23
        self.roomy = roomy


class Metrics:
    """All numbers of a view in one style."""

    def __init__(self, style: Style) -> None:
        self.style = style
        self.chip_font = font_of(style.family, style.chip_size, QFont.Weight.Bold)
        self.chip_font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 0.3)
        self.note_font = font_of(style.family, style.chip_size, QFont.Weight.Normal)
        self.guess_font = QFont(self.note_font)
        self.guess_font.setItalic(True)
        self.fact_font = font_of(style.family, 13, QFont.Weight.Normal)
        self.fact_chip_font = font_of(style.family, 12.5, QFont.Weight.Medium)
        self.cap_font = font_of(style.family, _CAP_SIZE, QFont.Weight.Bold)
        self._cap_metrics = QFontMetricsF(self.cap_font)
        chip = QFontMetricsF(self.chip_font)
        self._chip_metrics = chip
        self._note_metrics = QFontMetricsF(self.note_font)
        self.chip_ascent = chip.ascent()
        self.cap_height = chip.capHeight()
        self.chip_height = float(round(self.cap_height + 4))
        self.chip_zone = float(round(self.cap_height + 5))
        """From the line's top to the tint on lane 0."""
        family = style.text_family or style.family
        body = font_of(family, style.size, QFont.Weight.Normal)
        heading = font_of(family, style.heading_size, QFont.Weight.Bold)
        # room for chip and line even where there is no mark: labelling does not move the text
        room = style.arc_room + self.chip_zone + 2 * PAD + LINE_ZONE
        tight = style.spacing is Spacing.TIGHT
        if style.spacing is Spacing.WIDE:
            room += round(style.size * _WIDER)
        self.body = Kind(body, room, roomy=True, tight=tight)
        self.heading = Kind(heading, 0, roomy=False)
        self.paragraph_gap = _GAPS[style.spacing]
        self.empty_height = _EMPTY_PARAGRAPH
        self._widths: dict[tuple[str, bool], float] = {}

    def column(self, width: float) -> tuple[float, float]:
        """Return left edge and width of the text column in a viewport `width` pixels wide."""
        column = max(_NARROWEST, min(self.style.measure, width - 2 * MARGIN))
        return max(0.0, float(int((width - column) / 2))), column

    def lane_height(self, *, chips: bool) -> float:
        """Return what a lane after the first adds below: its line, and room for chips if any."""
        return LINE_ZONE + LANE_GAP + (self.chip_height if chips else 0.0)

    def code_width(self, code: str) -> float:
        """Width of the bold part of a chip."""
        return self._width(code, bold=True)

    def note_width(self, note: str) -> float:
        """Width of the light part of a chip."""
        return self._width(note, bold=False)

    def cap_width(self, letters: str) -> float:
        """Width of a key cap."""
        width = self._cap_metrics.horizontalAdvance(letters) + 2 * _CAP_PAD
        return max(CAP_HEIGHT, float(round(width)))

    def chip_width(self, mark: Mark, *, note: bool = True) -> float:
        """Width of a mark's whole chip, with or without its note."""
        width = self.code_width(mark.code)
        if mark.incomplete:
            width += 2 + WARNING_SIZE
        if note and mark.note:
            width += CHIP_GAP + self.note_width(mark.note)
        return width

    def _width(self, words: str, *, bold: bool) -> float:
        known = self._widths.get((words, bold))
        if known is None:
            metrics = self._chip_metrics if bold else self._note_metrics
            known = self._widths[words, bold] = metrics.horizontalAdvance(words)
        return known
