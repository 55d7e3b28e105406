"""The gate before "done": what holds back, the way to it, and the reason that overrules."""

import json
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from annotator.model.annotation_set import AnnotationSet
from annotator.model.project import Status
from annotator.services.transfer import export_project
from annotator.ui.dialogs.gate import GateDialog
from tests.end_to_end.conftest import ARTICLE, OTHER
from tools.hands import Hands, settle

pytestmark = pytest.mark.gui

Start = Callable[..., Hands]


def violation(hands: Hands, words: str) -> None:
    """Label words as vote buying, without saying how sure the article is."""
    hands.drag(*hands.range_of(words))
    hands.keys("3 M Escape")


def stored(hands: Hands, document: str) -> AnnotationSet:
    return hands.window.session.project.editing.annotation_set(document)  # type: ignore[arg-type]


def gate(hands: Hands) -> GateDialog:
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, GateDialog)
    dialog.activateWindow()
    settle()
    return dialog


def test_a_violation_without_factuality_is_listed_and_reached_by_return(started: Start) -> None:
    hands = started(ARTICLE, OTHER)
    first = hands.window.session.document
    assert first is not None
    violation(hands, "politik uang")
    violation(hands, "dibagikan")
    hands.keys("Ctrl+Return")
    dialog = gate(hands)
    rows = [dialog.list.row(place) for place in range(dialog.list.count)]
    assert [(row.quote, row.words) for row in rows if row] == [
        ("politik uang", "Factuality is missing"),
        ("dibagikan", "Factuality is missing"),
    ]
    hands.keys("Down Return")
    assert QApplication.activeModalWidget() is None
    assert hands.window.session.document == first
    focused = hands.window.annotate.presenter.selected
    assert focused is not None
    assert hands.text[focused.start : focused.end] == "dibagikan"
    assert hands.window.focusWidget() is hands.view
    hands.keys("Shift+2 Escape")
    hands.click(hands.range_of("politik uang")[0] + 1)
    hands.keys("Shift+2 Ctrl+Return")
    assert QApplication.activeModalWidget() is None
    assert hands.window.session.document != first
    assert (stored(hands, first.id).status, stored(hands, first.id).status_reason) == (
        Status.DONE,
        "",
    )


def test_a_reason_overrules_and_goes_out_with_the_data(started: Start) -> None:
    hands = started(ARTICLE, OTHER)
    first = hands.window.session.document
    assert first is not None
    violation(hands, "dibagikan")
    hands.keys("Ctrl+Return Tab")
    dialog = gate(hands)
    hands.type("sudah")
    hands.key(Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert not dialog.overrule.isEnabled()
    hands.type("  dibahas ")
    hands.key(Qt.Key.Key_Return)
    settle()
    assert hands.window.session.document != first
    project = hands.window.session.project
    assert (stored(hands, first.id).status, stored(hands, first.id).status_reason) == (
        Status.DONE,
        "sudah dibahas",
    )
    target = project.path.with_name("keluar.jsonl")
    export_project(project, target, "jsonl")
    line = json.loads(target.read_text("utf-8").splitlines()[0])
    assert line["annotation_sets"][0]["status_reason"] == "sudah dibahas"
    hands.window.annotate.step_document(-1)
    hands.keys("Ctrl+Z")
    assert "sudah dibahas" in hands.window.status.remark.text()
    assert (stored(hands, first.id).status, stored(hands, first.id).status_reason) == (
        Status.IN_PROGRESS,
        "",
    )


def test_escape_leaves_everything_as_it_was(started: Start) -> None:
    hands = started(ARTICLE, OTHER)
    first = hands.window.session.document
    violation(hands, "dibagikan")
    hands.keys("Ctrl+Return")
    gate(hands)
    hands.keys("Escape")
    assert hands.window.session.document == first
    assert hands.window.session.annotations.status is Status.IN_PROGRESS  # type: ignore[union-attr]
    assert hands.window.focusWidget() is hands.view


def test_other_states_are_never_held_back(started: Start) -> None:
    hands = started(ARTICLE, OTHER)
    violation(hands, "dibagikan")
    hands.keys("Ctrl+B")
    assert QApplication.activeModalWidget() is None
    assert hands.window.session.annotations.status is Status.FLAGGED  # type: ignore[union-attr]
