"""What a file format is: reads or writes whole documents with everything said about them.

A format never sees a store. It hands out and takes `Bundle`s, one document each.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple, Protocol

from annotator.errors import FormatError
from annotator.model.annotation_set import AnnotationSet
from annotator.model.document import Document, Original
from annotator.model.ids import AnnotatorId
from annotator.model.note import Note
from annotator.model.project import Annotator
from annotator.model.scheme import Scheme

HEAD: int = 64 * 1024
"""Bytes of a file that a format is shown to recognise it."""


class Kind(StrEnum):
    """What the files of a format are, in the order in which formats are asked for a file."""

    ANNOTATED = "annotated"
    """Documents with annotations."""
    NEWS = "news"
    """One article a file."""
    TABLE = "table"
    """An article a row, with columns that have to be told apart."""
    TEXT = "text"
    """Any text at all."""


class Unit(StrEnum):
    """What the offsets of a file count. `INCLUSIVE`: code points, the end is the last one."""

    CODE_POINTS = "code_points"
    UTF16 = "utf16"
    BYTES = "bytes"
    INCLUSIVE = "inclusive"


class Hold(StrEnum):
    """How a format keeps something: as itself, by a documented detour, or not."""

    NATIVE = "native"
    FALLBACK = "fallback"
    NO = "no"


@dataclass(frozen=True, slots=True)
class Holds:
    """What a format can keep. `offsets` says in English what its positions count."""

    offsets: str
    overlaps: Hold
    discontinuous: Hold
    relations: Hold
    attributes: Hold
    document_labels: Hold
    annotators: Hold
    """Several annotators of one document, told apart."""
    empty_documents: Hold


@dataclass(frozen=True, slots=True)
class FormatInfo:
    """A format by name. `suffixes` begin with a dot; the first one is for new files.

    `holds` is None where there are no annotations at all. The table of formats in the
    documentation is made of these records. `says_language`: its files tell the language of each
    document, so that one they do not know stays unknown.
    """

    name: str
    title: str
    suffixes: tuple[str, ...]
    reads: bool = False
    writes: bool = False
    kind: Kind = Kind.ANNOTATED
    holds: Holds | None = None
    says_language: bool = False


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
    whose number is not among them says nothing about it. `original` is the file to be kept beside
    the text, where there is one.
    """

    document: Document
    annotation_sets: tuple[AnnotationSet, ...]
    annotators: Mapping[AnnotatorId, Annotator]
    scheme: SchemeRef | None
    notes: tuple[Note, ...] = ()
    guidelines: Mapping[int, str] = field(default_factory=dict)
    original: Original | None = None


class LossReason(StrEnum):
    """Why a format could not hold something."""

    OVERLAP = "overlap"
    DISCONTINUOUS = "discontinuous"
    TOKEN_BORDER = "token_border"  # noqa: S105 - a reason, no password
    RELATION = "relation"
    ATTRIBUTE = "attribute"
    DOCUMENT_LABEL = "document_label"
    TEXT_CHANGED = "text_changed"
    NOTE = "note"
    ANNOTATOR = "annotator"
    EMPTY_DOCUMENT = "empty_document"
    METADATA = "metadata"


@dataclass(frozen=True, slots=True)
class Loss:
    """Something an export left out or wrote differently; `instead` is what was written, or ""."""

    document: str
    annotation_id: str
    label: str
    reason: LossReason
    instead: str = ""


class Left(NamedTuple):
    """Something of a file that a reader left out or took differently, in a document it did read.

    `reason` is a word in snake case, such as "event_as_relation"; `label` what it is about.
    """

    reason: str
    label: str = ""
    detail: str = ""


class Reading(NamedTuple):
    """One document of a file, or why it could not be read.

    `line` counts from 1 (0 where the format has none); `done` is how many bytes of the file have
    been read so far. `unit` is what the offsets were taken to count, where that had to be decided.
    """

    line: int
    done: int
    content: Bundle | FormatError
    unit: Unit | None = None
    left: tuple[Left, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """What a person decided about a file; without a decision the reader finds out.

    `columns` leads from what a column is for (`text`, `title`, `date`, `outlet`, `author`,
    `place`, `language`, `url`, `id`) to its name in the file.
    """

    unit: Unit | None = None
    columns: Mapping[str, str] | None = None


USUAL = ReadOptions()


class Format(Protocol):
    """What every format says about itself."""

    @property
    def info(self) -> FormatInfo: ...

    def accepts(self, head: bytes, path: Path) -> bool:
        """Tell whether a file that begins with `head` (up to `HEAD` bytes) is of this format.

        `path` is for what stands beside the file; its suffix alone proves nothing.
        """
        ...


class StandsAlone:
    """Base of formats whose files need no others beside them."""

    def companions(self, path: Path) -> Sequence[Path]:  # noqa: ARG002 - there are none
        return ()


class Importer(Format, Protocol):
    """A format that can be read."""

    def companions(self, path: Path) -> Sequence[Path]:
        """Return the files that belong to this one and are not to be read by themselves."""
        ...

    def read(self, path: Path, options: ReadOptions = USUAL) -> Iterator[Reading]:
        """Read a file, one document at a time, whatever its size in little memory.

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
