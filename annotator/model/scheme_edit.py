"""Edits of a scheme, as values. They work on its JSON, so that keys of others survive.

An edit alone may leave a scheme that nobody would accept, such as a relation to a group that comes
with the next one: `edited` reads the scheme when all of a bundle are done, or refuses them all.
"""

import json
from collections.abc import Iterable, Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Any, Final

from annotator.errors import SchemeError, SchemeFault
from annotator.model.scheme import Scheme
from annotator.model.scheme_faults import Flaw
from annotator.model.scheme_reader import parse_scheme
from annotator.records import Record

Json = dict[str, Any]


class Part(StrEnum):
    """The parts of a scheme, named as in its JSON. `VALUE` is a value of an attribute."""

    SCHEME = "scheme"
    GROUP = "groups"
    LABEL = "labels"
    ATTRIBUTE = "attributes"
    RELATION = "relations"
    VALUE = "values"


LISTS: Final = (Part.GROUP, Part.LABEL, Part.ATTRIBUTE, Part.RELATION)


class Ref(Record):
    """An entry of a scheme; `owner` is the attribute of a value. Without id: the scheme itself."""

    part: Part
    id: str = ""
    owner: str = ""

    @property
    def words(self) -> str:
        """The entry as it is named in a fault, such as `labels violation.vote_buying`."""
        owner = f"{Part.ATTRIBUTE} {self.owner}." if self.owner else ""
        return f"{owner}{self.part} {self.id}".rstrip()


SCHEME: Final = Ref(Part.SCHEME)


class Add(Record):
    """Put in a new entry at `place` of its list, last where that is None."""

    ref: Ref
    entry: Mapping[str, Any]
    place: int | None = None


class Put(Record):
    """Give a key of an entry another value."""

    ref: Ref
    key: str
    value: Any


class Unset(Record):
    """Take a key away from an entry."""

    ref: Ref
    key: str


class Move(Record):
    """Bring an entry to another place of its list, from 0."""

    ref: Ref
    place: int


class Remove(Record):
    """Take an entry out, and with it what names it, where something else remains named there."""

    ref: Ref


class Map(Record):
    """Retire an entry and let everything that says it say `to`.

    Both are labels, values, attributes or relation types. An empty `to` takes a value away.
    """

    ref: Ref
    to: str


SchemeEdit = Add | Put | Unset | Move | Remove | Map


class Mappings(Record):
    """What annotations that said one thing say now. Values are found by (attribute, value)."""

    labels: Mapping[str, str] = MappingProxyType({})
    attributes: Mapping[str, str] = MappingProxyType({})
    values: Mapping[tuple[str, str], str] = MappingProxyType({})
    relations: Mapping[str, str] = MappingProxyType({})

    def __bool__(self) -> bool:
        return bool(self.labels or self.attributes or self.values or self.relations)


def edited(scheme: Scheme, edits: Iterable[SchemeEdit]) -> Scheme:
    """Return the scheme after these edits.

    Raises SchemeError with all that is wrong with the result, or for an entry that is not there.
    What a stored scheme may be, it may stay.
    """
    source: Json = json.loads(json.dumps(scheme.source))
    for edit in edits:
        _apply(source, edit)
    text = json.dumps(source, ensure_ascii=False)
    made = parse_scheme(text, stored=True)
    return made if _hanging(made) <= _hanging(scheme) else parse_scheme(text)


def _hanging(scheme: Scheme) -> set[tuple[str, str]]:
    """Return relations with attributes that they inherit and that do not exist."""
    return {
        (kind.id, name)
        for kind in scheme.relations
        for name in kind.inherits
        if scheme.attribute(name) is None
    }


def mappings_of(edits: Iterable[SchemeEdit]) -> Mappings:
    """Return what the edits map, one after the other: A to B and then B to C is A to C.

    B to C and then A to B leaves A at B, retired as it is. Of two mappings of one entry the later
    one counts for what said it at first: someone thought again.
    """
    found: dict[Part, dict[Any, str]] = {part: {} for part in Part}
    for edit in edits:
        if not isinstance(edit, Map):
            continue
        part, old = edit.ref.part, edit.ref.id
        known = found[part]
        for key, target in known.items():
            same_owner = part is not Part.VALUE or key[0] == edit.ref.owner
            if target == old and same_owner:
                known[key] = edit.to
        known[(edit.ref.owner, old) if part is Part.VALUE else old] = edit.to
    labels, attributes, relations = (
        {old: new for old, new in found[part].items() if old != new}
        for part in (Part.LABEL, Part.ATTRIBUTE, Part.RELATION)
    )
    values = {key: new for key, new in found[Part.VALUE].items() if key[1] != new}
    return Mappings(labels, attributes, values, relations)


def entry_of(source: Mapping[str, Any], ref: Ref) -> Mapping[str, Any]:
    """Return the JSON of an entry, of the scheme itself for `SCHEME`. Raises SchemeError."""
    if ref.part is Part.SCHEME:
        return source
    for item in list_of(source, ref):
        if item["id"] == ref.id:
            found: Mapping[str, Any] = item
            return found
    raise _missing(ref)


def list_of(source: Mapping[str, Any], ref: Ref) -> list[Any]:
    """Return the list an entry stands in, an empty one where there is none. Raises SchemeError."""
    if ref.part is Part.VALUE:
        source = entry_of(source, Ref(Part.ATTRIBUTE, ref.owner))
    return _listed(source, ref.part.value)


def place_of(source: Mapping[str, Any], ref: Ref) -> int:
    """Return the place of an entry in its list. Raises SchemeError."""
    for place, item in enumerate(list_of(source, ref)):
        if item["id"] == ref.id:
            return place
    raise _missing(ref)


def raised(version: str) -> str:
    """Return the next version: its last number one higher, `1.0` to `1.1`."""
    digits = len(version) - len(version.rstrip("0123456789"))
    if not digits:
        return f"{version}.1"
    return f"{version[:-digits]}{int(version[-digits:]) + 1}"


def _listed(source: Mapping[str, Any], key: str) -> list[Any]:
    """Return a list, an empty one where something else stands: the reader names it in the end."""
    found = source.get(key)
    return found if isinstance(found, list) else []


def _missing(ref: Ref) -> SchemeError:
    return SchemeError(SchemeFault("", Flaw.UNKNOWN_ENTRY, (ref.words,)))


def _apply(source: Json, edit: SchemeEdit) -> None:
    ref = edit.ref
    if isinstance(edit, Add):
        entries = _own_list(source, ref)
        place = len(entries) if edit.place is None else edit.place
        entries.insert(place, {**json.loads(json.dumps(dict(edit.entry))), "id": ref.id})
        return
    entry = entry_of(source, ref)
    assert isinstance(entry, dict)
    if isinstance(edit, Put):
        entry[edit.key] = edit.value
    elif isinstance(edit, Unset):
        entry.pop(edit.key, None)
    elif isinstance(edit, Move):
        entries = list_of(source, ref)
        entries.insert(edit.place, entries.pop(place_of(source, ref)))
    elif isinstance(edit, Remove):
        list_of(source, ref).remove(entry)
        _forget(source, ref)
    else:
        _map(source, entry, edit)


def _own_list(source: Json, ref: Ref) -> list[Any]:
    """Return the list of an entry that is to come, made where there was none."""
    owner = source
    if ref.part is Part.VALUE:
        found = entry_of(source, Ref(Part.ATTRIBUTE, ref.owner))
        assert isinstance(found, dict)
        owner = found
    owner.setdefault(ref.part.value, [])
    return _listed(owner, ref.part.value)


_NAMED_BY: Final = {
    Part.LABEL: ((Part.RELATION, "to_labels", False), (Part.ATTRIBUTE, "labels", False)),
    Part.ATTRIBUTE: ((Part.RELATION, "inherits", True),),
    Part.RELATION: ((Part.ATTRIBUTE, "relations", True),),
}
"""Lists that name entries of a part, and whether they may become empty: an empty `to_labels`
means all labels, so that the last name there is kept and the reader complains."""


def _forget(source: Json, ref: Ref) -> None:
    for part, key, may_be_empty in _NAMED_BY.get(ref.part, ()):
        for entry in _listed(source, part.value):
            named = _listed(entry, key)
            rest = [item for item in named if item != ref.id]
            if len(rest) < len(named) and (rest or may_be_empty):
                entry[key] = rest


def _map(source: Json, entry: Json, edit: Map) -> None:
    ref = edit.ref
    if edit.to or ref.part is not Part.VALUE:
        target = entry_of(source, Ref(ref.part, edit.to, ref.owner))
        if target is entry:
            raise _missing(Ref(ref.part, "", ref.owner))
    entry["retired"] = True
    for part, key, _ in _NAMED_BY.get(ref.part, ()):
        for other in _listed(source, part.value):
            named = _listed(other, key)
            if ref.id in named and edit.to not in named:
                other[key] = [*named, edit.to]
    if ref.part is Part.VALUE:
        _map_default(entry_of(source, Ref(Part.ATTRIBUTE, ref.owner)), edit)


def _map_default(attribute: Mapping[str, Any], edit: Map) -> None:
    assert isinstance(attribute, dict)
    default, old = attribute.get("default"), edit.ref.id
    if default == old:
        if edit.to:
            attribute["default"] = edit.to
        else:
            del attribute["default"]
    elif isinstance(default, list) and old in default:
        kept = [edit.to if item == old else item for item in default]
        attribute["default"] = list(dict.fromkeys(item for item in kept if item))
