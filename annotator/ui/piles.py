"""What the window does with a pile: look, ask where there is something to decide, take in."""

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from annotator.errors import AnnotatorError
from annotator.services.settings import Settings
from annotator.ui.annotate.screen import AnnotateScreen
from annotator.ui.session import Session
from annotator.ui.theme import Theme

if TYPE_CHECKING:
    from annotator.services.import_report import ImportReport
    from annotator.services.preview import Preview
    from annotator.services.taking_in import Decided, Taken

_OURS: Final = "jsonl"
_PAUSE: Final = 400
"""Milliseconds after the window is made until it is asked for an unfinished import."""
_ROWS_LOOKED_AT: Final = 20


class Piles(QObject):
    """Looks into files in the reading lane; the dialog comes where there is something to decide."""

    reported = Signal(object)
    """An `ImportReport`: what came in."""
    failed = Signal(object)
    """An exception."""

    def __init__(
        self,
        session: Session,
        settings: Settings,
        theme: Theme,
        language: str,
        window: QWidget,
        screen: AnnotateScreen,
    ) -> None:
        super().__init__(window)
        self._session = session
        self._settings = settings
        self._theme = theme
        self._language = language
        self._window = window
        self._screen = screen
        self.report: ImportReport | None = None
        """The last one, to be shown in full."""
        self._later = QTimer(self, singleShot=True, interval=_PAUSE)
        self._later.timeout.connect(self.offer_to_continue)
        self._later.start()

    def look(self, paths: list[Path]) -> None:
        """Look into files and folders, then ask or take them in."""
        from annotator.services.preview import job_look

        title = self.tr("Looking into the files")
        self._screen.told.emit(f"{title} …", False)
        task = self._session.look(title, job_look(paths))
        task.finished.connect(lambda preview: self._seen(paths, preview))
        task.failed.connect(self.failed)

    def offer_to_continue(self) -> None:
        """Offer to go on with an import that was stopped or cut off, where there is one."""
        project, notice = self._session.project, self._screen.notice
        if project.read_only or self._session.is_busy or notice.isVisible():
            return
        from annotator.services.transfer import unfinished_import

        left = unfinished_import(project)
        if left is None:
            return
        words = self.tr("An import was not finished: %1. Articles of it that are in: %2.")
        names = left.paths[0].name + (" …" if len(left.paths) > 1 else "")
        notice.show_words(
            words.replace("%1", names).replace("%2", str(left.documents)),
            offer=self.tr("Continue"),
            answer=self._resume,
            other=(self.tr("Forget it"), self._forget),
        )

    def _resume(self) -> None:
        from annotator.services.transfer import job_resume

        self._screen.notice.hide()
        task = self._session.run(self.tr("Importing"), job_resume(self._session.project))
        task.finished.connect(self._resumed)
        task.failed.connect(self.failed)

    def _resumed(self, report: "ImportReport | None") -> None:
        if report is not None:
            self.report = report
            self.reported.emit(report)

    def _forget(self) -> None:
        from annotator.services.transfer import forget_import

        self._screen.notice.hide()
        try:
            forget_import(self._session.project)
        except AnnotatorError as error:
            self.failed.emit(error)

    def show_report(self) -> None:
        """Show all that the last import says."""
        from annotator.ui.dialogs.import_report import ImportReportDialog

        if self.report is not None:
            ImportReportDialog(self.report, self._theme, self._language, self._window).open()

    def take_in(self, decided: "Decided") -> None:
        """Take a pile in, in the background."""
        from annotator.services.taking_in import job_take_in

        job = job_take_in(self._session.project, decided)
        task = self._session.run(self.tr("Importing"), job)
        task.finished.connect(self._taken)
        task.failed.connect(self.failed)

    def take_as_usual(self, paths: list[Path]) -> None:
        """Take a pile in as it is read without a decision."""
        from annotator.services.taking_in import Decided
        from annotator.services.transfer import AS_USUAL

        self.take_in(Decided(tuple(paths), AS_USUAL))

    def _seen(self, paths: list[Path], preview: "Preview") -> None:
        if preview.is_plain or self._is_ours(preview):
            self.take_as_usual(paths)
        else:
            self._ask(paths, preview)

    def _is_ours(self, preview: "Preview") -> bool:
        """Tell whether these are datasets of this program in which the scheme knows every word."""
        from annotator.formats.base import Kind
        from annotator.model.label_mapping import AS_IT_IS
        from annotator.model.vocabulary import unknown

        kinds = {seen.info.name for seen in preview.formats if seen.info.kind is Kind.ANNOTATED}
        words = unknown(preview.words, AS_IT_IS, self._session.project.scheme)
        return kinds == {_OURS} and not preview.tables and not words

    def _ask(self, paths: list[Path], preview: "Preview") -> None:
        from annotator.ui.dialogs.import_dialog import ImportDialog

        dialog = ImportDialog(
            self._session,
            paths,
            preview,
            self._settings,
            self._theme,
            self._language,
            self._window,
        )
        dialog.decided.connect(self.take_in)
        dialog.open()

    def _taken(self, taken: "Taken") -> None:
        self.report = taken.report
        self.reported.emit(taken.report)
        if taken.scheme_grew:
            self._session.scheme_replaced.emit()


def is_table(text: str) -> bool:
    """Tell whether a text is cells copied from a spreadsheet: rows with equally many tabs."""
    rows = text.strip("\r\n").splitlines()[:_ROWS_LOOKED_AT]
    tabs = {row.count("\t") for row in rows}
    return len(rows) > 1 and len(tabs) == 1 and tabs != {0}
