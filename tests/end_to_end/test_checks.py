"""Checks in the window: marks, list, jumps, waiving, and what a changed guideline asks for."""

import json
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt

from annotator.model.scheme_reader import parse_scheme
from annotator.services.schemes import SchemeChange
from annotator.ui.annotate.checks_feature import ChecksFeature
from annotator.ui.panels.checks import ChecksPanel
from tests.end_to_end.conftest import ARTICLE, OTHER
from tools.hands import Hands, wait_until

pytestmark = pytest.mark.gui

Start = Callable[..., Hands]


def feature(hands: Hands) -> ChecksFeature:
    made = hands.window.annotate.features.feature("checks")
    assert isinstance(made, ChecksFeature)
    wait_until(lambda: made.is_settled, "the checks")
    return made


def panel(hands: Hands) -> ChecksPanel:
    hands.press_button(hands.window.annotate.side_bar.tab("checks"))
    feature(hands)
    made = hands.window.annotate.side_bar.panel("checks")
    assert isinstance(made, ChecksPanel)
    return made


def rows(hands: Hands) -> list[tuple[str, str]]:
    found = panel(hands).remarks
    made = [found.row(place) for place in range(found.count)]
    return [(row.quote, row.words) for row in made if row is not None]


def label(hands: Hands, words: str, keys: str, nth: int = 1) -> None:
    """Label exactly these characters."""
    start, end = hands.range_of(words, nth)
    hands.view.select(start, end)
    hands.keys(f"{keys} Escape")


def focused(hands: Hands) -> str:
    span = hands.window.annotate.presenter.selected
    return "" if span is None else hands.text[span.start : span.end]


def raise_meaning(hands: Hands, label_id: str, version: str) -> None:
    """Put a scheme in force in which a label means something else."""
    project = hands.window.session.project
    source = json.loads(project.scheme.to_json())
    source["guideline_version"] = version
    for entry in source["labels"]:
        if entry["id"] == label_id:
            entry["meaning"] = entry.get("meaning", 1) + 1
    project.schemes.apply(SchemeChange(parse_scheme(json.dumps(source))))
    hands.window.session.scheme_replaced.emit()


def test_remarks_are_marked_listed_counted_and_jumped_to(started: Start) -> None:
    hands = started(ARTICLE)
    label(hands, "warga", "1 V")
    label(hands, "politik uang", "3 M")
    label(hands, "aket sembako", "2 Z")
    assert rows(hands) == [
        ("politik uang", "Factuality is missing"),
        ("aket sembako", "Begins or ends inside a word"),
    ]
    annotate = hands.window.annotate
    assert annotate.side_bar.tab("checks").words == "Checks 2"
    by_words = {hands.text[mark.start : mark.end]: mark.key for mark in hands.view.scene().marks}
    assert hands.view._shown.remarked == {by_words["politik uang"], by_words["aket sembako"]}
    annotate.focus_text()
    hands.keys("Ctrl+Home F8")
    assert focused(hands) == "politik uang"
    assert "Factuality is missing (1/2)" in hands.window.status.remark.text()
    hands.keys("F8")
    assert focused(hands) == "aket sembako"
    hands.keys("F8")
    assert focused(hands) == "politik uang"
    hands.keys("Shift+F8")
    assert focused(hands) == "aket sembako"
    assert hands.window.focusWidget() is hands.view
    hands.keys("Shift+F8 Shift+7")
    assert rows(hands)[0] == ("aket sembako", "Begins or ends inside a word")


def test_nothing_found_is_said(started: Start) -> None:
    hands = started(ARTICLE)
    hands.keys("F8")
    assert "nothing" in hands.window.status.remark.text()
    assert rows(hands) == []


def test_a_remark_is_waived_in_the_list_and_comes_back_by_undo(started: Start) -> None:
    hands = started(ARTICLE)
    label(hands, "aket sembako", "2 Z")
    label(hands, "politik uang", "3 M")
    found = panel(hands)
    found.focus_first()
    hands.keys("Delete")
    feature(hands)
    assert "cannot be waived" in hands.window.status.remark.text()
    assert not found.waive_button.isEnabled()
    hands.keys("Down")
    assert found.waive_button.isEnabled()
    hands.keys("Delete")
    assert [words for words, _ in rows(hands)] == ["politik uang"]
    hands.keys("Ctrl+Z")
    assert len(rows(hands)) == 2
    assert "Undone: “aket sembako” · remark waived" in hands.window.status.remark.text()
    found.focus_first()
    hands.keys("Home Return")
    assert focused(hands) == "politik uang"
    assert hands.window.focusWidget() is hands.view


def test_the_same_words_in_another_article(started: Start) -> None:
    hands = started(ARTICLE, OTHER)
    label(hands, "Samudra", "4 L", 2)
    hands.window.annotate.step_document(1)
    label(hands, "samudra".title(), "4 W", 2)
    assert rows(hands) == [("Samudra", "Other articles mostly label the same words “Place”")]


def test_hovering_tells_what_is_wrong(started: Start) -> None:
    hands = started(ARTICLE)
    label(hands, "politik uang", "3 M")
    feature(hands)
    key = hands.view.scene().marks[0].key
    hands.view.hover_changed.emit(key)
    assert "Factuality is missing" in hands.view.viewport().toolTip()
    hands.view.hover_changed.emit("")
    assert hands.view.viewport().toolTip() == ""


def test_a_changed_guideline_asks_for_a_second_look(started: Start, program: object) -> None:
    hands = started(ARTICLE, OTHER)
    for words, nth in (("warga", 1), ("pelapor", 1)):
        label(hands, words, "1 V", nth)
    hands.window.annotate.step_document(1)
    label(hands, "KPU", "1 V", 2)
    raise_meaning(hands, "actor.voter", "1.1")
    hands = Hands(program.window)  # type: ignore[attr-defined]
    found = panel(hands)
    assert [words for words, _ in rows(hands)] == ["KPU"]
    titles = [found.articles.item(place).text() for place in range(found.articles.count())]
    assert [title.rpartition(" · ")[2] for title in titles] == ["2", "1"]
    assert not found.remarks.current() or not found.waive_button.isEnabled()
    found.articles.setFocus()
    hands.keys("Home Return")
    assert focused(hands) == "warga"
    hands.keys("Shift+V")
    assert "still right" in hands.window.status.remark.text()
    wait_until(lambda: [words for words, _ in rows(hands)] == ["pelapor"], "the other article's")
    hands.window.annotate.focus_text()
    hands.keys("Shift+V")
    assert "no second look" in hands.window.status.remark.text()
    hands.keys("Escape Shift+V")
    assert "Click a span" in hands.window.status.remark.text()
    hands.keys("F8 Shift+5 Delete")
    assert [words for words, _ in rows(hands)] == []
    hands.window.annotate.focus_text()
    hands.keys("Ctrl+Z Ctrl+Z")
    assert [words for words, _ in rows(hands)] == ["warga", "pelapor"]
    assert found.articles.item(0).data(Qt.ItemDataRole.UserRole).spans == 2


def test_nothing_is_looked_at_once_the_window_is_closed(started: Start) -> None:
    hands = started(ARTICLE)
    checks = feature(hands)
    label(hands, "Bawaslu", "3 m")
    assert not checks.is_settled
    hands.window.close()
    assert checks.is_settled
