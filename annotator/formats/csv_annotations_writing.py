"""Write everything said about articles into one table (docs/formats/csv-annotations.md)."""

import csv
import io
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from annotator.formats.base import Bundle, Loss, LossReason
from annotator.formats.csv_annotations_reading import COLUMNS
from annotator.formats.files import replacing
from annotator.formats.losses import Losses
from annotator.formats.peer_writing import json_text, tell_state
from annotator.model.annotation import DocumentLabel, Relation, Span
from annotator.model.annotation_set import AnnotationSet
from annotator.model.project import Status


def write(target: Path, bundles: Iterable[Bundle], lost: Callable[[Loss], None]) -> None:
    """Write all bundles; what `bundles` raises leaves `target` as it was."""
    with replacing(target) as file:
        file.write(_lines([dict(zip(COLUMNS, COLUMNS, strict=True))]))
        for number, bundle in enumerate(bundles, 1):
            file.write(_lines({"document": number, **row} for row in _rows(bundle, lost)))


def _lines(rows: Iterable[dict[str, Any]]) -> bytes:
    """Return rows as they are for programs: all fields quoted, CRLF."""
    text = io.StringIO(newline="")
    csv.DictWriter(text, COLUMNS, restval="", quoting=csv.QUOTE_ALL).writerows(rows)
    return text.getvalue().encode("utf-8")


def _rows(bundle: Bundle, lost: Callable[[Loss], None]) -> Iterator[dict[str, Any]]:
    losses, document = Losses(bundle, lost), bundle.document
    losses.about("title", *document.metadata)
    tell_state(losses, frozenset(Status))
    known = {"title": document.title, "metadata": dict(document.metadata)}
    yield {"kind": "document", "text": document.text, "attributes": json_text(known)}
    names: set[str] = set()
    for item in bundle.annotation_sets:
        is_said = any(True for _ in item.annotations)
        if not is_said and item.status is Status.NEW:
            continue
        name = bundle.annotators[item.annotator].name
        if name in names:  # two people of one name cannot be told apart by it
            losses.whole(LossReason.ANNOTATOR, name)
            name = f"{name} ({item.annotator})"
        names.add(name)
        for row in _said(item, document.text):
            yield {"annotator": name, **row}


def _said(item: AnnotationSet, text: str) -> Iterator[dict[str, Any]]:
    yield {"kind": "status", "label": str(item.status)}
    keys = {}
    for number, span in enumerate(item.spans, 1):
        keys[span.id] = f"s{number}"
        place = {"start": span.start, "end": span.end, "text": span.quote(text, " ")}
        if span.fragments:
            place["pieces"] = ";".join(f"{start}:{end}" for start, end in span.fragments)
        yield {"kind": "span", "id": keys[span.id], **place, **_values(span)}
    for number, link in enumerate(item.relations, 1):
        ends = {"source": keys[link.source], "target": keys[link.target]}
        yield {"kind": "relation", "id": f"r{number}", **ends, **_values(link)}
    for number, label in enumerate(item.document_labels, 1):
        yield {"kind": "label", "id": f"l{number}", **_values(label)}


def _values(annotation: Span | Relation | DocumentLabel) -> dict[str, Any]:
    values = annotation.attributes.to_json()
    return {"label": annotation.label, "attributes": json_text(values) if values else ""}
