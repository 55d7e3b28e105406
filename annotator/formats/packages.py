"""Office files: ZIP packages of XML parts, opened with limits and without trust.

Word and LibreOffice files are read here by their XML and not through python-docx or odfdo: the one
leaves out what was inserted with tracked changes and what stands in content controls, the other
gives back what was deleted (docs/decisions/0021-news-files.md).
"""

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from annotator.errors import FormatError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from zipfile import ZipFile

MAGIC: Final = b"PK\x03\x04"
PART_LIMIT: Final = 64 * 1024 * 1024
"""Largest part in bytes, unpacked; only the parts that are asked for are unpacked at all."""
MOST_PARTS: Final = 20_000
_DIRECTORY_LIMIT: Final = 8 * 1024 * 1024
_END: Final = b"PK\x05\x06"
_TAIL: Final = 64 * 1024 + 22


def has_part(path: Path, name: str) -> bool:
    """Tell whether a file is a package with this part; False for whatever cannot be opened."""
    try:
        with opened(path) as package:
            return name in package.namelist()
    except (FormatError, OSError):
        return False


@contextmanager
def opened(path: Path) -> "Iterator[ZipFile]":
    """Open a package. Raises FormatError where it is damaged or names too many parts, OSError."""
    from zipfile import BadZipFile, ZipFile

    if _directory_size(path) > _DIRECTORY_LIMIT:
        raise FormatError(path, 0, "the package lists too many parts")
    try:
        with ZipFile(path) as package:
            if len(package.infolist()) > MOST_PARTS:
                raise FormatError(path, 0, "the package lists too many parts")
            yield package
    except (BadZipFile, EOFError, NotImplementedError, ValueError) as error:
        raise FormatError(path, 0, f"the package is damaged: {error}") from error


def part(path: Path, package: "ZipFile", name: str) -> bytes | None:
    """Return a part unpacked, None where there is none. Raises FormatError."""
    import zlib
    from zipfile import BadZipFile

    try:
        with package.open(name) as file:
            data = file.read(PART_LIMIT + 1)
    except KeyError:
        return None
    except RuntimeError as error:  # what zipfile raises for a password
        raise FormatError(path, 0, "the package is protected by a password") from error
    except (BadZipFile, zlib.error, EOFError, NotImplementedError) as error:
        raise FormatError(path, 0, f"the package is damaged: {error}") from error
    if len(data) > PART_LIMIT:
        raise FormatError(path, 0, f"{name} is longer than {PART_LIMIT} bytes")
    return data


def parsed(path: Path, data: bytes) -> Any:
    """Return the root element of a part.

    Entities are neither expanded nor fetched: a part that declares any is refused. Raises
    FormatError.
    """
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise FormatError(path, 0, f"the XML is damaged: {error}") from error
    if root.getroottree().docinfo.doctype:
        raise FormatError(path, 0, "the XML declares a document type, which office files never do")
    return root


def _directory_size(path: Path) -> int:
    """Return the size of the list of parts as the end of the file tells it, 0 without an end."""
    with path.open("rb") as file:
        file.seek(0, 2)
        file.seek(max(0, file.tell() - _TAIL))
        tail = file.read()
    at = tail.rfind(_END)
    return int.from_bytes(tail[at + 12 : at + 16], "little") if at >= 0 else 0
