"""Signs of notes: a corner over the first character, and nothing else changes."""

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

TEXT = "Bawaslu Samudra menerima laporan warga.\n\nWarga menolak politik uang di Desa Lengkara.\n"


def picture(view):
    QApplication.processEvents()
    return view.viewport().grab().toImage()


def changed(before, after):
    return [
        (x, y)
        for y in range(before.height())
        for x in range(before.width())
        if before.pixel(x, y) != after.pixel(x, y)
    ]


def test_a_corner_is_drawn_at_the_beginning_of_the_words_and_goes_again(show):
    view = show(TEXT, width=420, height=220)
    view.clearFocus()
    plain = picture(view)
    start = TEXT.index("politik uang")
    view.set_signs((start,))
    signed = picture(view)
    places = changed(plain, signed)
    assert places
    first = view.character_rect(start).adjusted(-6, -6, 6, 2)
    assert all(first.contains(x, y) for x, y in places)
    colours = {QColor(signed.pixel(x, y)).name() for x, y in places}
    assert view._metrics.style.accent in colours
    view.set_signs(())
    assert picture(view) == plain


def test_another_text_has_no_signs(show):
    view = show(TEXT)
    view.set_signs((7,))
    view.set_scene(type(view.scene())("Berita lain.\n"))
    assert view._shown.signs == ()
