"""Notes by key and mouse: written, shown, answered, closed, kept, and untouched by undo."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QToolButton

from annotator.services.projects import open_project
from annotator.ui.buttons import Chip
from tests.end_to_end.conftest import ARTICLE, OTHER
from tools.hands import SHIFT, settle, wait_until


@pytest.fixture
def hands(started):
    made = started(ARTICLE, OTHER)
    made.window.annotate.features.make_all()
    return made


@pytest.fixture
def panel(hands):
    return hands.window.annotate.side_bar.panel("notes")


def notes(hands):
    session = hands.window.session
    return session.project.notes.of(session.document.id)


def summary(hands):
    session = hands.window.session
    return session.project.documents.summary(session.document.id)


def press(hands, panel, words, card=0):
    (button,) = [
        button
        for button in panel.list.cards[card].findChildren(QToolButton)
        if button.text() == words and button.isVisible()
    ]
    hands.press_button(button)


def test_a_note_on_a_span_stays_with_the_words_and_undo_leaves_it_alone(hands, panel):
    start, end = hands.range_of("politik uang")
    hands.window.annotate.view.select(start, end)
    hands.keys("3 m")
    hands.keys("Shift+C")
    assert QApplication.focusWidget() is panel.box.text
    hands.type("Benar uang?")
    hands.key(Qt.Key.Key_Return, SHIFT)
    hands.type("Atau sembako")
    hands.key(Qt.Key.Key_Return)
    (note,) = notes(hands)
    assert note.content.text == "Benar uang?\nAtau sembako"
    assert note.content.place == (start, end)
    assert note.content.span
    view = hands.window.annotate.view
    assert view.hasFocus()
    assert view._shown.signs == (start,)
    assert summary(hands).open_notes == 1
    assert hands.window.annotate.side_bar.tab("notes").text() == "Notes (1)"
    hands.keys("Ctrl+Z")
    assert hands.window.session.annotations.span_count == 0
    assert notes(hands) == (note,)
    hands.click(hands.range_of("Senin")[0])
    chip = panel.list.cards[0].findChild(Chip)
    assert chip.text() == "politik uang"
    hands.press_button(chip)
    assert view.selection() == (start, end)
    hands.keys("Ctrl+Shift+Z")
    hands.press_button(panel.list.cards[0].findChild(Chip))
    assert hands.window.annotate.presenter.selected.id == note.content.span


def test_enter_and_ctrl_enter_save_esc_keeps_the_draft_and_leaving_stores_it(hands, panel):
    hands.keys("Shift+C")
    hands.type("Setengah")
    hands.key(Qt.Key.Key_Escape)
    assert notes(hands) == ()
    assert hands.window.annotate.view.hasFocus()
    hands.keys("Shift+C")
    assert panel.box.words == "Setengah"
    hands.type(" jadi")
    hands.keys("Ctrl+Return")
    (note,) = notes(hands)
    assert (note.content.text, note.content.place) == ("Setengah jadi", None)
    assert hands.text == ARTICLE, "Ctrl+Return in the box does not finish the article"
    hands.keys("Shift+C")
    hands.type("Belum disimpan")
    hands.keys("Ctrl+PgDown")
    assert hands.text == OTHER
    hands.keys("Ctrl+PgUp")
    assert [one.content.text for one in notes(hands)] == ["Setengah jadi", "Belum disimpan"]
    hands.keys("F6 Shift+C")
    hands.type("Jendela ditutup")
    path = hands.window.session.project.path
    hands.window.close()
    with open_project(path) as project:
        document = next(iter(project.documents.all())).id
        assert len(project.notes.of(document)) == 3


def test_a_thread_is_answered_closed_changed_and_filtered(hands, panel):
    hands.keys("Shift+C")
    hands.type("Satu")
    panel.box.lead.setFocus()
    hands.key(Qt.Key.Key_Space)
    hands.press_button(panel.box.save)
    assert summary(hands).lead_notes == 1
    press(hands, panel, "Answer")
    hands.type("Dua")
    hands.key(Qt.Key.Key_Return)
    first, second = notes(hands)
    assert second.content.thread == first.id
    assert len(panel.list.cards) == 1
    press(hands, panel, "Close")
    assert not notes(hands)[0].is_open
    assert "closed by Rahma" in [word.text() for word in panel.list.cards[0].findChildren(QLabel)]
    assert summary(hands).open_notes == 0
    press(hands, panel, "Open again")
    hands.window.session.choose_annotator("Teguh Armino")
    settle()
    buttons = {button.text() for button in panel.list.cards[0].findChildren(QToolButton)}
    assert buttons == {"Answer", "Close"}
    hands.window.session.choose_annotator("Rahma")
    settle()
    (edit, _) = [b for b in panel.list.cards[0].findChildren(QToolButton) if b.text() == "Edit"]
    hands.press_button(edit)
    hands.type(" ya")
    hands.key(Qt.Key.Key_Return)
    assert notes(hands)[0].content.text == "Satu ya"
    hands.keys("Ctrl+G")
    hands.type("catatan:terbuka")
    hands.key(Qt.Key.Key_Return)
    model = hands.window.annotate.documents.model
    wait_until(lambda: model.rowCount() == 1, "the filter")
    press_remove = [
        b for b in panel.list.cards[0].findChildren(QToolButton) if b.text() == "Remove"
    ]
    assert len(press_remove) == 1, "only the answer can be removed"
