"""Prodigy: JSON Lines of tasks with their answers (docs/formats/prodigy.md)."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from annotator.formats import json_items, prodigy_reading
from annotator.formats.base import (
    USUAL,
    Bundle,
    FormatInfo,
    Hold,
    Holds,
    Loss,
    Reading,
    ReadOptions,
    StandsAlone,
    Unit,
)
from annotator.formats.files import replacing
from annotator.formats.peer_document import BY_BROWSERS, json_parts, read_parts
from annotator.formats.peer_writing import json_text
from annotator.model.scheme import Scheme


class Prodigy(StandsAlone):
    """A line for each article and annotator, with tokens."""

    info = FormatInfo(
        "prodigy",
        "Prodigy JSON Lines",
        (".prodigy.jsonl",),
        reads=True,
        writes=True,
        holds=Holds(
            offsets="code points and tokens",
            overlaps=Hold.NATIVE,
            discontinuous=Hold.FALLBACK,
            relations=Hold.NATIVE,
            attributes=Hold.FALLBACK,
            document_labels=Hold.NATIVE,
            annotators=Hold.NATIVE,
            empty_documents=Hold.NATIVE,
        ),
    )

    def accepts(self, head: bytes, path: Path) -> bool:
        found = json_items.first_objects(head, path)
        return bool(found) and all(map(_is_task, found))

    def read(self, path: Path, options: ReadOptions = USUAL) -> Iterator[Reading]:
        parts = partial(json_parts, path, prodigy_reading.document_of)
        yield from read_parts(path, parts, options, Unit.CODE_POINTS, BY_BROWSERS)

    def write(
        self,
        target: Path,
        bundles: Iterable[Bundle],
        scheme: Scheme,
        lost: Callable[[Loss], None],
    ) -> None:
        from annotator.formats.prodigy_writing import tasks_of

        with replacing(target) as file:
            for bundle in bundles:
                for task in tasks_of(bundle, scheme, lost):
                    file.write(json_text(task).encode("utf-8") + b"\n")


FORMAT = Prodigy()


def _is_task(values: Mapping[str, Any]) -> bool:
    if not isinstance(values.get("text"), str):
        return False
    spans = values.get("spans")
    if isinstance(spans, list) and spans:
        return all(isinstance(one, dict) and {"start", "end"} <= one.keys() for one in spans)
    marks = {"_input_hash", "_task_hash", "_view_id", "_session_id", "_annotator_id"}
    return bool(marks & values.keys()) or values.get("answer") in prodigy_reading.ANSWERS
