"""Random documents and annotation sets that the default scheme allows."""

from collections.abc import Sequence

from hypothesis import strategies as st

from annotator.assets import asset
from annotator.formats.base import Bundle, SchemeRef
from annotator.model.annotation import Annotation, DocumentLabel, Relation, Span
from annotator.model.annotation_set import AnnotationSet
from annotator.model.attributes import Attributes
from annotator.model.document import Document, Language
from annotator.model.ids import (
    AnnotatorId,
    DocumentId,
    DocumentLabelId,
    RelationId,
    SpanId,
)
from annotator.model.note import Note, NoteContent, NoteId
from annotator.model.project import Annotator, Status
from annotator.model.scheme import AttributeType
from annotator.model.scheme_reader import parse_scheme
from annotator.model.stretches import place_of
from tests.model.strategies import pieces

SCHEME = parse_scheme(asset("schemes", "pilkada-default.json").read_text(encoding="utf-8"))
REF = SchemeRef(SCHEME.id, SCHEME.version, 1)
_FOR_ARTICLES = [label.id for label in SCHEME.labels if SCHEME.is_for_documents(label)]
_FOR_SPANS = [label.id for label in SCHEME.labels if not SCHEME.is_for_documents(label)]
GUIDELINES = {1: SCHEME.version}

_PIECES = (
    "Samudra ",
    "Rahmawati Ladiva",
    "\n",
    "\u2028",
    "\u2029",
    "\x85",
    "\x0c",
    "\u00a0",
    "\t",
    "é",
    "e\u0301",
    "😀",
    "👩‍👩‍👧",
    "🇮🇩",
    "\u0646\u0635",
    "\u05d0\u05d1\u200f",
    '"quoted" \\ {',
    "\ufeff",
)
_letters = st.characters(exclude_categories=["Cs"], exclude_characters="\0\r")
texts = st.lists(st.one_of(st.sampled_from(_PIECES), st.text(_letters)), max_size=12).map(
    lambda parts: "Kabupaten " + "".join(parts)
)
# JSON has both, and Python takes a number without a point for another type
notes = st.text(_letters, max_size=20)


@st.composite
def attributes(draw: st.DrawFn, kinds: Sequence[AttributeType]) -> Attributes:
    values: dict[str, object] = {}
    for kind in kinds:
        if draw(st.booleans()):
            continue
        ids = [choice.id for choice in kind.choices]
        if kind.kind == "single":
            values[kind.id] = draw(st.sampled_from(ids))
        elif kind.kind == "multi":
            values[kind.id] = draw(st.lists(st.sampled_from(ids), unique=True))
        else:
            values[kind.id] = draw(notes)
    return Attributes.from_json(values)


@st.composite
def annotation_sets(draw: st.DrawFn, document: Document, who: Annotator) -> AnnotationSet:
    length = len(document.text)
    found: list[Annotation] = []
    spans: dict[tuple[object, str], Span] = {}
    prefix = f"{document.id}-{who.id}"
    for number in range(draw(st.integers(0, 6))):
        start, end, fragments = place_of(draw(pieces(length)))
        label = draw(st.sampled_from(_FOR_SPANS))
        values = draw(attributes(SCHEME.attributes_of(label)))
        waived = draw(st.sampled_from([(), ("edges",), ("edges", "perlu: cek")]))
        span = Span(
            *(SpanId(f"{prefix}-s{number}"), start, end, label, values),
            waived=waived,
            fragments=fragments,
        )
        spans.setdefault((span.stretches, label), span)
    found.extend(spans.values())
    links = set()
    for source in spans.values():
        for target in spans.values():
            for kind in SCHEME.relations:
                fits = SCHEME.allows(kind, source.label, target.label)
                if fits and source is not target and draw(st.integers(0, 3)) == 0:
                    links.add((source.id, target.id, kind.id))
    found += [
        Relation(
            RelationId(f"{prefix}-r{number}"),
            source,
            target,
            kind_id,
            draw(attributes(SCHEME.attributes_of_relation(kind_id))),
        )
        for number, (source, target, kind_id) in enumerate(draw(st.permutations(sorted(links))))
    ]
    if draw(st.booleans()):
        label = draw(st.sampled_from(_FOR_ARTICLES))
        values = draw(attributes(SCHEME.attributes_of(label)))
        found.append(DocumentLabel(DocumentLabelId(f"{prefix}-l"), label, values))
    statuses = [status for status in Status if status is not Status.NEW]
    reason = draw(st.sampled_from(["", "Pelaku tidak disebut."]))
    return AnnotationSet(document.id, who.id, found, draw(st.sampled_from(statuses)), reason)


@st.composite
def talk(draw: st.DrawFn, document: Document, people: list[Annotator]) -> tuple[Note, ...]:
    """Draw notes on a document, oldest first: on it, on words of it, answers, some closed."""
    found: list[Note] = []
    for number in range(draw(st.integers(0, 4))):
        firsts = [note.id for note in found if not note.content.thread]
        thread = draw(st.sampled_from(["", *firsts]))
        place = None
        if not thread and draw(st.booleans()):
            start = draw(st.integers(0, len(document.text) - 1))
            place = (start, draw(st.integers(start + 1, len(document.text))))
        content = NoteContent(
            draw(notes) + "!",
            place,
            draw(st.sampled_from(["", f"{document.id}-s"])) if place else "",
            thread,
            draw(st.booleans()) and not thread,
        )
        is_open = bool(thread) or draw(st.booleans())
        closers = [AnnotatorId(""), *(who.id for who in people if not is_open)]
        found.append(
            Note(
                NoteId(f"{document.id}-n{number}"),
                document.id,
                draw(st.sampled_from(people)).id,
                f"2024-11-24T08:00:0{number}.000Z",
                content,
                is_open,
                draw(st.sampled_from(closers)),
            )
        )
    return tuple(found)


@st.composite
def bundles(draw: st.DrawFn) -> list[Bundle]:
    people = [Annotator(AnnotatorId(f"a{n}"), f"Anotator {n} – é😀") for n in range(3)]
    different = draw(st.lists(texts, unique=True, max_size=3))
    made = []
    for number, text in enumerate(different):
        document = Document(
            DocumentId(f"d{number}"),
            draw(notes),
            text,
            Language(draw(st.sampled_from(["id", "en", "unknown"])), draw(st.floats(0, 1))),
            draw(st.dictionaries(st.sampled_from(["source", "date", "x"]), notes)),
        )
        chosen = draw(st.lists(st.sampled_from(people), unique=True))
        sets = sorted(
            (draw(annotation_sets(document, who)) for who in chosen),
            key=lambda item: item.annotator,
        )
        said = draw(talk(document, people))
        everybody = {who.id: who for who in people}
        made.append(Bundle(document, tuple(sets), everybody, REF, said, GUIDELINES))
    return made
