"""Prodigy: answers are not taken for more than they say, tokens join to the text."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from annotator.formats.base import Bundle, Loss, LossReason, Unit
from annotator.formats.prodigy import FORMAT
from annotator.model.annotation import DocumentLabel, Relation, Span
from annotator.model.attributes import Attributes
from annotator.model.ids import DocumentLabelId, RelationId, SpanId
from annotator.model.project import Status
from tests.formats.peers import bundle, faults, read, readings, said, spans, written
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
def test_what_is_written_is_read_back(made: list[Bundle]) -> None:
    check(FORMAT, made, _comes_back)


@given(bundles())
def test_tokens_join_to_the_text_and_spans_lie_on_them(made: list[Bundle]) -> None:
    from annotator.formats.prodigy_writing import tasks_of
    from tests.formats.strategies import SCHEME

    for item in made:
        for task in tasks_of(item, SCHEME, lambda _: None):
            tokens = task["tokens"]
            joined = "".join(x["text"] + (" " if x["ws"] else "") for x in tokens)
            assert joined == item.document.text
            assert [x["id"] for x in tokens] == list(range(len(tokens)))
            for span in task.get("spans", []):
                assert tokens[span["token_start"]]["start"] == span["start"]
                assert tokens[span["token_end"]]["end"] == span["end"]


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
        ("l1", LossReason.ATTRIBUTE),
        ("", LossReason.METADATA),
    }
    (back,) = read(FORMAT, path)
    assert said(back.annotation_sets[0]) == said(made.annotation_sets[0])


def _task(**more: Any) -> dict[str, Any]:
    return {
        "text": TEXT,
        "tokens": [
            {"text": "😀", "start": 0, "end": 1, "id": 0, "ws": True},
            {"text": "Rahmawati", "start": 2, "end": 11, "id": 1, "ws": True},
            {"text": "Ladiva", "start": 12, "end": 18, "id": 2, "ws": True},
            {"text": "menyuap", "start": 19, "end": 26, "id": 3, "ws": False},
        ],
        "spans": [
            {"start": 2, "end": 18, "token_start": 1, "token_end": 2, "label": "P"},
            {"start": 19, "end": 26, "token_start": 3, "token_end": 3, "label": "ACT"},
        ],
        "answer": "accept",
        "_input_hash": 1,
        "_task_hash": 2,
        "_view_id": "relations",
        "_session_id": "news-teguh",
        "meta": {"outlet": "Arunika", "n": 3, "title": "Judul"},
        **more,
    }


def test_a_task_with_relations_and_choices(tmp_path: Path) -> None:
    task = _task(
        relations=[
            {"head": 3, "child": 2, "label": "BY"},
            {"head": 0, "child": 2, "label": "DEP"},
            {
                "head": 3,
                "child": 2,
                "label": "OF",
                "head_span": {"start": 2, "end": 18, "label": "P"},
                "child_span": {"start": 19, "end": 26, "label": "ACT"},
            },
        ],
        options=[{"id": "A", "text": "Aksi"}],
        accept=["A"],
        html="x",
    )
    (reading,) = readings(FORMAT, _file(tmp_path, task))
    made = reading.content
    assert isinstance(made, Bundle), made
    (item,) = made.annotation_sets
    assert made.annotators[item.annotator].name == "news-teguh"
    place = {span.id: span.label for span in item.spans}
    assert {(x.label, place[x.source], place[x.target]) for x in item.relations} == {
        ("BY", "ACT", "P"),
        ("OF", "P", "ACT"),
    }
    assert [label.label for label in item.document_labels] == ["A"]
    assert (made.document.title, made.document.metadata["n"]) == ("Judul", "3")
    assert {(left.reason, left.label) for left in reading.left} == {
        ("missing_end", "DEP"),
        ("key_not_taken", "html"),
    }


@pytest.mark.parametrize(
    ("answer", "status", "count", "reason"),
    [
        ("accept", Status.DONE, 2, []),
        ("reject", Status.FLAGGED, 0, ["answer_rejected"]),
        ("ignore", Status.SKIPPED, 0, ["answer_ignored"]),
        (None, Status.DONE, 2, ["no_answer"]),
    ],
)
def test_only_what_was_accepted_is_taken(
    tmp_path: Path, answer: str | None, status: Status, count: int, reason: list[str]
) -> None:
    (reading,) = readings(FORMAT, _file(tmp_path, _task(answer=answer)))
    assert isinstance(reading.content, Bundle)
    (item,) = reading.content.annotation_sets
    assert (item.status, item.span_count) == (status, count)
    assert [left.reason for left in reading.left] == reason


def test_tokens_tell_how_the_file_counts(tmp_path: Path) -> None:
    task = _task()
    for entry in [*task["tokens"][1:], *task["spans"]]:
        entry["start"] += 1
        entry["end"] += 1
    (reading,) = readings(FORMAT, _file(tmp_path, task))
    assert isinstance(reading.content, Bundle), reading.content
    assert reading.unit is Unit.UTF16
    assert spans(reading.content) == [("Rahmawati Ladiva", "P"), ("menyuap", "ACT")]
    for entry in [*task["tokens"][1:], *task["spans"]]:
        entry["start"] += 1
        entry["end"] += 1
    assert "the quoted words" in faults(FORMAT, _file(tmp_path, task))[0]


@pytest.mark.parametrize(
    "data", [b"[]", b'{"text": "a"}', b'{"text": "a", "spans": []}', b'{"spans": [{"start": 1}]}']
)
def test_what_is_something_else(data: bytes) -> None:
    assert not FORMAT.accepts(data, Path("a.jsonl"))
