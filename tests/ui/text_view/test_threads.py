"""Threads between the pieces of a mark: on the way to a piece, and towards one on another line."""

from dataclasses import replace

from PySide6.QtCore import QEvent
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from annotator.ui.text_view.scene import Mark, TextScene
from annotator.ui.text_view.view import TextView
from tests.ui.text_view.test_mouse import mark, point, send_move

TEXT = "Bawaslu Samudra menerima laporan.\nRahmawati mengatakan Polisi datang."
INK = QColor("#005A8C")
FIRST, LAST = (0, 7), (16, 24)  # Bawaslu ... menerima
PARTED = Mark("p", 0, 24, "ACTOR", "BWS", pieces=(FIRST, LAST))


def below(view: TextView, start: int, end: int) -> int:
    """Count the pixels in the ink of marks just below the line under some words."""
    area = view.range_rect(start, end)
    image: QImage = view.viewport().grab().toImage()
    scale = image.devicePixelRatio()
    found = 0
    for y in range(int((area.bottom() + 3) * scale), int((area.bottom() + 8) * scale)):
        for x in range(int(area.left() * scale), int(area.right() * scale)):
            colour = QColor(image.pixel(x, y))
            found += abs(colour.red() - INK.red()) + abs(colour.blue() - INK.blue()) < 90
    return found


def test_a_thread_leads_from_piece_to_piece_and_not_from_mark_to_mark(show) -> None:
    view = show(TEXT, PARTED)
    assert below(view, 8, 15) > 10
    alone = [replace(PARTED, key="a", end=7, pieces=()), Mark("b", *LAST, "ACTOR", "BWS")]
    view.set_scene(TextScene(TEXT, tuple(alone)))
    assert below(view, 8, 15) == 0


def test_to_another_line_it_is_a_stub_and_the_whole_way_while_it_is_lit(show) -> None:
    start = TEXT.index("Polisi")
    over = replace(PARTED, end=start + 6, pieces=(FIRST, (start, start + 6)))
    view = show(TEXT, over)
    far = 25, 33  # laporan.
    assert below(view, 8, 10) > 0
    assert below(view, *far) == 0
    assert below(view, start - 3, start - 1) > 0
    view.set_selected("p")
    QApplication.processEvents()
    assert below(view, *far) > 10
    view.set_selected("")
    send_move(view, point(view, start + 2))
    assert view._shown.hovered == "p"
    assert below(view, *far) > 10
    QApplication.sendEvent(view.viewport(), QEvent(QEvent.Type.Leave))
    assert below(view, *far) == 0


def test_only_marks_in_pieces_light_up_under_the_mouse(show) -> None:
    view = show(TEXT, replace(PARTED, end=7, pieces=()))
    send_move(view, point(view, 3))
    assert view._shown.hovered == ""


def test_chip_and_hints_stand_at_the_first_piece_alone(show) -> None:
    view = show(TEXT, PARTED)
    (line,) = view._page.at(0).lines
    assert [bool(fragment.chip) for fragment in line.fragments] == [True, False]
    assert [(fragment.begins, fragment.ends) for fragment in line.fragments] == [(True, True)] * 2
    assert view.mark_rect("p") == view.range_rect(*FIRST)


def test_clicks_in_a_gap_mean_what_is_there(show) -> None:
    inner = replace(mark("i", "Samudra"), start=8, end=15)
    view = show(TEXT, PARTED, inner)
    assert view.hit(point(view, 10)).marks == ("i",)
    assert view.hit(point(view, 18)).marks == ("p",)
    view.set_scene(TextScene(TEXT, (PARTED,)))
    assert view.hit(point(view, 10)).marks == ()


def test_pieces_far_apart_arrange_their_own_lines_only(show) -> None:
    text = "\n".join(f"Baris {number} dari berita." for number in range(60))
    end = len(text)
    far = Mark("p", 0, end, "ACTOR", "BWS", pieces=((0, 5), (end - 7, end)))
    view = show(text, far)
    page = view._page
    assert page.set_marks(()) == {0, page.count - 1}
