"""All places of a phrase in a corpus, beside reading all its texts once."""

import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Final

from annotator.services.jobs import Progress
from annotator.services.projects import Project
from annotator.services.same_text import Options
from annotator.store.driver import dbapi2
from bench.projects import add, new_project
from bench.texts import article

PLANTED: Final = 4
"""One of so many articles holds the phrase, twice."""
_SENTENCE: Final = (
    "\n\n“Badan Pengawas Pemilihan Umum (Bawaslu) menerima laporan dugaan politik uang,” katanya. "
    "Politik uangnya dibagikan di desa itu."
)
SEARCHES: Final = {
    "usual options": ("politik uang", Options()),
    "with prefixes": ("membagikan", Options(affixes=True)),
    "with acronyms": ("Bawaslu", Options(acronyms=True)),
}


def measure(
    folder: Path, count: int, characters: int, rounds: int
) -> tuple[float, dict[str, tuple[float, int]]]:
    """Return milliseconds of reading all texts, and of each search with its number of places."""
    path = folder / "same.annotator"
    with new_project(path) as project:
        with project.together():
            for number in range(count):
                text = article(characters, number)
                if number % PLANTED == 0:
                    text = text[: -len(_SENTENCE)] + _SENTENCE
                else:
                    text = f"“{text[1:-1]}”"  # news are seldom plain ASCII
                add(project, text)
        return _searches(project, path, rounds)


def _searches(
    project: Project, path: Path, rounds: int
) -> tuple[float, dict[str, tuple[float, int]]]:
    shown = next(iter(project.documents.all())).id
    floors: list[float] = []
    times: dict[str, list[float]] = {name: [] for name in SEARCHES}
    places: dict[str, int] = {}
    for _ in range(rounds):  # by turns: the machine's mood hits all of them
        floors.append(_timed(lambda: _read(path))[0])
        for name, (phrase, options) in SEARCHES.items():
            job = project.job(
                lambda own, progress, phrase=phrase, options=options: (
                    own.same_text.find(phrase, options, shown, progress).places
                )
            )
            taken, places[name] = _timed(lambda job=job: job(Progress()))
            times[name].append(taken)
    return median(floors), {name: (median(times[name]), places[name]) for name in SEARCHES}


def _read(path: Path) -> int:
    connection = dbapi2.connect(str(path), isolation_level=None)
    rows = connection.execute("SELECT text FROM document_text").fetchall()
    connection.close()
    return len(rows)


def _timed(work: Callable[[], int]) -> tuple[float, int]:
    begun = time.perf_counter()
    result = work()
    return 1000 * (time.perf_counter() - begun), result
