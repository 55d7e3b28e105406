"""All figures the project promises, each beside its floor in the same run.

make bench                    everything, some three minutes
make bench ARGS=--quick       small sizes, to see that it runs
"""

import argparse
import compileall
import os
import shutil
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def main() -> int:
    parser = argparse.ArgumentParser(prog="bench", description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--quick", action="store_true", help="small sizes")
    quick = parser.parse_args().quick
    folder = Path(tempfile.mkdtemp(prefix="annotator-bench-"))
    os.environ["ANNOTATOR_HOME"] = str(folder / "home")
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    compileall.compile_dir(ROOT / "annotator", quiet=1)
    try:
        _start_up(folder, 100 if quick else 10_000, 1 if quick else 7)
        _importing(folder, 100 if quick else 10_000, 1 if quick else 3)
        _window(folder, 5 if quick else 60, 2 if quick else 7, 0.02 if quick else 1.0)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return 0


def _start_up(folder: Path, documents: int, rounds: int) -> None:
    from bench.projects import make_list
    from bench.start_up import measure

    path = folder / "list.annotator"
    make_list(path, documents, 2_500)
    bare, ours = measure(path, documents, folder / "home", rounds)
    print(f"Start to usable window, {documents:,} articles, beside a bare window (aim 2 times)")
    for name in ("cpu", "wall"):
        print(
            f"  {name:<5} {1000 * bare[name]:6.0f} ms bare {1000 * ours[name]:6.0f} ms ours"
            f"   {ours[name] / bare[name]:.2f} times"
        )
    megabytes = 1 / 2**20
    print(
        f"  memory {bare['resident'] * megabytes:5.0f} MB bare {ours['resident'] * megabytes:6.0f}"
        f" MB ours   {ours['resident'] / bare['resident']:.2f} times"
    )


def _importing(folder: Path, documents: int, rounds: int) -> None:
    from bench.importing import measure

    rates = measure(folder, documents, 2_500, rounds)
    print(f"Importing {documents:,} articles of 2.5 kB, beside raw SQLite inserts")
    for name, words in (("ours", "without language"), ("language", "with language")):
        print(
            f"  {words:<17} {rates[name]:8,.0f} a second   {rates[name] / rates['raw']:.2f} of raw"
            f" ({rates['raw']:,.0f})"
        )


def _window(folder: Path, keys: int, openings: int, scale: float) -> None:
    from annotator.app import make_application
    from bench.window import measure

    application = make_application()
    figures = measure(folder, keys, openings, scale)
    print("Key press to painted and durable (aims 16, 33, 33 ms at p95), beside commit + repaint")
    for item in figures:
        print(
            f"  {item.case:<20} p50 {item.key_p50:5.1f} ms  p95 {item.key_p95:5.1f} ms"
            f"   {item.key_p50 / item.key_floor:5.1f} times {item.key_floor:.2f} ms"
        )
    print("Opening an article to painted (aims 50, 100, 100 ms), beside QPlainTextEdit")
    for item in figures:
        print(
            f"  {item.case:<20} {item.opening:6.1f} ms"
            f"   {item.opening / item.opening_floor:5.2f} times {item.opening_floor:.1f} ms"
        )
    application.quit()


if __name__ == "__main__":
    sys.exit(main())
