"""Annotations in JSON beside the text file they are about (docs/formats/standoff-json.md)."""

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from annotator.errors import FormatError
from annotator.formats import strict_json
from annotator.formats.base import (
    USUAL,
    Bundle,
    FormatInfo,
    Hold,
    Holds,
    Reading,
    ReadOptions,
    SchemeRef,
)
from annotator.formats.fresh import annotation_id, annotator_named, document_id
from annotator.model.annotation import Annotation, DocumentLabel, Relation, Span
from annotator.model.annotation_set import AnnotationSet
from annotator.model.document import Document, Language, text_hash
from annotator.model.ids import DocumentLabelId, RelationId, SpanId
from annotator.model.project import Annotator, Status

LIMIT: Final = 64 * 1024 * 1024
"""Largest file of annotations or text, in bytes."""
OFFSETS: Final = "unicode code points, half-open"
_LOOKS_LIKE = re.compile(rb'[{,]\s*"document"\s*:\s*\{[^{}]*"file"\s*:\s*"')
_KEYS = frozenset(
    {
        "annotator",
        "document",
        "document_labels",
        "kind",
        "offsets",
        "relations",
        "scheme",
        "spans",
        "status",
    }
)


class StandoffJson:
    """One document a file; its text stands beside it in a .txt file."""

    info = FormatInfo(
        "standoff-json",
        "JSON beside a text file",
        (".gold.json", ".json"),
        reads=True,
        holds=Holds(
            offsets="code points",
            overlaps=Hold.NATIVE,
            discontinuous=Hold.NO,
            relations=Hold.NATIVE,
            attributes=Hold.NATIVE,
            document_labels=Hold.NATIVE,
            annotators=Hold.NO,
            empty_documents=Hold.NATIVE,
        ),
    )

    def accepts(self, head: bytes, path: Path) -> bool:  # noqa: ARG002 - the head says it
        start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
        return start.startswith(b"{") and _LOOKS_LIKE.search(head) is not None

    def companions(self, path: Path) -> Sequence[Path]:
        try:
            values = strict_json.parse_object(_bytes_of(path))
            name = strict_json.text_of(strict_json.object_of(values, "document"), "file")
        except (FormatError, ValueError, OSError):
            return ()  # what is wrong with it is told when it is read
        return (path.parent / name,) if _is_name(name) else ()

    def read(self, path: Path, options: ReadOptions = USUAL) -> Iterator[Reading]:  # noqa: ARG002
        data = _bytes_of(path)
        try:
            content: Bundle | FormatError = _bundle(path, strict_json.parse_object(data))
        except ValueError as error:
            content = FormatError(path, 0, str(error))
        yield Reading(0, len(data), content)


FORMAT = StandoffJson()


def _bytes_of(path: Path) -> bytes:
    with path.open("rb") as file:
        data = file.read(LIMIT + 1)
    if len(data) > LIMIT:
        raise FormatError(path, 0, f"longer than {LIMIT} bytes")
    return data


def _bundle(path: Path, values: Mapping[str, Any]) -> Bundle:
    strict_json.only_keys(values, _KEYS)
    about = strict_json.object_of(values, "document")
    text = _text_beside(path, about)
    if strict_json.text_of(values, "offsets", OFFSETS) != OFFSETS:
        raise strict_json.Malformed(f"offsets must be {OFFSETS!r}")
    name = strict_json.text_of(values, "annotator", "gold")
    annotator = annotator_named(name)
    document = Document(
        id=document_id(text),
        title=strict_json.text_of(about, "title", ""),
        text=text,
        language=_language(about),
        metadata={"source": path.name},
    )
    annotations = _annotations(values, document, annotator)
    status = Status.DONE if annotations else Status.NEW
    if "status" in values:
        status = Status(strict_json.text_of(values, "status"))
    return Bundle(
        document,
        (AnnotationSet(document.id, annotator.id, annotations, status),),
        {annotator.id: annotator},
        _scheme(strict_json.object_of(values, "scheme")),
    )


def _text_beside(path: Path, about: Mapping[str, Any]) -> str:
    """Return the text a file of annotations is about; it must lie in the same folder."""
    name = strict_json.text_of(about, "file")
    folder = path.parent.resolve()
    if not _is_name(name):
        raise strict_json.Malformed(f"{name!r} is no name of a file in the same folder")
    beside = folder / name
    try:
        inside = beside.resolve().parent == folder
        if not inside or not beside.is_file():
            raise strict_json.Malformed(f"{name!r} is no file in the same folder")
        data = _bytes_of(beside)
    except OSError as error:
        raise strict_json.Malformed(f"{name!r} cannot be read: {error.strerror}") from error
    from annotator.text.decoding import DecodeRefused, decode

    try:
        text = decode(data).text
    except DecodeRefused as error:
        raise strict_json.Malformed(f"{name!r} is no text: {error.reason}") from error
    expected = about.get("sha256")
    if expected is not None and expected not in {text_hash(text), hashlib.sha256(data).hexdigest()}:
        raise strict_json.Malformed(f"{name!r} is not the text of 'sha256'")
    return text


def _is_name(name: str) -> bool:
    """Tell whether this names a file in the same folder, and nothing elsewhere."""
    return name not in {"", ".", ".."} and not any(char in name for char in "/\\:\0")


def _language(about: Mapping[str, Any]) -> Language:
    code = strict_json.text_of(about, "language", "")
    return Language(code, 1.0) if code else Language()


def _scheme(values: Mapping[str, Any]) -> SchemeRef | None:
    if not values:
        return None
    identity, version = strict_json.text_of(values, "id"), strict_json.text_of(values, "version")
    return SchemeRef(identity, version, 0)


def _annotations(
    values: Mapping[str, Any], document: Document, annotator: Annotator
) -> list[Annotation]:
    found: dict[str, Annotation] = {}

    def keep(entry: Mapping[str, Any], annotation: Annotation) -> None:
        if annotation.id in found:
            raise strict_json.Malformed(f"the id {entry['id']} stands twice")
        found[annotation.id] = annotation

    def fresh(local: str) -> str:
        return annotation_id(document, annotator, local)

    for entry in strict_json.objects_of(values, "spans"):
        strict_json.only_keys(
            entry, frozenset({"attributes", "end", "id", "label", "start", "text"})
        )
        local = strict_json.id_of(entry)
        span = strict_json.span_of(entry, local, document.text, "text")
        keep(entry, Span(SpanId(fresh(local)), span.start, span.end, span.label, span.attributes))
    for entry in strict_json.objects_of(values, "relations"):
        strict_json.only_keys(entry, frozenset({"attributes", "from", "id", "to", "type"}))
        ends: list[SpanId] = []
        for key in ("from", "to"):
            end = fresh(strict_json.id_of(entry, key))
            if not isinstance(found.get(end), Span):
                raise strict_json.Malformed(
                    f"relation {entry.get('id')}: there is no span {entry[key]}"
                )
            ends.append(SpanId(end))
        relation = RelationId(fresh(strict_json.id_of(entry)))
        label = strict_json.text_of(entry, "type")
        keep(entry, Relation(relation, ends[0], ends[1], label, strict_json.attributes_of(entry)))
    for entry in strict_json.objects_of(values, "document_labels"):
        strict_json.only_keys(entry, frozenset({"attributes", "id", "label"}))
        identity = DocumentLabelId(fresh(strict_json.id_of(entry)))
        label = strict_json.text_of(entry, "label")
        keep(entry, DocumentLabel(identity, label, strict_json.attributes_of(entry)))
    return list(found.values())
