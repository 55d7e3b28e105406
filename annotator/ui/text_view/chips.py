"""Where the chips of one line go: by their marks, none over another. Pure."""

from collections.abc import Sequence
from dataclasses import replace

from annotator.ui.text_view.geometry import Box, Chip, Fragment
from annotator.ui.text_view.lanes import MOST_LANES, Overflow
from annotator.ui.text_view.metrics import (
    CHIP_GAP,
    LINE_ZONE,
    MARGIN,
    WARNING_SIZE,
    Metrics,
)
from annotator.ui.text_view.scene import Mark

_BETWEEN = 4.0
_LEAST_NOTE = 3
"""Letters of a note that must fit beside an ellipsis; fewer would say nothing."""


def place_chips(
    fragments: Sequence[Fragment],
    overflow: Sequence[Overflow],
    metrics: Metrics,
    width: float,
) -> tuple[tuple[Fragment, ...], tuple[tuple[Box, str], ...]]:
    """Return the fragments with their chips, and the counts of what found no lane.

    Only a mark that begins on this line has a chip here. One with too little room before the next
    on its lane loses letters of its note first, then the note, then letters of its code.
    """
    done = list(fragments)
    by_lane: dict[int, list[int]] = {}
    for index, fragment in enumerate(done):
        if fragment.opens and (
            fragment.mark.code or fragment.mark.note or fragment.mark.incomplete
        ):
            by_lane.setdefault(fragment.lane, []).append(index)
    for indexes in by_lane.values():
        wanted = sorted((_left(done[index], metrics), index) for index in indexes)
        free = -float(MARGIN)
        for number, (left, index) in enumerate(wanted):
            is_last = number + 1 == len(wanted)
            limit = width + MARGIN if is_last else wanted[number + 1][0] - _BETWEEN
            chip = _chip(done[index], max(left, free), limit, free, metrics)
            done[index] = replace(done[index], chip=chip)
            free = chip.box.right + _BETWEEN
    return tuple(done), tuple(_more(done, lost, metrics) for lost in overflow)


def _left(fragment: Fragment, metrics: Metrics) -> float:
    if fragment.right_to_left:
        right = max(box.right for box in fragment.boxes)
        return right - metrics.chip_width(fragment.mark)
    return min(box.left for box in fragment.boxes)


def _chip(fragment: Fragment, left: float, limit: float, free: float, metrics: Metrics) -> Chip:
    mark = fragment.mark
    code, note = mark.code, mark.note
    width = metrics.chip_width(mark)
    if left + width > limit and note:
        bare = metrics.chip_width(mark, note=False)
        note, width = _shortened(note, bare, limit - left, metrics)
    if left + width > limit:
        left = max(free, limit - width) if _is_wide(mark, left, limit, metrics) else left
    while code and left + width > limit:
        code = code[:-1]
        width = metrics.code_width(code) + (2 + WARNING_SIZE if mark.incomplete else 0)
    if fragment.lane == 0:
        bottom = fragment.boxes[0].top - 1
    else:
        bottom = fragment.boxes[0].top + LINE_ZONE + metrics.chip_height
    box = Box(left, bottom - metrics.chip_height, left + width, bottom)
    return Chip(box, code, note, mark.incomplete)


def _shortened(note: str, bare: float, room: float, metrics: Metrics) -> tuple[str, float]:
    """Return what fits of a note and the chip's width with it: an allegation must stay visible.

    The question mark of a proposal stays too, else it would look like a person's word.
    """
    end = "…?" if note.endswith("?") else "…"
    for length in range(len(note) - 1, _LEAST_NOTE - 1, -1):
        words = note[:length].rstrip("? ") + end
        width = bare + CHIP_GAP + metrics.note_width(words)
        if width <= room:
            return words, width
    return "", bare


def _is_wide(mark: Mark, left: float, limit: float, metrics: Metrics) -> bool:
    """Tell whether moving to the left helps: there is less room than the bare code needs."""
    return limit - left < metrics.chip_width(mark, note=False)


def _more(fragments: Sequence[Fragment], lost: Overflow, metrics: Metrics) -> tuple[Box, str]:
    words = f"+{lost.count}"
    last = max(
        (part for part in fragments if part.start < lost.end and part.lane == MOST_LANES - 1),
        key=lambda part: part.start,
    )
    left = last.chip.box.right + _BETWEEN if last.chip else last.boxes[0].left
    bottom = last.boxes[0].top + LINE_ZONE + metrics.chip_height
    box = Box(left, bottom - metrics.chip_height, left + metrics.code_width(words), bottom)
    return box, words
