"""brat standoff: what its tutorial holds is read, what we write comes back."""

from pathlib import Path
from zipfile import ZipFile

import pytest
from hypothesis import example, given, settings

from annotator.errors import FormatError
from annotator.formats.base import Bundle, Loss, LossReason, Unit
from annotator.formats.brat import FORMAT
from annotator.model.annotation import DocumentLabel, Relation, Span
from annotator.model.attributes import Attributes
from annotator.model.ids import DocumentLabelId, RelationId, SpanId
from annotator.model.project import Status
from tests.formats.peers import bundle, faults, readings, samples, spans, written
from tests.formats.round_trips import check
from tests.formats.strategies import bundles

TEXT = "😀 Rahmawati Ladiva menyuap\nKetua KPPS Desa Lengkara.\n"
CRLF = TEXT.replace("\n", "\r\n").encode()


def _pair(folder: Path, lines: str, text: bytes = TEXT.encode()) -> Path:
    (folder / "a.txt").write_bytes(text)
    path = folder / "a.ann"
    path.write_text(lines, encoding="utf-8", newline="")
    return path


def _comes_back(loss: Loss) -> bool:
    return loss.instead == "a note with JSON"


@settings(max_examples=30)
@given(bundles())
@example(
    [
        bundle(
            "Kabupaten abc\n0",
            Span(SpanId("s1"), 0, 15, "event.x", fragments=((0, 9), (13, 15))),
        )
    ]
)
def test_what_is_written_is_read_back(made: list[Bundle]) -> None:
    check(FORMAT, made, _comes_back)


def test_everything_at_once(tmp_path: Path) -> None:
    made = bundle(
        TEXT,
        Span(SpanId("s1"), 2, 18, "actor.candidate", Attributes({"mention": "name"})),
        Span(SpanId("s2"), 2, 11, "actor.voter", fragments=()),
        Span(SpanId("s3"), 12, 37, "violation.vote_buying", Attributes({"legal_class": ("a b",)})),
        Span(SpanId("s4"), 2, 26, "event.x", fragments=((2, 11), (19, 26))),
        Relation(RelationId("r1"), SpanId("s3"), SpanId("s1"), "perpetrator"),
        DocumentLabel(DocumentLabelId("l1"), "violation.other", Attributes({"note": "é\n"})),
    )
    found, losses = check(FORMAT, [made], _comes_back)
    assert {loss.annotation_id for loss in losses if loss.annotation_id} == {"s3", "l1"}
    (only,) = found
    (item,) = only.annotation_sets
    assert [span.stretches for span in item.spans if span.label == "event.x"] == [
        ((2, 11), (19, 26))
    ]
    written(FORMAT, tmp_path / "a.brat.zip", [made])
    with ZipFile(tmp_path / "a.brat.zip") as archive:
        assert sorted(archive.namelist()) == [
            "Rahmawati_Ladiva/000001.ann",
            "Rahmawati_Ladiva/000001.txt",
            "Rahmawati_Ladiva/annotation.conf",
            "Rahmawati_Ladiva/visual.conf",
        ]
        lines = archive.read("Rahmawati_Ladiva/000001.ann").decode().split("\n")
    assert "T2\tactor_candidate 2 18\tRahmawati Ladiva" in lines
    assert "T4\tviolation_vote_buying 12 26;27 37\tLadiva menyuap Ketua KPPS" in lines


@pytest.mark.parametrize(
    ("folder", "documents", "with_spans", "all_spans"),
    [("brat-news-tutorial", 13, 9, 119), ("brat-ncbi-disease", 10, 10, 119)],
)
def test_real_files(folder: str, documents: int, with_spans: int, all_spans: int) -> None:
    found = []
    for path in sorted(samples(folder).glob("*.ann")):
        assert FORMAT.accepts(path.read_bytes(), path)
        (reading,) = readings(FORMAT, path)
        assert isinstance(reading.content, Bundle), reading.content
        found.append(reading.content)
        lines = path.read_text(encoding="utf-8").split("\n")
        marks = [line for line in lines if line.startswith("T")]
        assert len(spans(reading.content)) == len(marks)
        assert sorted(quote for quote, _ in spans(reading.content)) == sorted(
            line.split("\t")[2] for line in marks
        )
    assert len(found) == documents
    assert sum(1 for item in found if spans(item)) == with_spans
    assert sum(len(spans(item)) for item in found) == all_spans


def test_events_equivalences_links_and_notes(tmp_path: Path) -> None:
    path = _pair(
        tmp_path,
        "E1\tBribe:T2 Giver:T1 Taker:T3 Taker2:T4\n"
        "T1\tPerson 2 18\tRahmawati Ladiva\nT2\tBribe 19 26\tmenyuap\n"
        "T3\tPerson 27 37\tKetua KPPS\n"
        "T4\tPlace 38 51\tDesa Lengkara\n*\tAlias T1 T3 T4\nA1\tSure E1 High\nM1\tDenied T2\n"
        "N1\tReference T1 Wikidata:Q1\tRahmawati\n#1\tAnnotatorNotes E1\tBenarkah?\n"
        "R1\tNear Arg2:T4 Arg1:T3\t\n#2\tAnnotatorNotes R1\tDekat\nA2\tSure T9\n",
    )
    (reading,) = readings(FORMAT, path)
    made = reading.content
    assert isinstance(made, Bundle), made
    (item,) = made.annotation_sets
    assert (item.status, made.annotators[item.annotator].name) == (Status.DONE, "brat")
    place = {span.id: span.quote(TEXT) for span in item.spans}
    assert sorted((x.label, place[x.source], place[x.target]) for x in item.relations) == [
        ("Alias", "Ketua KPPS", "Desa Lengkara"),
        ("Alias", "Rahmawati Ladiva", "Ketua KPPS"),
        ("Giver", "menyuap", "Rahmawati Ladiva"),
        ("Near", "Ketua KPPS", "Desa Lengkara"),
        ("Taker", "menyuap", "Desa Lengkara"),
        ("Taker", "menyuap", "Ketua KPPS"),
    ]
    values = {place[span.id]: span.attributes.to_json() for span in item.spans}
    assert values["menyuap"] == {"Sure": "High", "Denied": True}
    assert values["Rahmawati Ladiva"] == {"Reference": "Wikidata:Q1 Rahmawati"}
    assert [(note.content.text, note.content.place) for note in made.notes] == [
        ("Benarkah?", (19, 26)),
        ("Dekat", None),
    ]
    assert {(left.reason, left.label) for left in reading.left} == {
        ("event_as_relations", "Bribe"),
        ("equivalence_as_relations", "Alias"),
        ("link_as_attribute", "Reference"),
        ("note_of_relation", "AnnotatorNotes"),
        ("missing_target", "Sure"),
    }


def test_an_empty_file_is_an_article_about_which_nobody_said_anything(tmp_path: Path) -> None:
    path = _pair(tmp_path, "")
    assert FORMAT.accepts(b"", path)
    (reading,) = readings(FORMAT, path)
    assert isinstance(reading.content, Bundle)
    assert reading.content.annotation_sets == ()
    assert set(FORMAT.companions(path)) == {tmp_path / "a.txt"}
    assert not FORMAT.accepts(b"", tmp_path / "b.ann")
    assert not FORMAT.accepts(b"Tanpa\tanotasi\n", path)


@pytest.mark.parametrize(
    ("text", "line", "unit", "reasons"),
    [
        (
            CRLF,
            "T1\tP 28 38\tKetua KPPS",
            "code_points",
            {"line_ends"},
        ),
        (
            CRLF,
            "T1\tP 27 37\tKetua KPPS",
            "code_points",
            {"line_ends"},
        ),
        (b"\xef\xbb\xbf" + TEXT.encode(), "T1\tP 28 38\tKetua KPPS", "code_points", {"line_ends"}),
        (TEXT.encode(), "T1\tP 28 38\tKetua KPPS", "utf16", set()),
        (TEXT.encode(), "T1\tP 30 40\tKetua KPPS", "bytes", set()),
        (TEXT.encode(), "T1\tP 27 36\tKetua KPPS", "inclusive", set()),
        (TEXT.encode(), "T1\tP 27 38\tKetua KPPS", "code_points", {"quote_spacing"}),
    ],
)
def test_the_quote_says_how_the_file_counts(
    tmp_path: Path, text: bytes, line: str, unit: str, reasons: set[str]
) -> None:
    (reading,) = readings(FORMAT, _pair(tmp_path, line, text))
    assert isinstance(reading.content, Bundle), reading.content
    assert reading.content.document.text == TEXT
    ((quote, _),) = spans(reading.content)
    assert (quote.strip(), reading.unit) == ("Ketua KPPS", Unit(unit))
    assert {left.reason for left in reading.left} - {"other_unit"} == reasons


@pytest.mark.parametrize(
    ("lines", "fault"),
    [
        ("T1\tP 26 36\tKetua KPPS", "the quoted words are not what stands"),
        ("T1\tP 9990 9999\tKetua KPPS", "the quoted words are not what stands"),
        ("T1\tP x y\tKetua KPPS", "T1: no label and places"),
        ("T1\tP 2 11\tRahmawati\nT1\tP 2 11\tRahmawati", "T1 stands twice"),
        ("T1\tP 2 11\tRahmawati\nR1\tX Arg1:T1 Arg2:T2", "R1: there is no T2"),
        ("E1\tP:T1", "E1: there is no T1"),
        ("apa saja", "no line of annotations"),
        ("T1\tP 2 11\tRahmawati\n#2\tAnnotatorAttributes T1\t[[", "no JSON"),
    ],
)
def test_what_is_wrong_is_said(tmp_path: Path, lines: str, fault: str) -> None:
    (reason,) = faults(FORMAT, _pair(tmp_path, lines))
    assert fault in reason


def test_the_text_must_lie_beside_and_be_one(tmp_path: Path) -> None:
    path = _pair(tmp_path, "T1\tP 2 11\tRahmawati")
    (tmp_path / "a.txt").write_bytes(b"\0\0")
    assert faults(FORMAT, path) == ["'a.txt' is no text: nul"]
    (tmp_path / "a.txt").unlink()
    (reading,) = readings(FORMAT, path)
    assert isinstance(reading.content, FormatError)
    assert "no file in the same folder" in reading.content.reason


def test_two_labels_that_brat_cannot_tell_apart() -> None:
    made = bundle(
        "Warga Samudra",
        Span(SpanId("s1"), 0, 5, "a.b"),
        Span(SpanId("s2"), 6, 13, "a b"),
        Span(SpanId("s3"), 0, 13, "a_b"),
    )
    _, losses = check(FORMAT, [made])
    assert [loss for loss in losses if loss.reason is not LossReason.METADATA] == []
