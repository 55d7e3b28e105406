"""Parquet files of Hugging Face datasets (docs/formats/huggingface-parquet.md)."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from annotator.errors import FormatError
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
)
from annotator.formats.huggingface_rows import Layout, draft_of, layout_of
from annotator.formats.strict_json import Malformed
from annotator.model.scheme import Scheme

if TYPE_CHECKING:
    from pyarrow.parquet import ParquetFile

_MAGIC: Final = b"PAR1"
_BATCH: Final = 32
"""Rows that are in memory at once."""
_CHUNK_LIMIT: Final = 2 * 1024 * 1024 * 1024
"""Largest piece of a column, unpacked, in bytes."""


class HuggingfaceParquet(StandsAlone):
    """An article a row: tokens with tags, or a text with spans."""

    info = FormatInfo(
        "huggingface-parquet",
        "Hugging Face Parquet",
        (".spans.parquet",),
        reads=True,
        writes=True,
        holds=Holds(
            offsets="code points",
            overlaps=Hold.NATIVE,
            discontinuous=Hold.NATIVE,
            relations=Hold.NATIVE,
            attributes=Hold.NATIVE,
            document_labels=Hold.NATIVE,
            annotators=Hold.NO,
            empty_documents=Hold.NATIVE,
        ),
    )

    def accepts(self, head: bytes, path: Path) -> bool:
        if not head.startswith(_MAGIC):
            return False
        try:
            with _opened(path) as file:
                layout_of(file.schema_arrow)
        except (Malformed, FormatError, OSError):
            return False
        return True

    def read(self, path: Path, options: ReadOptions = USUAL) -> Iterator[Reading]:  # noqa: ARG002
        size = path.stat().st_size
        with _opened(path) as file:
            try:
                layout = layout_of(file.schema_arrow)
            except Malformed as error:
                raise FormatError(path, 0, str(error)) from None
            total = max(file.metadata.num_rows, 1)
            for number, row in enumerate(_rows(path, file, layout), 1):
                yield _reading(path, number, size * number // total, row, layout)

    def write(
        self,
        target: Path,
        bundles: Iterable[Bundle],
        scheme: Scheme,  # noqa: ARG002 - labels are texts
        lost: Callable[[Loss], None],
    ) -> None:
        from annotator.formats.huggingface_writing import write

        write(target, bundles, lost)


FORMAT = HuggingfaceParquet()


def _opened(path: Path) -> "ParquetFile":
    """Open a file. Raises FormatError for what is no Parquet, OSError."""
    import pyarrow
    from pyarrow.parquet import ParquetFile

    path.stat()  # what cannot be opened is an OSError, and what is inside is not
    try:
        file = ParquetFile(path, memory_map=False, pre_buffer=False)
    except (pyarrow.ArrowException, OSError, ValueError) as error:
        raise FormatError(path, 0, f"no Parquet: {_first_line(error)}") from None
    facts = file.metadata
    for group in range(facts.num_row_groups):
        found = facts.row_group(group)
        for column in range(found.num_columns):
            if found.column(column).total_uncompressed_size > _CHUNK_LIMIT:
                file.close()
                raise FormatError(path, 0, f"a column holds more than {_CHUNK_LIMIT} bytes at once")
    return file


def _rows(path: Path, file: "ParquetFile", layout: Layout) -> Iterator[dict[str, Any]]:
    import pyarrow

    try:
        for batch in file.iter_batches(_BATCH, columns=list(layout.columns), use_threads=False):
            yield from batch.to_pylist()
    except (pyarrow.ArrowException, OSError, ValueError, MemoryError) as error:
        raise FormatError(path, 0, f"damaged: {_first_line(error)}") from None


def _reading(path: Path, number: int, done: int, row: dict[str, Any], layout: Layout) -> Reading:
    try:
        draft, unit = draft_of(row, layout, path.name)
    except ValueError as error:
        return Reading(number, done, FormatError(path, number, str(error)))
    return Reading(number, done, draft.bundle(), unit, draft.left)


def _first_line(error: BaseException) -> str:
    return str(error).partition("\n")[0][:200]
