"""Ctrl+Enter: from the key press to the next article painted, with and without preloading.

The floor is what any program does that shows another text: the same text set and painted in
`QPlainTextEdit`, and one row committed, for the article is done.
"""

import time
from pathlib import Path
from statistics import median, quantiles
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit

from annotator.app import Program
from annotator.model.project import Status
from annotator.services.settings import Settings
from annotator.ui.main_window import MainWindow
from bench.projects import add, annotate, new_project
from bench.texts import article
from bench.window import KeyFloor, paint

CASES = (("2.5 kB, 60 spans", 2_500, 60, 60), ("100 kB, 1,000 spans", 100_000, 1_000, 12))
"""Name, characters, spans, articles."""
_PAUSE = 250
"""Milliseconds in which a person reads and the program may prepare what comes next."""


class Figure(NamedTuple):
    """One case, in milliseconds of wall time."""

    case: str
    p50: float
    p95: float
    plain_p50: float
    plain_p95: float
    """Without preloading."""
    floor: float


def measure(folder: Path, scale: float = 1.0) -> list[Figure]:
    """Measure each case; `scale` makes articles fewer and smaller."""
    figures = []
    for number, (case, characters, spans, count) in enumerate(CASES):
        articles = max(4, int(count * scale))
        times = {}
        for preload in (True, False):
            path = folder / f"next-{number}-{preload:d}.annotator"
            texts = [
                article(max(2_000, int(characters * scale)), 100 * number + copy)
                for copy in range(articles)
            ]
            with new_project(path) as project:
                for text in texts:
                    annotate(project, add(project, text), max(20, int(spans * scale)))
            times[preload] = _walk(path, articles, preload=preload)
        p95 = {preload: quantiles(found, n=20)[-1] for preload, found in times.items()}
        floor = _floor(folder / f"floor-{number}.sqlite", texts)
        p50 = {preload: median(found) for preload, found in times.items()}
        figures.append(Figure(case, p50[True], p95[True], p50[False], p95[False], floor))
    return figures


def _walk(path: Path, articles: int, *, preload: bool) -> list[float]:
    """Finish one article after the other; the first is practice."""
    program = Program(Settings.load())
    assert program.open(path)
    window = program.window
    assert window is not None
    window.resize(1280, 800)
    window.activateWindow()
    QTest.qWait(600)
    if not preload:
        window.annotate.features.feature("preload").finish()
    times = [_press(window) for _ in range(articles - 1)]
    window.close()
    return times[1:]


def _press(window: MainWindow) -> float:
    QTest.qWait(_PAUSE)
    view, before = window.annotate.view, window.session.document
    assert view.hasFocus()
    begun = time.perf_counter()
    QTest.keyClick(view, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    paint()
    taken = 1000 * (time.perf_counter() - begun)
    assert before is not None
    assert window.session.document is not before
    assert window.session.project.documents.summary(before.id).status is Status.DONE
    return taken


def _floor(path: Path, texts: list[str]) -> float:
    plain = QPlainTextEdit()
    plain.resize(640, 700)
    plain.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    plain.show()
    commit = KeyFloor(path)
    times = []
    for text in texts[:20]:
        plain.clear()
        paint()
        begun = time.perf_counter()
        plain.setPlainText(text)
        paint()
        times.append(1000 * (time.perf_counter() - begun) + commit.once())
    commit.close()
    plain.close()
    return median(times)
