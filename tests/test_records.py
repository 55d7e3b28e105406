"""Records behave as frozen dataclasses with slots do."""

import copy
import pickle
from dataclasses import FrozenInstanceError, dataclass, replace

import pytest

from annotator.records import Record


class Point(Record):
    """Two fields, one with a default."""

    x: int
    y: str = "a"


class Other(Record):
    """The same fields in another class."""

    x: int
    y: str = "a"


class Single(Record):
    """One field."""

    only: tuple[int, ...]


class Nothing(Record):
    """No field."""


class Positive(Record):
    """Checks its field."""

    value: int

    def __post_init__(self) -> None:
        if self.value <= 0:
            raise ValueError(self.value)


@dataclass(frozen=True, slots=True)
class Model:
    """What a record is held to."""

    x: int
    y: str = "a"


VALUES = [Point(1), Point(x=1, y="b"), Single((1, 2)), Nothing(), Positive(3)]


@pytest.mark.parametrize("value", VALUES)
def test_copies_are_equal_and_hash_alike(value: Record) -> None:
    for made in (copy.copy(value), copy.deepcopy(value), pickle.loads(pickle.dumps(value))):
        assert made == value
        assert hash(made) == hash(value)


def test_equal_means_same_class_and_same_fields() -> None:
    assert Point(1) == Point(1, "a")
    assert Point(1) != Point(2)
    assert Point(1) != Other(1)
    assert Single((1,)) != (1,)
    assert len({Point(1), Point(1, "a"), Point(2), Other(1)}) == 3


def test_is_frozen_and_has_no_room_for_more() -> None:
    point = Point(1)
    for name in ("x", "more"):
        with pytest.raises(FrozenInstanceError):
            setattr(point, name, 5)
        with pytest.raises(FrozenInstanceError):
            delattr(point, name)
    assert point.x == 1
    assert not hasattr(point, "__dict__")


def test_says_what_a_dataclass_says() -> None:
    assert repr(Point(1)) == repr(Model(1)).replace("Model", "Point")
    assert hash(Point(1)) == hash(Model(1))


def test_missing_unknown_and_too_many_fields_are_refused() -> None:
    for arguments, named in (((), {}), ((1, "b", 2), {}), ((1,), {"z": 1}), ((1,), {"x": 1})):
        for kind in (Point, Model):
            with pytest.raises(TypeError):
                kind(*arguments, **named)


def test_fields_are_replaced_and_checked_again() -> None:
    assert replace(Point(1), y="z") == Point(1, "z")
    with pytest.raises(TypeError):
        replace(Point(1), z=1)
    with pytest.raises(ValueError, match="-1"):
        replace(Positive(1), value=-1)
    with pytest.raises(ValueError, match="0"):
        Positive(0)


def test_patterns_take_fields_in_order() -> None:
    match Point(1, "b"):
        case Point(x, y):
            assert (x, y) == (1, "b")
