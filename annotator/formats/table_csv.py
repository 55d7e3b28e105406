"""Articles in a table of text: CSV, TSV and their kin (docs/formats/tables.md)."""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Final, NamedTuple, TextIO

from annotator.errors import FormatError
from annotator.formats import table_text
from annotator.formats.base import (
    HEAD,
    USUAL,
    FormatInfo,
    Kind,
    Left,
    Reading,
    ReadOptions,
    StandsAlone,
)
from annotator.formats.columns import Sample, sample_of
from annotator.formats.csv_records import (
    Dialect,
    Found,
    TooBroken,
    find_dialect,
    records,
)
from annotator.formats.table_headers import (
    could_be_names,
    has_header,
    is_typed,
    named,
    names_text,
)
from annotator.formats.table_rows import Rows, articles, refusal

_SAMPLE: Final = 1024 * 1024
"""Characters that are looked at to find out how a table is written."""
_SAMPLE_BYTES: Final = 4 * _SAMPLE
_ROWS: Final = 200
_SUFFIXES: Final = (".csv", ".tsv", ".tab")
_SEPARATOR: Final = re.compile(r"sep=(.)(?:\r\n|\r|\n)", re.IGNORECASE)
"""What a spreadsheet writes above a table, for itself."""
_SHAPES: Final = (re.compile(r"\d*"), re.compile(r"(?:https?://\S+)?"))
_ANNOTATED: Final = re.compile(r"[TREAMN#*]\d*\t|#FORMAT=WebAnno")
"""Files of brat and of WebAnno: no table of articles."""
_EVIDENCE: Final = 3
_NEARLY: Final = 0.9


class Csv(StandsAlone):
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
        is_cut = len(head) >= HEAD
        found = _find(text, is_cut=is_cut)
        if not found.rows:
            return is_cut and path.suffix.casefold() in _SUFFIXES
        if _ANNOTATED.match(text):
            return False
        if path.suffix.casefold() in _SUFFIXES:
            return True
        # Articles have commas as well: without the suffix a table has to prove itself.
        first = found.rows[0]
        is_even = found.share >= _NEARLY and len(first) == found.width > 1
        several = len(found.rows) > 1 or is_cut
        many = min(found.width, len(found.rows)) >= _EVIDENCE and could_be_names(first)
        return is_even and ((several and names_text(first)) or (many and any(is_typed(found.rows))))

    def sample(self, path: Path, rows: int = 20, options: ReadOptions = USUAL) -> Sample:
        encoding = table_text.encoding_of(path, _SAMPLE_BYTES)
        return _examine(path, encoding, options).sample(rows)

    def read(self, path: Path, options: ReadOptions = USUAL) -> Iterator[Reading]:
        encoding = table_text.encoding_of(path)
        table = _examine(path, encoding, options)
        with table_text.opened(path, encoding) as file:
            yield from articles(
                path, table.sample(_ROWS), options, partial(_readings, path, file, table)
            )


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
    found = _find(text, is_cut=is_cut)
    above = 1 if _SEPARATOR.match(text) else 0
    if not found.rows:
        what = "no row ends in its first part" if is_cut else "there are no rows in it"
        raise FormatError(path, 0, what)
    first = found.rows[0]
    with_names = has_header(found.rows, options)
    width = len(first) if with_names else found.width
    names = named(first if with_names else [""] * width)
    below = found.rows[1:] if with_names else found.rows
    return _Table(encoding, found.dialect, above, with_names, names, below)


def _find(text: str, *, is_cut: bool) -> Found:
    """Find out the dialect of a text, of which whole lines are looked at."""
    separator = _SEPARATOR.match(text)
    body = text[separator.end() :] if separator else text
    if is_cut:
        body = body[: max(body.rfind("\n"), body.rfind("\r")) + 1]
    delimiter = separator[1] if separator else ""
    return find_dialect(body, names_text, delimiter, is_cut=is_cut)


def _readings(path: Path, file: TextIO, table: _Table, rows: Rows) -> Iterator[Reading]:
    for _ in range(table.above):
        file.readline()
    width, names, names_follow = len(table.columns), table.columns, table.has_header
    position = getattr(file, "buffer").tell  # noqa: B009 - a text file of the io module has one
    shape = _Shape(table)
    with _decoding(path):
        try:
            for record in records(file, table.dialect, shape.fits):
                line, cells = record.line + table.above, record.cells
                if record.problem:
                    yield refusal(path, line, position(), record.problem, record.detail)
                elif names_follow:
                    names_follow = False
                elif _is_misfit(cells, width):
                    yield refusal(path, line, position(), "row_width", f"{len(cells)} ≠ {width}")
                else:
                    row = zip(names, cells, strict=False)
                    yield rows.reading(line, position(), row, shape.told(cells))
        except TooBroken as error:
            place = error.line + table.above
            raise FormatError(path, place, str(error)) from error


@contextmanager
def _decoding(path: Path) -> Iterator[None]:
    """Tell of bytes that the encoding of a file cannot explain, such as half a character."""
    try:
        yield
    except UnicodeDecodeError as error:
        raise FormatError(path, 0, f"not {error.encoding}: {error.reason}") from error


def _is_misfit(cells: Sequence[str], width: int) -> bool:
    """Tell whether cells are too many for a row; those missing at the end may be blank ones."""
    return any(map(str.strip, cells[width:])) or len(cells) == 1 < width - 1


class _Shape:
    """What the rows at the beginning of a file look like."""

    def __init__(self, table: _Table) -> None:
        self._width = len(table.columns)
        self._delimiter = table.dialect.delimiter
        self._columns = [
            _pattern([row[place] for row in table.rows if place < len(row)])
            for place in range(self._width)
        ]
        self._is_known = self._width >= _EVIDENCE and any(self._columns)

    def fits(self, cells: Sequence[str]) -> bool:
        """Tell whether a row looks like those."""
        return len(cells) == self._width and all(
            pattern is None or pattern.fullmatch(cell) is not None
            for pattern, cell in zip(self._columns, cells, strict=True)
        )

    def told(self, cells: Sequence[str]) -> list[Left]:
        """Return what is to be said of a row that is an article.

        Lines of a cell that look like rows may be some: a quote left open, closed by another row's.
        """
        left = []
        if len(cells) < self._width:
            left.append(Left("short_row", "", f"{len(cells)} ≠ {self._width}"))
        if self._is_known and any(
            self.fits(line.split(self._delimiter))
            for cell in cells
            if "\n" in cell
            for line in cell.split("\n")
        ):
            left.append(Left("rows_in_cell"))
        return left


def _pattern(cells: Sequence[str]) -> re.Pattern[str] | None:
    """Return what all cells of a column match, None where they are of no kind."""
    filled = any(map(str.strip, cells))
    return next((one for one in _SHAPES if filled and all(map(one.fullmatch, cells))), None)
