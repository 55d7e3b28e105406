"""Where an edge of a span goes when it is moved by a key. Pure."""

from typing import NamedTuple

from annotator.model.annotation import Span
from annotator.model.stretches import Stretch, nearest_piece
from annotator.text import segmentation
from annotator.ui.characters import next_character, previous_character


class Moved(NamedTuple):
    """The piece of a span that is moved, where it is wanted, and the edge that went."""

    piece: Stretch
    start: int
    end: int
    edge: int


def moved_edge(
    span: Span, text: str, caret: int, edge: str, step: int, *, by_character: bool
) -> Moved | None:
    """Move the "start" or "end" of the piece at the caret, or the nearest, a word or character.

    `step` is -1 or 1. None where it cannot go there.
    """
    piece = nearest_piece(span, caret)
    position = piece[0] if edge == "start" else piece[1]
    if by_character:
        walk = next_character if step > 0 else previous_character
        moved = walk(text, position)
    else:
        glide = segmentation.edge_right if step > 0 else segmentation.edge_left
        moved = glide(text, position, start=edge == "start")
    start, end = (moved, piece[1]) if edge == "start" else (piece[0], moved)
    return Moved(piece, start, end, moved) if 0 <= start < end <= len(text) else None
