"""Which piece a key moves, and how far."""

import pytest

from annotator.model.annotation import Span
from annotator.model.ids import SpanId
from annotator.model.stretches import put_at
from annotator.ui.annotate.edges import moved_edge
from tests.builders import TEXT, place_of

PLAIN = Span(SpanId("s"), *place_of("warga"), "actor.voter")
AMPLOP = place_of("amplop")
PARTED = put_at(PLAIN, [place_of("Kabupaten"), AMPLOP])


@pytest.mark.parametrize(
    ("caret", "edge", "step", "piece", "words"),
    [
        (AMPLOP[0] + 1, "end", 1, "amplop", "amplop dibagikan"),
        (AMPLOP[1] + 9, "start", -1, "amplop", "menyebut amplop"),
        (0, "start", -1, "Kabupaten", "Bawaslu Kabupaten"),
    ],
)
def test_the_piece_at_the_caret_or_the_nearest_moves(caret, edge, step, piece, words) -> None:
    found = moved_edge(PARTED, TEXT, caret, edge, step, by_character=False)
    assert found is not None
    assert found.piece == place_of(piece)
    assert (found.start, found.end) == place_of(words)
    assert found.edge in place_of(words)


def test_a_span_of_one_stretch_moves_wherever_the_caret_is() -> None:
    found = moved_edge(PLAIN, TEXT, 0, "end", -1, by_character=True)
    assert found is not None
    assert (found.start, found.end) == (PLAIN.start, PLAIN.end - 1)


def test_an_edge_that_would_leave_nothing_stays() -> None:
    one = put_at(PLAIN, [(PLAIN.start, PLAIN.start + 1)])
    assert moved_edge(one, TEXT, one.start, "end", -1, by_character=True) is None
