"""Annotations in CSV: all in one table, or a row a span (docs/formats/csv-annotations.md)."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Final

from annotator.errors import FormatError
from annotator.formats import csv_annotations_reading as reading
from annotator.formats.base import (
    USUAL,
    Bundle,
    FormatInfo,
    Hold,
    Holds,
    Loss,
    Reading,
    ReadOptions,
    StandsAlone,
    Unit,
)
from annotator.formats.peer_document import read_parts
from annotator.formats.strict_json import Malformed
from annotator.model.scheme import Scheme

_MARK: Final = b"\xef\xbb\xbf"


class CsvAnnotations(StandsAlone):
    """A row for each article, span, relation, label and state of work."""

    info = FormatInfo(
        "csv-annotations",
        "CSV with annotations",
        (".annotations.csv",),
        reads=True,
        writes=True,
        holds=Holds("code points", *[Hold.NATIVE] * 7),
    )

    def accepts(self, head: bytes, path: Path) -> bool:  # noqa: ARG002 - the head says it
        line, ends, rest = head.removeprefix(_MARK).partition(b"\n")
        try:
            header = line.decode("utf-8").rstrip("\r")
        except UnicodeDecodeError:
            return False
        delimiter = reading.delimiter_of(header)
        if not ends or not delimiter:
            return False
        columns = reading.columns_of(header, delimiter)
        if columns == reading.COLUMNS or not rest.strip():
            return columns == reading.COLUMNS
        return reading.has_numbers(rest, columns, delimiter)

    def read(self, path: Path, options: ReadOptions = USUAL) -> Iterator[Reading]:
        try:
            yield from read_parts(path, lambda: reading.parts(path), options, Unit.CODE_POINTS)
        except Malformed as error:
            raise FormatError(path, 0, str(error)) from error

    def write(
        self,
        target: Path,
        bundles: Iterable[Bundle],
        scheme: Scheme,  # noqa: ARG002 - labels are written as they are
        lost: Callable[[Loss], None],
    ) -> None:
        from annotator.formats import csv_annotations_writing

        csv_annotations_writing.write(target, bundles, lost)


FORMAT = CsvAnnotations()
