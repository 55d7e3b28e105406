"""Label Studio: tasks of all ages are read, what we write comes back with its interface."""

import json
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET
from zipfile import ZipFile

import pytest
from hypothesis import given, settings

from annotator.formats.base import Bundle, Loss, LossReason, Unit
from annotator.formats.label_studio import FORMAT
from annotator.model.annotation import DocumentLabel, Relation, Span
from annotator.model.attributes import Attributes
from annotator.model.ids import DocumentLabelId, RelationId, SpanId
from annotator.model.project import Status
from tests.formats.peers import bundle, faults, read, readings, said, samples, spans, written
from tests.formats.round_trips import check, there_and_back
from tests.formats.strategies import bundles

TEXT = "😀 Rahmawati Ladiva menyuap"


def _comes_back(loss: Loss) -> bool:
    return bool(loss.instead)


def _file(folder: Path, *tasks: Any) -> Path:
    path = folder / "a.json"
    path.write_text(json.dumps(tasks), encoding="utf-8")
    assert FORMAT.accepts(path.read_bytes(), path)
    return path


def _region(start: int, end: int, key: str = "x", label: str = "P", **more: Any) -> dict[str, Any]:
    value = {"start": start, "end": end, "text": TEXT[start:end], "labels": [label], **more}
    return {"id": key, "from_name": "ner", "to_name": "text", "type": "labels", "value": value}


@settings(max_examples=30)
@given(bundles())
def test_what_is_written_is_read_back(made: list[Bundle]) -> None:
    found, _ = check(FORMAT, made, _comes_back)
    for item in made:
        (back,) = [one for one in found if one.document.text == item.document.text]
        assert back.document.title == item.document.title
        kept = {Status.DONE, Status.SKIPPED}
        names = {back.annotators[one.annotator].name: one.status for one in back.annotation_sets}
        for one in item.annotation_sets:
            if one.status in kept:
                assert names[item.annotators[one.annotator].name] is one.status


def test_everything_at_once(tmp_path: Path) -> None:
    made = bundle(
        TEXT,
        Span(SpanId("s1"), 2, 18, "actor.candidate", Attributes({"mention": "name", "n": 2})),
        Span(
            SpanId("s2"),
            2,
            26,
            "event.x",
            Attributes({"legal_class": ("pidana",), "sure": False, "why": "é & <b>"}),
            fragments=((2, 11), (12, 18), (19, 26)),
        ),
        Relation(RelationId("r1"), SpanId("s2"), SpanId("s1"), "by"),
        Relation(RelationId("r2"), SpanId("s1"), SpanId("s2"), "by", Attributes({"sure": True})),
        DocumentLabel(DocumentLabelId("l1"), "violation.other", Attributes({"note": "é"})),
    )
    (back,), losses = there_and_back(FORMAT, [made])
    assert {(loss.annotation_id, loss.reason, loss.instead) for loss in losses} == {
        ("r2", LossReason.ATTRIBUTE, ""),
        ("s2", LossReason.DISCONTINUOUS, "a span a piece, linked"),
        ("", LossReason.METADATA, "new"),
    }
    (item,) = back.annotation_sets
    without = [x for x in said(made.annotation_sets[0]) if "{'sure': True}" not in repr(x)]
    assert [x for x in said(item) if x in without] == without
    written(FORMAT, tmp_path / "a.zip", [made])
    with ZipFile(tmp_path / "a.zip") as archive:
        root = ET.fromstring(archive.read("labeling-interface.xml"))
        results = json.loads(archive.read("tasks.json"))[0]["annotations"][0]["result"]
    names = {x.get("name") for x in root.iter() if x.get("toName")}
    assert {result["from_name"] for result in results if "from_name" in result} <= names
    assert {x.get("value") for x in root.iter("Label")} >= {"actor.candidate", "event.x"}


@pytest.mark.parametrize(
    ("name", "who"),
    [
        ("named_entity.annotations.1.json", "Label Studio"),
        ("named_entity.tasks.json", "prediction model 1"),
    ],
)
def test_real_files(name: str, who: str) -> None:
    path = samples("label-studio") / name
    assert FORMAT.accepts(path.read_bytes(), path)
    (only,) = read(FORMAT, path)
    assert spans(only) == [("February 22", "Date")]
    (item,) = only.annotation_sets
    assert [(span.start, span.end) for span in item.spans] == [(343, 354)]
    assert only.annotators[item.annotator].name == who


def test_the_words_tell_an_old_export(tmp_path: Path) -> None:
    task = {"id": 1, "data": {"text": TEXT}, "annotations": [{"result": [_region(2, 18)]}]}
    (reading,) = readings(FORMAT, _file(tmp_path, task))
    assert reading.unit is Unit.CODE_POINTS
    task["annotations"] = [
        {
            "result": [
                _region(2, 18)
                | {"value": {"start": 3, "end": 19, "text": "Rahmawati Ladiva", "labels": ["P"]}}
            ]
        }
    ]
    (reading,) = readings(FORMAT, _file(tmp_path, task))
    assert isinstance(reading.content, Bundle)
    assert (spans(reading.content), reading.unit) == ([("Rahmawati Ladiva", "P")], Unit.UTF16)
    task["annotations"] = [{"result": [_region(2, 18, text="Ladiva")]}]
    assert "the quoted words" in faults(FORMAT, _file(tmp_path, task))[0]


def test_people_choices_and_relations(tmp_path: Path) -> None:
    results = [
        _region(2, 11, "a"),
        _region(19, 26, "b", "Act", labels=["Act", "Event"]),
        {
            "id": "b",
            "from_name": "factuality",
            "type": "choices",
            "value": {"start": 19, "end": 26, "choices": ["alleged"]},
        },
        {"id": "c", "from_name": "topic", "type": "choices", "value": {"choices": ["x", "y"]}},
        {"id": "d", "from_name": "box", "type": "rectanglelabels", "value": {}},
        {"type": "relation", "from_id": "a", "to_id": "b", "direction": "left", "labels": ["by"]},
        {"type": "relation", "from_id": "a", "to_id": "b", "direction": "bi"},
        {"type": "relation", "from_id": "a", "to_id": "zz", "labels": ["by"]},
    ]
    task = {
        "data": {"body": TEXT, "url": "x"},
        "annotations": [
            {"completed_by": {"email": "teguh@x"}, "result": results, "ground_truth": True},
            {"completed_by": 2, "result": [], "was_cancelled": True},
            {"completed_by": 2, "result": []},
        ],
    }
    (reading,) = readings(FORMAT, _file(tmp_path, task))
    made = reading.content
    assert isinstance(made, Bundle), made
    names = [made.annotators[item.annotator].name for item in made.annotation_sets]
    assert names == ["teguh@x", "Label Studio user 2", "Label Studio user 2 (2)"]
    first, second, third = made.annotation_sets
    assert [first.status, second.status, third.status] == [
        Status.DONE,
        Status.SKIPPED,
        Status.DONE,
    ]
    place = {span.id: span.label for span in first.spans}
    assert {(x.label, place[x.source], place[x.target]) for x in first.relations} == {
        ("by", "Act", "P"),
        ("relation", "P", "Act"),
    }
    assert [span.attributes.to_json() for span in first.spans if span.start == 19] == [
        {"factuality": "alleged"},
        {"factuality": "alleged"},
    ]
    assert sorted(label.label for label in first.document_labels) == ["x", "y"]
    assert {left.reason for left in reading.left} == {
        "ground_truth",
        "control_not_taken",
        "relation_both_ways",
        "missing_end",
        "second_annotation",
    }


def test_the_short_form(tmp_path: Path) -> None:
    row = {
        "id": 3,
        "text": TEXT,
        "label": [{"start": 2, "end": 11, "text": "Rahmawati", "labels": ["P"]}],
        "topic": {"choices": ["x"]},
        "annotator": 4,
        "annotation_id": 5,
        "lead_time": 1.5,
    }
    (made,) = read(FORMAT, _file(tmp_path, row))
    assert spans(made) == [("Rahmawati", "P")]
    (item,) = made.annotation_sets
    assert made.annotators[item.annotator].name == "Label Studio user 4"
    assert [label.label for label in item.document_labels] == ["x"]
    assert made.document.metadata == {"source": "a.json", "id": "3"}


@pytest.mark.parametrize(
    "data", [b"[]", b'[{"data": 1}]', b'[{"data": {"text": "a"}}]', b'{"text": "a", "label": []}']
)
def test_what_is_something_else(data: bytes) -> None:
    assert not FORMAT.accepts(data, Path("a.json"))
