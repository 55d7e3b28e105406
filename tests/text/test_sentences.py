import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.text.sentences import paragraph_at, sentence_at

LINE_ENDS = "\n\r\u2028\u2029"


def sentences(text: str) -> list[str]:
    """Every sentence met on the way through a text."""
    found: list[tuple[int, int]] = []
    for position in range(len(text)):
        place = sentence_at(text, position)
        if place not in found and place[0] < place[1]:
            found.append(place)
    return [text[start:end] for start, end in found]


@pytest.mark.parametrize(
    "expected",
    [
        ["Warga menolak.", "Bawaslu turun!", "Benarkah?", "Ya"],
        ["Menurut dr. Ladiva, Drs. H. Suryo, dan Hj. Rini, situasi aman.", "Warga pulang."],
        ["Rahmawati Ladiva, S.H., M.Si. menolak.", "Ia pulang."],
        ["Ia melapor ke Kab. Samudra, Kec. Arunika, Jl. Mekar No. 5 pada tgl. 3 Mei.", "Lalu?"],
        ["Surat a.n. Ladiva dibawa dll. pun ikut.", "Selesai."],
        ["Ada 17.000 orang pukul 08.00 WIB.", "Mereka pulang pukul 09.00.", "Hujan."],
        ["“Jangan takut.”", "Ia pergi."],
        ["“Jangan takut!” kata Ladiva.", "“Mengapa?” tanya warga.", "(Lihat foto.)", "Habis."],
        ["Ia diam... lalu pergi.", "Lalu... ", "Akhir."],
        ["Ada banyak hal.", "Dia tahu (hal. 12) semuanya.", "Rumah RT. 5 kosong."],
        ["1. Pertama, lapor.", "Kedua, tunggu."],
        ["Ya.", "Jumlahnya 2.", "Lalu pergi pukul 8.", "Ia pulang."],
        ["選挙は終わった。", "次は？", "はい"],
        ["انتهت الانتخابات؟", "نعم۔"],
    ],
)
def test_sentences(expected: list[str]) -> None:
    text = " ".join(sentence.strip() for sentence in expected)
    assert sentences(text) == [sentence.strip() for sentence in expected]


@pytest.mark.parametrize("line_end", LINE_ENDS)
def test_a_sentence_ends_with_its_line(line_end: str) -> None:
    text = f"Judul tanpa titik{line_end}  Isi berita. Lagi \t{line_end}{line_end}Akhir"
    assert sentences(text) == ["Judul tanpa titik", "Isi berita.", "Lagi", "Akhir"]


def test_the_number_of_a_list_begins_its_line() -> None:
    text = "Daftar ada 2. Ini:\n1. Lapor.\n12. Tunggu. Selesai.\na. Ya"
    assert sentences(text) == [
        "Daftar ada 2.",
        "Ini:",
        "1. Lapor.",
        "12. Tunggu.",
        "Selesai.",
        "a. Ya",
    ]


def test_between_sentences_the_next_one_is_meant_and_behind_the_last_that_one() -> None:
    text = "Satu ini. Dua itu.  \n\nTiga."
    assert sentence_at(text, 9) == (10, 18)
    assert sentence_at(text, 19) == (10, 18)
    assert sentence_at(text, 20) == (10, 18)
    assert sentence_at(text, 21) == (21, 21)
    assert sentence_at(text, len(text)) == (22, 27)
    assert sentence_at("", 0) == (0, 0)
    assert sentence_at("   ", 1) == (1, 1)


def test_a_sentence_far_into_one_long_line() -> None:
    sentence = "Ketua Bawaslu Samudra menolak uang. "
    text = sentence * 20_000
    start = len(sentence) * 10_000
    assert sentence_at(text, start + 5) == (start, start + len(sentence) - 1)
    endless = "kata " * 2_000 + "habis. Lagi."
    assert sentence_at(endless, 9_000) == (0, len(endless) - 6)


def test_paragraphs() -> None:
    text = "  Satu. Dua.\t\n\nTiga\u2029Empat"
    found = [text[slice(*paragraph_at(text, position))] for position in (0, 5, 13, 15, 20, 25)]
    assert found == ["Satu. Dua.", "Satu. Dua.", "Satu. Dua.", "Tiga", "Empat", "Empat"]
    assert paragraph_at(text, 14) == (14, 14)


PIECES = [*"aB. !?”)17\n\u2028\u00a0。😀", "dr. ", "No. ", ". B"]


@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join), st.data())
def test_a_sentence_lies_in_its_paragraph_and_has_no_blank_ends(text: str, data) -> None:
    position = data.draw(st.integers(0, len(text)))
    start, end = sentence_at(text, position)
    assert not any(character in LINE_ENDS for character in text[start:end])
    assert text[start:end] == text[start:end].strip()
    paragraph = paragraph_at(text, position)
    assert paragraph[0] <= start <= end <= paragraph[1] or start == end == position
