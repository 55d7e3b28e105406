"""The surroundings of a place in a text, as lists show them: one line, offsets kept."""

import re
from collections.abc import Iterable
from typing import Final, NamedTuple

from annotator.text.folding import words_of

_BLANK: Final = re.compile(r"[\s\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
"""What would break a line or turn it around; each becomes one blank, so that places stay."""
_CUT: Final = "…"
_SLACK: Final = 18
"""How far a cut may move so as not to go through a word."""


class Snippet(NamedTuple):
    """A stretch of text in one line; `marks` are places in `text`, in code points."""

    text: str
    marks: tuple[tuple[int, int], ...]


class Context(NamedTuple):
    """A hit with what stands before and after it, in one line."""

    left: str
    word: str
    right: str


def snippet(
    text: str, hits: Iterable[tuple[int, int]], start: int, *, before: int, after: int
) -> Snippet:
    """Return what stands around a hit that begins at `start`, all hits inside marked."""
    first = _word_start(text, max(0, start - before))
    last = _word_end(text, min(len(text), start + after))
    lead = _CUT if first else ""
    shift = len(lead) - first
    marks = tuple(
        (max(one, first) + shift, min(end, last) + shift)
        for one, end in hits
        if one < last and end > first
    )
    tail = _CUT if last < len(text) else ""
    return Snippet(lead + _BLANK.sub(" ", text[first:last]) + tail, marks)


def context(text: str, start: int, end: int, width: int) -> Context:
    """Return a hit with up to `width` code points on either side."""
    return Context(
        one_line(text[max(0, start - width) : start]),
        one_line(text[start:end]),
        one_line(text[end : end + width]),
    )


def one_line(text: str) -> str:
    """Return a text in one line, of the same length."""
    return _BLANK.sub(" ", text)


def left_key(line: Context) -> tuple[list[str], str]:
    """Sort by the words before a hit, the nearest first."""
    return words_of(line.left)[:-6:-1], line.word


def right_key(line: Context) -> tuple[list[str], str]:
    """Sort by the words after a hit."""
    return words_of(line.right)[:5], line.word


def _word_start(text: str, position: int) -> int:
    """Return a start not inside a word, at most a little later."""
    if position == 0 or not text[position - 1].isalnum():
        return position
    for place in range(position, min(len(text), position + _SLACK)):
        if not text[place].isalnum():
            return place + 1
    return position


def _word_end(text: str, position: int) -> int:
    """Return an end not inside a word, at most a little earlier."""
    if position >= len(text) or not text[position].isalnum():
        return position
    for place in range(position, max(0, position - _SLACK), -1):
        if not text[place - 1].isalnum():
            return place - 1
    return position
