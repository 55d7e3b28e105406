"""How the text is set, chosen in the View menu and remembered."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication, QListWidget

from annotator.app import Program
from annotator.services.settings import Settings
from annotator.ui.dialogs.fonts import FontDialog
from annotator.ui.theme import CONTRAST, SERIF
from tests.end_to_end.conftest import ARTICLE
from tools.hands import Hands, settle, wait_until

pytestmark = pytest.mark.gui

Start = Callable[..., Hands]


def choose(hands: Hands, action_id: str) -> None:
    """Choose a row of the View menu or of a menu within it."""
    menu = hands.window.top_bar.by_menu["view"]
    menu.popup(hands.window.mapToGlobal(hands.window.rect().center()))
    settle()
    action = hands.window.actions_by_id[action_id]
    for row in menu.actions():
        within = row.menu()
        if within is not None and action in within.actions():
            menu.setActiveAction(row)
            settle()
            within.setActiveAction(action)
    menu.close()
    action.trigger()
    settle()


def ticked(hands: Hands) -> set[str]:
    menu = hands.window.top_bar.by_menu["view"]
    menu.aboutToShow.emit()
    rows = hands.window.actions_by_id
    return {name for name, row in rows.items() if row.isCheckable() and row.isChecked()}


def test_choices_are_ticked_applied_and_remembered(started: Start) -> None:
    hands = started(ARTICLE)
    assert ticked(hands) >= {"spacing_normal", "width_normal", "font_inter", "theme_light"}
    width = hands.view.range_rect(0, 20).width()
    for action in ("spacing_wide", "width_narrow", "font_serif"):
        choose(hands, action)
    assert ticked(hands) >= {"spacing_wide", "width_narrow", "font_serif"}
    assert ticked(hands).isdisjoint({"spacing_normal", "width_normal", "font_inter"})
    assert hands.view.range_rect(0, 20).width() != width
    again = Settings.load()
    assert again.get("line_spacing") == "wide"
    assert again.get("text_width") == "narrow"
    assert again.get("text_font") == SERIF


def test_the_size_grows_with_all_else_as_it_was(started: Start) -> None:
    hands = started(ARTICLE)
    choose(hands, "spacing_tight")
    hands.keys("Ctrl++ Ctrl++")
    style = hands.window.annotate.text_look.style
    assert (style.size, style.spacing.value) == (19, "tight")
    hands.keys("Ctrl+0")
    assert hands.window.annotate.text_look.size == 17


def test_text_may_be_as_wide_as_the_window(started: Start) -> None:
    hands = started("kata " * 400)
    usual = hands.view.range_rect(0, 1999).width()
    choose(hands, "width_full")
    room = hands.view.viewport().width()
    assert usual < hands.view.range_rect(0, 1999).width() > room - 120


def test_another_font_is_chosen_from_those_of_the_computer(started: Start) -> None:
    hands = started(ARTICLE)
    choose(hands, "font_other")
    wait_until(lambda: isinstance(QApplication.activeModalWidget(), FontDialog), "the fonts")
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, FontDialog)
    rows = dialog.findChild(QListWidget)
    assert rows is not None
    wanted = next(row for row in range(rows.count()) if rows.item(row).text() != "Inter")
    rows.setCurrentRow(wanted)
    family = dialog.family
    hands.keys("Return")
    assert Settings.load().get("text_font") == family
    assert hands.window.annotate.text_look.family == family
    assert "font_other" in ticked(hands)


def test_a_font_that_is_gone_gives_the_shipped_one(started: Start, program: Program) -> None:
    program.settings.set("text_font", "Huruf Yang Tidak Ada")
    hands = started(ARTICLE)
    assert hands.window.annotate.text_look.family == "Inter"


def test_high_contrast_and_the_systems_wish(started: Start, program: Program, monkeypatch) -> None:
    started(ARTICLE)
    assert program.window is not None
    program.window.actions_by_id["theme_contrast"].trigger()
    settle()
    assert program.theme is CONTRAST
    assert program.settings.get("theme") == "contrast"
    program.set_theme("system")
    assert program.theme is not CONTRAST
    monkeypatch.setattr("annotator.app.system_wants_contrast", lambda: True)
    program.follow_contrast()
    assert program.theme is CONTRAST
    assert Program(Settings.load()).theme is CONTRAST
    monkeypatch.setattr("annotator.app.system_wants_contrast", lambda: False)
    program.follow_contrast()
    assert program.theme is not CONTRAST
