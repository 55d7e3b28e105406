"""Stretches in a quieter ink: readable, and only on the plain ground."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from annotator.ui.text_view.found import Found
from annotator.ui.text_view.muted import _free
from annotator.ui.text_view.scene import Fact, Mark, MarkColours, Style, TextScene
from annotator.ui.text_view.view import TextView
from annotator.ui.theme import CONTRAST, DARK, LIGHT, Theme, contrast

TEXT = "HHHHHH HHHHHH\n\nHHHHHH HHHHHH"
STYLE = Style(
    background="#ffffff",
    text="#000000",
    muted="#0000ff",
    accent="#ff0000",
    selection="#dddddd",
    hairline="#eeeeee",
    warning="#ff0000",
    colours={"x": MarkColours("#ddffdd", "#006600", "#000000")},
)


@pytest.mark.parametrize("theme", [LIGHT, DARK, CONTRAST], ids=lambda theme: theme.name)
def test_the_quieter_ink_can_be_read(theme: Theme) -> None:
    assert contrast(theme.muted, theme.base) >= max(4.5, theme.least_contrast)


@pytest.fixture
def view(qtbot: QtBot) -> TextView:
    made = TextView()
    qtbot.addWidget(made)
    made.resize(600, 300)
    made.set_style(STYLE)
    made.set_scene(TextScene(TEXT, (Mark("a", 7, 13, "x"),)))
    return made


def _is_blue(view: TextView, start: int, end: int) -> bool:
    """Tell whether some letters of a stretch are drawn in the quieter ink."""
    picture: QImage = view.viewport().grab().toImage()
    area = view.range_rect(start, end)
    return any(
        picture.pixelColor(x, y) == QColor("#0000ff")
        for x in range(area.left(), area.right())
        for y in range(area.top(), area.bottom())
    )


def test_only_what_stands_on_the_plain_ground_is_quieter(view: TextView) -> None:
    assert not _is_blue(view, 0, 6)
    view.set_muted(Found([(0, 13), (22, 28)]))
    assert _is_blue(view, 0, 6)
    assert not _is_blue(view, 7, 13)
    assert not _is_blue(view, 15, 21)
    assert _is_blue(view, 22, 28)
    view.select(0, 6)
    view.set_found(Found([(22, 28)]))
    assert not _is_blue(view, 0, 28)


def test_it_ends_with_the_text(view: TextView) -> None:
    view.set_muted(Found([(0, 6)]))
    view.set_scene(TextScene(TEXT + " "))
    assert not _is_blue(view, 0, 6)
    view.set_muted(Found([(0, 6)]))
    view.set_muted(None)
    assert not _is_blue(view, 0, 6)


@given(
    st.tuples(st.integers(0, 30), st.integers(1, 20)),
    st.lists(st.tuples(st.integers(0, 50), st.integers(1, 9)), max_size=6),
)
def test_what_is_free_is_the_rest(stretch: tuple[int, int], taken: list[tuple[int, int]]) -> None:
    start, end = stretch[0], sum(stretch)
    ranges = sorted((one, one + length) for one, length in taken)
    left = list(range(start, end))
    for one, other in ranges:
        left = [position for position in left if not one <= position < other]
    assert [position for a, b in _free((start, end), ranges) for position in range(a, b)] == left


def test_a_fact_is_found_by_its_place(view: TextView) -> None:
    facts = (Fact("ANTARA", hint="dari teks"), Fact("Arunika"))
    view.set_scene(TextScene("Judul\n\nIsi", heading=(0, 5), facts=facts))
    places = {view.fact_at(QPoint(x, y)) for x in range(0, 400, 4) for y in range(0, 200, 4)}
    assert places == {None, *facts}
