"""Edits of schemes, good and bad, for hypothesis."""

from typing import Any

from hypothesis import strategies as st

from annotator.model.scheme import Scheme
from annotator.model.scheme_edit import (
    LISTS,
    SCHEME,
    Add,
    Map,
    Move,
    Part,
    Put,
    Ref,
    Remove,
    SchemeEdit,
    Unset,
)

KEYS = {
    Part.GROUP: ["name_id", "key", "fill", "note", "for"],
    Part.LABEL: ["name_en", "key", "code", "group", "definition_id", "retired", "meaning"],
    Part.ATTRIBUTE: ["kind", "applies", "required_for", "default", "values", "labels", "relations"],
    Part.RELATION: ["from", "to", "to_labels", "same_group", "inherits"],
    Part.VALUE: ["name_id", "border", "retired", "cues", "overrides"],
    Part.SCHEME: ["version", "guideline_version", "note"],
}


def ids_of(scheme: Scheme, part: Part, owner: str = "") -> list[str]:
    if part is Part.VALUE:
        attribute = scheme.attribute(owner)
        return [] if attribute is None else [choice.id for choice in attribute.choices]
    return [entry.id for entry in getattr(scheme, part.value)]


@st.composite
def refs(draw: st.DrawFn, scheme: Scheme) -> Ref:
    part = draw(st.sampled_from([*LISTS, Part.VALUE]))
    owner = ""
    if part is Part.VALUE:
        owners = [attribute.id for attribute in scheme.attributes if attribute.choices]
        owner = draw(st.sampled_from(owners))
    known = ids_of(scheme, part, owner)
    return Ref(part, draw(st.sampled_from([*known, "new", "other"])), owner)


def values(scheme: Scheme) -> st.SearchStrategy[Any]:
    groups = [group.id for group in scheme.groups]
    labels = [label.id for label in scheme.labels]
    return st.one_of(
        st.sampled_from(["a", "b", "k", "", "Baru", "single", "text", "#aabbcc", "2.0"]),
        st.booleans(),
        st.sampled_from(groups),
        st.lists(st.sampled_from(groups), max_size=3),
        st.lists(st.sampled_from(labels[:6]), max_size=3),
    )


@st.composite
def edits(draw: st.DrawFn, scheme: Scheme) -> SchemeEdit:
    """One edit; many of them no scheme survives."""
    ref = draw(refs(scheme))
    kind = draw(st.sampled_from([Add, Put, Put, Put, Unset, Move, Remove, Map]))
    if kind in {Put, Unset} and draw(st.integers(0, 5)) == 0:
        ref = SCHEME
    if kind is Add:
        entry: dict[str, Any] = {"name_id": "Baru", "key": draw(st.sampled_from(["", "x", "k"]))}
        if ref.part is Part.GROUP:
            entry |= {"fill": "#aabbcc", "ink": "#112233"}
        elif ref.part is Part.LABEL:
            entry["group"] = draw(st.sampled_from([group.id for group in scheme.groups]))
        elif ref.part is Part.ATTRIBUTE:
            entry["kind"] = draw(st.sampled_from(["text", "single", "wrong"]))
        return Add(ref, entry, draw(st.none() | st.integers(0, 3)))
    if kind is Move:
        return Move(ref, draw(st.integers(0, 5)))
    if kind is Remove:
        return Remove(ref)
    if kind is Map:
        return Map(ref, draw(st.sampled_from([*ids_of(scheme, ref.part, ref.owner), "", "new"])))
    key = draw(st.sampled_from(KEYS[ref.part]))
    return Unset(ref, key) if kind is Unset else Put(ref, key, draw(values(scheme)))
