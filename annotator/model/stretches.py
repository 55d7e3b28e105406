"""Pieces of text that a span covers, brought into the one form in which a span holds them. Pure.

Pieces are [start, end) in code points. In a span they stand in order, at least one character apart:
pieces that touch or overlap are one.
"""

from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple

from annotator.model.annotation import Span

Stretch = tuple[int, int]


class Place(NamedTuple):
    """Where a span is, in the words of `Span`: there are no `fragments` where it is one stretch."""

    start: int
    end: int
    fragments: tuple[Stretch, ...] = ()


def place_of(pieces: Iterable[Stretch]) -> Place:
    """Return the place that pieces in any order make; those that touch or overlap are joined.

    Raises ValueError for a piece without text, and where there is none at all.
    """
    joined: list[Stretch] = []
    for start, end in sorted(pieces):
        if not 0 <= start < end:
            raise ValueError(f"[{start}, {end}) holds no text")
        if joined and start <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(joined[-1][1], end)
        else:
            joined.append((start, end))
    if not joined:
        raise ValueError("a span without pieces")
    fragments = tuple(joined) if len(joined) > 1 else ()
    return Place(joined[0][0], joined[-1][1], fragments)


def put_at(span: Span, pieces: Iterable[Stretch]) -> Span:
    """Return the span on other pieces, see `place_of`."""
    start, end, fragments = place_of(pieces)
    return replace(span, start=start, end=end, fragments=fragments)


def with_stretch(span: Span, start: int, end: int) -> Span:
    """Return the span with one more piece; it is joined with those that it touches."""
    return put_at(span, [*span.stretches, (start, end)])


def without_stretch(span: Span, start: int, end: int) -> Span:
    """Return the span without [start, end): pieces there are cut, parted or dropped.

    Raises ValueError where nothing of it would be left.
    """
    kept = [(first, min(last, start)) for first, last in span.stretches]
    kept += [(max(first, end), last) for first, last in span.stretches]
    return put_at(span, [(first, last) for first, last in kept if first < last])


def moved(span: Span, piece: Stretch, start: int, end: int) -> Span:
    """Return the span with one of its pieces at [start, end) instead.

    Pieces that it comes to touch are joined with it.
    """
    return put_at(span, [(start, end) if one == piece else one for one in span.stretches])


def between(span: Span, start: int, end: int) -> Span:
    """Return the span from `start` to `end`, its gaps as they are.

    Its outer pieces are made longer; what lies outside is cut off.
    """
    inside = [(max(start, first), min(end, last)) for first, last in span.stretches]
    inside = [(first, last) for first, last in inside if first < last]
    if not inside:
        return put_at(span, [(start, end)])
    return put_at(span, [(start, inside[0][1]), *inside[1:], (inside[-1][0], end)])


def nearest_piece(span: Span, position: int) -> Stretch:
    """Return the piece that holds the character at `position`, else the nearest to a caret there.

    Of two that are as near the earlier: the caret is behind its last letter.
    """

    def distance(piece: Stretch) -> int:
        start, end = piece
        return -1 if start <= position < end else max(start - position, position - end)

    return min(span.stretches, key=distance)
