"""Rate and rest time of long work."""

import pytest

from annotator.services.rate import Rate

TOTAL = 1_000_000


class _Work:
    """Work that goes on at a steady pace while `run` is called."""

    def __init__(self) -> None:
        self.now = 100.0
        self.done = 0.0
        self.rate = Rate(lambda: self.now)
        self.rate.step(0, TOTAL, 0)

    def run(self, seconds: float, speed: float) -> None:
        for _ in range(round(seconds * 4)):
            self.now += 0.25
            self.done += speed / 4
            self.rate.step(round(self.done), TOTAL, round(self.done / 100))


def test_nothing_is_said_before_it_is_known() -> None:
    work = _Work()
    work.run(1.75, 10_000)
    assert (work.rate.documents_per_second, work.rate.seconds_left) == (None, None)


def test_steady_work_is_told_exactly() -> None:
    work = _Work()
    work.run(10, 10_000)
    assert work.rate.documents_per_second == pytest.approx(100)
    assert work.rate.seconds_left == pytest.approx(90)


def test_a_new_speed_is_believed_by_and_by() -> None:
    work = _Work()
    work.run(30, 10_000)
    work.run(1, 1_000)
    shortly_after = work.rate.documents_per_second
    assert shortly_after is not None
    assert 90 < shortly_after < 100
    work.run(120, 1_000)
    assert work.rate.documents_per_second == pytest.approx(10, rel=0.05)


def test_work_that_stands_still_has_no_end() -> None:
    work = _Work()
    work.run(4, 0)
    assert work.rate.seconds_left is None
    assert work.rate.documents_per_second == 0


def test_work_of_unknown_length_has_a_rate_only() -> None:
    now = 0.0
    rate = Rate(lambda: now)
    for second in range(6):
        now = float(second)
        rate.step(second, 0, 10 * second)
    assert rate.documents_per_second == pytest.approx(10)
    assert rate.seconds_left is None


def test_another_piece_of_work_begins_anew() -> None:
    work = _Work()
    work.run(10, 10_000)
    work.rate.step(0, TOTAL, 0)
    assert work.rate.documents_per_second is None
