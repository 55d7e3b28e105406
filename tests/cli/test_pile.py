"""A look into a pile, and decisions about it, on the command line."""

import json
from pathlib import Path

import pytest

from annotator.cli.exit import Exit
from annotator.cli.pile_options import UNITS
from annotator.formats.base import Unit
from annotator.model.label_mapping import LabelMapping
from annotator.services.label_mapping import write_mapping
from annotator.services.projects import open_project
from tests.cli.commands import run
from tests.services.foreign import foreign_file


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("ANNOTATOR_LANG", "en")
    path = str(tmp_path / "pilkada.annotator")
    assert run(["new", path, "--name", "Rahma"]) == Exit.DONE
    return path


def test_the_options_know_every_unit() -> None:
    assert set(UNITS) == {unit.value for unit in Unit}


def test_a_preview_shows_spans_and_unknown_labels_and_takes_nothing_in(
    project: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = foreign_file(tmp_path / "lain", "PER", "violation.vote_buying")
    capsys.readouterr()
    assert run(["import", project, str(path), "--preview"]) == Exit.DONE
    shown = capsys.readouterr().out
    assert "PER: Warga" in shown
    assert "not in the scheme: PER × 1" in shown
    assert run(["import", project, str(path), "--preview", "--json"]) == Exit.DONE
    values = json.loads(capsys.readouterr().out)
    assert values["labels"] == {"PER": 1, "violation.vote_buying": 1}
    assert values["unknown"]["labels"] == {"PER": 1}
    with open_project(Path(project)) as opened:
        assert opened.documents.count() == 0


def test_labels_are_mapped_by_a_file(project: str, tmp_path: Path) -> None:
    path = foreign_file(tmp_path / "lain", "PER", "MISC")
    mapping = tmp_path / "m.json"
    write_mapping(mapping, LabelMapping({"PER": "actor.candidate", "MISC": None}))
    assert run(["import", project, str(path), "--map", str(mapping)]) == Exit.PARTLY
    with open_project(Path(project)) as opened:
        (document,) = opened.documents.all()
        (within,) = opened.editing.annotation_sets(document.id)
        assert [span.label for span in within.spans] == ["actor.candidate"]


def test_what_is_no_mapping_is_said(
    project: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = foreign_file(tmp_path / "lain", "PER")
    assert run(["import", project, str(path), "--map", str(path)]) == Exit.FAILED
    assert "no mapping" in capsys.readouterr().err


def test_columns_are_named(
    project: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.csv"
    path.write_text("a,b\nWarga melapor ke kantor,Judul satu\nWarga pulang,Dua\n", "utf-8")
    assert run(["import", project, str(path), "--columns", "text=a,title=b"]) == Exit.DONE
    with open_project(Path(project)) as opened:
        assert sorted(row.title for row in opened.documents.summaries()) == ["Dua", "Judul satu"]
    assert run(["import", project, str(path), "--columns", "isi=a"]) == Exit.USAGE
    assert "text=…" in capsys.readouterr().err
