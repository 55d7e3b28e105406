"""The open project, as the window sees it: do, undo, run; one signal says what changed."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from annotator.errors import AnnotatorError
from annotator.model.annotation_set import AnnotationSet
from annotator.model.edit import Edit
from annotator.model.ids import DocumentId
from annotator.model.project import Annotator
from annotator.services.changes import Changes
from annotator.services.projects import Project
from annotator.ui.tasks import Job, Lane, Task

if TYPE_CHECKING:
    from annotator.model.document import Document


class Session(QObject):
    """One project and the document on screen.

    `changed` carries a `Changes`, `failed` an exception, `opened` nothing: read `document`.
    """

    changed = Signal(object)
    failed = Signal(object)
    opened = Signal()
    started = Signal(object)
    """A `Task` was put in the lane."""
    scheme_replaced = Signal()
    idle = Signal()
    """The lane is empty again."""

    def __init__(self, project: Project, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.project = project
        self.document: Document | None = None
        self.annotations: AnnotationSet | None = None
        self._lane = Lane(self)
        self._lane.emptied.connect(self.idle)
        self._reading = Lane(self, threads=2)

    @property
    def annotator(self) -> Annotator | None:
        return self.project.annotator

    @property
    def can_edit(self) -> bool:
        """True when an act would be stored: somebody annotates an open, writable document."""
        return (
            self.annotations is not None
            and self.annotator is not None
            and not self.project.read_only
        )

    def open(self, document: DocumentId) -> None:
        """Show another document; what was shown stays when the new one cannot be read."""
        try:
            opened = self.project.documents.get(document)
            annotations = self.project.editing.annotation_set(document)
        except AnnotatorError as error:
            self.failed.emit(error)
            return
        self.document, self.annotations = opened, annotations
        self.opened.emit()

    def do(self, build: Callable[[AnnotationSet], Edit], of: str = "") -> Changes | None:
        """Build an edit from the shown annotations and store it; None when it was refused.

        On return the act is durable. A refusal is told by `failed`, and nothing has changed. `of`
        is the act that the edit takes back, where it does so out of turn.
        """
        if self.annotations is None:
            return None
        try:
            edit = build(self.annotations)
            if edit.is_empty:
                return None
            changes = self.project.editing.apply(edit, of=of)
        except AnnotatorError as error:
            self._refused(error)
            return None
        self._announce(changes)
        return changes

    def undo(self) -> Changes | None:
        """Take back the last act on the shown document; None when there is none."""
        return self._step(self.project.editing.undo)

    def redo(self) -> Changes | None:
        """Do again what was taken back last on the shown document; None when there is none."""
        return self._step(self.project.editing.redo)

    @property
    def can_undo(self) -> bool:
        return self.document is not None and self.project.editing.can_undo(self.document.id)

    @property
    def can_redo(self) -> bool:
        return self.document is not None and self.project.editing.can_redo(self.document.id)

    def run(self, title: str, job: Job, *, quiet: bool = False) -> Task:
        """Start long work in the store lane; `quiet` work is not shown."""
        task = self._lane.start(title, job, quiet=quiet)
        if not quiet:
            self.started.emit(task)
        return task

    def look(self, title: str, job: Job) -> Task:
        """Start a job that only reads, beside those that write; nobody waits for it."""
        return self._reading.start(title, job)

    def stop_looking(self) -> None:
        """Stop what only reads and wait for it."""
        self._reading.close()

    @property
    def is_busy(self) -> bool:
        return self._lane.is_busy

    @property
    def is_awaited(self) -> bool:
        """True while work is under way that somebody sees and waits for."""
        return self._lane.is_awaited

    def choose_annotator(self, name: str) -> None:
        """Say who annotates; the shown document is read again with that person's annotations.

        Raises AnnotatorError when it cannot be stored.
        """
        self.project.choose_annotator(name)
        if self.document is not None:
            self.open(self.document.id)

    def reload(self) -> None:
        """Read the shown document's annotations again, after something else wrote them."""
        if self.document is not None:
            self.annotations = self.project.editing.annotation_set(self.document.id)
            self.changed.emit(
                Changes(documents=frozenset({self.document.id}), annotation_set=self.annotations)
            )

    def close(self) -> None:
        """Wait for the lane, then close the project."""
        self.stop_looking()
        self._lane.close()
        self.project.close()

    def _step(self, step: Callable[[DocumentId], Changes | None]) -> Changes | None:
        if self.document is None:
            return None
        try:
            changes = step(self.document.id)
        except AnnotatorError as error:
            self._refused(error)
            return None
        if changes is not None:
            self._announce(changes)
        return changes

    def _refused(self, error: AnnotatorError) -> None:
        # What is shown may be behind what is stored (another device's work came in): show it.
        if self.document is not None and self.annotator is not None:
            stored = self.project.editing.annotation_set(self.document.id)
            if stored != self.annotations:
                self.reload()
        self.failed.emit(error)

    def _announce(self, changes: Changes) -> None:
        if changes.annotation_set is not None:
            self.annotations = changes.annotation_set
        self.changed.emit(changes)
