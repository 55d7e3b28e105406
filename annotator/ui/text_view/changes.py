"""What differs between two scenes and between two selections. Pure."""

from collections.abc import Sequence
from dataclasses import replace

from annotator.model.stretches import place_of
from annotator.ui.text_view.scene import Mark


def changed_marks(old: Sequence[Mark], new: Sequence[Mark]) -> tuple[list[Mark], list[Mark]]:
    """Return the marks of `old` that are gone, and those of `new` that came.

    Equal ends are skipped first: an edit changes one mark of thousands, and unchanged marks are
    mostly the same objects. The objects returned as gone are those of `old`.
    """
    shortest = min(len(old), len(new))
    first = 0
    for before, after in zip(old, new, strict=False):
        if before is not after and before != after:
            break
        first += 1
    last = 0
    for before, after in zip(reversed(old), reversed(new), strict=False):
        if last >= shortest - first or (before is not after and before != after):
            break
        last += 1
    gone = list(old[first : len(old) - last])
    came = list(new[first : len(new) - last])
    if not gone or not came:
        return gone, came
    counts: dict[Mark, list[Mark]] = {}
    for mark in gone:
        counts.setdefault(mark, []).append(mark)
    really_new = []
    for mark in came:
        if same := counts.get(mark):
            same.pop()
        else:
            really_new.append(mark)
    return [mark for left in counts.values() for mark in left], really_new


def reshaped(
    marks: Sequence[Mark], key: str, piece: tuple[int, int], wanted: tuple[int, int]
) -> tuple[Mark, ...]:
    """Return the marks, one of them with a piece elsewhere; pieces that touch are joined."""
    return tuple(_reshaped(mark, piece, wanted) if mark.key == key else mark for mark in marks)


def _reshaped(mark: Mark, piece: tuple[int, int], wanted: tuple[int, int]) -> Mark:
    start, end, pieces = place_of(wanted if one == piece else one for one in mark.stretches)
    return replace(mark, start=start, end=end, pieces=pieces)


def difference(one: tuple[int, int] | None, other: tuple[int, int] | None) -> list[tuple[int, int]]:
    """Return the stretches that are in one of two ranges only, roughly."""
    if one is None or other is None:
        return [found for found in (one, other) if found is not None]
    pairs = ((one[0], other[0]), (one[1], other[1]))
    return [(min(pair), max(pair)) for pair in pairs if pair[0] != pair[1]]
