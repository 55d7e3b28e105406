"""What the pages name exists, and the first page holds what it promises."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
MADE = ("build/", ".venv", "annotator/1")
"""Paths that appear only when the program has run, and the name of a form that looks like one."""
FOLDERS = ("annotator", "resources", "tests", "docs", "tools", "requirements", "bench", ".ci")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_paths_and_links_exist(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    missing = [
        path
        for path in re.findall(r"`([\w.-]+(?:/[\w.-]+)+/?)`", text)
        if path.partition("/")[0] in FOLDERS
        and not path.startswith(MADE)
        and not (ROOT / path).exists()
    ]
    missing += [
        target
        for target in re.findall(r"\]\(([^)#:]+)\)", text)
        if not (page.parent / target).exists()
    ]
    assert missing == []


def test_the_first_screen_holds_exactly_two_commands() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    first = re.search(r"```\n(.*?)```", text, re.DOTALL)
    assert first is not None
    assert first.group(1).splitlines() == ["python3 start.py", "python3 start.py test"]
    assert text[: first.start()].count("\n") < 12
    picture = re.search(r"!\[.*?\]\((.*?)\)", text)
    assert picture is not None
    assert picture.start() < first.start()


def test_the_make_targets_that_pages_name_exist() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for page in PAGES:
        for target in re.findall(r"`make (\w+)`", page.read_text(encoding="utf-8")):
            assert re.search(rf"\b{target}\b", makefile), f"{page.name}: make {target}"
