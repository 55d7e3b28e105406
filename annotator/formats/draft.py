"""What is read of one document of another tool, until it is a bundle."""

from collections.abc import Mapping, Sequence
from itertools import count
from typing import Final

from annotator.formats.base import Bundle, Left
from annotator.formats.fresh import annotation_id, annotator_named, document_id
from annotator.formats.strict_json import Malformed
from annotator.model.annotation import Annotation, DocumentLabel, Relation, Span
from annotator.model.annotation_set import AnnotationSet
from annotator.model.attributes import EMPTY, Attributes, AttributeValue
from annotator.model.document import Document, Language
from annotator.model.ids import DocumentLabelId, RelationId, SpanId
from annotator.model.project import Status

TEXT_LIMIT: Final = 16 * 1024 * 1024
"""Longest text of a document in code points."""


class Draft:
    """A document and the annotations of one annotator; ids are made of place and label.

    `left` is what the reader left out or took differently; a remark that says the same again is
    counted and not repeated.
    """

    def __init__(
        self,
        text: str,
        source: str,
        annotator: str,
        title: str = "",
        metadata: Mapping[str, str] | None = None,
        language: Language | None = None,
    ) -> None:
        if not text.strip():
            raise Malformed("there is no text in it")
        if len(text) > TEXT_LIMIT:
            raise Malformed(f"the text is longer than {TEXT_LIMIT} characters")
        if "\0" in text:
            raise Malformed("a NUL character")
        try:
            self.document = Document(
                document_id(text),
                title,
                text,
                language or Language(),
                {"source": source, **(metadata or {})},
            )
        except UnicodeEncodeError:
            raise Malformed("a lone surrogate") from None
        self.annotator = annotator_named(annotator)
        self._found: dict[str, Annotation] = {}
        self._left: dict[tuple[str, str], int] = {}
        self._details: dict[tuple[str, str], str] = {}

    def span(
        self,
        start: int,
        end: int,
        label: str,
        attributes: Mapping[str, AttributeValue] | None = None,
        fragments: Sequence[tuple[int, int]] = (),
    ) -> SpanId:
        """Add a span. Raises Malformed where it is not inside the text."""
        if not 0 <= start < end <= len(self.document.text):
            raise Malformed(f"a span [{start}, {end}) is not inside the text")
        pieces = tuple(fragments) if len(fragments) > 1 else ()
        where = ";".join(f"{first}-{last}" for first, last in pieces or ((start, end),))
        made = SpanId(self._fresh(f"span {where} {label}"))
        try:
            self._found[made] = Span(
                made, start, end, label, _attributes(attributes), fragments=pieces
            )
        except ValueError as error:
            raise Malformed(str(error)) from None
        return made

    def relation(
        self,
        source: SpanId,
        target: SpanId,
        label: str,
        attributes: Mapping[str, AttributeValue] | None = None,
    ) -> None:
        made = RelationId(self._fresh(f"relation {source} {target} {label}"))
        self._found[made] = Relation(made, source, target, label, _attributes(attributes))

    def document_label(
        self, label: str, attributes: Mapping[str, AttributeValue] | None = None
    ) -> None:
        made = DocumentLabelId(self._fresh(f"label {label}"))
        self._found[made] = DocumentLabel(made, label, _attributes(attributes))

    def leave(self, reason: str, label: str = "", detail: str = "", times: int = 1) -> None:
        """Remember that something was left out or taken differently."""
        self._left[reason, label] = self._left.get((reason, label), 0) + times
        self._details.setdefault((reason, label), detail)

    @property
    def left(self) -> tuple[Left, ...]:
        return tuple(
            Left(reason, label, self._details[reason, label] or (str(times) if times > 1 else ""))
            for (reason, label), times in self._left.items()
        )

    def bundle(self) -> Bundle:
        """Return the document with all that was added."""
        status = Status.DONE if self._found else Status.NEW
        who = self.annotator
        found = AnnotationSet(self.document.id, who.id, self._found.values(), status)
        return Bundle(self.document, (found,), {who.id: who}, None)

    def _fresh(self, local: str) -> str:
        """Return an id; what stands twice at one place gets a number."""
        for number in count():
            again = f"{local} {number}" if number else local
            made = annotation_id(self.document, self.annotator, again)
            if made not in self._found:
                return made
        raise AssertionError("numbers do not end")


def _attributes(values: Mapping[str, AttributeValue] | None) -> Attributes:
    return Attributes(values) if values else EMPTY
