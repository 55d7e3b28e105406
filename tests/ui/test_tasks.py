"""Jobs in a lane: told in the window's thread, and not at all once nobody wants it."""

import threading

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from annotator.ui.tasks import Lane, Task

pytestmark = pytest.mark.gui


class Ear(QObject):
    """Hears what a task tells."""

    def __init__(self, task: Task) -> None:
        super().__init__()
        self.heard: list[object] = []
        self.threads: set[int] = set()
        task.finished.connect(self.hear)
        task.failed.connect(self.hear)
        task.ended.connect(lambda: self.hear("ended"))

    def hear(self, what: object) -> None:
        self.heard.append(what if isinstance(what, str) else type(what).__name__)
        self.threads.add(threading.get_ident())


def fails(_progress) -> None:
    raise ValueError("no")


def test_results_and_failures_come_in_the_windows_thread(qtbot: QtBot) -> None:
    lane = Lane()
    ears = [Ear(lane.start("", job)) for job in (lambda _progress: "well", fails)]
    qtbot.waitUntil(lambda: not lane.is_busy)
    assert [ear.heard for ear in ears] == [["well", "ended"], ["ValueError", "ended"]]
    assert ears[0].threads | ears[1].threads == {threading.get_ident()}
    lane.close()


@pytest.mark.parametrize("job", [lambda _progress: "late", fails])
def test_what_came_before_the_lane_was_closed_is_told_nobody_after(qtbot: QtBot, job) -> None:
    lane, go, done = Lane(), threading.Event(), threading.Event()

    def work(progress):
        go.wait(10)
        try:
            return job(progress)
        finally:
            done.set()

    ear = Ear(lane.start("", work))
    qtbot.wait(20)  # it begins when the event loop runs
    go.set()
    assert done.wait(10)
    lane.close()  # the result waits in the event loop
    qtbot.wait(20)
    assert set(ear.heard) <= {"ended"}


def test_a_dropped_task_ends_without_a_word(qtbot: QtBot) -> None:
    lane, go = Lane(), threading.Event()

    def work(progress):
        go.wait(10)
        return "late"

    task = lane.start("", work)
    ear = Ear(task)
    qtbot.wait(20)
    task.drop()
    go.set()
    qtbot.waitUntil(lambda: not lane.is_busy)
    assert ear.heard == ["ended"]
    lane.close()
