"""Write documents as rows with spans, and with the features that Hugging Face looks for."""

import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, Final

from annotator.formats.base import Bundle, Loss
from annotator.formats.files import replacing
from annotator.formats.huggingface_rows import FEATURES, OWN, to_json
from annotator.formats.losses import Losses
from annotator.model.annotation import Span

_GROUP: Final = 4 * 1024 * 1024
"""Characters of text after which a group of rows is written."""
_ROWS: Final = 1000
_TEXT: Final = {"dtype": "string", "_type": "Value"}
_PLACE: Final = {"dtype": "int32", "_type": "Value"}
_SPAN: Final = {
    "id": _TEXT,
    "label": _TEXT,
    "start": _PLACE,
    "end": _PLACE,
    "text": _TEXT,
    "fragments": [[_PLACE]],
    "attributes": _TEXT,
}
_RELATION: Final = {
    "id": _TEXT,
    "label": _TEXT,
    "source": _TEXT,
    "target": _TEXT,
    "attributes": _TEXT,
}
_COLUMNS: Final[dict[str, Any]] = {
    "id": _TEXT,
    "text": _TEXT,
    "labels": [_TEXT],
    "spans": [_SPAN],
    "relations": [_RELATION],
}


def write(target: Path, bundles: Iterable[Bundle], lost: Callable[[Loss], None]) -> None:
    """Write a row a document. Raises OSError."""
    import pyarrow
    from pyarrow.parquet import ParquetWriter

    features = json.dumps({"info": {"features": _COLUMNS}})
    schema = pyarrow.schema(
        [(name, _arrow(kind)) for name, kind in _COLUMNS.items()],
        metadata={FEATURES: features.encode(), OWN: b"spans/1"},
    )
    with (
        replacing(target) as file,
        ParquetWriter(file, schema, compression="snappy", version="2.6") as writer,
    ):
        rows: list[dict[str, Any]] = []
        size = 0
        for bundle in bundles:
            rows.append(_row(Losses(bundle, lost)))
            size += len(bundle.document.text)
            if size > _GROUP or len(rows) >= _ROWS:
                writer.write_table(pyarrow.Table.from_pylist(rows, schema=schema))
                rows, size = [], 0
        if rows:
            writer.write_table(pyarrow.Table.from_pylist(rows, schema=schema))


def _arrow(kind: Any) -> Any:
    """Return the type of Arrow for a feature."""
    import pyarrow

    if isinstance(kind, list):
        return pyarrow.list_(_arrow(kind[0]))
    if "_type" in kind:
        return pyarrow.int32() if kind is _PLACE else pyarrow.string()
    return pyarrow.struct([(name, _arrow(inner)) for name, inner in kind.items()])


def _row(losses: Losses) -> dict[str, Any]:
    document = losses.bundle.document
    losses.about("source")
    row: dict[str, Any] = {
        "id": document.id,
        "text": document.text,
        "labels": [],
        "spans": [],
        "relations": [],
    }
    item = losses.one_set()
    if item is None:
        return row
    row["spans"] = [_span_values(span, document.text) for span in item.spans]
    for link in sorted(item.relations, key=lambda link: (link.source, link.target, link.id)):
        row["relations"].append(
            {
                "id": link.id,
                "label": link.label,
                "source": link.source,
                "target": link.target,
                "attributes": to_json(link.attributes),
            }
        )
    for label in sorted(item.document_labels, key=lambda label: (label.label, label.id)):
        row["labels"].append(label.label)
        losses.attributes(label)
    return row


def _span_values(span: Span, text: str) -> dict[str, Any]:
    return {
        "id": span.id,
        "label": span.label,
        "start": span.start,
        "end": span.end,
        "text": span.quote(text, " "),
        "fragments": [list(fragment) for fragment in span.fragments],
        "attributes": to_json(span.attributes),
    }
