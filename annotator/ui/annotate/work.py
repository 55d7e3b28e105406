"""Active time and pace: counted in the open, kept a moment later, never in the way of a key."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QGuiApplication, QWindow

from annotator.compat import override
from annotator.errors import AnnotatorError
from annotator.model.ids import AnnotatorId, DocumentId
from annotator.services.changes import Changes
from annotator.services.progress import ProgressReport, report_of
from annotator.services.work_time import Finished, WorkClock, pace_of
from annotator.ui.annotate.feature import Desk, Feature, Handler
from annotator.ui.durations import rough_words, running_words

Key = tuple[DocumentId, AnnotatorId]

_ACTIONS: Final = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
    }
)
_LOOK = 5_000
_STORE = 2_000
"""Milliseconds after an article was left until its time is stored."""
_SAVE_EVERY = 120.0
"""Seconds counted after which they are stored in between: a crash loses no more."""


class WorkFeature(Feature):
    """Counts active time on the article that is open, and says how much work is left."""

    def __init__(self, desk: Desk, clock: WorkClock | None = None) -> None:
        super().__init__(desk)
        self.clock = WorkClock() if clock is None else clock
        self._key: Key | None = None
        self._before: int | None = None
        """Seconds kept of the open article; None until they are looked up."""
        self._waiting: dict[Key, int] = {}
        self._finished: dict[DocumentId, Finished] | None = None
        self._dirty: set[DocumentId] = set()
        self._look = QTimer(self, interval=_LOOK)
        self._look.timeout.connect(self.look)
        self._store = QTimer(self, singleShot=True, interval=_STORE)
        self._store.timeout.connect(self.store)
        self._handle: QWindow | None = desk.window.windowHandle()
        if self._handle is not None:
            self._handle.installEventFilter(self)
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.focusWindowChanged.connect(self._focus_moved)
        desk.session.opened.connect(self._opened)
        desk.session.changed.connect(self._changed)
        desk.documents.finder.ready.connect(self._show_left)
        self._opened()
        self._look.start()

    @override
    def handlers(self) -> Mapping[str, Handler]:
        return {"progress": self._show_progress, "work_time": self.toggle}

    @property
    def is_on(self) -> bool:
        """True while time is measured: not switched off, and somebody can store it."""
        return self.desk.settings.get("active_time") == "on" and self.desk.session.can_edit

    def toggle(self) -> None:
        """Switch measuring on or off, for all projects of this user."""
        turned_on = self.desk.settings.get("active_time") == "off"
        self._leave()
        self.store()
        self.desk.settings.set("active_time", "on" if turned_on else "off")
        self.clock.pause()
        self.clock.forget()
        self._opened()
        self.told.emit(
            self.tr("Active time is measured.")
            if turned_on
            else self.tr("Active time is no longer measured.")
        )
        self.look()

    @override
    def finish(self) -> None:
        self._leave()
        self.store()
        self._look.stop()

    # -- counting ------------------------------------------------------------------------------

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _ACTIONS and self._key is not None:
            self.clock.touch()
        return False

    def _focus_moved(self, window: QWindow | None) -> None:
        if window is not self._handle:
            self.clock.pause()

    def _opened(self) -> None:
        document, person = self.desk.session.document, self.desk.session.annotator
        key = None
        if document is not None and person is not None and self.is_on:
            key = (document.id, person.id)
        if key != self._key:
            self._leave()
            self._key = key
            self._before = None
            self.lasting.emit("")

    def _leave(self) -> None:
        """Put what was counted aside, to be stored in a quiet moment."""
        if self._key is None:
            self.clock.forget()
            return
        seconds = self.clock.take()
        self.clock.forget()
        if seconds:
            self._waiting[self._key] = self._waiting.get(self._key, 0) + seconds
            if self._before is not None:
                self._before += seconds
            self._store.start()

    def store(self) -> None:
        """Store what was put aside."""
        self._store.stop()
        waiting, self._waiting = self._waiting, {}
        for (document, who), seconds in waiting.items():
            try:
                self.desk.session.project.work.add(document, seconds, who)
            except AnnotatorError as error:
                self.desk.session.failed.emit(error)
                return
            self._dirty.add(document)
        if waiting:
            self._show_left()

    # -- what is shown ----------------------------------------------------------------------------

    def look(self) -> None:
        """Show the time of the open article, and store it every now and then."""
        if self._key is None:
            self.lasting.emit("")
        else:
            if self._before is None:
                kept = self.desk.session.project.work.seconds(self._key[0])
                self._before = kept + self._waiting.get(self._key, 0)
            words = running_words(self._before + self.clock.seconds)
            pattern = (
                self.tr("active %1 on this article")
                if self.clock.is_running
                else self.tr("active %1 on this article · paused")
            )
            self.lasting.emit(pattern.replace("%1", words))
            if self.clock.seconds >= _SAVE_EVERY:
                self._leave()
        if self._finished is None or self._dirty:
            self._show_left()

    def _changed(self, changes: Changes) -> None:
        if changes.list_changed:
            self._finished = None
        elif changes.edit is not None and changes.edit.status is not None:
            self._dirty |= changes.documents

    def report(self) -> ProgressReport:
        """Return how far whoever annotates here is."""
        return report_of(self._all_finished(), self.desk.session.project.lists.left())

    def _all_finished(self) -> list[Finished]:
        project = self.desk.session.project
        if self._finished is None:
            self._finished = {one.document: one for one in project.work.finished()}
            self._dirty.clear()
        for document in self._dirty:
            known = project.work.finished_one(document)
            if known is not None:
                self._finished[document] = known
            else:
                self._finished.pop(document, None)
        self._dirty.clear()
        return list(self._finished.values())

    def _show_left(self) -> None:
        pace = pace_of(self._all_finished())
        seconds = 0.0
        if pace is not None:
            left = self.desk.documents.finder.left()
            if left is None:  # told when the long list is known
                return
            seconds = pace.left(left[1])
        words = self.tr("±%1 left").replace("%1", rough_words(seconds)) if seconds else ""
        self.desk.documents.show_left(words)

    def _show_progress(self) -> None:
        from annotator.ui.dialogs.progress import ProgressDialog

        self._leave()
        self.store()
        desk = self.desk
        total = desk.session.project.work.total()
        measured = desk.settings.get("active_time") == "on"
        dialog = ProgressDialog(
            self.report(), total, desk.theme, desk.language, desk.window, measured=measured
        )
        dialog.measured_changed.connect(self.toggle)
        dialog.open()
