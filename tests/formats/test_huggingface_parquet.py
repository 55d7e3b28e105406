"""Hugging Face Parquet: tokens with named tags, texts with spans, and their round trip."""

import json
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pyarrow
import pyarrow.parquet
import pytest
from hypothesis import given, settings

from annotator.formats.base import Bundle, LossReason, Unit
from annotator.formats.huggingface_parquet import FORMAT
from annotator.model.annotation import DocumentLabel, Relation, Span
from annotator.model.annotation_set import AnnotationSet
from annotator.model.attributes import Attributes
from annotator.model.ids import DocumentLabelId, RelationId, SpanId
from tests.formats.peers import bundle, faults, read, readings, said, spans, written
from tests.formats.strategies import bundles

NAMES = ["O", "B-PER", "I-PER", "B-LOC", "I-LOC"]
TOKENS = {
    "id": ["0", "1"],
    "tokens": [["Warga", "Samudra"], ["Rahmawati", "Ladiva", "hadir", "Teguh"]],
    "ner_tags": [[0, 3], [1, 2, 0, 2]],
}


def _features(kind: object) -> dict[bytes, bytes]:
    return {b"huggingface": json.dumps({"info": {"features": {"ner_tags": kind}}}).encode()}


LABELS: dict[str, Any] = {"names": NAMES, "_type": "ClassLabel"}


def _tokens(path: Path, metadata: dict[bytes, bytes] | None, values: Any = TOKENS) -> Path:
    table = pyarrow.table(values).replace_schema_metadata(metadata)
    pyarrow.parquet.write_table(table, path)
    return path


@pytest.mark.parametrize(
    "kind",
    [
        {"feature": LABELS, "_type": "Sequence"},
        {"feature": LABELS, "length": -1, "_type": "List"},
        [LABELS],
    ],
)
def test_tags_by_their_names(tmp_path: Path, kind: object) -> None:
    path = _tokens(tmp_path / "a", _features(kind))
    assert FORMAT.accepts(path.read_bytes()[:65536], path)
    first, second = readings(FORMAT, path)
    assert isinstance(first.content, Bundle)
    assert isinstance(second.content, Bundle)
    assert spans(first.content) == [("Samudra", "LOC")]
    assert first.content.document.metadata == {"source": "a", "id": "0"}
    assert spans(second.content) == [("Rahmawati Ladiva", "PER"), ("Teguh", "PER")]
    assert [item[:2] for item in second.left] == [("text_rebuilt", ""), ("irregular_tags", "IOB2")]


def test_tags_that_are_texts(tmp_path: Path) -> None:
    values = {"tokens": [["a", "b"]], "tags": [["B-X", "L-X"]], "embedding": [[0.5]]}
    (reading,) = readings(FORMAT, _tokens(tmp_path / "a", None, values))
    assert isinstance(reading.content, Bundle)
    assert spans(reading.content) == [("a b", "X")]
    assert [item[:2] for item in reading.left] == [
        ("text_rebuilt", ""),
        ("other_columns", "embedding"),
    ]


@pytest.mark.parametrize(
    "metadata",
    [
        None,
        {b"huggingface": b"{}"},
        {b"huggingface": b"["},
        {b"huggingface": b'{"info": {"features": []}}'},
        _features([{"names": ["O", "X"]}]),
        _features([{"names": 3}]),
    ],
)
def test_numbers_without_names_are_refused(
    tmp_path: Path, metadata: dict[bytes, bytes] | None
) -> None:
    path = _tokens(tmp_path / "a.parquet", metadata)
    assert not FORMAT.accepts(path.read_bytes()[:65536], path)
    assert len(faults(FORMAT, path)) == 1


def test_one_bad_row_leaves_the_others(tmp_path: Path) -> None:
    values = {"tokens": [["a"], ["b"], None, ["c", "d"]], "ner_tags": [[3], [9], [0], [0]]}
    found = readings(FORMAT, _tokens(tmp_path / "a", _features([LABELS]), values))
    assert [isinstance(item.content, Bundle) for item in found] == [True, False, False, False]
    assert [item.line for item in found] == [1, 2, 3, 4]


def _example() -> Bundle:
    return bundle(
        "Warga 😀 Samudra bagi-bagi amplop",
        Span(SpanId("s1"), 0, 15, "actor.voter", Attributes({"note": 'a "b"', "n": 3})),
        Span(SpanId("s2"), 8, 15, "place", Attributes({"legal_class": ("pidana", "etik")})),
        Span(SpanId("s3"), 16, 32, "act", fragments=((16, 20), (26, 32))),
        Relation(RelationId("r1"), SpanId("s1"), SpanId("s3"), "does", Attributes({"y": True})),
        DocumentLabel(DocumentLabelId("l1"), "article.report"),
    )


def test_what_we_write_comes_back_and_names_its_features(tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    assert written(FORMAT, path, [_example()]) == []
    (reading,) = readings(FORMAT, path)
    assert isinstance(reading.content, Bundle)
    assert reading.unit is Unit.CODE_POINTS
    assert reading.left == ()
    assert said(reading.content.annotation_sets[0]) == said(_example().annotation_sets[0])
    schema = pyarrow.parquet.read_schema(path)
    features = json.loads(schema.metadata[b"huggingface"])["info"]["features"]
    assert list(features) == schema.names == ["id", "text", "labels", "spans", "relations"]
    assert features["spans"][0]["start"] == {"dtype": "int32", "_type": "Value"}
    again = tmp_path / "b.parquet"
    written(FORMAT, again, [_example()])
    assert again.read_bytes() == path.read_bytes()


def _spans(path: Path, entries: list[dict[str, Any]], text: object = "😀 Samudra hadir") -> Path:
    kind = pyarrow.list_(
        pyarrow.struct(
            [
                ("label", pyarrow.string()),
                ("start", pyarrow.int64()),
                ("end", pyarrow.int64()),
                ("text", pyarrow.string()),
                ("attributes", pyarrow.string()),
            ]
        )
    )
    values = pyarrow.array([entries], type=kind)
    pyarrow.parquet.write_table(pyarrow.table({"text": [text], "spans": values}), path)
    return path


def test_spans_of_others_in_utf16(tmp_path: Path) -> None:
    entry = {"label": "LOC", "start": 3, "end": 10, "text": "Samudra"}
    (reading,) = readings(FORMAT, _spans(tmp_path / "a", [entry]))
    assert isinstance(reading.content, Bundle)
    assert reading.unit is Unit.UTF16
    assert spans(reading.content) == [("Samudra", "LOC")]


@pytest.mark.parametrize(
    "change",
    [
        {"text": "Samudera"},
        {"start": -1},
        {"end": 99},
        {"end": 2},
        {"label": None},
        {"start": None},
        {"attributes": "["},
        {"attributes": '{"a": null}'},
        {"attributes": "[" * 1_000_000},
    ],
)
def test_a_span_that_fits_nowhere(tmp_path: Path, change: dict[str, Any]) -> None:
    entry = {"label": "LOC", "start": 2, "end": 9, "text": "Samudra"} | change
    assert len(faults(FORMAT, _spans(tmp_path / "a", [entry]))) == 1


def test_damaged_files_end_as_one_line(tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    written(FORMAT, path, [_example()])
    data = path.read_bytes()
    for broken in (data[:-20], data[: len(data) // 2], b"PAR1", b"PAR1" + data[400:]):
        path.write_bytes(broken)
        assert not FORMAT.accepts(broken[:65536], path) or faults(FORMAT, path)
        assert len(faults(FORMAT, path)) == 1
    middle = bytearray(data)
    middle[8:300] = b"\xff" * 292
    path.write_bytes(bytes(middle))
    assert len(faults(FORMAT, path)) == 1


@settings(max_examples=40)
@given(bundles())
def test_a_project_comes_back(made: list[Bundle]) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder, "a.parquet")
        lost = written(FORMAT, path, made)
        again = read(FORMAT, path)
        assert [item.document.text for item in again] == [item.document.text for item in made]
        gone = {loss.annotation_id for loss in lost if loss.reason is LossReason.ANNOTATOR}
        less = {loss.annotation_id for loss in lost if loss.reason is LossReason.ATTRIBUTE}
        for item, found in zip(made, again, strict=True):
            kept = [
                DocumentLabel(DocumentLabelId(one.id), one.label) if one.id in less else one
                for every in item.annotation_sets
                for one in every.annotations
                if one.id not in gone
            ]
            told = (
                AnnotationSet(item.document.id, item.annotation_sets[0].annotator, kept)
                if kept
                else None
            )
            assert said(found.annotation_sets[0]) == (said(told) if told else [])
