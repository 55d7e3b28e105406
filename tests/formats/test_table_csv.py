"""Tables of text: written in many ways, read in one; what is broken costs its row."""

import csv
import io
import tracemalloc
from collections import deque
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from annotator.errors import FormatError
from annotator.formats import csv_records, table_csv
from annotator.formats.base import HEAD, Left, ReadOptions
from annotator.formats.registry import registry
from annotator.formats.table_csv import FORMAT
from tests.formats.tables import CHOSEN, LONG, ROWS, documents, problems, readings, said

NUSAX = Path(__file__).parents[2].parent / "shared" / "data" / "nusax-mt" / "valid.csv"


def _file(tmp_path: Path, data: str | bytes, name: str = "berita.csv") -> Path:
    path = tmp_path / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


@given(
    ROWS,
    st.sampled_from(",;\t|"),
    st.sampled_from([csv.QUOTE_ALL, csv.QUOTE_MINIMAL]),
    st.sampled_from(["\r\n", "\n", "\r"]),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
)
def test_what_is_written_is_read_back(
    rows: list[tuple[str, str, str]], delimiter: str, quoting: int, end: str, encoding: str
) -> None:
    assume(end != "\r" or quoting == csv.QUOTE_ALL)  # the csv module leaves an LF bare there
    written = io.StringIO(newline="")
    writer = csv.writer(written, delimiter=delimiter, quoting=quoting, lineterminator=end)
    writer.writerows([("judul", "isi", "catatan"), *rows])
    with TemporaryDirectory() as folder:
        path = Path(folder, "a.csv")
        path.write_bytes(written.getvalue().encode(encoding))
        assert FORMAT.accepts(path.read_bytes()[:HEAD], path)
        assert FORMAT.sample(path).facts["delimiter"] == delimiter
        said(rows, documents(FORMAT, path, CHOSEN))


@given(st.binary(max_size=400), st.booleans())
def test_any_bytes_end_in_documents_and_reasons(data: bytes, named: bool) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder, "a.csv")
        path.write_bytes(b"judul,isi\n" * named + data)
        FORMAT.accepts(data, path)
        with suppress(FormatError):
            FORMAT.sample(path)
            for reading in FORMAT.read(path):
                assert reading.done <= path.stat().st_size


def test_an_article_with_all_that_is_known_about_it(tmp_path: Path) -> None:
    path = _file(
        tmp_path,
        "No,Judul,Isi,Tanggal,Media,Penulis,Lokasi,Bahasa,Link,Kategori\n"
        f'7,"Amplop, lagi","{LONG}\r\nBaris kedua.",25/11/2024,Samudra Pos,Rahmawati Ladiva,'
        "Samudra,id-ID,https://samudra.example/7,Pilkada\n"
        f"8,B,{LONG},04/05/2024 10:30 WIB,,,,,,\n",
    )
    first, second = documents(FORMAT, path)
    assert first.text == f"{LONG}\nBaris kedua."
    assert first.title == "Amplop, lagi"
    assert (first.language.code, first.language.share) == ("id", 1.0)
    assert first.metadata == {
        "source": "berita.csv",
        "encoding": "utf-8",
        "id": "7",
        "id_from": "column",
        "date": "2024-11-25",
        "date_from": "column",
        "outlet": "Samudra Pos",
        "outlet_from": "column",
        "author": "Rahmawati Ladiva",
        "author_from": "column",
        "place": "Samudra",
        "place_from": "column",
        "url": "https://samudra.example/7",
        "url_from": "column",
        "Kategori": "Pilkada",
    }
    # 25/11 told the order; the time is not lost
    assert second.metadata["date"] == "2024-05-04"
    assert second.metadata["date_text"] == "04/05/2024 10:30 WIB"
    assert second.language.code == "unknown"


def test_a_date_that_could_be_two_stays_as_it_stands(tmp_path: Path) -> None:
    (only,) = documents(FORMAT, _file(tmp_path, f"isi,tanggal\n{LONG},04/05/2024\n"))
    assert only.metadata["date_text"] == "04/05/2024"
    assert "date" not in only.metadata


def test_broken_quotes_cost_their_rows_alone(tmp_path: Path) -> None:
    path = _file(
        tmp_path,
        "id,judul,isi,tanggal\n"
        '1,"A","Teks satu, ""ya"",\nbaris dua",2024-11-25\n'
        '2,B,"Teks dua" rusak,2024-11-25\n'
        '3,C,"Teks tiga, utuh",2024-11-25\n'
        '4,D,"tak tertutup, sayang,2024-11-25\n'
        '5,E,"lima, utuh",2024-11-25\n'
        '6,F,"enam tak utuh\nbaris, dua\nbaris" tiga",2024-11-25\n'
        "7,G,tujuh,2024-11-25\n"
        '8,H,"tak tertutup di akhir,2024-11-25\n'
        "9,I,sembilan,2024-11-25\n",
    )
    found = readings(FORMAT, path)
    assert problems(found) == [
        (4, "quotes_broken: 4"),
        (6, "quotes_broken: 6"),
        (8, "quotes_broken: 8–10"),
        (12, "quote_open: 12"),
    ]
    assert [item.line for item in found] == [2, 4, 5, 6, 7, 8, 11, 12, 13]


def test_an_unclosed_quote_does_not_eat_a_large_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(csv_records, "RECORD_LIMIT", 20_000)
    monkeypatch.setattr(csv_records, "_RESYNC_LIMIT", 5_000)
    rows = [f"{number},{LONG}\n" for number in range(1000)]
    rows[500] = f'500,"{LONG}\n'
    found = readings(FORMAT, _file(tmp_path, "id,isi\n" + "".join(rows)))
    assert problems(found) == [(502, "row_too_long: 502")]
    assert len(found) == 1000


def test_so_many_broken_quotes_that_the_rest_is_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(csv_records, "_AGAIN_LIMIT", 2_000)
    start = "".join(f'{number},"utuh, ya"\n' for number in range(9))
    path = _file(tmp_path, "id,isi\n" + start + '1,"rusak\n' * 2 + f"2,{LONG}\n" * 200)
    with pytest.raises(FormatError, match="what follows was not read"):
        readings(FORMAT, path)


def test_rows_of_another_width(tmp_path: Path) -> None:
    path = _file(
        tmp_path,
        f"id,judul,isi,media,catatan\n1,A,{LONG},,,,\n2,B,{LONG},x,y,z\n3,C,{LONG}\n4\n"
        "5,E,,x,y\n,,,,\n\n",
    )
    found = readings(FORMAT, path)
    assert problems(found) == [
        (3, "row_width: 6 ≠ 5"),
        (5, "row_width: 1 ≠ 5"),
        (6, "no_text_in_row: isi"),
    ]
    assert found[2].left == (Left("short_row", "", "3 ≠ 5"),)


def test_without_names_columns_are_numbered(tmp_path: Path) -> None:
    path = _file(tmp_path, f'1,"{LONG}",2024-11-25\n2,"{LONG} lagi",2024-11-26\n')
    sample = FORMAT.sample(path)
    assert sample.columns == ("1", "2", "3")
    assert sample.facts["header"] == "no"
    assert len(documents(FORMAT, path)) == 2
    named = _file(tmp_path, f"judul,isi\nA,{LONG}\n", "b.csv")
    assert len(documents(FORMAT, named)) == 1
    assert len(readings(FORMAT, named, ReadOptions(columns={"text": "2"}))) == 2


def test_names_that_are_blank_or_there_twice(tmp_path: Path) -> None:
    path = _file(tmp_path, f",isi,isi, catatan \n1,{LONG},x,y\n")
    assert FORMAT.sample(path).columns == ("1", "isi", "isi (2)", "catatan")


def test_ways_of_writing_quotes(tmp_path: Path) -> None:
    slashed = _file(tmp_path, 'id,isi\n1,"kata \\"ya\\", lalu"\n2,"dua \\"x\\", y"\n')
    assert FORMAT.sample(slashed).facts["quotes"] == "backslash"
    assert [item.text for item in documents(FORMAT, slashed)] == ['kata "ya", lalu', 'dua "x", y']
    bare = _file(tmp_path, 'id\tisi\n1\t"Menang," kata Budi.\n2\t"Kalah," kata Ladiva.\n')
    assert FORMAT.sample(bare).facts["quotes"] == "none"
    assert [item.text for item in documents(FORMAT, bare)] == [
        '"Menang," kata Budi.',
        '"Kalah," kata Ladiva.',
    ]
    spaced = _file(tmp_path, 'id, judul, isi\n1, "A, a", "satu, ya"\n2, "B", "dua, ya"\n')
    assert [item.text for item in documents(FORMAT, spaced)] == ["satu, ya", "dua, ya"]
    marked = _file(tmp_path, "sep=;\r\nid;isi\r\n1;halo, Samudra\r\n")
    (reading,) = readings(FORMAT, marked)
    assert reading.line == 3


def test_one_column(tmp_path: Path) -> None:
    path = _file(tmp_path, "text\nKabupaten Samudra, hari ini.\nWarga, polisi, jaksa.\n")
    assert [item.text for item in documents(FORMAT, path)] == [
        "Kabupaten Samudra, hari ini.",
        "Warga, polisi, jaksa.",
    ]


def test_encodings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    western = _file(tmp_path, b"id,isi\n1,Kabupaten \x93Samudra\x94 ramai\n")
    (only,) = documents(FORMAT, western)
    assert readings(FORMAT, western)[0].left == (Left("guessed_encoding", "", "cp1252"),)
    assert (only.text, only.metadata["encoding"]) == ("Kabupaten “Samudra” ramai", "cp1252")
    late = _file(tmp_path, b"id,isi\n" + b"1,Samudra\n" * 120_000 + b"2,\x93ya\x94\n")
    monkeypatch.setattr(table_csv, "_SAMPLE_BYTES", 1)
    assert FORMAT.sample(late).facts["encoding"] == "utf-8"
    (last,) = deque(FORMAT.read(late), maxlen=1)
    assert not isinstance(last.content, FormatError)
    assert last.content.document.text == "“ya”"


def test_damaged_characters_cost_their_row(tmp_path: Path) -> None:
    quotes = "“ya” " * 5
    path = _file(
        tmp_path, f"id,isi\n1,{quotes}\n2,".encode() + b"\xff rusak\n3,nol \0 di sini\n4,baik\n"
    )
    assert problems(readings(FORMAT, path)) == [
        (3, "broken_bytes: isi, 0xff"),
        (4, "nul: isi"),
    ]
    cut = _file(tmp_path, "id,isi\n1,Samudra\n".encode("utf-16") + b"x")
    with pytest.raises(FormatError, match="utf-16"):
        readings(FORMAT, cut)


def test_what_is_no_table_is_refused(tmp_path: Path) -> None:
    for data, reason in (
        ("", "there are no rows"),
        (b"\0\0\0\0", "NUL"),
        (b"\x01\x02\x03\x04\x05" * 50 + b"\xff", "no text"),
    ):
        with pytest.raises(FormatError, match=reason):
            readings(FORMAT, _file(tmp_path, data))
    assert problems(readings(FORMAT, _file(tmp_path, "id,isi\n"))) == [(0, "no_rows")]
    unnamed = _file(tmp_path, "a,b,c\n1,2,3\n4,5,6\n")
    assert problems(readings(FORMAT, unnamed)) == [(0, "no_text_column: 'a', 'b', 'c'")]
    other = readings(FORMAT, unnamed, ReadOptions(columns={"text": "d"}))
    assert problems(other) == [(0, "no_such_column: 'd'; 'a', 'b', 'c'")]


def test_rows_that_a_quote_left_open_took_in_are_told(tmp_path: Path) -> None:
    rows = "".join(
        f"{number},https://samudra.example/{number},isi {number}\n" for number in range(9)
    )
    path = _file(tmp_path, f'id,url,isi\n{rows}10,https://x.example,"buka\n{rows}11,y,tutup"\n')
    last = readings(FORMAT, path)[-1]
    assert last.left == (Left("rows_in_cell"),)
    verse = _file(tmp_path, f'id,url,isi\n{rows}10,https://x.example,"Warga, polisi,\ndan jaksa"\n')
    assert readings(FORMAT, verse)[-1].left == ()


def test_html_in_a_text_is_told_and_kept(tmp_path: Path) -> None:
    path = _file(tmp_path, "id,isi\n1,<p>Warga &amp; polisi</p>\n2,3 < 4 & 5 > 4\n")
    first, second = readings(FORMAT, path)
    assert first.left == (Left("html_in_text", "isi"),)
    assert second.left == ()
    assert documents(FORMAT, path)[0].text == "<p>Warga &amp; polisi</p>"


def test_metadata_is_bounded_and_ours_is_ours(tmp_path: Path) -> None:
    many = ",".join(f"k{number}" for number in range(150))
    path = _file(
        tmp_path,
        f"isi,sumber,source,encoding,besar,x_from,{many}\n"
        f"{LONG},Pos,Lain,abc,{'a' * 5000},tangan,{'v,' * 149}v\n",
    )
    (reading,) = readings(FORMAT, path)
    assert not isinstance(reading.content, FormatError)
    metadata = reading.content.document.metadata
    assert metadata["source"] == "berita.csv"
    assert metadata["column source"] == "Lain"
    assert metadata["column encoding"] == "abc"
    assert metadata["column x_from"] == "tangan"
    assert Left("column_left_out", "besar") in reading.left
    assert len(metadata) < 120
    assert len(reading.left) == 21
    assert reading.left[-1] == Left("column_left_out", "…", "+34")


def test_articles_are_no_tables(tmp_path: Path) -> None:
    article = "Bawaslu, KPU, polisi\n\n" + "Warga, polisi, dan jaksa bertemu di Samudra.\n" * 3
    brat = "T1\tPERSON 0 5\tWarga\nT2\tPERSON 0 5\tWarga\nT3\tPERSON 0 5\tWarga\n"
    for text in (article, brat, "", LONG, "Judul\nIsi\n", '{"isi": "a"}'):
        path = _file(tmp_path, text, "a.txt")
        assert not FORMAT.accepts(path.read_bytes(), path), text
    assert not FORMAT.accepts(
        b"#FORMAT=WebAnno TSV 3.3\n\n\n#Text=a\n1-1\t0-1\ta\t\n", tmp_path / "a.tsv"
    )
    table = _file(tmp_path, f"judul;isi\nA;{LONG}\n", "a.txt")
    assert registry().guess_importer(table) is FORMAT
    assert not FORMAT.accepts(b"\x00\x01,isi\n", table)


def test_memory_stays_bounded(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    with path.open("w") as file:
        file.write("id,isi\n")
        for number in range(4000):
            file.write(f'{number},"{LONG * 10}"\n')
    tracemalloc.start()
    try:
        count = sum(1 for _ in FORMAT.read(path))
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert count == 4000
    assert path.stat().st_size > 10_000_000
    assert peak < 9_000_000


@pytest.mark.skipif(not NUSAX.exists(), reason="the shared samples are not here")
def test_a_real_table() -> None:
    options = ReadOptions(columns={"text": "indonesian"})
    found = documents(FORMAT, NUSAX, options)
    assert len(found) == 100
    assert found[0].text.startswith("Jika ada pertanyaan lebih lanjut")
    assert FORMAT.sample(NUSAX).guess.columns["text"] == "indonesian"
