"""The languages of many texts, found by several processes: langdetect is slow and pure Python."""

import contextlib
import logging
import os
from collections.abc import Sequence
from concurrent.futures import Future
from typing import TYPE_CHECKING, Final, Self

from annotator.model.document import Language
from annotator.text.language import detect_sample, preload, sample_of

if TYPE_CHECKING:
    from concurrent.futures import ProcessPoolExecutor

ALONE: Final = 48
"""So many texts are looked at here before processes are started: that takes them half a second."""
_CHUNK: Final = 16
"""Texts that are sent to a process at once."""


class Answer:
    """The languages of some texts, which may still be looked for."""

    def __init__(self, samples: Sequence[str], futures: "Sequence[Future[list[Language]]]") -> None:
        self._samples = samples
        self._futures = futures

    @property
    def is_ready(self) -> bool:
        """True when `languages` need not wait."""
        return all(future.done() for future in self._futures)

    def languages(self) -> list[Language]:
        """Return the languages in the order of the texts; waits for them.

        Where the processes have died the texts are looked at here.
        """
        from concurrent.futures import BrokenExecutor, CancelledError

        try:
            return [language for future in self._futures for language in future.result()]
        except (BrokenExecutor, CancelledError):
            return _detect_all(self._samples)


class LanguagePool:
    """Finds languages, the first few texts here and more by processes; the answers are the same.

    A context manager: at its end the processes are gone, whatever happened inside.
    """

    def __init__(self, workers: int | None = None) -> None:
        self.workers = workers or _cores()
        self._alone = ALONE
        self._executor: ProcessPoolExecutor | None = None

    def find(self, texts: Sequence[str]) -> Answer:
        """Begin to look for the languages of some texts."""
        samples = [sample_of(text) for text in texts]
        if self._executor is None and self._alone >= 0:
            self._alone -= len(samples)
            if self._alone < 0:
                self._executor = _started(self.workers)
        if self._executor is None:
            return _answer(samples)
        chunks = [samples[at : at + _CHUNK] for at in range(0, len(samples), _CHUNK)]
        try:
            return Answer(samples, [self._executor.submit(_detect_all, chunk) for chunk in chunks])
        except (RuntimeError, OSError):  # BrokenExecutor is a RuntimeError
            self.close()
            return _answer(samples)

    def close(self) -> None:
        """End the processes; what they have not begun is not begun."""
        executor, self._executor = self._executor, None
        if executor is not None:
            executor.shutdown(wait=True, cancel_futures=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _answer(samples: Sequence[str]) -> Answer:
    done: Future[list[Language]] = Future()
    done.set_result(_detect_all(samples))
    return Answer(samples, [done])


def _detect_all(samples: Sequence[str]) -> list[Language]:
    return [detect_sample(sample) for sample in samples]


def _started(workers: int) -> "ProcessPoolExecutor | None":
    """Start the processes, None where the system does not let us.

    By "spawn": a copy of this process by fork would hold locks of threads that are not in it.
    """
    try:
        from concurrent.futures import ProcessPoolExecutor
        from multiprocessing import get_context

        return ProcessPoolExecutor(workers, get_context("spawn"), _begin_worker)
    except (ImportError, OSError, ValueError) as error:
        logging.getLogger(__name__).info("no processes for languages: %s", error)
        return None


def _begin_worker() -> None:
    """Make ready in a process: Ctrl+C is for the one that started us, and we end with it."""
    import signal
    import threading

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    preload()


def _end_with_parent() -> None:
    from multiprocessing import connection, parent_process

    parent = parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
        os._exit(0)


def _cores() -> int:
    with contextlib.suppress(AttributeError):  # not on every system
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
