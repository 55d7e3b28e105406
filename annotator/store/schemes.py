"""Schemes: every version a project has had, numbered from 1; the last one is in force."""

import hashlib
import json
from collections.abc import Iterable

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

    def guidelines(self) -> dict[int, str]:
        """Return the guideline version of each scheme, by its number."""
        rows = self._database.all(
            "SELECT version, coalesce(nullif(body ->> '$.guideline_version', ''), scheme_version)"
            " FROM scheme ORDER BY version"
        )
        return {int(number): str(name) for number, name in rows}

    def raised(self, labels: Iterable[str]) -> dict[str, int]:
        """Return for each label from which scheme on it means what it means now, by number.

        Labels that always did are left out.
        """
        now, rows = (
            self.version(),
            self._database.all(
                "SELECT label.value ->> '$.id', version,"
                " coalesce(label.value ->> '$.meaning', 1)"
                " FROM scheme, json_each(body, '$.labels') AS label"
                " WHERE label.value ->> '$.id' IN (SELECT value FROM json_each(?))"
                " ORDER BY version",
                (json.dumps(sorted(labels)),),
            ),
        )
        meanings = {label: meaning for label, number, meaning in rows if number == now}
        since: dict[str, int] = {}
        for label, number, meaning in rows:
            if label in meanings and meaning < meanings[label]:
                since[label] = number + 1
        return since

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
