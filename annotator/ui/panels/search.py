"""The panel for searching all articles: words, keywords in context, spans."""

from enum import StrEnum

from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QCompleter,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from annotator.compat import override
from annotator.services.hit_lines import Order
from annotator.services.span_suggestions import Suggestion, suggest
from annotator.services.span_vocabulary import Vocabulary
from annotator.ui.panels.hit_delegate import KEYWORD_HEIGHT, SNIPPET_HEIGHT, SPAN_HEIGHT
from annotator.ui.panels.hit_list import HitList
from annotator.ui.panels.small_buttons import SmallButton
from annotator.ui.panels.span_form import SpanForm
from annotator.ui.scheme_editor.choices import Choice
from annotator.ui.speech import announce, explain
from annotator.ui.theme import Theme, font
from annotator.ui.widgets import Elided, Field, Line, Words, plain_tip

_TYPING_PAUSE = 120
"""Milliseconds after the last key until it is searched."""


class Mode(StrEnum):
    """What is searched, and how it is shown."""

    TEXT = "text"
    CONTEXT = "context"
    SPANS = "spans"


HEIGHTS = {
    Mode.TEXT: SNIPPET_HEIGHT,
    Mode.CONTEXT: KEYWORD_HEIGHT,
    Mode.SPANS: SPAN_HEIGHT,
}


class SearchPanel(QWidget):
    """Modes, a field, boxes for spans, a summary and the results. It searches nothing itself."""

    searched = Signal()
    """Other words, another mode or order: read `text`, `mode`, `order`, `is_typing`."""
    saved_asked = Signal()
    left = Signal()

    def __init__(self, vocabulary: Vocabulary, theme: Theme, language: str) -> None:
        super().__init__()
        self._theme = theme
        self._language = language
        self._vocabulary = vocabulary
        self.mode = Mode.TEXT
        self.is_typing = False
        self.field = Field(theme, "")
        self.line = self.field.line
        self.line.setClearButtonEnabled(True)
        self.line.installEventFilter(self)
        self.line.textEdited.connect(self._edited)
        self.line.textChanged.connect(self._text_changed)
        self.line.returnPressed.connect(self._return_pressed)
        self._pause = QTimer(self, singleShot=True, interval=_TYPING_PAUSE)
        self._pause.timeout.connect(self._typed)
        self.form: SpanForm | None = None
        self.summary = Elided("", theme.muted)
        self.summary.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.order_box = Choice(theme)
        self.order_box.setFont(font(12))
        self.order_box.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToContents)
        self.order_box.setAccessibleName(self.tr("Order of the results"))
        explain(self.order_box, self.tr("Order of the results"))
        self.order_box.activated.connect(self._order_chosen)
        self.form_button = SmallButton(
            "", self.tr("Choose labels and values"), theme, icon="list-filter"
        )
        self.form_button.setCheckable(True)
        self.form_button.toggled.connect(self._show_form)
        self.saved_button = SmallButton("", self.tr("Saved searches"), theme, icon="pin")
        self.saved_button.clicked.connect(self.saved_asked)
        self.hint = Words("", theme.muted, size=12)
        self.hint.setWordWrap(True)
        self.hint.setContentsMargins(14, 12, 14, 12)
        self.hint.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.list = HitList(theme, language)
        self.list.left.connect(self.left)
        self.list.left_upwards.connect(self.focus_first)
        self.modes = self._make_modes()
        self._suggestions: list[Suggestion] = []
        self._words = QStringListModel(self)
        self._completer = QCompleter(self._words, self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setWidget(self.line)
        self._completer.activated.connect(self._take_suggestion)
        self._place_parts()
        self.set_mode(Mode.TEXT)

    def _make_modes(self) -> dict[Mode, SmallButton]:
        made = {
            Mode.TEXT: SmallButton(self.tr("Text"), self.tr("Find articles by words"), self._theme),
            Mode.CONTEXT: SmallButton(
                self.tr("In context"), self.tr("Each place in one line"), self._theme
            ),
            Mode.SPANS: SmallButton(
                self.tr("Spans"), self.tr("Find spans by label, value, person"), self._theme
            ),
        }
        group = QButtonGroup(self)
        for mode, button in made.items():
            button.setCheckable(True)
            group.addButton(button)
            button.clicked.connect(lambda _=False, mode=mode: self._choose_mode(mode))
        return made

    def _place_parts(self) -> None:
        self._head = QVBoxLayout()
        self._head.setContentsMargins(10, 8, 10, 8)
        self._head.setSpacing(6)
        top = QHBoxLayout()
        top.setSpacing(2)
        for button in self.modes.values():
            top.addWidget(button)
        top.addStretch(1)
        top.addWidget(self.form_button)
        top.addWidget(self.saved_button)
        self._head.addLayout(top)
        self._head.addWidget(self.field)
        below = QHBoxLayout()
        below.setContentsMargins(2, 0, 0, 0)
        below.addWidget(self.summary, 1)
        below.addWidget(self.order_box)
        self._head.addLayout(below)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head)
        column.addWidget(Line(self._theme))
        column.addWidget(self.hint)
        column.addWidget(self.list, 1)

    # -- what is asked

    @property
    def text(self) -> str:
        """What was typed."""
        return self.line.text()

    @property
    def order(self) -> str:
        """How results are sorted: "best" or a value of `Order`."""
        return str(self.order_box.currentData() or "")

    def set_mode(self, mode: Mode) -> None:
        """Search in another way; the words stay."""
        self.mode = mode
        self.modes[mode].setChecked(True)
        self.field.line.setPlaceholderText(self._placeholder())
        self.field.line.setAccessibleName(self._placeholder())
        self.order_box.clear()
        for words, order in self._orders():
            self.order_box.addItem(words, order)
        self.order_box.setVisible(mode is not Mode.SPANS)
        self.form_button.setVisible(mode is Mode.SPANS)
        self._show_form(on=mode is Mode.SPANS and self.form_button.isChecked())
        self.list.hits.reset([], has_more=False)
        self.list.set_row_height(HEIGHTS[mode])

    def ask(self, text: str, mode: Mode) -> None:
        """Search something at once."""
        self.set_mode(mode)
        self.line.setText(text)
        self._search_now()

    def focus_first(self) -> None:
        """Put the keyboard into the field."""
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()

    # -- what was found

    def show_summary(self, words: str, *, hint: str = "", is_bad: bool = False) -> None:
        """Say how much was found; `hint` stands in the place of results."""
        self.summary.setText(words)
        self.summary.setToolTip(plain_tip(words))
        self.hint.setText(hint)
        self.hint.set_colour(self._theme.danger if is_bad else self._theme.muted)
        self.hint.setVisible(bool(hint))
        announce(self, words or hint)

    def usage(self) -> str:
        """Return how to ask, for a panel without results."""
        if self.mode is Mode.SPANS:
            return self.tr(
                "Words are looked for in the spans. Narrow them by what is said about them:"
                " label:…  by:…  status:…  has:…  without:…  factuality:… – or choose with the"
                " button above."
            )
        return self.tr(
            "An article must have all the words.\n"
            "“two words”   in a row\n"
            "word*   all that begin so\n"
            "one OR other   either\n"
            "-word   articles without it"
        )

    # -- inside

    def _placeholder(self) -> str:
        if self.mode is Mode.SPANS:
            return self.tr("Words in spans, label:…")
        return self.tr("Search all articles…")

    def _orders(self) -> list[tuple[str, str]]:
        if self.mode is Mode.CONTEXT:
            return [
                (self.tr("by article"), Order.ARTICLE),
                (self.tr("word before"), Order.LEFT),
                (self.tr("word after"), Order.RIGHT),
            ]
        return [(self.tr("best first"), "best"), (self.tr("by article"), Order.ARTICLE)]

    def _choose_mode(self, mode: Mode) -> None:
        if mode is not self.mode:
            self.set_mode(mode)
            self._search_now()

    def _show_form(self, on: bool) -> None:  # noqa: FBT001 - takes a switch's `toggled`
        if on and self.form is None:
            self.form = SpanForm(self._vocabulary, self._theme, self._language)
            self.form.changed.connect(self._take_text)
            self._head.insertWidget(2, self.form)
        if self.form is not None:
            self.form.setVisible(on)
            if on:
                self.form.show_query(self.text)

    def _take_text(self, text: str) -> None:
        self.line.setText(text)
        self._search_now()

    def _text_changed(self) -> None:
        if self.form is not None and self.form.isVisible():
            self.form.show_query(self.text)
        if not self.text:
            self._search_now()

    def _edited(self) -> None:
        self._pause.start()
        if self.mode is Mode.SPANS:
            text, cursor = self.text, self.line.cursorPosition()
            cursor = len(text.encode("utf-16-le")[: 2 * cursor].decode("utf-16-le", "ignore"))
            self._suggestions = suggest(text, cursor, self._vocabulary, self._language)
            self._words.setStringList([one.words for one in self._suggestions])
            if self._suggestions:
                self._completer.complete()
            else:
                self._hide_suggestions()

    def _hide_suggestions(self) -> None:
        popup = self._completer.popup()
        if popup is not None:
            popup.hide()

    def _take_suggestion(self, words: str) -> None:
        found = next((one for one in self._suggestions if one.words == words), None)
        if found is None:
            return
        text = self.text
        head = text[: found.start] + found.insert
        self.line.setText(head + text[found.end :].lstrip())
        self.line.setCursorPosition(len(head.encode("utf-16-le")) // 2)
        if found.insert.endswith(":"):
            self._edited()
        else:
            self._search_now()

    def _order_chosen(self) -> None:
        self.searched.emit()

    def _typed(self) -> None:
        self.is_typing = True
        self.searched.emit()

    def _search_now(self) -> None:
        self._pause.stop()
        self.is_typing = False
        self.searched.emit()

    def _return_pressed(self) -> None:
        if self._pause.isActive() or self.is_typing:
            self._search_now()
        self.list.enter()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape:
                self.left.emit()
                return True
            if event.key() == Qt.Key.Key_Down:
                self.list.enter()
                return True
        return False
