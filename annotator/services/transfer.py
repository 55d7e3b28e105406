"""Annotations in and datasets out: joins formats and the project."""

import os
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from annotator.errors import Cancelled, FormatError, ProjectExists
from annotator.formats.base import Bundle, Loss, SchemeRef
from annotator.formats.registry import registry
from annotator.services.intake import AS_USUAL, ImportOptions, Intake, NotTaken, project_files
from annotator.services.jobs import Progress
from annotator.services.projects import Project
from annotator.services.text_files import identities

_SQLITE: Final = b"SQLite format 3\0"


class UnknownFormat(FormatError):
    """No format of this name reads or writes, or none recognises the file."""


class ExportReport(NamedTuple):
    """What an export wrote, and what the format could not hold."""

    path: Path
    documents: int
    spans: int
    relations: int
    losses: tuple[Loss, ...]


class ImportReport(NamedTuple):
    """What came in. `documents_known` were there already; equal annotations are no news.

    `annotators` are the names of those whose annotations the files hold. `cancelled` says that the
    user stopped it: what is counted is in, the rest was not looked at.
    """

    documents_added: int
    documents_known: int
    spans: int
    relations: int
    annotators: tuple[str, ...]
    skipped: tuple[NotTaken, ...]
    cancelled: bool = False


def export_project(
    project: Project, target: Path, format_name: str, progress: Progress | None = None
) -> ExportReport:
    """Write all documents with everybody's annotations. Nothing half is left by a failure.

    Raises UnknownFormat, OSError, StoreError, Cancelled; ProjectExists where `target` is a project,
    this one above all.
    """
    exporter = registry().exporter(format_name)
    if exporter is None:
        raise UnknownFormat(target, 0, f"no format named {format_name} can be written")
    _spare_projects(project, target)
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
    options: ImportOptions = AS_USUAL,
    progress: Progress | None = None,
) -> ImportReport:
    """Take documents and annotations in, each document as a whole or not at all.

    A text that the project has keeps its document. Annotators are matched by id, then by name. An
    annotation that is there already, equal, is passed over; one that differs under the same id, or
    that the scheme does not allow, is reported and left out; so is an attribute the scheme does not
    allow. Of a folder the files with the suffix of a format are read, hidden ones left out.

    Documents are stored in batches of some 0.1 s, each durable as a whole; a cancelled import
    keeps the batches that are in. Raises StoreUnavailable, ProjectReadOnly. Files that cannot be
    read are reported.
    """
    progress = progress or Progress()
    intake = Intake(project, options)
    files = [file for path in paths for file in _files(path)]
    sizes = [_size(file) for file in files]
    before, total, cancelled = 0, sum(sizes), False
    try:
        progress.step(0, total)
        for file, size in zip(files, sizes, strict=True):
            intake.read_file(file, progress, before, total)
            before += size
            progress.step(before, total)
    except Cancelled:
        cancelled = True
    return ImportReport(
        intake.counts["added"],
        intake.counts["known"],
        intake.counts["spans"],
        intake.counts["relations"],
        intake.names(),
        tuple(intake.skipped),
        cancelled,
    )


def job_export(
    project: Project, target: Path, format_name: str
) -> Callable[[Progress], ExportReport]:
    """Return an export as a job for the store lane."""
    return project.job(lambda own, progress: export_project(own, target, format_name, progress))


def job_import(
    project: Project, paths: Sequence[Path], options: ImportOptions = AS_USUAL
) -> Callable[[Progress], ImportReport]:
    """Return an import as a job for the store lane."""
    return project.job(lambda own, progress: import_paths(own, paths, options, progress))


def _bundles(project: Project, counts: Counter[str], progress: Progress) -> Iterator[Bundle]:
    total = project.documents.count()
    people = {person.id: person for person in project.annotators()}
    made_with = SchemeRef(project.scheme.id, project.scheme.version, project.scheme_version)
    guidelines = project.guidelines()
    for number, document in enumerate(project.documents.all()):
        progress.step(number, total)
        sets = tuple(project.editing.annotation_sets(document.id))
        notes = project.notes.of(document.id)
        named = {item.annotator for item in sets}
        named |= {who for note in notes for who in (note.author, note.closed_by) if who}
        if not named <= people.keys():  # who came while we were writing
            people = {person.id: person for person in project.annotators()}
        counts["documents"] += 1
        for item in sets:
            counts["spans"] += item.span_count
            counts["relations"] += sum(1 for _ in item.relations)
        yield Bundle(document, sets, people, made_with, notes, guidelines)
    progress.step(total, total)


def _spare_projects(project: Project, target: Path) -> None:
    """Refuse to write a dataset over a project. Raises ProjectExists, OSError."""
    real = Path(os.path.realpath(target))
    ours = project_files(project)
    if real in ours or identities([real]) & identities(ours):
        raise ProjectExists(target)
    if real.is_file():
        with real.open("rb") as file:
            if file.read(len(_SQLITE)) == _SQLITE:
                raise ProjectExists(target)


def _files(path: Path) -> list[Path]:
    """Return a file as it is, of a folder those that look like files of a format, by name."""
    if not path.is_dir():
        return [path]
    suffixes = tuple(suffix for info in registry().infos if info.reads for suffix in info.suffixes)
    found = []
    for folder, below, names in os.walk(path):
        below[:] = sorted(name for name in below if not name.startswith("."))
        found += [
            Path(folder, name)
            for name in sorted(names)
            if name.lower().endswith(suffixes) and not name.startswith(".")
        ]
    return found


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0  # what is wrong with it is reported when it is read


__all__ = [
    "AS_USUAL",
    "ExportReport",
    "ImportOptions",
    "ImportReport",
    "NotTaken",
    "UnknownFormat",
    "export_project",
    "import_paths",
    "job_export",
    "job_import",
]
