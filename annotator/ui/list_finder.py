"""What the list of articles asks of the project: at once where that is quick, else in a lane."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from annotator.errors import AnnotatorError, Cancelled
from annotator.model.ids import DocumentId
from annotator.model.project import DocumentSummary, Status
from annotator.ui.session import Session
from annotator.ui.tasks import Task

if TYPE_CHECKING:
    from annotator.services.catalogue import Catalogue
    from annotator.services.lists import ListService, Wanted
    from annotator.services.projects import Project

Then = Callable[[Sequence[int]], None]


class ListFinder(QObject):
    """Finds rows for a list of articles. Positions are numbers in the order of import, from 1."""

    ready = Signal()
    """The catalogue of a long list has been read."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._reading: Task | None = None
        self._finding: Task | None = None
        self._waiting: Callable[[], None] | None = None

    @property
    def lists(self) -> "ListService":
        return self._session.project.lists

    def at(self, positions: Sequence[int]) -> dict[int, DocumentSummary]:
        """Return the rows of the articles at these positions."""
        found = sorted(positions)
        rows = self._session.project.documents.at(found)
        return dict(zip(found, rows, strict=True))

    def position(self, document: DocumentId) -> int | None:
        """Return the position of an article, None where it is not there."""
        return self._session.project.documents.position(document)

    def count(self) -> int:
        """Return how many articles there are."""
        return self._session.project.documents.count()

    def counts(self) -> Mapping[Status, int]:
        """Return how many articles have each status."""
        return self.lists.counts()

    def put(self, row: DocumentSummary) -> None:
        """Take over the state of one article."""
        self.lists.put(row)

    def next_open(self, shown: Sequence[int], row: int, step: int) -> int | None:
        """Return the next row with work left in a direction, once around; not `row` itself."""
        return self.lists.next_open(shown, row, step)

    def left(self) -> tuple[int, int] | None:
        """Return the articles with work left and their code points; None while nobody knows."""
        if self.lists.is_quick:
            return self.lists.left()
        self.warm_up()
        return None

    def forget(self) -> None:
        """Say that acts on many articles came in."""
        self.lists.forget()

    def warm_up(self) -> None:
        """Read the catalogue of a long list before it is asked for; of others when it is."""
        if not self.lists.is_quick and self._reading is None:
            project, known = self._session.project, self.lists.begin()

            def read(own: "Project", progress: "object") -> "Catalogue":
                return own.lists.read(progress, known)  # type: ignore[arg-type]

            self._reading = self._session.look("", project.job(read))
            self._reading.finished.connect(self._read)
            self._reading.failed.connect(self._failed)

    def find(self, wanted: "Wanted", then: Then, keep: Sequence[int] = ()) -> None:
        """Have `then` told the positions of what is wanted: now, or when they are found.

        Only the newest question is answered.
        """
        self._waiting = None
        if self._finding is not None:
            self._finding.drop()
            self._finding = None
        if wanted.is_everything or self.count() <= _at_once():
            then(self.lists.find(wanted, keep))
        elif not self.lists.is_ready:
            self._waiting = partial(self.find, wanted, then, keep)
            self.warm_up()
        else:
            project, known = self._session.project, self.lists.catalogue()
            job = project.job(lambda own, _progress: own.lists.find(wanted, keep, known))
            self._finding = self._session.look("", job)
            self._finding.finished.connect(partial(self._found, self._finding, then))
            self._finding.failed.connect(self._failed)

    def _found(self, task: Task, then: Then, positions: Sequence[int]) -> None:
        if task is self._finding:
            self._finding = None
            then(positions)

    def _read(self, catalogue: "Catalogue") -> None:
        self._reading = None
        self.lists.take(catalogue)
        self._go_on()
        self.ready.emit()

    def _go_on(self) -> None:
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            waiting()

    def _failed(self, error: Exception) -> None:
        self._reading = self._finding = self._waiting = None
        if isinstance(error, AnnotatorError) and not isinstance(error, Cancelled):
            self._session.failed.emit(error)


def _at_once() -> int:
    from annotator.services import lists

    return lists.AT_ONCE
