"""Where else a phrase stands: its occurrences in a text, by rules a person chooses.

Ranges are code points of the stored text, end exclusive, sorted, and never overlap. The text is
never changed: what is compared is its casefolded form, and a fold that changes the length ("ß",
"İ") is traced back, so that a range always begins and ends at characters of the text.

Always: a run of blanks in the phrase matches any run of blanks with at most one line break in it
(a blank line ends what belongs together), every hyphen any hyphen, every apostrophe any apostrophe.
The rules of the options are in docs/decisions/0008-what-is-the-same-text.md.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from typing import Final, NamedTuple

from annotator.records import Record
from annotator.text.segmentation import word_at
from annotator.text.word_forms import (
    HYPHEN,
    HYPHENS,
    NO_LETTER,
    with_affixes,
    with_clitics,
    without_clitics,
)

APOSTROPHES: Final = "'\u2018\u2019\u02bc`\u00b4"
_APOSTROPHE: Final = f"[{APOSTROPHES}]"
_BLANK: Final = r"(?:[^\S\n]+\n?[^\S\n]*|\n[^\S\n]*)"
_PIECE: Final = re.compile(rf"\s+|{HYPHEN}|{_APOSTROPHE}|[^\s{re.escape(HYPHENS + APOSTROPHES)}]+")
_JOINING: Final = "[-\u2010\u2011'\u2018\u2019]"
_ACRONYM_LETTERS: Final = 6

ODD_FOLDS: Final = (
    "\u00df\u0130\u0149\u017f\u01f0\u1e96\u1e97\u1e98\u1e99\u1e9a\u1e9e\u212a"
    "\ufb00\ufb01\ufb02\ufb03\ufb04\ufb05\ufb06"
)
"""Characters beyond ASCII whose fold holds an ASCII letter: the Kelvin sign is a "k"."""
_ASCII: Final = bytes(range(128))
_ODD_BYTES: Final = tuple(sorted({character.encode()[:2] for character in ODD_FOLDS}))


class Options(Record):
    """What counts as the same text.

    `case`: as written, upper and lower case told apart. `whole`: not inside a longer word.
    `clitics`: "uang" is also "uangnya", and the range covers the whole word. `affixes`: "bagi" is
    also "dibagikan" and "bagi-bagi", in every word of the phrase; such forms are whole words.
    `acronyms`: the long form of an acronym too, and the other way round.
    """

    case: bool = False
    whole: bool = True
    clitics: bool = True
    affixes: bool = False
    acronyms: bool = False


class Kind(StrEnum):
    """How an occurrence is like the phrase."""

    SAME = "same"
    """The same words but for case, blanks and hyphens."""
    CLITIC = "clitic"
    FORM = "form"
    ACRONYM = "acronym"


class Occurrence(NamedTuple):
    """Where a phrase stands, in code points, end exclusive."""

    start: int
    end: int
    kind: Kind = Kind.SAME


def asks_for_case(phrase: str) -> bool:
    """Tell whether case is part of a word: of an acronym it is, "PAN" is not "pan"."""
    letters = phrase.strip()
    return 1 < len(letters) <= _ACRONYM_LETTERS and letters.isalpha() and letters.isupper()


class Finder:
    """Finds one phrase in as many texts as wanted.

    `others` are phrases that stand for the same thing (see `annotator.text.acronyms`).
    """

    def __init__(
        self, phrase: str, options: Options | None = None, others: Sequence[str] = ()
    ) -> None:
        self.options = options or Options()
        phrases = [phrase, *others] if phrase.strip() else []
        self._patterns = [_Pattern(each, self.options) for each in phrases if each.strip()]

    def find(self, text: str) -> list[Occurrence]:
        """Return every occurrence in a text; where two overlap the one that begins first stands."""
        if not self._patterns:
            return []
        folded, places = (text, None) if self.options.case else _fold(text)
        found = [
            each if number == 0 else each._replace(kind=Kind.ACRONYM)
            for number, pattern in enumerate(self._patterns)
            for each in pattern.find(text, folded, places)
        ]
        if len(self._patterns) == 1:
            return found
        return list(_apart(found))

    def may_hold(self, text: bytes) -> bool:
        """Tell whether a text, given in UTF-8, is worth a look. False only where `find` is empty.

        Costs a fraction of `find`: for going through a corpus.
        """
        if self.options.case:
            return any(pattern.needle_in(text) for pattern in self._patterns)
        lower = text.lower()
        if any(pattern.needle_in(lower) for pattern in self._patterns):
            return True
        if text.isascii():
            return False
        rest = text.translate(None, _ASCII)
        return any(odd in rest for odd in _ODD_BYTES) and bool(self._patterns)


class _Pattern:
    """One phrase as a regular expression over folded text."""

    def __init__(self, phrase: str, options: Options) -> None:
        words = phrase.strip()
        self._options = options
        self._whole = options.whole or options.affixes
        names = [piece[:1].isupper() for piece in _PIECE.findall(words)]
        pieces = _PIECE.findall(words if options.case else words.casefold())
        # a fold may make more pieces of a phrase (an apostrophe in it); then nothing is a name
        if len(names) != len(pieces):
            names = [False] * len(pieces)
        self._same = re.compile("".join(map(_plain, pieces)))
        parts = _joined(pieces, names) if options.affixes or options.clitics else []
        source = self._same.pattern
        needles: list[tuple[str, ...]] = [(piece,) for piece in pieces if _is_literal(piece)]
        if parts:
            source, needles = self._varied(parts)
        if self._whole and words[-1:].isalnum():
            # else a short form would hide a longer one: "bagi" in "bagi-bagi"
            source = f"(?:{source}){NO_LETTER}(?!{_JOINING}[^\\W_])"
        self.regex = re.compile(source)
        self._clitics = self.regex
        if options.affixes:
            fewer = Options(case=options.case, whole=options.whole, clitics=options.clitics)
            self._clitics = _Pattern(phrase, fewer).regex
        self._needles = _best(needles)
        # a pattern that may begin with so many prefixes is slow to search for, but not to match
        begins = needles[0] if options.affixes and _is_word(pieces[0]) and all(needles[0]) else ()
        self._begins = re.compile("|".join(map(re.escape, begins))) if begins else None

    def _varied(self, parts: list[tuple[str, bool]]) -> tuple[str, list[tuple[str, ...]]]:
        """Return the expression for words that may take other forms, and what it cannot lack."""
        made: list[str] = []
        needles: list[tuple[str, ...]] = []
        for number, (part, is_name) in enumerate(parts):
            is_last = number == len(parts) - 1
            base = without_clitics(part) if is_last and self._options.clitics else part
            pattern = "".join(map(_plain, _PIECE.findall(base)))
            holds: tuple[str, ...] = (base,)
            if self._options.affixes and _is_word(base):
                pattern, holds = with_affixes(base, is_name=is_name)
            if is_last and self._options.clitics and _is_word(base):
                pattern = with_clitics(base, pattern)
            made.append(pattern)
            needles.append(_fewest(map(_longest_literal, holds)))
        return "".join(made), needles

    def needle_in(self, text: bytes) -> bool:
        """Tell whether something that every occurrence holds is in a lower-case text."""
        return not self._needles or any(needle in text for needle in self._needles)

    def find(self, text: str, folded: str, places: dict[int, int] | None) -> Iterator[Occurrence]:
        """Return the occurrences; `places` are the text's positions by those of the fold."""
        position = 0
        while found := self._next(folded, position):
            start, end = found.span()
            place = (start, end) if places is None else _place(start, end, places)
            if place is None or (self._whole and any(cuts_word(text, edge) for edge in place)):
                position = start + 1
                continue
            position = end
            yield Occurrence(*place, self._kind(found.group()))

    def _next(self, folded: str, position: int) -> re.Match[str] | None:
        """Return the next match from `position` on."""
        if self._begins is None:
            return self.regex.search(folded, position)
        while hint := self._begins.search(folded, position):
            start = hint.start()
            while start > position and not folded[start - 1].isspace():
                start -= 1
            for begin in range(start, hint.start() + 1):
                if begin > start and folded[begin - 1].isalnum():
                    continue
                if found := self.regex.match(folded, begin):
                    return found
            position = hint.end()
        return None

    def _kind(self, words: str) -> Kind:
        if self._same.fullmatch(words):
            return Kind.SAME
        return Kind.CLITIC if self._clitics.fullmatch(words) else Kind.FORM


def _plain(piece: str) -> str:
    if piece.isspace():
        return _BLANK
    if piece in HYPHENS:
        return HYPHEN
    return _APOSTROPHE if piece in APOSTROPHES else re.escape(piece)


def _joined(pieces: list[str], names: list[bool]) -> list[tuple[str, bool]]:
    """Put words that a hyphen or apostrophe holds together into one, each with "is a name"."""
    parts: list[tuple[str, bool]] = []
    for piece, is_name in zip(pieces, names, strict=True):
        if parts and not piece.isspace() and not parts[-1][0].isspace():
            parts[-1] = (parts[-1][0] + piece, parts[-1][1] or is_name)
        else:
            parts.append((piece, is_name))
    return parts


def _is_word(piece: str) -> bool:
    return piece[:1].isalnum() and piece[-1:].isalnum()


def _fewest(needles: Iterable[str]) -> tuple[str, ...]:
    """Leave out what holds another one: where that is missing it is missing too."""
    kept: list[str] = []
    for needle in sorted(set(needles), key=len):
        if not any(one in needle for one in kept):
            kept.append(needle)
    return tuple(kept)


def _is_literal(piece: str) -> bool:
    """Tell whether a piece stands in every text just so."""
    return not (piece.isspace() or piece in HYPHENS or piece in APOSTROPHES)


def _longest_literal(words: str) -> str:
    return max(filter(_is_literal, _PIECE.findall(words)), key=len, default="")


def _best(needles: list[tuple[str, ...]]) -> tuple[bytes, ...]:
    """Return the alternatives of which every occurrence holds one, the longest ones to be had."""
    usable = [
        alternatives
        for alternatives in needles
        if alternatives and all(map(str.isascii, alternatives))
    ]
    best = max(usable, key=lambda each: (min(map(len, each)), -len(each)), default=())
    return tuple(needle.encode() for needle in best) if all(best) else ()


def _fold(text: str) -> tuple[str, dict[int, int] | None]:
    """Return the fold of a text, and the text's positions by the fold's where they differ.

    No character folds to nothing, so where the length is the same every position is.
    """
    folded = text.casefold()
    if len(folded) == len(text):
        return folded, None
    places: dict[int, int] = {}
    position = 0
    for number, character in enumerate(text):
        places[position] = number
        position += len(character.casefold())
    places[position] = len(text)
    return folded, places


def _place(start: int, end: int, places: dict[int, int]) -> tuple[int, int] | None:
    if start in places and end in places:
        return places[start], places[end]
    return None


def cuts_word(text: str, position: int) -> bool:
    """Tell whether a position lies inside a word."""
    if not 0 < position < len(text):
        return False
    before, after = text[position - 1], text[position]
    if before == " " or after == " ":
        return False
    word = word_at(text, position)
    return word is not None and word[0] < position < word[1]


def _apart(found: list[Occurrence]) -> Iterator[Occurrence]:
    end = 0
    for each in sorted(found, key=lambda one: (one.start, -one.end)):
        if each.start >= end:
            end = each.end
            yield each
