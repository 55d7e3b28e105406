"""Spans of one stretch and of several."""

import pytest

from annotator.model.annotation import Span
from annotator.model.ids import SpanId

TEXT = "Rahmawati dan Ladiva Samudra"


def _span(start: int, end: int, *fragments: tuple[int, int]) -> Span:
    return Span(SpanId("s"), start, end, "actor.voter", fragments=fragments)


def test_a_span_of_one_stretch_has_no_fragments():
    assert _span(0, 9).stretches == ((0, 9),)
    assert _span(0, 9).quote(TEXT) == "Rahmawati"


def test_a_discontinuous_span_covers_its_fragments_only():
    span = _span(0, 28, (0, 9), (21, 28))
    assert span.stretches == ((0, 9), (21, 28))
    assert span.quote(TEXT) == "Rahmawati … Samudra"
    assert span.quote(TEXT, " ") == "Rahmawati Samudra"


@pytest.mark.parametrize(
    "fragments",
    [
        ((0, 28),),  # one is no fragment
        ((0, 9), (9, 28)),  # they touch
        ((0, 9), (5, 28)),  # they overlap
        ((21, 28), (0, 9)),  # not in order
        ((0, 9), (21, 27)),  # they end elsewhere
        ((1, 9), (21, 28)),
        ((0, 9), (12, 12), (21, 28)),  # nothing in it
    ],
)
def test_what_is_no_row_of_fragments_is_refused(fragments: tuple[tuple[int, int], ...]):
    with pytest.raises(ValueError, match="no fragments"):
        _span(0, 28, *fragments)
