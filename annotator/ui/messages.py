"""Expected trouble in words for a person, and what happens when a bug comes up."""

import sys
from types import TracebackType

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from annotator import __version__, errors
from annotator.model.validation import Reason
from annotator.services.projects import Project, ReadOnly

translate = QCoreApplication.translate


def words_for(error: BaseException) -> str:
    """Say what happened, what was kept and what to do, in the user's language."""
    if isinstance(error, errors.SchemeViolation):
        return _violation_words(error)
    if isinstance(error, errors.StoreError):
        return _store_words(error)
    if isinstance(error, errors.FormatError):
        place = f"{error.path.name}:{error.line}" if error.line else error.path.name
        text = translate("Messages", "%1 could not be read: %2. Nothing of it was taken in.")
        return text.replace("%1", place).replace("%2", error.reason)
    return _other_words(error)


def _other_words(error: BaseException) -> str:
    subject = str(error)
    if isinstance(error, errors.EditConflict):
        text = translate(
            "Messages",
            "This was changed elsewhere in the meantime, so nothing was changed here. "
            "What is stored is shown now.",
        )
    elif isinstance(error, errors.SchemeError):
        from annotator.ui.scheme_faults import fault_words

        subject = fault_words(error.faults[0])
        text = translate(
            "Messages", "This label scheme cannot be used: %1. The project keeps its own."
        )
        if len(error.faults) > 1:
            text = translate(
                "Messages",
                "This label scheme cannot be used, it has %2 faults. The first: %1. "
                "The project keeps its own.",
            ).replace("%2", str(len(error.faults)))
    elif isinstance(error, errors.JournalError):
        text = translate("Messages", "This cannot be recorded (%1). Nothing was changed.")
    elif isinstance(error, errors.NoteRefused):
        text = _note_words(error)
    elif isinstance(error, errors.NoAnnotator):
        text = translate("Messages", "Say first who annotates. Nothing was changed.")
    elif isinstance(error, errors.Cancelled):
        text = translate("Messages", "Stopped. What was finished until then is kept.")
    elif isinstance(error, OSError):
        text = translate("Messages", "The file could not be written or read: %1")
        subject = error.strerror or subject
    else:
        text = translate("Messages", "Something unexpected happened: %1")
    return text.replace("%1", subject)


def _violation_words(error: errors.SchemeViolation) -> str:
    texts = {
        Reason.SAME_TWICE: translate(
            "Messages", "The same words carry this label already. Nothing was changed."
        ),
        Reason.OUTSIDE_TEXT: translate(
            "Messages", "A span must lie inside the text. Nothing was changed."
        ),
        Reason.UNKNOWN_LABEL: translate(
            "Messages", "The project's scheme has no such label. Nothing was changed."
        ),
        Reason.NOT_FOR_SPANS: translate(
            "Messages", "This label is for whole articles. Nothing was changed."
        ),
        Reason.NOT_FOR_DOCUMENTS: translate(
            "Messages", "This label is for words of the text. Nothing was changed."
        ),
        Reason.UNKNOWN_ATTRIBUTE: translate(
            "Messages", "This label does not take that attribute. Nothing was changed."
        ),
        Reason.WRONG_VALUE: translate(
            "Messages", "That attribute does not take this value. Nothing was changed."
        ),
    }
    fallback = translate("Messages", "The scheme does not allow this. Nothing was changed.")
    return next((text for reason, text in texts.items() if reason == error.reason), fallback)


def _note_words(error: errors.NoteRefused) -> str:
    texts = {
        "empty": translate("Messages", "A note needs some words. Nothing was stored."),
        "not_author": translate(
            "Messages", "Only its author can change a note. You can answer it."
        ),
        "has_replies": translate(
            "Messages", "A note that was answered stays. You can close it instead."
        ),
    }
    gone = translate("Messages", "This note is no longer there. Nothing was stored.")
    return texts.get(error.reason, gone)


def _store_words(error: errors.StoreError) -> str:
    if isinstance(error, errors.NotAProject):
        text = translate("Messages", "%1 is no project of this program. Nothing in it was changed.")
        return text.replace("%1", str(error.path))
    if isinstance(error, errors.ProjectExists):
        text = translate(
            "Messages", "%1 exists already and was not overwritten. Choose another name."
        )
        return text.replace("%1", str(error.path))
    if isinstance(error, errors.ProjectTooNew):
        text = translate(
            "Messages",
            "%1 was made by a newer version of Annotator. Update the program to work on it.",
        )
        return text.replace("%1", str(error.path))
    if isinstance(error, errors.ProjectReadOnly | errors.ProjectInUse):
        text = translate(
            "Messages",
            "The project is open elsewhere (%1), so it can only be read here. "
            "Nothing was changed. Close it there and open it again.",
        )
        return text.replace("%1", error.holder or "?")
    if isinstance(error, errors.StoreUnavailable):
        text = translate(
            "Messages",
            "The project file could not be written or read (%1). This act was not stored; "
            "everything shown as saved before it is. Check the disk and try again.",
        )
        return text.replace("%1", error.reason)
    return translate("Messages", "The project file could not be used: %1").replace("%1", str(error))


def read_only_words(project: Project) -> str:
    """Say that a project can only be read, and why."""
    reasons = {
        ReadOnly.IN_USE: translate("Messages", "open in %1").replace("%1", project.holder or "?"),
        ReadOnly.TOO_NEW: translate("Messages", "made by a newer version"),
        ReadOnly.PROTECTED: translate("Messages", "the file is write-protected"),
    }
    words = translate("Messages", "Read only")
    why = reasons.get(project.why_read_only)
    return f"{words} · {why}" if why else words


class Reporter(QObject):
    """Shows bugs as a dialog with a report to copy; it holds no text of any article."""

    caught = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__()
        self._window = parent
        # Queued: an exception may come up while something paints or another dialog opens.
        self.caught.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Take over `sys.excepthook`; Qt sends exceptions of slots and overrides there."""
        sys.excepthook = self.hook

    def hook(
        self,
        kind: type[BaseException],
        error: BaseException,
        trace: TracebackType | None,
    ) -> None:
        """Log an unexpected exception and show it."""
        if issubclass(kind, KeyboardInterrupt):
            QCoreApplication.quit()
            return
        import logging

        logging.getLogger("annotator").critical("unexpected", exc_info=(kind, error, trace))
        self.caught.emit(report_of(kind, trace))

    def _show(self, report: str) -> None:
        from PySide6.QtWidgets import QMessageBox

        box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setWindowTitle(self.tr("Annotator"))
        box.setText(
            self.tr(
                "Something unexpected happened. Everything shown as saved is saved.\n"
                "The report below names places in the program and holds no text of articles."
            )
        )
        box.setDetailedText(report)
        box.setStandardButtons(QMessageBox.StandardButton.Ok)
        box.open()


def report_of(kind: type[BaseException], trace: TracebackType | None) -> str:
    """Return a report without the exception's own words, which may quote an article."""
    import platform
    import traceback

    lines = [
        f"Annotator {__version__}, Python {platform.python_version()}, {platform.platform()}",
        kind.__name__,
    ]
    lines += [
        f"  {frame.filename.rpartition('annotator')[2]}:{frame.lineno} {frame.name}"
        for frame in traceback.extract_tb(trace)
    ]
    return "\n".join(lines)
