"""What to do with what is used and another scheme lacks: keep it retired, or map it."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QVBoxLayout, QWidget

from annotator.model.scheme import Label, Scheme
from annotator.model.scheme_edit import Part, Ref
from annotator.services.schemes import SchemeUsage
from annotator.ui.scheme_editor.choices import Choice
from annotator.ui.scheme_editor.parts import scrolled
from annotator.ui.scheme_editor.words import entry_name, part_name, uses_words
from annotator.ui.theme import Theme, font
from annotator.ui.widgets import Words, quiet_buttons


class VanishingDialog(QDialog):
    """A row for each entry that would vanish. `chosen` carries {Ref: id to map to}."""

    chosen = Signal(object)

    def __init__(
        self,
        old: Scheme,
        new: Scheme,
        refs: Sequence[Ref],
        usage: SchemeUsage,
        theme: Theme,
        language: str,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        title = self.tr("What the other scheme lacks and this project uses")
        self.setWindowTitle(title)
        self.resize(760, 480)
        self._language = language
        advice = Words(
            self.tr(
                "Nothing that is used vanishes. It comes along and is no longer offered, or it is "
                "mapped to something the other scheme has."
            ),
            theme.muted,
            size=12,
        )
        advice.setWordWrap(True)
        inner = QWidget()
        grid = QGridLayout(inner)
        grid.setContentsMargins(0, 0, 8, 0)
        grid.setHorizontalSpacing(16)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        self.boxes: dict[Ref, Choice] = {}
        for row, ref in enumerate(refs):
            name = f"{entry_name(old, ref, language)} · {part_name(ref.part)}"
            words = Words(name, theme.text, size=12.5, weight=QFont.Weight.Medium)
            facts = Words(uses_words(usage.of(ref), ref.part), theme.muted, size=11.5)
            both = QVBoxLayout()
            both.setSpacing(1)
            both.addWidget(words)
            both.addWidget(facts)
            box = Choice(theme)
            box.setFont(font(12.5))
            box.setAccessibleName(name)
            box.setMinimumContentsLength(16)
            box.addItem(self.tr("Keep, no longer offered"), "")
            for identity, other in targets_of(new, ref, language):
                box.addItem(self.tr("Map to: %1").replace("%1", other), identity)
            self.boxes[ref] = box
            grid.addLayout(both, row, 0)
            grid.addWidget(box, row, 1)
        grid.setRowStretch(len(refs), 1)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        buttons.accepted.connect(self._take)
        buttons.rejected.connect(self.reject)
        quiet_buttons(buttons, theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(10)
        heading = Words(title, theme.text, size=15, weight=QFont.Weight.DemiBold)
        heading.setWordWrap(True)
        column.addWidget(heading)
        column.addWidget(advice)
        column.addWidget(scrolled(inner, theme, theme.panel), 1)
        column.addWidget(buttons)

    def _take(self) -> None:
        self.accept()
        targets: Mapping[Ref, str] = {
            ref: box.currentData() for ref, box in self.boxes.items() if box.currentData()
        }
        self.chosen.emit(targets)


def targets_of(scheme: Scheme, ref: Ref, language: str) -> list[tuple[str, str]]:
    """Return what an entry can be mapped to in a scheme, as id and name.

    Labels of spans and labels of articles are mapped to their like only.
    """
    if ref.part is Part.VALUE:
        attribute = scheme.attribute(ref.owner)
        values = attribute.offered if attribute else ()
        found = [(choice.id, choice.names.best(language)) for choice in values]
    elif ref.part is Part.LABEL:
        own = scheme.label(ref.id)
        found = [
            (label.id, f"{label.names.best(language)} · {_group_name(scheme, label, language)}")
            for label in scheme.labels
            if not label.retired
            and (own is None or scheme.is_for_documents(label) is scheme.is_for_documents(own))
        ]
    elif ref.part is Part.ATTRIBUTE:
        found = [(x.id, x.names.best(language)) for x in scheme.attributes if not x.retired]
    else:
        found = [(x.id, x.names.best(language)) for x in scheme.relations if not x.retired]
    return [(identity, name) for identity, name in found if identity != ref.id]


def _group_name(scheme: Scheme, label: Label, language: str) -> str:
    group = scheme.group(label.group)
    return group.names.best(language) if group else label.group
