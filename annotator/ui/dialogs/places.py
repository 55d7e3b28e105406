"""All places of a phrase, in context: what counts as the same, which of them get the label."""

from itertools import pairwise
from typing import Final

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from annotator.compat import override
from annotator.model.ids import DocumentId
from annotator.model.scheme import Scheme
from annotator.services.same_text import MOST_PLACES, Found, Options
from annotator.ui.action import QT_TRANSLATE_NOOP
from annotator.ui.dates import count_words
from annotator.ui.item_models.places import HeadingRow, PlacesModel
from annotator.ui.panels.places import PlacesList
from annotator.ui.scheme_editor.choices import Choice
from annotator.ui.speech import announce, explain
from annotator.ui.theme import Theme, font
from annotator.ui.ticks import RoundBox, TickBox
from annotator.ui.widgets import Field, Line, Progress, Words, quiet_buttons

CHOICES: Final = (
    (
        "case",
        QT_TRANSLATE_NOOP("PlacesDialog", "Match &case"),
        QT_TRANSLATE_NOOP("PlacesDialog", "Upper and lower case as in the words above"),
    ),
    (
        "whole",
        QT_TRANSLATE_NOOP("PlacesDialog", "&Whole words"),
        QT_TRANSLATE_NOOP("PlacesDialog", "Not inside a longer word"),
    ),
    (
        "clitics",
        QT_TRANSLATE_NOOP("PlacesDialog", "&Endings: -nya, -lah, -pun …"),
        QT_TRANSLATE_NOOP("PlacesDialog", "Also with -nya, -ku, -mu, -lah, -kah, -pun"),
    ),
    (
        "affixes",
        QT_TRANSLATE_NOOP("PlacesDialog", "&Prefixes: di-, me-, ber- …"),
        QT_TRANSLATE_NOOP(
            "PlacesDialog", "Also other forms of the words, such as membagikan for bagi"
        ),
    ),
    (
        "acronyms",
        QT_TRANSLATE_NOOP("PlacesDialog", "Ac&ronyms"),
        QT_TRANSLATE_NOOP(
            "PlacesDialog", "Also the long form of an acronym that an article introduces"
        ),
    ),
)
"""The fields of `Options` with the words of their boxes and what these mean."""
_TYPING_PAUSE: Final = 200
"""Milliseconds after the last key until it is searched."""
translate = QCoreApplication.translate


class PlacesDialog(QDialog):
    """Shows what a search found, and says what of it shall carry which label.

    Whoever opens it searches when `search_wanted` comes, and gives the result to `show_found`.
    """

    search_wanted = Signal()
    """Phrase, options or scope are others now."""
    applied = Signal()
    """The ticked places shall carry the chosen label."""
    place_wanted = Signal(object)

    def __init__(
        self,
        scheme: Scheme,
        theme: Theme,
        language: str,
        shown: DocumentId,
        phrase: str,
        options: Options,
        label: str,
        parent: QWidget | None = None,
        *,
        may_apply: bool = True,
    ) -> None:
        super().__init__(parent)
        self._language = language
        self._shown = shown
        self._may_apply = may_apply
        self._cut = False
        self.setWindowTitle(translate("PlacesDialog", "Same text"))
        self.resize(1080, 640)
        self.model = PlacesModel(scheme, language, self)
        self.list = PlacesList(self.model, scheme, theme)
        self.list.setAccessibleName(self.tr("Places"))
        self.line = Field(theme, self.tr("Words to look for"))
        self.line.line.setText(phrase)
        self.line.line.setFont(font(14))
        self._pause = QTimer(self, singleShot=True, interval=_TYPING_PAUSE)
        self._pause.timeout.connect(self.search_wanted)
        self.boxes: dict[str, TickBox] = {}
        for name, words, meaning in CHOICES:
            box = TickBox(translate("PlacesDialog", words), theme)
            explain(box, translate("PlacesDialog", meaning))
            box.setChecked(getattr(options, name))
            self.boxes[name] = box
        self.here = RoundBox(self.tr("This &article"), theme)
        self.everywhere = RoundBox(self.tr("A&ll articles"), theme)
        self.here.setChecked(True)
        self.label = _label_box(scheme, theme, language, label)
        self._others = Words("", theme.muted, size=12)
        self._others.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._others.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._count = Words("", theme.text, size=12.5)
        self._bar = Progress(theme)
        self._bar.setFixedWidth(140)
        self._nothing = Words("", theme.muted, size=13)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._apply = QPushButton(self.tr("Label the ticked places"))
        self._leave = QPushButton(self.tr("Close"))
        for button in (self._apply, self._leave):
            button.setAutoDefault(False)  # Return in the line of words must label nothing
            quiet_buttons(button, theme)
        self._lay_out(theme)
        self._connect()
        self._show_counts()
        self.list.setFocus()

    @property
    def phrase(self) -> str:
        return self.line.line.text()

    @property
    def options(self) -> Options:
        return Options(**{name: box.isChecked() for name, box in self.boxes.items()})

    @property
    def is_everywhere(self) -> bool:
        return self.everywhere.isChecked()

    @property
    def label_id(self) -> str:
        return str(self.label.currentData() or "")

    def show_progress(self, done: int, total: int) -> None:
        """Show how many articles were looked through."""
        self._bar.set_share(done / total if total else 0)
        self._bar.show()

    def show_found(self, found: Found) -> None:
        """Show the places; the current row stays where it was, as far as there is one."""
        number = max(1, self.list.currentIndex().row())
        self._bar.hide()
        self._cut = found.is_cut
        self.model.set_found(found, self._shown)
        if self.label.currentIndex() < 0:
            self.label.setCurrentIndex(self.label.findData(self.model.usual_label))
        count = self.model.rowCount()
        self._nothing.setVisible(not count)
        self._nothing.setText(self.tr("These words stand nowhere here."))
        self.list.setVisible(bool(count))
        if count:
            self.list.go_to(min(number, count - 1))
        self._show_counts()
        others = ", ".join(found.others)
        others = self.tr("Also searched: %1").replace("%1", others) if others else ""
        self._others.setText(others)
        explain(self._others, others)
        announce(self, f"{self._count.text()} {others}")

    def show_words(self, words: str) -> None:
        """Say in the place of a result why there is none."""
        self._bar.hide()
        self._nothing.setText(words)
        self._nothing.show()
        self.list.hide()

    def _lay_out(self, theme: Theme) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 14, 0, 12)
        column.setSpacing(10)
        head = QHBoxLayout()
        head.setContentsMargins(16, 0, 16, 0)
        head.setSpacing(14)
        head.addWidget(self.line, 1)
        head.addWidget(self.here)
        head.addWidget(self.everywhere)
        choices = QHBoxLayout()
        choices.setContentsMargins(18, 0, 16, 0)
        choices.setSpacing(18)
        for box in self.boxes.values():
            choices.addWidget(box)
        choices.addWidget(self._others, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 0, 16, 0)
        foot.setSpacing(10)
        foot.addWidget(self._count)
        foot.addWidget(self._bar)
        foot.addStretch(1)
        name = Words(self.tr("La&bel"), theme.muted, size=12.5)
        name.setBuddy(self.label)
        foot.addWidget(name)
        foot.addWidget(self.label)
        foot.addWidget(self._apply)
        foot.addWidget(self._leave)
        keys = Words(
            self.tr(
                "Space: tick · ← →: article · Ctrl+A: tick all without a label · "
                "Ctrl+Shift+A: none · Ctrl+Return: go there · Return: label · Esc: close"
            ),
            theme.muted,
            size=11.5,
        )
        keys.setWordWrap(True)
        only = Words(
            self.tr("Only the label is given, no factuality and no other attribute."),
            theme.muted,
            size=11.5,
        )
        notes = QHBoxLayout()
        notes.setContentsMargins(16, 0, 16, 0)
        notes.addWidget(keys, 1)
        notes.addWidget(only)
        for layout in (head, choices):
            column.addLayout(layout)
        column.addWidget(Line(theme))
        column.addWidget(self._nothing, 1)
        column.addWidget(self.list, 1)
        column.addWidget(Line(theme))
        column.addLayout(foot)
        column.addLayout(notes)
        self._nothing.hide()
        self._bar.hide()
        self._apply.setFont(font(12.5, QFont.Weight.DemiBold))
        order = [self.line.line, self.here, self.everywhere, *self.boxes.values(), self.list]
        order += [self.label, self._apply, self._leave]
        for one, other in pairwise(order):
            self.setTabOrder(one, other)

    def _connect(self) -> None:
        self.line.line.textChanged.connect(self._pause.start)
        self.line.line.returnPressed.connect(self._to_list)
        for box in self.boxes.values():
            box.toggled.connect(self._pause.start)
        self.everywhere.toggled.connect(self._pause.start)
        self.model.ticks_changed.connect(self._show_counts)
        self.label.currentIndexChanged.connect(self._show_counts)
        self.list.applied.connect(self._apply_ticked)
        self.list.place_wanted.connect(self.place_wanted)
        self._apply.clicked.connect(self._apply_ticked)
        self._leave.clicked.connect(self.reject)

    def _to_list(self) -> None:
        self.list.setFocus()

    def _apply_ticked(self) -> None:
        if self._apply.isEnabled():
            self.applied.emit()
        elif self.model.ticked_count and not self.label_id:
            self.label.setFocus()
            self.label.showPopup()

    def _show_counts(self) -> None:
        places = articles = 0
        for number in range(self.model.rowCount()):
            if isinstance(self.model.row(number), HeadingRow):
                articles += 1
            else:
                places += 1
        ticked = self.model.ticked_count
        self._apply.setEnabled(self._may_apply and bool(ticked) and bool(self.label_id))
        if self._cut:
            text = self.tr("The first %1 places, in %2 articles; ticked: %3")
        elif articles > 1:
            text = self.tr("%1 places in %2 articles; ticked: %3")
        else:
            text = self.tr("Places: %1; ticked: %3")
        shown = MOST_PLACES if self._cut else places
        for place, number in enumerate((shown, articles, ticked), 1):
            text = text.replace(f"%{place}", count_words(number, self._language))
        self._count.setText(text)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            event.accept()  # no button may take it by itself
            return
        super().keyPressEvent(event)


def _label_box(scheme: Scheme, theme: Theme, language: str, label: str) -> Choice:
    """Return the choice of a label; typing a name chooses it."""
    box = Choice(theme)
    box.setFont(font(12.5))
    box.setAccessibleName(translate("PlacesDialog", "Label"))
    box.setMaxVisibleItems(24)
    for group in scheme.span_groups:
        for each in scheme.labels_of(group.id):
            words = f"{each.names.best(language)} · {group.names.best(language)}"
            box.addItem(words, each.id)
    box.setCurrentIndex(box.findData(label))
    box.setMinimumWidth(220)
    return box
