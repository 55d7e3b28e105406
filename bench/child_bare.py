"""A bare PySide6 window in a process of its own: the floor that the program's start is held to."""

import sys
import time

from PySide6.QtWidgets import QApplication, QMainWindow


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
