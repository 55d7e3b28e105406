import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.text.folding import begins_word, fold, pattern_of, words_of


@given(st.text())
def test_every_code_point_stays_in_its_place(text: str) -> None:
    assert len(fold(text)) == len(text)


@given(st.text(st.characters(max_codepoint=0x17F)))
def test_accents_and_case_make_no_difference(text: str) -> None:
    assert words_of(unicodedata.normalize("NFD", text)) == words_of(text)
    assert fold(fold(text)) == fold(text)
    assert fold(text.lower()) == fold(text) or len(text.lower()) != len(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Undang-undang Pemilu", ["undang", "undang", "pemilu"]),
        ("Jum’at, Rp1.000", ["jum", "at", "rp1", "000"]),
        ("café CAFE\u0301", ["cafe", "cafe"]),
        ("İstanbul straße", ["istanbul", "straße"]),
        ("a_b", ["a", "b"]),
        ("\u0301 ?!", []),
        ("", []),
    ],
)
def test_words(text: str, words: list[str]) -> None:
    assert words_of(text) == words


def test_a_pattern_finds_words_in_a_row_whatever_is_between_them() -> None:
    found = pattern_of(["politik", "uang"]).search(fold("Politik –\n«Uang»"))
    assert found is not None
    assert found.span() == (0, 15)
    assert pattern_of(["uang"]).search("uangnya") is None
    longer = pattern_of(["uang"], is_prefix=True).search("uangnya kita")
    assert longer is not None
    assert longer.group() == "uangnya"


def test_a_pattern_reads_over_loose_accents() -> None:
    text = "cafe\u0301 ini"
    found = pattern_of(["cafe"]).search(fold(text))
    assert found is not None
    assert text[slice(*found.span())] == "cafe\u0301"


def test_loose_accents_between_words_are_between_them() -> None:
    assert pattern_of(["a", "b"]).search(fold("a_\u0301b")) is not None
    assert pattern_of(["a", "b"]).search(fold("a\u0301b")) is None


def test_where_a_word_begins() -> None:
    assert begins_word("uang", 0)
    assert begins_word("-uang", 1)
    assert not begins_word("luang", 1)
    assert begins_word(fold("-\u0301uang"), 2)
    assert not begins_word(fold("l\u0301uang"), 2)
