"""Line spacing, width, font, frames: what they change, and that labelling still moves nothing."""

from dataclasses import replace

import pytest

from annotator.ui.text_view.scene import Mark, Spacing, TextScene
from annotator.ui.text_view.view import TextView
from annotator.ui.theme import SERIF, load_serif

TEXT = "Ketua Bawaslu Élok Ladiva menerima laporan warga desa itu pada hari Senin siang. " * 4
MARK = Mark("baw", 6, 13, "ACTOR", "BWS")


def rows(view: TextView) -> list[int]:
    tops = {view.character_rect(position).top() for position in range(len(TEXT))}
    return sorted(tops)


@pytest.mark.parametrize("size", [12.0, 17.0, 34.0])
def test_lines_are_the_farther_apart_the_wider_the_spacing(show, style, size: float) -> None:
    view = show(TEXT)
    pitch = {}
    for spacing in Spacing:
        view.set_style(replace(style, spacing=spacing, size=size))
        first, second, *_ = rows(view)
        pitch[spacing] = second - first
    assert pitch[Spacing.TIGHT] < pitch[Spacing.NORMAL] < pitch[Spacing.WIDE]


@pytest.mark.parametrize("spacing", Spacing)
@pytest.mark.parametrize("family", ["Inter", SERIF])
def test_a_label_moves_no_text(show, style, spacing: Spacing, family: str) -> None:
    load_serif()
    view = show(TEXT)
    view.set_style(replace(style, spacing=spacing, text_family=family))
    before = [view.character_rect(position) for position in range(len(TEXT))]
    view.set_scene(TextScene(TEXT, (MARK,)))
    assert [view.character_rect(position) for position in range(len(TEXT))] == before


def test_paragraphs_keep_their_distance_from_each_other(show, style) -> None:
    view = show("Satu.\nDua.")
    gaps = []
    for spacing in Spacing:
        view.set_style(replace(style, spacing=spacing))
        gaps.append(view.character_rect(6).top() - view.character_rect(0).bottom())
    assert gaps == sorted(set(gaps))


def test_another_font_sets_the_text_and_leaves_the_codes(show, style) -> None:
    load_serif()
    view = show(TEXT, MARK)
    before = view.range_rect(0, 13).width()
    view.set_style(replace(style, text_family=SERIF))
    assert view.range_rect(0, 13).width() != before
    metrics = view._metrics
    assert (metrics.body.font.family(), metrics.chip_font.family()) == (SERIF, "Inter")


def test_a_frame_shows_where_a_mark_begins_and_ends(show, style) -> None:
    view = show(TEXT, MARK)

    ink = style.colours["ACTOR"].ink.lower()

    def edges() -> list[bool]:
        image = view.viewport().grab().toImage()
        box = view.range_rect(6, 13)
        above = [(box.center().x(), box.top() + step) for step in (-2, -1, 0)]
        beside = [(box.left() + step, box.top() + 3) for step in (-2, -1, 0)]
        return [
            any(image.pixelColor(x, y).name() == ink for x, y in points)
            for points in (above, beside)
        ]

    assert edges() == [False, False]
    view.set_style(replace(style, outlined=True))
    assert edges() == [True, True]
