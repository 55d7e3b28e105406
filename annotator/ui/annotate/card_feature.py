"""F1: the guideline of the label in question beside the text, and keeping examples for it."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from annotator.compat import override
from annotator.errors import AnnotatorError
from annotator.model.annotation import Span
from annotator.model.scheme import Example
from annotator.ui.annotate.feature import Desk, Feature, Handler
from annotator.ui.panels.label_card import LabelCard

_LONGEST = 300
"""Characters of an example."""


class CardFeature(Feature):
    """Shows the card until F1 or Esc; meanwhile it follows the focused span."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._card: LabelCard | None = None
        desk.presenter.selected_changed.connect(self._selected)

    @override
    def handlers(self) -> Mapping[str, Handler]:
        return {"card": self._toggle, "keep_example": self._keep}

    @override
    def press(self, event: QKeyEvent) -> bool:
        if self._card is None or event.key() != Qt.Key.Key_Escape:
            return False
        self._close()
        return True

    # -- the card --------------------------------------------------------------------------------

    def _toggle(self) -> None:
        if self._card is not None:
            self._close()
            return
        focused = self.desk.presenter.selected
        label_id = focused.label if focused is not None else self.desk.labels.label_in_question
        if self.desk.scheme.label(label_id) is None:
            self.refused.emit(self.tr("Focus a span, or choose a label first."))
            return
        self._card = LabelCard(self.desk.theme, self.desk.language)
        self._card.closed.connect(self._close)
        self.desk.labels.cover(self._card)
        self._show(label_id)

    def _show(self, label_id: str) -> None:
        label = self.desk.scheme.label(label_id)
        if label is not None and self._card is not None:
            self._card.show_label(label, self.desk.scheme)
            self.desk.view.announce(self._card.words())

    def _close(self) -> None:
        if self._card is not None:
            card, self._card = self._card, None
            self.desk.labels.cover(None)
            card.deleteLater()
            self.desk.focus_text()

    def _selected(self, span_id: str) -> None:
        focused = self.desk.presenter.selected
        self.desk.labels.show_stamp(self._stamp(focused))
        if (
            span_id
            and self._card is not None
            and focused is not None
            and focused.label != self._card.label_id
        ):
            self._show(focused.label)

    def _stamp(self, span: Span | None) -> str:
        """Say under which guideline a span was made, or looked at last."""
        if span is None:
            return ""
        if span.foreign:
            words = self.tr("This span: guideline %1 (not of this project)")
            return words.replace("%1", span.foreign)
        version = self.desk.session.project.looking.guideline_of(span.guideline)
        if not version:
            return self.tr("This span: guideline unknown")
        return self.tr("This span: guideline %1").replace("%1", version)

    # -- examples --------------------------------------------------------------------------------

    def _keep(self) -> None:
        """Ask whether the focused span's words fit its label, and keep them on its card."""
        desk, document = self.desk, self.desk.session.document
        focused = desk.presenter.selected
        if focused is None or document is None:
            self.refused.emit(self.tr("Click a span first, or step to one with ]."))
            return
        label = desk.scheme.label(focused.label)
        if label is None or not desk.presenter.may_edit():
            return
        text = " ".join(focused.quote(document.text).split())[:_LONGEST]
        if any(known.text == text for known in label.examples):
            self.refused.emit(self.tr("These words are an example of this label already."))
            return
        from annotator.ui.dialogs.example import ExampleDialog

        dialog = ExampleDialog(text, label.names.best(desk.language), desk.theme, desk.window)
        dialog.accepted.connect(lambda: self._store(label.id, dialog.example))
        dialog.finished.connect(lambda _: desk.focus_text())
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _store(self, label_id: str, example: Example) -> None:
        """Keep an example. The window stays as it is: nothing else in it shows examples."""
        from annotator.services.examples import with_example
        from annotator.services.schemes import SchemeChange

        project = self.desk.session.project
        try:
            project.schemes.apply(SchemeChange(with_example(project.scheme, label_id, example)))
        except AnnotatorError as error:
            self.desk.session.failed.emit(error)
            return
        if self._card is not None and self._card.label_id == label_id:
            self._show(label_id)
        self.told.emit(self.tr("Kept as an example; F1 shows the card."))
