"""Spans in several parts: words that are added to the focused span, and words taken off it."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from annotator.compat import override
from annotator.model.annotation import Span
from annotator.model.stretches import Stretch, nearest_piece
from annotator.ui.annotate.feature import Desk, Feature, Handler
from annotator.ui.badges import Badge
from annotator.ui.edit_titles import quote_of

_BADGE: Final = "pieces"
_HELD: Final = {Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta}


class Pieces(Feature):
    """Shift+A and Shift+X. While `gathers`, the focused span waits for words elsewhere."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.gathers = ""
        """The id of the span that waits, "" while none does."""
        desk.view.piece_chosen.connect(self._add)
        desk.presenter.selected_changed.connect(self._selected)
        desk.presenter.labelled.connect(self.leave)

    @override
    def handlers(self) -> Mapping[str, Handler]:
        return {"add_piece": self.add, "remove_piece": self.take_off}

    def add(self) -> None:
        """Add the selection to the focused span; without one let the span wait for words."""
        focused, view = self._focused(), self.desk.view
        if focused is None:
            return
        place = view.target() if self.gathers else view.selection()
        if place is None:
            self._wait(focused)
        else:
            self._add(*place)

    def take_off(self) -> None:
        """Take the selection out of the focused span, else the piece at the caret."""
        focused, view, document = self._focused(), self.desk.view, self.desk.session.document
        if focused is None or document is None:
            return
        self.leave()
        caret, cut = view.caret(), view.selection()
        if cut is not None:
            cut = _with_blanks(document.text, focused, *cut)
            if not focused.covers(*cut):
                self.refused.emit(self.tr("These words do not belong to the span."))
                return
        elif not focused.fragments:
            self.refused.emit(self.tr("Select the words of the span that are to go."))
            return
        else:
            cut = nearest_piece(focused, caret)
        if all(cut[0] <= start and end <= cut[1] for start, end in focused.stretches):
            self.refused.emit(self.tr("Nothing of the span would be left: Delete removes it."))
            return
        editing, gone = self.desk.session.project.editing, cut
        if self.desk.presenter.do(lambda within: editing.remove_piece(within, focused.id, *gone)):
            left = self.desk.presenter.selected
            if left is not None:
                view.set_caret(nearest_piece(left, caret)[1])

    def leave(self) -> None:
        """Wait for words no more."""
        if self.gathers:
            self.gathers = ""
            self.desk.presenter.keeps_focus = False
            self.desk.view.set_gathering(False)
            self.badged.emit(_BADGE, None)
            self.told.emit("")

    @override
    def press(self, event: QKeyEvent) -> bool:
        """End the waiting on Esc, and on every key that means something else."""
        if not self.gathers or event.key() in _HELD or self.desk.view.word_hints is not None:
            return False
        self.leave()
        focused, caret = self.desk.presenter.selected, self.desk.view.caret()
        if focused is not None and not focused.start <= caret <= focused.end:
            self.desk.presenter.select("")  # as if the caret had left it now
        return bool(event.key() == Qt.Key.Key_Escape)

    # -- inside ------------------------------------------------------------------------------

    def _focused(self) -> Span | None:
        """Return the focused span if it may be changed, else say why not."""
        focused = self.desk.presenter.selected
        if focused is None:
            self.refused.emit(self.tr("Click a span first, or step to one with ]."))
            return None
        return focused if self.desk.presenter.may_edit() else None

    def _wait(self, focused: Span) -> None:
        desk, document = self.desk, self.desk.session.document
        if self.gathers or document is None:
            return
        self.gathers = focused.id
        desk.presenter.keeps_focus = True
        desk.view.set_gathering(True)
        words = self.tr("Words for %1").replace("%1", f"“{quote_of(focused, document.text)}”")
        leaving = self.tr("Esc ends it")
        self.badged.emit(_BADGE, Badge(words, leaving))
        words = self.tr("Select the words that belong to the span too, then press ⇧A.")
        self.told.emit(words)
        desk.view.announce(words.replace("⇧A", "Shift+A"))

    def _add(self, start: int, end: int) -> None:
        focused, document = self._focused(), self.desk.session.document
        if focused is None or document is None:
            self.leave()
            return
        start, end = _stripped(document.text, start, end)
        if any(first <= start and end <= last for first, last in focused.stretches):
            self.refused.emit(self.tr("These words belong to the span already."))
            return
        self.leave()
        wider = _up_to_neighbours(document.text, focused, start, end)
        editing = self.desk.session.project.editing
        if self.desk.presenter.do(lambda within: editing.add_piece(within, focused.id, *wider)):
            self.desk.view.set_caret(end)
            self.desk.presenter.select(focused.id)

    def _selected(self, span_id: str) -> None:
        if span_id != self.gathers:
            self.leave()


def _up_to_neighbours(text: str, span: Span, start: int, end: int) -> Stretch:
    """Return the words with the blanks up to a piece beside them: then they are one piece."""
    for first, last in span.stretches:
        if last < start and _is_blank(text[last:start]):
            start = last
        if end < first and _is_blank(text[end:first]):
            end = first
    return start, end


def _stripped(text: str, start: int, end: int) -> Stretch:
    """Return the words without blanks around them; blanks alone stay as they are."""
    words = text[start:end]
    if not words.strip():
        return start, end
    return start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())


def _with_blanks(text: str, span: Span, start: int, end: int) -> Stretch:
    """Return the words with the blanks around them that belong to the span."""
    while start > span.start and text[start - 1].isspace():
        start -= 1
    while end < span.end and text[end].isspace():
        end += 1
    return start, end


def _is_blank(between: str) -> bool:
    return between.isspace() and "\n" not in between
