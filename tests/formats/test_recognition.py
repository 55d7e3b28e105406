"""A file is known by what is in it: each for what it is, whatever its name says."""

from pathlib import Path

import pytest

from annotator.formats.base import Kind
from annotator.formats.registry import registry
from annotator.model.annotation import Relation, Span
from annotator.model.ids import RelationId, SpanId
from tests.formats.peers import bundle, samples, written

READ_AS = {"conll-bioes": "conll"}
"""Formats that are written only: what reads them."""
APART = frozenset({"brat", "label-studio", "web-annotation"})
"""Formats whose archives are taken apart before their files are asked for."""
SAMPLES = {
    "articles/*.gold.json": "standoff-json",
    "idner-news-2k/*.txt": "conll",
    "nergrit/*.txt": "conll",
    "webanno-tsv3/*/*.tsv": "webanno-tsv",
    "webanno-tsv3/*/*.xmi": "uima-xmi",
}


def _name_of(path: Path) -> str:
    """Return the annotated format a file is taken for, "" for none: not by its suffix."""
    head = path.read_bytes()[: 64 * 1024]
    found = [
        info.name
        for info in registry().infos
        if info.reads
        and info.kind is Kind.ANNOTATED
        and registry().formats[info.name].accepts(head, path)
    ]
    assert len(found) <= 1, found
    return found[0] if found else ""


@pytest.mark.parametrize(
    "name",
    [info.name for info in registry().infos if info.writes and info.kind is Kind.ANNOTATED],
)
def test_what_is_written_is_known_again(tmp_path: Path, name: str) -> None:
    form = registry().formats[name]
    made = bundle(
        "Warga Samudra melaporkan amplop.\n",
        Span(SpanId("s1"), 0, 13, "actor.voter"),
        Span(SpanId("s2"), 25, 31, "violation.vote_buying"),
        Relation(RelationId("r1"), SpanId("s2"), SpanId("s1"), "reporter"),
        title="Amplop",
    )
    path = tmp_path / f"a{form.info.suffixes[0]}"
    written(form, path, [made])
    if not path.is_file() or name in APART:
        pytest.skip("it is written as several files")
    expected = READ_AS.get(name, name) if not form.info.reads else name
    assert _name_of(path) == expected
    assert _name_of(path.rename(tmp_path / "tanpa nama")) in {expected, ""}


@pytest.mark.parametrize(("pattern", "name"), SAMPLES.items())
def test_real_files(pattern: str, name: str) -> None:
    folder, _, rest = pattern.partition("/")
    found = {path: _name_of(path) for path in sorted(samples(folder).glob(rest))}
    assert found
    assert set(found.values()) == {name}


def test_texts_are_nothing_else() -> None:
    for path in samples("edge-texts").glob("*.txt"):
        assert _name_of(path) == ""
