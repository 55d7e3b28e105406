"""Importing text files, beside plain SQLite that reads and stores the same files."""

import time
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from annotator.services.transfer import ImportOptions, import_paths
from annotator.store.driver import dbapi2
from bench.projects import new_project
from bench.texts import article

if TYPE_CHECKING:
    from annotator.model.document import Document

_BATCH = 500


def measure(folder: Path, count: int, characters: int, rounds: int) -> dict[str, float]:
    """Return seconds: raw, ours without and with language detection (which is measured once)."""
    files = folder / "berita"
    files.mkdir()
    for number in range(count):
        text = article(characters, number)
        (files / f"{number:06}.txt").write_text(text, encoding="utf-8")
    raw, ours = [], []
    for number in range(rounds):
        raw.append(_raw(files, folder / f"raw{number}.sqlite"))
        ours.append(_ours(files, folder / f"ours{number}.annotator", language=False))
    detecting = _ours(files, folder / "language.annotator", language=True)
    return {"raw": median(raw), "ours": median(ours), "language": detecting}


def _raw(files: Path, target: Path) -> float:
    begun = time.perf_counter()
    connection = dbapi2.connect(str(target), isolation_level=None)
    for pragma in ("page_size = 8192", "journal_mode = WAL", "synchronous = FULL"):
        connection.execute(f"PRAGMA {pragma}")
    connection.execute("CREATE TABLE document (id INTEGER PRIMARY KEY, title TEXT, text TEXT)")
    rows: list[tuple[str, str]] = []
    paths = sorted(files.iterdir())
    for number, path in enumerate(paths, 1):
        text = path.read_bytes().decode()
        rows.append((text.partition("\n")[0], text))
        if len(rows) == _BATCH or number == len(paths):
            connection.execute("BEGIN IMMEDIATE")
            connection.executemany("INSERT INTO document (title, text) VALUES (?, ?)", rows)
            connection.execute("COMMIT")
            rows.clear()
    connection.close()
    return time.perf_counter() - begun


def _ours(files: Path, target: Path, *, language: bool) -> float:
    with new_project(target) as project:
        begun = time.perf_counter()
        report = import_paths(project, [files], ImportOptions(detect_language=language))
        taken = time.perf_counter() - begun
        assert report.skipped == ()
        first: Document = next(iter(project.documents.all()))
        assert first.text
    return taken
