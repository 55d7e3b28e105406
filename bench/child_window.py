"""The program in a process of its own, opened on a project by its command, until painted.

The event loop is replaced by one that ends when the window is usable: rows of the list and article
painted, keyboard in the text, nothing waiting. Nothing else of the program is touched. Then the
rest of the list is read, as the program does a moment later.
"""

import sys
import time

from annotator import __main__ as program

# The command does this first too; here it must come before we can name what we replace.
program.prepare_window()

from annotator import app  # noqa: E402
from annotator.ui.text_view.view import TextView  # noqa: E402

painted = 0.0, 0.0
project, documents = sys.argv[1:]


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
        usable = time.monotonic(), time.process_time()
        window = next(item for item in self.topLevelWidgets() if isinstance(item, app.MainWindow))
        panel = window.annotate.documents
        assert panel.model.rowCount() == int(documents)
        assert panel.list.currentIndex().isValid()
        assert window.annotate.view.hasFocus()
        panel.model.complete()
        complete = time.monotonic(), time.process_time()
        assert all(panel.model.summary_at(row) for row in range(int(documents)))
        from bench.report import report_start

        report_start(usable, complete)
        window.close()
        return 0


TextView.paintEvent = paint
app.QApplication = Application
sys.argv = ["annotator", "open", project]
sys.exit(program.main())
