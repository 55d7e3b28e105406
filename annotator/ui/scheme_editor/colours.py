"""Are the colours of a group readable, and told apart from those of the others, by everybody?"""

from collections.abc import Sequence
from typing import NamedTuple

from annotator.model.colour import APART, Vision, contrast, distance, mix, nearest
from annotator.model.scheme import Group, Scheme
from annotator.ui.theme import CONTRAST, DARK, LIGHT, Theme

THEMES = (LIGHT, DARK, CONTRAST)


class Contrast(NamedTuple):
    """How well words are read in a theme: on the ground of a mark, or in the colour of lines."""

    theme: Theme
    of_ink: bool
    ratio: float

    @property
    def is_enough(self) -> bool:
        return self.ratio >= self.theme.least_contrast


class Near(NamedTuple):
    """Another group whose ground looks much the same to people with some vision, in a theme."""

    theme: Theme
    vision: Vision
    group: Group
    distance: float


def contrasts(group: Group, themes: Sequence[Theme] = THEMES) -> list[Contrast]:
    """Return the contrast of text on a mark's ground and of its lines, as the scheme gives them.

    What is too low is mended when it is drawn (`theme.readable`), with another colour than wanted.
    """
    found = []
    for theme in themes:
        found.append(Contrast(theme, False, contrast(theme.text, _ground(group.fill, theme))))
        line = group.fill if theme.is_dark else group.ink
        found.append(Contrast(theme, True, contrast(line, theme.base)))
    return found


def near(scheme: Scheme, group: Group, themes: Sequence[Theme] = THEMES) -> list[Near]:
    """Return the groups that somebody can hardly tell from this one, the nearest first."""
    found = [
        Near(theme, vision, other, apart)
        for theme in themes
        for vision in Vision
        for other in _others(scheme, group)
        if (apart := _apart(group.fill, other.fill, theme, vision)) < APART
    ]
    return sorted(found, key=lambda item: item.distance)


def better_fill(scheme: Scheme, group: Group, themes: Sequence[Theme] = THEMES) -> str | None:
    """Return the nearest ground that is readable and told apart by everybody; None without one."""
    others = [other.fill for other in _others(scheme, group)]

    def fits(colour: str) -> bool:
        return all(
            contrast(theme.text, _ground(colour, theme)) >= theme.least_contrast
            and (not theme.is_dark or contrast(colour, theme.base) >= theme.least_contrast)
            and all(
                _apart(colour, other, theme, vision) >= APART
                for other in others
                for vision in Vision
            )
            for theme in themes
        )

    return nearest(group.fill, fits)


def better_ink(group: Group) -> str | None:
    """Return the nearest colour of lines that can be read on light ground."""
    return nearest(group.ink, lambda colour: contrast(colour, LIGHT.base) >= LIGHT.least_contrast)


def _others(scheme: Scheme, group: Group) -> list[Group]:
    """Return the groups that stand in the text beside this one."""
    return [other for other in scheme.span_groups if other.id != group.id]


def _ground(fill: str, theme: Theme) -> str:
    return mix(fill, theme.base, theme.fill_share)


def _apart(one: str, other: str, theme: Theme, vision: Vision) -> float:
    return distance(_ground(one, theme), _ground(other, theme), vision)
