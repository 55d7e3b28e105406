"""Edits of schemes: applied as a whole or refused as a whole; differences; mappings."""

import contextlib
import json
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from annotator.errors import SchemeError
from annotator.model.scheme import Scheme
from annotator.model.scheme_difference import difference
from annotator.model.scheme_edit import (
    SCHEME,
    Add,
    Map,
    Move,
    Part,
    Put,
    Ref,
    Remove,
    Unset,
    edited,
    entry_of,
    mappings_of,
    place_of,
    raised,
)
from annotator.model.scheme_reader import parse_scheme
from tests.builders import default_scheme
from tests.model.schemes import edits
from tests.model.test_scheme import SMALL

DEFAULT = default_scheme()
FLOOD, VILLAGE, OLD = (Ref(Part.LABEL, name) for name in ("flood", "village", "old"))


def small() -> Scheme:
    return parse_scheme(json.dumps(SMALL))


def label(scheme: Scheme, name: str) -> Any:
    found = scheme.label(name)
    assert found is not None
    return found


def test_keys_are_put_and_taken_away_and_those_of_others_stay() -> None:
    flood, *others = SMALL["labels"]
    theirs = {**flood, "theirs": [1, {}]}
    ours = parse_scheme(json.dumps({**SMALL, "labels": [theirs, *others]}))
    scheme = edited(
        ours,
        [
            Put(FLOOD, "name_id", "Banjir"),
            Put(FLOOD, "key", "j"),
            Unset(FLOOD, "code"),
            Put(SCHEME, "version", "3"),
        ],
    )
    new = label(scheme, "flood")
    assert (new.names.best("id"), new.key, new.code, scheme.version) == (
        "Banjir",
        "j",
        "FLO",
        "3",
    )
    assert scheme.source["labels"][0]["theirs"] == [1, {}]
    assert scheme.source["our_own_key"] == {"stays": True}
    assert ours.source["labels"][0]["key"] == "b"


def test_entries_are_added_moved_and_removed() -> None:
    rain = Ref(Part.LABEL, "rain")
    storm = Ref(Part.VALUE, "storm", "tags")
    scheme = edited(
        small(),
        [
            Add(rain, {"group": "EVENT", "key": "h", "name_id": "Hujan"}, 0),
            Move(FLOOD, 2),
            Remove(OLD),
            Add(storm, {"name_id": "Badai"}),
            Remove(Ref(Part.RELATION, "where")),
        ],
    )
    assert [item.id for item in scheme.labels] == ["rain", "village", "flood"]
    assert place_of(scheme.source, FLOOD) == 2
    tags = scheme.attribute("tags")
    assert tags is not None
    assert [choice.id for choice in tags.choices] == ["a", "storm"]
    assert entry_of(scheme.source, storm) == {"name_id": "Badai", "id": "storm"}
    assert [item.id for item in scheme.relations] == ["in", "hit"]


def test_the_first_entry_of_a_part_can_be_added() -> None:
    bare = {key: SMALL[key] for key in ("id", "version", "groups")}
    scheme = edited(
        parse_scheme(json.dumps(bare)), [Add(FLOOD, {"group": "EVENT"}), Remove(FLOOD),
                                         Add(OLD, {"group": "PLACE"})]
    )  # fmt: skip
    assert [item.id for item in scheme.labels] == ["old"]


def test_what_cannot_be_is_refused_as_a_whole() -> None:
    before = small()
    with pytest.raises(SchemeError, match="key b is taken twice in group EVENT") as caught:
        edited(before, [Put(VILLAGE, "group", "EVENT"), Put(FLOOD, "code", 7)])
    assert len(caught.value.faults) == 2
    with pytest.raises(SchemeError, match="there is no labels none"):
        edited(before, [Put(Ref(Part.LABEL, "none"), "key", "x")])
    with pytest.raises(SchemeError, match=r"there is no attributes factuality\.values none"):
        edited(before, [Remove(Ref(Part.VALUE, "none", "factuality"))])
    with pytest.raises(SchemeError, match="group names group EVENT"):
        edited(before, [Remove(Ref(Part.GROUP, "EVENT"))])
    with pytest.raises(SchemeError, match="no labels"):
        edited(before, [Map(FLOOD, "flood")])
    assert before == small()


def test_names_of_what_is_removed_go_where_others_remain() -> None:
    wide = edited(small(), [Put(Ref(Part.RELATION, "hit"), "to_labels", ["village", "old"])])
    hit = edited(wide, [Remove(VILLAGE)]).relation("hit")
    assert hit is not None
    assert hit.target_labels == {"old"}
    with pytest.raises(SchemeError, match="to_labels names label village"):
        edited(small(), [Remove(VILLAGE)])  # an empty list would mean all labels
    inheriting = edited(small(), [Put(Ref(Part.RELATION, "hit"), "inherits", ["factuality"])])
    free = edited(inheriting, [Remove(Ref(Part.ATTRIBUTE, "factuality"))]).relation("hit")
    assert free is not None
    assert free.inherits == ()


def test_mapping_retires_and_takes_over_what_names_it() -> None:
    rain = Ref(Part.LABEL, "rain")
    warned = Ref(Part.VALUE, "occurred", "factuality")
    changes = [Add(rain, {"group": "PLACE"}), Map(VILLAGE, "rain"), Map(warned, "warned")]
    scheme = edited(small(), changes)
    assert label(scheme, "village").retired
    hit, factuality = scheme.relation("hit"), scheme.attribute("factuality")
    assert hit is not None
    assert factuality is not None
    assert hit.target_labels == {"village", "rain"}
    assert factuality.default == "warned"
    assert [choice.id for choice in factuality.offered] == ["warned"]
    found = mappings_of(changes)
    assert found.labels == {"village": "rain"}
    assert found.values == {("factuality", "occurred"): "warned"}
    gone = edited(small(), [Map(warned, "")]).attribute("factuality")
    assert gone is not None
    assert gone.default is None


def test_mappings_follow_one_another() -> None:
    def found(*pairs: str) -> dict[str, str]:
        mapped = [Map(Ref(Part.LABEL, pair[0]), pair[1]) for pair in pairs]
        return dict(mappings_of(mapped).labels)

    assert found("ab") == {"a": "b"}
    assert found("ab", "bc") == {"a": "c", "b": "c"}
    assert found("bc", "ab") == {"a": "b", "b": "c"}
    assert found("ab", "ba") == {"b": "a"}
    assert found("ab", "ac") == {"a": "c"}
    assert not mappings_of([Put(FLOOD, "key", "x")])
    one = mappings_of([Map(Ref(Part.VALUE, "a", "x"), "b"), Map(Ref(Part.VALUE, "b", "y"), "c")])
    assert one.values == {("x", "a"): "b", ("y", "b"): "c"}


def test_versions_are_raised_at_their_last_number() -> None:
    pairs = {"1.0": "1.1", "2": "3", "1.9": "1.10", "2024-b": "2024-b.1", "v09": "v10", "": ".1"}
    assert {version: raised(version) for version in pairs} == pairs


AGENT, VOTER = Ref(Part.RELATION, "agent"), Ref(Part.LABEL, "actor.voter")
SORT = Ref(Part.VALUE, "alleged", "factuality")


@given(st.lists(edits(DEFAULT), max_size=5))
@example([Put(AGENT, "to_labels", value=False), Map(VOTER, "actor.media")])
@example([Put(AGENT, "to_labels", value=False), Remove(VOTER)])
@example([Put(AGENT, "to_labels", "actor.voter"), Map(VOTER, "actor.media")])
@example([Put(Ref(Part.ATTRIBUTE, "factuality"), "values", value=True), Map(SORT, "proven")])
@example([Put(Ref(Part.ATTRIBUTE, "factuality"), "values", value=True), Add(SORT, {})])
@example([Put(Ref(Part.GROUP, "ACTOR"), "for", ["span"])])
def test_any_edits_give_a_scheme_that_is_read_again_or_nothing(changes: list[Any]) -> None:
    before = DEFAULT.to_json()
    with contextlib.suppress(SchemeError):
        after = edited(DEFAULT, changes)
        assert parse_scheme(after.to_json()) == after
        assert parse_scheme(after.to_json()).to_json() == after.to_json()
    assert DEFAULT.to_json() == before


@given(st.lists(edits(DEFAULT), max_size=6), st.lists(edits(DEFAULT), max_size=6))
def test_the_difference_of_two_schemes_makes_one_of_the_other(
    one: list[Any], other: list[Any]
) -> None:
    first, second = survivor(DEFAULT, one), survivor(DEFAULT, other)
    made = edited(first, difference(first, second))
    assert made == second
    assert made.source == second.source
    assert difference(made, second) == ()


def test_only_what_must_move_moves() -> None:
    source = json.loads(DEFAULT.to_json())
    labels = source["labels"]
    labels.append(labels.pop(0))
    labels.insert(3, labels.pop(30))
    del labels[10]
    changes = difference(DEFAULT, parse_scheme(json.dumps(source)))
    assert sorted(type(change).__name__ for change in changes) == ["Move", "Move", "Remove"]


def test_lists_and_strange_values_of_other_schemes_are_taken_over() -> None:
    bare = {key: SMALL[key] for key in ("id", "version", "groups")}
    strange = {**SMALL, "labels": [], "relations": [], "x": None, "y": 1}
    schemes = [
        parse_scheme(json.dumps(source))
        for source in (SMALL, bare, strange, {**strange, "y": True, "attributes": []})
    ]
    for first in schemes:
        for second in schemes:
            made = edited(first, difference(first, second))
            assert json.dumps(made.source, sort_keys=True) == json.dumps(
                second.source, sort_keys=True
            )


def survivor(scheme: Scheme, changes: list[Any]) -> Scheme:
    """Apply what can be applied, one by one."""
    for change in changes:
        try:
            scheme = edited(scheme, [change])
        except SchemeError:
            continue
    return scheme
