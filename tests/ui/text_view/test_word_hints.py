"""Key caps over words: which words, where, and that nothing moves."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from annotator.text.segmentation import words
from annotator.ui.text_view.hinted import WordHints
from annotator.ui.text_view.scene import Arc, Mark
from annotator.ui.text_view.view import TextView

TEXT = (
    "Bawaslu terima laporan\n\n"
    "Ketua Bawaslu 👩🏽‍⚖️ Rahmawati Ladiva menerima e\u0301tika, 2 paket dan 17.000 lembar.\n"
    + "Baris biasa saja.\n"
    * 80
)
ACCENT = "#2160c4"


def dealt(view: TextView, **more) -> WordHints:
    letters = "abcdefghijklmnopqrstuvwxyz"
    pairs = [one + other for one in letters for other in letters]
    return WordHints(dict(zip(view.visible_words(), pairs, strict=False)), **more)


def picture(view: TextView) -> QImage:
    return view.viewport().grab().toImage()


def has(image: QImage, rect: QRect, colour: str) -> bool:
    wanted = QColor(colour).name()
    return any(
        image.pixelColor(x, y).name() == wanted
        for x in range(rect.left(), rect.right() + 1)
        for y in range(max(0, rect.top()), rect.bottom() + 1)
    )


def test_words_in_sight_are_those_of_the_rules_heading_included(show) -> None:
    view = show(TEXT, heading=(0, 22))
    seen = view.visible_words()
    assert seen == list(words(TEXT))[: len(seen)]
    assert 20 < len(seen) < 100
    assert seen[0] == (0, 7)


def test_after_scrolling_the_words_are_others(show, qtbot: QtBot) -> None:
    view = show(TEXT)
    view.show_word_hints(dealt(view))
    with qtbot.waitSignal(view.sight_changed):
        view.verticalScrollBar().setValue(600)
    seen = view.visible_words()
    assert seen[0][0] > 22
    assert all(view.range_rect(*word).bottom() > 0 for word in seen)
    assert all(view.range_rect(*word).top() < view.viewport().height() for word in seen)


@pytest.mark.parametrize("change", ["resize", "style", "text"])
def test_what_moves_words_is_told_while_there_are_hints(show, style, qtbot, change: str) -> None:
    view = show(TEXT)
    told = []
    view.sight_changed.connect(lambda: told.append(1))
    view.resize(view.width(), view.height() - 50)
    assert told == []
    view.show_word_hints(dealt(view))
    if change == "resize":
        view.resize(view.width() - 100, view.height())
    elif change == "style":
        view.set_style(style)
    else:
        view.set_scene(type(view.scene())("Teks lain."))
        assert view.word_hints is None
        return
    assert told


def test_caps_stand_over_the_beginnings_of_their_words(show) -> None:
    view = show(TEXT, heading=(0, 22))
    hints = dealt(view)
    view.show_word_hints(hints)
    caps = view.placed_caps()
    assert {cap.letters for cap in caps} == set(hints.hints.values())
    for cap in caps:
        word = view.range_rect(cap.start, cap.start + 1)
        assert abs(cap.x - word.left()) < 12
        assert word.top() - 22 < cap.y < word.center().y()
    for line in {cap.y for cap in caps}:
        here = sorted(cap.x for cap in caps if cap.y == line)
        assert all(after - before >= 15 for before, after in pairwise(here))


def test_a_word_read_from_the_right_has_its_cap_at_the_right(show) -> None:
    text = "Kata שלום akhir."
    view = show(text)
    start = text.index("ש")
    view.show_word_hints(WordHints({(start, start + 4): "a"}))
    [cap] = view.placed_caps()
    whole = view.range_rect(start, start + 4)
    assert cap.x > whole.center().x()
    assert cap.x < whole.right() + 2


def test_a_very_long_word_has_one_cap_where_it_is_seen(show) -> None:
    view = show("awal " + "sembako" * 3000 + " akhir", width=400, height=300)
    view.verticalScrollBar().setValue(2000)
    seen = view.visible_words()
    assert seen == [(5, 5 + 21000)]
    view.show_word_hints(WordHints({seen[0]: "a"}))
    [cap] = view.placed_caps()
    assert cap.start > 5
    assert 0 < cap.y < 60


def test_typed_letters_leave_what_they_begin(show) -> None:
    view = show(TEXT)
    hints = dealt(view)
    view.show_word_hints(hints)
    everything = len(view.placed_caps())
    view.show_word_hints(WordHints(hints.hints, "b"))
    fewer = view.placed_caps()
    assert 0 < len(fewer) < everything
    assert all(cap.letters.startswith("b") for cap in fewer)


def test_caps_are_painted_and_gone_again_without_moving_anything(show) -> None:
    view = show(TEXT, Mark("baw", 24, 37, "ACTOR", "BWS"))
    before = picture(view)
    places = [view.character_rect(position) for position in range(0, 100, 7)]
    word = view.visible_words()[4]
    view.show_word_hints(WordHints({word: "k"}))
    during = picture(view)
    above = view.range_rect(*word).adjusted(0, -16, 0, -14)
    assert has(during, above, ACCENT)
    assert [view.character_rect(position) for position in range(0, 100, 7)] == places
    view.show_word_hints(None)
    assert picture(view) == before


def test_the_first_word_has_a_ring(show) -> None:
    view = show(TEXT)
    word = view.visible_words()[5]
    view.show_word_hints(WordHints({word: "k"}, first=word))
    below = view.range_rect(*word).adjusted(2, 0, -2, 6)
    assert has(picture(view), below, ACCENT)


def test_a_code_stands_beside_the_cap_over_it(show) -> None:
    view = show(TEXT, Mark("baw", 24, 37, "ACTOR", "BWS"))
    words_of_mark = view.range_rect(24, 37)
    chip = QRect(words_of_mark.left(), words_of_mark.top() - 14, 17, 13)
    assert has(picture(view), chip, "#005a8c")
    view.show_word_hints(WordHints({(24, 29): "kk"}))
    after = picture(view)
    assert not has(after, chip, "#005a8c")
    assert has(after, chip.translated(24, 0), "#005a8c")


def test_hints_make_way_while_marks_are_linked(show) -> None:
    view = show(TEXT, Mark("baw", 24, 37, "ACTOR", "BWS"))
    word = view.visible_words()[8]
    view.show_word_hints(WordHints({word: "k"}))
    view.set_targets({"baw": "a"})
    above = view.range_rect(*word).adjusted(0, -16, 0, -14)
    assert not has(picture(view), above, ACCENT)
    view.set_targets(None)
    assert has(picture(view), above, ACCENT)


def test_arcs_make_way_for_hints_unless_all_are_shown(show) -> None:
    marks = Mark("baw", 24, 37, "ACTOR", "BWS"), Mark("lap", 15, 22, "ACTION", "LAP")
    view = show(TEXT, *marks, arcs=(Arc("lap", "baw", "pelaku"),), selected="lap")
    assert len(view.placed_arcs()) == 1
    view.show_word_hints(dealt(view))
    assert view.placed_arcs() == []
    view.set_show_all_arcs(True)
    assert len(view.placed_arcs()) == 1
