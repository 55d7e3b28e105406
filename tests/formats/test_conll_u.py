"""CoNLL-U: entities in the last column, texts that are checked, and the way back."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings

from annotator.formats import conll_u
from annotator.formats.base import Bundle, LossReason
from annotator.formats.conll_u import FORMAT
from annotator.model.annotation import DocumentLabel, Span
from annotator.model.attributes import Attributes
from annotator.model.ids import DocumentLabelId, SpanId
from tests.formats.peers import bundle, faults, read, readings, spans, written
from tests.formats.strategies import bundles

REST = "\t_" * 7
FIVE = "\t_" * 5
SAMPLE = (
    "# newdoc id = berita-1\n# title = Amplop\n# document_label = article.report\n"
    "# sent_id = 1\n# text = Warga Samudra, hadir\n"
    f"1\tWarga\twarga\tNOUN{FIVE}\tNER=O\n2-3\tSamudra{REST}\tNER=B-LOC|SpaceAfter=No\n"
    f"2\tSam{REST}\t_\n3\tudra{REST}\t_\n4\t,{REST}\t_\n4.1\tkosong{REST}\t_\n5\thadir{REST}\t_\n\n"
    f"# text = Ladiva\n1\tLadiva{REST}\tNER=I-PER\n"
)


def _file(path: Path, content: str | bytes) -> Path:
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_what_a_file_says(tmp_path: Path, ends: str) -> None:
    path = _file(tmp_path / "a", "\ufeff" + SAMPLE.replace("\n", ends))
    assert FORMAT.accepts(path.read_bytes(), path)
    (reading,) = readings(FORMAT, path)
    assert isinstance(reading.content, Bundle), reading.content
    document = reading.content.document
    assert (document.text, document.title) == ("Warga Samudra, hadir\nLadiva", "Amplop")
    assert document.metadata["id"] == "berita-1"
    assert spans(reading.content) == [("Samudra", "LOC"), ("Ladiva", "PER")]
    (only,) = reading.content.annotation_sets
    assert [label.label for label in only.document_labels] == ["article.report"]
    assert [item.reason for item in reading.left] == [
        "text_rebuilt",
        "linguistic_layer",
        "irregular_tags",
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        f"# text = Lain\n1\tLadiva{REST}\t_\n",
        f"1\tLadiva{REST}\tNER=PER\n",
        "1\tLadiva\t_\n",
        f"x\tLadiva{REST}\t_\n",
        f"1-x\tLadiva{REST}\t_\n",
        f"1\t{REST}\t_\n",
        "# text = kosong\n",
        f"1\t{'x' * 70_000}{REST}\t_\n",
    ],
)
def test_what_is_wrong_with_one_document_stays_there(tmp_path: Path, sentence: str) -> None:
    after = f"# newdoc\n1\tWarga{REST}\t_\n"
    path = _file(tmp_path / "a", f"# newdoc\n{sentence}\n{after}\n# newdoc\n{sentence}")
    assert len(faults(FORMAT, path)) == 2
    assert sum(isinstance(item.content, Bundle) for item in readings(FORMAT, path)) == 1


def test_bytes_that_are_no_text(tmp_path: Path) -> None:
    row = f"1\tx{REST}\t_\n".encode()
    assert faults(FORMAT, _file(tmp_path / "a", row.replace(b"x", b"\xff"))) == ["not UTF-8"]
    assert faults(FORMAT, _file(tmp_path / "a", row.replace(b"x", b"\0"))) == ["a NUL character"]


def test_without_marks_a_file_is_cut(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(conll_u, "CUT", 10)
    path = _file(tmp_path / "a", f"1\tKabupaten Samudra{REST}\t_\n\n" * 4)
    assert len(read(FORMAT, path)) == 4


@pytest.mark.parametrize("data", [b"", b"# text\n", b"1\ta\tb\n", b"a O\n", b"a\tb\n" * 3])
def test_what_is_something_else(data: bytes) -> None:
    assert not FORMAT.accepts(data, Path("a.conllu"))


def test_what_we_write_comes_back(tmp_path: Path) -> None:
    made = bundle(
        "Warga Samudra, hadir.",
        Span(SpanId("s1"), 6, 13, "place|x"),
        Span(SpanId("s2"), 13, 14, "sign", Attributes({"note": "x"})),
        DocumentLabel(DocumentLabelId("l1"), "article.report"),
        title="Amplop",
    )
    path = tmp_path / "a.conllu"
    lost = written(FORMAT, path, [made])
    assert [item.reason for item in lost] == [LossReason.TEXT_CHANGED, LossReason.ATTRIBUTE]
    (again,) = read(FORMAT, path)
    assert (again.document.text, again.document.title) == (made.document.text, "Amplop")
    assert spans(again) == [("Samudra", "place_x"), (",", "sign")]


@settings(max_examples=40)
@given(bundles())
def test_all_spans_are_written_or_told(made: list[Bundle]) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder, "a.conllu")
        lost = written(FORMAT, path, made)
        again = read(FORMAT, path)
        changed = {item.document for item in lost if item.reason is LossReason.TEXT_CHANGED}
        told = {
            loss.annotation_id
            for loss in lost
            if not loss.instead and loss.reason is not LossReason.ATTRIBUTE
        }
        for item, found in zip(made, again, strict=True):
            if item.document.id not in changed:
                assert found.document.text == item.document.text
            kept = sorted(
                ("".join(span.quote(item.document.text).split()), span.label)
                for one in item.annotation_sets
                for span in one.spans
                if span.id not in told
            )
            assert kept == sorted(("".join(quote.split()), label) for quote, label in spans(found))
