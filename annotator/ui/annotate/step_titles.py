"""What undo and redo would do next, in words for menu and palette."""

from PySide6.QtCore import QCoreApplication

from annotator.ui.edit_titles import title_of
from annotator.ui.session import Session

translate = QCoreApplication.translate


def step_titles(session: Session, language: str) -> dict[str, str]:
    """Return the words of the actions "undo" and "redo" that can be done now, by action id."""
    document, annotations = session.document, session.annotations
    if document is None or annotations is None:
        return {}
    editing = session.project.editing
    found: dict[str, str] = {}
    for action, edit, words in (
        ("undo", editing.next_undo(document.id), translate("StepTitles", "Undo: %1")),
        ("redo", editing.next_redo(document.id), translate("StepTitles", "Redo: %1")),
    ):
        if edit is not None:
            title = title_of(
                edit, document.text, session.project.scheme, language, annotations.span
            )
            found[action] = words.replace("%1", title)
    return found
