"""Letters to type: unique, none beginning another, the likely words for one key."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.ui.annotate.hinting import LETTERS, deal, first_hints, hints_for, last_hints

HINTS = st.text(st.sampled_from(LETTERS), min_size=1, max_size=3)


def ambiguous(hints: list[str]) -> list[tuple[str, str]]:
    ordered = sorted(hints)
    # what begins another stands right before something it begins
    return [pair for pair in pairwise(ordered) if pair[1].startswith(pair[0])]


@given(st.integers(0, 1200), st.just("") | HINTS)
def test_no_hint_begins_another_and_short_ones_come_first(count: int, kept: str) -> None:
    hints = deal(count, kept)
    assert len(hints) == count
    assert ambiguous([*hints, kept] if kept else hints) == []
    assert [len(hint) for hint in hints] == sorted(len(hint) for hint in hints)


@pytest.mark.parametrize(
    ("count", "single", "longest"), [(26, 26, 1), (27, 25, 2), (300, 15, 2), (676, 0, 2)]
)
def test_as_many_as_can_be_are_single_letters(count: int, single: int, longest: int) -> None:
    hints = deal(count)
    assert sum(len(hint) == 1 for hint in hints) == single
    assert max(map(len, hints)) == longest


def test_more_words_than_pairs_still_have_hints() -> None:
    assert max(map(len, deal(677))) == 3


@given(st.lists(st.text(min_size=1), unique=True, max_size=120))
def test_keys_keep_their_order(keys: list[str]) -> None:
    assert list(hints_for(keys)) == keys


WORDS = [(place, place + 4) for place in range(0, 500, 5)]


def test_words_from_the_caret_on_cost_one_letter() -> None:
    hints = first_hints(WORDS, 252)
    assert set(hints) == set(WORDS)
    assert len(hints[250, 254]) == 1
    singles = [word for word, hint in hints.items() if len(hint) == 1]
    assert sorted(singles)[3:] == sorted(WORDS[50 : 50 + len(singles) - 3])
    assert sorted(singles)[:3] == WORDS[47:50]  # a span is often made inside the one made last
    assert LETTERS[0] == hints[250, 254]


def test_a_word_that_ends_at_the_caret_is_behind_it() -> None:
    hints = first_hints(WORDS, 254)
    assert hints[255, 259] == LETTERS[0]
    assert LETTERS.index(hints[250, 254]) > LETTERS.index(hints[260, 264])


def test_a_caret_behind_everything_still_gives_everything_letters() -> None:
    hints = first_hints(WORDS, 10_000)
    assert len(hints[WORDS[0]]) == 1


@given(st.integers(0, len(WORDS) - 1), HINTS)
def test_the_first_word_keeps_its_hint_and_the_next_cost_one_letter(place: int, kept: str) -> None:
    hints = last_hints(WORDS, WORDS[place], kept)
    assert set(hints) == set(WORDS)
    assert hints[WORDS[place]] == kept
    assert ambiguous(list(hints.values())) == []
    if place + 1 < len(WORDS):
        assert len(hints[WORDS[place + 1]]) == 1
    else:
        assert len(hints[WORDS[place - 1]]) == 1
