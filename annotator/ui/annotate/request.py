"""A question to the project that is answered beside the window, unless it is dropped before."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from annotator.errors import Cancelled
from annotator.services.jobs import Progress
from annotator.services.projects import Project
from annotator.ui.session import Session

if TYPE_CHECKING:
    from annotator.ui.tasks import Task

Work = Callable[[Project, Progress], Any]


class Request(QObject):
    """Runs `work` on a connection of its own and hands what it returns to `then`.

    After `drop`, or once nobody holds the request, nothing is handed on.
    """

    def __init__(
        self,
        session: Session,
        work: Work,
        then: Callable[[Any], None],
        failed: Callable[[BaseException], None],
    ) -> None:
        super().__init__()
        self._then = then
        self._fails = failed
        self._task: Task | None = session.look("", session.project.job(work))
        self._task.finished.connect(self._finished)
        self._task.failed.connect(self._failed)
        self._task.ended.connect(self._ended)

    def drop(self) -> None:
        """Stop the work at its next step: nobody waits for it."""
        if self._task is not None:
            self._task.drop()

    def _finished(self, answer: object) -> None:
        self._then(answer)

    def _failed(self, error: BaseException) -> None:
        if not isinstance(error, Cancelled):
            self._fails(error)

    def _ended(self) -> None:
        self._task = None  # the lane deletes it
