"""Searching a corpus: making the index, words, spans; each beside SQLite alone."""

import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Final, NamedTuple

from annotator.services.hit_lines import article_page
from annotator.services.jobs import Progress
from annotator.services.projects import Project
from annotator.services.search import parse_text_query
from annotator.store.driver import dbapi2
from bench.projects import add, annotate, new_project
from bench.texts import article, vocabulary

SPANS: Final = 10
"""Spans in each article."""
_BATCH: Final = 500
_MEGABYTE: Final = 1e6


class Figure(NamedTuple):
    """What was measured, of ours and of the floor; `found` is how much there was."""

    value: float
    floor: float
    found: int


class Figures(NamedTuple):
    """Seconds and megabytes of the index; milliseconds of searches by name."""

    index: Figure
    size: Figure
    words: dict[str, Figure]
    spans: dict[str, Figure]


def measure(folder: Path, count: int, characters: int, rounds: int) -> Figures:
    """Make a corpus in which every article has spans, and search it."""
    path = folder / "search.annotator"
    with new_project(path) as project:
        texts = 0
        for first in range(0, count, _BATCH):
            with project.together():
                for number in range(first, min(count, first + _BATCH)):
                    text = article(characters, number)
                    texts += len(text)
                    annotate(project, add(project, text), SPANS)
        before = _pages(path)
        taken = _timed(project.search.catch_up)[0] / 1000
        grown = _pages(path) - before
        bare = folder / "bare.sqlite"
        index = Figure(taken, _bare_index(path, bare), count)
        size = Figure(grown / _MEGABYTE, texts / _MEGABYTE, count)
        return Figures(index, size, _words(project, bare, rounds), _spans(project, path, rounds))


def _words(project: Project, bare: Path, rounds: int) -> dict[str, Figure]:
    rare, other = vocabulary()[77], vocabulary()[100]
    asked = {
        "a rare word": (rare, f'"{rare}"'),
        "a word of all articles": ("yang", '"yang"'),
        "two words": (f"yang {rare}", f'"yang" AND "{rare}"'),
        "two words in a row": (f'"yang {other}"', f'"yang {other}"'),
        "two letters, typed": ("ba*", '"ba" *'),
    }
    figures = {}
    for name, (typed, expression) in asked.items():
        ours, floors, found = [], [], 0
        job = project.job(lambda own, _, typed=typed: _first_page(own, typed))
        for _ in range(rounds):
            taken, found = _timed(lambda job=job: job(Progress()))
            ours.append(taken)
            floors.append(_timed(lambda asked=expression: _bare_query(bare, asked))[0])
        figures[name] = Figure(median(ours), median(floors), found)
    return figures


def _first_page(project: Project, typed: str) -> int:
    """Do what the panel waits for: find, read a page of texts, make the snippets."""
    found = project.search.find(parse_text_query(typed))
    for item in article_page(project.search, found):
        for number in range(min(3, len(item.hits))):
            item.snippet(number)
    return len(found.positions)


def _spans(project: Project, path: Path, rounds: int) -> dict[str, Figure]:
    asked = {
        "by label and lacking relation": "label:violation without:perpetrator",
        "by label and value": "label:violation factuality:alleged",
        "by words that no span has": "qqq",
    }
    figures = {}
    for name, typed in asked.items():
        ours, floors = [], []

        def page(own: Project, _: Progress, typed: str = typed) -> int:
            return len(own.span_search.page(own.span_search.parse(typed)[0]))

        job = project.job(page)
        for _ in range(rounds):
            ours.append(_timed(lambda job=job: job(Progress()))[0])
            floors.append(_timed(lambda: _read_spans(path))[0])
        count = project.span_search.count(project.span_search.parse(typed)[0])[0]
        figures[name] = Figure(median(ours), median(floors), count)
    return figures


def _pages(path: Path) -> int:
    connection = dbapi2.connect(str(path), isolation_level=None)
    (pages,) = connection.execute("PRAGMA page_count").fetchone()
    (free,) = connection.execute("PRAGMA freelist_count").fetchone()
    (size,) = connection.execute("PRAGMA page_size").fetchone()
    connection.close()
    return int((pages - free) * size)


def _bare_index(path: Path, bare: Path) -> float:
    """Return the seconds FTS5 takes for the same texts in a file of its own, in one go."""
    connection = dbapi2.connect(str(bare), isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("ATTACH ? AS project", (str(path),))
    connection.execute("CREATE VIRTUAL TABLE words USING fts5(text, content='')")
    begun = time.perf_counter()
    connection.execute(
        "INSERT INTO words (rowid, text) SELECT position, text FROM project.document_text"
    )
    taken = time.perf_counter() - begun
    connection.close()
    return taken


def _bare_query(bare: Path, expression: str) -> int:
    connection = dbapi2.connect(str(bare), isolation_level=None)
    rows = connection.execute(
        "SELECT rowid FROM words WHERE words MATCH ? ORDER BY rank", (expression,)
    ).fetchall()
    connection.close()
    return len(rows)


def _read_spans(path: Path) -> int:
    connection = dbapi2.connect(str(path), isolation_level=None)
    (count,) = connection.execute('SELECT sum("end" - start) FROM span').fetchone()
    connection.close()
    return int(count)


def _timed(work: Callable[[], int]) -> tuple[float, int]:
    begun = time.perf_counter()
    result = work()
    return 1000 * (time.perf_counter() - begun), result
