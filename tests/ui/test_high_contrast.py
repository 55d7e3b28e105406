"""High contrast: edges of inputs, buttons and menus are seen on black."""

from collections.abc import Generator

import pytest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from annotator.ui.inputs import Line
from annotator.ui.scheme_editor.parts import Button
from annotator.ui.theme import CONTRAST, luminance, palette, style_sheet
from annotator.ui.widgets import Field

pytestmark = pytest.mark.gui


@pytest.fixture(autouse=True)
def contrast(qapp: QApplication) -> Generator[None]:
    before = qapp.palette()
    qapp.setPalette(palette(CONTRAST))
    qapp.setStyleSheet(style_sheet(CONTRAST))
    yield
    qapp.setStyleSheet("")
    qapp.setPalette(before)


def edges(widget: QWidget, qtbot: QtBot) -> list[bool]:
    """Tell for each side whether there is a bright line within its first pixels."""
    qtbot.addWidget(widget)
    widget.resize(160, 30)
    widget.show()
    image = widget.grab().toImage()
    width, height = image.width(), image.height()
    sides = (
        [(width // 2, y) for y in range(4)],
        [(width // 2, height - 1 - y) for y in range(4)],
        [(x, height // 2) for x in range(4)],
        [(width - 1 - x, height // 2) for x in range(4)],
    )
    return [any(luminance(image.pixelColor(*at).name()) > 0.05 for at in side) for side in sides]


@pytest.mark.parametrize(
    "make",
    [
        lambda: QPushButton("Tutup"),
        QLineEdit,
        lambda: Line(CONTRAST),
        lambda: Field(CONTRAST, "Cari"),
        QMenu,
        QComboBox,
    ],
    ids=["button", "input", "our input", "field", "menu", "list"],
)
def test_edges_are_seen_on_black(make, qtbot: QtBot) -> None:
    assert edges(make(), qtbot) == [True] * 4


def test_the_keyboard_is_seen_on_a_button(qtbot: QtBot) -> None:
    box = QWidget()
    qtbot.addWidget(box)
    buttons = [QPushButton("Ya", box), QPushButton("Tidak", box)]
    buttons[1].move(0, 60)
    box.resize(200, 120)
    box.show()
    box.activateWindow()
    buttons[0].setFocus()
    qtbot.waitUntil(buttons[0].hasFocus)
    found = [
        any(button.grab().toImage().pixelColor(40, y).name() == CONTRAST.accent for y in range(3))
        for button in buttons
    ]
    assert found == [True, False]


def test_a_painted_button_keeps_its_size_and_is_faded_while_it_does_nothing(qtbot: QtBot) -> None:
    button = Button("↑", CONTRAST)
    qtbot.addWidget(button)
    button.show()
    assert button.sizeHint().width() < 60

    def brightest() -> float:
        image = button.grab().toImage()
        inner = [(x, y) for x in range(8, image.width() - 8) for y in range(6, image.height() - 6)]
        return max(luminance(image.pixelColor(*at).name()) for at in inner)

    lit = brightest()
    button.setEnabled(False)
    assert brightest() < lit / 2
