"""Articles in a sheet of an Excel workbook (docs/formats/xlsx-table.md)."""

from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Final

from annotator.errors import FormatError
from annotator.formats import packages
from annotator.formats.base import USUAL, FormatInfo, Kind, Left, Reading, ReadOptions, StandsAlone
from annotator.formats.columns import Guess, Sample, guess_columns, sample_of
from annotator.formats.table_headers import has_header, named, names_text
from annotator.formats.table_rows import Rows, articles, as_text
from annotator.formats.xlsx_parts import Cell, Sheet, Workbook

_ROWS: Final = 200
_ABOVE: Final = 10
"""Rows above the names of the columns, such as a title, that are passed over."""
_OLD: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SUFFIXES: Final = (".xlsx", ".xlsm", ".xls")
_PART: Final = "xl/workbook.xml"


class Xlsx(StandsAlone):
    """An article a row."""

    info = FormatInfo("xlsx-table", "Excel workbook", _SUFFIXES[:2], reads=True, kind=Kind.TABLE)

    def accepts(self, head: bytes, path: Path) -> bool:
        if head.startswith(_OLD):  # to be told what is the matter
            return path.suffix.casefold() in _SUFFIXES
        return head.startswith(packages.MAGIC) and (
            b"xl/worksheets/" in head or packages.has_part(path, _PART)
        )

    def sample(self, path: Path, rows: int = 20, options: ReadOptions = USUAL) -> Sample:
        _refuse_old(path)
        with packages.opened(path) as package, closing(Workbook(path, package)) as book:
            found = _examine(path, book, options)
            return _best(found, options).sample(rows, book.sheets)

    def read(self, path: Path, options: ReadOptions = USUAL) -> Iterator[Reading]:
        _refuse_old(path)
        with packages.opened(path) as package, closing(Workbook(path, package)) as book:
            yield from _read(path, book, options)


FORMAT = Xlsx()


@dataclass(frozen=True, slots=True)
class _Table:
    """A sheet, the row of its names (0 where there is none), and its first rows below."""

    sheet: Sheet
    header: int
    above: int
    columns: tuple[str, ...]
    rows: list[list[str]]
    guess: Guess

    def sample(self, shown: int, sheets: Sequence[Sheet]) -> Sample:
        facts = {
            "sheet": self.sheet.name,
            "sheets": "\n".join(sheet.name for sheet in sheets),
            "header": "yes" if self.header else "no",
        }
        return sample_of(self.columns, self.rows, facts, shown)


def _refuse_old(path: Path) -> None:
    with path.open("rb") as file:
        if file.read(len(_OLD)) == _OLD:
            raise FormatError(
                path, 0, "an old Excel file or one with a password; save it as .xlsx without one"
            )


def _examine(path: Path, book: Workbook, options: ReadOptions) -> list[_Table]:
    """Look at the beginning of each sheet that has cells. Raises FormatError where none has."""
    found = []
    for sheet in book.sheets:
        beginning = [
            (number, [as_text(value) for value in _values(cells)])
            for number, cells in islice(book.rows(sheet), _ROWS)
        ]
        beginning = [(number, cells) for number, cells in beginning if any(map(str.strip, cells))]
        if beginning:
            found.append(_table(sheet, beginning, options))
    if not found:
        raise FormatError(path, 0, "there is no sheet with anything in it")
    return found


def _table(sheet: Sheet, beginning: list[tuple[int, list[str]]], options: ReadOptions) -> _Table:
    rows = [cells for _, cells in beginning]
    said = {column for column in (options.columns or {}).values() if column}
    first = next(
        (
            at
            for at, cells in enumerate(rows[:_ABOVE])
            if (said <= set(named(cells)) if said else names_text(cells))
        ),
        0,
    )
    width = max(map(len, rows[first:]))
    header = beginning[first][0] if has_header(rows[first:], options) else 0
    names = [*(rows[first] if header else []), *[""] * width][:width]
    below = rows[first + 1 :] if header else rows[first:]
    columns = named(names)
    return _Table(sheet, header, first, columns, below, guess_columns(columns, below))


def _best(tables: Sequence[_Table], options: ReadOptions) -> _Table:
    """Return the sheet with the columns a person chose, else the one whose text is surest."""
    wanted = {column for column in (options.columns or {}).values() if column}
    return max(
        tables,
        key=lambda table: (
            wanted <= set(table.columns),
            bool(table.rows),
            table.guess.confidence,
        ),
    )


def _read(path: Path, book: Workbook, options: ReadOptions) -> Iterator[Reading]:
    tables = _examine(path, book, options)
    best = _best(tables, options)
    # a sheet a month is one table
    alike = [table for table in tables if table.columns == best.columns]
    beside = [Left("sheet_left_out", table.sheet.name) for table in tables if table not in alike]
    beside += [
        Left("rows_above_left_out", table.sheet.name, str(table.above))
        for table in alike
        if table.above
    ]
    sample = best.sample(_ROWS, book.sheets)
    for reading in articles(path, sample, options, partial(_readings, path, book, alike)):
        if beside and not isinstance(reading.content, FormatError):
            reading = reading._replace(left=(*reading.left, *beside))  # noqa: PLW2901
            beside.clear()
        yield reading


def _readings(
    path: Path, book: Workbook, tables: Sequence[_Table], rows: Rows
) -> Iterator[Reading]:
    size = path.stat().st_size
    for place, table in enumerate(tables):
        for number, cells in book.rows(table.sheet):
            reading = _reading(number, cells, size * place // len(tables), table, rows)
            if reading is not None:
                yield reading


def _reading(
    number: int, cells: list[Cell], done: int, table: _Table, rows: Rows
) -> Reading | None:
    """Return the article of a row, None for one above or without anything in it."""
    if number <= table.header or not any(
        cell.problem or as_text(cell.value).strip() for cell in cells
    ):
        return None
    known = len(table.columns)
    names = [*table.columns, *(str(place + 1) for place in range(known, len(_values(cells))))]
    left = [Left(cell.problem, names[cell.column]) for cell in cells if cell.problem]
    return rows.reading(number, done, ((names[cell.column], cell.value) for cell in cells), left)


def _values(cells: Sequence[Cell]) -> list[object]:
    values: list[object] = [None] * (max((cell.column for cell in cells), default=-1) + 1)
    for cell in cells:
        values[cell.column] = cell.value
    return values
