"""Positions in a text, counted three ways.

We count code points. Qt, UIMA, WebAnno and doccano count UTF-16 units, some files count UTF-8
bytes. The only conversions of the program are here.
"""

import re
from bisect import bisect_left

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")


class OffsetMap:
    """Converts positions of one text. Made once a text; 2 ms for 1 MB.

    A position inside a character (between two surrogates, between two bytes of a letter) becomes
    the position *before* that character. Positions outside the text raise ValueError.
    """

    __slots__ = ("_astral", "_astral_utf16", "_bytes", "_length", "_text")

    def __init__(self, text: str) -> None:
        self._text = text
        self._length = len(text)
        self._astral = [match.start() for match in _ASTRAL.finditer(text)]
        self._astral_utf16 = [position + i for i, position in enumerate(self._astral)]
        self._bytes: tuple[list[int], list[int]] | None = None

    @property
    def is_identity(self) -> bool:
        """True when code points and UTF-16 units agree: no character outside the basic plane."""
        return not self._astral

    @property
    def utf16_length(self) -> int:
        """Length of the text in UTF-16 units."""
        return self._length + len(self._astral)

    def to_utf16(self, position: int) -> int:
        """Code points -> UTF-16 units."""
        if not 0 <= position <= self._length:
            raise ValueError(f"position {position} of {self._length}")
        return position + bisect_left(self._astral, position)

    def from_utf16(self, units: int) -> int:
        """UTF-16 units -> code points."""
        if not 0 <= units <= self.utf16_length:
            raise ValueError(f"unit {units} of {self.utf16_length}")
        return units - bisect_left(self._astral_utf16, units)

    def to_bytes(self, position: int) -> int:
        """Code points -> UTF-8 bytes."""
        if not 0 <= position <= self._length:
            raise ValueError(f"position {position} of {self._length}")
        positions, ends = self._byte_table()
        before = bisect_left(positions, position)
        if before == 0:
            return position
        return ends[before - 1] + position - positions[before - 1] - 1

    def from_bytes(self, count: int) -> int:
        """UTF-8 bytes -> code points."""
        positions, ends = self._byte_table()
        total = self.to_bytes(self._length)
        if not 0 <= count <= total:
            raise ValueError(f"byte {count} of {total}")
        passed = bisect_left(ends, count + 1)  # characters that end at or before `count`
        if passed == 0:
            start, end = 0, 0
        else:
            start, end = positions[passed - 1] + 1, ends[passed - 1]
        position = start + count - end
        if passed < len(positions):
            position = min(position, positions[passed])
        return position

    def _byte_table(self) -> tuple[list[int], list[int]]:
        """Positions of the characters beyond ASCII, and the byte just after each."""
        if self._bytes is None:
            positions: list[int] = []
            ends: list[int] = []
            extra = 0
            for match in _NOT_ASCII.finditer(self._text):
                position = match.start()
                extra += len(match.group().encode("utf-8", "surrogatepass")) - 1
                positions.append(position)
                ends.append(position + extra + 1)
            self._bytes = (positions, ends)
        return self._bytes
