"""Web annotations: the position decides, the quote verifies; nothing is fetched."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from annotator.errors import FormatError
from annotator.formats.base import Bundle, Loss, LossReason, Unit
from annotator.formats.web_annotation import FORMAT
from annotator.model.annotation import DocumentLabel, Relation, Span
from annotator.model.attributes import Attributes
from annotator.model.ids import DocumentLabelId, RelationId, SpanId
from tests.formats.peers import bundle, faults, read, readings, said, spans
from tests.formats.round_trips import check, there_and_back
from tests.formats.strategies import bundles

TEXT = "😀 Rahmawati Ladiva menyuap Rahmawati"


def _comes_back(loss: Loss) -> bool:
    return bool(loss.instead)


def _file(folder: Path, values: Any, text: str | None = TEXT) -> Path:
    if text is not None:
        (folder / "news.txt").write_bytes(text.encode())
    path = folder / "a.jsonld"
    path.write_text(json.dumps(values), encoding="utf-8")
    assert FORMAT.accepts(path.read_bytes(), path)
    return path


def _one(label: str, start: int, end: int, key: str = "#1", **more: Any) -> dict[str, Any]:
    return {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": key,
        "type": "Annotation",
        "body": {"type": "TextualBody", "value": label, "purpose": "tagging"},
        "target": {
            "source": "https://x.example/news.txt",
            "selector": [
                {"type": "TextPositionSelector", "start": start, "end": end},
                {"type": "TextQuoteSelector", "exact": TEXT[start:end]},
            ],
        },
        **more,
    }


@settings(max_examples=30)
@given(bundles())
def test_what_is_written_is_read_back(made: list[Bundle]) -> None:
    found, losses = check(FORMAT, made, _comes_back)
    assert [item.document.text for item in found] == [item.document.text for item in made]
    lost = {
        loss.annotation_id for loss in losses if loss.reason is LossReason.NOTE and not loss.instead
    }
    kept = sorted(x.content.text for item in made for x in item.notes if x.id not in lost)
    assert sorted(note.content.text for item in found for note in item.notes) == kept


def test_everything_at_once() -> None:
    made = bundle(
        TEXT,
        Span(SpanId("s1"), 2, 18, "actor.candidate", Attributes({"mention": "name"})),
        Span(SpanId("s2"), 2, 26, "event.x", fragments=((2, 11), (12, 18), (19, 26))),
        Relation(RelationId("r1"), SpanId("s2"), SpanId("s1"), "by", Attributes({"sure": True})),
        DocumentLabel(DocumentLabelId("l1"), "violation.other", Attributes({"note": "é"})),
        title="Judul",
    )
    (back,), losses = there_and_back(FORMAT, [made])
    assert {(loss.annotation_id, loss.reason) for loss in losses} == {
        ("s1", LossReason.ATTRIBUTE),
        ("r1", LossReason.ATTRIBUTE),
        ("l1", LossReason.ATTRIBUTE),
        ("", LossReason.METADATA),
    }
    assert back.document.title == "Judul"
    assert said(back.annotation_sets[0]) == said(made.annotation_sets[0])


def test_what_others_write(tmp_path: Path) -> None:
    second = _one("Act", 19, 26, "#2", motivation="highlighting", body=[])
    link = {
        "type": "Annotation",
        "motivation": "linking",
        "body": [{"type": "TextualBody", "value": "by", "purpose": "tagging"}],
        "target": [{"id": "#2"}, {"id": "#1"}],
    }
    comment = {"type": "Annotation", "motivation": "commenting", "bodyValue": "Benar?"}
    page = {
        "type": "AnnotationCollection",
        "first": {
            "type": "AnnotationPage",
            "next": "http://x.example/2",
            "items": [
                link,
                _one("P", 2, 18, creator={"name": "Teguh"}),
                second,
                comment | {"target": "news.txt"},
            ],
        },
    }
    readings_ = readings(FORMAT, _file(tmp_path, page))
    (reading,) = [item for item in readings_ if isinstance(item.content, Bundle)]
    made = reading.content
    assert isinstance(made, Bundle)
    assert {who.name for who in made.annotators.values()} == {"Teguh", "Web Annotation"}
    assert sorted(spans(made)) == [("Rahmawati Ladiva", "P"), ("menyuap", "highlighting")]
    assert [note.content.text for note in made.notes] == ["Benar?"]
    assert FORMAT.companions(tmp_path / "a.jsonld") == [tmp_path / "news.txt"]


def test_a_quote_alone_counts_where_it_stands_once(tmp_path: Path) -> None:
    alone = _one("P", 0, 0)
    for exact, prefix, found in (
        ("Ladiva", "", ["Ladiva"]),
        ("Rahmawati", "", []),
        ("Rahmawati", "menyuap ", ["Rahmawati"]),
        ("Teguh", "", []),
    ):
        quote = {"type": "TextQuoteSelector", "exact": exact, "prefix": prefix}
        alone["target"]["selector"] = quote
        (reading,) = readings(FORMAT, _file(tmp_path, alone))
        assert isinstance(reading.content, Bundle)
        assert [words for words, _ in spans(reading.content)] == found
        assert [left.reason for left in reading.left] == ([] if found else ["place_not_found"])


def test_the_quotes_tell_the_unit_and_refuse_what_is_shifted(tmp_path: Path) -> None:
    made = _one("P", 2, 18)
    place = made["target"]["selector"][0]
    place["start"], place["end"] = 3, 19
    (reading,) = readings(FORMAT, _file(tmp_path, [made]))
    assert isinstance(reading.content, Bundle), reading.content
    assert (reading.unit, spans(reading.content)) == (Unit.UTF16, [("Rahmawati Ladiva", "P")])
    place["start"] = 7
    assert "the quoted words" in faults(FORMAT, _file(tmp_path, [made]))[0]


def test_a_text_inside_the_file_and_places_in_addresses(tmp_path: Path) -> None:
    made = _one("P", 2, 18)
    made["target"]["source"] = {"id": "urn:x:1", "value": TEXT}
    (only,) = read(FORMAT, _file(tmp_path, made, None))
    assert spans(only) == [("Rahmawati Ladiva", "P")]
    made["target"] = "http://x.example/news.txt#char=2,18"
    (only,) = read(FORMAT, _file(tmp_path, made))
    assert spans(only) == [("Rahmawati Ladiva", "P")]


@pytest.mark.parametrize(
    ("source", "fault"),
    [
        ("../secret.txt", "is no file in the same folder"),
        ("http://x.example/else.txt", "is no file in the same folder"),
        ("..%2f..", "is no name of a file"),
    ],
)
def test_no_other_place_is_gone_to(tmp_path: Path, source: str, fault: str) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "secret.txt").write_text(TEXT)
    made = _one("P", 2, 18)
    made["target"]["source"] = source
    (reading,) = readings(FORMAT, _file(tmp_path / "in", made))
    assert isinstance(reading.content, FormatError)
    assert fault in reading.content.reason


@pytest.mark.parametrize(
    "values",
    [
        {"type": "Annotation"},
        {"type": "Annotation", "target": 3},
        {"@context": "http://www.w3.org/ns/anno.jsonld", "items": [1]},
    ],
)
def test_what_is_wrong_is_said(tmp_path: Path, values: Any) -> None:
    assert len(faults(FORMAT, _file(tmp_path, values))) == 1


@pytest.mark.parametrize("data", [b"[]", b'{"@context": "x"}', b'{"type": "Feature"}', b""])
def test_what_is_something_else(data: bytes) -> None:
    assert not FORMAT.accepts(data, Path("a.jsonld"))
