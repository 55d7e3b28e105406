"""Saved searches: named, kept in the project, so that they travel with it."""

import json
from typing import Final

from annotator.records import Record
from annotator.store.meta import Meta
from annotator.store.store import Store

_KEY: Final = "filters"
LONGEST_NAME: Final = 80


class Filter(Record):
    """A search with a name: what was typed, and in which way it is shown."""

    name: str
    query: str
    mode: str = ""


class FilterService:
    """The saved searches of a project, by name. Methods that write raise ProjectReadOnly."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._meta = Meta(store.database)

    def all(self) -> tuple[Filter, ...]:
        """Return all of them by name; what another version wrote and we cannot read is left out."""
        found = []
        for item in self._items():
            match item:
                case {"name": str(name), "query": str(query)} if name:
                    mode = item.get("mode")
                    found.append(Filter(name, query, mode if isinstance(mode, str) else ""))
        return tuple(sorted(found, key=lambda one: (one.name.casefold(), one.name)))

    def save(self, made: Filter) -> Filter:
        """Keep a search; one of the same name is replaced. Raises ValueError for an empty name."""
        name = _tidy(made.name)
        if not name:
            raise ValueError("a filter needs a name")
        kept = Filter(name, made.query, made.mode)
        with self._store.database.transaction():
            items = [item for item in self._items() if item.get("name") != name]
            items.append({"name": name, "query": made.query, "mode": made.mode})
            self._write(items)
        return kept

    def rename(self, name: str, new_name: str) -> None:
        """Give a saved search another name; one that has it already is replaced.

        Raises ValueError for an empty name.
        """
        new_name = _tidy(new_name)
        if not new_name:
            raise ValueError("a filter needs a name")
        with self._store.database.transaction():
            items = self._items()
            if new_name != name and any(item.get("name") == name for item in items):
                items = [item for item in items if item.get("name") != new_name]
            self._write(
                [{**item, "name": new_name} if item.get("name") == name else item for item in items]
            )

    def remove(self, name: str) -> None:
        """Forget a saved search; nothing where there is none of the name."""
        with self._store.database.transaction():
            self._write([item for item in self._items() if item.get("name") != name])

    def _items(self) -> list[dict[str, object]]:
        try:
            items = json.loads(self._meta.get(_KEY) or "[]")
        except ValueError:
            return []
        return [x for x in items if isinstance(x, dict)] if isinstance(items, list) else []

    def _write(self, items: list[dict[str, object]]) -> None:
        self._meta.set(_KEY, json.dumps(items, ensure_ascii=False))


def _tidy(name: str) -> str:
    return " ".join(name.split())[:LONGEST_NAME].strip()
