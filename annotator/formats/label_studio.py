"""Label Studio: tasks in JSON, whole or as JSON_MIN (docs/formats/label-studio.md)."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any, Final

from annotator.formats import json_items, label_studio_reading
from annotator.formats.base import (
    USUAL,
    Bundle,
    FormatInfo,
    Hold,
    Holds,
    Loss,
    Reading,
    ReadOptions,
    Unit,
)
from annotator.formats.peer_document import BY_BROWSERS, json_parts, read_parts
from annotator.model.scheme import Scheme

_SETS: Final = ("annotations", "completions", "predictions")


class LabelStudio:
    """Tasks with what annotators and models said; written with the labelling interface."""

    info = FormatInfo(
        "label-studio",
        "Label Studio JSON",
        (".label-studio.zip", ".label-studio.json"),
        reads=True,
        writes=True,
        holds=Holds(
            offsets="code points",
            overlaps=Hold.NATIVE,
            discontinuous=Hold.FALLBACK,
            relations=Hold.NATIVE,
            attributes=Hold.NATIVE,
            document_labels=Hold.NATIVE,
            annotators=Hold.FALLBACK,
            empty_documents=Hold.NATIVE,
        ),
    )

    def accepts(self, head: bytes, path: Path) -> bool:
        found = json_items.first_objects(head, path)
        return bool(found) and (all(map(_is_task, found)) or any(map(_is_short, found)))

    def companions(self, path: Path) -> Sequence[Path]:
        beside = path.parent / label_studio_reading.INTERFACE
        return (beside,) if beside.is_file() else ()

    def read(self, path: Path, options: ReadOptions = USUAL) -> Iterator[Reading]:
        parts = partial(json_parts, path, label_studio_reading.document_of)
        yield from read_parts(path, parts, options, Unit.CODE_POINTS, BY_BROWSERS)

    def write(
        self,
        target: Path,
        bundles: Iterable[Bundle],
        scheme: Scheme,
        lost: Callable[[Loss], None],
    ) -> None:
        from annotator.formats import label_studio_writing

        label_studio_writing.write(target, bundles, scheme, lost)


FORMAT = LabelStudio()


def _is_task(values: Mapping[str, Any]) -> bool:
    said = [values[key] for key in _SETS if key in values]
    if not all(isinstance(entries, list) for entries in said):
        return False
    is_cut = not isinstance(values.get("data"), dict) and "data" in values
    return isinstance(values.get("data"), dict) and (bool(said) or "id" in values) and not is_cut


def _is_short(values: Mapping[str, Any]) -> bool:
    """Tell whether an object is a row of JSON_MIN: regions under the name of their control."""
    return any(
        isinstance(value, list) and value and all(map(label_studio_reading.is_region, value))
        for value in values.values()
    )
