"""What somebody said about one article, proposed for a reprint of it."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import NamedTuple

from annotator.model.annotation import Annotation, DocumentLabel, Relation, Span
from annotator.model.annotation_set import AnnotationSet
from annotator.model.edit import Change, Edit
from annotator.model.ids import DocumentLabelId, RelationId, SpanId, new_id
from annotator.model.project import Status
from annotator.text.alignment import Alignment


class TwinWork(NamedTuple):
    """What can be taken over, and what cannot.

    `spans` lie in the target and have new ids; `originals` leads from these to the spans they come
    from. `counterparts` leads from spans of the source to those that say the same in the target,
    proposed or there already. `there` counts spans the target has already; `lost` are spans of the
    source whose words do not stand in the target.
    """

    spans: tuple[Span, ...]
    originals: Mapping[SpanId, Span]
    counterparts: Mapping[SpanId, SpanId]
    relations: tuple[Relation, ...]
    labels: tuple[DocumentLabel, ...]
    there: int
    lost: tuple[Span, ...]

    @property
    def is_empty(self) -> bool:
        """True when there is nothing to take over."""
        return not (self.spans or self.relations or self.labels)


def work_for(source: AnnotationSet, text: str, target: AnnotationSet, other: str) -> TwinWork:
    """Return what of `source`, on `text`, can be said of `other` too, where `target` is said.

    A span is proposed where every stretch of it stands in the other text in the same words, in
    order; attributes come with it. Relations and labels of the article come unless they are there.
    """
    alignment = Alignment(text, other)
    known = {(span.label, span.stretches): span.id for span in target.spans}
    spans: list[Span] = []
    lost: list[Span] = []
    originals: dict[SpanId, Span] = {}
    counterparts: dict[SpanId, SpanId] = {}
    there = 0
    for span in source.spans:
        moved = _moved(span, alignment)
        if moved is None:
            lost.append(span)
            continue
        same = known.get((moved.label, moved.stretches))
        if same is not None:
            there += 1
            counterparts[span.id] = same
            continue
        known[moved.label, moved.stretches] = moved.id
        counterparts[span.id] = moved.id
        originals[moved.id] = span
        spans.append(moved)
    linked = {(link.source, link.target, link.label) for link in target.relations}
    relations = [
        replace(link, id=RelationId(new_id()), source=ends[0], target=ends[1])
        for link in source.relations
        if (ends := _ends(link, counterparts)) and (*ends, link.label) not in linked
    ]
    given = {label.label for label in target.document_labels}
    labels = [
        replace(label, id=DocumentLabelId(new_id()))
        for label in source.document_labels
        if label.label not in given
    ]
    return TwinWork(
        tuple(spans), originals, counterparts, tuple(relations), tuple(labels), there, tuple(lost)
    )


def edit_of(work: TwinWork, chosen: Collection[SpanId], target: AnnotationSet) -> Edit:
    """Return the edit that takes the chosen spans over, and relations whose ends are there then."""
    spans = [span for span in work.spans if span.id in chosen]
    standing = {span.id for span in spans} | {span.id for span in target.spans}
    relations = [
        link for link in work.relations if link.source in standing and link.target in standing
    ]
    made: list[Annotation] = [*spans, *relations, *work.labels]
    changes = [Change(None, item) for item in made]
    starts = bool(changes) and target.status is Status.NEW
    status = (Status.NEW, Status.IN_PROGRESS) if starts else None
    reasons = (target.status_reason, "") if starts else ("", "")
    return Edit(target.document, target.annotator, tuple(changes), status, reasons=reasons)


def _moved(span: Span, alignment: Alignment) -> Span | None:
    places = [alignment.place(start, end) for start, end in span.stretches]
    found = [place for place in places if place is not None]
    if len(found) < len(places):
        return None
    start, end = found[0][0], found[-1][1]
    fragments = tuple(found) if len(found) > 1 else ()
    try:
        return replace(
            span,
            id=SpanId(new_id()),
            start=start,
            end=end,
            fragments=fragments,
            waived=(),
        )
    except ValueError:  # its stretches touch there
        return None


def _ends(
    link: Relation, counterparts: Mapping[SpanId, SpanId]
) -> tuple[SpanId, SpanId] | tuple[()]:
    source, target = counterparts.get(link.source), counterparts.get(link.target)
    return () if source is None or target is None else (source, target)
