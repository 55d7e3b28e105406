"""Small widgets: words that do not fit, buttons without shading, lists as wide as their words."""

import pytest
from PySide6.QtWidgets import QDialogButtonBox, QPushButton
from pytestqt.qtbot import QtBot

from annotator.ui.scheme_editor.choices import Choice
from annotator.ui.theme import CONTRAST, DARK, LIGHT, Theme
from annotator.ui.widgets import Elided, quiet_buttons

pytestmark = pytest.mark.gui


@pytest.mark.parametrize("theme", [LIGHT, DARK, CONTRAST], ids=lambda theme: theme.name)
def test_the_button_that_enter_presses_stands_out(qtbot: QtBot, theme: Theme) -> None:
    kinds = QDialogButtonBox.StandardButton
    box = QDialogButtonBox(kinds.Ok | kinds.Cancel)
    quiet_buttons(box, theme)
    qtbot.addWidget(box)
    box.button(kinds.Ok).setDefault(True)
    box.show()

    def edge(button: QPushButton) -> str:
        return button.grab().toImage().pixelColor(30, 0).name()

    assert edge(box.button(kinds.Ok)) == theme.accent
    assert edge(box.button(kinds.Cancel)) == theme.key_edge


def test_words_without_room_make_nothing_wider(qtbot: QtBot) -> None:
    words = Elided("10 tempat di 4 artikel", LIGHT.text)
    qtbot.addWidget(words)
    assert words.minimumSizeHint().width() == 0
    assert words.sizeHint().width() > 100


def test_a_list_has_room_for_its_longest_entry(qtbot: QtBot) -> None:
    box = Choice(LIGHT)
    qtbot.addWidget(box)
    box.addItems(["a", "menurut artikel"])
    words = box.fontMetrics().horizontalAdvance("menurut artikel")
    assert box.sizeHint().width() >= words + 9 + 22
