"""What a screen reader sees of the text: an ordinary `QTextEdit`, neither painted nor clickable.

An accessible text interface written in Python crashes the program as soon as a reader looks
(feasibility, section 3). The mirror is a child of the viewport (a child of the scroll area is not
listed), holds what is drawn, piece for piece, and follows caret and selection. `Reader` makes it
once somebody listens.
"""

from bisect import bisect_left
from itertools import accumulate

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QPaintEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QTextEdit

from annotator.compat import override
from annotator.model.offsets import OffsetMap
from annotator.ui.text_view.display import display_string
from annotator.ui.text_view.layout import Page


class Mirror(QTextEdit):
    """Twin of a view for assistive technology."""

    def __init__(self, view: QAbstractScrollArea) -> None:
        super().__init__(view.viewport())
        self._view = view
        self._starts: list[int] = [0]
        self._page: Page | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByKeyboard)
        self.setFocusProxy(view)  # so that it counts as focused while the view is
        self.viewport().setAutoFillBackground(False)
        self.setAutoFillBackground(False)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw nothing: the view has drawn."""

    def forget(self) -> None:
        """Drop the text; the next `follow` fills in what the page shows then."""
        if self._page is not None:
            self._page = None
            self.clear()

    def follow(self, page: Page, anchor: int, caret: int) -> None:
        """Copy the selection, and the text if it is not here yet."""
        if self._page is None:
            self._fill(page)
        cursor = self.textCursor()
        cursor.setPosition(self.position_of(anchor))
        cursor.setPosition(self.position_of(caret), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def focus(self) -> None:
        """Tell the reader that the text has the focus, not the frame around it."""
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Focus))

    def position_of(self, position: int) -> int:
        """Return the unit of the mirror at a code point of the text."""
        page = self._page
        if page is None:
            return 0
        index = page.index_of(position)
        start = page.start_of(index)
        inside = page.scene.text[start : min(position, page.end_of(index))]
        return self._starts[index] + OffsetMap(inside).utf16_length

    def text_position_of(self, unit: int) -> int:
        """Return the code point of the text at a unit of the mirror."""
        page = self._page
        if page is None:
            return 0
        index = max(0, bisect_left(self._starts, unit + 1) - 1)
        piece = page.scene.text[page.start_of(index) : page.end_of(index)]
        offsets = OffsetMap(piece)
        inside = min(unit - self._starts[index], offsets.utf16_length)
        return page.start_of(index) + offsets.from_utf16(inside)

    def _fill(self, page: Page) -> None:
        """Take the text as the view cuts it: one line of 1 MB would cost Qt 360 ms."""
        self._page = page
        text = page.scene.text
        drawn = [
            display_string(text[page.start_of(index) : page.end_of(index)])
            for index in range(page.count)
        ]
        lengths = (OffsetMap(piece).utf16_length + 1 for piece in drawn[:-1])
        self._starts = list(accumulate(lengths, initial=0))
        self.setAccessibleName(self._view.accessibleName())
        facts = (f"{one.text} ({one.hint})" if one.hint else one.text for one in page.scene.facts)
        drawn_only = (page.scene.title, *facts)
        self.setAccessibleDescription(", ".join(words for words in drawn_only if words))
        self.setPlainText("\n".join(drawn))
