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
from annotator.store.annotations import fragments_of
from annotator.store.database import Database, Row
from annotator.store.driver import dbapi2
from annotator.text.folding import fold

_PIECES: Final = """(SELECT group_concat(
        substr(t.text, (f.value ->> 0) + 1, (f.value ->> 1) - (f.value ->> 0)), ' … ')
    FROM json_each(s.fragments) f)"""
_QUOTE: Final = f"""CASE WHEN s.fragments IS NULL
    THEN substr(t.text, s.start + 1, s."end" - s.start) ELSE {_PIECES} END"""
_SPANS: Final = """
CROSS JOIN span s ON s.document_id = d.document_id
JOIN annotation_set n ON n.document_id = s.document_id AND n.annotator_id = s.annotator_id"""
_FROM: Final = f"\nFROM document d{_SPANS}"
_TEXT: Final = "\nJOIN document_text t ON t.position = d.position"
_FROM_TEXTS: Final = (
    f"\nFROM document d\nCROSS JOIN document_text t ON t.position = d.position{_SPANS}"
)
"""Where words are looked for: a text without them is passed over before its spans are read."""
_HOLDS: Final = "annotator_may_hold"
_MAY_HOLD: Final = f"{_HOLDS}(CAST(t.text AS BLOB), CAST(? AS BLOB))"
_LEADS: Final = [bytes([lead]) for lead in b"\xc3\xc4\xc5\xc6\xc7\xc8\xc9\xcc\xcd\xe1"]
"""First bytes, in UTF-8, of the letters with accents and of loose accents."""
_SIGNS: Final = b"\xe2\x84"
"""The same for signs that fold to letters: of kelvin, of ångström."""
_COLUMNS: Final = f"""
SELECT s.document_id, s.annotator_id, s.span_id, s.start, s."end", s.label, s.attributes,
    s.fragments, {_QUOTE}, d.title, n.status, d.position"""
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
        source = _FROM_TEXTS if _begins_with_texts(query) else _FROM + _TEXT
        rows = self._all(query, _COLUMNS + source + where + _ORDER, (*parameters, most))
        return [_found(*row) for row in rows]

    def count(self, query: SpanQuery) -> tuple[int, int]:
        """Return how many spans there are, and in how many documents."""
        where, parameters = _joined(_conditions(query))
        if _begins_with_texts(query):
            source = _FROM_TEXTS
        else:
            source = _FROM + (_TEXT if query.texts or query.not_texts else "")
        counts = "SELECT count(*), count(DISTINCT d.position)"
        ((spans, documents),) = self._all(query, counts + source + where, parameters)
        return spans, documents

    def _all(self, query: SpanQuery, sql: str, parameters: tuple[object, ...]) -> list[Row]:
        if query.texts or query.not_texts or any(value.folded for value in query.values):
            self._database.hand_over(_add_functions)
        return self._database.all(sql, parameters)


def _add_functions(connection: dbapi2.Connection) -> None:
    connection.create_function(_FOLD, 1, fold, deterministic=True)
    connection.create_function(_HOLDS, 2, _holds, deterministic=True)


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
    for text in query.texts if _begins_with_texts(query) else ():
        yield from _may_hold(text)
    for texts, sign in ((query.texts, ">"), (query.not_texts, "=")):
        for text in texts:
            yield _Part(f"instr({_FOLD}({_QUOTE}), ?) {sign} 0", (text,))


def _begins_with_texts(query: SpanQuery) -> bool:
    """Tell whether words narrow the search more than anything else does."""
    return bool(query.texts) and not query.labels


def _may_hold(text: str) -> Iterable[_Part]:
    """Yield what passes over documents without some plain words, quicker than looking at spans."""
    if text.isascii() and not set("<=>").intersection(text):
        yield _Part(_MAY_HOLD, (text,))


def _holds(text: bytes, words: bytes) -> bool:
    """Tell whether a text in UTF-8 may hold plain words once it is folded."""
    return words in text.lower() or any(lead in text for lead in _LEADS) or _SIGNS in text


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
    fragments: str | None,
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
        fragments_of(fragments),
    )
