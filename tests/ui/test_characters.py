"""Steps by characters as people see them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.ui.characters import next_character, previous_character

CHARACTERS = (
    *(
        "a",
        "e\u0301",
        "👨‍👩‍👧‍👦",
        "👩🏽‍⚖️",
        "🗳️",
        "ש",
        "選",
        " ",
        "\u00a0",
        "😟",
        "\U0001fbff",
        "\U000e1000",
    ),
    *(),
)


@pytest.mark.usefixtures("qapp")
@given(st.lists(st.sampled_from(CHARACTERS), min_size=1, max_size=30), st.data())
def test_a_step_is_one_character_either_way(parts: list[str], data: st.DataObject) -> None:
    number = data.draw(st.integers(0, len(parts) - 1))
    text = "".join(parts)
    start = len("".join(parts[:number]))
    end = start + len(parts[number])
    assert next_character(text, start) == end
    assert previous_character(text, end) == start


@pytest.mark.usefixtures("qapp")
def test_the_ends_of_a_text_hold() -> None:
    assert next_character("ab", 2) == 2
    assert previous_character("ab", 0) == 0
