import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QColor, QImage
from pytestqt.qtbot import QtBot

from annotator.ui.text_view.mirror import Mirror
from annotator.ui.text_view.scene import Border, Fact, Mark, TextScene
from annotator.ui.text_view.view import TextView

ACTOR, VIOLATION = "#B3DDF5", "#E49659"
TEXT = (
    "Bawaslu Samudra menerima laporan.\n"
    "Rahmawati mengatakan amplop dibagikan.\n"
    "Saksi \u05e9\u05dc\u05d5\u05dd \u05e2\u05d5\u05dc\u05dd hadir."
)
LONG = "\n".join(f"Paragraf nomor {number} dari Kabupaten Samudra." for number in range(400))


def mark(key: str, words: str, role: str = "ACTOR", text: str = TEXT, **more) -> Mark:
    start = text.index(words)
    return Mark(key, start, start + len(words), role, key.upper()[:3], **more)


def colours(view: TextView, rect: QRect) -> set[str]:
    image = picture(view)
    return {
        image.pixelColor(x, y).name()
        for x in range(rect.left(), rect.right() + 1)
        for y in range(rect.top(), rect.bottom() + 1)
    }


def picture(view: TextView) -> QImage:
    return view.viewport().grab().toImage()


def has(view: TextView, rect: QRect, colour: str) -> bool:
    return QColor(colour).name() in colours(view, rect)


def below(rect: QRect, height: int = 20) -> QRect:
    return QRect(rect.left(), rect.bottom() + 1, rect.width(), height)


# -- what is painted


def test_a_mark_is_filled_with_a_line_below_and_nothing_beside_it(show):
    view = show(TEXT, mark("m", "Samudra"))
    rect = view.mark_rect("m")
    assert has(view, rect, ACTOR)
    assert has(view, below(rect, 4), "#005A8C")
    assert has(view, QRect(rect.left(), rect.top() - 12, 20, 10), "#005A8C")  # its chip
    next_word = view.range_rect(TEXT.index("menerima"), TEXT.index(" laporan"))
    assert not has(view, next_word, ACTOR)


def test_a_leftward_mark_paints_its_own_word(show):
    word, other = "\u05e9\u05dc\u05d5\u05dd", "\u05e2\u05d5\u05dc\u05dd"
    view = show(TEXT, mark("m", word))
    assert has(view, view.mark_rect("m"), ACTOR)
    start = TEXT.index(other)
    assert not has(view, view.range_rect(start, start + 4), ACTOR)
    assert view.mark_rect("m").left() > view.range_rect(start, start + 4).left()


def test_equal_and_nested_marks_are_all_visible(show):
    view = show(
        TEXT,
        mark("one", "Bawaslu Samudra"),
        mark("two", "Bawaslu Samudra", "VIOLATION"),
        mark("in", "Samudra", "CONTEXT"),
    )
    rect = view.mark_rect("one")
    assert has(view, rect, ACTOR)
    assert has(view, below(rect, 40), "#9A4300")
    assert has(view, below(view.mark_rect("in"), 40), "#6B5E00")


def test_the_selected_mark_has_a_ring_and_loses_it(show):
    view = show(TEXT, mark("m", "Samudra"), selected="m")
    around = view.mark_rect("m").adjusted(-8, -8, 8, 10)
    assert has(view, around, "#2160c4")
    view.set_selected("")
    assert not has(view, around, "#2160c4")


def test_an_incomplete_mark_warns_also_without_colour(show, style):
    plain, warned = mark("m", "Samudra"), mark("m", "Samudra", incomplete=True)
    view = show(TEXT, warned)
    rect = view.mark_rect("m")
    chips = QRect(rect.left(), rect.top() - 12, 60, 11)
    assert has(view, chips, style.warning)
    with_sign = grey(picture(view).copy(chips))
    view.set_scene(TextScene(TEXT, (plain,)))
    assert grey(picture(view).copy(chips)) != with_sign


def grey(image: QImage) -> QImage:
    return image.convertToFormat(QImage.Format.Format_Grayscale8)


@pytest.mark.parametrize("border", list(Border))
def test_each_border_looks_different(show, border: Border):
    view = show(TEXT, mark("m", "Samudra", border=border))
    rect = below(view.mark_rect("m"), 5)
    here = picture(view).copy(rect)
    for other in Border:
        if other is not border:
            view.set_scene(TextScene(TEXT, (mark("m", "Samudra", border=other),)))
            assert picture(view).copy(rect) != here, other


def test_a_faint_mark_is_lighter(show):
    view = show(TEXT, mark("m", "Samudra", faint=True))
    assert not has(view, view.mark_rect("m"), ACTOR)
    assert not has(view, below(view.mark_rect("m"), 4), "#005A8C")


def test_the_selection_and_the_caret_are_painted(show, style):
    view = show(TEXT)
    view.select(8, 15)
    assert has(view, view.range_rect(8, 15), style.selection)
    view.clear_selection()
    assert not has(view, view.range_rect(8, 15), style.selection)


# -- heights and places


def test_labelling_moves_no_text_and_a_second_lane_grows_its_line_only(show):
    view = show(TEXT)
    before = [view.character_rect(TEXT.index(word)) for word in ("Samudra", "Rahmawati")]
    one = mark("one", "Samudra")
    view.set_scene(TextScene(TEXT, (one,)))
    assert [view.character_rect(TEXT.index(w)) for w in ("Samudra", "Rahmawati")] == before
    view.set_scene(TextScene(TEXT, (one, mark("two", "Samudra", "VIOLATION"))))
    assert view.character_rect(TEXT.index("Samudra")) == before[0]
    assert view.character_rect(TEXT.index("Rahmawati")).top() > before[1].top()


def test_many_marks_on_one_spot_stay_within_bounds(show):
    marks = [Mark(f"m{i}", 0, 7, "ACTOR", "BWS") for i in range(200)]
    view = show(TEXT, *marks)
    assert view.character_rect(TEXT.index("Rahmawati")).top() < 220
    lines = view._page.paragraph(0).lines
    assert [words for _, words in lines[0].more] == ["+194"]


def test_heading_facts_and_title(show):
    heading = (0, TEXT.index("\n"))
    view = show(TEXT, heading=heading, facts=(Fact("Samudra Pos"), Fact("146 kata", chip=True)))
    first, second = view.character_rect(0), view.character_rect(heading[1] + 1)
    assert first.height() > second.height() * 1.3
    with_facts = second.top() - first.bottom()
    view.set_scene(TextScene(TEXT, heading=heading))
    assert view.character_rect(heading[1] + 1).top() - view.character_rect(0).bottom() < with_facts
    plain_top = show(TEXT).character_rect(0).top()
    assert show(TEXT, title="Judul").character_rect(0).top() > plain_top + 20


def test_the_column_narrows_with_the_window(show):
    wide, narrow = show(LONG, width=1200), show(LONG, width=300)
    assert wide.character_rect(0).left() > 200
    assert narrow.character_rect(0).left() >= 28
    last = LONG.index("\n") - 1
    assert narrow.character_rect(last).right() <= 300 - 28
    assert narrow.character_rect(last).top() > narrow.character_rect(0).top()


# -- scenes


def test_other_marks_keep_place_caret_and_selection(show):
    view = show(LONG)
    at = LONG.index("nomor 200 ")
    view.select(at, at + 5)
    before = (view.verticalScrollBar().value(), view.character_rect(at))
    far = mark("far", "nomor 3 ", text=LONG)
    view.set_scene(TextScene(LONG, (far, mark("m", "nomor 200 ", text=LONG))))
    assert (view.verticalScrollBar().value(), view.character_rect(at)) == before
    assert view.selection() == (at, at + 5)


def test_another_text_starts_at_its_top(show, qtbot: QtBot):
    view = show(LONG)
    view.select(len(LONG) - 9, len(LONG))
    with qtbot.waitSignals([view.caret_moved, view.selection_changed]):
        view.set_scene(TextScene(LONG + "!"))
    assert (view.caret(), view.selection(), view.verticalScrollBar().value()) == (0, None, 0)


def test_only_the_touched_paragraph_is_arranged_again(show, monkeypatch):
    view = show(LONG)
    marks = tuple(mark(f"m{i}", f"nomor {i} ", text=LONG) for i in range(0, 400, 2))
    view.set_scene(TextScene(LONG, marks))
    arranged = []
    from annotator.ui.text_view.paragraph import Paragraph

    original = Paragraph.arrange

    def arrange(self, marks):
        arranged.append(self.start)
        original(self, marks)

    monkeypatch.setattr(Paragraph, "arrange", arrange)
    fresh = mark("fresh", "nomor 3 ", text=LONG)
    view.set_scene(TextScene(LONG, (*marks[:2], fresh, *marks[2:])))
    assert arranged == [LONG.rindex("\n", 0, fresh.start) + 1]
    arranged.clear()
    view.set_scene(TextScene(LONG, marks))
    assert len(arranged) == 1
    assert view.mark("fresh") is None


# -- scrolling


def test_reveal_scrolls_only_when_it_must(show):
    view = show(LONG)
    view.reveal(3, 9)
    assert view.verticalScrollBar().value() == 0
    at = LONG.index("nomor 300 ")
    view.reveal(at, at + 9)
    value = view.verticalScrollBar().value()
    assert view.viewport().rect().contains(view.range_rect(at, at + 9))
    view.reveal(at, at + 9)
    assert view.verticalScrollBar().value() == value
    view.reveal(0, 5)
    assert view.verticalScrollBar().value() == 0


def test_the_text_does_not_jump_while_scrolling_over_what_was_estimated(show):
    text = "\n".join("kata " * (1 + number * 7 % 90) for number in range(300))
    view = show(text)
    bar = view.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    for step in (-45, -45, 70, -45, -90):
        at = view.hit(QPoint(200, 300)).position
        before = view.character_rect(at).top()
        bar.setValue(bar.value() + step)
        assert view.character_rect(at).top() == before - step


def test_the_scroll_bar_reaches_both_ends(show):
    view = show(LONG)
    bar = view.verticalScrollBar()
    bar.setValue(bar.maximum())
    end = view.caret_rect(len(LONG))
    assert 0 < end.bottom() < view.viewport().height()
    bar.setValue(0)
    assert view.character_rect(0).top() > 0


def test_resizing_keeps_the_first_visible_character(show):
    text = "\n".join("kata " * (1 + number * 7 % 90) for number in range(300))
    view = show(text)
    view.verticalScrollBar().setValue(4_000)
    position = view._scroller.first_position()[0]
    before = view.character_rect(position).top()
    view.resize(420, 600)
    assert abs(view.character_rect(position).top() - before) <= 1
    view.resize(800, 600)
    assert abs(view.character_rect(position).top() - before) <= 40  # its line starts elsewhere


def test_a_line_of_a_megabyte_is_laid_out_in_part_only(show):
    text = "kata " * 200_000
    view = show(text)
    laid = sum(view._page.is_laid_out(index) for index in range(view._page.count))
    assert laid <= 4
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
    assert view.viewport().rect().contains(view.caret_rect(len(text)))


# -- screen readers


def test_there_is_no_mirror_before_somebody_listens(show, monkeypatch):
    view = show(TEXT)
    view.select(0, 4)
    assert view.viewport().findChild(Mirror) is None
    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    view.select(0, 7)
    mirror = view.viewport().findChild(Mirror)
    assert mirror.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    assert mirror.toPlainText() == TEXT
    assert mirror.textCursor().selectedText() == TEXT[:7]
    assert mirror.isVisible()
    assert mirror.geometry() == view.viewport().rect()


def test_the_mirror_holds_text_caret_and_selection(show, monkeypatch):
    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    text = "a\U0001f468b\r\nBawaslu\nkata " + "kata " * 2_000
    view = show(text)
    view.setAccessibleName("Artikel")
    mirror = view.viewport().findChild(Mirror)
    start = text.index("Bawaslu")
    view.select(start, start + 7)
    assert mirror.textCursor().selectedText() == "Bawaslu"
    view.select(len(text) - 5, len(text))
    assert mirror.textCursor().selectedText() == "kata "
    for position in (0, 1, 2, 3, start, start + 7, 5_000, len(text)):
        assert mirror.text_position_of(mirror.position_of(position)) == position
    assert mirror.hasFocus() == view.hasFocus()
    view.set_scene(TextScene("lain"))
    assert mirror.toPlainText() == "lain"


def test_announcements_are_polite(show, monkeypatch):
    told = []
    monkeypatch.setattr(QAccessible, "updateAccessibility", told.append)
    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    view = show(TEXT)
    told.clear()
    view.announce("Bawaslu, pelaku")
    (event,) = told
    assert event.message() == "Bawaslu, pelaku"
    assert event.politeness() is QAccessible.AnnouncementPoliteness.Polite
