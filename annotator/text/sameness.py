"""When two spans quote the same words."""

from typing import Final

LONGEST: Final = 100
"""What is longer, in characters, is a clause rather than a name: it is not compared."""
_POINTING: Final = frozenset(
    (
        *("aku", "saya", "kami", "kita", "kamu", "engkau", "anda", "kalian", "ia", "dia"),
        *("beliau", "mereka", "ini", "itu", "tersebut", "ybs", "yang bersangkutan"),
        *("i", "we", "you", "he", "she", "it", "they", "him", "her", "them", "this", "that"),
    )
)
"""Words that mean somebody else in each sentence."""


def comparable(words: str) -> str | None:
    """Return the words as they are compared: case folded, blanks squeezed.

    None for what says nothing about another place: pronouns, signs without letters, clauses.
    """
    if len(words) > 2 * LONGEST:
        return None
    folded = " ".join(words.casefold().split())
    if len(folded) > LONGEST or folded in _POINTING or not any(map(str.isalnum, folded)):
        return None
    return folded
