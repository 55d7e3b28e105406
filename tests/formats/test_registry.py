"""Formats are found, not listed."""

import subprocess
import sys
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest

from annotator.formats import registry as module
from annotator.formats.base import FormatInfo
from annotator.formats.registry import registry
from tests.formats import foreign_format


@pytest.fixture
def installed(monkeypatch: pytest.MonkeyPatch) -> list[EntryPoint]:
    """Entry points of other packages, for a registry that is looked up again."""
    points: list[EntryPoint] = []
    monkeypatch.setattr(module, "_entry_points", lambda: points)
    registry.cache_clear()
    yield points
    registry.cache_clear()


def test_our_formats_are_there() -> None:
    found = {info.name: (info.reads, info.writes) for info in registry().infos}
    assert found["jsonl"] == (True, True)
    assert found["standoff-json"] == (True, False)
    assert found["pdf"] == (True, False)
    assert registry().exporter("standoff-json") is None
    assert registry().importer("nothing") is None


def test_formats_of_other_packages_are_found_and_broken_ones_named(
    installed: list[EntryPoint],
) -> None:
    place = foreign_format.__name__
    installed += [
        EntryPoint("good", f"{place}:FORMAT", module.GROUP),
        EntryPoint("no module", "annotator_nothing:FORMAT", module.GROUP),
        EntryPoint("no object", f"{place}:OTHER", module.GROUP),
        EntryPoint("no info", f"{place}:WRONG", module.GROUP),
        EntryPoint("taken", f"{place}:TAKEN", module.GROUP),
    ]
    found = registry()
    assert FormatInfo("foreign", "Foreign", (".jsonl.foreign",), writes=True) in found.infos
    assert [name for name, _ in found.broken] == ["no module", "no object", "no info", "taken"]
    assert found.formats["jsonl"] is not foreign_format.TAKEN


def test_the_longest_suffix_decides_and_content_decides_before_it(
    tmp_path: Path, installed: list[EntryPoint]
) -> None:
    installed.append(EntryPoint("good", f"{foreign_format.__name__}:FORMAT", module.GROUP))
    found = registry()

    def written(name: str) -> object:
        exporter = found.guess_exporter(Path(name))
        return exporter and exporter.info.name

    assert written("a.JSONL") == "jsonl"
    assert written("a.jsonl.foreign") == "foreign"
    assert written("a.txt") is None

    def read(name: str, content: bytes) -> object:
        path = tmp_path / name
        path.write_bytes(content)
        importer = found.guess_importer(path)
        return importer and importer.info.name

    assert read("a.txt", b'{"annotation_sets":[]}') == "jsonl"
    assert read("a.dat", b'{\n "document": {"file": "a.txt"}}') == "standoff-json"
    assert read("b.jsonl", b"{}") == "jsonl"
    assert read("b.gold.json", b"{}") == "standoff-json"
    assert read("b.txt", b"{}") == "text"


def test_looking_up_formats_loads_nothing_heavy() -> None:
    code = (
        "import sys; from annotator.formats.registry import registry; registry();"
        "print(*(name for name in ('PySide6', 'sqlite_utils', 'langdetect', 'pysqlite3',"
        " 'charset_normalizer') if name in sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""
