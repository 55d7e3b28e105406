"""The history panel: look at what was done to the article, jump to it, go back in it."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget

from annotator.compat import override
from annotator.errors import AnnotatorError, EditConflict
from annotator.model.annotation_set import AnnotationSet
from annotator.model.edit import Edit, Origin
from annotator.services.changes import Changes
from annotator.services.timeline import ActHead
from annotator.ui.act_words import ActWords
from annotator.ui.annotate.feature import Desk, Feature, Handler
from annotator.ui.messages import words_for
from annotator.ui.panels.history import HistoryPanel

PANEL = "history"
_MUCH = 10
"""Changes from which on it is asked before everything goes back to an earlier state."""


class HistoryFeature(Feature):
    """Fills the panel when it is in sight, and makes the acts that go back."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._timeline = desk.session.project.timeline
        self._words: ActWords | None = None
        self._panel: HistoryPanel | None = None
        self._is_stale = True
        # an article of thousands of acts takes a moment: its text is painted first
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(lambda: self._shown(desk.side_bar.current))

    @override
    def handlers(self) -> Mapping[str, Handler]:
        return {"history": self.show}

    def show(self) -> None:
        """Show the panel with the keyboard in it."""
        self.desk.side_bar.show_panel(PANEL, focus=True)

    @override
    def make_panel(self) -> QWidget:
        panel = HistoryPanel(self.desk.theme)
        self._panel = panel
        panel.everybody_toggled.connect(self._load)
        panel.act_chosen.connect(self._jump)
        panel.revert_asked.connect(self.revert)
        panel.back_asked.connect(self.go_back)
        panel.entered_text.connect(self.desk.focus_text)
        panel.list.selectionModel().currentChanged.connect(self._show_ways)
        session = self.desk.session
        session.opened.connect(self._opened)
        session.changed.connect(self._changed)
        self.desk.side_bar.panel_shown.connect(self._shown)
        self._load()
        return panel

    def revert(self, head: ActHead) -> None:
        """Take back one act, or say what stands in the way."""
        within = self.desk.session.annotations
        if within is None or not self._may_go_back(head):
            return
        if head.origin is Origin.SCHEME:
            self.refused.emit(
                self.tr("A change of the scheme is taken back as a whole, in the scheme editor.")
            )
            return
        try:
            edit = self._timeline.revert(within, head)
        except EditConflict as error:
            self.refused.emit(self._conflict_words(head, error))
            return
        except AnnotatorError as error:
            self.refused.emit(words_for(error))
            return
        if edit.is_empty:
            self.refused.emit(self.tr("This act came to nothing in the end."))
            return
        self._do(lambda within: self._timeline.revert(within, head), head)

    def go_back(self, head: ActHead) -> None:
        """Return to the state before an act; asks where much would change."""
        within = self.desk.session.annotations
        if within is None or not self._may_go_back(head):
            return
        try:
            edit = self._timeline.back_to_before(within, head)
        except AnnotatorError as error:
            self.refused.emit(words_for(error))
            return
        if edit.is_empty:
            self.refused.emit(self.tr("The article is as it was then."))
        elif len(edit.changes) < _MUCH:
            self._go_back(head)
        else:
            self._ask(edit, head)

    # -- what is shown -------------------------------------------------------------------------

    def _load(self) -> None:
        """Read the acts anew."""
        panel, session = self._panel, self.desk.session
        if panel is None:
            return
        self._is_stale = False
        self._words = None
        heads: list[ActHead] = []
        if session.document is not None:
            people = {person.id: person.name for person in session.project.annotators()}
            desk = self.desk
            self._words = ActWords(
                self._timeline, people, session.document, desk.scheme, desk.language
            )
            heads = self._timeline.heads(session.document.id, everybody=panel.everybody.isChecked())
        panel.model.show_acts(heads, self._words)
        self._show_ways()

    def _opened(self) -> None:
        self._is_stale = True
        self._soon.start()

    def _changed(self, changes: Changes) -> None:
        document = self.desk.session.document
        if document is None or self._panel is None or not changes.touches(document.id):
            return
        if changes.edit is None or self._is_stale or self.desk.side_bar.current != PANEL:
            self._opened()
            return
        last = self._panel.model.last_of(self._own)
        self._panel.model.add_newer(self._timeline.newer(document.id, last))

    def _shown(self, name: str) -> None:
        if name == PANEL and self._is_stale:
            self._load()

    @property
    def _own(self) -> str:
        person = self.desk.session.annotator
        return person.id if person is not None else ""

    def _show_ways(self) -> None:
        if self._panel is not None:
            head = self._panel.current
            own = head is not None and head.annotator == self._own
            self._panel.allow(going_back=own and self.desk.session.can_edit)

    def _jump(self, head: ActHead) -> None:
        """Show where an act did something: the span, or where it was."""
        desk, document = self.desk, self.desk.session.document
        if document is None or self._words is None:
            return
        place = self._words.place(head)
        if place is None:
            return
        start, end, span_id = place
        annotations = desk.session.annotations
        is_there = annotations is not None and annotations.span(span_id) is not None
        desk.show_place(document.id, start, end, span_id=span_id if is_there else "", stay=True)
        if not is_there:
            own = head.annotator == self._own
            self.told.emit(
                self.tr("This span is gone; it was here.") if own else self._words.row(head).words
            )

    # -- going back ----------------------------------------------------------------------------

    def _may_go_back(self, head: ActHead) -> bool:
        if not self.desk.presenter.may_edit():
            return False
        if head.annotator != self._own:
            self.refused.emit(self.tr("Only who did this can take it back."))
            return False
        return True

    def _conflict_words(self, head: ActHead, error: EditConflict) -> str:
        document = self.desk.session.document
        assert document is not None
        later = self._timeline.in_the_way(document.id, head, error.annotation_id)
        if later is None or self._words is None:
            return words_for(error)
        row = self._words.row(later)
        words = self.tr("A later act stands in the way: %1 (%2). Take that back first.")
        return words.replace("%2", row.when).replace("%1", row.words)

    def _go_back(self, head: ActHead) -> None:
        self._do(lambda within: self._timeline.back_to_before(within, head))

    def _do(self, build: Callable[[AnnotationSet], Edit], of: ActHead | None = None) -> None:
        if self.desk.presenter.do(build, of=of.id if of is not None else ""):
            self._show_ways()

    def _ask(self, edit: Edit, head: ActHead) -> None:
        from PySide6.QtWidgets import QMessageBox

        assert self._words is not None
        row = self._words.row(head)
        made = sum(change.before is None for change in edit.changes)
        gone = sum(change.after is None for change in edit.changes)
        box = QMessageBox(self.desk.window)
        box.setWindowTitle(self.tr("Back to before %1").replace("%1", row.moment))
        box.setTextFormat(Qt.TextFormat.PlainText)
        words = self.tr("%1 annotations would change: %2 go, %3 come back, %4 get other values.")
        for place, count in enumerate(
            (len(edit.changes), gone, made, len(edit.changes) - made - gone), 1
        ):
            words = words.replace(f"%{place}", str(count))
        box.setText(words)
        box.setInformativeText(self.tr("One undo (Ctrl+Z) takes this back."))
        go = box.addButton(self.tr("Go back"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(self.tr("Leave it"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(go)
        box.accepted.connect(lambda: self._go_back(head))
        box.finished.connect(box.deleteLater)
        box.open()
