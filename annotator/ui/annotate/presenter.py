"""Turns what the annotator does into edits, and what is stored into what is shown."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from annotator.model.annotation import Span
from annotator.model.annotation_set import AnnotationSet
from annotator.model.attributes import AttributeValue
from annotator.model.edit import Edit
from annotator.model.ids import SpanId
from annotator.services.changes import Changes
from annotator.ui.annotate.edges import moved_edge
from annotator.ui.annotate.relation_rows import relation_rows
from annotator.ui.annotate.scenes import SceneMaker
from annotator.ui.annotate.span_words import spoken
from annotator.ui.annotate.targets import carrier, made_span, same_place
from annotator.ui.edit_titles import title_of
from annotator.ui.panels.labels import SHIFT_DIGITS, LabelsPanel, key_attribute
from annotator.ui.panels.relations import RelationRow
from annotator.ui.session import Session
from annotator.ui.text_view.view import TextView

if TYPE_CHECKING:
    from annotator.model.document import Document
    from annotator.model.stretches import Stretch
    from annotator.ui.text_view.scene import TextScene


_AFTER_PAINT = 50
"""Milliseconds until proposals are looked for that the first look did not wait for."""


class AnnotatePresenter(QObject):
    """Between session, text view and label panel.

    `told` carries a few words for the status line, `selected_changed` the id of the focused span
    ("" for none). The focused span is what keys act on: letters relabel it, Delete removes it.
    """

    told = Signal(str)
    refused = Signal(str)
    selected_changed = Signal(str)
    labelled = Signal(str)
    """The id of a label that was asked for."""

    def __init__(
        self,
        session: Session,
        view: TextView,
        panel: LabelsPanel,
        language: str,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._view = view
        self._panel = panel
        self._language = language
        self._scheme = session.project.scheme
        self._editing = session.project.editing
        self._key_attribute = key_attribute(self._scheme)
        self._scenes = SceneMaker(self._scheme, self._key_attribute, language)
        self._selected = ""
        self.keeps_focus = False
        """True while the caret may leave the focused span without letting it go."""
        self._more = QTimer(self, singleShot=True)
        self._more.timeout.connect(self._guess_more)
        session.opened.connect(self._open)
        session.changed.connect(self._changed)
        view.span_activated.connect(self.select)
        view.span_resize_requested.connect(self._resize)
        view.caret_moved.connect(self._caret_moved)
        panel.group_chosen.connect(self.choose_group)
        panel.label_chosen.connect(self.label)
        panel.attribute_chosen.connect(self.set_attribute)
        panel.span_chosen.connect(self.go_to)
        panel.removal_asked.connect(self.unlink)

    @property
    def view(self) -> TextView:
        return self._view

    @property
    def selected(self) -> Span | None:
        """The focused span."""
        annotations = self._session.annotations
        return annotations.span(self._selected) if annotations is not None else None

    # -- what keys and clicks ask for ----------------------------------------------------------

    def choose_group(self, group_id: str) -> None:
        """Make a group of labels current."""
        self._panel.set_group(group_id)
        group = self._scheme.group(group_id)
        if group is not None:
            self._view.announce(group.names.best(self._language))

    def press_group(self, key: str) -> bool:
        """Make the group with this key current; False when there is none."""
        for group in self._scheme.span_groups:
            if group.key == key:
                self.choose_group(group.id)
                return True
        return False

    def press_letter(self, letter: str) -> bool:
        """Label the target with the current group's label on this key; False when none has it."""
        for label in self._scheme.labels_of(self._panel.group):
            if label.key == letter:
                self.label(label.id)
                return True
        group = self._scheme.group(self._panel.group)
        name = group.names.best(self._language) if group else ""
        text = self.tr("No label of %1 has the key %2.")
        self.refused.emit(text.replace("%1", name).replace("%2", letter))
        return False

    def press_shift_digit(self, digit: str) -> bool:
        """Set the key attribute (factuality) of the focused span to its n-th value."""
        place = SHIFT_DIGITS.index(digit)
        attribute = self._key_attribute
        if attribute is None or place >= len(attribute.offered):
            return False
        self.set_attribute(attribute.id, attribute.offered[place].id)
        return True

    def label(self, label_id: str) -> None:
        """Label the selection; without one the focused span; without that the caret's word.

        Words that carry the label keep it, and the span that carries it is focused.
        """
        if not self.may_edit():
            return
        self._panel.show_label(label_id)
        self.labelled.emit(label_id)
        annotations, target = self._session.annotations, self._view.target()
        focused = self.selected if self._view.selection() is None else None
        if focused is not None:
            place = focused.stretches
        elif target is not None:
            place = (target,)
        else:
            self.refused.emit(self.tr("Put the caret on a word or select some."))
            return
        same = carrier(annotations, place, label_id) or focused
        same = same or same_place(annotations, place, label_id, self._scheme)
        if same is not None:
            if same is not focused:
                self.select(same.id)
            self.do(lambda within: self._editing.relabel(within, same.id, label_id))
            self._view.clear_selection()
            return
        changes = self.do(
            lambda within: self._editing.add_span(within, *place[0], label_id), aloud=False
        )
        made = made_span(changes)
        if made is not None:
            self.select(made.id)
            self._view.set_caret(made.end)

    def set_attribute(self, attribute_id: str, value: AttributeValue | None) -> None:
        """Set an attribute of the focused span."""
        focused = self.selected
        if focused is None:
            self.refused.emit(self.tr("Click a span first, or step to one with ]."))
            return
        if not self.may_edit():
            return
        allowed = {item.id for item in self._scheme.attributes_of(focused.label)}
        if attribute_id not in allowed:
            self.refused.emit(self.tr("This label does not take that attribute."))
            return
        self.do(lambda within: self._editing.set_attribute(within, focused.id, attribute_id, value))

    def remove(self) -> None:
        """Remove the focused span with the relations that hang on it."""
        focused = self.selected
        if focused is None:
            self.refused.emit(self.tr("Click a span first, or step to one with ]."))
            return
        if self.may_edit() and self.do(lambda within: self._editing.remove(within, [focused.id])):
            self._view.set_caret(focused.start)
            self.select("")

    def link(self, source: SpanId, target: SpanId, label: str) -> None:
        """Link two spans; what the scheme forbids is refused."""
        self.do(lambda within: self._editing.add_relation(within, source, target, label))

    def unlink(self, relation_id: str) -> None:
        """Remove a relation."""
        if self.may_edit():
            self.do(lambda within: self._editing.remove(within, [relation_id]))

    def move_edge(self, edge: str, step: int, *, by_character: bool) -> None:
        """Move the "start" or "end" of the focused span one word or character (step -1 or 1).

        Of a span in pieces the one at the caret is meant, or the nearest.
        """
        focused, document = self.selected, self._session.document
        if focused is None or document is None:
            self.refused.emit(self.tr("Click a span first, or step to one with ]."))
            return
        if not self.may_edit():
            return
        caret = self._view.caret()
        moved = moved_edge(focused, document.text, caret, edge, step, by_character=by_character)
        if moved is None:
            return
        piece, *wanted, at = moved
        if self.do(
            lambda within: self._editing.move_span(within, focused.id, *wanted, piece=piece)
        ):
            if focused.fragments:
                self._view.set_caret(at)  # the next step moves the same piece
            self._view.reveal(*wanted)

    def step(self, direction: int) -> None:
        """Focus the next or previous span in reading order, round the ends of the text."""
        annotations = self._session.annotations
        if annotations is None:
            return
        if not annotations.span_count:
            self.refused.emit(self.tr("This article has no spans yet."))
            return
        focused = self.selected
        if focused is not None:
            place = annotations.place_of(focused) + direction
        else:
            before = annotations.count_before(self._view.caret())
            place = before if direction > 0 else before - 1
        self.go_to(annotations.nth_span(place % annotations.span_count).id)

    def select_under_caret(self) -> bool:
        """Focus the innermost span at the caret, the next outer one when pressed again."""
        annotations = self._session.annotations
        if annotations is None:
            return False
        caret = self._view.caret()
        stack = annotations.spans_at(caret)
        if not stack and caret > 0:
            stack = annotations.spans_at(caret - 1)
        if not stack:
            return False
        keys: list[str] = [span.id for span in reversed(stack)]
        place = keys.index(self._selected) + 1 if self._selected in keys else 0
        self.select(keys[place % len(keys)])
        return True

    def undo(self) -> None:
        """Take back the last act on this article and show where it was."""
        changes = self._session.undo()
        self._show_step(changes, self.tr("Undone: %1"), self.tr("Nothing to undo."), back=True)

    def redo(self) -> None:
        """Do again what was undone last on this article and show where it is."""
        self._show_step(self._session.redo(), self.tr("Redone: %1"), self.tr("Nothing to redo."))

    def select(self, span_id: str) -> None:
        """Focus a span, "" for none."""
        if span_id != self._selected:
            self._panel.commit()  # a note still being typed belongs to the span it was typed for
        self._selected = span_id
        span = self.selected
        self._view.set_selected(span.id if span is not None else "")
        self._panel.show_span(span, self._rows(span))
        if span is not None:
            text = self._session.document.text if self._session.document is not None else ""
            self._view.announce(spoken(span, text, self._scheme, self._language))
        self.selected_changed.emit(span.id if span is not None else "")

    def prepare(self, document: "Document", annotations: AnnotationSet) -> "TextScene":
        """Return the scene of a document that may be opened next; opening it is quicker then."""
        return self._scenes.prepare(document, annotations)

    def adjust(self, change: "Callable[[SceneMaker], None]") -> None:
        """Change how articles are shown, and show the open one so."""
        change(self._scenes)
        if self._session.document is not None:
            self._show()

    # -- what happens to the session -----------------------------------------------------------

    def _open(self) -> None:
        document = self._session.document
        assert document is not None
        self._selected = ""
        self._show()
        self._panel.show_span(None)
        self.selected_changed.emit("")

    def _changed(self, changes: Changes) -> None:
        document = self._session.document
        if document is None or not changes.touches(document.id):
            return
        self._show()
        span = self.selected
        if span is None:
            self._selected = ""
        self._panel.show_span(span, self._rows(span))
        self.selected_changed.emit(self._selected)

    def _show(self) -> None:
        document, annotations = self._session.document, self._session.annotations
        assert document is not None
        assert annotations is not None
        facts = self._scenes.facts(document)
        self._view.set_scene(self._scenes.scene(document, annotations, self._selected, facts))
        if self._scenes.has_more:
            self._more.start(_AFTER_PAINT)

    def _guess_more(self) -> None:
        """Look for some more proposals; show them when all are found."""
        document = self._session.document
        if document is not None and self._scenes.guess_more(document.text):
            self._more.start(0)
        elif document is not None:
            self._show()

    def _caret_moved(self, position: int) -> None:
        """Let the focused span go once the caret leaves it, so that letters label words again."""
        focused = self.selected
        if focused is None or self.keeps_focus or focused.start <= position <= focused.end:
            return
        self.select("")

    def _resize(self, span_id: str, piece: "Stretch", start: int, end: int) -> None:
        if self.may_edit():
            self.select(span_id)
            key, wanted = SpanId(span_id), (start, end)
            self.do(
                lambda within: self._editing.move_span(
                    within, key, *wanted, piece=piece, merge=False
                )
            )
        else:
            self._show()

    def go_to(self, span_id: str) -> None:
        """Focus a span and put the caret at its start."""
        annotations = self._session.annotations
        span = annotations.span(span_id) if annotations is not None else None
        if span is None:
            return
        self.select(span.id)
        self._view.set_caret(span.start)
        self._view.reveal(span.start, span.end)

    # -- helpers ------------------------------------------------------------------------------

    def may_edit(self) -> bool:
        """Tell whether an act would be stored, and say why not."""
        if self._session.can_edit:
            return True
        if self._session.project.read_only:
            self.refused.emit(self.tr("The project is open for reading only."))
        elif self._session.annotator is None:
            self.refused.emit(self.tr("Say first who annotates."))
        return False

    def do(
        self, build: Callable[[AnnotationSet], Edit], *, aloud: bool = True, of: str = ""
    ) -> Changes | None:
        """Build an edit, store it and say what it did; None when it was refused or empty.

        `of` is the act that it takes back.
        """
        changes = self._session.do(build, of)
        if changes is not None and changes.edit is not None:
            self._tell(changes.edit, "%1", aloud=aloud)
        return changes

    def _tell(self, edit: Edit, pattern: str, *, aloud: bool = True) -> None:
        document, annotations = self._session.document, self._session.annotations
        if document is None or annotations is None:
            return
        words = title_of(edit, document.text, self._scheme, self._language, annotations.span)
        words = pattern.replace("%1", words)
        self.told.emit(words)
        if aloud:
            self._view.announce(words)

    def _show_step(
        self, changes: Changes | None, done: str, nothing: str, *, back: bool = False
    ) -> None:
        if changes is None or changes.edit is None:
            self.refused.emit(nothing)
            return
        self._tell(changes.edit.inverted() if back else changes.edit, done)
        made = made_span(changes)
        if made is not None:
            self.go_to(made.id)

    def _rows(self, span: Span | None) -> tuple[RelationRow, ...]:
        document, annotations = self._session.document, self._session.annotations
        if span is None or document is None or annotations is None:
            return ()
        return relation_rows(span, annotations, document.text, self._scheme, self._language)
