"""What a file format is: reads or writes whole documents with everything said about them.

A format never sees a store. It hands out and takes `Bundle`s, one document each.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple, Protocol

from annotator.errors import FormatError
from annotator.model.annotation_set import AnnotationSet
from annotator.model.document import Document
from annotator.model.ids import AnnotatorId
from annotator.model.note import Note
from annotator.model.project import Annotator
from annotator.model.scheme import Scheme

HEAD: int = 64 * 1024
"""Bytes of a file that a format is shown to recognise it."""


@dataclass(frozen=True, slots=True)
class FormatInfo:
    """A format by name. `suffixes` begin with a dot; the first one is for new files."""

    name: str
    title: str
    suffixes: tuple[str, ...]
    reads: bool = False
    writes: bool = False


class SchemeRef(NamedTuple):
    """The scheme annotations were made with; `number` counts a project's versions from 1."""

    id: str
    version: str
    number: int


@dataclass(frozen=True, slots=True)
class Bundle:
    """A document, all annotation sets on it, and the notes about it, oldest first.

    `annotators` names at least the annotators of the sets, the authors of the notes and who
    closed them. `scheme` is None where a file does not say which scheme it was made with.
    `guidelines` names the guideline versions that the numbers in `Span.guideline` stand for; a span
    whose number is not among them says nothing about it.
    """

    document: Document
    annotation_sets: tuple[AnnotationSet, ...]
    annotators: Mapping[AnnotatorId, Annotator]
    scheme: SchemeRef | None
    notes: tuple[Note, ...] = ()
    guidelines: Mapping[int, str] = field(default_factory=dict)


class LossReason(StrEnum):
    """Why a format could not hold something."""

    OVERLAP = "overlap"
    TOKEN_BORDER = "token_border"  # noqa: S105 - a reason, no password
    RELATION = "relation"
    ATTRIBUTE = "attribute"
    DOCUMENT_LABEL = "document_label"
    TEXT_CHANGED = "text_changed"


@dataclass(frozen=True, slots=True)
class Loss:
    """Something an export left out or wrote differently; `instead` is what was written, or ""."""

    document: str
    annotation_id: str
    label: str
    reason: LossReason
    instead: str = ""


class Reading(NamedTuple):
    """One document of a file, or why it could not be read.

    `line` counts from 1 (0 where the format has none); `done` is how many bytes of the file have
    been read so far.
    """

    line: int
    done: int
    content: Bundle | FormatError


class Format(Protocol):
    """What every format says about itself."""

    @property
    def info(self) -> FormatInfo: ...

    def accepts(self, head: bytes) -> bool:
        """Tell whether a file that begins with `head` (up to `HEAD` bytes) is of this format."""
        ...


class Importer(Format, Protocol):
    """A format that can be read."""

    def read(self, path: Path) -> Iterator[Reading]:
        """Read a file, one document at a time.

        What is wrong with one document is handed out in its place, and the next one follows.
        Raises FormatError when the file as a whole is something else, OSError when it cannot be
        read.
        """
        ...


class Exporter(Format, Protocol):
    """A format that can be written."""

    def write(
        self,
        target: Path,
        bundles: Iterable[Bundle],
        scheme: Scheme,
        lost: Callable[[Loss], None],
    ) -> None:
        """Write all bundles to `target`; call `lost` for everything the format cannot hold.

        What `bundles` raises passes through, and then nothing is left behind: `target` is what it
        was before. Raises OSError.
        """
        ...
