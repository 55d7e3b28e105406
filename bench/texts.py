"""Articles of invented words that sound Indonesian; the same seed gives the same text."""

import random
from functools import cache

_ONSETS = ["b", "c", "d", "g", "h", "j", "k", "l", "m", "n", "p", "r", "s", "t", "w", "ng", "ny"]
_VOWELS = ["a", "a", "a", "e", "i", "i", "o", "u"]
_CODAS = ("", "", "", "", "n", "ng", "r", "s", "t", "k", "h", "m")
_COMMON = (
    *("di", "yang", "dan", "ke", "untuk", "dengan", "dari", "pada"),
    *("tidak", "akan", "itu", "oleh", "dalam", "kepada", "bahwa"),
)
_VOCABULARY = 4_000
_BYTES_PER_PARAGRAPH = 400


@cache
def vocabulary() -> tuple[str, ...]:
    """Return some thousand invented words of two to four syllables."""
    chance = random.Random(1)
    words: set[str] = set()
    while len(words) < _VOCABULARY:
        syllables = (
            chance.choice(_ONSETS) + chance.choice(_VOWELS) + chance.choice(_CODAS)
            for _ in range(chance.randint(2, 4))
        )
        words.add("".join(syllables))
    return tuple(sorted(words))


def article(characters: int, seed: int) -> str:
    """Return a text of exactly this many characters: a headline, then paragraphs."""
    chance = random.Random(seed)
    parts = [_sentence(chance, 7).rstrip(".")]
    size = len(parts[0])
    while size < characters:
        sentences: list[str] = []
        length = 0
        while length < _BYTES_PER_PARAGRAPH:
            sentences.append(_sentence(chance, chance.randint(6, 22)))
            length += len(sentences[-1]) + 1
        parts.append(" ".join(sentences))
        size += length + 1
    return "\n\n".join(parts)[: characters - 1].rstrip().ljust(characters - 1, "a") + "."


def _sentence(chance: random.Random, words: int) -> str:
    chosen = chance.choices(vocabulary(), k=words)
    for place in range(1, words, 3):
        chosen[place] = chance.choice(_COMMON)
    return " ".join(chosen).capitalize() + "."
