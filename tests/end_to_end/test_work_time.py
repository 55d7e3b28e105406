"""Active time in the real window: shown while it is counted, kept, and switched off for good."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.services.projects import open_project
from annotator.services.work_time import WorkClock
from annotator.ui.dialogs.progress import ProgressDialog
from tests.end_to_end.conftest import ARTICLE, OTHER
from tools.hands import settle

THIRD = "Polres Samudra gelar apel\n\nSamudra - Polres menggelar apel pasukan pengamanan.\n"
FOURTH = "Warga deklarasi damai\n\nSamudra - Warga menolak politik uang.\n"


class Now:
    at = 0.0

    def __call__(self):
        return self.at


@pytest.fixture
def now():
    return Now()


@pytest.fixture
def hands(started, now):
    made = started(ARTICLE, OTHER, THIRD, FOURTH)
    work = made.window.annotate.features.feature("work")
    work.clock = WorkClock(now)
    return made


@pytest.fixture
def work(hands):
    return hands.window.annotate.features.feature("work")


def act(hands):
    """Press a key as the system delivers it: to the native window, which hands it on."""
    QTest.keyClick(hands.window.windowHandle(), Qt.Key.Key_Right)
    settle()


def shown(hands, work):
    work.look()
    return hands.window.status.lasting.text()


def seconds(hands, place=0):
    project = hands.window.session.project
    return project.work.seconds(project.documents.summaries()[place].id)


def test_time_is_shown_counted_from_keys_and_kept_when_the_article_is_left(hands, work, now):
    assert shown(hands, work) == "active 0 s on this article · paused"
    act(hands)
    now.at = 40
    act(hands)
    assert shown(hands, work) == "active 40 s on this article"
    now.at = 400
    assert shown(hands, work) == "active 1 min 40 s on this article · paused"
    place = hands.window.annotate.view.mapTo(hands.window, hands.point(10))
    QTest.mouseClick(hands.window.windowHandle(), Qt.MouseButton.LeftButton, pos=place)
    now.at = 430
    hands.keys("Ctrl+PgDown")
    assert seconds(hands) == 0, "stored a moment later, not under the key"
    work.store()
    assert seconds(hands) == 130
    now.at = 440
    assert shown(hands, work) == "active 10 s on this article"
    hands.keys("Ctrl+PgUp")
    assert shown(hands, work) == "active 2 min 10 s on this article"


def test_time_is_stored_in_between_and_when_the_window_closes(hands, work, now):
    for _ in range(4):
        act(hands)
        now.at += 45
    work.look()
    work.store()
    assert seconds(hands) == 180
    act(hands)
    now.at += 20
    path = hands.window.session.project.path
    hands.window.close()
    with open_project(path) as project:
        assert project.work.seconds(project.documents.summaries()[0].id) == 200


def test_it_belongs_to_the_person_who_was_there(hands, work, now):
    act(hands)
    now.at = 20
    hands.window.session.choose_annotator("Teguh Armino")
    work.store()
    assert seconds(hands) == 0
    hands.window.session.choose_annotator("Rahma")
    assert seconds(hands) == 20


def test_switched_off_nothing_is_counted_or_shown(hands, work, now):
    hands.window.actions_by_id["work_time"].trigger()
    act(hands)
    now.at = 50
    act(hands)
    assert shown(hands, work) == ""
    hands.keys("Ctrl+PgDown")
    work.store()
    assert seconds(hands) == 0
    hands.window.actions_by_id["work_time"].trigger()
    act(hands)
    now.at = 60
    assert shown(hands, work) == "active 10 s on this article"


def test_pace_is_shown_from_the_third_article_on_and_in_my_progress(hands, work, now):
    share = hands.window.annotate.documents._share
    for number in range(1, 4):
        act(hands)
        now.at += 60
        hands.keys("Ctrl+Return")
        work.store()
        work.look()
        assert share.text().startswith("±") is (number == 3)
    assert share.text().endswith(" left")
    hands.window.actions_by_id["progress"].trigger()
    settle()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ProgressDialog)
    said = {child.accessibleName() for child in dialog.findChildren(type(share))}
    assert "Articles done: 3" in said
    assert "Articles left: 1" in said
    assert "Active time for an article, median: 1 min" in said
    dialog.measured.setFocus()
    QTest.keyClick(dialog.measured, Qt.Key.Key_Space)
    assert not work.is_on
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    settle()
