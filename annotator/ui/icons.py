"""Icons of the Lucide set (ISC licence, resources/icons/lucide), in the colours of the theme.

They are drawn by QtSvg, which is loaded when the first icon is asked for: after the first look.
"""

from functools import cache
from typing import Final

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap

from annotator.assets import asset

SIZE: Final = 16
"""Side of an icon in pixels of the layout."""
_RATIOS: Final = (1, 2, 3)
"""Pixels of the screen to one of the layout, for which an icon is drawn sharp."""


@cache
def icon(name: str, colour: str, size: int = SIZE) -> QIcon:
    """Return the icon `name` in one colour (`#rrggbb`). Raises FileNotFoundError for another."""
    made = QIcon()
    for ratio in _RATIOS:
        made.addPixmap(picture(name, colour, size, ratio))
    return made


@cache
def picture(name: str, colour: str, size: int = SIZE, ratio: float = 1.0) -> QPixmap:
    """Return an icon of `size` pixels of the layout for a screen with this pixel ratio."""
    from PySide6.QtSvg import QSvgRenderer

    source = asset("icons", "lucide", f"{name}.svg").read_text(encoding="utf-8")
    renderer = QSvgRenderer(QByteArray(source.replace("currentColor", colour).encode()))
    side = round(size * ratio)
    made = QPixmap(side, side)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    renderer.render(painter, QRectF(0, 0, side, side))
    painter.end()
    made.setDevicePixelRatio(ratio)
    return made
