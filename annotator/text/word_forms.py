"""Forms of an Indonesian word as regular expressions: clitics, prefixes, suffixes, doubling.

All of it works on casefolded words. There is no dictionary: a word that seems to carry affixes is
taken for every root it may come from ("memukul" for "pukul" and for "mukul"), and a root for every
form it may take. Forms that nobody says match nothing, so guesses too many do little harm; roots
of less than four letters are not guessed at all ("mengaku" does not stand for "aku").
"""

import re
from collections.abc import Iterator
from typing import Final

HYPHENS: Final = "-\u2010\u2011\u2012\u2013\u2212"
HYPHEN: Final = f"[{re.escape(HYPHENS)}]"

NO_LETTER: Final = r"(?![^\W_])"
"""The end of letters and digits."""

_CLITICS: Final = (
    *(first + second for first in ("nya", "ku", "mu") for second in ("lah", "kah", "pun", "")),
    *("lah", "kah", "pun"),
)
_HYPHENED: Final = re.compile(f"{HYPHEN}(?:{'|'.join(_CLITICS)})$")
_SURELY_CLITICS: Final = ("nya", "pun")
"""Those that few roots end in; "masalah", "sekolah", "buku" and "temu" end in the others."""
_SHORTEST: Final = 3
"""Letters a word must have to take a clitic without a hyphen: "bu" and "buku" are two words."""
_NO_CLITIC: Final = frozenset({"bangku", "makalah", "masalah", "merekah"})
"""Words that only look like "bang", "maka", "masa", "mereka" with a clitic."""

_VOWELS: Final = "aeiou"
_SHORTEST_ROOT: Final = 4
_LATIN: Final = re.compile("[a-z]+")
_OUTER: Final = "(?:di|ter|se|ke|ku|kau|ber|be|mem|pem)?"
_INNER: Final = "(?:ber|be|bel|per|pe|pel|ke)?"
_PREFIXES: Final = ("di", "ter", "se", "ke", "ku", "kau", "ber", "per", "pe")
_SUFFIXES: Final = tuple(
    suffix + clitic for suffix in ("", "kan", "an", "i") for clitic in ("", "lah", "kah")
)


def with_clitics(word: str, pattern: str) -> str:
    """Return `pattern`, which matches forms of `word`, with the clitics that may follow it."""
    hyphen = f"{HYPHEN}?" if len(word) >= _SHORTEST else HYPHEN
    ends = "|".join(clitic for clitic in _CLITICS if word + clitic not in _NO_CLITIC)
    return f"{pattern}(?:{hyphen}(?:{ends}){NO_LETTER})?"


def without_clitics(word: str) -> str:
    """Return a word without the clitics it surely ends in; four letters must be left."""
    found = _HYPHENED.search(word)
    if found is not None and found.start():
        return word[: found.start()]
    for clitic in _SURELY_CLITICS:
        if word.endswith(clitic) and len(word) - len(clitic) >= _SHORTEST_ROOT:
            return word[: -len(clitic)]
    return word


def with_affixes(word: str, *, is_name: bool = False) -> tuple[str, tuple[str, ...]]:
    """Return what matches the forms of a word, and stretches of which each form holds one.

    Of a name, affixes are added but none taken away: "Megawati" has nothing to do with "gawat".
    """
    roots = [word] if is_name else list(dict.fromkeys(_roots(word)))
    latin = [root for root in roots if _LATIN.fullmatch(root)]
    forms = [_literal(word), *map(_forms, latin)]
    return f"(?:{'|'.join(forms)})", tuple(dict.fromkeys([word, *map(_kept, latin)]))


def _literal(word: str) -> str:
    return "".join(HYPHEN if letter in HYPHENS else re.escape(letter) for letter in word)


def _forms(root: str) -> str:
    nasal = _nasal(root)
    plain = f"{_OUTER}{_INNER}{root}"
    active = f"(?:ber|se|di|ter)?[mp]e{nasal}"
    again = f"(?:(?:an)?{HYPHEN}(?:{root}|(?:me)?{nasal}))?"
    return f"(?:{plain}|{active}){again}(?:kan|an|i)?"


def _nasal(root: str) -> str:
    """Return what follows "me-" and "pe-": p, t, k and s melt into the nasal, if not always."""
    first, rest = root[0], root[1:]
    if first in "ptk":
        sound = {"p": "m", "t": "n", "k": "ng"}[first] + f"{first}?" + rest
    elif first == "s":
        sound = f"(?:ny|ns){rest}"
    elif first in "bfv":
        sound = "m" + root
    elif first in "cdjz":
        sound = "n" + root
    elif first in _VOWELS or first in "ghqx":
        sound = "ng" + root
    else:
        sound = root
    return f"(?:{sound}|nge{root})" if _syllables(root) == 1 else sound


def _kept(root: str) -> str:
    """Return what all forms of a root have in common."""
    return root[1:] if root[0] in "ptks" else root


def _roots(word: str) -> Iterator[str]:
    """Guess the roots of a word, itself among them; of a doubled word what both halves share."""
    yield word
    halves = re.split(HYPHEN, word)
    if len(halves) == 2:  # noqa: PLR2004 - a word and its double
        first, second = (list(_roots(half)) for half in halves)
        yield from (root for root in first if root in second)
        return
    if not _LATIN.fullmatch(word):
        return
    for suffix in _SUFFIXES if word not in _NO_CLITIC else ():
        if word.endswith(suffix):
            base = word[: len(word) - len(suffix)]
            yield from filter(_may_be_root, [base, *_stripped(base)])


def _stripped(word: str, depth: int = 2) -> Iterator[str]:
    """Take up to two prefixes off a word in every way that the rules of sound allow."""
    if not depth:
        return
    for prefix in _PREFIXES:
        rest = word.removeprefix(prefix)
        if rest != word and _may_be_root(rest):
            yield rest
            yield from _stripped(rest, depth - 1)
    for prefix in ("be", "pe"):
        # bekerja, beternak; belajar, pelajar
        if word.startswith(prefix) and word[3:5] == "er":
            yield word[2:]
        if word[2:] == "lajar":
            yield "ajar"
    if word[:2] in {"me", "pe"}:
        for rest in _unmelted(word[2:]):
            yield rest
            yield from _stripped(rest, depth - 1)


def _unmelted(rest: str) -> Iterator[str]:
    """Return what may have stood before "me-" or "pe-" turned its first sound into a nasal."""
    yield rest
    for nasal, melted, kept in (
        ("ng", "k", "aeioughkqx"),
        ("ny", "s", ""),
        ("m", "p", "bfvp"),
        ("n", "t", "cdjzts"),
    ):
        bare = rest.removeprefix(nasal)
        if bare == rest or not bare:
            continue
        if bare[0] in _VOWELS:
            yield melted + bare
        if bare[0] in kept:
            yield bare
        break


def _may_be_root(word: str) -> bool:
    return len(word) >= _SHORTEST_ROOT and _syllables(word) > 1


def _syllables(word: str) -> int:
    return sum(letter in _VOWELS for letter in word)
