"""Notes on the article and on words of it: written, answered, closed, and jumped to."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from PySide6.QtWidgets import QWidget

from annotator.compat import override
from annotator.errors import AnnotatorError
from annotator.model.ids import DocumentId
from annotator.model.note import Note, NoteContent, NoteId
from annotator.services.changes import Changes
from annotator.ui.annotate.feature import Desk, Feature, Handler
from annotator.ui.edit_titles import quote, quote_of
from annotator.ui.panels.notes import NotesPanel, threads_of

NAME = "notes"
_QUOTE = 60


class _Task(NamedTuple):
    """What is being written: on which document, about what; `edits` names one's own note."""

    document: DocumentId
    content: NoteContent
    edits: str = ""


class NotesFeature(Feature):
    """The panel of notes, Shift+C, and the signs in the text."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._notes: tuple[Note, ...] = ()
        self._panel: NotesPanel | None = None
        self._task: _Task | None = None
        self._drafts: dict[_Task, str] = {}
        desk.session.opened.connect(self._opened)
        desk.session.changed.connect(self._changed)
        desk.side_bar.panel_shown.connect(self._show_panel)
        self._opened()

    @override
    def handlers(self) -> Mapping[str, Handler]:
        return {"note": self.write, "notes": self._show}

    @override
    def make_panel(self) -> QWidget:
        made = self._panel = NotesPanel(self.desk.theme, self.desk.language)
        made.new_asked.connect(self.write)
        made.box.saved.connect(self._save)
        made.box.put_away.connect(self._put_away)
        made.list.jump_asked.connect(self._jump)
        made.list.answer_asked.connect(self._answer)
        made.list.edit_asked.connect(self._edit)
        made.list.removal_asked.connect(self._remove)
        made.list.open_asked.connect(self._set_open)
        self._fill()
        return made

    @override
    def finish(self) -> None:
        self._keep_what_is_written()

    def write(self) -> None:
        """Begin a note on the focused span, else on what is selected, else on the article."""
        desk = self.desk
        document, span = desk.session.document, desk.presenter.selected
        if document is None or not desk.presenter.may_edit():
            return
        place = desk.view.selection()
        if span is not None:
            place = (span.start, span.end)
        content = NoteContent("", place, span.id if span is not None else "")
        self._begin(_Task(document.id, content))

    # -- the box -----------------------------------------------------------------------------

    def _begin(self, task: _Task) -> None:
        if task != self._task:
            self._keep_what_is_written()
        panel = self._shown_panel()
        self._task = task
        content = task.content
        if task.edits:
            words = self.tr("Changing your note")
        elif content.thread:
            words = self.tr("Answer to the note")
        elif content.place is None:
            words = self.tr("Note on the whole article")
        else:
            words = self.tr("Note on “%1”").replace("%1", self._quote(content))
        text = self._drafts.pop(task, content.text)
        may_lead = not content.thread
        panel.new.hide()
        panel.box.begin(words, text, for_lead=content.for_lead, may_lead=may_lead)

    def _save(self, text: str, for_lead: bool) -> None:  # noqa: FBT001 - a slot
        task = self._task
        if task is not None and self._store(task, text, for_lead=for_lead):
            self._close_box()
            self.told.emit(self.tr("The note is saved."))
            self.desk.focus_text()

    def _store(self, task: _Task, text: str, *, for_lead: bool) -> bool:
        notes, content = self.desk.session.project.notes, task.content
        if task.edits:
            return self._act(
                lambda: notes.rewrite(task.document, NoteId(task.edits), text, for_lead=for_lead),
                task.document,
            )
        new = NoteContent(text, content.place, content.span, content.thread, for_lead)
        return self._act(lambda: notes.add(task.document, new), task.document)

    def _put_away(self) -> None:
        """Hide the box; what was written waits until a note on the same thing is begun."""
        if self._task is not None and self._panel is not None and self._panel.box.words:
            self._drafts[self._task] = self._panel.box.words
        self._close_box()
        self.desk.focus_text()

    def _keep_what_is_written(self) -> None:
        """Store the note in the box as it is: the article or the window goes away."""
        task, panel = self._task, self._panel
        if task is not None and panel is not None and panel.box.words:
            self._store(task, panel.box.words, for_lead=panel.box.lead.isChecked())
        if panel is not None:
            self._close_box()

    def _close_box(self) -> None:
        self._task = None
        if self._panel is not None:
            self._panel.box.text.clear()
            self._panel.box.hide()
            self._panel.new.show()

    # -- what the list asks for --------------------------------------------------------------------

    def _answer(self, note: str) -> None:
        found = self._note(note)
        if found is not None and self.desk.presenter.may_edit():
            self._begin(_Task(found.document, NoteContent("", thread=note)))

    def _edit(self, note: str) -> None:
        found = self._note(note)
        if found is not None and self.desk.presenter.may_edit():
            self._begin(_Task(found.document, found.content, note))

    def _remove(self, note: str) -> None:
        found = self._note(note)
        if found is not None:
            self._act(
                lambda: self.desk.session.project.notes.remove(found.document, found.id),
                found.document,
            )

    def _set_open(self, note: str, is_open: bool) -> None:  # noqa: FBT001 - a slot
        found = self._note(note)
        if found is not None:
            notes = self.desk.session.project.notes
            self._act(
                lambda: notes.set_open(found.document, found.id, is_open=is_open), found.document
            )

    def _jump(self, note: str) -> None:
        found = self._note(note)
        place = None if found is None else self._place(found)
        if found is not None and place is not None:
            alive = found.content.span if self._is_alive(found) else ""
            self.desk.show_place(found.document, *place, span_id=alive)

    def _act(self, act: Callable[[], object], document: DocumentId) -> bool:
        """Store something about a note of a document and show it; False where it was refused."""
        session = self.desk.session
        try:
            act()
        except AnnotatorError as error:
            session.failed.emit(error)
            return False
        session.changed.emit(Changes(documents=frozenset({document})))
        return True

    # -- what is shown ----------------------------------------------------------------------------

    def _show(self) -> None:
        self.desk.side_bar.show_panel(NAME, focus=True)

    def _shown_panel(self) -> NotesPanel:
        self.desk.side_bar.show_panel(NAME)
        assert self._panel is not None
        return self._panel

    def _show_panel(self, name: str) -> None:
        if name == NAME:
            self._fill()

    def _opened(self) -> None:
        document = self.desk.session.document
        if self._task is not None and (document is None or document.id != self._task.document):
            self._keep_what_is_written()
        self._read()

    def _changed(self, changes: Changes) -> None:
        document = self.desk.session.document
        if document is None:
            return
        if changes.list_changed or (changes.touches(document.id) and changes.edit is None):
            self._read()
        elif self._notes and changes.touches(document.id):
            self._show_signs()

    def _read(self) -> None:
        document = self.desk.session.document
        self._notes = () if document is None else self.desk.session.project.notes.of(document.id)
        self._show_signs()
        open_ones = sum(note.is_open and not note.content.thread for note in self._notes)
        title = self.tr("Notes (%1)") if open_ones else self.tr("Notes")
        self.desk.side_bar.set_title(NAME, title.replace("%1", str(open_ones)))
        if self.desk.side_bar.current == NAME:
            self._fill()

    def _show_signs(self) -> None:
        places = (
            self._place(note) for note in self._notes if note.is_open and not note.content.thread
        )
        self.desk.view.set_signs(tuple(sorted({place[0] for place in places if place})))

    def _fill(self) -> None:
        if self._panel is None:
            return
        project, person = self.desk.session.project, self.desk.session.annotator
        self._panel.show_threads(
            threads_of(self._notes, self._about),
            {who.id: who.name for who in project.annotators()},
            person.id if person is not None else "",
            may_write=self.desk.session.can_edit,
        )

    def _note(self, note: str) -> Note | None:
        return next((one for one in self._notes if one.id == note), None)

    def _is_alive(self, note: Note) -> bool:
        annotations = self.desk.session.annotations
        return annotations is not None and annotations.span(note.content.span) is not None

    def _place(self, note: Note) -> tuple[int, int] | None:
        """Return where a note stands: at its span wherever that was moved, else where it was."""
        annotations = self.desk.session.annotations
        span = annotations.span(note.content.span) if annotations is not None else None
        return (span.start, span.end) if span is not None else note.content.place

    def _about(self, note: Note) -> str:
        return self._quote(note.content)

    def _quote(self, content: NoteContent) -> str:
        """Return the words that a note is about, of its span as it is now, "" for the article."""
        document, annotations = self.desk.session.document, self.desk.session.annotations
        span = annotations.span(content.span) if annotations is not None else None
        if document is None:
            return ""
        if span is not None:
            return quote_of(span, document.text, _QUOTE)
        place = content.place
        return "" if place is None else quote(document.text, *place, limit=_QUOTE)
