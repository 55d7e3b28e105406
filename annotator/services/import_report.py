"""What an import says when it is done; a pile of a million bad files gives a short report."""

from collections import Counter
from collections.abc import Mapping
from typing import Final, NamedTuple

from annotator.model.ids import AnnotatorId, DocumentId

_MOST_REASONS: Final = 100
KEPT: Final = 1_000
"""Lines of a report that are kept; the others are counted by their reason."""
REMARKS: Final = frozenset(
    {
        "guessed_encoding",
        "html_in_text",
        "paragraphs_joined",
        "rows_in_cell",
        "short_row",
        "whole_page",
    }
)
"""What a reader says of a document that is in as a whole, to be looked at."""


class NotTaken(NamedTuple):
    """Something of a file that did not come in. `line` counts from 1, 0 where there is none.

    `reason` is a word of `SkipReason`, of `validation.Reason`, what a format said, or one of
    "unknown_format", "own_project", "reader_failed", "about_files", those of `archives`,
    "no_annotator", "conflict" (the project holds another annotation under this id),
    "other_status", "other_metadata" and "other_guideline" (the project's own were kept; of the
    last the detail tells of how many spans).
    """

    source: str
    line: int
    reason: str
    detail: str = ""


class ImportReport(NamedTuple):
    """What came in. `documents_known` were there already; equal annotations are no news.

    `annotators` are the names of those whose annotations the files hold. `skipped` are the first
    lines about what was left out, `skipped_count` counts all of them and `reasons` by reason (""
    where there were more than a hundred different ones);
    `remarks` and `remark_count` are about documents that are in as a whole and to be looked at.
    `cancelled` says that the user stopped it: what is counted is in, the rest was not looked at.
    `first_added` is the first new document.
    """

    documents_added: int
    documents_known: int
    spans: int
    relations: int
    annotators: tuple[str, ...]
    skipped: tuple[NotTaken, ...]
    cancelled: bool = False
    skipped_count: int = 0
    reasons: Mapping[str, int] = {}
    remarks: tuple[NotTaken, ...] = ()
    remark_count: int = 0
    first_added: DocumentId | None = None


class Mark(NamedTuple):
    """How far a tally was, to take back what one document added to it."""

    counts: Counter[str]
    people: frozenset[AnnotatorId]
    kept: int
    remarks: int
    first: DocumentId | None


class Tally:
    """Counts on the way. `counts`: "added", "known", "spans", "relations"."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self.people: frozenset[AnnotatorId] = frozenset()
        self.first_added: DocumentId | None = None
        self._skipped: list[NotTaken] = []
        self._remarks: list[NotTaken] = []

    def tell(self, line: NotTaken) -> None:
        """Take a line of the report: kept while there are few, counted always."""
        is_remark = line.reason in REMARKS
        reason = f"reason {line.reason}"
        if reason not in self.counts and len(self.counts) > _MOST_REASONS:
            reason = "reason "  # what formats say may name the place: no end of reasons
        self.counts["remarks" if is_remark else reason] += 1
        lines = self._remarks if is_remark else self._skipped
        if len(lines) < KEPT:
            lines.append(line)

    def mark(self) -> Mark:
        """Return how far it is."""
        return Mark(
            self.counts.copy(),
            self.people,
            len(self._skipped),
            len(self._remarks),
            self.first_added,
        )

    def take_back(self, mark: Mark) -> None:
        """Forget what was said since."""
        self.counts, self.people, self.first_added = mark.counts, mark.people, mark.first
        del self._skipped[mark.kept :], self._remarks[mark.remarks :]

    def report(self, annotators: tuple[str, ...], *, cancelled: bool) -> ImportReport:
        """Return all of it; `annotators` are the names of `people`."""
        reasons = {
            name.removeprefix("reason "): count
            for name, count in sorted(self.counts.items())
            if name.startswith("reason ") and count
        }
        return ImportReport(
            self.counts["added"],
            self.counts["known"],
            self.counts["spans"],
            self.counts["relations"],
            annotators,
            tuple(self._skipped),
            cancelled,
            sum(reasons.values()),
            reasons,
            tuple(self._remarks),
            self.counts["remarks"],
            self.first_added,
        )
