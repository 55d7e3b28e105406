"""How often what a scheme offers is used: one query for each kind, over all annotators."""

import json
from collections.abc import Iterable
from typing import Final, NamedTuple

from annotator.model.ids import AnnotatorId, DocumentId
from annotator.store.database import Database
from annotator.store.fold import SetKey


class Uses(NamedTuple):
    """Annotations that use something, in how many articles, by how many annotators.

    `own` of them are the asker's.
    """

    total: int = 0
    documents: int = 0
    annotators: int = 0
    own: int = 0


NO_USES: Final = Uses()


class Ends(NamedTuple):
    """A relation type between two labels, and how often it stands there, `own` of them ours."""

    relation: str
    source: str
    target: str
    total: int
    own: int


_COUNTS: Final = (
    "count(*), count(DISTINCT document_id), count(DISTINCT annotator_id), sum(annotator_id = ?)"
)
_CARRIERS: Final = " UNION ALL ".join(
    f"SELECT document_id, annotator_id, attributes FROM {table}"  # noqa: S608
    " WHERE dead = 0 AND attributes <> '{}'"
    for table in ("span", "relation", "document_label")
)
_ITEMS: Final = (
    "json_each(CASE each.type WHEN 'array' THEN each.value ELSE json_array(each.value) END)"
)


class Usage:
    """Counts over the folded annotations; what was removed is not counted."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def labels(self, asker: AnnotatorId) -> dict[str, Uses]:
        """Return the uses of each label, on spans and on articles."""
        return self._grouped(
            f"SELECT label, {_COUNTS} FROM (SELECT document_id, annotator_id, label FROM span"  # noqa: S608
            " WHERE dead = 0 UNION ALL SELECT document_id, annotator_id, label"
            " FROM document_label WHERE dead = 0) GROUP BY label",
            asker,
        )

    def relations(self, asker: AnnotatorId) -> dict[str, Uses]:
        """Return the uses of each relation type."""
        return self._grouped(
            f"SELECT label, {_COUNTS} FROM relation WHERE dead = 0 GROUP BY label",  # noqa: S608
            asker,
        )

    def attributes(self, asker: AnnotatorId) -> dict[str, Uses]:
        """Return how many annotations carry each attribute."""
        return self._grouped(
            f"SELECT each.key, {_COUNTS} FROM ({_CARRIERS}), json_each(attributes) each"  # noqa: S608
            " GROUP BY each.key",
            asker,
        )

    def values(self, asker: AnnotatorId, closed: Iterable[str]) -> dict[tuple[str, str], Uses]:
        """Return the uses of each value of the `closed` attributes, by (attribute, value)."""
        rows = self._database.all(
            f"SELECT each.key, item.value, {_COUNTS}"  # noqa: S608
            f" FROM ({_CARRIERS}), json_each(attributes) each, {_ITEMS} item"
            " WHERE each.key IN (SELECT value FROM json_each(?)) GROUP BY each.key, item.value",
            (asker, json.dumps(list(closed))),
        )
        return {(key, str(value)): Uses(*counts) for key, value, *counts in rows}

    def ends(self, asker: AnnotatorId) -> list[Ends]:
        """Return between which labels relations of each type stand."""
        rows = self._database.all(
            "SELECT relation.label, source.label, target.label, count(*),"
            " sum(relation.annotator_id = ?) FROM relation"
            " JOIN span source ON source.document_id = relation.document_id"
            " AND source.annotator_id = relation.annotator_id"
            " AND source.span_id = relation.source AND source.dead = 0"
            " JOIN span target ON target.document_id = relation.document_id"
            " AND target.annotator_id = relation.annotator_id"
            " AND target.span_id = relation.target AND target.dead = 0"
            " WHERE relation.dead = 0 GROUP BY 1, 2, 3",
            (asker,),
        )
        return [Ends(*row) for row in rows]

    def sets_with(
        self,
        labels: Iterable[str] = (),
        attributes: Iterable[str] = (),
        relations: Iterable[str] = (),
    ) -> list[SetKey]:
        """Return the annotation sets in which one of these labels, attributes or types is used."""
        rows = self._database.all(
            "SELECT document_id, annotator_id FROM span"  # noqa: S608 - tables of our own
            " WHERE dead = 0 AND label IN (SELECT value FROM json_each(?1))"
            " UNION SELECT document_id, annotator_id FROM document_label"
            " WHERE dead = 0 AND label IN (SELECT value FROM json_each(?1))"
            " UNION SELECT document_id, annotator_id FROM relation"
            " WHERE dead = 0 AND label IN (SELECT value FROM json_each(?3))"
            f" UNION SELECT document_id, annotator_id FROM ({_CARRIERS})"
            " WHERE EXISTS (SELECT 1 FROM json_each(attributes) each"
            " WHERE each.key IN (SELECT value FROM json_each(?2)))"
            " ORDER BY document_id, annotator_id",
            tuple(json.dumps(list(names)) for names in (labels, attributes, relations)),
        )
        return [(DocumentId(document), AnnotatorId(annotator)) for document, annotator in rows]

    def _grouped(self, sql: str, asker: AnnotatorId) -> dict[str, Uses]:
        return {name: Uses(*counts) for name, *counts in self._database.all(sql, (asker,))}
