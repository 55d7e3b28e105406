"""Another scheme in the place of one that is in use: nothing that is used may vanish."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from annotator.model.scheme import Scheme
from annotator.model.scheme_difference import difference
from annotator.model.scheme_edit import Map, Part, Ref, SchemeEdit, entry_of
from annotator.model.scheme_reader import parse_scheme

Json = dict[str, Any]


def loading(
    old: Scheme, new: Scheme, used: Iterable[Ref], targets: Mapping[Ref, str]
) -> tuple[SchemeEdit, ...]:
    """Return the edits that bring `new` into force in the place of `old`.

    `used` are entries of the old scheme that the new one lacks and that are used: they come along,
    retired, and those in `targets` are mapped to an entry of the new scheme. Raises SchemeError
    where one cannot come along.
    """
    kept = sorted(used, key=lambda ref: list(Part).index(ref.part))
    source: Json = json.loads(new.to_json())
    for ref in kept:
        _bring(source, old, ref)
    together = parse_scheme(json.dumps(source, ensure_ascii=False))
    maps = [Map(ref, targets[ref]) for ref in kept if ref in targets]
    return (*difference(old, together), *maps)


def _bring(source: Json, old: Scheme, ref: Ref) -> None:
    entry: Json = {**entry_of(old.source, ref), "retired": True}
    if ref.part is Part.VALUE:
        attribute = next(item for item in source[Part.ATTRIBUTE] if item["id"] == ref.owner)
        attribute.setdefault("values", []).append(entry)
        return
    if ref.part is Part.LABEL:
        _bring_group(source, old, entry["group"])
        source.setdefault(Part.LABEL.value, []).append(entry)
        return
    known = {item["id"] for item in source[Part.GROUP]}
    for key in ("applies", "required_for", "from", "to"):
        if key in entry:
            entry[key] = [group for group in entry[key] if group in known]
    labels = {item["id"] for item in source.get(Part.LABEL, [])}
    relations = {item["id"] for item in source.get(Part.RELATION, [])}
    for key, there in (("labels", labels), ("to_labels", labels), ("relations", relations)):
        if key in entry:
            entry[key] = [name for name in entry[key] if name in there]
    if "inherits" in entry:
        there = {item["id"] for item in source.get(Part.ATTRIBUTE, [])}
        entry["inherits"] = [name for name in entry["inherits"] if name in there]
    source.setdefault(ref.part.value, []).append(entry)


def _bring_group(source: Json, old: Scheme, group_id: str) -> None:
    """Bring the group of a label along where the new scheme lacks it, without a key of its own."""
    if any(group["id"] == group_id for group in source[Part.GROUP]):
        return
    group: Json = dict(entry_of(old.source, Ref(Part.GROUP, group_id)))
    group.pop("key", None)
    source[Part.GROUP].append(group)
