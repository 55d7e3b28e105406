"""What an edit did, in a few words: for the status line, the undo menu and the history."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication

from annotator.model.annotation import Annotation, DocumentLabel, Relation, Span
from annotator.model.attributes import AttributeValue
from annotator.model.edit import Change, Edit
from annotator.model.scheme import AttributeType, Scheme

translate = QCoreApplication.translate
_QUOTE = 28
_END = 20
"""Letters quoted of each end of a relation."""

FindSpan = Callable[[str], Span | None]


def quote(text: str, start: int, end: int, limit: int = _QUOTE) -> str:
    """Return the words of a span on one line, shortened to `limit` characters."""
    words = " ".join(text[start:end].split())
    return words if len(words) <= limit else words[: limit - 1] + "…"


def quote_of(span: Span, text: str, limit: int = _QUOTE) -> str:
    """Return the words of a span on one line, " … " between its pieces, shortened."""
    words = span.quote(text)
    return quote(words, 0, len(words), limit)


def title_of(
    edit: Edit, text: str, scheme: Scheme, language: str, find: FindSpan = lambda _: None
) -> str:
    """Say what an edit did, such as “politik uang” → Vote buying.

    `find` knows the spans that the edit leaves alone: ends of relations are quoted.
    """
    return _Titles(edit, text, scheme, language, find).title()


def status_words(status: str) -> str:
    """Return the status of a document in the user's language."""
    return {
        "new": translate("EditTitles", "new"),
        "in_progress": translate("EditTitles", "in progress"),
        "done": translate("EditTitles", "done"),
        "skipped": translate("EditTitles", "skipped"),
        "flagged": translate("EditTitles", "flagged"),
    }[status]


def count_title(made: int, removed: int, changed: int) -> str:
    """Say how many spans an act labelled, removed and changed otherwise."""
    total = made + removed + changed
    if total == made:
        words = translate("EditTitles", "%1 spans labelled")
    elif total == removed:
        words = translate("EditTitles", "%1 spans removed")
    else:
        words = translate("EditTitles", "%1 spans changed")
    return words.replace("%1", str(total))


def value_words(
    attribute: AttributeType | None, value: AttributeValue | None, language: str
) -> str:
    """Return the value of an attribute as a person reads it; none as a dash."""
    if value is None:
        return "–"
    if isinstance(value, bool):
        return translate("EditTitles", "yes") if value else translate("EditTitles", "no")
    if isinstance(value, tuple):
        return ", ".join(value_words(attribute, one, language) for one in value) or "–"
    choice = attribute.choice(value) if attribute is not None else None
    if choice is not None:
        return choice.names.best(language)
    return quote(str(value), 0, len(str(value)))


class _Titles:
    def __init__(
        self, edit: Edit, text: str, scheme: Scheme, language: str, find: FindSpan
    ) -> None:
        self._edit = edit
        self._text = text
        self._scheme = scheme
        self._language = language
        self._find = find

    def title(self) -> str:
        changes = self._edit.changes
        spans = [one for one in changes if isinstance(one.annotation, Span)]
        relations = [one for one in changes if isinstance(one.annotation, Relation)]
        if len(spans) > 1:
            return self._spans(spans)
        if spans:
            title = self._span(spans[0])
            gone = sum(one.after is None for one in relations)
            if gone:
                words = (
                    translate("EditTitles", "1 relation removed with it")
                    if gone == 1
                    else translate("EditTitles", "%1 relations removed with it")
                )
                title = f"{title} · {words.replace('%1', str(gone))}"
            return title
        if len(relations) > 1:
            return translate("EditTitles", "%1 relations").replace("%1", str(len(relations)))
        if relations:
            return self._relation(relations[0])
        labels = [one for one in changes if isinstance(one.annotation, DocumentLabel)]
        if labels:
            return self._document_labels(labels)
        status = self._edit.status[1] if self._edit.status is not None else ""
        words = status_words(status) if status else ""
        title = translate("EditTitles", "article: %1").replace("%1", words)
        return f"{title} ({self._edit.reasons[1]})" if self._edit.reasons[1] else title

    def _spans(self, changes: Sequence[Change]) -> str:
        made = sum(one.before is None for one in changes)
        removed = sum(one.after is None for one in changes)
        title = count_title(made, removed, len(changes) - made - removed)
        labels = {one.after.label for one in changes if one.after is not None}
        if removed == 0 and len(labels) == 1:
            title += f": {self._label(labels.pop())}"
        return title

    def _span(self, change: Change) -> str:
        span, before = change.annotation, change.before
        assert isinstance(span, Span)
        words = f"“{quote_of(span, self._text)}”"
        if change.after is None:
            return translate("EditTitles", "%1: label removed").replace("%1", words)
        if isinstance(before, Span):
            if before.stretches != span.stretches:
                return _move_words(before, span).replace("%1", words)
            if before.label == span.label:
                return f"{words} · {self._attributes(before, span) or _looked_at(before, span)}"
        title = f"{words} → {self._label(span.label)}"
        if before is None and span.attributes:
            title += f" · {self._attributes(None, span)}"
        return title

    def _relation(self, change: Change) -> str:
        relation, before = change.annotation, change.before
        assert isinstance(relation, Relation)
        kind = self._scheme.relation(relation.label)
        name = kind.names.best(self._language) if kind else relation.label
        ends = " → ".join(self._end(one) for one in (relation.source, relation.target))
        title = f"{name}: {ends}"
        if change.after is None:
            return translate("EditTitles", "relation removed: %1").replace("%1", title)
        if before is not None and before.label == relation.label:
            return f"{title} · {self._attributes(before, relation)}"
        return title

    def _end(self, span_id: str) -> str:
        span = self._find(span_id)
        if span is None:
            ends = (one.before for one in self._edit.changes if one.annotation.id == span_id)
            span = next((one for one in ends if isinstance(one, Span)), None)
        return "“…”" if span is None else f"“{quote_of(span, self._text, _END)}”"

    def _document_labels(self, changes: Sequence[Change]) -> str:
        if len(changes) > 1:
            words = translate("EditTitles", "%1 labels of the article changed")
            return words.replace("%1", str(len(changes)))
        label, before = changes[0].annotation, changes[0].before
        name = self._label(label.label)
        if changes[0].after is None:
            words = translate("EditTitles", "label of the article removed: %1")
        else:
            words = translate("EditTitles", "label of the article: %1")
        title = words.replace("%1", name)
        if before is not None and changes[0].after is not None and before.label == label.label:
            title += f" · {self._attributes(before, label)}"
        return title

    def _label(self, label_id: str) -> str:
        label = self._scheme.label(label_id)
        return label.names.best(self._language) if label else label_id

    def _attributes(self, before: Annotation | None, after: Annotation) -> str:
        """Name the attributes that differ, with what they are now."""
        old = {} if before is None else before.attributes
        parts = []
        for key in {**old, **after.attributes}:
            value = after.attributes.get(key)
            if old.get(key) != value:
                attribute = self._scheme.attribute(key)
                name = attribute.names.best(self._language) if attribute else key
                parts.append(f"{name}: {value_words(attribute, value, self._language)}")
        return ", ".join(parts)


def _move_words(before: Span, after: Span) -> str:
    """Say what became of the pieces of a span: mostly there is one, and an edge of it moved."""
    old, new = len(before.stretches), len(after.stretches)
    if new > old and _lies_in(before, after):
        return translate("EditTitles", "part added: %1")
    if new != old and _lies_in(after, before):
        return translate("EditTitles", "part taken off, left is: %1")
    if new < old and _lies_in(before, after):
        return translate("EditTitles", "parts joined: %1")
    return translate("EditTitles", "edge moved: %1")


def _lies_in(inner: Span, outer: Span) -> bool:
    return all(
        any(first <= start and end <= last for first, last in outer.stretches)
        for start, end in inner.stretches
    )


def _looked_at(before: Span, after: Span) -> str:
    """Say what changed where a span stayed what it is."""
    if len(after.waived) > len(before.waived):
        return translate("EditTitles", "remark waived")
    if len(after.waived) < len(before.waived):
        return translate("EditTitles", "remark no longer waived")
    if after.guideline < before.guideline:
        return translate("EditTitles", "to be checked again")
    return translate("EditTitles", "still right")
