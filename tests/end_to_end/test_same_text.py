"""Labelling the same words again: one after the other, and all at once, by keyboard."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from annotator.model.ids import DocumentId
from annotator.ui.dialogs.places import PlacesDialog
from annotator.ui.item_models.places import PlaceRow
from tools.hands import Hands, settle, wait_until

pytestmark = pytest.mark.gui

Start = Callable[..., Hands]

ONE = """Bawaslu Samudra usut politik uang

Samudra - Politik uang dilaporkan warga. Menurut Rahmawati Ladiva politik
uangnya dibagikan di Desa Karang Lila. Politik uang itu pelanggaran.
"""
TWO = """KPU Samudra bicara politik uang

Samudra - Komisi Pemilihan Umum (KPU) melarang politik uang.
"""
THREE = """Cuaca Samudra cerah

Tidak ada yang lain.
"""


def spans(hands: Hands, number: int = 0) -> list[tuple[str, str]]:
    project = hands.window.session.project
    document = list(project.documents.all())[number]
    stored = project.editing.annotation_set(document.id)
    return [(document.text[span.start : span.end], span.label) for span in stored.spans]


def selected(hands: Hands) -> str:
    place = hands.view.selection()
    return hands.text[slice(*place)] if place else ""


def dialog_of(hands: Hands) -> PlacesDialog:
    wait_until(
        lambda: isinstance(QApplication.activeModalWidget(), PlacesDialog), "the list of places"
    )
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, PlacesDialog)
    wait_until(dialog.model.rowCount, "the places")
    return dialog


def searched(dialog: PlacesDialog, count: int) -> None:
    wait_until(lambda: places(dialog) == count, f"{count} places")


def places(dialog: PlacesDialog) -> int:
    rows = map(dialog.model.row, range(dialog.model.rowCount()))
    return sum(isinstance(row, PlaceRow) for row in rows)


def closed() -> bool:
    settle()
    return QApplication.activeModalWidget() is None


def test_label_once_then_step_and_repeat(started: Start) -> None:
    hands = started(ONE)
    hands.drag(*hands.range_of("politik uang"))
    hands.keys("3 M Shift+2")
    hands.keys("Shift+G")
    assert selected(hands) == "Politik uang"
    assert hands.window.status.remark.text() == "2 of 4"
    hands.keys("Shift+H Shift+G")
    assert selected(hands) == "politik\nuangnya"
    assert hands.window.status.remark.text() == "3 of 4"
    hands.keys("Shift+H Shift+G Shift+H Shift+G")
    assert selected(hands) == "politik uang"
    assert hands.window.status.remark.text() == "1 of 4 · Vote buying"
    buying = "violation.vote_buying"
    assert spans(hands) == [
        ("politik uang", buying),
        ("Politik uang", buying),
        ("politik\nuangnya", buying),
        ("Politik uang", buying),
    ]
    project = hands.window.session.project
    document = hands.window.session.document
    assert document is not None
    stored = project.editing.annotation_set(document.id)
    assert ["factuality" in span.attributes for span in stored.spans] == [True, False, False, False]
    hands.keys("Ctrl+Z")
    assert len(spans(hands)) == 3


def test_the_word_at_the_caret_is_meant_and_single_words_are_told(started: Start) -> None:
    hands = started(ONE)
    hands.click(hands.range_of("Karang")[0] + 2)
    hands.keys("Shift+G")
    assert "nowhere else" in hands.window.status.remark.text()
    assert selected(hands) == ""
    hands.click(hands.range_of("Samudra")[0] + 2)
    hands.keys("Shift+G")
    assert (selected(hands), hands.view.selection()) == ("Samudra", hands.range_of("Samudra", 2))
    hands.keys("Shift+G")
    assert hands.view.selection() == hands.range_of("Samudra")


def test_a_part_of_a_word_is_looked_for_inside_of_words(started: Start) -> None:
    hands = started(ONE)
    hands.click(hands.range_of("litik")[0])
    hands.keys("Shift+Right Shift+Right Shift+Right Shift+G")
    assert selected(hands) == "lit"
    assert hands.window.status.remark.text() == "2 of 4"


def test_acronyms_lead_to_their_long_form_when_asked_for(started: Start) -> None:
    hands = started(TWO)
    hands.click(hands.range_of("KPU")[0])
    hands.keys("Shift+G")
    assert hands.window.status.remark.text() == "2 of 2"
    hands.window.annotate.features.desk.settings.set("same_text", ("whole", "acronyms"))
    hands.keys("Escape Ctrl+Home Shift+G")
    assert selected(hands) == "Komisi Pemilihan Umum"
    assert hands.window.status.remark.text() == "2 of 3"


def test_nothing_to_repeat_is_told(started: Start) -> None:
    hands = started(ONE)
    hands.drag(*hands.range_of("politik uang"))
    hands.keys("Shift+H")
    assert "Label something first" in hands.window.status.remark.text()
    assert spans(hands) == []


def test_a_span_that_was_there_is_the_pattern_too(started: Start) -> None:
    hands = started(ONE)
    hands.drag(*hands.range_of("politik uang"))
    hands.keys("3 M Escape")
    hands.drag(*hands.range_of("Desa Karang Lila"))
    hands.keys("4 L Escape Escape")
    hands.click(hands.range_of("politik uang")[0] + 2)
    hands.keys("Shift+G Shift+H")
    assert spans(hands)[1] == ("Politik uang", "violation.vote_buying")


def test_all_places_of_this_article_are_one_act(started: Start) -> None:
    hands = started(ONE, TWO)
    hands.drag(*hands.range_of("politik uang"))
    hands.keys("3 M Ctrl+Shift+H")
    dialog = dialog_of(hands)
    assert places(dialog) == 4
    assert dialog.model.ticked_count == 3
    assert dialog.label_id == "violation.vote_buying"
    hands.keys("Down Down Down Space")
    assert dialog.model.ticked_count == 2
    hands.keys("Return")
    assert closed()
    assert len(spans(hands)) == 3
    hands.keys("Ctrl+Z")
    assert len(spans(hands)) == 1


def test_a_label_is_asked_for_where_none_is_known(started: Start) -> None:
    hands = started(TWO)
    hands.click(hands.range_of("KPU")[0])
    hands.keys("Ctrl+Shift+H")
    dialog = dialog_of(hands)
    assert dialog.label_id == ""
    hands.keys("Return")
    wait_until(lambda: QApplication.activePopupWidget() is not None, "the labels")
    assert QApplication.focusWidget() is not dialog.list
    dialog.label.hidePopup()
    hands.keys("Escape")
    assert closed()


def test_the_label_that_other_places_carry_is_offered(started: Start) -> None:
    hands = started(ONE, TWO)
    editing = hands.window.session.project.editing
    other = list(hands.window.session.project.documents.all())[1]
    start = other.text.index("politik uang")
    label = "violation.candidacy_buying"
    editing.apply(editing.add_span(editing.annotation_set(other.id), start, start + 12, label))
    hands.drag(*hands.range_of("politik uang"))
    hands.keys("Ctrl+Shift+H Alt+L")
    dialog = dialog_of(hands)
    searched(dialog, 6)
    assert dialog.label_id == label
    hands.keys("Escape")
    assert closed()


def test_escape_changes_nothing(started: Start) -> None:
    hands = started(ONE)
    hands.drag(*hands.range_of("politik uang"))
    hands.keys("Ctrl+Shift+H")
    dialog_of(hands)
    hands.keys("Escape")
    assert closed()
    assert spans(hands) == []
    hands.window.activateWindow()  # no window manager does it here
    wait_until(hands.view.hasFocus, "the keyboard in the text")


def test_the_whole_corpus_and_all_of_it_back(started: Start) -> None:
    hands = started(ONE, TWO, THREE)
    hands.drag(*hands.range_of("politik uang"))
    hands.keys("3 M Ctrl+Shift+H Alt+L")
    dialog = dialog_of(hands)
    searched(dialog, 6)
    assert dialog.model.ticked_count == 3
    dialog.list.setFocus()
    hands.keys("Ctrl+A")
    assert dialog.model.ticked_count == 5
    hands.keys("Return")
    notice = hands.window.annotate.notice
    wait_until(notice.isVisible, "the report")
    assert notice.words == "Labelled. Places: 5, articles: 2."
    assert [len(spans(hands, number)) for number in range(3)] == [4, 2, 0]
    hands.keys("Ctrl+Z")
    assert [len(spans(hands, number)) for number in range(3)] == [1, 2, 0]
    hands.keys("Ctrl+Y")
    hands.press_button(notice.button)
    wait_until(lambda: "Taken back" in notice.words, "the taking back")
    assert notice.words == "Taken back. Articles: 2."
    assert [len(spans(hands, number)) for number in range(3)] == [1, 0, 0]
    counts = hands.window.status.counts.text()
    assert counts.startswith("1 span")


def test_the_menu_offers_to_take_the_last_one_back(started: Start) -> None:
    hands = started(ONE, TWO)
    hands.window.actions_by_id["take_back"].trigger()
    wait_until(lambda: "no labelling" in hands.window.status.remark.text(), "the refusal")
    hands.drag(*hands.range_of("politik uang"))
    hands.keys("3 M Ctrl+Shift+H Alt+L")
    dialog = dialog_of(hands)
    searched(dialog, 6)
    dialog.list.setFocus()
    hands.keys("Ctrl+A Return")
    notice = hands.window.annotate.notice
    wait_until(notice.isVisible, "the report")
    notice.hide()
    hands.window.actions_by_id["take_back"].trigger()
    wait_until(notice.isVisible, "the offer")
    assert notice.words.endswith("still stands. Articles: 2.")
    document = hands.window.session.document
    assert document is not None
    other = DocumentId(list(hands.window.session.project.documents.all())[1].id)
    hands.window.session.open(other)
    hands.keys("] Delete")
    hands.press_button(notice.button)
    wait_until(lambda: "Taken back" in notice.words, "the taking back")
    assert notice.words.startswith("Taken back. Articles: 1.")
    assert "KPU Samudra bicara politik uang" in notice.words
    assert [len(spans(hands, number)) for number in range(2)] == [1, 1]


def test_options_search_again_and_stay(started: Start) -> None:
    hands = started(ONE, TWO)
    hands.click(hands.range_of("dibagikan")[0])
    hands.keys("Ctrl+Shift+H")
    dialog = dialog_of(hands)
    assert places(dialog) == 1
    hands.keys("Shift+Tab " * 7)
    assert QApplication.focusWidget() is dialog.line.line
    hands.keys("Ctrl+A")
    hands.type("bagi")
    wait_until(lambda: not dialog.list.isVisible(), "no places")
    hands.keys("Alt+P")
    searched(dialog, 1)
    assert dialog.model.ticked_count == 0
    hands.keys("Alt+E")
    wait_until(lambda: not dialog.options.clitics, "the box")
    hands.keys("Escape")
    assert closed()
    assert hands.window.annotate.features.desk.settings.get("same_text") == ("whole", "affixes")


def test_a_place_is_shown_in_its_article(started: Start) -> None:
    hands = started(ONE, TWO)
    hands.drag(*hands.range_of("politik uang"))
    hands.keys("Ctrl+Shift+H Alt+L")
    dialog = dialog_of(hands)
    searched(dialog, 6)
    dialog.list.setFocus()
    hands.keys("Right Down Ctrl+Return")
    assert closed()
    assert hands.text == TWO.strip() or hands.text == TWO
    assert selected(hands) == "politik uang"


def test_a_screen_reader_hears_the_rows(started: Start) -> None:
    hands = started(ONE)
    hands.drag(*hands.range_of("politik uang"))
    hands.keys("3 M Shift+2 Ctrl+Shift+H")
    dialog = dialog_of(hands)
    role = Qt.ItemDataRole.AccessibleTextRole
    rows = [dialog.model.index(number).data(role) for number in range(3)]
    assert rows[0] == "Bawaslu Samudra usut politik uang, in progress · 4 places, partly ticked"
    assert rows[1] == ("Bawaslu Samudra usut “politik uang”, Vote buying · alleged, not ticked")
    assert rows[2].startswith("Samudra - “Politik uang” dilaporkan")
    hands.keys("Escape")
