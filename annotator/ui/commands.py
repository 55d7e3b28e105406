"""What the window does with files: articles in, annotations in, datasets out."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from annotator.errors import AddRefused, AnnotatorError, Cancelled
from annotator.services.changes import Changes
from annotator.ui.annotate.screen import AnnotateScreen
from annotator.ui.messages import words_for
from annotator.ui.session import Session
from annotator.ui.skip_words import skip_words
from annotator.ui.theme import Theme

if TYPE_CHECKING:
    from annotator.formats.base import FormatInfo
    from annotator.services.import_report import ImportReport
    from annotator.services.transfer import ExportReport


class FileCommands(QObject):
    """Add, paste, import and export for one session; results are told by the screen's notice."""

    def __init__(
        self, session: Session, screen: AnnotateScreen, theme: Theme, window: QWidget
    ) -> None:
        super().__init__(window)
        self._session = session
        self._screen = screen
        self._theme = theme
        self._window = window
        self._report: tuple[str, list[tuple[str, str]]] = ("", [])
        self._folder: Path | None = None
        screen.notice.asked.connect(self._answer)

    # -- articles in ---------------------------------------------------------------------------

    def add(self) -> None:
        """Ask for text files and add them."""
        from annotator.ui.dialogs.files import Ask, file_dialog

        filters = [self.tr("Text files") + " (*.txt *.text *.md)", self.tr("All files") + " (*)"]
        dialog = file_dialog(self._window, self.tr("Add articles"), Ask.FILES, filters)
        dialog.filesSelected.connect(self._add_names)
        dialog.open()

    def add_folder(self) -> None:
        """Ask for a folder and add every text file in it."""
        from annotator.ui.dialogs.files import Ask, file_dialog

        dialog = file_dialog(self._window, self.tr("Add a folder of articles"), Ask.FOLDER)
        dialog.filesSelected.connect(self._add_names)
        dialog.open()

    def add_paths(self, paths: list[Path]) -> None:
        """Add files and folders in the background."""
        if not paths or not self._may_write():
            return
        self._import(paths, self.tr("Adding articles"))

    def paste(self) -> None:
        """Add the clipboard's text as an article, or its files."""
        mime = QGuiApplication.clipboard().mimeData()
        if mime is not None:
            self.take(mime)

    def take(self, mime: QMimeData) -> None:
        """Add what was pasted or dropped."""
        paths = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
        if paths:
            self.add_paths(paths)
            return
        if not mime.hasText() or not self._may_write():
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

    # -- annotations in ---------------------------------------------------------------

    def import_annotations(self) -> None:
        """Ask for files with annotations and take them in."""
        from annotator.ui.dialogs.files import Ask, file_dialog

        suffixes = " ".join(
            f"*{suffix}" for info in _formats() if info.reads for suffix in info.suffixes
        )
        filters = [self.tr("Annotated files") + f" ({suffixes})", self.tr("All files") + " (*)"]
        dialog = file_dialog(self._window, self.tr("Import annotations"), Ask.FILES, filters)
        dialog.filesSelected.connect(self._import_names)
        dialog.open()

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
        from annotator.ui.dialogs.report import ReportDialog

        title, rows = self._report
        heads = (self.tr("File"), self.tr("What happened"))
        ReportDialog(title, heads, rows, self._theme, self._window).open()

    # -- helpers ------------------------------------------------------------------------------

    def _add_names(self, names: list[str]) -> None:
        self.add_paths([Path(name) for name in names])

    def _import_names(self, names: list[str]) -> None:
        if self._may_write():
            self._import([Path(name) for name in names], self.tr("Importing"))

    def _import(self, paths: list[Path], title: str) -> None:
        from annotator.services.transfer import job_import

        task = self._session.run(title, job_import(self._session.project, paths))
        task.finished.connect(self._imported)
        task.failed.connect(self._failed)

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
