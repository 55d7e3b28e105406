"""Projects: make, open, close; who annotates and under which scheme."""

import os
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Final, Self, TypeVar

from annotator.errors import NoAnnotator
from annotator.model.ids import AnnotatorId, new_id
from annotator.model.project import Annotator
from annotator.model.scheme import Scheme
from annotator.services.current import Current
from annotator.services.documents import DocumentService
from annotator.services.editing import EditingService
from annotator.services.jobs import Progress
from annotator.store import store as stores
from annotator.store.store import ReadOnly, Store, create_store, open_store
from annotator.store.view_state import ViewState

if TYPE_CHECKING:
    from annotator.services.filters import FilterService
    from annotator.services.furniture import FurnitureService
    from annotator.services.import_run import ImportRun
    from annotator.services.lists import ListService
    from annotator.services.looking import LookingService
    from annotator.services.notes import NoteService
    from annotator.services.originals import OriginalService
    from annotator.services.same_text import SameText
    from annotator.services.saved_mappings import MappingService
    from annotator.services.schemes import SchemeService
    from annotator.services.search import SearchService
    from annotator.services.span_search import SpanSearchService
    from annotator.services.timeline import Timeline
    from annotator.services.twins import TwinService
    from annotator.services.work_time import WorkService

__all__ = ["SUFFIX", "Project", "ReadOnly", "create_project", "open_project"]

SUFFIX: Final = stores.SUFFIX
T = TypeVar("T")


class Project:
    """An open project, used from one thread; `job` gives work in another its own connection.

    `holder` says who has it open for writing ("host, process id") where that is why we may not.
    """

    def __init__(self, store: Store, current: Current) -> None:
        self._store = store
        self._current = current
        self.documents = DocumentService(store, current)
        self.editing = EditingService(store, current)

    @cached_property
    def notes(self) -> "NoteService":
        """What people say to each other about articles."""
        from annotator.services.notes import NoteService

        return NoteService(self._store, self._current)

    @property
    def import_run(self) -> "ImportRun":
        """The import under way, or the one that was stopped."""
        from annotator.services.import_run import ImportRun
        from annotator.store.meta import Meta

        return ImportRun(Meta(self._store.database))

    @cached_property
    def lists(self) -> "ListService":
        """Which documents are wanted, and in what order."""
        from annotator.services.lists import ListService

        return ListService(self._store, self._current)

    @cached_property
    def originals(self) -> "OriginalService":
        """The files that articles were taken from."""
        from annotator.services.originals import OriginalService

        return OriginalService(self._store)

    @cached_property
    def furniture(self) -> "FurnitureService":
        """What of the articles is page furniture."""
        from annotator.services.furniture import FurnitureService

        return FurnitureService(self._store)

    @cached_property
    def twins(self) -> "TwinService":
        """Articles that are reprints of each other."""
        from annotator.services.twins import TwinService

        return TwinService(self._store)

    @cached_property
    def work(self) -> "WorkService":
        """Active time and what was finished."""
        from annotator.services.work_time import WorkService

        return WorkService(self._store, self._current)

    @cached_property
    def timeline(self) -> "Timeline":
        """What was done, act by act; made when it is first looked at."""
        from annotator.services.timeline import Timeline

        return Timeline(self._store, self._current)

    @property
    def path(self) -> Path:
        return self._store.path

    @property
    def same_text(self) -> "SameText":
        """Finds a phrase again, and labels where it stands."""
        from annotator.services.same_text import SameText

        return SameText(self._store, self._current, self.editing)

    @property
    def search(self) -> "SearchService":
        """Finds words in the texts."""
        from annotator.services.search import SearchService

        return SearchService(self._store)

    @property
    def span_search(self) -> "SpanSearchService":
        """Finds spans by what is said about them."""
        from annotator.services.span_search import SpanSearchService

        return SpanSearchService(self._store, self.scheme)

    @property
    def filters(self) -> "FilterService":
        """Saved searches."""
        from annotator.services.filters import FilterService

        return FilterService(self._store)

    @property
    def mappings(self) -> "MappingService":
        """Saved mappings of labels."""
        from annotator.services.saved_mappings import MappingService

        return MappingService(self._store)

    @cached_property
    def looking(self) -> "LookingService":
        """Answers what the checks ask of all articles."""
        from annotator.services.looking import LookingService

        return LookingService(self._store, self._current)

    @property
    def schemes(self) -> "SchemeService":
        """Changes the scheme, and what it makes of the annotations."""
        from annotator.services.schemes import SchemeService

        return SchemeService(self._store, self._current)

    @property
    def name(self) -> str:
        """The file's name without its suffix."""
        return self._store.path.stem

    @property
    def read_only(self) -> bool:
        return self._store.database.read_only

    @property
    def why_read_only(self) -> ReadOnly:
        return self._store.access.read_only

    @property
    def holder(self) -> str:
        return self._store.access.holder

    @property
    def scheme(self) -> Scheme:
        return self._current.scheme

    @property
    def scheme_version(self) -> int:
        """The number of the scheme in this project, from 1."""
        return self._current.scheme_version

    @property
    def annotator(self) -> Annotator | None:
        """Who annotates here; None until somebody was chosen."""
        return self._current.annotator

    def annotators(self) -> tuple[Annotator, ...]:
        """Return everybody known, in the order of their names."""
        return self._store.annotators.all()

    def annotator_named(self, name: str) -> Annotator | None:
        """Return the annotator of this name, upper and lower case alike, or None."""
        wanted = _tidy(name).casefold()
        return next((x for x in self.annotators() if x.name.casefold() == wanted), None)

    def choose_annotator(self, name: str) -> Annotator:
        """Say who annotates on this device from now on; a name that is not known is a new person.

        Raises NoAnnotator for an empty name, ProjectReadOnly, StoreUnavailable, JournalError for a
        name with NUL or broken characters.
        """
        if not _tidy(name):
            raise NoAnnotator
        known = self.annotator_named(name)
        chosen = known or Annotator(AnnotatorId(new_id()), _tidy(name))
        self._store.choose_annotator(chosen, is_new=known is None)
        self._current.annotator = chosen
        return chosen

    def add_annotator(self, annotator: Annotator) -> Annotator:
        """Make an annotator known under its own id, for importers; nobody is chosen by it.

        Returns who has this id here, whose name may be another one. Raises as `choose_annotator`.
        """
        known = self._store.annotators.get(annotator.id)
        if known is not None:
            return known
        if not annotator.id or not _tidy(annotator.name):
            raise NoAnnotator
        new = Annotator(annotator.id, _tidy(annotator.name))
        self._store.name_annotator(new)
        return new

    def guidelines(self) -> Mapping[int, str]:
        """Return the guideline version of each scheme the project has had, by its number."""
        return self._store.schemes.guidelines()

    def view_state(self, name: str) -> str:
        """Return what `keep_view_state` kept for who annotates here, "" for nothing."""
        return ViewState(self._store.database).get(self._current.annotator_id, name)

    def keep_view_state(self, name: str, value: str) -> None:
        """Remember how somebody looks at this project; nothing where it can only be read.

        Raises StoreUnavailable.
        """
        if not self.read_only and value != self.view_state(name):
            ViewState(self._store.database).put(self._current.annotator_id, name, value)

    def together(self) -> AbstractContextManager[None]:
        """Make everything written inside one transaction: all of it or nothing, one sync.

        Nothing inside is durable before the block ends.
        """
        return self._store.database.transaction()

    def job(self, work: Callable[["Project", Progress], T]) -> Callable[[Progress], T]:
        """Return `work` as a job for another thread: it gets the project on its own connection."""

        def run(progress: Progress) -> T:
            with Project(self._store.second(), self._current) as project:
                return work(project, progress)

        return run

    def close(self) -> None:
        """Close the file and let others write it; may be called twice."""
        self._store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()


def create_project(path: Path, scheme: Scheme) -> Project:
    """Make a project file and open it. A path without suffix gets `SUFFIX`.

    Raises ProjectExists, StoreUnavailable.
    """
    if not path.suffix:
        path = path.with_suffix(SUFFIX)
    create_store(Path(os.path.realpath(path)), scheme)
    return open_project(path)


def open_project(path: Path, *, write: bool = True) -> Project:
    """Open a project, for reading only where it cannot or may not be written.

    That is where another program writes it, where file or folder are write-protected, or where a
    newer version made it: `Project.why_read_only` says which.

    Raises NotAProject, StoreUnavailable, ProjectTooNew where it cannot even be read.
    """
    store = open_store(path, write=write)
    try:
        version, scheme = store.schemes.current()
        chosen = store.chosen_annotator
        annotator = None if chosen is None else store.annotators.get(chosen)
    except BaseException:
        store.close()
        raise
    return Project(store, Current(scheme, version, annotator))


def _tidy(name: str) -> str:
    return " ".join(name.split())
