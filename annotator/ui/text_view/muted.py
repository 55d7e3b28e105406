"""Stretches in a quieter ink: what stands on the page and is no part of the story."""

from collections.abc import Iterable, Iterator, Sequence

from PySide6.QtGui import QBrush, QColor, QTextCharFormat, QTextLayout

from annotator.ui.text_view.found import Found
from annotator.ui.text_view.geometry import Line
from annotator.ui.text_view.paragraph import Paragraph

Range = tuple[int, int]


def muted_formats(
    paragraph: Paragraph,
    lines: Sequence[Line],
    muted: Found,
    grounds: Iterable[Range],
    ink: QColor,
) -> Iterator[QTextLayout.FormatRange]:
    """Yield how the muted stretches in some lines of a paragraph are written.

    On `grounds` (marks, the selection, what was found) the text keeps its ink: the quieter one is
    readable on the plain ground only.
    """
    start, end = lines[0].start, lines[-1].end
    taken = sorted(place for place in grounds if place[0] < end and start < place[1])
    for stretch in muted.between(start, end):
        for first, last in _free(stretch, taken):
            yield coloured(paragraph, first, last, ink)


def coloured(paragraph: Paragraph, start: int, end: int, ink: QColor) -> QTextLayout.FormatRange:
    """Return what draws `start`..`end` in an ink."""
    made = QTextLayout.FormatRange()
    made.start = paragraph.unit(start)
    made.length = paragraph.unit(end) - made.start
    words = QTextCharFormat()
    words.setForeground(QBrush(ink))
    made.format = words
    return made


def _free(stretch: Range, taken: Sequence[Range]) -> Iterator[Range]:
    """Yield what is left of a stretch without the ranges taken, which are in order."""
    position, end = stretch
    for one, other in taken:
        if position < min(one, end):
            yield position, min(one, end)
        position = max(position, other)
    if position < end:
        yield position, end
