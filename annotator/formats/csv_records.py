"""Rows of text with delimiters and quotes: broken quotes cost the row they stand in, no more.

Python's csv module reads on to the end of the file from a quote that is never closed. Here the
rest of the file is read again from the line after the one where quoting broke.
"""

import csv
import re
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from enum import StrEnum
from itertools import islice
from typing import Final, NamedTuple, TextIO

RECORD_LIMIT: Final = 16 * 1024 * 1024
"""Longest row in characters."""
_RESYNC_LIMIT: Final = 1024 * 1024
"""Longest row that is tried while looking for the place where quoting is right again."""
_AGAIN_LIMIT: Final = 256 * 1024 * 1024
"""Most characters of a file that are read a second time."""


class Quotes(StrEnum):
    """How a cell holds a quote: twice, after a backslash, or there is no quoting at all."""

    DOUBLED = "doubled"
    BACKSLASH = "backslash"
    NONE = "none"


class Dialect(NamedTuple):
    """How rows are written. `spaces`: blanks after a delimiter belong to no cell."""

    delimiter: str
    quotes: Quotes = Quotes.DOUBLED
    spaces: bool = False


class Record(NamedTuple):
    """A row: the line it begins in, counted from 1, and its cells, or what is wrong with it.

    `problem` is "quotes_broken", "quote_open" or "row_too_long", and `detail` the lines not read.
    """

    line: int
    cells: list[str]
    problem: str = ""
    detail: str = ""


class TooBroken(ValueError):
    """So many quotes are broken that the rest of a file is not read; `line` is the place."""

    def __init__(self, line: int) -> None:
        super().__init__("so many quotes are broken that what follows was not read")
        self.line = line


class _TooLong(Exception):
    """A row or line is longer than is read."""


def records(
    file: TextIO,
    dialect: Dialect,
    fits: Callable[[Sequence[str]], bool] = bool,
    *,
    is_cut: bool = False,
) -> Iterator[Record]:
    """Hand out the rows that are not blank, in bounded memory.

    After a row with broken quotes everything is passed over until a row `fits`; the lines are named
    in one record. With `is_cut` a row that the end of the file breaks off is not handed out.
    """
    if csv.field_size_limit() < RECORD_LIMIT:
        csv.field_size_limit(RECORD_LIMIT)  # of the whole process; rows are bounded here
    lines = _Lines(file)
    reader = csv.reader(
        lines,
        delimiter=dialect.delimiter,
        quoting=csv.QUOTE_NONE if dialect.quotes is Quotes.NONE else csv.QUOTE_MINIMAL,
        escapechar="\\" if dialect.quotes is Quotes.BACKSLASH else None,
        skipinitialspace=dialect.spaces,
        strict=True,
    )
    broken, reason = 0, ""
    while True:
        first = lines.begin(RECORD_LIMIT if not broken else _RESYNC_LIMIT)
        cells, problem = _row(reader, lines)
        if cells is None or (problem and is_cut and lines.at_end):
            break
        if problem or (broken and not (cells and fits(cells))):
            if not broken:
                broken, reason = first, problem
            lines.again()
            continue
        if broken:
            yield _broken(broken, first, reason)
            broken = 0
        if any(map(str.strip, cells)):
            yield Record(first, cells)
    if broken and not is_cut:
        yield _broken(broken, lines.number + 1, reason)


def _row(reader: Iterator[list[str]], lines: "_Lines") -> tuple[list[str] | None, str]:
    """Return the cells of the next row, None at the end, and what is wrong with it."""
    try:
        return next(reader, None), ""
    except _TooLong:
        return [], "row_too_long"
    except csv.Error:
        return [], "quote_open" if lines.at_end else "quotes_broken"


def _broken(first: int, following: int, reason: str) -> Record:
    last = following - 1
    return Record(first, [], reason, f"{first}" if last <= first else f"{first}–{last}")


class _Lines:
    """The lines of a file for csv.reader; those of the row being read can be read again."""

    def __init__(self, file: TextIO) -> None:
        self.number = 0
        self.at_end = False
        self._file = file
        self._waiting: deque[str] = deque()
        self._row: list[str] = []
        self._length = 0
        self._limit = RECORD_LIMIT
        self._read_again = 0

    def begin(self, limit: int) -> int:
        """Begin a row of at most `limit` characters; return the number of its first line."""
        self._row.clear()
        self._length, self._limit = 0, limit
        return self.number + 1

    def again(self) -> None:
        """Have all lines of this row but the first one read again. Raises TooBroken."""
        rest = self._row[1:]
        self._waiting.extendleft(reversed(rest))
        self.number -= len(rest)
        self._read_again += sum(map(len, rest))
        if self._read_again > _AGAIN_LIMIT:
            raise TooBroken(self.number)

    def __iter__(self) -> "_Lines":
        return self

    def __next__(self) -> str:
        # called for every line of a file
        waiting = self._waiting
        line = waiting.popleft() if waiting else self._file.readline(RECORD_LIMIT + 1)
        if not line:
            self.at_end = True
            raise StopIteration
        self.number += 1
        self._row.append(line)
        self._length += len(line)
        if self._length > self._limit:
            if len(line) > RECORD_LIMIT:
                self._row[-1] = ""
                self._pass_over(line)
            raise _TooLong
        return line

    def _pass_over(self, line: str) -> None:
        """Read on to the end of a line."""
        while line and not line.endswith(("\n", "\r")):
            line = self._file.readline(RECORD_LIMIT)


# finding out the dialect

_DELIMITERS: Final = (",", ";", "\t", "|")
_ONE_COLUMN: Final = "\x1f"
"""A delimiter that no text holds."""
_RECORDS: Final = 200
_ENOUGH: Final = 0.5
_NEARLY_ALL: Final = 0.95
_SOME: Final = 0.3
_WRAPPED: Final = re.compile(r'"(?:[^"]|"")*"')


class Found(NamedTuple):
    """A dialect, its first rows, their usual number of cells, and the share of rows with it.

    `named`: the first row has names of columns that are known, and its number is the usual one.
    """

    dialect: Dialect
    rows: list[list[str]]
    width: int
    share: float
    named: bool


def find_dialect(
    text: str, is_header: Callable[[Sequence[str]], bool], delimiter: str = "", *, is_cut: bool
) -> Found:
    """Return the dialect in which the rows of a text have one width.

    `is_header` tells names of columns that are known; `is_cut` that the text goes on in the file.
    """
    found = [
        _try(text, Dialect(sign, quotes, spaces), is_header, is_cut=is_cut)
        for sign in (delimiter or _DELIMITERS)
        if sign in text
        for quotes in Quotes
        if quotes is Quotes.DOUBLED or '"' in text
        if quotes is not Quotes.BACKSLASH or '\\"' in text
        for spaces in (False, True)
        if not spaces or (quotes is not Quotes.NONE and f'{sign} "' in text)
    ]
    several = [
        item
        for item in found
        if item.width > 1 and (item.named or item.share >= _ENOUGH)
        if item.dialect.quotes is not Quotes.NONE or _means_quotes(item)
    ]
    if several:
        # The first of equals: `max` keeps the order above.
        return max(
            several,
            key=lambda item: (item.named, round(item.share, 2), item.width),
        )
    alone = [
        _try(text, Dialect(_ONE_COLUMN, quotes), is_header, is_cut=is_cut)
        for quotes in (Quotes.DOUBLED, Quotes.NONE)
    ]
    return max(alone, key=lambda item: item.share)


def _means_quotes(found: Found) -> bool:
    """Tell whether quotes are signs of the text itself: cells begin with one and go on after it.

    What is quoted ends in one, or holds a delimiter and makes its row too wide.
    """
    begin = quoted = 0
    for row in found.rows:
        cells = [cell for cell in row if cell.startswith('"')]
        begin += len(cells)
        wrapped = sum(_WRAPPED.fullmatch(cell) is not None for cell in cells)
        quoted += len(cells) if len(row) > found.width else wrapped
    return found.share >= _NEARLY_ALL and quoted <= _SOME * begin


def _try(
    text: str, dialect: Dialect, is_header: Callable[[Sequence[str]], bool], *, is_cut: bool
) -> Found:
    from io import StringIO

    rows: list[list[str]] = []
    problems = 0
    try:
        for record in islice(records(StringIO(text, newline=""), dialect, is_cut=is_cut), _RECORDS):
            if record.problem:
                problems += 2
            else:
                rows.append(record.cells)
    except TooBroken:
        problems += _RECORDS
    widths = [len(row) for row in rows]
    named = bool(rows) and is_header(rows[0])
    width = max(set(widths), key=lambda number: (widths.count(number), number), default=0)
    if named:
        width = widths[0]
    share = widths.count(width) / (len(rows) + problems) if rows else 0.0
    return Found(dialect, rows, width, share, named)
