"""What the text proposes for spans that still lack what their label requires.

A proposal is shown, never stored: it is made from text and scheme each time, and a person's word
makes it an attribute.
"""

from typing import NamedTuple

from annotator.model.annotation import Span
from annotator.model.scheme import AttributeChoice, AttributeType, Scheme
from annotator.text.cues import CueFinder
from annotator.ui.edit_titles import quote


class Proposed(NamedTuple):
    """A proposed value of the key attribute, and the words of the text that suggest it."""

    attribute: str
    choice: AttributeChoice
    words: str


class Proposals:
    """Proposes values of the key attribute (factuality) of a scheme."""

    def __init__(self, scheme: Scheme, key_attribute: AttributeType | None) -> None:
        self._attribute = key_attribute
        self._finder = CueFinder(key_attribute.offered if key_attribute is not None else ())
        self._labels = frozenset(
            label.id for label in scheme.labels if key_attribute in scheme.required_of(label.id)
        )

    def of(self, span: Span | None, text: str) -> Proposed | None:
        """Return what is proposed for a span; None where nothing is, or a value was chosen.

        Of one in several parts the first is looked at: its end may be pages away.
        """
        attribute = self._attribute
        if span is None or attribute is None or attribute.id in span.attributes:
            return None
        if self._finder.is_empty or span.label not in self._labels:
            return None
        found = self._finder.propose(text, *span.stretches[0])
        choice = attribute.choice(found.value) if found is not None else None
        if found is None or choice is None:
            return None
        return Proposed(attribute.id, choice, quote(text, found.start, found.end))
