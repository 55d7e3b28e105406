"""The bar at the top: project, menus, who annotates."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, QLineF, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QColor,
    QFont,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPalette,
    QPen,
)
from PySide6.QtWidgets import QHBoxLayout, QMenu, QMenuBar, QSizePolicy, QToolButton, QWidget

from annotator.compat import override
from annotator.ui.actions import ACTIONS, MENUS, action_named
from annotator.ui.choices import SUBMENUS
from annotator.ui.speech import explain
from annotator.ui.theme import Theme, font
from annotator.ui.widgets import Words


class TopBar(QWidget):
    """Everything the window can do, one row high."""

    annotator_clicked = Signal()
    theme_clicked = Signal()

    def __init__(
        self,
        project: str,
        path: str,
        actions: Mapping[str, QAction],
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFixedHeight(44)
        name = Words(project, theme.text, size=13, weight=QFont.Weight.DemiBold)
        explain(name, path)
        name.setMaximumWidth(260)
        self.menus = QMenuBar()
        self.menus.setNativeMenuBar(False)
        self.menus.setFont(font(13))
        self.menus.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.menus.setStyleSheet(
            f"QMenuBar {{ background: transparent; border: 0; }}"
            f"QMenuBar::item {{ color: {theme.muted}; padding: 6px 10px; border-radius: 6px; }}"
            f"QMenuBar::item:selected {{ background: {theme.accent_soft}; color: {theme.accent}; }}"
        )
        self.by_menu: dict[str, QMenu] = {}
        for menu, title in MENUS.items():
            made = self.menus.addMenu(QCoreApplication.translate("Actions", title))
            made.setFont(font(13))
            self.by_menu[menu] = made
            self._fill(made, menu, actions)
        self.annotator = _Quiet("", theme)
        self.annotator.clicked.connect(self.annotator_clicked)
        self.theme = _ThemeSign(theme)
        words = self.tr("Light colours") if theme.is_dark else self.tr("Dark colours")
        self.theme.setToolTip(words)
        self.theme.setAccessibleName(words)
        self.theme.clicked.connect(self.theme_clicked)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 0, 10, 0)
        row.setSpacing(4)
        row.addWidget(name)
        row.addSpacing(14)
        row.addWidget(self.menus, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        for action_id in ("palette", "export", "key_sheet"):
            button = _Quiet("", theme)
            button.setDefaultAction(actions[action_id])
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
            row.addWidget(button)
            if action_id == "palette":
                self.palette_button = button
                button.setText(f"{action_named(action_id).key_text} {button.text()}")
        row.addWidget(self.theme)
        row.addWidget(self.annotator)

    @staticmethod
    def _fill(menu: QMenu, name: str, actions: Mapping[str, QAction]) -> None:
        within: dict[str, QMenu] = {}
        for action in ACTIONS:
            if action.menu != name:
                continue
            if action.begins:
                menu.addSeparator()
            if action.submenu and action.submenu not in within:
                title = SUBMENUS[action.submenu]
                within[action.submenu] = menu.addMenu(QCoreApplication.translate("Actions", title))
                within[action.submenu].setFont(font(13))
            within.get(action.submenu, menu).addAction(actions[action.id])

    def show_annotator(self, name: str) -> None:
        """Show who annotates, or that nobody does yet."""
        self.annotator.setText(name or self.tr("Who annotates?"))
        explain(self.annotator, self.tr("Change who annotates"))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(0, self.height() - 1, self.width(), 1, QColor(self._theme.hairline))
        painter.end()


class _Quiet(QToolButton):
    """A button that looks like words until the mouse or the keyboard is on it."""

    def __init__(self, words: str, theme: Theme) -> None:
        super().__init__()
        self.setText(words)
        self.setAutoRaise(True)
        self.setFont(font(13))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        colours = self.palette()
        colours.setColor(QPalette.ColorRole.ButtonText, QColor(theme.muted))
        self.setPalette(colours)


class _ThemeSign(_Quiet):
    """A sun in dark colours, a moon in light ones; painted, since the shipped font has no moon."""

    def __init__(self, theme: Theme) -> None:
        super().__init__("", theme)
        self._theme = theme
        self.setFixedSize(30, 28)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = QRectF(self.rect()).center()
        if self._theme.is_dark:
            painter.setPen(QPen(QColor(self._theme.muted), 1.3))
            for angle in range(0, 360, 45):
                ray = QLineF.fromPolar(7, angle)
                painter.drawLine(middle + ray.p2() * 0.75, middle + ray.p2())
            radius = 3.4
            sign = QPainterPath()
            sign.addEllipse(middle, radius, radius)
        else:
            radius = 6.0
            sign, shade = QPainterPath(), QPainterPath()
            sign.addEllipse(middle, radius, radius)
            shade.addEllipse(middle + QPointF(3.2, -2.4), radius * 0.9, radius * 0.9)
            sign = sign.subtracted(shade)
        painter.fillPath(sign, QColor(self._theme.muted))
        painter.end()
