"""What makes one scheme out of another, as edits."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from typing import Any

from annotator.model.scheme import Scheme
from annotator.model.scheme_edit import (
    LISTS,
    SCHEME,
    Add,
    Move,
    Part,
    Put,
    Ref,
    Remove,
    SchemeEdit,
    Unset,
)


def difference(old: Scheme, new: Scheme) -> tuple[SchemeEdit, ...]:
    """Return edits that make `new` out of `old`, as `edited` applies them.

    Entries are the same where their ids are. Keys the program does not know are taken over too.
    """
    return tuple(_scheme(old.source, new.source))


def _scheme(old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[SchemeEdit]:
    lists = {part.value for part in LISTS}
    for part in LISTS:
        yield from _entries(old.get(part, []), new.get(part, []), part, "")
    for name in sorted(lists & (old.keys() ^ new.keys())):
        # an empty list says no more than none, but the file is to be the same
        if name in old:
            yield Unset(SCHEME, name)
        elif not new[name]:
            yield Put(SCHEME, name, [])
    yield from _keys(old, new, SCHEME, lists)


def _keys(
    old: Mapping[str, Any], new: Mapping[str, Any], ref: Ref, leave: set[str]
) -> Iterator[SchemeEdit]:
    for key in old:
        if key not in new and key not in leave:
            yield Unset(ref, key)
    for key, value in new.items():
        if key not in leave and (key not in old or not _same(old[key], value)):
            yield Put(ref, key, value)


def _entries(old: list[Any], new: list[Any], part: Part, owner: str) -> Iterator[SchemeEdit]:
    before = {entry["id"]: entry for entry in old}
    after = {entry["id"]: entry for entry in new}
    for identity in before:
        if identity not in after:
            yield Remove(Ref(part, identity, owner))
    order = [identity for identity in before if identity in after]
    staying = _longest_rising([order.index(identity) for identity in after if identity in before])
    stable = {order[place] for place in staying}
    previous = ""
    for identity, entry in after.items():
        ref = Ref(part, identity, owner)
        if identity not in before:
            place = order.index(previous) + 1 if previous else 0
            order.insert(place, identity)
            yield Add(ref, entry, place)
        else:
            if identity not in stable:
                order.remove(identity)
                place = order.index(previous) + 1 if previous else 0
                order.insert(place, identity)
                yield Move(ref, place)
            yield from _entry(before[identity], entry, ref)
        previous = identity


def _longest_rising(numbers: list[int]) -> list[int]:
    """Return a longest rising part of `numbers`: entries at these places need not move."""
    ends: list[int] = []  # of the best part of each length, its last number
    before: dict[int, int | None] = {}
    for number in numbers:
        length = bisect_left(ends, number)
        before[number] = ends[length - 1] if length else None
        ends[length : length + 1] = [number]
    found: list[int] = []
    last = ends[-1] if ends else None
    while last is not None:
        found.append(last)
        last = before[last]
    return found


def _entry(old: Mapping[str, Any], new: Mapping[str, Any], ref: Ref) -> Iterator[SchemeEdit]:
    leave = {"id"}
    if ref.part is Part.ATTRIBUTE and "values" in old and "values" in new:
        yield from _entries(old["values"], new["values"], Part.VALUE, ref.id)
        leave.add("values")
    yield from _keys(old, new, ref, leave)


def _same(one: object, other: object) -> bool:
    """Tell whether two JSON values are the same; 1, 1.0 and true are three."""
    if type(one) is not type(other):
        return False
    if isinstance(one, dict) and isinstance(other, dict):
        return list(one) == list(other) and all(_same(one[key], other[key]) for key in one)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(_same, one, other))
    return one == other
