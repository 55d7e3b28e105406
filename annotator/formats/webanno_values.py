"""Cells of WebAnno TSV: stacked values, what marks them, and their escapes."""

import re
from typing import Final, NamedTuple

NOTHING: Final = "_"
NO_VALUE: Final = "*"
_STACKED: Final = re.compile(r"((?:\\.|[^\\|]|\\\Z)*)(\||\Z)", re.DOTALL)
_SLOTS: Final = re.compile(r"((?:\\.|[^\\;]|\\\Z)*)(;|\Z)", re.DOTALL)
_MARKED: Final = re.compile(r"((?:\\.|[^\\\[])*)\[([0-9_]*)\]", re.DOTALL)
_LINK: Final = re.compile(r"((?:\\.|(?!->)[^\\])*)->([0-9]{1,9})-([0-9]{1,9})", re.DOTALL)
_ESCAPED: Final = re.compile(r"\\(.)", re.DOTALL)
_SPECIAL: Final = re.compile(r"->|[\\\[\]|_;\t\n*]")
_JAVA: Final = re.compile(r"((?:\\u[0-9a-fA-F]{4})+)|\\(.)", re.DOTALL)
_LETTERS: Final = {"t": "\t", "n": "\n"}
_TEXT_LETTERS: Final = {"t": "\t", "n": "\n", "f": "\f", "r": "\r", "b": "\b"}
_TEXT_SPECIAL: Final = re.compile(r"[\x01-\x1f\\]")


class Marked(NamedTuple):
    """A value and the number in brackets behind it, 0 where there is none."""

    value: str
    number: int = 0
    second: int = 0
    """The other number of `[1_2]`, and the place in a chain."""


def stacked(cell: str) -> list[str]:
    """Return the values that stand on each other in a cell, still escaped."""
    return _parts(_STACKED, cell)


def slots(value: str) -> list[str]:
    """Return the fillers of a slot, still escaped."""
    return _parts(_SLOTS, value)


def marked(value: str) -> Marked:
    """Take the number of `VALUE[1]` or `VALUE[1_2]` apart. Raises ValueError."""
    found = _MARKED.fullmatch(value)
    if found is None:
        return Marked(value)
    first, _, second = found[2].partition("_")
    return Marked(found[1], int(first), int(second or 0))


def link(value: str) -> Marked:
    """Take `VALUE->CHAIN-PLACE` apart. Raises ValueError."""
    found = _LINK.fullmatch(value)
    if found is None:
        raise ValueError(f"{value!r} is no link of a chain")
    return Marked(found[1], int(found[2]), int(found[3]))


def meaning(value: str) -> str:
    """Return what an escaped value says, "" for no value."""
    if value in {NO_VALUE, NOTHING, ""}:
        return ""
    return _ESCAPED.sub(lambda found: _LETTERS.get(found[1], found[1]), value)


def escaped(value: str) -> str:
    """Write a value; none is `*`."""
    if not value:
        return NO_VALUE
    return _SPECIAL.sub(_escape, value)


def _escape(found: re.Match[str]) -> str:
    return {"\t": "\\t", "\n": "\\n"}.get(found[0], f"\\{found[0]}")


def text_meaning(text: str, *, is_old: bool = False) -> str:
    """Return a sentence or token without its escapes; before version 3.2 they are Java's."""
    if is_old:
        return _JAVA.sub(_java, text)
    return _ESCAPED.sub(lambda found: _TEXT_LETTERS.get(found[1], found[1]), text)


def escaped_text(text: str) -> str:
    """Write a line of a sentence, or a token."""
    return _TEXT_SPECIAL.sub(_escape_text, text)


def _java(found: re.Match[str]) -> str:
    """Return what an escape of Java stands for; two numbers in a row may be one character."""
    if found[1] is None:
        return _TEXT_LETTERS.get(found[2], found[2])
    units = found[1].split("\\u")[1:]
    return b"".join(int(unit, 16).to_bytes(2, "big") for unit in units).decode(
        "utf-16-be", "replace"
    )


_TEXT_ESCAPES: Final = {char: f"\\{letter}" for letter, char in _TEXT_LETTERS.items()}


def _escape_text(found: re.Match[str]) -> str:
    return _TEXT_ESCAPES.get(found[0], f"\\{found[0]}")


def _parts(form: re.Pattern[str], cell: str) -> list[str]:
    found = []
    place = 0
    while match := form.match(cell, place):
        found.append(match[1])
        if not match[2]:
            break
        place = match.end()
    return found
