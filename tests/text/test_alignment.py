"""Places of one version of an article in another."""

from hypothesis import given
from hypothesis import strategies as st

from annotator.text import alignment
from annotator.text.alignment import Alignment

ONE = "JAKARTA - Bawaslu Samudra menduga ada politik uang di Desa Lengkara, kata ketua."
TWO = "Bawaslu  Samudra menduga adanya politik uang di desa Lengkara, ujar ketua. 😀"


def _moved(words: str, one: str = ONE, two: str = TWO) -> str | None:
    start = one.index(words)
    found = Alignment(one, two).place(start, start + len(words))
    return None if found is None else two[slice(*found)]


def test_words_are_found_where_they_stand_now():
    assert _moved("Bawaslu Samudra") == "Bawaslu  Samudra"
    assert _moved("politik uang") == "politik uang"
    assert _moved("Desa Lengkara,") == "desa Lengkara,"


def test_what_is_worded_otherwise_is_not_found():
    assert _moved("menduga ada politik") is None
    assert _moved("JAKARTA") is None
    assert _moved("kata ketua") is None
    assert _moved(" - ") is None


def test_parts_of_words_stay_parts_of_words():
    assert _moved("moneypolit", "a moneypolitics b", "b moneypolitics b") == "moneypolit"


def test_signs_between_the_words_must_be_the_same():
    assert _moved("uang, suara", "uang, suara", "uang; suara") is None


def test_very_long_texts_are_left_alone(monkeypatch):
    monkeypatch.setattr(alignment, "MOST_WORDS", 3)
    assert Alignment("satu dua tiga empat", "satu dua tiga empat").place(0, 4) is None


TEXTS = st.text(st.sampled_from("ab .,\n"), max_size=40)


@given(TEXTS, TEXTS, st.data())
def test_what_is_found_reads_the_same(one, two, data):
    if not one:
        return
    start = data.draw(st.integers(0, len(one) - 1))
    end = data.draw(st.integers(start + 1, len(one)))
    found = Alignment(one, two).place(start, end)
    if found is not None:
        assert " ".join(one[start:end].split()) == " ".join(two[slice(*found)].split())


@given(TEXTS, st.data())
def test_in_the_same_text_every_place_with_a_word_stays(text, data):
    if not text:
        return
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    found = Alignment(text, text).place(start, end)
    assert found == ((start, end) if any(map(str.isalnum, text[start:end])) else None)
