"""Articles in a table of text: CSV, TSV and their kin (docs/formats/tables.md)."""

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final, NamedTuple, TextIO

from annotator.errors import FormatError
from annotator.formats import table_text
from annotator.formats.base import HEAD, USUAL, FormatInfo, Kind, Left, Reading, ReadOptions
from annotator.formats.column_names import SURE, roles_of
from annotator.formats.columns import Sample, chosen, sample_of
from annotator.formats.csv_records import (
    Dialect,
    Found,
    Record,
    TooBroken,
    find_dialect,
    records,
)
from annotator.formats.table_rows import Rows, order_of

_SAMPLE: Final = 1024 * 1024
"""Characters that are looked at to find out how a table is written."""
_SAMPLE_BYTES: Final = 4 * _SAMPLE
_SUFFIXES: Final = (".csv", ".tsv", ".tab")
_NAME: Final = 60
"""Longest name of a column in characters."""
_SEPARATOR: Final = re.compile(r"sep=(.)(?:\r\n|\r|\n)", re.IGNORECASE)
"""What a spreadsheet writes above a table, for itself."""
_TYPED: Final = re.compile(r"[-+]?[\d.,]+|https?://\S+|\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}\D?.*")
_SHAPES: Final = (re.compile(r"\d*"), re.compile(r"(?:https?://\S+)?"))
_BRAT: Final = re.compile(r"[TREAMN#*]\d*\t")
"""Annotations of brat: no article in them."""
_EVIDENCE: Final = 3
_NEARLY: Final = 0.9


class Csv:
    """An article a row. How the table is written is found out and told."""

    info = FormatInfo(
        "csv-table", "Table of text (CSV, TSV)", _SUFFIXES, reads=True, kind=Kind.TABLE
    )

    def accepts(self, head: bytes, path: Path) -> bool:
        try:
            encoding = table_text.encoding_of_head(head)
        except ValueError:
            return False
        text = head.decode(encoding, "replace").removeprefix("\ufeff")
        found, is_cut = _find(text, is_cut=len(head) >= HEAD)
        if not found.rows:
            return is_cut and path.suffix.casefold() in _SUFFIXES
        if path.suffix.casefold() in _SUFFIXES:
            return True
        # Articles have commas as well: without the suffix a table has to prove itself.
        first = found.rows[0]
        is_even = found.share >= _NEARLY and len(first) == found.width > 1
        several = len(found.rows) > 1 or is_cut
        many = min(found.width, len(found.rows)) >= _EVIDENCE and _could_be_names(first)
        return (
            is_even
            and not _BRAT.match(text)
            and ((several and _names_text(first)) or (many and any(_is_typed(found.rows))))
        )

    def companions(self, path: Path) -> Sequence[Path]:  # noqa: ARG002 - there are none
        return ()

    def sample(self, path: Path, rows: int = 20, options: ReadOptions = USUAL) -> Sample:
        encoding = table_text.encoding_of(path, _SAMPLE_BYTES)
        return _examine(path, encoding, options).sample(rows)

    def read(self, path: Path, options: ReadOptions = USUAL) -> Iterator[Reading]:
        encoding = table_text.encoding_of(path)
        table = _examine(path, encoding, options)
        sample = table.sample(0)
        columns = chosen(path, sample, options)
        order = order_of(table.rows, sample.columns, columns.get("date", ""))
        rows = Rows(path, columns, sample.facts, order)
        with table_text.opened(path, encoding) as file:
            yield from _readings(path, file, table, rows)


FORMAT = Csv()


class _Table(NamedTuple):
    """What was found out from the beginning of a file; `rows` are those below the header."""

    encoding: str
    dialect: Dialect
    above: int
    """Lines above the table."""
    has_header: bool
    columns: tuple[str, ...]
    rows: list[list[str]]

    def sample(self, shown: int) -> Sample:
        width = len(self.columns)
        rows = [[*row[:width], *[""] * (width - len(row))] for row in self.rows]
        facts = {
            "encoding": table_text.shown(self.encoding),
            "delimiter": self.dialect.delimiter if width > 1 else "",
            "quotes": str(self.dialect.quotes),
            "header": "yes" if self.has_header else "no",
        }
        return sample_of(self.columns, rows, facts, shown)


def _examine(path: Path, encoding: str, options: ReadOptions) -> _Table:
    with _decoding(path), table_text.opened(path, encoding) as file:
        text = file.read(_SAMPLE)
        is_cut = bool(file.read(1))
    found, _ = _find(text, is_cut=is_cut)
    above = 1 if _SEPARATOR.match(text) else 0
    if not found.rows:
        what = "no row ends in its first part" if is_cut else "there are no rows in it"
        raise FormatError(path, 0, what)
    first = found.rows[0]
    has_header = _has_header(found.rows, options)
    width = len(first) if has_header else found.width
    names = _named(first if has_header else [""] * width)
    below = found.rows[1:] if has_header else found.rows
    return _Table(encoding, found.dialect, above, has_header, names, below)


def _find(text: str, *, is_cut: bool) -> tuple[Found, bool]:
    """Find out the dialect of a text, of which whole lines are looked at."""
    separator = _SEPARATOR.match(text)
    body = text[separator.end() :] if separator else text
    if is_cut:
        body = body[: max(body.rfind("\n"), body.rfind("\r")) + 1]
    delimiter = separator[1] if separator else ""
    return find_dialect(body, _names_text, delimiter, is_cut=is_cut), is_cut


def _readings(path: Path, file: TextIO, table: _Table, rows: Rows) -> Iterator[Reading]:
    for _ in range(table.above):
        file.readline()
    width, names = len(table.columns), table.columns
    count, names_follow = 0, table.has_header
    position = getattr(file, "buffer").tell  # noqa: B009 - a text file of the io module has one
    found = records(file, table.dialect, _fitting(table))
    with _decoding(path):
        try:
            for record in found:
                line = record.line + table.above
                if names_follow and not record.problem:
                    names_follow = False
                    continue
                count += 1
                problem = record.problem or _wrong_width(record, width)
                if problem:
                    yield Reading(line, position(), FormatError(path, line, problem))
                    continue
                cells = record.cells
                missing = width - len(cells)
                left = (
                    [Left("short_row", "", f"{len(cells)} of {width} cells")] if missing > 0 else []
                )
                yield rows.reading(line, position(), zip(names, cells, strict=False), left)
        except TooBroken as error:
            place = error.line + table.above
            raise FormatError(path, place, str(error)) from error
    if not count:
        raise FormatError(path, 0, "there is no row below the names of the columns")


@contextmanager
def _decoding(path: Path) -> Iterator[None]:
    """Tell of bytes that the encoding of a file cannot explain, such as half a character."""
    try:
        yield
    except UnicodeDecodeError as error:
        raise FormatError(path, 0, f"not {error.encoding}: {error.reason}") from error


def _wrong_width(record: Record, width: int) -> str:
    """Return what is wrong with the number of cells; cells missing at the end may be blank ones."""
    count = len(record.cells)
    if (count > width and any(map(str.strip, record.cells[width:]))) or count == 1 < width - 1:
        return f"the row has {count} cells instead of {width}"
    return ""


def _fitting(table: _Table) -> Callable[[Sequence[str]], bool]:
    """Return what tells a row that looks like those at the beginning of the file."""
    width = len(table.columns)
    shapes = []
    for place in range(width):
        cells = [row[place] for row in table.rows if place < len(row)]
        shapes.append(
            next((one for one in _SHAPES if cells and all(map(one.fullmatch, cells))), None)
        )

    def fits(cells: Sequence[str]) -> bool:
        return len(cells) == width and all(
            shape is None or shape.fullmatch(cell)
            for shape, cell in zip(shapes, cells, strict=True)
        )

    return fits


# names of columns


def _named(first: Sequence[str]) -> tuple[str, ...]:
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


def _has_header(rows: Sequence[Sequence[str]], options: ReadOptions) -> bool:
    """Tell whether the first row names the columns: what a person said, else what it looks like."""
    first, below = rows[0], rows[1:]
    said = [column for column in (options.columns or {}).values() if column]
    if said and set(said) <= set(_named(first)):
        return True
    if said and all(column.isdecimal() and int(column) <= len(first) for column in said):
        return False
    if not _could_be_names(first):
        return False
    if not below or any(roles_of(cell).get("text", 0.0) >= _NEARLY for cell in first):
        return True
    known = sum(max(roles_of(cell).values(), default=0.0) >= SURE for cell in first)
    return known > 1 or any(_is_typed(rows)) or any(_is_longer(rows))


def _is_typed(rows: Sequence[Sequence[str]]) -> Iterator[bool]:
    """Tell of each column whether all its cells but the first are numbers, dates or addresses."""
    for place in range(len(rows[0])):
        filled = [row[place].strip() for row in rows[1:] if place < len(row) and row[place].strip()]
        yield bool(filled) and all(_TYPED.fullmatch(cell[:_NAME]) for cell in filled)


def _is_longer(rows: Sequence[Sequence[str]]) -> Iterator[bool]:
    """Tell of each column whether its cells are far longer than the first one."""
    for place, name in enumerate(rows[0]):
        lengths = [len(row[place]) for row in rows[1:] if place < len(row)]
        mean = sum(lengths) / max(1, len(lengths))
        yield mean > max(_NAME, _EVIDENCE * len(name))


def _could_be_names(cells: Sequence[str]) -> bool:
    names = [cell.strip() for cell in cells if cell.strip()]
    return (
        bool(names)
        and 2 * len({name.casefold() for name in names}) > len(names)
        and all(len(name) <= _NAME and not _TYPED.fullmatch(name) for name in names)
    )


def _names_text(cells: Sequence[str]) -> bool:
    """Tell whether these are names of columns with one for the text among them."""
    return _could_be_names(cells) and any(
        roles_of(cell).get("text", 0.0) >= _NEARLY for cell in cells
    )
