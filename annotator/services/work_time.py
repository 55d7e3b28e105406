"""Active time: how long somebody really worked on an article, and what pace that makes.

The clock runs from one key or mouse action to the next while the window is in front, and stops
`IDLE_SECONDS` after the last one. Nothing else is measured.
"""

import time
from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

from annotator.model.edit import Origin
from annotator.model.ids import ActId, AnnotatorId, DocumentId, new_id
from annotator.model.work import WORK, add_time
from annotator.services.current import Current
from annotator.store.store import Store
from annotator.store.work import Finished, WorkTimes

__all__ = ["IDLE_SECONDS", "Finished", "Pace", "WorkClock", "WorkService", "pace_of"]

IDLE_SECONDS: Final = 60.0
LEAST_FINISHED: Final = 3
"""Fewer finished articles make no pace: one odd article would say it all."""


class WorkClock:
    """Counts the active seconds of one document at a time.

    `clock` gives seconds that only grow. Time counts while the window is in front, from each
    action until the next one, but never more than `idle` seconds.
    """

    def __init__(
        self, clock: Callable[[], float] = time.monotonic, idle: float = IDLE_SECONDS
    ) -> None:
        self._clock = clock
        self._idle = idle
        self._counted = 0.0
        self._since: float | None = None
        """Up to when time is counted already; None while the clock stands still."""
        self._until = 0.0

    def touch(self) -> None:
        """Note a key or mouse action."""
        now = self._clock()
        self._count(now)
        self._since, self._until = now, now + self._idle

    def pause(self) -> None:
        """Stop until the next action: the window went behind another, or nothing is open."""
        self._count(self._clock())
        self._since = None

    @property
    def is_running(self) -> bool:
        """True while time is counted."""
        return self._since is not None and self._clock() < self._until

    @property
    def seconds(self) -> float:
        """The seconds counted since they were last taken."""
        self._count(self._clock())
        return self._counted

    def take(self) -> int:
        """Return the whole seconds counted and begin anew; what is less than one stays."""
        whole = int(self.seconds)
        self._counted -= whole
        return whole

    def forget(self) -> None:
        """Begin anew with nothing: another document, or another person."""
        self._count(self._clock())
        self._counted = 0.0

    def _count(self, now: float) -> None:
        if self._since is not None:
            self._counted += max(0.0, min(now, self._until) - self._since)
            self._since = max(self._since, min(now, self._until))


class WorkService:
    """The active times of whoever annotates here, as they are kept in the project."""

    def __init__(self, store: Store, current: Current) -> None:
        self._store = store
        self._times = WorkTimes(store.database)
        self._current = current

    def seconds(self, document: DocumentId) -> int:
        """Return the active seconds on a document so far."""
        return self._times.get((document, self._current.annotator_id)).seconds

    def total(self) -> int:
        """Return the active seconds on all documents."""
        return self._times.total(self._current.annotator_id)

    def finished(self) -> list[Finished]:
        """Return what is set to done, with what it took."""
        return self._times.finished(self._current.annotator_id)

    def finished_one(self, document: DocumentId) -> Finished | None:
        """Return one document that is set to done, None where it is not."""
        found = self._times.finished(self._current.annotator_id, document)
        return found[0] if found else None

    def add(self, document: DocumentId, seconds: int, who: AnnotatorId | None = None) -> None:
        """Record active time, by default of who annotates here.

        Nothing where nobody does, nothing can be written, or it is 0. Raises StoreUnavailable.
        """
        who, store = who or self._current.annotator_id, self._store
        if seconds <= 0 or not who or store.database.read_only:
            return
        key = (document, who)
        with store.database.transaction():
            work = self._times.get(key)
            entries = store.record(
                [add_time(seconds)],
                kind=WORK,
                document=document,
                annotator=who,
                lamport=work.lamport + 1,
                act=ActId(new_id()),
                origin=Origin.EDIT,
                of=ActId(""),
                scheme_version=self._current.scheme_version,
            )
            for entry in entries:
                work = work.with_entry(entry)
            self._times.write(key, work)


class Pace(NamedTuple):
    """One's own pace: the median over `articles` finished with measured time."""

    articles: int
    seconds_per_article: float
    seconds_per_character: float

    def left(self, characters: int) -> float:
        """Return the seconds that so many characters will take."""
        return characters * self.seconds_per_character


def pace_of(finished: Sequence[Finished]) -> Pace | None:
    """Return the pace, None before three articles with measured time are finished."""
    from statistics import median  # 5 ms that no start of the window shall pay

    timed = [one for one in finished if one.seconds > 0]
    if len(timed) < LEAST_FINISHED:
        return None
    return Pace(
        len(timed),
        median(one.seconds for one in timed),
        median(one.seconds / one.length for one in timed),
    )
