"""Active time: what counts, what does not, and the pace it makes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.model.ids import DocumentId
from annotator.model.project import Status
from annotator.services.projects import open_project
from annotator.services.work_time import Finished, WorkClock, pace_of
from tests.builders import make_project, only_document


class Now:
    def __init__(self):
        self.at = 0.0

    def __call__(self):
        return self.at


@pytest.fixture
def now():
    return Now()


@pytest.fixture
def clock(now):
    return WorkClock(now, idle=60)


def test_time_runs_from_action_to_action_and_stops_a_minute_after_the_last(now, clock):
    now.at = 100
    assert clock.seconds == 0
    clock.touch()
    now.at = 130
    clock.touch()
    assert (clock.seconds, clock.is_running) == (30, True)
    now.at = 1_000
    assert (clock.seconds, clock.is_running) == (90, False)
    clock.touch()
    now.at = 1_005
    assert clock.seconds == 95


def test_a_window_behind_another_does_not_count(now, clock):
    clock.touch()
    now.at = 10
    clock.pause()
    now.at = 40
    assert clock.seconds == 10
    clock.touch()
    now.at = 45
    assert clock.seconds == 15


def test_what_is_taken_is_gone_and_fractions_stay(now, clock):
    clock.touch()
    now.at = 10.75
    assert clock.take() == 10
    assert clock.seconds == pytest.approx(0.75)
    clock.touch()
    now.at = 11.5
    assert clock.take() == 1
    now.at = 12
    clock.forget()
    assert clock.seconds == 0


@given(st.lists(st.tuples(st.floats(0, 200), st.sampled_from(["touch", "pause", "look", "take"]))))
def test_never_more_than_the_time_that_passed_nor_than_a_minute_an_action(steps):
    now = Now()
    clock = WorkClock(now, idle=60)
    total, touches = 0.0, 0
    for wait, what in steps:
        now.at += wait
        if what == "touch":
            clock.touch()
            touches += 1
        elif what == "pause":
            clock.pause()
        elif what == "take":
            total += clock.take()
        assert clock.seconds >= 0
    total += clock.seconds
    assert total <= min(now.at, 60 * touches) + 1e-6


def test_times_are_kept_for_each_person_and_survive(tmp_path):
    with make_project(tmp_path) as project:
        document = only_document(project)
        for seconds in (40, 0, -3, 20):
            project.work.add(document, seconds)
        project.choose_annotator("Teguh Armino")
        project.work.add(document, 5)
        assert (project.work.seconds(document), project.work.total()) == (5, 5)
        path = project.path
        with open_project(path) as reader:
            reader.work.add(document, 5)
            assert reader.work.seconds(document) == 5
    with open_project(path) as project:
        project._store.rebuild()
        project.choose_annotator("Rahmawati Ladiva")
        assert project.work.seconds(document) == 60


def test_finished_articles_tell_when_and_how_long(tmp_path):
    with make_project(tmp_path, ["Satu.\n", "Dua.\n"]) as project:
        one, two = (document.id for document in project.documents.all())
        editing = project.editing
        for document in (two, one):
            editing.apply(editing.set_status(editing.annotation_set(document), Status.DONE))
        project.work.add(two, 12)
        first, second = project.work.finished()
        assert (first.document, first.seconds, first.length) == (one, 0, 6)
        assert (second.document, second.seconds) == (two, 12)
        assert first.at >= second.at > "2020"
        editing.apply(editing.set_status(editing.annotation_set(one), Status.FLAGGED))
        assert [done.document for done in project.work.finished()] == [two]


def done(length, seconds):
    return Finished(DocumentId("d"), "", length, 1, seconds)


def test_a_pace_needs_three_articles_with_measured_time():
    few = [done(1000, 60), done(1000, 0), done(2000, 300)]
    assert pace_of(few) is None
    pace = pace_of([*few, done(500, 50)])
    assert pace == (3, 60, 0.1)
    assert pace.left(2_000) == pytest.approx(200)
