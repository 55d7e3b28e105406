"""An act as it is recorded: one line of a device's append-only, hash-chained journal.

The canonical text of an entry is what is hashed, kept and carried; everything else is derived
from it. A line never quotes the text of a document, so a document can be erased by law without
breaking the chain. Keys of a line, all one to three letters to keep millions of them small:

v version of this form (1) · d device · n position in the device's journal, from 1, no gaps ·
r id of the entry · m annotator · k kind (annotate, note, work, project) · a document ·
op operation ·
c act the entry belongs to · o origin (edit is left out) ·
of act taken back or done again; in an edit: act that it takes back out of turn ·
lam Lamport number within (document, annotator, kind), of notes within the document ·
sv scheme version of the project ·
at time of the device's clock, shown but never used for order · b body of the operation
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any, Final

from annotator.errors import JournalError
from annotator.model.annotation import (
    UNKNOWN_GUIDELINE,
    Annotation,
    DocumentLabel,
    Relation,
    Span,
)
from annotator.model.attributes import Attributes
from annotator.model.edit import Edit, Origin
from annotator.model.ids import (
    ActId,
    AnnotatorId,
    DeviceId,
    DocumentId,
    DocumentLabelId,
    RelationId,
    SpanId,
)
from annotator.records import Record

FORM: Final = 1
LIMIT: Final = 64 * 1024
"""Longest line in bytes of UTF-8."""
START: Final = bytes(32)
"""The hash before the first line of a journal."""

ANNOTATE: Final = "annotate"
PROJECT: Final = "project"
STATUS_PUT: Final = "status.put"
"""Operation that moves the status of a document; body `{"v": status}`, no target, and `why` where
a reason was written down."""
ANNOTATOR_PUT: Final = "annotator.put"
"""Operation that names an annotator, of kind project; body `{"id": ..., "name": ...}`."""
SCHEME_PUT: Final = "scheme.put"
"""Operation that puts a scheme in force, of kind project; body `{"sv": ..., "was": ...}`, the
numbers of the new version and of the one before. What it makes of annotations is of the same act,
and of origin scheme."""
NO_DOCUMENT: Final = DocumentId("")
NO_BODY: Final[Mapping[str, Any]] = MappingProxyType({})


class Entry(Record):
    """One line, taken apart. `position` counts from 1 within the device's journal."""

    device: DeviceId
    position: int
    id: str
    annotator: AnnotatorId
    op: str
    act: ActId
    lamport: int
    scheme_version: int
    at: str
    body: Mapping[str, Any] = NO_BODY
    document: DocumentId = NO_DOCUMENT
    kind: str = ANNOTATE
    origin: Origin = Origin.EDIT
    of: ActId = ActId("")

    @property
    def order(self) -> tuple[int, str, int]:
        """The order of acts on one thing: the greatest one wins, whoever arrives first."""
        return (self.lamport, self.device, self.position)

    @property
    def target(self) -> str:
        """The id of the annotation, annotator or note the entry is about, "" for a status."""
        return str(self.body.get("id", ""))

    def to_line(self) -> str:
        """Return the canonical text: JSON, sorted keys, no blanks, no newline.

        Raises JournalError for text that some store or hub would refuse: NUL, a lone surrogate,
        a number that is not finite, more than `LIMIT` bytes.
        """
        values: dict[str, Any] = {
            "v": FORM,
            "d": self.device,
            "n": self.position,
            "r": self.id,
            "m": self.annotator,
            "k": self.kind,
            "op": self.op,
            "c": self.act,
            "lam": self.lamport,
            "sv": self.scheme_version,
            "at": self.at,
            "b": dict(self.body),
        }
        if self.document:
            values["a"] = self.document
        if self.origin is not Origin.EDIT:
            values["o"] = str(self.origin)
        if self.of:
            values["of"] = self.of
        try:
            line = _canonical(values)
            size = len(line.encode("utf-8"))
        except UnicodeEncodeError as error:
            raise JournalError("a lone surrogate") from error
        except ValueError as error:
            raise JournalError(str(error)) from error
        if size > LIMIT:
            raise JournalError(f"{size} bytes")
        if "\\u0000" in line and _has_nul(values):
            raise JournalError("NUL")
        return line

    @classmethod
    def from_line(cls, line: str) -> "Entry":
        """Read a line.

        Raises JournalError where a key is missing or holds another kind of value, and for a form
        this version does not know. Whether the line is untouched is for the chain to tell.
        """
        try:
            values = json.loads(line)
            _check_kinds(values, _KEYS)
            _check_kinds(values, [(key, str) for key in ("a", "of") if key in values])
            _check_form(values["v"])
            entry = cls(
                device=DeviceId(values["d"]),
                position=values["n"],
                id=values["r"],
                annotator=AnnotatorId(values["m"]),
                op=values["op"],
                act=ActId(values["c"]),
                lamport=values["lam"],
                scheme_version=values["sv"],
                at=values["at"],
                body=values["b"],
                document=DocumentId(values.get("a", "")),
                kind=values["k"],
                origin=Origin(values.get("o", Origin.EDIT)),
                of=ActId(values.get("of", "")),
            )
        except (ValueError, KeyError, TypeError, RecursionError) as error:
            raise JournalError(f"not a journal line: {error}") from error
        return entry


_KEYS: Final = (
    *((key, str) for key in ("d", "r", "m", "k", "op", "c", "at")),
    *((key, int) for key in ("v", "n", "lam", "sv")),
    ("b", dict),
)


def _check_kinds(values: Mapping[str, Any], keys: Iterable[tuple[str, type]]) -> None:
    """Raise TypeError or KeyError where a value is missing or of another kind."""
    for key, kind in keys:
        if type(values[key]) is not kind:
            raise TypeError(f"{key} holds {type(values[key]).__name__}")


def _check_form(form: int) -> None:
    if form != FORM:
        raise ValueError(f"form {form}")


def _canonical(values: Mapping[str, Any]) -> str:
    return json.dumps(
        values, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False
    )


def _has_nul(value: object) -> bool:
    if isinstance(value, str):
        return "\0" in value
    if isinstance(value, Mapping):
        return any(_has_nul(key) or _has_nul(item) for key, item in value.items())
    if isinstance(value, list | tuple):
        return any(_has_nul(item) for item in value)
    return False


def chain(previous: bytes, line: str) -> bytes:
    """Return the hash of a line: SHA-256 of the hash before it and its UTF-8 bytes."""
    return hashlib.sha256(previous + line.encode("utf-8")).digest()


def put(annotation: Annotation, scheme_version: int = 1) -> tuple[str, dict[str, Any]]:
    """Return operation and body that record the new state of an annotation.

    `scheme_version` is the one of the entry: a span's guideline is written (`g`) where it is
    another one, as after an undo; one that the project never had is written by name, as a text.
    Waived remarks are `w`, the fragments of a discontinuous span `f`, a list of [start, end].
    """
    body: dict[str, Any] = {"id": annotation.id, "l": annotation.label}
    if annotation.attributes:
        body["x"] = annotation.attributes.to_json()
    if isinstance(annotation, Span):
        if annotation.foreign or annotation.guideline != scheme_version:
            body["g"] = annotation.foreign or annotation.guideline
        if annotation.waived:
            body["w"] = list(annotation.waived)
        if annotation.fragments:
            body["f"] = [list(fragment) for fragment in annotation.fragments]
        return "span.put", {**body, "s": annotation.start, "e": annotation.end}
    if isinstance(annotation, Relation):
        return "relation.put", {**body, "f": annotation.source, "t": annotation.target}
    return "label.put", body


def drafts_of(edit: Edit, scheme_version: int) -> list[tuple[str, dict[str, Any]]]:
    """Return operations and bodies that record an edit, its status last."""
    drafts = [
        drop(change.annotation) if change.after is None else put(change.after, scheme_version)
        for change in edit.changes
    ]
    if edit.status is not None:
        body = {"v": edit.status[1].value}
        drafts.append((STATUS_PUT, {**body, "why": edit.reasons[1]} if edit.reasons[1] else body))
    return drafts


def drop(annotation: Annotation) -> tuple[str, dict[str, Any]]:
    """Return operation and body that record the removal of an annotation."""
    if isinstance(annotation, Span):
        kind = "span"
    elif isinstance(annotation, Relation):
        kind = "relation"
    else:
        kind = "label"
    return f"{kind}.drop", {"id": annotation.id}


_FIELDS: Final = {
    "span": (("id", str), ("l", str), ("s", int), ("e", int)),
    "relation": (("id", str), ("l", str), ("f", str), ("t", str)),
    "label": (("id", str), ("l", str)),
}


def annotation_of(op: str, body: Mapping[str, Any], scheme_version: int = 1) -> Annotation | None:
    """Return the annotation a `put` records, None for a `drop`.

    `scheme_version` is the one of the entry.

    Raises JournalError for an operation that is about no annotation, or a body that holds none.
    """
    kind, _, verb = op.partition(".")
    if kind not in _FIELDS or verb not in {"put", "drop"}:
        raise JournalError(f"{op} is about no annotation")
    if verb == "drop":
        return None
    try:
        _check_kinds(body, _FIELDS[kind])
        attributes = Attributes.from_json(dict(body.get("x", {})))
        if kind == "span":
            place = SpanId(body["id"]), body["s"], body["e"], body["l"]
            looked_at = _looked_at(body, scheme_version)
            return Span(*place, attributes, *looked_at, _fragments(body))
        if kind == "relation":
            ends = SpanId(body["f"]), SpanId(body["t"])
            return Relation(RelationId(body["id"]), *ends, body["l"], attributes)
        return DocumentLabel(DocumentLabelId(body["id"]), body["l"], attributes)
    except (KeyError, TypeError, ValueError) as error:
        raise JournalError(f"{op}: {error}") from error


def _fragments(body: Mapping[str, Any]) -> tuple[tuple[int, int], ...]:
    """Return the fragments of a discontinuous span; whether they fit is for the span to tell."""
    if "f" not in body:
        return ()
    listed = body["f"]
    if type(listed) is not list or not listed:
        raise TypeError("f holds no list")
    for pair in listed:
        if type(pair) is not list or [type(edge) for edge in pair] != [int, int]:
            raise TypeError("f holds something else than pairs of numbers")
    return tuple((start, end) for start, end in listed)


def reason_of(body: Mapping[str, Any]) -> str:
    """Return the reason that was written down for a status, "" where there is none."""
    reason = body.get("why", "")
    return reason if isinstance(reason, str) else ""


def _looked_at(body: Mapping[str, Any], scheme_version: int) -> tuple[int, tuple[str, ...], str]:
    """Return a span's guideline, waived remarks, and the name of a guideline of others."""
    guideline, waived = body.get("g", scheme_version), body.get("w", [])
    foreign = guideline if isinstance(guideline, str) else ""
    if foreign:
        guideline = UNKNOWN_GUIDELINE
    if type(guideline) is not int or type(waived) is not list:
        raise TypeError("g or w hold something else")
    if not all(isinstance(key, str) for key in waived):
        raise TypeError("w holds no texts")
    return guideline, tuple(waived), foreign
