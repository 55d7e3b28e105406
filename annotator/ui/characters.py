"""Steps by what a person calls a character: a letter with its accents, a family of emoji.

`QTextLayout` decides, as in the text view: `QTextBoundaryFinder` of PySide6 6.11 may look at a
string that is gone already.
"""

from PySide6.QtGui import QTextLayout

from annotator.model.offsets import OffsetMap

_REACH = 64
"""Code points looked at on each side: longer than any emoji sequence in use."""


def next_character(text: str, position: int) -> int:
    """Return the end of the character that starts at or covers `position` (code points)."""
    window = text[position : position + _REACH]
    if not window:
        return position
    units = QTextLayout(window).nextCursorPosition(0)
    # Qt may stop between the two halves of a character it does not know: that is one step.
    return position + max(1, OffsetMap(window).from_utf16(units))


def previous_character(text: str, position: int) -> int:
    """Return the start of the character that ends at or covers `position` (code points)."""
    first = max(0, position - _REACH)
    window = text[first:position]
    if not window:
        return position
    offsets = OffsetMap(window)
    units = QTextLayout(window).previousCursorPosition(offsets.utf16_length)
    return first + offsets.from_utf16(units)
