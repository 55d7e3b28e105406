"""The string that is drawn for a text, and the pieces it is laid out in.

Drawn character for character: every replacement is one unit long like what it replaces, so
offsets of the text are offsets of what is drawn. Qt alone would fold line ends, drop U+FEFF and
break paragraphs at U+FDD0 (feasibility, section 3).
"""

import re
import unicodedata
from collections.abc import Sequence
from typing import Final

from PySide6.QtGui import QTextLayout

from annotator.model.offsets import OffsetMap
from annotator.records import Record

LONGEST_PIECE: Final = 4_000
"""UTF-16 units laid out at once."""

_LINE_END = re.compile("\r\n|[\n\r\u2028\u2029]")
_ZERO_WIDTH: Final = "\u200b"
_REPLACEMENT: Final = "\ufffd"
_FIRST_PRINTABLE, _DELETE, _C1_END = 0x20, 0x7F, 0xA0
_PICTURES: Final = 0x2400
_REPLACED: Final = (
    {code: chr(_PICTURES + code) for code in range(_FIRST_PRINTABLE) if code != ord("\t")}
    | {_DELETE: "\u2421"}
    | dict.fromkeys(range(_DELETE + 1, _C1_END), _REPLACEMENT)
    # Qt takes the object character for an inline object and U+FDD0/1 for frame borders.
    | dict.fromkeys((0xFDD0, 0xFDD1, 0xFFFC), _REPLACEMENT)
    | {0xFEFF: _ZERO_WIDTH, ord("\r"): _ZERO_WIDTH, ord("\n"): _ZERO_WIDTH}
    # Qt changes its mind about a soft hyphen's width while it draws.
    | {0x2028: _ZERO_WIDTH, 0x2029: _ZERO_WIDTH, 0xAD: _ZERO_WIDTH}
)
_ODD = re.compile("[\x00-\x08\x0a-\x1f\x7f-\x9f\xad\u2028\u2029\ufdd0\ufdd1\ufeff\ufffc]")
_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc"
    "\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_DIRECTION_MARK = re.compile("[\u202a-\u202e\u2066-\u2069]")
_ONE_BY_ONE = re.compile("[\x00-\u02ff\u2010-\u2027\u2030-\u205e\u20a0-\u20bf]*")
_LAST_BLANK = re.compile("(?s:.*)[ \t\u3000]")


def display_string(text: str) -> str:
    """Return what is drawn for `text`, as long as it in code points and in UTF-16 units."""
    return text.translate(_REPLACED) if _ODD.search(text) else text


def directions(paragraph: str, lines: Sequence[tuple[int, int]]) -> tuple[bool, list[bool]]:
    """Tell whether a paragraph runs leftwards, and for each line whether any of it may."""
    if _RIGHT_TO_LEFT.search(paragraph) is None:
        return False, [False] * len(lines)
    strong = (unicodedata.bidirectional(character) for character in paragraph)
    leftwards = next((kind for kind in strong if kind in {"L", "R", "AL"}), "L") != "L"
    if leftwards or _DIRECTION_MARK.search(paragraph):
        return leftwards, [True] * len(lines)
    return False, [_RIGHT_TO_LEFT.search(paragraph, *line) is not None for line in lines]


def is_simple(text: str) -> bool:
    """Tell whether each character of `text` surely is a grapheme of its own (false: perhaps)."""
    return _ONE_BY_ONE.fullmatch(text) is not None


class Pieces(Record):
    """Where the pieces of a text start and end (code points), and which close a paragraph."""

    starts: list[int]
    ends: list[int]
    closes: list[bool]

    def __len__(self) -> int:
        return len(self.starts)


def pieces(text: str, offsets: OffsetMap) -> Pieces:
    """Cut a text at its line ends, and long paragraphs at a blank every 4,000 units or less.

    At least one piece, be it empty. Line ends belong to no piece. Where no blank is near, the cut
    is between two graphemes.
    """
    found = [match.span() for match in _LINE_END.finditer(text)]
    starts = [0, *(end for _, end in found)]
    ends = [*(start for start, _ in found), len(text)]
    closes = [True] * len(starts)
    if any(end - start > LONGEST_PIECE // 2 for start, end in zip(starts, ends, strict=True)):
        return _shortened(text, offsets, starts, ends)
    return Pieces(starts, ends, closes)


def _shortened(
    text: str, offsets: OffsetMap, paragraph_starts: list[int], paragraph_ends: list[int]
) -> Pieces:
    starts: list[int] = []
    ends: list[int] = []
    closes: list[bool] = []
    for start, end in zip(paragraph_starts, paragraph_ends, strict=True):
        at = start
        last = offsets.to_utf16(end)
        while last - (units := offsets.to_utf16(at)) > LONGEST_PIECE:
            cut = _cut(text, at, offsets.from_utf16(units + LONGEST_PIECE))
            starts.append(at)
            ends.append(cut)
            closes.append(False)
            at = cut
        starts.append(at)
        ends.append(end)
        closes.append(True)
    return Pieces(starts, ends, closes)


def _cut(text: str, start: int, limit: int) -> int:
    """Return the last good place to cut in `start`..`limit`.

    Graphemes are those of `QTextLayout`, which also draws them; `QTextBoundaryFinder` in PySide6
    6.11 looks at a string that is gone already, and answers at random.
    """
    blank = _LAST_BLANK.match(text, (start + limit) // 2, limit)
    if blank and _is_boundary(text[blank.end() - 1 : blank.end() + 1]):
        return blank.end()
    around = text[start : limit + 1]
    inside = OffsetMap(around)
    layout = QTextLayout(around)
    unit = inside.to_utf16(limit - start)
    while (
        not layout.isValidCursorPosition(unit) or inside.to_utf16(inside.from_utf16(unit)) != unit
    ):
        unit = layout.previousCursorPosition(unit)
    before = inside.from_utf16(unit)
    return start + before if before > 0 else limit


def _is_boundary(pair: str) -> bool:
    """Tell whether two characters, the first in the basic plane, are two graphemes."""
    return QTextLayout(pair).isValidCursorPosition(1)
