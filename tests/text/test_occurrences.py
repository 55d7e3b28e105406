"""Occurrences of a phrase: whole, traced back exactly, and the forms of Indonesian words."""

import sys
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.text.occurrences import (
    ODD_FOLDS,
    Finder,
    Kind,
    Options,
    asks_for_case,
)
from annotator.text.segmentation import word_at

PLAIN = Options(case=True, whole=False, clitics=False)
FOLDED = Options(whole=False, clitics=False)

# letters whose folds grow, combine or overlap, and what holds words together or apart
TANGLE = "aAsSßẞiIİıfFﬁﬃkK\u212aſLl \n\u00a0-\u2010'\u2019.,(1é\u0301🗳n"
tangled = st.text(TANGLE, max_size=40)
options = st.builds(
    Options,
    case=st.booleans(),
    whole=st.booleans(),
    clitics=st.booleans(),
    affixes=st.booleans(),
)
INDONESIAN = st.lists(
    st.sampled_from(
        [
            *("bagi", "membagikan", "bagi-bagi", "dibagikannya", "uang", "uangnya", "Uang"),
            *("KPU", "KPU-nya", "politik", "\n", "\n\n", "\u00a0", ",", "masa", "masalah"),
        ]
    ),
    max_size=30,
).map(" ".join)


def found(phrase: str, text: str, chosen: Options | None = None) -> list[str]:
    return [text[each.start : each.end] for each in Finder(phrase, chosen).find(text)]


def plainly(phrase: str, text: str) -> list[tuple[int, int]]:
    """What str.find gives, one after the other."""
    ranges: list[tuple[int, int]] = []
    start = text.find(phrase)
    while start >= 0:
        ranges.append((start, start + len(phrase)))
        start = text.find(phrase, start + len(phrase))
    return ranges


def folded_plainly(phrase: str, text: str) -> list[tuple[int, int]]:
    """Every stretch whose fold is the phrase's fold, from the left, none over another."""
    ranges: list[tuple[int, int]] = []
    start = 0
    while start < len(text):
        ends = [
            end
            for end in range(start + 1, len(text) + 1)
            if text[start:end].casefold() == phrase.casefold()
        ]
        if ends:
            ranges.append((start, ends[0]))
            start = ends[0]
        else:
            start += 1
    return ranges


LETTERS = "aAsSßẞiIİıfFﬁﬃkK\u212aſé\u0301🗳n."
no_blanks = st.text(LETTERS, max_size=30)
short = st.text(LETTERS, min_size=1, max_size=4)


@given(short, no_blanks)
def test_without_options_it_is_the_naive_search(phrase: str, text: str) -> None:
    ranges = [(each.start, each.end) for each in Finder(phrase, PLAIN).find(text)]
    assert ranges == plainly(phrase, text)


@given(short, no_blanks)
def test_folding_maps_back_exactly(phrase: str, text: str) -> None:
    ranges = [(each.start, each.end) for each in Finder(phrase, FOLDED).find(text)]
    assert ranges == folded_plainly(phrase, text)


def alike(words: str, *, case: bool) -> str:
    """What is compared when no form of a word may differ."""
    words = words if case else words.casefold()
    for one, all_of_them in (("-", "-\u2010\u2011\u2012\u2013\u2212"), ("'", "'‘’ʼ`´")):
        words = "".join(one if letter in all_of_them else letter for letter in words)
    return " ".join(words.split())


@given(tangled, tangled, options)
def test_ranges_are_sorted_apart_inside_and_quote_what_matches(
    phrase: str, text: str, chosen: Options
) -> None:
    places = Finder(phrase, chosen).find(text)
    for one, other in pairwise(places):
        assert one.end <= other.start
    for each in places:
        assert 0 <= each.start < each.end <= len(text)
        if each.kind is Kind.SAME:
            quoted = text[each.start : each.end]
            assert alike(quoted, case=chosen.case) == alike(phrase, case=chosen.case)
        if chosen.whole or chosen.affixes:
            for edge in (each.start, each.end):
                word = word_at(text, edge)
                assert word is None or not word[0] < edge < word[1]


@given(st.sampled_from(["bagi", "uang", "politik uang", "KPU", "masa", "bagi-bagi"]), INDONESIAN)
def test_more_options_find_no_less(phrase: str, text: str) -> None:
    def covered(chosen: Options) -> set[int]:
        return {
            position
            for each in Finder(phrase, chosen).find(text)
            for position in range(each.start, each.end)
        }

    bare = covered(Options(clitics=False))
    clitics = covered(Options())
    assert bare <= clitics <= covered(Options(affixes=True))


@given(tangled | INDONESIAN, tangled | INDONESIAN, options)
def test_a_text_that_is_passed_over_holds_nothing(phrase: str, text: str, chosen: Options) -> None:
    finder = Finder(phrase, chosen)
    if finder.find(text):
        assert finder.may_hold(text.encode())


@given(tangled | INDONESIAN, tangled | INDONESIAN)
def test_the_quick_way_to_forms_finds_the_same(phrase: str, text: str) -> None:
    quick, slow = (Finder(phrase, Options(affixes=True)) for _ in range(2))
    for pattern in slow._patterns:
        pattern._begins = None
    assert quick.find(text) == slow.find(text)


@given(tangled, options)
def test_a_phrase_is_found_in_itself(phrase: str, chosen: Options) -> None:
    words = phrase.strip()
    whole = Options(chosen.case, whole=False, clitics=chosen.clitics)
    if words and "\n" not in words:
        assert Finder(words, whole).find(words)[0].start == 0


def test_every_character_that_folds_to_ascii_is_known() -> None:
    odd = {
        character
        for character in map(chr, range(128, sys.maxunicode + 1))
        if any(letter.isascii() and letter.isalpha() for letter in character.casefold())
    }
    assert odd == set(ODD_FOLDS)


def test_no_character_folds_to_nothing_so_equal_length_means_equal_places() -> None:
    assert all(map(str.casefold, map(chr, range(sys.maxunicode + 1))))


def test_blanks_of_any_kind_but_no_blank_line() -> None:
    text = "politik uang, politik\u00a0 uang, politik\nuang, politik \n uang, politik\n\nuang"
    assert found("politik uang", text) == [
        "politik uang",
        "politik\u00a0 uang",
        "politik\nuang",
        "politik \n uang",
    ]


def test_hyphens_and_apostrophes_of_any_kind() -> None:
    assert len(found("bagi-bagi", "bagi-bagi bagi\u2010bagi bagi\u2011bagi bagi bagi")) == 3
    assert found("Jum'at", "Jum’at, Jum`at, Jumat") == ["Jum’at", "Jum`at"]


def test_whole_words_are_the_words_of_selections() -> None:
    text = "KPU, KPU-Bawaslu, e-KPU, KPUD, (KPU) KPU/Bawaslu"
    assert found("KPU", text) == ["KPU"] * 3
    assert len(found("KPU", text, Options(whole=False))) == 6


def test_case_is_folded_unless_asked_for() -> None:
    assert found("uang", "Uang UANG uang") == ["Uang", "UANG", "uang"]
    assert found("uang", "Uang UANG uang", Options(case=True)) == ["uang"]
    assert [asks_for_case(each) for each in ("PAN", "Pan", "BAWASLU SAMUDRA", "3", " KPU ")] == [
        True,
        False,
        False,
        False,
        True,
    ]


def test_clitics_stay_with_their_word() -> None:
    text = "uang uangnya uangmulah uang-nya uangku uangpun uangan keuangan"
    assert found("uang", text) == text.split()[:6]
    assert found("uang", text, Options(clitics=False)) == ["uang"]
    kinds = [each.kind for each in Finder("uang").find(text)]
    assert kinds == [Kind.SAME, *[Kind.CLITIC] * 5]


def test_clitics_are_taken_off_where_they_surely_are_some() -> None:
    assert found("uangnya", "uang uangnya") == ["uang", "uangnya"]
    assert found("KPU-lah", "KPU KPU-lah") == ["KPU", "KPU-lah"]
    assert found("masalah", "masa masalah masalahnya") == ["masalah", "masalahnya"]
    assert found("punya", "pu punya") == ["punya"]


def test_words_that_only_look_like_it_take_no_clitic() -> None:
    assert found("masa", "masa masalah masanya") == ["masa", "masanya"]
    assert found("bu", "Bu, buku") == ["Bu"]


FORMS = {
    "bagi": "membagi dibagi terbagi berbagi pembagian membagikan dibagikan bagi-bagi "
    "membagi-bagikan bagikanlah dibagikannya",
    "pilih": "memilih dipilih terpilih pemilih pemilihan pilihan memilihnya",
    "tekan": "menekan ditekan tertekan tekanan penekanan",
    "suap": "menyuap disuap penyuapan suap-menyuap suapan",
    "kampanye": "mengampanyekan mengkampanyekan berkampanye dikampanyekan",
    "ubah": "mengubah diubah berubah perubahan",
    "coblos": "mencoblos dicoblos pencoblosan tercoblos",
    "lapor": "melapor melaporkan dilaporkan pelapor terlapor laporan",
    "kerja": "bekerja pekerja pekerjaan mempekerjakan kerja-kerja",
    "kuat": "memperkuat diperkuat menguatkan kekuatan",
    "ajar": "mengajar belajar pelajar diajarkan pelajaran",
    "bom": "mengebom pengeboman dibom",
}


@pytest.mark.parametrize("root", FORMS)
def test_a_root_finds_its_forms(root: str) -> None:
    assert found(root, FORMS[root], Options(affixes=True)) == FORMS[root].split()


@pytest.mark.parametrize("root", [root for root in FORMS if len(root) > 3])
def test_a_form_finds_its_root_and_the_others(root: str) -> None:
    text = f"{root} {FORMS[root]}"
    for form in FORMS[root].split():
        assert found(form, text, Options(affixes=True)) == text.split(), form


def test_forms_vary_in_every_word_of_a_phrase() -> None:
    text = "membagikan uang, uangnya dibagikan, pembagian uangnya, membagi\nuang"
    assert found("bagi uang", text, Options(affixes=True)) == [
        "membagikan uang",
        "pembagian uangnya",
        "membagi\nuang",
    ]


def test_forms_are_told_from_the_same_words() -> None:
    kinds = [
        each.kind
        for each in Finder("dibagikan", Options(affixes=True)).find(
            "Dibagikan dibagikannya membagi"
        )
    ]
    assert kinds == [Kind.SAME, Kind.CLITIC, Kind.FORM]


def test_short_guesses_and_names_are_left_alone() -> None:
    assert found("mengaku", "aku mengakui", Options(affixes=True)) == ["mengakui"]
    assert found("Megawati", "gawat Megawati", Options(affixes=True)) == ["Megawati"]
    assert found("Prabowo-Gibran", "Prabowo Gibran", Options(affixes=True)) == []


def test_other_phrases_are_told_apart_and_do_not_overlap() -> None:
    text = "Komisi Pemilihan Umum (KPU) dan KPU Samudra"
    places = Finder("KPU", Options(case=True), ["Komisi Pemilihan Umum"]).find(text)
    assert [(text[each.start : each.end], each.kind) for each in places] == [
        ("Komisi Pemilihan Umum", Kind.ACRONYM),
        ("KPU", Kind.SAME),
        ("KPU", Kind.SAME),
    ]
    assert [each.kind for each in Finder("Komisi", None, ["Komisi Pemilihan"]).find(text)] == [
        Kind.ACRONYM
    ]


@pytest.mark.parametrize("phrase", ["", " ", "\n"])
def test_nothing_is_found_nowhere(phrase: str) -> None:
    assert Finder(phrase).find("politik uang ") == []
    assert not Finder(phrase).may_hold(b"politik uang ")
