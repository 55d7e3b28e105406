"""What the words of a sentence suggest for a span of it."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.model.scheme import AttributeChoice, Names
from annotator.text.cues import CueFinder
from tests.builders import default_scheme

ARTICLES = Path(__file__).resolve().parents[3] / "shared" / "data" / "articles"


def finder_of_default() -> CueFinder:
    factuality = default_scheme().attribute("factuality")
    assert factuality is not None
    return CueFinder(factuality.choices)


FINDER = finder_of_default()


def choice(name: str, *cues: str, overrides: tuple[str, ...] = ()) -> AttributeChoice:
    return AttributeChoice(name, Names({}), Names({}), "", cues, frozenset(overrides))


def proposed(sentence: str, finder: CueFinder = FINDER) -> tuple[str, str] | None:
    """What is proposed for the words in [brackets], and the words that suggest it."""
    before, rest = sentence.split("[")
    words, after = rest.split("]")
    text = before + words + after
    found = finder.propose(text, len(before), len(before) + len(words))
    return (found.value, text[found.start : found.end]) if found else None


@pytest.mark.parametrize(
    ("sentence", "value", "cue"),
    [
        ("Warga melaporkan dugaan [politik uang] di Desa Lengkara.", "alleged", "dugaan"),
        ("Amplop itu DIDUGA [dibagikan] tim sukses.", "alleged", "DIDUGA"),
        ("[Dugaan kecurangan] itu ramai dibicarakan.", "alleged", "Dugaan"),
        ("Penyidik mendalami dugaan [politik uang].", "investigated", "mendalami"),
        ("Darsim terbukti [melanggar netralitas].", "proven", "terbukti"),
        ("Kajian Bawaslu menyimpulkan ia [melanggar].", "proven", "menyimpulkan"),
        ("Laporan soal [mobil dinas] dihentikan.", "dismissed", "dihentikan"),
        ("Bawaslu menilai [politik uang] itu tak terbukti.", "dismissed", "tak terbukti"),
        ("Dugaan [politik uang] itu tidak\nterbukti.", "alleged", "Dugaan"),
        ("Dugaan [politik uang] itu tidak memenuhi unsur.", "dismissed", "tidak memenuhi unsur"),
        ("Teguh membantah timnya [membagi-bagikan uang].", "denied", "membantah"),
        ("Bantahannya soal [politik uang] panjang.", "denied", "Bantahannya"),
        ("Polisi mengimbau warga tidak [menyebar hoaks].", "warned", "mengimbau"),
        ("Hindari isu SARA, hoaks, dan [intimidasi].", "warned", "Hindari"),
        ("Jika terbukti [menyuap pemilih], ia gugur.", "hypothetical", "Jika"),
        ("Warga diminta melapor bila melihat [serangan fajar].", "hypothetical", "bila"),
        ("Daerah itu rawan [politik uang].", "hypothetical", "rawan"),
        ("Tim itu akan [membagikan sembako].", "planned", "akan"),
    ],
)
def test_the_default_scheme_proposes(sentence: str, value: str, cue: str) -> None:
    assert proposed(sentence) == (value, cue)


@pytest.mark.parametrize(
    "sentence",
    [
        "Warga bicara soal [politik uang] di desa.",
        "Itu diduga. Lalu [politik uang] dibahasakan.",  # another sentence, part of a word
        "Bawaslu akan terus mengawal [politik uang].",  # "akan" counts next to the span only
        "[Ia menjanjikan jalan bila petahana menang].",  # a condition inside, not before
        "[Politik uang] ramai bila malam tiba.",
        "Tidak: cukup, bukti soal [politik uang].",  # no cue goes over punctuation
        "",
    ],
)
def test_where_nothing_is_suggested(sentence: str) -> None:
    assert proposed(sentence or "[]") is None


def test_the_longest_cue_at_a_word_counts() -> None:
    finder = CueFinder([choice("yes", "terbukti"), choice("no", "tidak terbukti")])
    assert proposed("Itu tidak terbukti: [suap].", finder) == ("no", "tidak terbukti")
    assert proposed("Itu memang terbukti: [suap].", finder) == ("yes", "terbukti")


def test_an_early_state_does_not_speak_for_a_later_one() -> None:
    finder = CueFinder([choice("open", "kajian"), choice("done", "putus", overrides=("open",))])
    assert proposed("Kajian putus [suap].", finder) == ("done", "putus")
    assert proposed("Kajian [suap] sudah putus.", finder) == ("done", "putus")
    assert proposed("Putus [suap] dalam kajian.", finder) == ("done", "Putus")


def test_far_behind_nothing_counts() -> None:
    filler = "kata " * 13
    assert proposed(f"[suap] {filler} diduga.") is None
    assert proposed(f"diduga {filler} [suap].") == ("alleged", "diduga")


def test_a_sentence_without_end_is_not_read_whole() -> None:
    assert proposed("diduga " + "kata " * 200 + "[suap]" + " kata" * 200_000) is None


def test_no_cues_no_proposals() -> None:
    empty = CueFinder([choice("yes"), choice("no", " ~", "...")])
    assert empty.is_empty
    assert not FINDER.is_empty
    assert proposed("terbukti [suap]", empty) is None


@given(st.data())
def test_a_proposal_quotes_a_cue_of_its_value(data: st.DataObject) -> None:
    pieces = st.sampled_from(
        [
            "diduga",
            "tidak",
            "terbukti",
            "bila",
            "akan",
            "politik uang",
            ".",
            ",",
            "\n",
            "👩🏽‍⚖️",
            "-",
        ]
    )
    text = " ".join(data.draw(st.lists(pieces, min_size=1, max_size=20)))
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    found = FINDER.propose(text, start, end)
    if found is not None:
        assert 0 <= found.start < found.end <= len(text)
        factuality = default_scheme().attribute("factuality")
        assert factuality is not None
        value = factuality.choice(found.value)
        assert value is not None
        quoted = text[found.start : found.end].split()
        assert quoted in [cue.replace("...", "").replace("~", "").split() for cue in value.cues]


def test_how_often_the_gold_files_agree() -> None:
    """Ten of the eleven violations are proposed right, none wrong (one is said not to be there)."""
    if not ARTICLES.is_dir():
        pytest.skip("the shared articles are not on this machine")
    tally = {"right": 0, "wrong": 0, "none": 0}
    for path in sorted(ARTICLES.glob("*.gold.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        text = (ARTICLES / gold["document"]["file"]).read_bytes().decode()
        for span in gold["spans"]:
            if span["label"].startswith("violation."):
                found = FINDER.propose(text, span["start"], span["end"])
                right = found is not None and found.value == span["attributes"]["factuality"]
                tally["none" if found is None else "right" if right else "wrong"] += 1
    assert tally["wrong"] == 0, tally
    assert tally["right"] >= 10, tally
