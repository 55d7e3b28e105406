"""Which column of a table is for what: guessed from names and contents, corrected by a person.

A table format has a `sample`, which shows the first rows and the guess; `ReadOptions.columns`
is the answer. Nothing is guessed where nothing speaks for it: a table whose text column cannot be
told is refused with the names of its columns.
"""

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, NamedTuple, Protocol

from annotator.formats.base import USUAL, Importer, ReadOptions
from annotator.formats.column_names import IN_PART, ROLES, plain, roles_of
from annotator.text.column_dates import looks_like_date

__all__ = [
    "ROLES",
    "ColumnsUnknown",
    "Guess",
    "Sample",
    "Tabular",
    "chosen",
    "guess_columns",
    "signature",
]

CELL_SHOWN: Final = 2000
"""Longest cell of a sample in characters; a longer one is cut and ends in "…"."""
_LONG: Final = 100
_SHORT: Final = 300
_TWICE: Final = 2.0
_MOST: Final = 0.8
_NAMES_SHOWN: Final = 20
_NAME_SHOWN: Final = 40
_ADDRESS: Final = re.compile(r"\s*https?://\S+\s*\Z", re.IGNORECASE)
_NUMBER: Final = re.compile(r"\s*[-+]?[\d.,]+\s*\Z")


@dataclass(frozen=True, slots=True)
class Guess:
    """What the columns of a table seem to be for.

    `columns` leads from a role to the name of a column, `sure` from a role to how sure that is, 0
    to 1. Without `text` among the roles a table cannot be read until a person names the column.
    """

    columns: Mapping[str, str]
    sure: Mapping[str, float]

    @property
    def confidence(self) -> float:
        """How sure the text column is, 0 to 1; below 0.7 a person should be asked."""
        return self.sure.get("text", 0.0)


class Sample(NamedTuple):
    """The beginning of a table as it is read.

    `rows` have a cell for each of `columns`, as text, long ones cut. `facts` say how the file was
    taken, by name: `encoding`, `delimiter` (the character), `quotes` ("doubled", "backslash",
    "none"), `header` ("yes", "no"), `sheet`, `sheets` (one a line), `list` (where in the JSON the
    articles stand), `rows` (their number, where the file tells it). `signature` is the same for
    tables with the same columns.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    guess: Guess
    facts: Mapping[str, str]
    signature: str


class Tabular(Importer, Protocol):
    """A format of tables: what can be read with a mapping of columns."""

    def sample(self, path: Path, rows: int = 20, options: ReadOptions = USUAL) -> Sample:
        """Read the first rows. Raises FormatError where the file is no such table, OSError."""
        ...


def signature(columns: Sequence[str]) -> str:
    """Return the same text for tables with the same columns, in whatever order and case."""
    names = "\x1f".join(sorted(plain(name) or name for name in columns))
    return hashlib.sha256(names.encode("utf-8", "replace")).hexdigest()[:32]


def sample_of(
    columns: Sequence[str], rows: Sequence[Sequence[str]], facts: Mapping[str, str], shown: int
) -> Sample:
    """Make a sample; the guess looks at all `rows`, the first `shown` of them are handed out."""
    cut = tuple(tuple(_cut(cell) for cell in row) for row in rows[:shown])
    guess = guess_columns(columns, rows)
    return Sample(tuple(columns), cut, guess, facts, signature(columns))


class ColumnsUnknown(ValueError):
    """Which columns to read is not known: `reason` is "no_text_column" or "no_such_column"."""

    def __init__(self, reason: str, detail: str) -> None:
        super().__init__(f"{reason}: {detail}")
        self.reason = reason
        self.detail = detail


def chosen(sample: Sample, options: ReadOptions, *, open_ended: bool = False) -> Mapping[str, str]:
    """Return role -> column as it is to be read: what a person said, else the guess.

    A person's "" for a role means that no column is for it. Of an `open_ended` table the sample
    may not show all columns. Raises ColumnsUnknown without a text column, and where a name is none.
    """
    said = dict(options.columns or {})
    for role, column in said.items():
        if role not in ROLES:
            raise ColumnsUnknown("no_such_column", f"{role}?")
        if column and column not in sample.columns and not (open_ended and role != "text"):
            raise ColumnsUnknown("no_such_column", f"{column!r}; {_all(sample.columns)}")
    taken = set(said.values())
    guessed = {
        role: column
        for role, column in sample.guess.columns.items()
        if role not in said and column not in taken
    }
    columns = {role: column for role, column in (guessed | said).items() if column}
    if "text" not in columns:
        raise ColumnsUnknown("no_text_column", _all(sample.columns))
    return columns


def _all(names: Sequence[str]) -> str:
    shown = [repr(_cut(name, _NAME_SHOWN)) for name in names[:_NAMES_SHOWN]]
    more = len(names) - len(shown)
    return ", ".join(shown) + (f" … +{more}" if more else "")


def _cut(cell: str, length: int = CELL_SHOWN) -> str:
    return cell if len(cell) <= length else cell[: length - 1] + "…"


# guessing


@dataclass(slots=True)
class _Facts:
    """What the cells of a column look like; shares are of those that are not blank."""

    filled: int = 0
    length: float = 0.0
    """Mean, in characters."""
    addresses: float = 0.0
    dates: float = 0.0
    numbers: float = 0.0
    prose: float = 0.0
    """Cells with a blank inside."""
    differ: bool = False
    roles: dict[str, float] = field(default_factory=dict)


def guess_columns(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> Guess:
    """Guess what columns are for. Each column gets at most one role and each role one column."""
    facts = {
        name: _facts([row[place] for row in rows if place < len(row)])
        for place, name in enumerate(columns)
    }
    offers = []
    for place, (name, found) in enumerate(facts.items()):
        for role, by_name in _offers(name, found, first=place == 0).items():
            share = by_name if not found.filled else _confirmed(role, by_name, found)
            if share > 0:
                found.roles[role] = share
                # of two columns of one name the longer text, else the first
                offers.append((-share, -found.length if role == "text" else place, role, name))
    taken: dict[str, str] = {}
    sure: dict[str, float] = {}
    for minus, _, role, name in sorted(offers):
        if role not in taken and name not in taken.values():
            taken[role], sure[role] = name, -minus
    _settle_text(facts, taken, sure)
    order = [role for role in ROLES if role in taken]
    return Guess(
        {role: taken[role] for role in order}, {role: round(sure[role], 2) for role in order}
    )


def _offers(name: str, facts: _Facts, *, first: bool) -> dict[str, float]:
    """Return what a column may be for by its name, else by what is in it."""
    found = roles_of(name)
    if not facts.filled:
        return found
    if facts.addresses >= _MOST and "url" not in found:
        found["url"] = 0.6
    if facts.dates >= _MOST and not found.keys() & {"date", "id", "text", "title"}:
        found["date"] = 0.6
    if first and name == "1" and facts.differ and facts.numbers >= _MOST:
        found["id"] = 0.4
    return found


def _confirmed(role: str, sure: float, facts: _Facts) -> float:
    """Return how sure a role is once the cells are looked at; 0 where they speak against it."""
    no_address, is_name = facts.addresses < _MOST, sure > IN_PART
    if role == "text":
        if not no_address or facts.dates >= _MOST or facts.numbers >= _MOST:
            return 0.0
        # what is called a text in part only, or could be anything, has to look like one
        fits = facts.length >= _LONG if sure >= IN_PART else facts.prose >= _MOST
        return sure if is_name or fits else 0.0
    if role == "url":
        return sure if not no_address else 0.0
    if role == "date":
        return sure if facts.dates > 0 or is_name else 0.0
    if role == "id":
        return sure if facts.differ else 0.0
    short = facts.length < _SHORT
    return sure if no_address and short else 0.0


def _settle_text(
    facts: Mapping[str, _Facts], taken: dict[str, str], sure: dict[str, float]
) -> None:
    """Find the text by its length where no name tells it, and doubt a name others compete with."""
    free = [
        name
        for name, found in facts.items()
        if name not in taken.values() and found.length >= _LONG and found.prose >= _MOST
    ]
    free.sort(key=lambda name: -facts[name].length)
    if "text" not in taken:
        second = facts[free[1]].length if len(free) > 1 else 0.0
        if free and facts[free[0]].length >= _TWICE * second:
            taken["text"], sure["text"] = free[0], 0.6
        return
    length = facts[taken["text"]].length
    rivals = [
        name
        for name in free
        if facts[name].roles.get("text", 0.0) >= sure["text"]
        or facts[name].length >= _TWICE * max(length, 1.0)
    ]
    if rivals:
        sure["text"] = min(sure["text"], 0.6)


def _facts(cells: Sequence[str]) -> _Facts:
    filled = [cell for cell in cells if cell.strip()]
    count = len(filled)
    if not count:
        return _Facts()
    short = [cell[:CELL_SHOWN] for cell in filled]
    return _Facts(
        filled=count,
        length=sum(map(len, filled)) / count,
        addresses=sum(_ADDRESS.match(cell) is not None for cell in short) / count,
        dates=sum(looks_like_date(cell) for cell in short) / count,
        numbers=sum(_NUMBER.match(cell) is not None for cell in short) / count,
        prose=sum(" " in cell.strip() for cell in short) / count,
        differ=len(set(filled)) == count,
    )
