"""A project is made with a scheme and a name that can be stored, or not at all."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from annotator.assets import asset
from annotator.cli.exit import Exit
from tests.cli.commands import run


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ANNOTATOR_LANG", "en")


def _spoilt(change: Callable[[Any], None]) -> str:
    values = json.loads(asset("schemes", "pilkada-default.json").read_text(encoding="utf-8"))
    change(values)
    return json.dumps(values)


def _surrogate(values: Any) -> None:
    values["groups"][0]["name_id"] = "\ud800"


def _infinite(values: Any) -> None:
    values["weight"] = float("inf")


def _default(values: Any) -> None:
    values["attributes"][0]["default"] = {"a": 1}


def _defaults(values: Any) -> None:
    values["attributes"][0]["default"] = [1]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (_spoilt(_surrogate), "a lone surrogate"),
        (_spoilt(_infinite), "Infinity"),
        (_spoilt(_default), "default"),
        (_spoilt(_defaults), "default"),
        ("[" * 100_000, "nested too deep"),
        ("[]", "a JSON object"),
        ("{", "no JSON"),
    ],
)
def test_a_scheme_that_cannot_be_used_is_told_and_no_project_made(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str, reason: str
) -> None:
    scheme, project = tmp_path / "skema.json", tmp_path / "p.annotator"
    scheme.write_text(text, encoding="utf-8")
    assert run(["new", str(project), "--scheme", str(scheme)]) == Exit.FAILED
    assert reason in capsys.readouterr().err
    assert not project.exists()


def test_a_scheme_file_may_begin_with_a_byte_order_mark(tmp_path: Path) -> None:
    scheme, project = tmp_path / "skema.json", tmp_path / "p.annotator"
    scheme.write_text(_spoilt(lambda values: values.update(version="2")), encoding="utf-8-sig")
    assert run(["new", str(project), "--scheme", str(scheme)]) == Exit.DONE


@pytest.mark.parametrize(("name", "words"), [("  ", "name is needed"), ("a\udcffb", "surrogate")])
def test_a_name_that_cannot_be_used_makes_no_project(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, words: str
) -> None:
    project = tmp_path / "p.annotator"
    assert run(["new", str(project), "--name", name]) == Exit.FAILED
    assert words in capsys.readouterr().err
    assert not project.exists()
