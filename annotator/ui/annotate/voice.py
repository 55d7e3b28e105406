"""What a screen reader is told while the caret walks through the text and articles are opened."""

from PySide6.QtCore import QObject

from annotator.ui.annotate.presenter import AnnotatePresenter
from annotator.ui.annotate.span_words import spoken
from annotator.ui.edit_titles import status_words
from annotator.ui.session import Session
from annotator.ui.text_view.view import TextView


class Voice(QObject):
    """Says which article was opened from the text, and which span the caret comes into.

    A focused span is announced by the presenter, and rows of the list by the list itself.
    """

    def __init__(
        self,
        session: Session,
        view: TextView,
        presenter: AnnotatePresenter,
        language: str,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._view = view
        self._presenter = presenter
        self._language = language
        self._article = ""
        self._inside = ""
        session.opened.connect(self._opened)
        view.caret_moved.connect(self._moved)

    @property
    def _is_heard(self) -> bool:
        if not self._view.hasFocus():
            return False
        from PySide6.QtGui import QAccessible  # not before the first paint: it brings 170 values

        return QAccessible.isActive()

    def _opened(self) -> None:
        document, annotations = self._session.document, self._session.annotations
        self._article, self._inside = document.id if document is not None else "", ""
        if document is not None and annotations is not None and self._is_heard:
            self._view.announce(f"{document.title}, {status_words(annotations.status)}")

    def _moved(self, position: int) -> None:
        document, annotations = self._session.document, self._session.annotations
        if document is None or annotations is None or not self._is_heard:
            return
        if document.id != self._article:  # it is being opened, which is said first
            return
        # a jump from word to word ends behind the last letter
        around = annotations.spans_at(position) or annotations.spans_at(max(0, position - 1))
        inner = around[-1] if around else None
        entered = inner is not None and inner.id != self._inside
        self._inside = inner.id if inner is not None else ""
        if inner is not None and entered and self._presenter.selected is None:
            scheme = self._session.project.scheme
            self._view.announce(spoken(inner, document.text, scheme, self._language))
