"""Files of other tools are known for what they are, each by one format with annotations."""

from pathlib import Path
from zipfile import ZipFile

import pytest

from annotator.formats.base import Kind
from annotator.formats.registry import registry
from annotator.model.annotation import Relation, Span
from annotator.model.ids import RelationId, SpanId
from tests.formats.peers import bundle, samples, written

PEERS = ("brat", "csv-annotations", "doccano", "label-studio", "prodigy", "web-annotation")
SAMPLES = {
    "brat-news-tutorial/*.ann": "brat",
    "brat-ncbi-disease/*.ann": "brat",
    "doccano/*/relation_extraction/example.jsonl": "doccano",
    "doccano/*/sequence_labeling/example.jsonl": "doccano",
    "doccano/*/text_classification/example.json*": "doccano",
    "label-studio/*.json": "label-studio",
}


def _names_of(path: Path) -> list[str]:
    head = path.read_bytes()[: 64 * 1024]
    return [
        info.name
        for info in registry().infos
        if info.reads
        and info.kind is Kind.ANNOTATED
        and registry().formats[info.name].accepts(head, path)
    ]


@pytest.mark.parametrize("name", PEERS)
@pytest.mark.parametrize("is_empty", [False, True])
def test_what_is_written_is_known_again(tmp_path: Path, name: str, is_empty: bool) -> None:
    form = registry().formats[name]
    spans = Span(SpanId("s1"), 0, 13, "actor.voter"), Span(SpanId("s2"), 25, 31, "x.y")
    link = Relation(RelationId("r1"), SpanId("s2"), SpanId("s1"), "reporter")
    said = () if is_empty else (*spans, link)
    path = tmp_path / f"a{form.info.suffixes[0]}"
    written(form, path, [bundle("Warga Samudra melaporkan amplop.\n", *said)])
    files = [path]
    if path.suffix == ".zip":
        assert _names_of(path) == []
        with ZipFile(path) as archive:
            archive.extractall(tmp_path / "in")
        inside = [file for file in (tmp_path / "in").rglob("*") if file.is_file()]
        files = [file for file in inside if form.accepts(file.read_bytes(), file)]
    assert files
    for file in files:
        assert _names_of(file) == [name]
        assert registry().guess_importer(file) is form


@pytest.mark.parametrize(("pattern", "name"), SAMPLES.items())
def test_real_files(pattern: str, name: str) -> None:
    folder, _, rest = pattern.partition("/")
    found = {path.name: _names_of(path) for path in sorted(samples(folder).glob(rest))}
    assert found
    assert all(names == [name] for names in found.values()), found
