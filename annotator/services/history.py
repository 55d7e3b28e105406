"""Undo and redo out of the journal: which acts can be taken back, and the edit that does it."""

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from typing import Final, NamedTuple

from annotator.errors import JournalError
from annotator.model.annotation import Annotation
from annotator.model.edit import Change, Edit, Origin
from annotator.model.ids import ActId, AnnotatorId, DocumentId
from annotator.model.journal import STATUS_PUT, Entry, annotation_of, reason_of
from annotator.model.project import Status
from annotator.store.journal import ActStep, Journal

_STATUSES: Final = {str(status): status for status in Status}


class Act(NamedTuple):
    """An act of one annotation set, and the first and last Lamport number of its entries."""

    id: ActId
    first: int
    last: int


class History:
    """The acts of one annotation set that can be taken back, and those that can be done again.

    Made by walking its journal entries in order: an edit goes on top of `undoable` and empties
    `redoable`; an undo moves its act over, a redo moves it back; imports are no part of it.
    """

    def __init__(self, steps: Iterable[ActStep] = ()) -> None:
        self.undoable: list[Act] = []
        self.redoable: list[Act] = []
        self._edits: set[ActId] = set()
        for step in steps:
            self.take(step)

    def take(self, step: ActStep) -> None:
        """Walk one entry further."""
        if step.origin is Origin.EDIT:
            self._take_edit(step)
        elif step.origin is Origin.UNDO:
            _move(step.of, self.undoable, self.redoable)
        elif step.origin is Origin.REDO:
            _move(step.of, self.redoable, self.undoable)

    def leave_out(self, acts: AbstractSet[ActId]) -> None:
        """Drop acts that cannot be taken back or done again."""
        self.undoable = [act for act in self.undoable if act.id not in acts]
        self.redoable = [act for act in self.redoable if act.id not in acts]

    def is_on_top(self, act: ActId) -> bool:
        """Tell whether an act is the one that would be taken back next."""
        return bool(self.undoable) and self.undoable[-1].id == act

    def _take_edit(self, step: ActStep) -> None:
        if step.act in self._edits:
            # one more entry of an act: mostly the one on top, unless two devices wrote at once
            for index in range(len(self.undoable) - 1, -1, -1):
                if self.undoable[index].id == step.act:
                    self.undoable[index] = self.undoable[index]._replace(last=step.lamport)
                    break
            return
        self._edits.add(step.act)
        self.undoable.append(Act(step.act, step.lamport, step.lamport))
        self.redoable.clear()


def edit_of(journal: Journal, document: DocumentId, annotator: AnnotatorId, act: Act) -> Edit:
    """Return what an act did, as one edit: from the state before its first entry to its last.

    Inverted it takes the act back; as it is it does the act again.
    """
    entries = journal.of_act(document, annotator, act.id, (act.first, act.last))
    return edit_from(journal, document, annotator, entries)


def edit_from(
    journal: Journal, document: DocumentId, annotator: AnnotatorId, entries: Iterable[Entry]
) -> Edit:
    """Return what entries of one act did, given in fold order, as one edit."""
    first: dict[str, Entry] = {}
    last: dict[str, Entry] = {}
    for entry in entries:
        first.setdefault(entry.target, entry)
        last[entry.target] = entry
    changes: list[Change] = []
    status: tuple[Status, Status] | None = None
    reasons = ("", "")
    for target, entry in first.items():
        earlier = journal.latest_before(document, annotator, target, entry.order)
        if entry.op == STATUS_PUT:
            moved = (_status(earlier), _status(last[target]))
            status = None if moved[0] is moved[1] else moved
            reasons = _reason(earlier), _reason(last[target])
            continue
        before = None if earlier is None else _annotation(earlier)
        after = _annotation(last[target])
        if before != after:
            changes.append(Change(before, after))
    return Edit(document, annotator, tuple(changes), status, reasons=reasons)


def _move(act: ActId, source: list[Act], target: list[Act]) -> None:
    for index in range(len(source) - 1, -1, -1):
        if source[index].id == act:
            target.append(source.pop(index))
            return


def _annotation(entry: Entry) -> Annotation | None:
    try:
        return annotation_of(entry.op, entry.body, entry.scheme_version)
    except JournalError:
        return None  # an operation of a newer program, which the tables do not show either


def _status(entry: Entry | None) -> Status:
    return Status.NEW if entry is None else _STATUSES.get(str(entry.body.get("v")), Status.NEW)


def _reason(entry: Entry | None) -> str:
    return "" if entry is None else reason_of(entry.body)
