"""Frozen values with slots, as `dataclass(frozen=True, slots=True)` gives them, quickly made.

A dataclass compiles some six methods while its module is imported, half a millisecond a class:
with forty classes on the way to the first window that is 20 ms at every start. Records share their
methods; the only one compiled is `__init__`, and that when the first value is made.
"""

from collections.abc import Callable
from operator import attrgetter
from typing import Any, ClassVar, NoReturn, dataclass_transform

from annotator.compat import override


def _few(fields: tuple[str, ...]) -> Callable[[Any], Any]:
    """Stand in for `attrgetter`, which gives one field without a tuple and cannot take none."""
    return lambda record: tuple(getattr(record, field) for field in fields)


@dataclass_transform(frozen_default=True)
class RecordType(type):
    """Makes the annotations of a class body its fields, and the values there their defaults."""

    def __new__(cls, name: str, bases: tuple[type, ...], body: dict[str, Any]) -> "RecordType":
        fields = tuple(body.get("__annotations__", ())) if bases else ()
        body["__defaults__"] = {field: body.pop(field) for field in fields if field in body}
        body["__values__"] = attrgetter(*fields) if len(fields) > 1 else _few(fields)
        body["__slots__"] = body["__match_args__"] = fields
        return super().__new__(cls, name, bases, body)


class _DataclassFields:
    """Lets functions of `dataclasses`, such as `replace`, see a record as the dataclass it is."""

    def __get__(self, record: object, kind: type) -> dict[str, Any]:
        from dataclasses import make_dataclass

        names: tuple[str, ...] = kind.__match_args__  # type: ignore[attr-defined]
        quiet = {"__doc__": "."}  # else a text is made of the signature, in 4 ms
        made: Any = make_dataclass(
            kind.__name__, names, init=False, repr=False, eq=False, namespace=quiet
        )
        fields: dict[str, Any] = made.__dataclass_fields__
        kind.__dataclass_fields__ = fields  # type: ignore[attr-defined]
        return fields


class Record(metaclass=RecordType):
    """Base of immutable values: equal when class and fields are, hashable when the fields are.

    Fields are the annotations in the class's own body; a default is shared by all values, so it
    must be immutable too. `__post_init__` may check them.
    """

    __dataclass_fields__ = _DataclassFields()
    __defaults__: ClassVar[dict[str, Any]]
    __values__: ClassVar[Callable[["Record"], Any]]

    def __init__(self, *values: Any, **named: Any) -> None:
        kind = type(self)
        kind.__init__ = _initialiser(kind)  # type: ignore[method-assign]
        kind.__init__(self, *values, **named)

    @override
    def __eq__(self, other: object) -> bool:
        if self is other:
            return True
        kind = type(self)
        if type(other) is not kind:
            return NotImplemented
        return bool(kind.__values__(self) == kind.__values__(other))

    @override
    def __hash__(self) -> int:
        return hash(type(self).__values__(self))

    @override
    def __repr__(self) -> str:
        names: tuple[str, ...] = self.__match_args__
        fields = ", ".join(f"{name}={getattr(self, name)!r}" for name in names)
        return f"{type(self).__qualname__}({fields})"

    @override
    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), type(self).__values__(self)

    @override
    def __setattr__(self, name: str, value: object) -> NoReturn:
        _refuse(name)

    @override
    def __delattr__(self, name: str) -> NoReturn:
        _refuse(name)


def _initialiser(kind: type) -> Callable[..., None]:
    """Compile `__init__` for the fields of a class."""
    fields: tuple[str, ...] = kind.__match_args__  # type: ignore[attr-defined]
    defaults: dict[str, Any] = kind.__defaults__  # type: ignore[attr-defined]
    names: dict[str, Any] = {f"_set_{field}": kind.__dict__[field].__set__ for field in fields}
    names |= {f"_default_{field}": value for field, value in defaults.items()}
    head = "".join(
        f", {field}=_default_{field}" if field in defaults else f", {field}" for field in fields
    )
    lines = [f"def __init__(self{head}):", *(f" _set_{field}(self, {field})" for field in fields)]
    if hasattr(kind, "__post_init__"):
        lines.append(" self.__post_init__()")
    exec("\n".join([*lines, " return"]), names)  # noqa: S102 - names of fields, nobody's input
    made: Callable[..., None] = names["__init__"]
    return made


def _refuse(name: str) -> NoReturn:
    from dataclasses import FrozenInstanceError

    raise FrozenInstanceError(f"cannot assign to field {name!r}")
