"""Arcs, hint letters and the rubber band, as they are seen and as the mouse makes them."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QColor, QImage, QMouseEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.ui.text_view.scene import Arc, Mark
from annotator.ui.text_view.view import TextView

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier
ACCENT = "#2160c4"
TEXT = (
    "Rahmawati Ladiva membagikan amplop kepada warga Sukamaju.\n"
    "Bawaslu Samudra memanggil saksi.\n" + "Baris biasa.\n" * 60 + "Polisi Samudra datang."
)
ARCS = (Arc("amp", "rah", "pelaku", "VIOLATION"), Arc("amp", "pol", "penyidik", "VIOLATION"))


def mark(key: str, words: str, role: str = "ACTOR", **more) -> Mark:
    start = TEXT.index(words)
    return Mark(key, start, start + len(words), role, key.upper(), **more)


MARKS = (
    mark("rah", "Rahmawati Ladiva"),
    mark("amp", "membagikan amplop", "VIOLATION"),
    mark("war", "warga"),
    mark("baw", "Bawaslu Samudra"),
    mark("pol", "Polisi Samudra"),
)


@pytest.fixture
def view(show) -> TextView:
    return show(TEXT, *MARKS, arcs=ARCS)


def picture(view: TextView) -> QImage:
    return view.viewport().grab().toImage()


def count(image: QImage, rect: QRect, colour: str) -> int:
    wanted = QColor(colour).name()
    return sum(
        image.pixelColor(x, y).name() == wanted
        for x in range(rect.left(), rect.right() + 1)
        for y in range(rect.top(), rect.bottom() + 1)
    )


def over(view: TextView, *keys: str) -> QRect:
    """The gap above the text from the first to the last of some marks of one line."""
    rects = [view.mark_rect(key) for key in keys]
    left, right = min(rect.left() for rect in rects), max(rect.right() for rect in rects)
    return QRect(left + 40, rects[0].top() - 18, right - left - 40, 16)


def chip(view: TextView, key: str) -> QPoint:
    rect = view.mark_rect(key)
    return QPoint(rect.left() + 5, rect.top() - 7)


def move(view: TextView, where: QPoint, held: Qt.MouseButton = LEFT) -> None:
    place = QPointF(where)
    event = QMouseEvent(
        QEvent.Type.MouseMove,
        place,
        view.viewport().mapToGlobal(place),
        Qt.MouseButton.NoButton,
        held,
        NONE,
    )
    QApplication.sendEvent(view.viewport(), event)


# -- arcs


def test_the_selected_marks_arc_has_its_pill_between_the_marks(view):
    place = over(view, "rah", "amp")
    assert count(picture(view), place, ACCENT) == 0
    view.set_selected("amp")
    (pelaku,) = (arc for arc in view.placed_arcs() if arc.text == "pelaku")
    pill = QRect(QPointF(*pelaku.pill[:2]).toPoint(), QPointF(*pelaku.pill[2:]).toPoint())
    assert view.mark_rect("rah").left() < pill.left()
    assert pill.right() < view.mark_rect("amp").right()
    inner = pill.adjusted(3, 3, -3, -3)
    shown = picture(view)
    assert count(shown, inner, ACCENT) > inner.width() * inner.height() / 3
    view.set_selected("war")
    assert count(picture(view), place, ACCENT) == 0


def test_an_arc_is_seen_from_both_ends(view):
    view.set_selected("rah")
    assert [arc.text for arc in view.placed_arcs()] == ["pelaku"]


def test_a_partner_out_of_sight_is_named_in_a_stub(view):
    view.set_selected("amp")
    assert "penyidik ↓ Polisi Samudra" in {arc.text for arc in view.placed_arcs()}
    view.set_selected("pol")
    view.reveal(MARKS[-1].start, MARKS[-1].end)
    assert [arc.text for arc in view.placed_arcs()] == ["penyidik ↑ membagikan amplop"]


def test_the_mark_under_the_mouse_shows_its_arcs_fainter(view):
    move(view, view.mark_rect("rah").center(), Qt.MouseButton.NoButton)
    assert [arc.text for arc in view.placed_arcs()] == ["pelaku"]
    hovered = picture(view)
    assert count(hovered, over(view, "rah", "amp"), ACCENT) == 0
    move(view, view.mark_rect("baw").center(), Qt.MouseButton.NoButton)
    assert view.placed_arcs() == []
    assert picture(view) != hovered


def test_all_arcs_are_drawn_on_a_switch(view):
    without = picture(view)
    view.set_show_all_arcs(True)
    assert {arc.text for arc in view.placed_arcs()} == {"pelaku", "penyidik ↓"}
    assert picture(view) != without
    view.set_show_all_arcs(False)
    assert picture(view) == without


def test_arcs_come_with_the_scene_and_move_no_text(show):
    bare = show(TEXT, *MARKS, selected="amp")
    place = {key: bare.mark_rect(key) for key in ("rah", "amp", "baw")}
    assert bare.placed_arcs() == []
    bare.set_scene(replace(bare.scene(), arcs=ARCS))
    assert len(bare.placed_arcs()) == 2
    assert {key: bare.mark_rect(key) for key in place} == place


def test_an_arc_of_a_mark_that_is_gone_is_not_drawn(view):
    marks = tuple(one for one in MARKS if one.key != "rah")
    view.set_scene(replace(view.scene(), marks=marks, selected="amp"))
    assert [arc.text for arc in view.placed_arcs()] == ["penyidik ↓ Polisi Samudra"]


# -- hint letters


def test_targets_stay_bright_with_a_key_cap_and_others_are_faint(view):
    fill, other_fill = "#B3DDF5", "#E49659"
    before = picture(view)
    view.set_targets({"rah": "a", "baw": "sd"})
    shown = picture(view)
    for key in ("rah", "baw"):
        rect = view.mark_rect(key)
        assert count(shown, rect, fill) > 0
        cap = QRect(rect.left() - 2, rect.top() - 17, 24, 16)
        assert count(shown, cap, ACCENT) > 60
        assert count(before, cap, ACCENT) == 0
    for key, colour in (("war", fill), ("amp", other_fill)):
        rect = view.mark_rect(key)
        assert count(before, rect, colour) > 0
        assert count(shown, rect, colour) == 0
        chips = QRect(rect.left(), rect.top() - 14, 30, 12)
        assert before.copy(chips) != shown.copy(chips)
    view.set_targets(None)
    assert picture(view) == before


def test_targets_arrange_nothing_anew(view, monkeypatch):
    def arrange(*_: object) -> None:
        pytest.fail("arranged again")

    monkeypatch.setattr("annotator.ui.text_view.paragraph.Paragraph.arrange", arrange)
    view.set_targets({"rah": "a"})
    picture(view)
    view.set_targets(None)
    picture(view)


def test_another_text_ends_the_targets(view):
    view.set_targets({})
    view.set_scene(replace(view.scene(), text="Samudra " + TEXT))
    rect = view.mark_rect("rah")
    assert count(picture(view), rect, "#B3DDF5") > 0


# -- pulling


def requested(view: TextView) -> list[tuple[str, str]]:
    seen: list[tuple[str, str]] = []
    view.relation_requested.connect(lambda *ends: seen.append(ends))
    return seen


def pull(qtbot: QtBot, view: TextView, key: str, to: QPoint) -> None:
    start = chip(view, key)
    qtbot.mousePress(view.viewport(), LEFT, NONE, start)
    move(view, (start + to) / 2)
    move(view, to)


def test_a_chip_pulled_onto_a_mark_asks_for_a_relation(view, qtbot: QtBot):
    seen = requested(view)
    view.set_scene(replace(view.scene(), arcs=(), selected="amp"))
    end = view.mark_rect("war").center()
    still = picture(view)
    pull(qtbot, view, "amp", end)
    around = view.mark_rect("war").adjusted(-6, -6, 6, 8)
    assert count(picture(view), around, ACCENT) > count(still, around, ACCENT) + 20
    assert seen == []
    qtbot.mouseRelease(view.viewport(), LEFT, NONE, end)
    assert seen == [("amp", "war")]
    assert view.selection() is None
    assert count(picture(view), around, ACCENT) == count(still, around, ACCENT)


def test_escape_gives_a_pull_up(view, qtbot: QtBot):
    seen = requested(view)
    view.set_selected("amp")
    end = view.mark_rect("war").center()
    pull(qtbot, view, "amp", end)
    drawn = picture(view)
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert picture(view) != drawn
    qtbot.mouseRelease(view.viewport(), LEFT, NONE, end)
    assert seen == []


def test_a_pull_let_go_beside_all_marks_asks_nothing(view, qtbot: QtBot):
    seen = requested(view)
    view.set_selected("amp")
    beside = view.character_rect(TEXT.index("Baris")).center()
    pull(qtbot, view, "amp", beside)
    qtbot.mouseRelease(view.viewport(), LEFT, NONE, beside)
    assert seen == []


def test_another_text_ends_a_pull(view, qtbot: QtBot):
    seen = requested(view)
    view.set_selected("amp")
    end = view.mark_rect("war").center()
    pull(qtbot, view, "amp", end)
    view.set_scene(replace(view.scene(), text=TEXT + "!"))
    qtbot.mouseRelease(view.viewport(), LEFT, NONE, end)
    assert seen == []


def test_while_all_arcs_are_shown_lines_have_room_for_them(view):
    before = view.character_rect(len(view.scene().text) - 1).top()
    view.set_show_all_arcs(True)
    assert view.character_rect(len(view.scene().text) - 1).top() > before
    view.set_style(view._metrics.style)  # another theme or size: the room stays
    assert view._metrics.style.arc_room > 0
    chips = [seen.fragment.chip.box for seen in view._fragments() if seen.fragment.chip]
    tops = [seen.top for seen in view._fragments() if seen.fragment.chip]
    for arc in view.placed_arcs():
        for chip, top in zip(chips, tops, strict=True):
            box = view._moved(chip, top)
            meets = arc.pill.top < box.bottom and box.top < arc.pill.bottom
            aside = arc.pill.right <= box.left or box.right <= arc.pill.left
            assert not arc.text or not meets or aside
    view.set_show_all_arcs(False)
    assert view.character_rect(len(view.scene().text) - 1).top() == before
