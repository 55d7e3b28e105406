import csv
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from annotator.model.document import Language
from annotator.text.language import detect, preload

PARALLEL_REVIEWS = Path(__file__).resolve().parents[2].parent / "shared/data/nusax-mt/valid.csv"
INDONESIAN = (
    "Ketua Bawaslu Kabupaten Samudra, Rahmawati Ladiva, mengatakan pihaknya sedang menelusuri"
    " dugaan politik uang menjelang hari pemungutan suara."
)
ENGLISH = (
    "The head of the elections watchdog said on Monday that her office was looking into reports"
    " of vote buying in several villages."
)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (INDONESIAN, "id"),
        (ENGLISH, "en"),
        (INDONESIAN.upper(), "id"),
        ("KPU: " + INDONESIAN.upper() + " (e-KTP)", "id"),
        ("BAWASLU SAMUDRA TELUSURI DUGAAN POLITIK UANG\n\n" + INDONESIAN, "id"),
        ("https://contoh.example/the/head/of/the/elections/watchdog/said " + INDONESIAN, "id"),
        (INDONESIAN * 5_000, "id"),
        ("选举委员会表示，这次选举是公正的，选民可以放心地投票，结果将在下周公布。", "zh"),
    ],
)
def test_the_language_of_a_text(text: str, code: str) -> None:
    assert detect(text) == Language(code, 1.0)


def test_a_share_is_a_number_of_votes() -> None:
    language = detect(INDONESIAN + " " + ENGLISH)
    assert language.code in {"id", "en"}
    assert 0 < language.share <= 1
    assert (language.share * 7) == pytest.approx(round(language.share * 7))


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n",
        "isu sara",
        "money politik",
        "17.000 25/11/2024 08.00 " * 50,
        "?!…" * 100,
        "😀🇮🇩" * 200,
        "https://contoh.example/berita/2024/11/25/politik-uang",
        "rahmawati.ladiva.ketua.bawaslu@contoh.example",
        "\ud800" * 30,
        "a" * 100_000,
    ],
    ids=lambda text: ascii(text[:12]),
)
def test_what_holds_no_words_is_unknown_or_a_guess_but_no_error(text: str) -> None:
    language = detect(text)
    if not text.startswith("aa"):
        assert language == Language("unknown", 0.0)


def test_the_same_text_gives_the_same_answer() -> None:
    mixed = "Please make sure semua report sudah submitted sebelum deadline hari Senin ya"
    assert len({detect(mixed) for _ in range(5)}) == 1


STARTED_AT_ONCE = f"""
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from annotator.text.language import detect
barrier = Barrier(8)
def work(_):
    barrier.wait()
    return detect({INDONESIAN!r}).code
with ThreadPoolExecutor(8) as pool:
    print(*pool.map(work, range(8)))
"""


def test_threads_that_start_at_once_all_get_it_right() -> None:
    """In a process of its own: nothing may be loaded before."""
    finished = subprocess.run(
        [sys.executable, "-c", STARTED_AT_ONCE],
        cwd=Path(__file__).resolve().parents[2],
        capture_output=True,
        text=True,
        check=True,
    )
    assert finished.stdout.split() == ["id"] * 8


def test_threads_after_a_preload() -> None:
    preload()
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(detect, [INDONESIAN, ENGLISH] * 8))
    assert [language.code for language in found] == ["id", "en"] * 8


def test_importing_the_module_does_not_load_the_detector() -> None:
    script = "import sys, annotator.text.language; print('langdetect' in sys.modules)"
    finished = subprocess.run(
        [sys.executable, "-c", script],
        cwd=Path(__file__).resolve().parents[2],
        capture_output=True,
        text=True,
        check=True,
    )
    assert finished.stdout.strip() == "False"


def test_parallel_reviews_in_indonesian_and_english() -> None:
    if not PARALLEL_REVIEWS.is_file():
        pytest.skip("the shared parallel reviews are not beside this checkout")
    with PARALLEL_REVIEWS.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) >= 100
    for column, code in (("indonesian", "id"), ("english", "en")):
        right = sum(detect(row[column]).code == code for row in rows)
        assert right >= 0.97 * len(rows), column
