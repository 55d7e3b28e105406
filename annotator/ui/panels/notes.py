"""The notes of the article: a card for each thread, and the box to write in."""

import datetime
from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from annotator.model.note import Note
from annotator.ui.buttons import Chip
from annotator.ui.dates import date_words
from annotator.ui.panels.note_box import NoteBox
from annotator.ui.theme import Theme, font
from annotator.ui.widgets import Card, Words, quiet_area, quiet_buttons


class Thread(NamedTuple):
    """A note with its answers, oldest first, and the words it is about ("" for the article)."""

    first: Note
    answers: tuple[Note, ...]
    about: str


class NoteList(QWidget):
    """Signals carry the id of a note; `open_asked` also whether the thread is to be open."""

    jump_asked = Signal(str)
    answer_asked = Signal(str)
    edit_asked = Signal(str)
    removal_asked = Signal(str)
    open_asked = Signal(str, bool)

    def __init__(self, theme: Theme, language: str) -> None:
        super().__init__()
        self._theme = theme
        self._language = language
        self.cards: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(10, 8, 10, 10)
        self._column.setSpacing(8)
        self._column.addStretch(1)

    def show_threads(
        self, threads: Sequence[Thread], names: dict[str, str], own: str, *, may_write: bool
    ) -> None:
        """Show these threads; `names` are those of the authors, `own` is who annotates here."""
        for card in self.cards:
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = []
        for thread in threads:
            card = self._card(thread, names, own if may_write else None)
            self._column.insertWidget(len(self.cards), card)
            self.cards.append(card)

    def _card(self, thread: Thread, names: dict[str, str], own: str | None) -> QWidget:
        theme, first = self._theme, thread.first
        card = Card(theme)
        column = QVBoxLayout(card)
        column.setContentsMargins(10, 8, 8, 6)
        column.setSpacing(4)
        head = QHBoxLayout()
        if thread.about:
            chip = Chip(thread.about, theme.accent_soft, theme)
            chip.clicked.connect(lambda: self.jump_asked.emit(first.id))
            head.addWidget(chip, 1)
        else:
            head.addWidget(Words(self.tr("The whole article"), theme.muted), 1)
        if first.content.for_lead:
            lead = Words(self.tr("for the lead"), theme.flag, size=11, weight=QFont.Weight.DemiBold)
            head.addWidget(lead)
        if not first.is_open and not first.closed_by:
            head.addWidget(Words(self.tr("closed"), theme.muted, size=11))
        column.addLayout(head)
        for note in (first, *thread.answers):
            who = names.get(note.author, "?")
            line = QHBoxLayout()
            line.setSpacing(2)
            said_by = Words(f"{who} · {self._time(note.at)}", theme.muted, size=11)
            said_by.setWordWrap(True)
            line.addWidget(said_by, 1)
            if note.author == own:
                removable = not (note is first and thread.answers)
                for button in self._own_buttons(note, removable=removable):
                    line.addWidget(button)
            column.addLayout(line)
            text = Words(note.content.text, theme.text if first.is_open else theme.muted, size=12.5)
            text.setWordWrap(True)
            text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            column.addWidget(text)
        if first.closed_by:
            who = names.get(first.closed_by, "?")
            closed = Words(self.tr("closed by %1").replace("%1", who), theme.muted, size=11)
            closed.setWordWrap(True)
            column.addWidget(closed)
        if own is not None:
            column.addLayout(self._thread_buttons(thread))
        said = f"{names.get(first.author, '?')}: {first.content.text}"
        card.setAccessibleName(f"{thread.about}: {said}" if thread.about else said)
        return card

    def _own_buttons(self, note: Note, *, removable: bool) -> list[QToolButton]:
        edit = self._button(self.tr("Edit"), note, partial(self.edit_asked.emit, note.id))
        if not removable:
            return [edit]
        remove = partial(self.removal_asked.emit, note.id)
        return [edit, self._button(self.tr("Remove"), note, remove)]

    def _thread_buttons(self, thread: Thread) -> QHBoxLayout:
        first = thread.first
        row = QHBoxLayout()
        row.setSpacing(2)
        answer = self._button(
            self.tr("Answer"), first, lambda: self.answer_asked.emit(first.id), strong=True
        )
        words = self.tr("Close") if first.is_open else self.tr("Open again")
        switch = self._button(
            words, first, lambda: self.open_asked.emit(first.id, not first.is_open), strong=True
        )
        row.addWidget(answer)
        row.addWidget(switch)
        row.addStretch(1)
        return row

    def _button(
        self, words: str, note: Note, act: Callable[[], object], *, strong: bool = False
    ) -> QToolButton:
        made = QToolButton()
        made.setText(words)
        made.setAutoRaise(True)
        made.setFont(font(11.5, QFont.Weight.DemiBold if strong else QFont.Weight.Normal))
        made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        made.setAccessibleName(f"{words}: {note.content.text[:40]}")
        made.clicked.connect(act)
        return made

    def _time(self, at: str) -> str:
        """Return a moment as people read it, in the time of this place."""
        try:
            moment = datetime.datetime.fromisoformat(at).astimezone()
        except ValueError:
            return at
        clock = f"{moment:%H.%M}" if self._language == "id" else f"{moment:%H:%M}"
        day = date_words(moment.date().isoformat(), self._language)
        if moment.year == datetime.datetime.now(datetime.UTC).year:
            day = day.rpartition(" ")[0]
        return f"{day}, {clock}"


class NotesPanel(QWidget):
    """The box, when a note is written, over the list."""

    new_asked = Signal()

    def __init__(self, theme: Theme, language: str) -> None:
        super().__init__()
        self.box = NoteBox(theme)
        self.box.hide()
        self.new = QPushButton(self.tr("New note (Shift+C)"))
        self.new.clicked.connect(self.new_asked)
        quiet_buttons(self.new, theme)
        self.list = NoteList(theme, language)
        self._empty = Words(
            self.tr("No notes on this article. Shift+C writes one on the chosen words."),
            theme.muted,
        )
        self._empty.setWordWrap(True)
        self._empty.setContentsMargins(12, 10, 12, 0)
        area = QScrollArea()
        area.setWidget(self.list)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        quiet_area(area, theme, theme.panel)
        head = QVBoxLayout()
        head.setContentsMargins(10, 10, 10, 4)
        head.addWidget(self.new)
        head.addWidget(self.box)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._empty)
        column.addWidget(area, 1)

    def show_threads(
        self, threads: Sequence[Thread], names: dict[str, str], own: str, *, may_write: bool
    ) -> None:
        """Show the threads of the article."""
        self._empty.setVisible(not threads)
        self.new.setEnabled(may_write)
        self.list.show_threads(threads, names, own, may_write=may_write)

    def focus_first(self) -> None:
        """Put the keyboard into the box, or on the button that opens it."""
        first = self.box.text if self.box.isVisible() else self.new
        first.setFocus(Qt.FocusReason.ShortcutFocusReason)


def threads_of(notes: Sequence[Note], about: Callable[[Note], str]) -> list[Thread]:
    """Return the threads: open ones first, those on the article before those on words of it.

    An answer whose first note is gone stands for itself.
    """
    firsts = {note.id for note in notes if not note.content.thread}
    answers: dict[str, list[Note]] = {}
    for note in notes:
        if note.content.thread in firsts:
            answers.setdefault(note.content.thread, []).append(note)
    heads = [note for note in notes if note.content.thread not in firsts]
    heads.sort(key=lambda note: (not note.is_open, note.content.place or (-1, -1), note.at))
    return [Thread(note, tuple(answers.get(note.id, ())), about(note)) for note in heads]
