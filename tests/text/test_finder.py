import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.text.finder import Finder
from annotator.text.folding import fold

TEXT = "Uang itu uang.\nPolitik\nuang di Café Lengkara; keuangan CAFE\u0301."


def found(wanted: str, **options: bool) -> list[str]:
    return [TEXT[start:end] for start, end in Finder(TEXT).find(wanted, **options)]


@pytest.mark.parametrize(
    ("wanted", "words"),
    [
        ("uang", ["Uang", "uang", "uang", "uang"]),
        ("politik  uang", ["Politik\nuang"]),
        ("cafe", ["Café", "CAFE\u0301"]),
        ("CAFÉ", ["Café", "CAFE\u0301"]),
        ("cafe\u0301", ["Café", "CAFE\u0301"]),
        ("\u0301", []),
        (";", [";"]),
        ("entah", []),
        ("  ", []),
        ("", []),
    ],
)
def test_capitals_accents_and_blanks_make_no_difference(wanted: str, words: list[str]) -> None:
    assert found(wanted) == words


def test_exactly_as_typed() -> None:
    assert found("uang", match_case=True) == ["uang", "uang", "uang"]
    assert found("Café", match_case=True) == ["Café"]
    assert found("cafe", match_case=True) == []


def test_whole_words() -> None:
    assert found("uang", whole_words=True) == ["Uang", "uang", "uang"]
    assert found("; keuangan", whole_words=True) == ["; keuangan"]
    assert found("eng", whole_words=True) == []


@given(st.text(st.sampled_from("aAbé\u0301 \n.")), st.text(st.sampled_from("aAbé .")))
def test_what_is_found_is_what_was_looked_for(text: str, wanted: str) -> None:
    before = 0
    for start, end in Finder(text).find(wanted):
        assert before <= start < end
        loose = str.maketrans("", "", fold("\u0301"))
        stripped = fold(text[start:end]).translate(loose).split()
        assert stripped == fold(wanted).translate(loose).split()
        before = end
    for start, end in Finder(text).find(wanted, match_case=True):
        assert text[start:end].split() == wanted.split()
