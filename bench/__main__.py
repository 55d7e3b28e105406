"""All figures the project promises, each beside a floor measured in the same run.

make bench                            everything, some three minutes
make bench ARGS=--quick               small sizes and few rounds, to see that it runs
make bench ARGS="--json figures.json" the figures for a program as well
"""

import argparse
import json
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

MEGABYTE = 2**20
HINT_AIMS = (16, 33, 33)
"""Milliseconds for letters over the words, for the cases of `bench.hints`."""
KEY_AIMS, OPENING_AIMS = (16, 33, 33), (50, 100, 100)
"""Milliseconds for the cases of `bench.window`."""
GESTURE_AIM = 33
"""Two frames, on articles larger than any news report."""
SAME_TEXT_AIM = 300
"""Milliseconds for all places of a phrase in 10,000 articles."""
NEXT_AIMS = (16, None)
"""Milliseconds for the cases of `bench.next_article`: one frame for an ordinary article."""
SEARCH_AIM, SPAN_AIM = 50, 200
"""Milliseconds until the first page of what is searched in 10,000 articles, in 100,000 spans."""


ROWS_AIM, FILTER_AIM, MEMORY_AIM = 100, 200, 300
"""Milliseconds for the first rows of a list of any length and for a filter, and megabytes."""


class Size(NamedTuple):
    """How much is measured: `scale` makes the articles of the window smaller."""

    documents: int = 10_000
    lines: int = 100_000
    starts: int = 11
    imports: int = 3
    keys: int = 60
    openings: int = 7
    searches: int = 7
    scale: float = 1.0
    spans: int = 1_000
    long_list: int = 1_000_000


QUICK = Size(
    documents=60,
    lines=60,
    starts=1,
    imports=1,
    keys=5,
    openings=2,
    searches=2,
    scale=0.02,
    spans=9,
    long_list=3_000,
)


class Row(NamedTuple):
    """One figure. `aim` is the most that `value`, or where it says "times" `ratio`, may be."""

    what: str
    value: float
    unit: str
    floor: float
    floor_is: str
    ratio: float
    aim: float | None = None
    aim_is_ratio: bool = False

    @property
    def meets_aim(self) -> bool | None:
        if self.aim is None:
            return None
        return (self.ratio if self.aim_is_ratio else self.value) <= self.aim

    @property
    def cells(self) -> tuple[str, ...]:
        aim = (
            ""
            if self.aim is None
            else f"≤ {self.aim:g} {'times' if self.aim_is_ratio else self.unit}"
        )
        verdict = {None: "", True: "met", False: "missed"}[self.meets_aim]
        value, floor = (
            f"{number:,.{self._places(number)}f}" for number in (self.value, self.floor)
        )
        return (
            self.what,
            f"{value} {self.unit}",
            f"{floor} {self.unit}, {self.floor_is}",
            f"{self.ratio:.2f}",
            aim,
            verdict,
        )

    @staticmethod
    def _places(number: float) -> int:
        return 0 if number >= 100 else 1 if number >= 10 else 2


HEADS = ("what", "ours", "the floor", "ratio", "aim", "")


def main() -> int:
    parser = argparse.ArgumentParser(prog="bench", description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--quick", action="store_true", help="small sizes and few rounds")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures as JSON too")
    options = parser.parse_args()
    size = QUICK if options.quick else Size()
    folder = Path(tempfile.mkdtemp(prefix="annotator-bench-"))
    os.environ["ANNOTATOR_HOME"] = str(folder / "home")
    os.environ["QT_QPA_PLATFORM"] = os.environ.get("QT_QPA_PLATFORM") or "offscreen"
    rows = []
    try:
        for part in PARTS:
            print(f"measuring {part.__name__.strip('_').replace('_', ' ')} …", file=sys.stderr)
            rows += part(folder, size)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    _print(rows)
    if options.json is not None:
        figures = [{**row._asdict(), "meets_aim": row.meets_aim} for row in rows]
        options.json.write_text(json.dumps(figures, indent=2, ensure_ascii=False) + "\n", "utf-8")
    return 0


def _start_up(folder: Path, size: Size) -> Iterator[Row]:
    from bench.projects import make_list
    from bench.start_up import measure

    path = folder / "list.annotator"
    make_list(path, size.documents, 2_500)
    bare, naming, ours = measure(path, size.documents, folder / "home", size.starts)
    many = f"{size.documents:,} articles"
    for clock, words in (("cpu", "CPU"), ("wall", "wall")):
        value, floor = 1000 * ours[clock], 1000 * bare[clock]
        what, floor_is = f"start to usable window, {many}, {words}", "bare window"
        yield Row(what, value, "ms", floor, floor_is, value / floor, 2, aim_is_ratio=True)
    value, floor = 1000 * ours["cpu"], 1000 * naming["cpu"]
    yield Row("the same, CPU", value, "ms", floor, "bare window that names Qt", value / floor)
    value, floor = 1000 * ours["complete_cpu"], 1000 * bare["cpu"]
    yield Row("the whole list read as well, CPU", value, "ms", floor, "bare window", value / floor)
    value, floor = ours["resident"] / MEGABYTE, bare["resident"] / MEGABYTE
    yield Row(f"memory, {many} open", value, "MB", floor, "bare window", value / floor)


def _importing(folder: Path, size: Size) -> Iterator[Row]:
    from bench.importing import measure

    seconds = measure(folder, size.documents, 2_500, size.imports)
    floor = seconds["raw"]
    for name, words in (("ours", "no language detection"), ("language", "with it")):
        what = f"importing {size.documents:,} articles of 2.5 kB, {words}"
        yield Row(what, seconds[name], "s", floor, "raw inserts", seconds[name] / floor)


def _import_lines(folder: Path, size: Size) -> Iterator[Row]:
    from bench.import_lines import imported, languages, raw, write_lines

    lines, target = folder / "a.jsonl", folder / "lines.annotator"
    write_lines(lines, size.lines, 2_500)
    ours = imported(lines, target)
    floor = raw(target, folder / "raw.annotator")
    what = f"importing {size.lines:,} articles of 2.5 kB as JSON lines"
    ratio = ours.seconds / floor
    yield Row(what, ours.seconds, "s", floor, "executemany alone", ratio, 2, aim_is_ratio=True)
    yield Row(f"{what}, again", ours.again, "s", floor, "executemany alone", ours.again / floor)
    memory, texts = ours.memory / MEGABYTE, lines.stat().st_size / MEGABYTE
    yield Row(f"{what}, memory", memory, "MB", texts, "the file", memory / texts, 300)
    alone, taken = languages(folder, size.documents, 2_500)
    what = f"importing {size.documents:,} articles of 2.5 kB, languages by all cores"
    yield Row(what, taken, "s", alone, "langdetect alone", taken / alone, 1.25, aim_is_ratio=True)


def _same_text(folder: Path, size: Size) -> Iterator[Row]:
    from bench.same_text import measure

    floor, searches = measure(folder, size.documents, 2_500, size.searches)
    for name, (value, places) in searches.items():
        what = f"all {places:,} places in {size.documents:,} articles of 2.5 kB, {name}"
        yield Row(what, value, "ms", floor, "reading all texts", value / floor, SAME_TEXT_AIM)


def _searching(folder: Path, size: Size) -> Iterator[Row]:
    from bench.searching import SPANS, measure

    figures = measure(folder, size.documents, 2_500, size.searches)
    many = f"{size.documents:,} articles of 2.5 kB"
    value, floor, _ = figures.index
    yield Row(f"taking {many} into the word index", value, "s", floor, "FTS5", value / floor)
    value, floor, _ = figures.size
    yield Row(f"word index of {many}", value, "MB", floor, "their text", value / floor)
    for name, (value, floor, found) in figures.words.items():
        what = f"search in {many}, {name} ({found:,} found), first page"
        yield Row(what, value, "ms", floor, "FTS5 alone", value / floor, SEARCH_AIM)
    for name, (value, floor, found) in figures.spans.items():
        what = f"spans among {SPANS * size.documents:,}, {name} ({found:,} found), first page"
        yield Row(what, value, "ms", floor, "reading all spans", value / floor, SPAN_AIM)


def _start_qt() -> None:
    """Make the application object where no part before needed it: there can be only one."""
    from PySide6.QtWidgets import QApplication

    from annotator.app import make_application

    if QApplication.instance() is None:
        make_application()


def _window(folder: Path, size: Size) -> Iterator[Row]:
    from bench.window import measure

    _start_qt()
    figures = measure(folder, size.keys, size.openings, size.scale)
    for item, aim in zip(figures, KEY_AIMS, strict=True):
        for name, value, its_aim in (("p50", item.key_p50, None), ("p95", item.key_p95, aim)):
            what = f"key press to painted and durable, {item.case}, {name}"
            ratio = value / item.key_floor
            yield Row(what, value, "ms", item.key_floor, "commit and repaint", ratio, its_aim)
    for item, aim in zip(figures, OPENING_AIMS, strict=True):
        what, ratio = f"opening, {item.case}", item.opening / item.opening_floor
        floor_is = "QPlainTextEdit"
        yield Row(what, item.opening, "ms", item.opening_floor, floor_is, ratio, aim)


def _keyboard(folder: Path, size: Size) -> Iterator[Row]:
    from bench.keyboard import FEWEST, measure

    _start_qt()
    for by_group, order in ((True, "group by group"), (False, "in reading order")):
        todo, found = measure(folder / order.replace(" ", "-"), size.spans, by_group=by_group)
        for keys in found:
            article = "an" if keys.what == "attribute" else "a"
            what = (
                f"keys for {article} {keys.what}, {todo.name} of {len(todo.spans)} spans, {order}"
            )
            fewest, fewest_is = FEWEST[keys.what]
            aim = 4 if keys.what in {"span with label and factuality", "relation"} else None
            yield Row(what, keys.mean, "keys", fewest, fewest_is, keys.mean / fewest, aim)


def _next_article(folder: Path, size: Size) -> Iterator[Row]:
    from bench.next_article import measure

    _start_qt()
    floor_is = "QPlainTextEdit and a commit"
    for item, aim in zip(measure(folder, size.scale), NEXT_AIMS, strict=True):
        key = f"Ctrl+Enter to the next article painted, {item.case}"
        for words, value, its_aim in (
            ("p50", item.p50, None),
            ("p95", item.p95, aim),
            ("p50, not preloaded", item.plain_p50, None),
            ("p95, not preloaded", item.plain_p95, None),
        ):
            ratio = value / item.floor
            yield Row(f"{key}, {words}", value, "ms", item.floor, floor_is, ratio, its_aim)


def _hints(folder: Path, size: Size) -> Iterator[Row]:
    from bench.hints import measure

    _start_qt()
    for item, aim in zip(measure(folder, size.keys, size.scale), HINT_AIMS, strict=True):
        for words, value in (("Shift+F to hints painted", item.shown),
                             ("letter of a hint to hints painted anew", item.typed)):  # fmt: skip
            what = f"{words}, {item.words} words in sight, {item.case}, p95"
            ratio = value / item.floor
            yield Row(what, value, "ms", item.floor, "QPlainTextEdit repainted", ratio, aim)


def _gestures(folder: Path, size: Size) -> Iterator[Row]:
    from bench.gestures import measure

    _start_qt()
    for item in measure(folder / "gestures", size.keys, size.scale):
        what = f"gesture: {item.gesture}, {item.case}, p95"
        ratio = item.p95 / item.floor
        yield Row(what, item.p95, "ms", item.floor, "repaint of the text", ratio, GESTURE_AIM)


def _million(folder: Path, size: Size) -> Iterator[Row]:
    from bench.million import FEW, measure

    figures, written = measure(folder, size.long_list, max(6, size.keys))
    many = f"{size.long_list:,} articles"
    few = figures.pop("first rows, few")
    more = max(0.1, figures.pop("first rows") - few)
    what = f"first rows of {many}, beyond those of {FEW}"
    yield Row(what, more, "ms", few, f"{FEW} articles", more / few, ROWS_AIM)
    floor, value = figures.pop("standstill, few"), figures.pop("standstill")
    what = f"longest standstill after the start, {many}"
    yield Row(what, value, "ms", floor, f"{FEW} articles", value / floor)
    peak = figures.pop("peak")
    yield Row(f"peak memory, {many}", peak, "MB", peak, "itself", 1, MEMORY_AIM)
    value, floor = written["all"], written["all"] - written["listing"]
    what = f"writing {many} with what lists need"
    yield Row(what, value, "s", floor, "without", value / floor)
    floor = figures.pop("floor")
    for name, value in figures.items():
        aim = FILTER_AIM if name.startswith("filter") else None
        yield Row(f"{many}, {name}", value, "ms", floor, "counting rows", value / floor, aim)


PARTS = (
    _start_up,
    _importing,
    _import_lines,
    _window,
    _next_article,
    _hints,
    _same_text,
    _searching,
    _keyboard,
    _gestures,
    _million,
)
"""What is measured, in this order."""


def _print(rows: list[Row]) -> None:
    table = [HEADS, *(row.cells for row in rows)]
    widths = [max(len(line[column]) for line in table) for column in range(len(HEADS))]
    for line in table:
        print(
            "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()
        )


if __name__ == "__main__":
    sys.exit(main())
