"""Acronyms introduced in brackets."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.text.acronyms import Pair, others_for, pairs_of

INTRODUCED = [
    ("Badan Pengawas Pemilihan Umum", "Bawaslu"),
    ("Komisi Pemilihan Umum", "KPU"),
    ("Penegakan Hukum Terpadu", "Gakkumdu"),
    ("Panitia Pengawas Kecamatan", "Panwascam"),
    ("bakal calon legislatif", "bacaleg"),
    ("pemilihan kepala daerah", "pilkada"),
    ("Satuan Polisi Pamong Praja", "Satpol PP"),
    ("Kelompok Penyelenggara Pemungutan Suara", "KPPS"),
    ("Perlindungan Masyarakat", "Linmas"),
    ("Aparatur Sipil Negara", "ASN"),
    ("Dinas Kependudukan dan Pencatatan Sipil", "Disdukcapil"),
]


@pytest.mark.parametrize(("long", "short"), INTRODUCED)
def test_long_form_before_brackets(long: str, short: str) -> None:
    assert pairs_of(f"Menurut anggota {long} ({short}) Samudra, itu benar.") == [Pair(short, long)]


@pytest.mark.parametrize(("long", "short"), INTRODUCED)
def test_long_form_in_brackets(long: str, short: str) -> None:
    assert pairs_of(f"Menurut {short} ({long}), itu benar.") == [Pair(short, long)]


@pytest.mark.parametrize(
    "text",
    [
        "Senin (25/11/2024) siang",
        "politik uang sebanyak (lima) kali",
        "Rahmawati Ladiva (PDIP)",
        "Ini surat, Komisi. Pemilihan Umum (KPU)",
        "Pemilihan\nUmum (PU)",
        "KPU ()",
        "(KPU)",
        "warga desa (tidak disebut namanya)",
        "Rahmawati (Ketua KPU)",
    ],
)
def test_other_brackets_introduce_nothing(text: str) -> None:
    assert pairs_of(text) == []


def test_each_pair_once_in_the_order_of_the_text() -> None:
    text = (
        "Aparatur Sipil Negara (ASN) dan Komisi Pemilihan Umum (KPU).\n"
        "Aparatur  Sipil Negara (ASN) lagi."
    )
    assert pairs_of(text) == [
        Pair("ASN", "Aparatur Sipil Negara"),
        Pair("KPU", "Komisi Pemilihan Umum"),
    ]


def test_one_form_stands_for_the_other_alone_and_in_a_phrase() -> None:
    pairs = [Pair("KPU", "Komisi Pemilihan Umum"), Pair("PAN", "Partai Amanat Nasional")]
    assert others_for("KPU", pairs) == ["Komisi Pemilihan Umum"]
    assert others_for("anggota\nKPU", pairs) == ["anggota Komisi Pemilihan Umum"]
    assert others_for("komisi pemilihan umum", pairs) == ["KPU"]
    assert others_for("pan", pairs) == []
    assert others_for("KPUD", pairs) == []


@given(st.text("ABkpu ()\n-,.'ß1", max_size=60))
def test_any_text_gives_pairs_that_stand_in_it(text: str) -> None:
    tidy = " ".join(text.split())
    for short, long in pairs_of(text):
        assert short in tidy
        assert long in tidy
