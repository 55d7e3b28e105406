"""How often all of a scheme is used, counted beside the window."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from annotator.errors import AnnotatorError, Cancelled
from annotator.services.schemes import SchemeUsage
from annotator.ui.messages import words_for
from annotator.ui.session import Session

if TYPE_CHECKING:
    from annotator.ui.tasks import Task


class UsesCount(QObject):
    """Counts in the lane that only reads: in a large project that takes longer than opening.

    `counted` carries a `SchemeUsage`, `failed` why there is none.
    """

    counted = Signal(object)
    failed = Signal(str)

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._usage: SchemeUsage | None = None
        self._task: Task | None = None
        self._then: Callable[[SchemeUsage], None] | None = None

    @property
    def is_there(self) -> bool:
        return self._usage is not None

    def start(self) -> None:
        """Begin to count."""
        job = self._session.project.job(lambda own, _: own.schemes.usage())
        self._task = self._session.look(self.tr("Counting uses"), job)
        self._task.finished.connect(self._finished)
        self._task.failed.connect(self._not_counted)

    def then(self, go_on: Callable[[SchemeUsage], None]) -> None:
        """Go on with the uses: at once where they are counted; the last one who asks goes on."""
        if self._usage is not None:
            go_on(self._usage)
            return
        self._then = go_on
        if self._task is None:
            self.start()

    def _finished(self, usage: SchemeUsage) -> None:
        self._usage, self._task = usage, None
        self.counted.emit(usage)
        go_on, self._then = self._then, None
        if go_on is not None:
            go_on(usage)

    def _not_counted(self, error: BaseException) -> None:
        self._task = self._then = None
        if not isinstance(error, AnnotatorError):
            raise error
        if not isinstance(error, Cancelled):
            self.failed.emit(words_for(error))
