"""A project file as a whole: its repositories, and the acts that touch several of them at once."""

import contextlib
import os
import time
from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path
from typing import Any, Final, NamedTuple

from annotator.errors import (
    EditConflict,
    NotAProject,
    ProjectExists,
    ProjectReadOnly,
    ProjectTooNew,
    StoreError,
    StoreUnavailable,
)
from annotator.model.edit import Edit, Origin
from annotator.model.ids import ActId, AnnotatorId, DeviceId, DocumentId, new_id
from annotator.model.journal import (
    ANNOTATE,
    ANNOTATOR_PUT,
    NO_DOCUMENT,
    PROJECT,
    Entry,
    drafts_of,
)
from annotator.model.project import Annotator
from annotator.model.scheme import Scheme
from annotator.store import database as databases
from annotator.store import migrations
from annotator.store.annotations import Annotations, Stamp
from annotator.store.annotators import Annotators, Device, Devices
from annotator.store.database import Database
from annotator.store.documents import Documents
from annotator.store.fold import LABEL, RELATION, SPAN, FoldedSet, State, fold, key_of
from annotator.store.installation import installation_key, place_key
from annotator.store.journal import Journal
from annotator.store.lock import ProjectLock
from annotator.store.old_files import drop_copy, read_copy
from annotator.store.originals import Originals
from annotator.store.schemes import Schemes
from annotator.store.usage import Usage

SUFFIX: Final = ".annotator"

Draft = tuple[str, dict[str, Any]]


class ReadOnly(StrEnum):
    """Why nothing can be written."""

    NO = ""
    ASKED = "asked"
    IN_USE = "in_use"
    TOO_NEW = "too_new"
    PROTECTED = "protected"


class Access(NamedTuple):
    """What may be done with a file, and who holds it where that is why we may not write."""

    read_only: ReadOnly = ReadOnly.NO
    holder: str = ""


class Store:
    """One connection to a project file, of one thread.

    `device` is None where nothing can be written and this installation never wrote here.
    """

    def __init__(
        self, database: Database, access: Access, lock: ProjectLock | None, *, second: bool = False
    ) -> None:
        self.path = database.path
        self.access = access
        self.database = database
        self.documents = Documents(database)
        self.annotations = Annotations(database)
        self.annotators = Annotators(database)
        self.journal = Journal(database)
        self.schemes = Schemes(database)
        self.usage = Usage(database)
        self.originals = Originals(database)
        self._devices = Devices(database)
        self._lock = lock
        self._is_second = second
        self.device, self._last_annotator = self._find_device()

    @property
    def chosen_annotator(self) -> AnnotatorId | None:
        """Who annotates on this device, or did last from this installation."""
        if self.device is not None and self.device.annotator is not None:
            return self.device.annotator
        return self._last_annotator

    def second(self) -> "Store":
        """Open another connection, for another thread, under the lock this one holds."""
        return Store(_configured(self.database, self.access), self.access, None, second=True)

    def apply(
        self, edit: Edit, act: ActId, origin: Origin, of: ActId, scheme_version: int
    ) -> tuple[Stamp, Stamp]:
        """Record an edit and fold it into the tables, all or nothing, durable on return.

        Returns the stamps of the annotation set before and after. Raises EditConflict when the
        stored state is not the one the edit starts from, StoreError when a span ends beyond its
        text, JournalError for values that may not be recorded, ProjectReadOnly, StoreUnavailable.
        """
        key = (edit.document, edit.annotator)
        with self.database.transaction():
            part = self.annotations.part(key, [key_of(c.annotation) for c in edit.changes])
            _compare(part, edit)
            before = Stamp(part.lamport, part.entries)
            drafts = drafts_of(edit, scheme_version)
            spans = self.annotations.span_count(key) - part.span_count
            entries = self.record(
                drafts,
                kind=ANNOTATE,
                document=edit.document,
                annotator=edit.annotator,
                lamport=part.lamport + 1,
                act=act,
                origin=origin,
                of=of,
                scheme_version=scheme_version,
            )
            for entry in entries:
                part.absorb(entry)
            self.annotations.write(key, part, spans + part.span_count)
        return before, Stamp(part.lamport, part.entries)

    def choose_annotator(self, annotator: Annotator, *, is_new: bool) -> None:
        """Remember who annotates on this device; a new one is written into the journal as well."""
        with self.database.transaction():
            if is_new:
                self.name_annotator(annotator)
            device = self._writing_device()
            self._devices.choose(device, annotator.id)
        self.device = Device(device, annotator.id)

    def name_annotator(self, annotator: Annotator) -> None:
        """Record an annotator's name: of a new one, or a new name."""
        with self.database.transaction():
            lamport = self.journal.last_lamport(NO_DOCUMENT, annotator.id, PROJECT) + 1
            entries = self.record(
                [(ANNOTATOR_PUT, {"id": annotator.id, "name": annotator.name})],
                kind=PROJECT,
                document=NO_DOCUMENT,
                annotator=annotator.id,
                lamport=lamport,
                act=ActId(new_id()),
                origin=Origin.EDIT,
                of=ActId(""),
                scheme_version=self.schemes.version(),
            )
            known = self.annotators.folded().get(annotator.id)
            state = State(names={} if known is None else {annotator.id: known})
            name, order = fold(entries, state).names[annotator.id]
            self.annotators.write(annotator.id, name, order)

    def rebuild(self) -> None:
        """Make the folded tables anew from the journals."""
        from annotator.store.notes import Notes
        from annotator.store.work import WorkTimes

        with self.database.transaction():
            state = fold(self.journal.entries())
            self.annotations.clear()
            for annotator, (name, order) in state.names.items():
                self.annotators.write(annotator, name, order)
            for key, folded in state.sets.items():
                self.annotations.write(key, folded, folded.span_count)
            Notes(self.database).replace(state.notes)
            WorkTimes(self.database).replace(state.work)

    def tables(self) -> State:
        """Return what the tables hold, in the form in which `fold` returns it; for checks."""
        from annotator.store.notes import Notes
        from annotator.store.work import WorkTimes

        return State(
            self.annotations.everything(),
            self.annotators.folded(),
            Notes(self.database).everything(),
            WorkTimes(self.database).everything(),
        )

    def close(self) -> None:
        """Close the connection and give the lock back; may be called twice."""
        self.database.close()
        if not self._is_second:
            drop_copy(self.database)
        if self._lock is not None:
            self._lock.release()

    def record(
        self,
        drafts: Iterable[Draft],
        *,
        kind: str,
        document: DocumentId,
        annotator: AnnotatorId,
        lamport: int,
        act: ActId,
        origin: Origin,
        of: ActId,
        scheme_version: int,
    ) -> list[Entry]:
        """Append entries to this device's journal; whoever calls folds them into the tables.

        To be called in a transaction. Raises JournalError, ProjectReadOnly.
        """
        device = self._writing_device()
        head = self.journal.head(device)
        at = now()
        entries = [
            Entry(
                device=device,
                position=position,
                id=new_id(),
                annotator=annotator,
                op=op,
                act=act,
                lamport=lamport,
                scheme_version=scheme_version,
                at=at,
                body=body,
                document=document,
                kind=kind,
                origin=origin,
                of=of,
            )
            for position, (op, body) in enumerate(drafts, head.position + 1)
        ]
        self.journal.append(device, head, entries)
        return entries

    def _writing_device(self) -> DeviceId:
        if self.device is None:
            raise ProjectReadOnly(self.path, self.access.holder)
        return self.device.id

    def _find_device(self) -> tuple[Device | None, AnnotatorId | None]:
        installation, place = installation_key(), place_key(self.path)
        device = self._devices.find(installation, place)
        if device is None and not self.database.read_only:
            with self.database.transaction():
                device = self._devices.find(installation, place)
                device = device or self._devices.add(installation, place, now())
        return device, self._devices.latest_annotator(installation)


def create_store(path: Path, scheme: Scheme) -> None:
    """Make a project file with its tables and its scheme, whole or not at all.

    Raises ProjectExists, StoreUnavailable where the folder cannot be written.
    """
    draft = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        if path.exists():
            raise ProjectExists(path)
        draft.unlink(missing_ok=True)
        _fill(draft, scheme)
        _publish(draft, path)
    except OSError as error:
        raise StoreUnavailable(path, str(error)) from error
    finally:
        with contextlib.suppress(OSError):
            draft.unlink(missing_ok=True)


def open_store(path: Path, *, write: bool) -> Store:
    """Open a project file; read-only where it is in use elsewhere, protected or too new to write.

    Raises StoreUnavailable, NotAProject, ProjectTooNew where it cannot even be read.
    """
    path = _existing_file(path)
    with contextlib.ExitStack() as undo:
        database = databases.connect(path, write=write and _may_write(path))
        undo.callback(database.close)
        access, lock = _claim(database, asked=write)
        if lock is not None:
            undo.callback(lock.release)
        if access.read_only and not database.read_only:
            database.close()
            database = databases.connect(path, write=False)
            undo.callback(database.close)
        database.holder = access.holder
        databases.configure(database)
        if not access.read_only:
            migrations.bring_up_to_date(database)
        elif migrations.is_newer(database):
            _check_readable(database)
        elif migrations.is_older(database):
            database = read_copy(database)
            undo.callback(database.close)
        store = Store(database, access, lock)
        undo.pop_all()
    return store


def now() -> str:
    """Return this moment as ISO 8601 in UTC, to the millisecond."""
    milliseconds = time.time_ns() // 1_000_000
    second = time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(milliseconds // 1000))
    return f"{second}.{milliseconds % 1000:03}Z"


def _existing_file(path: Path) -> Path:
    """Return the path without links: all who open the file must look at the same lock."""
    path = Path(os.path.realpath(path))
    if path.is_dir():
        raise NotAProject(path)
    if not path.exists():
        raise StoreUnavailable(path, "there is no such file")
    return path


def _may_write(path: Path) -> bool:
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def _claim(database: Database, *, asked: bool) -> tuple[Access, ProjectLock | None]:
    """Find out whether the file may be written, and take its lock if so."""
    if not asked:
        return Access(ReadOnly.ASKED), None
    if database.read_only:
        return Access(ReadOnly.PROTECTED), None
    lock = ProjectLock(database.path)
    try:
        if not lock.acquire():
            return Access(ReadOnly.IN_USE, lock.holder()), None
    except OSError:
        return Access(ReadOnly.PROTECTED), None
    if migrations.is_newer(database):
        lock.release()
        return Access(ReadOnly.TOO_NEW), None
    return Access(), lock


def _configured(first: Database, access: Access) -> Database:
    database = databases.connect(first.file, write=not access.read_only)
    database.path = first.path
    database.holder = access.holder
    databases.configure(database)
    return database


def _check_readable(database: Database) -> None:
    """Raise ProjectTooNew when the tables are not the ones we can read."""
    try:
        Documents(database).summaries_at(AnnotatorId(""), [1])
        nothing = [(family, "") for family in (SPAN, RELATION, LABEL)]
        Annotations(database).part((DocumentId(""), AnnotatorId("")), nothing)
    except StoreUnavailable:
        raise
    except StoreError as error:
        version = database.value("PRAGMA user_version")
        raise ProjectTooNew(database.path, version) from error


def _fill(draft: Path, scheme: Scheme) -> None:
    database = databases.create(draft)
    try:
        migrations.bring_up_to_date(database)
        with database.transaction():
            Schemes(database).add(scheme, now())
            database.run_many(
                "INSERT INTO meta (key, value) VALUES (?, ?)",
                [("project_id", new_id()), ("created_at", now())],
            )
    finally:
        database.close()


def _publish(draft: Path, path: Path) -> None:
    """Give the finished file its name, never over another's."""
    try:
        os.link(draft, path)
    except FileExistsError:
        raise ProjectExists(path) from None
    except OSError:  # a disk without hard links
        if path.exists():
            raise ProjectExists(path) from None
        draft.rename(path)


def _compare(part: FoldedSet, edit: Edit) -> None:
    for change in edit.changes:
        record = part.records.get(key_of(change.annotation))
        if (None if record is None else record.annotation) != change.before:
            raise EditConflict(change.annotation.id)
    if edit.status is not None and part.status != edit.status[0]:
        raise EditConflict(edit.document)
