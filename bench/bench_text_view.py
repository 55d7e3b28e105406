"""How fast the text view is: medians of CPU milliseconds, without a display.

QT_QPA_PLATFORM=offscreen python bench/bench_text_view.py [--json]
"""

import json
import os
import random
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parents[1]))

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication

from annotator.ui import theme
from annotator.ui.text_view.scene import (
    Border,
    Mark,
    Style,
    TextScene,
)
from annotator.ui.text_view.view import TextView

SENTENCE = (
    "Bawaslu menerima laporan dugaan politik uang di Desa Sukamaju dari warga yang menyerahkan "
    "amplop kepada petugas pengawas pemilihan kecamatan Mekarsari sebelum masa tenang berakhir"
)
WORDS = SENTENCE.split()
ROLES = ("ACTOR", "ACTION", "VIOLATION", "CONTEXT")
FILLS = (
    ("#B3DDF5", "#005A8C"),
    ("#40B696", "#00694D"),
    ("#E49659", "#9A4300"),
    ("#F2E755", "#6B5E00"),
)
ROUNDS = 9


def article(characters: int, *, lines: bool = True) -> str:
    chance = random.Random(7)
    parts: list[str] = []
    size = 0
    while size < characters:
        paragraph = " ".join(chance.choices(WORDS, k=chance.randint(30, 70))) + "."
        parts.append(paragraph)
        size += len(paragraph) + 1
    return ("\n" if lines else " ").join(parts)[:characters]


def marks(text: str, count: int) -> tuple[Mark, ...]:
    chance = random.Random(8)
    made = []
    for number in range(count):
        start = chance.randrange(len(text) - 40)
        end = start + chance.randint(4, 40)
        role = chance.choice(ROLES)
        border = chance.choice(list(Border))
        made.append(Mark(f"m{number}", start, end, role, role[:3], "diduga", border))
    return tuple(sorted(made, key=lambda mark: mark.start))


def cases() -> Iterator[tuple[str, str, tuple[Mark, ...]]]:
    short, long, huge = article(3_000), article(100_000), article(1_000_000)
    one_line = article(1_000_000, lines=False)
    spot = tuple(Mark(f"m{i}", 200, 210 + i % 7, ROLES[i % 4], "PUG") for i in range(200))
    yield "3 kB, 30 marks", short, marks(short, 30)
    yield "100 kB, 5,000 marks", long, marks(long, 5_000)
    yield "1 MB, 3,000 marks", huge, marks(huge, 3_000)
    yield "one 1 MB line, 30 marks", one_line, marks(one_line, 30)
    yield "200 marks on one spot", short, spot


def cpu(work: Callable[[], object]) -> float:
    before = time.process_time()
    work()
    return (time.process_time() - before) * 1000


def style() -> Style:
    light = theme.LIGHT
    return Style(
        light.base,
        light.text,
        light.muted,
        light.accent,
        light.selection,
        light.hairline,
        light.warning,
        colours={
            role: theme.mark_colours(light, *colours)
            for role, colours in zip(ROLES, FILLS, strict=True)
        },
    )


def painted() -> None:
    """Paint what is out of date, as the window would."""
    QApplication.sendPostedEvents()
    QApplication.processEvents()


def measure(text: str, all_marks: tuple[Mark, ...]) -> dict[str, float]:
    times: dict[str, list[float]] = {}
    scene = TextScene(text, all_marks)
    for _ in range(ROUNDS):
        one_round(scene, times)
    return {name: statistics.median(values) for name, values in times.items()}


def one_round(scene: TextScene, times: dict[str, list[float]]) -> None:
    view = TextView()
    view.set_style(style())
    view.resize(1000, 800)
    view.show()
    painted()
    bar = view.verticalScrollBar()

    def note(name: str, *work: Callable[[], object]) -> None:
        took = cpu(lambda: ([step() for step in work], painted()))
        times.setdefault(name, []).append(took)

    note("first paint", lambda: view.set_scene(scene))
    for _ in range(12):
        note("scroll", lambda: bar.setValue(bar.value() + 60))
    note("jump", lambda: bar.setValue(bar.maximum() // 2))
    at = view.hit(view.viewport().rect().center()).position
    view.set_caret(at)
    painted()
    fresh = Mark("new", at, min(len(scene.text), at + 12), "VIOLATION", "PUG", "diduga")
    labelled = replace(scene, marks=(*scene.marks, fresh), selected="new")
    note("label", lambda: view.set_scene(labelled))
    note("label off", lambda: view.set_scene(scene))
    note("repaint all", lambda: view.viewport().update())
    note("caret step", lambda: key(view, Qt.Key.Key_Right))
    note("mouse move", lambda: move(view))
    note("narrower", lambda: view.resize(600, 800))
    view.close()
    view.deleteLater()


def key(view: TextView, which: Qt.Key) -> None:
    event = QKeyEvent(QEvent.Type.KeyPress, which, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(view, event)


def move(view: TextView) -> None:
    place = QPointF(view.viewport().rect().center())
    event = QMouseEvent(
        QEvent.Type.MouseMove,
        place,
        view.viewport().mapToGlobal(place),
        Qt.MouseButton.NoButton,
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(view.viewport(), event)


def main() -> None:
    app = QApplication([])
    theme.load_fonts()
    results = {name: measure(text, all_marks) for name, text, all_marks in cases()}
    if "--json" in sys.argv:
        print(json.dumps(results))
    else:
        names = list(next(iter(results.values())))
        print(f"{'CPU ms, median':26}" + "".join(f"{name:>13}" for name in names))
        for case, values in results.items():
            print(f"{case:26}" + "".join(f"{values[name]:13.2f}" for name in names))
    del app


if __name__ == "__main__":
    main()
