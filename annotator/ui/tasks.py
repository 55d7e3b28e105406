"""The lane that runs long work: one job after the other, away from the window's thread.

The only file that names QThreadPool. A job is `Callable[[Progress], T]` and knows no Qt.
"""

from collections.abc import Callable
from functools import partial
from threading import Event
from typing import Any

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, QTimer, Signal

from annotator.compat import override
from annotator.services.jobs import Progress

Job = Callable[[Progress], Any]


class Task(QObject):
    """One job under way. Its signals arrive in the thread that made it.

    Once it is dropped, `ended` is the only one that comes.
    """

    progressed = Signal("qlonglong", "qlonglong")  # type: ignore[arg-type]
    """How far it is and of how much: bytes, in an import, which may be more than 32 bits hold."""
    finished = Signal(object)
    failed = Signal(object)
    """An exception: `errors.Cancelled` when the user stopped it."""
    ended = Signal()
    _came = Signal(object, bool)
    """From the lane: what the job returned or raised, and whether it raised."""

    def __init__(self, title: str, job: Job, parent: QObject) -> None:
        super().__init__(parent)
        self.title = title
        self._job = job
        self._stop = Event()
        self._is_dropped = False
        self.is_quiet = False
        self._progress = Progress(self.progressed.emit, self._stop.is_set)
        self._came.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    @property
    def documents(self) -> int:
        """How many documents an import has read at its last step."""
        return self._progress.documents

    def cancel(self) -> None:
        """Ask the job to stop at its next step."""
        self._stop.set()

    def drop(self) -> None:
        """Cancel it and tell no result any more: who asked is gone, or the project is closed."""
        self._is_dropped = True
        self.cancel()

    def work(self) -> None:
        """Run the job; called in the lane."""
        try:
            result = self._job(self._progress)
        except Exception as error:  # noqa: BLE001 - whatever it is, it is told in the window's thread
            self._came.emit(error, True)
        else:
            self._came.emit(result, False)

    def _tell(self, value: object, is_error: bool) -> None:  # noqa: FBT001 - a slot
        if not self._is_dropped:
            (self.failed if is_error else self.finished).emit(value)
        self.ended.emit()


class _Runnable(QRunnable):
    def __init__(self, task: Task) -> None:
        super().__init__()
        self._task = task

    @override
    def run(self) -> None:
        self._task.work()


class Lane(QObject):
    """Runs jobs that write, first come first served."""

    emptied = Signal()
    """The last job has ended, and all its signals were sent."""

    def __init__(self, parent: QObject | None = None, *, threads: int = 1) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(threads)
        self._tasks: list[Task] = []
        self._is_closed = False

    def start(self, title: str, job: Job, *, quiet: bool = False) -> Task:
        """Put a job in the lane and return it; connect its signals at once.

        Nobody waits for a `quiet` one.

        It begins when the event loop runs again: a quick job would be over before that otherwise.
        """
        task = Task(title, job, self)
        self._tasks.append(task)
        task.is_quiet = quiet
        task.ended.connect(self._forget)
        QTimer.singleShot(0, task, partial(self._begin, task))
        return task

    @property
    def is_busy(self) -> bool:
        return bool(self._tasks)

    @property
    def is_awaited(self) -> bool:
        """True while somebody waits for a job here."""
        return any(not task.is_quiet for task in self._tasks)

    def close(self) -> None:
        """Stop what runs at its next step and wait for it; what waits does not begin.

        What they return is told nobody any more, even where it has come already.
        """
        self._is_closed = True
        for task in self._tasks:
            task.drop()
        self._pool.waitForDone()

    def _begin(self, task: Task) -> None:
        if not self._is_closed:
            self._pool.start(_Runnable(task))

    def _forget(self) -> None:
        task = self.sender()
        if isinstance(task, Task) and task in self._tasks:
            self._tasks.remove(task)
            task.deleteLater()
            if not self._tasks:
                self.emptied.emit()
