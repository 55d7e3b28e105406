"""Write Web Annotations: a ZIP with a text and a page of annotations for each article."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from annotator.formats.base import Bundle, Loss, LossReason
from annotator.formats.losses import Losses, speaking
from annotator.formats.peer_writing import (
    WITHOUT_TIME,
    archive_of,
    json_text,
    plain_note,
    tell_state,
)
from annotator.formats.web_annotation_reading import JSON_TYPE
from annotator.model.annotation import DocumentLabel, Relation, Span
from annotator.model.annotation_set import AnnotationSet
from annotator.model.note import Note

CONTEXT: Final = "http://www.w3.org/ns/anno.jsonld"
_AROUND: Final = 32
"""Characters before and behind a quote that are given with it."""
_KEPT: Final = "a describing body with JSON"


def write(target: Path, bundles: Iterable[Bundle], lost: Callable[[Loss], None]) -> None:
    """Write all bundles; what `bundles` raises leaves `target` as it was."""
    with archive_of(target) as archive:
        for number, bundle in enumerate(bundles, 1):
            name = f"{number:06}"
            archive.add(f"{name}.txt", bundle.document.text)
            page: dict[str, Any] = {
                "@context": CONTEXT,
                "id": f"{name}.jsonld",
                "type": "AnnotationPage",
            }
            if bundle.document.title:
                page["label"] = bundle.document.title
            page["items"] = list(_items(bundle, f"{name}.txt", lost))
            archive.add(f"{name}.jsonld", json_text(page) + "\n")


def _items(bundle: Bundle, source: str, lost: Callable[[Loss], None]) -> Iterator[dict[str, Any]]:
    sets = speaking(bundle)
    kept = [
        note
        for note in bundle.notes
        if any(plain_note(note, item) for item in sets) and note.content.text
    ]
    rest = tuple(note for note in bundle.notes if note not in kept)
    losses = Losses(replace(bundle, notes=rest), lost)
    losses.about("title", "source")
    tell_state(losses)
    for note in kept:
        lost(Loss(bundle.document.id, note.id, "", LossReason.NOTE, WITHOUT_TIME))
    for number, item in enumerate(sets, 1):
        who = {"type": "Person", "name": bundle.annotators[item.annotator].name}
        said = [note for note in kept if note.author == item.annotator]
        for entry in _Page(item, losses, source, f"#{number}").items(said):
            yield {"type": "Annotation", **entry, "creator": who}


class _Page:
    """The annotations of one annotator."""

    def __init__(self, item: AnnotationSet, losses: Losses, source: str, key: str) -> None:
        self._item = item
        self._losses = losses
        self._source = source
        self._key = key
        self._text = losses.bundle.document.text

    def items(self, notes: list[Note]) -> Iterator[dict[str, Any]]:
        keys = {}
        for number, span in enumerate(self._item.spans, 1):
            keys[span.id] = f"{self._key}-s{number}"
            targets = [self._target(start, end) for start, end in span.stretches]
            said = [
                {"type": "TextualBody", "purpose": "commenting", "value": note.content.text}
                for note in notes
                if note.content.span == span.id
            ]
            yield {
                "id": keys[span.id],
                "motivation": "tagging",
                "body": [*self._bodies(span, "tagging"), *said],
                "target": targets if len(targets) > 1 else targets[0],
            }
        for number, label in enumerate(self._item.document_labels, 1):
            yield {
                "id": f"{self._key}-l{number}",
                "motivation": "classifying",
                "body": self._bodies(label, "classifying"),
                "target": self._source,
            }
        for number, link in enumerate(self._item.relations, 1):
            end = {
                "type": "SpecificResource",
                "purpose": "linking",
                "source": keys[link.target],
            }
            yield {
                "id": f"{self._key}-r{number}",
                "motivation": "linking",
                "body": [end, *self._bodies(link, "tagging")],
                "target": keys[link.source],
            }
        for number, note in enumerate(notes, 1):
            if not note.content.span:
                yield {
                    "id": f"{self._key}-n{number}",
                    "motivation": "commenting",
                    "body": {"type": "TextualBody", "value": note.content.text},
                    "target": self._source,
                }

    def _bodies(
        self, annotation: Span | Relation | DocumentLabel, purpose: str
    ) -> list[dict[str, Any]]:
        bodies = [{"type": "TextualBody", "purpose": purpose, "value": annotation.label}]
        if annotation.attributes:
            self._losses.of(annotation, LossReason.ATTRIBUTE, _KEPT)
            values = json_text(annotation.attributes.to_json())
            said = {"type": "TextualBody", "purpose": "describing", "format": JSON_TYPE}
            bodies.append(said | {"value": values})
        return bodies

    def _target(self, start: int, end: int) -> dict[str, Any]:
        quote = {
            "type": "TextQuoteSelector",
            "exact": self._text[start:end],
            "prefix": self._text[max(0, start - _AROUND) : start],
            "suffix": self._text[end : end + _AROUND],
        }
        place = {"type": "TextPositionSelector", "start": start, "end": end}
        return {"source": self._source, "selector": [place, quote]}
