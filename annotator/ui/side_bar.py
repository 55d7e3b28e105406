"""The left pane: the list of articles and the panels of features, one shown at a time."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from annotator.ui.buttons import TabButton
from annotator.ui.theme import Theme
from annotator.ui.widgets import Line


class SideBar(QWidget):
    """A row of tabs over one panel. A panel other than the first is made when it is first shown."""

    panel_shown = Signal(str)
    """The name of the panel that is shown now."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._makers: dict[str, Callable[[], QWidget]] = {}
        self._panels: dict[str, QWidget] = {}
        self._tabs: dict[str, TabButton] = {}
        self._stack = QStackedWidget()
        self._group = QButtonGroup(self)
        self._row = QHBoxLayout()
        self._row.setContentsMargins(6, 6, 6, 0)
        self._row.setSpacing(2)
        self._head = QWidget()
        head = QVBoxLayout(self._head)
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(0)
        self._row.addStretch(1)
        head.addLayout(self._row)
        head.addWidget(Line(theme))
        self._head.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(self._stack, 1)

    def add(self, name: str, title: str, make: Callable[[], QWidget], icon: str = "") -> None:
        """Add a panel with its tab; the first one is made and shown at once.

        A panel may have `focus_first()`, which is called when it was asked for by key.
        """
        self._makers[name] = make
        tab = TabButton(title, self._theme, icon)
        tab.clicked.connect(lambda: self.show_panel(name))
        self._tabs[name] = tab
        self._group.addButton(tab)
        self._row.insertWidget(self._row.count() - 1, tab)
        self._head.setVisible(len(self._tabs) > 1)
        if len(self._tabs) == 1:
            self.show_panel(name)

    def show_icons(self) -> None:
        """Show the icons of tabs that are too narrow for their words."""
        for tab in self._tabs.values():
            tab.show_icon()

    def set_title(self, name: str, title: str) -> None:
        """Change the words of a tab, such as to show a count."""
        self._tabs[name].show_title(title)

    def panel(self, name: str) -> QWidget:
        """Return a panel, making it where it was not shown before."""
        if name not in self._panels:
            self._panels[name] = self._makers[name]()
            self._stack.addWidget(self._panels[name])
        return self._panels[name]

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all panels."""
        return tuple(self._makers)

    @property
    def current(self) -> str:
        """The name of the panel that is shown."""
        shown = self._stack.currentWidget()
        return next((name for name, panel in self._panels.items() if panel is shown), "")

    def tab(self, name: str) -> TabButton:
        """Return the tab of a panel."""
        return self._tabs[name]

    def show_panel(self, name: str, *, focus: bool = False) -> QWidget:
        """Show a panel and return it; with `focus` the keyboard goes into it."""
        panel = self.panel(name)
        self._stack.setCurrentWidget(panel)
        self._tabs[name].setChecked(True)
        for other, tab in self._tabs.items():  # Tab comes to the one that is shown, arrows to all
            shown = Qt.FocusPolicy.TabFocus if other == name else Qt.FocusPolicy.NoFocus
            tab.setFocusPolicy(shown)
        self.panel_shown.emit(name)
        if focus:
            enter = getattr(panel, "focus_first", None)
            if callable(enter):
                enter()
            else:
                panel.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return panel
