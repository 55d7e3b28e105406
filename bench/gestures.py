"""Every gesture of an annotator, timed on articles that are larger than any news report.

From the key press to everything painted, in the real window; each gesture many times all over the
text, its way back (Esc) not counted. The floor is a repaint of the text view alone.
"""

import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median, quantiles
from typing import NamedTuple

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.app import Program
from annotator.services.settings import Settings
from annotator.ui.action import sequence_of
from annotator.ui.main_window import MainWindow
from bench.projects import add, annotate, new_project
from bench.texts import article
from bench.window import paint

CASES = (("100 kB, 5,000 spans", 100_000, 5_000), ("1 MB, 3,000 spans", 1_000_000, 3_000))


class Gesture(NamedTuple):
    """Keys that are timed, what is pressed before, and what ends it (both not timed)."""

    name: str
    keys: str
    before: str = ""
    after: str = ""


GESTURES = (
    Gesture("next span", "]"),
    Gesture("letters over the words", "Shift+F", after="Escape"),
    Gesture("partners of a span", "Shift+R", before="]", after="Escape"),
    Gesture("next place of the same words", "Shift+G", before="Ctrl+Shift+Right"),
    Gesture("attributes", "Return", before="]", after="Escape"),
    Gesture("next remark", "F8"),
    Gesture("guideline card", "F1", before="]", after="F1"),
    Gesture("label picker", "/", before="Ctrl+Right", after="Escape"),
    Gesture("command palette", "Ctrl+K", after="Escape"),
    Gesture("undo", "Ctrl+Z", before="Ctrl+Right 1 K"),
    Gesture("page down", "PgDown"),
)


class Figure(NamedTuple):
    """One gesture on one article, in milliseconds of wall time."""

    case: str
    gesture: str
    p50: float
    p95: float
    floor: float


def measure(folder: Path, rounds: int, scale: float = 1.0) -> list[Figure]:
    """Measure every gesture so many times on each article; `scale` makes the articles smaller."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "gestures.annotator"
    documents = []
    with new_project(path) as project:
        for number, (_, characters, spans) in enumerate(CASES):
            text = article(max(2_000, int(characters * scale)), number)
            documents.append(add(project, text))
            annotate(project, documents[-1], max(30, int(spans * scale)))
    program = Program(Settings.load())
    assert program.open(path)
    window = program.window
    assert window is not None
    window.resize(1440, 900)
    window.activateWindow()
    QTest.qWait(400)  # what the program does after its first paint is done
    figures = []
    for (case, _, _), document in zip(CASES, documents, strict=True):
        window.session.open(document)
        window.annotate.focus_text()
        paint()
        floor = _floor(window, rounds)
        for gesture in GESTURES:
            times = [_once(window, gesture) for _ in range(rounds + 1)][1:]
            p95 = quantiles(times, n=20)[-1] if len(times) > 1 else times[0]
            figures.append(Figure(case, gesture.name, median(times), p95, floor))
            window.annotate.presenter.select("")
            window.annotate.focus_text()
    window.close()
    return figures


def _once(window: MainWindow, gesture: Gesture) -> float:
    _press(gesture.before.split())
    begun = time.perf_counter()
    _press(gesture.keys.split())
    taken = 1000 * (time.perf_counter() - begun)
    _press(gesture.after.split())
    if not window.annotate.view.hasFocus():
        window.annotate.focus_text()
        paint()
    return taken


def _press(keys: Sequence[str]) -> None:
    for key in keys:
        combination = sequence_of(key)[0]  # type: ignore[index]  # the stubs lack it
        target = QApplication.focusWidget()
        assert target is not None
        QTest.keyClick(target, combination.key(), combination.keyboardModifiers())
        paint()


def _floor(window: MainWindow, rounds: int) -> float:
    times = []
    for _ in range(rounds):
        window.annotate.view.viewport().update()
        begun = time.perf_counter()
        paint()
        times.append(1000 * (time.perf_counter() - begun))
    return median(times)
