"""The text view: a scene with caret and selection, moved by keys and mouse."""

from dataclasses import replace
from typing import Final

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QApplication, QWidget

from annotator.compat import override
from annotator.text.segmentation import word_at
from annotator.ui.text_view.caret import Caret, Motion
from annotator.ui.text_view.changes import difference, reshaped
from annotator.ui.text_view.gesture import (
    Activate,
    Gather,
    Gesture,
    Intent,
    Link,
    Press,
    Preview,
    Pull,
    Resize,
    Select,
)
from annotator.ui.text_view.hinted import HintedCanvas
from annotator.ui.text_view.keys import COPY, ESCAPE, SELECT_ALL, motion_of
from annotator.ui.text_view.reader import Reader
from annotator.ui.text_view.scene import TextScene

_KEYBOARD_REASONS: Final = {
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
}
_AUTO_SCROLL_MS: Final = 40
_TRIPLE: Final = 3


class TextView(HintedCanvas):
    """Shows a `TextScene`; all positions in its methods and signals are code points.

    `span_activated` carries the key of the mark that was clicked, or "" for a click beside all
    marks while one was selected. `span_resize_requested` comes when a dragged edge of the selected
    mark is let go: the piece of the mark, and where it is wanted. `piece_chosen` comes instead of
    `selection_chosen` for words that shall belong to the selected mark: with Ctrl, or while the
    view gathers. `relation_requested` (source, target) when the selected mark was pulled by its
    chip onto another one. `selection_chosen` comes when a selection was made in one go: the mouse
    was let go over it, or it was given to `choose`. `context_menu_requested` carries a key ("" for
    none) and a global point.
    """

    selection_changed = Signal(int, int)
    selection_chosen = Signal(int, int)
    caret_moved = Signal(int)
    span_activated = Signal(str)
    span_resize_requested = Signal(str, object, int, int)
    piece_chosen = Signal(int, int)
    context_menu_requested = Signal(str, QPoint)
    relation_requested = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._anchor = 0
        self._caret = 0
        self._mover = Caret(self._page)
        self._gesture = Gesture()
        self._pressed_at = self._pointer = QPoint()
        self._dragged = False
        self._preview = ""
        self._gathers = False
        self._triple_until = QTimer(self)
        self._triple_until.setSingleShot(True)
        self._double_at = QPoint()
        self._blink = QTimer(self)
        self._blink.timeout.connect(self._toggle_caret)
        self._auto_scroll = QTimer(self)
        self._auto_scroll.setInterval(_AUTO_SCROLL_MS)
        self._auto_scroll.timeout.connect(self._scroll_on)
        self._reader = Reader(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)

    # -- contents

    @override
    def set_scene(self, scene: TextScene) -> None:
        """Show a scene; caret, selection and place stay while the text is the same."""
        old = self.scene()
        self._preview = ""
        is_new = scene.text is not old.text and scene.text != old.text
        if is_new:
            self._gesture.cancel()
            self._auto_scroll.stop()
            self._reader.forget()
            self._anchor = self._caret = 0
            self._mover.forget_column()
            self._shown = replace(self._shown, selection=None)
        super().set_scene(scene)
        if is_new:
            self._show_caret()
            self._reader.follow(self._page, 0, 0)
            self.selection_changed.emit(0, 0)
            self.caret_moved.emit(0)

    # -- caret and selection

    def caret(self) -> int:
        """Return the caret's position."""
        return self._caret

    def selection(self) -> tuple[int, int] | None:
        """Return start and end of the selection, None if nothing is selected."""
        if self._anchor == self._caret:
            return None
        return min(self._anchor, self._caret), max(self._anchor, self._caret)

    def target(self) -> tuple[int, int] | None:
        """Return what an act is meant for: the selection, else the word under the caret."""
        return self.selection() or word_at(self.scene().text, self._caret)

    def set_caret(self, position: int, *, anchor: int | None = None) -> None:
        """Put the caret at `position` and show it; selects from `anchor` if that is given."""
        self._mover.forget_column()
        self._select(position if anchor is None else anchor, position)
        self.reveal(self._caret, self._caret)

    def select(self, start: int, end: int) -> None:
        """Select `start`..`end`, the caret at the end."""
        self.set_caret(end, anchor=start)

    def choose(self, start: int, end: int) -> None:
        """Select `start`..`end` as something that is finished, not on the way."""
        self.select(start, end)
        (self.piece_chosen if self._gathers else self.selection_chosen).emit(start, end)

    def set_gathering(self, on: bool) -> None:  # noqa: FBT001 - a switch
        """Take what is selected in one go for a piece of the selected mark."""
        self._gathers = on

    def clear_selection(self) -> None:
        """Select nothing; the caret stays."""
        self._select(self._caret, self._caret)

    def select_all(self) -> None:
        """Select the whole text without scrolling."""
        self._select(0, len(self.scene().text))

    def copy(self) -> None:
        """Put the selected text, exactly as it is stored, on the clipboard."""
        if selection := self.selection():
            start, end = selection
            QGuiApplication.clipboard().setText(self.scene().text[start:end])

    def announce(self, words: str) -> None:
        """Have a screen reader say `words` when it has finished its sentence."""
        self._reader.announce(words)

    def _select(self, anchor: int, caret: int) -> None:
        length = len(self.scene().text)
        anchor, caret = min(max(0, anchor), length), min(max(0, caret), length)
        moved, before = caret != self._caret, self.selection()
        self._update_positions(self._caret, self._caret)
        self._anchor, self._caret = anchor, caret
        after = self.selection()
        if before != after:
            for start, end in difference(before, after):
                self._update_positions(start, end)
            self._shown = replace(self._shown, selection=after)
        self._show_caret()
        self._reader.follow(self._page, anchor, caret)
        if before != after:
            self.selection_changed.emit(*(after or (caret, caret)))
        if moved and not self._gesture.is_gathering:
            self.caret_moved.emit(caret)

    # -- the blinking caret and the focus

    def _show_caret(self) -> None:
        """Light the caret, and start its blinking anew."""
        lit = self._caret if self.hasFocus() else None
        self._shown = replace(self._shown, caret=lit)
        self._update_positions(self._caret, self._caret)
        flash = QApplication.cursorFlashTime()
        if lit is not None and flash > 1:
            self._blink.start(flash // 2)
        else:
            self._blink.stop()

    def _toggle_caret(self) -> None:
        lit = self._caret if self._shown.caret is None else None
        self._shown = replace(self._shown, caret=lit)
        self.viewport().update(self.caret_rect(self._caret).adjusted(-2, -2, 2, 2))

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._ring = event.reason() in _KEYBOARD_REASONS
        self._show_caret()
        self._reader.follow(self._page, self._anchor, self._caret)
        self._reader.focus()
        self.viewport().update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._ring = False
        self._show_caret()
        self.viewport().update()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._reader.fit()
        self._mover.forget_column()
        super().resizeEvent(event)

    # -- keys

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        motion, extend = motion_of(event)
        if motion is not None:
            self._move(motion, extend=extend)
        elif event.keyCombination() == SELECT_ALL:
            self.select_all()
        elif event.keyCombination() == COPY:
            self.copy()
        elif event.keyCombination() != ESCAPE or not self._escape():
            event.ignore()  # the screen's: digits, letters, Alt+arrows, Enter, Tab
            return
        event.accept()

    def _move(self, motion: Motion, *, extend: bool) -> None:
        selection = self.selection()
        caret = self._caret
        if selection and not extend and motion in {Motion.LEFT, Motion.RIGHT}:
            self._mover.forget_column()
            caret = selection[0] if motion is Motion.LEFT else selection[1]
        else:
            caret = self._mover.moved(caret, motion, self.viewport().height() * 0.9)
        self._select(self._anchor if extend else caret, caret)
        self.reveal(caret, caret)

    def _escape(self) -> bool:
        """Give up what is under way: a drag, else the selection."""
        if self._gesture.is_active:
            self._gesture.cancel()
            self._auto_scroll.stop()
            self._end_preview()
            return True
        if self.selection():
            self.clear_selection()
            return True
        return False

    # -- mouse

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            event.ignore()
            return
        point = event.position().toPoint()
        near = (point - self._double_at).manhattanLength() < QApplication.startDragDistance()
        self._press(event, _TRIPLE if self._triple_until.isActive() and near else 1)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            event.ignore()
            return
        self._double_at = event.position().toPoint()
        self._triple_until.start(QApplication.doubleClickInterval())
        self._press(event, 2)

    def _press(self, event: QMouseEvent, count: int) -> None:
        self._mover.forget_column()
        self._ring = False
        self._pressed_at, self._dragged = event.position().toPoint(), False
        press = Press(
            self.hit(self._pressed_at),
            count,
            shift=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier),
            alt=bool(event.modifiers() & Qt.KeyboardModifier.AltModifier),
            anchor=self._anchor,
            caret=self._caret,
            selected=self._shown.selected,
            gather=self._gathers or bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier),
        )
        self._carry_out(self._gesture.press(self.scene().text, press))

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        if not self._gesture.is_active:
            self._hover(point)
            return
        self._pointer = point
        distance = (point - self._pressed_at).manhattanLength()
        self._dragged = self._dragged or distance >= QApplication.startDragDistance() // 2
        if not 0 <= point.y() < self.viewport().height():
            if not self._auto_scroll.isActive():
                self._auto_scroll.start()
        else:
            self._auto_scroll.stop()
        self._drag_to(point, event.modifiers())

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            event.ignore()
            return
        self._auto_scroll.stop()
        if not self._gesture.is_active:  # given up meanwhile
            return
        point = event.position().toPoint()
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        selecting, gathering = self._gesture.is_selecting, self._gesture.is_gathering
        intents = self._gesture.release(
            self.scene().text,
            self.hit(point),
            alt=alt,
            dragged=self._dragged,
            selected=self._shown.selected,
        )
        for intent in intents:
            self._carry_out(intent)
        self._end_preview()
        self._hover(point)
        if gathering:
            self.caret_moved.emit(self._caret)
        elif selecting and (chosen := self.selection()):
            self.selection_chosen.emit(*chosen)

    def _drag_to(self, point: QPoint, modifiers: Qt.KeyboardModifier) -> None:
        alt = bool(modifiers & Qt.KeyboardModifier.AltModifier)
        hit, text = self.hit(point), self.scene().text
        self._carry_out(self._gesture.move(text, hit, alt=alt, dragged=self._dragged))

    def _scroll_on(self) -> None:
        """While the mouse is held above or below: scroll, the faster the farther it is."""
        point = self._pointer
        beyond = min(point.y(), 0) + max(point.y() - self.viewport().height() + 1, 0)
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + beyond // 2 + (4 if beyond > 0 else -4))
        self._drag_to(point, QGuiApplication.keyboardModifiers())

    def _carry_out(self, intent: Intent | None) -> None:
        match intent:
            case Select(anchor, caret):
                self._select(anchor, caret)
            case Activate(key) if key or self._shown.selected:
                self.span_activated.emit(key)
            case Preview(key, piece, start, end):
                self._show_preview(key, piece, (start, end))
            case Resize(key, piece, start, end):
                if piece != (start, end):
                    self.span_resize_requested.emit(key, piece, start, end)
            case Gather(start, end):
                self.piece_chosen.emit(start, end)
            case Pull(source, over):
                self._set_band(source, over, self._pointer)
            case Link(source, target):
                self._end_band()
                self.relation_requested.emit(source, target)
            case _:
                pass

    def _show_preview(self, key: str, piece: tuple[int, int], wanted: tuple[int, int]) -> None:
        self._preview = key
        self._show_marks(reshaped(self.scene().marks, key, piece, wanted))

    def _end_preview(self) -> None:
        """Draw the marks as the scene has them, unless it was set anew meanwhile; no band."""
        self._end_band()
        if self._preview:
            self._preview = ""
            self._show_marks(self.scene().marks)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() is QContextMenuEvent.Reason.Mouse:
            hit = self.hit(event.pos())
            selection = self.selection()
            if selection is None or not selection[0] <= hit.position <= selection[1]:
                self._select(hit.position, hit.position)
            self.context_menu_requested.emit(hit.mark, event.globalPos())
        else:
            rect = self.caret_rect(self._caret)
            hit = self.hit(rect.center())
            below = self.viewport().mapToGlobal(rect.bottomLeft())
            self.context_menu_requested.emit(hit.mark, below)
        event.accept()
