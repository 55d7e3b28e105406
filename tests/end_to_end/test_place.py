"""Work goes on where it was left."""

from collections.abc import Callable
from pathlib import Path

import pytest

from annotator.app import Program
from tests.end_to_end.conftest import ARTICLE, OTHER
from tools.hands import Hands, settle, wait_until

pytestmark = pytest.mark.gui


def test_article_caret_and_panel_are_found_again(
    program: Program, started: Callable[..., Hands], tmp_path: Path
) -> None:
    hands = started(ARTICLE, OTHER)
    hands.keys("Ctrl+PgDown")
    start, _ = hands.range_of("menetapkan")
    hands.click(start)
    caret = hands.view.caret()
    assert caret > 0
    hands.keys("Ctrl+H")
    hands.window.close()
    settle()

    assert program.open(tmp_path / "pilkada.annotator")
    again = Hands(program.window)
    assert again.text == OTHER
    assert again.view.caret() == caret
    documents = again.window.annotate.documents
    assert documents.list.currentIndex().row() == 1
    wait_until(lambda: again.window.annotate.side_bar.current == "history", "the panel")

    program.set_theme("dark")
    rebuilt = Hands(program.window)
    assert rebuilt.window.annotate.side_bar.current == "history"
    assert (rebuilt.text, rebuilt.view.caret()) == (OTHER, caret)
