"""Reads the conditions of a scheme's contradictions, and checks what they name."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final

from annotator.model.scheme import Condition, Contradiction, Scheme
from annotator.model.scheme_faults import Flaw

Fault = Callable[..., None]
"""Notes (place, flaw, subjects...)."""
_OWN: Final = ("group", "label", "without")
"""Keys of a condition that name no attribute."""


def read_condition(entry: object, where: str, fault: Fault) -> Condition:
    """Read what must hold of a span; after a fault something harmless is returned."""
    if not isinstance(entry, dict) or not entry:
        fault(where, Flaw.OBJECT_EXPECTED)
        return Condition()
    named: dict[str, frozenset[str]] = {}
    for key in _OWN:
        values = _values(entry, key) if key in entry else []
        if values is None or not all(isinstance(value, str) for value in values):
            fault(where, Flaw.NOT_TEXTS, key)
        else:
            named[key] = frozenset(values)
    wanted = []
    for key in entry:
        if key not in _OWN:
            values = _values(entry, key)
            if values is None:
                fault(where, Flaw.NO_VALUES, key)
            else:
                wanted.append((key, frozenset(values)))
    return Condition(
        groups=named.get("group", frozenset()),
        labels=named.get("label", frozenset()),
        values=tuple(wanted),
        without=named.get("without", frozenset()),
    )


def check_contradiction(entry: Contradiction, scheme: Scheme, where: str, fault: Fault) -> None:
    """Note what the conditions of a contradiction name and the scheme does not declare."""
    for key, condition in zip(("if", "and"), entry.conditions, strict=True):

        def unknown(
            flaw: Flaw, names: Iterable[str], found: Callable[[str], object], key: str = key
        ) -> None:
            for name in sorted(names):
                if found(name) is None:
                    fault(where, flaw, key, name)

        unknown(Flaw.UNKNOWN_GROUP, condition.groups, scheme.group)
        unknown(Flaw.UNKNOWN_LABEL, condition.labels, scheme.label)
        attributes = [name for name, _ in condition.values]
        unknown(Flaw.UNKNOWN_ATTRIBUTE, attributes, scheme.attribute)
        unknown(Flaw.UNKNOWN_RELATION, condition.without, scheme.relation)


def _values(entry: Mapping[str, Any], key: str) -> list[Any] | None:
    """Return one or several values as a list, None where they are none."""
    value = entry[key]
    values = value if isinstance(value, list) else [value]
    return values if all(isinstance(item, str | bool | int | float) for item in values) else None
