"""Selecting by letters over the words: the first word, the last word, then the label as always."""

from collections.abc import Mapping
from enum import Enum, auto
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence

from annotator.compat import override
from annotator.text.segmentation import snap
from annotator.ui.actions import ACTIONS
from annotator.ui.annotate.feature import Desk, Feature, Handler
from annotator.ui.annotate.furniture import without_furniture
from annotator.ui.annotate.hinting import Word, first_hints, last_hints
from annotator.ui.badges import Badge
from annotator.ui.keys import digit_of, letter_of
from annotator.ui.text_view.hinted import WordHints

_ENDS_CHOICE: Final = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}
_HELD: Final = {
    Qt.Key.Key_Shift,
    Qt.Key.Key_Control,
    Qt.Key.Key_Alt,
    Qt.Key.Key_AltGr,
    Qt.Key.Key_Meta,
}
_BADGE: Final = "hints"
_LOW, _HIGH = 0.7, 0.2
"""Where hints stay on and the caret is below the first share of the view, it goes to the second."""
_ACTION: Final = next(action for action in ACTIONS if action.id == "hints")


class _State(Enum):
    OFF = auto()
    FIRST = auto()
    """Hints are shown, the first word is wanted."""
    LAST = auto()
    """The first word is chosen, the last one is wanted."""
    CHOSEN = auto()
    """Hints stay on, but words are selected: letters mean labels until they are labelled."""


class WordHintsFeature(Feature):
    """The mode of Shift+F. `stays` brings the hints back until Esc or Shift+F."""

    _stale = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.stays = False
        self._state = _State.OFF
        self._hints: dict[Word, str] = {}
        self._words: list[Word] = []
        self._typed = ""
        self._first: Word | None = None
        self._waiting = False
        view = desk.view
        # Queued, because one act moves caret, marks and focus: hints are dealt once after it,
        # and before anything is painted.
        self._stale.connect(self._refresh, Qt.ConnectionType.QueuedConnection)
        view.caret_moved.connect(self._went_on)
        view.sight_changed.connect(self._went_on)
        view.selection_changed.connect(self._went_on)
        desk.session.changed.connect(self._went_on)
        desk.session.opened.connect(self._went_on)

    @override
    def handlers(self) -> Mapping[str, Handler]:
        return {"hints": self.press_key}

    @property
    def is_shown(self) -> bool:
        """True while letters mean words."""
        return self._state in {_State.FIRST, _State.LAST}

    def press_key(self) -> None:
        """Show hints; shown already, they stay on; staying on, they leave."""
        if self.stays:
            self.leave()
        elif self._state is _State.OFF:
            self._start()
        else:
            self.stays = True
            words = self.tr("Hints stay on")
            self.badged.emit(_BADGE, Badge(words, self.tr("Esc or ⇧F ends it")))
            self._say(self.tr("Hints stay on until Esc or Shift+F."), aloud=True)

    def leave(self) -> None:
        """Show no hints any more; a selection stays."""
        if self._state is _State.OFF:
            return
        if self.stays:
            self.badged.emit(_BADGE, None)
        self.stays = False
        self._state = _State.OFF
        self._forget()
        self.desk.view.removeEventFilter(self)
        self.told.emit("")

    # -- keys

    @override
    def press(self, event: QKeyEvent) -> bool:
        if self._state is _State.OFF or event.key() in _HELD:
            return self.is_shown
        if self._labels_first_word(event):
            self._label_first_word(event)
            return True
        if _held(event):
            return False
        if event.key() == Qt.Key.Key_Backspace:
            self._back()
            return True
        return self.is_shown and self._press_plain(event)

    def _press_plain(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
            return True
        if self._first is not None and self._state is _State.LAST:
            if event.key() in _ENDS_CHOICE:
                self._choose(self._first)
                return True
            if digit_of(event):
                self._choose(self._first)
                return False  # the screen makes the group current
        letter = letter_of(event)
        if letter:
            self._type(letter)
        return bool(letter)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep keys that the mode needs from the actions they belong to; leave for all others."""
        if event.type() is QEvent.Type.FocusOut and not self.stays:
            self.leave()
        if event.type() is not QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        mine = self._labels_first_word(event) or (not _held(event) and self._wants(event))
        if mine:
            event.accept()
        elif not self.stays and not self._is_harmless(event):
            self.leave()
        return mine

    def _wants(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Backspace:
            return self.is_shown or self._first is not None
        if key in _ENDS_CHOICE:
            return self._state is _State.LAST
        return self.is_shown and (key == Qt.Key.Key_Escape or bool(letter_of(event)))

    @staticmethod
    def _is_harmless(event: QKeyEvent) -> bool:
        """Tell whether a key leaves hints in peace: Shift alone, a group's, the mode's own."""
        if event.key() in _HELD or digit_of(event):
            return True
        return QKeySequence(event.keyCombination()) in _ACTION.sequences

    def _labels_first_word(self, event: QKeyEvent) -> bool:
        """Tell whether a key labels the first word at once: a letter with Shift."""
        only_shift = event.modifiers() == Qt.KeyboardModifier.ShiftModifier
        letter = Qt.Key.Key_A <= event.key() <= Qt.Key.Key_Z
        return self._state is _State.LAST and only_shift and letter

    def _label_first_word(self, event: QKeyEvent) -> None:
        assert self._first is not None
        self._choose(self._first)
        self.desk.presenter.press_letter(chr(event.key()).lower())

    # -- choosing

    def _start(self) -> None:
        if not self._deal():
            self.refused.emit(self.tr("There are no words in sight."))
            return
        self.desk.view.installEventFilter(self)
        self._say(
            self.tr(
                "Hints over the words: type the letters of the first word, then of the last; "
                "the same twice is one word."
            ),
            aloud=True,
        )

    def _deal(self) -> bool:
        """Show hints for the first word; False where no word is in sight."""
        view = self.desk.view
        self._words = self._visible_words()
        self._first = None
        self._state = _State.FIRST
        self._show(first_hints(self._words, view.caret()))
        if not self._words and not self.stays:
            self._state = _State.OFF
            self._forget()
        return bool(self._words)

    def _visible_words(self) -> list[Word]:
        """Return the words in sight that are wanted: of the page around the story, none."""
        return without_furniture(self.desk, self.desk.view.visible_words())

    def _type(self, letter: str) -> None:
        typed = self._typed + letter
        fitting = [word for word, hint in self._hints.items() if hint.startswith(typed)]
        if not fitting:
            self.refused.emit(self.tr("No word has these letters."))
        elif typed == self._hints[fitting[0]]:
            self._take(fitting[0])
        else:
            self._show(self._hints, typed)

    def _take(self, word: Word) -> None:
        """Go on with a word whose hint is typed."""
        if self._state is _State.LAST:
            self._choose(word)
            return
        self._begin_with(word, self._hints[word])
        self._say(self.tr("Now the last word; Space: this word only."))

    def _begin_with(self, word: Word, hint: str) -> None:
        self._state = _State.LAST
        self._first = word
        self._show(last_hints(self._words, word, hint))

    def _choose(self, last: Word) -> None:
        """Select from the first word to `last`, whichever comes first."""
        first = self._first
        assert first is not None
        start, end = snap(
            self.desk.view.scene().text, min(first[0], last[0]), max(first[1], last[1])
        )
        self._hide()
        if self.stays:
            self._state = _State.CHOSEN
        else:
            self.leave()
        self.desk.view.choose(start, end)

    def _back(self) -> None:
        """Take back a letter, the first word, or the selection that the hints made."""
        if self._typed:
            self._show(self._hints, self._typed[:-1])
        elif self._state is _State.LAST:
            self._deal()
        elif self._state is _State.CHOSEN and self._first is not None:
            word, view = self._first, self.desk.view
            view.clear_selection()
            self._waiting = False
            self._words = self._visible_words()
            hint = first_hints(self._words, word[0]).get(word, "")
            if hint:
                self._begin_with(word, hint)
            else:
                self._deal()

    # -- what happens meanwhile

    def _went_on(self) -> None:
        """Leave, or deal anew where hints stay, when caret, sight, marks or article changed."""
        if self._state is _State.OFF:
            return
        if not self.stays:
            self.leave()
        elif not self._waiting:
            self._waiting = True
            self._stale.emit()

    def _refresh(self) -> None:
        if not self._waiting:
            return
        self._waiting = False
        if self._state is _State.OFF:
            return
        if self.desk.view.selection() is None:
            self._look_ahead()
            self._deal()
        elif self._state is not _State.CHOSEN:
            self._state = _State.CHOSEN
            self._forget()

    def _look_ahead(self) -> None:
        """Scroll before the words in sight run out: what comes next is wanted, not what was."""
        view = self.desk.view
        height, place = view.viewport().height(), view.caret_rect(view.caret())
        if _LOW * height < place.bottom() <= height:
            bar = view.verticalScrollBar()
            bar.setValue(bar.value() + round(place.top() - _HIGH * height))

    def _show(self, hints: dict[Word, str], typed: str = "") -> None:
        self._hints, self._typed = hints, typed
        first = self._first if self._state is _State.LAST else None
        self.desk.view.show_word_hints(WordHints(hints, typed, first))

    def _hide(self) -> None:
        self._hints, self._typed = {}, ""
        self.desk.view.show_word_hints(None)

    def _forget(self) -> None:
        self._first = None
        self._hide()

    def _say(self, words: str, *, aloud: bool = False) -> None:
        self.told.emit(words)
        if aloud:
            self.desk.view.announce(words)


def _held(event: QKeyEvent) -> bool:
    return bool(event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier)
