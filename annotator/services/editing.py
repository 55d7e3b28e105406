"""Editing: build an edit, store it, take it back. What is returned is durable."""

import time
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Final, NamedTuple

from annotator.errors import EditConflict, NoAnnotator
from annotator.model.annotation_set import AnnotationSet
from annotator.model.edit import Edit, Origin
from annotator.model.ids import ActId, AnnotatorId, DocumentId, new_id
from annotator.services.changes import Changes
from annotator.services.current import Current
from annotator.services.edits import EditBuilder, looked_at
from annotator.services.history import Act, History, edit_of
from annotator.store.annotations import NOTHING_YET, Stamp
from annotator.store.fold import SetKey
from annotator.store.journal import ActStep
from annotator.store.store import Store

MERGE_SECONDS: Final = 2.0
"""Edits with the same merge key are one act when each follows the other within this time."""
_KEPT: Final = 5
_NO_ACT: Final = ActId("")


class _Kept:
    """An annotation set in memory, with what tells whether the file still says the same."""

    def __init__(self, annotations: AnnotationSet, stamp: Stamp, rollbacks: int) -> None:
        self.annotations = annotations
        self.stamp = stamp
        self.rollbacks = rollbacks
        self.history: History | None = None


class _LastEdit(NamedTuple):
    key: SetKey
    merge_key: str
    act: ActId
    at: float


class EditingService(EditBuilder):
    """Builds edits (see `EditBuilder`), stores them, and takes them back without limit.

    The journal is the undo stack: it reaches over restarts, and undoing writes new entries. All
    writing is for the edit's annotator; undo and redo are for the one who annotates here.
    """

    def __init__(
        self, store: Store, current: Current, clock: Callable[[], float] = time.monotonic
    ) -> None:
        super().__init__(
            lambda: current.scheme, store.documents.length, lambda: current.scheme_version
        )
        self._store = store
        self._current = current
        self._clock = clock
        self._kept: dict[SetKey, _Kept] = {}
        self._last: _LastEdit | None = None
        self._left_out: set[ActId] = set()

    def annotation_set(
        self, document: DocumentId, annotator: AnnotatorId | None = None
    ) -> AnnotationSet:
        """Return what an annotator said about a document: by default who annotates here.

        While nobody was named it is an empty set of the annotator "".
        """
        return self._keep((document, annotator or self._current.annotator_id)).annotations

    def annotation_sets(self, document: DocumentId) -> list[AnnotationSet]:
        """Return the sets of everybody who has worked on a document, by annotator id."""
        annotations = self._store.annotations
        return [
            annotations.read(document, annotator)[0]
            for annotator in annotations.annotators_of(document)
        ]

    def apply(self, edit: Edit, origin: Origin = Origin.EDIT, of: str = "") -> Changes:
        """Store an edit, all or nothing; it is durable on return. An empty edit writes nothing.

        Raises EditConflict when the stored state is not the one the edit starts from, NoAnnotator,
        StoreError for a span beyond its text, JournalError for values that cannot be recorded,
        ProjectReadOnly, StoreUnavailable. Nothing was written then.
        """
        return self._apply(edit, self._act_for(edit, origin), origin, ActId(of))

    def apply_all(self, edits: Iterable[Edit], *, taking_back: ActId | None = None) -> ActId:
        """Store edits of several annotation sets as one act, all or nothing; return its id.

        With `taking_back` the act is the undo of that one. Raises as `apply`; then nothing of any
        edit was written.
        """
        act = ActId(new_id())
        origin = Origin.EDIT if taking_back is None else Origin.UNDO
        with self._store.database.transaction():
            for edit in edits:
                self._apply(edit, act, origin, taking_back or _NO_ACT)
        return act

    def inverse_of(self, act: ActId, document: DocumentId) -> Edit | None:
        """Return the edit that takes an act back on a document, whatever came after it.

        None where it does not stand there (any more). The status is part of it only while the act
        is the last one: later work keeps an article in progress.
        """
        history = self._history(document)
        found = next((each for each in history.undoable if each.id == act), None)
        if found is None:
            return None
        edit = self._edit_of(found, document).inverted()
        return edit if history.is_on_top(act) else replace(edit, status=None)

    def _apply(self, edit: Edit, act: ActId, origin: Origin, of_act: ActId) -> Changes:
        key = (edit.document, edit.annotator)
        if edit.is_empty:
            return Changes(annotation_set=self._keep(key).annotations, edit=edit)
        if not edit.annotator:
            raise NoAnnotator
        if origin is Origin.EDIT:
            edit = looked_at(edit, self._current.scheme_version)
        before, after = self._store.apply(edit, act, origin, of_act, self._current.scheme_version)
        kept = self._follow(key, edit, before, after)
        if kept.history is not None and origin is not Origin.IMPORT:
            kept.history.take(ActStep(act, origin, of_act, after.lamport))
        if origin is Origin.EDIT:
            self._last = _LastEdit(key, edit.merge_key, act, self._clock())
        elif origin is not Origin.IMPORT:
            self._last = None
        return Changes(frozenset({edit.document}), kept.annotations, edit)

    def can_undo(self, document: DocumentId) -> bool:
        """Tell whether there is an act to take back."""
        acts = self._history(document).undoable
        return self._can_write() and self._top(acts, document) is not None

    def can_redo(self, document: DocumentId) -> bool:
        """Tell whether there is an act to do again."""
        acts = self._history(document).redoable
        return self._can_write() and self._top(acts, document) is not None

    def next_undo(self, document: DocumentId) -> Edit | None:
        """Return the act that `undo` would take back, as it was done; None when there is none."""
        return self._next(self._history(document).undoable, document)

    def next_redo(self, document: DocumentId) -> Edit | None:
        """Return the act that `redo` would do again; None when there is none."""
        return self._next(self._history(document).redoable, document)

    def undo(self, document: DocumentId) -> Changes | None:
        """Take back the last act on a document; None when there is none.

        Raises what `apply` raises. After EditConflict (another device changed the same thing
        since) the act is left out, so that the next undo reaches the one before it.
        """
        return self._again(self._history(document).undoable, document, Origin.UNDO)

    def redo(self, document: DocumentId) -> Changes | None:
        """Do the act again that was taken back last; None when there is none. Raises as `undo`."""
        return self._again(self._history(document).redoable, document, Origin.REDO)

    def _again(self, acts: list[Act], document: DocumentId, origin: Origin) -> Changes | None:
        act = self._top(acts, document)
        if act is None:
            return None
        edit = self._edit_of(act, document)
        if origin is Origin.UNDO:
            edit = edit.inverted()
        try:
            return self.apply(edit, origin, act.id)
        except EditConflict:
            self._leave_out(act)
            raise

    def _next(self, acts: list[Act], document: DocumentId) -> Edit | None:
        act = self._top(acts, document) if self._can_write() else None
        return None if act is None else self._edit_of(act, document)

    def _top(self, acts: list[Act], document: DocumentId) -> Act | None:
        """Return the uppermost act, stepping over those that came to nothing in the end."""
        for act in reversed(acts):
            # only an act of several edits can: an edge that was moved there and back again
            if act.first == act.last or not self._edit_of(act, document).is_empty:
                return act
            self._leave_out(act)
        return None

    def _edit_of(self, act: Act, document: DocumentId) -> Edit:
        return edit_of(self._store.journal, document, self._current.annotator_id, act)

    def _leave_out(self, act: Act) -> None:
        self._left_out.add(act.id)
        for kept in self._kept.values():
            kept.history = None

    def _can_write(self) -> bool:
        return not self._store.database.read_only and self._current.annotator is not None

    def _act_for(self, edit: Edit, origin: Origin) -> ActId:
        """Return the act an edit belongs to: the last one's where both are one movement."""
        last = self._last
        if (
            origin is Origin.EDIT
            and last is not None
            and edit.merge_key
            and (last.key, last.merge_key) == ((edit.document, edit.annotator), edit.merge_key)
            and self._clock() - last.at <= MERGE_SECONDS
            and self._history_of(last.key).is_on_top(last.act)
        ):
            return last.act
        return ActId(new_id())

    def _history(self, document: DocumentId) -> History:
        return self._history_of((document, self._current.annotator_id))

    def _history_of(self, key: SetKey) -> History:
        kept = self._keep(key)
        if kept.history is None:
            kept.history = History(self._store.journal.steps(*key))
            kept.history.leave_out(self._left_out)
        return kept.history

    def _keep(self, key: SetKey) -> _Kept:
        """Return a set from memory when the file still says the same, else read it."""
        kept = self._kept.pop(key, None)
        stamp = self._store.annotations.stamp(*key)
        rollbacks = self._store.database.rollbacks
        if kept is None or (kept.stamp, kept.rollbacks) != (stamp, rollbacks):
            annotations, stamp = self._store.annotations.read(*key)
            kept = _Kept(annotations, stamp, rollbacks)
        self._put(key, kept)
        return kept

    def _follow(self, key: SetKey, edit: Edit, before: Stamp, after: Stamp) -> _Kept:
        """Bring the set in memory to what was just stored."""
        kept = self._kept.pop(key, None)
        rollbacks = self._store.database.rollbacks
        if before == NOTHING_YET:
            kept = _Kept(AnnotationSet(*key).apply(edit), after, rollbacks)
        elif kept is None or (kept.stamp, kept.rollbacks) != (before, rollbacks):
            kept = _Kept(*self._store.annotations.read(*key), rollbacks)
        else:
            kept.annotations = kept.annotations.apply(edit)
            kept.stamp = after
        self._put(key, kept)
        return kept

    def _put(self, key: SetKey, kept: _Kept) -> None:
        self._kept[key] = kept
        while len(self._kept) > _KEPT:
            del self._kept[next(iter(self._kept))]
