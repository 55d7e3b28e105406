"""Page furniture in the window: grey, named, skipped, switched off."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip

from tools.hands import settle

PAGE = """Bawaslu Arunika terima laporan amplop

id amplop, Bawaslu, Arunika

Arunika (ANTARA) - Warga Desa Sukamaju menyerahkan amplop kepada pengawas.

Baca juga: Amplop beredar di Samudra

Pewarta: Rahmawati Ladiva
"""
PLAIN = "Warga menolak amplop."


def start(started):
    hands = started(PAGE, PLAIN)
    hands.window.annotate.features.make_all()
    settle()
    return hands


def muted(hands):
    shown = hands.window.annotate.view._shown.muted
    return [] if shown is None else [PAGE[start:end] for start, end in shown.ranges]


def facts(hands):
    return [fact.text for fact in hands.window.annotate.view.scene().facts]


def count(hands):
    """Words of the article, as the line under its heading counts them."""
    return int(facts(hands)[-1].split()[0])


def switch(hands):
    hands.keys("Ctrl+K")
    hands.type("page furniture")
    hands.key(Qt.Key.Key_Return)
    settle()


def said(hands):
    return hands.window.status.remark.text()


GREY = [
    "id amplop, Bawaslu, Arunika",
    "Arunika (ANTARA) -",
    "Baca juga: Amplop beredar di Samudra",
    "Pewarta: Rahmawati Ladiva",
]


def test_furniture_is_grey_and_its_words_are_not_counted(started):
    hands = start(started)
    assert muted(hands) == GREY
    assert facts(hands)[:3] == ["ANTARA", "Arunika", "Rahmawati Ladiva"]
    assert count(hands) == 12
    hands.keys("Ctrl+PgDown")
    assert muted(hands) == []
    assert count(hands) == 3


def test_caret_and_mouse_are_told_what_it_is(started):
    hands = start(started)
    view = hands.window.annotate.view
    view.set_caret(PAGE.index("Sukamaju"))
    assert said(hands) == ""
    hands.keys("Up Up")
    assert said(hands) == "Page furniture: keywords"
    tip(view, view.character_rect(PAGE.index("Pewarta")).center())
    assert "Page furniture: author and time" in QToolTip.text()
    fact = next(
        QPoint(x, y)
        for y in range(0, 200, 5)
        for x in range(0, view.viewport().width(), 5)
        if view.fact_at(QPoint(x, y)) is not None
    )
    tip(view, fact)
    assert view.fact_at(fact).hint in QToolTip.text()
    QToolTip.hideText()


def tip(view, place):
    viewport = view.viewport()
    event = QHelpEvent(QHelpEvent.Type.ToolTip, place, viewport.mapToGlobal(place))
    QApplication.sendEvent(viewport, event)


def test_it_can_be_labelled_but_searches_and_hints_pass_it_by(started):
    hands = start(started)
    view = hands.window.annotate.view
    hands.keys("Shift+F")
    hinted = {PAGE[slice(*word)] for word in view.word_hints.hints}
    assert {"Bawaslu", "Sukamaju", "Arunika"} <= hinted
    assert not {"Pewarta", "Ladiva", "beredar", "id"} & hinted
    hands.keys("Escape")
    start_ = PAGE.index("amplop")
    view.select(start_, start_ + 6)
    hands.keys("Shift+G")
    assert view.selection() == (PAGE.index("amplop kepada"), PAGE.index(" kepada"))
    assert said(hands).startswith("2 of 2")
    hands.keys("Shift+G")
    assert view.selection() == (start_, start_ + 6)
    place = PAGE.index("Rahmawati Ladiva")
    view.choose(place, place + 16)
    hands.type("k")
    (span,) = hands.window.session.annotations.spans
    assert (span.start, span.end) == (place, place + 16)


def test_the_text_proposes_nothing_for_what_stands_there(started):
    cue = (
        "Judul berita\n\nDiduga amplop dibagikan warga di desa.\n\nBaca juga: Diduga amplop beredar"
    )
    hands = started(cue)
    hands.window.annotate.features.make_all()
    view = hands.window.annotate.view
    for place in (cue.index("amplop"), cue.rindex("amplop")):
        view.select(place, place + 6)
        hands.keys("3")
        hands.type("u")
    notes = [mark.note for mark in view.scene().marks]
    assert notes == ["alleged?", ""]


def test_all_of_an_article_can_be_story_for_good(started):
    hands = start(started)
    switch(hands)
    assert muted(hands) == []
    assert said(hands) == "All of this article counts as story."
    assert count(hands) == 28
    hands.keys("Ctrl+PgDown Ctrl+PgUp")
    assert muted(hands) == []
    assert count(hands) == 28
    action = hands.window.actions_by_id["furniture"]
    hands.window._show_choices()
    assert not action.isChecked()
    switch(hands)
    assert muted(hands) == GREY
    hands.window._show_choices()
    assert action.isChecked()


def test_an_article_without_furniture_says_so(started):
    hands = started(PLAIN)
    switch(hands)
    assert said(hands) == "No page furniture was found in this article."
