"""Small words tell the languages of Indonesian news apart; phrases are no mix."""

import csv
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.text.function_words import FEWEST, is_hardly_indonesian, likeliest, other_paragraphs

ID = (
    "Bawaslu Kabupaten Samudra menyatakan bahwa laporan itu sudah diterima dan akan diperiksa oleh"
    " petugas, karena para saksi belum dapat datang ke kantor pada hari yang sama, kata Rahmawati."
)
EN = (
    "The supervisors of the district said that the report was received and will be examined by the"
    " staff, as the witnesses were not able to come to the office on the same day, she added."
)
JV = (
    "Warga ing desa iku wis ngerti yen bantuan kang dijanjekake ora bakal teka, nanging akeh wong"
    " sing isih ngenteni amarga kabeh butuh kanggo urip saben dina, lan ora ana sing wani takon."
)
SU = (
    "Warga di éta desa geus terang yén bantuan anu dijangjikeun moal datang, tapi loba jalma nu"
    " masih ngadagoan sabab kabéh butuh pikeun hirup sapopoé, jeung teu aya nu wani naros ka lurah."
)
SHARED = Path(__file__).parents[3] / "shared" / "data" / "nusax-mt" / "valid.csv"


@pytest.mark.parametrize(("text", "code"), [(ID, "id"), (EN, "en"), (JV, "jv"), (SU, "su")])
def test_each_language_is_recognised(text: str, code: str):
    found = likeliest(text)
    assert found is not None
    assert found.code == code
    assert 0.5 < found.share <= 1


def test_nothing_is_said_of_few_words_or_of_names():
    assert likeliest(" ".join(EN.split()[: FEWEST - 1])) is None
    assert likeliest("Rahmawati Ladiva Armino " * 20) is None


def test_whole_paragraphs_are_found_and_phrases_are_not():
    text = f"Judul\n{ID}\n{EN}\nIa menyebutnya money politics dan vote buying.\n{JV}\n"
    found = other_paragraphs(text, "id")
    assert [(text[start:end], code) for start, end, code in found] == [(EN, "en"), (JV, "jv")]
    mixed = ID.replace("laporan itu", "laporan tentang vote buying by the team of the candidate")
    assert other_paragraphs(mixed, "id") == ()
    assert other_paragraphs(f"{ID}\n{EN}", "en")[0].code == "id"


@given(st.text(max_size=300), st.sampled_from(["id", "en", "unknown"]))
def test_any_text_has_paragraphs_inside_it(text: str, main: str):
    for start, end, code in other_paragraphs(text, main):
        assert 0 <= start < end <= len(text)
        assert code != main


@pytest.mark.skipif(not SHARED.exists(), reason="../shared/data is not there")
def test_nusax():
    with SHARED.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    right = {}
    for column in ("indonesian", "english", "javanese", "sundanese"):
        texts = [" ".join(row[column] for row in [*rows[at:], *rows][:3]) for at in range(100)]
        right[column] = Counter(found.code for text in texts if (found := likeliest(text)))
    assert right["indonesian"] == {"id": 100}
    assert right["english"] == {"en": 100}
    assert right["javanese"].keys() == {"jv"}
    assert right["javanese"]["jv"] >= 95
    assert right["sundanese"].keys() == {"su"}
    assert right["sundanese"]["su"] >= 92


def test_what_lacks_the_small_words_of_indonesian_is_doubted():
    assert not is_hardly_indonesian(ID * 3)
    assert is_hardly_indonesian("Rahmawati Ladiva Armino " * 25)
    assert not is_hardly_indonesian("Rahmawati Ladiva Armino " * 5)
