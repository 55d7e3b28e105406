"""Opens the text of a view to screen readers as soon as one listens; costs nothing before."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QAbstractScrollArea

from annotator.compat import override
from annotator.ui.speech import announce
from annotator.ui.text_view.layout import Page

if TYPE_CHECKING:
    from annotator.ui.text_view.mirror import Mirror


class Reader(QObject):
    """Makes the `Mirror` of a view when it is needed, and keeps it up with the view."""

    def __init__(self, view: QAbstractScrollArea) -> None:
        super().__init__(view)
        self._view = view
        self._mirror: Mirror | None = None
        self._shown: tuple[Page, int, int] | None = None
        self._begun = False
        # Asking whether somebody listens makes PySide build 170 values of enums, and the mirror
        # 60 classes: not before the first paint.
        view.viewport().installEventFilter(self)

    def forget(self) -> None:
        """Drop the text; the next `follow` takes what the page shows then."""
        self._shown = None
        if self._mirror is not None:
            self._mirror.forget()

    def follow(self, page: Page, anchor: int, caret: int) -> None:
        """Take over text and selection, positions in code points."""
        self._shown = (page, anchor, caret)
        mirror = self._listened_to()
        if mirror is not None:
            mirror.follow(page, anchor, caret)

    def fit(self) -> None:
        """Cover the viewport."""
        if self._mirror is not None:
            self._mirror.setGeometry(self._view.viewport().rect())

    def focus(self) -> None:
        """Tell the reader that the text has the focus, not the frame around it."""
        mirror = self._listened_to()
        if mirror is not None:
            mirror.focus()

    def announce(self, words: str) -> None:
        """Have `words` read out when the reader has finished what it says."""
        announce(self._listened_to() or self._view, words)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self, self._begin)
        return False

    def _begin(self) -> None:
        self._begun = True
        if self._shown is not None:
            self.follow(*self._shown)
        if self._view.hasFocus():
            self.focus()

    def _listened_to(self) -> "Mirror | None":
        if not self._begun:
            return None
        from PySide6.QtGui import QAccessible

        if not QAccessible.isActive():
            return None
        if self._mirror is None:
            from annotator.ui.text_view.mirror import Mirror

            self._mirror = Mirror(self._view)
            self.fit()
            self._mirror.show()
        return self._mirror
