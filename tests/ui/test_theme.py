"""Colours: readable in both themes, told apart by those who see fewer colours."""

import pytest

from annotator.assets import asset
from annotator.model.scheme_reader import parse_scheme
from annotator.ui.theme import (
    CONTRAST,
    DARK,
    LIGHT,
    READABLE,
    Theme,
    contrast,
    mark_colours,
    mix,
    palette,
    readable,
    style_sheet,
    system_wants_contrast,
    text_style,
    theme_named,
)

SCHEME = parse_scheme(asset("schemes", "pilkada-default.json").read_text(encoding="utf-8"))
THEMES = pytest.mark.parametrize("theme", [LIGHT, DARK, CONTRAST], ids=lambda theme: theme.name)


@THEMES
def test_words_can_be_read_on_every_ground(theme: Theme) -> None:
    least = theme.least_contrast
    for ground in (theme.panel, theme.base, theme.hover, theme.accent_soft, theme.selection):
        assert contrast(theme.text, ground) >= least
    for ink in (theme.muted, theme.accent, theme.done, theme.flag, theme.danger, theme.warning):
        for ground in (theme.panel, theme.base):
            assert contrast(ink, ground) >= least, (ink, ground)
    assert contrast(theme.on_accent, theme.accent) >= least


@THEMES
def test_text_and_chips_of_marks_can_be_read(theme: Theme) -> None:
    for colours in text_style(theme, SCHEME).colours.values():
        assert contrast(colours.text, colours.fill) >= theme.least_contrast
        assert contrast(colours.ink, theme.base) >= theme.least_contrast


@THEMES
def test_groups_stay_apart(theme: Theme) -> None:
    fills = [mark_colours(theme, group.fill, group.ink).fill for group in SCHEME.groups]
    assert len(set(fills)) == len(fills)


def test_readable_leaves_a_good_colour_alone() -> None:
    assert readable("#000000", "#ffffff") == "#000000"
    assert contrast(readable("#ffff00", "#ffffff"), "#ffffff") >= READABLE


def test_mix_of_nothing_and_all() -> None:
    assert mix("#102030", "#ffffff", 1) == "#102030"
    assert mix("#102030", "#ffffff", 0) == "#ffffff"


def test_high_contrast_is_more_than_readable() -> None:
    assert CONTRAST.least_contrast == 7
    edges = (CONTRAST.hairline, CONTRAST.key_edge, CONTRAST.accent)
    assert all(contrast(edge, CONTRAST.base) >= 3 for edge in edges)
    assert contrast(CONTRAST.accent, CONTRAST.accent_soft) >= 7
    assert contrast(CONTRAST.muted, CONTRAST.hover) >= 7
    found = mix(f"#{CONTRAST.found[3:]}", CONTRAST.base, int(CONTRAST.found[1:3], 16) / 255)
    assert contrast(CONTRAST.text, found) >= 7
    assert text_style(CONTRAST, SCHEME).outlined


def test_only_high_contrast_needs_a_style_sheet() -> None:
    assert style_sheet(LIGHT) == style_sheet(DARK) == ""
    assert CONTRAST.hairline in style_sheet(CONTRAST)


@pytest.mark.usefixtures("qapp")
def test_the_systems_wish_for_contrast_goes_before_dark_and_light() -> None:
    assert theme_named("system", contrast=True) is CONTRAST
    assert theme_named("light", contrast=True) is LIGHT
    assert theme_named("contrast") is CONTRAST


@pytest.mark.usefixtures("qapp")
def test_system_without_a_wish_is_light() -> None:
    assert theme_named("system") is LIGHT
    assert theme_named("dark") is DARK
    assert palette(DARK).window().color().name() == DARK.panel


@pytest.mark.usefixtures("qapp")
def test_the_system_can_be_asked_whether_it_wants_contrast() -> None:
    assert system_wants_contrast() in {True, False}
