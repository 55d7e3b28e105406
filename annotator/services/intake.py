"""One way in for any pile of files: read, prepared, and stored, batch by batch."""

import logging
import os
import time
from collections import deque
from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Final, NamedTuple

from annotator.errors import FormatError
from annotator.formats.base import Bundle, Importer, Kind, Left, Reading
from annotator.model.document import UNKNOWN_LANGUAGE, Document, Language
from annotator.services.annotation_intake import AnnotationIntake
from annotator.services.archives import is_archive, unpacked
from annotator.services.documents import refusal_of
from annotator.services.import_options import AS_USUAL, ImportOptions
from annotator.services.import_report import NotTaken, Tally
from annotator.services.import_run import START, Place
from annotator.services.jobs import Progress
from annotator.services.preparing import Answer, Preparing
from annotator.services.projects import Project
from annotator.services.recognising import Recogniser, project_files
from annotator.services.storing import Incoming, Storing
from annotator.services.table_shapes import reading_for
from annotator.services.walking import Found, unreadable, walk

BATCH_SECONDS: Final = 0.1
BATCH_DOCUMENTS: Final = 512
BATCH_LENGTH: Final = 4_000_000
"""Code points of a batch: some more where one document is longer."""
_MOST_WAITING: Final = 8
"""Batches about which things are found out while more are read."""


class _Item(NamedTuple):
    """What was read next, and where the import is after it."""

    content: Incoming | NotTaken
    place: Place
    done: int


class _Batch:
    """What is stored together, as far as time allows."""

    def __init__(self) -> None:
        self.items: list[_Item] = []
        self.asked: list[int] = []
        self.answer: Answer | None = None

    @property
    def is_ready(self) -> bool:
        return self.answer is None or self.answer.is_ready

    def settled(self) -> list[_Item]:
        """Return the items with what was found out about their documents; waits for it."""
        if self.answer is not None:
            for number, prepared in zip(self.asked, self.answer.prepared(), strict=True):
                item = self.items[number]
                assert isinstance(item.content, Incoming)
                content = item.content._replace(prepared=prepared)
                self.items[number] = item._replace(content=content)
        return self.items


class Intake:
    """Reads a pile into a project; counts and reports on the way."""

    def __init__(
        self,
        project: Project,
        options: ImportOptions = AS_USUAL,
        progress: Progress | None = None,
    ) -> None:
        self.tally = Tally()
        self.start = START
        self._done = 0
        self._project = project
        self._options = options
        self._progress = progress or Progress()
        self._recogniser = Recogniser(project, options)
        annotations = AnnotationIntake(project, options, self.tally)
        self._storing = Storing(project, annotations, self.tally)

    def names(self) -> tuple[str, ...]:
        """Return the project's names of those whose annotations were read."""
        people = self.tally.people
        return tuple(who.name for who in self._project.annotators() if who.id in people)

    def take(self, paths: Sequence[Path], total: int) -> None:
        """Take everything in; `total` bytes are the whole of it.

        Raises Cancelled between two batches; what is in stays, and `ImportRun` knows how far it is.
        """
        waiting: deque[_Batch] = deque()
        pending: set[str] = set()
        items = self._items(paths)
        with ExitStack() as ending:
            ending.callback(items.close)  # what it has unpacked goes at once, whatever happens
            preparing = ending.enter_context(Preparing())
            for batch in _batches(items):
                self._ask(batch, preparing, pending)
                waiting.append(batch)
                while waiting and (waiting[0].is_ready or len(waiting) > _MOST_WAITING):
                    self._store(waiting.popleft(), pending, total)
                self._step(0, total)
            while waiting:
                self._store(waiting.popleft(), pending, total)

    # -- preparing -----------------------------------------------------------------------------

    def _ask(self, batch: _Batch, preparing: Preparing, pending: set[str]) -> None:
        """Begin to find out about texts that the project does not know."""
        asked: dict[str, tuple[int, Incoming]] = {}
        for number, item in enumerate(batch.items):
            if isinstance(item.content, Incoming):
                asked.setdefault(item.content.sha256, (number, item.content))
        known = self._project.documents.known(asked) if asked else {}
        fresh = {key: it for key, it in asked.items() if key not in known and key not in pending}
        if fresh:
            batch.asked = [number for number, _ in fresh.values()]
            pending.update(fresh)
            batch.answer = preparing.begin([content.wanted for _, content in fresh.values()])

    # -- storing -------------------------------------------------------------------------------

    def _store(self, batch: _Batch, pending: set[str], total: int) -> None:
        """Store a batch, in several transactions where it takes longer than a moment."""
        items = batch.settled()
        at = 0
        while at < len(items):
            due = time.monotonic() + BATCH_SECONDS
            contents = [item.content for item in items[at:]]
            with self._project.together():
                at += self._storing.store(contents, due)
                self._project.import_run.reached(items[at - 1].place, self.tally.counts["added"])
            self._progress.documents = self.tally.counts["added"] + self.tally.counts["known"]
            self._step(items[at - 1].done, total)
        for item in items:
            if isinstance(item.content, Incoming):
                pending.discard(item.content.sha256)

    def _step(self, done: int, total: int) -> None:
        """Say how far it is; files may grow meanwhile. Raises Cancelled."""
        self._done = max(self._done, min(done, total))
        self._progress.step(self._done, total)

    # -- reading -------------------------------------------------------------------------------

    def _items(self, paths: Sequence[Path]) -> Generator[_Item]:
        """Read the pile from where an earlier import came to."""
        before = 0
        for number, found in enumerate(walk(paths, self._recogniser.claims)):
            size = _size(found.path) if isinstance(found, Found) else 0
            if number >= self.start.files:
                skip = self.start.readings if number == self.start.files else 0
                done = 0
                for reading, (content, done) in enumerate(self._contents(found), 1):
                    if reading > skip:
                        yield _Item(content, Place(number, reading), before + done)
            before += size

    def _contents(
        self, found: Found | NotTaken, *, nested: bool = False
    ) -> Iterator[tuple[Incoming | NotTaken, int]]:
        """Read what was found; with each content the bytes of the file that were read."""
        if isinstance(found, NotTaken):
            yield found, 0
            return
        importer = self._recogniser.importer(found)
        if isinstance(importer, NotTaken):
            if importer.reason != "unknown_format" or not is_archive(found.path):
                yield importer, 0
            elif nested:
                yield NotTaken(found.told, 0, "archive_in_archive"), 0
            else:
                yield from self._archive(found)
            return
        for reading in _readings(importer, found.path, self._options):
            if isinstance(reading.content, FormatError):
                detail = reading.left[0].detail if reading.left else ""
                line = reading.content.line or reading.line
                yield NotTaken(found.told, line, reading.content.reason, detail), reading.done
            else:
                yield self._incoming(found, importer, reading, reading.content), reading.done

    def _archive(self, archive: Found) -> Iterator[tuple[Incoming | NotTaken, int]]:
        """Read the files of an archive; an archive in it is not opened."""
        try:
            for one in unpacked(archive, self._recogniser.claims):
                whole = _size(one.content.path) if isinstance(one.content, Found) else 0
                for content, done in self._contents(one.content, nested=True):
                    yield content, one.begun + one.size * done // max(whole, 1)
        except OSError as error:
            yield unreadable(archive.path, error), 0

    def _incoming(
        self, found: Found, importer: Importer, reading: Reading, bundle: Bundle
    ) -> Incoming | NotTaken:
        document = bundle.document
        reason = refusal_of(document.text)
        if reason is not None:
            return NotTaken(found.told, reading.line, str(reason))
        source = document.metadata.get("source", "")
        is_ours = importer.info.kind is Kind.ANNOTATED and not source
        if not is_ours and source in {"", os.path.basename(found.path)} and source != found.source:  # noqa: PTH119 - paths are texts here
            metadata = {**document.metadata, "source": found.source}
            document = Document(
                document.id, document.title, document.text, document.language, metadata
            )
            bundle = replace(bundle, document=document)
        return Incoming(
            found.told,
            reading.line,
            bundle,
            sha256(document.text.encode()).hexdigest(),
            self._wants_language(importer, document.language),
            reading.left,
        )

    def _wants_language(self, importer: Importer, language: Language) -> bool:
        return (
            self._options.detect_language
            and not importer.info.says_language
            and language.code == UNKNOWN_LANGUAGE
        )


def _batches(items: Iterable[_Item]) -> Iterator[_Batch]:
    """Gather what is read in a moment, or what is enough."""
    batch, length, due = _Batch(), 0, time.monotonic() + BATCH_SECONDS
    for item in items:
        batch.items.append(item)
        if isinstance(item.content, Incoming):
            length += len(item.content.bundle.document.text)
        full = len(batch.items) >= BATCH_DOCUMENTS or length >= BATCH_LENGTH
        if full or time.monotonic() >= due:
            yield batch
            batch, length, due = _Batch(), 0, time.monotonic() + BATCH_SECONDS
    if batch.items:
        yield batch


def _readings(importer: Importer, path: str, options: ImportOptions) -> Iterator[Reading]:
    """Read a file; what goes wrong with the file as a whole is handed out as well.

    A reader may fail in ways nobody thought of, in a library above all: that ends this file only.
    """
    line = done = 0
    place = Path(path)
    try:
        how = reading_for(options.reading, options.shapes, importer, place)
        for reading in importer.read(place, how):
            line, done = reading.line, reading.done
            yield reading
    except FormatError as error:
        yield Reading(line, done, error)
    except OSError as error:
        words = Left("unreadable", "", error.strerror or str(error))
        yield Reading(line, done, FormatError(place, line, "unreadable"), left=(words,))
    except Exception:
        logging.getLogger(__name__).exception("%s: the reader %s", path, importer.info.name)
        yield Reading(line, done, FormatError(place, line, "reader_failed"))


def _size(path: str) -> int:
    try:
        return os.stat(path).st_size  # noqa: PTH116 - see walking
    except OSError:
        return 0  # what is wrong with it is reported when it is read


__all__ = ["AS_USUAL", "ImportOptions", "Intake", "NotTaken", "project_files"]
