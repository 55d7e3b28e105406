"""doccano: its examples are read, UTF-16 offsets and all; what we write comes back."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings

from annotator.formats.base import Bundle, Loss, LossReason, ReadOptions, Unit
from annotator.formats.doccano import FORMAT
from annotator.model.annotation import DocumentLabel, Relation, Span
from annotator.model.attributes import Attributes
from annotator.model.ids import DocumentLabelId, RelationId, SpanId
from tests.formats.peers import bundle, faults, read, readings, said, samples, spans, written
from tests.formats.round_trips import check
from tests.formats.strategies import bundles

TEXT = "😀 Rahmawati Ladiva menyuap"


def _comes_back(loss: Loss) -> bool:
    return bool(loss.instead)


def _file(folder: Path, *rows: Any) -> Path:
    path = folder / "a.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    assert FORMAT.accepts(path.read_bytes(), path)
    return path


@settings(max_examples=30)
@given(bundles())
@example([bundle("Kabupaten Samudra 🇮🇩000:0000", Span(SpanId("s1"), 27, 28, "actor.voter"))])
def test_what_is_written_is_read_back(made: list[Bundle]) -> None:
    found, _ = check(FORMAT, made, _comes_back)
    titles = {item.document.text: item.document.title for item in made}
    assert all(item.document.title == titles[item.document.text] for item in found)


def test_everything_at_once(tmp_path: Path) -> None:
    made = bundle(
        TEXT,
        Span(SpanId("s1"), 2, 18, "actor.candidate", Attributes({"mention": "name"})),
        Span(SpanId("s2"), 2, 26, "event.x", fragments=((2, 11), (12, 18), (19, 26))),
        Relation(RelationId("r1"), SpanId("s2"), SpanId("s1"), "by", Attributes({"sure": True})),
        DocumentLabel(DocumentLabelId("l1"), "violation.other", Attributes({"note": "é"})),
    )
    path = tmp_path / "a.jsonl"
    losses = written(FORMAT, path, [made])
    assert {(loss.annotation_id, loss.reason) for loss in losses} == {
        ("s1", LossReason.ATTRIBUTE),
        ("s2", LossReason.DISCONTINUOUS),
        ("r1", LossReason.ATTRIBUTE),
        ("l1", LossReason.DOCUMENT_LABEL),
        ("", LossReason.METADATA),
    }
    values = json.loads(path.read_text(encoding="utf-8"))
    assert [(x["start_offset"], x["end_offset"]) for x in values["entities"]] == [
        (3, 12),
        (13, 19),
        (20, 27),
        (3, 19),
    ]
    (back,) = read(FORMAT, path)
    assert said(back.annotation_sets[0]) == said(made.annotation_sets[0])


@pytest.mark.parametrize(
    ("name", "documents", "marks", "links", "labels"),
    [
        ("data_export/relation_extraction/example.jsonl", 1, 4, 3, 0),
        ("data_export/sequence_labeling/example.jsonl", 3, 4, 0, 0),
        ("data_export/text_classification/example.json", 3, 0, 0, 3),
        ("data_export/text_classification/example.jsonl", 3, 0, 0, 3),
        ("data_export/text_classification/example.txt", 3, 0, 0, 3),
        ("data_import/relation_extraction/example.jsonl", 1, 4, 3, 0),
        ("data_import/sequence_labeling/example.jsonl", 3, 3, 0, 0),
        ("data_import/text_classification/example.json", 3, 0, 0, 3),
        ("data_import/text_classification/example.jsonl", 3, 0, 0, 3),
        ("data_import/text_classification/example.txt", 3, 0, 0, 3),
    ],
)
def test_real_files(name: str, documents: int, marks: int, links: int, labels: int) -> None:
    path = samples("doccano") / name
    assert FORMAT.accepts(path.read_bytes(), path)
    found = read(FORMAT, path)
    sets = [item for one in found for item in one.annotation_sets]
    assert len(found) == documents
    assert sum(len(spans(one)) for one in found) == marks
    assert sum(len(list(item.relations)) for item in sets) == links
    assert sum(len(list(item.document_labels)) for item in sets) == labels


def test_words_of_the_real_files() -> None:
    path = samples("doccano") / "data_export/relation_extraction/example.jsonl"
    (only,) = read(FORMAT, path)
    assert [quote for quote, _ in spans(only)] == [
        "Google",
        "September 4, 1998",
        "Larry Page",
        "Sergey Brin",
    ]


def test_offsets_are_utf16_unless_the_words_say_otherwise(tmp_path: Path) -> None:
    path = _file(tmp_path, {"text": TEXT, "label": [[3, 19, "P"]]})
    (reading,) = readings(FORMAT, path)
    assert isinstance(reading.content, Bundle)
    assert (spans(reading.content), reading.unit) == ([("Rahmawati Ladiva", "P")], Unit.UTF16)
    path = _file(tmp_path, {"text": TEXT, "label": [[2, 18, "P"], [19, 26, "P"]]})
    (reading,) = readings(FORMAT, path)
    assert isinstance(reading.content, Bundle)
    assert reading.unit is Unit.CODE_POINTS
    assert spans(reading.content) == [("Rahmawati Ladiva", "P"), ("menyuap", "P")]
    (reading,) = readings(FORMAT, path, ReadOptions(unit=Unit.UTF16))
    assert isinstance(reading.content, Bundle)
    assert spans(reading.content) == [(" Rahmawati Ladiv", "P"), (" menyua", "P")]


def test_other_keys_and_comments_are_kept(tmp_path: Path) -> None:
    row = {"id": 7, "text": "Warga", "labels": [], "Comments": ["Benar?"], "outlet": "Arunika"}
    (only,) = read(FORMAT, _file(tmp_path, row | {"meta": {"n": 1}, "title": "Judul"}))
    assert only.document.title == "Judul"
    assert only.document.metadata == {
        "source": "a.jsonl",
        "outlet": "Arunika",
        "n": "1",
        "id": "7",
    }
    assert [note.content.text for note in only.notes] == ["Benar?"]


def test_a_broken_line_costs_itself(tmp_path: Path) -> None:
    path = _file(tmp_path, {"text": "Warga", "label": []}, {"text": "Ladiva", "label": []})
    lines = path.read_bytes().split(b"\n")
    deep = b'{"text": "a", "label": ' + b"[" * 100_000 + b"]" * 100_000 + b"}"
    path.write_bytes(b"\n".join([lines[0], b'{"text": "x', b"{}", deep, lines[1]]))
    assert faults(FORMAT, path)[1] == "'text' must be a text"
    assert len(faults(FORMAT, path)) == 3
    found = [item for item in readings(FORMAT, path) if isinstance(item.content, Bundle)]
    assert [item.line for item in found] == [1, 5]
    path.write_bytes(
        b'[{"text": "Warga", "label": [[0, 99, "P"]]},\n{"text": "x", "label": []}, {"a'
    )
    assert faults(FORMAT, path) == [
        "a span is not inside the text (offsets in utf16)",
        "the file ends inside an object",
    ]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"[]",
        b"[[1]]",
        b'{"text": "a"}',
        b'{"text": "a", "label": "b"}',
        b'{"label": []}',
        b"{",
    ],
)
def test_what_is_something_else(data: bytes) -> None:
    assert not FORMAT.accepts(data, Path("a.jsonl"))
