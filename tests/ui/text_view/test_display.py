from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextLayout

from annotator.model.offsets import OffsetMap
from annotator.ui.text_view.display import LONGEST_PIECE, directions, display_string, pieces

FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467"


def cut(text: str) -> list[str]:
    found = pieces(text, OffsetMap(text))
    return [text[start:end] for start, end in zip(found.starts, found.ends, strict=True)]


def test_what_qt_would_change_is_replaced_unit_for_unit():
    assert display_string("a\x00b\x07\x7fc\u00ad") == "a\u2400b\u2407\u2421c\u200b"
    assert display_string("\ufeffa\ufdd0\ufdd1\ufffc") == "\u200ba\ufffd\ufffd\ufffd"
    assert display_string("a\u00a0b\tc\u200bd\u200e") == "a\u00a0b\tc\u200bd\u200e"


@given(st.text())
def test_offsets_do_not_move(text: str):
    drawn = display_string(text)
    assert len(drawn) == len(text)
    assert OffsetMap(drawn).utf16_length == OffsetMap(text).utf16_length
    assert not set(drawn) & set("\n\r\u2028\u2029\ufeff\ufdd0\ufdd1\ufffc\x00")


def test_every_line_end_closes_a_paragraph_and_belongs_to_none():
    assert cut("a\nb\r\nc\rd\u2028e\u2029f") == ["a", "b", "c", "d", "e", "f"]
    assert cut("") == [""]
    assert cut("\n\n") == ["", "", ""]


def test_a_long_paragraph_is_cut_at_blanks():
    text = "Bawaslu menerima laporan " * 1_000
    found = cut(text)
    assert "".join(found) == text
    assert all(len(piece) <= LONGEST_PIECE for piece in found)
    assert all(piece.endswith(" ") for piece in found)
    closes = pieces(text, OffsetMap(text)).closes
    assert closes == [False] * (len(found) - 1) + [True]


def test_without_blanks_the_cut_is_between_graphemes():
    text = FAMILY * 1_500
    found = cut(text)
    assert "".join(found) == text
    assert len(found) > 1
    for piece in found:
        assert OffsetMap(piece).utf16_length <= LONGEST_PIECE
        assert len(piece) % len(FAMILY) == 0


def test_a_blank_that_carries_an_accent_is_no_place_to_cut():
    text = ("a" * 20 + " \u0301") * 400
    for piece in cut(text)[1:]:
        assert not piece.startswith("\u0301")


SEEDS = st.lists(st.sampled_from(["a", " ", "\u0301", FAMILY, "\n"]), max_size=40).map("".join)


@given(SEEDS)
def test_pieces_cover_the_text_and_break_no_grapheme(seed: str):
    seed += "a"  # accents alone would be one grapheme longer than any piece
    text = seed * (9_000 // len(seed) + 1)
    found = pieces(text, OffsetMap(text))
    at = 0
    for start, end, closes in zip(found.starts, found.ends, found.closes, strict=True):
        assert start == at
        assert OffsetMap(text[start:end]).utf16_length <= LONGEST_PIECE
        at = end + 1 if closes else end
        if not closes:
            around = text[start : end + 12]
            unit = OffsetMap(around).to_utf16(end - start)
            assert QTextLayout(around).isValidCursorPosition(unit)
    assert at == len(text) + 1


def test_directions_of_lines():
    assert directions("abc def", [(0, 4), (4, 7)]) == (False, [False, False])
    assert directions("abc \u05e9 def", [(0, 6), (6, 9)]) == (False, [True, False])
    assert directions("\u05e9 abc", [(0, 2), (2, 5)]) == (True, [True, True])
    assert directions("a \u202ebc", [(0, 2), (2, 5)]) == (False, [True, True])
