"""Articles in JSON: a list of objects, one object, or an object a line (docs/formats/tables.md)."""

import codecs
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, Final, NamedTuple

from annotator.errors import FormatError
from annotator.formats import strict_json, table_text
from annotator.formats.base import USUAL, FormatInfo, Kind, Reading, ReadOptions, StandsAlone
from annotator.formats.columns import Guess, Sample, guess_columns, sample_of
from annotator.formats.json_places import find_places
from annotator.formats.json_scanner import (
    DEPTH_LIMIT,
    ITEM_LIMIT,
    Broken,
    Item,
    Place,
    Scanner,
    Where,
    is_too_deep,
)
from annotator.formats.table_rows import Rows, articles, as_text

_SAMPLE: Final = 1024 * 1024
_LARGE_SAMPLE: Final = 16 * _SAMPLE
"""Bytes that are looked at to find out where the articles stand; more where none ends in them."""
_CHUNK: Final = 1024 * 1024
_ROWS: Final = 200
_FLAT: Final = 8
"""Objects inside each other whose values become columns; deeper ones stay JSON."""
_KEY: Final = "key"
"""The column of the name where the articles are the values of an object."""
_SUFFIXES: Final = (".json", ".jsonl", ".ndjson")
_OURS: Final = re.compile(rb'\{\s*"annotation_sets"\s*:')
_OBJECT: Final = re.compile(rb'(?:\[\s*)?\{\s*"(?:[^"\\]|\\.)*"\s*:')
_BRACKETS: Final = re.compile(rb"\[\s*\[\s*\[")


class Json(StandsAlone):
    """An article an object. Where the list of them stands is found out and told."""

    info = FormatInfo(
        "json-table",
        "Articles in JSON or JSON Lines",
        (".json", ".jsonl", ".ndjson"),
        reads=True,
        kind=Kind.TABLE,
    )

    def accepts(self, head: bytes, path: Path) -> bool:
        try:
            encoding = table_text.encoding_of_head(head)
        except ValueError:
            return False
        if encoding not in {"utf-8", "cp1252"}:
            head = head.decode(encoding, "replace").encode("utf-8", "replace")
        start = head.lstrip(b"\xef\xbb\xbf \t\r\n")
        if _OURS.match(start):
            return False
        if _OBJECT.match(start) or _BRACKETS.match(start):
            return True
        return start.startswith(b"[") and path.suffix.casefold() in _SUFFIXES

    def sample(self, path: Path, rows: int = 20, options: ReadOptions = USUAL) -> Sample:
        return _examine(path, table_text.encoding_of(path, _SAMPLE), options).sample(rows)

    def read(self, path: Path, options: ReadOptions = USUAL) -> Iterator[Reading]:
        encoding = table_text.encoding_of(path)
        table = _examine(path, encoding, options)
        with path.open("rb") as file:

            def read(rows: Rows) -> Iterator[Reading]:
                for item in _items(file, encoding, table.place):
                    yield _reading(path, item, file.tell(), rows)

            try:
                yield from articles(path, table.sample(_ROWS), options, read, open_ended=True)
            except Broken as error:
                message = f"after item {error.number}: {error}; what follows was not read"
                raise FormatError(path, 0, message) from error


FORMAT = Json()


@dataclass(frozen=True, slots=True)
class _Table:
    place: Place
    encoding: str
    columns: tuple[str, ...]
    rows: list[list[str]]

    def sample(self, shown: int) -> Sample:
        facts = {"encoding": table_text.shown(self.encoding), "list": self.place.shown}
        return sample_of(self.columns, self.rows, facts, shown)


class _Candidate(NamedTuple):
    place: Place
    columns: tuple[str, ...]
    rows: list[list[str]]
    guess: Guess
    problem: str


def _examine(path: Path, encoding: str, options: ReadOptions) -> _Table:
    """Find out where the articles stand: where the text column is surest."""
    wanted = (options.columns or {}).get("text", "")
    candidates: list[_Candidate] = []
    for size in (_SAMPLE, _LARGE_SAMPLE):
        data, is_cut = _beginning(path, encoding, size)
        candidates = [_candidate(place, data) for place in find_places(path, data, is_cut=is_cut)]
        if any(item.rows for item in candidates) or not is_cut:
            break
    best = max(
        candidates,
        key=lambda item: (
            bool(item.rows),
            wanted in item.columns,
            item.guess.confidence,
            len(item.columns),
        ),
    )
    if not best.rows:
        problem = f": {best.problem}" if best.problem else ""
        raise FormatError(path, 0, f"there is no article in it that can be read{problem}")
    return _Table(best.place, encoding, best.columns, best.rows)


def _candidate(place: Place, data: bytes) -> _Candidate:
    """Read the first articles at a place; what is wrong with some of them is told later."""
    flat: list[dict[str, object]] = []
    problem = ""
    try:
        for item in _items_of(iter([data]), place):
            try:
                flat.append(_flat(item))
            except ValueError as error:
                problem = problem or str(error)
            if len(flat) >= _ROWS:
                break
    except Broken as error:
        problem = problem or str(error)
    columns = tuple(dict.fromkeys(name for row in flat for name in row))
    rows = [[as_text(row.get(name)) for name in columns] for row in flat]
    return _Candidate(place, columns, rows, guess_columns(columns, rows), problem)


def _reading(path: Path, item: Item, done: int, rows: Rows) -> Reading:
    try:
        values = _flat(item)
    except ValueError as error:
        return Reading(item.number, done, FormatError(path, item.number, str(error)))
    return rows.reading(item.number, done, values.items())


def _flat(item: Item) -> dict[str, object]:
    """Return the values of an object under dotted names. Raises ValueError."""
    if item.problem:
        raise ValueError(item.problem)
    found: dict[str, object] = {_KEY: item.key} if item.key else {}
    try:
        _flatten(strict_json.parse_object(item.data), "", found, _FLAT)
    except RecursionError:
        raise ValueError("nested too deeply") from None
    except ValueError as error:
        if "int_max_str_digits" in str(error):  # how Python puts it
            raise ValueError("a number with thousands of digits") from None
        raise
    return found


def _flatten(values: Mapping[str, Any], before: str, found: dict[str, object], levels: int) -> None:
    for key, value in values.items():
        if isinstance(value, dict) and value and levels > 1:
            _flatten(value, f"{before}{key}.", found, levels - 1)
        elif value is not None:
            name = wanted = f"{before}{key}"
            number = 1
            while name in found:
                number += 1
                name = f"{wanted} ({number})"
            found[name] = value


# the file in pieces


def _beginning(path: Path, encoding: str, size: int) -> tuple[bytes, bool]:
    """Return the first bytes of a file as UTF-8, and whether there are more."""
    with path.open("rb") as file:
        pieces = _pieces(file, encoding)
        data = b""
        for piece in pieces:
            data += piece
            if len(data) >= size:
                break
        return data, bool(file.read(1))


def _pieces(file: BinaryIO, encoding: str) -> Iterator[bytes]:
    """Hand out a file as UTF-8, piece by piece, without a byte order mark."""
    if encoding in {"utf-8", "utf-8-sig"}:
        first = file.read(max(_CHUNK, 3)).removeprefix(codecs.BOM_UTF8)
        if first:
            yield first
        while piece := file.read(_CHUNK):
            yield piece
        return
    decoder = codecs.getincrementaldecoder(encoding)("replace")
    while piece := file.read(_CHUNK):
        yield decoder.decode(piece).encode("utf-8", "surrogatepass")


def _items(file: BinaryIO, encoding: str, place: Place) -> Iterator[Item]:
    return _items_of(_pieces(file, encoding), place)


def _items_of(pieces: Iterator[bytes], place: Place) -> Iterator[Item]:
    """Hand out the articles. Raises Broken."""
    if place.where is Where.LINES:
        yield from _lines(pieces)
        return
    scanner = Scanner(place)
    for piece in pieces:
        yield from scanner.feed(piece)
    scanner.finish()


def _lines(pieces: Iterator[bytes]) -> Iterator[Item]:
    """Hand out the lines that are not blank, by their numbers; only LF ends one."""
    number, waiting, length = 0, [], 0
    for piece in pieces:
        *whole, rest = piece.split(b"\n")
        for part in whole:
            number += 1
            length += len(part)
            waiting.append(part)
            line = b"".join(waiting) if length <= ITEM_LIMIT else None
            waiting, length = [], 0
            yield from _line(number, line)
        length += len(rest)
        if length <= ITEM_LIMIT:
            waiting.append(rest)
        else:
            waiting.clear()
    yield from _line(number + 1, b"".join(waiting) if length <= ITEM_LIMIT else None)


def _line(number: int, line: bytes | None) -> Iterator[Item]:
    if line is None:
        yield Item(number, b"", f"longer than {ITEM_LIMIT} bytes")
    elif line.strip():
        # counting is quick and settles nearly all lines
        many = line.count(b"[") + line.count(b"{") > DEPTH_LIMIT
        problem = "nested too deeply" if many and is_too_deep(line) else ""
        yield Item(number, b"" if problem else line, problem)
