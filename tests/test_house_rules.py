"""The rules of the house that no tool checks."""

import ast
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tools.words import all_uses, faults

ROOT = Path(__file__).parents[1]
MOST_LINES = 400
LONGER: dict[str, str] = {}
"""Files that may be longer, each with its reason."""
SOURCES = sorted((ROOT / "annotator").rglob("*.py"))


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def test_files_are_short_or_have_a_reason() -> None:
    lengths = {name_of(path): len(path.read_text("utf-8").splitlines()) for path in SOURCES}
    assert {name for name, lines in lengths.items() if lines > MOST_LINES} == set(LONGER)


def test_only_output_prints() -> None:
    printing = {
        name_of(path)
        for path in SOURCES
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "print"
    }
    assert printing <= {"annotator/cli/output.py"}


def test_one_module_picks_the_sqlite_library() -> None:
    picking = set()
    for path in SOURCES:
        for node in ast.walk(tree_of(path)):
            if isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom):
                names = [node.module or ""]
            else:
                continue
            if any(name.partition(".")[0] in {"sqlite3", "pysqlite3"} for name in names):
                picking.add(name_of(path))
    assert picking == {"annotator/store/driver.py"}


def test_words_for_people_are_literal() -> None:
    """What stands in tr() must be found by Qt's tools: no f-string, no variable."""
    assert faults(all_uses()) == []


def test_nothing_tracked_names_the_machine_it_was_written_on() -> None:
    if shutil.which("git") is None:
        pytest.skip("git is not installed here")
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if listed.returncode:
        pytest.skip("no git checkout")
    wanted = re.compile("/" + r"(work|farm|root|home/\w+)/|[.]libr" + "ary/")
    found = []
    for name in filter(None, listed.stdout.split("\0")):
        path = ROOT / name
        if path.suffix in {".png", ".otf", ".qm"} or not path.exists():
            continue
        text = path.read_text(encoding="utf-8", errors="replace")
        found += [f"{name}: {match.group()}" for match in wanted.finditer(text)]
    assert found == []


def test_avoided_words_stay_out_of_names() -> None:
    """docs/architecture.md, section Words: one concept, one word."""
    avoided = {"tagset", "ontology", "highlight", "coder", "rater", "curation", "user_layer"}
    found = []
    for path in SOURCES:
        for node in ast.walk(tree_of(path)):
            name = getattr(node, "name", None) or getattr(node, "id", None)
            if isinstance(name, str) and set(name.lower().split("_")) & avoided:
                found.append(f"{name_of(path)}: {name}")
    assert found == []


def test_no_pattern_has_a_possessive_group() -> None:
    """Python before 3.11.5 (Debian 12 has 3.11.2) matches those wrongly; newer ones hide it."""
    possessive = re.compile(r"\)[*+?]\+|\)\{[\d,]+\}\+|\(\?>")
    found = [
        f"{name_of(path)}:{number}"
        for path in SOURCES
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if possessive.search(line)
    ]
    assert found == []
