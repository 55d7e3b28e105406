"""Find in the article: the bar, F3, and what stays when it is closed."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication

from annotator.ui.annotate.find import Find
from annotator.ui.panels.find_bar import FindBar
from tests.end_to_end.conftest import ARTICLE, OTHER
from tools.hands import Hands

pytestmark = pytest.mark.gui

Start = Callable[..., Hands]


def bar_of(hands: Hands) -> FindBar:
    feature = hands.window.annotate.features.feature("find")
    assert isinstance(feature, Find)
    return feature.bar


def chosen(hands: Hands) -> str:
    selection = hands.view.selection()
    return hands.text[slice(*selection)] if selection else ""


def test_typing_finds_and_return_goes_on(started: Start) -> None:
    hands = started(ARTICLE)
    hands.keys("Ctrl+F")
    hands.type("samudra")
    bar = bar_of(hands)
    assert bar.count.text() == "1 of 3"
    assert hands.view.selection() == hands.range_of("Samudra")
    hands.keys("Return")
    assert hands.view.selection() == hands.range_of("Samudra", 2)
    hands.keys("F3")
    assert bar.count.text() == "3 of 3"
    hands.keys("F3")
    assert bar.count.text() == "1 of 3"
    assert "start of the article" in hands.window.status.remark.text()
    hands.keys("Shift+F3")
    assert bar.count.text() == "3 of 3"
    hands.keys("Shift+Return")
    assert hands.view.selection() == hands.range_of("Samudra", 2)


def test_escape_leaves_the_place_selected_and_marks_nothing(started: Start) -> None:
    hands = started(ARTICLE)
    hands.keys("Ctrl+F")
    hands.type("sembako")
    assert hands.view._shown.found is not None
    hands.keys("Escape")
    assert QApplication.focusWidget() is hands.view
    assert not bar_of(hands).isVisible()
    assert hands.view._shown.found is None
    assert chosen(hands) == "sembako"
    hands.keys("F3")
    assert hands.view.selection() == hands.range_of("sembako", 2)
    assert QApplication.focusWidget() is hands.view
    hands.keys("1 V")
    stored = hands.window.session.annotations
    assert stored is not None
    assert [(span.start, span.end) for span in stored.spans] == [hands.range_of("sembako", 2)]


def test_switches_narrow_what_is_found(started: Start) -> None:
    hands = started(ARTICLE)
    hands.keys("Ctrl+F")
    hands.type("bawaslu")
    bar = bar_of(hands)
    assert bar.count.text() == "1 of 3"
    hands.keys("Tab Space")
    assert bar.match_case.isChecked()
    assert bar.count.text() == "Not found"
    hands.keys("Space Tab Space Shift+Tab Shift+Tab Ctrl+A")
    assert bar.whole_words.isChecked()
    hands.type("baw")
    assert bar.count.text() == "Not found"
    assert not bar.next.isEnabled()


def test_what_is_selected_is_looked_for(started: Start) -> None:
    hands = started(ARTICLE)
    hands.double_click(hands.range_of("dibagikan")[0])
    hands.keys("Ctrl+F")
    assert bar_of(hands).line.text() == "dibagikan"
    assert bar_of(hands).count.text() == "1 of 1"


def test_another_article_is_looked_through_as_well(started: Start) -> None:
    hands = started(ARTICLE, OTHER)
    hands.keys("Ctrl+F")
    hands.type("kpu")
    assert bar_of(hands).count.text() == "Not found"
    hands.keys("Ctrl+PgDown")
    assert bar_of(hands).count.text() == "2 places"
    hands.keys("F3")
    assert chosen(hands) == "KPU"


def test_f3_without_words_asks_for_them(started: Start) -> None:
    hands = started(ARTICLE)
    hands.keys("F3")
    assert bar_of(hands).isVisible()
    hands.type("entah")
    hands.keys("Escape F3")
    assert "not in this article" in hands.window.status.remark.text()


def test_the_filter_of_the_list_moved_to_ctrl_g(started: Start) -> None:
    hands = started(ARTICLE)
    hands.keys("Ctrl+G")
    assert QApplication.focusWidget() is hands.window.annotate.documents.filter.line
