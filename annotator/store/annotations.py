"""Annotation sets as tables: the folded state of the journals, which can always be rebuilt."""

import json
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Any, Final, NamedTuple

from annotator.model.annotation import Annotation, DocumentLabel, Relation, Span
from annotator.model.annotation_set import AnnotationSet
from annotator.model.attributes import EMPTY, Attributes
from annotator.model.ids import AnnotatorId, DocumentId, DocumentLabelId, RelationId, SpanId
from annotator.model.project import Status
from annotator.store.database import Database, Row
from annotator.store.fold import LABEL, RELATION, SPAN, FoldedSet, Key, Order, Record, SetKey
from annotator.text.sameness import comparable

_NO_ATTRIBUTES: Final = "{}"
_KEPT_ATTRIBUTES: Final = 1_000
_FEW: Final = 4
"""So many spans are quoted one by one; for more the whole text is read."""


class Stamp(NamedTuple):
    """Grows with every entry of an annotation set: equal stamps mean nothing has happened."""

    lamport: int
    entries: int


NOTHING_YET: Final = Stamp(0, 0)


class _Table(NamedTuple):
    """How one family of annotations is kept: its statements, and both directions of a row."""

    read: str
    stored: str
    stored_one: str
    write: str
    clear: str
    empty: Row
    values: Callable[[Any], Row]
    make: Callable[..., Annotation]


def _table(
    name: str,
    key: str,
    columns: tuple[str, ...],
    values: Callable[[Any], Row],
    make: Callable[..., Annotation],
    derived: tuple[str, ...] = (),
) -> _Table:
    own = (*columns, "attributes")
    changed = (*own, "dead", "lam", "device_id", "seq")
    names = ("document_id", "annotator_id", key, *changed, *derived)
    settings = ", ".join(f"{column} = excluded.{column}" for column in (*changed, *derived))
    where = "WHERE document_id = ? AND annotator_id = ?"
    return _Table(
        read=f"SELECT {key}, {', '.join(own)} FROM {name} {where} AND dead = 0",  # noqa: S608
        stored=f"SELECT {key}, {', '.join(changed)} FROM {name} {where}",  # noqa: S608
        stored_one=f"SELECT {key}, {', '.join(changed)} FROM {name} {where} AND {key} = ?",  # noqa: S608
        write=f"INSERT INTO {name} ({', '.join(names)}) VALUES ({', '.join('?' * len(names))})"  # noqa: S608
        f" ON CONFLICT (document_id, annotator_id, {key}) DO UPDATE SET {settings}",
        clear=f"DELETE FROM {name}",  # noqa: S608
        empty=(None,) * len(columns),
        values=values,
        make=make,
    )


_TABLES: Final = {
    SPAN: _table(
        name="span",
        key="span_id",
        columns=(
            "start",
            '"end"',
            "label",
            "guideline",
            "waived",
            "foreign_guideline",
            "fragments",
        ),
        values=lambda span: (
            *(span.start, span.end, span.label, span.guideline, _list(span.waived)),
            *(span.foreign or None, _list(span.fragments)),
        ),
        make=lambda key, start, end, label, guideline, waived, foreign, fragments, x: Span(
            *(SpanId(key), start, end, label, x, guideline),
            *(tuple(json.loads(waived)) if waived else (), foreign or "", fragments_of(fragments)),
        ),
        derived=("words",),
    ),
    RELATION: _table(
        name="relation",
        key="relation_id",
        columns=("source", "target", "label"),
        values=lambda relation: (relation.source, relation.target, relation.label),
        make=lambda key, source, target, label, x: Relation(
            RelationId(key), source, target, label, x
        ),
    ),
    LABEL: _table(
        name="document_label",
        key="label_id",
        columns=("label",),
        values=lambda label: (label.label,),
        make=lambda key, label, x: DocumentLabel(DocumentLabelId(key), label, x),
    ),
}


_OF_DOCUMENT: Final = "FROM document JOIN document_text USING (position) WHERE document_id = ?"
_TEXT: Final = f"SELECT text {_OF_DOCUMENT}"
_QUOTE: Final = f"SELECT substr(text, ?, ?) {_OF_DOCUMENT}"


class Annotations:
    """The folded annotation sets of a project."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def read(self, document: DocumentId, annotator: AnnotatorId) -> tuple[AnnotationSet, Stamp]:
        """Return an annotation set and its stamp; an empty one where nothing was ever said."""
        with self._database.snapshot():
            return self._read(document, annotator)

    def _read(self, document: DocumentId, annotator: AnnotatorId) -> tuple[AnnotationSet, Stamp]:
        row = self._database.one(
            "SELECT status, status_reason, lam, entry_count FROM annotation_set"
            " WHERE document_id = ? AND annotator_id = ?",
            (document, annotator),
        )
        if row is None:
            return AnnotationSet(document, annotator), NOTHING_YET
        found: list[Annotation] = []
        for table in _TABLES.values():
            rows = self._database.all(table.read, (document, annotator))
            make = table.make
            found.extend([make(*row[:-1], attributes_of(row[-1])) for row in rows])
        status, reason, lamport, entries = row
        made = AnnotationSet(document, annotator, found, Status(status), reason)
        return made, Stamp(lamport, entries)

    def stamp(self, document: DocumentId, annotator: AnnotatorId) -> Stamp:
        """Return the stamp of an annotation set without reading it."""
        row = self._database.one(
            "SELECT lam, entry_count FROM annotation_set"
            " WHERE document_id = ? AND annotator_id = ?",
            (document, annotator),
        )
        return NOTHING_YET if row is None else Stamp(*row)

    def annotators_of(self, document: DocumentId) -> list[AnnotatorId]:
        """Return who has worked on a document, in the order of their ids."""
        rows = self._database.all(
            "SELECT annotator_id FROM annotation_set WHERE document_id = ? ORDER BY annotator_id",
            (document,),
        )
        return [AnnotatorId(annotator) for (annotator,) in rows]

    def part(self, key: SetKey, targets: Iterable[Key]) -> FoldedSet:
        """Return what the tables hold about some annotations of a set, tombstones included."""
        folded = self._head(key)
        for family, target in targets:
            table = _TABLES[family]
            row = self._database.one(table.stored_one, (*key, target))
            if row is not None:
                folded.records[family, target] = _record(table, row)
        return folded

    def write(self, key: SetKey, folded: FoldedSet, span_count: int) -> None:
        """Store a set or the part of one that `folded` holds. To be called in a transaction."""
        self._database.run(
            "INSERT INTO annotation_set (document_id, annotator_id, status, status_reason,"
            " span_count, lam, entry_count, status_lam, status_device_id, status_seq)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
            " ON CONFLICT (document_id, annotator_id) DO UPDATE SET status = excluded.status,"
            " status_reason = excluded.status_reason, span_count = excluded.span_count,"
            " lam = excluded.lam, entry_count = excluded.entry_count,"
            " status_lam = excluded.status_lam, status_device_id = excluded.status_device_id,"
            " status_seq = excluded.status_seq",
            (
                *key,
                folded.status.value,
                folded.status_reason,
                span_count,
                folded.lamport,
                folded.entries,
                *folded.status_order,
            ),
        )
        rows: dict[str, list[Row]] = {}
        quotes = self._quotes(key[0], folded)
        for (family, target), record in folded.records.items():
            row = (*key, target, *_row(_TABLES[family], record))
            if family == SPAN:
                row = (*row, quotes.get(target))
            rows.setdefault(family, []).append(row)
        for family, family_rows in rows.items():
            self._database.run_many(_TABLES[family].write, family_rows)

    def _quotes(self, document: DocumentId, folded: FoldedSet) -> dict[str, str | None]:
        """Return what spans are found by: their words, in the form in which they are compared."""
        spans = [x.annotation for x in folded.records.values() if isinstance(x.annotation, Span)]
        if len(spans) > _FEW:
            text = str(self._database.value(_TEXT, (document,)))
            return {span.id: comparable(span.quote(text, " ")) for span in spans}
        quotes: dict[str, str | None] = {}
        for span in spans:
            words = (self._words(document, *stretch) for stretch in span.stretches)
            quotes[span.id] = comparable(" ".join(words))
        return quotes

    def _words(self, document: DocumentId, start: int, end: int) -> str:
        return str(self._database.value(_QUOTE, (start + 1, end - start, document)))

    def span_count(self, key: SetKey) -> int:
        """Return how many spans stand, as the list of documents shows it."""
        found = self._database.value(
            "SELECT span_count FROM annotation_set WHERE document_id = ? AND annotator_id = ?", key
        )
        return int(found or 0)

    def everything(self) -> dict[SetKey, FoldedSet]:
        """Return all sets with their tombstones, as `fold` would; for checks of small projects."""
        sets = {}
        for document, annotator in self._database.all(
            "SELECT document_id, annotator_id FROM annotation_set"
        ):
            key = (DocumentId(document), AnnotatorId(annotator))
            sets[key] = folded = self._head(key)
            for family, table in _TABLES.items():
                for row in self._database.all(table.stored, key):
                    folded.records[family, row[0]] = _record(table, row)
        return sets

    def clear(self) -> None:
        """Empty the folded tables before they are built again. To be called in a transaction."""
        for table in _TABLES.values():
            self._database.run(table.clear)
        self._database.run("DELETE FROM annotation_set")

    def _head(self, key: SetKey) -> FoldedSet:
        row = self._database.one(
            "SELECT status, status_reason, status_lam, status_device_id, status_seq, lam,"
            " entry_count FROM annotation_set WHERE document_id = ? AND annotator_id = ?",
            key,
        )
        if row is None:
            return FoldedSet()
        status, reason, *order, lamport, entries = row
        return FoldedSet({}, Status(status), reason, _order(order), lamport, entries)


def _list(items: tuple[object, ...]) -> str | None:
    return json.dumps(items, ensure_ascii=False) if items else None


@lru_cache(_KEPT_ATTRIBUTES)
def attributes_of(text: str) -> Attributes:
    """Return the attributes that a column of JSON holds; thousands of spans share a few."""
    return EMPTY if text == _NO_ATTRIBUTES else Attributes.from_json(json.loads(text))


def fragments_of(text: str | None) -> tuple[tuple[int, int], ...]:
    """Return the fragments that a column of JSON holds, none where it is empty."""
    return tuple((start, end) for start, end in json.loads(text)) if text else ()


def _record(table: _Table, row: Row) -> Record:
    *own, attributes, dead, lamport, device, seq = row
    annotation = None if dead else table.make(*own, attributes_of(attributes))
    return Record(annotation, (lamport, device, seq))


def _row(table: _Table, record: Record) -> Row:
    if record.annotation is None:
        return (*table.empty, _NO_ATTRIBUTES, 1, *record.order)
    attributes = record.annotation.attributes
    text = (
        json.dumps(attributes.to_json(), ensure_ascii=False, separators=(",", ":"))
        if attributes
        else _NO_ATTRIBUTES
    )
    return (*table.values(record.annotation), text, 0, *record.order)


def _order(values: list[Any]) -> Order:
    lamport, device, seq = values
    return (lamport, device, seq)
