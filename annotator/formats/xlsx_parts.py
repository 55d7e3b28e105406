"""What stands in the cells of an Excel workbook, read from its XML row by row.

Not through openpyxl: in its reading mode it expands entities, holds all texts of a workbook in
memory, counts through rows that are not there, leaves `_x000D_` in texts and warns on its way.
"""

import posixpath
import re
from array import array
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import SpooledTemporaryFile
from typing import IO, TYPE_CHECKING, Any, Final, NamedTuple
from urllib.parse import unquote

from annotator.errors import FormatError
from annotator.formats import packages

if TYPE_CHECKING:
    from zipfile import ZipFile

COLUMNS: Final = 16_384
"""Most columns of a sheet, as Excel has it."""
CELL_LIMIT: Final = 16 * 1024 * 1024
"""Longest cell in characters."""
PART_LIMIT: Final = 2 * 1024 * 1024 * 1024
"""Largest sheet and largest table of texts in bytes, unpacked."""
_SUSPICIOUS: Final = 64 * 1024 * 1024
_RATIO: Final = 300
"""What is larger than that may not have been packed better than this."""
_PENDING: Final = 32 * 1024 * 1024
"""Longest tag in bytes."""
_IN_MEMORY: Final = 16 * 1024 * 1024
_CHUNK: Final = 256 * 1024
_ESCAPED: Final = re.compile(r"_x([0-9A-Fa-f]{4})_")
_CELL: Final = re.compile(r"([A-Za-z]{1,3})\d+")
_LITERAL: Final = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.|_.|\*.')
_DATES: Final = frozenset({*range(14, 23), *range(27, 37), *range(50, 59)})
_TIMES: Final = frozenset({18, 19, 20, 21, 45, 46, 47})
"""Numbers of the formats that Excel does not write down."""


class Sheet(NamedTuple):
    """A sheet by name, and the part it stands in."""

    name: str
    part: str


class Cell(NamedTuple):
    """A cell: its column from 0, its value, and what is wrong with it as a word or ""."""

    column: int
    value: object
    problem: str = ""


class Workbook:
    """An open workbook: `sheets`, and the rows of each. Raises FormatError for what is damaged."""

    def __init__(self, path: Path, package: "ZipFile") -> None:
        self._path = path
        self._package = package
        book_part = self._target("_rels/.rels", "/officeDocument") or "xl/workbook.xml"
        book = self._parsed(book_part)
        if book is None:
            raise FormatError(path, 0, "the package holds no workbook")
        folder, name = posixpath.split(book_part)
        self._rels = f"{folder}/_rels/{name}.rels"
        targets = self._targets(self._rels)
        self.sheets = tuple(self._sheets(book, targets))
        self._start = _start_of_time(book)
        self._styles = self._style_kinds(self._named(targets, "/styles"))
        self._strings = self._named(targets, "/sharedStrings")
        self._texts = _Texts()

    def close(self) -> None:
        self._texts.close()

    def rows(self, sheet: Sheet) -> Iterator[tuple[int, list[Cell]]]:
        """Hand out the rows of a sheet that have cells: number and cells."""
        if self._strings and not self._texts.is_read:
            for _ in self._events(self._strings, self._texts.parser()):
                pass
            self._texts.is_read = True
        reader = _Rows(self._texts, self._styles, self._start)
        for _ in self._events(sheet.part, reader.parser()):
            yield from reader.finished
            reader.finished.clear()

    def _events(self, part: str, parser: Any) -> Iterator[None]:
        """Feed a part to a parser; hand over after each piece."""
        import zlib
        from xml.parsers.expat import ExpatError
        from zipfile import BadZipFile

        try:
            info = self._package.getinfo(part)
        except KeyError:
            raise FormatError(self._path, 0, f"the part {part!r} is missing") from None
        size = info.file_size
        too_small = size > _SUSPICIOUS and size > _RATIO * max(1, info.compress_size)
        if size > PART_LIMIT or too_small:
            raise FormatError(self._path, 0, f"{part} is {size} bytes long unpacked")
        try:
            with self._package.open(info) as file:
                fed = 0
                while piece := file.read(_CHUNK):
                    parser.Parse(piece, False)
                    fed += len(piece)
                    if fed - parser.CurrentByteIndex > _PENDING:
                        raise FormatError(self._path, 0, f"{part} holds a tag without end")
                    yield
                parser.Parse(b"", True)
                yield
        except RuntimeError as error:
            raise FormatError(self._path, 0, "the package is protected by a password") from error
        except ExpatError as error:
            raise FormatError(self._path, 0, f"the XML of {part} is damaged: {error}") from error
        except (BadZipFile, zlib.error, EOFError, NotImplementedError) as error:
            raise FormatError(self._path, 0, f"the package is damaged: {error}") from error
        except ValueError as error:
            raise FormatError(self._path, 0, f"{part}: {error}") from error

    def _parsed(self, part: str) -> Any:
        data = packages.part(self._path, self._package, part)
        return None if data is None else packages.parsed(self._path, data)

    def _targets(self, part: str) -> dict[str, tuple[str, str]]:
        """Return id -> (type, part) of the relations in a part."""
        root = self._parsed(part)
        folder = posixpath.dirname(posixpath.dirname(part))
        found = {}
        for item in root.iter("{*}Relationship") if root is not None else ():
            target = unquote(item.get("Target", ""))
            name = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            found[item.get("Id", "")] = (item.get("Type", ""), name)
        return found

    def _target(self, part: str, kind: str) -> str:
        return self._named(self._targets(part), kind)

    @staticmethod
    def _named(targets: dict[str, tuple[str, str]], kind: str) -> str:
        return next((name for found, name in targets.values() if found.endswith(kind)), "")

    def _sheets(self, book: Any, targets: dict[str, tuple[str, str]]) -> Iterator[Sheet]:
        for item in book.iter("{*}sheet"):
            identity = next(
                (value for key, value in item.attrib.items() if key.endswith("}id")), ""
            )
            kind, part = targets.get(identity, ("", ""))
            if kind.endswith("/worksheet"):
                yield Sheet(item.get("name", ""), part)

    def _style_kinds(self, part: str) -> list[str]:
        """Return for each style of cells whether its numbers are a "date", a "time" or ""."""
        root = self._parsed(part) if part else None
        if root is None:
            return []
        codes = {
            item.get("numFmtId", ""): item.get("formatCode", "") for item in root.iter("{*}numFmt")
        }
        return [
            _kind_of(style.get("numFmtId", "0"), codes)
            for styles in root.iter("{*}cellXfs")
            for style in styles.iter("{*}xf")
        ]


def _kind_of(number: str, codes: dict[str, str]) -> str:
    code = codes.get(number)
    if code is None:
        found = int(number) if number.isdecimal() else 0
        return "date" if found in _DATES - _TIMES | {22} else "time" if found in _TIMES else ""
    letters = _LITERAL.sub("", code.split(";")[0]).casefold()
    if letters == "general" or not set(letters) & set("dmyhs"):
        return ""
    return "date" if set(letters) & set("dy") else "time" if set(letters) & set("hs") else "date"


def _start_of_time(book: Any) -> datetime:
    for item in book.iter("{*}workbookPr"):
        if item.get("date1904", "0") in {"1", "true"}:
            return datetime(1904, 1, 1)  # noqa: DTZ001 - cells have no zone
    return datetime(1899, 12, 30)  # noqa: DTZ001


def unescaped(text: str) -> str:
    """Return a text of a workbook without its escapes: `_x000D_` is CR, `_x005F_` a `_`."""
    if "_x" not in text:
        return text
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text)


class _Texts:
    """The texts that cells share, on the disk where they are many."""

    def __init__(self) -> None:
        self.is_read = False
        self._file: IO[bytes] = SpooledTemporaryFile(_IN_MEMORY)  # noqa: SIM115 - closed below
        self._ends = array("Q", [0])

    def close(self) -> None:
        self._file.close()

    def get(self, number: int) -> str:
        """Return a text. Raises IndexError."""
        start, end = self._ends[number], self._ends[number + 1]
        self._file.seek(start)
        return self._file.read(end - start).decode("utf-8", "surrogatepass")

    def parser(self) -> Any:
        """Return a parser that fills this."""
        text = _Text()

        def end(name: str) -> None:
            if name == "si":
                data = unescaped(text.taken()).encode("utf-8", "surrogatepass")
                self._file.write(data)
                self._ends.append(self._ends[-1] + len(data))
            else:
                text.end(name)

        return _parser(text.start, end, text.data)


class _Text:
    """Gathers the text in `t` elements, without that of phonetic readings."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._length = 0
        self._phonetic = 0
        self._is_open = False

    def start(self, name: str, _: dict[str, str]) -> None:
        self._phonetic += name == "rPh"
        self._is_open = name == "t" and not self._phonetic

    def end(self, name: str) -> None:
        self._phonetic -= name == "rPh"
        self._is_open = False

    def data(self, data: str) -> None:
        if self._is_open:
            self.add(data)

    def add(self, data: str) -> None:
        self._length += len(data)
        if self._length > CELL_LIMIT:
            raise ValueError(f"a cell is longer than {CELL_LIMIT} characters")
        self._pieces.append(data)

    def taken(self) -> str:
        text = "".join(self._pieces)
        self._pieces.clear()
        self._length = 0
        return text


class _Rows:
    """Gathers the rows of a sheet."""

    def __init__(self, texts: _Texts, styles: list[str], start: datetime) -> None:
        self.finished: list[tuple[int, list[Cell]]] = []
        self._texts = texts
        self._styles = styles
        self._start = start
        self._text = _Text()
        self._row = 0
        self._cells: list[Cell] = []
        self._column = -1
        self._about: dict[str, str] = {}
        self._value: _Text | None = None
        self._raw = ""
        self._has_formula = False

    def parser(self) -> Any:
        return _parser(self._begin, self._end, self._data)

    def _begin(self, name: str, attributes: dict[str, str]) -> None:
        if name == "c":
            self._about, self._raw, self._has_formula = attributes, "", False
            self._column = _column(attributes.get("r", ""), self._column + 1)
            self._text.taken()
        elif name == "v":
            self._value = self._text
        elif name == "row":
            said = attributes.get("r", "")
            self._row = int(said) if said.isdecimal() and len(said) < 10 else self._row + 1  # noqa: PLR2004
            self._cells, self._column = [], -1
        elif name == "f":
            self._has_formula = True
        else:
            self._text.start(name, attributes)

    def _data(self, data: str) -> None:
        if self._value is not None:
            self._value.add(data)
        else:
            self._text.data(data)

    def _end(self, name: str) -> None:
        if name == "v":
            self._value = None
            self._raw = self._text.taken()
        elif name == "c":
            cell = self._cell()
            if cell is not None:
                self._cells.append(cell)
        elif name == "row":
            if self._cells:
                self.finished.append((self._row, self._cells))
        else:
            self._text.end(name)

    def _cell(self) -> Cell | None:
        """Return the cell that ends, None where nothing is in it."""
        kind, raw = self._about.get("t", "n"), self._raw
        value: object = None
        problem = ""
        if kind == "inlineStr":
            value = unescaped(self._text.taken())
        elif not raw:
            problem = "formula_without_value" if self._has_formula else ""
        elif kind == "s":
            try:
                value = self._texts.get(int(raw))
            except (IndexError, ValueError):
                problem = "text_missing"
        elif kind == "e":
            problem = "error_value"
        elif kind == "b":
            value = raw.strip() not in {"0", "false"}
        elif kind == "n":
            value = self._number(raw.strip())
        else:
            value = unescaped(raw)
        return Cell(self._column, value, problem) if problem or value is not None else None

    def _number(self, raw: str) -> object:
        style = self._about.get("s", "")
        number = int(style) if style.isdecimal() and len(style) < 10 else -1  # noqa: PLR2004
        kind = self._styles[number] if 0 <= number < len(self._styles) else ""
        try:
            value = float(raw)
            if kind:
                return self._moment(value, kind)
        except (ValueError, OverflowError):
            return raw
        # more digits than a float holds are kept as they stand
        return raw if raw.lstrip("-").isdecimal() else value

    def _moment(self, days: float, kind: str) -> object:
        """Return the date or time of a number of days. Raises ValueError, OverflowError."""
        if kind == "time":
            if not 0 <= days < 1:
                return days
            return (datetime.min + timedelta(seconds=round(days * 86400))).time()  # noqa: DTZ901
        return self._start + timedelta(seconds=round(days * 86400))


def _column(reference: str, following: int) -> int:
    """Return the column of a cell from 0. Raises ValueError."""
    match = _CELL.fullmatch(reference)
    column = following
    if match is not None:
        column = -1
        for letter in match[1].upper():
            column = 26 * (column + 1) + ord(letter) - ord("A")
    if column >= COLUMNS:
        raise ValueError(f"a row has more than {COLUMNS} columns")
    return column


def _parser(
    start: Callable[[str, dict[str, str]], None],
    end: Callable[[str], None],
    data: Callable[[str], None],
) -> Any:
    """Return a parser that calls these with names without name spaces, and declares no entity."""
    from xml.parsers.expat import ParserCreate

    def refuse(*_: object) -> None:
        raise ValueError("it declares a document type, which workbooks never do")

    parser = ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = refuse
    parser.StartElementHandler = lambda name, attributes: start(name.rpartition(" ")[2], attributes)
    parser.EndElementHandler = lambda name: end(name.rpartition(" ")[2])
    parser.CharacterDataHandler = data
    return parser
