from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.ui.text_view.scene import Mark
from annotator.ui.text_view.view import TextView

KEY = Qt.Key
NONE = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467"
TEXT = 'Ketua "Bawaslu Samudra" bicara.\nWarga desa datang.'


def test_arrows_step_over_what_is_drawn_as_one(show, qtbot: QtBot):
    view = show(f"a{FAMILY}e\u0301b\r\nc")
    stops = [view.caret()]
    for _ in range(6):
        qtbot.keyClick(view, KEY.Key_Right)
        stops.append(view.caret())
    assert stops == [0, 1, 6, 8, 9, 11, 12]
    for stop in reversed(stops[:-1]):
        qtbot.keyClick(view, KEY.Key_Left)
        assert view.caret() == stop


def test_arrows_walk_in_sight_through_leftward_words(show, qtbot: QtBot):
    view = show("a \u05e9\u05dc\u05d5\u05dd b")
    lefts = [view.caret_rect(view.caret()).left()]
    for _ in range(len(view.scene().text)):
        qtbot.keyClick(view, KEY.Key_Right)
        lefts.append(view.caret_rect(view.caret()).left())
    assert view.caret() == len(view.scene().text)
    # to the right on the screen, but for the one stop that two places share
    assert sum(one >= other for one, other in pairwise(lefts)) <= 2
    for _ in range(len(view.scene().text)):
        qtbot.keyClick(view, KEY.Key_Left)
    assert view.caret() == 0


def test_shift_arrows_select_characters(show, qtbot: QtBot):
    view = show(TEXT)
    with qtbot.waitSignal(view.selection_changed) as told:
        qtbot.keyClick(view, KEY.Key_Right, SHIFT)
    assert told.args == [0, 1]
    qtbot.keyClick(view, KEY.Key_Right, SHIFT)
    assert view.selection() == (0, 2)
    qtbot.keyClick(view, KEY.Key_Left, SHIFT)
    qtbot.keyClick(view, KEY.Key_Left, SHIFT)
    assert view.selection() is None


def test_control_shift_arrows_select_words_without_the_blank(show, qtbot: QtBot):
    view = show(TEXT)
    qtbot.keyClick(view, KEY.Key_Right, CTRL | SHIFT)
    assert view.selection() == (0, len("Ketua"))
    qtbot.keyClick(view, KEY.Key_Right, CTRL | SHIFT)
    assert view.selection() == (0, TEXT.index(" Samudra"))
    qtbot.keyClick(view, KEY.Key_Left, CTRL)
    assert view.caret() == TEXT.index("Bawaslu")


def test_an_arrow_leaves_the_selection_at_its_side(show, qtbot: QtBot):
    view = show(TEXT)
    view.select(3, 9)
    qtbot.keyClick(view, KEY.Key_Left)
    assert (view.caret(), view.selection()) == (3, None)
    view.select(3, 9)
    qtbot.keyClick(view, KEY.Key_Right)
    assert view.caret() == 9


def test_home_and_end_of_line_and_text(show, qtbot: QtBot):
    view = show(TEXT)
    first = TEXT.index("\n")
    qtbot.keyClick(view, KEY.Key_End)
    assert view.caret() == first
    qtbot.keyClick(view, KEY.Key_Home)
    assert view.caret() == 0
    qtbot.keyClick(view, KEY.Key_End, CTRL)
    assert view.caret() == len(TEXT)
    qtbot.keyClick(view, KEY.Key_Home)
    assert view.caret() == first + 1
    qtbot.keyClick(view, KEY.Key_Home, CTRL | SHIFT)
    assert view.selection() == (0, first + 1)


def test_end_of_a_wrapped_line_stays_on_it(show, qtbot: QtBot):
    view = show("Bawaslu menerima laporan warga " * 8)
    qtbot.keyClick(view, KEY.Key_End)
    on_first = view.caret_rect(view.caret()).top()
    assert on_first == view.caret_rect(0).top()
    qtbot.keyClick(view, KEY.Key_Right)
    assert view.caret_rect(view.caret()).top() > on_first


def test_up_and_down_remember_the_column(show, qtbot: QtBot):
    view = show("Bawaslu Samudra\nab\nBawaslu Samudra")
    view.set_caret(9)
    x = view.caret_rect(9).center().x()
    qtbot.keyClick(view, KEY.Key_Down)
    assert view.caret() == len("Bawaslu Samudra\nab")
    qtbot.keyClick(view, KEY.Key_Down)
    assert abs(view.caret_rect(view.caret()).center().x() - x) <= 1
    qtbot.keyClick(view, KEY.Key_Down)
    assert view.caret() == len(view.scene().text)


def test_pages(show, qtbot: QtBot):
    view = show("\n".join(f"Paragraf nomor {number}." for number in range(200)))
    qtbot.keyClick(view, KEY.Key_PageDown)
    first = view.caret()
    assert first > 0
    assert view.viewport().rect().contains(view.caret_rect(first))
    qtbot.keyClick(view, KEY.Key_PageDown)
    assert view.caret() > first
    assert view.viewport().rect().contains(view.caret_rect(view.caret()))
    qtbot.keyClick(view, KEY.Key_PageUp)
    qtbot.keyClick(view, KEY.Key_PageUp)
    assert view.caret() == 0


def test_select_all_and_copy_give_the_stored_text(show, qtbot: QtBot):
    text = "a\u00a0b\r\nc\u2028d\ufeff\x00\ufdd0"
    view = show(text)
    qtbot.keyClick(view, KEY.Key_A, CTRL)
    assert view.selection() == (0, len(text))
    qtbot.keyClick(view, KEY.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == text


def test_copy_of_nothing_leaves_the_clipboard(show, qtbot: QtBot):
    view = show(TEXT)
    QGuiApplication.clipboard().setText("sebelum")
    qtbot.keyClick(view, KEY.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == "sebelum"


def is_left_to_the_screen(view: TextView, key: Qt.Key, modifiers=NONE) -> bool:
    event = QKeyEvent(QEvent.Type.KeyPress, key, modifiers)
    QApplication.sendEvent(view, event)
    return not event.isAccepted()


@pytest.mark.parametrize(
    ("key", "modifiers"),
    [
        (KEY.Key_M, NONE),
        (KEY.Key_3, NONE),
        (KEY.Key_2, SHIFT),
        (KEY.Key_Delete, NONE),
        (KEY.Key_BracketLeft, NONE),
        (KEY.Key_Return, NONE),
        (KEY.Key_Left, ALT),
        (KEY.Key_Right, ALT | CTRL),
        (KEY.Key_Up, ALT),
        (KEY.Key_Z, CTRL),
        (KEY.Key_Escape, NONE),
    ],
)
def test_other_keys_are_the_screens(show, key: Qt.Key, modifiers):
    view = show(TEXT, Mark("m", 0, 5, "ACTOR", "BWS"))
    view.set_caret(8)
    assert is_left_to_the_screen(view, key, modifiers)
    assert (view.caret(), view.selection()) == (8, None)


def test_escape_is_the_views_only_while_something_is_selected(show):
    view = show(TEXT)
    view.select(2, 5)
    assert not is_left_to_the_screen(view, KEY.Key_Escape)
    assert (view.selection(), view.caret()) == (None, 5)
    assert is_left_to_the_screen(view, KEY.Key_Escape)


def test_the_target_is_the_selection_or_the_word_under_the_caret(show):
    view = show(TEXT)
    view.set_caret(TEXT.index("waslu"))
    start = TEXT.index("Bawaslu")
    assert view.target() == (start, start + len("Bawaslu"))
    view.select(1, 4)
    assert view.target() == (1, 4)
    view.clear_selection()
    assert view.caret() == 4
