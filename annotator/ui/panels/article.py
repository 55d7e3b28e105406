"""What is said about the whole article: a list to choose labels from, and their attributes."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QGridLayout,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from annotator.compat import override
from annotator.model.annotation import DocumentLabel
from annotator.model.scheme import Group, Scheme
from annotator.ui.buttons import KeyCap
from annotator.ui.panels.attributes import fields_of
from annotator.ui.panels.described import Described, DescribedList
from annotator.ui.theme import Theme, font, mix
from annotator.ui.widgets import Heading, Words

if TYPE_CHECKING:
    from annotator.ui.panels.choices import Face


class ArticleLabels(QWidget):
    """A face for each group of labels for articles, then a row for each label that was given.

    `label_toggled` carries the id of a label to give or take away, `attribute_chosen` the id of a
    given label, of an attribute, and its value. The other signals are those of `DescribedList`.
    """

    label_toggled = Signal(str)
    removal_asked = Signal(str)
    attribute_chosen = Signal(str, str, object)
    left = Signal()
    passed = Signal(int)
    reached = Signal(object)
    refused = Signal(str)

    def __init__(
        self, scheme: Scheme, theme: Theme, language: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._scheme = scheme
        self._theme = theme
        self._language = language
        self._faces: list[tuple[Group, Face]] = []
        self._given: tuple[DocumentLabel, ...] = ()
        self.given = DescribedList(theme, language)
        for signal, own in (
            (self.given.removal_asked, self.removal_asked),
            (self.given.attribute_chosen, self.attribute_chosen),
            (self.given.left, self.left),
            (self.given.reached, self.reached),
            (self.given.refused, self.refused),
        ):
            signal.connect(own)
        self.given.passed.connect(self._passed)
        self.given.chosen.connect(self._open)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(8)
        top = QHBoxLayout()
        top.addWidget(Heading(self.tr("Labels of the article"), theme), 1)
        top.addWidget(KeyCap("⇧D", theme))
        column.addLayout(top)
        column.addLayout(self._grid)
        column.addWidget(self.given)

    @property
    def has_keyboard(self) -> bool:
        """True while something of this part has the keyboard."""
        focused = QApplication.focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def face(self, group_id: str) -> "Face":
        """Return the list of a group's labels."""
        return next(face for group, face in self._faces if group.id == group_id)

    def show_labels(self, labels: tuple[DocumentLabel, ...], summaries: tuple[str, ...]) -> None:
        """Show which labels the article has; `summaries` say what their attributes say."""
        self._build()
        self._given = labels
        for group, face in self._faces:
            given = [label.label for label in labels]
            names = [
                label.names.best(self._language)
                for label in self._scheme.labels
                if label.group == group.id and label.id in given
            ]
            face.show_chosen(given, ", ".join(names), faint=not names)
        self.given.show_items(
            tuple(
                self._described(label, summary)
                for label, summary in zip(labels, summaries, strict=True)
            )
        )
        self.given.setVisible(bool(labels))

    def enter(self, direction: int = 1) -> bool:
        """Put the keyboard into the first list, or with -1 the last row."""
        if not self._faces or (direction < 0 and self._given and self.given.enter(-1)):
            return bool(self._faces)
        face = self._faces[0 if direction > 0 else -1][1]
        face.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return True

    def commit(self) -> None:
        """Take over a text that is still being typed."""
        self.given.commit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the keys that the lists leave alone."""
        match event.key():
            case Qt.Key.Key_Up | Qt.Key.Key_Down:
                self._step(1 if event.key() == Qt.Key.Key_Down else -1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Escape:
                self.left.emit()
            case _:
                super().keyPressEvent(event)

    def _build(self) -> None:
        if self._faces or not self._scheme.document_groups:
            return
        # Not at the start: an article is labelled as a whole once.
        from annotator.ui.panels.choices import Drawer, Face, Option

        for row, group in enumerate(self._scheme.document_groups):
            name = group.names.best(self._language)
            drawer = Drawer(self._theme, self)
            face = Face(drawer, self._theme, self)
            face.set_name(name)
            face.setFont(font(12))
            face.setMinimumWidth(60)
            face.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            face.show_options(
                tuple(
                    Option(
                        label.id,
                        label.names.best(self._language),
                        label.definition.best(self._language),
                        label.key,
                    )
                    for label in self._scheme.labels_of(group.id)
                )
            )
            face.taken.connect(self._taken)
            face.opened.connect(lambda drawer=drawer: self.reached.emit(drawer))
            self._grid.addWidget(Words(name, self._theme.muted), 2 * row, 0)
            self._grid.addWidget(face, 2 * row, 1)
            self._grid.addWidget(drawer, 2 * row + 1, 0, 1, 2)
            self._grid.setRowMinimumHeight(2 * row, 32)
            self._faces.append((group, face))

    def _described(self, given: DocumentLabel, summary: str) -> Described:
        label = self._scheme.label(given.label)
        group = self._scheme.group(label.group) if label else None
        share = 0.3 if self._theme.is_dark else 0.5
        kinds = self._scheme.attributes_of(given.label)
        return Described(
            id=given.id,
            name="",
            words=label.names.best(self._language) if label else given.label,
            fill=mix(group.fill if group else self._theme.hairline, self._theme.panel, share),
            leads_to=given.id,
            removal=self.tr("Remove this label of the article"),
            summary=summary,
            fields=fields_of(kinds, given.attributes, label),
            values=given.attributes,
        )

    def _taken(self, label_id: str, _by_key: bool) -> None:  # noqa: FBT001 - a slot
        self.label_toggled.emit(label_id)

    def _open(self, annotation_id: str) -> None:
        """Open the attributes of a label whose chip was clicked."""
        self.given.row(annotation_id).details.click()

    def _step(self, direction: int) -> None:
        faces = [face for _, face in self._faces]
        focused = QApplication.focusWidget()
        place = next((n for n, face in enumerate(faces) if face is focused), -1) + direction
        if 0 <= place < len(faces):
            faces[place].setFocus(Qt.FocusReason.TabFocusReason)
        elif direction < 0 or not self.given.enter():
            self.passed.emit(direction)

    def _passed(self, direction: int) -> None:
        if direction < 0 and self._faces:
            self._faces[-1][1].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.passed.emit(direction)
