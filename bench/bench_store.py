"""What the store costs, each figure beside raw SQLite's in the same run.

    python bench/bench_store.py [documents]

CPU times are of this process; "raw" is the same SQLite library without anything of ours.
"""

import gc
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ["ANNOTATOR_HOME"] = tempfile.mkdtemp(prefix="annotator-bench-home-")
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from annotator.assets import asset
from annotator.model.annotation import Span
from annotator.model.edit import Change, Edit, Origin
from annotator.model.ids import DocumentId, SpanId, new_id
from annotator.model.project import Status
from annotator.model.scheme_reader import parse_scheme
from annotator.services.projects import Project, create_project, open_project
from annotator.services.transfer import ImportOptions, import_paths
from annotator.store.driver import dbapi2

SENTENCE = "Rahmawati Ladiva menyebut amplop dibagikan di Kabupaten Samudra pada pekan ke-{}. "
SPANS = 5_000
ROUNDS = 5
PLAIN = ImportOptions(detect_language=False)


def timed(work: Callable[[], object]) -> tuple[float, float]:
    """Return CPU and wall seconds of a call."""
    wall, cpu = time.perf_counter(), time.process_time()
    work()
    return time.process_time() - cpu, time.perf_counter() - wall


def texts(count: int) -> list[str]:
    body = "".join(SENTENCE.format(number) for number in range(30))
    return [f"Berita {number}\n\n{body}" for number in range(count)]


def raw_connection(path: Path) -> dbapi2.Connection:
    connection = dbapi2.connect(str(path), isolation_level=None)
    for pragma in ("page_size = 8192", "journal_mode = WAL", "synchronous = FULL"):
        connection.execute(f"PRAGMA {pragma}")
    return connection


def raw_import(folder: Path, files: Path) -> None:
    """Read and store files as plainly as can be: id, title, text; a commit each 500 rows."""
    connection = raw_connection(folder / "raw.sqlite")
    connection.execute("CREATE TABLE document (id TEXT PRIMARY KEY, title TEXT, text TEXT)")
    connection.execute("BEGIN")
    for number, path in enumerate(sorted(files.iterdir())):
        text = path.read_text(encoding="utf-8")
        connection.execute(
            "INSERT INTO document VALUES (?, ?, ?)", (new_id(), text.split("\n", 1)[0], text)
        )
        if number % 500 == 499:
            connection.execute("COMMIT")
            connection.execute("BEGIN")
    connection.execute("COMMIT")
    connection.close()


def bench_import(folder: Path, count: int) -> Path:
    files = folder / "files"
    files.mkdir()
    for number, text in enumerate(texts(count)):
        (files / f"{number:06}.txt").write_text(text, encoding="utf-8")
    scheme = parse_scheme(asset("schemes", "pilkada-default.json").read_text(encoding="utf-8"))
    raw_import(folder, files)  # warms the disk cache for both
    raws, plains = [], []
    for number in range(ROUNDS):  # by turns: the machine's mood hits both
        (folder / "raw.sqlite").unlink()
        raws.append(timed(lambda: raw_import(folder, files)))
        with create_project(folder / f"plain-{number}.annotator", scheme) as project:
            project.choose_annotator("Rahmawati Ladiva")
            plains.append(timed(lambda p=project: import_paths(p, [files], PLAIN)))
            assert project.documents.count() == count
    with create_project(folder / "language.annotator", scheme) as project:
        detecting = timed(lambda: import_paths(project, [files]))
    raw = print_seconds(f"raw import of {count} files", raws)
    plain = print_seconds("  ours, no language", plains)
    print_seconds("  ours, with language", [detecting])
    print(f"  speed without language: {raw / plain:.2f} of raw")
    return folder / "plain-0.annotator"


def print_seconds(name: str, times: list[tuple[float, float]]) -> float:
    """Print the medians and return the wall seconds."""
    cpu, wall = (statistics.median(column) for column in zip(*times, strict=True))
    print(f"{name}: {wall:.2f} s wall, {cpu:.2f} s CPU")
    return wall


OPEN = """
import time
start = time.process_time()
import sys
from pathlib import Path
from annotator.services.projects import open_project
imported = time.process_time()
project = open_project(Path(sys.argv[1]))
opened = time.process_time()
rows = project.documents.summaries()
done = time.process_time()
assert "sqlite_utils" not in sys.modules
print(len(rows), *(round(1000 * x, 1) for x in (imported - start, opened - imported,
                                                done - opened, done - start)))
"""


def bench_open(path: Path) -> None:
    runs = []
    for _ in range(7):
        out = subprocess.run(
            [sys.executable, "-c", OPEN, str(path)],
            check=True,
            capture_output=True,
            text=True,
            cwd=Path(__file__).resolve().parent.parent,
        ).stdout.split()
        runs.append([float(x) for x in out])
    rows, *columns = (statistics.median(column) for column in zip(*runs, strict=True))
    names = ("imports", "open", "summaries", "in all")
    print(f"open with {rows:.0f} documents, CPU ms: ", end="")
    print(", ".join(f"{name} {value:.1f}" for name, value in zip(names, columns, strict=True)))


def bench_edits(path: Path) -> None:
    with open_project(path) as project:
        editing = project.editing
        text = "kata " * (SPANS * 4)
        document = project.documents.add_text(text, detect_language=False).document
        within = editing.annotation_set(document)
        spans = [Span(SpanId(new_id()), 20 * n, 20 * n + 14, "actor.voter") for n in range(SPANS)]
        status = (Status.NEW, Status.IN_PROGRESS)
        edit = Edit(document, within.annotator, tuple(Change(None, s) for s in spans), status)
        cpu, wall = timed(lambda: editing.apply(edit, Origin.IMPORT))
        print(f"one act of {SPANS} spans: {1000 * wall:.0f} ms wall, {1000 * cpu:.0f} ms CPU")
        _single_edits(project, document)
        cpus = [timed(lambda: read_again(project, document))[0] for _ in range(9)]
        print(f"annotation set of {SPANS} spans: {1000 * statistics.median(cpus):.1f} ms CPU")
    with open_project(path) as project:
        editing = project.editing
        gc.collect()  # else the garbage of all that came before is counted in
        cpu, _ = timed(lambda: editing.can_undo(document))
        print(f"first can_undo after 500 acts, set read: {1000 * cpu:.1f} ms CPU, ", end="")
        cpus = [timed(lambda: editing.can_undo(document))[0] for _ in range(99)]
        print(f"then {1e6 * statistics.median(cpus):.0f} µs")
        undone = [timed(lambda: editing.undo(document)) for _ in range(100)]
        print_times("undo", undone)


def read_again(project: Project, document: DocumentId) -> None:
    """Read the set as at the first opening: `annotation_sets` keeps nothing in memory."""
    project.editing.annotation_sets(document)


def _single_edits(project: Project, document: DocumentId) -> None:
    editing = project.editing
    raw = raw_connection(project.path.with_name("one.sqlite"))
    raw.execute("CREATE TABLE span (id TEXT PRIMARY KEY, s INTEGER, e INTEGER, label TEXT)")
    ours, plain = [], []
    for number in range(500):
        within = editing.annotation_set(document)
        edit = editing.add_span(within, 20 * number + 1, 20 * number + 9, "action.report")
        ours.append(timed(lambda edit=edit: editing.apply(edit)))

        def insert(number: int = number) -> None:
            raw.execute("BEGIN IMMEDIATE")
            raw.execute("INSERT INTO span VALUES (?, ?, ?, ?)", (new_id(), number, number + 1, "x"))
            raw.execute("COMMIT")

        plain.append(timed(insert))
    raw.close()
    print_times(f"apply of one span beside {SPANS}", ours)
    print_times("raw insert and commit", plain)


def print_times(name: str, times: list[tuple[float, float]]) -> None:
    cpu = sorted(1000 * x for x, _ in times)
    wall = sorted(1000 * x for _, x in times)
    middle, high = len(times) // 2, int(len(times) * 0.95)
    print(
        f"{name}: CPU p50 {cpu[middle]:.2f} p95 {cpu[high]:.2f} ms,"
        f" wall p50 {wall[middle]:.2f} p95 {wall[high]:.2f} ms"
    )


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    with tempfile.TemporaryDirectory(prefix="annotator-bench-") as name:
        path = bench_import(Path(name), count)
        bench_open(path)
        bench_edits(path)


if __name__ == "__main__":
    main()
