"""The next article is ready before it is asked for, and never shown stale."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from annotator.model.project import Status
from annotator.services.projects import open_project
from annotator.ui.annotate.preload import PreloadFeature
from tests.end_to_end.conftest import ARTICLE, OTHER
from tools.hands import CTRL, settle, wait_until

THIRD = "Polres Samudra gelar apel\n\nSamudra - Polres menggelar apel pasukan pengamanan.\n"


@pytest.fixture
def hands(started):
    return started(ARTICLE, OTHER, THIRD)


@pytest.fixture
def preload(hands):
    return hands.window.annotate.features.feature("preload")


def ids(hands):
    return [row.id for row in hands.window.session.project.documents.summaries()]


def test_next_and_previous_are_made_ready_and_used(hands, preload, monkeypatch):
    first, second, third = ids(hands)
    wait_until(lambda: preload.ready == [second], "the second article")
    store = hands.window.session.project._store
    monkeypatch.setattr(store.documents, "get", None)  # reading it again would fail
    monkeypatch.setattr(store.annotations, "read", None)
    pieces = hands.window.annotate.view._ready[-1]._laid
    hands.keys("Ctrl+PgDown")
    assert hands.text == OTHER
    assert hands.window.annotate.view._page._laid is pieces
    monkeypatch.undo()
    wait_until(lambda: preload.ready == [third, first], "both neighbours")


def test_what_another_program_did_meanwhile_is_seen(hands, preload):
    first, second, _ = ids(hands)
    wait_until(lambda: preload.ready == [second], "the second article")
    session = hands.window.session
    other = type(session.project)(session.project._store.second(), session.project._current)
    editing = other.editing
    editing.apply(editing.add_span(editing.annotation_set(second), 0, 3, "actor.voter"))
    other.close()
    hands.keys("Ctrl+Return")
    assert session.annotations.span_count == 1
    (mark,) = hands.window.annotate.view.scene().marks
    assert (mark.start, mark.end) == (0, 3)
    assert [one.start for one in hands.window.annotate.view._page.marks] == [0]
    assert session.project.documents.summary(first).status is Status.DONE


def test_the_filter_says_what_is_next(hands, preload):
    _, _, third = ids(hands)
    hands.window.annotate.documents.model.set_filter("polres")
    preload._begin()
    wait_until(lambda: preload.ready == [third], "the only one that is shown")


def test_work_stops_after_a_slice_and_waits_for_keys(hands, preload):
    ticks = iter(range(1000))
    made = PreloadFeature(hands.window.annotate.features.desk, lambda: next(ticks))
    made._rest.stop()
    made._work()
    assert made.ready == []
    assert made._rest.isActive()
    assert made._rest.interval() == 0
    QTest.keyClick(hands.window.annotate.view, Qt.Key.Key_Right, CTRL)
    settle()
    wait_until(lambda: len(made.ready) == 1, "the rest, slice by slice")
    made.finish()
    hands.keys("Ctrl+PgDown")
    assert made.ready == [ids(hands)[1]]


def test_an_article_that_cannot_be_read_is_left_to_whoever_opens_it(hands, preload, monkeypatch):
    with open_project(hands.window.session.project.path, write=False) as reader:
        assert len(reader.documents.summaries()) == 3
    model = hands.window.annotate.documents.model
    monkeypatch.setattr(model, "neighbour", lambda *_args, **_named: "tidak ada")
    preload._begin()
    wait_until(lambda: preload._steps is None, "the end of it")
    assert preload.ready == []
