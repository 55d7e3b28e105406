"""One annotator's work on one document as a CAS: layers of our own, tokens and sentences."""

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from annotator.formats import uima_types
from annotator.formats.base import LossReason
from annotator.formats.cas_layers import (
    DOCUMENT_LABEL,
    FRAGMENT,
    LABEL,
    RELATION,
    SENTENCE,
    SPAN,
    TOKEN,
)
from annotator.formats.losses import Losses
from annotator.formats.tokens import sentences
from annotator.model.annotation import Annotation, Span
from annotator.model.annotation_set import AnnotationSet
from annotator.model.attributes import AttributeValue, Kind
from annotator.model.document import UNKNOWN_LANGUAGE
from annotator.model.scheme import Scheme

if TYPE_CHECKING:
    from cassis import Cas
    from cassis.typesystem import TypeSystem

_NOT_XML: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_NAME: Final = re.compile(r"[A-Za-z]\w*", re.ASCII)
_NOT_NAMES: Final = frozenset(
    {LABEL, "begin", "end", "sofa", "Governor", "Dependent", "next", "first", "self", "type", "id"}
)
_RANGES: Final = {
    Kind.YES_NO: uima_types.BOOLEAN,
    Kind.NUMBER: uima_types.DOUBLE,
    Kind.MULTI: uima_types.STRINGS,
}
_EXACT: Final = 2**53
"""Whole numbers below this are what they were after a journey as a float."""


class Writer:
    """Makes the CAS of each file of an export; all share one type system."""

    def __init__(self, scheme: Scheme, *, is_xml: bool) -> None:
        self._is_xml = is_xml
        self._ranges = {
            kind.id: _RANGES.get(kind.kind, uima_types.STRING) for kind in scheme.attributes
        }
        self.types = _own_types()
        for name in sorted(self._ranges):
            if _is_name(name):
                self._declare(name)

    def cas(self, losses: Losses, item: AnnotationSet | None, name: str) -> "Cas | None":
        """Return a CAS, None where there is no text."""
        from cassis import Cas

        document = losses.bundle.document
        if not document.text:
            return None
        text = self._text(document.text)
        if text != document.text:
            losses.whole(LossReason.TEXT_CHANGED, instead="\ufffd for what XML cannot hold")
        cas = Cas(typesystem=self.types)
        cas.sofa_string = text
        cas.sofa_mime = "text/plain"
        title = self._text(document.title)
        if title != document.title:
            losses.whole(LossReason.METADATA, "title", title)
        about = {"documentTitle": title, "documentId": name}
        if document.language.code != UNKNOWN_LANGUAGE:
            about["language"] = self._text(document.language.code)
        self._add(cas, uima_types.DOCUMENT, 0, len(text), about)
        for sentence in sentences(text):
            self._add(cas, SENTENCE, sentence.start, sentence.end, {})
            for start, end in sentence.tokens:
                self._add(cas, TOKEN, start, end, {})
        if item is not None:
            self._annotations(cas, losses, item)
        return cas

    def _annotations(self, cas: "Cas", losses: Losses, item: AnnotationSet) -> None:
        # cassis wants a type whole before the first annotation of it is made
        names = {name for annotation in item.annotations for name in annotation.attributes}
        for name in sorted(names - self._ranges.keys()):
            self._ranges[name] = uima_types.STRING
            if _is_name(name):
                self._declare(name)
        made: dict[str, Any] = {}
        for span in item.spans:
            made[span.id] = self._span(cas, span, losses)
        for relation in item.relations:
            values = self._values(relation, losses)
            self._link(cas, RELATION, made[relation.source], made[relation.target], values)
        for label in item.document_labels:
            kind = self.types.get_type(DOCUMENT_LABEL)
            cas.add(kind(**self._values(label, losses)))

    def _span(self, cas: "Cas", span: Span, losses: Losses) -> Any:
        first = before = None
        for start, end in span.stretches:
            values = self._values(span, losses) if first is None else {LABEL: span.label}
            piece = self._add(cas, SPAN, start, end, values)
            if before is not None:
                self._link(cas, FRAGMENT, before, piece, {})
            first = piece if first is None else first
            before = piece
        return first

    def _link(
        self, cas: "Cas", name: str, source: Any, target: Any, values: Mapping[str, Any]
    ) -> None:
        ends = {"Governor": source, "Dependent": target}
        self._add(cas, name, target.begin, target.end, {**values, **ends})

    def _add(self, cas: "Cas", name: str, start: int, end: int, values: Mapping[str, Any]) -> Any:
        made = self.types.get_type(name)(begin=start, end=end, **values)
        cas.add(made)
        return made

    def _values(self, annotation: Annotation, losses: Losses) -> dict[str, Any]:
        """Return label and attributes as features; what cannot be one is told."""
        label = self._text(annotation.label)
        if label != annotation.label:
            losses.of(annotation, LossReason.TEXT_CHANGED, label)
        values: dict[str, Any] = {LABEL: label}
        for name, value in annotation.attributes.items():
            feature = self._feature(name, value) if _is_name(name) else None
            if feature is None:
                losses.of(annotation, LossReason.ATTRIBUTE)
                continue
            written, said = feature
            if said != value:
                losses.of(annotation, LossReason.ATTRIBUTE, f"{name} = {said}")
            values[name] = written
        return values

    def _feature(self, name: str, value: AttributeValue) -> tuple[Any, AttributeValue] | None:
        """Return a value for cassis and what will be read of it, None where it cannot be held."""
        range_name = self._ranges[name]
        if range_name == uima_types.BOOLEAN:
            return (value, value) if isinstance(value, bool) else None
        if range_name == uima_types.DOUBLE:
            if isinstance(value, bool) or not isinstance(value, int | float):
                return None
            return (float(value), float(value)) if abs(value) <= _EXACT else None
        if range_name == uima_types.STRINGS:
            if not isinstance(value, tuple) or not value:
                return None
            texts = tuple(self._text(part) for part in value)
            kind = self.types.get_type(uima_types.STRINGS)
            return kind(elements=list(texts)), texts
        said = self._text(value if isinstance(value, str) else _said(value))
        return (said, said) if said else None

    def _declare(self, name: str) -> None:
        for layer in (SPAN, RELATION, DOCUMENT_LABEL):
            kind = self.types.get_type(layer)
            self.types.create_feature(kind, name, self._ranges[name])

    def _text(self, text: str) -> str:
        return _NOT_XML.sub("\ufffd", text) if self._is_xml else text


def _said(value: AttributeValue) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return ", ".join(value) if isinstance(value, tuple) else str(value)


def _is_name(name: str) -> bool:
    return _NAME.fullmatch(name) is not None and name not in _NOT_NAMES


def _own_types() -> "TypeSystem":
    from cassis.typesystem import TypeSystem

    types = TypeSystem()
    for name in (TOKEN, SENTENCE):
        types.create_type(name)
    document = types.create_type(uima_types.DOCUMENT, "uima.tcas.DocumentAnnotation")
    for feature in ("documentTitle", "documentId"):
        types.create_feature(document, feature, uima_types.STRING)
    span = types.create_type(SPAN)
    types.create_feature(span, LABEL, uima_types.STRING)
    for name in (RELATION, FRAGMENT):
        link = types.create_type(name)
        for feature in ("Governor", "Dependent"):
            types.create_feature(link, feature, SPAN)
    types.create_feature(types.get_type(RELATION), LABEL, uima_types.STRING)
    label = types.create_type(DOCUMENT_LABEL, uima_types.BASE)
    types.create_feature(label, LABEL, uima_types.STRING)
    return types
