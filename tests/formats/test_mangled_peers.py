"""Files of other tools, mangled: whatever is in them ends as documents or as one line each."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.errors import FormatError
from annotator.formats.base import Bundle
from annotator.formats.registry import registry
from annotator.model.annotation import Relation, Span
from annotator.model.attributes import Attributes
from annotator.model.ids import RelationId, SpanId
from tests.formats.peers import bundle, written

NAMES = {
    "conll": "a.conll",
    "conll-u": "a.conllu",
    "huggingface-parquet": "a.parquet",
    "uima-json": "a.cas.json",
    "uima-xmi": "a.xmi",
    "webanno-tsv": "a.tsv",
}
STRANGE = (
    b"",
    b"\0",
    b"\xff",
    b"\n",
    b"\t",
    b"|",
    b"*",
    b"[",
    b"]",
    b"\\",
    b'"',
    b"&",
    b"<",
    b"-1",
    b"99999999999",
)


def _example(name: str) -> bytes:
    made = bundle(
        "Warga 😀 Samudra bagi-bagi\namplop",
        Span(SpanId("s1"), 0, 15, "actor.voter", Attributes({"note": "a|b"})),
        Span(SpanId("s2"), 8, 15, "place"),
        Span(SpanId("s3"), 16, 32, "act", fragments=((16, 20), (26, 32))),
        Relation(RelationId("r1"), SpanId("s1"), SpanId("s3"), "does"),
    )
    with TemporaryDirectory() as folder:
        path = Path(folder, NAMES[name])
        written(registry().formats[name], path, [made])
        return path.read_bytes()


@pytest.mark.parametrize("name", NAMES)
def test_whatever_is_in_a_file(name: str, tmp_path: Path) -> None:
    form: Any = registry().formats[name]
    data = _example(name)
    path = tmp_path / "a"

    @settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(
        st.lists(
            st.tuples(st.integers(0, len(data)), st.integers(0, 9), st.sampled_from(STRANGE)),
            min_size=1,
            max_size=3,
        )
    )
    def check(changes: list[tuple[int, int, bytes]]) -> None:
        mangled = data
        for place, length, instead in changes:
            mangled = mangled[:place] + instead + mangled[place + length :]
        path.write_bytes(mangled)
        form.accepts(mangled[: 64 * 1024], path)
        try:
            for reading in form.read(path):
                assert isinstance(reading.content, Bundle | FormatError)
        except FormatError:
            pass

    check()
