"""Read JSON from strangers: nothing doubled, nothing infinite, no character that a store refuses.

All functions raise Malformed (or another ValueError) with a reason; who calls them knows file and
line.
"""

import json
import math
import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from annotator.model.annotation import Span
from annotator.model.attributes import EMPTY, Attributes
from annotator.model.ids import SpanId

MAX_ID: Final = 200
"""Longest id in characters."""
_SUSPICIOUS = re.compile(r"\\u(?:0000|[dD][89a-fA-F])")


class Malformed(ValueError):
    """Data that breaks the rules of its format."""


def parse_object(data: bytes) -> dict[str, Any]:
    """Return the JSON object in `data`, which must be UTF-8; a byte order mark is passed over."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Malformed(f"not UTF-8 at byte {error.start}") from error
    try:
        value = _DECODER.decode(text)
    except RecursionError:
        raise Malformed("nested too deeply") from None
    except json.JSONDecodeError as error:
        raise Malformed(f"no JSON: {error.msg} at character {error.pos + 1}") from error
    if not isinstance(value, dict):
        raise Malformed("a JSON object is expected")
    if "\\u" in text and _SUSPICIOUS.search(text):
        _check_characters(value)
    return value


def _no_doubles(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    values = dict(pairs)
    if len(values) != len(pairs):
        keys = [key for key, _ in pairs]
        double = next(key for key in keys if keys.count(key) > 1)
        raise Malformed(f"key {double!r} stands twice")
    return values


def _refuse(name: str) -> None:
    raise Malformed(f"{name} is no number")


def _finite(digits: str) -> float:
    value = float(digits)
    if not math.isfinite(value):
        raise Malformed(f"{digits} is no finite number")
    return value


_DECODER: Final = json.JSONDecoder(
    object_pairs_hook=_no_doubles, parse_constant=_refuse, parse_float=_finite
)


def _check_characters(value: object) -> None:
    if isinstance(value, str):
        if "\0" in value:
            raise Malformed("a NUL character")
        if not value.isascii() and any("\ud800" <= char <= "\udfff" for char in value):
            raise Malformed("a lone surrogate")
    elif isinstance(value, dict):
        for key, item in value.items():
            _check_characters(key)
            _check_characters(item)
    elif isinstance(value, list):
        for item in value:
            _check_characters(item)


def only_keys(values: Mapping[str, Any], known: frozenset[str]) -> None:
    """Refuse keys that would be lost."""
    unknown = sorted(values.keys() - known)
    if unknown:
        raise Malformed(f"unknown key {unknown[0]!r}")


def text_of(values: Mapping[str, Any], key: str, default: str | None = None) -> str:
    """Return the text under `key`."""
    value = values.get(key, default)
    if not isinstance(value, str):
        raise Malformed(f"{key!r} must be a text")
    return value


def id_of(values: Mapping[str, Any], key: str = "id") -> str:
    """Return the id under `key`: a text of 1 to `MAX_ID` characters."""
    value = text_of(values, key)
    if not 1 <= len(value) <= MAX_ID:
        raise Malformed(f"{key!r} must have 1 to {MAX_ID} characters")
    return value


def object_of(values: Mapping[str, Any], key: str) -> dict[str, Any]:
    """Return the object under `key`, an empty one where there is none."""
    value = values.get(key, {})
    if not isinstance(value, dict):
        raise Malformed(f"{key!r} must be an object")
    return value


def objects_of(values: Mapping[str, Any], key: str) -> Iterator[dict[str, Any]]:
    """Hand out the objects of the list under `key`; no list is an empty one."""
    entries = values.get(key, [])
    if not isinstance(entries, list):
        raise Malformed(f"{key!r} must be a list")
    for number, entry in enumerate(entries):
        if not isinstance(entry, dict):
            raise Malformed(f"{key}[{number}] must be an object")
        yield entry


def texts_of(values: Mapping[str, Any], key: str) -> tuple[str, ...]:
    """Return the texts of the list under `key`; no list is an empty one."""
    value = values.get(key, [])
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise Malformed(f"{key!r} must be a list of texts")
    return tuple(value)


def attributes_of(values: Mapping[str, Any]) -> Attributes:
    """Return the attributes of an annotation."""
    attributes = object_of(values, "attributes")
    return Attributes.from_json(attributes) if attributes else EMPTY


def span_of(values: Mapping[str, Any], span_id: str, text: str, quote_key: str) -> Span:
    """Return a span that lies in `text`; a quote under `quote_key` must be what stands there.

    A discontinuous one has its "fragments", and " … " stands in its quote where words are left out.
    """
    start, end = values.get("start"), values.get("end")
    if type(start) is not int or type(end) is not int or not 0 <= start < end <= len(text):
        raise Malformed(f"span {span_id}: [{start}, {end}) is not inside the text")
    label, fragments = text_of(values, "label"), _fragments_of(values, span_id)
    span = Span(SpanId(span_id), start, end, label, attributes_of(values), fragments=fragments)
    quote = values.get(quote_key)
    if quote is not None and quote != span.quote(text):
        raise Malformed(f"span {span_id}: the quote is not what stands at [{start}, {end})")
    return span


def _fragments_of(values: Mapping[str, Any], span_id: str) -> tuple[tuple[int, int], ...]:
    """Return the pairs of "fragments", none without that key; the span tells whether they fit."""
    listed = values.get("fragments")
    if listed is None and "fragments" not in values:
        return ()
    if not isinstance(listed, list) or not listed or not all(map(_is_pair, listed)):
        raise Malformed(f"span {span_id}: 'fragments' must be a list of pairs of whole numbers")
    return tuple((start, end) for start, end in listed)


def _is_pair(value: object) -> bool:
    return isinstance(value, list) and [type(edge) for edge in value] == [int, int]
