"""W3C Web Annotation in JSON-LD beside the texts (docs/formats/web-annotation.md)."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from annotator.errors import FormatError
from annotator.formats import json_items, web_annotation_reading
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
from annotator.formats.peer_document import BY_BROWSERS, Part, read_parts
from annotator.formats.text_beside import bytes_of
from annotator.model.scheme import Scheme

_TYPES: Final = frozenset({"Annotation", "AnnotationCollection", "AnnotationPage"})
_CONTEXT: Final = "www.w3.org/ns/anno"


class WebAnnotation:
    """Annotations by position and quote; nothing is ever fetched."""

    info = FormatInfo(
        "web-annotation",
        "W3C Web Annotation",
        (".web-annotation.zip", ".jsonld"),
        reads=True,
        writes=True,
        holds=Holds(
            offsets="code points",
            overlaps=Hold.NATIVE,
            discontinuous=Hold.NATIVE,
            relations=Hold.NATIVE,
            attributes=Hold.FALLBACK,
            document_labels=Hold.NATIVE,
            annotators=Hold.NATIVE,
            empty_documents=Hold.FALLBACK,
        ),
    )

    def accepts(self, head: bytes, path: Path) -> bool:
        found = json_items.first_objects(head, path)
        return bool(found) and all(map(_is_annotation, found))

    def companions(self, path: Path) -> Sequence[Path]:
        try:
            collected = web_annotation_reading.collected(path, bytes_of(path))
        except (ValueError, OSError):
            return ()  # what is wrong with it is told when it is read
        return [beside for beside in collected.files if beside.is_file()]

    def read(self, path: Path, options: ReadOptions = USUAL) -> Iterator[Reading]:
        try:
            data = bytes_of(path)
            found = web_annotation_reading.collected(path, data)
        except ValueError as error:
            raise FormatError(path, 0, str(error)) from error

        def parts() -> Iterator[Part]:
            for content in found.documents(path):
                yield Part(0, len(data), content)

        yield from read_parts(path, parts, options, Unit.CODE_POINTS, BY_BROWSERS)

    def write(
        self,
        target: Path,
        bundles: Iterable[Bundle],
        scheme: Scheme,  # noqa: ARG002 - labels are written as they are
        lost: Callable[[Loss], None],
    ) -> None:
        from annotator.formats import web_annotation_writing

        web_annotation_writing.write(target, bundles, lost)


FORMAT = WebAnnotation()


def _is_annotation(values: Mapping[str, Any]) -> bool:
    kinds = values.get("type", values.get("@type"))
    named = {kinds} if isinstance(kinds, str) else set(map(str, kinds or ()))
    return _CONTEXT in str(values.get("@context", "")) or bool(named & _TYPES)
