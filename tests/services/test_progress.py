"""One's own progress: days, pace, what is left."""

import datetime

import pytest

from annotator.model.ids import DocumentId
from annotator.services.progress import Day, report_of
from annotator.services.work_time import Finished

JAKARTA = datetime.timezone(datetime.timedelta(hours=7))


def done(at, *, length=1_000, spans=10, seconds=100):
    return Finished(DocumentId(at), at, length, spans, seconds)


def test_days_begin_at_midnight_where_the_person_is():
    finished = [
        done("2024-11-25T16:59:00.000Z"),
        done("2024-11-25T17:01:00.000Z", spans=5),
        done("2024-11-25T03:00:00.000Z"),
        done("kapan"),
    ]
    report = report_of(finished, (0, 0), JAKARTA)
    first, second = datetime.date(2024, 11, 25), datetime.date(2024, 11, 26)
    assert report.days == (Day(first, 2, 20), Day(second, 1, 5))
    assert (report.done, report.spans) == (4, 35)


def test_what_is_left_takes_as_long_as_the_pace_says():
    few = report_of([done("2024-11-25T03:00:00Z")], (2, 2_500))
    assert (few.left, few.characters_left, few.seconds_left) == (2, 2_500, None)
    report = report_of([done("2024-11-25T03:00:00Z")] * 3, (2, 2_500))
    assert report.seconds_left == pytest.approx(250)
