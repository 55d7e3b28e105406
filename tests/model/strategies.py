"""Annotation sets and edits that fit them."""

from hypothesis import strategies as st

from annotator.model.annotation import Annotation, DocumentLabel, Relation, Span
from annotator.model.annotation_set import AnnotationSet
from annotator.model.attributes import EMPTY, Attributes
from annotator.model.edit import Change, Edit
from annotator.model.ids import (
    AnnotatorId,
    DocumentId,
    DocumentLabelId,
    RelationId,
    SpanId,
)
from annotator.model.project import Status
from annotator.model.stretches import Stretch, place_of

DOCUMENT = DocumentId("document")
ANNOTATOR = AnnotatorId("ladiva")
NAMES = [f"{number}" for number in range(6)]

labels = st.sampled_from(["actor.voter", "violation.vote_buying"])
reasons = st.sampled_from(["", "Pelaku tidak disebut."])
attributes = st.sampled_from([EMPTY, Attributes({"factuality": "alleged"})])


@st.composite
def annotations(draw: st.DrawFn, name: str) -> Annotation:
    kind = draw(st.integers(0, 3))
    label, values = draw(labels), draw(attributes)
    if kind == 0:
        ends = [SpanId(draw(st.sampled_from(NAMES))) for _ in range(2)]
        return Relation(RelationId(name), *ends, label, values)
    if kind == 1:
        return DocumentLabel(DocumentLabelId(name), label, values)
    looked_at = draw(st.integers(0, 3)), draw(st.sampled_from([(), ("edges", "same_words")]))
    start, end, fragments = place_of(draw(pieces(28)))
    return Span(SpanId(name), start, end, label, values, *looked_at, fragments=fragments)


@st.composite
def pieces(draw: st.DrawFn, length: int) -> list[Stretch]:
    """Pieces of a text of `length` characters in any order; most spans have one."""
    found = []
    for _ in range(draw(st.sampled_from([1, 1, 1, 2, 3]))):
        start = draw(st.integers(0, length - 1))
        found.append((start, draw(st.integers(start + 1, min(length, start + 8)))))
    return found


@st.composite
def annotation_sets(draw: st.DrawFn) -> AnnotationSet:
    names = draw(st.sets(st.sampled_from(NAMES)))
    return AnnotationSet(
        DOCUMENT,
        ANNOTATOR,
        [draw(annotations(name)) for name in sorted(names)],
        draw(st.sampled_from(Status)),
        draw(reasons),
    )


@st.composite
def edits(draw: st.DrawFn, within: AnnotationSet) -> Edit:
    """An edit that fits the state of `within`; it may touch one annotation several times."""
    state = {item.id: item for item in within.annotations}
    changes = []
    for name in draw(st.lists(st.sampled_from(NAMES), max_size=5)):
        before = state.get(name)
        gone = before is not None and draw(st.booleans())
        after = None if gone else draw(annotations(name))
        changes.append(Change(before, after))
        if after is None:
            del state[name]
        else:
            state[name] = after
    status = None
    if draw(st.booleans()):
        status = (within.status, draw(st.sampled_from(Status)))
    why = (within.status_reason, draw(reasons))
    return Edit(within.document, within.annotator, tuple(changes), status, "move", why)
