"""CSV with annotations: our table keeps everything, a table of spans is read as it quotes."""

import csv
from pathlib import Path

import pytest
from hypothesis import given, settings

from annotator.formats.base import Bundle, LossReason, Unit
from annotator.formats.csv_annotations import FORMAT
from annotator.model.annotation import DocumentLabel, Relation, Span
from annotator.model.attributes import Attributes
from annotator.model.ids import DocumentLabelId, RelationId, SpanId
from annotator.model.project import Status
from tests.formats.peers import bundle, faults, read, readings, said, spans, written
from tests.formats.round_trips import check
from tests.formats.strategies import bundles

TEXT = '😀 Rahmawati "Ladiva", menyuap\nKetua'


@settings(max_examples=40)
@given(bundles())
def test_what_is_written_is_read_back(made: list[Bundle]) -> None:
    found, losses = check(FORMAT, made)
    for item, back in zip(made, found, strict=True):
        assert (back.document.title, back.document.text) == (
            item.document.title,
            item.document.text,
        )
        assert {"source": "", **back.document.metadata} | {"source": ""} == {
            **item.document.metadata,
            "source": "",
        }
        states = {x.annotator: x.status for x in item.annotation_sets}
        names = {back.annotators[x.annotator].name: x.status for x in back.annotation_sets}
        assert names == {item.annotators[key].name: status for key, status in states.items()}
    assert {loss.reason for loss in losses} <= {LossReason.NOTE, LossReason.METADATA}


def test_everything_at_once(tmp_path: Path) -> None:
    made = bundle(
        TEXT,
        Span(SpanId("s1"), 2, 20, "=actor", Attributes({"mention": "name", "n": 1.5})),
        Span(SpanId("s2"), 2, 29, "event.x", fragments=((2, 11), (22, 29))),
        Relation(RelationId("r1"), SpanId("s2"), SpanId("s1"), "by", Attributes({"sure": True})),
        DocumentLabel(DocumentLabelId("l1"), "violation.other", Attributes({"x": ("a", "b")})),
        title="Judul",
    )
    path = tmp_path / "a.csv"
    assert written(FORMAT, path, [made]) == []
    (back,) = read(FORMAT, path)
    assert said(back.annotation_sets[0]) == said(made.annotation_sets[0])
    assert back.annotation_sets[0].status is Status.NEW
    data = path.read_bytes()
    assert data.startswith(b'"kind","document",')
    assert data.count(b"\r\n") == 7  # raw: a formula stays as it is
    assert b'"=actor"' in data


def _table(folder: Path, *rows: tuple[object, ...], delimiter: str = ",") -> Path:
    path = folder / "a.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=delimiter).writerows(rows)
    return path


HEADER = ("Text", "Start", "End", "Label")


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_row_a_span(tmp_path: Path, delimiter: str) -> None:
    path = _table(
        tmp_path,
        (*HEADER, "span_text", "annotator", "score"),
        (TEXT, 3, 12, "P", "Rahmawati", "Teguh", 1),
        (TEXT, 23, 30, "ACT", "menyuap", "", 1),
        ("Warga", 0, 5, "P", "Warga", "", 1),
        ("Warga", "", "", "", "", "", ""),
        delimiter=delimiter,
    )
    assert FORMAT.accepts(path.read_bytes(), path)
    first, second = readings(FORMAT, path)
    assert isinstance(first.content, Bundle), first.content
    assert first.unit is Unit.UTF16
    assert sorted(spans(first.content)) == [("Rahmawati", "P"), ("menyuap", "ACT")]
    assert {who.name for who in first.content.annotators.values()} == {"Teguh", "CSV"}
    assert [(left.reason, left.label) for left in first.left] == [("column_left_out", "score")]
    assert isinstance(second.content, Bundle)
    assert spans(second.content) == [("Warga", "P")]


def test_what_is_wrong_is_said(tmp_path: Path) -> None:
    path = _table(
        tmp_path,
        (*HEADER, "quote"),
        ("Warga", 0, 3, "P", "Warga"),
        ("Samudra", 0, 7, "", "Samudra"),
        ("Ladiva", 0, 6, "P", "Ladiva"),
    )
    assert faults(FORMAT, path) == [
        "the quoted words are not what stands at their places",
        "a span without a label",
    ]
    path.write_bytes(b'text,start,end,label\n"a",0,1,P\n"b,0,1,P\n')
    assert "line 3: unexpected end of data" in faults(FORMAT, path)[0]
    path.write_bytes(b"text,start,end,label\n\xff,0,1,P\n")
    assert faults(FORMAT, path) == ["not UTF-8 in line 2"]
    path.write_bytes(b"title,label\na,b\n")
    assert "no columns for text" in faults(FORMAT, path)[0]
    written(FORMAT, path, [bundle("Warga", Span(SpanId("s1"), 0, 5, "P"))])
    path.write_bytes(path.read_bytes().replace(b'"span"', b'"spam"'))
    assert faults(FORMAT, path) == ["'spam' is no kind of row"]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"text,label\na,b\n",
        b"text,start,end,label\n",
        b"text,start,end,label\na,Januari,Maret,x\n",
        b"\xff\xfetext,start,end,label\na,1,2,x\n",
        b"Warga, start, end.\n",
    ],
)
def test_what_is_something_else(data: bytes) -> None:
    assert not FORMAT.accepts(data, Path("a.csv"))
