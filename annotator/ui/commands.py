"""What the window does with files: articles in, annotations in, datasets out."""

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from annotator.errors import AddRefused, AnnotatorError, Cancelled
from annotator.services.changes import Changes
from annotator.services.settings import Settings
from annotator.ui.annotate.screen import AnnotateScreen
from annotator.ui.messages import words_for
from annotator.ui.piles import Piles, is_table
from annotator.ui.session import Session
from annotator.ui.skip_words import skip_words
from annotator.ui.theme import Theme

if TYPE_CHECKING:
    from annotator.formats.base import FormatInfo
    from annotator.services.import_report import ImportReport
    from annotator.services.transfer import ExportReport


class Told(NamedTuple):
    """A notice, and what its button shows."""

    words: str
    is_bad: bool
    offer: str
    rows: tuple[str, list[tuple[str, str]]]
    report: "ImportReport | None"


class FileCommands(QObject):
    """Add, paste, import and export for one session; results are told by the screen's notice."""

    def __init__(
        self,
        session: Session,
        screen: AnnotateScreen,
        theme: Theme,
        window: QWidget,
        settings: Settings,
        language: str,
    ) -> None:
        super().__init__(window)
        self._session = session
        self._screen = screen
        self._theme = theme
        self._window = window
        self._report: tuple[str, list[tuple[str, str]]] = ("", [])
        self._folder: Path | None = None
        self._piles = Piles(session, settings, theme, language, window, screen)
        self._piles.reported.connect(self._imported)
        self._piles.failed.connect(self._failed)
        screen.notice.asked.connect(self._answer)

    # -- articles in ---------------------------------------------------------------------------

    def add(self) -> None:
        """Ask for files and take them in: articles, tables of them, and annotations."""
        from annotator.ui.dialogs.files import Ask, file_dialog

        title = self.tr("Add articles or annotations")
        dialog = file_dialog(self._window, title, Ask.FILES, [self.tr("All files") + " (*)"])
        dialog.filesSelected.connect(self._add_names)
        dialog.open()

    def add_folder(self) -> None:
        """Ask for a folder and take in what is in it."""
        from annotator.ui.dialogs.files import Ask, file_dialog

        dialog = file_dialog(self._window, self.tr("Add a folder"), Ask.FOLDER)
        dialog.filesSelected.connect(self._add_names)
        dialog.open()

    def look(self, paths: list[Path]) -> None:
        """Look into files and folders; what is to be decided is asked, the rest taken in."""
        if paths and self._may_write():
            self._piles.look(paths)

    def offer_to_continue(self) -> None:
        """Offer to go on with an import that was cut off."""
        self._piles.offer_to_continue()

    def told(self) -> Told | None:
        """Return what the notice shows and can show more of, None where it is closed."""
        notice = self._screen.notice
        if notice.isHidden():
            return None
        offer = notice.button.text()
        return Told(notice.words, notice.is_bad, offer, self._report, self._piles.report)

    def tell_again(self, told: Told) -> None:
        """Show what the window before this one showed."""
        self._report, self._piles.report = told.rows, told.report
        self._screen.notice.show_words(told.words, bad=told.is_bad, offer=told.offer)

    def paste(self) -> None:
        """Add the clipboard's text as an article, or its files."""
        mime = QGuiApplication.clipboard().mimeData()
        if mime is not None:
            self.take(mime)

    def take(self, mime: QMimeData) -> None:
        """Add what was pasted or dropped."""
        paths = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
        if paths:
            self.look(paths)
            return
        if not mime.hasText() or not self._may_write():
            return
        if is_table(mime.text()):
            self._look_at_table(mime.text())
            return
        try:
            added = self._session.project.documents.add_text(mime.text())
        except AddRefused as error:
            words = self.tr("The pasted text was not added: %1.")
            self._screen.notice.show_words(words.replace("%1", skip_words(error.reason)), bad=True)
            return
        except AnnotatorError as error:
            self._failed(error)
            return
        self._session.changed.emit(Changes(list_changed=True))
        self._session.open(added.document)
        words = self.tr("Added: %1").replace("%1", added.title)
        self._screen.notice.show_words(words)
        self._screen.focus_text()

    def _look_at_table(self, text: str) -> None:
        from annotator.services.pasted import keep_table

        try:
            path = keep_table(text)
        except OSError as error:
            self._failed(error)
        else:
            self.look([path])

    # -- datasets out ------------------------------------------------------------------------------

    def export(self) -> None:
        """Ask where to, and export the project."""
        from annotator.ui.dialogs.files import Ask, file_dialog

        infos = [info for info in _formats() if info.writes]
        infos.sort(key=lambda info: info.name != "jsonl")  # what loses nothing is offered first
        filters = [f"{info.title} (*{info.suffixes[0]})" for info in infos]
        name = f"{self._session.project.name}{infos[0].suffixes[0]}"
        title = self.tr("Export the dataset")
        dialog = file_dialog(self._window, title, Ask.NEW_FILE, filters, name)
        dialog.fileSelected.connect(
            lambda path: self._export(Path(path), infos[filters.index(dialog.selectedNameFilter())])
        )
        dialog.open()

    def _export(self, path: Path, info: "FormatInfo") -> None:
        from annotator.services.transfer import job_export

        self._folder = path.parent
        task = self._session.run(
            self.tr("Exporting"), job_export(self._session.project, path, info.name)
        )
        task.finished.connect(self._exported)
        task.failed.connect(self._failed)

    # -- results -----------------------------------------------------------------------------------

    def _imported(self, report: "ImportReport") -> None:
        self._session.changed.emit(Changes(list_changed=True))
        self._session.reload()
        rows = [
            (
                f"{item.source}:{item.line}" if item.line else item.source,
                skip_words(item.reason, item.detail),
            )
            for item in (*report.skipped, *report.remarks)
        ]
        words = self.tr("Articles added: %1.").replace("%1", str(report.documents_added))
        if report.documents_known:
            more = self.tr("Known already: %1.").replace("%1", str(report.documents_known))
            words += " " + more
        if report.spans or report.relations:
            more = self.tr("Imported: %1 spans, %2 relations.").replace("%1", str(report.spans))
            words += " " + more.replace("%2", str(report.relations))
        own = self._session.annotator
        others = [name for name in report.annotators if own is None or name != own.name]
        if others and (report.spans or report.relations):
            more = self.tr("They belong to %1: click the name at the top right to see them.")
            words += " " + more.replace("%1", ", ".join(others))
        if report.skipped_count:
            words += " " + self.tr("Skipped: %1.").replace("%1", str(report.skipped_count))
        if report.cancelled:
            words = f"{words_for(Cancelled())} {words}"
        came = report.documents_added or report.documents_known
        self._tell(words, self.tr("What was imported"), rows, bad=not came)

    def _exported(self, report: "ExportReport") -> None:
        words = self.tr("Exported: %1 articles, %2 spans, %3 relations to %4.")
        for place, value in enumerate(
            (report.documents, report.spans, report.relations, report.path), 1
        ):
            words = words.replace(f"%{place}", str(value))
        self._screen.notice.show_words(words, offer=self.tr("Open folder"))

    def _failed(self, error: BaseException) -> None:
        if not isinstance(error, AnnotatorError | OSError):
            raise error
        self._screen.notice.show_words(words_for(error), bad=True)
        if self._session.document is None:
            self._screen.reload()

    def _tell(self, words: str, title: str, rows: list[tuple[str, str]], *, bad: bool) -> None:
        self._folder = None
        self._report = (title, rows)
        self._screen.notice.show_words(words, bad=bad, offer=self.tr("Details") if rows else "")

    def _answer(self) -> None:
        if self._folder is not None:
            from PySide6.QtCore import QUrl
            from PySide6.QtGui import QDesktopServices

            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))
            return
        if self._piles.report is not None:
            self._piles.show_report()
            return
        from annotator.ui.dialogs.report import ReportDialog

        title, rows = self._report
        heads = (self.tr("File"), self.tr("What happened"))
        ReportDialog(title, heads, rows, self._theme, self._window).open()

    # -- helpers ------------------------------------------------------------------------------

    def _add_names(self, names: list[str]) -> None:
        self.look([Path(name) for name in names])

    def _may_write(self) -> bool:
        if not self._session.project.read_only:
            return True
        self._screen.notice.show_words(
            self.tr("The project is open for reading only. Nothing was added."), bad=True
        )
        return False


def _formats() -> "tuple[FormatInfo, ...]":
    """List the formats; imported when first asked for, to keep the start of the window short."""
    from annotator.formats.registry import registry

    return registry().infos
