"""Which span a new label would replace."""

from annotator.model.annotation import Span
from annotator.model.annotation_set import AnnotationSet
from annotator.model.scheme import Scheme


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
