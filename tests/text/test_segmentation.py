import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QTextBoundaryFinder

from annotator.model.offsets import OffsetMap
from annotator.text.segmentation import (
    edge_left,
    edge_right,
    next_word,
    previous_word,
    snap,
    word_at,
    word_count,
    words,
    words_between,
)

FAMILY = "👨‍👩‍👧‍👦"
JUDGE = "👩🏽‍⚖️"
ATOMS = [
    *"abKPU 17.,/:;-–'’‘“”\"()[]{}!?_%$€#@&*",
    "é",
    "e\u0301",
    "\u0301",
    "\u200d",
    "\u200c",
    "\u200b",
    "\u00ad",
    "\ufe0f",
    "\u20e3",
    "\ufeff",
    "\u200f",
    "\u00a0",
    "\u2028",
    "\t",
    "\n",
    "🏽",
    "🇮",
    "🇩",
    "🇮🇩",
    FAMILY,
    JUDGE,
    "1️⃣",
    "😀",
    "🏴󠁧󠁢󠁥󠁮󠁧󠁿",
    "שלום",
    'צה"ל',
    "مَرْحَبًا",
    "選挙",
    "한국",
    "กำ",
    "क्षि",
    "bagi-bagi",
    "S.H.",
    "17.000",
    "𝔸",
]
texts = st.lists(st.sampled_from(ATOMS), max_size=24).map("".join)


@st.composite
def texts_and_places(draw: st.DrawFn, places: int) -> tuple[str, list[int]]:
    text = draw(texts)
    place = st.integers(0, len(text))
    return text, sorted(draw(place) for _ in range(places))


def grapheme_borders(text: str) -> set[int]:
    """Borders between grapheme clusters, in code points, as Qt sees them."""
    borders = {0}
    # Qt 6.11 pairs flags wrongly behind an emoji, so it is asked from each first flag on.
    for piece in re.split("(?=(?<![🇦-🇿])[🇦-🇿])", text):
        behind = "\n" + piece  # Qt takes a byte order mark at the very start away
        offsets = OffsetMap(behind)
        finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Grapheme, behind)
        before = max(borders)
        while (position := finder.toNextBoundary()) >= 0:
            borders.add(before + max(0, offsets.from_utf16(position) - 1))
    return borders


def parts(text: str) -> list[str]:
    return [text[start:end] for start, end in words(text)]


def snapped(text: str, selected: str) -> str:
    start = text.index(selected)
    start, end = snap(text, start, start + len(selected))
    return text[start:end]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("aksi bagi-bagi uang", ["aksi", "bagi-bagi", "uang"]),
        ("e-KTP dan KPU's, don’t", ["e-KTP", "dan", "KPU's", "don’t"]),
        ("Jum'at Qur`an Ma‘ruf", ["Jum'at", "Qur`an", "Ma‘ruf"]),
        ("17.000 orang, 25/11/2024.", ["17.000", "orang", "25/11/2024"]),
        ("uangnya, ditemui-Nya di-OTT", ["uangnya", "ditemui-Nya", "di-OTT"]),
        ("ber-KTP se-Kabupaten KPU-lah", ["ber-KTP", "se-Kabupaten", "KPU-lah"]),
        ("paslon ke-2, Covid-19 (01)", ["paslon", "ke-2", "Covid-19", "01"]),
        (
            "Pasal 187A ayat (1) UU No. 10/2016",
            ["Pasal", "187A", "ayat", "1", "UU", "No", "10/2016"],
        ),
        ("Rp1.500.000,00 atau 50%-60%", ["Rp1.500.000,00", "atau", "50%", "60%"]),
        ("H. Ma'ruf, S.Pd.I., Ph.D.", ["H", "Ma'ruf", "S.Pd.I.", "Ph.D."]),
        ("per orang,katanya", ["per", "orang", "katanya"]),
        ("pukul 08.00–09.00 WIB", ["pukul", "08.00", "09.00", "WIB"]),
        ("Rp50 juta, US$50, 12,5%", ["Rp50", "juta", "US$50", "12,5%"]),
        ("Ladiva, S.H., M.Si. hadir", ["Ladiva", "S.H.", "M.Si.", "hadir"]),
        ("dr. Drs. a.n. Rahmawati", ["dr", "Drs", "a.n.", "Rahmawati"]),
        ("situs samudra.go.id.", ["situs", "samudra.go.id"]),
        ("kata dia.Menurut saksi", ["kata", "dia", "Menurut", "saksi"]),
        ("kata -- dan/atau -nya-", ["kata", "dan", "atau", "nya"]),
        ("_tebal_ pilkada_2024", ["tebal", "pilkada_2024"]),
        ("“Jangan takut”", ["Jangan", "takut"]),
        ("mengimbau\u00adkan Bawas\u200blu\u00a0ya", ["mengimbau\u00adkan", "Bawas\u200blu", "ya"]),
        ("a\u2028b\tc", ["a", "b", "c"]),
        (f"{FAMILY}{JUDGE}😀👍🏽", [FAMILY, JUDGE, "😀", "👍🏽"]),
        ("🇮🇩🇮🇩🇮", ["🇮🇩", "🇮🇩", "🇮"]),
        ("1️⃣2️⃣ #️⃣ *️⃣", ["1️⃣", "2️⃣", "#️⃣", "*️⃣"]),
        ("❤️‍🔥 🏴󠁧󠁢󠁥󠁮󠁧󠁿", ["❤️‍🔥", "🏴󠁧󠁢󠁥󠁮󠁧󠁿"]),
        ("kata😀lagi", ["kata", "😀", "lagi"]),
        ("nai\u0308f se\u0301", ["nai\u0308f", "se\u0301"]),
        ("a\u0300 葛\U000e0100 葛\U000e01ef", ["a\u0300", "葛\U000e0100", "葛\U000e01ef"]),
        ('"\u0301abc', ["abc"]),
        ('שלום צה"ל בית־ספר', ["שלום", 'צה"ל', "בית־ספר"]),
        ("العَرَبِيَّة، می‌خواهم", ["العَرَبِيَّة", "می‌خواهم"]),
        ("選挙委員会、投票。", ["選挙委員会", "投票"]),
        ("... — ( ) “ ”", []),
        ("", []),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    assert parts(text) == expected
    assert word_count(text) == len(expected)


def test_word_at_prefers_what_starts_there_then_what_ends_there() -> None:
    text = "aksi bagi-bagi, 😀👍🏽 ..."
    assert word_at(text, 2) == (0, 4)
    assert word_at(text, 4) == (0, 4)
    assert word_at(text, 5) == (5, 14)
    assert word_at(text, 9) == (5, 14)
    assert word_at(text, 14) == (5, 14)
    assert word_at(text, 15) is None
    assert word_at(text, 17) == (17, 19)
    assert word_at(text, 21) is None
    assert word_at("", 0) is None


SENTENCE = (
    "Kata Ketua Badan Pengawas Pemilihan Umum (Bawaslu), Senin (25/11/2024): “Jangan takut”, "
    "tegasnya. Hadir (KPU), (A) dan (B), pasal [5 (1)]. ... 'e-KTP' ?!"
)


@pytest.mark.parametrize(
    ("selected", "expected"),
    [
        ("Badan Pengawas", "Badan Pengawas"),
        ("dan Penga", "Badan Pengawas"),
        (" Ketua ", "Ketua"),
        ("Pemilihan Umum (Bawaslu),", "Pemilihan Umum (Bawaslu)"),
        ("Umum (Bawas", "Umum (Bawaslu)"),
        ("(Bawaslu), ", "Bawaslu"),
        ("Senin (25/11/2024): “", "Senin (25/11/2024)"),
        ("“Jangan takut”, ", "Jangan takut"),
        ("tegas", "tegasnya"),
        ("(KPU)", "KPU"),
        ("(A) dan (B), ", "(A) dan (B)"),
        ("A) dan (B", "(A) dan (B)"),
        ("pasal [5 (1", "pasal [5 (1)]"),
        ("'e-", "e-KTP"),
        (" ... ", "..."),
        (" ?!", "?!"),
        (" ", ""),
    ],
)
def test_snap(selected: str, expected: str) -> None:
    assert snapped(SENTENCE, selected) == expected


ARTICLE = (
    "ARUNIKA, Jum'at (25/11/2024) — dr. H. Rahmawati Ladiva, S.H., M.Si., membantah bagi-bagi uang"
    " Rp50.000 kepada 17.000 pemilik e-KTP di Kec. Mekar. “Jangan takut melapor,” katanya."
)


@pytest.mark.parametrize(
    ("selected", "expected"),
    [
        ("m'a", "Jum'at"),
        (" (25/11", "25/11/2024"),
        ("at (25", "Jum'at (25/11/2024)"),
        ("2024) — ", "25/11/2024"),
        ("r. H. Rahmawati Lad", "dr. H. Rahmawati Ladiva"),
        ("Ladiva, S.H., M.S", "Ladiva, S.H., M.Si."),
        ("Ladiva, S.H., M.Si., ", "Ladiva, S.H., M.Si."),
        (" S.H.,", "S.H."),
        ("-bagi uang ", "bagi-bagi uang"),
        ("50.0", "Rp50.000"),
        ("17.", "17.000"),
        (".000 pemilik e", "17.000 pemilik e-KTP"),
        ("Kec. Mekar. “", "Kec. Mekar"),
        ("“Jangan takut melapor,” ", "Jangan takut melapor"),
        (",” kata", "katanya"),
        ("katanya.", "katanya"),
    ],
)
def test_snap_in_an_article(selected: str, expected: str) -> None:
    assert snapped(ARTICLE, selected) == expected


def test_snap_takes_in_brackets_in_their_order() -> None:
    assert snapped("lihat [(5) 1] ya", "5) 1] ya") == "[(5) 1] ya"
    assert snapped("lihat (5) 1] ya", "5) 1] ya") == "(5) 1] ya"
    assert snapped("ya [1 (5)] lihat", "ya [1 (5") == "ya [1 (5)]"
    assert snapped("(lihat ayat (1) huruf a)", "ayat (1) huruf a") == "ayat (1) huruf a"
    assert snapped("(a, ayat (1) huruf b)", "a, ayat (1) huruf") == "a, ayat (1) huruf"


def test_snap_goes_over_no_word_to_a_bracket() -> None:
    assert snapped("Umum (Badan Pengawas) ya", "Umum (Badan") == "Umum (Badan"
    assert snapped("(Badan Pengawas) Umum", "Pengawas) Umum") == "Pengawas) Umum"
    assert snapped("Umum (Badan ) ya", "Umum (Badan") == "Umum (Badan"


def test_snap_takes_ends_in_any_order_and_beyond_the_text() -> None:
    assert snap("kata ini", 7, 1) == (0, 8)
    assert snap("kata ini", -5, 99) == (0, 8)
    assert snap("kata ini", 2, 2) == (2, 2)


def test_snap_leaves_the_words_beside_a_selection_of_blanks_and_marks() -> None:
    text = "kata, “ini”"
    assert snap(text, 4, 7) == (4, 7)
    assert snap(text, 5, 6) == (5, 5)


def test_snap_keeps_a_mark_on_its_punctuation() -> None:
    text = "a (\u0301 b"
    assert snap(text, 3, 4) == (2, 4)
    assert snap(text, 2, 3) == (2, 4)
    assert snap("(\u0301\u0302 b", 2, 3) == (0, 3)
    assert snap("(\u0301", 1, 2) == (0, 2)
    assert snap(" \n\u0301", 2, 3) == (2, 3)


def test_snap_looks_for_nothing_before_the_text() -> None:
    assert snap("\u0301 a", 0, 1) == (0, 1)
    assert snap("5) a (", 0, 4) == (0, 4)


def stops(text: str, step, start: int) -> list[int]:
    found = [start]
    while (position := step(text, found[-1])) != found[-1]:
        found.append(position)
    return found


def test_caret_stops() -> None:
    text = "Aksi bagi-bagi, “uang”.\nBaru  "
    assert stops(text, next_word, 0) == [0, 4, 14, 21, 28, 30]
    assert stops(text, previous_word, len(text)) == [30, 24, 17, 5, 0]


def test_edges_go_by_words_and_stay_at_the_last() -> None:
    text = "“Aksi bagi-bagi, uang.”"
    assert stops(text, edge_right, 5) == [5, 15, 21]
    assert stops(text, edge_left, 21) == [21, 15, 5]
    assert edge_right(text, 1, start=True) == 6
    assert edge_right(text, 17, start=True) == 17
    assert edge_left(text, 17, start=True) == 6
    assert edge_left(text, 1, start=True) == 1


@given(texts)
def test_words_are_in_order_and_apart_and_hold_something(text: str) -> None:
    found = list(words(text))
    assert all(start < end for start, end in found)
    assert all(before[1] <= after[0] for before, after in pairwise(found))
    assert not any(text[start:end].isspace() for start, end in found)


@given(texts)
def test_words_split_no_grapheme(text: str) -> None:
    borders = grapheme_borders(text)
    assert {place for word in words(text) for place in word} <= borders


@given(texts)
def test_no_letter_or_digit_is_left_out(text: str) -> None:
    covered = {place for start, end in words(text) for place in range(start, end)}
    borders = grapheme_borders(text)
    for place, character in enumerate(text):
        if character.isalnum() and place in borders:
            assert place in covered


@given(texts_and_places(1))
def test_looking_around_a_position_finds_the_words_of_the_whole_text(drawn) -> None:
    text, (position,) = drawn
    found = list(words(text))
    over = [word for word in found if word[0] <= position < word[1]]
    ending = [word for word in found if word[1] == position]
    assert word_at(text, position) == next(iter(over or ending), None)
    assert next_word(text, position) == min(
        (end for _, end in found if end > position), default=len(text)
    )
    assert previous_word(text, position) == max(
        (start for start, _ in found if start < position), default=0
    )
    assert edge_left(text, position) == max(
        (end for _, end in found if end < position), default=position
    )
    assert edge_left(text, position, start=True) == max(
        (start for start, _ in found if start < position), default=position
    )
    assert edge_right(text, position) == min(
        (end for _, end in found if end > position), default=position
    )
    assert edge_right(text, position, start=True) == min(
        (start for start, _ in found if start > position), default=position
    )


@given(texts_and_places(2))
def test_words_between_are_those_of_the_whole_text(drawn) -> None:
    text, places = drawn
    start, end = sorted(places)
    wanted = [word for word in words(text) if word[0] < end and word[1] > start]
    assert list(words_between(text, start, end)) == wanted


@given(texts_and_places(1))
def test_the_caret_always_gets_on(drawn) -> None:
    text, (position,) = drawn
    assert next_word(text, position) > position or position == len(text)
    assert previous_word(text, position) < position or position == 0


@given(texts_and_places(2))
def test_snap_twice_is_snap_once(drawn) -> None:
    text, (start, end) = drawn
    once = snap(text, start, end)
    assert snap(text, *once) == once


@given(texts_and_places(2))
def test_snap_holds_the_words_it_touched_and_splits_no_grapheme(drawn) -> None:
    text, (start, end) = drawn
    snapped_start, snapped_end = snap(text, start, end)
    if snapped_start == snapped_end:
        assert snapped_start == start
        return
    assert {snapped_start, snapped_end} <= grapheme_borders(text)
    for word in words(text):
        if word[0] < end and word[1] > start:
            assert snapped_start <= word[0] < word[1] <= snapped_end
        else:
            assert word[1] <= snapped_start or word[0] >= snapped_end


@given(texts)
def test_snapping_a_word_gives_the_word(text: str) -> None:
    for word in words(text):
        assert snap(text, *word) == word


def test_far_into_one_long_line() -> None:
    sentence = "Ketua Bawaslu Samudra, Rahmawati Ladiva: “ya”. "
    text = sentence * 20_000
    middle = len(sentence) * 10_000
    assert word_at(text, middle + 8) == (middle + 6, middle + 13)
    assert snap(text, middle + 8, middle + 9) == (middle + 6, middle + 13)
    assert next_word(text, middle + 13) == middle + 21
    assert previous_word(text, middle) == middle - 5
    blanks = "a" + " " * 200_000 + "b"
    assert next_word(blanks, 100_000) == len(blanks)
    assert previous_word(blanks, 100_000) == 0
