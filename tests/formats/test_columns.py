"""Columns are told by name and content; nothing is guessed where nothing speaks for it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.formats.base import ReadOptions
from annotator.formats.column_names import roles_of
from annotator.formats.columns import (
    CELL_SHOWN,
    ROLES,
    ColumnsUnknown,
    chosen,
    guess_columns,
    sample_of,
    signature,
)

LONG = "Bawaslu Kabupaten Samudra memeriksa laporan warga tentang amplop. " * 4


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("No;Judul Berita;Isi Berita;Tgl", "id:No title:Judul Berita text:Isi Berita date:Tgl"),
        ("title,content,published_at", "title:title text:content date:published_at"),
        ("headline,BODY,Media,Wartawan", "title:headline text:BODY outlet:Media author:Wartawan"),
        ("id,teks,lokasi,bahasa", "id:id text:teks place:lokasi language:bahasa"),
        ("data.judul,data.isi", "title:data.judul text:data.isi"),
        ("sumber.nama,author.name,x.isi", "outlet:sumber.nama author:author.name text:x.isi"),
        ("articleTitle,articleBody", "title:articleTitle text:articleBody"),
        ("tanggal_berita_masuk,isi_berita", "date:tanggal_berita_masuk text:isi_berita"),
    ],
)
def test_names_in_two_languages(header: str, expected: str) -> None:
    columns = header.replace(";", ",").split(",")
    found = guess_columns(columns, [])
    assert found.columns == dict(
        pair.split(":") for pair in expected.split(" ") if ":" in pair
    ) or ({f"{role}:{column}" for role, column in found.columns.items()} == set(_pairs(expected)))


def _pairs(expected: str) -> list[str]:
    pairs: list[str] = []
    for word in expected.split(" "):
        if ":" in word:
            pairs.append(word)
        else:
            pairs[-1] += f" {word}"
    return pairs


def test_cells_speak_against_a_name() -> None:
    found = guess_columns(
        ["no", "source", "berita", "kode"],
        [["1", "https://samudra.example/1", LONG, "1"], ["1", "https://x.example/2", LONG, "2"]],
    )
    assert found.columns == {"text": "berita", "url": "source", "id": "kode"}
    assert guess_columns(["text"], [["https://a.example"]]).columns == {"url": "text"}
    assert "text" not in guess_columns(["isi"], [["12"], ["13"]]).columns


def test_content_tells_where_names_do_not() -> None:
    rows = [
        ["1", LONG, "2024-11-25", "https://samudra.example/1", "pendek"],
        ["2", LONG * 2, "2024-11-26", "https://samudra.example/2", "juga"],
    ]
    found = guess_columns(["1", "2", "3", "4", "5"], rows)
    assert found.columns == {"text": "2", "date": "3", "url": "4", "id": "1"}
    assert found.confidence < 0.7


def test_of_two_long_columns_none_is_taken_for_the_text() -> None:
    found = guess_columns(["a", "b"], [[LONG, LONG + "ya"]])
    assert found.columns == {}
    assert found.confidence == 0


def test_the_longer_of_two_texts_and_doubt_about_it() -> None:
    found = guess_columns(["text", "content"], [["Bawaslu bertindak", LONG]])
    assert found.columns["text"] == "content"
    assert guess_columns(["isi"], [["Bawaslu bertindak"]]).confidence > 0.9
    doubted = guess_columns(["text", "x"], [["Bawaslu bertindak", LONG]])
    assert doubted.columns["text"] == "text"
    assert doubted.confidence < 0.7


def test_a_person_decides() -> None:
    sample = sample_of(["judul", "isi", "x"], [["a b", LONG, "y"]], {}, 5)

    def columns(**said: str) -> object:
        return chosen(sample, ReadOptions(columns=said))

    assert columns() == {"title": "judul", "text": "isi"}
    assert columns(title="") == {"text": "isi"}
    assert columns(text="judul") == {"text": "judul"}
    assert columns(author="isi", text="x") == {"title": "judul", "author": "isi", "text": "x"}
    with pytest.raises(ColumnsUnknown, match="no_such_column: 'nama'; 'judul', 'isi', 'x'"):
        columns(author="nama")
    with pytest.raises(ColumnsUnknown, match="colour"):
        columns(colour="x")
    with pytest.raises(ColumnsUnknown, match="no_text_column: 'judul', 'isi', 'x'"):
        columns(text="")


def test_a_refusal_names_columns_in_bounds() -> None:
    names = [f"{number}" * 50 for number in range(1000)]
    with pytest.raises(ColumnsUnknown, match=r"\+980") as caught:
        chosen(sample_of(names, [], {}, 0), ReadOptions())
    assert len(caught.value.detail) < 2000


def test_a_sample_is_short_and_its_signature_stays() -> None:
    sample = sample_of(["Isi", "x"], [["a" * 9000, "b"]] * 9, {}, 3)
    assert len(sample.rows) == 3
    assert sample.rows[0][0] == "a" * (CELL_SHOWN - 1) + "…"
    assert sample.signature == signature(["X", "isi "]) != signature(["isi"])


@given(st.text(max_size=30))
def test_any_name_can_be_asked_about(name: str) -> None:
    assert roles_of(name).keys() <= set(ROLES)
    assert all(0 < sure <= 1 for sure in roles_of(name).values())


@given(
    st.lists(st.text(max_size=8), min_size=1, max_size=5, unique=True),
    st.lists(st.lists(st.text(max_size=120), max_size=6), max_size=5),
)
def test_a_column_is_for_one_thing(columns: list[str], rows: list[list[str]]) -> None:
    found = guess_columns(columns, rows)
    assert len(set(found.columns.values())) == len(found.columns)
    assert found.columns.keys() == found.sure.keys()
    assert set(found.columns.values()) <= set(columns)
