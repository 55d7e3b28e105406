"""Letters to type instead of pointing: dealt so that what is wanted most costs one key. Pure."""

from collections.abc import Sequence
from typing import Final

LETTERS: Final = "asdfjklghqwertyuiopzxcvbnm"
"""Hint letters, those under the fingers first."""
_JUST_BEFORE: Final = 3
_ONWARD: Final = 11
"""Words from the caret on that come before those just before it."""
Word = tuple[int, int]
"""Start and end of a word, in code points."""


def deal(count: int, kept: str = "") -> list[str]:
    """Return so many hints, the short ones first; none begins another or `kept`.

    As many as can be are one letter, all others two (three where two do not reach). `kept` is a
    hint that somebody has already; it is not among those returned.
    """
    hints = [letter for letter in LETTERS if letter != kept[:1]]
    hints += [
        kept[:place] + letter
        for place in range(1, len(kept))
        for letter in LETTERS
        if letter != kept[place]
    ]
    while len(hints) < count:
        shortest = len(hints[0])
        last = sum(1 for hint in hints if len(hint) == shortest) - 1
        given_up = hints.pop(last)
        hints += [given_up + letter for letter in LETTERS]
        hints.sort(key=len)
    return hints[:count]


def hints_for(keys: Sequence[str]) -> dict[str, str]:
    """Give each key letters to type, the first keys the shortest.

    No hint begins another, so that the last letter of a hint always decides.
    """
    return dict(zip(keys, deal(len(keys)), strict=True))


def first_hints(words: Sequence[Word], caret: int) -> dict[Word, str]:
    """Deal hints for the first word of a selection: single letters from the caret onward.

    The few words just before the caret are wanted soon as well: a span is often made inside the
    one made last. Of the other words those nearest the top come first.
    """
    onward = [word for word in words if word[1] > caret]
    inside = [word for word in words if word[1] <= caret][-_JUST_BEFORE:]
    first = onward[:_ONWARD] + inside[::-1] + onward[_ONWARD:]
    order = first + [word for word in words if word not in set(first)]
    return dict(zip(order, deal(len(order)), strict=True))


def last_hints(words: Sequence[Word], first: Word, kept: str) -> dict[Word, str]:
    """Deal hints for the last word: single letters for what follows the first word.

    The first word keeps its hint, so that the same hint twice means this one word. After the words
    behind it come those before it, the nearest first.
    """
    after = [word for word in words if word[0] > first[0]]
    before = [word for word in reversed(words) if word[0] < first[0]]
    order = after + before
    return {first: kept, **dict(zip(order, deal(len(order), kept), strict=True))}
