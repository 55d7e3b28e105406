"""What people type to find words in texts: `amplop "politik uang" -sumbangan KPU OR Bawaslu kota*`.

Every input is a query; what means nothing is passed over. Nothing here raises.
"""

import re
from collections.abc import Iterator
from typing import Final

from annotator.records import Record
from annotator.text.folding import begins_word, fold, pattern_of, words_of

_PART: Final = re.compile(r'(-?)"([^"]*)("?)(\*?)|(\S+)')
_OR: Final = frozenset({"OR", "ATAU", "|"})
_QUOTES: Final = str.maketrans("“”„«»", '"' * 5)
MOST_TERMS: Final = 40
"""Terms beyond these are passed over: nobody types them, and each costs time."""


class Term(Record):
    """Words in a row, folded; the last one may be the beginning of a word."""

    words: tuple[str, ...]
    is_prefix: bool = False


class TextQuery(Record):
    """One term of each tuple in `wanted` must be in an article, and none of `without`."""

    wanted: tuple[tuple[Term, ...], ...] = ()
    without: tuple[Term, ...] = ()

    @property
    def finds_nothing(self) -> bool:
        """True when there is nothing to look for, even where something is ruled out."""
        return not self.wanted

    @property
    def terms(self) -> tuple[Term, ...]:
        """What is marked in texts, each once."""
        return tuple(dict.fromkeys(term for choice in self.wanted for term in choice))


def parse_text_query(text: str, *, is_typing: bool = False) -> TextQuery:
    """Read what somebody typed; `is_typing` takes a last bare word as the beginning of one."""
    wanted: list[list[Term]] = []
    without: list[Term] = []
    joins = False
    text = text.translate(_QUOTES)
    for minus, term, is_or in _parts(text, is_typing=is_typing):
        if is_or:
            joins = bool(wanted)
            continue
        if minus:
            without.append(term)
        elif joins:
            wanted[-1].append(term)
        else:
            wanted.append([term])
        joins = False
        if len(without) + sum(map(len, wanted)) >= MOST_TERMS:
            break
    return TextQuery(
        tuple(tuple(dict.fromkeys(choice)) for choice in wanted), tuple(dict.fromkeys(without))
    )


def _parts(text: str, *, is_typing: bool) -> Iterator[tuple[bool, Term, bool]]:
    """Yield (is ruled out, term, is OR)."""
    for found in _PART.finditer(text):
        minus, phrase, closed, star, bare = found.groups()
        if bare is None:
            words, is_prefix = words_of(phrase), bool(star) or (is_typing and not closed)
        elif bare in _OR:
            yield False, Term(()), True
            continue
        else:
            minus = "-" if bare[0] in "-−" else ""
            words = words_of(bare)
            is_prefix = bare.endswith("*") or (is_typing and found.end() == len(text))
        if words:
            yield bool(minus), Term(tuple(words), is_prefix), False


class Matcher:
    """Finds the terms of a query in texts, by code points of the text as it is stored."""

    def __init__(self, query: TextQuery) -> None:
        self._query = query
        self._patterns = {
            term: pattern_of(list(term.words), is_prefix=term.is_prefix)
            for term in (*query.terms, *query.without)
        }

    def hits(self, text: str) -> list[tuple[int, int]]:
        """Return where terms that are wanted stand, in order, none within another."""
        folded = fold(text)
        places = {place for term in self._query.terms for place in self._places(term, folded)}
        hits: list[tuple[int, int]] = []
        for start, end in sorted(places, key=lambda place: (place[0], -place[1])):
            if not hits or start >= hits[-1][1]:
                hits.append((start, end))
        return hits

    def accepts(self, *texts: str) -> bool:
        """Tell whether texts, taken together, are what the query asks for."""
        folded = [fold(text) for text in texts]
        query = self._query
        return (
            not query.finds_nothing
            and all(any(self._is_in(term, folded) for term in choice) for choice in query.wanted)
            and not any(self._is_in(term, folded) for term in query.without)
        )

    def _is_in(self, term: Term, folded: list[str]) -> bool:
        return any(True for text in folded for _ in self._places(term, text))

    def _places(self, term: Term, folded: str) -> Iterator[tuple[int, int]]:
        search, position = self._patterns[term].search, 0
        while found := search(folded, position):
            start, end = found.span()
            if begins_word(folded, start):
                yield start, end
                position = end
            else:
                position = start + 1
