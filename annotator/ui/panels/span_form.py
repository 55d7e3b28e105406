"""The search for spans as boxes to choose from: it writes the query that could be typed."""

from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QSizePolicy, QWidget

from annotator.model.attributes import Kind
from annotator.model.project import Status
from annotator.services.span_language import Token, replaced, tokens_of, written
from annotator.services.span_suggestions import key_word, names_of, status_name
from annotator.services.span_vocabulary import (
    ATTRIBUTE,
    BY,
    HAS,
    LABEL,
    RELATION,
    STATUS,
    WITHOUT,
    Vocabulary,
)
from annotator.ui.scheme_editor.choices import Choice
from annotator.ui.theme import Theme, font
from annotator.ui.widgets import Words

_LEAST_LETTERS = 6


class _Choice(NamedTuple):
    """What a box offers: the part it writes, and what that part means."""

    words: str
    part: str
    key: str
    ids: tuple[str, ...]


class SpanForm(QWidget):
    """Boxes for label, attribute and value, annotator, status and relation.

    Each stands for the first part of the query that it could have written; choosing writes that
    part anew and leaves the others as they are.
    """

    changed = Signal(str)
    """The query with what was chosen."""

    def __init__(self, vocabulary: Vocabulary, theme: Theme, language: str) -> None:
        super().__init__()
        self._vocabulary = vocabulary
        self._theme = theme
        self._language = language
        self._text = ""
        self._tokens: dict[QComboBox, Token | None] = {}
        self._choices: dict[QComboBox, list[_Choice]] = {}
        self.label = self._box(self.tr("Label"))
        self.attribute = self._box(self.tr("Attribute"))
        self.value = self._box(self.tr("Value"))
        self.person = self._box(self.tr("Annotator"))
        self.status = self._box(self.tr("Status of the article"))
        self.relation = self._box(self.tr("Relation"))
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 2, 0, 2)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 1)
        pair = QWidget()
        both = QHBoxLayout(pair)
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(4)
        both.addWidget(self.attribute, 1)
        both.addWidget(self.value, 1)
        rows: tuple[tuple[str, QWidget], ...] = (
            (self.tr("Label"), self.label),
            (self.tr("Attribute"), pair),
            (self.tr("Relation"), self.relation),
            (self.tr("Annotator"), self.person),
            (self.tr("Status"), self.status),
        )
        for row, (words, widget) in enumerate(rows):
            self._grid.addWidget(Words(words, theme.muted), row, 0)
            self._grid.addWidget(widget, row, 1)
        self._fill(self.label, self._named(LABEL))
        self._fill(self.person, self._named(BY))
        self._fill(self.status, self._statuses())
        self._fill(self.relation, self._relations())
        self._fill(self.attribute, self._attributes())
        self._fill(self.value, [])
        for box in (self.label, self.person, self.status, self.relation, self.value):
            box.activated.connect(self._chosen)
        self.attribute.activated.connect(self._attribute_chosen)

    def show_query(self, text: str) -> None:
        """Let the boxes say what a query says."""
        self._text = text
        tokens = [
            token
            for token in tokens_of(text, self._vocabulary)
            if not token.is_not and len(token.values) == 1
        ]
        self._show_attribute(tokens)
        for box in (self.label, self.person, self.status, self.relation, self.value):
            self._show(box, tokens)

    def _show(self, box: QComboBox, tokens: list[Token]) -> None:
        self._tokens[box] = None
        box.setCurrentIndex(0)
        for token in tokens:
            ids = self._vocabulary.ids_of(token.key, token.values[0])
            for place, choice in enumerate(self._choices[box]):
                if choice.key == token.key and set(choice.ids) == set(ids):
                    self._tokens[box] = token
                    box.setCurrentIndex(place)
                    return

    def _show_attribute(self, tokens: list[Token]) -> None:
        """Choose the attribute that the query speaks of; one that was only chosen here stays."""
        for token in tokens:
            name = token.key
            if name in {HAS, WITHOUT}:
                ids = self._vocabulary.ids_of(name, token.values[0])
                name = ids[0].removeprefix(ATTRIBUTE) if len(ids) == 1 else ""
            if self._vocabulary.scheme.attribute(name) is not None:
                self._show_values(name)
                return
        if self._tokens.get(self.value) is not None:
            self._show_values("")

    def _show_values(self, attribute: str) -> None:
        names = [choice.key for choice in self._choices[self.attribute]]
        if attribute in names and attribute != names[self.attribute.currentIndex()]:
            self.attribute.setCurrentIndex(names.index(attribute))
            self._fill(self.value, self._values(attribute))

    def _attribute_chosen(self) -> None:
        choice = self._choices[self.attribute][self.attribute.currentIndex()]
        token = self._tokens.get(self.value)
        self._tokens[self.value] = None
        self._fill(self.value, self._values(choice.key))
        if token is not None:
            self.changed.emit(replaced(self._text, token, ""))
        if choice.key:
            self.value.showPopup()

    def _chosen(self) -> None:
        box = self.sender()
        assert isinstance(box, QComboBox)
        part = self._choices[box][box.currentIndex()].part
        self.changed.emit(replaced(self._text, self._tokens.get(box), part))

    def _fill(self, box: QComboBox, choices: list[_Choice]) -> None:
        box.clear()
        any_words = self.tr("any")
        self._choices[box] = [_Choice(any_words, "", "", ()), *choices]
        for choice in self._choices[box]:
            box.addItem(choice.words, choice.key or None)  # without a key it is faint
        box.setEnabled(bool(choices))

    def _choice(self, key: str, name: str, *, words: str = "") -> _Choice:
        word = key_word(key, self._vocabulary, self._language)
        ids = self._vocabulary.ids_of(key, name)
        return _Choice(words or name, f"{word}:{written(name)}", key, ids)

    def _named(self, key: str) -> list[_Choice]:
        names = names_of(key, self._vocabulary, self._language)
        if key != LABEL:
            return [self._choice(key, name) for name in names]
        scheme = self._vocabulary.scheme
        made = []
        for group in scheme.groups:
            if group.of_documents:
                continue
            made.append(self._choice(LABEL, group.names.best(self._language)))
            for label in scheme.labels_of(group.id):
                name = label.names.best(self._language)
                made.append(self._choice(LABEL, name, words=f"    {name}"))
        return made

    def _statuses(self) -> list[_Choice]:
        return [self._choice(STATUS, status_name(one, self._language)) for one in Status]

    def _relations(self) -> list[_Choice]:
        names = [kind.names.best(self._language) for kind in self._vocabulary.scheme.relations]
        made = []
        for key, words in ((HAS, self.tr("with: %1")), (WITHOUT, self.tr("without: %1"))):
            for name in names:
                choice = self._choice(key, name, words=words.replace("%1", name))
                if all(one.startswith(RELATION) for one in choice.ids):
                    made.append(choice)
        return made

    def _attributes(self) -> list[_Choice]:
        spans = {group.id for group in self._vocabulary.scheme.groups if not group.of_documents}
        return [
            _Choice(item.names.best(self._language), "", item.id, ())
            for item in self._vocabulary.scheme.attributes
            if item.applies & spans
        ]

    def _values(self, attribute: str) -> list[_Choice]:
        item = self._vocabulary.scheme.attribute(attribute)
        if item is None:
            return []
        name = item.names.best(self._language)
        made = [
            self._choice(HAS, name, words=self.tr("some value")),
            self._choice(WITHOUT, name, words=self.tr("no value")),
        ]
        if item.kind in {Kind.SINGLE, Kind.MULTI}:
            names = names_of(attribute, self._vocabulary, self._language)
            made += [self._choice(attribute, one) for one in names]
        return made

    def _box(self, name: str) -> QComboBox:
        box = Choice(self._theme)
        box.setAccessibleName(name)
        box.setFont(font(12.5))
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(_LEAST_LETTERS)
        box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        box.setMaxVisibleItems(18)
        return box
