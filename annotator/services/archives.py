"""ZIP archives: their files are unpacked a few at a time into a private folder, within limits."""

import io
import posixpath
import shutil
import stat
import tempfile
import zlib
from collections.abc import Collection, Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import IO, TYPE_CHECKING, Final, NamedTuple

from annotator.compat import override
from annotator.services.import_report import NotTaken
from annotator.services.walking import Claims, Found

if TYPE_CHECKING:
    from zipfile import ZipFile, ZipInfo

MOST_FILES: Final = 100_000
MOST_BYTES: Final = 16 * 1024**3
"""Of all files of an archive together."""
MOST_TIMES: Final = 200
"""A file may unpack to so many times its size in the archive: text comes to some ten times."""
_SMALL: Final = 1024 * 1024
"""Below so many bytes no ratio is looked at."""
_TOGETHER: Final = 256 * 1024 * 1024
_TOGETHER_FILES: Final = 2_000
"""What a folder of an archive may hold to be unpacked as a whole, so that a file finds those that
belong to it."""
_LIST: Final = 12 * 1024 * 1024
"""Longest list of files in bytes: Python would hold some 60 times as much."""
_PIECE: Final = 1024 * 1024
_LONGEST_NAME: Final = 1_000
_MAGIC: Final = (b"PK\x03\x04", b"PK\x05\x06")
_BAD_ON_WINDOWS: Final = str.maketrans('<>:"|?*', "_______")


class Unpacked(NamedTuple):
    """A file of an archive, or why it is not unpacked.

    `begun` counts the bytes of the archive that came before it, `size` those it takes itself.
    """

    content: Found | NotTaken
    begun: int
    size: int


class _Refused(Exception):
    """Why a file of an archive is not unpacked."""


def is_archive(path: str) -> bool:
    """Tell whether a file begins as a ZIP archive. Raises OSError."""
    with Path(path).open("rb") as file:
        return file.read(4) in _MAGIC


def unpacked(archive: Found, claims: Claims) -> Iterator[Unpacked]:
    """Hand out the files of an archive one after the other, in the order of their names.

    Each is there until the next one is asked for. What cannot or must not be unpacked is told in
    its place: names that lead elsewhere, links, encrypted files, archives in archives, and what
    unpacks to too much. Nothing is left behind, also where the iterator is closed early. Raises
    OSError where the temporary folder cannot be written.
    """
    from zipfile import BadZipFile, ZipFile

    try:
        with (
            _Guarded(archive.path, "rb") as file,
            ZipFile(file) as opened,
            tempfile.TemporaryDirectory(prefix="annotator-") as folder,
        ):
            yield from _members(archive, opened, Path(folder), claims)
    except _Refused as error:
        yield Unpacked(NotTaken(archive.told, 0, str(error)), 0, 0)
    except (BadZipFile, EOFError, NotImplementedError, ValueError, OverflowError):
        yield Unpacked(NotTaken(archive.told, 0, "broken_archive"), 0, 0)


def _members(archive: Found, opened: "ZipFile", folder: Path, claims: Claims) -> Iterator[Unpacked]:
    infos = opened.infolist()
    if len(infos) > MOST_FILES:
        raise _Refused("too_many_files")
    wanted, seen = [], set[str]()
    for info in sorted(infos, key=lambda item: (posixpath.dirname(item.filename), item.filename)):
        reason = "" if info.is_dir() else _objection(info, seen)
        if reason:
            told = f"{archive.told}/{_printable(info.filename)}"
            yield Unpacked(NotTaken(told, 0, reason), 0, 0)
        elif not info.is_dir():
            wanted.append(info)
    budget = _Budget(folder)
    for _, group in groupby(wanted, key=lambda item: posixpath.dirname(item.filename)):
        members = list(group)
        size = sum(item.file_size for item in members)
        suffixes = {posixpath.splitext(item.filename)[1] for item in members}
        few = len(members) <= _TOGETHER_FILES and size <= _TOGETHER
        # a folder of one suffix has no companions (`Recogniser.claims`)
        chunks = [members] if few and len(suffixes) > 1 else [[item] for item in members]
        for chunk in chunks:
            yield from _chunk(archive, opened, chunk, budget, claims)


def _chunk(
    archive: Found,
    opened: "ZipFile",
    members: "Sequence[ZipInfo]",
    budget: "_Budget",
    claims: Claims,
) -> Iterator[Unpacked]:
    """Unpack some files of one folder, hand them out, and take them away again."""
    there: list[Unpacked] = []
    try:
        for info in members:
            told = f"{archive.told}/{_printable(info.filename)}"
            try:
                begun = budget.read
                path = budget.unpack(opened, info)
            except _Refused as error:
                yield Unpacked(NotTaken(told, 0, str(error)), begun, 0)
            else:
                found = Found(path, _printable(info.filename), told, named=False)
                there.append(Unpacked(found, begun, info.compress_size))
        paths = [one.content.path for one in there if isinstance(one.content, Found)]
        claimed: Collection[str] = claims(paths) if paths else ()
        yield from (one for one, path in zip(there, paths, strict=True) if path not in claimed)
    finally:
        for one in there:
            if isinstance(one.content, Found):
                Path(one.content.path).unlink(missing_ok=True)


class _Budget:
    """Unpacks files into a folder, and no more than an archive may come to."""

    def __init__(self, folder: Path) -> None:
        self.read = 0
        self._folder = folder
        self._left = min(MOST_BYTES, shutil.disk_usage(folder).free // 2)

    def unpack(self, opened: "ZipFile", info: "ZipInfo") -> str:
        """Write a file into the folder and return its path. Raises _Refused, OSError."""
        from zipfile import BadZipFile

        name = posixpath.basename(info.filename).translate(_BAD_ON_WINDOWS)
        path = self._folder / name
        most = min(self._left, max(_SMALL, MOST_TIMES * info.compress_size))
        try:
            with opened.open(info) as packed, path.open("xb") as file:
                self._left -= _copied(packed, file, most)
        except FileExistsError:
            raise _Refused("named_twice") from None
        except (BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError) as error:
            path.unlink(missing_ok=True)
            raise _Refused("broken_in_archive") from error
        except RuntimeError as error:  # zipfile's word for a password that is wanted
            raise _Refused("encrypted") from error
        except _Refused:
            path.unlink(missing_ok=True)
            raise
        finally:
            self.read += info.compress_size
        return str(path)


def _copied(packed: IO[bytes], file: IO[bytes], most: int) -> int:
    """Copy at most so many bytes and return how many there were. Raises _Refused."""
    written = 0
    while piece := packed.read(_PIECE):
        written += len(piece)
        if written > most:
            raise _Refused("unpacks_to_too_much")
        file.write(piece)
    return written


def _objection(info: "ZipInfo", seen: set[str]) -> str:
    """Return why a file is not unpacked, "" where it is."""
    name = info.filename
    reason = _name_objection(name)
    if not reason and stat.S_IFMT(info.external_attr >> 16) == stat.S_IFLNK:
        reason = "link_in_archive"
    if not reason and info.flag_bits & 0x1:
        reason = "encrypted"
    if not reason and name.casefold() in seen:
        reason = "named_twice"
    seen.add(name.casefold())
    return reason


def _name_objection(name: str) -> str:
    parts = name.replace("\\", "/").split("/")
    # zipfile turns backslashes of archives made on Windows into slashes, there only
    if name.startswith(("/", "\\")) or ":" in parts[0] or ".." in parts or "\\" in name:
        return "leads_elsewhere"
    if len(name) > _LONGEST_NAME or not name.isprintable():
        return "bad_name"
    is_hidden = any(part.startswith(".") for part in parts) or parts[0] == "__MACOSX"
    return "hidden" if is_hidden else ""


def _printable(name: str) -> str:
    return "".join(char if char.isprintable() else "\ufffd" for char in name[:_LONGEST_NAME])


class _Guarded(io.FileIO):
    """A file that refuses to give a list of files that is too long to be held."""

    @override
    def read(self, size: int | None = -1, /) -> bytes:
        if size is not None and size > _LIST:
            raise _Refused("too_many_files")
        return super().read(-1 if size is None else size) or b""
