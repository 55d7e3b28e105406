"""The tabs at the left: reached by Tab and arrows, words or icons but no parts of words."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from annotator.ui.side_bar import SideBar
from annotator.ui.theme import LIGHT

pytestmark = pytest.mark.gui


@pytest.fixture
def bar(qtbot: QtBot) -> SideBar:
    made = SideBar(LIGHT)
    for name, title in (("documents", "Artikel"), ("checks", "Periksa"), ("notes", "Catatan")):
        made.add(name, title, QLabel, "history")
    return made


def test_tab_comes_to_the_panel_that_is_shown_and_arrows_show_the_next(
    bar: SideBar, qtbot: QtBot
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    line = QLineEdit()
    column = QVBoxLayout(window)
    column.addWidget(line)
    column.addWidget(bar)
    window.show()
    window.activateWindow()
    line.setFocus()
    qtbot.waitUntil(line.hasFocus)
    bar.show_panel("checks")
    QTest.keyClick(line, Qt.Key.Key_Tab)
    assert bar.tab("checks").hasFocus()
    QTest.keyClick(bar.tab("checks"), Qt.Key.Key_Right)
    assert bar.current == "notes"
    assert bar.tab("notes").hasFocus()


def test_words_that_just_fit_are_shown_whole(bar: SideBar, qtbot: QtBot) -> None:
    qtbot.addWidget(bar)
    bar.show_icons()
    tab = bar.tab("checks")
    words = tab.fontMetrics().horizontalAdvance(tab.words)
    bar.show()

    def looks(width: int) -> bytes:
        tab.setFixedWidth(width)
        image = tab.grab().toImage().copy((width - words) // 2 - 1, 0, words + 2, 30)
        return bytes(image.constBits())

    wide, tight, narrow = looks(words + 20), looks(words + 4), looks(words - 2)
    assert wide == tight
    assert narrow != wide
