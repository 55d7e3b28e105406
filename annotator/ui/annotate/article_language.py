"""The language of the article, where a person knows better than the detector."""

from collections.abc import Mapping
from typing import Final

from annotator.compat import override
from annotator.errors import AnnotatorError
from annotator.model.document import UNKNOWN_LANGUAGE
from annotator.services.changes import Changes
from annotator.ui.annotate.feature import Feature, Handler
from annotator.ui.language_words import language_words
from annotator.ui.messages import words_for
from annotator.ui.quick_entries import Entry, Finder
from annotator.ui.quick_open import QuickOpen

_CODES: Final = (
    *("id", "en", "ms", "jv", "su", "ace", "ban", "bjn", "bug", "mad", "min", "nij", "bbc"),
    *("ar", "nl", "zh", UNKNOWN_LANGUAGE),
)
"""Languages that news from Indonesia is written in, the commonest first."""


class ArticleLanguage(Feature):
    """Offers the languages; what is chosen stands for good and counts in every filter."""

    @override
    def handlers(self) -> Mapping[str, Handler]:
        return {"language": self.open}

    def open(self) -> None:
        """Show the languages, the article's own marked."""
        document = self.desk.session.document
        if document is None:
            self.refused.emit(self.tr("There is no article open."))
            return
        if self.desk.session.project.read_only:
            self.refused.emit(self.tr("The project is open for reading only."))
            return
        now = document.language.code
        codes = _CODES if now in _CODES else (now, *_CODES)
        entries = [
            Entry(
                id=code,
                title=language_words(code),
                others=((code, 5),),
                note=self.tr("now") if code == now else "",
            )
            for code in codes
        ]
        popup = QuickOpen(
            self.desk.window,
            self.desk.theme,
            Finder(entries),
            self.tr("Language of the article"),
            self.tr("Name of a language"),
        )
        popup.taken.connect(self._take)
        popup.start()

    def _take(self, code: str) -> None:
        session = self.desk.session
        document = session.document
        if document is None:
            return
        try:
            session.project.documents.set_language(document.id, code)
        except AnnotatorError as error:
            self.refused.emit(words_for(error))
            return
        session.open(document.id)
        session.changed.emit(Changes(documents=frozenset({document.id})))
        words = self.tr("Language of the article: %1").replace("%1", language_words(code))
        self.told.emit(words)
        self.desk.focus_text()
