"""One action of the window: id, words, keys, where the keys work."""

from enum import StrEnum

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence

from annotator.records import Record


def sequence_of(key: str) -> QKeySequence:
    """Read a key as it stands in this table; Qt would otherwise expect translated names."""
    return QKeySequence.fromString(key, QKeySequence.SequenceFormat.PortableText)


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:  # noqa: N802 - the name Qt's tools look for
    """Mark a text for translation and return it; PySide's own returns `object`."""
    del context
    return text


class Where(StrEnum):
    """Where a key works: anywhere in the window, or only while the text has the focus."""

    WINDOW = "window"
    TEXT = "text"


class Action(Record):
    """One thing a user can do. `title` is English; `words` gives it in the user's language.

    `begins` puts a line above it in its menu, `submenu` names the menu within that one. A choice is
    ticked while it is what holds.
    """

    id: str
    title: str
    keys: tuple[str, ...] = ()
    where: Where = Where.WINDOW
    menu: str = ""
    begins: bool = False
    submenu: str = ""
    is_choice: bool = False

    @property
    def words(self) -> str:
        return QCoreApplication.translate("Actions", self.title)

    @property
    def sequences(self) -> list[QKeySequence]:
        return [sequence_of(key) for key in self.keys]

    @property
    def key_text(self) -> str:
        """The first key as this platform writes it, "" without one."""
        if not self.keys:
            return ""
        return self.sequences[0].toString(QKeySequence.SequenceFormat.NativeText)
