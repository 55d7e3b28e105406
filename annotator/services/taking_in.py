"""An import as the dialog decided it: the scheme grows first, then the pile comes in."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from annotator.model.vocabulary import Vocabulary
from annotator.services.jobs import Progress
from annotator.services.label_mapping import add_to_scheme
from annotator.services.projects import Project
from annotator.services.transfer import ImportOptions, ImportReport, import_paths


class Decided(NamedTuple):
    """What was decided about a pile. `additions` become labels in a group named `title`."""

    paths: tuple[Path, ...]
    options: ImportOptions
    title: str = ""
    additions: Vocabulary = Vocabulary()


class Taken(NamedTuple):
    """What came in, and whether the scheme is another one now."""

    report: ImportReport
    scheme_grew: bool


def take_in(project: Project, decided: Decided, progress: Progress | None = None) -> Taken:
    """Do what was decided. Raises what `add_to_scheme` and `import_paths` raise.

    A cancelled import keeps the labels that came into the scheme, as it keeps the documents.
    """
    before = project.scheme_version
    options = decided.options
    if decided.additions:
        grown = add_to_scheme(project, decided.title, decided.additions)
        options = options._replace(mapping=grown.over(options.mapping))
    report = import_paths(project, decided.paths, options, progress)
    return Taken(report, project.scheme_version != before)


def job_take_in(project: Project, decided: Decided) -> Callable[[Progress], Taken]:
    """Return `take_in` as a job for the store lane."""
    return project.job(lambda own, progress: take_in(own, decided, progress))


def title_of(paths: Sequence[Path]) -> str:
    """Return what a group of labels from these files is called: the first one's name."""
    name = paths[0].name if paths else ""
    return name.partition(".")[0] or name
