import pytest

from annotator.errors import Cancelled
from annotator.model.ids import DocumentId
from annotator.services.changes import Changes
from annotator.services.jobs import Progress


def test_each_tells_before_every_item_and_at_the_end():
    steps = []
    assert list(Progress(lambda *step: steps.append(step)).each("abc")) == ["a", "b", "c"]
    assert steps == [(0, 3), (1, 3), (2, 3), (3, 3)]


def test_nobody_need_listen():
    progress = Progress()
    progress.step(1, 0)
    assert list(progress.each([])) == []


def test_a_cancelled_job_stops_before_the_next_item():
    done = []
    progress = Progress(cancelled=lambda: len(done) == 2)

    def work():
        for item in progress.each([1, 2, 3]):
            done.append(item)  # noqa: PERF402 - each item is work

    with pytest.raises(Cancelled):
        work()
    assert done == [1, 2]


def test_changes_know_what_they_touch():
    changes = Changes(documents=frozenset({DocumentId("a")}))
    assert changes.touches(DocumentId("a"))
    assert not changes.touches(DocumentId("b"))
    assert not Changes(list_changed=True).touches(DocumentId("a"))
