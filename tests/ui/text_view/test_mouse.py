from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QMouseEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.ui.text_view.scene import Mark, TextScene
from annotator.ui.text_view.view import TextView

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
TEXT = (
    "Bawaslu Samudra menerima laporan.\n"
    'Rahmawati mengatakan "bagi-bagi amplop" terjadi di Desa Sukamaju. Polisi datang.\n'
    "Saksi \u05e9\u05dc\u05d5\u05dd \u05e2\u05d5\u05dc\u05dd hadir."
)


def span(words: str) -> tuple[int, int]:
    start = TEXT.index(words)
    return start, start + len(words)


def mark(key: str, words: str, role: str = "ACTOR") -> Mark:
    return Mark(key, *span(words), role, key.upper()[:3])


def point(view: TextView, position: int) -> QPoint:
    """A point in the left half of a character."""
    rect = view.character_rect(position)
    return QPoint(rect.left() + 2, rect.center().y())


def drag(qtbot: QtBot, view: TextView, start: QPoint, end: QPoint, modifiers=NONE) -> None:
    port = view.viewport()
    qtbot.mousePress(port, LEFT, modifiers, start)
    send_move(view, (start + end) / 2, modifiers)
    send_move(view, end, modifiers)
    qtbot.mouseRelease(port, LEFT, modifiers, end)


def send_move(view: TextView, where: QPoint, modifiers=NONE, held=LEFT) -> None:
    place = QPointF(where)
    event = QMouseEvent(
        QEvent.Type.MouseMove,
        place,
        view.viewport().mapToGlobal(place),
        Qt.MouseButton.NoButton,
        held,
        modifiers,
    )
    QApplication.sendEvent(view.viewport(), event)


def test_a_click_puts_the_caret(show, qtbot: QtBot):
    view = show(TEXT)
    at = TEXT.index("amplop") + 2
    with qtbot.waitSignal(view.caret_moved) as told:
        qtbot.mouseClick(view.viewport(), LEFT, NONE, point(view, at))
    assert told.args == [at]
    assert view.caret() == at
    assert view.selection() is None


@pytest.mark.parametrize("turned", [False, True])
def test_a_drag_snaps_to_words(show, qtbot: QtBot, turned: bool):
    view = show(TEXT)
    ends = [point(view, TEXT.index("gi-bagi")), point(view, TEXT.index("plop"))]
    drag(qtbot, view, *(reversed(ends) if turned else ends))
    assert view.selection() == span("bagi-bagi amplop")


def test_a_drag_with_alt_is_exact(show, qtbot: QtBot):
    view = show(TEXT)
    start, end = TEXT.index("gi-bagi"), TEXT.index("plop")
    drag(qtbot, view, point(view, start), point(view, end), ALT)
    assert view.selection() == (start, end)


def test_a_second_press_at_the_selections_end_is_exact(show, qtbot: QtBot):
    view = show(TEXT)
    start, end = span("bagi-bagi amplop")
    view.select(start, end)
    drag(qtbot, view, point(view, end), point(view, end - 3))
    assert view.selection() == (start, end - 3)


def test_a_drag_beyond_the_text_is_clamped(show, qtbot: QtBot):
    view = show(TEXT)
    drag(qtbot, view, point(view, TEXT.index("hadir") + 1), QPoint(740, 590))
    assert view.selection() == span("hadir")
    drag(qtbot, view, point(view, 10), QPoint(-30, -20))
    assert view.selection() == (0, TEXT.index(" menerima"))


def test_double_and_triple_click(show, qtbot: QtBot):
    view = show(TEXT)
    where = point(view, TEXT.index("Sukamaju") + 3)
    qtbot.mouseClick(view.viewport(), LEFT, NONE, where)
    qtbot.mouseDClick(view.viewport(), LEFT, NONE, where)
    assert view.selection() == span("Sukamaju")
    qtbot.mouseClick(view.viewport(), LEFT, NONE, where)
    assert view.selection() == span(
        'Rahmawati mengatakan "bagi-bagi amplop" terjadi di Desa Sukamaju.'
    )


def test_click_and_shift_click(show, qtbot: QtBot):
    view = show(TEXT)
    qtbot.mouseClick(view.viewport(), LEFT, NONE, point(view, TEXT.index("gi-bagi")))
    qtbot.mouseClick(view.viewport(), LEFT, SHIFT, point(view, TEXT.index("plop")))
    assert view.selection() == span("bagi-bagi amplop")
    qtbot.mouseClick(view.viewport(), LEFT, SHIFT | ALT, point(view, TEXT.index("plop")))
    assert view.selection()[1] == TEXT.index("plop")


def test_a_leftward_word_is_selected_where_it_is_drawn(show, qtbot: QtBot):
    view = show(TEXT)
    start, end = span("\u05e2\u05d5\u05dc\u05dd")
    rect = view.range_rect(start, end)
    where = QPoint(rect.center().x(), rect.center().y())
    qtbot.mouseClick(view.viewport(), LEFT, NONE, where)
    qtbot.mouseDClick(view.viewport(), LEFT, NONE, where)
    assert view.selection() == (start, end)


def test_clicks_on_a_stack_go_from_inside_out(show, qtbot: QtBot):
    outer, inner = mark("outer", "Desa Sukamaju"), mark("inner", "Sukamaju", "CONTEXT")
    view = show(TEXT, outer, inner)
    view.span_activated.connect(view.set_selected)
    where = point(view, TEXT.index("maju"))
    seen = []
    view.span_activated.connect(seen.append)
    for _ in range(3):
        qtbot.mouseClick(view.viewport(), LEFT, NONE, where)
        qtbot.wait(1)
        view._triple_until.stop()
    assert seen == ["inner", "outer", "inner"]
    assert view.caret() == TEXT.index("maju")


def test_a_chip_names_its_mark(show, qtbot: QtBot):
    view = show(TEXT, mark("outer", "Desa Sukamaju"), mark("inner", "Desa"))
    rect = view.mark_rect("outer")
    chip = QPoint(rect.left() + 4, rect.top() - 5)
    assert view.hit(chip).chip == "outer"
    with qtbot.waitSignal(view.span_activated) as told:
        qtbot.mouseClick(view.viewport(), LEFT, NONE, chip)
    assert told.args == ["outer"]


def test_a_click_beside_all_marks_lets_go(show, qtbot: QtBot):
    view = show(TEXT, mark("m", "Desa"))
    seen = []
    view.span_activated.connect(seen.append)
    qtbot.mouseClick(view.viewport(), LEFT, NONE, point(view, 3))
    assert seen == []
    view.set_selected("m")
    qtbot.mouseClick(view.viewport(), LEFT, NONE, point(view, 12))
    assert seen == [""]


def edge(view: TextView, key: str) -> QPoint:
    rect = view.mark_rect(key)
    return QPoint(rect.right(), rect.center().y())


def test_an_edge_of_the_selected_mark_is_dragged_by_words(show, qtbot: QtBot):
    one = mark("m", "Desa")
    view = show(TEXT, one, selected="m")
    with qtbot.waitSignal(view.span_resize_requested) as told:
        drag(qtbot, view, edge(view, "m"), point(view, TEXT.index("maju")))
    assert told.args == ["m", span("Desa"), *span("Desa Sukamaju")]
    assert view.mark("m") == one  # nobody changed the scene, so it is as it was


def test_while_an_edge_is_dragged_the_mark_is_shown_there(show, qtbot: QtBot):
    one = mark("m", "Desa")
    view = show(TEXT, one, selected="m")
    qtbot.mousePress(view.viewport(), LEFT, NONE, edge(view, "m"))
    send_move(view, point(view, TEXT.index("maju")), ALT)
    assert (view.mark("m").start, view.mark("m").end) == (one.start, TEXT.index("maju"))
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert view.mark("m") == one
    with qtbot.assertNotEmitted(view.span_resize_requested):
        qtbot.mouseRelease(view.viewport(), LEFT, NONE, point(view, TEXT.index("maju")))


def test_what_the_resize_made_stays(show, qtbot: QtBot):
    one = mark("m", "Desa")
    view = show(TEXT, one, selected="m")

    def resize(key: str, _piece: tuple[int, int], start: int, end: int) -> None:
        moved = replace(one, start=start, end=end)
        view.set_scene(TextScene(TEXT, (moved,), selected=key))

    view.span_resize_requested.connect(resize)
    drag(qtbot, view, edge(view, "m"), point(view, TEXT.index("maju")))
    assert (view.mark("m").start, view.mark("m").end) == span("Desa Sukamaju")


def test_a_dragged_edge_of_a_piece_moves_that_piece_alone(show, qtbot: QtBot):
    first, last = span("Desa"), span("maju")
    parted = replace(mark("m", "Desa"), end=last[1], pieces=(first, last))
    view = show(TEXT, parted, selected="m")
    right = view.character_rect(first[1] - 1).right()
    start = QPoint(right, view.mark_rect("m").center().y())
    with qtbot.waitSignal(view.span_resize_requested) as told:
        qtbot.mousePress(view.viewport(), LEFT, NONE, start)
        send_move(view, point(view, first[1] - 2), ALT)
        assert view.mark("m").pieces == ((first[0], first[1] - 2), last)
        qtbot.mouseRelease(view.viewport(), LEFT, ALT, point(view, first[1] - 2))
    assert told.args == ["m", first, first[0], first[1] - 2]
    assert view.mark("m") == parted


def test_with_ctrl_words_are_chosen_for_the_selected_mark(show, qtbot: QtBot):
    view = show(TEXT, mark("m", "Desa"), selected="m")
    moved = []
    view.caret_moved.connect(moved.append)
    ctrl = Qt.KeyboardModifier.ControlModifier
    with (
        qtbot.waitSignal(view.piece_chosen) as told,
        qtbot.assertNotEmitted(view.selection_chosen),
    ):
        qtbot.mousePress(view.viewport(), LEFT, ctrl, point(view, 1))
        send_move(view, point(view, 4), ctrl)
        assert moved == []  # or else the mark would lose the focus
        qtbot.mouseRelease(view.viewport(), LEFT, ctrl, point(view, 4))
    assert tuple(told.args) == view.selection()
    assert moved == [view.caret()]


def test_a_view_that_gathers_takes_every_choice_for_the_selected_mark(show, qtbot: QtBot):
    view = show(TEXT, mark("m", "Desa"), selected="m")
    view.set_gathering(True)
    with qtbot.waitSignal(view.piece_chosen) as told:
        view.choose(0, 5)
    assert told.args == [0, 5]
    view.set_gathering(False)
    with qtbot.waitSignal(view.selection_chosen), qtbot.assertNotEmitted(view.piece_chosen):
        view.choose(0, 5)


def test_edges_of_other_marks_are_text(show, qtbot: QtBot):
    view = show(TEXT, mark("m", "Desa"))
    with qtbot.assertNotEmitted(view.span_resize_requested):
        drag(qtbot, view, edge(view, "m"), point(view, TEXT.index("maju")))
    assert view.selection() is not None


def test_the_pointer_tells_what_is_there(show, qtbot: QtBot):
    view = show(TEXT, mark("m", "Desa"), selected="m")
    hovered = []
    view.hover_changed.connect(hovered.append)
    shapes = []
    rect = view.mark_rect("m")
    for where in (
        point(view, 3),
        QPoint(rect.left() + 4, rect.top() - 5),
        edge(view, "m"),
        rect.center(),
    ):
        send_move(view, where, held=Qt.MouseButton.NoButton)
        shapes.append(view.viewport().cursor().shape())
    assert shapes == [
        Qt.CursorShape.IBeamCursor,
        Qt.CursorShape.PointingHandCursor,
        Qt.CursorShape.SplitHCursor,
        Qt.CursorShape.IBeamCursor,
    ]
    assert hovered[0] == "m"


def test_the_context_menu_comes_with_the_mark_and_moves_the_caret(show, qtbot: QtBot):
    view = show(TEXT, mark("m", "Desa"))
    where = point(view, TEXT.index("Desa") + 1)
    event = QContextMenuEvent(
        QContextMenuEvent.Reason.Mouse, where, view.viewport().mapToGlobal(where)
    )
    with qtbot.waitSignal(view.context_menu_requested) as told:
        QApplication.sendEvent(view.viewport(), event)
    assert told.args == ["m", view.viewport().mapToGlobal(where)]
    assert view.caret() == TEXT.index("Desa") + 1


def test_the_context_menu_inside_the_selection_keeps_it(show, qtbot: QtBot):
    view = show(TEXT)
    view.select(*span("bagi-bagi amplop"))
    where = point(view, TEXT.index("amplop"))
    event = QContextMenuEvent(
        QContextMenuEvent.Reason.Mouse, where, view.viewport().mapToGlobal(where)
    )
    QApplication.sendEvent(view.viewport(), event)
    assert view.selection() == span("bagi-bagi amplop")


def test_dragging_below_the_window_scrolls(show, qtbot: QtBot):
    text = "\n".join(f"Paragraf nomor {number}." for number in range(100))
    view = show(text)
    qtbot.mousePress(view.viewport(), LEFT, NONE, point(view, 2))
    send_move(view, QPoint(100, view.viewport().height() + 40))
    assert view._auto_scroll.isActive()
    bar = view.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.value() > 0)
    assert view.selection()[1] > TEXT.index("menerima")
    qtbot.mouseRelease(view.viewport(), LEFT, NONE, QPoint(100, view.viewport().height() - 2))
    assert not view._auto_scroll.isActive()
