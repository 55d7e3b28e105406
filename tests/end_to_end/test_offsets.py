"""Any text, any span: selected = stored = drawn = exported = read back."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.assets import asset
from annotator.model.scheme_reader import parse_scheme
from annotator.services.projects import create_project
from annotator.services.transfer import export_project, import_paths
from tools.hands import Hands

pytestmark = pytest.mark.gui

PIECES = (
    "politik uang",
    "👨‍👩‍👧‍👦",
    "🇮🇩",
    "👩🏽‍⚖️",
    "e\u0301",
    "Nai\u0308ma",
    "שלום עולם",
    "انتخابات",
    "\u2028",
    "\u00a0",
    "\t",
    "\n",
    " ",
    "17.000",
    "bagi-bagi",
    "“",
    "”",
    "\u200b",
    "\u00ad",
    "選挙",
    "\U0001f5f3\ufe0f",
    "\ufeff",
    "x",
)
TEXTS = st.lists(st.sampled_from(PIECES), min_size=1, max_size=24).map("".join).filter(str.strip)


@st.composite
def places(draw: st.DrawFn) -> tuple[str, int, int]:
    """A text and a stretch of it."""
    text = draw(TEXTS)
    start = draw(st.integers(0, len(text) - 1))
    return text, start, draw(st.integers(start + 1, len(text)))


def test_selected_stored_drawn_exported_read_back(
    started: Callable[..., Hands], tmp_path: Path
) -> None:
    hands = started()
    window = hands.window
    project = window.session.project
    scheme = parse_scheme(asset("schemes", "pilkada-default.json").read_text(encoding="utf-8"))
    expected: dict[str, tuple[int, int]] = {}

    @settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
    @given(places())
    def check(place: tuple[str, int, int]) -> None:
        text, start, end = place
        text += f"\n{len(expected)}"  # equal texts are refused
        added = project.documents.add_text(text)
        window.session.open(added.document)
        hands.view.select(start, end)
        assert hands.view.selection() == (start, end)
        window.annotate.presenter.label("actor.voter")
        annotations = window.session.annotations
        assert annotations is not None
        [span] = annotations.spans
        assert (span.start, span.end) == (start, end)
        assert list(project.editing.annotation_set(added.document).spans) == [span]
        mark = hands.view.mark(span.id)
        assert mark is not None
        assert (mark.start, mark.end) == (start, end)
        expected[text] = (start, end)

    check()
    target = tmp_path / "semua.jsonl"
    export_project(project, target, "jsonl")
    with create_project(tmp_path / "kembali.annotator", scheme) as other:
        report = import_paths(other, [target])
        assert report.skipped == ()
        found = {}
        for document in other.documents.all():
            [annotation_set] = other.editing.annotation_sets(document.id)
            [span] = annotation_set.spans
            found[document.text] = (span.start, span.end)
    assert found == expected
