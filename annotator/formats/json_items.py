"""The objects of a JSON file one by one: a line each, spread over lines, or in one array."""

import json
import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, BinaryIO, Final, NamedTuple

from annotator.formats import strict_json
from annotator.formats.base import HEAD
from annotator.formats.strict_json import Malformed

ITEM_LIMIT: Final = 64 * 1024 * 1024
"""Longest object in bytes."""
DEPTH: Final = 200
"""Deepest nesting that is looked into to recognise a file."""
_CHUNK: Final = 256 * 1024
_LOOK: Final = 4 * 1024 * 1024
"""Bytes that are looked at where the first object is longer than what a format is shown."""
_FIRST: Final = 50
_TOKEN: Final = re.compile(rb'"[^"\\]*+(?:\\.[^"\\]*+)*"|[{}\[\]\n,]|"', re.DOTALL)
_BLANK: Final = b" \t\r\n,[]"
_MARK: Final = b"\xef\xbb\xbf"
_CLOSING: Final = {b"{": b"}", b"[": b"]"}


class Item(NamedTuple):
    """An object of a file, or what is wrong in its place; `line` and `done` as in `Reading`."""

    line: int
    done: int
    values: dict[str, Any] | Malformed


def items(path: Path) -> Iterator[Item]:
    """Hand out all objects. Raises OSError.

    Where every object has a line of its own a broken one costs only itself. Otherwise what follows
    an object that does not end is lost with it.
    """
    with path.open("rb") as file:
        first, second = _two_lines(file)
        file.seek(0)
        is_line = first.startswith(b"{") and first.endswith(b"}")
        if is_line and (not second or (second.startswith(b"{") and second != b"{")):
            yield from _lines(file)
        else:
            file.seek(len(_MARK) if file.read(len(_MARK)) == _MARK else 0)
            yield from _scanned(file)


def _two_lines(file: BinaryIO) -> tuple[bytes, bytes]:
    """Return the first two lines that are not blank, b"" for what is not there."""
    found: list[bytes] = []
    while len(found) < 2 and (line := file.readline(ITEM_LIMIT)):  # noqa: PLR2004 - two
        if words := line.removeprefix(_MARK).strip():
            found.append(words)
    return (*found, b"", b"")[0], (*found, b"", b"")[1]


def _lines(file: BinaryIO) -> Iterator[Item]:
    number = 0
    while line := file.readline(ITEM_LIMIT):
        number += 1
        if len(line) == ITEM_LIMIT and not line.endswith(b"\n"):
            while (rest := file.readline(_CHUNK)) and not rest.endswith(b"\n"):
                pass
            yield Item(number, file.tell(), Malformed(f"longer than {ITEM_LIMIT} bytes"))
        elif line.strip(_BLANK):
            yield Item(number, file.tell(), _parsed(line))


def _parsed(data: bytes) -> dict[str, Any] | Malformed:
    try:
        return strict_json.parse_object(data)
    except ValueError as error:
        return error if isinstance(error, Malformed) else Malformed(str(error))
    except RecursionError:
        return Malformed("nested too deeply")


def _scanned(file: BinaryIO) -> Iterator[Item]:
    """Find objects by their brackets; strings are passed over."""
    scan, size = _Scan(), _CHUNK
    while chunk := file.read(size):
        yield from scan.feed(chunk)
        if scan.waiting > ITEM_LIMIT:
            yield Item(scan.begin_line, scan.done, Malformed(f"longer than {ITEM_LIMIT} bytes"))
            return
        # a long string is looked at from its beginning each time
        size = min(2 * size, ITEM_LIMIT) if scan.is_stuck else _CHUNK
    yield from scan.end()


class _Scan:
    """Where the objects of a stream begin and end."""

    def __init__(self) -> None:
        self.begin_line = self._line = 1
        self.is_stuck = False
        self._data = b""
        self._base = self._place = self._begin = self._depth = 0

    @property
    def done(self) -> int:
        return self._base + len(self._data)

    @property
    def waiting(self) -> int:
        """Bytes that are held because an object or a string in them does not end yet."""
        return len(self._data) - (self._begin if self._depth else self._place)

    def feed(self, chunk: bytes) -> Iterator[Item]:
        """Hand out the objects that end in what has been read so far."""
        passed = self._begin if self._depth else self._place
        self._data = self._data[passed:] + chunk
        self._base += passed
        self._place -= passed
        self._begin = 0
        self.is_stuck = False
        for token in _TOKEN.finditer(self._data, self._place):
            sign = token[0]
            if sign == b'"':
                self.is_stuck = True
                return
            if sign == b"\n":
                self._line += 1
            if self._depth:
                yield from self._inside(sign, token.end())
            else:
                yield from self._outside(sign, token.start())
            self._place = token.end()

    def _outside(self, sign: bytes, start: int) -> Iterator[Item]:
        if self._data[self._place : start].strip(_BLANK) or sign.startswith(b'"'):
            yield Item(self._line, self._base + start, Malformed("no JSON between objects"))
        if sign == b"{":
            self._begin, self._depth, self.begin_line = start, 1, self._line

    def _inside(self, sign: bytes, end: int) -> Iterator[Item]:
        if sign in _CLOSING:
            self._depth += 1
        elif sign in {b"}", b"]"}:
            self._depth -= 1
            if not self._depth:
                yield Item(
                    self.begin_line, self._base + end, _parsed(self._data[self._begin : end])
                )

    def end(self) -> Iterator[Item]:
        """Hand out what is wrong with the end of the stream."""
        if self._depth:
            yield Item(self.begin_line, self.done, Malformed("the file ends inside an object"))
        elif self._data[self._place :].strip(_BLANK):
            yield Item(self._line, self.done, Malformed("no JSON between objects"))


# recognition


def first_objects(head: bytes, path: Path) -> tuple[Mapping[str, Any], ...]:
    """Return the first objects of a file as far as they can be seen, none where it is no JSON.

    The last one may be cut off: what could not be seen of it is missing.
    """
    start = head.removeprefix(_MARK).lstrip()
    if not start.startswith((b"{", b"[")):
        return ()
    if len(head) < HEAD:
        return _seen(start)
    try:
        state = path.stat()
    except OSError:
        return _seen(start)
    return _looked(path, state.st_size, state.st_mtime_ns)


@lru_cache(maxsize=4)
def _looked(path: Path, size: int, changed: int) -> tuple[Mapping[str, Any], ...]:  # noqa: ARG001
    with path.open("rb") as file:
        return _seen(file.read(_LOOK).removeprefix(_MARK).lstrip())


def _seen(data: bytes) -> tuple[Mapping[str, Any], ...]:  # noqa: C901 - one pass over the signs
    found: list[Mapping[str, Any]] = []
    stack: list[bytes] = []
    begin, cut, closers = -1, 0, b""
    for token in _TOKEN.finditer(data):
        sign = token[0]
        if sign == b'"' or len(stack) > DEPTH or len(found) >= _FIRST:
            break
        if begin < 0 and sign == b"{":
            begin = token.start()
        if begin < 0:
            continue
        if sign in _CLOSING:
            stack.append(_CLOSING[sign])
        elif sign in {b"}", b"]"}:
            stack.pop()
            if not stack:
                if not _add(found, data[begin : token.end()]):
                    return ()
                begin, cut = -1, 0
        elif sign == b",":
            cut, closers = token.start(), b"".join(reversed(stack))
    if begin >= 0 and cut:
        _add(found, data[begin:cut] + closers)
    return tuple(found)


def _add(found: list[Mapping[str, Any]], data: bytes) -> bool:
    try:
        values = json.loads(data)
    except (ValueError, RecursionError):
        return False
    if isinstance(values, dict):
        found.append(values)
    return isinstance(values, dict)
