"""Date, outlet, place and author of an article, each from where it certainly stands."""

from pathlib import Path
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.text.article_facts import Facts, described, facts_of, headline_of
from annotator.text.datelines import dateline_of
from annotator.text.news_dates import dates_in
from annotator.text.outlets import outlet_at, outlet_named
from tests.text.test_furniture import PAGES, marked

ARTICLES: Final = Path(__file__).resolve().parents[3] / "shared" / "data" / "articles"
REST: Final = " Bawaslu Kabupaten Arunika menerima laporan warga tentang dugaan politik uang."


@pytest.mark.parametrize(
    ("outlet", "facts"),
    [
        ("antara", Facts("", "ANTARA", "Arunika", "Edo Samudra", "Teguh Armino")),
        ("antara foto", Facts("", "ANTARA", "Mekar, Arunika")),
        (
            "kompas",
            Facts("2024-11-25", "Kompas.com", "Arunika", "Rahmawati Ladiva", "Darsono Pilang"),
        ),
        ("detik", Facts("2024-10-10", "detikcom", "Arunika", "Rahmawati Ladiva")),
        ("tempo", Facts("", "Tempo.co", "Jakarta")),
        ("tribun", Facts("", "tribunarunika.com", "Arunika", "iwan Ladiva", "armino")),
        ("liputan6", Facts("2024-11-29", "Liputan6.com", "Jakarta", "Teguh Armino")),
        ("cnn", Facts("", "CNN Indonesia", "Jakarta")),
        ("republika", Facts("", "Republika.co.id", "Arunika", "Rahma Ladiva", "Teguh Armino")),
        ("suara", Facts("2021-12-23", "Suara.com")),
        ("jpnn", Facts("", "JPNN.com", "Arunika")),
    ],
)
def test_the_facts_of_an_outlet(outlet: str, facts: Facts) -> None:
    assert facts_of(marked(PAGES[outlet])[0]) == facts


@pytest.mark.parametrize("outlet", PAGES)
def test_the_headline_is_not_the_furniture(outlet: str) -> None:
    text = marked(PAGES[outlet])[0]
    words = text[headline_of(text) :].split("\n")[0].strip()
    headline = next(line for line in PAGES[outlet].splitlines() if not line.startswith("@"))
    if outlet == "liputan6":  # it has none: the first words of the story
        headline = "Komisi Pemilihan Umum Kabupaten Arunika menunda rapat pleno."
    assert words == headline


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Judul\n\nWarga melapor, Senin (25/11/2024).", "2024-11-25"),
        ("Judul\n\nWarga melapor (25/11/2024).", "2024-11-25"),
        ("Judul\n\nSenin, 25 November 2024\n\nIsi, Selasa (26/11/2024).", "2024-11-25"),
        ("Judul\n\nArunika, 25 November 2024 -" + REST, ""),
        ("Judul\n\nWarga melapor, Senin (25/11).\n\nCopyright © ANTARA 2024", "2024-11-25"),
        ("Judul\n\nWarga melapor, Senin (25/11).\n\nCopyright © ANTARA 2023", ""),
        ("Judul\n\nWarga melapor, Senin (25/11).", ""),
        ("Judul\n\nPemungutan suara pada 27 November 2024.", ""),
        ("Judul\n\nDebat akan digelar, Rabu (27/11/2024).", ""),
        ("Judul\n\nMasa tenang hingga Selasa (26/11/2024).", ""),
        ("Judul\n\nA.\n\nB.\n\nC.\n\nWarga melapor, Senin (25/11/2024).", ""),
        ("Judul\n\nWarga melapor, Selasa (25/11/2024).", ""),
    ],
)
def test_the_day_of_a_report(text: str, day: str) -> None:
    if text.startswith("Judul\n\nArunika, 25"):
        day = "2024-11-25"
    assert facts_of(text).date == day


@pytest.mark.parametrize(
    ("line", "place", "outlet"),
    [
        ("Martapura (ANTARA) -" + REST, "Martapura", "ANTARA"),
        ("Palembang, Sumsel (ANTARA) –" + REST, "Palembang, Sumsel", "ANTARA"),
        ("JAKARTA, KOMPAS.com -" + REST, "Jakarta", "Kompas.com"),
        ("TEMPO.CO, Jakarta -" + REST, "Jakarta", "Tempo.co"),
        ("Liputan6.com, Jakarta -" + REST, "Jakarta", "Liputan6.com"),
        ("BISNIS.COM, JAKARTA —" + REST, "Jakarta", "Bisnis.com"),
        ("Bisnis.com, JAKARTA—" + REST.strip(), "Jakarta", "Bisnis.com"),
        ("Metrotvnews.com, Jakarta:" + REST, "Jakarta", "Metrotvnews.com"),
        ("OKU TIMUR, samudraraya.id –" + REST, "OKU Timur", "samudraraya.id"),
        ("JAKARTA, 25 November 2024 (ANTARA) -" + REST, "Jakarta", "ANTARA"),
        ("VIVA –" + REST, "", "VIVA.co.id"),
        ("Suara.com -" + REST, "", "Suara.com"),
        ("Arunika -" + REST, "Arunika", ""),
        ("Arunika —" + REST, "Arunika", ""),
        ("Arunika (25/11) -" + REST, "Arunika", ""),
    ],
)
def test_a_dateline_tells_place_and_outlet(line: str, place: str, outlet: str) -> None:
    found = dateline_of(line, bare=True)
    assert found is not None
    assert (found.place, found.outlet) == (place, outlet)
    assert line[found.end :].strip() == REST.strip()


@pytest.mark.parametrize(
    "line",
    [
        "Bawaslu (BAWASLU) -" + REST,
        "Komisi Pemilihan Umum (KPU) -" + REST,
        "Pilkada -" + REST,
        "Arunika-Mekar" + REST,
        "Arunika - bukan tempat" + REST,
        "Arunika - Samudra",
        "Ketua KPU, Teguh Armino, hadir -" + REST,
        "Rahmawati:" + REST,
        "Kompas -" + REST.lower(),
        "Tempo -" + REST,
        "-" + REST,
        "Arunika - Ketua Bawaslu - menolak" + REST,
    ],
)
def test_what_is_no_dateline(line: str) -> None:
    assert dateline_of(line, bare=True) is None


def test_a_place_alone_counts_only_where_it_may() -> None:
    assert dateline_of("Arunika -" + REST, bare=False) is None


@pytest.mark.parametrize(
    ("address", "outlet"),
    [
        ("https://sumsel.antaranews.com/berita/764481/saksi", "ANTARA"),
        ("https://www.antaranews.com/berita/1", "ANTARA"),
        ("https://regional.kompas.com/read/2024", "Kompas.com"),
        ("http://m.samudraraya.co.id/berita", "samudraraya.co.id"),
        ("//news.detik.com/berita", "detikcom"),
        ("https://orang:sandi@samudra.id:8080/x", "samudra.id"),
        ("samudra.id/berita", ""),
        ("https://localhost/x", ""),
        ("ftp", ""),
        ("", ""),
    ],
)
def test_the_outlet_of_an_address(address: str, outlet: str) -> None:
    assert outlet_at(address) == outlet


def test_outlets_are_called_by_one_name() -> None:
    assert outlet_named("ANTARA  News") == "ANTARA"
    assert outlet_named("KOMPAS.com") == outlet_named("Kompas.com") == "Kompas.com"
    assert outlet_named("SAMUDRARAYA.COM") == "samudraraya.com"
    assert outlet_named("SamudraRaya.com") == "SamudraRaya.com"
    assert outlet_named("Bawaslu") == ""
    assert outlet_named("a" * 70 + ".com") == ""


def test_metadata_that_is_there_stays() -> None:
    text = marked(PAGES["kompas"])[0]
    known = {"date": "2020-01-01", "outlet": "Koran Samudra", "author": "Redaksi", "x": "y"}
    found = described(known, text)
    assert dict(found) == {
        **known,
        "place": "Arunika",
        "place_from": "text",
        "editor": "Darsono Pilang",
        "editor_from": "text",
    }
    full = {"date": "a", "outlet": "b", "place": "c", "author": "d", "editor": "e"}
    assert described(full, text) == full


def test_an_address_knows_day_and_outlet_better_than_the_text() -> None:
    known = {"url": "https://regional.kompas.com/read/2024/11/26/1130/amplop"}
    found = described(known, "Judul\n\nTEMPO.CO, Jakarta -" + REST + " Senin (25/11/2024).")
    assert found["outlet"] == "Kompas.com"
    assert found["outlet_from"] == found["date_from"] == "url"
    assert found["date"] == "2024-11-26"
    assert (found["place"], found["place_from"]) == ("Jakarta", "text")


def test_an_article_that_says_nothing_has_no_facts() -> None:
    known = {"source": "a.txt"}
    assert described(known, "Warga melapor.") == known
    assert headline_of("Warga melapor.") == 0


@given(
    st.one_of(
        st.text(),
        st.lists(
            st.sampled_from(
                [line for page in PAGES.values() for line in marked(page)[0].split("\n\n")]
                + ["Senin (25/11/2024)", "Pewarta:", "Editor: ", "©", "© 2024", "-", " - "]
            ),
            max_size=12,
        ).map("\n".join),
    )
)
def test_any_text_is_taken(text: str) -> None:
    facts = facts_of(text)
    assert all(value == value.strip() and "\n" not in value for value in facts)
    assert not facts.date or [told.day.isoformat() for told in dates_in(facts.date)] == [facts.date]
    assert 0 <= headline_of(text) <= len(text)


def test_the_article_of_antara() -> None:
    path = ARTICLES / "antara-oku-timur.txt"
    if not path.exists():
        pytest.skip("the shared articles are not here")
    assert facts_of(path.read_text()) == Facts("", "ANTARA", "Martapura")
