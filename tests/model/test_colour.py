"""Contrast, distance and colour blindness against published values."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.model.colour import (
    APART,
    Vision,
    contrast,
    distance,
    lab,
    luminance,
    mix,
    nearest,
    parts_of,
    seen,
)

colours = st.builds("#{:02x}{:02x}{:02x}".format, *[st.integers(0, 255)] * 3)


@pytest.mark.parametrize(
    ("colour", "expected"),
    [
        # Bruce Lindbloom's calculator, sRGB, D65
        ("#ffffff", (100.0, 0.0, 0.0)),
        ("#000000", (0.0, 0.0, 0.0)),
        ("#ff0000", (53.2408, 80.0925, 67.2032)),
        ("#00ff00", (87.7347, -86.1827, 83.1793)),
        ("#0000ff", (32.2970, 79.1875, -107.8602)),
        ("#808080", (53.5850, 0.0, 0.0)),
    ],
)
def test_lab(colour: str, expected: tuple[float, float, float]) -> None:
    assert lab(colour) == pytest.approx(expected, abs=2e-3)


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000000", "#ffffff", 21.0),
        ("#ffffff", "#ffffff", 1.0),
        ("#777777", "#ffffff", 4.48),  # the grey that just fails
        ("#767676", "#ffffff", 4.54),  # the grey that just passes
        ("#0000ff", "#ffffff", 8.59),
    ],
)
def test_contrast(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == pytest.approx(ratio, abs=0.005)
    assert contrast(other, one) == contrast(one, other)


def test_luminance_weighs_the_channels() -> None:
    assert luminance("#ff0000") == pytest.approx(0.2126)
    assert luminance("#00ff00") == pytest.approx(0.7152)
    assert luminance("#0000ff") == pytest.approx(0.0722)


@pytest.mark.parametrize(
    ("vision", "red", "green", "blue"),
    [
        # the matrices' columns, encoded as sRGB
        (Vision.NORMAL, "#ff0000", "#00ff00", "#0000ff"),
        (Vision.PROTANOPIA, "#6d5f00", "#ffe500", "#0059ff"),
        (Vision.DEUTERANOPIA, "#a39000", "#efd63a", "#003dfb"),
        (Vision.TRITANOPIA, "#ff000f", "#00f7d9", "#006b96"),
    ],
)
def test_what_the_colour_blind_see(vision: Vision, red: str, green: str, blue: str) -> None:
    assert [seen(colour, vision) for colour in ("#ff0000", "#00ff00", "#0000ff")] == [
        red,
        green,
        blue,
    ]


def test_a_red_and_a_green_that_only_some_can_tell_apart() -> None:
    red, green = "#b35c44", "#7d7a3c"
    apart = {vision: distance(red, green, vision) for vision in Vision}
    assert apart[Vision.NORMAL] > 30
    assert apart[Vision.DEUTERANOPIA] < 15
    assert apart[Vision.TRITANOPIA] > 30


@given(st.integers(0, 255), st.sampled_from(Vision))
def test_greys_look_the_same_to_everybody(level: int, vision: Vision) -> None:
    grey = f"#{level:02x}{level:02x}{level:02x}"
    assert all(abs(part - level) <= 1 for part in parts_of(seen(grey, vision)))


@given(colours, colours, colours, st.sampled_from(Vision))
def test_distance_is_a_distance(a: str, b: str, c: str, vision: Vision) -> None:
    assert distance(a, a, vision) == 0
    assert distance(a, b, vision) == distance(b, a, vision)
    assert distance(a, c, vision) <= distance(a, b, vision) + distance(b, c, vision) + 1e-9


@given(colours, colours)
def test_mixing(one: str, other: str) -> None:
    assert mix(one, other, 1) == one
    assert mix(one, other, 0) == other
    low, high = sorted((luminance(one), luminance(other)))
    if all(a <= b for a, b in zip(parts_of(one), parts_of(other), strict=True)):
        assert low - 0.01 <= luminance(mix(one, other, 0.5)) <= high + 0.01


def test_the_nearest_colour_that_fits() -> None:
    taken = ["#b3ddf5", "#e49659", "#f2e755"]

    def fits(colour: str) -> bool:
        return all(distance(colour, other, vision) > 20 for other in taken for vision in Vision)

    found = nearest("#b3ddf4", fits)
    assert found is not None
    assert fits(found)
    assert nearest("#40b696", lambda _: True) == "#40b696"
    assert nearest("#40b696", lambda _: False) is None


def test_the_colours_the_program_ships_are_apart_for_everybody() -> None:
    from annotator.ui.theme import DARK, LIGHT
    from tests.builders import default_scheme

    for theme in (LIGHT, DARK):
        groups = default_scheme().span_groups
        grounds = [mix(group.fill, theme.base, theme.fill_share) for group in groups]
        for one, other in combinations(grounds, 2):
            assert all(distance(one, other, vision) >= APART for vision in Vision), (one, other)
