"""Badges: one for each mode, read out, and cut where there is no room."""

import pytest
from pytestqt.qtbot import QtBot

from annotator.ui.badges import Badge
from annotator.ui.status_bar import StatusBar
from annotator.ui.text_view.scene import MarkColours
from annotator.ui.theme import DARK, LIGHT, Theme

pytestmark = pytest.mark.gui
STICKY = Badge(
    "Pengawas & DKPP tetap",
    "Esc dua kali atau ⇧L mengakhiri",
    "BWS",
    MarkColours("#b3ddf5", "#005a8c", "#1f2328"),
)


@pytest.fixture(params=[LIGHT, DARK], ids=lambda theme: theme.name)
def bar(request: pytest.FixtureRequest, qtbot: QtBot) -> StatusBar:
    theme: Theme = request.param
    made = StatusBar(theme)
    qtbot.addWidget(made)
    made.hints.setText("1–4 group")
    made.resize(900, 28)
    made.show()
    return made


def test_a_badge_takes_the_place_of_the_keys_until_its_mode_is_over(bar: StatusBar) -> None:
    assert bar.hints.isVisible()
    bar.show_badge("sticky", STICKY)
    assert bar.badges == ("BWS Pengawas & DKPP tetap. Esc dua kali atau ⇧L mengakhiri",)
    assert not bar.hints.isVisible()
    bar.tell("said")
    bar.show_badge("sticky", None)
    assert bar.badges == ()
    bar.tell("")
    assert bar.hints.isVisible()


def test_words_that_do_not_fit_end_in_dots_and_are_whole_in_the_tool_tip(bar: StatusBar) -> None:
    bar.show_badge("sticky", STICKY)
    words = "Huruf di atas kata tetap menyala sampai Esc & <b>Shift+F</b>"
    bar.tell(words)
    bar.remark.setFixedSize(400, 28)
    whole = bar.remark.grab().toImage()
    bar.remark.setFixedSize(120, 28)
    cut = bar.remark.grab().toImage()
    assert cut != whole.copy(0, 0, cut.width(), cut.height())
    assert "&lt;b&gt;Shift+F" in bar.remark.toolTip()
    bar.forget_refusal()
    bar.tell("")
    assert bar.remark.toolTip() == ""


def test_a_mode_has_one_badge_whatever_it_says(bar: StatusBar) -> None:
    bar.show_badge("sticky", STICKY)
    bar.show_badge("hints", Badge("Hints stay on", "Esc ends it"))
    bar.show_badge("sticky", Badge("PUG stays", "Esc twice ends it"))
    assert len(bar.badges) == 2
    assert any("PUG" in words for words in bar.badges)


def test_badges_do_not_make_a_narrow_window_wide(bar: StatusBar) -> None:
    least = bar.minimumSizeHint().width()
    bar.show_badge("sticky", STICKY)
    bar.show_badge("hints", Badge("Huruf tetap menyala", "Esc atau ⇧F mengakhiri"))
    assert bar.minimumSizeHint().width() < least + 250
    bar.resize(bar.minimumSizeHint().width(), 28)
    bar.grab()
