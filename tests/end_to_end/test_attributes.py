"""Attributes said by keyboard, and what the text proposes for them."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QScrollArea

from annotator.model.project import Status
from annotator.services.transfer import export_project
from tests.end_to_end.conftest import ARTICLE
from tools.hands import Hands, settle

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
    hands.keys("Ctrl+Return Return")  # the gate, and from it back to the span
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


def test_attributes_are_said_by_keyboard_and_the_text_goes_on(started: Start) -> None:
    hands = started(ARTICLE)
    buy_votes(hands)
    hands.keys("Shift+Y Return")
    panel = hands.window.annotate.labels
    assert panel.attributes.has_keyboard
    assert not hands.view.hasFocus()
    hands.keys("2 1")  # polarity, genericity: each digit goes on to the next attribute
    hands.keys("4 Down Down")  # legal class, past the stage to the note
    hands.type("menurut pelapor")
    hands.keys("Return")
    assert stored(hands) == {
        "politik uang": {
            "factuality": "alleged",
            "genericity": "specific",
            "legal_class": ["pidana"],
            "note": "menurut pelapor",
            "polarity": "negated",
        }
    }
    assert hands.view.hasFocus()
    assert hands.view.caret() == hands.range_of("politik uang")[1]
    for _ in range(5):
        hands.keys("Ctrl+Z")
    assert stored(hands) == {"politik uang": {}}


def test_attributes_can_be_seen_when_they_have_the_keyboard(started: Start) -> None:
    hands = started(ARTICLE)
    hands.window.resize(1280, 720)
    buy_votes(hands)
    hands.keys("Return Down Down Down")
    settle()
    panel = hands.window.annotate.labels
    drawer = panel.attributes.editor("stage").drawer
    assert drawer is not None
    scroll = panel.findChild(QScrollArea)
    assert isinstance(scroll, QScrollArea)
    place = QRect(drawer.mapTo(scroll, QPoint(0, 0)), drawer.size())
    assert scroll.rect().contains(place)


def test_esc_comes_back_behind_the_span_and_letters_label_again(started: Start) -> None:
    hands = started(ARTICLE)
    hands.double_click(hands.range_of("warga")[0])
    hands.keys("1 V Return Escape")
    assert hands.view.caret() == hands.range_of("warga")[1]
    hands.keys("S")
    session = hands.window.session
    assert [span.label for span in session.annotations.spans] == [  # type: ignore[union-attr]
        "actor.supporter"
    ]


def test_return_takes_the_span_at_the_caret(started: Start) -> None:
    hands = started(ARTICLE)
    hands.keys("Return")
    assert hands.view.hasFocus()
    assert "span" in hands.window.status.remark.text()
    hands.double_click(hands.range_of("warga")[0])
    hands.keys("1 V Escape Escape")
    hands.keys("Return 2 Escape")
    assert stored(hands) == {"warga": {"mention": "nominal"}}


def test_the_keyboard_comes_back_when_the_span_goes(started: Start) -> None:
    hands = started(ARTICLE)
    hands.double_click(hands.range_of("warga")[0])
    hands.keys("1 V Return Ctrl+Z")
    assert stored(hands) == {}
    assert hands.view.hasFocus()


def test_while_a_note_is_typed_letters_and_digits_are_words(started: Start) -> None:
    hands = started(ARTICLE)
    hands.double_click(hands.range_of("warga")[0])
    hands.keys("1 V Return Down Down Down Down")
    hands.type("3m? [Y]")
    hands.keys("Escape")
    assert stored(hands) == {"warga": {"note": "3m? [Y]"}}


def linked(hands: Hands) -> list[tuple[str, dict[str, object]]]:
    """The stored relations: kind and attributes."""
    session = hands.window.session
    assert session.document is not None
    stored_set = session.project.editing.annotation_set(session.document.id)
    return [(one.label, one.attributes.to_json()) for one in stored_set.relations]


def said_of_article(hands: Hands) -> dict[str, dict[str, object]]:
    """The stored labels of the article with their attributes."""
    session = hands.window.session
    assert session.document is not None
    stored_set = session.project.editing.annotation_set(session.document.id)
    return {one.label: one.attributes.to_json() for one in stored_set.document_labels}


def link_place(hands: Hands) -> None:
    """Link "politik uang" with the place it happened at."""
    hands.drag(*hands.range_of("Desa Karang Lila"))
    hands.keys("4 L Escape")
    buy_votes(hands)
    hands.keys("Shift+Y Shift+R A")


def test_attributes_of_a_relation_by_keyboard(started: Start) -> None:
    hands = started(ARTICLE)
    link_place(hands)
    assert linked(hands) == [("place", {})]
    hands.keys("Return Down Down Down Down Down Down Down")
    hands.type("menurut pelapor")
    hands.keys("Down 2 Return")
    assert linked(hands) == [("place", {"confidence": "low", "note": "menurut pelapor"})]
    assert hands.view.hasFocus()
    [relation] = hands.window.session.annotations.relations  # type: ignore[union-attr]
    row = hands.window.annotate.labels.relations.row(relation.id)
    assert row.item.summary == "Note: menurut pelapor · Confidence: Unsure"
    assert "Unsure" in row.chip.accessibleName()
    hands.keys("Ctrl+Z")
    assert linked(hands) == [("place", {"note": "menurut pelapor"})]


def test_attributes_of_a_relation_by_mouse(started: Start) -> None:
    hands = started(ARTICLE)
    link_place(hands)
    [relation] = hands.window.session.annotations.relations  # type: ignore[union-attr]
    row = hands.window.annotate.labels.relations.row(relation.id)
    assert not row.attributes.isVisible()
    hands.press_button(row.details)
    assert row.attributes.isVisible()
    hands.type("lihat paragraf 2")
    hands.press_button(row.details)
    assert linked(hands) == [("place", {"note": "lihat paragraf 2"})]
    assert not row.attributes.isVisible()


def test_a_relation_is_removed_by_key(started: Start) -> None:
    hands = started(ARTICLE)
    link_place(hands)
    hands.keys("Return Up Down Down Down Down Down Down Delete")
    assert linked(hands) == []
    assert hands.view.hasFocus()
    hands.keys("Ctrl+Z")
    assert linked(hands) == [("place", {})]


def test_the_article_gets_labels_with_attributes(started: Start, tmp_path: Path) -> None:
    hands = started(ARTICLE)
    hands.keys("Shift+D")
    panel = hands.window.annotate.labels
    assert panel.article.has_keyboard
    hands.keys("B Down Down 1 1 5 Escape")
    assert said_of_article(hands) == {
        "article.report": {"relevance": "central", "topic": ["violations", "security"]}
    }
    assert hands.view.hasFocus()
    assert "News report" in [fact.text for fact in hands.view.scene().facts]
    assert panel.article.face("ARTICLE").accessibleName() == "Kind of text: News report"
    project = hands.window.session.project
    export_project(project, tmp_path / "out.jsonl", "jsonl")
    assert b'"label":"article.report"' in (tmp_path / "out.jsonl").read_bytes()
    hands.keys("Ctrl+Z Ctrl+Z Ctrl+Z")
    assert said_of_article(hands) == {"article.report": {}}
    hands.keys("Ctrl+Z")
    assert said_of_article(hands) == {}
    assert "News report" not in [fact.text for fact in hands.view.scene().facts]


def test_a_label_of_the_article_goes_by_its_letter_by_delete_and_by_the_cross(
    started: Start,
) -> None:
    hands = started(ARTICLE)
    hands.keys("Shift+D B O B")
    assert said_of_article(hands) == {"article.opinion": {}}
    hands.keys("Down Delete")
    assert said_of_article(hands) == {}
    assert hands.view.hasFocus()
    hands.keys("Shift+D C")
    hands.press_button(hands.window.annotate.labels.article.given.remove_buttons[0])
    assert said_of_article(hands) == {}


def test_labels_of_the_article_are_found_by_typing(started: Start) -> None:
    hands = started(ARTICLE)
    hands.keys("Shift+D /")
    hands.type("press")
    hands.keys("Return")
    assert said_of_article(hands) == {"article.press_release": {}}
    assert hands.view.hasFocus()


def test_letters_of_the_article_label_no_words(started: Start) -> None:
    hands = started(ARTICLE)
    hands.click(hands.range_of("warga")[0] + 2)
    hands.keys("1 Shift+D O Escape")
    assert stored(hands) == {}
    hands.keys("V")
    assert stored(hands) == {"warga": {}}


def test_factuality_by_shift_digit_while_attributes_are_said(started: Start) -> None:
    hands = started(ARTICLE)
    buy_votes(hands)
    hands.keys("Return Shift+4")
    assert stored(hands) == {"politik uang": {"factuality": "proven"}}
    assert hands.window.annotate.labels.attributes.has_keyboard
