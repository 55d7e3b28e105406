"""Tags of tokens: IOB1, IOB2, BIOES and BILOU, read as the CoNLL evaluation reads them."""

from collections.abc import Sequence
from enum import StrEnum
from typing import Final, NamedTuple

_OPENS: Final = frozenset("BSU")
_CLOSES: Final = frozenset("ESLU")
_PREFIXES: Final = frozenset("BIESLU")


class TagScheme(StrEnum):
    """How entities are written as tags."""

    IOB1 = "IOB1"
    IOB2 = "IOB2"
    BIOES = "BIOES"
    BILOU = "BILOU"


class Entity(NamedTuple):
    """An entity over tokens `first` to `last`, both included."""

    first: int
    last: int
    label: str


class Census:
    """Which prefixes a file uses, and where entities begin: what tells the schemes apart."""

    def __init__(self) -> None:
        self._prefixes: set[str] = set()
        self._b_between = 0
        self._b_elsewhere = 0
        self._i_first = 0

    def count(self, tags: Sequence[str]) -> None:
        """Look at the tags of one sentence."""
        before = ("O", "")
        for tag in tags:
            prefix, label = split_tag(tag)
            self._prefixes.add(prefix)
            follows = before[0] != "O" and before[1] == label
            if prefix == "B":
                self._b_between += follows
                self._b_elsewhere += not follows
            elif prefix == "I" and not follows:
                self._i_first += 1
            before = (prefix, label)

    @property
    def scheme(self) -> TagScheme:
        if self._prefixes & {"L", "U"}:
            return TagScheme.BILOU
        if self._prefixes & {"E", "S"}:
            return TagScheme.BIOES
        return TagScheme.IOB1 if self._i_first and not self._b_elsewhere else TagScheme.IOB2


def is_tag(text: str) -> bool:
    """Tell whether this is the tag of a token."""
    return text == "O" or (len(text) > 2 and text[1] == "-" and text[0] in _PREFIXES)  # noqa: PLR2004 - a letter, a stroke and a label


def split_tag(tag: str) -> tuple[str, str]:
    """Return prefix and label of a tag; ("O", "") for no entity."""
    return ("O", "") if tag == "O" else (tag[0], tag[2:])


def decode(tags: Sequence[str], scheme: TagScheme) -> tuple[list[Entity], int]:
    """Return the entities of a sentence, and how many tags stand where their scheme forbids it.

    Such a tag is read as the CoNLL evaluation does: an entity begins where it must, and ends
    where it cannot go on.
    """
    found: list[Entity] = []
    irregular = 0
    first, open_label = -1, ""
    closed = True
    for place, tag in enumerate(tags):
        prefix, label = split_tag(tag)
        goes_on = first >= 0 and not closed and label == open_label and prefix not in _OPENS
        if first >= 0 and (prefix == "O" or not goes_on):
            irregular += not closed and scheme in {TagScheme.BIOES, TagScheme.BILOU}
            found.append(Entity(first, place - 1, open_label))
            first = -1
        if prefix == "O":
            continue
        if not goes_on:
            first, open_label = place, label
            irregular += prefix not in _OPENS and scheme is not TagScheme.IOB1
        closed = prefix in _CLOSES
    if first >= 0:
        irregular += not closed and scheme in {TagScheme.BIOES, TagScheme.BILOU}
        found.append(Entity(first, len(tags) - 1, open_label))
    return found, irregular


def encode(count: int, entities: Sequence[Entity], scheme: TagScheme) -> list[str]:
    """Return the tags of `count` tokens; the entities do not overlap. IOB2 or BIOES."""
    tags = ["O"] * count
    for first, last, label in entities:
        for place in range(first, last + 1):
            tags[place] = f"{_prefix(place, first, last, scheme)}-{label}"
    return tags


def _prefix(place: int, first: int, last: int, scheme: TagScheme) -> str:
    if scheme is TagScheme.BIOES and place == last:
        return "S" if first == last else "E"
    return "B" if place == first else "I"
