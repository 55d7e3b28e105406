"""Letters over the words of a full screen: Shift+F to painted, and a hint's letter to repainted.

The floor is what Qt's own text view needs to paint the same text once in a window of this size.
"""

import time
from pathlib import Path
from statistics import median, quantiles
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit

from annotator.app import Program
from annotator.services.settings import Settings
from annotator.ui.main_window import MainWindow
from bench.projects import add, annotate, new_project
from bench.texts import article
from bench.window import paint

CASES = (
    ("3 kB, 30 spans", 3_000, 30, True),
    ("100 kB, 5,000 spans", 100_000, 5_000, True),
    ("one line of 1 MB, 300 spans", 1_000_000, 300, False),
)


class Figure(NamedTuple):
    """One case, in milliseconds of wall time, the 95th of 100; `words` had letters."""

    case: str
    words: int
    shown: float
    typed: float
    floor: float


def measure(folder: Path, rounds: int, scale: float = 1.0) -> list[Figure]:
    """Measure each case in a window of 1440 by 900; `scale` makes the articles smaller."""
    path = folder / "hints.annotator"
    documents = []
    with new_project(path) as project:
        for number, (_, characters, spans, lines) in enumerate(CASES):
            text = article(max(2_000, int(characters * scale)), 50 + number)
            if not lines:
                text = text.replace("\n", " ")
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
    for (case, *_), document in zip(CASES, documents, strict=True):
        window.session.open(document)
        figures.append(_case(window, case, rounds))
    window.close()
    return figures


def _case(window: MainWindow, case: str, rounds: int) -> Figure:
    view, document = window.annotate.view, window.session.document
    assert document is not None
    plain = QPlainTextEdit()
    plain.setPlainText(document.text[:20_000])
    plain.resize(view.size())
    plain.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    plain.show()
    window.activateWindow()
    window.annotate.focus_text()
    QTest.qWait(50)
    assert view.hasFocus()
    shown, typed, floors, words = [], [], [], 0
    for number in range(rounds + 2):  # the first two are practice
        view.set_caret(number * 40 % len(document.text))
        paint()
        begun = time.perf_counter()
        QTest.keyClick(view, Qt.Key.Key_F, Qt.KeyboardModifier.ShiftModifier)
        paint()
        shown.append(1000 * (time.perf_counter() - begun))
        assert view.word_hints is not None
        words = len(view.word_hints.hints)
        first = next(hint for hint in view.word_hints.hints.values() if len(hint) == 1)
        begun = time.perf_counter()
        QTest.keyClick(view, Qt.Key(ord(first.upper())))
        paint()
        typed.append(1000 * (time.perf_counter() - begun))
        assert view.word_hints.first is not None
        QTest.keyClick(view, Qt.Key.Key_Escape)
        paint()
        begun = time.perf_counter()
        plain.viewport().update()
        paint()
        floors.append(1000 * (time.perf_counter() - begun))
    plain.close()
    p95 = [quantiles(times[2:], n=20)[-1] for times in (shown, typed)]
    return Figure(case, words, *p95, median(floors[2:]))
