"""What a file of another tool says about one document, and how it becomes a bundle."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, NamedTuple

from annotator.errors import FormatError
from annotator.formats import json_items
from annotator.formats.base import Bundle, Left, Reading, ReadOptions, Unit
from annotator.formats.draft import TEXT_LIMIT
from annotator.formats.fresh import annotator_named, document_id, fresh
from annotator.formats.strict_json import Malformed
from annotator.formats.units import Census, Claim, SourceText, settle
from annotator.model.annotation import Annotation, DocumentLabel, Relation, Span
from annotator.model.annotation_set import AnnotationSet
from annotator.model.attributes import Attributes, AttributeValue
from annotator.model.document import Document, Language
from annotator.model.ids import DocumentLabelId, RelationId, SpanId
from annotator.model.note import Note, NoteContent, NoteId
from annotator.model.project import Annotator, Status

COUNTED: Final = 20_000
"""Documents of a file that are looked at for its unit before it is read."""
ANNOTATIONS: Final = 200_000
"""Most annotations of one document."""

Values = dict[str, AttributeValue]


@dataclass(slots=True)
class PeerSpan:
    """A span under the key that the file refers to it by."""

    key: str
    claim: Claim
    label: str
    attributes: Values = field(default_factory=dict)


@dataclass(slots=True)
class PeerLink:
    """A relation between two spans by their keys; `key` is its own, "" for none."""

    source: str
    target: str
    label: str
    attributes: Values = field(default_factory=dict)
    key: str = ""


class PeerNote(NamedTuple):
    """A note on the article, or on the span of a key."""

    text: str
    span: str = ""


@dataclass(slots=True)
class PeerSet:
    """What one annotator says. Without a `status` it is done where anything is said."""

    annotator: str
    spans: list[PeerSpan] = field(default_factory=list)
    links: list[PeerLink] = field(default_factory=list)
    labels: list[tuple[str, Values]] = field(default_factory=list)
    notes: list[PeerNote] = field(default_factory=list)
    status: Status | None = None

    @property
    def says_something(self) -> bool:
        return bool(self.spans or self.links or self.labels or self.notes or self.status)


@dataclass(slots=True)
class PeerDocument:
    """A document as a file has it; `raw` is the text that its offsets count in."""

    raw: str
    sets: list[PeerSet] = field(default_factory=list)
    title: str = ""
    metadata: dict[str, str] = field(default_factory=dict)
    language: Language = Language()
    left: dict[tuple[str, str, str], int] = field(default_factory=dict)
    joins_lines: bool = False

    def leave(self, reason: str, label: str = "", detail: str = "") -> None:
        """Remember that something was left out or taken differently."""
        key = (reason, label, detail)
        self.left[key] = self.left.get(key, 0) + 1

    @property
    def claims(self) -> list[Claim]:
        return [span.claim for item in self.sets for span in item.spans]


def merge_pieces(said: PeerSet, label: str) -> None:
    """Make one span of spans that relations with this label lead through, one to the next."""
    if not any(link.label == label for link in said.links):
        return
    spans = {span.key: span for span in said.spans}
    following = {link.source: link.target for link in said.links if link.label == label}
    inner = set(following.values())
    gone: set[str] = set()
    for first in following:
        if first in inner or first not in spans:
            continue
        whole, key = spans[first], first
        while (key := following.get(key, "")) in spans and key not in gone:
            claim, piece = whole.claim, spans[key].claim
            quote = None if piece.quote is None else f"{claim.quote or ''} {piece.quote}"
            whole.claim = Claim(claim.pieces + piece.pieces, quote)
            gone.add(key)
    said.spans = [span for span in said.spans if span.key not in gone]
    said.links = [link for link in said.links if link.label != label]


class Part(NamedTuple):
    """One document of a file, or why it cannot be read; `line` and `done` as in `Reading`."""

    line: int
    done: int
    content: PeerDocument | FormatError


BY_BROWSERS: Final = (Unit.CODE_POINTS, Unit.UTF16)
"""What tools count whose pages are programs of a browser: never bytes, never the last character."""


def json_parts(path: Path, document_of: Callable[[dict[str, Any]], PeerDocument]) -> Iterator[Part]:
    """Hand out what `document_of` makes of each object of a JSON file; its ValueErrors are told."""
    for item in json_items.items(path):
        content: PeerDocument | FormatError
        try:
            if isinstance(item.values, Malformed):
                raise item.values
            content = document_of(item.values)
        except ValueError as error:
            content = FormatError(path, item.line, str(error))
        yield Part(item.line, item.done, content)


def read_parts(
    path: Path,
    parts: Callable[[], Iterator[Part]],
    options: ReadOptions,
    usual: Unit,
    units: Sequence[Unit] = tuple(Unit),
) -> Iterator[Reading]:
    """Hand out the documents of a file, read once for its unit and once for them.

    `units`: what may be guessed where the file quotes nothing. Raises what `parts` raises.
    """
    census = Census(usual, units)
    if options.unit is None:
        for number, part in enumerate(parts()):
            if number >= COUNTED or census.is_satisfied:
                break
            if isinstance(part.content, PeerDocument):
                census.count(SourceText(part.content.raw), part.content.claims)
    for part in parts():
        yield reading_of(path, part, census, options.unit)


def reading_of(path: Path, part: Part, census: Census, forced: Unit | None) -> Reading:
    """Return one document with its spans placed, or why they cannot be."""
    if isinstance(part.content, FormatError):
        return Reading(part.line, part.done, part.content)
    try:
        bundle, unit, left = _bundle(part.content, path.name, census, forced)
    except ValueError as error:
        return Reading(part.line, part.done, FormatError(path, part.line, str(error)))
    return Reading(part.line, part.done, bundle, unit, left)


def _bundle(
    made: PeerDocument, source: str, census: Census, forced: Unit | None
) -> tuple[Bundle, Unit | None, tuple[Left, ...]]:
    document, text = _document(made, source)
    claims = made.claims
    settled = settle(text, claims, census, forced, joins_lines=made.joins_lines)
    unit = settled.unit if claims else None
    left = list(settled.left) if claims else []
    places = iter(settled.places)
    sets, notes, people = [], [], {}
    for item in made.sets:
        who = annotator_named(item.annotator)
        if who.id in people:
            raise Malformed(f"two annotation sets of {item.annotator}")
        people[who.id] = who
        maker = _Maker(document, who)
        for span in item.spans:
            pieces = next(places)
            if pieces:
                maker.span(span, pieces)
            else:
                made.leave("empty_span", span.label)
        for link in item.links:
            maker.link(link, made)
        for label, values in item.labels:
            maker.label(label, values)
        notes += [maker.note(note) for note in item.notes]
        status = item.status or (Status.DONE if maker.found else Status.NEW)
        sets.append(AnnotationSet(document.id, who.id, maker.found.values(), status))
    left += [
        Left(reason, label, detail or (str(times) if times > 1 else ""))
        for (reason, label, detail), times in made.left.items()
    ]
    return Bundle(document, tuple(sets), people, None, tuple(notes)), unit, tuple(left)


def _document(made: PeerDocument, source: str) -> tuple[Document, SourceText]:
    if len(made.raw) > TEXT_LIMIT:
        raise Malformed(f"the text is longer than {TEXT_LIMIT} characters")
    text = SourceText(made.raw)
    if not text.stored.strip():
        raise Malformed("there is no text in it")
    counts = [len(item.spans) + len(item.links) + len(item.labels) for item in made.sets]
    if sum(counts) > ANNOTATIONS:
        raise Malformed(f"more than {ANNOTATIONS} annotations")
    said = [text.stored, made.title, *made.metadata, *made.metadata.values()]
    for words in said:
        if "\0" in words:
            raise Malformed("a NUL character")
        if any("\ud800" <= char <= "\udfff" for char in words):
            raise Malformed("a lone surrogate")
    metadata = {"source": source, **made.metadata}
    identity = document_id(text.stored)
    return Document(identity, made.title, text.stored, made.language, metadata), text


class _Maker:
    """Makes the annotations of one annotator, with ids of place and label."""

    def __init__(self, document: Document, who: Annotator) -> None:
        self.found: dict[str, Annotation] = {}
        self._document = document
        self._digest = document.sha256
        self._who = who
        self._keys: dict[str, Span] = {}
        self._used: dict[str, int] = {}

    def span(self, said: PeerSpan, pieces: Sequence[tuple[int, int]]) -> None:
        where = ";".join(f"{start}-{end}" for start, end in pieces)
        fragments = tuple(pieces) if len(pieces) > 1 else ()
        made = Span(
            SpanId(self._fresh(f"span {where} {said.label}")),
            pieces[0][0],
            pieces[-1][1],
            said.label,
            Attributes(said.attributes),
            fragments=fragments,
        )
        self.found[made.id] = made
        if said.key and self._keys.setdefault(said.key, made) is not made:
            raise Malformed(f"the span {said.key} stands twice")

    def link(self, said: PeerLink, made: PeerDocument) -> None:
        source, target = self._keys.get(said.source), self._keys.get(said.target)
        if source is None or target is None:
            made.leave("missing_end", said.label)
            return
        identity = RelationId(self._fresh(f"relation {source.id} {target.id} {said.label}"))
        self.found[identity] = Relation(
            identity, source.id, target.id, said.label, Attributes(said.attributes)
        )

    def label(self, label: str, values: Mapping[str, AttributeValue]) -> None:
        identity = DocumentLabelId(self._fresh(f"label {label}"))
        self.found[identity] = DocumentLabel(identity, label, Attributes(values))

    def note(self, said: PeerNote) -> Note:
        span = self._keys.get(said.span)
        place = None if span is None else (span.start, span.end)
        content = NoteContent(said.text, place, "" if span is None else span.id)
        identity = NoteId(self._fresh(f"note {said.text} {content.span}"))
        return Note(identity, self._document.id, self._who.id, "", content)

    def _fresh(self, local: str) -> str:
        """Return an id; what stands twice at one place gets a number."""
        number = self._used.get(local, 0)
        self._used[local] = number + 1
        again = f"{local} {number}" if number else local
        return fresh("annotation", self._digest, self._who.name, again)
