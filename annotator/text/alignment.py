"""Where the words of one article stand in another version of it.

Words are compared as they are read: case and compatibility forms make no difference. What stands
between two words that stand together in both texts (blanks, signs) may differ.
"""

import re
import unicodedata
from bisect import bisect_right
from difflib import SequenceMatcher
from typing import Final, NamedTuple

MOST_WORDS: Final = 20_000
"""Longer texts are not aligned: the work grows with the square of the words."""
_WORD: Final = re.compile(r"\w+")


class _Run(NamedTuple):
    """Words that stand in both texts in the same order: numbers of the first ones, and how many."""

    here: int
    there: int
    length: int


class Alignment:
    """From places in `source` to places in `target`, both in code points, ends exclusive."""

    def __init__(self, source: str, target: str) -> None:
        self._source, self._target = source, target
        self._from, self._to = _words(source), _words(target)
        self._starts = [start for start, _ in self._from]
        self._runs: list[_Run] = []
        if len(self._from) <= MOST_WORDS and len(self._to) <= MOST_WORDS:
            matcher = SequenceMatcher(
                None, _folded(source, self._from), _folded(target, self._to), autojunk=False
            )
            self._runs = [_Run(*run) for run in matcher.get_matching_blocks() if run.size]
        self._run_starts = [run.here for run in self._runs]

    def place(self, start: int, end: int) -> tuple[int, int] | None:
        """Return where [start, end) of the source stands in the target, None where it does not.

        Every word it touches must stand there, in one piece and without a word between. A place
        that begins or ends inside a word, or with signs, does so there too; the words between may
        not differ in more than case and compatibility forms.
        """
        first = bisect_right(self._starts, start) - 1
        if first < 0 or self._from[first][1] <= start:
            first += 1
        last = bisect_right(self._starts, end - 1) - 1
        if not first <= last:
            return None
        at = bisect_right(self._run_starts, first) - 1
        if at < 0 or last >= self._runs[at].here + self._runs[at].length:
            return None
        shift = self._runs[at].there - self._runs[at].here
        left = self._to[first + shift][0] - (self._from[first][0] - start)
        right = self._to[last + shift][1] - (self._from[last][1] - end)
        return (left, right) if self._reads_the_same(start, end, left, right) else None

    def _reads_the_same(self, start: int, end: int, left: int, right: int) -> bool:
        if not 0 <= left < right <= len(self._target):
            return False
        return _read(self._source[start:end]) == _read(self._target[left:right])


def _words(text: str) -> list[tuple[int, int]]:
    return [match.span() for match in _WORD.finditer(text)]


def _folded(text: str, words: list[tuple[int, int]]) -> list[str]:
    return [_fold(text[start:end]) for start, end in words]


def _fold(word: str) -> str:
    return unicodedata.normalize("NFKC", word).casefold()


def _read(text: str) -> str:
    """Return a text as it is compared as a whole: blanks of any kind and number are one."""
    return " ".join(_fold(text).split())
