"""One span in words: for the screen reader, and what it still lacks."""

from PySide6.QtCore import QCoreApplication

from annotator.model.annotation import Relation, Span
from annotator.model.attributes import Attributes
from annotator.model.scheme import Scheme
from annotator.model.validation import is_complete
from annotator.ui.edit_titles import quote_of, value_words

translate = QCoreApplication.translate


def inherited_note(relation: Relation, source: Span | None, scheme: Scheme, language: str) -> str:
    """Return what a link takes over from its source, such as "alleged", "" for most links."""
    kind = scheme.relation(relation.label)
    if kind is None or source is None:
        return ""
    notes = []
    for attribute_id in kind.inherits:
        attribute = scheme.attribute(attribute_id)
        choice = attribute.choice(source.attributes.get(attribute_id)) if attribute else None
        if choice is not None:
            notes.append(choice.names.best(language).lower())
    return ", ".join(notes)


def summary_of(values: Attributes, scheme: Scheme, language: str) -> str:
    """Return what attributes say, in the scheme's order: "Confidence: Unsure · Note: ..."."""
    parts = []
    for attribute in scheme.attributes:
        if attribute.id in values:
            words = value_words(attribute, values[attribute.id], language)
            parts.append(f"{attribute.names.best(language)}: {words}")
    return " · ".join(parts)


def required_value(span: Span, scheme: Scheme, language: str) -> str:
    """Return the value of the closed list a span must carry (factuality), "" without one."""
    for attribute in scheme.required_of(span.label):
        choice = attribute.choice(span.attributes.get(attribute.id))
        if choice is not None:
            return choice.names.best(language)
    return ""


def parts_words(count: int) -> str:
    """Say of how many pieces a discontinuous span is made."""
    if count == 2:  # noqa: PLR2004 - nearly always
        return translate("SpanWords", "in two parts")
    return translate("SpanWords", "in %1 parts").replace("%1", str(count))


def spoken(span: Span, text: str, scheme: Scheme, language: str) -> str:
    """Return what is read out when a span is focused: its words, label and factuality."""
    label = scheme.label(span.label)
    parts = [
        quote_of(span, text),
        label.names.best(language) if label else span.label,
        required_value(span, scheme, language),
    ]
    if span.fragments:
        parts.append(parts_words(len(span.fragments)))
    if not is_complete(span, scheme):
        parts.append(translate("SpanWords", "incomplete"))
    return ", ".join(part for part in parts if part)
