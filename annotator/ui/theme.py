"""Our own colours, and what is made of them: palette, text style, fonts.

Qt knows no dark mode on several platforms (feasibility: `setColorScheme` changes nothing
offscreen), so a theme is a value of ours and every colour of the window comes from it.
"""

from functools import cache
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
    "CONTRAST",
    "DARK",
    "FAMILY",
    "FONT_SIZE",
    "LIGHT",
    "READABLE",
    "SERIF",
    "Theme",
    "contrast",
    "font",
    "load_fonts",
    "load_serif",
    "luminance",
    "mark_colours",
    "mix",
    "palette",
    "readable",
    "style_sheet",
    "system_wants_contrast",
    "text_style",
    "theme_named",
]

FAMILY: Final = "Inter"
SERIF: Final = "Source Serif Pro"
"""The shipped font with serifs, for those who read longer texts better in one."""
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
    least_contrast: float = READABLE
    """Least contrast of all text on its ground."""
    outlined: bool = False
    """Marks have a frame, so that where they end needs no eye for colours."""
    found: str = "#66f5b301"
    """Behind what was looked for, as `#aarrggbb`: it lies on grounds of several colours."""

    @property
    def is_dark(self) -> bool:
        return self.name != "light"


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
CONTRAST: Final = Theme(
    name="contrast",
    panel="#000000",
    base="#000000",
    text="#ffffff",
    muted="#dcdcdc",
    hairline="#9c9c9c",
    accent="#ffa6f3",  # no group of the default scheme is pink
    accent_soft="#45003e",
    on_accent="#000000",
    hover="#2e2e2e",
    key="#000000",
    key_edge="#ffffff",
    done="#6df2a8",
    flag="#ffc266",
    warning="#ffa69c",
    danger="#ffa69c",
    selection="#00497f",
    fill_share=0.22,
    found="#70f5b301",
    least_contrast=7.0,  # WCAG 2.2 level AAA
    outlined=True,
)


def theme_named(name: str, *, contrast: bool = False) -> Theme:
    """Return the theme for a setting; `contrast` says that the system asks for much of it.

    "system" takes the system's wish, light where it has none; so does a name nobody knows.
    """
    if name == "system":
        if contrast:
            return CONTRAST
        dark = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
        return DARK if dark else LIGHT
    return {"dark": DARK, "contrast": CONTRAST}.get(name, LIGHT)


def system_wants_contrast() -> bool:
    """Tell whether the system asks for high contrast; takes 25 ms when asked first."""
    hints = QGuiApplication.styleHints()  # kept: for PySide, what it gives dies with it
    return hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast


def load_fonts() -> None:
    """Register the shipped fonts, so that the window looks the same everywhere."""
    for weight in ("Regular", "Medium", "SemiBold", "Bold"):
        QFontDatabase.addApplicationFont(str(asset("fonts", f"Inter-{weight}.otf")))


@cache
def load_serif() -> None:
    """Register the shipped font with serifs, when it is first wanted."""
    for weight in ("Regular", "Bold"):
        QFontDatabase.addApplicationFont(str(asset("fonts", f"SourceSerifPro-{weight}.otf")))


def font(size: float = FONT_SIZE, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """Return the interface's font in `size` pixels."""
    made = QFont(FAMILY)
    made.setPixelSize(round(size))
    made.setWeight(weight)
    return made


def readable(colour: str, ground: str, least: float = READABLE) -> str:
    """Return `colour`, moved towards black or white until it can be read on `ground`."""
    target = "#ffffff" if luminance(ground) < 0.18 else "#000000"  # noqa: PLR2004 - middle grey
    share = 1.0
    result = colour
    while contrast(result, ground) < least and share > 0:
        share -= 0.05
        result = mix(colour, target, share)
    return result


def mark_colours(theme: Theme, fill: str, ink: str) -> MarkColours:
    """Return the colours in which a group of the scheme is drawn."""
    ground = mix(fill, theme.base, theme.fill_share)
    line = readable(fill if theme.is_dark else ink, theme.base, theme.least_contrast)
    text = readable(theme.text, ground, theme.least_contrast)
    return MarkColours(fill=ground, ink=line, text=text)


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
        outlined=theme.outlined,
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


def style_sheet(theme: Theme) -> str:
    """Return what the Fusion style cannot draw: edges that are seen on black. "" for most themes.

    Fusion's own edges are darker than their ground, and nothing is darker than black.
    """
    if not theme.outlined:
        return ""
    thin, thick = f"border: 1px solid {theme.hairline};", f"border: 2px solid {theme.accent};"
    return f"""
        QMenu, QDialog, QListView, QTreeView, QTextEdit, QPlainTextEdit {{ {thin} }}
        QPlainTextEdit[frameShape="0"] {{ border: 0; }}
        QMenu::item {{ padding: 5px 26px 5px 32px; }}
        QMenu::indicator {{ left: 10px; width: 14px; height: 14px; }}
        QMenu::item:selected {{ background: {theme.accent}; color: {theme.on_accent}; }}
        QMenu::item:disabled {{ color: {theme.hairline}; }}
        QMenu::separator {{ height: 1px; background: {theme.hairline}; margin: 4px 0; }}
        QPushButton {{ {thin} border-color: {theme.muted}; border-radius: 4px;
            padding: 4px 14px; background: {theme.key}; color: {theme.text}; }}
        QDialogButtonBox QPushButton {{ min-width: 52px; }}
        QPushButton:focus, QPushButton:default {{ {thick} padding: 3px 13px; }}
        QPushButton:disabled {{ color: {theme.hairline}; border-color: {theme.hairline}; }}
        .QComboBox {{ {thin} border-color: {theme.muted}; border-radius: 4px; padding: 3px 6px; }}
        .QComboBox:focus {{ {thick} padding: 2px 5px; }}
        QLineEdit[frame="false"] {{ background: transparent; }}
        QLineEdit[frame="true"] {{ {thin} border-radius: 4px; padding: 3px; }}
        QLineEdit[frame="true"]:focus {{ {thick} padding: 2px; }}
    """
