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
from annotator.formats.peer_document import Part, PeerDocument, read_parts
from annotator.formats.text_beside import bytes_of, raw_text
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
        raw = raw_text(beside)
        data = bytes_of(path).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return FormatError(path, 0, f"not UTF-8 at byte {error.start}")
    except ValueError as error:
        return FormatError(path, 0, str(error))
    file = brat_reading.BratFile(raw, brat_reading.side_of(path.parent))
    try:
        return file.read(data)
    except ValueError as error:
        return FormatError(path, file.line, str(error))
