"""A label that stays, with real keys and mouse."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.end_to_end.conftest import ARTICLE, OTHER
from tools.hands import Hands, settle

pytestmark = pytest.mark.gui

Start = Callable[..., Hands]


def spans(hands: Hands) -> list[tuple[str, str]]:
    session = hands.window.session
    assert session.document is not None
    stored = session.project.editing.annotation_set(session.document.id)
    return [(hands.text[span.start : span.end], span.label) for span in stored.spans]


@pytest.fixture
def sticky(started: Start) -> Hands:
    """An article with one span of vote buying, whose label stays."""
    hands = started(ARTICLE, OTHER)
    hands.drag(*hands.range_of("politik uang"))
    hands.keys("3 M Shift+L")
    return hands


def is_on(hands: Hands) -> bool:
    return any("stays" in words for words in hands.window.status.badges)


def test_dragging_and_double_clicking_label_at_once(sticky: Hands) -> None:
    assert sticky.window.status.badges == ("PUG Vote buying stays. Esc twice or ⇧L ends it",)
    sticky.drag(*sticky.range_of("dua paket sembako"))
    sticky.double_click(sticky.range_of("dibagikan")[0] + 2)
    assert spans(sticky) == [
        ("politik uang", "violation.vote_buying"),
        ("dua paket sembako", "violation.vote_buying"),
        ("dibagikan", "violation.vote_buying"),
    ]
    sticky.keys("Ctrl+Z")
    assert len(spans(sticky)) == 2
    assert is_on(sticky)


def test_a_click_labels_nothing(sticky: Hands) -> None:
    sticky.click(sticky.range_of("sembako")[0] + 2)
    sticky.click(sticky.range_of("politik uang")[0] + 2)
    assert len(spans(sticky)) == 1


def test_a_triple_click_labels_the_sentence_alone(sticky: Hands) -> None:
    start = sticky.range_of("pelapor")[0] + 2
    place = sticky.point(start)
    viewport = sticky.view.viewport()
    sticky.double_click(start)
    assert ("pelapor", "violation.vote_buying") in spans(sticky)
    QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=place)
    settle()
    assert [words for words, _ in spans(sticky)][1].startswith("Ketua Bawaslu")
    assert len(spans(sticky)) == 2
    sticky.keys("Ctrl+Z")
    assert len(spans(sticky)) == 1
    QTest.qWait(QApplication.doubleClickInterval() + 20)


def test_hints_label_at_once_too(sticky: Hands) -> None:
    sticky.keys("Ctrl+Home Shift+F A S")
    assert spans(sticky)[0] == ("Bawaslu Samudra", "violation.vote_buying")


def test_hints_and_label_that_both_stay(sticky: Hands) -> None:
    sticky.keys("Ctrl+Home Shift+F Shift+F A S")
    assert spans(sticky)[0] == ("Bawaslu Samudra", "violation.vote_buying")
    assert sticky.view.word_hints is not None
    sticky.keys("Shift+2 A A")
    assert [words for words, _ in spans(sticky)][:2] == ["Bawaslu Samudra", "terima"]
    assert len(sticky.window.status.badges) == 2
    sticky.keys("Escape")
    assert is_on(sticky)
    sticky.keys("Escape")
    assert is_on(sticky)
    sticky.keys("Escape")
    assert not is_on(sticky)


def test_keys_select_without_labelling_until_return(sticky: Hands) -> None:
    sticky.keys("Ctrl+Home Ctrl+Shift+Right Ctrl+Shift+Right")
    assert len(spans(sticky)) == 1
    sticky.keys("Return")
    assert spans(sticky)[0] == ("Bawaslu Samudra", "violation.vote_buying")


def test_a_letter_changes_the_label_that_stays_and_labels_no_word(sticky: Hands) -> None:
    sticky.keys("H")
    assert [label for _, label in spans(sticky)] == ["violation.vote_buying"]
    assert "Buying a nomination" in sticky.window.status.badges[0]
    sticky.drag(*sticky.range_of("sembako"))
    assert spans(sticky)[0][1] != "violation.vote_buying"
    assert spans(sticky)[0][0] == "sembako"


def test_a_letter_on_a_selection_labels_it_and_stays(sticky: Hands) -> None:
    sticky.keys("Ctrl+Home Ctrl+Shift+Right 1 B")
    assert spans(sticky)[0] == ("Bawaslu", "actor.supervisor")
    assert sticky.window.status.badges[0].startswith("BWS")


def test_the_same_words_again_are_relabelled_within_their_group(sticky: Hands) -> None:
    sticky.keys("H Ctrl+Home")
    sticky.drag(*sticky.range_of("politik uang"))
    assert len(spans(sticky)) == 1
    assert spans(sticky)[0][1] != "violation.vote_buying"
    sticky.keys("Ctrl+Home 1 B")
    sticky.drag(*sticky.range_of("politik uang"))
    assert len(spans(sticky)) == 2


@pytest.mark.parametrize("keys", ["Shift+L", "Escape Escape"])
def test_leaving(sticky: Hands, keys: str) -> None:
    sticky.keys(keys)
    assert not is_on(sticky)
    sticky.drag(*sticky.range_of("sembako"))
    assert len(spans(sticky)) == 1


def test_one_escape_alone_leaves_only_what_is_selected(sticky: Hands) -> None:
    sticky.keys("Escape Right Escape")
    assert is_on(sticky)


def test_the_label_used_last_stays_where_no_span_is_focused(started: Start) -> None:
    hands = started(ARTICLE)
    hands.keys("Shift+L")
    assert not is_on(hands)
    assert "Label something first" in hands.window.status.remark.text()
    hands.drag(*hands.range_of("politik uang"))
    hands.keys("3 M Ctrl+Home Shift+L")
    assert is_on(hands)
    hands.click(hands.range_of("sembako")[0])
    assert len(spans(hands)) == 1


def test_it_stays_in_the_next_article(sticky: Hands) -> None:
    sticky.keys("Ctrl+PgDown")
    sticky.double_click(sticky.range_of("menetapkan")[0] + 2)
    assert spans(sticky) == [("menetapkan", "violation.vote_buying")]


def test_dragging_an_edge_of_the_focused_span_labels_nothing_new(sticky: Hands) -> None:
    sticky.click(sticky.range_of("politik uang")[0] + 2)
    _, end = sticky.range_of("politik uang")
    edge = sticky.point(end - 1, after=True) + QPoint(2, 0)
    target = sticky.point(sticky.range_of("Desa Karang Lila")[0] - 2)
    viewport = sticky.view.viewport()
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=edge)
    QTest.mouseMove(viewport, (edge + target) / 2)
    QTest.mouseMove(viewport, target)
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=target)
    settle()
    assert len(spans(sticky)) == 1
    assert spans(sticky)[0][0].startswith("politik uang")
