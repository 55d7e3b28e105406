"""Every exception raised on purpose.

Anything else that reaches the top is a bug. `ui/messages.py` and `cli/output.py` turn these into
words for a person; the texts here are for logs.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple


class AnnotatorError(Exception):
    """Root of all expected trouble."""


class StoreError(AnnotatorError):
    """The project file could not be read or written."""


class StoreUnavailable(StoreError):
    """The file is missing, locked, full or on a disk that does not answer; nothing was written."""

    def __init__(self, path: Path | None, reason: str) -> None:
        super().__init__(f"{path}: {reason}" if path else reason)
        self.path = path
        self.reason = reason


class NotAProject(StoreError):
    """The file exists and is something else than a project of this program."""

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))
        self.path = path


class ProjectTooNew(StoreError):
    """The file was written by a newer version; it can only be read."""

    def __init__(self, path: Path, version: int) -> None:
        super().__init__(f"{path}: schema {version}")
        self.path = path
        self.version = version


class ProjectExists(StoreError):
    """A new project would overwrite a file."""

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))
        self.path = path


class ProjectReadOnly(StoreError):
    """The project is open elsewhere, or newer than this program: nothing can be written."""

    def __init__(self, path: Path, holder: str = "") -> None:
        super().__init__(f"{path}: {holder}")
        self.path = path
        self.holder = holder


class ProjectInUse(StoreError):
    """Another program holds the project and writing was asked for."""

    def __init__(self, path: Path, holder: str = "") -> None:
        super().__init__(f"{path}: {holder}")
        self.path = path
        self.holder = holder


class EditConflict(AnnotatorError):
    """An edit expects a state that is no longer there; nothing was written."""

    def __init__(self, annotation_id: str) -> None:
        super().__init__(annotation_id)
        self.annotation_id = annotation_id


class SchemeViolation(AnnotatorError):
    """An annotation the scheme does not allow; `reason` is a word of `model.validation.Reason`."""

    def __init__(self, reason: str, subject: str = "") -> None:
        super().__init__(f"{reason}: {subject}")
        self.reason = reason
        self.subject = subject


class SchemeFault(NamedTuple):
    """One thing that is wrong with a scheme: where in its JSON, and what.

    `reason` is a word of `model.scheme_faults.Flaw`, with %1, %2, ... for the `subjects`.
    """

    where: str
    reason: str
    subjects: tuple[str, ...] = ()

    def worded(self, reason: str) -> str:
        """Return place and reason; `reason` is the fault's own, or the same in a language."""
        words = filled(reason, self.subjects)
        return f"{self.where}: {words}" if self.where else words


class SchemeError(AnnotatorError):
    """A scheme cannot be used; `faults` are all that is wrong with it, in its own order."""

    def __init__(self, *faults: SchemeFault) -> None:
        super().__init__("; ".join(fault.worded(fault.reason) for fault in faults))
        self.faults = faults


def filled(template: str, subjects: Sequence[object]) -> str:
    """Put subjects in the places %1, %2, ... of a template; what they hold is left alone."""
    first, *rest = template.split("%")
    parts = [first]
    for piece in rest:
        place = int(piece[0]) - 1 if piece[:1].isdigit() else -1
        known = 0 <= place < len(subjects)
        parts.append(f"{subjects[place]}{piece[1:]}" if known else f"%{piece}")
    return "".join(parts)


class JournalError(AnnotatorError):
    """A journal entry breaks a rule (size, NUL, surrogate, NaN) or its chain is broken."""


class NoAnnotator(AnnotatorError):
    """Something would be stored before anybody was named as annotator."""


class NoteRefused(AnnotatorError):
    """A note was not stored; `reason` is a word of `services.notes.NoteReason`."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class AddRefused(AnnotatorError):
    """A text cannot become a document; `reason` is a word of `services.documents.SkipReason`."""

    def __init__(self, reason: str, detail: str = "") -> None:
        super().__init__(f"{reason}: {detail}" if detail else reason)
        self.reason = reason
        self.detail = detail


class FormatError(AnnotatorError):
    """A file could not be read in the format it was taken for.

    `line` counts from 1, 0 where no line can be named.
    """

    def __init__(self, path: Path, line: int, reason: str) -> None:
        super().__init__(f"{path}:{line}: {reason}")
        self.path = path
        self.line = line
        self.reason = reason


class Cancelled(AnnotatorError):
    """The user stopped a job."""
