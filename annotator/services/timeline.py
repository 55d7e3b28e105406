"""What was done, act by act, out of the journal."""

from typing import Final

from annotator.services.current import Current
from annotator.store.store import Store

_LOOKED_AT: Final = 400
"""Entries of the journal among which the labels used last are looked for."""


class Timeline:
    """Reads acts; it writes nothing."""

    def __init__(self, store: Store, current: Current) -> None:
        self._store = store
        self._current = current

    def recent_labels(self, limit: int) -> list[str]:
        """Return the ids of the labels that who annotates here used last, the latest first."""
        entries = self._store.journal.latest(self._current.annotator_id, "span.put", _LOOKED_AT)
        return list(dict.fromkeys(str(entry.body.get("l", "")) for entry in entries))[:limit]
