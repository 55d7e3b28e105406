"""F1 and the card, the stamp of a span, and examples kept with one key."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from annotator.model.annotation import UNKNOWN_GUIDELINE
from annotator.model.edit import Change, Edit, Origin
from annotator.model.scheme import Example
from annotator.ui.dialogs.example import ExampleDialog
from annotator.ui.panels.label_card import LabelCard
from tests.end_to_end.conftest import ARTICLE
from tools.hands import Hands, settle

pytestmark = pytest.mark.gui

Start = Callable[..., Hands]


def card(hands: Hands) -> str:
    """Everything on the card, "" where none is shown."""
    found = hands.window.annotate.labels.findChildren(LabelCard)
    shown = [one for one in found if one.isVisible()]
    return shown[0].words() if shown else ""


def label(hands: Hands, words: str, keys: str) -> None:
    hands.drag(*hands.range_of(words))
    hands.keys(keys)


def dialog() -> ExampleDialog:
    found = QApplication.activeModalWidget()
    assert isinstance(found, ExampleDialog)
    found.activateWindow()
    settle()
    return found


def test_the_card_says_when_and_when_not_and_follows_the_focused_span(started: Start) -> None:
    hands = started(ARTICLE)
    label(hands, "politik uang", "3 M")
    hands.keys("F1")
    words = card(hands)
    scheme = hands.window.session.project.scheme
    bought = scheme.label("violation.vote_buying")
    assert bought is not None
    for part in (bought.names, bought.definition, bought.when, bought.when_not):
        assert part.best("en").rstrip(".") in words
    assert bought.legal_basis in words
    assert all(example.text in words for example in bought.examples)
    assert hands.window.focusWidget() is hands.view
    assert not hands.window.annotate.labels.group_button("ACTOR").isVisible()
    hands.keys("Escape Escape")
    assert card(hands) == ""
    assert hands.window.annotate.labels.group_button("ACTOR").isVisible()
    label(hands, "warga", "1 V")
    hands.keys("F1")
    voter = scheme.label("actor.voter")
    assert voter is not None
    assert voter.definition.best("en").rstrip(".") in card(hands)
    hands.keys("]")
    assert bought.definition.best("en").rstrip(".") in card(hands)
    hands.keys("F1")
    assert card(hands) == ""


def test_without_a_span_the_label_used_last(started: Start) -> None:
    hands = started(ARTICLE)
    hands.keys("F1")
    assert card(hands) == ""
    assert "choose a label" in hands.window.status.remark.text()
    label(hands, "warga", "1 V Delete F1")
    assert "Voters" in card(hands)


def test_escape_in_the_card_goes_back_to_the_text(started: Start) -> None:
    hands = started(ARTICLE)
    label(hands, "warga", "1 V F1")
    [found] = hands.window.annotate.labels.findChildren(LabelCard)
    found.findChildren(type(found._scroll))[0].setFocus(Qt.FocusReason.TabFocusReason)
    hands.keys("Escape")
    assert card(hands) == ""
    assert hands.window.focusWidget() is hands.view


def test_the_stamp_of_the_focused_span(started: Start) -> None:
    hands = started(ARTICLE)
    label(hands, "warga", "1 V")
    stamp = hands.window.annotate.labels._card._stamp
    assert stamp.text() == "This span: guideline 1.0"
    annotations = hands.window.session.annotations
    assert annotations is not None
    (span,) = annotations.spans
    foreign = replace(span, guideline=UNKNOWN_GUIDELINE, foreign="0.9")
    edit = Edit(annotations.document, annotations.annotator, (Change(span, foreign),))
    hands.window.session.project.editing.apply(edit, Origin.IMPORT)
    hands.window.session.reload()
    hands.keys("Escape ]")
    assert stamp.text() == "This span: guideline 0.9 (not of this project)"
    hands.keys("Escape")
    assert not stamp.isVisible()


def test_words_are_kept_as_an_example_without_losing_the_place(started: Start) -> None:
    hands = started(ARTICLE)
    window, view = hands.window, hands.view
    label(hands, "dua paket sembako", "3 M Shift+2 F1 Shift+E")
    asked = dialog()
    assert asked.fits.isChecked()
    hands.keys("Down")
    assert asked.does_not_fit.isChecked()
    hands.keys("Tab")
    hands.type("hanya diserahkan sebagai bukti")
    hands.key(Qt.Key.Key_Return)
    settle()
    project = hands.window.session.project
    bought = project.scheme.label("violation.vote_buying")
    assert bought is not None
    kept = Example("dua paket sembako", fits=False, note="hanya diserahkan sebagai bukti")
    assert bought.examples[-1] == kept
    assert project.scheme_version == 2
    assert hands.window is window
    assert hands.view is view
    assert hands.window.annotate.presenter.selected is not None
    assert "hanya diserahkan sebagai bukti" in card(hands)
    hands.keys("Shift+E")
    assert QApplication.activeModalWidget() is None
    assert "already" in hands.window.status.remark.text()
    hands.keys("Escape Escape Shift+E")
    assert "Click a span" in hands.window.status.remark.text()


def test_giving_up_keeps_nothing(started: Start) -> None:
    hands = started(ARTICLE)
    label(hands, "warga", "1 V Shift+E")
    dialog()
    hands.keys("Escape")
    assert hands.window.session.project.scheme_version == 1
