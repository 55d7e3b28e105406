"""The rows of the View menu among which one is chosen: how the text is set, colours, language."""

from typing import Final

from annotator.ui.action import QT_TRANSLATE_NOOP, Action

VIEW: Final = "view"
SUBMENUS: Final = {
    "spacing": QT_TRANSLATE_NOOP("Actions", "Line spacing"),
    "width": QT_TRANSLATE_NOOP("Actions", "Width of the text"),
    "font": QT_TRANSLATE_NOOP("Actions", "Font of the text"),
}


def _choice(name: str, title: str, submenu: str = "", *, begins: bool = False) -> Action:
    return Action(name, title, menu=VIEW, begins=begins, submenu=submenu, is_choice=True)


TEXT_LOOKS: Final = (
    _choice("spacing_tight", QT_TRANSLATE_NOOP("Actions", "Tight line spacing"), "spacing"),
    _choice("spacing_normal", QT_TRANSLATE_NOOP("Actions", "Normal line spacing"), "spacing"),
    _choice("spacing_wide", QT_TRANSLATE_NOOP("Actions", "Wide line spacing"), "spacing"),
    _choice("width_narrow", QT_TRANSLATE_NOOP("Actions", "Narrow text"), "width"),
    _choice("width_normal", QT_TRANSLATE_NOOP("Actions", "Text of normal width"), "width"),
    _choice("width_wide", QT_TRANSLATE_NOOP("Actions", "Wide text"), "width"),
    _choice("width_full", QT_TRANSLATE_NOOP("Actions", "Text as wide as the window"), "width"),
    _choice("font_inter", QT_TRANSLATE_NOOP("Actions", "Text in Inter"), "font"),
    _choice("font_serif", QT_TRANSLATE_NOOP("Actions", "Text in Source Serif"), "font"),
    _choice("font_system", QT_TRANSLATE_NOOP("Actions", "Text in the system's font"), "font"),
    _choice("font_other", QT_TRANSLATE_NOOP("Actions", "Text in another font…"), "font"),
)
COLOURS: Final = (
    _choice("theme_light", QT_TRANSLATE_NOOP("Actions", "Light colours"), begins=True),
    _choice("theme_dark", QT_TRANSLATE_NOOP("Actions", "Dark colours")),
    _choice("theme_contrast", QT_TRANSLATE_NOOP("Actions", "High contrast")),
    _choice("theme_system", QT_TRANSLATE_NOOP("Actions", "Colours of the system")),
)
LANGUAGES: Final = (
    _choice("in_indonesian", QT_TRANSLATE_NOOP("Actions", "Bahasa Indonesia"), begins=True),
    _choice("in_english", QT_TRANSLATE_NOOP("Actions", "English")),
)
