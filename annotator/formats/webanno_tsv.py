"""WebAnno TSV 3.x (docs/formats/webanno-tsv.md)."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path, PurePath
from typing import Final

from annotator.errors import FormatError
from annotator.formats import cas_layers, exports, webanno_rows, webanno_writing
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
from annotator.formats.draft import Draft
from annotator.formats.losses import Losses
from annotator.formats.strict_json import Malformed
from annotator.model.annotation_set import AnnotationSet
from annotator.model.scheme import Scheme

LIMIT: Final = 64 * 1024 * 1024
"""Largest file in bytes."""
_SUFFIXES: Final = (".tsv",)
_START: Final = b"#FORMAT=WebAnno TSV 3."


class WebannoTsv(StandsAlone):
    """One document and one annotator a file: tokens in rows, layers in columns."""

    info = FormatInfo(
        "webanno-tsv",
        "WebAnno TSV 3",
        (".webanno.zip", ".webanno.tsv"),
        reads=True,
        writes=True,
        holds=Holds(
            offsets="UTF-16 code units",
            overlaps=Hold.NATIVE,
            discontinuous=Hold.FALLBACK,
            relations=Hold.NATIVE,
            attributes=Hold.NATIVE,
            document_labels=Hold.NO,
            annotators=Hold.FALLBACK,
            empty_documents=Hold.NATIVE,
        ),
    )

    def accepts(self, head: bytes, path: Path) -> bool:
        if exports.is_zip(head):
            return exports.holds(path, _SUFFIXES)
        return head.removeprefix(b"\xef\xbb\xbf").startswith(_START)

    def read(self, path: Path, options: ReadOptions = USUAL) -> Iterator[Reading]:
        size = path.stat().st_size
        with path.open("rb") as file:
            data = file.read(LIMIT + 1)
        if not exports.is_zip(data):
            yield _reading(path, path, data, options, size)
            return
        del data
        for member in exports.members(path, _SUFFIXES):
            if isinstance(member.data, FormatError):
                yield Reading(0, size, member.data)
            else:
                yield _reading(path, member.place, member.data, options, size)

    def write(
        self,
        target: Path,
        bundles: Iterable[Bundle],
        scheme: Scheme,  # noqa: ARG002 - values are texts
        lost: Callable[[Loss], None],
    ) -> None:
        exports.write(target, bundles, lost, ".tsv", _file)


FORMAT = WebannoTsv()


def _file(losses: Losses, item: AnnotationSet | None, name: str) -> bytes | None:  # noqa: ARG001
    text = webanno_writing.lines_of(losses, item)
    return None if text is None else text.encode("utf-8")


def _reading(path: Path, place: PurePath, data: bytes, options: ReadOptions, size: int) -> Reading:
    try:
        draft, unit = _draft(place, data, options)
    except Malformed as error:
        inside = "" if place == path else f"{place}: "
        return Reading(0, size, FormatError(path, 0, f"{inside}{error}"))
    return Reading(0, size, draft.bundle(), unit, draft.left)


def _draft(place: PurePath, data: bytes, options: ReadOptions) -> tuple[Draft, Unit]:
    if len(data) > LIMIT:
        raise Malformed(f"longer than {LIMIT} bytes")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise Malformed(f"not UTF-8 at byte {error.start}") from None
    lines = [line.removesuffix("\r") for line in text.split("\n")]
    content = webanno_rows.content_of(lines, options.unit)
    title = cas_layers.title_of(place)
    draft = Draft(content.text, place.name, cas_layers.annotator_of(place, "WebAnno"), title)
    cas_layers.take(draft, content.items)
    return draft, content.unit
