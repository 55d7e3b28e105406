"""Small dialogs of the scheme editor: a new entry, and another entry to map to."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from annotator.model.attributes import Kind
from annotator.model.scheme import Scheme
from annotator.model.scheme_edit import Add, Part, Ref, list_of
from annotator.model.scheme_growth import slug_of
from annotator.ui.scheme_editor.colours import better_fill
from annotator.ui.scheme_editor.fields import LineField
from annotator.ui.scheme_editor.parts import Button
from annotator.ui.scheme_editor.words import field_name, part_name
from annotator.ui.theme import Theme, font, mix
from annotator.ui.widgets import Field, Words, quiet_buttons, quiet_scroll_bar

_INKS = {"fill": "#C9CDD3", "ink": "#4A4F57"}


class NewEntryDialog(QDialog):
    """Asks for the names and the id of a new entry; the id is made of the name until it is typed.

    `attempt` tries to add it and returns what is wrong, "" where it was taken.
    """

    def __init__(
        self,
        scheme: Scheme,
        ref: Ref,
        within: str,
        attempt: Callable[[Add], str],
        theme: Theme,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._scheme = scheme
        self._ref = ref
        self._within = within
        self._attempt = attempt
        self._own_id = False
        self.added: Ref | None = None
        title = self.tr("New: %1").replace("%1", part_name(ref.part))
        self.setWindowTitle(title)
        self.setMinimumWidth(420)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(10)
        column.addWidget(Words(title, theme.text, size=15, weight=QFont.Weight.DemiBold))
        self.fields = {
            key: LineField(key, field_name(key), theme) for key in ("name_id", "name_en", "id")
        }
        for field in self.fields.values():
            column.addWidget(field)
            column.addWidget(field.error_line)
        self.fields["name_id"].line.textEdited.connect(self._propose)
        self.fields["name_en"].line.textEdited.connect(self._propose)
        self.fields["id"].line.textEdited.connect(self._typed_id)
        hint = Words(
            self.tr("Annotations and exports name it by its id, which stays as it is."),
            theme.muted,
            size=11.5,
        )
        hint.setWordWrap(True)
        column.addWidget(hint)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        buttons.accepted.connect(self._accept)
        buttons.rejected.connect(self.reject)
        quiet_buttons(buttons, theme)
        column.addWidget(buttons)
        self.fields["name_id"].line.setFocus()

    def _propose(self) -> None:
        if self._own_id:
            return
        english, indonesian = (self.fields[key].line.text() for key in ("name_en", "name_id"))
        slug = slug_of(english or indonesian)
        self.fields["id"].line.setText(self._prefix() + slug if slug else "")

    def _prefix(self) -> str:
        """Return how the ids of the group's labels begin, such as `actor.`."""
        if self._ref.part is not Part.LABEL:
            return ""
        begins = {
            label.id.rpartition(".")[0] for label in self._scheme.labels_of(self._within)
        } or {self._within.lower()}
        return f"{begins.pop()}." if len(begins) == 1 and "" not in begins else ""

    def _typed_id(self) -> None:
        self._own_id = True

    def _accept(self) -> None:
        texts = {key: field.line.text().strip() for key, field in self.fields.items()}
        ref = Ref(self._ref.part, texts["id"], self._ref.owner)
        names = {key: texts[key] for key in ("name_id", "name_en") if texts[key]}
        self.fields["id"].show_error("")
        if not texts["id"]:
            self.fields["id"].show_error(self.tr("An id is needed."))
            return
        if any(entry["id"] == ref.id for entry in list_of(self._scheme.source, ref)):
            self.fields["id"].show_error(self.tr("This id is taken."))
            return
        wrong = self._attempt(Add(ref, {"id": ref.id, **names, **self._start()}))
        if wrong:
            self.fields["id"].show_error(wrong)
            return
        self.added = ref
        self.accept()

    def _start(self) -> dict[str, Any]:
        """Return what a new entry needs to be one."""
        if self._ref.part is Part.GROUP:
            return {"fill": _free_colour(self._scheme), "ink": _INKS["ink"]}
        if self._ref.part is Part.LABEL:
            return {"group": self._within}
        if self._ref.part is Part.ATTRIBUTE:
            return {"kind": Kind.SINGLE.value, "applies": [], "values": []}
        if self._ref.part is Part.RELATION:
            return {"from": [], "to": []}
        return {}


def _free_colour(scheme: Scheme) -> str:
    from annotator.model.scheme import Group, Names

    wanted = Group("", Names({}), "", _INKS["fill"], _INKS["ink"])
    return (better_fill(scheme, wanted) or _INKS["fill"]).upper()


class ChooseDialog(QDialog):
    """A list of entries to choose one of, with a line to search. `chosen` carries an id."""

    chosen = Signal(str)

    def __init__(
        self,
        title: str,
        advice: str,
        options: Sequence[tuple[str, str]],
        theme: Theme,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.resize(460, 460)
        self._search = Field(theme, self.tr("Search"))
        self._search.line.textChanged.connect(self._filter)
        self._search.line.returnPressed.connect(self._take)
        self.list = QListWidget()
        self.list.setFont(font(12.5))
        self.list.setAccessibleName(title)
        self.list.setSpacing(2)
        self.list.setFrameShape(QListWidget.Shape.NoFrame)
        quiet_scroll_bar(self.list.verticalScrollBar(), theme, theme.panel)
        ground = self.list.palette()
        ground.setColor(ground.ColorRole.Base, QColor(theme.panel))
        ground.setColor(ground.ColorRole.Highlight, QColor(mix(theme.accent, theme.panel, 0.22)))
        ground.setColor(ground.ColorRole.HighlightedText, QColor(theme.text))
        self.list.setPalette(ground)
        for identity, name in options:
            item = QListWidgetItem(name)
            item.setData(Qt.ItemDataRole.UserRole, identity)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.list.itemActivated.connect(self._take)
        words = Words(advice, theme.muted, size=12)
        words.setWordWrap(True)
        take = Button(self.tr("Map"), theme, main=True)
        take.clicked.connect(self._take)
        cancel = Button(self.tr("Cancel"), theme)
        cancel.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(take)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(10)
        column.addWidget(Words(title, theme.text, size=15, weight=QFont.Weight.DemiBold))
        column.addWidget(words)
        column.addWidget(self._search)
        column.addWidget(self.list, 1)
        column.addLayout(buttons)
        self._search.line.setFocus()

    def _filter(self, text: str) -> None:
        words, first = text.casefold().split(), None
        for row in range(self.list.count()):
            item = self.list.item(row)
            own = f"{item.text()} {item.data(Qt.ItemDataRole.UserRole)}".casefold()
            fits = all(word in own for word in words)
            item.setHidden(not fits)
            if fits and first is None:
                first = item
        if first is not None:
            self.list.setCurrentItem(first)

    def _take(self) -> None:
        item = self.list.currentItem()
        if item is not None and not item.isHidden():
            self.accept()
            self.chosen.emit(item.data(Qt.ItemDataRole.UserRole))
