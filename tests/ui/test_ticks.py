"""Boxes can be seen in both themes, and say what they are."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator.ui.theme import DARK, LIGHT, Theme, contrast
from annotator.ui.ticks import SIDE, RoundBox, TickBox


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("kind", [TickBox, RoundBox])
def test_a_box_stands_out_and_changes_when_it_is_on(
    qtbot: QtBot, kind: type[TickBox | RoundBox], theme: Theme
) -> None:
    box = kind("Kata &utuh", theme)
    qtbot.addWidget(box)
    box.resize(box.sizeHint())
    box.show()

    def colours() -> set[str]:
        image = box.grab().toImage()
        return {
            image.pixelColor(x, y).name() for x in range(SIDE + 6) for y in range(image.height())
        }

    off = colours()
    assert any(contrast(one, theme.base) > 3 for one in off)
    QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=box.rect().center())
    assert box.isChecked()
    assert theme.accent in colours() - off
