"""How fast long work goes and how long it will still take, smoothed; a pure calculation."""

import math
import time
from collections.abc import Callable
from typing import Final

_MEMORY: Final = 20.0
"""Seconds after which what was counts for a third: long enough to be calm, short enough to be
true."""
_SETTLED: Final = 2.0
"""Seconds before anything is said: the first files tell little."""
_APART: Final = 0.25


class Rate:
    """Told of each step, it knows the speed; `clock` gives seconds.

    `documents` is how many have been read. Nothing is known before the work has gone on for two
    seconds.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._begun: float | None = None
        self._at = 0.0
        self._done = self._total = self._documents = 0
        self._speed = self._documents_speed = self._weight = 0.0

    def step(self, done: int, total: int, documents: int = 0) -> None:
        """Take what a `Progress` says; a total of 0 means that nobody knows."""
        now = self._clock()
        if self._begun is None or done < self._done or total != self._total:
            self._begun, self._at = now, now
            self._done, self._documents = done, documents
            self._speed = self._documents_speed = self._weight = 0.0
        self._total = total
        passed = now - self._at
        if passed < _APART:
            return
        keep = math.exp(-passed / _MEMORY)
        self._weight = self._weight * keep + (1 - keep)
        self._speed = self._speed * keep + (1 - keep) * (done - self._done) / passed
        more = (documents - self._documents) / passed
        self._documents_speed = self._documents_speed * keep + (1 - keep) * more
        self._at, self._done, self._documents = now, done, documents

    @property
    def documents_per_second(self) -> float | None:
        """Documents a second, None where nothing is known yet."""
        return self._documents_speed / self._weight if self._is_settled else None

    @property
    def seconds_left(self) -> float | None:
        """Seconds until all is done, None where nothing is known yet or nothing moves."""
        if not self._is_settled or self._speed <= 0 or not self._total:
            return None
        return (self._total - self._done) * self._weight / self._speed

    @property
    def _is_settled(self) -> bool:
        return self._begun is not None and self._at - self._begun >= _SETTLED
