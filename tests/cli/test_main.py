"""The command line as a person or a script uses it."""

import argparse
import ast
import json
import os
import signal
import subprocess
import sys
from dataclasses import replace
from itertools import count
from pathlib import Path

import pytest

from annotator.assets import asset
from annotator.cli import main, transfer
from annotator.cli.exit import Exit
from annotator.formats.registry import registry
from annotator.model.scheme_faults import Flaw
from annotator.services import intake
from annotator.services.jobs import Progress
from annotator.services.projects import open_project
from annotator.services.sample import make_sample
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
    assert (report["documents_added"], report["skipped_count"]) == (1, 1)
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
        (["export", "{project}", "{tmp}/x", "--format", "none"], Exit.FAILED, "No format"),
        (["export", "{project}", "{tmp}/no/such/x.jsonl"], Exit.FAILED, "could not be read or"),
        (["import", "{project}", "{tmp}/x", "--format", "none"], Exit.FAILED, "No format"),
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


def test_a_scheme_file_is_checked_line_by_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    scheme = json.loads(asset("schemes", "pilkada-default.json").read_text(encoding="utf-8"))
    file = tmp_path / "skema.json"
    file.write_text(json.dumps(scheme), encoding="utf-8")
    assert run(["scheme", "check", str(file)]) == Exit.DONE
    assert capsys.readouterr().out.startswith("Nothing is wrong with pilkada-default 1.0: 5 groups")
    scheme["labels"][1]["key"] = scheme["labels"][0]["key"]
    scheme["groups"][2]["ink"] = 7
    file.write_text(json.dumps(scheme), encoding="utf-8")
    assert run(["--lang", "id", "scheme", "check", str(file)]) == Exit.FAILED
    first, second = capsys.readouterr().err.splitlines()
    assert first == "groups[2] VIOLATION: ink harus berupa warna seperti #B3DDF5"
    assert second == (
        "labels[1] actor.supervisor: tombol k dipakai dua kali dalam kelompok ACTOR:"
        " oleh label actor.organiser dan label actor.supervisor"
    )
    file.write_bytes(b"\xff{}")
    assert run(["--lang", "en", "scheme", "check", str(file)]) == Exit.FAILED
    assert capsys.readouterr().err == f"{file}: no text in UTF-8\n"


def test_a_scheme_that_lacks_what_is_used_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project = tmp_path / "contoh.annotator"
    make_sample(project, "Rahma")
    scheme = json.loads(asset("schemes", "pilkada-default.json").read_text(encoding="utf-8"))
    scheme["labels"] = [x for x in scheme["labels"] if x["id"] != "actor.voter"]
    file = tmp_path / "skema.json"
    file.write_text(json.dumps(scheme), encoding="utf-8")
    assert run(["--lang", "id", "scheme", str(project), str(file)]) == Exit.FAILED
    assert "labels actor.voter sedang atau pernah dipakai" in capsys.readouterr().err
    with open_project(project, write=False) as found:
        assert found.scheme_version == 1


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
    assert (ours | set(Flaw)) - set(known) == set()
    # argparse's own words differ a little between Pythons
    leftovers = set(known) - ours - set(Flaw) - literals(Path(argparse.__file__))
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


def _annotator(*arguments: str, **options: object) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "annotator", *arguments],
        cwd=ROOT, text=True, stderr=subprocess.PIPE, **options,
    )  # fmt: skip


def test_a_reader_that_leaves_early_is_no_trouble(project: str, tmp_path: Path) -> None:
    many = tmp_path / "banyak.jsonl"
    line = '{"id": "%d", "text": "Teks ke-%d.", "title": "' + "Judul panjang " * 50 + '"}\n'
    many.write_text("".join(line % (number, number) for number in range(500)), "utf-8")
    assert run(["import", project, str(many)]) == Exit.DONE
    for arguments in (["list", project], ["list", project, "--json"], ["--help"]):
        with _annotator(*arguments, stdout=subprocess.PIPE) as listing:
            assert listing.stdout is not None
            listing.stdout.read(10)
            listing.stdout.close()
            assert listing.wait() == 0
            assert listing.stderr is not None
            assert listing.stderr.read() == ""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no full device")
def test_a_full_disk_is_told(project: str) -> None:
    full = Path("/dev/full").open("w")  # noqa: SIM115 - closed below
    with full, _annotator("scheme", project, stdout=full) as printing:
        assert printing.wait() == Exit.FAILED
        assert printing.stderr is not None
        words = printing.stderr.read()
    assert words.startswith("annotator: A file could not be read or written")
    assert words.count("\n") == 1


def test_titles_cannot_steer_the_terminal(
    project: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "a.jsonl"
    title = "merah\x1b[31m\nbaris kedua \u202e terbalik"
    file.write_text(json.dumps({"id": "a", "text": "Teks.", "title": title}), "utf-8")
    assert run(["import", project, str(file)]) == Exit.DONE
    capsys.readouterr()
    assert run(["list", project]) == Exit.DONE
    out = capsys.readouterr().out
    assert "merah\\x1b[31m baris kedua \\u202e terbalik" in out
    assert out.count("\n") == 1


@pytest.mark.skipif(sys.platform == "win32", reason="file names are text there")
def test_a_file_name_that_is_no_text_is_shown(
    project: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    name = os.fsdecode(os.fsencode(tmp_path) + b"/\xff.jsonl")
    try:
        Path(name).write_text("{", "utf-8")
    except OSError:
        pytest.skip("this file system takes only names that are text")
    assert run(["import", project, name]) == Exit.PARTLY
    assert ".jsonl:1: no JSON" in capsys.readouterr().err


def test_an_export_never_replaces_the_project(
    project: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = Path(project).read_bytes()
    assert run(["export", project, project, "--format", "jsonl"]) == Exit.FAILED
    assert "was not overwritten" in capsys.readouterr().err
    assert Path(project).read_bytes() == before


def _interrupt_at(step: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let Ctrl+C be pressed when a job says for the `step`th time how far it is."""
    steps = count(1)
    usual = Progress.step

    def pressed(self: Progress, done: int, total: int) -> None:
        if next(steps) == step:
            signal.raise_signal(signal.SIGINT)
        usual(self, done, total)

    monkeypatch.setattr(Progress, "step", pressed)


@pytest.mark.parametrize("command", ["import", "add", "export"])
def test_ctrl_c_stops_between_two_batches(
    project: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    command: str,
) -> None:
    monkeypatch.setattr(intake, "BATCH_SECONDS", 0)
    lines = [json.dumps({"id": f"{n}", "text": f"Teks ke-{n}."}) for n in range(9)]
    file, folder, target = tmp_path / "a.jsonl", tmp_path / "berita", tmp_path / "out.jsonl"
    file.write_text("\n".join(lines), "utf-8")
    folder.mkdir()
    for number in range(9):
        (folder / f"{number}.txt").write_text(f"Berita ke-{number}.", "utf-8")
    if command == "export":
        assert run(["import", project, str(file)]) == Exit.DONE
    usual = signal.getsignal(signal.SIGINT)
    _interrupt_at(4, monkeypatch)
    capsys.readouterr()
    argument = {"import": file, "add": folder, "export": target}[command]
    assert run([command, project, str(argument)]) == Exit.STOPPED
    assert "Stopped." in capsys.readouterr().err
    assert signal.getsignal(signal.SIGINT) is usual
    assert not target.exists()
    with open_project(Path(project)) as opened:
        left = opened.documents.count()
    assert left == 9 if command == "export" else 0 < left < 9


def test_progress_is_for_terminals_only(
    project: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    sample = str(asset("sample", "pilkada-sample.jsonl"))
    assert run(["import", project, sample]) == Exit.DONE
    assert capsys.readouterr().err == ""
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    assert run(["export", project, str(tmp_path / "out.jsonl")]) == Exit.DONE
    err = capsys.readouterr().err
    assert "Exporting 0 %" in err
    assert err.endswith("\r")


def test_what_other_packages_offer_and_cannot_be_used_is_named(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = replace(registry(), broken=(("tei", "no module named tei"),))
    monkeypatch.setattr(transfer, "registry", lambda: broken)
    assert run(["formats"]) == Exit.DONE
    told = capsys.readouterr()
    assert "The format tei cannot be used: no module named tei" in told.err
    assert "jsonl" in told.out


def test_only_output_prints() -> None:
    for path in (ROOT / "annotator").rglob("*.py"):
        names = {
            node.func.id
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
        }
        assert "print" not in names or path.name == "output.py", path
