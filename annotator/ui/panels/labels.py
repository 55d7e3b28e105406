"""The right pane: labels with their keys, attributes of the selected span, its guideline."""

from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QScrollArea, QVBoxLayout, QWidget

from annotator.compat import override
from annotator.model.annotation import Span
from annotator.model.attributes import Kind
from annotator.model.scheme import AttributeType, Label, Scheme
from annotator.ui.buttons import KeyButton
from annotator.ui.keys import digit_of
from annotator.ui.panels.article import ArticleLabels
from annotator.ui.panels.attributes import AttributeRows, Field, fields_of
from annotator.ui.panels.guideline import GuidelineCard
from annotator.ui.panels.relations import RelationList, RelationRow
from annotator.ui.theme import Theme, mix
from annotator.ui.widgets import SCROLL_BAR_WIDTH, Heading, Line, Words, quiet_area

SHIFT_DIGITS = "1234567890"
_COLUMNS = 2
_MARGIN = 14
_AROUND = 100
"""Pixels that are seen above and below what the keyboard comes to."""


def key_attribute(scheme: Scheme) -> AttributeType | None:
    """Return the attribute that Shift+digit sets: the first closed list that a group requires."""
    lists = [
        item
        for item in scheme.attributes
        if item.kind is Kind.SINGLE and item.choices and not item.retired
    ]
    required = [item for item in lists if item.required_for]
    return next(iter(required or lists), None)


class LabelsPanel(QWidget):
    """What can be said about the text. It shows and asks; it decides nothing."""

    group_chosen = Signal(str)
    label_chosen = Signal(str)
    attribute_chosen = Signal(str, object)
    span_chosen = Signal(str)
    removal_asked = Signal(str)

    def __init__(
        self, scheme: Scheme, theme: Theme, language: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._scheme = scheme
        self._theme = theme
        self._language = language
        self._group = ""
        self._group_ids = {group.id for group in scheme.span_groups}
        self._span: Span | None = None
        self._key_attribute = key_attribute(scheme)
        self._label_buttons: list[tuple[KeyButton, Label]] = []
        self._choice_buttons: list[tuple[KeyButton, str]] = []

        inner = QWidget()
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        self._column.setSpacing(8)
        self._build_labels()
        self._build_choices()
        self._build_attributes()
        self._column.addStretch(1)

        self._scroll = scroll = QScrollArea()
        scroll.setWidget(inner)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        quiet_area(scroll, theme, theme.panel)
        scroll.verticalScrollBar().rangeChanged.connect(self._make_room)
        self._wanted: QWidget | None = None
        self._revealing = QTimer(self, singleShot=True, interval=0)
        self._revealing.timeout.connect(self._reveal)
        self._card = GuidelineCard(scheme, theme, language)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(scroll, 1)
        line = Line(theme)
        column.addWidget(line)
        column.addWidget(self._card)
        self._under_cover = (scroll, line, self._card)
        self._cover: QWidget | None = None
        if scheme.span_groups:
            self.set_group(scheme.span_groups[0].id)

    @property
    def group(self) -> str:
        """The id of the current group."""
        return self._group

    def set_group(self, group_id: str) -> None:
        """Make a group current and show its labels."""
        if group_id == self._group or group_id not in self._group_ids:
            return
        self._group = group_id
        for button, group in zip(self._group_buttons, self._scheme.span_groups, strict=True):
            button.setChecked(group.id == group_id)
        labels = self._scheme.labels_of(group_id)
        while len(self._label_buttons) < len(labels):
            self._add_label_button(labels[0])
        for place, (button, _) in enumerate(self._label_buttons):
            button.setVisible(place < len(labels))
            if place < len(labels):
                label = labels[place]
                self._label_buttons[place] = (button, label)
                button.show_choice(
                    label.key,
                    label.names.best(self._language),
                    hint=f"{label.names.best(self._language)}: "
                    f"{label.definition.best(self._language)}",
                )
        self._show_checked()

    def show_span(self, span: Span | None, relations: tuple[RelationRow, ...] = ()) -> None:
        """Show the selected span, or that none is."""
        self._span = span
        label = self._scheme.label(span.label) if span is not None else None
        if label is not None:
            self.set_group(label.group)
            self._card.show_label(label)
        self._show_checked()
        fields: tuple[Field, ...] = ()
        if span is not None:
            others = (
                item
                for item in self._scheme.attributes_of(span.label)
                if item is not self._key_attribute
            )
            fields = fields_of(others, span.attributes, label)
            # Rows stay as they are while no span is chosen: the next one is often of their kind.
            self.attributes.show_attributes(fields, span.attributes)
        elif self.attributes.has_keyboard:
            self.attributes.left.emit()
        self.attributes.setVisible(bool(fields))
        self._attribute_heading.setVisible(bool(fields))
        self._hint.setVisible(span is None)
        self._show_relations(relations)

    def group_button(self, group_id: str) -> KeyButton:
        """Return the button of a group of the scheme."""
        return next(
            button
            for button, group in zip(self._group_buttons, self._scheme.span_groups, strict=True)
            if group.id == group_id
        )

    def label_button(self, label_id: str) -> KeyButton:
        """Return the button of a label of the current group."""
        return next(button for button, label in self._label_buttons if label.id == label_id)

    def choice_button(self, choice_id: str) -> KeyButton:
        """Return the button of a value of the key attribute."""
        return next(button for button, choice in self._choice_buttons if choice == choice_id)

    def show_proposal(self, choice_id: str, words: str) -> None:
        """Show a value of the key attribute as proposed, and `words` on why; "" for none."""
        for button, choice in self._choice_buttons:
            proposed = bool(choice_id) and choice == choice_id
            button.show_proposed(self.tr("proposed") if proposed else "")
        self._proposal.setText(words)
        self._proposal.setVisible(bool(words))

    def commit(self) -> None:
        """Take over a text that is still being typed into an attribute."""
        for part in self._parts:
            part.commit()

    def reveal(self, widget: QWidget) -> None:
        """Scroll so that a part of the panel can be seen, as soon as it has its place."""
        self._wanted = widget
        self._revealing.start()

    @property
    def label_in_question(self) -> str:
        """The label last used or shown, else the one under the mouse, "" without any."""
        if self._card.label_id:
            return self._card.label_id
        under = (label.id for button, label in self._label_buttons if button.underMouse())
        return next(under, "")

    def show_stamp(self, words: str) -> None:
        """Show under which guideline the focused span was made, "" for none."""
        self._card.show_stamp(words)

    def cover(self, widget: QWidget | None) -> None:
        """Show a widget in the place of everything else; None shows the labels again."""
        for part in self._under_cover:
            part.setVisible(widget is None)
        if self._cover is not None:
            self._cover.hide()
        self._cover = widget
        if widget is not None:
            layout = self.layout()
            assert layout is not None
            layout.addWidget(widget)
            widget.show()

    def show_label(self, label_id: str) -> None:
        """Show the guideline of a label."""
        label = self._scheme.label(label_id)
        if label is not None:
            self._card.show_label(label)

    def _reveal(self) -> None:
        wanted, self._wanted = self._wanted, None
        if wanted is None or not self._scroll.isAncestorOf(wanted):
            return
        around = wanted.parentWidget()
        while around is not None and around is not self:
            # What was opened or closed takes its place from the inside to the outside.
            QCoreApplication.sendPostedEvents(around, QEvent.Type.LayoutRequest.value)
            around = around.parentWidget()
        # What comes next should be seen too, above the guideline.
        room = min(_AROUND, self._scroll.viewport().height() // 4)
        self._scroll.ensureWidgetVisible(wanted, 0, room)

    def _build_labels(self) -> None:
        self._column.addWidget(Heading(self.tr("Label"), self._theme))
        groups = QGridLayout()
        groups.setSpacing(6)
        self._group_buttons: list[KeyButton] = []
        for place, group in enumerate(self._scheme.span_groups):
            button = KeyButton(self._theme, framed=True)
            share = 0.62 if not self._theme.is_dark else 0.34
            fill = mix(group.fill, self._theme.panel, share)
            button.show_choice(group.key, group.names.best(self._language), fill=fill)
            button.clicked.connect(self._group_clicked)
            button.setProperty("group", group.id)
            groups.addWidget(button, place // _COLUMNS, place % _COLUMNS)
            self._group_buttons.append(button)
        self._column.addLayout(groups)
        self._column.addSpacing(2)
        self._label_grid = QGridLayout()
        self._label_grid.setHorizontalSpacing(6)
        self._label_grid.setVerticalSpacing(0)
        for column in range(_COLUMNS):
            self._label_grid.setColumnStretch(column, 1)
        self._column.addLayout(self._label_grid)

    def _add_label_button(self, label: Label) -> None:
        button = KeyButton(self._theme)
        button.clicked.connect(self._label_clicked)
        place = len(self._label_buttons)
        self._label_grid.addWidget(button, place // _COLUMNS, place % _COLUMNS)
        before = self._label_buttons[-1][0] if self._label_buttons else self._group_buttons[-1]
        self.setTabOrder(before, button)
        self._label_buttons.append((button, label))

    def _build_choices(self) -> None:
        attribute = self._key_attribute
        self._proposal = Words("", self._theme.muted)
        self._proposal.setWordWrap(True)
        self._proposal.hide()
        if attribute is None:
            return
        self._column.addSpacing(6)
        name = attribute.names.best(self._language)
        self._column.addWidget(Heading(name, self._theme))
        grid = QGridLayout()
        grid.setHorizontalSpacing(6)
        grid.setVerticalSpacing(0)
        for place, choice in enumerate(attribute.offered):
            button = KeyButton(self._theme)
            key = f"⇧{SHIFT_DIGITS[place]}" if place < len(SHIFT_DIGITS) else ""
            words = choice.names.best(self._language)
            button.show_choice(
                key, words, hint=f"{words}: {choice.definition.best(self._language)}"
            )
            button.clicked.connect(self._choice_clicked)
            grid.addWidget(button, place // _COLUMNS, place % _COLUMNS)
            self._choice_buttons.append((button, choice.id))
        for column in range(_COLUMNS):
            grid.setColumnStretch(column, 1)
        self._column.addLayout(grid)
        self._column.addWidget(self._proposal)

    def _build_attributes(self) -> None:
        self._column.addSpacing(6)
        self._attribute_heading = Heading(self.tr("Attributes"), self._theme)
        self._column.addWidget(self._attribute_heading)
        self.attributes = AttributeRows(self._theme, self._language)
        self.attributes.changed.connect(self.attribute_chosen)
        self.attributes.reached.connect(self.reveal)
        self._column.addWidget(self.attributes)
        self._relation_heading = Heading(self.tr("Relations"), self._theme)
        self._column.addWidget(self._relation_heading)
        self.relations = RelationList(self._scheme, self._theme, self._language)
        self.relations.reached.connect(self.reveal)
        self.relations.chosen.connect(self.span_chosen)
        self.relations.removal_asked.connect(self.removal_asked)
        self._column.addWidget(self.relations)
        self._parts: tuple[AttributeRows | RelationList | ArticleLabels, ...]
        self._build_article()
        self._hint = Words(
            self.tr("Select words and press a letter. Click a span to see what it carries."),
            self._theme.muted,
        )
        self._hint.setWordWrap(True)
        self._column.addWidget(self._hint)
        self._column.addWidget(self.article)
        self._attribute_heading.hide()
        self.attributes.hide()
        self._relation_heading.hide()
        self.relations.hide()

    def _build_article(self) -> None:
        """Add what is said about the whole article, and let the keyboard walk through all parts."""
        self.article = ArticleLabels(self._scheme, self._theme, self._language)
        self.article.reached.connect(self.reveal)
        self.article.setVisible(bool(self._scheme.document_groups))
        self._parts = (self.attributes, self.relations, self.article)
        self.attributes.passed.connect(partial(self._pass_on, 0))
        self.relations.passed.connect(partial(self._pass_on, 1))
        self.article.passed.connect(partial(self._pass_on, 2))

    def _pass_on(self, place: int, direction: int) -> None:
        """Put the keyboard into the next part that is shown, or the one before."""
        following = self._parts[place + 1 :] if direction > 0 else self._parts[:place][::-1]
        for part in following:
            if part.isVisible() and part.enter(direction):
                return

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Shift+digit where no line of text wants it: factuality, as in the text."""
        attribute, digit = self._key_attribute, digit_of(event)
        offered = attribute.offered if attribute is not None else ()
        place = SHIFT_DIGITS.find(digit) if digit else -1
        shift = event.modifiers() == Qt.KeyboardModifier.ShiftModifier
        if attribute is not None and shift and 0 <= place < len(offered):
            self.attribute_chosen.emit(attribute.id, offered[place].id)
        else:
            super().keyPressEvent(event)

    def _make_room(self, _first: int, last: int) -> None:
        """Let the scroll bar come and go beside the buttons without moving them."""
        right = _MARGIN - (SCROLL_BAR_WIDTH if last > 0 else 0)
        self._column.setContentsMargins(_MARGIN, _MARGIN, right, _MARGIN)

    def _show_checked(self) -> None:
        span, attribute = self._span, self._key_attribute
        for button, label in self._label_buttons:
            button.setChecked(span is not None and label.id == span.label)
        takes = (
            span is not None
            and attribute is not None
            and attribute in self._scheme.attributes_of(span.label)
        )
        value = span.attributes.get(attribute.id) if span is not None and attribute else None
        for button, choice in self._choice_buttons:
            button.setEnabled(takes)
            button.setChecked(takes and choice == value)

    def _show_relations(self, relations: tuple[RelationRow, ...]) -> None:
        self.relations.show_rows(relations)  # a row with the keyboard gives it back before it goes
        self.relations.setVisible(bool(relations))
        self._relation_heading.setVisible(bool(relations))

    def _group_clicked(self) -> None:
        button = self.sender()
        assert isinstance(button, KeyButton)
        group = button.property("group")
        button.setChecked(group == self._group)  # the presenter decides; a click alone does not
        self.group_chosen.emit(group)

    def _label_clicked(self) -> None:
        button = self.sender()
        label = next(label for which, label in self._label_buttons if which is button)
        self._show_checked()
        self._card.show_label(label)
        self.label_chosen.emit(label.id)

    def _choice_clicked(self) -> None:
        button = self.sender()
        choice = next(choice for which, choice in self._choice_buttons if which is button)
        self._show_checked()
        if self._key_attribute is not None:
            self.attribute_chosen.emit(self._key_attribute.id, choice)
