"""Changes of the scheme as migrations: what uses it, what a change does, doing and undoing it."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from annotator.errors import EditConflict, SchemeError, SchemeFault
from annotator.model.edit import Edit, Origin
from annotator.model.ids import ActId, AnnotatorId, new_id
from annotator.model.journal import NO_DOCUMENT, PROJECT, SCHEME_PUT, Entry
from annotator.model.scheme import Scheme
from annotator.model.scheme_edit import LISTS, Mappings, Part, Ref
from annotator.model.scheme_faults import Flaw
from annotator.model.scheme_migration import Effects, Migration
from annotator.records import Record
from annotator.services.current import Current
from annotator.services.history import Act, edit_of
from annotator.services.jobs import Progress
from annotator.store.fold import SetKey
from annotator.store.store import Store, now
from annotator.store.usage import NO_USES, Uses

__all__ = ["NO_USES", "Applied", "Effects", "SchemeChange", "SchemeService", "SchemeUsage", "Uses"]

_NO_MAPPINGS = Mappings()
_NO_ACT = ActId("")


class SchemeChange(Record):
    """Another scheme, and what it makes of the annotations.

    Annotations are mapped in the sets of whoever asks, of `everybody` only where that was chosen.
    `drop_illegal` removes the relations that the new scheme forbids.
    """

    scheme: Scheme
    mappings: Mappings = _NO_MAPPINGS
    everybody: bool = False
    drop_illegal: bool = False


class SchemeUsage(NamedTuple):
    """How often everything in a scheme is used."""

    labels: Mapping[str, Uses]
    attributes: Mapping[str, Uses]
    values: Mapping[tuple[str, str], Uses]
    relations: Mapping[str, Uses]

    def of(self, ref: Ref) -> Uses:
        """Return the uses of an entry; a group is used by nobody but through its labels."""
        if ref.part is Part.VALUE:
            return self.values.get((ref.owner, ref.id), NO_USES)
        tables = {
            Part.LABEL: self.labels,
            Part.ATTRIBUTE: self.attributes,
            Part.RELATION: self.relations,
        }
        return tables.get(ref.part, {}).get(ref.id, NO_USES)


class Applied(NamedTuple):
    """The number of the scheme now in force, and what was made of the annotations."""

    version: int
    effects: Effects


class SchemeService:
    """Changes the scheme of a project, from one thread. Everything happens at once or not at all.

    Every change is a new version of the scheme and is written into the journal with who made it;
    what it makes of annotations is one act in each set, of origin scheme, which belongs to no
    annotator's undo.
    """

    def __init__(self, store: Store, current: Current) -> None:
        self._store = store
        self._current = current

    def usage(self) -> SchemeUsage:
        """Return how often everything is used; four queries."""
        table, asker = self._store.usage, self._current.annotator_id
        closed = [item.id for item in self._current.scheme.attributes if item.choices]
        return SchemeUsage(
            table.labels(asker),
            table.attributes(asker),
            table.values(asker, closed),
            table.relations(asker),
        )

    def check(self, change: SchemeChange) -> None:
        """Raise SchemeError, naming each, where the change drops what is or was used.

        Even what was only used once can come back by undo: it can be retired, not dropped.
        """
        used = self.used_but_dropped(self._current.scheme, change.scheme)
        if used:
            raise SchemeError(*(SchemeFault("", Flaw.IN_USE, (ref.words,)) for ref in used))

    def used_but_dropped(
        self, old: Scheme, new: Scheme, usage: SchemeUsage | None = None
    ) -> list[Ref]:
        """Return the entries of a scheme that another one lacks and that are or were used.

        `usage` saves counting it again.
        """
        usage = self.usage() if usage is None else usage
        return [ref for ref in dropped(old, new) if usage.of(ref).total or self._was_said(ref)]

    def preview(self, change: SchemeChange, progress: Progress | None = None) -> Effects:
        """Return what the change would make of the annotations. Writes nothing.

        Raises SchemeError as `check`, Cancelled.
        """
        self.check(change)
        migration = self._migration(change)
        for _ in self._edits(change, migration, progress or Progress()):
            pass
        return migration.effects

    def apply(self, change: SchemeChange, progress: Progress | None = None) -> Applied:
        """Put the scheme in force and map the annotations; durable on return.

        The scheme in force again, with nothing to map, is no new version. Raises SchemeError as
        `check`, EditConflict when another scheme came in force meanwhile, ProjectReadOnly,
        StoreUnavailable, Cancelled. Nothing was changed then.
        """
        store, before = self._store, self._current.scheme_version
        with store.database.transaction():
            self._check_still(before)
            self.check(change)
            migration = self._migration(change)
            version = store.schemes.add(change.scheme, now())
            if version != before or change.mappings:
                act = ActId(new_id())
                self._record(version, before, act)
                for edit in self._edits(change, migration, progress or Progress()):
                    store.apply(edit, act, Origin.SCHEME, _NO_ACT, version)
        self._current.scheme, self._current.scheme_version = change.scheme, version
        return Applied(version, migration.effects)

    def undoable(self) -> Entry | None:
        """Return the last change where it can be taken back: nothing came after it."""
        last = self._store.schemes.last_change()
        if (
            last is None
            or last.origin is not Origin.EDIT
            or last.body.get("sv") != self._store.schemes.version()
        ):
            return None
        return last

    def undo(self, progress: Progress | None = None) -> Applied | None:
        """Take the last change back: its scheme and what it made of the annotations.

        None where there is none. Raises EditConflict where an annotation it changed was changed
        again since, SchemeError where what it brought is in use by now. Nothing was changed then.
        """
        last, store = self.undoable(), self._store
        if last is None:
            return None
        scheme = store.schemes.numbered(int(last.body["was"]))
        effects = Effects()
        with store.database.transaction():
            self._check_still(self._current.scheme_version)
            version = store.schemes.add(scheme, now())
            act = ActId(new_id())
            self._record(version, self._current.scheme_version, act, of=last.act)
            for part in (progress or Progress()).each(store.schemes.parts_of(last.act)):
                done = Act(last.act, part.first, part.last)
                edit = edit_of(store.journal, *part.key, done).inverted()
                store.apply(edit, act, Origin.SCHEME, last.act, version)
                effects.sets += 1
            self._check_unused(scheme)
        self._current.scheme, self._current.scheme_version = scheme, version
        return Applied(version, effects)

    # -- inside ----------------------------------------------------------------------------------

    def _migration(self, change: SchemeChange) -> Migration:
        return Migration(
            self._current.scheme,
            change.scheme,
            change.mappings,
            drop_illegal=change.drop_illegal,
        )

    def _edits(
        self, change: SchemeChange, migration: Migration, progress: Progress
    ) -> Iterator[Edit]:
        for document, annotator in progress.each(self._affected(change)):
            within, _ = self._store.annotations.read(document, annotator)
            edit = migration.edit(within)
            if not edit.is_empty:
                yield edit

    def _affected(self, change: SchemeChange) -> list[SetKey]:
        mappings = change.mappings
        keys = self._store.usage.sets_with(
            mappings.labels,
            {*mappings.attributes, *(attribute for attribute, _ in mappings.values)},
            {*mappings.relations, *self._newly_illegal(change)},
        )
        own = self._current.annotator_id
        return [key for key in keys if change.everybody or key[1] == own]

    def _newly_illegal(self, change: SchemeChange) -> set[str]:
        """Return the relation types that stand between labels where the new scheme forbids them."""
        old, new, labels = self._current.scheme, change.scheme, change.mappings.labels
        found = set()
        for ends in self._store.usage.ends(self._current.annotator_id):
            before, after = old.relation(ends.relation), new.relation(ends.relation)
            pairs = (
                [ends.source, ends.target],
                [labels.get(end, end) for end in (ends.source, ends.target)],
            )
            was = before is not None and old.allows(before, *pairs[0])
            if was and (after is None or not new.allows(after, *pairs[1])):
                found.add(ends.relation)
        return found

    def _was_said(self, ref: Ref) -> bool:
        return ref.part is not Part.GROUP and self._store.schemes.was_ever_said(ref.id)

    def _check_unused(self, scheme: Scheme) -> None:
        usage = self.usage()
        faults = [
            SchemeFault("", Flaw.IN_USE, (ref.words,))
            for ref in dropped(self._current.scheme, scheme)
            if usage.of(ref).total
        ]
        if faults:
            raise SchemeError(*faults)

    def _check_still(self, version: int) -> None:
        if self._store.schemes.version() != version:
            raise EditConflict("scheme")

    def _record(self, version: int, before: int, act: ActId, of: ActId = _NO_ACT) -> None:
        """Write the change into the journal, in the name of who makes it."""
        store = self._store
        who: AnnotatorId = self._current.annotator_id
        store.record(
            [(SCHEME_PUT, {"sv": version, "was": before})],
            kind=PROJECT,
            document=NO_DOCUMENT,
            annotator=who,
            lamport=store.journal.last_lamport(NO_DOCUMENT, who, PROJECT) + 1,
            act=act,
            origin=Origin.UNDO if of else Origin.EDIT,
            of=of,
            scheme_version=version,
        )


def dropped(old: Scheme, new: Scheme) -> list[Ref]:
    """Return the entries of a scheme that another one lacks."""
    refs = [
        Ref(part, entry.id)
        for part in LISTS
        for entry in getattr(old, part.value)
        if entry.id not in {item.id for item in getattr(new, part.value)}
    ]
    for attribute in old.attributes:
        there = new.attribute(attribute.id)
        if there is not None:
            refs += [
                Ref(Part.VALUE, choice.id, attribute.id)
                for choice in attribute.choices
                if there.choice(choice.id) is None
            ]
    return refs
