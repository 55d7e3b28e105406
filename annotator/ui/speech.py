"""What the window says to a screen reader besides what stands in it."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from annotator.ui.widgets import plain_tip


def announce(about: QObject, words: str) -> None:
    """Have a screen reader say `words` when it has finished its sentence, if one listens."""
    if not words:
        return
    # With all its enums one of the slowest classes to load, so not at the start.
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

    if not QAccessible.isActive():
        return
    event = QAccessibleAnnouncementEvent(about, words)
    event.setPoliteness(QAccessible.AnnouncementPoliteness.Polite)
    QAccessible.updateAccessibility(event)


def explain(widget: QWidget, words: str) -> None:
    """Set a tool tip that shows `words` as they are, and is read out without its markup."""
    widget.setToolTip(plain_tip(words))
    widget.setAccessibleDescription(words)
