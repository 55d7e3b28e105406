"""The objects of a list in a JSON file, one after another, whatever the size of the file.

Only brackets and strings are looked at here; each object is then read by `strict_json`, so that
what is wrong with one costs that one. (ijson, which the beginning of a file is looked at with,
turns lone surrogates into question marks and ends at the first fault.)
"""

import json
import re
from collections.abc import Iterator
from enum import StrEnum
from typing import Final, NamedTuple

ITEM_LIMIT: Final = 32 * 1024 * 1024
"""Longest object in bytes."""
DEPTH_LIMIT: Final = 100
"""Most brackets inside each other, in an object and around the list."""
_HOPELESS: Final = 10_000
"""So many brackets are no object with a fault in it."""
_KEY_LIMIT: Final = 1024
_OPENING: Final = b"{["
_SIGN: Final = re.compile(rb'["{}\[\]]')
# Not without a bound: each escape that is matched costs memory.
_IN_STRING: Final = re.compile(rb'[^"\\]*(?:\\.[^"\\]*){0,500}', re.DOTALL)
_BACKSLASH: Final = ord("\\")
_TOKEN: Final = re.compile(rb'["{}\[\]:,]|[^\s"{}\[\]:,]+')


class Where(StrEnum):
    """How articles stand in a JSON file.

    A line each, in a list, as the values of an object, or the file is one (or several in a row).
    """

    LINES = "lines"
    LIST = "list"
    VALUES = "values"
    WHOLE = "whole"


class Place(NamedTuple):
    """Where the articles stand: the keys that lead to the list or object that holds them."""

    where: Where
    path: tuple[str, ...] = ()

    @property
    def shown(self) -> str:
        """The place as a person may read it."""
        return ".".join(self.path) or str(self.where)


class Item(NamedTuple):
    """One value of the list, counted from 1; `data` is empty where there is a problem.

    `key` is its name where the articles are the values of an object.
    """

    number: int
    data: bytes
    problem: str = ""
    key: str = ""


class Broken(ValueError):
    """The brackets of a file do not fit: what follows item `number` cannot be told apart."""

    def __init__(self, number: int, reason: str) -> None:
        super().__init__(reason)
        self.number = number


def is_too_deep(data: bytes) -> bool:
    """Tell whether JSON has more brackets inside each other than are read."""
    depth = at = 0
    while match := _SIGN.search(data, at):
        at = match.end()
        if match[0] == b'"':
            end = _closing(data, at)
            if end < 0:
                break
            at = end + 1
            continue
        depth += 1 if match[0] in _OPENING else -1
        if depth > DEPTH_LIMIT:
            return True
    return False


def _closing(data: bytes, start: int) -> int:
    """Return where the string that goes on at `start` ends, -1 where it does not in this data."""
    at = start
    while match := _IN_STRING.match(data, at):
        if data[match.end() : match.end() + 1] == b'"':
            return match.end()
        if match.end() == at:
            break
        at = match.end()
    return -1


def _backslashes(data: bytes, start: int, end: int) -> int:
    """Count the backslashes right before `end`, none of them before `start`."""
    at = end
    while at > start and data[at - 1] == _BACKSLASH:
        at -= 1
    return end - at


class Scanner:
    """Finds the values at a place in JSON that is fed in pieces."""

    def __init__(self, place: Place) -> None:
        self._place = place
        self._kinds: list[int] = []
        """The brackets around the place being read, without those of an item."""
        self._keys: list[str] = []
        """The last key in each of them."""
        self._number = 0
        self._is_target = place.where is Where.WHOLE
        self._item: list[bytes] | None = None
        self._length = 0
        self._depth = 0
        self._problem = ""
        self._in_string = False
        self._escaped = False
        self._string: bytes | None = b""
        """What was read of a string outside items, None where it is too long for a key."""
        self._is_open = False
        """Whether the data ended in a number or word, which may go on."""

    def feed(self, data: bytes) -> Iterator[Item]:
        """Hand out the items that end in this piece. Raises Broken after them."""
        at = 0
        found: list[Item] = []
        while at < len(data):
            if self._in_string:
                at = self._string_end(data, at)
            elif self._item is not None:
                at = self._inside(data, at, found)
            else:
                at = self._outside(data, at, found)
            yield from found
            found.clear()

    def finish(self) -> None:
        """Tell the end of the file. Raises Broken where something is still open."""
        if self._item is not None or self._in_string or self._kinds:
            raise Broken(self._number + (self._item is not None), "the file ends too early")

    def _string_end(self, data: bytes, at: int) -> int:
        start = at + self._escaped
        end = _closing(data, start)
        self._in_string = end < 0
        self._escaped = end < 0 and _backslashes(data, start, len(data)) % 2 == 1
        stop = len(data) if end < 0 else end + 1
        if self._item is not None:
            self._keep(data[at:stop])
        elif self._string is not None:
            self._string += data[at : min(stop, at + _KEY_LIMIT)]
            if len(self._string) > _KEY_LIMIT:
                self._string = None
        return stop

    def _keep(self, piece: bytes) -> None:
        assert self._item is not None
        self._length += len(piece)
        if self._length > ITEM_LIMIT:
            self._problem = f"longer than {ITEM_LIMIT} bytes"
            self._item.clear()
        elif not self._problem:
            self._item.append(piece)

    def _inside(self, data: bytes, at: int, found: list[Item]) -> int:
        """Read on to the end of an item, or of the data, or to a string that goes on after it."""
        start = at
        while self._depth and not self._in_string:
            match = _SIGN.search(data, at)
            if match is None:
                at = len(data)
                break
            at = match.end()
            if match[0] == b'"':
                end = _closing(data, at)
                self._in_string = end < 0
                at = at if end < 0 else end + 1
            elif match[0] in _OPENING:
                self._deeper()
            else:
                self._depth -= 1
        self._keep(data[start:at])
        if not self._depth:
            self._end_item(found)
        return at

    def _deeper(self) -> None:
        self._depth += 1
        if self._depth > DEPTH_LIMIT:
            self._problem = "nested too deeply"
        if self._depth > _HOPELESS:
            raise Broken(self._number, self._problem)

    def _end_item(self, found: list[Item]) -> None:
        assert self._item is not None
        data = b"" if self._problem else b"".join(self._item)
        self._item = None
        self._add(found, data, self._problem)

    def _add(self, found: list[Item], data: bytes, problem: str = "") -> None:
        self._number += 1
        key = self._keys[-1] if self._place.where is Where.VALUES else ""
        found.append(Item(self._number, data, problem, key))

    def _outside(self, data: bytes, at: int, found: list[Item]) -> int:
        match = _TOKEN.search(data, at)
        if match is None:
            return len(data)
        token, end = match[0], match.end()
        if token == b'"':
            self._in_string, self._string = True, b""
            if self._is_target and self._place.where is not Where.VALUES:
                self._add(found, b"", "no object")
        elif token in _OPENING:
            if self._is_target and not (self._place.where is Where.VALUES and token == b"["):
                self._item, self._length, self._depth, self._problem = [token], 1, 1, ""
            else:
                self._open(token[0])
        elif token in b"}]":
            self._close(token[0])
        elif token == b":":
            self._name()
        elif token != b",":
            goes_on = self._is_open and match.start() == 0
            if self._is_target and not goes_on and self._place.where is not Where.VALUES:
                self._add(found, b"", "no object")
            self._is_open = end == len(data)
            return end
        self._is_open = False
        return end

    def _open(self, kind: int) -> None:
        if len(self._kinds) >= DEPTH_LIMIT:
            raise Broken(self._number, "nested too deeply")
        self._kinds.append(kind)
        self._keys.append("")
        self._look()

    def _close(self, kind: int) -> None:
        # { and }, [ and ] are two apart
        if not self._kinds or self._kinds.pop() != kind - 2:
            raise Broken(self._number, "the brackets do not fit")
        self._keys.pop()
        self._look()

    def _name(self) -> None:
        """Take the string before a colon for a key."""
        try:
            key = json.loads(b'"' + (self._string or b""))
        except ValueError:
            key = ""
        if self._keys:
            self._keys[-1] = str(key)
            self._look()

    def _look(self) -> None:
        """Find out whether a value here would be an item."""
        where, path = self._place
        if where is Where.WHOLE:
            self._is_target = not self._kinds
            return
        *around, last = self._kinds or [0]
        self._is_target = (
            last == _OPENING[where is Where.LIST]
            and all(kind == _OPENING[0] for kind in around)
            and tuple(self._keys[:-1]) == path
        )
