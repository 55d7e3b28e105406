"""What a format cannot hold, told one by one while a document is written."""

from collections.abc import Callable, Sequence

from annotator.formats.base import Bundle, Loss, LossReason
from annotator.model.annotation import Annotation, Span
from annotator.model.annotation_set import AnnotationSet


class Losses:
    """Tells what is lost of one document."""

    def __init__(self, bundle: Bundle, lost: Callable[[Loss], None]) -> None:
        self._document = bundle.document.id
        self._lost = lost
        self.bundle = bundle

    def whole(self, reason: LossReason, label: str = "", instead: str = "") -> None:
        """Tell what concerns the document and no annotation of it."""
        self._lost(Loss(self._document, "", label, reason, instead))

    def of(self, annotation: Annotation, reason: LossReason, instead: str = "") -> None:
        """Tell that an annotation is left out, or what is written instead of it."""
        self._lost(Loss(self._document, annotation.id, annotation.label, reason, instead))

    def attributes(self, annotation: Annotation) -> None:
        """Tell that none of an annotation's attributes is written."""
        if annotation.attributes:
            self.of(annotation, LossReason.ATTRIBUTE)

    def about(self, *kept: str) -> None:
        """Tell of title, metadata and notes; `kept` are the keys that the format does hold."""
        document = self.bundle.document
        values = {"title": document.title, **document.metadata}
        for key, value in values.items():
            if value and key not in kept:
                self.whole(LossReason.METADATA, key)
        for note in self.bundle.notes:
            self._lost(Loss(self._document, note.id, "", LossReason.NOTE))

    def one_set(self) -> AnnotationSet | None:
        """Return the annotations to be written where only one annotator's can be.

        That is the annotator whose name comes first; of the others each annotation is told.
        """
        sets = speaking(self.bundle)
        for other in sets[1:]:
            for annotation in _ordered(other):
                self.of(annotation, LossReason.ANNOTATOR)
        return sets[0] if sets else None


def speaking(bundle: Bundle) -> list[AnnotationSet]:
    """Return the sets that hold annotations, by the names of their annotators."""
    sets = [item for item in bundle.annotation_sets if any(True for _ in item.annotations)]
    return sorted(sets, key=lambda item: (bundle.annotators[item.annotator].name, item.annotator))


def _ordered(item: AnnotationSet) -> Sequence[Annotation]:
    return [
        *item.spans,
        *(other for other in item.annotations if not isinstance(other, Span)),
    ]
