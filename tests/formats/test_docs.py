"""What the pages in docs/formats show is what the program reads and writes."""

import json
import re
from pathlib import Path

import pytest

from annotator.formats.base import Bundle
from annotator.formats.jsonl import FORMAT, line_of
from annotator.formats.registry import registry
from annotator.formats.standoff_json import FORMAT as STANDOFF
from annotator.model.attributes import Kind
from annotator.model.project import Status
from annotator.model.scheme_reader import parse_scheme
from tests.formats.strategies import SCHEME

PAGES = Path(__file__).parents[2] / "docs" / "formats"
TEXT = "Warga Samudra melaporkan dugaan politik uang oleh tim sukses 🙏\n"


def _example(name: str) -> str:
    page = (PAGES / name).read_text(encoding="utf-8")
    (found,) = re.findall(r"```json\n(.*?)```", page, re.DOTALL)
    assert isinstance(found, str)
    return found


@pytest.mark.parametrize("name", [info.name for info in registry().infos])
def test_each_format_has_a_page(name: str) -> None:
    assert f"(`{name}`)" in (PAGES / f"{name}.md").read_text(encoding="utf-8").partition("\n")[0]


def test_the_line_on_the_page(tmp_path: Path) -> None:
    values = json.loads(_example("jsonl.md"))
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps(values), encoding="utf-8")
    (reading,) = FORMAT.read(path)
    assert isinstance(reading.content, Bundle), reading.content
    assert json.loads(line_of(reading.content, SCHEME)) == values
    page = (PAGES / "jsonl.md").read_text(encoding="utf-8")
    (only,) = values["annotation_sets"]
    for key in [
        *values,
        *only,
        *only["spans"][0],
        *only["relations"][0],
        *values["notes"][0],
        *values["notes"][1],
    ]:
        assert f"`{key}`" in page
    for status in Status:
        assert f"`{status}`" in page


def test_the_file_on_the_page(tmp_path: Path) -> None:
    (tmp_path / "news.txt").write_bytes(TEXT.encode())
    path = tmp_path / "news.gold.json"
    path.write_text(_example("standoff-json.md"), encoding="utf-8")
    (reading,) = STANDOFF.read(path)
    assert isinstance(reading.content, Bundle), reading.content
    (only,) = reading.content.annotation_sets
    assert [span.label for span in only.spans] == ["actor.voter", "violation.vote_buying"]
    assert [relation.label for relation in only.relations] == ["reporter"]


def test_the_scheme_on_the_page() -> None:
    scheme = parse_scheme(_example("scheme.md"))
    assert [label.id for label in scheme.labels] == ["event.flood", "place.village"]
    assert scheme.required_of("event.flood") == scheme.attributes[:1]
    page = (PAGES / "scheme.md").read_text(encoding="utf-8")
    for kind in Kind:
        assert f"`{kind}`" in page
    for choice in SCHEME.attributes[0].choices:
        assert f"`{choice.border}`" in page
