"""Our own format: nothing is lost, nothing is taken on trust."""

import json
import tracemalloc
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given

from annotator.errors import Cancelled, FormatError
from annotator.formats import jsonl
from annotator.formats.base import Bundle, Loss
from annotator.formats.jsonl import FORMAT, line_of
from annotator.model.annotation import Relation, Span
from annotator.model.annotation_set import AnnotationSet
from annotator.model.attributes import Attributes
from annotator.model.document import Document
from annotator.model.ids import AnnotatorId, DocumentId, RelationId, SpanId
from annotator.model.project import Annotator
from tests.formats.strategies import REF, SCHEME, bundles


def _write(path: Path, made: list[Bundle]) -> None:
    lost: list[Loss] = []
    FORMAT.write(path, made, SCHEME, lost.append)
    assert lost == []


def _read(path: Path) -> list[Bundle]:
    found = []
    for reading in FORMAT.read(path):
        assert isinstance(reading.content, Bundle), reading.content
        found.append(reading.content)
    return found


@given(bundles())
def test_what_is_written_is_read_back_and_written_alike(made: list[Bundle]) -> None:
    with TemporaryDirectory() as folder:
        first, second = Path(folder, "a.jsonl"), Path(folder, "b.jsonl")
        _write(first, made)
        read = _read(first)
        assert [item.document for item in read] == [item.document for item in made]
        assert [item.annotation_sets for item in read] == [item.annotation_sets for item in made]
        assert [item.notes for item in read] == [item.notes for item in made]
        for item, before in zip(read, made, strict=True):
            for one in item.annotation_sets:
                assert item.annotators[one.annotator] == before.annotators[one.annotator]
        _write(second, read)
        assert first.read_bytes() == second.read_bytes()


@given(bundles())
def test_a_line_is_a_line_for_every_reader(made: list[Bundle]) -> None:
    for item in made:
        text = line_of(item, SCHEME).decode()
        assert len(text.splitlines()) == 1
        assert text.endswith("\n")


def _example() -> Bundle:
    text = "Warga Samudra melaporkan 😀 amplop dari Teguh."
    who = Annotator(AnnotatorId("a1"), "Rahmawati Ladiva")
    document = Document(DocumentId("d1"), "Warga", text, metadata={"date": "2024-11-24"})
    sets = AnnotationSet(
        document.id,
        who.id,
        [
            Span(SpanId("s1"), 0, 13, "actor.voter"),
            Span(
                SpanId("s2"),
                27,
                33,
                "violation.vote_buying",
                Attributes({"factuality": "alleged", "legal_class": ("pidana",)}),
            ),
            Span(SpanId("s3"), 39, 44, "actor.campaign"),
            Span(SpanId("s4"), 27, 44, "violation.other"),
            Span(SpanId("s5"), 39, 45, "actor.voter", fragments=((39, 41), (43, 45))),
            Relation(RelationId("r1"), SpanId("s2"), SpanId("s3"), "perpetrator"),
            Relation(RelationId("r2"), SpanId("s4"), SpanId("s3"), "perpetrator"),
        ],
    )
    return Bundle(document, (sets,), {who.id: who}, REF)


def _values() -> Any:
    return json.loads(line_of(_example(), SCHEME))


def test_the_line_looks_as_documented() -> None:
    values = _values()
    assert list(values) == sorted(values)
    assert values["format"] == "annotator/1"
    (only,) = values["annotation_sets"]
    assert only["scheme"] == {"id": "pilkada-default", "version": "1.0", "number": 1}
    assert only["spans"][2] == {
        "attributes": {"factuality": "alleged", "legal_class": ["pidana"]},
        "end": 33,
        "id": "s2",
        "label": "violation.vote_buying",
        "quote": "amplop",
        "start": 27,
    }
    assert only["spans"][3] == {
        "attributes": {},
        "end": 45,
        "fragments": [[39, 41], [43, 45]],
        "id": "s5",
        "label": "actor.voter",
        "quote": "Te … h.",
        "start": 39,
    }


def test_factuality_stands_beside_each_perpetrator_link() -> None:
    (only,) = _values()["annotation_sets"]
    unsaid, said = only["relations"]
    assert (said["id"], said["source_factuality"], said["source_polarity"]) == (
        "r1",
        "alleged",
        "affirmed",  # the scheme's default
    )
    assert (unsaid["id"], unsaid["source_factuality"]) == ("r2", None)


def test_sets_that_say_nothing_are_left_out() -> None:
    bundle = _example()
    empty = AnnotationSet(bundle.document.id, AnnotatorId("a0"))
    made = Bundle(bundle.document, (empty, *bundle.annotation_sets), bundle.annotators, REF)
    assert line_of(made, SCHEME) == line_of(bundle, SCHEME)


def _set(values: Any) -> Any:
    return values["annotation_sets"][0]


def _quote(values: Any) -> None:
    _set(values)["spans"][0]["quote"] = "Warga"


def _parted_quote(values: Any) -> None:
    _set(values)["spans"][3]["quote"] = "Te h."


def _other_hull(values: Any) -> None:
    _set(values)["spans"][3]["fragments"] = [[39, 41], [43, 44]]


def _touching(values: Any) -> None:
    _set(values)["spans"][3]["fragments"] = [[39, 41], [41, 45]]


def _no_fragments(values: Any) -> None:
    _set(values)["spans"][3]["fragments"] = []


def _null_fragments(values: Any) -> None:
    _set(values)["spans"][3]["fragments"] = None


def _halves(values: Any) -> None:
    _set(values)["spans"][3]["fragments"] = [[39, 41.0], [43, 45]]


def _hash(values: Any) -> None:
    values["text"] += "."


def _beyond(values: Any) -> None:
    span = _set(values)["spans"][0]
    del span["quote"]
    span["end"] = 999


def _backwards(values: Any) -> None:
    _set(values)["spans"][0]["start"] = 13


def _float_offset(values: Any) -> None:
    _set(values)["spans"][0]["start"] = 0.0


def _yes_no_offset(values: Any) -> None:
    _set(values)["spans"][0]["start"] = False


def _dangling(values: Any) -> None:
    _set(values)["relations"][0]["target"] = "nobody"


def _to_a_relation(values: Any) -> None:
    _set(values)["relations"][1]["target"] = "r1"


def _doubled(values: Any) -> None:
    _set(values)["spans"][1]["id"] = "s1"


def _stranger(values: Any) -> None:
    _set(values)["spans"][0]["colour"] = "red"


def _status(values: Any) -> None:
    _set(values)["status"] = "half"


def _nul(values: Any) -> None:
    values["title"] = "a\0b"


def _surrogate(values: Any) -> None:
    values["metadata"]["outlet"] = "\ud83d"


def _no_id(values: Any) -> None:
    values["id"] = ""


def _newer(values: Any) -> None:
    values["format"] = "annotator/2"


def _two_sets(values: Any) -> None:
    values["annotation_sets"] *= 2


def _object_attribute(values: Any) -> None:
    _set(values)["spans"][0]["attributes"] = {"note": {"a": 1}}


@pytest.mark.parametrize(
    ("spoil", "reason"),
    [
        (_quote, "the quote is not what stands at"),
        (_parted_quote, "the quote is not what stands at"),
        (_other_hull, "are no fragments of it"),
        (_touching, "are no fragments of it"),
        (_no_fragments, "must be a list of pairs"),
        (_null_fragments, "must be a list of pairs"),
        (_halves, "must be a list of pairs"),
        (_hash, "not the one of 'sha256'"),
        (_beyond, "not inside the text"),
        (_backwards, "not inside the text"),
        (_float_offset, "not inside the text"),
        (_yes_no_offset, "not inside the text"),
        (_dangling, "there is no span nobody"),
        (_to_a_relation, "there is no span r1"),
        (_doubled, "the id s1 stands twice"),
        (_stranger, "unknown key 'colour'"),
        (_status, "'half' is no status"),
        (_nul, "NUL"),
        (_surrogate, "lone surrogate"),
        (_no_id, "'id' must have"),
        (_newer, "format 'annotator/2'"),
        (_two_sets, "two annotation sets"),
        (_object_attribute, "is no attribute value"),
    ],
)
def test_what_is_wrong_is_said_with_its_line_and_the_rest_goes_on(
    tmp_path: Path, spoil: Any, reason: str
) -> None:
    values = _values()
    spoil(values)
    path = tmp_path / "a.jsonl"
    good = line_of(_example(), SCHEME)
    path.write_bytes(good + b"\n" + json.dumps(values).encode() + b"\n" + good)
    first, bad, last = FORMAT.read(path)
    assert isinstance(first.content, Bundle)
    assert isinstance(last.content, Bundle)
    assert isinstance(bad.content, FormatError)
    assert (bad.line, bad.content.line) == (3, 3)
    assert reason in bad.content.reason
    assert (last.line, last.done) == (4, path.stat().st_size)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b'{"text": "\xff"}', "not UTF-8"),
        (b'{"text": "a"', "no JSON"),
        (b"[1]", "an object is expected".replace("an", "a JSON")),
        (b'{"id": "a", "id": "b", "text": ""}', "stands twice"),
        (b'{"id": "a", "text": "b", "language": {"code": "id", "share": NaN}}', "NaN"),
        (b'{"id": "a", "text": "b", "language": {"code": "id", "share": 1e999}}', "finite"),
        (b'{"id": "a", "text": "b", "metadata": {"n": 1}}', "must be a text"),
        (b'{"id": "a", "text": 1}', "must be a text"),
        (b'{"id": "a", "text": "b", "annotation_sets": {}}', "must be a list"),
        (b'{"id": "a", "text": "b", "source": "x", "metadata": {"source": "y"}}', "metadata"),
        (b'{"x": ' + b"[" * 200_000 + b"]" * 200_000 + b"}", "nested too deeply"),
    ],
)
def test_lines_that_cannot_be_taken(tmp_path: Path, line: bytes, reason: str) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(line)
    (reading,) = FORMAT.read(path)
    assert isinstance(reading.content, FormatError)
    assert reason in reading.content.reason


def test_unknown_keys_of_a_line_become_metadata(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(b'\xef\xbb\xbf{"id":"a","text":"b","outlet":"Kabar","tags":["x",1]}\r\n \r\n')
    (bundle,) = _read(path)
    assert bundle.document.metadata == {"outlet": "Kabar", "tags": '["x", 1]'}
    assert bundle.annotation_sets == ()


def test_an_endless_line_is_refused_and_passed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(jsonl, "LINE_LIMIT", 1000)
    monkeypatch.setattr(jsonl, "_CHUNK", 7)
    path = tmp_path / "a.jsonl"
    path.write_bytes(b"x" * 5000 + b'\n{"id":"a","text":"b"}')
    long, good = FORMAT.read(path)
    assert isinstance(long.content, FormatError)
    assert "longer than 1000 bytes" in long.content.reason
    assert isinstance(good.content, Bundle)
    assert good.line == 2


def test_reading_and_writing_hold_one_document_at_a_time(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    size, count = 200_000, 50
    document = Document(DocumentId("d1"), "", "x" * size)
    tracemalloc.start()
    try:
        FORMAT.write(path, (Bundle(document, (), {}, REF) for _ in range(count)), SCHEME, print)
        assert sum(isinstance(reading.content, Bundle) for reading in FORMAT.read(path)) == count
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert path.stat().st_size > size * count
    assert peak < size * count / 4


def test_a_stopped_export_leaves_what_was_there(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text("before")

    def stopped() -> Iterator[Bundle]:
        yield _example()
        raise Cancelled

    with pytest.raises(Cancelled):
        FORMAT.write(path, stopped(), SCHEME, lambda _: None)
    assert path.read_text() == "before"
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_is_recognised_by_its_beginning() -> None:
    assert FORMAT.accepts(line_of(_example(), SCHEME)[:60], Path("x"))
    assert not FORMAT.accepts(b'{"text": "doccano"}', Path("x"))
