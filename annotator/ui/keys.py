"""Keys as a person means them, whatever the keyboard layout.

Shift+2 gives `"` on an Indonesian or German keyboard, `@` on an American one; what is meant is
the key with the 2 on it. Key codes of the hardware say so on each platform.
"""

import sys
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent

_DIGITS: Final = "1234567890"
_X11: Final = dict(zip(range(10, 20), _DIGITS, strict=True))
_WINDOWS: Final = dict(zip(range(2, 12), _DIGITS, strict=True))
_MAC: Final = dict(zip((18, 19, 20, 21, 23, 22, 26, 28, 25, 29), _DIGITS, strict=True))
_SHIFTED_US: Final = dict(zip("!@#$%^&*()", _DIGITS, strict=True))


def digit_of(event: QKeyEvent) -> str:
    """Return the digit printed on the pressed key, "" for another key. Number pads count."""
    key = event.key()
    if Qt.Key.Key_0 <= key <= Qt.Key.Key_9:
        return chr(key)
    code, table = _hardware(event)
    if code in table:
        return table[code]
    if code:
        return ""
    # Events made by programs (accessibility tools, tests) carry no hardware code.
    return _SHIFTED_US.get(chr(key), "") if 0 < key < 128 else ""  # noqa: PLR2004 - ASCII


def _hardware(event: QKeyEvent) -> tuple[int, dict[int, str]]:
    if sys.platform == "darwin":
        # Key code 0 is the A of a Mac keyboard; no digit has it, so 0 can mean "none".
        return event.nativeVirtualKey(), _MAC
    if sys.platform == "win32":
        return event.nativeScanCode(), _WINDOWS
    if QGuiApplication.platformName() in {"xcb", "wayland"}:
        return event.nativeScanCode(), _X11
    return 0, {}


def letter_of(event: QKeyEvent) -> str:
    """Return the lower-case letter of a key pressed without Ctrl, Alt, Meta or Shift, else ""."""
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if held != Qt.KeyboardModifier.NoModifier:
        return ""
    key = event.key()
    if Qt.Key.Key_A <= key <= Qt.Key.Key_Z:
        return chr(key).lower()
    text = event.text()
    return text.lower() if len(text) == 1 and text.isalpha() else ""
