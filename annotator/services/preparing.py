"""What takes time about new documents, done by several processes: language, and facts in the text.

langdetect is slow and pure Python.
"""

import contextlib
import logging
import os
from collections.abc import Mapping, Sequence
from concurrent.futures import Future
from typing import TYPE_CHECKING, Final, NamedTuple, Self

from annotator.model.document import Document, Language
from annotator.model.ids import DocumentId
from annotator.services.described import described
from annotator.text.language import detect, preload

if TYPE_CHECKING:
    from concurrent.futures import ProcessPoolExecutor

ALONE: Final = 2_400
"""So much work is done here before processes are started: that takes them half a second."""
_LANGUAGE: Final = 50
"""A language takes so many times as long as what a text says about itself."""
_FEW: Final = 16
_MANY: Final = 128
"""Documents that are sent to a process at once, with and without a language to be found."""


class Wanted(NamedTuple):
    """A new document, and whether its language is to be found."""

    title: str
    text: str
    metadata: Mapping[str, str]
    wants_language: bool


class Prepared(NamedTuple):
    """What a document is to be stored with; no language where none was to be found."""

    title: str
    metadata: dict[str, str]
    language: Language | None


class Answer:
    """The answers about some documents, which may still be looked for."""

    def __init__(
        self, wanted: Sequence[Wanted], futures: "Sequence[Future[list[Prepared]]]"
    ) -> None:
        self._wanted = wanted
        self._futures = futures

    @property
    def is_ready(self) -> bool:
        """True when `prepared` need not wait."""
        return all(future.done() for future in self._futures)

    def prepared(self) -> list[Prepared]:
        """Return the answers in the order of the documents; waits for them.

        What processes that died did not say is found out here.
        """
        from concurrent.futures import BrokenExecutor, CancelledError

        try:
            return [one for future in self._futures for one in future.result()]
        except (BrokenExecutor, CancelledError):
            return prepare(self._wanted)


class Preparing:
    """Prepares documents, the first few here and more by processes; the answers are the same.

    A context manager: at its end the processes are gone, whatever happened inside.
    """

    def __init__(self, workers: int | None = None) -> None:
        self.workers = workers or _cores()
        self._alone = ALONE
        self._executor: ProcessPoolExecutor | None = None

    def begin(self, wanted: Sequence[Wanted]) -> Answer:
        """Begin to prepare some documents."""
        languages = sum(one.wants_language for one in wanted)
        if self._executor is None and self._alone >= 0:
            self._alone -= len(wanted) + _LANGUAGE * languages
            if self._alone < 0:
                self._executor = _started(self.workers, languages=bool(languages))
        if self._executor is None:
            return _answer(wanted)
        size = _FEW if languages else _MANY
        chunks = [_plain(wanted[at : at + size]) for at in range(0, len(wanted), size)]
        try:
            return Answer(wanted, [self._executor.submit(prepare, chunk) for chunk in chunks])
        except (RuntimeError, OSError):  # BrokenExecutor is a RuntimeError
            self.close()
            return _answer(wanted)

    def close(self) -> None:
        """End the processes; what they have not begun is not begun."""
        executor, self._executor = self._executor, None
        if executor is not None:
            executor.shutdown(wait=True, cancel_futures=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def prepare(wanted: Sequence[Wanted]) -> list[Prepared]:
    """Do the work."""
    answers = []
    for title, text, metadata, wants_language in wanted:
        made = described(Document(DocumentId(""), title, text, metadata=metadata))
        language = detect(text) if wants_language else None
        answers.append(Prepared(made.title, dict(made.metadata), language))
    return answers


def _answer(wanted: Sequence[Wanted]) -> Answer:
    done: Future[list[Prepared]] = Future()
    done.set_result(prepare(wanted))
    return Answer(wanted, [done])


def _plain(wanted: Sequence[Wanted]) -> list[Wanted]:
    """Return them as they can be sent: not every mapping can."""
    return [one._replace(metadata=dict(one.metadata)) for one in wanted]


def _started(workers: int, *, languages: bool) -> "ProcessPoolExecutor | None":
    """Start the processes, None where the system does not let us.

    By "spawn": a copy of this process by fork would hold locks of threads that are not in it.
    """
    try:
        from concurrent.futures import ProcessPoolExecutor
        from multiprocessing import get_context

        return ProcessPoolExecutor(workers, get_context("spawn"), _begin_worker, (languages,))
    except (ImportError, OSError, ValueError) as error:
        logging.getLogger(__name__).info("no processes for documents: %s", error)
        return None


def _begin_worker(languages: bool) -> None:  # noqa: FBT001 - the executor hands it over
    """Make ready in a process: Ctrl+C is for the one that started us, and we end with it."""
    import signal
    import threading

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    if languages:
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
