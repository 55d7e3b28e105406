"""Start to usable window, and memory then: the program beside a bare window, turn by turn."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parent.parent
Sample = dict[str, float]


def environment(home: Path) -> dict[str, str]:
    """Return variables under which compiled modules are kept, as they are for a person.

    Without a cache of its own a checkout that cannot be written would be compiled at every start.
    """
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    home.mkdir(parents=True, exist_ok=True)
    return {
        **kept,
        "PYTHONPYCACHEPREFIX": str(home / "compiled"),
        "PYTHONPATH": str(ROOT),
        "ANNOTATOR_HOME": str(home),
        "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM") or "offscreen",
    }


def start(child: str, arguments: list[str], variables: dict[str, str]) -> Sample:
    """Start a process and return its seconds from the start of the process on, and its bytes."""
    command = [sys.executable, str(ROOT / "bench" / child), *arguments]
    begun = time.monotonic()
    answer = subprocess.run(command, env=variables, check=True, capture_output=True, text=True)
    sample = json.loads(answer.stdout)
    walls = {name: sample[name] - begun for name in ("wall", "complete_wall")}
    return {**sample, **walls}


def measure(project: Path, documents: int, home: Path, rounds: int) -> tuple[Sample, ...]:
    """Return the medians of a bare window, of one that names `Qt`, and of ours.

    The first start of each only compiles.
    """
    variables = environment(home)
    children: tuple[tuple[str, list[str]], ...] = (
        ("child_bare.py", []),
        ("child_bare.py", ["Qt"]),
        ("child_window.py", [str(project), str(documents)]),
    )
    samples: tuple[list[Sample], ...] = ([], [], [])
    for number in range(rounds + 1):
        for kept, (child, arguments) in zip(samples, children, strict=True):
            sample = start(child, arguments, variables)
            if number:
                kept.append(sample)
    return tuple(
        {name: median(sample[name] for sample in kept) for name in kept[0]} for kept in samples
    )
