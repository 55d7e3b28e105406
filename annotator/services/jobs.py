"""Long work without threads in it: a job is `Callable[[Progress], T]`, tested by calling it."""

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from annotator.errors import Cancelled

T = TypeVar("T")


class Progress:
    """How a job says how far it is and hears that it shall stop.

    `documents` counts what an import has read so far; set before each step, so that whoever is
    told of a step can look at it.
    """

    def __init__(
        self,
        report: Callable[[int, int], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> None:
        self.documents = 0
        self._report = report
        self._cancelled = cancelled

    def step(self, done: int, total: int) -> None:
        """Say that `done` of `total` is done; a total of 0 means nobody knows.

        Raises Cancelled when the user stopped the job.
        """
        if self._cancelled is not None and self._cancelled():
            raise Cancelled
        if self._report is not None:
            self._report(done, total)

    def each(self, items: Sequence[T]) -> Iterator[T]:
        """Hand out items with a step before each one and one at the end."""
        for done, item in enumerate(items):
            self.step(done, len(items))
            yield item
        self.step(len(items), len(items))
