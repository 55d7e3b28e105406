"""The queue in the real window: typed, ticked, taken away, followed and remembered."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.services.queue import Key, Part
from annotator.ui.panels.queue_popup import QueuePopup
from tests.end_to_end.conftest import ARTICLE, OTHER
from tools.hands import ALT, settle, wait_until

THIRD = "Polres Samudra gelar apel\n\nSamudra - Polres menggelar apel pasukan pengamanan.\n"


@pytest.fixture
def hands(started):
    return started(OTHER, ARTICLE, THIRD)


def titles(hands):
    model = hands.window.annotate.documents.model
    return [model.data(model.index(row))[:3] for row in range(model.rowCount())]


def words_of_chips(hands):
    return [chip.words for chip in hands.window.annotate.documents.bar.chips]


def to_filter(hands):
    (key,) = [one.toString() for one in hands.window.actions_by_id["filter"].shortcuts()]
    hands.keys(key)


def popup(hands):
    to_filter(hands)
    hands.key(Qt.Key.Key_Down, ALT)
    found = QApplication.activePopupWidget()
    assert isinstance(found, QueuePopup)
    return found


def test_conditions_typed_become_chips_and_go_by_mouse_and_key(hands):
    documents = hands.window.annotate.documents
    hands.keys("Ctrl+B")
    to_filter(hands)
    hands.type("tanda:artikel samudra")
    hands.key(Qt.Key.Key_Return)
    assert titles(hands) == ["KPU"]
    assert words_of_chips(hands) == ["flagged"]
    assert documents.filter.line.text() == "samudra"
    hands.press_button(documents.bar.chips[0])
    assert words_of_chips(hands) == []
    assert titles(hands) == ["KPU", "Baw", "Pol"]
    to_filter(hands)
    hands.type(" status:new")
    hands.key(Qt.Key.Key_Return)
    assert titles(hands) == ["Baw", "Pol"]
    to_filter(hands)
    hands.keys("Ctrl+A Backspace Backspace")
    assert words_of_chips(hands) == []
    assert len(titles(hands)) == 3


def test_ticks_act_at_once_and_the_order_is_followed(hands):
    window = popup(hands)
    box = window.boxes[Part(Key.STATUS, "new")]
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Space)
    QTest.keyClick(window.order, Qt.Key.Key_End)
    for _ in range(5):  # from the shuffled order up to the titles
        QTest.keyClick(window.order, Qt.Key.Key_Up)
    QTest.keyClick(window, Qt.Key.Key_Escape)
    settle()
    assert titles(hands) == ["Baw", "KPU", "Pol"]
    assert words_of_chips(hands) == ["new", "by title"]
    hands.keys("F6 Ctrl+PgDown")
    assert hands.text == THIRD
    hands.keys("Ctrl+PgUp Ctrl+PgUp")
    assert hands.text == ARTICLE
    hands.keys("Ctrl+Return")
    assert hands.text == OTHER


def test_a_period_and_everything_again(hands):
    window = popup(hands)
    QTest.keyClicks(window.after, "2024-12")
    settle()
    assert titles(hands) == []
    assert words_of_chips(hands) == ["from 2024-12"]
    QTest.keyClicks(window.after, "x")
    settle()
    assert words_of_chips(hands) == []
    assert len(titles(hands)) == 3


def test_the_queue_is_remembered_with_the_project(hands, program):
    to_filter(hands)
    hands.type("status:baru polres")
    hands.key(Qt.Key.Key_Return)
    path = hands.window.session.project.path
    wait_until(lambda: hands.window.session.project.view_state("queue"), "the queue kept")
    hands.window.close()
    assert program.open(path)
    documents = program.window.annotate.documents
    assert not documents.model.is_complete, "a first look was enough"
    documents.complete()
    assert [chip.words for chip in documents.bar.chips] == ["new"]
    assert documents.model.rowCount() == 1
    assert program.window.session.document.title.startswith("Polres")
    settle()
