"""Articles in a Parquet file (docs/formats/parquet-table.md)."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from annotator.errors import FormatError
from annotator.formats.base import USUAL, FormatInfo, Kind, Left, Reading, ReadOptions, StandsAlone
from annotator.formats.columns import Sample, sample_of
from annotator.formats.table_headers import named
from annotator.formats.table_rows import Rows, articles, as_text

if TYPE_CHECKING:
    from pyarrow.parquet import ParquetFile

_MAGIC: Final = b"PAR1"
_ROWS: Final = 200
_BATCH_BYTES: Final = 4 * 1024 * 1024
"""Rows that are held at once have about this many bytes."""
_BATCH_ROWS: Final = 1000
GROUP_LIMIT: Final = 1024 * 1024 * 1024
_RATIO: Final = 300
"""A group of rows that is larger, unpacked, may not have been packed better than this."""
_BUFFER: Final = 1024 * 1024
_STRINGS: Final = 64 * 1024 * 1024
_CONTAINERS: Final = 1_000_000


class Parquet(StandsAlone):
    """An article a row."""

    info = FormatInfo(
        "parquet-table", "Table in Parquet", (".parquet",), reads=True, kind=Kind.TABLE
    )

    def accepts(self, head: bytes, path: Path) -> bool:  # noqa: ARG002 - the head says it
        return head.startswith(_MAGIC)

    def sample(self, path: Path, rows: int = 20, options: ReadOptions = USUAL) -> Sample:  # noqa: ARG002
        with _opened(path) as file:
            return _sample(path, file, rows)

    def read(self, path: Path, options: ReadOptions = USUAL) -> Iterator[Reading]:
        with _opened(path) as file:
            sample = _sample(path, file, _ROWS)
            yield from articles(
                path, sample, options, partial(_readings, path, file, sample.columns)
            )


FORMAT = Parquet()


def _readings(
    path: Path, file: "ParquetFile", names: Sequence[str], rows: Rows
) -> Iterator[Reading]:
    size, total = path.stat().st_size, max(1, file.metadata.num_rows)
    for number, values in enumerate(_values(path, file), start=1):
        left: list[Left] = []
        cells = [
            (name, _cell(name, value, left)) for name, value in zip(names, values, strict=True)
        ]
        yield rows.reading(number, size * number // total, cells, left)


@contextmanager
def _opened(path: Path) -> "Iterator[ParquetFile]":
    """Open a file. Raises FormatError where it is damaged, OSError."""
    import pyarrow
    from pyarrow.parquet import ParquetFile

    with path.open("rb") as stream:
        try:
            file = ParquetFile(
                stream,
                buffer_size=_BUFFER,
                pre_buffer=False,
                thrift_string_size_limit=_STRINGS,
                thrift_container_size_limit=_CONTAINERS,
            )
        except (pyarrow.ArrowException, OSError, ValueError) as error:
            raise _damaged(path, error) from error
        with file:
            yield file


def _damaged(path: Path, error: Exception, line: int = 0) -> FormatError:
    reason = str(error).partition("\n")[0][:200]
    return FormatError(path, line, f"the Parquet file is damaged: {reason}")


def _sample(path: Path, file: "ParquetFile", shown: int) -> Sample:
    names = named(file.schema_arrow.names)
    rows = []
    for values in _values(path, file):
        rows.append([as_text(_cell("", value, [])) for value in values])
        if len(rows) >= _ROWS:
            break
    return sample_of(names, rows, {"rows": str(file.metadata.num_rows)}, shown)


def _values(path: Path, file: "ParquetFile") -> Iterator[list[Any]]:
    """Hand out the values of each row. Raises FormatError."""
    import pyarrow

    metadata = file.metadata
    number = 0
    for place in range(metadata.num_row_groups):
        group = metadata.row_group(place)
        # not by column: what is damaged there would end the whole program (pyarrow 26)
        size = group.total_byte_size
        if size > GROUP_LIMIT and size > _RATIO * path.stat().st_size:
            raise FormatError(path, number, f"a group of rows is {size} bytes long unpacked")
        width = max(1, size // max(1, group.num_rows))
        batch_size = max(1, min(_BATCH_ROWS, _BATCH_BYTES // width))
        try:
            for batch in file.iter_batches(batch_size, [place], use_threads=False):
                columns = [_python(column) for column in batch.columns]
                for values in zip(*columns, strict=True):
                    number += 1
                    yield list(values)
        except (pyarrow.ArrowException, OSError, ValueError, OverflowError) as error:
            raise _damaged(path, error, number) from error


def _python(column: Any) -> list[Any]:
    """Return a column as Python values. Moments finer than Python's are cut to its own."""
    import pyarrow

    if pyarrow.types.is_timestamp(column.type) and column.type.unit == "ns":
        column = column.cast(pyarrow.timestamp("us", column.type.tz), safe=False)
    values: list[Any] = column.to_pylist()
    return values


def _cell(name: str, value: Any, left: list[Left]) -> object:
    """Return a value as rows take it: bytes are text where they are UTF-8, else left out."""
    if not isinstance(value, bytes):
        return value
    try:
        return value.decode("utf-8")
    except UnicodeDecodeError:
        left.append(Left("column_left_out", name))
        return None
