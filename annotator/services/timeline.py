"""What was done to a document, act by act, out of the journal; and the edits that go back in it.

Undo takes acts back in turn (`services/history.py`). This takes back an act in the middle, or all
since an act: each is an edit like any other, so that one undo takes it back again.
"""

from typing import Final

from annotator.errors import EditConflict, JournalError, SchemeViolation
from annotator.model.annotation import Annotation, Relation, Span
from annotator.model.annotation_set import AnnotationSet
from annotator.model.edit import Change, Edit
from annotator.model.ids import DocumentId
from annotator.model.journal import annotation_of
from annotator.model.project import Status
from annotator.model.validation import INCOMPLETE, problems_of
from annotator.services.current import Current
from annotator.services.history import edit_from
from annotator.store.acts import ActHead, Acts, Counts
from annotator.store.fold import FoldedSet
from annotator.store.store import Store

__all__ = ["ActHead", "Counts", "Timeline"]

_LOOKED_AT: Final = 400
"""Entries of the journal among which the labels used last are looked for."""


class Timeline:
    """Reads acts and makes edits of them; it writes nothing.

    An annotation set has a history for each annotator; who annotates here may go back in their own.
    """

    def __init__(self, store: Store, current: Current) -> None:
        self._store = store
        self._current = current
        self._acts = Acts(store.database)

    def recent_labels(self, limit: int) -> list[str]:
        """Return the ids of the labels that who annotates here used last, the latest first."""
        entries = self._store.journal.latest(self._current.annotator_id, "span.put", _LOOKED_AT)
        return list(dict.fromkeys(str(entry.body.get("l", "")) for entry in entries))[:limit]

    # -- looking -------------------------------------------------------------------------------

    def heads(self, document: DocumentId, *, everybody: bool = False) -> list[ActHead]:
        """Return the acts on a document in their order: one's own, or everybody's.

        Contents are not read, so that thousands of acts take some milliseconds.
        """
        return self._acts.of(document, None if everybody else self._current.annotator_id)

    def newer(self, document: DocumentId, last: int) -> list[ActHead]:
        """Return one's own acts with entries after the Lamport number `last`, imports left out.

        An act that went on since comes with its later entries only.
        """
        return self._acts.of(document, self._current.annotator_id, last)

    def time(self, document: DocumentId, head: ActHead) -> str:
        """Return when an act began, by the clock of its device, in UTC: an ISO date and time."""
        entries = self._acts.entries(document, head, 1)
        return entries[0].at if entries else ""

    def edit(self, document: DocumentId, head: ActHead) -> Edit:
        """Return what an act did, as one edit."""
        entries = self._acts.entries(document, head)
        return edit_from(self._store.journal, document, head.annotator, entries)

    def counts(self, document: DocumentId, head: ActHead) -> Counts:
        """Return how many spans an act touched; quick for acts of thousands, unlike `edit`."""
        return self._acts.counts(document, head)

    def span_at(self, document: DocumentId, head: ActHead, span_id: str) -> Span | None:
        """Return a span as it stood, or last stood, when an act was done."""
        entry = self._acts.latest_put(document, head.annotator, span_id, head.last)
        if entry is None:
            return None
        try:
            found = annotation_of(entry.op, entry.body)
        except JournalError:
            return None  # of a newer program
        return found if isinstance(found, Span) else None

    def state_before(self, document: DocumentId, head: ActHead) -> AnnotationSet:
        """Return the annotation set as it was before an act: the fold of all earlier entries."""
        first = self._acts.entries(document, head, 1)[0]
        folded = FoldedSet()
        for entry in self._acts.before(document, head.annotator, first.order):
            folded.absorb(entry)
        stood = [record.annotation for record in folded.records.values()]
        annotations = [one for one in stood if one is not None]
        return AnnotationSet(document, head.annotator, annotations, folded.status)

    # -- going back ----------------------------------------------------------------------------

    def revert(self, within: AnnotationSet, head: ActHead) -> Edit:
        """Make the edit that takes back one act and leaves alone what was done since.

        Raises EditConflict with the id of what stands in the way (`in_the_way` says since when),
        SchemeViolation where the scheme of today forbids what the act took away.
        """
        back = self.edit(within.document, head).inverted()
        for change in back.changes:
            if within.get(change.annotation.id) != change.before:
                raise EditConflict(change.annotation.id)
        after = within.apply(Edit(within.document, within.annotator, back.changes))
        status = _status(back, within, after)
        reasons = ("", "") if status is None else (within.status_reason, back.reasons[1])
        edit = Edit(within.document, within.annotator, back.changes, status, reasons=reasons)
        self._check(edit, after)
        return edit

    def back_to_before(self, within: AnnotationSet, head: ActHead) -> Edit:
        """Make the edit that returns everything to the state before an act; empty if it is so.

        Raises SchemeViolation where the scheme of today forbids something of that state.
        """
        then = self.state_before(within.document, head)
        gone = [Change(one, None) for one in within.annotations if then.get(one.id) is None]
        changed = [
            Change(within.get(one.id), one) for one in then.annotations if within.get(one.id) != one
        ]
        # relations go before their ends, and come after them
        gone.sort(key=lambda change: not isinstance(change.before, Relation))
        changed.sort(key=lambda change: isinstance(change.after, Relation))
        moves = within.status is not then.status
        edit = Edit(
            within.document,
            within.annotator,
            (*gone, *changed),
            (within.status, then.status) if moves else None,
            reasons=(within.status_reason, then.status_reason) if moves else ("", ""),
        )
        self._check(edit, then)
        return edit

    def in_the_way(self, document: DocumentId, head: ActHead, annotation_id: str) -> ActHead | None:
        """Return the last act after `head` about what stands in the way of reverting it."""
        entry = self._acts.touching(document, head.annotator, annotation_id, head.last)
        if entry is None:
            return None
        later = self._acts.of(document, head.annotator, head.last)
        return next((one for one in reversed(later) if one.id == entry.act), None)

    def _check(self, edit: Edit, after: AnnotationSet) -> None:
        """Refuse an edit that leaves a relation without end, repeats something, or is illegal."""
        said: dict[object, str] = {}
        ends: dict[str, str] = {}
        for one in after.annotations:
            said.setdefault(_content(one), one.id)
            if isinstance(one, Relation):
                ends[one.source] = ends[one.target] = one.id
        for change in edit.changes:
            if change.after is None:
                in_the_way = ends.get(change.annotation.id)
            else:
                in_the_way = _missing_end(change.after, after) or said[_content(change.after)]
            if in_the_way is not None and in_the_way != change.annotation.id:
                raise EditConflict(in_the_way)
        for change in edit.changes:
            problems = (
                problems_of(change.after, self._current.scheme, after) if change.after else []
            )
            for problem in problems:
                if problem.reason not in INCOMPLETE:
                    raise SchemeViolation(problem.reason, problem.subject)


def _missing_end(annotation: Annotation, among: AnnotationSet) -> str | None:
    """Return the id of a span that a relation needs and that is not there."""
    ends = (annotation.source, annotation.target) if isinstance(annotation, Relation) else ()
    return next((end for end in ends if among.span(end) is None), None)


def _content(annotation: Annotation) -> object:
    """Return what an annotation says where, whatever its id and attributes."""
    if isinstance(annotation, Span):
        return (annotation.stretches, annotation.label)
    if isinstance(annotation, Relation):
        return (annotation.source, annotation.target, annotation.label, "")
    return annotation.label


def _status(
    back: Edit, within: AnnotationSet, after: AnnotationSet
) -> tuple[Status, Status] | None:
    """Return how the status moves when an act is taken back.

    The first label of a document moves it to "in progress"; that is taken back only with the last
    label. An act that did nothing else is taken back or stands in the way.
    """
    if back.status is None:
        return None
    if not back.changes:
        if within.status is not back.status[0]:
            raise EditConflict("")
        return back.status
    is_empty = not any(True for _ in after.annotations)
    if within.status is back.status[0] and (back.status[1] is not Status.NEW or is_empty):
        return back.status
    return None
