"""All keys on one sheet: from the table of actions and the project's scheme, nothing twice."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from annotator.model.scheme import Scheme
from annotator.ui.action import Action
from annotator.ui.actions import ACTIONS, EDIT, FILE, HELP, MENUS, TEXT, VIEW
from annotator.ui.buttons import KeyCap
from annotator.ui.panels.labels import SHIFT_DIGITS, key_attribute
from annotator.ui.theme import Theme, mix
from annotator.ui.widgets import Heading, Words, quiet_scroll_bar


class KeySheet(QDialog):
    """Three columns: moving and acting, the verbs, the labels of each group."""

    def __init__(
        self, scheme: Scheme, theme: Theme, language: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setWindowTitle(self.tr("Keys"))
        inner = QWidget()
        columns = QHBoxLayout(inner)
        columns.setContentsMargins(24, 18, 24, 18)
        columns.setSpacing(36)
        first = [self._moving(), self._choices(scheme, language), *self._menus(VIEW, HELP)]
        columns.addLayout(self._column(first))
        columns.addLayout(self._column(self._menus(FILE, EDIT, TEXT)))
        groups = self._groups(scheme, language)
        half = (len(groups) + 1) // 2
        for part in (groups[:half], groups[half:]):
            if part:
                columns.addLayout(self._column(part))
        scroll = QScrollArea()
        scroll.setWidget(inner)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        quiet_scroll_bar(scroll.verticalScrollBar(), theme, theme.panel)
        ground = scroll.palette()
        ground.setColor(scroll.backgroundRole(), QColor(theme.panel))
        scroll.setPalette(ground)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 14)
        column.addWidget(scroll, 1)
        row = QHBoxLayout()
        row.setContentsMargins(24, 0, 24, 0)
        row.addWidget(buttons)
        column.addLayout(row)
        wanted = inner.sizeHint()
        self.resize(min(1240, wanted.width() + 24), min(940, wanted.height() + 64))

    def _column(self, sections: list[QWidget]) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(18)
        for section in sections:
            column.addWidget(section)
        column.addStretch(1)
        return column

    def _section(self, title: str, rows: list[tuple[str, str]], swatch: str = "") -> QWidget:
        section = QWidget()
        grid = QGridLayout(section)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(5)
        heading = Heading(title, self._theme)
        grid.addWidget(heading, 0, 0, 1, 2)
        for number, (key, words) in enumerate(rows, 1):
            cap = KeyCap(key, self._theme, swatch)
            grid.addWidget(cap, number, 0, Qt.AlignmentFlag.AlignLeft)
            grid.addWidget(Words(words, self._theme.text, size=12.5), number, 1)
        grid.setColumnStretch(1, 1)
        return section

    def _moving(self) -> QWidget:
        return self._section(
            self.tr("Caret and selection"),
            [
                ("← → ↑ ↓", self.tr("Move the caret")),
                ("Ctrl+← →", self.tr("By word")),
                ("Home End", self.tr("Ends of the line, with Ctrl of the text")),
                ("Shift+…", self.tr("Select while moving")),
                (self.tr("2 × click"), self.tr("Select the word")),
                (self.tr("3 × click"), self.tr("Select the sentence")),
                (self.tr("Drag"), self.tr("Select whole words, with Alt characters")),
                (self.tr("Shift+click"), self.tr("Select up to there")),
                (self.tr("Space"), self.tr("Choose the span at the caret, again: the next one")),
                ("Esc", self.tr("Let go of selection and span")),
            ],
        )

    def _choices(self, scheme: Scheme, language: str) -> QWidget:
        attribute = key_attribute(scheme)
        if attribute is None:
            return QWidget()
        rows = [
            (f"Shift+{digit}", choice.names.best(language))
            for digit, choice in zip(SHIFT_DIGITS, attribute.offered, strict=False)
        ]
        return self._section(attribute.names.best(language), rows)

    def _menus(self, *menus: str) -> list[QWidget]:
        sections = []
        for menu in menus:
            title = MENUS[menu]
            actions = [action for action in ACTIONS if action.menu == menu and action.keys]
            if actions:
                words = QCoreApplication.translate("Actions", title).replace("&", "")
                sections.append(self._section(words, [self._row(action) for action in actions]))
        return sections

    def _row(self, action: Action) -> tuple[str, str]:
        return action.key_text, action.words.rstrip("…")

    def _groups(self, scheme: Scheme, language: str) -> list[QWidget]:
        share = 0.35 if self._theme.is_dark else 0.5
        return [
            self._section(
                f"{group.key}  {group.names.best(language)}".strip(),
                [
                    (label.key, label.names.best(language))
                    for label in scheme.labels_of(group.id)
                    if label.key
                ],
                mix(group.fill, self._theme.panel, share),
            )
            for group in scheme.groups
        ]
