"""The program in a process of its own, opened on a project as its command does, until painted.

The event loop is replaced by one that ends when the window is usable: list filled, article
painted, keyboard in the text, nothing left to do. Nothing else of the program is touched.
"""

import sys
import time
from pathlib import Path

from annotator import app
from annotator.ui.text_view.view import TextView

painted = 0.0, 0.0


def paint(view, event, original=TextView.paintEvent):  # noqa: ANN001, ANN201
    """Paint as the program does and note when."""
    global painted  # noqa: PLW0603 - one note for the whole process
    original(view, event)
    if view.scene().text and not painted[0]:
        painted = time.monotonic(), time.process_time()


class Application(app.QApplication):
    """Runs events until nothing waits."""

    def exec(self) -> int:
        while not painted[0]:
            self.processEvents()
        self.processEvents()
        idle = time.monotonic(), time.process_time()
        window = next(item for item in self.topLevelWidgets() if isinstance(item, app.MainWindow))
        panel = window.annotate.documents
        assert panel.model.rowCount() == int(sys.argv[2])
        assert panel.list.currentIndex().isValid()
        assert window.annotate.view.hasFocus()
        from bench.report import report_start

        report_start(*painted, idle=idle)
        window.close()
        return 0


TextView.paintEvent = paint
app.QApplication = Application
sys.exit(app.main(Path(sys.argv[1])))
