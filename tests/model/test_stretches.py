"""Pieces come into one form, whatever order and overlap they have."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.model.annotation import Span
from annotator.model.ids import SpanId
from annotator.model.stretches import (
    between,
    moved,
    nearest_piece,
    place_of,
    put_at,
    with_stretch,
    without_stretch,
)
from tests.model.strategies import pieces

PLAIN = Span(SpanId("s"), 4, 9, "actor.voter")
PARTED = Span(SpanId("s"), 4, 20, "actor.voter", fragments=((4, 9), (12, 20)))


def _characters(stretches) -> set[int]:
    return {place for start, end in stretches for place in range(start, end)}


@given(pieces(30))
def test_pieces_make_a_place_of_the_same_characters(several) -> None:
    span = put_at(PLAIN, several)
    assert _characters(span.stretches) == _characters(several)
    assert put_at(span, span.stretches) == span
    assert put_at(PLAIN, reversed(several)) == span


@given(pieces(30), st.integers(0, 29), st.integers(1, 9))
def test_a_piece_that_was_added_and_touches_nothing_can_be_taken_off(several, start, length):
    span = put_at(PLAIN, several)
    more = with_stretch(span, start, start + length)
    assert _characters(more.stretches) == _characters([*span.stretches, (start, start + length)])
    if not span.covers(start, start + length):
        less = without_stretch(more, start, start + length)
        assert _characters(less.stretches) == _characters(span.stretches)


def test_a_piece_more_and_a_piece_less() -> None:
    assert with_stretch(PLAIN, 12, 20) == PARTED
    assert with_stretch(PARTED, 9, 12) == put_at(PLAIN, [(4, 20)])
    assert put_at(PLAIN, [(4, 20)]).fragments == ()
    assert without_stretch(PARTED, 12, 20) == PLAIN
    assert without_stretch(PARTED, 0, 10).stretches == ((12, 20),)
    assert without_stretch(PARTED, 14, 16).stretches == ((4, 9), (12, 14), (16, 20))
    assert without_stretch(PARTED, 8, 13).stretches == ((4, 8), (13, 20))
    assert without_stretch(PARTED, 9, 12) == PARTED


def test_a_piece_that_moves_is_joined_with_what_it_touches() -> None:
    assert moved(PARTED, (4, 9), 2, 11).stretches == ((2, 11), (12, 20))
    assert moved(PARTED, (4, 9), 4, 12).stretches == ((4, 20),)
    assert moved(PARTED, (12, 20), 10, 20).stretches == ((4, 9), (10, 20))
    assert moved(PLAIN, (4, 9), 5, 7).stretches == ((5, 7),)


@given(pieces(30), st.integers(0, 30), st.integers(1, 20))
def test_outer_edges_move_and_gaps_stay(several, start: int, length: int) -> None:
    span = put_at(PLAIN, several)
    cut = between(span, start, start + length)
    assert (cut.start, cut.end) == (start, start + length)
    gaps = set(range(span.start, span.end)) - _characters(span.stretches)
    inside = _characters(span.stretches) & set(range(start, start + length))
    if inside:
        left = gaps & set(range(min(inside), max(inside)))
        assert _characters(cut.stretches) == set(range(start, start + length)) - left
    assert between(span, span.start, span.end) == span


@pytest.mark.parametrize(
    ("position", "piece"),
    [
        (0, (4, 9)),
        (4, (4, 9)),
        (9, (4, 9)),
        (10, (4, 9)),
        (11, (12, 20)),
        (12, (12, 20)),
        (20, (12, 20)),
        (99, (12, 20)),
    ],
)
def test_the_piece_at_a_caret_or_the_nearest(position: int, piece: tuple[int, int]) -> None:
    assert nearest_piece(PARTED, position) == piece


def test_of_two_pieces_at_a_caret_the_one_that_begins_is_meant() -> None:
    close = put_at(PLAIN, [(0, 4), (5, 9)])
    assert nearest_piece(close, 4) == (0, 4)
    assert nearest_piece(close, 5) == (5, 9)


def test_the_last_piece_stays() -> None:
    with pytest.raises(ValueError, match="without pieces"):
        without_stretch(PLAIN, 4, 9)


@pytest.mark.parametrize("piece", [(3, 3), (5, 4), (-1, 2)])
def test_a_piece_holds_text(piece: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match="holds no text"):
        place_of([(0, 2), piece])
