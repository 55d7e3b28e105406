"""A bare PySide6 window in a process of its own: the floor that the program's start is held to.

With "Qt" as its argument it also names that class, as every program does that aligns a word or
looks at a key: PySide6 makes 1,200 values of enums then.
"""

import sys
import time

from PySide6.QtWidgets import QApplication, QMainWindow

if "Qt" in sys.argv:
    from PySide6.QtCore import Qt  # noqa: F401


class Window(QMainWindow):
    """Notes its first paint."""

    painted = False

    def paintEvent(self, event):  # noqa: ANN001, ANN201, N802 - as bare as can be
        super().paintEvent(event)
        self.painted = True


application = QApplication(sys.argv[:1])
window = Window()
window.resize(1440, 900)
window.show()
while not window.painted:
    application.processEvents()
wall, cpu = time.monotonic(), time.process_time()

from bench.report import report_start  # noqa: E402 - the clock has stopped

report_start((wall, cpu), (wall, cpu))
