import json
from pathlib import Path

import pytest

from annotator.cli.exit import Exit
from annotator.services.projects import Project
from tests.builders import OTHER_TEXT, TEXT, make_project, place_of
from tests.cli.commands import run


@pytest.fixture
def project(tmp_path: Path) -> str:
    with make_project(tmp_path, [TEXT, OTHER_TEXT]) as made:
        label(made)
        return str(made.path)


def label(project: Project) -> None:
    first = next(iter(project.documents.all()))
    within = project.editing.annotation_set(first.id)
    start, end = place_of("amplop dibagikan")
    edit = project.editing.add_span(within, start, end, "violation.vote_buying")
    project.editing.apply(edit)


def test_a_line_for_each_place(project: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["search", project, "lengkara"]) == Exit.DONE
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 2
    assert any(line.startswith("Ketua KPPS") and ": 16: " in line for line in lines)
    assert run(["search", project, "lengkara", "--most", "1"]) == Exit.DONE
    assert len(capsys.readouterr().out.splitlines()) == 1
    assert run(["search", project, "entah"]) == Exit.DONE
    assert capsys.readouterr().out == ""


def test_places_for_programs(project: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["search", project, "desa lengkara -amplop", "--json"]) == Exit.DONE
    (found,) = json.loads(capsys.readouterr().out)
    assert [OTHER_TEXT[hit["start"] : hit["end"]] for hit in found["hits"]] == ["Desa", "Lengkara"]


def test_spans(project: str, capsys: pytest.CaptureFixture[str]) -> None:
    asked = ["search", project, "--spans", "label:pug", "without:factuality", "by:rahma"]
    assert run(asked) == Exit.DONE
    assert "violation.vote_buying: amplop dibagikan" in capsys.readouterr().out
    assert run([*asked, "--json"]) == Exit.DONE
    (found,) = json.loads(capsys.readouterr().out)
    assert TEXT[found["start"] : found["end"]] == found["text"] == "amplop dibagikan"
    assert found["annotator"] == "Rahmawati Ladiva"


def test_what_nothing_is_called_is_an_error(
    project: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["search", project, "--spans", "label:entah", "lebel:pug"]) == Exit.USAGE
    told = capsys.readouterr().err
    assert "entah" in told
    assert "lebel" in told


def test_a_number_is_needed(project: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["search", project, "a", "--most", "-1"]) == Exit.USAGE
    assert capsys.readouterr().err


def test_spans_in_several_parts(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with make_project(tmp_path, name="terpisah") as made:
        label(made)
        document = next(iter(made.documents.all())).id
        within = made.editing.annotation_set(document)
        span = next(iter(within.spans))
        made.editing.apply(made.editing.add_piece(within, span.id, *place_of("Desa Lengkara")))
        path = str(made.path)
    assert run(["search", path, "--spans", "label:pug"]) == Exit.DONE
    assert "amplop dibagikan … Desa Lengkara" in capsys.readouterr().out
    assert run(["search", path, "--spans", "label:pug", "--json"]) == Exit.DONE
    (found,) = json.loads(capsys.readouterr().out)
    assert found["text"] == "amplop dibagikan … Desa Lengkara"
    assert found["fragments"] == [
        list(place_of("amplop dibagikan")),
        list(place_of("Desa Lengkara")),
    ]
    assert run(["search", path, "--spans", '"dibagikan di"']) == Exit.DONE
    assert capsys.readouterr().out == ""
