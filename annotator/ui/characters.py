"""Steps by what a person calls a character: a letter with its accents, a family of emoji."""

from PySide6.QtCore import QTextBoundaryFinder

from annotator.model.offsets import OffsetMap

_REACH = 64
"""Code points looked at on each side: longer than any emoji sequence in use."""


def next_character(text: str, position: int) -> int:
    """Return the end of the character that starts at or covers `position` (code points)."""
    window = text[position : position + _REACH]
    if not window:
        return position
    finder, offsets = _finder(window)
    finder.setPosition(0)
    return position + offsets.from_utf16(max(0, finder.toNextBoundary()))


def previous_character(text: str, position: int) -> int:
    """Return the start of the character that ends at or covers `position` (code points)."""
    first = max(0, position - _REACH)
    window = text[first:position]
    if not window:
        return position
    finder, offsets = _finder(window)
    finder.toEnd()
    return first + offsets.from_utf16(max(0, finder.toPreviousBoundary()))


def _finder(window: str) -> tuple[QTextBoundaryFinder, OffsetMap]:
    kind = QTextBoundaryFinder.BoundaryType.Grapheme
    return QTextBoundaryFinder(kind, window), OffsetMap(window)
