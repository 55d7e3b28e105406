"""Attributes by keyboard: of spans, relations and the article; and what the text proposes."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from annotator.compat import override
from annotator.model.attributes import AttributeValue
from annotator.text.furniture import Stretch, find, touches
from annotator.ui.annotate.feature import Desk, Feature, Handler
from annotator.ui.annotate.proposals import Proposals, Proposed
from annotator.ui.annotate.span_words import summary_of
from annotator.ui.panels.labels import key_attribute

if TYPE_CHECKING:
    from annotator.model.annotation import Span
    from annotator.services.changes import Changes


class AttributesFeature(Feature):
    """Shows proposals as such and stores the ones a person confirms; fills the label panel."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._proposals = Proposals(desk.scheme, key_attribute(desk.scheme))
        self._told = ("", "")
        self._ahead: tuple[str, tuple[Stretch, ...]] = ("", ())
        panel, presenter = desk.labels, desk.presenter
        for part in (panel.attributes, panel.relations, panel.article):
            part.left.connect(self.leave)
            part.refused.connect(self.refused)
        for described in (panel.relations, panel.article):
            described.attribute_chosen.connect(self._describe)
        panel.article.label_toggled.connect(self._toggle_label)
        panel.article.removal_asked.connect(presenter.unlink)
        presenter.selected_changed.connect(self._show_proposal)
        presenter.adjust(lambda scenes: scenes.use_proposals(self._name_of_proposal))
        desk.session.opened.connect(self._show_article)
        desk.session.changed.connect(self._show_article)
        self._show_proposal()
        self._show_article()

    @override
    def handlers(self) -> Mapping[str, Handler]:
        return {
            "attributes": self.open,
            "confirm_proposal": self.confirm,
            "document_labels": self.open_article,
        }

    def open(self) -> None:
        """Put the keyboard into the attributes of the focused span, or of the one at the caret."""
        presenter = self.desk.presenter
        if presenter.selected is not None:
            presenter.select(presenter.selected.id)  # what else was begun with it ends
        elif not presenter.select_under_caret():
            self.refused.emit(self.tr("Click a span first, or step to one with ]."))
            return
        if presenter.may_edit() and not self.desk.labels.attributes.enter():
            self.refused.emit(self.tr("The scheme has no attributes for this label."))

    def open_article(self) -> None:
        """Put the keyboard into the labels of the article."""
        if self.desk.presenter.may_edit() and not self.desk.labels.article.enter():
            self.refused.emit(self.tr("The scheme has no labels for whole articles."))

    def leave(self) -> None:
        """Put the keyboard back into the text, just after the focused span."""
        span = self.desk.presenter.selected
        self.desk.labels.relations.close_rows()
        self.desk.labels.article.given.close_rows()
        if span is not None:
            self.desk.view.set_caret(span.end)
        self.desk.focus_text()

    # -- what the text proposes ----------------------------------------------------------------

    @property
    def proposed(self) -> Proposed | None:
        """What is proposed for the focused span."""
        document = self.desk.session.document
        return self._propose(self.desk.presenter.selected, document.text if document else "")

    def confirm(self) -> None:
        """Store what is proposed for the focused span, as if its key had been pressed."""
        proposed = self.proposed
        if proposed is not None:
            self.desk.presenter.set_attribute(proposed.attribute, proposed.choice.id)
        elif self.desk.presenter.selected is None:
            self.refused.emit(self.tr("Click a span first, or step to one with ]."))
        else:
            self.refused.emit(self.tr("Nothing is proposed for this span."))

    def _propose(self, span: "Span | None", text: str) -> Proposed | None:
        """Return what is proposed for a span; nothing for what stands in page furniture."""
        if span is None or touches(self._furniture(text), span.start, span.end):
            return None
        return self._proposals.of(span, text)

    def _furniture(self, text: str) -> tuple[Stretch, ...]:
        """Return the furniture of a text: of the open article, or of one that may come next."""
        document = self.desk.session.document
        if document is not None and document.text is text:
            return self.desk.session.project.furniture.of(document)
        if self._ahead[0] is not text:
            self._ahead = (text, find(text))
        return self._ahead[1]

    def _name_of_proposal(self, span: "Span", text: str) -> str:
        proposed = self._propose(span, text)
        return proposed.choice.names.best(self.desk.language) if proposed is not None else ""

    def _show_proposal(self) -> None:
        proposed, span = self.proposed, self.desk.presenter.selected
        if proposed is None or span is None:
            self._told = ("", "")
            self.desk.labels.show_proposal("", "")
            return
        words = self.tr("Proposed: %1, because of “%2”. ⇧Y takes it.")
        words = words.replace("%1", proposed.choice.names.best(self.desk.language))
        words = words.replace("%2", proposed.words)
        self.desk.labels.show_proposal(proposed.choice.id, words)
        if self._told != (span.id, proposed.choice.id):
            self._told = (span.id, proposed.choice.id)
            self.told.emit(words)
            self.desk.view.announce(words)

    # -- relations and the article -------------------------------------------------------------

    def _describe(self, annotation_id: str, key: str, value: AttributeValue | None) -> None:
        """Store an attribute of a relation or of a label of the article."""
        editing, presenter = self.desk.session.project.editing, self.desk.presenter
        if presenter.may_edit():
            presenter.do(lambda within: editing.set_attribute(within, annotation_id, key, value))

    def _toggle_label(self, label_id: str) -> None:
        """Give the article a label, or take it away where it has it."""
        annotations, presenter = self.desk.session.annotations, self.desk.presenter
        if annotations is None or not presenter.may_edit():
            return
        editing = self.desk.session.project.editing
        given = [one.id for one in annotations.document_labels if one.label == label_id]
        if given:
            presenter.do(lambda within: editing.remove(within, given))
        else:
            presenter.do(lambda within: editing.add_document_label(within, label_id))

    def _show_article(self, changes: "Changes | None" = None) -> None:
        document, annotations = self.desk.session.document, self.desk.session.annotations
        if document is None or annotations is None:
            return
        if changes is None or changes.touches(document.id):
            labels = tuple(annotations.document_labels)
            scheme, language = self.desk.scheme, self.desk.language
            summaries = tuple(summary_of(one.attributes, scheme, language) for one in labels)
            self.desk.labels.article.show_labels(labels, summaries)
