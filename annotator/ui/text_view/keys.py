"""Which keys the view handles itself; all others are its screen's."""

from typing import Final

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent

from annotator.ui.text_view.caret import Motion

_SHIFT: Final = Qt.KeyboardModifier.ShiftModifier
_CONTROL: Final = Qt.KeyboardModifier.ControlModifier

SELECT_ALL: Final = QKeyCombination(_CONTROL, Qt.Key.Key_A)
COPY: Final = QKeyCombination(_CONTROL, Qt.Key.Key_C)
ESCAPE: Final = QKeyCombination(Qt.KeyboardModifier.NoModifier, Qt.Key.Key_Escape)

_KEYS: Final = {
    (Qt.Key.Key_Left, False): Motion.LEFT,
    (Qt.Key.Key_Right, False): Motion.RIGHT,
    (Qt.Key.Key_Up, False): Motion.UP,
    (Qt.Key.Key_Down, False): Motion.DOWN,
    (Qt.Key.Key_Left, True): Motion.WORD_LEFT,
    (Qt.Key.Key_Right, True): Motion.WORD_RIGHT,
    (Qt.Key.Key_Home, False): Motion.LINE_START,
    (Qt.Key.Key_End, False): Motion.LINE_END,
    (Qt.Key.Key_Home, True): Motion.TEXT_START,
    (Qt.Key.Key_End, True): Motion.TEXT_END,
    (Qt.Key.Key_PageUp, False): Motion.PAGE_UP,
    (Qt.Key.Key_PageDown, False): Motion.PAGE_DOWN,
}


def motion_of(event: QKeyEvent) -> tuple[Motion | None, bool]:
    """Return where a key moves the caret (None: nowhere), and whether the selection goes along."""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if modifiers & ~(_SHIFT | _CONTROL):
        return None, False
    motion = _KEYS.get((Qt.Key(event.key()), bool(modifiers & _CONTROL)))
    return motion, bool(modifiers & _SHIFT)
