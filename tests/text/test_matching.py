"""Finding by a few letters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.text.matching import (
    BEGINNING,
    INSIDE,
    SCATTERED,
    WHOLE,
    WORD,
    WORDS,
    Match,
    Text,
    best_match,
)

letters = st.text(st.sampled_from("aAbBßİ é_-"), max_size=12)


@pytest.mark.parametrize(
    ("typed", "score", "places"),
    [
        ("politik uang", WHOLE, range(12)),
        ("pol", BEGINNING, range(3)),
        ("uan", WORD, range(8, 11)),
        ("pu", WORDS, (0, 8)),
        ("poua", WORDS, (0, 1, 8, 9)),
        ("lit", INSIDE, range(2, 5)),
        ("ltk", SCATTERED - 2, (2, 4, 6)),
    ],
)
def test_how_well_a_text_answers(typed, score, places) -> None:
    assert Text("Politik uang").match(typed) == (score, tuple(places))


@pytest.mark.parametrize("typed", ["x", "gnaup", "politik uangg"])
def test_letters_that_are_not_there_in_this_order_find_nothing(typed) -> None:
    assert Text("Politik uang").match(typed) is None


def test_the_beginning_of_a_later_word_is_better_than_the_inside_of_an_earlier_one() -> None:
    assert Text("penyuapan uang").match("ua") == (WORD, (10, 11))


def test_words_may_be_answered_by_different_texts() -> None:
    texts = [(Text("Politik uang"), 0), (Text("Vote buying"), 3), (Text("Pelanggaran"), 20)]
    assert best_match("PELANG uang", texts) == ((WORD + BEGINNING - 20) // 2, (8, 9, 10, 11))
    assert best_match("vote", texts) == (BEGINNING - 3, ())
    assert best_match("uang politik", texts) is not None
    assert best_match("uang kotak", texts) is None
    assert best_match("  ", texts) == Match(0)


@given(letters, letters)
def test_what_is_found_stands_where_it_is_said(typed, text) -> None:
    found = Text(text).match(typed.lower())
    if found is None:
        return
    held = Text(text).folded
    assert "".join(held[place] for place in found.places) == typed.lower()
    assert list(found.places) == sorted(set(found.places))
    assert 0 < found.score <= WHOLE


@given(letters, st.data())
def test_letters_of_a_text_in_their_order_always_find_it(text, data) -> None:
    folded = Text(text).folded
    chosen = data.draw(st.sets(st.sampled_from(range(len(folded))))) if folded else set()
    typed = "".join(folded[place] for place in sorted(chosen))
    assert Text(text).match(typed) is not None
