"""brat standoff: an .ann file beside each .txt (docs/formats/brat.md)."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final

from annotator.errors import FormatError
from annotator.formats import brat_reading
from annotator.formats.base import (
    HEAD,
    USUAL,
    Bundle,
    FormatInfo,
    Hold,
    Holds,
    Loss,
    Reading,
    ReadOptions,
    Unit,
)
from annotator.formats.news_file import FILE_LIMIT
from annotator.formats.peer_document import Part, PeerDocument, read_parts
from annotator.formats.strict_json import Malformed
from annotator.model.scheme import Scheme

HOLDS: Final = Holds(
    offsets="code points",
    overlaps=Hold.NATIVE,
    discontinuous=Hold.NATIVE,
    relations=Hold.NATIVE,
    attributes=Hold.FALLBACK,
    document_labels=Hold.FALLBACK,
    annotators=Hold.NATIVE,
    empty_documents=Hold.NATIVE,
)


class Brat:
    """Lines of annotations beside a text; written as a ZIP with a folder an annotator."""

    info = FormatInfo(
        "brat", "brat standoff", (".brat.zip", ".ann"), reads=True, writes=True, holds=HOLDS
    )

    def accepts(self, head: bytes, path: Path) -> bool:
        lines = [line for line in head.removeprefix(b"\xef\xbb\xbf").split(b"\n") if line.strip()]
        if len(head) >= HEAD:
            del lines[-1:]
        if not lines:
            return not head.strip() and path.suffix == ".ann" and _text_beside(path).is_file()
        return all(brat_reading.LINE.match(line) for line in lines)

    def companions(self, path: Path) -> Sequence[Path]:
        beside = [_text_beside(path), *(path.parent / name for name in brat_reading.SIDE_FILES)]
        return [file for file in beside if file.is_file()]

    def read(self, path: Path, options: ReadOptions = USUAL) -> Iterator[Reading]:
        size = path.stat().st_size
        part = Part(0, size, _document(path))
        yield from read_parts(path, lambda: iter((part,)), options, Unit.CODE_POINTS)

    def write(
        self,
        target: Path,
        bundles: Iterable[Bundle],
        scheme: Scheme,
        lost: Callable[[Loss], None],
    ) -> None:
        from annotator.formats import brat_writing

        brat_writing.write(target, bundles, scheme, lost)


FORMAT = Brat()


def _text_beside(path: Path) -> Path:
    return path.with_suffix(".txt")


def _document(path: Path) -> PeerDocument | FormatError:
    beside = _text_beside(path)
    try:
        raw = _raw_text(beside)
        data = _bytes_of(path).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return FormatError(path, 0, f"not UTF-8 at byte {error.start}")
    except ValueError as error:
        return FormatError(path, 0, str(error))
    file = brat_reading.BratFile(raw, brat_reading.side_of(path.parent))
    try:
        return file.read(data)
    except ValueError as error:
        return FormatError(path, file.line, str(error))


def _raw_text(beside: Path) -> str:
    """Return the text with its line ends as they are: brat counts CR and LF. Raises Malformed."""
    from annotator.text.decoding import DecodeRefused, decode

    try:
        inside = beside.resolve().parent == beside.parent.resolve()
        if not inside or not beside.is_file():
            raise Malformed(f"{beside.name!r} is no file in the same folder")
        data = _bytes_of(beside)
    except OSError as error:
        raise Malformed(f"{beside.name!r} cannot be read: {error.strerror}") from error
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        text = "\0"
    if "\0" not in text:
        return text
    try:
        return data.decode(decode(data).encoding)
    except DecodeRefused as error:
        raise Malformed(f"{beside.name!r} is no text: {error.reason}") from error


def _bytes_of(path: Path) -> bytes:
    with path.open("rb") as file:
        data = file.read(FILE_LIMIT + 1)
    if len(data) > FILE_LIMIT:
        raise Malformed(f"longer than {FILE_LIMIT} bytes")
    return data
