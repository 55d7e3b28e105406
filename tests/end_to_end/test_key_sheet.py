"""The sheet of keys: complete, within the window, searched by typing."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from annotator.ui.actions import ACTIONS
from annotator.ui.dialogs.key_sheet import KeySheet
from tests.end_to_end.conftest import ARTICLE
from tools.hands import Hands, settle

pytestmark = pytest.mark.gui

Start = Callable[..., Hands]


def sheet() -> KeySheet:
    found = QApplication.activeModalWidget()
    assert isinstance(found, KeySheet)
    return found


@pytest.mark.parametrize("size", [(820, 520), (1280, 720), (1440, 900)])
def test_it_holds_every_key_and_fits_into_the_window(started: Start, size: tuple[int, int]) -> None:
    hands = started(ARTICLE)
    hands.window.resize(*size)
    settle()
    hands.key_sheet()
    assert sheet().width() < size[0]
    assert sheet().height() < size[1]
    for action in ACTIONS:
        if action.keys and action.menu:
            assert f"{action.key_text} {action.words.rstrip('…')}" in sheet().shown
    labels = hands.window.session.project.scheme.labels
    assert {f"{one.key} {one.names.best('en')}" for one in labels if one.key} <= {*sheet().shown}
    hands.key(Qt.Key.Key_Escape)


def test_typing_leaves_what_matches_in_words_or_key(started: Start) -> None:
    hands = started(ARTICLE)
    hands.key_sheet()
    everything = sheet().shown
    hands.type("vote buy")
    assert sheet().shown == ["m Vote buying"]
    hands.keys("Ctrl+A")
    hands.type("ctrl+h")
    assert "Ctrl+H History of the article" in sheet().shown
    hands.keys("Ctrl+A")
    hands.type("xyzxyz")
    assert sheet().shown == []
    hands.keys("Ctrl+A Delete PgDown PgUp")
    assert sheet().shown == everything
    hands.key(Qt.Key.Key_Escape)
    assert QApplication.activeModalWidget() is None
