"""Attributes said by keyboard, and what the text proposes for them."""

from collections.abc import Callable
from pathlib import Path

import pytest

from annotator.model.project import Status
from annotator.services.transfer import export_project
from tests.end_to_end.conftest import ARTICLE
from tools.hands import Hands

pytestmark = pytest.mark.gui

Start = Callable[..., Hands]


def stored(hands: Hands) -> dict[str, dict[str, object]]:
    """The attributes of the stored spans, by their words."""
    session = hands.window.session
    assert session.document is not None
    annotations = session.project.editing.annotation_set(session.document.id)
    assert annotations == session.annotations
    return {
        hands.text[span.start : span.end]: span.attributes.to_json() for span in annotations.spans
    }


def buy_votes(hands: Hands) -> None:
    """Label "politik uang", whose sentence says "dugaan"."""
    hands.drag(*hands.range_of("politik uang"))
    hands.keys("3 M")


def test_a_proposal_is_shown_and_stored_only_when_confirmed(started: Start, tmp_path: Path) -> None:
    hands = started(ARTICLE)
    buy_votes(hands)
    panel, project = hands.window.annotate.labels, hands.window.session.project
    [mark] = hands.view.scene().marks
    assert (mark.note, mark.guessed, mark.incomplete) == ("alleged?", True, True)
    button = panel.choice_button("alleged")
    assert not button.isChecked()
    assert "proposed" in button.accessibleName()
    assert "dugaan" in hands.window.status.remark.text()
    assert stored(hands) == {"politik uang": {}}
    export_project(project, tmp_path / "before.jsonl", "jsonl")
    assert b"alleged" not in (tmp_path / "before.jsonl").read_bytes().split(b'"spans"')[1]
    hands.keys("Ctrl+Return")
    assert hands.window.session.annotations.status is not Status.DONE  # type: ignore[union-attr]
    hands.keys("Shift+Y")
    assert stored(hands) == {"politik uang": {"factuality": "alleged"}}
    [mark] = hands.view.scene().marks
    assert (mark.note, mark.guessed, mark.incomplete) == ("alleged", False, False)
    assert button.isChecked()
    assert "proposed" not in button.accessibleName()
    export_project(project, tmp_path / "after.jsonl", "jsonl")
    assert b'"factuality":"alleged"' in (tmp_path / "after.jsonl").read_bytes()
    hands.keys("Ctrl+Z")
    assert stored(hands) == {"politik uang": {}}
    assert hands.view.scene().marks[0].guessed


def test_shift_digit_overrules_a_proposal(started: Start) -> None:
    hands = started(ARTICLE)
    buy_votes(hands)
    hands.keys("Shift+4")
    assert stored(hands) == {"politik uang": {"factuality": "proven"}}
    assert not hands.view.scene().marks[0].guessed
    hands.keys("Shift+Y")
    assert stored(hands) == {"politik uang": {"factuality": "proven"}}
    assert "proposed" in hands.window.status.remark.text()


def test_there_is_nothing_to_confirm_without_a_span(started: Start) -> None:
    hands = started(ARTICLE)
    hands.keys("Shift+Y")
    assert "span" in hands.window.status.remark.text()
    assert stored(hands) == {}
