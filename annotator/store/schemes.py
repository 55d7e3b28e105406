"""Schemes: every version a project has had, numbered from 1; the last one is in force."""

import hashlib

from annotator.errors import StoreError
from annotator.model.scheme import Scheme
from annotator.model.scheme_reader import parse_scheme
from annotator.store.database import Database


class Schemes:
    """The versions of a project's scheme."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def current(self) -> tuple[int, Scheme]:
        """Return number and scheme in force.

        Raises StoreError when there is none, SchemeError when a newer program wrote it.
        """
        row = self._database.one("SELECT version, body FROM scheme ORDER BY version DESC LIMIT 1")
        if row is None:
            raise StoreError(f"{self._database.path}: no scheme")
        return int(row[0]), parse_scheme(row[1])

    def version(self) -> int:
        """Return the number of the scheme in force, 0 before the first."""
        return int(self._database.value("SELECT max(version) FROM scheme") or 0)

    def add(self, scheme: Scheme, at: str) -> int:
        """Store a scheme as the one in force and return its number.

        The same scheme again is no new version.
        """
        body = scheme.to_json()
        sha256 = hashlib.sha256(body.encode()).hexdigest()
        version = self.version()
        if (
            self._database.value("SELECT sha256 FROM scheme WHERE version = ?", (version,))
            == sha256
        ):
            return version
        self._database.run(
            "INSERT INTO scheme (version, scheme_id, scheme_version, sha256, added_at, body)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            (version + 1, scheme.id, scheme.version, sha256, at, body),
        )
        return version + 1
