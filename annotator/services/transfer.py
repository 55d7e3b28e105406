"""Annotations in and datasets out: joins formats and the project."""

import os
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from annotator.errors import Cancelled, FormatError, ProjectExists
from annotator.formats.base import Bundle, Loss, SchemeRef
from annotator.formats.registry import registry
from annotator.services.import_report import ImportReport
from annotator.services.import_run import Unfinished
from annotator.services.intake import AS_USUAL, ImportOptions, Intake, NotTaken, project_files
from annotator.services.jobs import Progress
from annotator.services.projects import Project
from annotator.services.walking import identities, measure

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
    """Take documents and annotations in: any pile of files, folders and archives.

    Each file is asked for its format by what is in it. A text that the project has keeps its
    document. Annotators are matched by id, then by name. An annotation that is there already,
    equal, is passed over; one that differs under the same id, or that the scheme does not allow, is
    reported and left out; so is an attribute the scheme does not allow. Of folders plain texts are
    taken by their suffix; hidden ones are left out.

    Documents are stored in batches of some 0.1 s, each durable as a whole, a document with
    annotations as a whole or not at all; a cancelled import keeps the batches that are in, and
    `resume_import` goes on with it. Raises StoreUnavailable, ProjectReadOnly. Files that cannot be
    read are reported.
    """
    return _import(project, paths, options, progress or Progress(), None)


def resume_import(project: Project, progress: Progress | None = None) -> ImportReport | None:
    """Go on with the import that was stopped or cut off; None where there is none.

    Where the pile is no longer what it was, all of it is read again: what is in is passed over.
    """
    unfinished = project.import_run.unfinished()
    if unfinished is None:
        return None
    paths, options = unfinished.paths, unfinished.options
    return _import(project, paths, options, progress or Progress(), unfinished)


def unfinished_import(project: Project) -> Unfinished | None:
    """Return the import that was stopped by somebody or by a crash, None where there is none."""
    return project.import_run.unfinished()


def forget_import(project: Project) -> None:
    """Do not go on with the import that was stopped; what is in stays."""
    project.import_run.end()


def _import(
    project: Project,
    paths: Sequence[Path],
    options: ImportOptions,
    progress: Progress,
    before: Unfinished | None,
) -> ImportReport:
    with project.together():  # says at once where nothing can be written
        pass
    cancelled = False
    intake = Intake(project, options, progress)
    try:
        pile = measure(paths, progress)
        if before is not None and pile == before.pile:
            intake.start = before.place
        project.import_run.begin(paths, options, pile)
        progress.step(0, pile.size)
        intake.take(paths, pile.size)
        progress.step(pile.size, pile.size)
        project.import_run.end()
    except Cancelled:
        cancelled = True
    return intake.tally.report(intake.names(), cancelled=cancelled)


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


def job_resume(project: Project) -> Callable[[Progress], ImportReport | None]:
    """Return `resume_import` as a job for the store lane."""
    return project.job(resume_import)


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


__all__ = [
    "AS_USUAL",
    "ExportReport",
    "ImportOptions",
    "ImportReport",
    "NotTaken",
    "Unfinished",
    "UnknownFormat",
    "export_project",
    "forget_import",
    "import_paths",
    "job_export",
    "job_import",
    "job_resume",
    "resume_import",
    "unfinished_import",
]
