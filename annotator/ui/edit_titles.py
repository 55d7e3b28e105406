"""What an edit did, in a few words, for the status line and the undo menu."""

from PySide6.QtCore import QCoreApplication

from annotator.model.annotation import Relation, Span
from annotator.model.edit import Change, Edit
from annotator.model.scheme import Scheme

translate = QCoreApplication.translate
_QUOTE = 28


def quote(text: str, start: int, end: int, limit: int = _QUOTE) -> str:
    """Return the words of a span on one line, shortened to `limit` characters."""
    words = " ".join(text[start:end].split())
    return words if len(words) <= limit else words[: limit - 1] + "…"


def title_of(edit: Edit, text: str, scheme: Scheme, language: str) -> str:
    """Say what an edit did, such as “politik uang” → Vote buying."""
    spans = [change for change in edit.changes if isinstance(change.annotation, Span)]
    if len(spans) > 1:
        return translate("EditTitles", "%1 spans changed").replace("%1", str(len(spans)))
    if spans:
        return _span_title(spans[0], text, scheme, language)
    relations = [change for change in edit.changes if isinstance(change.annotation, Relation)]
    if relations:
        kind = scheme.relation(relations[0].annotation.label)
        name = kind.names.best(language) if kind else relations[0].annotation.label
        return translate("EditTitles", "relation %1").replace("%1", name)
    if edit.status is not None:
        return translate("EditTitles", "article: %1").replace("%1", status_words(edit.status[1]))
    return translate("EditTitles", "label of the article")


def status_words(status: str) -> str:
    """Return the status of a document in the user's language."""
    return {
        "new": translate("EditTitles", "new"),
        "in_progress": translate("EditTitles", "in progress"),
        "done": translate("EditTitles", "done"),
        "skipped": translate("EditTitles", "skipped"),
        "flagged": translate("EditTitles", "flagged"),
    }[status]


def _span_title(change: Change, text: str, scheme: Scheme, language: str) -> str:
    span = change.annotation
    assert isinstance(span, Span)
    words = f"“{quote(text, span.start, span.end)}”"
    label = scheme.label(span.label)
    name = label.names.best(language) if label else span.label
    before = change.before
    if change.after is None:
        return translate("EditTitles", "%1: label removed").replace("%1", words)
    if isinstance(before, Span):
        if (before.start, before.end) != (span.start, span.end):
            return translate("EditTitles", "edge moved: %1").replace("%1", words)
        if before.label == span.label:
            return f"{words} · {_changed_attribute(before, span, scheme, language)}"
    return f"{words} → {name}"


def _changed_attribute(before: Span, after: Span, scheme: Scheme, language: str) -> str:
    for key in {**before.attributes, **after.attributes}:
        if before.attributes.get(key) != after.attributes.get(key):
            attribute = scheme.attribute(key)
            if attribute is None:
                return key
            choice = attribute.choice(after.attributes.get(key))
            name = attribute.names.best(language)
            return f"{name}: {choice.names.best(language)}" if choice else name
    return ""
