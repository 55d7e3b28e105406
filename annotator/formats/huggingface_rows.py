"""Rows of a Hugging Face dataset: which column is what, and what a row says."""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from annotator.formats.base import Unit
from annotator.formats.conll_tags import Census, TagScheme, decode, is_tag
from annotator.formats.draft import Draft
from annotator.formats.strict_json import Malformed, parse_object
from annotator.model.attributes import Attributes
from annotator.model.offsets import OffsetMap

if TYPE_CHECKING:
    from pyarrow import DataType, Schema

    from annotator.model.ids import SpanId

USUAL: Final = "Hugging Face"
"""Who made the annotations: the files do not say it."""
FEATURES: Final = b"huggingface"
OWN: Final = b"annotator"
"""Key of the schema's metadata by which our own files are known."""
_TAGS: Final = ("ner_tags", "tags", "labels", "ner")
_SPAN: Final = frozenset({"label", "start", "end"})
_LINK: Final = frozenset({"label", "source", "target"})
_METADATA: Final = 32
"""Most further columns that are kept as metadata."""
_PAIR: Final = 2


class Layout(NamedTuple):
    """What the columns of a file are for; "" where there is none."""

    text: str = ""
    spans: str = ""
    relations: str = ""
    labels: str = ""
    tokens: str = ""
    tags: str = ""
    names: tuple[str, ...] = ()
    """Tags by their numbers, where tags are numbers."""
    metadata: tuple[str, ...] = ()
    left: tuple[str, ...] = ()
    """Columns that are not read."""

    @property
    def columns(self) -> tuple[str, ...]:
        known = (self.text, self.spans, self.relations, self.labels, self.tokens, self.tags)
        return tuple(name for name in (*known, *self.metadata) if name)


def layout_of(schema: "Schema") -> Layout:
    """Find out what the columns are for. Raises Malformed for other tables."""
    import pyarrow.types as kinds

    types = {field.name: field.type for field in schema}
    found = None
    if _is_list_of(types.get("tokens"), kinds.is_string, kinds.is_large_string):
        found = _token_layout(schema, types)
    elif _is_text(types.get("text")) and _fields(types.get("spans")) >= _SPAN:
        relations = "relations" if _fields(types.get("relations")) >= _LINK else ""
        is_list = _is_list_of(types.get("labels"), kinds.is_string, kinds.is_large_string)
        found = Layout("text", "spans", relations, "labels" if is_list else "")
    if found is None:
        raise Malformed("neither tokens with tags nor a text with spans")
    others = [name for name in types if name not in found.columns]
    plain = [name for name in others if _is_plain(types[name])][:_METADATA]
    if (schema.metadata or {}).get(OWN):
        plain = [name for name in plain if name != "id"]
        others = [name for name in others if name != "id"]
    left = tuple(name for name in others if name not in plain)
    return found._replace(metadata=tuple(plain), left=left)


def _token_layout(schema: "Schema", types: Mapping[str, "DataType"]) -> Layout | None:
    import pyarrow.types as kinds

    for name in _TAGS:
        if _is_list_of(types.get(name), kinds.is_string, kinds.is_large_string):
            return Layout(tokens="tokens", tags=name)
        if _is_list_of(types.get(name), kinds.is_integer):
            names = _names_of(schema, name)
            if not all(is_tag(tag) for tag in names):
                raise Malformed(f"the names of {name!r} are no tags such as O and B-X")
            return Layout(tokens="tokens", tags=name, names=names)
    return None


def _names_of(schema: "Schema", column: str) -> tuple[str, ...]:
    """Return the names that stand for numbers; they are in the schema's metadata, or nowhere."""
    data = (schema.metadata or {}).get(FEATURES)
    if data is None:
        raise Malformed(f"{column!r} holds numbers, and the file does not name them")
    features = parse_object(data).get("info", {}).get("features", {})
    found = features.get(column) if isinstance(features, dict) else None
    for _ in range(_PAIR):
        if isinstance(found, list) and found:
            found = found[0]
        elif isinstance(found, dict) and "names" not in found:
            found = found.get("feature")
    names = found.get("names") if isinstance(found, dict) else None
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        raise Malformed(f"{column!r} holds numbers, and the file does not name them")
    return tuple(names)


def draft_of(row: Mapping[str, Any], layout: Layout, source: str) -> tuple[Draft, Unit | None]:
    """Read a row. Raises Malformed or another ValueError."""
    draft, unit = _tokens(row, layout, source) if layout.tokens else _spans(row, layout, source)
    for name in layout.left:
        draft.leave("other_columns", name)
    return draft, unit


def _about(row: Mapping[str, Any], layout: Layout) -> tuple[str, dict[str, str]]:
    values = {name: row.get(name) for name in layout.metadata}
    said = {name: str(value) for name, value in values.items() if value not in {None, ""}}
    return said.pop("title", ""), said


def _tokens(row: Mapping[str, Any], layout: Layout, source: str) -> tuple[Draft, None]:
    tokens, tags = row[layout.tokens], row[layout.tags]
    if not isinstance(tokens, list) or not isinstance(tags, list) or len(tokens) != len(tags):
        raise Malformed("not as many tags as tokens")
    if not all(isinstance(token, str) for token in tokens):
        raise Malformed("a token that is no text")
    named = [_tag(tag, layout.names) for tag in tags]
    title, metadata = _about(row, layout)
    draft = Draft(" ".join(tokens), source, USUAL, title, metadata)
    draft.leave("text_rebuilt")
    starts, place = [], 0
    for token in tokens:
        starts.append(place)
        place += len(token) + 1
    scheme = _scheme(layout.names or named)
    found, irregular = decode(named, scheme)
    for first, last, label in found:
        end = starts[last] + len(tokens[last])
        if starts[first] == end:
            draft.leave("zero_length", label)
        else:
            draft.span(starts[first], end, label)
    if irregular:
        draft.leave("irregular_tags", str(scheme), times=irregular)
    return draft, None


def _tag(tag: object, names: Sequence[str]) -> str:
    if isinstance(tag, int) and 0 <= tag < len(names):
        return names[tag]
    if isinstance(tag, str) and is_tag(tag):
        return tag
    raise Malformed(f"{tag!r} is no tag")


def _scheme(tags: Sequence[str]) -> TagScheme:
    """Tell the scheme by the names of all tags, whatever their order."""
    census = Census()
    for tag in tags:
        census.count([tag])
    return census.scheme


def _spans(row: Mapping[str, Any], layout: Layout, source: str) -> tuple[Draft, Unit]:
    text = row[layout.text]
    if not isinstance(text, str):
        raise Malformed("there is no text in it")
    title, metadata = _about(row, layout)
    draft = Draft(text, source, USUAL, title, metadata)
    entries = list(_entries(row, layout.spans))
    unit, places = _places(text, entries)
    made: dict[str, SpanId] = {}
    for entry, pieces in zip(entries, places, strict=True):
        start, end = pieces[0][0], pieces[-1][1]
        span = draft.span(start, end, _label(entry), _attributes(entry), pieces)
        if isinstance(entry.get("id"), str):
            made[entry["id"]] = span
    for entry in _entries(row, layout.relations):
        source_span, target = made.get(entry["source"]), made.get(entry["target"])
        if source_span is None or target is None:
            draft.leave("relation_without_end", _label(entry))
        else:
            draft.relation(source_span, target, _label(entry), _attributes(entry))
    for label in row.get(layout.labels) or []:
        if isinstance(label, str) and label:
            draft.document_label(label)
    return draft, unit


def _entries(row: Mapping[str, Any], column: str) -> Iterator[Mapping[str, Any]]:
    for entry in row.get(column) or []:
        if not isinstance(entry, dict):
            raise Malformed(f"an entry of {column!r} is empty")
        yield entry


def _label(entry: Mapping[str, Any]) -> str:
    label = entry["label"]
    if not isinstance(label, str) or not label:
        raise Malformed("a label that is no text")
    return label


def _attributes(entry: Mapping[str, Any]) -> Attributes:
    said = entry.get("attributes")
    if said is None or said == "":
        return Attributes()
    if not isinstance(said, str):
        raise Malformed("attributes are a JSON object in a text")
    return Attributes.from_json(parse_object(said.encode("utf-8", "replace")))


def _places(
    text: str, entries: Sequence[Mapping[str, Any]]
) -> tuple[Unit, list[list[tuple[int, int]]]]:
    """Return the places of spans in code points; where the words quoted tell, what they counted."""
    raw = [_pieces(entry) for entry in entries]
    trouble = ""
    for unit in (Unit.CODE_POINTS, Unit.UTF16):
        place = OffsetMap(text).from_utf16 if unit is Unit.UTF16 else int
        places = []
        for entry, pieces in zip(entries, raw, strict=True):
            try:
                found = [(place(start), place(end)) for start, end in pieces]
            except ValueError:
                found = []
            quote = entry.get("text")
            stands = bool(found) and _stands(text, found, quote)
            if not stands:
                trouble = trouble or f"the span at {pieces[0][0]} is not what stands there"
                break
            places.append(found)
        else:
            return unit, places
    raise Malformed(trouble)


def _stands(text: str, pieces: Sequence[tuple[int, int]], quote: object) -> bool:
    if not all(0 <= start < end <= len(text) for start, end in pieces):
        return False
    parts = [text[start:end] for start, end in pieces]
    return not isinstance(quote, str) or quote in {
        " ".join(parts),
        text[pieces[0][0] : pieces[-1][1]],
    }


def _pieces(entry: Mapping[str, Any]) -> list[tuple[int, int]]:
    fragments = entry.get("fragments") or [[entry["start"], entry["end"]]]
    pieces = []
    for fragment in fragments:
        is_pair = isinstance(fragment, list) and len(fragment) == _PAIR
        if not is_pair or not all(isinstance(edge, int) for edge in fragment):
            raise Malformed("a place is two numbers")
        pieces.append((fragment[0], fragment[1]))
    return pieces


def _is_text(kind: "DataType | None") -> bool:
    import pyarrow.types as kinds

    return kind is not None and (kinds.is_string(kind) or kinds.is_large_string(kind))


def _is_plain(kind: "DataType") -> bool:
    import pyarrow.types as kinds

    return _is_text(kind) or kinds.is_integer(kind) or kinds.is_boolean(kind)


def _is_list_of(kind: "DataType | None", *is_item: Any) -> bool:
    import pyarrow.types as kinds

    if kind is None or not (kinds.is_list(kind) or kinds.is_large_list(kind)):
        return False
    return any(check(kind.value_type) for check in is_item)


def _fields(kind: "DataType | None") -> frozenset[str]:
    """Return the names of the fields of a list of structures, none for anything else."""
    import pyarrow.types as kinds

    if not _is_list_of(kind, kinds.is_struct):
        return frozenset()
    assert kind is not None
    return frozenset(field.name for field in kind.value_type)


def to_json(attributes: Attributes) -> str:
    """Write attributes as the text that stands in a row."""
    return json.dumps(attributes.to_json(), ensure_ascii=False, sort_keys=True)
