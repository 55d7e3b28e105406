"""Whether the first row of a table names its columns, and how they are called if it does not."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from annotator.formats.base import ReadOptions
from annotator.formats.column_names import SURE, roles_of

_NAME: Final = 60
"""Longest name of a column in characters."""
_LONGER: Final = 3
_NEARLY: Final = 0.9
_TYPED: Final = re.compile(r"[-+]?[\d.,]+|https?://\S+|\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}\D?.*")


def named(first: Sequence[str]) -> tuple[str, ...]:
    """Return the names of columns: a blank one is its number, one that is there already told so."""
    names: list[str] = []
    for place, cell in enumerate(first, start=1):
        name = wanted = cell.strip() or str(place)
        number = 1
        while name in names:
            number += 1
            name = f"{wanted} ({number})"
        names.append(name)
    return tuple(names)


def has_header(rows: Sequence[Sequence[str]], options: ReadOptions) -> bool:
    """Tell whether the first row names the columns: what a person said, else what it looks like."""
    first, below = rows[0], rows[1:]
    said = [column for column in (options.columns or {}).values() if column]
    if said and set(said) <= set(named(first)):
        return True
    if said and all(column.isdecimal() and int(column) <= len(first) for column in said):
        return False
    if not could_be_names(first):
        return False
    if not below or any(roles_of(cell).get("text", 0.0) >= _NEARLY for cell in first):
        return True
    known = sum(max(roles_of(cell).values(), default=0.0) >= SURE for cell in first)
    return known > 1 or any(is_typed(rows)) or any(_is_longer(rows))


def is_typed(rows: Sequence[Sequence[str]]) -> Iterator[bool]:
    """Tell of each column whether all its cells but the first are numbers, dates or addresses."""
    for place in range(len(rows[0])):
        filled = [row[place].strip() for row in rows[1:] if place < len(row) and row[place].strip()]
        yield bool(filled) and all(_TYPED.fullmatch(cell[:_NAME]) for cell in filled)


def _is_longer(rows: Sequence[Sequence[str]]) -> Iterator[bool]:
    """Tell of each column whether its cells are far longer than the first one."""
    for place, name in enumerate(rows[0]):
        lengths = [len(row[place]) for row in rows[1:] if place < len(row)]
        mean = sum(lengths) / max(1, len(lengths))
        yield mean > max(_NAME, _LONGER * len(name))


def could_be_names(cells: Sequence[str]) -> bool:
    """Tell whether all cells are short and no numbers, dates or addresses, and most differ."""
    names = [cell.strip() for cell in cells if cell.strip()]
    return (
        bool(names)
        and 2 * len({name.casefold() for name in names}) > len(names)
        and all(len(name) <= _NAME and not _TYPED.fullmatch(name) for name in names)
    )


def names_text(cells: Sequence[str]) -> bool:
    """Tell whether these are names of columns with one for the text among them."""
    return could_be_names(cells) and any(
        roles_of(cell).get("text", 0.0) >= _NEARLY for cell in cells
    )
