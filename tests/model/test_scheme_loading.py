"""Another scheme takes the place of one in use, and nothing that is used vanishes."""

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from annotator.errors import SchemeError
from annotator.model.scheme_edit import Map, Part, Ref, edited, mappings_of
from annotator.model.scheme_loading import loading
from annotator.model.scheme_reader import parse_scheme
from tests.builders import default_scheme
from tests.model.schemes import edits
from tests.model.test_scheme import SMALL
from tests.model.test_scheme_edit import survivor

DEFAULT = default_scheme()
USED = (
    Ref(Part.LABEL, "actor.voter"),
    Ref(Part.LABEL, "violation.vote_buying"),
    Ref(Part.ATTRIBUTE, "legal_class"),
    Ref(Part.RELATION, "perpetrator"),
)
BARE: dict[str, Any] = {
    "id": "kecil",
    "version": "1",
    "groups": [{"id": "G", "key": "1", "fill": "#B3DDF5", "ink": "#005A8C"}],
    "labels": [{"id": "g.thing", "group": "G"}],
}


def test_what_is_used_comes_along_retired_with_its_group() -> None:
    new = parse_scheme(json.dumps(BARE))
    made = edited(DEFAULT, loading(DEFAULT, new, USED, {}))
    assert [label.id for label in made.labels] == ["g.thing", USED[0].id, USED[1].id]
    assert [label.retired for label in made.labels] == [False, True, True]
    assert [(group.id, group.key) for group in made.groups] == [
        ("G", "1"),
        ("ACTOR", ""),
        ("VIOLATION", ""),
    ]
    legal, perpetrator = made.attribute("legal_class"), made.relation("perpetrator")
    assert legal is not None
    assert perpetrator is not None
    assert (legal.retired, perpetrator.retired) == (True, True)
    assert legal.applies == {"VIOLATION"}
    assert perpetrator.inherits == ()
    assert made.allows(perpetrator, USED[1].id, USED[0].id)


def test_what_is_mapped_says_where_to() -> None:
    new = parse_scheme(json.dumps(BARE))
    changes = loading(DEFAULT, new, USED, {USED[0]: "g.thing"})
    assert [edit for edit in changes if isinstance(edit, Map)] == [Map(USED[0], "g.thing")]
    assert mappings_of(changes).labels == {USED[0].id: "g.thing"}


def test_values_come_along_too() -> None:
    old = parse_scheme(json.dumps(SMALL))
    source = json.loads(json.dumps(SMALL))
    source["attributes"][0]["values"].pop()
    warned = Ref(Part.VALUE, "warned", "factuality")
    made = edited(old, loading(old, parse_scheme(json.dumps(source)), [warned], {}))
    factuality = made.attribute("factuality")
    assert factuality is not None
    assert [choice.id for choice in factuality.choices] == ["occurred", "warned"]
    assert [choice.id for choice in factuality.offered] == ["occurred"]


@given(st.lists(edits(DEFAULT), max_size=6))
def test_any_scheme_can_be_loaded_or_is_refused(changes: list[Any]) -> None:
    new = survivor(DEFAULT, changes)
    lacks = [
        ref for ref in USED
        if all(x.id != ref.id for x in getattr(new, ref.part.value))
    ]  # fmt: skip
    try:
        made = edited(DEFAULT, loading(DEFAULT, new, lacks, {}))
    except SchemeError:
        return
    for ref in USED:
        assert any(entry.id == ref.id for entry in getattr(made, ref.part.value))
    if not lacks:
        assert made.source == new.source
