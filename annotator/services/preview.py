"""A look into a pile before anything of it is taken in: what is there, and how it would be read."""

import os
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, NamedTuple, cast

from annotator.errors import FormatError
from annotator.formats.base import Bundle, FormatInfo, Importer, Kind, Left, ReadOptions, Unit
from annotator.formats.columns import Sample, Tabular
from annotator.formats.registry import registry
from annotator.model.vocabulary import Vocabulary
from annotator.services.intake import AS_USUAL, ImportOptions, NotTaken
from annotator.services.jobs import Progress
from annotator.services.table_shapes import reading_for
from annotator.services.walking import shown

SECONDS: Final = 4.0
"""After this long no further file is opened."""
FILES: Final = 2_000
"""Files whose format is asked for; a larger pile is told as "at least"."""
FILES_READ: Final = 40
"""Files of each format that are read."""
DOCUMENTS: Final = 60
"""Documents of each file that are read."""
QUOTES: Final = 10
_QUOTE: Final = 200
"""Code points of a quote that are shown."""
_SPANS_OF_ONE: Final = 4
_PROBLEMS: Final = 50
_TABLES: Final = 5
_PEOPLE: Final = 50
_ROWS: Final = 20


class FormatSeen(NamedTuple):
    """A format, and how many files of it there are."""

    info: FormatInfo
    files: int


class Quote(NamedTuple):
    """A span of the pile: the words it covers, what it says, and where it stands."""

    words: str
    label: str
    source: str
    line: int


class TableSeen(NamedTuple):
    """A table with columns of its own: a file of this kind, and how many there are of it."""

    path: Path
    sample: Sample
    files: int


@dataclass(frozen=True, slots=True)
class Preview:
    """What a pile holds, as far as it was looked at.

    `files` and `documents` are at least that many where `more_files` and `more_documents` say so.
    `articles` are the first titles. `units` are what positions were taken to count, by the name
    of the format. `problems` are what would be left out so far.
    """

    files: int = 0
    more_files: bool = False
    documents: int = 0
    more_documents: bool = False
    formats: tuple[FormatSeen, ...] = ()
    articles: tuple[str, ...] = ()
    quotes: tuple[Quote, ...] = ()
    units: tuple[tuple[str, Unit], ...] = ()
    words: Vocabulary = field(default_factory=Vocabulary)
    annotators: tuple[str, ...] = ()
    tables: tuple[TableSeen, ...] = ()
    problems: tuple[NotTaken, ...] = ()

    @property
    def is_plain(self) -> bool:
        """Whether there is nothing to decide: articles only, in files of one article each."""
        kinds = {seen.info.kind for seen in self.formats}
        return not kinds & {Kind.ANNOTATED, Kind.TABLE}


def look_into(
    paths: Sequence[Path], options: ImportOptions = AS_USUAL, progress: Progress | None = None
) -> Preview:
    """Look into files and folders. Writes nothing; ends after some seconds and some documents.

    What cannot be read is told among the problems. Raises Cancelled.
    """
    look = _Look(options, progress or Progress())
    look.over(paths)
    return look.preview()


def job_look(
    paths: Sequence[Path], options: ImportOptions = AS_USUAL
) -> Callable[[Progress], Preview]:
    """Return `look_into` as a job for the reading lane."""
    return lambda progress: look_into(paths, options, progress)


class _Look:
    def __init__(self, options: ImportOptions, progress: Progress) -> None:
        self._options = options
        self._progress = progress
        self._due = time.monotonic() + SECONDS
        self._files: Counter[str] = Counter()
        self._read: Counter[str] = Counter()
        self._infos: dict[str, FormatInfo] = {}
        self._more_files = self._more_documents = False
        self._documents = 0
        self._articles: list[str] = []
        self._quotes: list[Quote] = []
        self._spare: list[Quote] = []
        self._units: dict[str, Unit] = {}
        self._words = Vocabulary()
        self._people: dict[str, None] = {}
        self._tables: dict[str, TableSeen] = {}
        self._problems: list[NotTaken] = []

    def over(self, paths: Sequence[Path]) -> None:
        claimed: set[Path] = set()
        read: list[tuple[Path, Importer]] = []
        for number, path in enumerate(_files(paths)):
            self._progress.step(0, 0)
            if number >= FILES or time.monotonic() > self._due:
                self._more_files = True
                break
            importer = self._importer(path)
            if importer is not None:
                claimed.update(importer.companions(path))
                read.append((path, importer))
        for path, importer in read:
            if path in claimed:
                continue
            name = importer.info.name
            self._files[name] += 1
            self._infos[name] = importer.info
            if self._read[name] >= FILES_READ or time.monotonic() > self._due:
                self._more_documents = True
                continue
            self._read[name] += 1
            self._look_into(path, importer)

    def preview(self) -> Preview:
        order = list(Kind)
        infos = sorted(self._infos.values(), key=lambda x: (order.index(x.kind), x.title))
        return Preview(
            sum(self._files.values()),
            self._more_files,
            self._documents,
            self._more_documents or self._more_files,
            tuple(FormatSeen(info, self._files[info.name]) for info in infos),
            tuple(self._articles),
            tuple([*self._quotes, *self._spare][:QUOTES]),
            tuple(sorted(self._units.items())),
            self._words,
            tuple(self._people),
            tuple(self._tables.values()),
            tuple(self._problems),
        )

    def _importer(self, path: Path) -> Importer | None:
        name = self._options.format
        try:
            if not path.is_file():
                found = None
            elif name is not None:
                found = registry().importer(name)
            else:
                found = registry().guess_importer(path)
        except OSError as error:
            self._tell(path, 0, "unreadable", error.strerror or str(error))
            return None
        if found is None:
            self._tell(path, 0, "unknown_format")
        return found

    def _look_into(self, path: Path, importer: Importer) -> None:
        """Read the beginning of a file; what goes wrong with all of it is one line."""
        try:
            if importer.info.kind is Kind.TABLE:
                self._table(path, importer)
            options = self._options
            how = reading_for(options.reading, options.shapes, importer, path)
            readings = importer.read(path, how)
            for number, reading in enumerate(readings):
                self._progress.step(0, 0)
                if number >= DOCUMENTS or time.monotonic() > self._due:
                    self._more_documents = True
                    break
                if reading.unit is not None:
                    self._units[importer.info.name] = reading.unit
                if isinstance(reading.content, FormatError):
                    line = reading.content.line or reading.line
                    self._tell(path, line, reading.content.reason)
                else:
                    self._bundle(path, reading.line, reading.content, reading.left)
        except FormatError as error:
            self._tell(path, error.line, error.reason)
        except OSError as error:
            self._tell(path, 0, "unreadable", error.strerror or str(error))

    def _table(self, path: Path, importer: Importer) -> None:
        """Show a table's first rows; those with the same columns are shown once."""
        if not hasattr(importer, "sample"):
            return
        reading = ReadOptions(self._options.reading.unit)
        sample = cast("Tabular", importer).sample(path, _ROWS, reading)
        known = self._tables.get(sample.signature)
        if known is not None:
            self._tables[sample.signature] = known._replace(files=known.files + 1)
        elif len(self._tables) < _TABLES:
            self._tables[sample.signature] = TableSeen(path, sample, 1)

    def _bundle(self, path: Path, line: int, bundle: Bundle, left: Sequence[Left]) -> None:
        self._documents += 1
        for item in left:
            self._tell(path, line, item.reason, f"{item.label} {item.detail}".strip())
        if len(self._articles) < QUOTES and bundle.document.title:
            self._articles.append(bundle.document.title[:_QUOTE])
        text, shown_here = bundle.document.text, 0
        for said in bundle.annotation_sets:
            self._words.add(said)
            who = bundle.annotators.get(said.annotator)
            if who is not None and len(self._people) < _PEOPLE:
                self._people[who.name] = None
            for span in said.spans:
                if len(self._quotes) + len(self._spare) >= 2 * QUOTES:
                    break
                shown_here += 1
                words = span.quote(text)
                if len(words) > _QUOTE:
                    words = words[: _QUOTE - 1] + "…"
                # some of each document first; more of one where there are too few
                to = self._quotes if shown_here <= _SPANS_OF_ONE else self._spare
                to.append(Quote(words, span.label, shown(path.name), line))

    def _tell(self, path: Path, line: int, reason: str, detail: str = "") -> None:
        if len(self._problems) < _PROBLEMS:
            self._problems.append(NotTaken(shown(str(path)), line, reason, detail))


def _files(paths: Sequence[Path]) -> Iterator[Path]:
    """Hand out files by name, hidden ones of folders left out.

    Links to folders are not followed: in a ring of them there would be no end.
    """
    for path in paths:
        if not path.is_dir():
            yield path
            continue
        for folder, below, names in os.walk(path):
            below[:] = sorted(name for name in below if not name.startswith("."))
            for name in sorted(names):
                if not name.startswith("."):
                    yield Path(folder, name)
