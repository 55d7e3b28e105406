"""Our own colours, light and dark, and what is made of them: palette, text style, fonts.

Qt knows no dark mode on several platforms (feasibility: `setColorScheme` changes nothing
offscreen), so a theme is a value of ours and every colour of the window comes from it.
"""

from types import MappingProxyType
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette

from annotator.assets import asset
from annotator.model.colour import READABLE, contrast, luminance, mix
from annotator.model.scheme import Scheme
from annotator.records import Record
from annotator.ui.text_view.scene import MarkColours, Style

__all__ = [
    "DARK",
    "FAMILY",
    "FONT_SIZE",
    "LIGHT",
    "READABLE",
    "Theme",
    "contrast",
    "font",
    "load_fonts",
    "luminance",
    "mark_colours",
    "mix",
    "palette",
    "readable",
    "text_style",
    "theme_named",
]

FAMILY: Final = "Inter"
FONT_SIZE: Final = 13
"""Pixels of the interface's text."""


class Theme(Record):
    """Colours of the window, as `#rrggbb`."""

    name: str
    panel: str
    base: str
    text: str
    muted: str
    hairline: str
    accent: str
    accent_soft: str
    on_accent: str
    hover: str
    key: str
    key_edge: str
    done: str
    flag: str
    warning: str
    danger: str
    selection: str
    fill_share: float
    """How much of a label group's colour is mixed into the ground behind text."""
    found: str = "#66f5b301"
    """Behind what was looked for, as `#aarrggbb`: it lies on grounds of several colours."""

    @property
    def is_dark(self) -> bool:
        return self.name == "dark"


LIGHT: Final = Theme(
    name="light",
    panel="#fbfbfc",
    base="#ffffff",
    text="#1f2328",
    muted="#656d7a",
    hairline="#e1e4e8",
    accent="#2160c4",
    accent_soft="#e8f0fd",
    on_accent="#ffffff",
    hover="#f1f3f6",
    key="#ffffff",
    key_edge="#d5d9df",
    done="#187a49",
    flag="#b3560a",
    warning="#b3261e",
    danger="#b3261e",
    selection="#cfe0fb",
    fill_share=0.5,
)
DARK: Final = Theme(
    name="dark",
    panel="#212429",
    base="#24272d",
    text="#e6e7ea",
    muted="#9aa1ac",
    hairline="#363a42",
    accent="#74abf9",
    accent_soft="#2d3a52",
    on_accent="#10151d",
    hover="#2b2f36",
    key="#2a2e35",
    key_edge="#454a54",
    done="#4cc38a",
    flag="#e9a04f",
    warning="#ff8a80",
    danger="#ff8a80",
    selection="#37507a",
    fill_share=0.24,
)


def theme_named(name: str) -> Theme:
    """Return the theme for the setting "light", "dark" or "system" (light where unknown)."""
    if name == "system":
        dark = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
        return DARK if dark else LIGHT
    return DARK if name == "dark" else LIGHT


def load_fonts() -> None:
    """Register the shipped fonts, so that the window looks the same everywhere."""
    for weight in ("Regular", "Medium", "SemiBold", "Bold"):
        QFontDatabase.addApplicationFont(str(asset("fonts", f"Inter-{weight}.otf")))


def font(size: float = FONT_SIZE, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """Return the interface's font in `size` pixels."""
    made = QFont(FAMILY)
    made.setPixelSize(round(size))
    made.setWeight(weight)
    return made


def readable(colour: str, ground: str) -> str:
    """Return `colour`, moved towards black or white until it can be read on `ground`."""
    target = "#ffffff" if luminance(ground) < 0.18 else "#000000"  # noqa: PLR2004 - middle grey
    share = 1.0
    result = colour
    while contrast(result, ground) < READABLE and share > 0:
        share -= 0.05
        result = mix(colour, target, share)
    return result


def mark_colours(theme: Theme, fill: str, ink: str) -> MarkColours:
    """Return the colours in which a group of the scheme is drawn."""
    ground = mix(fill, theme.base, theme.fill_share)
    line = readable(fill if theme.is_dark else ink, theme.base)
    return MarkColours(fill=ground, ink=line, text=readable(theme.text, ground))


def text_style(theme: Theme, scheme: Scheme) -> Style:
    """Return the text view's style: the roles of its marks are the groups of the scheme."""
    return Style(
        background=theme.base,
        text=theme.text,
        muted=theme.muted,
        accent=theme.accent,
        on_accent=theme.on_accent,
        selection=theme.selection,
        hairline=theme.hairline,
        warning=theme.warning,
        found=theme.found,
        measure=640,
        colours=MappingProxyType(
            {group.id: mark_colours(theme, group.fill, group.ink) for group in scheme.groups}
        ),
    )


def palette(theme: Theme) -> QPalette:
    """Return the application's palette for the Fusion style."""
    role = QPalette.ColorRole
    made = QPalette()
    for which, colour in (
        (role.Window, theme.panel),
        (role.WindowText, theme.text),
        (role.Base, theme.base),
        (role.AlternateBase, theme.hover),
        (role.Text, theme.text),
        (role.Button, theme.panel),
        (role.ButtonText, theme.text),
        (role.BrightText, theme.danger),
        (role.ToolTipBase, theme.base),
        (role.ToolTipText, theme.text),
        (role.PlaceholderText, theme.muted),
        (role.Highlight, theme.accent),
        (role.HighlightedText, theme.on_accent),
        (role.Link, theme.accent),
        (role.LinkVisited, theme.accent),
        (role.Accent, theme.accent),
        (role.Light, theme.hover),
        (role.Midlight, theme.hairline),
        (role.Mid, theme.hairline),
        (role.Dark, mix(theme.muted, theme.panel, 0.5)),
        (role.Shadow, mix("#000000", theme.panel, 0.5)),
    ):
        made.setColor(which, QColor(colour))
    faded = QColor(mix(theme.muted, theme.panel, 0.6))
    for which in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText):
        made.setColor(QPalette.ColorGroup.Disabled, which, faded)
    made.setColor(QPalette.ColorGroup.Disabled, role.Highlight, QColor(theme.hairline))
    return made
