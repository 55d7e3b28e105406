"""The page an article was taken from, written to a file."""

from collections.abc import Mapping
from pathlib import Path

from annotator.compat import override
from annotator.errors import AnnotatorError
from annotator.model.ids import DocumentId
from annotator.ui.annotate.feature import Feature, Handler
from annotator.ui.messages import words_for


class OriginalFeature(Feature):
    """Saves the file that an article was taken from. Nothing opens it here: pages hold scripts."""

    @override
    def handlers(self) -> Mapping[str, Handler]:
        return {"save_original": self.save}

    def save(self) -> None:
        """Ask where to, and write the file as it was."""
        document = self.desk.session.document
        if document is None:
            self.refused.emit(self.tr("There is no article open."))
            return
        try:
            original = self.desk.session.project.originals.of(document.id)
        except AnnotatorError as error:
            self.refused.emit(words_for(error))
            return
        if original is None:
            self.refused.emit(self.tr("No page is kept of this article: it came as a text."))
            return
        from annotator.ui.dialogs.files import Ask, file_dialog

        title = self.tr("Save the original page")
        dialog = file_dialog(self.desk.window, title, Ask.NEW_FILE, name=original.name)
        dialog.fileSelected.connect(lambda path: self._write(document.id, Path(path)))
        dialog.open()

    def _write(self, document: DocumentId, target: Path) -> None:
        try:
            self.desk.session.project.originals.save(document, target)
        except (AnnotatorError, OSError) as error:
            self.refused.emit(words_for(error))
        else:
            self.told.emit(self.tr("Saved: %1").replace("%1", target.name))
