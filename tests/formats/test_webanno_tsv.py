"""WebAnno TSV: what INCEpTION's own samples say, and what we write comes back."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings

from annotator.formats import webanno_values
from annotator.formats.base import Bundle, LossReason, Unit
from annotator.formats.webanno_tsv import FORMAT
from annotator.model.annotation import Relation, Span
from annotator.model.annotation_set import AnnotationSet
from annotator.model.attributes import Attributes
from annotator.model.ids import RelationId, SpanId
from tests.formats.peers import bundle, faults, read, readings, said, samples, spans, written
from tests.formats.strategies import bundles

HEAD = "#FORMAT=WebAnno TSV 3.3\n"


def _file(path: Path, layers: str, rows: str) -> Path:
    path.write_text(f"{HEAD}{layers}\n\n\n{rows}\n", encoding="utf-8", newline="")
    return path


def _relations(made: Bundle) -> list[tuple[str, str, str]]:
    (only,) = made.annotation_sets
    text = made.document.text

    def quote(key: str) -> str:
        span = only.span(key)
        assert span is not None
        return text[span.start : span.end]

    return sorted((quote(r.source), r.label, quote(r.target)) for r in only.relations)


def test_spans_with_values_places_and_emoji(tmp_path: Path) -> None:
    path = _file(
        tmp_path / "a.tsv",
        "#T_SP=ner.NamedEntity|identifier|value",
        "#Text=😀 Warga Samudra\n#Text=hadir.\n"
        "1-1\t0-2\t😀\t_\t_\t\n1-2\t3-8\tWarga\tQ1[1]|*[2]\tLOC[1]|PER[2]\t\n"
        "1-3\t9-16\tSamudra\tQ1[1]\tLOC[1]\t\n1-4\t17-22\thadir\t_\t_\t\n"
        "1-4.1\t17-20\thad\t*\tE\\_\\[1\\]\\n\\\\\t\n1-5\t22-23\t.\t*\t*\t\n",
    )
    (reading,) = readings(FORMAT, path)
    assert isinstance(reading.content, Bundle)
    assert reading.unit is Unit.UTF16
    assert reading.content.document.text == "😀 Warga Samudra\nhadir."
    assert spans(reading.content) == [
        ("Warga Samudra", "LOC"),
        ("Warga", "PER"),
        ("had", "E_[1]\n\\"),
        (".", "NamedEntity"),
    ]
    (only,) = reading.content.annotation_sets
    assert [span.attributes.to_json() for span in only.spans][:2] == [{"identifier": "Q1"}, {}]
    assert reading.left == (("label_from_feature", "NamedEntity", "3"),)


def test_places_in_code_points_are_found_out(tmp_path: Path) -> None:
    rows = "#Text=😀 ada\n1-1\t0-1\t😀\t_\t\n1-2\t2-5\tada\tX\t\n"
    (reading,) = readings(FORMAT, _file(tmp_path / "a.tsv", "#T_SP=c.S|value", rows))
    assert reading.unit is Unit.CODE_POINTS
    assert isinstance(reading.content, Bundle)
    assert spans(reading.content) == [("ada", "X")]


def test_relations_slots_and_chains(tmp_path: Path) -> None:
    path = _file(
        tmp_path / "a.tsv",
        "#T_SP=c.S|value\n#T_SP=c.Host|ROLE_c.Host:links_c.Link|c.S\n"
        "#T_RL=c.R|value|BT_c.S\n#T_CH=c.CorefLink|referenceRelation|referenceType",
        "#Text=a b c d\n"
        "1-1\t0-1\ta\tX[1]|Y[2]\t_\t_\t_\t_\t*->1-1\tnom[3]\t\n"
        "1-2\t2-3\tb\tZ\t_\t_\tkin\t1-1[2_0]\t_\t_\t\n"
        "1-3\t4-5\tc\t_\tr1;*;*\t1-1[1];1-2;*\t_\t_\tident->1-2\tnom[4]\t\n"
        "1-4\t6-7\td\t_\t_\t_\t_\t_\t*->1-3\t*[5]\t\n",
    )
    (reading,) = readings(FORMAT, path)
    assert isinstance(reading.content, Bundle)
    assert _relations(reading.content) == [
        ("a", "CorefLink", "c"),
        ("a", "kin", "b"),
        ("c", "ident", "d"),
        ("c", "links", "b"),
        ("c", "r1", "a"),
    ]
    assert {(item.reason, item.label, item.detail) for item in reading.left} >= {
        ("slot_as_relation", "r1", ""),
        ("slot_without_end", "links", ""),
        ("chain_as_relations", "CorefLink", "2"),
    }


def test_what_has_no_length_or_no_end_is_told(tmp_path: Path) -> None:
    path = _file(
        tmp_path / "a.tsv",
        "#T_SP=c.S|value\n#T_RL=c.R|value|BT_c.S",
        "#Text=a b\n1-1\t0-1\ta\tX\t_\t_\t\n1-1.1\t1-1\t\tZ\tk\t1-1\t\n1-2\t2-3\tb\t_\tm\t1-1\t\n",
    )
    (reading,) = readings(FORMAT, path)
    assert isinstance(reading.content, Bundle)
    assert spans(reading.content) == [("a", "X")]
    assert {item[:2] for item in reading.left} >= {
        ("zero_length", "Z"),
        ("relation_without_end", "k"),
        ("relation_without_end", "m"),
    }


def test_tokens_become_spans_where_something_hangs_on_them(tmp_path: Path) -> None:
    token = "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Token"
    pos = "de.tudarmstadt.ukp.dkpro.core.api.lexmorph.type.pos.POS"
    path = _file(
        tmp_path / "a.tsv",
        f"#T_SP={pos}|PosValue\n#T_RL=c.R|value|BT_{token}",
        "#Text=a b c\n1-1\t0-1\ta\tNN\t_\t_\t\n1-2\t2-3\tb\tV\tsubj\t1-1\t\n"
        "1-3\t4-5\tc\t_\t_\t_\t\n",
    )
    (reading,) = readings(FORMAT, path)
    assert isinstance(reading.content, Bundle)
    assert spans(reading.content) == [("a", "Token"), ("b", "Token")]
    assert ("linguistic_layer", "POS", "2") in reading.left


def test_sentences_keep_their_distance(tmp_path: Path) -> None:
    rows = (
        "#Text=a\n1-1\t2-3\ta\t\n\n#Text=b\n2-1\t3-4\tb\t\n\n"
        "#Sentence.id=s\n#Text=c\n3-1\t7-8\tc\t\n"
    )
    (made,) = read(FORMAT, _file(tmp_path / "a.tsv", "", rows))
    assert made.document.text == "  ab\n  c"


@pytest.mark.parametrize(
    ("rows", "reason"),
    [
        ("#Text=a\n1-1\t0-2\ta\t_\t", "line 6: 'a' is not what stands there"),
        ("#Text=a\n1-1\t0-9\ta\t_\t", "line 6: 'a' is not what stands there"),
        ("#Text=a\nwhatever", "line 6: neither a token nor a sentence"),
        ("#Text=a\n1-1\t0-1\ta\tX[_]\t", ""),
        ("#Text=a\n1-1\t0-1\ta", ""),
        ("#Text=ab\n1-1\t0-2\tab\t_\t\n\n#Text=c\n2-1\t1-2\tc\t_\t", ""),
        ("#Text=\n", "there is no text in it"),
    ],
)
def test_what_is_broken(tmp_path: Path, rows: str, reason: str) -> None:
    (told,) = faults(FORMAT, _file(tmp_path / "a.tsv", "#T_SP=c.S|value", rows))
    assert told == reason or (not reason and "line" in told) or reason in told


def test_bytes_that_are_no_text(tmp_path: Path) -> None:
    path = tmp_path / "a.tsv"
    path.write_bytes(HEAD.encode() + b"\n\n#Text=\xff\n")
    assert faults(FORMAT, path) == [f"not UTF-8 at byte {len(HEAD) + 8}"]
    path.write_bytes(HEAD.encode() + b"\n\n#Text=\0a\n1-1\t0-2\t\0a\t\n")
    assert faults(FORMAT, path) == ["a NUL character"]


@pytest.mark.parametrize("value", ["", "*", "_", "a->b", "\\", "[1]", "x|y;z\t\n", "->1-2", "\\n"])
def test_values_come_back(value: str) -> None:
    cell = webanno_values.escaped(value)
    assert webanno_values.stacked(f"{cell}|*") == [cell, "*"]
    assert webanno_values.meaning(cell) == value
    assert webanno_values.marked(f"{cell}[7]") == (cell, 7, 0)
    assert webanno_values.text_meaning(webanno_values.escaped_text(value)) == value


def test_each_sample_is_read() -> None:
    for path in sorted(samples("webanno-tsv3").glob("*/*.tsv")):
        assert FORMAT.accepts(path.read_bytes()[:65536], path)
        (only,) = read(FORMAT, path)
        assert only.document.text.strip()


def test_what_we_write(tmp_path: Path) -> None:
    made = bundle(
        "Warga 😀 Samudra,\nbagi-bagi amplop",
        Span(SpanId("s1"), 0, 15, "actor.voter", Attributes({"role": "a|b"})),
        Span(SpanId("s2"), 8, 15, "place"),
        Span(SpanId("s3"), 17, 33, "act", fragments=((17, 21), (27, 33))),
        Relation(RelationId("r1"), SpanId("s1"), SpanId("s3"), "does", Attributes({"n": "1"})),
        title="Amplop",
    )
    path = tmp_path / "a.webanno.tsv"
    assert [item.reason for item in written(FORMAT, path, [made])] == [LossReason.METADATA]
    (again,) = read(FORMAT, path)
    assert again.document.text == made.document.text
    assert said(again.annotation_sets[0]) == said(made.annotation_sets[0])
    assert "1-2\t6-8\t😀" in path.read_text("utf-8")


@settings(max_examples=40)
@given(bundles())
def test_a_project_comes_back(made: list[Bundle]) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder, "a.webanno.zip")
        lost = written(FORMAT, path, made)
        with path.open("rb") as file:
            assert not made or FORMAT.accepts(file.read(65536), path)
        first = path.read_bytes()
        written(FORMAT, path, made)
        assert path.read_bytes() == first
        again: dict[tuple[str, str], Bundle] = {}
        for item in read(FORMAT, path) if made else []:
            (only,) = item.annotation_sets
            again[item.document.text, item.annotators[only.annotator].name] = item
        for item in made:
            text = item.document.text
            changed = {
                loss.annotation_id
                for loss in lost
                if loss.document == item.document.id and loss.annotation_id
            }
            for one in item.annotation_sets:
                name = item.annotators[one.annotator].name
                if not any(True for _ in one.annotations):
                    continue
                found = said(again[text, name].annotation_sets[0])
                whole = [
                    annotation for annotation in one.annotations if annotation.id not in changed
                ]
                ends = {
                    end
                    for annotation in whole
                    if isinstance(annotation, Relation)
                    for end in (annotation.source, annotation.target)
                }
                if ends & changed:
                    continue
                kept = said(AnnotationSet(one.document, one.annotator, whole))
                assert all(entry in found for entry in kept)


def test_a_stroke_that_escapes_nothing_is_kept() -> None:
    assert webanno_values.stacked("a\\") == ["a\\"]
    assert webanno_values.slots("a;b\\") == ["a", "b\\"]


def test_escapes_of_old_files(tmp_path: Path) -> None:
    path = tmp_path / "a.tsv"
    path.write_text(
        "#FORMAT=WebAnno TSV 3.1\n\n\n#Text=\\ud83d\\ude0a caf\\u00e9 \\\\u0041\n"
        "1-1\t0-2\t😊\t\n1-2\t3-7\tcaf\\u00e9\t\n1-3\t8-14\t\\\\u0041\t\n",
        encoding="utf-8",
    )
    (made,) = read(FORMAT, path)
    assert made.document.text == "😊 café \\u0041"
