"""What a pile holds and how it is to be read: shown before anything of it is taken in."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from annotator.compat import override
from annotator.formats.base import ReadOptions, Unit
from annotator.model.label_mapping import AS_IT_IS
from annotator.model.vocabulary import Vocabulary
from annotator.services.preview import Preview, job_look
from annotator.services.settings import Settings
from annotator.services.table_shapes import remember, remembered
from annotator.services.taking_in import Decided, title_of
from annotator.services.transfer import ImportOptions
from annotator.ui.dates import count_words
from annotator.ui.dialogs.import_columns import ColumnsPart
from annotator.ui.dialogs.import_labels import LabelsPart
from annotator.ui.dialogs.import_parts import QuietTable, Section
from annotator.ui.scheme_editor.choices import Choice
from annotator.ui.scheme_editor.parts import Button, forget, scrolled
from annotator.ui.session import Session
from annotator.ui.skip_words import skip_words
from annotator.ui.speech import announce
from annotator.ui.theme import Theme, font
from annotator.ui.ticks import RoundBox, TickBox
from annotator.ui.widgets import Line, Words

_SIZE = (860, 700)
_PROBLEMS_SHOWN = 5
_PEOPLE_SHOWN = 6
_PATHS_SHOWN = 4


class ImportDialog(QDialog):
    """Shows a preview and asks what is to be decided. `decided` carries a `Decided`."""

    decided = Signal(object)

    def __init__(
        self,
        session: Session,
        paths: Sequence[Path],
        preview: Preview,
        settings: Settings,
        theme: Theme,
        language: str,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._session = session
        self._paths = tuple(paths)
        self._settings = settings
        self._theme = theme
        self._language = language
        self.setWindowTitle(self.tr("Add articles or annotations"))
        room = parent.window().size()
        self.setMinimumSize(640, 420)
        self.resize(min(_SIZE[0], room.width() - 40), min(_SIZE[1], room.height() - 20))
        self.columns: ColumnsPart | None = None
        self.labels: LabelsPart | None = None
        self.unit: Choice | None = None
        self._has_documents = False
        self.mine: RoundBox | None = None
        title = Words(self.windowTitle(), theme.text, size=16, weight=QFont.Weight.DemiBold)
        self._from = Words(self._path_words(), theme.muted, size=12.5)
        self._from.setWordWrap(True)
        inner = QWidget()
        self._parts = QVBoxLayout(inner)
        self._parts.setContentsMargins(24, 16, 24, 16)
        self._parts.setSpacing(20)
        self.languages = TickBox(self.tr("Find out the language of each article"), theme)
        self.languages.setChecked(True)
        self.take = Button(self.tr("Import"), theme, main=True)
        self.take.setDefault(True)
        self.cancel = Button(self.tr("Cancel"), theme)
        self.take.clicked.connect(self._decide)
        self.cancel.clicked.connect(self.reject)
        head = QVBoxLayout()
        head.setContentsMargins(24, 20, 24, 12)
        head.setSpacing(4)
        head.addWidget(title)
        head.addWidget(self._from)
        foot = QHBoxLayout()
        foot.setContentsMargins(24, 12, 24, 16)
        foot.addWidget(self.languages)
        foot.addStretch(1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.take)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(Line(theme))
        column.addWidget(scrolled(inner, theme, theme.panel), 1)
        column.addWidget(Line(theme))
        column.addLayout(foot)
        self.show_preview(preview)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        announce(self, f"{self.windowTitle()}. {self._found}")
        self.take.setFocus()

    def show_preview(self, preview: Preview) -> None:
        """Show what was seen, in the place of what was shown before."""
        self._has_documents = preview.documents > 0
        forget(self._parts)
        self.columns = self.labels = self.unit = self.mine = None
        self._parts.addWidget(self._summary(preview))
        if preview.tables:
            known = remembered(self._settings)
            self.columns = ColumnsPart(preview.tables, known, self._theme)
            self.columns.changed.connect(self._check)
            self._parts.addWidget(self.columns)
        if preview.quotes or preview.units:
            self._parts.addWidget(self._spans(preview))
        if preview.words:
            project = self._session.project
            self.labels = LabelsPart(
                preview.words, project.scheme, project.mappings, self._theme, self._language
            )
            self._parts.addWidget(self.labels)
        if preview.annotators:
            self._parts.addWidget(self._people(preview))
        self._parts.addStretch(1)
        self._check()

    # -- parts -------------------------------------------------------------------------------------

    def _summary(self, preview: Preview) -> Section:
        part = Section(self.tr("What is there"), self._theme)
        counted = count_words(preview.documents, self._language)
        words = (
            self.tr("Articles: at least %1") if preview.more_documents else self.tr("Articles: %1")
        )
        lines = [words.replace("%1", counted)]
        for seen in preview.formats:
            files = count_words(seen.files, self._language)
            text = self.tr("%1: files: %2").replace("%1", seen.info.title).replace("%2", files)
            lines.append(text)
        if preview.more_files:
            lines.append(self.tr("There are more files than were looked at; all of them are read."))
        part.words(lines[0], strong=True)
        part.words("\n".join(lines[1:]))
        if preview.articles and not preview.quotes and not preview.tables:
            part.words("\n".join(f"• {title}" for title in preview.articles[:5]), self._theme.muted)
        if preview.problems:
            part.words(self.tr("Not everything can be taken in:"), self._theme.flag)
            shown = [
                f"• {Path(item.source).name}{f':{item.line}' if item.line else ''}: "
                f"{skip_words(item.reason, item.detail)}"
                for item in preview.problems[:_PROBLEMS_SHOWN]
            ]
            more = len(preview.problems) - len(shown)
            if more > 0:
                shown.append("• " + self.tr("and %1 more").replace("%1", str(more)))
            part.words("\n".join(shown))
        self._found = " ".join(lines)
        return part

    def _spans(self, preview: Preview) -> Section:
        theme = self._theme
        part = Section(self.tr("Spans as they are read"), theme)
        words = "; ".join(
            self.tr("Positions count %1.").replace("%1", self._unit_words(unit))
            for unit in dict.fromkeys(unit for _, unit in preview.units)
        )
        hint = self.tr("Check a few: the words must be those that were labelled.")
        part.words(f"{words} {hint}".strip(), theme.muted)
        heads = (self.tr("Words"), self.tr("Label"), self.tr("File"))
        table = QuietTable(self.tr("Spans as they are read"), heads, theme)
        rows = [
            (
                quote.words,
                quote.label,
                f"{quote.source}:{quote.line}" if quote.line else quote.source,
            )
            for quote in preview.quotes
        ]
        table.show_rows(rows, 10)
        for place, width in enumerate((380, 190, 200)):
            table.setColumnWidth(place, width)
        table.horizontalHeader().setStretchLastSection(True)
        part.column.addWidget(table)
        if preview.units:
            row = QHBoxLayout()
            name = Words(self.tr("If the words are wrong, positions count"), theme.text, size=12.5)
            self.unit = Choice(theme)
            self.unit.setFont(font(12.5))
            self.unit.setAccessibleName(name.text())
            self.unit.addItem(self.tr("what the file's quotes say"), "")
            for unit in Unit:
                self.unit.addItem(self._unit_words(unit), str(unit))
            self.unit.setCurrentIndex(max(0, self.unit.findData(self._unit_chosen)))
            self.unit.activated.connect(self._look_again)
            row.addWidget(name)
            row.addWidget(self.unit)
            row.addStretch(1)
            part.column.addLayout(row)
        return part

    def _people(self, preview: Preview) -> Section:
        part = Section(self.tr("Annotators"), self._theme)
        names = ", ".join(preview.annotators[:_PEOPLE_SHOWN])
        if len(preview.annotators) > _PEOPLE_SHOWN:
            names += ", …"
        keep = RoundBox(self.tr("As the files name them: %1").replace("%1", names), self._theme)
        keep.setChecked(True)
        part.column.addWidget(keep)
        own = self._session.annotator
        if own is not None:
            words = self.tr("All of it as mine: %1").replace("%1", own.name)
            self.mine = RoundBox(words, self._theme)
            part.column.addWidget(self.mine)
        return part

    def _unit_words(self, unit: Unit) -> str:
        return {
            Unit.CODE_POINTS: self.tr("characters"),
            Unit.UTF16: self.tr("UTF-16 units, in which an emoji counts two"),
            Unit.BYTES: self.tr("bytes"),
            Unit.INCLUSIVE: self.tr("characters, and the end is the last one"),
        }[unit]

    def _path_words(self) -> str:
        names = [path.name + ("/" if path.is_dir() else "") for path in self._paths[:_PATHS_SHOWN]]
        more = len(self._paths) - len(names)
        words = ", ".join(names)
        if more > 0:
            words += " " + self.tr("and %1 more").replace("%1", str(more))
        return words

    # -- deciding ----------------------------------------------------------------------------------

    _unit_chosen = ""

    def _look_again(self) -> None:
        """Read the beginning again, with another unit."""
        assert self.unit is not None
        self._unit_chosen = str(self.unit.currentData())
        self.take.setEnabled(False)
        task = self._session.look(
            self.tr("Looking into the files"), job_look(self._paths, self._options())
        )
        task.finished.connect(self._seen)

    def _seen(self, preview: Preview) -> None:
        self.show_preview(preview)
        if self.unit is not None:
            self.unit.setFocus()

    def _check(self) -> None:
        # A stray table keeps nobody from the rest: it is left out and told in the report.
        complete = self.columns is None or self.columns.is_complete
        self.take.setEnabled(complete or self._has_documents)

    def _options(self) -> ImportOptions:
        unit = Unit(self._unit_chosen) if self._unit_chosen else None
        return ImportOptions(
            detect_language=self.languages.isChecked(),
            as_annotator=self.mine is not None and self.mine.isChecked(),
            reading=ReadOptions(unit),
            mapping=AS_IT_IS if self.labels is None else self.labels.mapping,
            shapes={} if self.columns is None else self.columns.shapes,
        )

    def _decide(self) -> None:
        options = self._options()
        for shape, columns in options.shapes.items():
            remember(self._settings, shape, columns)
        additions = Vocabulary() if self.labels is None else self.labels.additions
        self.decided.emit(Decided(self._paths, options, title_of(self._paths), additions))
        self.accept()
