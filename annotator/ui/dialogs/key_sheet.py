"""All keys on one sheet: from the table of actions and the project's scheme, nothing twice."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from annotator.compat import override
from annotator.model.scheme import Scheme
from annotator.ui.action import Action
from annotator.ui.actions import ACTIONS, MENUS
from annotator.ui.buttons import KeyCap
from annotator.ui.dialogs.columns import Columns, Section
from annotator.ui.panels.labels import SHIFT_DIGITS, key_attribute
from annotator.ui.theme import Theme, mix
from annotator.ui.widgets import Field, Heading, Words, quiet_area, quiet_buttons

_WIDEST, _HIGHEST = 1400, 1000
_FREE = 32
"""Pixels of the window that stay in sight around the sheet."""
_SCROLLS = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}


class KeySheet(QDialog):
    """Moving, factuality, the menus and the labels, in as many columns as the window has room for.

    What is typed leaves the rows that hold it, in the words or in the key.
    """

    def __init__(
        self, scheme: Scheme, theme: Theme, language: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._texts: dict[QWidget, str] = {}
        self.setWindowTitle(self.tr("Keys"))
        sections = [
            self._moving(),
            *self._choices(scheme, language),
            *self._menus(),
            self._history(),
            *self._groups(scheme, language),
        ]
        self._columns = Columns([section for section in sections if section.rows])
        self._field = Field(theme, self.tr("Find a key or what it does"))
        self._nothing = Words(self.tr("No key matches."), theme.muted, size=13)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._scroll = QScrollArea()
        self._scroll.setAccessibleName(self.tr("Keys"))
        self._scroll.setWidget(self._columns)
        self._scroll.setWidgetResizable(True)
        self._scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        quiet_area(self._scroll, theme, theme.panel)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        quiet_buttons(buttons, theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 14, 0, 14)
        column.setSpacing(8)
        top = QHBoxLayout()
        top.setContentsMargins(24, 0, 24, 0)
        top.addWidget(self._field)
        column.addLayout(top)
        column.addWidget(self._scroll, 1)
        column.addWidget(self._nothing, 1)
        row = QHBoxLayout()
        row.setContentsMargins(24, 0, 24, 0)
        row.addWidget(buttons)
        column.addLayout(row)
        self._nothing.hide()
        self.line.textChanged.connect(self._filter)
        self.line.installEventFilter(self)
        self._fit(parent)
        self.line.setFocus()

    @property
    def line(self) -> QLineEdit:
        """The line to search with."""
        return self._field.line

    @property
    def shown(self) -> list[str]:
        """The rows that are shown: key and words."""
        return [text for row, text in self._texts.items() if not row.isHidden()]

    def _fit(self, parent: QWidget | None) -> None:
        """Be as large as the window allows, and no larger than what is shown."""
        room = parent.size() if parent is not None else self.screen().availableSize()
        width = min(_WIDEST, room.width() - _FREE)
        self._columns.arrange(width - self._scroll.verticalScrollBar().sizeHint().width())
        rest = self.sizeHint().height() - self._scroll.sizeHint().height()
        wanted = self._columns.height() + rest
        self.resize(width, min(_HIGHEST, room.height() - _FREE, wanted))

    def _filter(self, typed: str) -> None:
        words = typed.casefold().split()
        hidden = {
            row
            for row, text in self._texts.items()
            if not all(word in text.casefold() for word in words)
        }
        self._columns.show_rows(hidden)
        is_empty = len(hidden) == len(self._texts)
        self._scroll.setHidden(is_empty)
        self._nothing.setVisible(is_empty)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the keys that mean nothing in a line scroll the sheet."""
        if (
            watched is self.line
            and event.type() is QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() in _SCROLLS
        ):
            bar = self._scroll.verticalScrollBar()
            is_page = event.key() in {Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}
            step = bar.pageStep() * 9 // 10 if is_page else 40
            back = event.key() in {Qt.Key.Key_Up, Qt.Key.Key_PageUp}
            bar.setValue(bar.value() + (-step if back else step))
            return True
        return False

    def _section(self, title: str, rows: list[tuple[str, str]], swatch: str = "") -> Section:
        caps = [KeyCap(key, self._theme, swatch) for key, _words in rows]
        width = max((cap.width() for cap in caps), default=0)
        made = [self._row(cap, width, *row) for cap, row in zip(caps, rows, strict=True)]
        heading = Heading(title, self._theme)
        heading.setContentsMargins(0, 0, 0, 6)
        return Section(heading, made)

    def _row(self, cap: KeyCap, width: int, key: str, words: str) -> QWidget:
        """Make a row whose words begin where those of the whole section do."""
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 2, 0, 3)
        line.setSpacing(0)
        line.addWidget(cap, 0, Qt.AlignmentFlag.AlignTop)
        line.addSpacing(width - cap.width() + 10)
        label = Words(words, self._theme.text, size=12.5)
        label.setWordWrap(True)
        line.addWidget(label, 1)
        self._texts[row] = f"{key} {words}"
        return row

    def _moving(self) -> Section:
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

    def _history(self) -> Section:
        return self._section(
            self.tr("In the history"),
            [
                (self.tr("Del"), self.tr("Take back this act")),
                (self.tr("Shift+Del"), self.tr("Back to before it")),
            ],
        )

    def _choices(self, scheme: Scheme, language: str) -> list[Section]:
        attribute = key_attribute(scheme)
        if attribute is None:
            return []
        rows = [
            (f"Shift+{digit}", choice.names.best(language))
            for digit, choice in zip(SHIFT_DIGITS, attribute.offered, strict=False)
        ]
        return [self._section(attribute.names.best(language), rows)]

    def _menus(self) -> list[Section]:
        sections = []
        for menu, title in MENUS.items():
            actions = [action for action in ACTIONS if action.menu == menu and action.keys]
            if actions:
                words = QCoreApplication.translate("Actions", title).replace("&", "")
                sections.append(self._section(words, [_words(action) for action in actions]))
        return sections

    def _groups(self, scheme: Scheme, language: str) -> list[Section]:
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


def _words(action: Action) -> tuple[str, str]:
    return action.key_text, action.words.rstrip("…")
