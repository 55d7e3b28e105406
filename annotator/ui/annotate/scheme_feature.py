"""The scheme editor as a part of the window: opened to edit, or with another scheme loaded."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from annotator.compat import override
from annotator.ui.annotate.feature import Feature, Handler

if TYPE_CHECKING:
    from annotator.model.scheme import Scheme
    from annotator.ui.scheme_editor.dialog import SchemeDialog


class SchemeFeature(Feature):
    """Opens the editor; a scheme that was stored there makes the window anew."""

    @override
    def handlers(self) -> Mapping[str, Handler]:
        return {"edit_scheme": self.edit, "scheme": self.load}

    def edit(self) -> None:
        """Open the editor."""
        self._open()

    def load(self) -> None:
        """Ask for a scheme file, and show in the editor what it changes."""
        if self.desk.session.project.read_only:
            self.refused.emit(self.tr("The project is open for reading only."))
            return
        from annotator.ui.scheme_editor.files import ask_for_scheme

        ask_for_scheme(self.desk.window, self.desk.theme, self.desk.language, self._take)

    def _take(self, scheme: "Scheme") -> None:
        self._open().take_scheme(scheme)

    def _open(self) -> "SchemeDialog":
        from PySide6.QtCore import Qt

        from annotator.ui.scheme_editor.dialog import SchemeDialog

        desk = self.desk
        desk.labels.commit()
        dialog = SchemeDialog(desk.session, desk.theme, desk.language, desk.window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.stored.connect(desk.session.scheme_replaced)
        dialog.open()
        return dialog
