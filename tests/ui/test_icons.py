"""Icons in the theme's colours."""

import pytest
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from annotator.assets import asset
from annotator.ui.icons import SIZE, icon, picture

pytestmark = pytest.mark.gui
NAMES = sorted(path.stem for path in asset("icons", "lucide").glob("*.svg"))


@pytest.mark.parametrize("name", NAMES)
def test_an_icon_is_drawn_in_the_colour_asked_for(qtbot: QtBot, name: str) -> None:
    image = picture(name, "#2160c4", SIZE, 2.0).toImage()
    assert (image.width(), image.devicePixelRatio()) == (2 * SIZE, 2.0)
    solid = [colour for colour in colours_of(image) if colour.alpha() == 255]
    assert solid
    assert {colour.name() for colour in solid} == {"#2160c4"}


def colours_of(image: QImage) -> list[QColor]:
    return [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]


def test_an_icon_is_sharp_on_every_screen(qtbot: QtBot) -> None:
    sizes = {(size.width(), size.height()) for size in icon("search", "#000000").availableSizes()}
    assert {(SIZE, SIZE)} <= sizes


def test_an_unknown_icon_is_a_mistake(qtbot: QtBot) -> None:
    with pytest.raises(FileNotFoundError):
        icon("no-such-icon", "#000000")


def test_the_licence_lies_beside_the_icons() -> None:
    assert "ISC License" in asset("icons", "lucide", "LICENSE").read_text(encoding="utf-8")
