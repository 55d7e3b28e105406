"""Make resources/sample/pilkada-sample.jsonl from the articles and annotations in tools/sample.

The articles, places and people are invented. A span is written down by its words and by which
occurrence of them it is, so that a changed word shows up as an error and not as a shifted span.
Ids are derived from names: the same sources give the same bytes.
"""

import json
import sys
from pathlib import Path
from typing import Any
from uuid import UUID, uuid5

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from annotator.formats.base import Bundle, SchemeRef  # noqa: E402 - found beside this folder
from annotator.formats.registry import registry  # noqa: E402 - the same
from annotator.model.annotation import UNKNOWN_GUIDELINE, Relation, Span  # noqa: E402 - the same
from annotator.model.annotation_set import AnnotationSet  # noqa: E402 - the same
from annotator.model.attributes import Attributes  # noqa: E402 - the same
from annotator.model.document import Document, Language  # noqa: E402 - the same
from annotator.model.ids import AnnotatorId, DocumentId, RelationId, SpanId  # noqa: E402 - the same
from annotator.model.project import Annotator, Status  # noqa: E402 - the same
from annotator.model.scheme import Scheme  # noqa: E402 - the same
from annotator.model.scheme_reader import parse_scheme  # noqa: E402 - the same

SOURCES = ROOT / "tools" / "sample"
SCHEME = ROOT / "resources" / "schemes" / "pilkada-default.json"
TARGET = ROOT / "resources" / "sample" / "pilkada-sample.jsonl"
_NAMES = UUID("6d1f3a52-0c7e-5b44-9a8e-3f2b7c915d60")


def scheme() -> Scheme:
    """Return the scheme the sample is annotated with."""
    return parse_scheme(SCHEME.read_text(encoding="utf-8"))


def bundles() -> list[Bundle]:
    """Build the sample: one bundle an article, in the order of annotations.json.

    Raises ValueError, naming file and span, where the words of a span are not in the article.
    """
    source = json.loads((SOURCES / "annotations.json").read_text(encoding="utf-8"))
    made_with = scheme()
    reference = SchemeRef(made_with.id, made_with.version, 1)
    annotator = Annotator(AnnotatorId(_id("annotator")), source["annotator"])
    return [_bundle(entry, annotator, reference) for entry in source["documents"]]


def write(target: Path) -> None:
    """Write the sample as JSONL. Raises OSError."""
    exporter = registry().exporter("jsonl")
    assert exporter is not None
    losses: list[object] = []
    exporter.write(target, bundles(), scheme(), losses.append)
    assert not losses, losses


def _bundle(entry: dict[str, Any], annotator: Annotator, reference: SchemeRef) -> Bundle:
    name = entry["file"]
    text = (SOURCES / name).read_text(encoding="utf-8")
    document = Document(
        id=DocumentId(_id(name)),
        title=text.split("\n", 1)[0],
        text=text,
        language=Language(entry["language"], 1.0),
        metadata={"date": entry["date"], "outlet": entry["outlet"], "source": name},
    )
    spans = [_span(name, text, *values) for values in entry["spans"]]
    relations = [_relation(name, *values) for values in entry["relations"]]
    annotations = AnnotationSet(
        document.id, annotator.id, [*spans, *relations], Status(entry["status"])
    )
    untouched = not spans and annotations.status is Status.NEW
    return Bundle(
        document, () if untouched else (annotations,), {annotator.id: annotator}, reference
    )


def _span(
    name: str, text: str, key: str, label: str, quote: str, occurrence: int, values: dict[str, Any]
) -> Span:
    start = -1
    for _ in range(occurrence):
        start = text.find(quote, start + 1)
        if start < 0:
            raise ValueError(f"{name}, {key}: fewer than {occurrence} times {quote!r}")
    span_id = SpanId(_id(name, key))
    attributes = Attributes.from_json(values)
    # not said: the spans of the sample belong to the guideline of the project they come into
    return Span(span_id, start, start + len(quote), label, attributes, UNKNOWN_GUIDELINE)


def _relation(name: str, source: str, label: str, target: str) -> Relation:
    return Relation(
        id=RelationId(_id(name, source, label, target)),
        source=SpanId(_id(name, source)),
        target=SpanId(_id(name, target)),
        label=label,
    )


def _id(*names: str) -> str:
    return str(uuid5(_NAMES, "/".join(names)))


if __name__ == "__main__":
    write(TARGET)
