"""Our own format, lossless: one document a line (docs/formats/jsonl.md)."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, BinaryIO, Final

from annotator.errors import FormatError
from annotator.formats import strict_json
from annotator.formats.base import (
    USUAL,
    Bundle,
    FormatInfo,
    Hold,
    Holds,
    Loss,
    Reading,
    ReadOptions,
    SchemeRef,
    StandsAlone,
)
from annotator.formats.files import replacing
from annotator.formats.jsonl_notes import note_values, read_notes
from annotator.model.annotation import (
    UNKNOWN_GUIDELINE,
    Annotation,
    DocumentLabel,
    Relation,
    Span,
)
from annotator.model.annotation_set import AnnotationSet
from annotator.model.document import Document, Language, text_hash
from annotator.model.ids import AnnotatorId, DocumentId, DocumentLabelId, RelationId, SpanId
from annotator.model.project import Annotator, Status
from annotator.model.scheme import Scheme

FORM: Final = "annotator/1"
LINE_LIMIT: Final = 256 * 1024 * 1024
"""Longest line in bytes; what is longer is refused without being held in memory."""
_CHUNK: Final = 1024 * 1024

_KEYS = frozenset(
    {"annotation_sets", "format", "id", "language", "metadata", "notes", "sha256", "text", "title"}
)
_SET_KEYS = frozenset(
    {"annotator", "document_labels", "relations", "scheme", "spans", "status", "status_reason"}
)
_SPAN_KEYS = frozenset(
    {"attributes", "end", "fragments", "guideline", "id", "label", "quote", "start", "waived"}
)
_RELATION_KEYS = frozenset(
    {"attributes", "id", "label", "source", "source_factuality", "source_polarity", "target"}
)
_LABEL_KEYS = frozenset({"attributes", "id", "label"})
_DERIVED = ("factuality", "polarity")
"""Attributes of a relation's source that stand beside the relation: a perpetrator link without
them would say more than the article does."""


class Jsonl(StandsAlone):
    """One document a line: JSON, UTF-8, sorted keys, LF."""

    info = FormatInfo(
        "jsonl",
        "Annotator JSON Lines",
        (".jsonl", ".ndjson"),
        reads=True,
        writes=True,
        holds=Holds("code points", *[Hold.NATIVE] * 7),
        says_language=True,
    )

    def accepts(self, head: bytes, path: Path) -> bool:  # noqa: ARG002 - the head says it
        start = head.removeprefix(b"\xef\xbb\xbf").lstrip()[:40]
        return b"".join(start.split()).startswith(b'{"annotation_sets":')

    def read(self, path: Path, options: ReadOptions = USUAL) -> Iterator[Reading]:  # noqa: ARG002
        with path.open("rb") as file:
            for number, line in _lines(file):
                try:
                    content: Bundle | FormatError = _read_line(line)
                except ValueError as error:
                    content = FormatError(path, number, str(error))
                yield Reading(number, file.tell(), content)

    def write(
        self,
        target: Path,
        bundles: Iterable[Bundle],
        scheme: Scheme,
        lost: Callable[[Loss], None],  # noqa: ARG002 - nothing is
    ) -> None:
        with replacing(target) as file:
            for bundle in bundles:
                file.write(line_of(bundle, scheme))


FORMAT = Jsonl()


def _lines(file: BinaryIO) -> Iterator[tuple[int, bytes | None]]:
    """Hand out (number, line) of all lines that are not blank; None for one that is too long.

    Only LF ends a line: texts hold U+2028, U+0085 and form feeds.
    """
    number = 0
    while line := file.readline(LINE_LIMIT):
        number += 1
        if len(line) == LINE_LIMIT and not line.endswith(b"\n"):
            while (rest := file.readline(_CHUNK)) and not rest.endswith(b"\n"):
                pass
            yield number, None
        elif line.strip(b" \t\r\n"):
            yield number, line


# writing


def line_of(bundle: Bundle, scheme: Scheme) -> bytes:
    """Return the line of a document, with its LF."""
    document = bundle.document
    sets = sorted(
        (item for item in bundle.annotation_sets if _says_something(item)),
        key=lambda item: item.annotator,
    )
    values = {
        "annotation_sets": [_set_values(item, bundle, scheme) for item in sets],
        "format": FORM,
        "id": document.id,
        "language": _language_values(document.language),
        "metadata": dict(document.metadata),
        "sha256": document.sha256,
        "text": document.text,
        "title": document.title,
    }
    if bundle.notes:
        values["notes"] = [note_values(note, bundle) for note in bundle.notes]
    line = json.dumps(
        values, sort_keys=True, ensure_ascii=False, allow_nan=False, separators=(",", ":")
    )
    for char in "\x85\u2028\u2029":  # readers that split where Python's splitlines() does
        line = line.replace(char, f"\\u{ord(char):04x}")
    return line.encode("utf-8") + b"\n"


def _language_values(language: Language) -> dict[str, Any]:
    values: dict[str, Any] = {"code": language.code, "share": language.share}
    return {**values, "others": list(language.others)} if language.others else values


def _says_something(annotation_set: AnnotationSet) -> bool:
    return annotation_set.status is not Status.NEW or any(True for _ in annotation_set.annotations)


def _set_values(item: AnnotationSet, bundle: Bundle, scheme: Scheme) -> dict[str, Any]:
    text = bundle.document.text
    annotator = bundle.annotators[item.annotator]
    place = {span.id: number for number, span in enumerate(item.spans)}
    relations = sorted(
        item.relations,
        key=lambda link: (place[link.source], place[link.target], link.label, link.id),
    )
    labels = sorted(item.document_labels, key=lambda label: (label.label, label.id))
    values = {
        "annotator": {"id": annotator.id, "name": annotator.name},
        "document_labels": [_annotation_values(label) for label in labels],
        "relations": [_relation_values(link, item, scheme) for link in relations],
        "scheme": None if bundle.scheme is None else bundle.scheme._asdict(),
        "spans": [_span_values(span, text, bundle.guidelines) for span in item.spans],
        "status": str(item.status),
    }
    return {**values, "status_reason": item.status_reason} if item.status_reason else values


def _span_values(span: Span, text: str, guidelines: Mapping[int, str]) -> dict[str, Any]:
    values = _annotation_values(span) | {
        "start": span.start,
        "end": span.end,
        "quote": span.quote(text),
    }
    if span.fragments:
        values["fragments"] = [list(fragment) for fragment in span.fragments]
    guideline = span.foreign or guidelines.get(span.guideline)
    if guideline:
        values["guideline"] = guideline
    if span.waived:
        values["waived"] = list(span.waived)
    return values


def _annotation_values(annotation: Annotation) -> dict[str, Any]:
    return {
        "id": annotation.id,
        "label": annotation.label,
        "attributes": annotation.attributes.to_json(),
    }


def _relation_values(link: Relation, within: AnnotationSet, scheme: Scheme) -> dict[str, Any]:
    values = _annotation_values(link) | {"source": link.source, "target": link.target}
    source = within.span(link.source)
    assert source is not None, "the store keeps no relation without its ends"
    required = {attribute.id for attribute in scheme.required_of(source.label)}
    if "factuality" in required:
        for name in _DERIVED:
            values[f"source_{name}"] = _effective(source, name, scheme)
    return values


def _effective(span: Span, name: str, scheme: Scheme) -> object:
    """Return the value a span carries, else the scheme's default, else None."""
    if name in span.attributes:
        return span.attributes.to_json()[name]
    attribute = next((item for item in scheme.attributes_of(span.label) if item.id == name), None)
    return attribute.default if attribute is not None else None


# reading


def _read_line(line: bytes | None) -> Bundle:
    if line is None:
        raise strict_json.Malformed(f"longer than {LINE_LIMIT} bytes")
    values = strict_json.parse_object(line)
    form = values.get("format", FORM)
    if form != FORM:
        raise strict_json.Malformed(f"format {form!r} is not {FORM!r}")
    text = strict_json.text_of(values, "text")
    if "sha256" in values and values["sha256"] != text_hash(text):
        raise strict_json.Malformed("the text is not the one of 'sha256'")
    document = Document(
        id=DocumentId(strict_json.id_of(values)),
        title=strict_json.text_of(values, "title", ""),
        text=text,
        language=_language(strict_json.object_of(values, "language")),
        metadata=_metadata(values),
    )
    sets: dict[AnnotatorId, AnnotationSet] = {}
    annotators: dict[AnnotatorId, Annotator] = {}
    schemes: set[SchemeRef] = set()
    guidelines: dict[str, int] = {}
    for entry in strict_json.objects_of(values, "annotation_sets"):
        strict_json.only_keys(entry, _SET_KEYS)
        who = strict_json.object_of(entry, "annotator")
        strict_json.only_keys(who, frozenset({"id", "name"}))
        annotator = Annotator(AnnotatorId(strict_json.id_of(who)), strict_json.text_of(who, "name"))
        if annotator.id in sets:
            raise strict_json.Malformed(f"two annotation sets of annotator {annotator.id}")
        annotators[annotator.id] = annotator
        sets[annotator.id] = _annotation_set(entry, document, annotator.id, guidelines)
        if entry.get("scheme") is not None:
            schemes.add(_scheme(strict_json.object_of(entry, "scheme")))
    if len(schemes) > 1:
        raise strict_json.Malformed("annotation sets of one line name different schemes")
    notes, authors = read_notes(values, document)
    return Bundle(
        document,
        tuple(sets.values()),
        authors | annotators,
        next(iter(schemes), None),
        notes,
        {number: name for name, number in guidelines.items()},
    )


def _metadata(values: Mapping[str, Any]) -> dict[str, str]:
    """Return the metadata, and with it the keys of the line that are not ours."""
    metadata = strict_json.object_of(values, "metadata")
    for key in metadata:
        strict_json.text_of(metadata, key)
    for key in sorted(values.keys() - _KEYS):
        if key in metadata:
            raise strict_json.Malformed(f"{key!r} stands in the line and in its metadata")
        value = values[key]
        metadata[key] = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return metadata


def _language(values: Mapping[str, Any]) -> Language:
    if not values:
        return Language()
    strict_json.only_keys(values, frozenset({"code", "others", "share"}))
    share = values.get("share", 0.0)
    if isinstance(share, bool) or not isinstance(share, int | float) or not 0 <= share <= 1:
        raise strict_json.Malformed("'share' of the language must be a number from 0 to 1")
    others = strict_json.texts_of(values, "others")
    return Language(strict_json.id_of(values, "code"), float(share), others)


def _scheme(values: Mapping[str, Any]) -> SchemeRef:
    strict_json.only_keys(values, frozenset(SchemeRef._fields))
    number = values.get("number", 0)
    if type(number) is not int:
        raise strict_json.Malformed("'number' of the scheme must be a whole number")
    return SchemeRef(
        strict_json.text_of(values, "id"), strict_json.text_of(values, "version"), number
    )


def _annotation_set(
    values: Mapping[str, Any],
    document: Document,
    annotator: AnnotatorId,
    guidelines: dict[str, int],
) -> AnnotationSet:
    """Read a set; guideline versions are numbered in the order in which they are met."""
    found: dict[str, Annotation] = {}

    def keep(annotation: Annotation) -> None:
        if annotation.id in found:
            raise strict_json.Malformed(f"the id {annotation.id} stands twice")
        found[annotation.id] = annotation

    for entry in strict_json.objects_of(values, "spans"):
        strict_json.only_keys(entry, _SPAN_KEYS)
        span = strict_json.span_of(entry, strict_json.id_of(entry), document.text, "quote")
        number = UNKNOWN_GUIDELINE
        if "guideline" in entry:
            name = strict_json.text_of(entry, "guideline")
            if not name:
                raise strict_json.Malformed(f"the guideline of span {span.id} has no name")
            number = guidelines.setdefault(name, len(guidelines) + 1)
        waived = strict_json.texts_of(entry, "waived")
        keep(replace(span, guideline=number, waived=waived))
    for entry in strict_json.objects_of(values, "relations"):
        strict_json.only_keys(entry, _RELATION_KEYS)
        keep(_relation(entry, found))
    for entry in strict_json.objects_of(values, "document_labels"):
        strict_json.only_keys(entry, _LABEL_KEYS)
        label = DocumentLabelId(strict_json.id_of(entry))
        attributes = strict_json.attributes_of(entry)
        keep(DocumentLabel(label, strict_json.text_of(entry, "label"), attributes))
    usual = Status.IN_PROGRESS if found else Status.NEW
    name = strict_json.text_of(values, "status", str(usual))
    try:
        status = Status(name)
    except ValueError:
        raise strict_json.Malformed(f"{name!r} is no status") from None
    reason = strict_json.text_of(values, "status_reason", "")
    return AnnotationSet(document.id, annotator, found.values(), status, reason)


def _relation(values: Mapping[str, Any], found: Mapping[str, Annotation]) -> Relation:
    relation_id = RelationId(strict_json.id_of(values))
    ends = SpanId(strict_json.id_of(values, "source")), SpanId(strict_json.id_of(values, "target"))
    for end in ends:
        if not isinstance(found.get(end), Span):
            raise strict_json.Malformed(f"relation {relation_id}: there is no span {end}")
    return Relation(
        relation_id, *ends, strict_json.text_of(values, "label"), strict_json.attributes_of(values)
    )
