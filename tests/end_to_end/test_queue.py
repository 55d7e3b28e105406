"""The queue in the real window: typed, ticked, taken away, followed and remembered."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.services import lists
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


@pytest.fixture
def long_list(monkeypatch):
    """Every list counts as a long one, whose filters are looked up in a lane."""
    monkeypatch.setattr(lists, "AT_ONCE", 0)


def test_a_long_list_shows_what_was_asked_for_last(long_list, hands):
    to_filter(hands)
    hands.type("bawaslu")
    hands.key(Qt.Key.Key_Return)
    to_filter(hands)
    hands.keys("Ctrl+A")
    hands.type("status:new polres")
    hands.key(Qt.Key.Key_Return)
    wait_until(lambda: titles(hands) == ["Pol"], "what was asked for last")
    assert words_of_chips(hands) == ["new"]
    to_filter(hands)
    hands.keys("Ctrl+A Backspace Backspace")
    assert len(titles(hands)) == 3
    window = popup(hands)
    assert window.boxes[Part(Key.STATUS, "new")].isEnabled()
    QTest.keyClick(window.order, Qt.Key.Key_End)
    QTest.keyClick(window, Qt.Key.Key_Escape)
    wait_until(lambda: words_of_chips(hands) == ["shuffled, always alike"], "the chip")
    wait_until(lambda: len(titles(hands)) == 3, "all of them")


def test_a_long_queue_is_remembered_and_the_window_may_go_at_any_time(long_list, hands, program):
    to_filter(hands)
    hands.type("status:baru polres")
    hands.key(Qt.Key.Key_Return)
    path = hands.window.session.project.path
    wait_until(lambda: titles(hands) == ["Pol"], "the filter")
    wait_until(lambda: hands.window.session.project.view_state("queue"), "the queue kept")
    hands.window.close()
    assert program.open(path)
    documents = program.window.annotate.documents
    documents.complete()
    wait_until(lambda: documents.model.is_complete, "the list")
    assert documents.model.rowCount() == 1
    documents.model.set_filter("bawaslu")
    program.window.close()
    settle()


def test_articles_that_come_while_work_goes_on_are_shown_and_nothing_moves(hands):
    documents, session = hands.window.annotate.documents, hands.window.session
    hands.window.annotate.features.feature("queue")
    to_filter(hands)
    hands.type("samudra status:new")
    hands.key(Qt.Key.Key_Return)
    hands.keys("Down F6")
    shown, top = session.document, documents.list.top
    assert titles(hands) == ["KPU", "Baw", "Pol"]
    assert shown.text == ARTICLE
    hands.keys("Ctrl+Return Ctrl+PgUp")

    def work(own, progress):
        for number in range(3):
            own.documents.add_text(f"Samudra {number}\n\nBerita.", detect_language=False)
            progress.step(number, 3)

    session.run("", session.project.job(work))
    wait_until(lambda: documents.model.rowCount() == 6, "what came")
    assert titles(hands) == ["KPU", "Baw", "Pol", "Sam", "Sam", "Sam"]
    assert (documents.model.total, documents.list.top) == (6, top)
    assert documents.list.currentIndex().row() == documents.model.index_of(shown.id).row() == 1


def test_a_list_is_gone_through_by_keys(hands):
    for number in range(40):
        hands.window.session.project.documents.add_text(f"Berita {number}\n\nIsi.")
    hands.window.annotate.reload()
    rows = hands.window.annotate.documents.list
    to_filter(hands)
    hands.key(Qt.Key.Key_Down)
    assert QApplication.focusWidget() is rows
    hands.keys("End")
    assert hands.text.startswith("Berita 39")
    assert rows.viewport().rect().contains(rows.visualRect(rows.currentIndex()))
    hands.keys("PgUp")
    page = 42 - rows.currentIndex().row()
    assert page == rows.viewport().height() // rows.visualRect(rows.currentIndex()).height()
    hands.keys("PgDown Home Down")
    assert hands.text == ARTICLE
    hands.type("berita 2")
    assert hands.text.startswith("Berita 2\n")
    place = rows.visualRect(rows.model().index(rows.currentIndex().row() + 1)).center()
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert hands.text.startswith("Berita 3\n")
