"""Searching all articles: the panel when it is wanted, and the index behind it."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from annotator.compat import override
from annotator.services.changes import Changes
from annotator.ui.annotate.feature import Desk, Feature, Handler

if TYPE_CHECKING:
    from annotator.ui.annotate.searching import Searching

PANEL = "search"
_IDLE = 1500
"""Milliseconds after articles came in, or the start, until the index takes them in."""
_LONG = 2000
"""Taking more articles than these in is shown in the status line."""
_LONGEST_TAKEN = 100


class Search(Feature):
    """Keeps the index up to date, and makes the panel."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.searching: Searching | None = None
        """What works the panel, None until it was first shown."""
        self._anew = False
        self._idle = QTimer(self, singleShot=True, interval=_IDLE)
        self._idle.timeout.connect(self.catch_up)
        self._idle.start()
        desk.session.changed.connect(self._changed)

    @override
    def handlers(self) -> Mapping[str, Handler]:
        return {"search": self.start}

    @override
    def make_panel(self) -> QWidget:
        from annotator.ui.annotate.searching import Searching

        self.searching = Searching(self.desk, self)
        self.searching.index_damaged.connect(self._make_anew)
        return self.searching.panel

    @override
    def press(self, event: QKeyEvent) -> bool:
        """Take the marks of what was found away with Esc, which goes on to whoever wants it."""
        if event.key() == Qt.Key.Key_Escape and self.searching is not None:
            self.searching.forget_marks()
        return False

    def start(self) -> None:
        """Show the panel with the keyboard in it; words selected in the text are searched."""
        words = self._selected_words() if self.desk.view.hasFocus() else ""
        self.desk.side_bar.show_panel(PANEL, focus=True)
        if words and self.searching is not None:
            self.searching.ask_for(words)

    def _selected_words(self) -> str:
        document, chosen = self.desk.session.document, self.desk.view.selection()
        if document is None or chosen is None or chosen[1] - chosen[0] > _LONGEST_TAKEN:
            return ""
        return " ".join(document.text[slice(*chosen)].replace('"', " ").split())

    # -- the index

    def catch_up(self) -> None:
        """Take new articles into the index, unless something else runs: then later."""
        session = self.desk.session
        if session.project.read_only or not self.desk.screen.isVisible():
            return  # nothing to write to, or the window is going
        if session.is_awaited:
            self._idle.start()
            return
        behind = session.project.search.behind()
        if behind or self._anew:
            anew, self._anew = self._anew, False
            session.run(
                self.tr("Preparing the search"),
                session.project.job(
                    lambda project, progress: project.search.catch_up(progress, anew=anew)
                ),
                quiet=behind < _LONG,
            )

    def _changed(self, changes: Changes) -> None:
        if changes.list_changed:
            self._idle.start()

    def _make_anew(self) -> None:
        self._anew = True
        self._idle.start()
