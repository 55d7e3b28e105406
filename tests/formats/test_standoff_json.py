"""Annotations beside a text file; the file names the text, and may not name any other place."""

import json
import os
from pathlib import Path
from typing import Any

import pytest

from annotator.errors import FormatError
from annotator.formats import standoff_json
from annotator.formats.base import Bundle
from annotator.formats.standoff_json import FORMAT
from annotator.model.document import Language, text_hash

TEXT = "Bawaslu Samudra menerima laporan 😀 politik uang.\n"
SHARED = Path(__file__).resolve().parents[3] / "shared" / "data" / "articles"


def _values() -> dict[str, Any]:
    return {
        "kind": "gold annotation",
        "scheme": {"id": "pilkada-default", "version": "1.0"},
        "document": {
            "file": "a.txt",
            "sha256": text_hash(TEXT),
            "code_points": len(TEXT),
            "language": "id",
        },
        "offsets": "unicode code points, half-open",
        "spans": [
            {"id": "a1", "start": 0, "end": 15, "text": "Bawaslu Samudra", "label": "actor.x"},
            {
                "id": "v1",
                "start": 35,
                "end": 47,
                "text": "politik uang",
                "label": "violation.vote_buying",
                "attributes": {"factuality": "alleged", "legal_class": ["pidana"]},
            },
        ],
        "relations": [{"id": "R1", "type": "handler", "from": "v1", "to": "a1"}],
        "document_labels": [{"id": "L1", "label": "violation.other"}],
    }


def _read(folder: Path, values: dict[str, Any], text: bytes = TEXT.encode()) -> Any:
    (folder / "a.txt").write_bytes(text)
    path = folder / "a.gold.json"
    path.write_text(json.dumps(values), encoding="utf-8")
    (reading,) = FORMAT.read(path)
    return reading.content


def test_what_the_file_says_is_read(tmp_path: Path) -> None:
    bundle = _read(tmp_path, _values())
    assert isinstance(bundle, Bundle), bundle
    assert bundle.document.text == TEXT
    assert bundle.document.language == Language("id", 1.0)
    (only,) = bundle.annotation_sets
    assert bundle.annotators[only.annotator].name == "gold"
    actor, violation = only.spans
    assert (violation.start, violation.end, violation.label) == (35, 47, "violation.vote_buying")
    assert violation.attributes.to_json() == {"factuality": "alleged", "legal_class": ["pidana"]}
    (relation,) = only.relations
    assert (relation.source, relation.target, relation.label) == (
        violation.id,
        actor.id,
        "handler",
    )
    assert [label.label for label in only.document_labels] == ["violation.other"]


def test_ids_are_new_to_the_world_and_the_same_each_time(tmp_path: Path) -> None:
    first, again = _read(tmp_path, _values()), _read(tmp_path, _values())
    assert first.annotation_sets == again.annotation_sets
    other = _values()
    del other["document"]["sha256"]
    elsewhere = _read(tmp_path, other, TEXT.encode() + b"!")
    ids = {item.id for item in first.annotation_sets[0].annotations}
    assert ids.isdisjoint(item.id for item in elsewhere.annotation_sets[0].annotations)
    assert all(len(one) == 36 for one in ids)


def test_line_ends_of_the_text_file_do_not_matter(tmp_path: Path) -> None:
    values = _values()
    bundle = _read(tmp_path, values, b"\xef\xbb\xbf" + TEXT.replace("\n", "\r\n").encode())
    assert isinstance(bundle, Bundle), bundle
    assert bundle.document.text == TEXT


@pytest.mark.parametrize(
    "name", ["../a.txt", "/etc/hosts", "..", "", "a\\b.txt", "C:a.txt", "b.txt"]
)
def test_the_text_must_lie_beside_the_file(tmp_path: Path, name: str) -> None:
    values = _values()
    values["document"]["file"] = name
    error = _read(tmp_path, values)
    assert isinstance(error, FormatError)
    assert "same folder" in error.reason


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (tmp_path / "secret.txt").write_text(TEXT)
    try:
        (folder / "link.txt").symlink_to(tmp_path / "secret.txt")
    except OSError:
        pytest.skip("this system makes no links")
    values = _values()
    values["document"]["file"] = "link.txt"
    error = _read(folder, values)
    assert isinstance(error, FormatError)
    assert "same folder" in error.reason


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    values = _values()
    values["document"]["file"] = "pipe.txt"
    error = _read(tmp_path, values)
    assert isinstance(error, FormatError)


def _other_text(values: dict[str, Any]) -> None:
    values["document"]["sha256"] = text_hash("other")


def _quote(values: dict[str, Any]) -> None:
    values["spans"][1]["start"] = 36  # as if counted in UTF-16 units


def _offsets(values: dict[str, Any]) -> None:
    values["offsets"] = "utf-16"


def _no_end(values: dict[str, Any]) -> None:
    values["relations"][0]["to"] = "R1"


def _twice(values: dict[str, Any]) -> None:
    values["spans"][1]["id"] = "a1"


def _unknown(values: dict[str, Any]) -> None:
    values["events"] = []


@pytest.mark.parametrize(
    ("spoil", "reason"),
    [
        (_other_text, "not the text of 'sha256'"),
        (_quote, "the quote is not what stands"),
        (_offsets, "offsets must be"),
        (_no_end, "there is no span R1"),
        (_twice, "stands twice"),
        (_unknown, "unknown key 'events'"),
    ],
)
def test_what_is_wrong_is_said(tmp_path: Path, spoil: Any, reason: str) -> None:
    values = _values()
    spoil(values)
    error = _read(tmp_path, values)
    assert isinstance(error, FormatError)
    assert reason in error.reason


def test_a_huge_file_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(standoff_json, "LIMIT", 10)
    (tmp_path / "a.json").write_text(json.dumps(_values()))
    with pytest.raises(FormatError, match="longer than 10 bytes"):
        list(FORMAT.read(tmp_path / "a.json"))


def test_the_three_gold_files_are_read_whole() -> None:
    if not SHARED.is_dir():
        pytest.skip("the shared test data is not on this machine")
    paths = sorted(SHARED.glob("*.gold.json"))
    assert len(paths) == 3
    for path in paths:
        values = json.loads(path.read_text(encoding="utf-8"))
        (reading,) = FORMAT.read(path)
        bundle = reading.content
        assert isinstance(bundle, Bundle), bundle
        (only,) = bundle.annotation_sets
        text = bundle.document.text
        assert bundle.document.sha256 == values["document"]["sha256"]
        assert sorted(
            (x.start, x.end, text[x.start : x.end], x.label, x.attributes.to_json())
            for x in only.spans
        ) == sorted(
            (x["start"], x["end"], x["text"], x["label"], x["attributes"]) for x in values["spans"]
        )
        place = {span["id"]: (span["start"], span["end"]) for span in values["spans"]}

        def ends(span_id: Any, within: Any = only) -> tuple[int, int]:
            span = within.span(span_id)
            return span.start, span.end

        assert sorted((x.label, ends(x.source), ends(x.target)) for x in only.relations) == sorted(
            (x["type"], place[x["from"]], place[x["to"]]) for x in values["relations"]
        )
