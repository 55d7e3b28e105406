"""Hands for the program: real key and mouse events on a real window, as a person makes them.

Used by the tour and by the end-to-end tests. Events go to the native window, so they pass the
window's focus, shortcuts and widgets as they would from a keyboard and a mouse.
"""

import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QWidget

from annotator.ui.action import sequence_of
from annotator.ui.main_window import MainWindow
from annotator.ui.text_view.view import TextView

NONE = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier


def settle() -> None:
    """Let everything that waits in the event loop happen."""
    for _ in range(3):
        QApplication.processEvents()


def wait_until(condition: Callable[[], object], what: str, seconds: float = 20) -> None:
    """Run the event loop until something is true. Raises TimeoutError, naming what was awaited."""
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            raise TimeoutError(what)
        QTest.qWait(10)


def answer_name(name: str) -> None:
    """Type a name into the question who annotates, and confirm it."""
    wait_until(lambda: QApplication.activeModalWidget() is not None, "the question")
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    dialog.activateWindow()
    wait_until(lambda: QApplication.activeWindow() is dialog, "the keyboard")
    line = QApplication.focusWidget() or dialog
    QTest.keyClick(line, Qt.Key.Key_A, CTRL)
    QTest.keyClicks(line, name)
    QTest.keyClick(line, Qt.Key.Key_Return)
    settle()


class Hands:
    """Types and points at one window."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window
        wait_until(window.isVisible, "the window")
        (QApplication.activeModalWidget() or window).activateWindow()
        settle()

    @property
    def view(self) -> TextView:
        return self.window.annotate.view

    @property
    def text(self) -> str:
        document = self.window.session.document
        assert document is not None
        return document.text

    def key(self, key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
        """Press and release one key where the focus is."""
        QTest.keyClick(self._target(), key, held)
        settle()

    def keys(self, text: str) -> None:
        """Press keys such as "Ctrl+Z", one after the other, given with blanks between."""
        for part in text.split():
            combination = sequence_of(part)[0]  # type: ignore[index]  # the stubs lack it
            self.key(combination.key(), combination.keyboardModifiers())

    def type(self, text: str) -> None:
        """Type words, as into a line of input."""
        QTest.keyClicks(self._target(), text)
        settle()

    def digit(self, digit: str, held: Qt.KeyboardModifier = NONE) -> None:
        """Press the key with this digit on it."""
        self.key(Qt.Key(ord(digit)), held)

    def range_of(self, words: str, nth: int = 1) -> tuple[int, int]:
        """Return where words stand in the open article, in code points."""
        start = -1
        for _ in range(nth):
            start = self.text.index(words, start + 1)
        return start, start + len(words)

    def point(self, position: int, *, after: bool = False) -> QPoint:
        """Return the point of a character in the text view, scrolled into sight."""
        self.view.reveal(position, position + 1)
        settle()
        box = self.view.character_rect(position)
        x = box.right() - 1 if after else box.left() + 1
        return QPoint(x, box.center().y())

    def click(self, position: int, held: Qt.KeyboardModifier = NONE) -> None:
        """Click a character."""
        place = self.point(position)
        QTest.mouseClick(self.view.viewport(), Qt.MouseButton.LeftButton, held, place)
        settle()
        QTest.qWait(QApplication.doubleClickInterval() + 20)

    def double_click(self, position: int) -> None:
        """Double-click a character."""
        place = self.point(position)
        viewport = self.view.viewport()
        QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, NONE, place)
        QTest.mouseDClick(viewport, Qt.MouseButton.LeftButton, NONE, place)
        QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, NONE, place)
        settle()

    def drag(self, start: int, end: int, held: Qt.KeyboardModifier = NONE) -> None:
        """Drag from one character to the end of another (end exclusive)."""
        first = self.point(start)
        last = self.point(end - 1, after=True)
        viewport = self.view.viewport()
        left = Qt.MouseButton.LeftButton
        QTest.mousePress(viewport, left, held, first)
        middle = QPoint((first.x() + last.x()) // 2, (first.y() + last.y()) // 2)
        for place in (middle, last):
            QTest.mouseMove(viewport, place)
            settle()
        QTest.mouseRelease(viewport, left, held, last)
        settle()
        QTest.qWait(QApplication.doubleClickInterval() + 20)

    def answer_name(self, name: str) -> None:
        """Answer the question who annotates."""
        answer_name(name)
        wait_until(lambda: self.window.session.annotator is not None, "the annotator")

    def fill_file_dialog(self, path: Path) -> None:
        """Type a path into the file dialog that is open and confirm it."""
        wait_until(
            lambda: isinstance(QApplication.activeModalWidget(), QFileDialog), "the file dialog"
        )
        dialog = QApplication.activeModalWidget()
        assert dialog is not None
        line = dialog.findChild(QLineEdit, "fileNameEdit")
        assert isinstance(line, QLineEdit)
        line.setFocus()
        self.keys("Ctrl+A")
        self.type(str(path))
        self.key(Qt.Key.Key_Return)

    def key_sheet(self) -> None:
        """Press the question mark: the sheet of keys opens."""
        self.keys("?")
        wait_until(lambda: QApplication.activeModalWidget() is not None, "the key sheet")

    def press_button(self, button: QWidget) -> None:
        """Click the middle of a button."""
        QTest.mouseClick(button, Qt.MouseButton.LeftButton, NONE, button.rect().center())
        settle()

    def _target(self) -> QWidget:
        popup = QApplication.activePopupWidget()
        if popup is not None:
            return popup
        top = QApplication.activeModalWidget() or self.window
        if QApplication.activeWindow() is not top:
            # No window manager on a virtual screen: nobody else hands on the keyboard.
            top.activateWindow()
            wait_until(lambda: QApplication.activeWindow() is top, "the keyboard")
        return QApplication.focusWidget() or top
