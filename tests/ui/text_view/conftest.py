from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.ui import theme
from annotator.ui.text_view.scene import Mark, MarkColours, Style, TextScene
from annotator.ui.text_view.view import TextView

Show = Callable[..., TextView]


@pytest.fixture(scope="session")
def _fonts(qapp: object) -> None:
    theme.load_fonts()


@pytest.fixture
def style() -> Style:
    fills = {
        "ACTOR": ("#B3DDF5", "#005A8C"),
        "ACTION": ("#40B696", "#00694D"),
        "VIOLATION": ("#E49659", "#9A4300"),
        "CONTEXT": ("#F2E755", "#6B5E00"),
    }
    return Style(
        background="#ffffff",
        text="#1f2328",
        muted="#656d7a",
        accent="#2160c4",
        selection="#cfe0fb",
        hairline="#e1e4e8",
        warning="#b3261e",
        colours={
            role: MarkColours(fill=fill, ink=ink, text="#1f2328")
            for role, (fill, ink) in fills.items()
        },
    )


@pytest.fixture
def show(qtbot: QtBot, style: Style, _fonts: None) -> Show:
    """Return a function that opens a view on a text with marks."""

    def opened(
        text: str, *marks: Mark, width: int = 760, height: int = 600, **scene: object
    ) -> TextView:
        view = TextView()
        qtbot.addWidget(view)
        view.set_style(style)
        view.resize(width, height)
        view.set_scene(TextScene(text, tuple(marks), **scene))
        with qtbot.waitExposed(view):
            view.show()
        view.setFocus()
        QApplication.processEvents()  # painted, and what follows the first paint is done
        return view

    return opened
