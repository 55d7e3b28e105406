"""A closed list to choose from by key: a face that shows what is chosen, a drawer with the choices.

The drawer is open while the face has the keyboard. Digits (or the letters that choices bring along)
take a choice; the arrows left and right walk, Space takes; letters narrow a list whose choices have
digits, and so do those after "/" in any list. Backspace takes away.
"""

from collections.abc import Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QGridLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from annotator.compat import override
from annotator.ui.buttons import KeyButton
from annotator.ui.inputs import HEIGHT, paint_choice
from annotator.ui.keys import digit_of, letter_of
from annotator.ui.speech import announce, explain
from annotator.ui.theme import Theme, font
from annotator.ui.widgets import quiet_area

DIGITS: Final = "1234567890"
_NARROW: Final = 104
"""Pixels that a name may take in a list of two columns."""
_ROW: Final = 26
_MOST_ROWS: Final = 9
"""Rows of a drawer; longer lists scroll."""


class Option(NamedTuple):
    """One choice: what it stands for, its words, a tool tip, and the key that takes it."""

    value: str | bool
    name: str
    hint: str = ""
    key: str = ""


class _Choices(QWidget):
    """The choices as buttons with keys, in one or two columns."""

    chosen = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._options: tuple[Option, ...] = ()
        self._cells: list[KeyButton] = []
        inner = QWidget()
        self._grid = QGridLayout(inner)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(4)
        self._grid.setVerticalSpacing(0)
        self._scroll = QScrollArea()
        self._scroll.setWidget(inner)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        quiet_area(self._scroll, theme, theme.panel)
        outer = QGridLayout(self)
        outer.setContentsMargins(0, 0, 0, 2)
        outer.addWidget(self._scroll)

    def show_options(self, options: tuple[Option, ...]) -> None:
        """Make a button for each option."""
        if options == self._options:
            return
        self._options = options
        while len(self._cells) < len(options):
            cell = KeyButton(self._theme)
            cell.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the face has the keyboard
            cell.setFont(font(12))
            cell.clicked.connect(self._clicked)
            self._cells.append(cell)
        for cell, option in zip(self._cells, options, strict=False):
            cell.show_choice(option.key, option.name, hint=option.hint)

    def arrange(self, shown: Sequence[int]) -> None:
        """Show these options only, in this order."""
        for cell in self._cells:
            self._grid.removeWidget(cell)
            cell.hide()
        widest = max((self._width_of(self._cells[number]) for number in shown), default=0)
        columns = 2 if widest <= _NARROW else 1
        for place, number in enumerate(shown):
            self._grid.addWidget(self._cells[number], place // columns, place % columns)
            self._cells[number].show()
        for column in range(2):
            self._grid.setColumnStretch(column, int(column < columns))
        rows = -(-len(shown) // columns)
        self._scroll.setFixedHeight(min(rows, _MOST_ROWS) * _ROW)

    def mark(self, chosen: Sequence[int], current: int) -> None:
        """Show which options are chosen, and where the keyboard is (-1: nowhere)."""
        for number, cell in enumerate(self._cells):
            cell.setChecked(number in chosen)
            cell.show_current(number == current)
        if 0 <= current < len(self._cells):
            self._scroll.ensureWidgetVisible(self._cells[current], 0, 0)

    def cell(self, number: int) -> KeyButton:
        return self._cells[number]

    @staticmethod
    def _width_of(cell: KeyButton) -> int:
        return cell.fontMetrics().horizontalAdvance(cell.words)

    def _clicked(self) -> None:
        self.chosen.emit(self._cells.index(self.sender()))  # type: ignore[arg-type]


class Drawer(QWidget):
    """A place for choices below the line that shows what is chosen; empty until first opened."""

    chosen = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._choices: _Choices | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.hide()

    @property
    def choices(self) -> _Choices:
        """The choices, made when they are first wanted."""
        if self._choices is None:
            self._choices = _Choices(self._theme, self)
            self._choices.chosen.connect(self.chosen)
            self._layout.addWidget(self._choices)
        return self._choices

    def cell(self, number: int) -> KeyButton:
        """Return the button of an option."""
        return self.choices.cell(number)


class Face(QAbstractButton):
    """The line that shows what is chosen and takes the keys.

    `taken` carries the value of an option, and whether its key was pressed (then the hand goes on);
    `cleared` comes when everything shall be taken away, `opened` when the drawer was opened.
    """

    taken = Signal(object, bool)
    cleared = Signal()
    opened = Signal()

    def __init__(self, drawer: Drawer, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._name = ""
        self._theme = theme
        self.drawer = drawer
        self._options: tuple[Option, ...] = ()
        self._chosen: tuple[int, ...] = ()
        self._likely = 0
        self._shown: list[int] = []
        self._words = ""
        self._faint = True
        self._typed = ""
        self._filtering = False
        self._current = -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFixedHeight(HEIGHT)
        drawer.chosen.connect(self._clicked)

    @property
    def is_typing(self) -> bool:
        """True while letters narrow the list."""
        return self._filtering

    def set_name(self, name: str) -> None:
        """Set how the list is called for a screen reader; what is chosen follows."""
        self._name = name
        self.setAccessibleName(f"{name}: {self._words}")

    def show_options(self, options: tuple[Option, ...]) -> None:
        """Offer these options."""
        if options != self._options:
            self._options = options
            self._stop_typing()

    def show_chosen(
        self,
        values: Sequence[str | bool],
        words: str,
        *,
        faint: bool,
        likely: Sequence[str | bool] = (),
    ) -> None:
        """Show which values are chosen, as `words`; `faint` ones were chosen by nobody.

        Where none is chosen the keyboard comes to the first `likely` one.
        """
        self._chosen = self._numbers_of(values)
        self._likely = next(iter(self._numbers_of(likely)), 0)
        self._words, self._faint = words, faint
        self.setAccessibleName(f"{self._name}: {words}")
        explain(self, words)
        self._mark()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(120, HEIGHT)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._current = self._chosen[0] if self._chosen else self._likely
        self.drawer.show()
        self._stop_typing()
        self.opened.emit()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in {
            Qt.FocusReason.ActiveWindowFocusReason,
            Qt.FocusReason.PopupFocusReason,
        }:
            self.drawer.hide()
            self._current = -1
            self._stop_typing()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._press(event):
            event.ignore()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        words = f"{self._typed}…" if self._filtering else self._words
        painter = QPainter(self)
        painter.setFont(self.font())
        faint = self._faint and not self._filtering
        paint_choice(self, painter, words or "–", self._theme, faint=faint)
        painter.end()

    def _press(self, event: QKeyEvent) -> bool:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if held not in {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier}:
            return False
        match event.key():
            case Qt.Key.Key_Left | Qt.Key.Key_Right:
                self._walk(1 if event.key() == Qt.Key.Key_Right else -1)
            case Qt.Key.Key_Space:
                self._take_current()
            case Qt.Key.Key_Backspace | Qt.Key.Key_Delete:
                self._take_away()
            case Qt.Key.Key_Escape if self._filtering:
                self._stop_typing()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if self._filtering:
                self._take_current()
                return False  # the list is left as well
            case _:
                return self._type(event)
        return True

    def _numbers_of(self, values: Sequence[str | bool]) -> tuple[int, ...]:
        return tuple(
            number for number, option in enumerate(self._options) if option.value in values
        )

    def _type(self, event: QKeyEvent) -> bool:
        text = event.text()
        if not self._filtering:
            key = digit_of(event) or letter_of(event)
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                return False  # Shift+digit says factuality here as in the text
            number = next((n for n, one in enumerate(self._options) if key and one.key == key), -1)
            if number >= 0:
                self._current = number
                self.taken.emit(self._options[number].value, True)
                return True
            if text == "/":
                self._filtering = True
                self._narrow()
                return True
        if (
            len(text) != 1
            or not text.isprintable()
            or (not self._filtering and not letter_of(event))
        ):
            return False
        self._filtering = True
        self._typed += text
        self._narrow()
        return True

    def _narrow(self) -> None:
        """Show the options of which a word begins with what was typed."""
        wanted = self._typed.casefold()
        self._shown = [
            number
            for number, option in enumerate(self._options)
            if any(word.startswith(wanted) for word in _starts(option.name.casefold()))
        ]
        self._current = self._shown[0] if self._shown else -1
        self._arranged()
        if self._shown:
            announce(self, self._options[self._current].name)

    def _stop_typing(self) -> None:
        self._filtering, self._typed = False, ""
        self._shown = list(range(len(self._options)))
        self._arranged()

    def _arranged(self) -> None:
        if not self.drawer.isHidden():
            self.drawer.choices.show_options(self._options)
            self.drawer.choices.arrange(self._shown)
            self._mark()
        self.update()

    def _mark(self) -> None:
        if not self.drawer.isHidden():
            self.drawer.choices.mark(self._chosen, self._current)

    def _walk(self, step: int) -> None:
        if not self._shown:
            return
        place = self._shown.index(self._current) + step if self._current in self._shown else 0
        self._current = self._shown[place % len(self._shown)]
        self._mark()
        announce(self, self._options[self._current].name)

    def _take_current(self) -> None:
        number = self._current
        if self._filtering:
            self._stop_typing()
        if 0 <= number < len(self._options):
            self._current = number
            self.taken.emit(self._options[number].value, False)

    def _take_away(self) -> None:
        if self._typed:
            self._typed = self._typed[:-1]
            self._narrow()
        elif self._filtering:
            self._stop_typing()
        else:
            self.cleared.emit()

    def _clicked(self, number: int) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self._current = number
        self.taken.emit(self._options[number].value, False)


def _starts(name: str) -> list[str]:
    """Return what is left of a name from each of its words on."""
    return [name[at:] for at in range(len(name)) if at == 0 or not name[at - 1].isalnum()]


def numbered(options: Sequence[Option]) -> tuple[Option, ...]:
    """Give the first ten options digits as keys."""
    keys = [*DIGITS, *[""] * len(options)]
    return tuple(option._replace(key=key) for option, key in zip(options, keys, strict=False))
