import math
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.model.attributes import EMPTY, Attributes, Kind

words = st.text(max_size=8)
values = st.dictionaries(
    words,
    words
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False)
    | st.lists(words, max_size=3).map(tuple),
    max_size=4,
)


@given(values)
def test_json_gives_the_same_values_with_sorted_keys(given_values) -> None:
    attributes = Attributes(given_values)
    json = attributes.to_json()
    assert list(json) == sorted(given_values)
    assert Attributes.from_json(json) == attributes
    assert hash(Attributes.from_json(json)) == hash(attributes)


@given(values, words, words)
def test_a_value_is_set_in_a_copy(given_values, key: str, value: str) -> None:
    before = Attributes(given_values)
    after = before.with_value(key, value)
    assert dict(after) == {**given_values, key: value}
    assert dict(before) == given_values
    assert dict(after.with_value(key, None)) == {
        name: item for name, item in given_values.items() if name != key
    }


def test_taking_away_what_is_not_there_changes_nothing() -> None:
    assert EMPTY.with_value("factuality", None) == EMPTY
    assert Attributes({"a": "b"}).with_value("a", None) is EMPTY


def test_it_keeps_no_hold_on_what_it_was_made_from() -> None:
    source = {"factuality": "alleged"}
    attributes = Attributes(source)
    source["factuality"] = "proven"
    assert attributes["factuality"] == "alleged"


@pytest.mark.parametrize("value", [None, {"a": 1}, ["a", 1], [["a"]]])
def test_json_that_holds_no_value_is_refused(value) -> None:
    with pytest.raises(ValueError, match="factuality"):
        Attributes.from_json({"factuality": value})


CHOICES = {"kpu", "bawaslu"}


@pytest.mark.parametrize(
    ("kind", "fitting", "other"),
    [
        (Kind.SINGLE, ["kpu"], ["panwas", "", True, ("kpu",), None, ["kpu"]]),
        (Kind.MULTI, [(), ("kpu",), ("kpu", "bawaslu")], ["kpu", ("panwas",), ({},), ["kpu"]]),
        (Kind.YES_NO, [True, False], ["yes", 1, 0, None]),
        (Kind.TEXT, ["", "catatan 😀"], [1, True, ("a",), None]),
        (Kind.NUMBER, [0, -5, 1.5, 10**400], [math.nan, math.inf, True, "5", None]),
        (Kind.DATE, ["2024-11-27"], ["27/11/2024", "2024-02-30", "", 20241127, None]),
    ],
)
def test_each_kind_takes_its_own_values(kind: Kind, fitting, other) -> None:
    assert [value for value in fitting if not kind.takes(value, CHOICES)] == []
    assert [value for value in other if kind.takes(value, CHOICES)] == []


def test_another_process_hashes_anew():
    made = Attributes({"factuality": "alleged"})
    hash(made)
    again = pickle.loads(pickle.dumps(made))
    assert again == made
    assert again._hash is None
    assert hash(again) == hash(made)
