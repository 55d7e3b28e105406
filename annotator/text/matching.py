"""Finding an entry of a list by a few letters: how well a text answers to what was typed.

Lower and upper case are alike. From best to worst: the whole text, its beginning, the beginning of
a word, beginnings of several words in a row ("pu" for "politik uang"), letters inside, letters
with others between.
"""

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

WHOLE: Final = 100
BEGINNING: Final = 90
WORD: Final = 80
WORDS: Final = 70
INSIDE: Final = 50
SCATTERED: Final = 30
_LONGEST: Final = 24
"""Letters of a typed word up to which beginnings of several words are tried."""
_WORD: Final = re.compile(r"[^\W_]+")


class Match(NamedTuple):
    """How well a text answers, from 0 to `WHOLE`, and where the letters stand in it."""

    score: int
    places: tuple[int, ...] = ()


class Text:
    """A text to be found, with what is asked of it again and again."""

    __slots__ = ("_starts", "folded", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        folded = text.lower()
        # places must fit the text as it is shown: a letter that grows when lowered stays as it is
        self.folded = folded if len(folded) == len(text) else text
        self._starts: tuple[int, ...] | None = None

    @property
    def starts(self) -> tuple[int, ...]:
        """Where words begin."""
        if self._starts is None:
            self._starts = tuple(found.start() for found in _WORD.finditer(self.folded))
        return self._starts

    def match(self, typed: str) -> Match | None:
        """Tell how well the text answers to lower-case letters, None when it does not."""
        at = self.folded.find(typed)
        if at < 0:
            return self._match_apart(typed)
        if at == 0:
            score = WHOLE if len(typed) == len(self.folded) else BEGINNING
        elif at in self.starts:
            score = WORD
        else:
            later = next((s for s in self.starts if self.folded.startswith(typed, s)), None)
            at, score = (at, INSIDE) if later is None else (later, WORD)
        return Match(score, tuple(range(at, at + len(typed))))

    def _match_apart(self, typed: str) -> Match | None:
        places: list[int] = []
        at = -1
        for letter in typed:
            at = self.folded.find(letter, at + 1)
            if at < 0:
                return None
            places.append(at)
        if len(typed) <= _LONGEST:
            begun = self._beginnings(typed, 0)
            if begun is not None:
                return Match(WORDS, begun)
        gaps = places[-1] - places[0] + 1 - len(typed)
        return Match(max(1, SCATTERED - gaps), tuple(places))

    def _beginnings(self, typed: str, word: int) -> tuple[int, ...] | None:
        """Return the places of `typed` as beginnings of words from the `word`-th on, or None."""
        if not typed:
            return ()
        for number in range(word, len(self.starts)):
            start = self.starts[number]
            longest = 0
            while longest < len(typed) and self.folded.startswith(typed[: longest + 1], start):
                longest += 1
            for taken in range(longest, 0, -1):
                rest = self._beginnings(typed[taken:], number + 1)
                if rest is not None:
                    return (*range(start, start + taken), *rest)
        return None


def best_match(typed: str, texts: Sequence[tuple[Text, int]]) -> Match | None:
    """Match what was typed with several texts of one thing, each with what it is worth less.

    The typed words may be answered by different texts, but each must be answered. The places are
    those in the first text. None when a word is not answered; an empty input answers everything.
    """
    typed = " ".join(typed.lower().split())
    if not typed:
        return Match(0)
    whole = _best(typed, texts)
    if whole is not None and (whole.score >= WORD or " " not in typed):
        return whole
    words = typed.split()
    found = [_best(word, texts) for word in words]
    if None in found:
        return whole
    places = {place for match in found if match is not None for place in match.places}
    mean = sum(match.score for match in found if match is not None) // len(words)
    return Match(mean, tuple(sorted(places)))


def _best(typed: str, texts: Sequence[tuple[Text, int]]) -> Match | None:
    best: Match | None = None
    for number, (text, less) in enumerate(texts):
        match = text.match(typed)
        if match is None:
            continue
        score = max(1, match.score - less)
        if best is None or score > best.score:
            best = Match(score, match.places if number == 0 else ())
    return best
