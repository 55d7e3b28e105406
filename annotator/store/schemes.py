"""Schemes: every version a project has had, numbered from 1; the last one is in force."""

import hashlib
import json
from collections.abc import Iterable
from typing import NamedTuple

from annotator.errors import StoreError
from annotator.model.ids import ActId, AnnotatorId, DocumentId
from annotator.model.journal import SCHEME_PUT, Entry
from annotator.model.scheme import Scheme
from annotator.model.scheme_reader import parse_scheme
from annotator.store.database import Database
from annotator.store.fold import SetKey


class SetPart(NamedTuple):
    """The part of an act that is in one annotation set: its first and last Lamport number."""

    key: SetKey
    first: int
    last: int


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
        return int(row[0]), parse_scheme(row[1], stored=True)

    def numbered(self, version: int) -> Scheme:
        """Return a version the project has or had. Raises StoreError when there is none."""
        body = self._database.value("SELECT body FROM scheme WHERE version = ?", (version,))
        if body is None:
            raise StoreError(f"{self._database.path}: no scheme {version}")
        return parse_scheme(body, stored=True)

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

    def last_change(self) -> Entry | None:
        """Return the journal entry that put a scheme in force last; None where none is recorded."""
        line = self._database.value(
            "SELECT line FROM journal WHERE kind = 'project' AND op = ?"
            " ORDER BY entry_no DESC LIMIT 1",
            (SCHEME_PUT,),
        )
        return None if line is None else Entry.from_line(line)

    def parts_of(self, act: ActId) -> list[SetPart]:
        """Return in which annotation sets an act of a scheme change is."""
        rows = self._database.all(
            "SELECT document_id, annotator_id, min(lam), max(lam) FROM journal"
            " WHERE act_id = ? AND kind = 'annotate' GROUP BY document_id, annotator_id",
            (act,),
        )
        return [
            SetPart((DocumentId(document), AnnotatorId(annotator)), first, last)
            for document, annotator, first, last in rows
        ]

    def was_ever_said(self, name: str) -> bool:
        """Tell whether a journal names a label, attribute, value or relation type.

        Undo can bring back what was removed, so that such a name must not vanish.
        """
        quoted = json.dumps(name, ensure_ascii=False)
        return bool(
            self._database.value(
                "SELECT EXISTS (SELECT 1 FROM journal WHERE kind = 'annotate'"
                " AND instr(line, ?) > 0)",
                (quoted,),
            )
        )
