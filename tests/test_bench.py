"""The measurements run: small sizes, nothing timed is asserted."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.mark.slow
def test_bench_measures_everything_and_says_so(tmp_path):
    figures = tmp_path / "figures.json"
    done = subprocess.run(
        [sys.executable, "-m", "bench", "--quick", "--json", str(figures)],
        cwd=ROOT,
        env={**os.environ, "TMPDIR": str(tmp_path)},
        capture_output=True,
        text=True,
        timeout=200,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    rows = json.loads(figures.read_text(encoding="utf-8"))
    assert done.stdout.count("\n") == len(rows) + 1
    for row in rows:
        assert row["what"] in done.stdout
        assert row["value"] > 0
        assert row["floor"] > 0
        assert row["ratio"] == pytest.approx(row["value"] / row["floor"])
    parts = ("start", "memory", "importing", "key press", "opening", "Ctrl+Enter", "all", "keys")
    parts += ("Shift+F", "gesture", "search", "spans", "first rows", "peak")
    for part in parts:
        assert any(row["what"].startswith(part) for row in rows)
    assert {row["aim"] for row in rows} >= {None, 2, 4, 16, 33, 50, 100, 200, 300}
    assert list(tmp_path.iterdir()) == [figures]
