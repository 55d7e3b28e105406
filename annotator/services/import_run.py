"""An import that was stopped, by a person or a crash, is remembered and can be gone on with."""

import json
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Final, NamedTuple

from annotator.services.import_options import ImportOptions
from annotator.services.walking import Pile
from annotator.store.meta import Meta

_KEY: Final = "import_run"
_PLACE: Final = "import_place"


class Place(NamedTuple):
    """How far an import is: files that are in as a whole, and readings of the one after them."""

    files: int
    readings: int


START: Final = Place(0, 0)


class Unfinished(NamedTuple):
    """An import that did not come to its end; `documents` of it were new and are in."""

    paths: tuple[Path, ...]
    options: ImportOptions
    pile: Pile
    place: Place
    documents: int


class ImportRun:
    """The record of the import under way, in the project file: the newest import counts."""

    def __init__(self, meta: Meta) -> None:
        self._meta = meta

    def begin(self, paths: Sequence[Path], options: ImportOptions, pile: Pile) -> None:
        """Say what is to be done."""
        values = {
            "paths": [os.fsencode(path.absolute()).hex() for path in paths],
            "options": options.to_json(),
            "pile": pile,
        }
        self._meta.set(_KEY, json.dumps(values))
        self.reached(START, 0)

    def reached(self, place: Place, documents: int) -> None:
        """Remember how far it is; to be called in the transaction of the documents."""
        self._meta.set(_PLACE, json.dumps([place, documents]))

    def end(self) -> None:
        """Forget it: all of it is in, or nobody wants the rest."""
        self._meta.remove(_KEY)
        self._meta.remove(_PLACE)

    def unfinished(self) -> Unfinished | None:
        """Return the import that is not finished, None where there is none that can be read."""
        written, reached = self._meta.get(_KEY), self._meta.get(_PLACE)
        if written is None or reached is None:
            return None
        try:
            run = json.loads(written)
            place, documents = json.loads(reached)
            return Unfinished(
                tuple(Path(os.fsdecode(bytes.fromhex(path))) for path in run["paths"]),
                ImportOptions.from_json(run["options"]),
                Pile(*run["pile"]),
                Place(*place),
                int(documents),
            )
        except (ValueError, KeyError, TypeError):  # of another version of the program
            return None
