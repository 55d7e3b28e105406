"""Another project is opened in place of the one that is open: nothing of it is lost."""

from collections.abc import Callable
from pathlib import Path

import pytest

from annotator.app import Program
from tests.end_to_end.conftest import ARTICLE, OTHER
from tools.hands import Hands, settle

pytestmark = pytest.mark.gui


def test_what_is_being_typed_and_where_one_was_is_stored_first(
    program: Program, started: Callable[..., Hands], tmp_path: Path
) -> None:
    hands = started(ARTICLE, OTHER)
    hands.window.annotate.features.make_all()
    hands.keys("Ctrl+PgDown")
    start, _ = hands.range_of("menetapkan")
    hands.click(start)
    hands.keys("2 T Return")
    line = hands.window.annotate.labels.attributes.editor("note").widget
    line.setFocus()
    hands.type("belum dikirim")
    first = hands.window.session.project.path

    assert program.create(tmp_path / "lain.annotator")
    settle()
    assert program.window is not None
    assert program.window.session.project.path != first
    assert program.open(first)
    again = Hands(program.window)
    assert again.text == OTHER
    annotations = again.window.session.annotations
    assert annotations is not None
    [span] = annotations.spans
    assert span.attributes.get("note") == "belum dikirim"


def test_changing_colours_stores_what_is_being_typed(
    program: Program, started: Callable[..., Hands]
) -> None:
    hands = started(ARTICLE)
    start, _ = hands.range_of("warga")
    hands.click(start)
    hands.keys("1 V Return")
    hands.window.annotate.labels.attributes.editor("note").widget.setFocus()
    hands.type("sementara")
    program.set_theme("dark")
    settle()
    annotations = Hands(program.window).window.session.annotations
    assert annotations is not None
    [span] = annotations.spans
    assert span.attributes.get("note") == "sementara"
