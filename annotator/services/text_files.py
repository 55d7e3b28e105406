"""Which files there are to read in what a person named."""

import contextlib
import os
import stat
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from enum import StrEnum
from pathlib import Path
from typing import Final, NamedTuple

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


class Skipped(NamedTuple):
    """Something that was left out: its path, why, and the system's words or the document meant."""

    source: str
    reason: SkipReason
    detail: str = ""


class Found(NamedTuple):
    """A file to read. `source` is its name, below the folder that was named where there is one."""

    path: str
    source: str


class Finding(NamedTuple):
    """What was found and what was left out on the way."""

    files: list[Found]
    skipped: list[Skipped]


def find_text_files(paths: Sequence[Path]) -> Finding:
    """Return the files named and those in the folders named, folders sorted by name throughout.

    Links are followed; a folder that is met again, as in a ring of links, is read once. Hidden
    files and folders (their name begins with a dot) and other suffixes than `SUFFIXES` are
    reported as skipped, a hidden folder as one.
    """
    finding = Finding([], [])
    seen: set[Identity] = set()
    for path in paths:
        if path.is_dir():
            _walk(str(path), finding, seen)
        else:
            finding.files.append(Found(str(path), shown(path.name)))
    return finding


def _walk(root: str, finding: Finding, seen: set[Identity]) -> None:
    """Read a folder and all below it; by a stack, as trees may be deeper than calls.

    Paths are texts here: ten thousand `Path`s would take as long as reading the files.
    """
    pending = [(root, "", True)]
    while pending:
        path, source, is_folder = pending.pop()
        if os.path.basename(source).startswith("."):  # noqa: PTH119 - see above
            finding.skipped.append(Skipped(shown(path), SkipReason.HIDDEN))
        elif is_folder:
            below = _entries(path, source, finding, seen)
            pending.extend(reversed(below))
        elif os.path.splitext(path)[1].lower() in SUFFIXES:  # noqa: PTH122 - see above
            finding.files.append(Found(path, shown(source)))
        else:
            finding.skipped.append(Skipped(shown(path), SkipReason.NOT_TEXT))


def _entries(
    folder: str, source: str, finding: Finding, seen: set[Identity]
) -> list[tuple[str, str, bool]]:
    """Return path, name below the root and whether it is a folder of what a folder holds."""
    try:
        identity = _identity(os.stat(folder))  # noqa: PTH116 - see _walk
        if identity in seen:
            return []
        seen.add(identity)
        with os.scandir(folder) as found:
            entries = sorted((entry.name, entry.path, _is_folder(entry)) for entry in found)
    except OSError as error:
        finding.skipped.append(_unreadable(folder, error))
        return []
    prefix = f"{source}/" if source else ""
    return [(path, prefix + name, is_folder) for name, path, is_folder in entries]


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link to itself: told when it is read
        return False


def identities(paths: Iterable[Path]) -> frozenset[Identity]:
    """Return what tells these files from all others, whatever links lead to them."""
    found = set()
    for path in paths:
        with contextlib.suppress(OSError):
            found.add(_identity(path.stat()))
    return frozenset(found)


def read_bytes(path: str, limit: int, never: AbstractSet[Identity]) -> bytes | Skipped:
    """Return what a regular file of at most `limit` bytes holds, or why it is skipped.

    The files in `never` are not even opened: closing an open project's file would drop the locks
    that SQLite holds on it.
    """
    try:
        found = os.stat(path)  # noqa: PTH116 - see _walk
        if not stat.S_ISREG(found.st_mode) or _identity(found) in never:
            # not opened either: a pipe would be waited on for ever
            return Skipped(shown(path), SkipReason.NOT_TEXT)
        if found.st_size > limit:
            return Skipped(shown(path), SkipReason.TOO_LARGE)
        with open(path, "rb", buffering=0) as file:  # noqa: PTH123 - see _walk
            return file.readall()
    except OSError as error:
        return _unreadable(path, error)


def shown(name: str) -> str:
    """Return a file's name as text that can be stored and printed: Linux allows any bytes."""
    if name.isascii():
        return name
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _unreadable(path: str, error: OSError) -> Skipped:
    return Skipped(shown(path), SkipReason.UNREADABLE, error.strerror or str(error))


def _identity(found: os.stat_result) -> Identity:
    return (found.st_dev, found.st_ino)
