"""Reprints by keys: told at the bottom, compared, taken over in one act."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from annotator.services.changes import Changes
from annotator.ui.dialogs.twins import TwinsDialog
from tools.hands import wait_until

STORY = (
    "Bawaslu Samudra menduga tim sukses membagikan amplop kepada warga Desa Lengkara menjelang"
    " hari pemungutan suara, kata ketua Rahmawati Ladiva kepada wartawan di kantornya."
)
REPRINT = f"KABAR LADIVA - {STORY} Polisi belum menanggapi."
OTHER = "KPU Samudra menetapkan daftar pemilih tetap dalam rapat pleno di balai desa."


def _searched(hands):
    project = hands.window.session.project
    # The first search may have been over before the articles came: who adds some says so.
    hands.window.session.changed.emit(Changes(list_changed=True))
    wait_until(lambda: not project.twins.pending, "the search for reprints")
    wait_until(lambda: not hands.window.session.is_busy, "the lane")


def _dialog():
    wait_until(lambda: isinstance(QApplication.activeModalWidget(), TwinsDialog), "the dialog")
    found = QApplication.activeModalWidget()
    assert isinstance(found, TwinsDialog)
    return found


def test_work_on_a_reprint_is_taken_over_in_one_act(started):
    hands = started(STORY, OTHER, REPRINT)
    hands.click(hands.range_of("warga")[0])
    hands.keys("1 V")
    hands.double_click(hands.range_of("amplop")[0])
    hands.keys("3 M Shift+2")
    _searched(hands)
    hands.keys("Ctrl+PgDown Ctrl+PgDown")
    assert hands.text == REPRINT
    assert any("1 reprint" in text for text in hands.window.status.badges)
    hands.keys("Ctrl+Shift+R")
    dialog = _dialog()
    hands.key(Qt.Key.Key_Tab)
    hands.key(Qt.Key.Key_Space)
    assert len(dialog.work.rows.ticked) == 1
    hands.key(Qt.Key.Key_Space)
    hands.key(Qt.Key.Key_Return)
    annotations = hands.window.session.annotations
    found = [(span.quote(REPRINT), span.label) for span in annotations.spans]
    assert found == [("amplop", "violation.vote_buying"), ("warga", "actor.voter")]
    assert "Taken over: 2" in hands.window.status.remark.text()
    hands.keys("Ctrl+Z")
    assert hands.window.session.annotations.span_count == 0


def test_the_reprint_is_opened_from_the_dialog(started):
    hands = started(STORY, OTHER, REPRINT)
    _searched(hands)
    hands.keys("Ctrl+Shift+R")
    _dialog()
    hands.keys("Ctrl+Return")
    wait_until(lambda: hands.text == REPRINT, "the reprint")


def test_an_article_without_reprints_says_so(started):
    hands = started(OTHER)
    _searched(hands)
    hands.keys("Ctrl+Shift+R")
    assert "No other article" in hands.window.status.remark.text()
    assert not any("reprint" in text for text in hands.window.status.badges)
