"""Values that annotations carry: factuality, legal class, notes."""

import math
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from enum import StrEnum
from typing import Final

from annotator.compat import override

AttributeValue = str | bool | int | float | tuple[str, ...]
JsonValue = str | bool | int | float | list[str]


class Kind(StrEnum):
    """Kinds of attribute value. A date is text in ISO form."""

    SINGLE = "single"
    MULTI = "multi"
    YES_NO = "yes_no"
    TEXT = "text"
    NUMBER = "number"
    DATE = "date"

    def takes(self, value: object, choices: AbstractSet[str]) -> bool:
        """Tell whether `value` is of this kind; `choices` are the ids of a closed list."""
        match self:
            case Kind.SINGLE:
                return isinstance(value, str) and value in choices
            case Kind.MULTI:
                return isinstance(value, tuple) and all(
                    isinstance(item, str) and item in choices for item in value
                )
            case Kind.YES_NO:
                return isinstance(value, bool)
            case Kind.NUMBER:
                whole = isinstance(value, int) and not isinstance(value, bool)
                return whole or (isinstance(value, float) and math.isfinite(value))
            case Kind.DATE:
                return isinstance(value, str) and _is_date(value)
            case Kind.TEXT:
                return isinstance(value, str)


def _is_date(value: str) -> bool:
    import datetime  # 2 ms that the first window need not wait for

    try:
        datetime.date.fromisoformat(value)
    except ValueError:
        return False
    return True


class Attributes(Mapping[str, AttributeValue]):
    """An immutable mapping from attribute id to value. Equal when the values are equal."""

    __slots__ = ("_hash", "_values")

    def __init__(self, values: Mapping[str, AttributeValue] | None = None) -> None:
        self._values = dict(values) if values else {}
        self._hash: int | None = None

    @override
    def __getitem__(self, key: str) -> AttributeValue:
        return self._values[key]

    @override
    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    @override
    def __len__(self) -> int:
        return len(self._values)

    @override
    def __eq__(self, other: object) -> bool:
        if isinstance(other, Attributes):
            return self._values == other._values
        return NotImplemented

    @override
    def __hash__(self) -> int:
        if self._hash is None:
            self._hash = hash(frozenset(self._values.items()))
        return self._hash

    @override
    def __reduce__(self) -> tuple[object, ...]:
        return Attributes, (self._values,)  # a hash of texts is another one in each process

    @override
    def __repr__(self) -> str:
        return f"Attributes({self._values!r})"

    def with_value(self, key: str, value: AttributeValue | None) -> "Attributes":
        """Return a copy with one value set, or taken away where `value` is None."""
        values = dict(self._values)
        if value is None:
            values.pop(key, None)
        else:
            values[key] = value
        return Attributes(values) if values else EMPTY

    def to_json(self) -> dict[str, JsonValue]:
        """Return plain values for JSON, keys sorted; several values become a list."""
        return {
            key: list(value) if isinstance(value, tuple) else value
            for key, value in sorted(self._values.items())
        }

    @classmethod
    def from_json(cls, values: Mapping[str, object]) -> "Attributes":
        """Read what `to_json` wrote.

        Raises ValueError for a value that is not text, number, yes/no or a list of texts.
        """
        if not values:
            return EMPTY
        return cls({key: _from_json(key, value) for key, value in values.items()})


def _from_json(key: str, value: object) -> AttributeValue:
    if isinstance(value, str | bool | int | float):
        return value
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return tuple(value)
    raise ValueError(f"attribute {key}: {type(value).__name__} is no attribute value")


EMPTY: Final = Attributes()
