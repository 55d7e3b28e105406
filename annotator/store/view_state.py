"""What a project remembers of how somebody looked at it: no decision about any annotation."""

from typing import Final

from annotator.model.ids import AnnotatorId
from annotator.store.database import Database

_PREFIX: Final = "view"


class ViewState:
    """Small texts by name, for each annotator."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, annotator: AnnotatorId, name: str) -> str:
        """Return what was kept, "" for nothing."""
        found = self._database.value(
            "SELECT value FROM meta WHERE key = ?", (_key(annotator, name),)
        )
        return str(found or "")

    def put(self, annotator: AnnotatorId, name: str, value: str) -> None:
        """Keep a text; "" forgets it."""
        if value:
            self._database.run(
                "INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)",
                (_key(annotator, name), value),
            )
        else:
            self._database.run("DELETE FROM meta WHERE key = ?", (_key(annotator, name),))


def _key(annotator: AnnotatorId, name: str) -> str:
    return f"{_PREFIX} {name} {annotator}"
