"""The queue: filter and order of the articles are asked for by key, and kept with the project."""

from collections.abc import Mapping

from PySide6.QtCore import QTimer

from annotator.compat import override
from annotator.errors import AnnotatorError
from annotator.ui.annotate.feature import Desk, Feature, Handler
from annotator.ui.panels.documents import QUEUE, QUEUE_LOOK
from annotator.ui.tasks import Task

_PAUSE = 500
"""Milliseconds after a change until it is kept."""
_GROWTH = 1_000
"""Milliseconds between two looks at a list that grows."""


class QueueFeature(Feature):
    """Opens the small window of the list, keeps what was chosen there, shows what comes in."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._keep)
        desk.documents.queue_changed.connect(self._pause.start)
        self._growth = QTimer(self, singleShot=True, interval=_GROWTH)
        self._growth.timeout.connect(self._grow)
        desk.session.started.connect(self._follow)
        self._pause.start()  # something may have been chosen before this was made

    @override
    def handlers(self) -> Mapping[str, Handler]:
        return {"queue": self._open}

    @override
    def finish(self) -> None:
        self._growth.stop()
        self._pause.stop()
        self._keep()

    def _open(self) -> None:
        self.desk.side_bar.show_panel("documents")
        self.desk.documents.open_queue()

    def _follow(self, task: Task) -> None:
        """Look every now and then whether long work has brought articles."""
        task.progressed.connect(self._look_soon)

    def _look_soon(self) -> None:
        if not self._growth.isActive():
            self._growth.start()

    def _grow(self) -> None:
        project, documents = self.desk.session.project, self.desk.documents
        if project.documents.count() > documents.model.total > 0:
            documents.grow()

    def _keep(self) -> None:
        project, documents = self.desk.session.project, self.desk.documents
        try:
            project.keep_view_state(QUEUE, documents.queue)
            project.keep_view_state(QUEUE_LOOK, documents.look)
        except AnnotatorError as error:
            self.desk.session.failed.emit(error)
