"""Importing articles as JSON lines, beside SQLite alone, langdetect alone, and in how much memory.

    python bench/import_lines.py 1000000

says how fast and in how much memory so many articles come in, without looking for languages.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from typing import Final, NamedTuple

os.environ["ANNOTATOR_HOME"] = os.environ.get("ANNOTATOR_HOME") or tempfile.mkdtemp()
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from annotator.services.import_options import ImportOptions
from annotator.services.transfer import import_paths
from annotator.store.driver import dbapi2
from annotator.text import language
from bench.projects import new_project
from bench.texts import article

ROOT: Final = Path(__file__).resolve().parent.parent
BATCH: Final = 512
_COLUMNS: Final = 11
_LISTED: Final = "position, title, language, source, date, length, shuffle"


class Figures(NamedTuple):
    """Seconds, and bytes of memory at its peak: of the program, and of its processes on top."""

    seconds: float
    memory: int
    again: float = 0.0


def write_lines(target: Path, count: int, characters: int) -> None:
    """Write articles as lines of our own format without annotations."""
    with target.open("w", encoding="utf-8") as file:
        for number in range(count):
            values = {
                "annotation_sets": [],
                "id": f"d{number}",
                "metadata": {"date": "2024-11-27", "outlet": "Kabar Samudra"},
                "text": f"Berita {number}\n\n{article(characters, number)}",
                "title": f"Berita {number}",
            }
            file.write(json.dumps(values) + "\n")


def imported(lines: Path, project: Path) -> Figures:
    """Import in a process of its own, twice, without looking for languages."""
    code = "import sys; from bench.import_lines import _child; _child(*sys.argv[1:])"
    done = subprocess.run(
        [sys.executable, "-c", code, str(lines), str(project)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return Figures(*json.loads(done.stdout))


def _child(lines: str, project: str) -> None:
    import resource

    options = ImportOptions(detect_language=False)
    with new_project(Path(project)) as made:
        begun = time.perf_counter()
        import_paths(made, [Path(lines)], options)
        between = time.perf_counter()
        again = import_paths(made, [Path(lines)], options)
        ended = time.perf_counter()
        assert (again.documents_added, again.skipped) == (0, ())
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    memory = peak if sys.platform == "darwin" else 1024 * peak
    print(json.dumps([between - begun, memory, ended - between]))


def raw(project: Path, target: Path, *, with_list: bool = False) -> float:
    """Return what SQLite needs for the rows of a project: the same tables, pragmas and batches.

    Reading and preparing the rows is not counted. The rows are those of the articles and their
    texts; `with_list` adds the row of the list that an import writes for each article as well.
    """
    marks = ",".join("?" * _COLUMNS)
    source = dbapi2.connect(str(project))
    rows = source.execute(
        "SELECT position, document_id, sha256, title, language, language_share, date, length,"
        " metadata, added_at, source, text FROM document JOIN document_text USING (position)"
    )
    listed = source.execute(f"SELECT {_LISTED} FROM listed ORDER BY position")
    taken = 0.0
    with new_project(target):
        pass
    connection = dbapi2.connect(str(target), isolation_level=None)
    for pragma in ("foreign_keys = ON", "journal_mode = WAL", "synchronous = FULL"):
        connection.execute(f"PRAGMA {pragma}")
    while batch := list(islice(rows, BATCH)):
        documents, texts = [row[:-1] for row in batch], [(row[0], row[-1]) for row in batch]
        in_list = list(islice(listed, len(batch)))
        begun = time.perf_counter()
        connection.execute("BEGIN IMMEDIATE")
        connection.executemany(
            "INSERT INTO document (position, document_id, sha256, title, language, language_share,"
            f" date, length, metadata, added_at, source) VALUES ({marks})",
            documents,
        )
        connection.executemany("INSERT INTO document_text (position, text) VALUES (?, ?)", texts)
        if with_list:
            connection.executemany(
                f"INSERT INTO listed ({_LISTED}) VALUES (?, ?, ?, ?, ?, ?, ?)", in_list
            )
        connection.execute("COMMIT")
        taken += time.perf_counter() - begun
    connection.close()
    source.close()
    return taken


def languages(folder: Path, count: int, characters: int) -> tuple[float, float]:
    """Return the seconds of langdetect alone on all cores, and of an import of the same texts."""
    texts = [article(characters, number) for number in range(count)]
    samples = [language.sample_of(text) for text in texts]
    cores = os.cpu_count() or 1
    with ProcessPoolExecutor(cores, get_context("spawn"), language.preload) as pool:
        list(pool.map(language.by_letters, samples[: 50 * cores], chunksize=16))
        begun = time.perf_counter()
        list(pool.map(language.by_letters, samples, chunksize=16))
        alone = time.perf_counter() - begun
    files = folder / "bahasa"
    files.mkdir()
    for number, text in enumerate(texts):
        (files / f"{number:06}.txt").write_text(text, encoding="utf-8")
    with new_project(folder / "bahasa.annotator") as project:
        begun = time.perf_counter()
        report = import_paths(project, [files])
        taken = time.perf_counter() - begun
        assert report.documents_added == count
    return alone, taken


def main() -> None:
    """Print what an import of many articles costs."""
    count = int(sys.argv[1])
    with tempfile.TemporaryDirectory(prefix="annotator-bench-") as name:
        folder = Path(name)
        write_lines(folder / "a.jsonl", count, 2_500)
        ours = imported(folder / "a.jsonl", folder / "a.annotator")
        floor = raw(folder / "a.annotator", folder / "raw.annotator")
        same = raw(folder / "a.annotator", folder / "same.annotator", with_list=True)
    print(f"{count:,} articles: {ours.seconds:.1f} s, again {ours.again:.1f} s, raw {floor:.1f} s,")
    print(f"with the rows of the list {same:.1f} s: {same / ours.seconds:.0%};")
    print(f"{floor / ours.seconds:.0%} of raw, at most {ours.memory / 2**20:.0f} MB")


if __name__ == "__main__":
    main()
