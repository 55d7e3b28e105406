"""Shingles and bands against their definitions."""

import subprocess
import sys

from hypothesis import given
from hypothesis import strategies as st

from annotator.text.shingles import BANDS, SIZE, fingerprints, jaccard, shingles

WORDS = st.lists(st.sampled_from(["warga", "uang", "saksi", "desa", "lapor", "x9"]), max_size=40)


def test_shingles_are_five_words_in_a_row_whatever_signs_and_case():
    text = "Bawaslu menerima, “laporan” DUGAAN politik\nuang."
    assert shingles(text) == {
        "bawaslu menerima laporan dugaan politik",
        "menerima laporan dugaan politik uang",
    }
    assert shingles("ﬁlm Ａ") == {"film a"}
    assert shingles("…!") == frozenset()


@given(WORDS)
def test_there_are_as_many_as_the_definition_says(words):
    found = shingles(" ".join(words))
    if not words:
        assert not found
    elif len(words) < SIZE:
        assert len(found) == 1
    else:
        expected = {" ".join(words[at : at + SIZE]) for at in range(len(words) - SIZE + 1)}
        assert found == expected


@given(WORDS, WORDS)
def test_jaccard_is_symmetric_and_between_0_and_1(one, other):
    first, second = shingles(" ".join(one)), shingles(" ".join(other))
    assert jaccard(first, second) == jaccard(second, first)
    assert 0 <= jaccard(first, second) <= 1
    assert jaccard(first, first) == bool(first)


@given(WORDS.filter(bool))
def test_equal_shingles_have_equal_bands(words):
    text = " ".join(words)
    one, other = fingerprints([shingles(text), shingles(text.upper() + " !")])
    assert one == other
    assert len(one) == 4 * BANDS


def test_bands_are_the_same_in_every_process():
    code = (
        "from annotator.text.shingles import fingerprints, shingles;"
        "print(fingerprints([shingles('satu dua tiga empat lima enam tujuh')])[0].hex())"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    (here,) = fingerprints([shingles("satu dua tiga empat lima enam tujuh")])
    assert run.stdout.strip() == here.hex()
    assert fingerprints([]) == []
