"""Mappings of labels with a name, kept in the project so that they travel with it."""

import json
from typing import Any, Final

from annotator.model.label_mapping import LabelMapping, mapping_from_json
from annotator.store.meta import Meta
from annotator.store.store import Store

_KEY: Final = "label_mappings"
LONGEST_NAME: Final = 80


class MappingService:
    """The saved mappings of a project. Methods that write raise ProjectReadOnly."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._meta = Meta(store.database)

    def all(self) -> dict[str, LabelMapping]:
        """Return all of them by name; what cannot be read is left out."""
        found: dict[str, LabelMapping] = {}
        for name, source in sorted(self._items().items(), key=lambda item: item[0].casefold()):
            try:
                found[name] = mapping_from_json(source)
            except ValueError:  # of another version of the program
                continue
        return found

    def save(self, name: str, mapping: LabelMapping) -> None:
        """Keep a mapping; one of the same name is replaced. Raises ValueError for an empty name."""
        tidy = " ".join(name.split())[:LONGEST_NAME]
        if not tidy:
            raise ValueError("a mapping needs a name")
        with self._store.database.transaction():
            self._meta.set(_KEY, json.dumps({**self._items(), tidy: mapping.to_json()}))

    def _items(self) -> dict[str, Any]:
        try:
            found = json.loads(self._meta.get(_KEY) or "{}")
        except ValueError:
            return {}
        return found if isinstance(found, dict) else {}
