"""A label that stays: each new selection of the mouse or of hints gets it at once."""

import time
from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from annotator.compat import override
from annotator.model.scheme import Label
from annotator.ui.annotate.feature import Desk, Feature, Handler
from annotator.ui.badges import Badge
from annotator.ui.keys import letter_of
from annotator.ui.theme import mark_colours

_BADGE: Final = "sticky"
_ENTER: Final = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_HELD: Final = {Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta}
_KEYPAD: Final = Qt.KeyboardModifier.KeypadModifier
_LEAVING: Final = 2
"""So many times Esc, one after the other, end the mode."""


class StickyLabel(Feature):
    """The mode of Shift+L. A selection made by keys waits for Return, for it grows key by key."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.label: Label | None = None
        """The label that stays; None while the mode is off."""
        self._last = ""
        self._escapes = 0
        self._double = (0.0, 0, 0)
        """When the last word was labelled by being selected, and where it is."""
        desk.view.selection_chosen.connect(self._chosen)
        desk.presenter.labelled.connect(self._labelled)

    @override
    def handlers(self) -> Mapping[str, Handler]:
        return {"sticky": self.toggle}

    def toggle(self) -> None:
        """Let the focused span's label stay, else the one used last; or let it go."""
        presenter = self.desk.presenter
        if self.label is not None:
            self.leave()
            return
        if not presenter.may_edit():
            return
        focused = presenter.selected
        label = self.desk.scheme.label(focused.label if focused is not None else self._last)
        if label is None:
            self.refused.emit(self.tr("Label something first, or click a span."))
            return
        self._escapes = 0
        self.desk.view.installEventFilter(self)
        self._keep(label)

    def leave(self) -> None:
        """Label nothing by itself any more."""
        if self.label is not None:
            self.label = None
            self.desk.view.removeEventFilter(self)
            self.badged.emit(_BADGE, None)
            self._say(self.tr("No label stays any more."))

    def _keep(self, label: Label) -> None:
        self.label = label
        desk = self.desk
        group = desk.scheme.group(label.group)
        name = label.names.best(desk.language)
        colours = mark_colours(desk.theme, group.fill, group.ink) if group is not None else None
        self.badged.emit(
            _BADGE,
            Badge(
                self.tr("%1 stays").replace("%1", name),
                self.tr("Esc twice or ⇧L ends it"),
                label.code,
                colours,
            ),
        )
        words = self.tr("Whatever you select now becomes %1, until Esc twice or Shift+L.")
        self._say(words.replace("%1", name))

    # -- keys

    @override
    def press(self, event: QKeyEvent) -> bool:
        view = self.desk.view
        if self.label is None or view.word_hints is not None:
            return False
        if view.selection() is not None:
            if event.key() not in _ENTER or event.modifiers() & ~_KEYPAD:
                return False  # a letter labels the selection as always, and is kept then
            self.desk.presenter.label(self.label.id)
            return True
        letter = letter_of(event)
        for label in self.desk.scheme.labels_of(self.desk.labels.group):
            if letter and label.key == letter:
                self._keep(label)
                return True
        return False

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Count Esc, and keep Return for the selection."""
        if event.type() is not QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        view, key = self.desk.view, Qt.Key(event.key())
        if key == Qt.Key.Key_Escape and view.word_hints is None:
            self._escapes += 1
            if self._escapes >= _LEAVING:
                self.leave()
        elif key not in _HELD:
            self._escapes = 0
        mine = key in _ENTER and not event.modifiers() & ~_KEYPAD and view.selection() is not None
        if mine:
            event.accept()
        return mine

    # -- labelling

    def _chosen(self, start: int, end: int) -> None:
        label, session = self.label, self.desk.session
        if label is None:
            return
        when, first, last = self._double
        soon = 2 * QApplication.doubleClickInterval() / 1000
        if time.monotonic() - when < soon and start <= first and last <= end:
            session.undo()  # the word of a double click that has become a triple click
        before = session.annotations
        self.desk.presenter.label(label.id)
        done = session.annotations is not before
        self._double = (time.monotonic(), start, end) if done else (0.0, 0, 0)

    def _labelled(self, label_id: str) -> None:
        self._last = label_id
        label = self.desk.scheme.label(label_id)
        if self.label is not None and label is not None and label.id != self.label.id:
            self._keep(label)

    def _say(self, words: str) -> None:
        self.told.emit(words)
        self.desk.view.announce(words)
