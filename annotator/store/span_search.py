"""Finding spans in the whole project: by label, words, attributes, annotator, status, relations.

Rows come in the order of documents and within them in reading order, a page at a time.
"""

import json
from collections.abc import Iterable
from typing import Final, NamedTuple

from annotator.model.attributes import Attributes
from annotator.model.ids import AnnotatorId, DocumentId, SpanId
from annotator.model.project import Status
from annotator.model.span_query import Among, Carries, FoundSpan, HasValue, SpanQuery
from annotator.store.database import Database, Row
from annotator.text.folding import fold

_QUOTE: Final = 'substr(t.text, s.start + 1, s."end" - s.start)'
_FROM: Final = """
FROM document d
CROSS JOIN span s ON s.document_id = d.document_id
JOIN annotation_set n ON n.document_id = s.document_id AND n.annotator_id = s.annotator_id"""
_TEXT: Final = "\nJOIN document_text t ON t.position = d.position"
_COLUMNS: Final = f"""
SELECT s.document_id, s.annotator_id, s.span_id, s.start, s."end", s.label, s.attributes,
    {_QUOTE}, d.title, n.status, d.position"""
_ORDER: Final = '\nORDER BY d.position, s.start, s."end" DESC, s.span_id, s.annotator_id LIMIT ?'
_AFTER: Final = """d.position >= ? AND (d.position > ? OR s.start > ? OR (s.start = ?
    AND (s."end" < ? OR (s."end" = ? AND (s.span_id, s.annotator_id) > (?, ?)))))"""
_HAS_RELATION: Final = """EXISTS (SELECT 1 FROM relation r
    WHERE r.document_id = s.document_id AND r.annotator_id = s.annotator_id AND r.dead = 0
    AND r.label = ? AND (r.source = s.span_id OR r.target = s.span_id))"""
_HAS_ATTRIBUTE: Final = "EXISTS (SELECT 1 FROM json_each(s.attributes) WHERE key = ?)"
_HAS_VALUE: Final = """EXISTS (SELECT 1 FROM json_each(s.attributes) a, json_each(
        CASE a.type WHEN 'array' THEN a.value ELSE json_array(a.atom) END) v
    WHERE a.key = ? AND ({}))"""
_FOLD: Final = "annotator_fold"


class _Part(NamedTuple):
    """A condition in SQL with what stands for its question marks."""

    sql: str
    parameters: tuple[object, ...]


class SpanSearch:
    """Finds spans; only reads."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def page(self, query: SpanQuery, most: int, after: FoundSpan | None = None) -> list[FoundSpan]:
        """Return up to `most` spans, those that come after another one."""
        parts = list(_conditions(query))
        if after is not None:
            end, start = after.end, after.start
            values = (after.position, after.position, start, start, end, end)
            parts.append(_Part(_AFTER, (*values, after.span, after.annotator)))
        where, parameters = _joined(parts)
        rows = self._all(query, _COLUMNS + _FROM + _TEXT + where + _ORDER, (*parameters, most))
        return [_found(*row) for row in rows]

    def count(self, query: SpanQuery) -> tuple[int, int]:
        """Return how many spans there are, and in how many documents."""
        where, parameters = _joined(_conditions(query))
        source = _FROM + (_TEXT if query.texts or query.not_texts else "")
        counts = "SELECT count(*), count(DISTINCT d.position)"
        ((spans, documents),) = self._all(query, counts + source + where, parameters)
        return spans, documents

    def _all(self, query: SpanQuery, sql: str, parameters: tuple[object, ...]) -> list[Row]:
        if query.texts or query.not_texts or any(value.folded for value in query.values):
            self._database.hand_over(
                lambda connection: connection.create_function(_FOLD, 1, fold, deterministic=True)
            )
        return self._database.all(sql, parameters)


def _conditions(query: SpanQuery) -> Iterable[_Part]:
    yield _Part("s.dead = 0", ())
    for column, choices in (
        ("s.label", query.labels),
        ("s.annotator_id", query.annotators),
        ("n.status", query.statuses),
    ):
        for among in choices:
            yield _among(column, among)
    for carried in query.carries:
        yield _carries(carried)
    for value in query.values:
        yield _value(value)
    for texts, sign in ((query.texts, ">"), (query.not_texts, "=")):
        for text in texts:
            yield _Part(f"instr({_FOLD}({_QUOTE}), ?) {sign} 0", (text,))


def _among(column: str, among: Among) -> _Part:
    marks = ", ".join("?" * len(among.values))
    return _Part(f"{column} {'NOT IN' if among.is_not else 'IN'} ({marks})", among.values)


def _carries(carried: Carries) -> _Part:
    ways = [_HAS_ATTRIBUTE] * len(carried.attributes) + [_HAS_RELATION] * len(carried.relations)
    sql = f"({' OR '.join(ways) or '0'})"
    return _Part(f"NOT {sql}" if carried.is_not else sql, (*carried.attributes, *carried.relations))


def _value(value: HasValue) -> _Part:
    ways = ["v.atom = ?"] * len(value.values)
    ways += [f"(v.type = 'text' AND instr({_FOLD}(v.atom), ?) > 0)"] * len(value.folded)
    parameters = (value.attribute, *value.values, *value.folded)
    sql = _HAS_VALUE.format(" OR ".join(ways) or "0")
    return _Part(f"NOT {sql}" if value.is_not else sql, parameters)


def _joined(parts: Iterable[_Part]) -> tuple[str, tuple[object, ...]]:
    sql: list[str] = []
    parameters: list[object] = []
    for part in parts:
        sql.append(part.sql)
        parameters += part.parameters
    return "\nWHERE " + " AND ".join(sql), tuple(parameters)


def _found(
    document: str,
    annotator: str,
    span: str,
    start: int,
    end: int,
    label: str,
    attributes: str,
    quote: str,
    title: str,
    status: str,
    position: int,
) -> FoundSpan:
    sorted_values = tuple(sorted(Attributes.from_json(json.loads(attributes)).items()))
    return FoundSpan(
        DocumentId(document),
        AnnotatorId(annotator),
        SpanId(span),
        start,
        end,
        label,
        sorted_values,
        quote,
        title,
        Status(status),
        position,
    )
