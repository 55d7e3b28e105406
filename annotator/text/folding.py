"""Text as it is compared: small letters, no accents, every code point in its old place."""

import re
import unicodedata
from typing import Final

_MARK: Final = "\ua7f7"
"""Stands for a loose accent: a letter to `re`, so that a word does not end at it."""
_ACCENTS: Final = "".join(
    chr(code) for code in range(0x300, 0x332) if unicodedata.combining(chr(code))
)


class _Folds(dict[int, str]):
    """What each code point becomes: always one code point. Filled as texts bring them."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        parts = unicodedata.normalize("NFD", character)
        if len(parts) > 1 and parts[0].isascii() and all(map(unicodedata.combining, parts[1:])):
            character = parts[0]
        small = character.lower()
        folded = self[code] = _MARK if character in _ACCENTS else small[0]
        return folded


_folds: Final = _Folds()


def fold(text: str) -> str:
    """Return a text of the same length in small letters, Latin letters without their accents."""
    return text.lower() if text.isascii() else text.translate(_folds)


def words_of(text: str) -> list[str]:
    """Return the words of a text as they are compared: runs of letters and digits, folded.

    "undang-undang" is two of them. The index of a project splits words in the same way.
    """
    words = (word.replace(_MARK, "") for word in _WORD.findall(fold(text)))
    return [word for word in words if word]


def pattern_of(words: list[str], *, is_prefix: bool = False) -> re.Pattern[str]:
    """Return what finds folded words in folded text, in a row with anything but words between.

    It begins with the first letter, so that `re` can leap to it: whether a word begins there is
    for `begins_word` to say. With `is_prefix` the last one may go on.
    """
    parts = [f"{_MARK}*".join([*map(re.escape, word), ""]) for word in words]
    end = r"[^\W_]*" if is_prefix else r"(?![^\W_])"
    return re.compile(rf"[\W_][\W_{_MARK}]*".join(parts) + end)


def spelled(word: str, folded: str) -> str:
    """Return the pattern that finds a folded word in this folded text, also within words.

    Loose accents count for nothing; "" where there is nothing else.
    """
    loose = f"{_MARK}*" if _MARK in folded else ""
    letters = [re.escape(letter) for letter in word if letter != _MARK]
    return loose.join([*letters, ""]) if letters else ""


def begins_word(folded: str, position: int) -> bool:
    """Tell whether no letter or digit stands before a position; loose accents aside."""
    while position and folded[position - 1] == _MARK:
        position -= 1
    return position == 0 or not folded[position - 1].isalnum()


_WORD: Final = re.compile(r"[^\W_]+")
