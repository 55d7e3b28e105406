"""The window on a very long list, in a process of its own: so that its peak of memory is its own.

Prints the figures as JSON. Everything is done by keys, the mouse wheel or the small window of the
list, and measured until it is painted.
"""

import json
import random
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import quantiles

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.app import Program, make_application
from annotator.services.queue import Order
from annotator.services.settings import Settings
from annotator.store.driver import dbapi2
from annotator.ui.main_window import MainWindow
from annotator.ui.panels.document_list import ROW_HEIGHT

FILTERS = {
    "status": "status:done",
    "language": "lang:jv",
    "outlet": "source:lengkara",
    "period": "after:2024-10 before:2024-11",
    "flag": "flag:any",
    "notes": "notes:open",
    "words of the title": "samudra amplop",
    "a rare word": "9917",
    "all at once": "status:new lang:id source:samudra after:2024-06 bawaslu",
}
_LONGEST = 30.0


class Pulse(QObject):
    """Notes the longest time in which the window did not answer."""

    def __init__(self) -> None:
        super().__init__()
        self.longest = 0.0
        self._last = time.perf_counter()
        self._timer = QTimer(self, interval=1)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def _beat(self) -> None:
        now = time.perf_counter()
        self.longest = max(self.longest, now - self._last)
        self._last = now

    def take(self) -> float:
        """Return it in milliseconds, and begin anew."""
        QApplication.processEvents()
        longest, self.longest, self._last = self.longest, 0.0, time.perf_counter()
        return 1000 * longest


class FirstRows(QObject):
    """Notes when a list was painted first."""

    at = 0.0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002, N802 - as Qt calls it
        if event.type() == QEvent.Type.Paint and not self.at:
            QTimer.singleShot(0, self._painted)
        return False

    def _painted(self) -> None:
        self.at = self.at or time.perf_counter()


def until(holds: Callable[[], bool]) -> None:
    """Run events until something holds and all is painted."""
    end = time.perf_counter() + _LONGEST
    while not holds():
        QTest.qWait(1)  # sleeps in between: other threads have work to do
        assert time.perf_counter() < end
    for _ in range(2):
        QApplication.processEvents()


def opened(path: Path) -> tuple[MainWindow, float]:
    """Open a project; return its window and the milliseconds until its rows are painted."""
    program = Program(Settings.load())
    begun = time.perf_counter()
    assert program.open(path)
    window = program.window
    assert window is not None
    window.resize(1280, 800)
    seen = FirstRows(window)
    window.annotate.documents.list.viewport().installEventFilter(seen)
    until(lambda: bool(seen.at))
    return window, 1000 * (seen.at - begun)


def settled(window: MainWindow) -> tuple[float, float]:
    """Wait for what the program does after the first look; return how long, and the standstill."""
    pulse, begun = Pulse(), time.perf_counter()
    window.activateWindow()
    QTest.qWait(400)
    until(lambda: window.session.project.lists.is_quick)
    return 1000 * (time.perf_counter() - begun), pulse.take()


def asked(window: MainWindow, act: Callable[[], None]) -> float:
    """Ask the list for something; return the milliseconds until it is shown and painted."""
    answers: list[bool] = []
    model = window.annotate.documents.model
    model.arrived.connect(answers.append)
    begun = time.perf_counter()
    act()
    until(lambda: bool(answers))
    taken = 1000 * (time.perf_counter() - begun)
    model.arrived.disconnect(answers.append)
    return taken


def filtered(window: MainWindow, text: str) -> float:
    panel = window.annotate.documents
    panel.filter.line.setFocus()
    panel.filter.line.setText(text)
    taken = asked(window, lambda: QTest.keyClick(panel.filter.line, Qt.Key.Key_Return))
    panel.bar.clear()
    panel.filter.line.setFocus()
    panel.filter.line.clear()
    asked(window, lambda: QTest.keyClick(panel.filter.line, Qt.Key.Key_Return))
    return taken


def pressed(window: MainWindow, key: Qt.Key, times: int) -> list[float]:
    """Press a key in the list: the article of the row that is reached is opened and painted."""
    rows, found = window.annotate.documents.list, []
    for _ in range(times):
        begun = time.perf_counter()
        QTest.keyClick(rows, key)
        for _ in range(2):
            QApplication.processEvents()
        found.append(1000 * (time.perf_counter() - begun))
    return found


def scrolled(window: MainWindow, times: int) -> list[float]:
    """Put the list to places all over it."""
    bar, chance, found = window.annotate.documents.list.verticalScrollBar(), random.Random(1), []
    for _ in range(times):
        begun = time.perf_counter()
        bar.setValue(chance.randrange(bar.maximum()))
        for _ in range(2):
            QApplication.processEvents()
        found.append(1000 * (time.perf_counter() - begun))
    return found


def finished(window: MainWindow, times: int) -> list[float]:
    found = []
    window.annotate.focus_text()
    for _ in range(times):
        QTest.qWait(250)
        begun = time.perf_counter()
        QTest.keyClick(window.annotate.view, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        for _ in range(2):
            QApplication.processEvents()
        found.append(1000 * (time.perf_counter() - begun))
    return found


def counted(path: Path) -> float:
    """Return the milliseconds in which SQLite goes through all titles for a word and counts."""
    connection = dbapi2.connect(str(path))
    times = []
    for _ in range(3):
        begun = time.perf_counter()
        connection.execute("SELECT count(*) FROM listed WHERE instr(title, ?)", ("x",)).fetchone()
        times.append(1000 * (time.perf_counter() - begun))
    connection.close()
    return min(times)


def p95(times: list[float]) -> float:
    return quantiles(times, n=20)[-1]


def main() -> None:
    long, short, rounds = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
    make_application()
    for path in (short, long, short):  # what only the first window of all pays
        opened(path)[0].close()
    figures: dict[str, float] = {"floor": counted(long)}
    window, figures["first rows, few"] = opened(short)
    _, figures["standstill, few"] = settled(window)
    window.close()
    window, figures["first rows"] = opened(long)
    figures["everything read after the start"], figures["standstill"] = settled(window)
    count = window.session.project.documents.count()
    panel = window.annotate.documents
    assert panel.model.rowCount() == count
    for name, text in FILTERS.items():
        figures[f"filter: {name}"] = filtered(window, text)
    for order in list(Order)[1:]:
        for turn in ("first", "again"):
            figures[f"order: {order}, {turn}"] = asked(
                window, lambda order=order: panel.bar.set_order(order)
            )
            asked(window, panel.bar.clear)
    panel.list.setFocus()
    figures["scroll anywhere, p95"] = p95(scrolled(window, 5 * rounds))
    figures["End and its article"] = max(pressed(window, Qt.Key.Key_End, 1))
    assert panel.list.currentIndex().row() == count - 1
    assert panel.list.verticalOffset() > (count - 20) * ROW_HEIGHT
    figures["Home and its article"] = max(pressed(window, Qt.Key.Key_Home, 1))
    figures["PageDown and its article, p95"] = p95(pressed(window, Qt.Key.Key_PageDown, rounds))
    figures["Ctrl+Enter, p95"] = p95(finished(window, rounds)[1:])
    window.close()
    import resource

    figures["peak"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps(figures), flush=True)


main()
