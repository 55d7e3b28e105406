"""Tokens with tags: every scheme read as the CoNLL evaluation does, every loss told."""

import json
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.formats.base import HEAD, Bundle, LossReason, ReadOptions
from annotator.formats.conll import FORMAT
from annotator.formats.conll_bioes import FORMAT as BIOES
from annotator.formats.conll_tags import Census, Entity, TagScheme, decode, encode
from annotator.model.annotation import Span
from annotator.model.ids import SpanId
from tests.formats.peers import bundle, faults, read, readings, samples, spans, written
from tests.formats.strategies import bundles

TEXT = "Warga Samudra bertemu Rahmawati Ladiva."


def _tags(line: str) -> tuple[TagScheme, list[Entity], int]:
    tags = line.split()
    census = Census()
    census.count(tags)
    return census.scheme, *decode(tags, census.scheme)


@pytest.mark.parametrize(
    ("line", "scheme", "found"),
    [
        ("I-P I-P O I-L B-L I-P", TagScheme.IOB1, "0-1 P 3-3 L 4-4 L 5-5 P"),
        ("B-P I-P O B-L B-L I-L", TagScheme.IOB2, "0-1 P 3-3 L 4-5 L"),
        ("B-P E-P O S-L B-L I-L E-L S-P", TagScheme.BIOES, "0-1 P 3-3 L 4-6 L 7-7 P"),
        ("B-P L-P O U-L U-L", TagScheme.BILOU, "0-1 P 3-3 L 4-4 L"),
    ],
)
def test_each_scheme(line: str, scheme: TagScheme, found: str) -> None:
    seen, entities, irregular = _tags(line)
    told = " ".join(f"{first}-{last} {label}" for first, last, label in entities)
    assert (seen, told, irregular) == (scheme, found, 0)


@pytest.mark.parametrize(
    ("line", "found", "irregular"),
    [
        ("B-P I-L O I-P", [(0, 0, "P"), (1, 1, "L"), (3, 3, "P")], 2),
        ("B-P O E-P S-L I-L", [(0, 0, "P"), (2, 2, "P"), (3, 3, "L"), (4, 4, "L")], 4),
    ],
)
def test_tags_where_they_may_not_stand(
    line: str, found: list[tuple[int, int, str]], irregular: int
) -> None:
    _, entities, wrong = _tags(line)
    assert (entities, wrong) == (found, irregular)


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(1, 3), st.sampled_from("PLO"))))
def test_entities_come_back_from_their_tags(parts: list[tuple[int, int, str]]) -> None:
    made, place = [], 0
    for gap, length, label in parts:
        made.append(Entity(place + gap, place + gap + length - 1, label))
        place += gap + length
    for scheme in (TagScheme.IOB2, TagScheme.BIOES):
        assert decode(encode(place, made, scheme), scheme) == (made, 0)


@pytest.mark.parametrize(
    ("name", "tokens", "entities"),
    [
        ("nergrit/train.txt", 56_210, 5_321),
        ("nergrit/valid.txt", 6_983, 662),
        ("nergrit/test.txt", 6_854, 688),
        ("idner-news-2k/train.txt", 30_248, 2_196),
        ("idner-news-2k/dev.txt", 7_863, 562),
    ],
)
def test_real_files(name: str, tokens: int, entities: int) -> None:
    folder, _, file = name.partition("/")
    (only,) = read(FORMAT, samples(folder) / file)
    assert len(only.document.text.split()) == tokens
    assert len(spans(only)) == entities


def test_a_document_a_sentence_where_that_is_wanted() -> None:
    options = ReadOptions(columns={"document": "sentence"})
    found = read(FORMAT, samples("nergrit") / "train.txt", options)
    assert len(found) == 1_672
    assert sum(len(spans(item)) for item in found) == 5_321


def test_windows_line_ends_columns_marks_and_comments(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(
        b"\xef\xbb\xbf-DOCSTART- -X- -X- O\r\n\r\n# sent_id 1\r\nWarga NN I-NP O\r\n"
        b"Samudra NNP I-NP I-LOC\r\n\r\n# O\r\n\r\n-DOCSTART- -X- -X- O\r\n\r\nLadiva _ _ I-PER\r\n"
    )
    assert FORMAT.accepts(path.read_bytes(), path)
    first, second = readings(FORMAT, path)
    assert isinstance(first.content, Bundle)
    assert isinstance(second.content, Bundle)
    assert first.content.document.text == "Warga Samudra\n#"
    assert spans(first.content) == [("Samudra", "LOC")]
    assert [item.reason for item in first.left] == ["text_rebuilt", "other_columns"]
    assert spans(second.content) == [("Ladiva", "PER")]
    assert [item.reason for item in second.left] == ["text_rebuilt"]


def test_what_is_wrong_with_one_document_stays_there(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(
        b"# newdoc\na O\nb\n\nc O\n# newdoc\nd B-X\n# newdoc\n\xff O\n# newdoc\ne\0 O\n"
    )
    found = readings(FORMAT, path)
    assert [isinstance(item.content, Bundle) for item in found] == [False, True, False, False]
    assert [getattr(item.content, "line", 0) for item in found] == [3, 0, 9, 11]


def test_a_file_without_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"a O\n" + b"x" * 200_000 + b" O\nb O\n")
    assert faults(FORMAT, path) == ["a line is longer than 65536 bytes"]
    path.write_bytes(b"a O\n" * 100_001)
    assert faults(FORMAT, path) == ["a sentence of more than 100000 tokens"]
    monkeypatch.setattr("annotator.formats.conll.CUT", 10)
    path.write_bytes(b"aaaaaaaaaaa B-X\n\n" * 5)
    assert len(read(FORMAT, path)) == 5
    path.write_bytes(b"-DOCSTART- O\n\n" + b"aaaaaaaaaaa B-X\n\n" * 5)
    assert faults(FORMAT, path) == ["a document of more than 10 characters"]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\n\n",
        b"Warga Samudra\n",
        b"title\tlabel\nx\ty\n",
        b"\xff\xfe",
        b"a O\nb C-X\n",
        b"a O\nb\n",
    ],
)
def test_what_is_something_else(data: bytes) -> None:
    assert not FORMAT.accepts(data, Path("a.conll"))


def test_half_a_line_at_the_end_of_the_head_does_not_count() -> None:
    data = (b"Samudra B-LOC\n" * HEAD)[:HEAD]
    assert FORMAT.accepts(data, Path("a"))


def test_what_is_written_comes_back(tmp_path: Path) -> None:
    made = bundle(
        TEXT, Span(SpanId("s1"), 6, 13, "actor.place"), Span(SpanId("s2"), 22, 38, "actor.voter")
    )
    for form in (FORMAT, BIOES):
        path = tmp_path / "a.conll"
        lost = written(form, path, [made])
        assert [item.reason for item in lost] == [LossReason.TEXT_CHANGED]
        (again,) = read(FORMAT, path)
        assert spans(again) == [("Samudra", "actor.place"), ("Rahmawati Ladiva", "actor.voter")]
        assert FORMAT.accepts(path.read_bytes(), path)
    assert b"Ladiva _ _ E-actor.voter\n" in path.read_bytes()
    (beside,) = FORMAT.companions(path)
    places = json.loads(beside.read_bytes())
    assert [TEXT[start:end] for start, end in places["tokens"]] == again.document.text.split()


@settings(max_examples=40)
@given(bundles())
def test_all_spans_are_written_or_told(made: list[Bundle]) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder, "a.conll")
        lost = written(FORMAT, path, made)
        again = dict(enumerate(read(FORMAT, path)))
        assert len(again) == len(made)
        for index, item in enumerate(made):
            told = {
                loss.annotation_id
                for loss in lost
                if not loss.instead and loss.reason is not LossReason.ATTRIBUTE
            }
            kept = sorted(
                ("".join(span.quote(item.document.text).split()), span.label)
                for one in item.annotation_sets
                for span in one.spans
                if span.id not in told
            )
            found = sorted(("".join(quote.split()), label) for quote, label in spans(again[index]))
            assert found == kept
        for item in made:
            for one in item.annotation_sets:
                for annotation in one.annotations:
                    if not isinstance(annotation, Span):
                        assert annotation.id in {loss.annotation_id for loss in lost}
