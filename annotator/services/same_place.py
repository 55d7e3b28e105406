"""Which span on the same words a new label is about."""

from annotator.model.annotation import Span
from annotator.model.annotation_set import AnnotationSet
from annotator.model.scheme import Scheme
from annotator.model.stretches import Stretch


def carrier(
    annotations: AnnotationSet | None, place: tuple[Stretch, ...], label_id: str
) -> Span | None:
    """Return the span on exactly these pieces that carries the label: there can be one only."""
    if annotations is None:
        return None
    for span in annotations.spans_in(*place[0]):
        if span.stretches == place and span.label == label_id:
            return span
    return None


def same_place(
    annotations: AnnotationSet | None, place: tuple[Stretch, ...], label_id: str, scheme: Scheme
) -> Span | None:
    """Return a span on exactly these pieces in the group of this label: it is relabelled."""
    label = scheme.label(label_id)
    if annotations is None or label is None:
        return None
    for span in annotations.spans_in(*place[0]):
        here = scheme.label(span.label)
        if span.stretches == place and here and here.group == label.group:
            return span
    return None
