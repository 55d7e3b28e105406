"""A text that was prepared looks like one that was not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication

from annotator.ui.text_view.scene import Mark, TextScene
from annotator.ui.text_view.view import TextView

TEXTS = (
    "Bawaslu Samudra\n\nWarga melaporkan dugaan politik uang 🗳️ di Desa Lengkara.\n" * 3,
    "KPU menetapkan daftar pemilih.\n" * 40,
)


def scene(number, marks=()):
    made = tuple(Mark(f"m{at}", at, at + 5, "actor", code="PEM") for at in marks)
    return TextScene(TEXTS[number], made, heading=(0, 7))


@pytest.fixture
def view(qtbot):
    made = TextView()
    qtbot.addWidget(made)
    made.resize(500, 400)
    made.show()
    return made


def picture(view):
    QApplication.processEvents()
    return view.viewport().grab().toImage()


def steps(view, number, marks=()):
    return sum(1 for _ in view.prepare(scene(number, marks)))


def test_it_looks_the_same_and_is_used_once(view):
    view.set_scene(scene(1, [3, 40]))
    plain = picture(view)
    view.set_scene(scene(0))
    assert steps(view, 1, [3, 40]) > 3
    laid = view._ready[-1]._laid
    view.set_scene(scene(1, [3, 40]))
    assert view._page._laid is laid
    assert picture(view) == plain


def test_marks_that_changed_since_are_drawn(view):
    view.set_scene(scene(1, [10, 40]))
    plain = picture(view)
    view.set_scene(scene(0))
    steps(view, 1, [3, 40])
    view.set_scene(scene(1, [10, 40]))
    assert picture(view) == plain


def test_another_width_or_style_makes_it_useless(view):
    view.set_scene(scene(0))
    steps(view, 1)
    view.resize(380, 400)
    QApplication.processEvents()
    view.set_scene(scene(1))
    shown = picture(view)
    view.set_scene(scene(0))
    view._ready = []
    view.set_scene(scene(1))
    assert picture(view) == shown


def test_the_text_that_was_left_is_kept(view):
    view.set_scene(scene(0, [4]))
    picture(view)
    laid = view._page._laid
    view.set_scene(scene(1))
    view.set_scene(scene(0, [4]))
    assert view._page._laid is laid


@given(st.lists(st.tuples(st.sampled_from("ps"), st.integers(0, 3)), max_size=12))
def test_never_more_are_kept_than_meant(qapp, walk):
    made = TextView()
    texts = [f"Berita {number}\n\nIsi.\n" for number in range(4)]
    for what, number in walk:
        if what == "p":
            list(made.prepare(TextScene(texts[number])))
        else:
            made.set_scene(TextScene(texts[number]))
            assert made.scene().text == made._page.scene.text == texts[number]
        assert len(made._ready) <= 4
    made.deleteLater()
