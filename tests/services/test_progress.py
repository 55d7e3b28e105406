"""One's own progress: days, pace, what is left."""

import datetime

import pytest

from annotator.model.ids import DocumentId
from annotator.model.project import DocumentSummary, Status
from annotator.services.progress import Day, report_of
from annotator.services.work_time import Finished

JAKARTA = datetime.timezone(datetime.timedelta(hours=7))


def done(at, *, length=1_000, spans=10, seconds=100):
    return Finished(DocumentId(at), at, length, spans, seconds)


def row(status, length):
    return DocumentSummary(DocumentId("d"), "x", status, 0, "id", "", length)


def test_days_begin_at_midnight_where_the_person_is():
    finished = [
        done("2024-11-25T16:59:00.000Z"),
        done("2024-11-25T17:01:00.000Z", spans=5),
        done("2024-11-25T03:00:00.000Z"),
        done("kapan"),
    ]
    report = report_of(finished, [], JAKARTA)
    first, second = datetime.date(2024, 11, 25), datetime.date(2024, 11, 26)
    assert report.days == (Day(first, 2, 20), Day(second, 1, 5))
    assert (report.done, report.spans) == (4, 35)


def test_what_is_left_takes_as_long_as_the_pace_says():
    rows = [row(Status.DONE, 900), row(Status.NEW, 2_000), row(Status.FLAGGED, 500)]
    rows.append(row(Status.SKIPPED, 5_000))
    few = report_of([done("2024-11-25T03:00:00Z")], rows)
    assert (few.left, few.characters_left, few.seconds_left) == (2, 2_500, None)
    report = report_of([done("2024-11-25T03:00:00Z")] * 3, rows)
    assert report.seconds_left == pytest.approx(250)
