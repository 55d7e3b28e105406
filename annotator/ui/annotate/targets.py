"""Which span an act is about."""

from annotator.model.annotation import Span
from annotator.model.annotation_set import AnnotationSet
from annotator.model.scheme import Scheme
from annotator.services.changes import Changes


def same_place(
    annotations: AnnotationSet | None, place: tuple[int, int], label_id: str, scheme: Scheme
) -> Span | None:
    """Return a span on exactly these words in the group of this label: it is relabelled."""
    label = scheme.label(label_id)
    if annotations is None or label is None:
        return None
    for span in annotations.spans_in(*place):
        here = scheme.label(span.label)
        if (span.start, span.end) == place and here and here.group == label.group:
            return span
    return None


def made_span(changes: Changes | None) -> Span | None:
    """Return the first span that an act left behind, if it made or changed one."""
    if changes is None or changes.edit is None:
        return None
    return next((item.after for item in changes.edit.changes if isinstance(item.after, Span)), None)
