"""Which files there are in what a person named, one after the other, in the order of their names.

Paths are texts here: a million `Path`s would take as long as reading the files.
"""

import contextlib
import os
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from annotator.services.import_report import NotTaken
from annotator.services.jobs import Progress

Identity = tuple[int, int]
Claims = Callable[[Sequence[str]], Collection[str]]
"""Takes the files of one folder and returns those that belong to others of them."""

_STEP = 1_000


class Found(NamedTuple):
    """A file to read.

    `source` is its name, below the folder that was named where there is one; `told` names it in a
    report. `named` is True where a person named this file and not a folder around it.
    """

    path: str
    source: str
    told: str
    named: bool


class Pile(NamedTuple):
    """How many files there are, and how many bytes: tells whether a pile is what it was."""

    files: int
    size: int


class _Entry(NamedTuple):
    name: str
    path: str
    is_folder: bool


def walk(paths: Sequence[Path], claims: Claims) -> Iterator[Found | NotTaken]:
    """Hand out the files named and those in the folders named, folders sorted by name throughout.

    Links are followed; a folder that is met again, as in a ring of links, is read once. Hidden
    files and folders (their name begins with a dot) are told as left out, a hidden folder as one.
    What another file claims is passed over. In memory are the names of one folder and of those
    above it.
    """
    seen: set[Identity] = set()
    claimed = claims([str(path) for path in paths if not path.is_dir()])
    for path in paths:
        if path.is_dir():
            yield from _below(str(path), claims, seen)
        elif str(path) not in claimed:
            yield Found(str(path), shown(path.name), shown(str(path)), named=True)


def measure(paths: Sequence[Path], progress: Progress) -> Pile:
    """Count files and bytes, without what is hidden. Raises Cancelled."""
    files = size = 0
    for found in walk(paths, lambda _: ()):
        if isinstance(found, Found):
            files += 1
            with contextlib.suppress(OSError):  # told when it is read
                size += os.stat(found.path).st_size  # noqa: PTH116 - see above
            if files % _STEP == 0:
                progress.step(0, 0)
    return Pile(files, size)


def _below(root: str, claims: Claims, seen: set[Identity]) -> Iterator[Found | NotTaken]:
    """Walk through a folder by a stack: trees may be deeper than calls."""
    pending = [iter([("", _Entry("", root, is_folder=True), False)])]
    while pending:
        prefix, entry, is_claimed = next(pending[-1], ("", None, False))
        if entry is None:
            pending.pop()
        elif entry.name.startswith("."):
            yield NotTaken(shown(entry.path), 0, "hidden")
        elif entry.is_folder:
            below = _entries(entry.path, seen)
            if isinstance(below, NotTaken):
                yield below
                continue
            claimed = claims([x.path for x in below if not (x.is_folder or x.name.startswith("."))])
            inside = f"{prefix}{entry.name}/" if entry.name else ""
            pending.append(_children(inside, below, claimed))
        elif not is_claimed:
            told = shown(entry.path)
            yield Found(entry.path, shown(prefix + entry.name), told, named=False)


def _children(
    prefix: str, entries: list[_Entry], claimed: Collection[str]
) -> "Iterator[tuple[str, _Entry, bool]]":
    return ((prefix, entry, entry.path in claimed) for entry in entries)


def _entries(folder: str, seen: set[Identity]) -> list[_Entry] | NotTaken:
    try:
        identity = _identity(os.stat(folder))  # noqa: PTH116 - see above
        if identity in seen:
            return []
        seen.add(identity)
        with os.scandir(folder) as found:
            return sorted(_Entry(entry.name, entry.path, _is_folder(entry)) for entry in found)
    except OSError as error:
        return unreadable(folder, error)


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


def shown(name: str) -> str:
    """Return a file's name as text that can be stored and printed: Linux allows any bytes."""
    if name.isascii():
        return name
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def unreadable(path: str, error: OSError) -> NotTaken:
    """Return the line of a report about a file or folder the system does not give."""
    return NotTaken(shown(path), 0, "unreadable", error.strerror or str(error))


def _identity(found: os.stat_result) -> Identity:
    return (found.st_dev, found.st_ino)
