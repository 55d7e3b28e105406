"""A very long list: first rows, filters, orders, scrolling, memory."""

import json
import random
import re
import subprocess
import sys
import time
from pathlib import Path

from annotator.model.document import Document, Language, text_hash
from annotator.model.ids import DocumentId
from annotator.model.note import NoteContent
from annotator.model.project import Status
from annotator.store.documents import NewDocument
from annotator.store.store import now
from bench.projects import new_project
from bench.start_up import ROOT, environment

FEW = 100
_BATCH = 5_000
_TOUCHED = 2_000
"""Articles on which somebody has worked."""
_WORDS = re.findall(
    r"\w+",
    """bawaslu kpu polres laporan warga amplop dugaan politik uang calon bupati pasangan suara debat
    kampanye apel damai masa tenang logistik surat hitung rekap sengketa gugatan saksi samudra""",
)
_OUTLETS = [f"{name} {kind}" for kind in ("Pos", "Raya", "Kini") for name in
            ("Samudra", "Lengkara", "Ladiva", "Karang Lila", "Teluk Anom")]  # fmt: skip


def measure(folder: Path, documents: int, rounds: int) -> tuple[dict[str, float], dict[str, float]]:
    """Return the figures of the window in milliseconds, and of the file in seconds."""
    long, short = folder / "long.annotator", folder / "short.annotator"
    written = make(long, documents)
    make(short, FEW)
    answer = subprocess.run(
        [
            sys.executable,
            str(Path(__file__).with_name("child_million.py")),
            long,
            short,
            str(rounds),
        ],
        env=environment(folder / "home"),
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    return json.loads(answer.stdout), written


def make(path: Path, documents: int) -> dict[str, float]:
    """Make a project of so many short articles; return the seconds for all and for the listing."""
    chance = random.Random(documents)
    seconds = {"all": 0.0, "listing": 0.0}
    with new_project(path) as project:
        store = project._store  # noqa: SLF001 - straight into the tables, for time
        listing = store.documents.listing
        add = listing.add

        def timed(numbered: object) -> None:
            begun = time.perf_counter()
            add(numbered)  # type: ignore[arg-type]
            seconds["listing"] += time.perf_counter() - begun

        listing.add = timed  # type: ignore[method-assign]
        for first in range(0, documents, _BATCH):
            new = [
                article(number, chance) for number in range(first, min(documents, first + _BATCH))
            ]
            begun = time.perf_counter()
            with store.database.transaction():
                store.documents.add(new, now())
            seconds["all"] += time.perf_counter() - begun
        touched = min(_TOUCHED, documents // 2)
        with project.together():
            for number in range(touched):
                place = DocumentId(f"b{number * (documents // touched)}")
                within = project.editing.annotation_set(place)
                status = [Status.DONE, Status.SKIPPED, Status.FLAGGED][number % 3]
                project.editing.apply(project.editing.set_status(within, status))
                if number % 7 == 0:
                    project.notes.add(place, NoteContent("Benarkah?", for_lead=number % 2 == 0))
    return seconds


def article(number: int, chance: random.Random) -> NewDocument:
    title = f"{' '.join(chance.choices(_WORDS, k=8)).capitalize()} {number}"
    text = f"{title}\n\n{' '.join(chance.choices(_WORDS, k=chance.randint(20, 60)))}."
    date = f"2024-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}" if number % 20 else ""
    metadata = {"date": date, "outlet": chance.choice(_OUTLETS), "source": "berita.jsonl"}
    language = Language(chance.choice(["id", "id", "id", "jv", "unknown"]), 1.0)
    made = Document(DocumentId(f"b{number}"), title, text, language, metadata)
    return NewDocument(made, text_hash(text))
