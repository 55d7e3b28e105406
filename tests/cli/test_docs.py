"""Every command in docs/cli.md works as it stands there."""

import re
import shlex
from pathlib import Path

import pytest

from annotator.cli.exit import Exit
from tests.cli.commands import run

PAGE = Path(__file__).parents[2] / "docs" / "cli.md"


def test_the_commands_of_the_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "berita").mkdir()
    text = "KPU Samudra tetapkan daftar pemilih\n\nRapat pleno terbuka digelar Kamis.\n"
    (tmp_path / "berita" / "a.txt").write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    block = re.search(r"```\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    assert block is not None
    lines = block.group(1).splitlines()
    assert len(lines) > 5
    for line in lines:
        program, *arguments = shlex.split(line)
        assert program == "annotator"
        assert run(arguments) == Exit.DONE, line


def test_every_command_is_on_the_page(capsys: pytest.CaptureFixture[str]) -> None:
    run(["--help"])
    listed = re.findall(r"^ {4}(\w+) ", capsys.readouterr().out, re.MULTILINE)
    page = PAGE.read_text(encoding="utf-8")
    assert listed
    for name in listed:
        assert f"| `{name}" in page
