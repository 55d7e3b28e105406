"""The command line as a person or a script uses it."""

import argparse
import ast
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from annotator.assets import asset
from annotator.cli import main
from annotator.cli.exit import Exit
from tests.cli.commands import run

ROOT = Path(__file__).parents[2]
ARTICLE = "Bawaslu Samudra terima laporan\n\nWarga melaporkan dugaan politik uang di Karang Lila.\n"


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ANNOTATOR_LANG", "en")


@pytest.fixture
def project(tmp_path: Path) -> str:
    path = str(tmp_path / "pilkada.annotator")
    assert run(["new", path, "--name", "Rahma"]) == Exit.DONE
    return path


def test_the_main_job(project: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "berita").mkdir()
    (tmp_path / "berita" / "a.txt").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "berita" / "kosong.txt").write_text("", encoding="utf-8")
    capsys.readouterr()
    assert run(["add", project, str(tmp_path / "berita"), "--json"]) == Exit.PARTLY
    report = json.loads(capsys.readouterr().out)
    assert [item["title"] for item in report["added"]] == ["Bawaslu Samudra terima laporan"]
    assert [item["reason"] for item in report["skipped"]] == ["empty"]
    assert run(["list", project, "--json"]) == Exit.DONE
    [row] = json.loads(capsys.readouterr().out)
    assert (row["status"], row["spans"], row["code_points"]) == ("new", 0, len(ARTICLE))
    target = tmp_path / "keluar.jsonl"
    assert run(["export", project, str(target)]) == Exit.DONE
    assert "Written: 1 articles" in capsys.readouterr().out
    assert json.loads(target.read_text("utf-8"))["text"] == ARTICLE


def test_export_and_import_give_the_same_bytes(
    project: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sample = str(asset("sample", "pilkada-sample.jsonl"))
    assert run(["import", project, sample]) == Exit.DONE
    first, second = tmp_path / "1.jsonl", tmp_path / "2.jsonl"
    assert run(["export", project, str(first), "--format", "jsonl"]) == Exit.DONE
    other = str(tmp_path / "lain.annotator")
    assert run(["new", other]) == Exit.DONE
    assert run(["import", other, str(first)]) == Exit.DONE
    assert run(["export", other, str(second)]) == Exit.DONE
    assert first.read_bytes() == second.read_bytes()
    capsys.readouterr()
    assert run(["import", other, str(first), "--json"]) == Exit.DONE
    report = json.loads(capsys.readouterr().out)
    assert (report["documents_added"], report["documents_known"], report["spans"]) == (0, 12, 0)


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["list", "{tmp}/none.annotator"], Exit.FAILED, "could not be used"),
        (["new", "{project}"], Exit.FAILED, "exists already"),
        (["export", "{project}", "{tmp}/x.xyz"], Exit.FAILED, "suffix"),
        (["export", "{project}", "{tmp}/x", "--format", "none"], Exit.FAILED, "none"),
        (["export", "{project}", "{tmp}/no/such/x.jsonl"], Exit.FAILED, "could not be read or"),
        (["import", "{project}", "{tmp}/x", "--format", "none"], Exit.FAILED, "no format"),
        (["import", "{project}", "{tmp}/none.jsonl"], Exit.PARTLY, "none.jsonl"),
        (["scheme", "{project}", "{tmp}/none.json"], Exit.FAILED, "none.json"),
        (["add", "{project}"], Exit.USAGE, "required"),
        (["nonsense"], Exit.USAGE, "nonsense"),
    ],
)
def test_trouble_has_a_code_and_words(
    project: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
    code: Exit,
    words: str,
) -> None:
    capsys.readouterr()
    filled = [text.format(project=project, tmp=tmp_path) for text in arguments]
    assert run(filled) == code
    assert words in capsys.readouterr().err


def test_what_is_no_project_is_left_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    note = tmp_path / "catatan.annotator"
    note.write_text("not a database", encoding="utf-8")
    assert run(["add", str(note), str(note)]) == Exit.FAILED
    assert "no project" in capsys.readouterr().err
    assert note.read_text("utf-8") == "not a database"


def test_scheme_is_printed_and_replaced(
    project: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert run(["scheme", project]) == Exit.DONE
    printed = json.loads(capsys.readouterr().out)
    assert printed["id"] == "pilkada-default"
    printed["version"] = "1.1"
    file = tmp_path / "skema.json"
    file.write_text(json.dumps(printed), encoding="utf-8")
    assert run(["scheme", project, str(file)]) == Exit.DONE
    assert "number 2" in capsys.readouterr().out


def test_every_command_has_help_in_both_languages(capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("new", "add", "list", "export", "import", "scheme", "formats", "open"):
        assert run([name, "--help"]) == Exit.DONE
        english = capsys.readouterr().out
        assert run([name, "--lang", "id", "--help"]) == Exit.DONE
        indonesian = capsys.readouterr().out
        assert f"annotator {name}" in english
        assert english != indonesian
        assert "pemakaian" in indonesian


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ([], (None, False)),
        (["open"], (None, False)),
        (["open", "a.annotator"], (Path("a.annotator"), False)),
        (["open", "--sample"], (None, True)),
    ],
)
def test_the_window_is_asked_for(arguments: list[str], expected: tuple[Path | None, bool]) -> None:
    asked: list[tuple[Path | None, bool]] = []

    def open_window(path: Path | None, sample: bool) -> int:
        asked.append((path, sample))
        return 0

    assert main.run(arguments, open_window) == 0
    assert asked == [expected]


def literals(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return {
        node.args[0].value
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "_"
        and node.args
        and isinstance(node.args[0], ast.Constant)
        and isinstance(node.args[0].value, str)
    }


def test_every_text_has_its_indonesian() -> None:
    ours = set().union(*(literals(path) for path in (ROOT / "annotator" / "cli").glob("*.py")))
    known = json.loads(asset("i18n", "cli_id.json").read_text(encoding="utf-8"))
    assert ours - set(known) == set()
    # argparse's own words differ a little between Pythons
    leftovers = set(known) - ours - literals(Path(argparse.__file__))
    assert leftovers <= {"show program's version number and exit"}
    for english, indonesian in known.items():
        assert english.count("%") == indonesian.count("%"), english


def test_starts_without_qt_and_other_heavy_things(project: str) -> None:
    code = (
        "import sys; from annotator.cli.main import run; run(sys.argv[1:], lambda *_: 0);"
        "heavy = {'PySide6', 'sqlite_utils', 'langdetect', 'charset_normalizer'};"
        "sys.exit(', '.join(sorted(heavy & set(sys.modules))) or 0)"
    )
    for arguments in (["list", project], ["--help"], ["formats"]):
        done = subprocess.run(
            [sys.executable, "-c", code, *arguments],
            cwd=ROOT, capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr


def test_plain_terminals_and_broken_pipes(project: str, tmp_path: Path) -> None:
    file = tmp_path / "berita.txt"
    file.write_text("Naïma 😟 melapor ke Bawaslu\n\nIsi berita yang cukup panjang.\n", "utf-8")
    environment = {**os.environ, "PYTHONIOENCODING": "ascii", "LANG": "C"}

    def annotator(*arguments: str, **options: object) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            [sys.executable, "-m", "annotator", *arguments],
            cwd=ROOT, env=environment, stderr=subprocess.PIPE, **options,
        )  # fmt: skip

    with annotator("add", project, str(file), stdout=subprocess.DEVNULL) as adding:
        assert adding.wait() == 0
    with annotator("list", project, stdout=subprocess.PIPE) as listing:
        out, err = listing.communicate()
        assert b"Na\\xefma" in out
        assert err == b""
    with annotator("list", project, stdout=subprocess.PIPE) as listing:
        assert listing.stdout is not None
        listing.stdout.close()
        assert listing.wait() == 0
        assert listing.stderr is not None
        assert listing.stderr.read() == b""
