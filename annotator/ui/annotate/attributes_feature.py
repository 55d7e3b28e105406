"""Attributes by keyboard, and what the text proposes for them."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from annotator.compat import override
from annotator.ui.annotate.feature import Desk, Feature, Handler
from annotator.ui.annotate.proposals import Proposals, Proposed
from annotator.ui.panels.labels import key_attribute

if TYPE_CHECKING:
    from annotator.model.annotation import Span


class AttributesFeature(Feature):
    """Shows proposals as such and stores the ones a person confirms."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._proposals = Proposals(desk.scheme, key_attribute(desk.scheme))
        self._told = ("", "")
        rows = desk.labels.attributes
        rows.left.connect(self.leave)
        rows.refused.connect(self.refused)
        desk.presenter.selected_changed.connect(self._show_proposal)
        desk.presenter.use_proposals(self._name_of_proposal)
        self._show_proposal()

    @override
    def handlers(self) -> Mapping[str, Handler]:
        return {"attributes": self.open, "confirm_proposal": self.confirm}

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

    def leave(self) -> None:
        """Put the keyboard back into the text, just after the focused span."""
        span = self.desk.presenter.selected
        if span is not None:
            self.desk.view.set_caret(span.end)
        self.desk.focus_text()

    @property
    def proposed(self) -> Proposed | None:
        """What is proposed for the focused span."""
        document = self.desk.session.document
        return self._proposals.of(self.desk.presenter.selected, document.text if document else "")

    def confirm(self) -> None:
        """Store what is proposed for the focused span, as if its key had been pressed."""
        proposed = self.proposed
        if proposed is not None:
            self.desk.presenter.set_attribute(proposed.attribute, proposed.choice.id)
        elif self.desk.presenter.selected is None:
            self.refused.emit(self.tr("Click a span first, or step to one with ]."))
        else:
            self.refused.emit(self.tr("Nothing is proposed for this span."))

    def _name_of_proposal(self, span: "Span", text: str) -> str:
        proposed = self._proposals.of(span, text)
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
