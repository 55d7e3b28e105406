"""What came in, in numbers, and what did not, grouped by why; can be copied and saved."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from annotator.services.import_report import ImportReport, NotTaken
from annotator.ui.dates import count_words
from annotator.ui.messages import words_for
from annotator.ui.scheme_editor.parts import Button
from annotator.ui.skip_words import skip_words
from annotator.ui.theme import Theme, font, mix
from annotator.ui.widgets import Words, plain_tip, quiet_scroll_bar

translate = QCoreApplication.translate
_OPEN = 12
"""Lines below which a group is shown with all of them at once."""


def grouped(lines: Sequence[NotTaken]) -> Mapping[str, list[str]]:
    """Return file, line and detail of each, by its reason in words, the largest group first."""
    groups: dict[str, list[str]] = {}
    for item in lines:
        place = f"{item.source}:{item.line}" if item.line else item.source
        words = f"{place}: {item.detail}" if item.detail else place
        groups.setdefault(skip_words(item.reason), []).append(words)
    return dict(sorted(groups.items(), key=lambda group: -len(group[1])))


def number_lines(report: ImportReport, language: str) -> list[str]:
    """Return what came in, a line for each number that is not 0."""
    numbers = (
        (translate("ImportReport", "New articles: %1"), report.documents_added),
        (translate("ImportReport", "Known already: %1"), report.documents_known),
        (translate("ImportReport", "Spans: %1"), report.spans),
        (translate("ImportReport", "Relations: %1"), report.relations),
        (translate("ImportReport", "Left out: %1"), report.skipped_count),
        (translate("ImportReport", "To be looked at: %1"), report.remark_count),
    )
    lines = [text.replace("%1", count_words(count, language)) for text, count in numbers if count]
    return lines or [translate("ImportReport", "Nothing came in.")]


def report_text(report: ImportReport, language: str) -> str:
    """Return the whole report as text."""
    lines = number_lines(report, language)
    for words, places in grouped((*report.skipped, *report.remarks)).items():
        lines += ["", f"{words} ({len(places)})", *(f"  {place}" for place in places)]
    more = _more(report)
    return "\n".join([*lines, *(["", more] if more else [])]) + "\n"


class ImportReportDialog(QDialog):
    """The report of an import: numbers, then a group for each reason."""

    def __init__(
        self, report: ImportReport, theme: Theme, language: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._text = report_text(report, language)
        self.setWindowTitle(self.tr("What was imported"))
        self.resize(760, 520)
        numbers = Words("   ·   ".join(number_lines(report, language)), theme.text, size=12.5)
        numbers.setWordWrap(True)
        self.tree = QTreeWidget()
        self.tree.setHeaderHidden(True)
        self.tree.setFont(font(12))
        self.tree.setAccessibleName(self.tr("What was left out, by reason"))
        self.tree.setUniformRowHeights(True)
        quiet_scroll_bar(self.tree.verticalScrollBar(), theme, theme.base)
        ground = self.tree.palette()
        ground.setColor(ground.ColorRole.Base, QColor(theme.base))
        ground.setColor(ground.ColorRole.Highlight, QColor(mix(theme.accent, theme.base, 0.22)))
        ground.setColor(ground.ColorRole.HighlightedText, QColor(theme.text))
        self.tree.setPalette(ground)
        self._fill(grouped((*report.skipped, *report.remarks)))
        self.note = Words(_more(report), theme.muted, size=12)
        self.note.setWordWrap(True)
        self.copy = Button(self.tr("Copy"), theme)
        self.save = Button(self.tr("Save as text…"), theme)
        self.close_button = Button(self.tr("Close"), theme, main=True)
        self.close_button.setDefault(True)
        self.copy.clicked.connect(self._copy)
        self.save.clicked.connect(self._ask_save)
        self.close_button.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addWidget(self.copy)
        row.addWidget(self.save)
        row.addStretch(1)
        row.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        title = Words(self.windowTitle(), theme.text, size=15, weight=QFont.Weight.DemiBold)
        for widget in (title, numbers):
            column.addWidget(widget)
        column.addWidget(self.tree, 1)
        column.addWidget(self.note)
        column.addLayout(row)
        self.tree.setFocus()

    def _fill(self, groups: Mapping[str, list[str]]) -> None:
        for words, places in groups.items():
            top = QTreeWidgetItem(self.tree, [f"{words} ({len(places)})"])
            top.setToolTip(0, plain_tip(words))
            top.setFont(0, font(12, QFont.Weight.DemiBold))
            for place in places:
                line = QTreeWidgetItem(top, [" ".join(place.split())])
                line.setToolTip(0, plain_tip(place))
            top.setExpanded(len(places) <= _OPEN)
        first = self.tree.topLevelItem(0)
        if first is not None:
            self.tree.setCurrentItem(first)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._text)

    def _ask_save(self) -> None:
        from annotator.ui.dialogs.files import Ask, file_dialog

        name = self.tr("import report") + ".txt"
        dialog = file_dialog(self, self.tr("Save the report"), Ask.NEW_FILE, ["Text (*.txt)"], name)
        dialog.fileSelected.connect(self._save)
        dialog.open()

    def _save(self, path: str) -> None:
        try:
            Path(path).write_bytes(self._text.encode("utf-8", "replace"))
        except OSError as error:
            self.note.setText(words_for(error))


def _more(report: ImportReport) -> str:
    """Say how many lines are not kept, "" where all are."""
    more = report.skipped_count - len(report.skipped) + report.remark_count - len(report.remarks)
    if more <= 0:
        return ""
    words = translate("ImportReport", "%1 more were counted and are not listed.")
    return words.replace("%1", str(more))
