"""The place in a project, kept and found again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.ui.annotate.kept_place import PLACE, Place, keep_place, kept_place


class Kept:
    """Stands in for a project: keeps texts."""

    def __init__(self, value: str = "") -> None:
        self.value = value

    def view_state(self, name: str) -> str:
        assert name == PLACE
        return self.value

    def keep_view_state(self, name: str, value: str) -> None:
        assert name == PLACE
        self.value = value


WORDS = st.text("abcdef0123456789-_", min_size=1)


@given(st.builds(Place, WORDS, st.integers(0), WORDS))
def test_a_place_is_found_again(place: Place) -> None:
    project = Kept()
    keep_place(project, place)
    assert kept_place(project) == place


@pytest.mark.parametrize("value", ["", "a", "a b c", "a -1 c", "a 1 c d", " "])
def test_what_is_no_place_is_none(value: str) -> None:
    assert kept_place(Kept(value)) == Place()
