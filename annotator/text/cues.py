"""Cue words: what a sentence suggests for a span, such as "diduga" that it is alleged.

A proposal is a guess for a person to confirm; nothing here changes or stores anything. All
positions are code points, half-open.

The rule, tried in this order:

1. the cue with which the span begins ("dugaan kecurangan"), else the nearest before it in its
   sentence. One that stands directly before that cue speaks for it ("mendalami dugaan", "jika
   terbukti") unless it is the earlier state ("kajian menyimpulkan"). So does one behind the span
   whose value overrides it ("dugaan politik uang itu tidak terbukti"): the latest state counts;
2. a cue inside the span;
3. the nearest cue behind the span, not far away.

Cues are whole words, whatever their case, with or without a clitic ("dugaannya"). Where several
begin at one word the longest counts: "tidak terbukti" is not "terbukti". A cue written with " ~"
counts only directly before the span ("akan ~"), one with " ... ~" only before it ("bila ... ~").
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import pairwise
from operator import attrgetter
from typing import Final, NamedTuple

from annotator.model.scheme import AttributeChoice
from annotator.text.sentences import sentence_at

_WORD: Final = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_BREAK: Final = re.compile('[,;:()"“”—–]')
_CLITICS: Final = ("nya", "lah", "kah", "pun", "nyalah", "nyakah", "ku", "mu")
_AHEAD: Final = re.compile(r"(\.\.\.|…)?\s*~\s*\Z")
_REACH: Final = 600
"""Code points to look at before and behind a span: a sentence without an end costs no more."""
_ORDINARY: Final = 500
"""Code points of a sentence that is the same from wherever in it one looks around by `_REACH`."""
_GOVERNS: Final = 2
"""Words that may stand between a cue and the one that speaks for it."""
_BEHIND: Final = 12
"""Words that may stand between a span and a cue behind it."""


class Proposal(NamedTuple):
    """A proposed value and where the cue stands that suggests it."""

    value: str
    start: int
    end: int


class _Word(NamedTuple):
    folded: str
    start: int
    end: int


_START: Final = attrgetter("start")
_END: Final = attrgetter("end")


class _Cue(NamedTuple):
    """A cue in a sentence: the numbers of its first word and of the one after its last."""

    first: int
    behind: int
    entry: "_Entry"


class _Entry(NamedTuple):
    """A cue of the scheme: `ahead` ones count before a span only, `touching` ones directly."""

    words: tuple[str, ...]
    value: str
    ahead: bool
    touching: bool


class CueFinder:
    """Knows the cue words of one closed list; `propose` finds what they say about a span."""

    def __init__(self, choices: Iterable[AttributeChoice]) -> None:
        self._entries: dict[str, list[_Entry]] = {}
        self._last: tuple[str, int, int, list[_Word], list[_Cue]] = ("", 0, 0, [], [])
        self._sentence: tuple[str, int, int] = ("", 0, 0)
        self._outdone: dict[str, frozenset[str]] = {}
        for choice in choices:
            self._outdone[choice.id] = choice.overrides
            for cue in choice.cues:
                words = tuple(found[0].casefold() for found in _WORD.finditer(cue))
                if words:
                    ahead = _AHEAD.search(cue)
                    touching = ahead is not None and not ahead[1]
                    entry = _Entry(words, choice.id, ahead is not None, touching)
                    self._entries.setdefault(words[0], []).append(entry)
        for entries in self._entries.values():
            entries.sort(key=lambda entry: -len(entry.words))

    @property
    def is_empty(self) -> bool:
        """True where no value has a cue."""
        return not self._entries

    def propose(self, text: str, start: int, end: int) -> Proposal | None:
        """Return what the sentence of [start, end) suggests for it, None for nothing."""
        opens, closes = self._around(text, start, end)
        words, cues = self._read(text, opens, max(closes, end))  # it may end in another sentence
        if not cues:
            return None
        first = bisect_right(words, start, key=_END)
        behind = bisect_left(words, end, key=_START)
        found = (
            self._before(text, words, cues, first, behind)
            or _next(cues, first, within=behind)
            or _next(cues, behind)
        )
        if found is None:
            return None
        return Proposal(found.entry.value, words[found.first].start, words[found.behind - 1].end)

    def _around(self, text: str, start: int, end: int) -> tuple[int, int]:
        """Return the sentence of a span; the last one is kept, for the spans beside it."""
        known, opens, closes = self._sentence
        if known is text and opens <= start < closes <= opens + _ORDINARY:
            return opens, closes
        base = max(0, start - _REACH)
        opens, closes = sentence_at(text[base : end + _REACH], start - base)
        self._sentence = text, base + opens, base + closes
        return base + opens, base + closes

    def _read(self, text: str, opens: int, closes: int) -> tuple[list[_Word], list[_Cue]]:
        """Return words and cues of a stretch; the last one is kept, for the spans beside it."""
        known = self._last
        if known[0] is not text or known[1:3] != (opens, closes):
            stretch = text[opens:closes].casefold()
            if not any(map(stretch.__contains__, self._entries)):
                self._last = (text, opens, closes, [], [])
                return [], []
            words = [
                _Word(found[0].casefold(), found.start(), found.end())
                for found in _WORD.finditer(text, opens, closes)
            ]
            self._last = (text, opens, closes, words, self._cues(text, words))
        return self._last[3], self._last[4]

    def _cues(self, text: str, words: list[_Word]) -> list[_Cue]:
        """Return the cues of a sentence in reading order; they do not overlap."""
        cues: list[_Cue] = []
        number = 0
        while number < len(words):
            found = self._cue_at(text, words, number)
            if found is not None:
                cues.append(found)
            number = found.behind if found is not None else number + 1
        return cues

    def _cue_at(self, text: str, words: list[_Word], number: int) -> _Cue | None:
        for stem in _stems(words[number].folded):
            for entry in self._entries.get(stem, ()):
                behind = number + len(entry.words)
                if behind > len(words):
                    continue
                *inner, last = (word.folded for word in words[number:behind])
                fits = entry.words[:-1] == tuple(inner) and entry.words[-1] in _stems(last)
                if fits and _are_neighbours(text, words[number:behind]):
                    return _Cue(number, behind, entry)
        return None

    def _before(
        self, text: str, words: list[_Word], cues: list[_Cue], first: int, behind: int
    ) -> _Cue | None:
        standing = [
            cue
            for cue in cues
            if (cue.behind <= first and (not cue.entry.touching or cue.behind == first))
            or (cue.first == first and cue.behind <= behind and not cue.entry.ahead)
        ]
        if not standing:
            return None
        nearest = standing.pop()
        if standing and self._governs(text, words, standing[-1], nearest):
            nearest = standing[-1]
        for cue in cues:
            if cue.first >= behind and self._overrides(cue, nearest):
                return cue
        return nearest

    def _governs(self, text: str, words: list[_Word], one: _Cue, other: _Cue) -> bool:
        """Tell whether a cue speaks for the next one: its verb, its noun or its condition."""
        between = text[words[one.behind - 1].end : words[other.first].start]
        return (
            other.first - one.behind <= _GOVERNS
            and not _BREAK.search(between)
            and not other.entry.ahead
            and other.entry.value != one.entry.value
            and not self._overrides(other, one)
        )

    def _overrides(self, one: _Cue, other: _Cue) -> bool:
        return other.entry.value in self._outdone[one.entry.value]


def _next(cues: list[_Cue], start: int, within: int = 0) -> _Cue | None:
    """Return the first cue from a word on: up to the word `within`, or not far behind."""
    last = within or start + _BEHIND
    return next(
        (
            cue
            for cue in cues
            if cue.first >= start
            and not cue.entry.ahead
            and (cue.behind <= last if within else cue.first <= last)
        ),
        None,
    )


def _are_neighbours(text: str, words: list[_Word]) -> bool:
    """Tell whether nothing but blanks stands between words."""
    return all(text[one.end : other.start].isspace() for one, other in pairwise(words))


def _stems(word: str) -> Iterable[str]:
    """Return a word, and what is left of it without its clitic."""
    yield word
    if word.endswith(_CLITICS):
        for clitic in _CLITICS:
            if word.endswith(clitic) and len(word) > len(clitic):
                yield word[: -len(clitic)].rstrip("-")
