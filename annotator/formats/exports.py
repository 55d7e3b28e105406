"""ZIP files in which WebAnno and INCEpTION hand out a project.

In them stands a folder an article in `annotation` or `curation`, in it a file an annotator.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from io import BytesIO
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, BinaryIO, Final, NamedTuple

from annotator.errors import FormatError
from annotator.formats import packages
from annotator.formats.base import Bundle, Loss, LossReason
from annotator.formats.cas_layers import NOBODY, UNTITLED, is_export
from annotator.formats.files import replacing
from annotator.formats.losses import Losses, speaking
from annotator.model.annotation_set import AnnotationSet

if TYPE_CHECKING:
    from zipfile import ZipFile

TYPES: Final = frozenset({"typesystem.xml"})
"""Names of the file that declares the layers, in small letters."""
_NAME_LIMIT: Final = 80
_FORBIDDEN: Final = re.compile(r'[\x00-\x1f\x7f/\\:*?"<>|]')
_DATE: Final = (1980, 1, 1, 0, 0, 0)


class Member(NamedTuple):
    """A file of an export and the declaration of layers that goes with it."""

    place: PurePosixPath
    data: bytes | FormatError
    types: bytes | None


def is_zip(head: bytes) -> bool:
    """Tell whether a file begins as a ZIP file does."""
    return head.startswith(packages.MAGIC)


def holds(path: Path, suffixes: Sequence[str]) -> bool:
    """Tell whether a file is an export that holds files with one of these endings."""
    try:
        return any(
            member.data and not isinstance(member.data, FormatError)
            for member in members(path, suffixes, first=True)
        )
    except (FormatError, OSError):
        return False


def members(path: Path, suffixes: Sequence[str], *, first: bool = False) -> Iterator[Member]:
    """Hand out the files of an export, or only the first one. Raises FormatError, OSError."""
    with packages.opened(path) as package:
        types = _types(path, package)
        for name in package.namelist():
            place = PurePosixPath(name)
            if not is_export(place):
                continue
            if place.suffix.casefold() in suffixes:
                yield Member(place, _data(path, package, name), types)
            elif place.suffix.casefold() == ".zip":
                yield from _inner(path, place, _data(path, package, name), suffixes, types)
            else:
                continue
            if first:
                return


def _inner(
    path: Path,
    place: PurePosixPath,
    data: bytes | FormatError,
    suffixes: Sequence[str],
    types: bytes | None,
) -> Iterator[Member]:
    """Hand out what stands in a ZIP file inside: there each annotator may have one."""
    from zipfile import BadZipFile, ZipFile

    if isinstance(data, FormatError):
        yield Member(place, data, None)
        return
    try:
        with ZipFile(BytesIO(data)) as package:
            if len(package.namelist()) > packages.MOST_PARTS:
                raise FormatError(path, 0, "the package lists too many parts")
            own = _types(path, package) or types
            for name in package.namelist():
                inner = PurePosixPath(name)
                if inner.suffix.casefold() in suffixes and inner.name.casefold() not in TYPES:
                    yield Member(place.parent / inner.name, _data(path, package, name), own)
    except (BadZipFile, NotImplementedError, ValueError, EOFError) as error:
        yield Member(place, FormatError(path, 0, f"{place}: damaged: {error}"), None)


def _types(path: Path, package: "ZipFile") -> bytes | None:
    for name in package.namelist():
        if PurePosixPath(name).name.casefold() in TYPES:
            found = _data(path, package, name)
            return found if isinstance(found, bytes) else None
    return None


def _data(path: Path, package: "ZipFile", name: str) -> bytes | FormatError:
    try:
        data = packages.part(path, package, name)
    except FormatError as error:
        return error
    return data if data is not None else FormatError(path, 0, f"{name} is not there")


def write(
    target: Path,
    bundles: Iterable[Bundle],
    lost: Callable[[Loss], None],
    suffix: str,
    make: Callable[[Losses, AnnotationSet | None, str], bytes | None],
    extra: Callable[[], Mapping[str, bytes]] = dict,
    *,
    titled: bool = False,
) -> None:
    """Write a ZIP file with a file an annotator of each article.

    A target without the ending .zip takes the one file of one annotator; more raise FormatError.
    `make` returns None where nothing can be written of an article; `titled` tells that what it
    returns holds the title; `extra` is asked at the end for what else goes in. The same content
    gives the same bytes. Raises OSError.
    """
    with replacing(target) as file:
        if target.suffix.casefold() == ".zip":
            _write_package(file, bundles, lost, suffix, make, extra, titled=titled)
            return
        count = 0
        for bundle in bundles:
            for _, _, data in _files(bundle, lost, make):
                count += 1
                if count > 1:
                    reason = "one annotator's work on one article a file: the name must end in .zip"
                    raise FormatError(target, 0, reason)
                file.write(data)
                if bundle.document.title and not titled:
                    lost(Loss(bundle.document.id, "", "title", LossReason.METADATA))


def _write_package(
    file: BinaryIO,
    bundles: Iterable[Bundle],
    lost: Callable[[Loss], None],
    suffix: str,
    make: Callable[[Losses, AnnotationSet | None, str], bytes | None],
    extra: Callable[[], Mapping[str, bytes]],
    *,
    titled: bool,
) -> None:
    from zipfile import ZIP_DEFLATED, ZipFile

    taken: set[str] = set()
    with ZipFile(file, "w", ZIP_DEFLATED) as package:
        for bundle in bundles:
            folder = _unique(safe_name(bundle.document.title) or UNTITLED, taken)
            for name, losses, data in _files(bundle, lost, make):
                _add(package, f"annotation/{folder}/{name}{suffix}", data)
                if folder != (bundle.document.title or folder) and not titled:
                    losses.whole(LossReason.METADATA, "title", folder)
        for name, data in extra().items():
            _add(package, name, data)


def _files(
    bundle: Bundle,
    lost: Callable[[Loss], None],
    make: Callable[[Losses, AnnotationSet | None, str], bytes | None],
) -> Iterator[tuple[str, Losses, bytes]]:
    """Hand out the files of an article: name, and what goes in."""
    losses = Losses(bundle, lost)
    losses.about("source", "title")
    for name, item in _sets(losses):
        data = make(losses, item, name)
        if data is None:
            losses.whole(LossReason.EMPTY_DOCUMENT)
            return
        yield name, losses, data


def _add(package: "ZipFile", name: str, data: bytes) -> None:
    from zipfile import ZIP_DEFLATED, ZipInfo

    info = ZipInfo(name, _DATE)
    info.compress_type = ZIP_DEFLATED
    info.external_attr = 0o644 << 16
    package.writestr(info, data)


def _unique(wish: str, taken: set[str]) -> str:
    """Return a name that is not taken, whatever the size of its letters, and take it."""
    name, number = wish, 1
    while name.casefold() in taken:
        number += 1
        name = f"{wish} ({number})"
    taken.add(name.casefold())
    return name


def _sets(losses: Losses) -> list[tuple[str, AnnotationSet | None]]:
    """Return who made what, by names for files; nobody's file if there is nothing.

    A name that had to change is told.
    """
    made: list[tuple[str, AnnotationSet | None]] = []
    taken: set[str] = {NOBODY.casefold()}
    for item in speaking(losses.bundle):
        name = losses.bundle.annotators[item.annotator].name
        unique = _unique(safe_name(name) or "annotator", taken)
        if unique != name:
            losses.whole(LossReason.ANNOTATOR, name, unique)
        made.append((unique, item))
    return made or [(NOBODY, None)]


def safe_name(name: str) -> str:
    """Return a name for a file that every system takes; "" where nothing of it can stay."""
    return _FORBIDDEN.sub("_", name).strip(" .")[:_NAME_LIMIT].strip(" .")
