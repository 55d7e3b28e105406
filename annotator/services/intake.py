"""Take documents and annotations of other projects and programs into a project."""

import os
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Final, NamedTuple

from annotator.errors import AddRefused, FormatError, JournalError, NoAnnotator, NoteRefused
from annotator.formats.base import Bundle, Importer, Reading, ReadOptions
from annotator.formats.registry import registry
from annotator.model.annotation import (
    UNKNOWN_GUIDELINE,
    Annotation,
    DocumentLabel,
    Relation,
    Span,
)
from annotator.model.annotation_set import AnnotationSet
from annotator.model.document import UNKNOWN_LANGUAGE, Document
from annotator.model.edit import Change, Edit, Origin
from annotator.model.ids import AnnotatorId, DocumentId
from annotator.model.label_mapping import AS_IT_IS, LabelMapping
from annotator.model.project import Annotator, Status
from annotator.model.validation import (
    INCOMPLETE,
    Reason,
    problems_of,
    span_problems,
)
from annotator.services.documents import BATCH_SECONDS
from annotator.services.jobs import Progress
from annotator.services.label_mapping import apply
from annotator.services.projects import Project
from annotator.services.text_files import identities, shown

_OWN_METADATA: Final = frozenset({"source", "encoding"})
"""How a text came here: differs without meaning anything when it comes another way."""


class ImportOptions(NamedTuple):
    """What a person decided about an import.

    Without the name of a `format` it is recognised by content. With `as_annotator` everything
    belongs to the project's annotator. `reading` is handed to the format. `mapping` says what
    becomes of the words of the file.
    """

    format: str | None = None
    as_annotator: bool = False
    reading: ReadOptions = ReadOptions()
    mapping: LabelMapping = AS_IT_IS


AS_USUAL: Final = ImportOptions()


class NotTaken(NamedTuple):
    """Something of a file that did not come in. `line` counts from 1, 0 where there is none.

    `reason` is a word of `SkipReason`, of `validation.Reason`, what a format said, or one of
    "unknown_format", "no_annotator", "conflict" (the project holds another annotation under this
    id), "other_status", "other_metadata" and "other_guideline" (the project's own were kept; of the
    last the detail tells of how many spans).
    """

    source: str
    line: int
    reason: str
    detail: str = ""


class _Target(NamedTuple):
    """Where one annotation set goes, and what is to be told about it."""

    document: DocumentId
    person: AnnotatorId
    length: int
    source: str
    line: int
    guidelines: Mapping[int, tuple[int, str]]
    """From the numbers of the file's guidelines to ours; those we never had are 0 and a name."""


class Intake:
    """Reads files into a project; counts and reports on the way."""

    def __init__(self, project: Project, options: ImportOptions = AS_USUAL) -> None:
        self.counts: Counter[str] = Counter()
        self.people: set[AnnotatorId] = set()
        self.skipped: list[NotTaken] = []
        self._project = project
        self._options = options
        self._ours = identities(project_files(project))
        self._known_guidelines: dict[str, int] | None = None

    def names(self) -> tuple[str, ...]:
        """Return the project's names of those whose annotations were read."""
        return tuple(who.name for who in self._project.annotators() if who.id in self.people)

    def read_file(self, path: Path, progress: Progress, before: int, total: int) -> None:
        """Take one file in, batch by batch; `before` of `total` bytes are those of other files.

        Raises Cancelled between two batches; what is in stays.
        """
        importer = self._importer(path)
        if importer is None:
            return
        readings = _readings(importer, path, self._options.reading)
        last = None
        while True:
            with self._project.together():
                last = self._take_batch(path, readings)
            if last is None:
                return
            progress.step(before + last.done, total)

    def _importer(self, path: Path) -> Importer | None:
        """Return the format to read a file with; what cannot be read is not even opened.

        A pipe would be waited on for ever, and closing the project's own file would drop the locks
        that SQLite holds on it.
        """
        format_name = self._options.format
        try:
            found = path.stat()
            importer = None
            if path.is_file() and (found.st_dev, found.st_ino) not in self._ours:
                importer = (
                    registry().guess_importer(path)
                    if format_name is None
                    else registry().importer(format_name)
                )
        except OSError as error:
            self._skip(_name(path), 0, "unreadable", error.strerror or str(error))
            return None
        if importer is None:
            self._skip(_name(path), 0, "unknown_format", format_name or "")
        return importer

    def _take_batch(self, path: Path, readings: Iterator[Reading]) -> Reading | None:
        """Take documents in for a moment; return the last one, None at the end of the file."""
        due = time.monotonic() + BATCH_SECONDS
        source = _name(path)
        for reading in readings:
            if isinstance(reading.content, FormatError):
                self._skip(source, reading.content.line or reading.line, reading.content.reason)
            else:
                self._take(source, reading.line, reading.content)
            if time.monotonic() >= due:
                return reading
        return None

    def _take(self, source: str, line: int, bundle: Bundle) -> None:
        """Take one document in: text and annotations together, or nothing of it."""
        counts, people, reported = self.counts.copy(), self.people.copy(), len(self.skipped)
        bundle, left = apply(self._options.mapping, bundle)
        try:
            with self._project.together():
                self._take_bundle(source, line, bundle)
                for item in left:
                    self._skip(source, line, item.reason, f"{item.label} {item.detail}".strip())
        except (AddRefused, JournalError, NoAnnotator) as error:
            self.counts, self.people = counts, people
            del self.skipped[reported:]
            reason = getattr(error, "reason", "") or str(error) or "no_annotator"
            self._skip(source, line, str(reason))

    def _take_bundle(self, source: str, line: int, bundle: Bundle) -> None:
        document = bundle.document
        placed = self._project.documents.add_document(document)
        self.counts["added" if placed.is_new else "known"] += 1
        if placed.is_new and bundle.original is not None:
            self._project.originals.keep(placed.document, bundle.original)
        if not placed.is_new:
            self._compare(source, line, document, self._project.documents.get(placed.document))
        for item in bundle.annotation_sets:
            person = self._person(bundle.annotators[item.annotator])
            self.people.add(person)
            length, guidelines = len(document.text), self._guidelines(bundle)
            target = _Target(placed.document, person, length, source, line, guidelines)
            self._take_set(item, target)
        for note in bundle.notes:
            author = self._person(bundle.annotators[note.author])
            closer = bundle.annotators.get(note.closed_by)
            closed_by = AnnotatorId("") if closer is None else self._person(closer)
            taken = replace(note, document=placed.document, author=author, closed_by=closed_by)
            try:
                self._project.notes.take(taken)
            except NoteRefused:
                self._skip(source, line, "conflict", str(note.id))

    def _compare(self, source: str, line: int, incoming: Document, known: Document) -> None:
        """Report what a file says about a known document and the project says otherwise."""
        language = incoming.language.code
        differs = [
            key
            for key, value in sorted(incoming.metadata.items())
            if key not in _OWN_METADATA and known.metadata.get(key) != value
        ]
        if incoming.title and incoming.title != known.title:
            differs.insert(0, "title")
        if language not in {UNKNOWN_LANGUAGE, known.language.code}:
            differs.insert(0, "language")
        if differs:
            self._skip(source, line, "other_metadata", ", ".join(differs))

    def _guidelines(self, bundle: Bundle) -> Mapping[int, tuple[int, str]]:
        """Match guideline versions by name; of several schemes with one name the first counts.

        Another scheme's guideline is never ours: where ours has its name, it is named in full.
        """
        if self._known_guidelines is None:
            numbered = sorted(self._project.guidelines().items(), reverse=True)
            self._known_guidelines = {name: number for number, name in numbered}
        known, other = self._known_guidelines, ""
        if bundle.scheme is not None and bundle.scheme.id != self._project.scheme.id:
            other = bundle.scheme.id
        found = {}
        for number, name in bundle.guidelines.items():
            if name not in known:
                found[number] = UNKNOWN_GUIDELINE, name
            elif other:
                found[number] = UNKNOWN_GUIDELINE, f"{other} {name}"
            else:
                found[number] = known[name], ""
        return found

    def _person(self, named: Annotator) -> AnnotatorId:
        if self._options.as_annotator:
            if self._project.annotator is None:
                raise NoAnnotator
            return self._project.annotator.id
        known = {person.id for person in self._project.annotators()}
        if named.id in known:
            return named.id
        same_name = self._project.annotator_named(named.name)
        return (same_name or self._project.add_annotator(named)).id

    def _take_set(self, incoming: AnnotationSet, target: _Target) -> None:
        editing = self._project.editing
        stored = editing.annotation_set(target.document, target.person)
        fresh: list[Annotation] = []
        there = {annotation.id for annotation in stored.annotations}
        places = {_place(annotation) for annotation in stored.annotations}
        passed_over = 0
        # Spans first: a relation needs the spans that came in.
        for original in sorted(incoming.annotations, key=lambda item: isinstance(item, Relation)):
            annotation = self._cleaned(original, target)
            known = stored.get(annotation.id)
            if known == annotation:
                continue
            if _says_the_same(known, annotation):
                passed_over += _says_more(known, original, annotation, target)
                continue
            detail = ""
            missing = isinstance(annotation, Relation) and not _ends(annotation) <= there
            if known is not None:
                reason, detail = "conflict", str(annotation.id)
            elif missing:
                reason = str(Reason.MISSING_END)
            else:
                reason, detail = self._objection(annotation, incoming, target.length)
                if not reason and _place(annotation) in places:
                    reason = str(Reason.SAME_TWICE)
            if reason:
                self._tell(target, reason, annotation.label, detail)
                continue
            there.add(annotation.id)
            places.add(_place(annotation))
            fresh.append(annotation)
        if passed_over:
            self._tell(target, "other_guideline", "", str(passed_over))
        status = self._moved(stored.status, incoming.status, target)
        changes = tuple(Change(None, annotation) for annotation in fresh)
        reasons = stored.status_reason, incoming.status_reason
        edit = Edit(target.document, target.person, changes, status, reasons=reasons)
        editing.apply(edit, origin=Origin.IMPORT)
        self.counts["spans"] += sum(isinstance(item, Span) for item in fresh)
        self.counts["relations"] += sum(isinstance(item, Relation) for item in fresh)

    def _moved(self, ours: Status, theirs: Status, target: _Target) -> tuple[Status, Status] | None:
        """Return how the status moves: only where nobody has said anything yet."""
        if theirs in {ours, Status.NEW}:
            return None
        if ours is Status.NEW:
            return ours, theirs
        self._tell(target, "other_status", str(theirs), "")
        return None

    def _cleaned(self, annotation: Annotation, target: _Target) -> Annotation:
        """Leave out, and report, attributes that the scheme does not know or allow here."""
        scheme = self._project.scheme
        if isinstance(annotation, Span):
            own = self._project.scheme_version, ""
            number, foreign = target.guidelines.get(annotation.guideline, own)
            annotation = replace(annotation, guideline=number, foreign=foreign)
        if not isinstance(annotation, Relation) and scheme.label(annotation.label) is None:
            return annotation  # it stays out as a whole
        attributes = annotation.attributes
        for key, value in annotation.attributes.items():
            kind = scheme.attribute(key)
            # Datasets may say more about relations than a person here is asked: it is kept.
            if kind is None or not (
                isinstance(annotation, Relation) or kind in scheme.attributes_of(annotation.label)
            ):
                self._tell(target, Reason.UNKNOWN_ATTRIBUTE, annotation.label, key)
            elif not kind.takes(value):
                self._tell(target, Reason.WRONG_VALUE, annotation.label, f"{key} = {value}")
            else:
                continue
            attributes = attributes.with_value(key, None)
        return replace(annotation, attributes=attributes)

    def _objection(
        self, annotation: Annotation, within: AnnotationSet, length: int
    ) -> tuple[str, str]:
        """Return why the scheme or the text keeps an annotation out, ("", "") where they do not."""
        scheme = self._project.scheme
        problems = (
            span_problems(annotation, scheme, length)
            if isinstance(annotation, Span)
            else problems_of(annotation, scheme, within)
        )
        for problem in problems:
            if problem.reason not in INCOMPLETE:
                subject = "" if problem.subject == annotation.label else problem.subject
                return str(problem.reason), subject
        return "", ""

    def _tell(self, target: _Target, reason: str, label: str, detail: str) -> None:
        self._skip(target.source, target.line, str(reason), f"{label} {detail}".strip())

    def _skip(self, source: str, line: int, reason: str, detail: str = "") -> None:
        self.skipped.append(NotTaken(source, line, reason, detail))


def project_files(project: Project) -> list[Path]:
    """Return the files that a project is made of."""
    ends = ("", "-wal", "-shm", "-journal", ".lock", ".holder")
    return [Path(f"{project.path}{end}") for end in ends]


def _readings(importer: Importer, path: Path, options: ReadOptions) -> Iterator[Reading]:
    """Read a file; what goes wrong with the file as a whole is handed out as well."""
    line = done = 0
    try:
        for reading in importer.read(path, options):
            line, done = reading.line, reading.done
            yield reading
    except FormatError as error:
        yield Reading(line, done, error)
    except OSError as error:
        yield Reading(line, done, FormatError(path, line, error.strerror or str(error)))


def _says_the_same(known: Annotation | None, new: Annotation) -> bool:
    """Tell whether two states of a span differ in nothing but when it was looked at."""
    return (
        isinstance(known, Span)
        and isinstance(new, Span)
        and replace(known, guideline=new.guideline, waived=new.waived, foreign=new.foreign) == new
    )


def _says_more(
    known: Annotation | None, original: Annotation, new: Annotation, target: _Target
) -> bool:
    """Tell whether a span that is there was looked at later in the file, or waived more there."""
    if not (isinstance(known, Span) and isinstance(original, Span) and isinstance(new, Span)):
        return False
    later = new.guideline > known.guideline or new.foreign not in {"", known.foreign}
    is_said = original.guideline in target.guidelines
    return (is_said and later) or not set(new.waived) <= set(known.waived)


def _ends(relation: Relation) -> set[str]:
    return {relation.source, relation.target}


def _place(annotation: Annotation) -> tuple[object, ...]:
    """Return what may not be said twice."""
    if isinstance(annotation, Span):
        return (annotation.stretches, annotation.label)
    if isinstance(annotation, Relation):
        return (annotation.source, annotation.target, annotation.label)
    assert isinstance(annotation, DocumentLabel)
    return (annotation.label,)


def _name(path: Path) -> str:
    return shown(os.fspath(path))
