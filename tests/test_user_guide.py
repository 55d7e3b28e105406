"""The user guide says the same in both languages, and what the scheme says."""

import re
from pathlib import Path

import pytest

from annotator.assets import asset
from annotator.model.scheme_reader import parse_scheme

FOLDER = Path(__file__).resolve().parents[1] / "docs" / "user"
GUIDES = {"id": "panduan.md", "en": "guide.md"}


def _lines(language: str) -> list[str]:
    return (FOLDER / GUIDES[language]).read_text(encoding="utf-8").splitlines()


def _shape(line: str) -> str:
    """What a line is, whatever its words: a heading of some depth, a row, a list entry, text."""
    found = re.match(r"#+ |\| --- |\||- |\d+\. |```", line)
    return found.group() if found else ("text" if line else "")


def test_both_guides_have_the_same_build() -> None:
    for number, (one, other) in enumerate(zip(_lines("id"), _lines("en"), strict=True), 1):
        assert _shape(one) == _shape(other), f"line {number}: {one!r} / {other!r}"


def test_keys_and_commands_are_the_same_in_both() -> None:
    def commands(language: str) -> list[str]:
        return re.findall(r"^annotator (\w+)", "\n".join(_lines(language)), re.MULTILINE)

    assert commands("id") == commands("en")
    for one, other in zip(_lines("id"), _lines("en"), strict=True):
        assert re.findall(r"Ctrl\+\w\b|Shift\+`?\d", one) == re.findall(
            r"Ctrl\+\w\b|Shift\+`?\d", other
        )


@pytest.mark.parametrize("language", GUIDES)
def test_factuality_stands_in_the_order_of_the_scheme(language: str) -> None:
    scheme = parse_scheme(asset("schemes", "pilkada-default.json").read_text(encoding="utf-8"))
    factuality = scheme.attribute("factuality")
    assert factuality is not None
    rows = re.findall(r"^\| Shift\+(\d) \| ([^|]+) \|", "\n".join(_lines(language)), re.MULTILINE)
    wanted = [
        (str(number % 10), choice.names.best(language))
        for number, choice in enumerate(factuality.choices, 1)
    ]
    assert rows == wanted


@pytest.mark.parametrize("language", GUIDES)
def test_every_factuality_is_reached_by_the_decision_list(language: str) -> None:
    scheme = parse_scheme(asset("schemes", "pilkada-default.json").read_text(encoding="utf-8"))
    factuality = scheme.attribute("factuality")
    assert factuality is not None
    decided = re.findall(r"^\d+\. .*\*\*(.+)\.\*\*$", "\n".join(_lines(language)), re.MULTILINE)
    assert sorted(decided) == sorted(choice.names.best(language) for choice in factuality.choices)


@pytest.mark.parametrize("language", GUIDES)
def test_links_lead_somewhere(language: str) -> None:
    links = re.findall(r"\]\(([^)]+)\)", "\n".join(_lines(language)))
    assert links
    for link in links:
        assert (FOLDER / link).exists(), link
