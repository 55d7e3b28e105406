"""Annotates an article with the keyboard alone, as somebody who knows the keys, and counts them.

The typist looks at what the window shows (letters over words and spans, the current group, the
menu that is open) and presses real keys; a chord such as Shift+F is one press. Used by the
end-to-end tests and by the benchmarks.
"""

from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtWidgets import QApplication, QMenu

from annotator.model.annotation import Relation, Span
from annotator.model.annotation_set import AnnotationSet
from annotator.model.ids import SpanId
from annotator.model.scheme import Group
from annotator.text.segmentation import words_between
from tools.hands import Hands, settle

_SHIFT_DIGITS = "1234567890"
_MOST_PAGES = 50
_FACTUALITY = "factuality"


class Presses(NamedTuple):
    """How many keys one thing took, and what it was; `things` counts attributes set at once."""

    what: str
    keys: int
    with_factuality: bool = False
    things: int = 1


class Typist:
    """Makes spans and relations of the article on screen; `presses` counts what each one took."""

    def __init__(self, hands: Hands) -> None:
        self._hands = hands
        self._scheme = hands.window.session.project.scheme
        self._made: dict[SpanId, SpanId] = {}
        self._count = 0
        self.presses: list[Presses] = []

    # -- the whole work

    def annotate(
        self, spans: Iterable[Span], relations: Iterable[Relation], *, by_group: bool = False
    ) -> None:
        """Make these spans and relations; hints stay on all the while.

        In reading order, or with `by_group` one group of labels after the other: a relation is
        made as soon as both its ends are there.
        """
        groups = [group.id for group in self._scheme.groups]
        wanted = {relation.id: relation for relation in relations}
        rounds = [[group] for group in groups] if by_group else [groups]
        for round_ in rounds:
            self._press("Ctrl+Home")
            if round_ == rounds[0]:
                self._press("Shift+F Shift+F")
            self._note("page")
            for span in sorted(spans, key=lambda item: item.sort_key):
                if self._group_of(span) in round_:
                    self.make_span(span)
                    for relation in list(wanted.values()):
                        if {relation.source, relation.target} <= self._made.keys():
                            self.make_relation(relation, at=span.id)
                            del wanted[relation.id]
        assert not wanted, "relations without both ends"
        self._press("Escape")
        self._note("page")

    def make_span(self, span: Span) -> None:
        """Select the words of a span by their hints and give label, factuality and attributes."""
        label = self._scheme.label(span.label)
        group = self._scheme.group(label.group) if label is not None else None
        assert label is not None
        assert group is not None
        one_word = self._choose_words(span.start, span.end)
        if one_word and self._is_current(group):
            self._press(f"Shift+{label.key.upper()}")
        else:
            if not self._is_current(group):
                self._press(group.key)  # ends the choice of one word as well
            chosen = self._hands.view.selection()
            assert chosen == (span.start, span.end), f"{chosen}, not {span.start}, {span.end}"
            self._press(label.key.upper())
        factuality = self._factuality_key(span)
        if factuality:
            self._press(factuality)
        made = self._hands.window.annotate.presenter.selected
        assert made is not None, "the span is not focused"
        self._made[span.id] = made.id
        self._note("span", with_factuality=bool(factuality))
        self._set_attributes(span)

    def make_relation(self, relation: Relation, *, at: SpanId) -> None:
        """Link the focused span, one end of the relation, with the other end by its letters."""
        other = relation.target if relation.source == at else relation.source
        self._press("Shift+R")
        letters = self._hands.window.annotate.links.hints[self._made[other]]
        self._type(letters)
        menu = QApplication.activePopupWidget()
        if isinstance(menu, QMenu):
            arrow = "→" if relation.source == at else "←"
            self._choose_entry(menu, arrow, relation.label)
        self._note("relation")

    def result(self) -> AnnotationSet:
        """Return what is stored of the article now."""
        session = self._hands.window.session
        assert session.document is not None
        return session.project.editing.annotation_set(session.document.id)

    def _set_attributes(self, span: Span) -> None:
        """Give the span made last its other attributes, each a choice from a closed list."""
        rows = self._hands.window.annotate.labels.attributes
        wanted = [
            attribute
            for attribute in self._scheme.attributes_of(span.label)
            if attribute.id in span.attributes and attribute.id != _FACTUALITY
        ]
        if not wanted:
            return
        self._press("Return")
        for attribute in wanted:
            editor = rows.editor(attribute.id)
            while QApplication.focusWidget() is not editor.widget:
                self._press("Down")
            value = span.attributes[attribute.id]
            for one in value if isinstance(value, tuple) else (value,):
                place = [choice.id for choice in attribute.choices].index(str(one))
                self._press(str(place + 1))
        self._press("Escape")
        self._note("attributes", things=len(wanted))

    # -- parts

    def _group_of(self, span: Span) -> str:
        label = self._scheme.label(span.label)
        return label.group if label is not None else ""

    def _choose_words(self, start: int, end: int) -> bool:
        """Type the hints of the first word and the last; of one word alone only the first: True."""
        self._see(start, end)
        hints = self._shown()
        first = min(word for word in hints if word[1] > start)
        self._type(hints[first])
        hints = self._shown()
        last = max(word for word in hints if word[0] < end)
        if last != first:
            self._type(hints[last])
        return last == first

    def _is_current(self, group: Group) -> bool:
        return self._hands.window.annotate.labels.group == group.id

    def _see(self, start: int, end: int) -> None:
        """Bring words into sight, as by the key that turns the page."""
        wanted = set(words_between(self._hands.text, start, end))
        for _ in range(_MOST_PAGES):
            hints = self._shown()
            if wanted <= hints.keys():
                return
            below = not hints or max(hints) < max(wanted)
            self._press("PgDown" if below else "PgUp")
        raise AssertionError(f"{self._hands.text[start:end]} did not come into sight")

    def _shown(self) -> dict[tuple[int, int], str]:
        settle()
        shown = self._hands.view.word_hints
        return dict(shown.hints) if shown is not None else {}

    def _factuality_key(self, span: Span) -> str:
        attribute = self._scheme.attribute(_FACTUALITY)
        value = span.attributes.get(_FACTUALITY)
        if attribute is None or value is None:
            return ""
        place = [choice.id for choice in attribute.choices].index(str(value))
        return f"Shift+{_SHIFT_DIGITS[place]}"

    def _choose_entry(self, menu: QMenu, arrow: str, label: str) -> None:
        kind = self._scheme.relation(label)
        assert kind is not None
        wanted = {f"{arrow} {name}".replace("&", "&&") for name in kind.names.texts.values()}
        for action in menu.actions():
            number, _, words = action.text().removeprefix("&").partition("  ")
            if words in wanted:
                self._press(number)
                return
        raise AssertionError(f"no {label} in {[action.text() for action in menu.actions()]}")

    # -- counting

    def _type(self, letters: str) -> None:
        for letter in letters:
            self._press(letter.upper())

    def _press(self, keys: str) -> None:
        self._hands.keys(keys)
        self._count += len(keys.split())

    def _note(self, what: str, *, with_factuality: bool = False, things: int = 1) -> None:
        self.presses.append(Presses(what, self._count, with_factuality, things))
        self._count = 0
