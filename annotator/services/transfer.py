"""Annotations in and datasets out: joins formats and the project."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from annotator.errors import AddRefused, FormatError, JournalError, NoAnnotator
from annotator.formats.base import Bundle, Loss, SchemeRef
from annotator.formats.registry import registry
from annotator.model.annotation import Annotation, Relation, Span
from annotator.model.annotation_set import AnnotationSet
from annotator.model.edit import Change, Edit, Origin
from annotator.model.ids import AnnotatorId, DocumentId
from annotator.model.project import Annotator, Status
from annotator.model.validation import INCOMPLETE, problems_of, span_problems
from annotator.services.jobs import Progress
from annotator.services.projects import Project


class UnknownFormat(FormatError):
    """No format of this name reads or writes, or none recognises the file."""


class ExportReport(NamedTuple):
    """What an export wrote, and what the format could not hold."""

    path: Path
    documents: int
    spans: int
    relations: int
    losses: tuple[Loss, ...]


class NotTaken(NamedTuple):
    """Something of a file that did not come in. `line` counts from 1, 0 where there is none.

    `reason` is a word of `SkipReason`, of `validation.Reason`, "conflict" (the project holds
    another annotation under this id), "no_annotator", or what a format said.
    """

    source: str
    line: int
    reason: str
    detail: str = ""


class ImportReport(NamedTuple):
    """What came in. `documents_known` were there already; equal annotations are no news.

    `annotators` are the names of those whose annotations the files hold.
    """

    documents_added: int
    documents_known: int
    spans: int
    relations: int
    annotators: tuple[str, ...]
    skipped: tuple[NotTaken, ...]


def export_project(
    project: Project, target: Path, format_name: str, progress: Progress | None = None
) -> ExportReport:
    """Write all documents with everybody's annotations. Nothing half is left by a failure.

    Raises UnknownFormat, OSError, StoreError, Cancelled.
    """
    exporter = registry().exporter(format_name)
    if exporter is None:
        raise UnknownFormat(target, 0, f"no format named {format_name} can be written")
    counts: Counter[str] = Counter()
    losses: list[Loss] = []
    bundles = _bundles(project, counts, progress or Progress())
    exporter.write(target, bundles, project.scheme, losses.append)
    return ExportReport(
        target, counts["documents"], counts["spans"], counts["relations"], tuple(losses)
    )


def import_paths(
    project: Project,
    paths: Sequence[Path],
    format_name: str | None = None,
    progress: Progress | None = None,
    *,
    as_annotator: bool = False,
) -> ImportReport:
    """Take documents and annotations in, each document as a whole or not at all.

    A text that the project has keeps its document. Annotators are matched by id, then by name;
    with `as_annotator` everything belongs to the project's annotator. An annotation that is there
    already, equal, is passed over; one that differs under the same id, or that the scheme does not
    allow, is reported and left out. Without a name the format is recognised by content.

    Raises Cancelled (what came in before stays), StoreUnavailable, ProjectReadOnly. Files that
    cannot be read are reported.
    """
    intake = _Intake(project, as_annotator=as_annotator)
    for path in (progress or Progress()).each(paths):
        intake.read_file(path, format_name, progress or Progress())
    return intake.report()


def job_export(
    project: Project, target: Path, format_name: str
) -> Callable[[Progress], ExportReport]:
    """Return an export as a job for the store lane."""
    return project.job(lambda own, progress: export_project(own, target, format_name, progress))


def job_import(
    project: Project, paths: Sequence[Path], format_name: str | None = None
) -> Callable[[Progress], ImportReport]:
    """Return an import as a job for the store lane."""
    return project.job(lambda own, progress: import_paths(own, paths, format_name, progress))


def _bundles(project: Project, counts: Counter[str], progress: Progress) -> Iterator[Bundle]:
    total = project.documents.count()
    people = {person.id: person for person in project.annotators()}
    made_with = SchemeRef(project.scheme.id, project.scheme.version, project.scheme_version)
    for number, document in enumerate(project.documents.all()):
        progress.step(number, total)
        sets = tuple(project.editing.annotation_sets(document.id))
        counts["documents"] += 1
        for item in sets:
            counts["spans"] += item.span_count
            counts["relations"] += sum(1 for _ in item.relations)
        yield Bundle(
            document, sets, {item.annotator: people[item.annotator] for item in sets}, made_with
        )
    progress.step(total, total)


class _Intake:
    """Counts and reports while files come in."""

    def __init__(self, project: Project, *, as_annotator: bool) -> None:
        self._project = project
        self._as_annotator = as_annotator
        self._counts: Counter[str] = Counter()
        self._people: set[AnnotatorId] = set()
        self._skipped: list[NotTaken] = []

    def report(self) -> ImportReport:
        counts, people = self._counts, self._project.annotators()
        return ImportReport(
            counts["added"],
            counts["known"],
            counts["spans"],
            counts["relations"],
            tuple(sorted(person.name for person in people if person.id in self._people)),
            tuple(self._skipped),
        )

    def read_file(self, path: Path, format_name: str | None, progress: Progress) -> None:
        """Take one file in."""
        try:
            importer = (
                registry().guess_importer(path)
                if format_name is None
                else registry().importer(format_name)
            )
            if importer is None:
                self._skip(path, 0, "unknown_format", format_name or "")
                return
            size = path.stat().st_size
            for reading in importer.read(path):
                progress.step(reading.done, size)
                if isinstance(reading.content, FormatError):
                    self._skip(path, reading.line, reading.content.reason)
                else:
                    self._take(path, reading.line, reading.content)
        except FormatError as error:
            self._skip(path, error.line, error.reason)
        except OSError as error:
            self._skip(path, 0, "unreadable", error.strerror or str(error))

    def _take(self, path: Path, line: int, bundle: Bundle) -> None:
        """Take one document in: text and annotations together, or nothing of it."""
        before = self._counts.copy(), list(self._skipped)
        try:
            with self._project.together():
                self._take_bundle(path, line, bundle)
        except (AddRefused, JournalError, NoAnnotator) as error:
            self._counts, self._skipped = before
            self._skip(path, line, getattr(error, "reason", "") or str(error) or "no_annotator")

    def _take_bundle(self, path: Path, line: int, bundle: Bundle) -> None:
        placed = self._project.documents.add_document(bundle.document)
        self._counts["added" if placed.is_new else "known"] += 1
        for item in bundle.annotation_sets:
            person = self._person(bundle.annotators.get(item.annotator), item.annotator)
            self._people.add(person)
            self._take_set(path, line, item, placed.document, person, len(bundle.document.text))

    def _person(self, named: Annotator | None, annotator: AnnotatorId) -> AnnotatorId:
        if self._as_annotator:
            if self._project.annotator is None:
                raise NoAnnotator
            return self._project.annotator.id
        if any(person.id == annotator for person in self._project.annotators()):
            return annotator
        known = self._project.annotator_named(named.name) if named is not None else None
        if known is not None:
            return known.id
        return self._project.add_annotator(named or Annotator(annotator, annotator)).id

    def _take_set(
        self,
        path: Path,
        line: int,
        incoming: AnnotationSet,
        document: DocumentId,
        person: AnnotatorId,
        length: int,
    ) -> None:
        editing = self._project.editing
        stored = editing.annotation_set(document, person)
        changes: list[Change] = []
        allowed: set[str] = set()
        # Spans first: a relation is judged by the spans that came in.
        for annotation in sorted(incoming.annotations, key=lambda item: isinstance(item, Relation)):
            known = stored.get(annotation.id)
            if known == annotation:
                allowed.add(annotation.id)
                continue
            reason, detail = self._objection(annotation, incoming, known, allowed, length)
            if reason:
                self._skip(path, line, reason, f"{annotation.label} {detail}".strip())
                continue
            allowed.add(annotation.id)
            changes.append(Change(None, annotation))
        status = None
        if stored.status is Status.NEW and incoming.status is not Status.NEW:
            status = (stored.status, incoming.status)
        editing.apply(Edit(document, person, tuple(changes), status), origin=Origin.IMPORT)
        for change in changes:
            if isinstance(change.after, Span):
                self._counts["spans"] += 1
            elif isinstance(change.after, Relation):
                self._counts["relations"] += 1

    def _objection(
        self,
        annotation: Annotation,
        incoming: AnnotationSet,
        known: Annotation | None,
        allowed: set[str],
        length: int,
    ) -> tuple[str, str]:
        """Return why an annotation stays out, ("", "") where it may come in."""
        scheme = self._project.scheme
        if known is not None:
            return "conflict", annotation.id
        if isinstance(annotation, Span):
            problems = span_problems(annotation, scheme, length)
        else:
            problems = problems_of(annotation, scheme, incoming)
        for problem in problems:
            if problem.reason not in INCOMPLETE:
                return str(problem.reason), problem.subject
        if (
            isinstance(annotation, Relation)
            and not {
                annotation.source,
                annotation.target,
            }
            <= allowed
        ):
            return "missing_end", annotation.id
        return "", ""

    def _skip(self, path: Path, line: int, reason: str, detail: str = "") -> None:
        self._skipped.append(NotTaken(str(path), line, reason, detail))


__all__ = [
    "ExportReport",
    "ImportReport",
    "NotTaken",
    "UnknownFormat",
    "export_project",
    "import_paths",
    "job_export",
    "job_import",
]
