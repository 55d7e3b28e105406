"""Saved searches: a menu to take one from, to save what is asked now, and to tidy up."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget

from annotator.services.filters import Filter
from annotator.services.projects import Project
from annotator.ui.panels.search import SearchPanel
from annotator.ui.theme import Theme


class SavedMenu(QMenu):
    """Opens below a button of a panel; `take` is called with the one that is chosen."""

    def __init__(
        self,
        project: Project,
        theme: Theme,
        panel: SearchPanel,
        take: Callable[[Filter], None],
    ) -> None:
        super().__init__(panel)
        self._project = project
        self._theme = theme
        self._panel = panel
        self._take = take
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        saved = project.filters.all()
        for one in saved:
            action = self.addAction(one.name.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked((one.query, one.mode) == (panel.text, panel.mode))
            action.triggered.connect(partial(_call, take, one))
        if saved:
            self.addSeparator()
        save = self.addAction(self.tr("Save this search…"))
        save.setEnabled(bool(panel.text.strip()) and not project.read_only)
        save.triggered.connect(self._save)
        change = self.addAction(self.tr("Rename or remove…"))
        change.setEnabled(bool(saved) and not project.read_only)
        change.triggered.connect(self._change)

    def open_below(self, button: QWidget) -> None:
        """Show the menu."""
        self.popup(button.mapToGlobal(QPoint(0, button.height())))

    def _save(self) -> None:
        from annotator.ui.dialogs.saved_searches import SaveDialog

        panel = self._panel
        SaveDialog(
            self._project, Filter("", panel.text, panel.mode), self._theme, panel.window()
        ).open()

    def _change(self) -> None:
        from annotator.ui.dialogs.saved_searches import SavedSearches

        dialog = SavedSearches(self._project, self._theme, self._panel.window())
        dialog.chosen.connect(self._take)
        dialog.open()


def _call(take: Callable[[Filter], None], saved: Filter, *_checked: bool) -> None:
    take(saved)
