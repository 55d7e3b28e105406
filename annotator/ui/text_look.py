"""How the text is set: size, line spacing, width of the column, font; kept in the settings."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import Final

from PySide6.QtCore import QObject, Signal

from annotator.services.settings import Settings
from annotator.ui.text_view.scene import Spacing, Style
from annotator.ui.text_view.view import TextView
from annotator.ui.theme import FAMILY, SERIF, load_serif

USUAL_SIZE: Final = 17.0
SIZES: Final = (12.0, 34.0)
"""Smallest and largest text in pixels."""
_WIDTHS: Final = {"narrow": 0.78, "normal": 1.0, "wide": 1.35, "full": 100.0}
"""Width of the column, as a share of the usual one; the window limits it as well."""
_FONTS: Final = {"": "font_inter", SERIF: "font_serif", "system": "font_system"}
"""What the setting says, and the action that says it; any other font is the person's own."""


class TextLook(QObject):
    """Applies the look to a view, and changes it."""

    font_wanted = Signal(str)
    """A font is to be chosen from all there are; the family shown now."""

    def __init__(self, settings: Settings, view: TextView, base: Style, parent: QObject) -> None:
        super().__init__(parent)
        self._settings = settings
        self._view = view
        self._base = base
        view.set_style(self.style)

    @property
    def size(self) -> float:
        """Size of the text in pixels."""
        return float(self._settings.get("text_size") or USUAL_SIZE)

    @property
    def family(self) -> str:
        """The font family of the text, one that this computer has."""
        wanted = str(self._settings.get("text_font"))
        if not wanted:
            return FAMILY
        if wanted == SERIF:
            load_serif()
            return SERIF
        from PySide6.QtGui import QFontDatabase

        if wanted == "system":
            return QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()
        return wanted if QFontDatabase.hasFamily(wanted) else FAMILY

    @property
    def style(self) -> Style:
        """The style of the view with all that was chosen; headings grow with the text."""
        base, share = self._base, self.size / USUAL_SIZE
        width = _WIDTHS[self._settings.get("text_width")]
        return replace(
            base,
            size=self.size,
            heading_size=round(base.heading_size * share),
            measure=round(base.measure * share * width),
            spacing=Spacing(self._settings.get("line_spacing")),
            text_family=self.family,
        )

    @property
    def chosen(self) -> set[str]:
        """The ids of the actions that say how the text is set now."""
        settings = self._settings
        return {
            f"spacing_{settings.get('line_spacing')}",
            f"width_{settings.get('text_width')}",
            _FONTS.get(str(settings.get("text_font")), "font_other"),
        }

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        """Return what each action does, by its id."""
        change = self._change
        return {
            "larger": lambda: self._resize(self.size + 1),
            "smaller": lambda: self._resize(self.size - 1),
            "usual_size": lambda: self._resize(USUAL_SIZE),
            **{f"spacing_{one}": partial(change, "line_spacing", str(one)) for one in Spacing},
            **{f"width_{one}": partial(change, "text_width", one) for one in _WIDTHS},
            **{action: partial(change, "text_font", one) for one, action in _FONTS.items()},
            "font_other": lambda: self.font_wanted.emit(self.family),
        }

    def set_font(self, family: str) -> None:
        """Show the text in a font of this computer."""
        self._change("text_font", family)

    def _resize(self, size: float) -> None:
        self._change("text_size", min(SIZES[1], max(SIZES[0], size)))

    def _change(self, key: str, value: object) -> None:
        self._settings.set(key, value)
        self._view.set_style(self.style)
