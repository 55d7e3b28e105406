"""Articles in JSON: found wherever they stand; what is wrong with one costs that one."""

import json
import tracemalloc
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from annotator.errors import FormatError
from annotator.formats import json_scanner, table_json
from annotator.formats.base import HEAD, Left, ReadOptions
from annotator.formats.json_scanner import Broken, Item, Place, Scanner, Where
from annotator.formats.registry import registry
from annotator.formats.table_json import FORMAT
from tests.formats.tables import CHOSEN, LONG, ROWS, documents, problems, readings, said

ONE = {"judul": "A", "isi": LONG, "sumber": {"nama": "Samudra Pos"}, "tags": ["a", "b"]}
TWO = {"judul": "B", "isi": LONG + "lagi", "n": None}


def _file(tmp_path: Path, data: object, name: str = "a.json") -> Path:
    path = tmp_path / name
    if not isinstance(data, bytes):
        data = (data if isinstance(data, str) else json.dumps(data)).encode("utf-8")
    path.write_bytes(data)
    return path


def _written(objects: list[dict[str, str]], shape: str) -> str:
    if shape == "lines":
        return "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in objects)
    if shape == "row":
        return " ".join(json.dumps(one, indent=1) for one in objects)
    inside = {
        "list": objects,
        "inside": {"status": "ok", "hasil": {"jumlah": len(objects), "artikel": objects}},
        "values": {f"a{number}": one for number, one in enumerate(objects)},
    }
    return json.dumps(inside[shape], indent=2)


@given(
    ROWS,
    st.sampled_from(["lines", "row", "list", "inside", "values"]),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
    st.integers(1, 40),
)
def test_what_is_written_is_read_back(
    rows: list[tuple[str, str, str]], shape: str, encoding: str, piece: int
) -> None:
    assume(len(rows) > 1 or shape != "values")
    objects = [{"judul": row[0], "isi": row[1], "catatan": row[2]} for row in rows]
    with TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setattr(table_json, "_CHUNK", piece)
        path = Path(folder, "a.txt")
        path.write_bytes(_written(objects, shape).encode(encoding))
        assert FORMAT.accepts(path.read_bytes()[:HEAD], path)
        said(rows, documents(FORMAT, path, CHOSEN))


_JSON = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=5)),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(st.text(max_size=5), inner, max_size=3)
    ),
)


@given(_JSON, st.lists(st.tuples(st.integers(0, 200), st.binary(max_size=2)), max_size=3))
def test_any_json_however_damaged_ends_in_documents_and_reasons(
    value: object, damage: list[tuple[int, bytes]]
) -> None:
    data = json.dumps({"artikel": [{"isi": LONG, "x": value}, value], "y": value}).encode()
    for place, piece in damage:
        data = data[:place] + piece + data[place + 1 :]
    with TemporaryDirectory() as folder, suppress(FormatError):
        path = Path(folder, "a.json")
        path.write_bytes(data)
        FORMAT.accepts(data, path)
        for reading in FORMAT.read(path):
            assert reading.done <= len(data)


@given(_JSON, st.integers(1, 9))
def test_items_are_the_values_as_they_stand(value: object, size: int) -> None:
    """However the file comes in pieces, with whatever between the items."""
    items = [{"a": value}, {"b": [value, '\\"]}']}, {}]
    data = json.dumps({"x": [value], "y": {"x": items}, "z": value}, indent=1).encode()
    found = _scan(data, Place(Where.LIST, ("y", "x")), size)
    assert [json.dumps(json.loads(item.data)) for item in found] == [
        json.dumps(item) for item in items
    ]
    assert [item.number for item in found] == [1, 2, 3]


def _scan(data: bytes, place: Place, size: int = 3) -> list[Item]:
    scanner = Scanner(place)
    found: list[Item] = []
    for at in range(0, len(data), size):
        found += scanner.feed(data[at : at + size])
    scanner.finish()
    return found


@pytest.mark.parametrize(
    ("data", "place"),
    [
        ([ONE, TWO], "list"),
        ({"status": "ok", "articles": [ONE, TWO]}, "articles"),
        ({"response": {"n": 2, "facets": [{"a": "b"}], "docs": [ONE, TWO]}}, "response.docs"),
        ({"x1": ONE, "x2": TWO}, "values"),
        (f"{json.dumps(ONE)}\n\n{json.dumps(TWO)}", "lines"),
        (f"{json.dumps(ONE, indent=1)}\n{json.dumps(TWO, indent=1)}", "whole"),
    ],
)
def test_where_the_articles_stand(tmp_path: Path, data: object, place: str) -> None:
    path = _file(tmp_path, data)
    assert FORMAT.sample(path).facts["list"] == place
    first, second = documents(FORMAT, path)
    assert (first.title, first.text, second.title) == ("A", LONG, "B")
    assert first.metadata["outlet"] == "Samudra Pos"
    assert first.metadata["tags"] == '["a", "b"]'


def test_one_article_with_lists_in_it(tmp_path: Path) -> None:
    data = {**ONE, "komentar": [{"text": "Satu komentar"}, {"text": "Dua komentar"}]}
    (only,) = documents(FORMAT, _file(tmp_path, data))
    assert only.text == LONG


def test_the_text_a_person_chose_tells_the_place(tmp_path: Path) -> None:
    data = {"berita": [ONE], "laporan": [{"uraian": LONG * 2}]}
    path = _file(tmp_path, data)
    assert FORMAT.sample(path).facts["list"] == "berita"
    options = ReadOptions(columns={"text": "uraian"})
    (only,) = documents(FORMAT, path, options)
    assert only.text == LONG * 2
    assert FORMAT.sample(path, 5, options).facts["list"] == "laporan"


def test_paragraphs_and_dates(tmp_path: Path) -> None:
    path = _file(
        tmp_path,
        [
            {"isi": ["Satu ya.", "Dua ya."], "penulis": ["A", "B"], "date": 1732500000000},
            {"isi": [1], "date": "x"},
            {"isi": {"a": "b"}},
            {"isi": []},
        ],
    )
    found = readings(FORMAT, path, ReadOptions(columns={"text": "isi"}))
    (joined,) = [item.content for item in found if not isinstance(item.content, FormatError)]
    assert joined.document.text == "Satu ya.\nDua ya."
    assert found[0].left == (Left("paragraphs_joined", "isi", "2"),)
    assert joined.document.metadata["author"] == "A, B"
    assert joined.document.metadata["date"] == "2024-11-25"
    assert problems(found) == [
        (2, "text_not_one: isi"),
        (3, "no_text_in_row: isi"),
        (4, "text_not_one: isi"),
    ]


def test_what_is_wrong_with_one_article_costs_that_one(tmp_path: Path) -> None:
    wrong = [
        "rusak",
        '{"isi": "\\ud800"}',
        '{"isi": "a\\u0000"}',
        '{"isi": "a", "isi": "b"}',
        '{"isi": NaN}',
        '{"isi": 1e999}',
        '{"isi": ' + "9" * 5000 + "}",
        '{"isi": ' + "[" * 300 + "]" * 300 + "}",
        "[1]",
        '{"judul": "tanpa isi"}',
    ]
    reasons = [
        "a lone surrogate",
        "a NUL character",
        "key 'isi' stands twice",
        "NaN is no number",
        "1e999 is no finite number",
        "a number with thousands of digits",
        "nested too deeply",
        "a JSON object is expected",
        "no_text_in_row: isi",
    ]
    good = json.dumps(ONE)
    lines = _file(tmp_path, "\n".join([good, *wrong, good + "\n"]))
    found = problems(readings(FORMAT, lines))
    assert found == [(2, "no JSON: Expecting value at character 1"), *enumerate(reasons, 3)]
    listed = _file(tmp_path, f"[{','.join([good, *wrong, good])}]")
    assert problems(readings(FORMAT, listed)) == [(2, "no object"), *enumerate(reasons, 3)]


def test_what_is_no_table_is_refused(tmp_path: Path) -> None:
    for data, reason in (
        (b"[" * 1_000_000, "nested too deeply"),
        (b'{"a":' * 1_000_000, "nested too deeply"),
        (b"[]", "no article"),
        (b"[1, 2]", "no object"),
        (b"", "no JSON"),
        (b"Samudra", "no JSON"),
        (b"\0" * 50, "NUL"),
    ):
        with pytest.raises(FormatError, match=reason):
            readings(FORMAT, _file(tmp_path, data))
    assert problems(readings(FORMAT, _file(tmp_path, "{}"))) == [(0, "no_text_column")]
    other = _file(tmp_path, {"a": 1})
    assert problems(readings(FORMAT, other)) == [(0, "no_text_column: 'a'")]


def test_annotations_of_another_tool_are_kept_and_told(tmp_path: Path) -> None:
    path = _file(tmp_path, [{"isi": LONG, "entities": [[0, 7, "ORG"]], "label": "berita"}])
    (reading,) = readings(FORMAT, path)
    assert reading.left == (Left("annotations_as_metadata", "entities"),)
    assert documents(FORMAT, path)[0].metadata["entities"] == '[[0, 7, "ORG"]]'


def test_a_file_that_was_cut_off(tmp_path: Path) -> None:
    whole = json.dumps([ONE, TWO, ONE])
    path = _file(tmp_path, whole[:-20])
    reader = FORMAT.read(path)
    assert [next(reader).line, next(reader).line] == [1, 2]
    with pytest.raises(FormatError, match="after item 3: the file ends too early"):
        next(reader)
    crossed = _file(tmp_path, f"[{json.dumps(ONE)}}}, {json.dumps(TWO)}]")
    reader = FORMAT.read(crossed)
    next(reader)
    with pytest.raises(FormatError, match="the brackets do not fit"):
        next(reader)


def test_an_article_longer_than_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_scanner, "ITEM_LIMIT", 5000)
    monkeypatch.setattr(table_json, "ITEM_LIMIT", 5000)
    monkeypatch.setattr(table_json, "_CHUNK", 700)
    large = {"isi": LONG * 100}
    for data in ([ONE, large, TWO], "\n".join(map(json.dumps, [ONE, large, TWO]))):
        found = readings(FORMAT, _file(tmp_path, data))
        assert problems(found) == [(2, "longer than 5000 bytes")]
        assert len(found) == 3


def test_scalars_in_pieces_are_one_item() -> None:
    found = _scan(b'[123456789, {"a":1}, "lama sekali", null]', Place(Where.LIST), 2)
    assert [item.problem for item in found] == ["no object", "", "no object", "no object"]
    with pytest.raises(Broken):
        _scan(b'[{"a": "b', Place(Where.LIST))


def test_what_is_recognised(tmp_path: Path) -> None:
    def accepts(data: str, name: str = "a.txt") -> bool:
        return FORMAT.accepts(data.encode(), tmp_path / name)

    assert accepts('[{"isi": "a"}')
    assert accepts('\n{\n "isi": "a"')
    assert accepts("[[[[[[[[")
    assert accepts("[1", "a.json")
    for text in ("[JAKARTA] Polisi", "{}", "", '{"annotation_sets": []', "{jakarta}", "[1"):
        assert not accepts(text), text
    plain = _file(tmp_path, f'{{"text": "{LONG}", "label": "berita"}}\n' * 3, "b.jsonl")
    assert registry().guess_importer(plain) is FORMAT


def test_memory_stays_bounded(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    with path.open("w") as file:
        file.write('{"artikel": [')
        for number in range(8000):
            file.write(json.dumps({"n": number, "isi": LONG * 10}) + ",\n")
        file.write("{}]}")
    tracemalloc.start()
    try:
        count = sum(1 for _ in FORMAT.read(path))
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert count == 8001
    assert path.stat().st_size > 20_000_000
    assert peak < 12_000_000


def test_long_strings_cost_no_stack(tmp_path: Path) -> None:
    text = '\\n"' * 500_000
    path = _file(tmp_path, [{"isi": text}, ONE])
    assert documents(FORMAT, path)[0].text == text
