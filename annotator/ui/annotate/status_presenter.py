"""How far the annotator is with an article, and the gate before "done"."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from annotator.model.project import Status
from annotator.ui.annotate.presenter import AnnotatePresenter
from annotator.ui.session import Session
from annotator.ui.theme import Theme

if TYPE_CHECKING:
    from annotator.services.checks import Remark


class StatusPresenter(QObject):
    """Sets the status of the open article. Only "done" is held back, and a reason overrules it."""

    done = Signal()
    """The article is done; the next one may come."""

    def __init__(
        self,
        session: Session,
        presenter: AnnotatePresenter,
        theme: Theme,
        language: str,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._presenter = presenter
        self._theme = theme
        self._language = language

    def finish(self) -> None:
        """Mark the article done; ask first where something holds it back."""
        annotations = self._session.annotations
        if annotations is None or not self._presenter.may_edit():
            return
        held = [] if annotations.status is Status.DONE else self._held_back()
        if held:
            self._ask(held)
        elif self.set_status(Status.DONE):
            self.done.emit()

    def set_status(self, status: Status, reason: str = "") -> bool:
        """Set the article's status; False where nothing could be stored."""
        annotations = self._session.annotations
        if annotations is None or not self._presenter.may_edit():
            return False
        if annotations.status is status:
            return True
        editing = self._session.project.editing
        made = self._presenter.do(lambda within: editing.set_status(within, status, reason))
        return made is not None

    def toggle_status(self, status: Status) -> bool:
        """Set a status, or take it back where the article has it already."""
        annotations = self._session.annotations
        if annotations is None or annotations.status is not status:
            return self.set_status(status)
        back = Status.IN_PROGRESS if annotations.span_count else Status.NEW
        return self.set_status(back)

    def _held_back(self) -> "list[Remark]":
        from annotator.services.checks import blocking

        annotations = self._session.annotations
        return [] if annotations is None else blocking(annotations, self._session.project.scheme)

    def _ask(self, held: "list[Remark]") -> None:
        from annotator.ui.annotate.remark_rows import RowMaker
        from annotator.ui.dialogs.gate import GateDialog

        make = RowMaker(self._session, self._language)
        view = self._presenter.view
        dialog = GateDialog(held, make, self._session.project.scheme, self._theme, view.window())
        dialog.overruled.connect(self._overruled)
        dialog.chosen.connect(self._presenter.go_to)
        dialog.finished.connect(lambda _: view.setFocus())
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _overruled(self, reason: str) -> None:
        if self.set_status(Status.DONE, reason):
            self.done.emit()
