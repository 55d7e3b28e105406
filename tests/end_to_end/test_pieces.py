"""Spans in several parts, with real keys and a real mouse, and out to a file and back."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from annotator.formats.base import Bundle
from annotator.formats.jsonl import FORMAT
from annotator.model.annotation import Span
from annotator.services.transfer import export_project
from annotator.ui.annotate.features import FEATURES
from annotator.ui.annotate.notes import NotesFeature
from tests.end_to_end.conftest import ARTICLE
from tools.hands import CTRL, Hands, wait_until

pytestmark = pytest.mark.gui

Start = Callable[..., Hands]


def labelled(started: Start, words: str = "Rahmawati") -> Hands:
    hands = started(ARTICLE)
    features = hands.window.annotate.features
    wait_until(lambda: len(features.made) == len(FEATURES), "the features")
    hands.double_click(hands.range_of(words)[0])
    hands.keys("1 V")
    return hands


def spans(hands: Hands) -> list[Span]:
    annotations = hands.window.session.annotations
    assert annotations is not None
    return list(annotations.spans)


def only(hands: Hands) -> Span:
    (span,) = spans(hands)
    return span


def quote(hands: Hands) -> str:
    return only(hands).quote(hands.text)


def said(hands: Hands) -> str:
    return hands.window.status.remark.text()


def test_words_elsewhere_are_added_with_keys_undone_done_again_and_exported(
    started: Start, tmp_path: Path
) -> None:
    hands = labelled(started)
    hands.keys("Shift+A")
    assert hands.window.status.badges == ("Words for “Rahmawati”. Esc ends it",)
    hands.keys("Ctrl+Right Ctrl+Right Ctrl+Shift+Right")
    hands.keys("Shift+A")
    assert quote(hands) == "Rahmawati … pelapor"
    assert hands.window.status.badges == ()
    assert said(hands) == "part added: “Rahmawati … pelapor”"
    assert hands.window.annotate.presenter.selected == only(hands)
    parted = only(hands)
    hands.keys("Ctrl+Z")
    assert quote(hands) == "Rahmawati"
    hands.keys("Ctrl+Shift+Z")
    assert only(hands) == parted
    target = tmp_path / "keluar.jsonl"
    export_project(hands.window.session.project, target, "jsonl")
    (written,) = json.loads(target.read_bytes())["annotation_sets"][0]["spans"]
    assert written["quote"] == "Rahmawati … pelapor"
    assert written["fragments"] == [list(piece) for piece in parted.fragments]
    (reading,) = FORMAT.read(target)
    assert isinstance(reading.content, Bundle)
    (back,) = reading.content.annotation_sets[0].spans
    assert (back.id, back.stretches) == (parted.id, parted.stretches)


def test_words_are_taken_out_of_the_middle_and_a_part_off_the_end(started: Start) -> None:
    hands = started(ARTICLE)
    start, end = hands.range_of("pasangan calon nomor urut 3")
    hands.view.select(start, end)
    hands.keys("1 V")
    hands.double_click(hands.range_of("nomor")[0])
    hands.keys("Shift+X")
    assert quote(hands) == "pasangan calon … urut 3"
    hands.click(hands.range_of("urut")[0] + 1)
    hands.keys("Shift+X")
    assert quote(hands) == "pasangan calon"
    assert said(hands) == "part taken off, left is: “pasangan calon”"
    hands.keys("Shift+X")
    assert said(hands) == "Select the words of the span that are to go."
    hands.keys("Ctrl+Z Ctrl+Z")
    assert only(hands).fragments == ()
    assert quote(hands) == "pasangan calon nomor urut 3"


def test_with_ctrl_the_mouse_adds_words_and_blanks_between_are_closed(started: Start) -> None:
    hands = labelled(started)
    start, end = hands.range_of("pelapor")
    hands.drag(start, end - 1, CTRL)
    assert quote(hands) == "Rahmawati … pelapor"
    start, end = hands.range_of("Ladiva")
    hands.drag(start, end - 1, CTRL)
    assert quote(hands) == "Rahmawati Ladiva … pelapor"
    assert len(only(hands).fragments) == 2


def test_edges_of_the_part_at_the_caret_move(started: Start) -> None:
    hands = labelled(started)
    start, end = hands.range_of("paket")
    hands.drag(start, end - 1, CTRL)
    hands.keys("Alt+Right Alt+Right")
    assert quote(hands) == "Rahmawati … paket sembako yang"
    hands.click(hands.range_of("Rahmawati")[0] + 3)
    hands.keys("Alt+Right")
    assert quote(hands) == "Rahmawati Ladiva … paket sembako yang"
    hands.keys("Alt+Left Alt+Down")
    assert quote(hands) == "Rahmawati … paket sembako yang"


def test_waiting_for_words_ends_on_escape_and_on_other_spans(started: Start) -> None:
    hands = labelled(started)
    hands.keys("Shift+A")
    assert said(hands) == "Select the words that belong to the span too, then press ⇧A."
    hands.keys("Escape")
    assert said(hands) == ""
    assert hands.window.status.badges == ()
    assert not hands.view.scene().marks[0].pieces
    hands.keys("Shift+A Ctrl+Right Ctrl+Right")
    assert hands.window.annotate.presenter.selected is not None
    hands.keys("Escape")
    assert hands.window.annotate.presenter.selected is None
    hands.keys("[ Shift+A")
    hands.click(hands.range_of("Bawaslu", 2)[0])
    hands.keys("B")
    assert hands.window.status.badges == ()
    assert [span.fragments for span in spans(hands)] == [(), ()]


def test_what_cannot_be_added_or_taken_off_is_said(started: Start) -> None:
    hands = started(ARTICLE)
    hands.keys("Shift+A")
    assert said(hands) == "Click a span first, or step to one with ]."
    hands.double_click(hands.range_of("Rahmawati")[0])
    hands.keys("1 V")
    hands.view.select(*hands.range_of("Rahmawati"))
    hands.keys("Shift+A")
    assert said(hands) == "These words belong to the span already."
    hands.keys("Shift+X")
    assert said(hands) == "Nothing of the span would be left: Delete removes it."


def test_words_in_the_gap_are_not_the_span_and_can_be_labelled(started: Start) -> None:
    hands = labelled(started)
    start, end = hands.range_of("pelapor")
    hands.drag(start, end - 1, CTRL)
    parted = only(hands)
    hands.keys("Escape")
    hands.click(hands.range_of("mengatakan")[0] + 2)
    assert hands.window.annotate.presenter.selected is None
    hands.double_click(hands.range_of("mengatakan")[0])
    hands.keys("2 L")
    assert len(spans(hands)) == 2
    hands.click(parted.fragments[1][0] + 2)
    assert hands.window.annotate.presenter.selected == parted
    hands.keys("1 B")
    (relabelled,) = (span for span in spans(hands) if span.fragments)
    assert relabelled.stretches == parted.stretches
    assert relabelled.label != parted.label


def test_notes_lists_and_the_status_line_quote_the_parts_alone(started: Start) -> None:
    hands = labelled(started)
    hands.drag(*hands.range_of("pelapor"), CTRL)
    quoted = "Rahmawati … pelapor"
    start, end = only(hands).start, only(hands).end
    assert hands.window.status.selection.text() == f"“{quoted}” {start}–{end}"
    hands.keys("Shift+C")
    hands.type("Satu orang?")
    hands.keys("Return")
    feature = hands.window.annotate.features.feature("notes")
    assert isinstance(feature, NotesFeature)
    (note,) = hands.window.session.project.notes.of(hands.window.session.document.id)
    assert feature._about(note) == quoted
    hands.keys("F6 Ctrl+H")
    model = hands.window.annotate.side_bar.panel("history").model
    assert str(model.index(0).data()).endswith(f"part added: “{quoted}”")


def test_the_same_text_is_that_of_the_part_at_the_caret(started: Start) -> None:
    hands = labelled(started, "sembako")
    hands.drag(*hands.range_of("Rahmawati"), CTRL)
    hands.click(hands.range_of("sembako")[0] + 2)
    hands.keys("Shift+G")
    assert hands.view.selection() == hands.range_of("sembako", 2)


def test_letters_over_the_words_add_them_at_once(started: Start) -> None:
    hands = labelled(started)
    hands.keys("Shift+A Shift+F")
    hints = hands.view.word_hints
    assert hints is not None
    letters = hints.hints[hands.range_of("pelapor")].upper()
    hands.keys(" ".join(letters))
    hands.keys("Return")
    assert quote(hands) == "Rahmawati … pelapor"


def test_another_label_keeps_the_parts_and_undo_of_all_brings_back_nothing(
    started: Start,
) -> None:
    hands = labelled(started)
    hands.drag(*hands.range_of("pelapor"), CTRL)
    place = only(hands).stretches
    hands.keys("B")
    assert (only(hands).label, only(hands).stretches) == ("actor.supervisor", place)
    hands.keys("Ctrl+Z Ctrl+Z Ctrl+Z")
    assert spans(hands) == []
