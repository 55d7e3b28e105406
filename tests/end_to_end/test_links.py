"""Linking who did what to whom, by keyboard and by mouse."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from tests.end_to_end.conftest import ARTICLE
from tools.hands import Hands, settle, wait_until

pytestmark = pytest.mark.gui

Start = Callable[..., Hands]


def label(hands: Hands, words: str, keys: str, nth: int = 1) -> str:
    """Label words and return the id of their span."""
    hands.keys("Escape")
    hands.drag(*hands.range_of(words, nth))
    hands.keys(keys)
    focused = hands.window.annotate.presenter.selected
    assert focused is not None
    return focused.id


def relations(hands: Hands) -> list[tuple[str, str, str]]:
    session = hands.window.session
    assert session.document is not None
    stored = session.project.editing.annotation_set(session.document.id)
    return [(item.label, item.source, item.target) for item in stored.relations]


def open_menu() -> QMenu | None:
    shown = QApplication.activePopupWidget()
    return shown if isinstance(shown, QMenu) else None


def test_only_legal_type_is_taken_at_once(started: Start) -> None:
    hands = started(ARTICLE)
    place = label(hands, "Desa Karang Lila", "4 L")
    buying = label(hands, "politik uang", "3 M Shift+2")
    hands.keys("Shift+R")
    assert hands.window.annotate.links.is_choosing
    hands.keys("A")
    assert relations(hands) == [("place", buying, place)]
    assert not hands.window.annotate.links.is_choosing
    hands.keys("Ctrl+Z")
    assert relations(hands) == []


def test_several_legal_types_are_offered(started: Start) -> None:
    hands = started(ARTICLE)
    team = label(hands, "tim sukses", "1 T")
    buying = label(hands, "dibagikan", "3 M Shift+2")
    hands.keys("Shift+R A")
    wait_until(lambda: open_menu() is not None, "the list")
    menu = open_menu()
    assert menu is not None
    assert len(menu.actions()) == 6
    QTest.keyClick(menu, Qt.Key.Key_1)
    settle()
    assert relations(hands) == [("perpetrator", buying, team)]
    scene = hands.view.scene()
    assert [(arc.source, arc.target) for arc in scene.arcs] == [(buying, team)]
    assert scene.arcs[0].text.endswith("· alleged")


def test_from_the_other_end_too_and_never_twice(started: Start) -> None:
    hands = started(ARTICLE)
    place = label(hands, "Desa Karang Lila", "4 L")
    buying = label(hands, "politik uang", "3 M Shift+2")
    hands.click(hands.range_of("Desa Karang Lila")[0] + 2)
    hands.keys("Shift+R A")
    assert relations(hands) == [("place", buying, place)]
    hands.keys("Shift+R A")
    assert relations(hands) == [("place", buying, place)]
    assert "every way" in hands.window.status.remark.text()


def test_letters_choose_and_label_nothing_while_choosing(started: Start) -> None:
    hands = started(ARTICLE)
    label(hands, "Desa Karang Lila", "4 L")
    label(hands, "politik uang", "3 M Shift+2")
    before = hands.window.session.annotations
    hands.keys("Shift+R")
    hands.keys("X")
    assert hands.window.session.annotations == before
    assert not hands.window.annotate.links.is_choosing
    hands.keys("Shift+R Escape")
    assert not hands.window.annotate.links.is_choosing


def test_nothing_to_link_with_is_said(started: Start) -> None:
    hands = started(ARTICLE)
    label(hands, "Senin (25/11/2024)", "4 W")
    label(hands, "Desa Karang Lila", "4 L")
    hands.keys("Shift+R")
    assert not hands.window.annotate.links.is_choosing
    assert hands.window.status.remark.text()


def test_removing_a_span_takes_its_relations_in_one_step(started: Start) -> None:
    hands = started(ARTICLE)
    label(hands, "Desa Karang Lila", "4 L")
    label(hands, "politik uang", "3 M Shift+2")
    hands.keys("Shift+R A Delete")
    assert relations(hands) == []
    hands.keys("Ctrl+Z")
    assert len(relations(hands)) == 1


def test_pulling_the_chip_onto_another_span(started: Start) -> None:
    hands = started(ARTICLE)
    place = label(hands, "Desa Karang Lila", "4 L")
    buying = label(hands, "politik uang", "3 M Shift+2")
    hands.keys("Ctrl+Home")
    hands.click(hands.range_of("politik uang")[0] + 2)
    box = hands.view.mark_rect(buying)
    chip = QPoint(box.left() + 6, box.top() - 6)
    target = hands.view.mark_rect(place).center()
    viewport = hands.view.viewport()
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=chip)
    QTest.mouseMove(viewport, (chip + target) / 2)
    QTest.mouseMove(viewport, target)
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=target)
    settle()
    assert relations(hands) == [("place", buying, place)]


def test_the_panel_lists_and_removes_relations(started: Start) -> None:
    hands = started(ARTICLE)
    label(hands, "Desa Karang Lila", "4 L")
    label(hands, "politik uang", "3 M Shift+2")
    hands.keys("Shift+R A")
    rows = hands.window.annotate.labels.relations
    assert [button.accessibleName() for button in rows.remove_buttons] == [
        "Remove this relation: Place, Desa Karang Lila"
    ]
    hands.press_button(rows.remove_buttons[0])
    assert relations(hands) == []
