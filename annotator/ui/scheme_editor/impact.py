"""The page before a change of the scheme is stored: what it does, counted, and what is asked."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from annotator.services.schemes import Effects
from annotator.ui.scheme_editor.fields import LineField
from annotator.ui.scheme_editor.parts import Button, forget, scrolled
from annotator.ui.scheme_editor.words import effect_lines
from annotator.ui.theme import Theme
from annotator.ui.ticks import RoundBox, TickBox
from annotator.ui.widgets import Heading, Progress, Words


class ImpactPage(QWidget):
    """Shows changes, uses and effects; asks whose annotations, and which meanings change."""

    options_changed = Signal()
    back_asked = Signal()
    apply_asked = Signal()
    stop_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.own = RoundBox("", theme)
        self.everybody = RoundBox("", theme)
        self.drop_illegal = TickBox("", theme)
        self.meanings: dict[str, TickBox] = {}
        self.own.setChecked(True)
        self.everybody.toggled.connect(self._changed)
        self.drop_illegal.toggled.connect(self._changed)
        self.version = LineField("version", self.tr("Version of the scheme from now on"), theme)
        self.version.setMaximumWidth(280)
        inner = QWidget()
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(28, 22, 28, 16)
        self._column.setSpacing(8)
        title = self.tr("What this change does")
        self._column.addWidget(Words(title, theme.text, size=17, weight=QFont.Weight.DemiBold))
        self._changes = self._section(self.tr("Changes"))
        self._uses = self._section(self.tr("What uses it"))
        self._whose = QWidget()
        whose = QVBoxLayout(self._whose)
        whose.setContentsMargins(0, 10, 0, 0)
        whose.addWidget(Heading(self.tr("Whose annotations"), theme))
        whose.addWidget(self.own)
        whose.addWidget(self.everybody)
        self._column.addWidget(self._whose)
        self._effects = self._section(self.tr("What becomes of the annotations"))
        self._column.addWidget(self.drop_illegal)
        self._meanings = QWidget()
        self._meaning_column = QVBoxLayout(self._meanings)
        self._meaning_column.setContentsMargins(0, 10, 0, 0)
        self._column.addWidget(self._meanings)
        self._column.addSpacing(10)
        self._column.addWidget(self.version)
        self._column.addWidget(self.version.error_line)
        self._column.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scrolled(inner, theme, theme.base), 1)
        column.addLayout(self._bar())
        self.show_busy(busy=False)

    def _bar(self) -> QHBoxLayout:
        self.back = Button(self.tr("Back"), self._theme)
        self.back.clicked.connect(self.back_asked)
        self.apply = Button(self.tr("Apply"), self._theme, main=True)
        self.apply.setDefault(True)
        self.apply.clicked.connect(self.apply_asked)
        self.stop = Button(self.tr("Stop"), self._theme)
        self.stop.clicked.connect(self.stop_asked)
        self._progress = Progress(self._theme)
        self._trouble = Words("", self._theme.danger, size=12)
        self._trouble.setWordWrap(True)
        row = QHBoxLayout()
        row.setContentsMargins(28, 10, 28, 16)
        row.setSpacing(10)
        for widget in (self._trouble, self._progress):
            row.addWidget(widget, 1)
        for button in (self.stop, self.back, self.apply):
            row.addWidget(button)
        return row

    def show_change(
        self,
        changes: Sequence[str],
        uses: Sequence[str],
        own: int,
        total: int,
        meanings: Sequence[tuple[str, str]],
        version: str,
    ) -> None:
        """Show what was changed, how much what is mapped is used, and ask.

        `own` of `total` uses are the asker's. `meanings` are labels (id, question) whose definition
        changed.
        """
        self._fill(self._changes, changes)
        self._fill(self._uses, uses)
        self._whose.setVisible(total > own)
        self.own.setText(
            self.tr("Only mine (%1); those of others keep what they say").replace("%1", str(own))
        )
        self.everybody.setText(self.tr("Those of all annotators (%1)").replace("%1", str(total)))
        self.own.setChecked(True)
        self.drop_illegal.setChecked(False)
        self._show_meanings(meanings)
        self.version.show_value(version)
        self.show_trouble("")
        self._fill(self._effects, [])
        self.drop_illegal.hide()

    def show_effects(self, effects: Effects) -> None:
        """Show what would become of the annotations."""
        lines = effect_lines(effects)
        if not lines:
            lines = [self.tr("No annotation changes.")]
        self._fill(self._effects, lines)
        illegal = effects.illegal + (effects.removed if self.drop_illegal.isChecked() else 0)
        self.drop_illegal.setVisible(bool(illegal))
        words = self.tr("Remove the relations that the new scheme forbids (%1)")
        self.drop_illegal.setText(words.replace("%1", str(illegal)))

    def show_trouble(self, words: str) -> None:
        """Say why it cannot be stored, "" for nothing."""
        self._trouble.setText(words)

    def show_busy(self, *, busy: bool) -> None:
        """Show that a job runs: what it counts or stores must be known before one can apply."""
        self._progress.setVisible(busy)
        self._trouble.setVisible(not busy)
        self.stop.setVisible(busy)
        self.apply.setEnabled(not busy)

    def lock(self, *, locked: bool) -> None:
        """Let nothing be chosen while the change is being stored."""
        for widget in (self.back, self._whose, self.drop_illegal, self.version, self._meanings):
            widget.setEnabled(not locked)

    def show_progress(self, done: int, total: int) -> None:
        self._progress.set_share(done / total if total else 0)

    @property
    def lines(self) -> list[str]:
        """All lines of the page, for those who cannot see it."""
        return [
            label.text()
            for section in (self._changes, self._uses, self._effects)
            for label in section.findChildren(QLabel)
        ]

    def _section(self, title: str) -> QWidget:
        section = QWidget()
        column = QVBoxLayout(section)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(4)
        column.addWidget(Heading(title, self._theme))
        self._column.addWidget(section)
        return section

    def _fill(self, section: QWidget, lines: Sequence[str]) -> None:
        column = section.layout()
        assert column is not None
        forget(column, 1)
        for line in lines:
            words = Words(line, self._theme.text, size=12.5)
            words.setWordWrap(True)
            column.addWidget(words)
        section.setVisible(bool(lines))

    def _show_meanings(self, meanings: Sequence[tuple[str, str]]) -> None:
        forget(self._meaning_column)
        self.meanings = {}
        self._meanings.setVisible(bool(meanings))
        if not meanings:
            return
        self._meaning_column.addWidget(Heading(self.tr("Does the meaning change?"), self._theme))
        advice = Words(
            self.tr(
                "Tick a label where spans that carry it may be wrong now: they are shown to be "
                "looked at again. Better words for the same meaning need no tick."
            ),
            self._theme.muted,
            size=12,
        )
        advice.setWordWrap(True)
        self._meaning_column.addWidget(advice)
        for label, words in meanings:
            box = TickBox(words.replace("&", "&&"), self._theme)
            self.meanings[label] = box
            self._meaning_column.addWidget(box)

    def _changed(self) -> None:
        self.options_changed.emit()
