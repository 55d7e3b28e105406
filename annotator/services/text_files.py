"""Which files there are to read in what a person named."""

import contextlib
import os
import stat
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Final

SUFFIXES: Final = frozenset({".txt", ".text", ".md"})
"""What is taken from a folder. A file that is named itself is tried whatever its suffix."""


Identity = tuple[int, int]


class SkipReason(StrEnum):
    """Why a file or text did not become a document."""

    EMPTY = "empty"
    DUPLICATE = "duplicate"
    NUL = "nul"
    BINARY = "binary"
    SURROGATE = "surrogate"
    UNREADABLE = "unreadable"
    TOO_LARGE = "too_large"
    NOT_TEXT = "not_text"
    HIDDEN = "hidden"


@dataclass(frozen=True, slots=True)
class Skipped:
    """Something that was left out: its path, why, and the system's words or the document meant."""

    source: str
    reason: SkipReason
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """A file to read. `source` is its name, below the folder that was named where there is one."""

    path: Path
    source: str


@dataclass(slots=True)
class Finding:
    """What was found and what was left out on the way."""

    files: list[Found] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)


def find_text_files(paths: Sequence[Path]) -> Finding:
    """Return the files named and those in the folders named, folders sorted by name throughout.

    Links are followed; a folder that is met again, as in a ring of links, is read once. Hidden
    files and folders (their name begins with a dot) and other suffixes than `SUFFIXES` are
    reported as skipped, a hidden folder as one.
    """
    finding = Finding()
    seen: set[Identity] = set()
    for path in paths:
        if path.is_dir():
            _Walk(finding, seen, path).walk()
        else:
            finding.files.append(Found(path, path.name))
    return finding


@dataclass(slots=True)
class _Walk:
    finding: Finding
    seen: set[Identity]
    root: Path

    def walk(self) -> None:
        """Read the folder and all below it; by a stack, as trees may be deeper than calls."""
        pending = [self.root]
        while pending:
            path = pending.pop()
            try:
                if path.is_dir():
                    pending.extend(reversed(list(self._entries(path))))
                else:
                    self._take(path)
            except OSError as error:
                reason = error.strerror or str(error)
                self.finding.skipped.append(Skipped(str(path), SkipReason.UNREADABLE, reason))

    def _entries(self, folder: Path) -> Iterator[Path]:
        identity = _identity(folder.stat())
        if identity in self.seen:
            return
        self.seen.add(identity)
        with os.scandir(folder) as entries:
            names = sorted(entry.name for entry in entries)
        for name in names:
            if name.startswith("."):
                self.finding.skipped.append(Skipped(str(folder / name), SkipReason.HIDDEN))
            else:
                yield folder / name

    def _take(self, path: Path) -> None:
        if path.suffix.lower() not in SUFFIXES:
            self.finding.skipped.append(Skipped(str(path), SkipReason.NOT_TEXT))
        else:
            self.finding.files.append(Found(path, path.relative_to(self.root).as_posix()))


def identities(paths: Iterable[Path]) -> frozenset[Identity]:
    """Return what tells these files from all others, whatever links lead to them."""
    found = set()
    for path in paths:
        with contextlib.suppress(OSError):
            found.add(_identity(path.stat()))
    return frozenset(found)


def read_bytes(path: Path, limit: int, never: AbstractSet[Identity]) -> bytes | Skipped:
    """Return what a regular file of at most `limit` bytes holds, or why it is skipped.

    The files in `never` are not even opened: closing an open project's file would drop the locks
    that SQLite holds on it.
    """
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode) or _identity(found) in never:
            return Skipped(str(path), SkipReason.NOT_TEXT)  # a pipe would be waited on for ever
        if found.st_size > limit:
            return Skipped(str(path), SkipReason.TOO_LARGE)
        return path.read_bytes()
    except OSError as error:
        return Skipped(str(path), SkipReason.UNREADABLE, error.strerror or str(error))


def _identity(found: os.stat_result) -> Identity:
    return (found.st_dev, found.st_ino)
