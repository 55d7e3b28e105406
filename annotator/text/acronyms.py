"""Acronyms that a text introduces in brackets, with the words they stand for.

Both ways round: "Badan Pengawas Pemilihan Umum (Bawaslu)" and "KPU (Komisi Pemilihan Umum)". An
acronym is a word or two; each of its letters must come, in order, out of the words of the long
form, and each of these must give at least one, small words such as "dan" excepted: its first
letters, letters from its first one on, or a stretch out of its middle ("Gakkumdu" of "Penegakan
Hukum Terpadu"). So "Penegakan Hukum (lima)" introduces nothing.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

_BRACKET: Final = re.compile(r"[^\S\n]?\(([^()\n]{2,120})\)")
_WORD: Final = re.compile(r"[^\W\d_]+(?:[-'\u2019][^\W\d_]+)*")
_BEFORE: Final = 160
"""Characters before a bracket in which the long form is looked for."""
_LONGEST: Final = 14
"""Letters of an acronym."""
_MOST_WORDS: Final = 12
_SHORT_WORDS: Final = 2
"""Words of an acronym ("Satpol PP"), and the fewest of a long form."""
_SMALL: Final = frozenset(
    {"dan", "atau", "di", "ke", "dari", "untuk", "yang", "tentang", "of", "the"}
)
_LOWER_LETTERS: Final = 5
"""Letters an acronym in small letters must have: "pilkada" is one, "dua" none."""


class Pair(NamedTuple):
    """An acronym and its long form, as the text writes them, blanks made single."""

    short: str
    long: str


def pairs_of(text: str) -> list[Pair]:
    """Return the acronyms that a text introduces, in its order, each pair once."""
    found: dict[Pair, None] = {}
    for bracket in _BRACKET.finditer(text):
        pair = _pair(text, bracket.start(), bracket[1])
        if pair is not None:
            found[pair] = None
    return list(found)


def others_for(phrase: str, pairs: Iterable[Pair]) -> list[str]:
    """Return the phrases that say the same: with its acronyms written out, or the other way round.

    An acronym is known as it is written ("PAN" is not "pan"), a long form in upper or lower case.
    """
    words = " ".join(phrase.split())
    others: dict[str, None] = {}
    for short, long in pairs:
        others.update(dict.fromkeys(_replaced(words, short, long, re.NOFLAG)))
        others.update(dict.fromkeys(_replaced(words, long, short, re.IGNORECASE)))
    others.pop(words, None)
    return list(others)


def _replaced(words: str, one: str, other: str, flag: re.RegexFlag) -> Iterator[str]:
    changed, count = re.subn(rf"(?<!\w){re.escape(one)}(?!\w)", lambda _: other, words, flags=flag)
    if count:
        yield changed


def _pair(text: str, bracket: int, inside: str) -> Pair | None:
    line = max(text.rfind("\n", 0, bracket) + 1, bracket - _BEFORE)
    before = [word.span() for word in _WORD.finditer(text, line, bracket)]
    if not before or before[-1][1] != bracket:
        return None
    content = " ".join(inside.split())
    words = _WORD.findall(content)
    if _is_acronym(content, words):
        return _long_before(text, before, bracket, content)
    if len(words) < _SHORT_WORDS:
        return None
    for count in range(1, _SHORT_WORDS + 1):
        if count > len(before):
            break
        short = " ".join(text[before[-count][0] : bracket].split())
        if _is_acronym(short, _WORD.findall(short)) and _stands_for(short, words):
            return Pair(short, content)
    return None


def _long_before(
    text: str, before: Sequence[tuple[int, int]], bracket: int, content: str
) -> Pair | None:
    """Return the pair with the fewest words before the bracket that account for the acronym."""
    for count in range(_SHORT_WORDS, min(len(before), _MOST_WORDS) + 1):
        start = before[-count][0]
        long = [text[slice(*word)] for word in before[-count:]]
        if long[0].lower() not in _SMALL and _stands_for(content, long):
            stretch = text[start:bracket]
            # a stop or comma in between: these words do not belong together
            if re.fullmatch(r"[\w\s'\u2019/-]+", stretch):
                return Pair(content, " ".join(stretch.split()))
            return None
    return None


def _is_acronym(content: str, words: list[str]) -> bool:
    letters = "".join(words)
    if not 1 <= len(words) <= _SHORT_WORDS or not 1 < len(letters) <= _LONGEST:
        return False
    if re.fullmatch(r"[\w\s-]+", content) is None or any(map(str.isdigit, content)):
        return False
    if letters.islower():
        return len(words) == 1 and len(letters) >= _LOWER_LETTERS
    return all(word[0].isupper() for word in words)


def _stands_for(short: str, long: Sequence[str]) -> bool:
    letters = "".join(_WORD.findall(short)).casefold().replace("-", "")
    words = tuple(word.casefold() for word in long)
    return len(words) <= len(letters) + 2 and _fits(letters, words, not short.isupper())


@lru_cache(10_000)
def _fits(letters: str, words: tuple[str, ...], is_syllabic: bool) -> bool:  # noqa: FBT001
    """Tell whether letters can be dealt out to words, in order, so that each gets some."""
    if not words:
        return not letters
    word, rest = words[0], words[1:]
    if word in _SMALL and _fits(letters, rest, is_syllabic):
        return True
    return any(
        _gives(word, letters[:count], 1 if is_syllabic else 2)
        and _fits(letters[count:], rest, is_syllabic)
        for count in range(min(len(word), len(letters)), 0, -1)
    )


def _gives(word: str, letters: str, fewest: int) -> bool:
    """Tell whether a word gives these letters; out of its middle it gives no less than `fewest`."""
    if letters in word and len(letters) >= fewest:
        return True
    if not word.startswith(letters[0]):
        return False
    position = 0
    for letter in letters:
        position = word.find(letter, position) + 1
        if not position:
            return False
    return True
