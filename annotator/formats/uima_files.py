"""What XMI and JSON of UIMA have in common: a file an annotator and article, or an export."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, ClassVar, Final

from annotator.errors import FormatError
from annotator.formats import exports
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
from annotator.formats.draft import Draft
from annotator.formats.losses import Losses
from annotator.formats.strict_json import Malformed
from annotator.model.annotation_set import AnnotationSet
from annotator.model.scheme import Scheme

if TYPE_CHECKING:
    from cassis import Cas

LIMIT: Final = 64 * 1024 * 1024
"""Largest file in bytes."""
TYPES: Final = ("TypeSystem.xml", "typesystem.xml")
HOLDS: Final = Holds(
    offsets="UTF-16 code units",
    overlaps=Hold.NATIVE,
    discontinuous=Hold.FALLBACK,
    relations=Hold.NATIVE,
    attributes=Hold.NATIVE,
    document_labels=Hold.NATIVE,
    annotators=Hold.FALLBACK,
    empty_documents=Hold.NATIVE,
)


class CasFiles:
    """A format whose files hold one CAS each; who derives says how it is written down."""

    info: ClassVar[FormatInfo]
    suffix: ClassVar[str]
    is_xml: ClassVar[bool]

    def begins(self, head: bytes) -> bool:
        """Tell whether a file that begins like this holds a CAS of this kind."""
        raise NotImplementedError

    def draft(self, data: bytes, types: bytes | None, place: PurePath) -> Draft:
        """Read a CAS. Raises Malformed."""
        raise NotImplementedError

    def data(self, cas: "Cas") -> bytes:
        """Write a CAS."""
        raise NotImplementedError

    def accepts(self, head: bytes, path: Path) -> bool:
        if exports.is_zip(head):
            return exports.holds(path, (self.suffix,))
        return self.begins(head)

    def companions(self, path: Path) -> Sequence[Path]:
        found = _types_beside(path)
        return (found,) if found is not None and found.parent == path.parent else ()

    def read(self, path: Path, options: ReadOptions = USUAL) -> Iterator[Reading]:  # noqa: ARG002
        size = path.stat().st_size
        with path.open("rb") as file:
            data = file.read(LIMIT + 1)
        if not exports.is_zip(data):
            types = _types_beside(path)
            declared = types.read_bytes() if types is not None else None
            yield self._reading(path, path, data, declared, size)
            return
        del data
        for member in exports.members(path, (self.suffix,)):
            if isinstance(member.data, FormatError):
                yield Reading(0, size, member.data)
            else:
                yield self._reading(path, member.place, member.data, member.types, size)

    def _reading(
        self, path: Path, place: PurePath, data: bytes, types: bytes | None, size: int
    ) -> Reading:
        try:
            if len(data) > LIMIT:
                raise Malformed(f"longer than {LIMIT} bytes")
            draft = self.draft(data, types, place)
        except ValueError as error:
            inside = "" if place == path else f"{place}: "
            return Reading(0, size, FormatError(path, 0, f"{inside}{error}"))
        return Reading(0, size, draft.bundle(), Unit.UTF16, draft.left)

    def write(
        self,
        target: Path,
        bundles: Iterable[Bundle],
        scheme: Scheme,
        lost: Callable[[Loss], None],
    ) -> None:
        from annotator.formats.uima_writing import Writer

        writer = Writer(scheme, is_xml=self.is_xml)

        def make(losses: Losses, item: AnnotationSet | None, name: str) -> bytes | None:
            cas = writer.cas(losses, item, name)
            return None if cas is None else self.data(cas)

        def types() -> Mapping[str, bytes]:
            return {TYPES[0]: (writer.types.to_xml() or "").encode("utf-8")}

        exports.write(target, bundles, lost, self.suffix, make, types, titled=True)


def _types_beside(path: Path) -> Path | None:
    """Return the declaration of layers in a file's folder, or at the root of an export."""
    for folder in (path.parent, path.parent.parent.parent):
        for name in TYPES:
            found = folder / name
            if found.is_file() and found.stat().st_size <= LIMIT:
                return found
    return None
