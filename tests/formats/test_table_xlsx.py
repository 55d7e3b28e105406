"""Articles in workbooks: openpyxl writes them here, our own reader reads them."""

import re
import tracemalloc
import zipfile
from contextlib import suppress
from datetime import date, datetime, time, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.errors import FormatError
from annotator.formats import xlsx_parts
from annotator.formats.base import HEAD, Left, ReadOptions
from annotator.formats.registry import registry
from annotator.formats.table_xlsx import FORMAT
from annotator.formats.xlsx_parts import unescaped
from tests.formats.tables import CHOSEN, LONG, ROWS, documents, problems, readings, said

_MAIN = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_KEPT = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def _file(tmp_path: Path, sheets: dict[str, list[list[Any]]], name: str = "a.xlsx") -> Path:
    import openpyxl

    book = openpyxl.Workbook()
    book.remove(book.active)
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    book.save(tmp_path / name)
    return tmp_path / name


def _changed(path: Path, part: str, change: Any, name: str = "b.xlsx") -> Path:
    """Write a workbook anew with one part changed."""
    target = path.parent / name
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for item in old.namelist():
            data = old.read(item)
            new.writestr(item, change(data) if item == part else data)
    return target


def _shared(path: Path) -> Path:
    """Write a workbook anew with its texts in a table of their own, as Excel does."""
    target = path.parent / "shared.xlsx"
    texts: list[bytes] = []

    def taken(match: re.Match[bytes]) -> bytes:
        texts.append(match[2])
        return b'<c%s t="s"><v>%d</v></c>' % (match[1], len(texts) - 1)

    with zipfile.ZipFile(path) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for item in old.namelist():
            data = old.read(item)
            if item.startswith("xl/worksheets/"):
                data = re.sub(
                    rb'<c([^<>]*) t="inlineStr"><is>(.*?)</is></c>', taken, data, flags=re.DOTALL
                )
            if item == "xl/_rels/workbook.xml.rels":
                relation = (
                    b'<Relationship Id="x" Target="sharedStrings.xml" Type="a/sharedStrings"/>'
                )
                data = data.replace(b"</Relationships>", relation + b"</Relationships>")
            new.writestr(item, data)
        items = b"".join(b"<si>%s<rPh><t>phonetic</t></rPh></si>" % text for text in texts)
        new.writestr("xl/sharedStrings.xml", b"<sst xmlns='%s'>%s</sst>" % (_MAIN, items))
    return target


@given(ROWS, st.booleans())
def test_what_is_written_is_read_back(rows: list[tuple[str, str, str]], shared: bool) -> None:
    # openpyxl refuses control characters, and writes what begins with = as a formula
    cleaned = [tuple(_KEPT.sub("", cell).lstrip("=") for cell in row) for row in rows]
    with TemporaryDirectory() as folder:
        path = _file(Path(folder), {"Berita": [["judul", "isi", "catatan"], *map(list, cleaned)]})
        path = _shared(path) if shared else path
        assert FORMAT.accepts(path.read_bytes()[:HEAD], path)
        found = documents(FORMAT, path, CHOSEN)
        expected = [tuple(map(unescaped, row)) for row in cleaned]
        said([(row[0], row[1], row[2]) for row in expected], found)


@given(st.integers(0, 5000), st.binary(max_size=3), st.integers(0, 5000))
def test_a_damaged_workbook_ends_in_documents_and_reasons(
    place: int, piece: bytes, cut: int
) -> None:
    with TemporaryDirectory() as folder:
        path = _file(Path(folder), {"Berita": [["judul", "isi"], ["A", LONG]]})
        data = path.read_bytes()
        data = data[:place] + piece + data[place + 1 :]
        path.write_bytes(data if cut % 2 else data[: max(0, len(data) - cut)])
        FORMAT.accepts(data, path)
        with suppress(FormatError):
            readings(FORMAT, path)


def test_cells_of_all_kinds(tmp_path: Path) -> None:
    path = _file(
        tmp_path,
        {
            "Berita": [
                ["no", "judul", "isi", "tanggal", "jam", "jumlah", "sah", "lama"],
                [
                    7.0,
                    123,
                    LONG + "_x000D_\nBaris kedua",
                    datetime(2024, 11, 25),  # noqa: DTZ001 - cells have no zone
                    time(8, 30),
                    0.5,
                    True,
                    timedelta(hours=30),
                ],
                [8, "B", LONG, datetime(2024, 11, 25, 8, 30), None, 12345678901234567890, False],  # noqa: DTZ001
                [9, "C", LONG, date(2024, 11, 26)],
                [],
                ["", None, " "],
            ]
        },
    )
    first, second, third = documents(FORMAT, path)
    assert (first.title, first.text) == ("123", LONG + "\nBaris kedua")
    assert {name: first.metadata[name] for name in ("id", "date", "jam", "jumlah", "sah")} == {
        "id": "7",
        "date": "2024-11-25",
        "jam": "08:30:00",
        "jumlah": "0.5",
        "sah": "true",
    }
    assert "date_text" not in first.metadata
    assert second.metadata["date_text"] == "2024-11-25T08:30:00"
    assert second.metadata["date"] == "2024-11-25"
    assert second.metadata["jumlah"].startswith("1.2345678901234")
    assert third.metadata["date"] == "2024-11-26"


def test_the_sheet_with_the_text_and_those_alike(tmp_path: Path) -> None:
    path = _file(
        tmp_path,
        {
            "Petunjuk": [["Kolom", "Arti"], ["isi", "teks berita"]],
            "Nov": [["Rekap berita November"], [], ["judul", "isi"], ["A", LONG]],
            "Kosong": [],
            "Des": [["judul", "isi"], ["B", LONG + "lagi"]],
        },
    )
    sample = FORMAT.sample(path)
    assert sample.facts["sheet"] == "Nov"
    assert sample.facts["sheets"] == "Petunjuk\nNov\nKosong\nDes"
    first, second = readings(FORMAT, path)
    assert [first.line, second.line] == [4, 2]
    assert first.left == (
        Left("sheet_left_out", "Petunjuk"),
        Left("rows_above_left_out", "Nov", "1"),
    )
    assert second.left == ()
    other = documents(FORMAT, path, ReadOptions(columns={"text": "Arti"}))
    assert [item.text for item in other] == ["teks berita"]


def test_without_names_columns_are_numbered(tmp_path: Path) -> None:
    path = _file(tmp_path, {"x": [[1, LONG, "2024-11-25"], [2, LONG + "b", "2024-11-26"]]})
    assert FORMAT.sample(path).columns == ("1", "2", "3")
    assert [item.metadata["date"] for item in documents(FORMAT, path)] == [
        "2024-11-25",
        "2024-11-26",
    ]


def test_formulas_and_errors_are_told(tmp_path: Path) -> None:
    path = _file(tmp_path, {"x": [["judul", "isi", "x"], ["=A1", LONG, "#REF!"], ["B", "=C1"]]})
    found = readings(FORMAT, path)
    assert found[0].left == (
        Left("formula_without_value", "judul"),
        Left("error_value", "x"),
    )
    assert problems(found) == [(3, "no_text_in_row: isi")]
    computed = _changed(
        path,
        "xl/worksheets/sheet1.xml",
        lambda data: data.replace(b"<v></v>", b"<v>Judul</v>"),
    )
    first = readings(FORMAT, computed)[0]
    assert first.left == (Left("error_value", "x"),)
    assert not isinstance(first.content, FormatError)
    assert first.content.document.title == "Judul"


def test_entities_are_neither_expanded_nor_fetched(tmp_path: Path) -> None:
    path = _shared(_file(tmp_path, {"x": [["judul", "isi"], ["A", LONG]]}))
    laughs = b"".join(
        b'<!ENTITY l%d "%s">' % (level, b"&l%d;" % (level - 1) * 10) for level in range(1, 10)
    )
    for doctype in (
        b'<!DOCTYPE a [<!ENTITY l0 "ha">' + laughs + b"]>",
        b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
        b'<!DOCTYPE a SYSTEM "http://samudra.invalid/a.dtd">',
        b"<!-- " + b"x" * 300_000 + b" --><!DOCTYPE a>",
    ):
        for part in ("xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/workbook.xml"):

            def change(data: bytes, doctype: bytes = doctype) -> bytes:
                head = data.index(b"<", data.index(b"?>") if data.startswith(b"<?") else 0)
                return data[:head] + doctype + data[head:]

            with pytest.raises(FormatError, match="document type"):
                readings(FORMAT, _changed(path, part, change))


def test_bombs_are_refused_before_they_are_unpacked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = _shared(_file(tmp_path, {"x": [["judul", "isi"], ["A", LONG]]}))
    bomb = _changed(path, "xl/sharedStrings.xml", lambda data: data + b" " * 3_000_000)
    assert len(documents(FORMAT, bomb)) == 1
    monkeypatch.setattr(xlsx_parts, "_SUSPICIOUS", 1_000_000)
    with pytest.raises(FormatError, match=r"sharedStrings\.xml is 3000"):
        readings(FORMAT, bomb)
    monkeypatch.setattr(xlsx_parts, "PART_LIMIT", 100)
    with pytest.raises(FormatError, match="bytes long unpacked"):
        readings(FORMAT, path)


def test_places_that_are_not_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = _shared(_file(tmp_path, {"x": [["judul", "isi"], ["A", LONG]]}))
    sheet = "xl/worksheets/sheet1.xml"
    far = _changed(path, sheet, lambda data: data.replace(b'r="2"', b'r="999999999"'))
    assert readings(FORMAT, far)[0].line == 999999999
    wide = _changed(path, sheet, lambda data: data.replace(b'"B2"', b'"ZZZ2"'))
    with pytest.raises(FormatError, match="more than 16384 columns"):
        readings(FORMAT, wide)
    missing = _changed(path, sheet, lambda data: data.replace(b"<v>3</v>", b"<v>99</v>"))
    assert problems(readings(FORMAT, missing)) == [(2, "no_text_in_row: isi")]
    with monkeypatch.context() as patch:
        patch.setattr(xlsx_parts, "CELL_LIMIT", 50)
        with pytest.raises(FormatError, match="a cell is longer than 50"):
            readings(FORMAT, path)
    monkeypatch.setattr(xlsx_parts, "_PENDING", 1000)
    monkeypatch.setattr(xlsx_parts, "_CHUNK", 500)
    tag = _changed(
        path,
        sheet,
        lambda data: data.replace(b"<sheetData", b"<x a='%s'/><sheetData" % (b"a" * 5000)),
    )
    with pytest.raises(FormatError, match="a tag without end"):
        readings(FORMAT, tag)


def test_what_is_no_workbook_is_refused(tmp_path: Path) -> None:
    empty = _file(tmp_path, {"x": []})
    with pytest.raises(FormatError, match="no sheet with anything"):
        readings(FORMAT, empty)
    names = _file(tmp_path, {"x": [["judul", "isi"]]})
    assert problems(readings(FORMAT, names)) == [(0, "no_rows")]
    other = _file(tmp_path, {"x": [["a", "b"], ["1", "2"]]})
    assert problems(readings(FORMAT, other)) == [(0, "no_text_column: 'a', 'b'")]
    old = tmp_path / "a.xls"
    old.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100))
    assert registry().guess_importer(old) is FORMAT
    with pytest.raises(FormatError, match=r"save it as \.xlsx"):
        FORMAT.sample(old)
    assert not FORMAT.accepts(b"PK\x03\x04", empty.parent / "nothing.xlsx")
    assert not FORMAT.accepts(b"judul,isi", names)


def test_years_that_begin_in_1904(tmp_path: Path) -> None:
    path = _file(tmp_path, {"x": [["tanggal", "isi"], [date(2024, 11, 25), LONG]]})
    early = _changed(
        path,
        "xl/workbook.xml",
        lambda data: data.replace(b"<workbookPr/>", b'<workbookPr date1904="1"/>'),
    )
    assert documents(FORMAT, early)[0].metadata["date"] == "2028-11-26"


def test_memory_stays_bounded(tmp_path: Path) -> None:
    import openpyxl

    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet()
    sheet.append(["no", "isi"])
    for number in range(3000):
        sheet.append([number, f"{number} {LONG * 20}"])
    path = tmp_path / "a.xlsx"
    book.save(path)
    tracemalloc.start()
    try:
        count = sum(1 for _ in FORMAT.read(path))
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert count == 3000
    assert peak < 12_000_000
