"""Articles in Parquet: what pyarrow writes is read; what is damaged is one line."""

import tracemalloc
from contextlib import suppress
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.errors import FormatError
from annotator.formats import table_parquet
from annotator.formats.base import HEAD, Left
from annotator.formats.registry import registry
from annotator.formats.table_parquet import FORMAT
from tests.formats.tables import CHOSEN, LONG, ROWS, documents, problems, readings, said


def _file(folder: Path, columns: dict[str, Any], **options: Any) -> Path:
    import pyarrow
    from pyarrow import parquet

    path = folder / "a.parquet"
    parquet.write_table(pyarrow.table(columns), path, **options)
    return path


@given(ROWS, st.integers(1, 4))
def test_what_is_written_is_read_back(rows: list[tuple[str, str, str]], group: int) -> None:
    titles, bodies, others = zip(*rows, strict=True)
    with TemporaryDirectory() as folder:
        columns = {"judul": list(titles), "isi": list(bodies), "catatan": list(others)}
        path = _file(Path(folder), columns, row_group_size=group)
        assert FORMAT.accepts(path.read_bytes()[:HEAD], path)
        assert registry().guess_importer(path) is FORMAT
        said(rows, documents(FORMAT, path, CHOSEN))


@given(st.integers(0, 1200), st.binary(min_size=1, max_size=4), st.integers(0, 1200))
def test_a_damaged_file_ends_in_documents_and_reasons(place: int, piece: bytes, cut: int) -> None:
    with TemporaryDirectory() as folder:
        path = _file(Path(folder), {"judul": ["A", "B"], "isi": [LONG, LONG + "b"]})
        data = path.read_bytes()
        data = data[:place] + piece + data[place + len(piece) :]
        path.write_bytes(data if cut % 2 else data[: max(0, len(data) - cut)])
        with suppress(FormatError):
            readings(FORMAT, path)


def test_values_of_all_kinds(tmp_path: Path) -> None:
    import pyarrow

    moment = datetime(2024, 11, 25, 8, 30, tzinfo=UTC)
    path = _file(
        tmp_path,
        {
            "id": [7],
            "isi": pyarrow.array([LONG.encode()], pyarrow.binary()),
            "date": pyarrow.array([moment], pyarrow.timestamp("ns", "UTC")),
            "terbit": [date(2024, 11, 25)],
            "sumber": [{"nama": "Samudra Pos", "kota": None}],
            "label": [["a", "b"]],
            "nilai": [Decimal("1.50")],
            "sah": [True],
            "gambar": [b"\xff\xd8"],
            "kosong": pyarrow.nulls(1),
            "jenis": pyarrow.array(["berita"]).dictionary_encode(),
        },
    )
    (reading,) = readings(FORMAT, path)
    assert not isinstance(reading.content, FormatError)
    document = reading.content.document
    assert document.text == LONG
    assert document.metadata == {
        "source": "a.parquet",
        "id": "7",
        "id_from": "column",
        "date": "2024-11-25",
        "date_from": "column",
        "date_text": "2024-11-25T08:30:00+00:00",
        "terbit": "2024-11-25",
        "outlet": '{"nama": "Samudra Pos", "kota": null}',
        "outlet_from": "column",
        "label": '["a", "b"]',
        "nilai": "1.50",
        "sah": "true",
        "jenis": "berita",
    }
    assert reading.left == (Left("column_left_out", "gambar"),)
    assert FORMAT.sample(path).facts == {"rows": "1"}


def test_what_is_wrong_with_a_row_costs_that_row(tmp_path: Path) -> None:
    import pyarrow

    texts = pyarrow.array([LONG.encode(), b"\xff", None, b"a\0b", LONG.encode()], pyarrow.binary())
    path = _file(tmp_path, {"judul": ["A", "B", "C", "D", "E"], "isi": texts})
    assert problems(readings(FORMAT, path)) == [
        (2, "no_text_in_row: isi"),
        (3, "no_text_in_row: isi"),
        (4, "nul: isi"),
    ]


def test_what_is_no_table_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = _file(tmp_path, {"a": [1], "b": ["x"]})
    assert problems(readings(FORMAT, path)) == [(0, "no_text_column: 'a', 'b'")]
    path.write_bytes(path.read_bytes()[:-40])
    with pytest.raises(FormatError, match="damaged"):
        FORMAT.sample(path)
    path.write_bytes(b"PAR1")
    with pytest.raises(FormatError, match="damaged"):
        readings(FORMAT, path)
    empty = _file(tmp_path, {"isi": [""][:0]})
    assert problems(readings(FORMAT, empty)) == [(0, "no_rows")]
    monkeypatch.setattr(table_parquet, "GROUP_LIMIT", 100)
    monkeypatch.setattr(table_parquet, "_RATIO", 0.01)
    with pytest.raises(FormatError, match="bytes long unpacked"):
        readings(FORMAT, _file(tmp_path, {"isi": [LONG, LONG[::-1]]}))


def test_memory_stays_bounded(tmp_path: Path) -> None:
    texts = [f"{number} {LONG * 10}" for number in range(4000)]
    path = _file(tmp_path, {"isi": texts})
    del texts
    tracemalloc.start()
    try:
        count = sum(1 for _ in FORMAT.read(path))
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert count == 4000
    assert peak < 15_000_000
