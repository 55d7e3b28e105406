from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from annotator.ui.text_view.found import Found
from annotator.ui.text_view.scene import Mark, TextScene
from annotator.ui.text_view.view import TextView


@given(
    st.lists(st.integers(0, 60), unique=True, max_size=12), st.integers(0, 60), st.integers(1, 9)
)
def test_between_gives_the_parts_that_lie_there(points: list[int], start: int, length: int) -> None:
    points = sorted(points[: len(points) // 2 * 2])
    ranges = list(zip(points[::2], points[1::2], strict=True))
    inside = {position for one, end in ranges for position in range(one, end)}
    window = range(start, start + length)
    given_back = [
        position
        for one, end in Found(ranges).between(start, start + length)
        for position in range(one, end)
    ]
    assert given_back == sorted(inside.intersection(window))


def _picture(view: TextView) -> QImage:
    return view.viewport().grab().toImage()


def test_found_words_are_marked_until_it_ends_or_another_text_comes(qtbot: QtBot) -> None:
    view = TextView()
    qtbot.addWidget(view)
    view.resize(600, 300)
    view.set_scene(TextScene("Amplop dibagikan.\n\nAmplop kosong.", (Mark("a", 0, 6, "x"),)))
    plain = _picture(view)
    view.set_found(Found([(0, 6), (19, 25)]))
    marked = _picture(view)
    assert marked != plain
    box = view.range_rect(19, 25)
    assert marked.pixelColor(box.left() + 1, box.center().y()) != plain.pixelColor(
        box.left() + 1, box.center().y()
    )
    view.set_found(None)
    assert _picture(view) == plain
    view.set_found(Found([(0, 6)]))
    view.set_scene(TextScene("Lain."))
    other = _picture(view)
    view.set_found(None)
    assert _picture(view) == other
