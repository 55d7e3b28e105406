"""One's own progress: what was finished on which day, at what pace, and what is left."""

import datetime
from collections.abc import Sequence
from typing import NamedTuple

from annotator.services.work_time import Finished, Pace, pace_of


class Day(NamedTuple):
    """What was finished on one day."""

    date: datetime.date
    articles: int
    spans: int


class ProgressReport(NamedTuple):
    """How far somebody is. `days` are in order, without those on which nothing was finished.

    `left` counts articles with work left, `characters_left` their code points.
    """

    done: int
    spans: int
    left: int
    characters_left: int
    days: tuple[Day, ...]
    pace: Pace | None

    @property
    def seconds_left(self) -> float | None:
        """How long the rest will take at this pace; None without a pace."""
        return None if self.pace is None else self.pace.left(self.characters_left)


def report_of(
    finished: Sequence[Finished],
    left: tuple[int, int],
    zone: datetime.tzinfo | None = None,
) -> ProgressReport:
    """Return the progress; days begin at midnight in `zone`, by default that of this computer.

    `left` are the articles with work left and the code points of their texts.
    """
    days: dict[datetime.date, tuple[int, int]] = {}
    for one in finished:
        date = _date(one.at, zone)
        if date is not None:
            articles, spans = days.get(date, (0, 0))
            days[date] = (articles + 1, spans + one.span_count)
    return ProgressReport(
        done=len(finished),
        spans=sum(one.span_count for one in finished),
        left=left[0],
        characters_left=left[1],
        days=tuple(Day(date, *days[date]) for date in sorted(days)),
        pace=pace_of(finished),
    )


def _date(at: str, zone: datetime.tzinfo | None) -> datetime.date | None:
    try:
        return datetime.datetime.fromisoformat(at).astimezone(zone).date()
    except ValueError:
        return None
