"""Sentences of a CoNLL file, one at a time."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, Final, NamedTuple

from annotator.formats.conll_tags import is_tag

LINE_LIMIT: Final = 64 * 1024
"""Longest line in bytes."""
LONGEST: Final = 100_000
"""Most tokens of a sentence."""
_BOM: Final = b"\xef\xbb\xbf"
_DOCUMENT: Final = "-DOCSTART-"
_NEW: Final = re.compile(
    r"#\s*(?:newdoc|new document|doc(?:ument)?\b|begin document)", re.IGNORECASE
)
_BLANKS: Final = re.compile("[ \t]+")
_ENOUGH: Final = 2
_EMPTY: Final = frozenset({"_", "-", "-X-"})


class Sentence(NamedTuple):
    """Tokens and tags of a sentence that begins in `line`, or what is wrong with it."""

    line: int
    done: int
    tokens: tuple[str, ...]
    tags: tuple[str, ...]
    begins_document: bool = False
    more_columns: bool = False
    """Something stands between token and tag."""
    fault: str = ""
    fault_line: int = 0


def looks_like_it(head: bytes, *, is_cut: bool) -> bool:
    """Tell whether all lines of the beginning of a file are tokens with tags."""
    data = head.removeprefix(_BOM)
    if is_cut:
        data = data[: data.rfind(b"\n") + 1]
    try:
        lines = data.decode("utf-8").split("\n")
    except UnicodeDecodeError:
        return False
    count = 0
    for line in lines:
        row = line.strip(" \t\r")
        if not row or row.startswith(_DOCUMENT):
            continue
        columns = _columns(row)
        if len(columns) < _ENOUGH or not is_tag(columns[-1]):
            if row.startswith("# "):
                continue
            return False
        count += 1
    return count > 0


def sentences(path: Path) -> Iterator[Sentence]:
    """Hand out the sentences of a file; one that is broken comes with its fault. Raises OSError."""
    with path.open("rb") as file:
        yield from _Reader(file).sentences()


class _Reader:
    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._rows: list[list[str]] = []
        self._first = 0
        self._fault = ""
        self._fault_line = 0
        self._begins = False

    def sentences(self) -> Iterator[Sentence]:
        for number, data in self._lines():
            row = self._text(number, data)
            if row is not None and not row:
                yield from self._take()
            elif row is not None and row.startswith(_DOCUMENT):
                yield from self._take()
                self._begins = True
            elif row is not None:
                yield from self._row(number, row)
        yield from self._take()

    def _row(self, number: int, row: str) -> Iterator[Sentence]:
        columns = _columns(row)
        if len(columns) >= _ENOUGH and is_tag(columns[-1]) and columns[0]:
            if len(self._rows) < LONGEST:
                self._first = self._first or number
                self._rows.append(columns)
            else:
                self._wrong(number, f"a sentence of more than {LONGEST} tokens")
        elif row.startswith("#"):
            if _NEW.match(row):
                yield from self._take()
                self._begins = True
        else:
            self._wrong(number, "a line is a token, blanks or a tab, and a tag such as O or B-X")

    def _lines(self) -> Iterator[tuple[int, bytes]]:
        number = 0
        while line := self._file.readline(LINE_LIMIT):
            number += 1
            if len(line) == LINE_LIMIT and not line.endswith(b"\n"):
                self._wrong(number, f"a line is longer than {LINE_LIMIT} bytes")
                while (rest := self._file.readline(LINE_LIMIT)) and not rest.endswith(b"\n"):
                    pass
            else:
                yield number, line.removeprefix(_BOM) if number == 1 else line

    def _text(self, number: int, data: bytes) -> str | None:
        try:
            text = data.decode("utf-8")
        except UnicodeDecodeError:
            self._wrong(number, "not UTF-8")
            return None
        if "\0" in text:
            self._wrong(number, "a NUL character")
            return None
        return text.strip(" \t\r\n")

    def _wrong(self, number: int, fault: str) -> None:
        self._first = self._first or number
        if not self._fault:
            self._fault, self._fault_line = fault, number

    def _take(self) -> Iterator[Sentence]:
        """Hand out what was collected; a broken sentence is handed out without its tokens."""
        if not self._first:
            return
        rows = [] if self._fault else self._rows
        yield Sentence(
            self._first,
            self._file.tell(),
            tuple(row[0] for row in rows),
            tuple(row[-1] for row in rows),
            self._begins,
            any(column not in _EMPTY for row in rows for column in row[1:-1]),
            self._fault,
            self._fault_line,
        )
        self._rows, self._first = [], 0
        self._fault, self._fault_line, self._begins = "", 0, False


def _columns(row: str) -> list[str]:
    return row.split("\t") if "\t" in row else _BLANKS.split(row)
