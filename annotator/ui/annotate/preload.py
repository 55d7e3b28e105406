"""The next article is made ready while the annotator works on this one.

Read, folded and arranged in slices of the event loop between his keys; what is ready is used only
if nothing has changed it since, which the stamp of its annotation set tells.
"""

import time
from collections.abc import Callable, Iterator
from typing import Final

from PySide6.QtCore import QTimer

from annotator.compat import override
from annotator.errors import AnnotatorError
from annotator.model.ids import DocumentId
from annotator.ui.annotate.feature import Desk, Feature

_REST: Final = 60
"""Milliseconds after an article was opened, or after an act, until work goes on."""
_SLICE: Final = 0.003
"""Seconds of work before the event loop has its turn again."""


class PreloadFeature(Feature):
    """Makes ready what Ctrl+Enter, next and previous would open."""

    def __init__(self, desk: Desk, clock: Callable[[], float] = time.perf_counter) -> None:
        super().__init__(desk)
        self._clock = clock
        self._over = False
        self._steps: Iterator[None] | None = None
        self.ready: list[DocumentId] = []
        """What was made ready since this article was opened."""
        self._rest = QTimer(self, singleShot=True, interval=_REST)
        self._rest.timeout.connect(self._work)
        desk.session.opened.connect(self._begin)
        desk.session.changed.connect(self._wait)
        desk.documents.queue_changed.connect(self._begin)
        self._begin()

    @override
    def finish(self) -> None:
        self._over = True
        self._steps = None
        self._rest.stop()

    def _begin(self) -> None:
        if self._over:
            return
        self.ready = []
        self._steps = self._all_steps()
        self._wait()

    def _wait(self) -> None:
        if self._steps is not None:
            self._rest.start(_REST)

    def _work(self) -> None:
        """Do one slice of what is left."""
        if self._steps is None:
            return
        until = self._clock() + _SLICE
        try:
            for _ in self._steps:
                if self._clock() >= until:
                    self._rest.start(0)  # after all keys and paintings that wait
                    return
        except AnnotatorError:
            pass  # whoever opens it will be told
        self._steps = None

    def _all_steps(self) -> Iterator[None]:
        for document in self._candidates():
            yield from self._steps_of(document)
            self.ready.append(document)

    def _candidates(self) -> list[DocumentId]:
        model, shown = self.desk.documents.model, self.desk.session.document
        if shown is None:
            return []
        found = [
            model.neighbour(shown.id, 1, unsettled=True),
            model.neighbour(shown.id, 1),
            model.neighbour(shown.id, -1),
        ]
        return list(dict.fromkeys(one for one in found if one is not None))

    def _steps_of(self, name: DocumentId) -> Iterator[None]:
        project, desk = self.desk.session.project, self.desk
        document = project.documents.get(name)
        yield
        annotations = project.editing.annotation_set(name)
        yield
        project.editing.can_undo(name)  # reads the history, which opening asks for
        yield
        scene = desk.presenter.prepare(document, annotations)
        yield
        yield from desk.view.prepare(scene)
