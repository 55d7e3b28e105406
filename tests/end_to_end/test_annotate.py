"""Labelling with keys and mouse, seen in the window and in the stored project."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from annotator.app import Program
from annotator.model.project import Status
from annotator.services.projects import open_project
from tests.end_to_end.conftest import ARTICLE, OTHER
from tools.hands import ALT, CTRL, SHIFT, Hands, settle, wait_until

pytestmark = pytest.mark.gui

Start = Callable[..., Hands]


def spans(hands: Hands) -> list[tuple[str, str, dict[str, object]]]:
    """The stored spans of the open article: words, label, attributes."""
    session = hands.window.session
    assert session.document is not None
    stored = session.project.editing.annotation_set(session.document.id)
    assert stored == session.annotations
    text = session.document.text
    return [
        (text[span.start : span.end], span.label, span.attributes.to_json())
        for span in stored.spans
    ]


def test_word_under_caret_is_the_target(started: Start) -> None:
    hands = started(ARTICLE)
    hands.click(hands.range_of("warga")[0] + 2)
    hands.keys("1 V")
    assert spans(hands) == [("warga", "actor.voter", {})]


def test_keyboard_selection_label_and_factuality(started: Start) -> None:
    hands = started(ARTICLE)
    hands.click(hands.range_of("politik uang")[0])
    hands.keys("Ctrl+Shift+Right Ctrl+Shift+Right 3 M Shift+2")
    assert spans(hands) == [("politik uang", "violation.vote_buying", {"factuality": "alleged"})]


def test_shift_digit_is_read_from_the_key_not_the_character(started: Start) -> None:
    hands = started(ARTICLE)
    hands.double_click(hands.range_of("dibagikan")[0])
    hands.keys("3 M")
    hands.key(Qt.Key.Key_At, SHIFT)  # Shift+2 on an American keyboard
    assert spans(hands)[0][2] == {"factuality": "alleged"}


def test_drag_snaps_to_words_and_alt_takes_characters(started: Start) -> None:
    hands = started(ARTICLE)
    start, end = hands.range_of("(Bawaslu) Kabupaten")
    hands.drag(start + 3, end - 3)
    assert hands.view.selection() == (start + 1, end) or hands.view.selection() == (start, end)
    start, end = hands.range_of("sembako yang")
    hands.drag(start + 1, start + 4, ALT)
    assert hands.view.selection() == (start + 1, start + 4)


def test_label_after_emoji_takes_the_right_characters(started: Start) -> None:
    hands = started(ARTICLE)
    hands.drag(*hands.range_of("pasangan calon nomor urut 3"))
    hands.keys("1 C")
    assert spans(hands)[0][0] == "pasangan calon nomor urut 3"
    key = next(iter(hands.window.session.annotations.spans)).id  # type: ignore[union-attr]
    start, end = hands.range_of("pasangan calon nomor urut 3")
    for position in (start, end - 1):
        assert key in hands.view.hit(hands.view.character_rect(position).center()).marks
    for position in (start - 2, end):
        assert key not in hands.view.hit(hands.view.character_rect(position).center()).marks


def test_letter_on_a_focused_span_changes_its_label(started: Start) -> None:
    hands = started(ARTICLE)
    hands.double_click(hands.range_of("dibagikan")[0])
    hands.keys("3 M Shift+2 B")
    assert spans(hands) == [("dibagikan", "violation.black_campaign", {"factuality": "alleged"})]


def test_same_words_in_another_group_get_a_second_span(started: Start) -> None:
    hands = started(ARTICLE)
    place = hands.range_of("laporan", 2)
    hands.drag(*place)
    hands.keys("2 L Escape")
    hands.drag(*place)
    hands.keys("4 H")
    assert [label for _, label, _ in spans(hands)] == ["action.report", "context.law"]


def test_delete_undo_redo(started: Start) -> None:
    hands = started(ARTICLE)
    hands.double_click(hands.range_of("warga")[0])
    hands.keys("1 V Delete")
    assert spans(hands) == []
    hands.keys("Ctrl+Z")
    assert spans(hands) == [("warga", "actor.voter", {})]
    hands.keys("Ctrl+Z")
    assert spans(hands) == []
    hands.keys("Ctrl+Shift+Z Ctrl+Shift+Z")
    assert spans(hands) == []
    hands.keys("Ctrl+Z")
    assert len(spans(hands)) == 1


def test_undo_reaches_over_a_restart(started: Start, program: Program) -> None:
    hands = started(ARTICLE)
    hands.double_click(hands.range_of("warga")[0])
    hands.keys("1 V")
    path = hands.window.session.project.path
    hands.keys("Ctrl+Q")
    assert program.window is None
    assert program.open(path)
    hands = Hands(program.window)
    assert len(spans(hands)) == 1
    hands.keys("Ctrl+Z")
    assert spans(hands) == []


def test_edges_move_by_word_and_character_and_undo_as_one(started: Start) -> None:
    hands = started(ARTICLE)
    hands.double_click(hands.range_of("Rahmawati")[0])
    hands.keys("1 B Alt+Right")
    assert spans(hands)[0][0] == "Rahmawati Ladiva"
    hands.key(Qt.Key.Key_Left, ALT | CTRL)
    assert spans(hands)[0][0] == "Rahmawati Ladiv"
    hands.key(Qt.Key.Key_Right, ALT | CTRL)
    hands.keys("Alt+Up")
    assert spans(hands)[0][0] in {"🗳️ Rahmawati Ladiva", "Bawaslu 🗳️ Rahmawati Ladiva"}
    hands.keys("Ctrl+Z")
    assert spans(hands)[0][0] == "Rahmawati"


def test_brackets_walk_spans_and_wrap(started: Start) -> None:
    hands = started(ARTICLE)
    for words, keys in (("warga", "1 V"), ("dibagikan", "3 M")):
        hands.double_click(hands.range_of(words)[0])
        hands.keys(keys)
    hands.keys("Escape Ctrl+Home ]")
    focused = [hands.window.annotate.presenter.selected]
    for key in ("]", "]", "["):
        hands.keys(key)
        focused.append(hands.window.annotate.presenter.selected)
    words = [hands.text[span.start : span.end] for span in focused if span is not None]
    assert words == ["warga", "dibagikan", "warga", "dibagikan"]


def test_status_keys_and_progress(started: Start) -> None:
    hands = started(ARTICLE, OTHER)
    hands.keys("Ctrl+B")
    assert hands.window.session.annotations.status is Status.FLAGGED  # type: ignore[union-attr]
    hands.keys("Ctrl+B")
    assert hands.window.session.annotations.status is Status.NEW  # type: ignore[union-attr]
    hands.keys("Ctrl+Shift+K")
    assert hands.window.annotate.documents.model.settled == 1


def test_filter_finds_and_return_goes_to_the_text(started: Start) -> None:
    hands = started(ARTICLE, OTHER)
    hands.keys("Ctrl+G")
    hands.type("pemilih")
    hands.key(Qt.Key.Key_Return)
    assert hands.window.annotate.documents.model.rowCount() == 1
    hands.key(Qt.Key.Key_Down)
    hands.key(Qt.Key.Key_Return)
    settle()
    assert hands.text == OTHER
    assert hands.view.hasFocus()


def test_letters_typed_into_the_filter_label_nothing(started: Start) -> None:
    hands = started(ARTICLE)
    hands.click(hands.range_of("warga")[0])
    hands.keys("1 Ctrl+G")
    hands.type("v3m")
    assert spans(hands) == []


def test_mouse_on_the_panel_labels_too(started: Start) -> None:
    hands = started(ARTICLE)
    hands.double_click(hands.range_of("dibagikan")[0])
    panel = hands.window.annotate.labels
    hands.press_button(panel.group_button("VIOLATION"))
    hands.press_button(panel.label_button("violation.vote_buying"))
    hands.press_button(panel.choice_button("proven"))
    assert spans(hands) == [("dibagikan", "violation.vote_buying", {"factuality": "proven"})]


def test_a_note_being_typed_belongs_to_its_span(started: Start) -> None:
    hands = started(ARTICLE, OTHER)
    first = hands.window.session.document
    assert first is not None
    hands.double_click(hands.range_of("warga")[0])
    hands.keys("1 V")
    line = hands.window.annotate.labels.findChild(QLineEdit, "note")
    assert isinstance(line, QLineEdit)
    line.setFocus()
    hands.type("pelapor")
    hands.keys("Ctrl+Return")
    assert hands.window.session.document != first
    [span] = hands.window.session.project.editing.annotation_set(first.id).spans
    assert span.attributes.to_json() == {"note": "pelapor"}


def test_nothing_is_stored_before_somebody_is_named(started: Start) -> None:
    hands = started(ARTICLE, name="")
    hands.key(Qt.Key.Key_Escape)
    hands.window.annotate.focus_text()
    hands.click(hands.range_of("warga")[0])
    hands.keys("1 V")
    assert hands.window.session.project.annotator is None
    assert not list(hands.window.session.annotations.spans)  # type: ignore[union-attr]


def test_everything_is_in_the_file_after_closing(started: Start, program: Program) -> None:
    hands = started(ARTICLE)
    hands.double_click(hands.range_of("warga")[0])
    hands.keys("1 V")
    path = hands.window.session.project.path
    hands.keys("Ctrl+Q")
    assert program.window is None
    with open_project(path, write=False) as project:
        [summary] = project.documents.summaries()
        [annotations] = project.editing.annotation_sets(summary.id)
        [span] = annotations.spans
        assert (span.label, annotations.status) == ("actor.voter", Status.IN_PROGRESS)
        assert [person.name for person in project.annotators()] == ["Rahma"]


def test_theme_and_language_switch_keep_place(started: Start, program: Program) -> None:
    hands = started(ARTICLE, OTHER)
    hands.window.annotate.step_document(1)
    # while something is written in the background the window is rebuilt later
    wait_until(lambda: not hands.window.session.is_busy, "the lane")
    program.set_theme("dark")
    program.set_language("id")
    assert program.window is not None
    hands = Hands(program.window)
    assert hands.text == OTHER
    assert hands.window.status.saved.text() == "Tersimpan"
    hands.click(hands.range_of("KPU", 2)[0])
    hands.keys("1 K")
    assert spans(hands) == [("KPU", "actor.organiser", {})]


def test_a_label_that_these_words_carry_leads_to_the_span_that_carries_it(started: Start) -> None:
    hands = started(ARTICLE)
    session = hands.window.session
    editing, place = session.project.editing, hands.range_of("politik uang")
    for label in ("violation.sara", "violation.vote_buying"):
        session.do(lambda within, label=label: editing.add_span(within, *place, label))
    settle()
    refused = []
    presenter = hands.window.annotate.presenter
    presenter.refused.connect(refused.append)
    before = spans(hands)
    for first in list(session.annotations.spans):
        presenter.select("")
        hands.window.annotate.view.select(*place)
        hands.keys("3 m")
        assert presenter.selected.label == "violation.vote_buying"
        presenter.go_to(first.id)
        hands.keys("m")
        assert presenter.selected.label == "violation.vote_buying"
    assert spans(hands) == before
    assert refused == []
