"""Colours as people see them: contrast, distance, and what the colour-blind see.

- Contrast and luminance: WCAG 2.2.
- Distance: CIE76, the Euclidean distance in CIELAB under D65 (2° observer), of sRGB per
  IEC 61966-2-1. About 2.3 can just be told apart side by side.
- Colour blindness: the matrices of Machado, Oliveira and Fernandes, "A Physiologically-based Model
  for Simulation of Color Vision Deficiency", IEEE TVCG 15(6), 2009, table 1, severity 1.0, which
  work on linear sRGB.

A colour is a text `#rrggbb`.
"""

from collections.abc import Callable, Iterator
from enum import StrEnum
from functools import lru_cache
from typing import Final

Triple = tuple[float, float, float]

READABLE: Final = 4.5
"""Least contrast of text on its ground, WCAG 2.2 level AA."""
APART: Final = 7.5
"""Least distance at which two grounds are told apart without looking twice: three times the
least that can be seen at all."""

_RGB_TO_XYZ: Final = (
    (0.4124564, 0.3575761, 0.1804375),
    (0.2126729, 0.7151522, 0.0721750),
    (0.0193339, 0.1191920, 0.9503041),
)
_WHITE: Final = (0.95047, 1.0, 1.08883)


class Vision(StrEnum):
    """Ways of seeing: all colours, or without the cones for red, green or blue."""

    NORMAL = "normal"
    PROTANOPIA = "protanopia"
    DEUTERANOPIA = "deuteranopia"
    TRITANOPIA = "tritanopia"


_MACHADO: Final = {
    Vision.PROTANOPIA: (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    Vision.DEUTERANOPIA: (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    Vision.TRITANOPIA: (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}


def parts_of(colour: str) -> tuple[int, int, int]:
    """Return red, green and blue, 0 to 255."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


@lru_cache(maxsize=1024)
def mix(colour: str, ground: str, share: float) -> str:
    """Return `share` of one colour over another."""
    pairs = zip(parts_of(colour), parts_of(ground), strict=True)
    return _text(*(a * share + b * (1 - share) for a, b in pairs))


def luminance(colour: str) -> float:
    """Return the relative luminance, 0 to 1 (WCAG 2.2)."""
    red, green, blue = _linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, 1 to 21 (WCAG 2.2)."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def seen(colour: str, vision: Vision) -> str:
    """Return a colour as somebody with this vision sees it."""
    if vision is Vision.NORMAL:
        return colour
    return _encoded(_times(_MACHADO[vision], _linear(colour)))


@lru_cache(4096)
def lab(colour: str) -> Triple:
    """Return L*, a*, b* (CIE 1976, D65)."""
    x, y, z = (
        _lab_part(value / white)
        for value, white in zip(_times(_RGB_TO_XYZ, _linear(colour)), _WHITE, strict=True)
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def distance(one: str, other: str, vision: Vision = Vision.NORMAL) -> float:
    """Return the distance of two colours for somebody with this vision (CIE76)."""
    pairs = zip(lab(seen(one, vision)), lab(seen(other, vision)), strict=True)
    return float(sum((a - b) ** 2 for a, b in pairs) ** 0.5)


def nearest(colour: str, fits: Callable[[str], bool]) -> str | None:
    """Return the colour nearest to `colour` that `fits`, among lighter, darker and other hues.

    Looks at some 1,500 colours; None where none of them fits.
    """
    candidates = sorted(_around(colour), key=lambda item: distance(colour, item))
    return next((item for item in candidates if fits(item)), None)


def _around(colour: str) -> Iterator[str]:
    """Yield colours of all hues, more and less strong, lighter and darker."""
    from colorsys import hls_to_rgb, rgb_to_hls

    red, green, blue = (part / 255 for part in parts_of(colour))
    hue, light, strength = rgb_to_hls(red, green, blue)
    yield colour
    for turn in range(24):
        for lightness in {light, *(step / 20 for step in range(2, 20))}:
            for strong in {strength, 0.35, 0.7, 1.0}:
                made = hls_to_rgb((hue + turn / 24) % 1, lightness, strong)
                yield _text(*(255 * part for part in made))


@lru_cache(4096)
def _linear(colour: str) -> Triple:
    red, green, blue = (_linear_part(part / 255) for part in parts_of(colour))
    return red, green, blue


def _linear_part(part: float) -> float:
    low = part <= 0.04045  # noqa: PLR2004 - constants of the sRGB transfer function
    return part / 12.92 if low else float(((part + 0.055) / 1.055) ** 2.4)


def _encoded(linear: Triple) -> str:
    parts = (min(1.0, max(0.0, part)) for part in linear)
    low = 0.0031308
    curved = (12.92 * x if x <= low else 1.055 * x ** (1 / 2.4) - 0.055 for x in parts)
    return _text(*(255 * part for part in curved))


def _lab_part(value: float) -> float:
    edge = 6 / 29
    return value ** (1 / 3) if value > edge**3 else value / (3 * edge**2) + 4 / 29


def _times(matrix: tuple[Triple, Triple, Triple], vector: Triple) -> Triple:
    first, second, third = (sum(a * b for a, b in zip(row, vector, strict=True)) for row in matrix)
    return first, second, third


def _text(*parts: float) -> str:
    return "#" + "".join(f"{round(part):02x}" for part in parts)
