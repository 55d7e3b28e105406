"""Small texts that belong to the project as a whole, by key."""

from annotator.store.database import Database


class Meta:
    """The table `meta`: neither journalled nor folded, for what nobody needs to undo."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, key: str) -> str | None:
        """Return the text of a key, or None."""
        found = self._database.value("SELECT value FROM meta WHERE key = ?", (key,))
        return None if found is None else str(found)

    def set(self, key: str, value: str) -> None:
        """Keep a text under a key, in the place of what was there."""
        self._database.run(
            "INSERT INTO meta (key, value) VALUES (?, ?)"
            " ON CONFLICT (key) DO UPDATE SET value = excluded.value",
            (key, value),
        )

    def remove(self, key: str) -> None:
        """Forget a key."""
        self._database.run("DELETE FROM meta WHERE key = ?", (key,))
