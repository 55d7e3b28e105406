"""The part of the import dialog about the words of annotated files: what becomes of each."""

from collections.abc import Iterable, Sequence
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QSizePolicy

from annotator.errors import AnnotatorError, FormatError
from annotator.model.label_mapping import LabelMapping
from annotator.model.scheme import Scheme
from annotator.model.vocabulary import Vocabulary, propose, unknown
from annotator.services.label_mapping import read_mapping, write_mapping
from annotator.services.saved_mappings import LONGEST_NAME, MappingService
from annotator.ui.dialogs.import_parts import ROW, QuietTable, Section
from annotator.ui.inputs import Line
from annotator.ui.messages import words_for
from annotator.ui.scheme_editor.choices import Choice
from annotator.ui.scheme_editor.parts import Button
from annotator.ui.theme import Theme, font

_ADD = "+"
_OUT = "-"
_AS = "="
_MOST_ROWS = 300
_MOST_ADDED = 60
"""So many new labels of one kind are proposed at most: more are data, no labels."""
_ROWS_SHOWN = 7


class Family(StrEnum):
    """What kind of word a row is about."""

    LABEL = "labels"
    DOCUMENT_LABEL = "document_labels"
    RELATION = "relations"
    ATTRIBUTE = "attributes"
    VALUE = "values"


class _Row(NamedTuple):
    family: Family
    word: str
    owner: str
    """The attribute of a value, as the file names it."""
    seen: int


class LabelsPart(Section):
    """A row for each word that is no id of the scheme, with what becomes of it."""

    changed = Signal()

    def __init__(
        self,
        said: Vocabulary,
        scheme: Scheme,
        saved: MappingService,
        theme: Theme,
        language: str,
    ) -> None:
        super().__init__("", theme)
        self.heading.setText(self.tr("Labels of the file"))
        self._said = said
        self._scheme = scheme
        self._saved = saved
        self._language = language
        self._proposed = propose(said, scheme)
        self._rest = LabelMapping()
        """What a saved mapping says about words that were not seen yet."""
        left = unknown(said, self._proposed, scheme)
        self._rows = [*self._rows_of(left), *self._proposed_rows()][:_MOST_ROWS]
        known = sum(1 for word in said.labels if scheme.label(word) is not None)
        text = self.tr("Labels that are the scheme's own: %1. Words that need a decision: %2.")
        self.words(text.replace("%1", str(known)).replace("%2", str(len(self._rows))), theme.muted)
        self.boxes: list[Choice] = []
        heads = (
            self.tr("In the file"),
            self.tr("What it is"),
            self.tr("Seen"),
            self.tr("Becomes"),
        )
        self.table = QuietTable(self.tr("Labels of the file"), heads, theme)
        self.note = self.words("", theme.muted)
        self._build_rows()
        self._build_saved()
        self.column.addWidget(self.table)
        self.column.addWidget(self.note)
        for widget in (self.table, self.note, self.saved):
            widget.setVisible(bool(self._rows))
        self.name.setVisible(bool(self._rows))
        self._show_note()

    # -- what was decided --------------------------------------------------------------------------

    @property
    def mapping(self) -> LabelMapping:
        """What was decided, without what comes into the scheme."""
        targets: dict[Family, dict[str, str | None]] = {family: {} for family in Family}
        values: dict[tuple[str, str], str | None] = {}
        for row, box in zip(self._rows, self.boxes, strict=True):
            data = str(box.currentData())
            if data == _ADD:
                continue
            target = data[1:] if data.startswith(_AS) else None
            if row.family is Family.VALUE:
                values[row.owner, row.word] = target
            else:
                targets[row.family][row.word] = target
        decided = LabelMapping(
            targets[Family.LABEL],
            targets[Family.DOCUMENT_LABEL],
            targets[Family.RELATION],
            targets[Family.ATTRIBUTE],
            values,
        )
        return decided.over(self._rest)

    @property
    def additions(self) -> Vocabulary:
        """The words that become labels and relations of the scheme."""
        made = Vocabulary()
        for row, box in zip(self._rows, self.boxes, strict=True):
            if box.currentData() == _ADD:
                getattr(made, row.family.value)[row.word] = row.seen
        return made

    def use(self, mapping: LabelMapping) -> None:
        """Take a saved mapping over; what it does not name stays as it was chosen."""
        self._rest = mapping.over(self._rest)
        for row, box in zip(self._rows, self.boxes, strict=True):
            if row.family is Family.VALUE:
                key = (row.owner, row.word)
                found = key in mapping.values
                target = mapping.values.get(key)
            else:
                table = getattr(mapping, row.family.value)
                found, target = row.word in table, table.get(row.word)
            if found:
                place = box.findData(_OUT if target is None else f"{_AS}{target}")
                if place >= 0:
                    box.setCurrentIndex(place)
        self._show_note()

    # -- rows --------------------------------------------------------------------------------------

    def _rows_of(self, said: Vocabulary) -> Iterable[_Row]:
        for family in (
            Family.LABEL,
            Family.DOCUMENT_LABEL,
            Family.RELATION,
            Family.ATTRIBUTE,
        ):
            for word, count in getattr(said, family.value).most_common():
                yield _Row(family, word, "", count)
        for (owner, word), count in said.values.most_common():
            yield _Row(Family.VALUE, word, owner, count)

    def _proposed_rows(self) -> Iterable[_Row]:
        """Return what was found by name: shown, so that nobody is guessed for."""
        for family in (Family.LABEL, Family.DOCUMENT_LABEL, Family.RELATION, Family.ATTRIBUTE):
            for word in getattr(self._proposed, family.value):
                yield _Row(family, word, "", getattr(self._said, family.value)[word])
        for owner, word in self._proposed.values:
            yield _Row(Family.VALUE, word, owner, self._said.values[owner, word])

    def _build_rows(self) -> None:
        kinds = {
            Family.LABEL: self.tr("label"),
            Family.DOCUMENT_LABEL: self.tr("label of the article"),
            Family.RELATION: self.tr("relation"),
            Family.ATTRIBUTE: self.tr("attribute"),
        }
        value = self.tr("value of %1")
        self.table.show_rows(
            [
                (
                    row.word,
                    kinds.get(row.family) or value.replace("%1", row.owner),
                    f"{row.seen} ×",
                    "",
                )
                for row in self._rows
            ]
        )
        models: dict[tuple[Family, str], QStandardItemModel] = {}
        many = dict.fromkeys(Family, 0)
        for place, row in enumerate(self._rows):
            key = (row.family, row.owner)
            if key not in models:
                models[key] = self._choices(row)
            box = Choice(self.theme)
            box.setFont(font(12.5))
            box.setModel(models[key])
            box.setAccessibleName(self.tr("%1 becomes").replace("%1", row.word))
            box.setCurrentIndex(max(0, box.findData(self._usual(row, many[row.family]))))
            many[row.family] += 1
            box.currentIndexChanged.connect(self._changed)
            self.boxes.append(box)
            self.table.setCellWidget(place, 3, box)
        self.table.verticalHeader().setDefaultSectionSize(ROW)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(3, QHeaderView.ResizeMode.Stretch)
        for place, width in enumerate((180, 170, 70)):
            self.table.setColumnWidth(place, width)
        self.table.fit(_ROWS_SHOWN)

    def _usual(self, row: _Row, before: int) -> str:
        """Return what is proposed: the scheme's own of that name, else a new one, else nothing."""
        table = getattr(self._proposed, row.family.value)
        target = table.get((row.owner, row.word) if row.family is Family.VALUE else row.word)
        if target is not None:
            return f"{_AS}{target}"
        can_grow = row.family in {Family.LABEL, Family.DOCUMENT_LABEL, Family.RELATION}
        return _ADD if can_grow and before < _MOST_ADDED else _OUT

    def _choices(self, row: _Row) -> QStandardItemModel:
        model = QStandardItemModel(self)
        if row.family in {Family.LABEL, Family.DOCUMENT_LABEL, Family.RELATION}:
            _offer(model, self.tr("Add to the scheme"), _ADD)
        _offer(model, self.tr("Leave out"), _OUT)
        for identity, words in self._targets(row):
            _offer(model, words, f"{_AS}{identity}")
        return model

    def _targets(self, row: _Row) -> Sequence[tuple[str, str]]:
        scheme, language = self._scheme, self._language
        if row.family is Family.RELATION:
            return [(x.id, x.names.best(language)) for x in scheme.relations if not x.retired]
        if row.family is Family.ATTRIBUTE:
            return [(x.id, x.names.best(language)) for x in scheme.attributes if not x.retired]
        if row.family is Family.VALUE:
            name = self._proposed.attributes.get(row.owner) or row.owner
            kind = scheme.attribute(name)
            offered = kind.offered if kind is not None else ()
            return [(x.id, x.names.best(language)) for x in offered]
        of_documents = row.family is Family.DOCUMENT_LABEL
        groups = scheme.document_groups if of_documents else scheme.span_groups
        return [
            (label.id, f"{group.names.best(language)}: {label.names.best(language)}")
            for group in groups
            for label in scheme.labels_of(group.id)
        ]

    def _changed(self) -> None:
        self._show_note()
        self.changed.emit()

    def _show_note(self) -> None:
        grown = self.additions
        count = len(grown.labels) + len(grown.document_labels) + len(grown.relations)
        text = self.tr(
            "New labels and relations: %1. They come into the scheme in a group of their own; the"
            " scheme editor can take that back."
        )
        self.note.setText(text.replace("%1", str(count)) if count else "")
        self.note.setVisible(bool(count))

    # -- saved mappings ----------------------------------------------------------------------------

    def _build_saved(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        self.saved = Choice(self.theme)
        self.saved.setFont(font(12.5))
        self.saved.setAccessibleName(self.tr("Saved mapping"))
        self._fill_saved("")
        self.saved.activated.connect(self._use_saved)
        self.name = Line(self.theme)
        self.name.setFont(font(12.5))
        self.name.setMaxLength(LONGEST_NAME)
        self.name.setPlaceholderText(self.tr("Name of this mapping"))
        self.name.setAccessibleName(self.tr("Name of this mapping"))
        self.name.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.keep = Button(self.tr("Save"), self.theme)
        self.load = Button(self.tr("From a file…"), self.theme)
        self.write = Button(self.tr("To a file…"), self.theme)
        self.name.textChanged.connect(lambda text: self.keep.setEnabled(bool(text.strip())))
        self.keep.setEnabled(False)
        self.keep.clicked.connect(self._save)
        self.load.clicked.connect(self._ask_load)
        self.write.clicked.connect(self._ask_write)
        for widget in (self.saved, self.name, self.keep, self.load, self.write):
            row.addWidget(widget)
            widget.setVisible(bool(self._rows))
        self.column.addLayout(row)

    def _fill_saved(self, name: str) -> None:
        self._mappings = self._saved.all()
        self.saved.clear()
        self.saved.addItem(self.tr("Saved mapping…"), None)
        for one in self._mappings:
            self.saved.addItem(one, one)
        self.saved.setCurrentIndex(max(0, self.saved.findData(name)))
        self.saved.setEnabled(bool(self._mappings))

    def _use_saved(self) -> None:
        mapping = self._mappings.get(str(self.saved.currentData()))
        if mapping is not None:
            self.use(mapping)

    def _save(self) -> None:
        name = " ".join(self.name.text().split())
        try:
            self._saved.save(name, self.mapping)
        except AnnotatorError as error:
            self._complain(words_for(error))
            return
        self._fill_saved(name)
        self.name.clear()

    def _ask_load(self) -> None:
        from annotator.ui.dialogs.files import Ask, file_dialog

        filters = [self.tr("Mappings") + " (*.json)", self.tr("All files") + " (*)"]
        dialog = file_dialog(self, self.tr("Mapping from a file"), Ask.FILE, filters)
        dialog.fileSelected.connect(self._load)
        dialog.open()

    def _load(self, path: str) -> None:
        try:
            self.use(read_mapping(Path(path)))
        except (FormatError, OSError) as error:
            self._complain(words_for(error))

    def _ask_write(self) -> None:
        from annotator.ui.dialogs.files import Ask, file_dialog

        name = self.tr("mapping") + ".json"
        dialog = file_dialog(
            self, self.tr("Mapping to a file"), Ask.NEW_FILE, ["JSON (*.json)"], name
        )
        dialog.fileSelected.connect(self._write)
        dialog.open()

    def _write(self, path: str) -> None:
        try:
            write_mapping(Path(path), self.mapping)
        except OSError as error:
            self._complain(words_for(error))

    def _complain(self, words: str) -> None:
        self.note.setText(words)
        self.note.show()


def _offer(model: QStandardItemModel, words: str, data: str) -> None:
    item = QStandardItem(words)
    item.setData(data, 0x0100)  # Qt.UserRole
    model.appendRow(item)
