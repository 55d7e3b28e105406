"""In the real window: key press to painted and durable, and opening an article.

Each figure stands beside its floor, measured in turn with it: a commit of one row by plain SQLite
and a repaint of a bare widget for a key, `QPlainTextEdit.setPlainText` and its paint for opening.
"""

import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median, quantiles
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

from annotator.app import Program
from annotator.model.ids import DocumentId
from annotator.services.settings import Settings
from annotator.store.driver import dbapi2
from annotator.text.segmentation import words
from annotator.ui.main_window import MainWindow
from bench.projects import add, annotate, new_project
from bench.texts import article

CASES = (("3 kB, 30 spans", 3_000, 30), ("100 kB, 5,000 spans", 100_000, 5_000),
         ("1 MB, 3,000 spans", 1_000_000, 3_000))  # fmt: skip


class Figure(NamedTuple):
    """One case, in milliseconds of wall time."""

    case: str
    key_p50: float
    key_p95: float
    key_floor: float
    opening: float
    opening_floor: float


def measure(folder: Path, keys: int, openings: int, scale: float = 1.0) -> list[Figure]:
    """Measure each case with so many keys and openings; `scale` makes the articles smaller."""
    path = folder / "window.annotator"
    # Two articles a case: with six in turn none is among the four that are kept in memory.
    documents: list[tuple[DocumentId, ...]] = []
    with new_project(path) as project:
        for number, (_, characters, spans) in enumerate(CASES):
            made = []
            for copy in range(2):
                text = article(max(2_000, int(characters * scale)), 10 * number + copy)
                made.append(add(project, text))
                annotate(project, made[-1], max(30, int(spans * scale)))
            documents.append(tuple(made))
    program = Program(Settings.load())
    assert program.open(path)
    window = program.window
    assert window is not None
    window.resize(1280, 800)
    window.activateWindow()
    QTest.qWait(400)  # what the program does after its first paint is done
    opened, plain = _openings(window, documents, openings)
    floor = KeyFloor(folder / "floor.sqlite")
    figures = []
    for number, (case, _, _) in enumerate(CASES):
        _click(window, documents[number][0])
        times, floors = _keys(window, keys, floor)
        p50, p95 = median(times), quantiles(times, n=20)[-1]
        opening, opening_floor = median(opened[number]), median(plain[number])
        figures.append(Figure(case, p50, p95, median(floors), opening, opening_floor))
    floor.close()
    window.close()
    return figures


class KeyFloor:
    """The least a durable, painted act can cost: one row committed, one bare widget painted."""

    def __init__(self, path: Path) -> None:
        self._connection = dbapi2.connect(str(path), isolation_level=None)
        for pragma in ("page_size = 8192", "journal_mode = WAL", "synchronous = FULL"):
            self._connection.execute(f"PRAGMA {pragma}")
        self._connection.execute("CREATE TABLE act (id INTEGER PRIMARY KEY, line TEXT)")
        self._widget = QWidget()
        self._widget.resize(640, 640)
        self._widget.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self._widget.show()

    def once(self) -> float:
        begun = time.perf_counter()
        self._connection.execute("INSERT INTO act (line) VALUES (?)", ("x" * 300,))
        self._widget.update()
        paint()
        return 1000 * (time.perf_counter() - begun)

    def close(self) -> None:
        self._connection.close()
        self._widget.close()


def _openings(
    window: MainWindow, documents: Sequence[Sequence[DocumentId]], rounds: int
) -> tuple[list[list[float]], list[list[float]]]:
    """Open each article by a click on its row, in turn; beside the same texts in Qt's own view."""
    plain = QPlainTextEdit()
    plain.resize(640, 700)
    plain.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    plain.show()
    times: list[list[float]] = [[] for _ in documents]
    floors: list[list[float]] = [[] for _ in documents]
    for copy in range(2 * rounds):
        for number, copies in enumerate(documents):
            times[number].append(_click(window, copies[copy % 2]))
            opened = window.session.document
            assert opened is not None
            plain.clear()
            paint()
            begun = time.perf_counter()
            plain.setPlainText(opened.text)
            paint()
            floors[number].append(1000 * (time.perf_counter() - begun))
    plain.close()
    return times, floors


def _click(window: MainWindow, document: DocumentId) -> float:
    """Click the row of an article; return the milliseconds until everything is painted."""
    panel = window.annotate.documents
    index = panel.model.index_of(document)
    panel.list.scrollTo(index)
    paint()
    place = panel.list.visualRect(index).center()
    begun = time.perf_counter()
    QTest.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    paint()
    taken = 1000 * (time.perf_counter() - begun)
    assert window.session.document is not None
    assert window.session.document.id == document
    return taken


def paint() -> None:
    """Do what waits: layouts first, then all that has to be painted."""
    for _ in range(2):
        QApplication.processEvents()


def _keys(window: MainWindow, count: int, floor: KeyFloor) -> tuple[list[float], list[float]]:
    """Label words all over the text, each by one letter; the first two are practice."""
    view, document = window.annotate.view, window.session.document
    assert document is not None
    window.activateWindow()
    window.annotate.focus_text()
    QTest.qWait(50)
    assert view.hasFocus()
    QTest.keyClick(view, Qt.Key.Key_1)
    taken = {(span.start, span.end) for span in window.session.annotations.spans}  # type: ignore[union-attr]
    free = [place for place in words(document.text) if place not in taken]
    chosen = free[:: max(1, len(free) // (count + 2))][: count + 2]
    times, floors = [], []
    for start, end in chosen:
        window.annotate.presenter.select("")
        view.set_caret(start)
        view.reveal(start, end)
        paint()
        before = window.session.annotations
        begun = time.perf_counter()
        QTest.keyClick(view, Qt.Key.Key_V)
        paint()
        times.append(1000 * (time.perf_counter() - begun))
        assert window.session.annotations != before
        floors.append(floor.once())
    return times[2:], floors[2:]
