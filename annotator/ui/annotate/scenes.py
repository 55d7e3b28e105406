"""From a document and its annotations to what the text view draws."""

import operator
from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication

from annotator.model.annotation import Relation, Span
from annotator.model.annotation_set import AnnotationSet
from annotator.model.attributes import Attributes
from annotator.model.document import UNKNOWN_LANGUAGE, Document, Language
from annotator.model.scheme import AttributeType, Scheme
from annotator.ui.annotate.span_words import inherited_note
from annotator.ui.dates import count_words, date_words
from annotator.ui.language_words import language_words
from annotator.ui.text_view.scene import Arc, Border, Fact, Mark, TextScene

if TYPE_CHECKING:
    from annotator.model.ids import DocumentId

translate = QCoreApplication.translate
_LOOKS = 1_000
_MOST_AHEAD = 3
"""Documents whose scenes are kept ready: the next one, the one after, the previous one."""
_GUESSES_AT_ONCE = 200
"""Proposals that are looked for before a scene is shown; thousands would keep it waiting."""
_LINES_ABOVE = 6
"""Lines with something in them among which the headline is looked for."""
_BORDERS = {border.value: border for border in Border}


class _Ends(NamedTuple):
    """What an arc is made of."""

    relation: Relation
    source: Span | None
    target: Span | None


class _Ahead(NamedTuple):
    """What the scene of a document that is not open yet is made of."""

    marks: dict[str, tuple[Span, Mark]]
    arcs: dict[str, tuple[_Ends, Arc]]


class _Look(NamedTuple):
    """What the marks of one label with the same attributes have in common."""

    role: str
    code: str
    note: str
    border: Border
    incomplete: bool


class SceneMaker:
    """Makes the scene of one document, and keeps the marks of spans that did not change.

    `propose` returns what the text proposes for a span, as a name such as "Alleged", "" for
    nothing; it is asked for incomplete spans only.
    """

    def __init__(self, scheme: Scheme, key_attribute: AttributeType | None, language: str) -> None:
        self._scheme = scheme
        self._key_attribute = key_attribute
        self._language = language
        self._propose: Callable[[Span, str], str] | None = None
        self._marks: dict[str, tuple[Span, Mark]] = {}
        self._arcs: dict[str, tuple[_Ends, Arc]] = {}
        self._ahead: dict[DocumentId, _Ahead] = {}
        self._guesses_left = 0
        self._put_off: list[Span] = []
        self._shown: DocumentId | None = None
        # 5,000 spans share some hundred looks; notes make more.
        self._look = lru_cache(_LOOKS)(self._look_of)
        self._known_facts: dict[tuple[DocumentId, Language], tuple[Fact, ...]] = {}
        self._count: Callable[[Document], int] = _count_words

    def use_words(self, count: Callable[[Document], int]) -> None:
        """Count the words of articles so from now on; what is part of the story has changed."""
        self._count = count
        self._known_facts.clear()
        self._forget_guesses()

    def _forget_guesses(self) -> None:
        self._marks = {key: pair for key, pair in self._marks.items() if not pair[1].incomplete}
        self._ahead.clear()

    def use_proposals(self, propose: Callable[[Span, str], str]) -> None:
        """Show from now on what the text proposes for incomplete spans."""
        self._propose = propose
        self._forget_guesses()

    def scene(
        self, document: Document, annotations: AnnotationSet, selected: str, facts: tuple[Fact, ...]
    ) -> TextScene:
        """Return the scene; marks of unchanged spans are the same objects as last time.

        Where very many spans are incomplete, `guess_more` finds what is proposed for the later
        ones.
        """
        if document.id != self._shown:
            self._shown = document.id
            self._put_off.clear()
        self._guesses_left = _GUESSES_AT_ONCE
        return self._scene(document, annotations, selected, facts)

    @property
    def has_more(self) -> bool:
        """True while proposals of the scene last shown are still to be looked for."""
        return bool(self._put_off)

    def guess_more(self, text: str) -> bool:
        """Look for some of the proposals that were put off; True while there are more.

        The next scene shows what was found.
        """
        some = self._put_off[:_GUESSES_AT_ONCE]
        del self._put_off[:_GUESSES_AT_ONCE]
        self._guesses_left = len(some)
        for span in some:
            kept = self._marks.get(span.id)
            if kept is not None and kept[0] is span:
                self._marks[span.id] = self._pair(span, text)
        return self.has_more

    def _scene(
        self, document: Document, annotations: AnnotationSet, selected: str, facts: tuple[Fact, ...]
    ) -> TextScene:
        ready = self._ahead.pop(document.id, None)
        if ready is not None:
            self._marks, self._arcs = ready.marks, ready.arcs
        known = self._marks
        fresh: dict[str, tuple[Span, Mark]] = {}
        for span in annotations.spans:
            kept = known.get(span.id)
            is_same = kept is not None and kept[0] is span
            fresh[span.id] = kept if kept and is_same else self._pair(span, document.text)
        self._marks = fresh
        heading = heading_of(document)
        return TextScene(
            text=document.text,
            marks=tuple(mark for _, mark in fresh.values()),
            selected=selected,
            heading=heading,
            title="" if heading else document.title,
            facts=(*facts, *self._labels_of(annotations)),
            arcs=self._all_arcs(annotations),
        )

    def _labels_of(self, annotations: AnnotationSet) -> tuple[Fact, ...]:
        """Return the labels of the whole article as chips for the line under its heading."""
        found = (self._scheme.label(one.label) for one in annotations.document_labels)
        return tuple(
            Fact(label.names.best(self._language), chip=True)
            for label in found
            if label is not None
        )

    def prepare(self, document: Document, annotations: AnnotationSet) -> TextScene:
        """Return the scene a document will have when it is opened, and keep what it is made of."""
        marks, arcs = self._marks, self._arcs
        self._marks, self._arcs = {}, {}
        try:
            self._guesses_left = annotations.span_count
            scene = self._scene(document, annotations, "", self.facts(document))
            self._ahead[document.id] = _Ahead(self._marks, self._arcs)
        finally:
            self._marks, self._arcs = marks, arcs
        while len(self._ahead) > _MOST_AHEAD:
            del self._ahead[next(iter(self._ahead))]
        return scene

    def facts(self, document: Document) -> tuple[Fact, ...]:
        """Return the line under the heading; that of the last few documents is kept."""
        key = document.id, document.language  # a person may choose another one
        if key not in self._known_facts:
            self._known_facts[key] = facts_of(document, self._language, self._count(document))
            if len(self._known_facts) > _MOST_AHEAD + 1:
                del self._known_facts[next(iter(self._known_facts))]
        return self._known_facts[key]

    def _all_arcs(self, annotations: AnnotationSet) -> tuple[Arc, ...]:
        fresh: dict[str, tuple[_Ends, Arc]] = {}
        for relation in annotations.relations:
            ends = _Ends(
                relation, annotations.span(relation.source), annotations.span(relation.target)
            )
            kept = self._arcs.get(relation.id)
            same = kept is not None and all(map(operator.is_, kept[0], ends))
            fresh[relation.id] = kept if kept is not None and same else (ends, self._arc(*ends))
        self._arcs = fresh
        return tuple(arc for _, arc in fresh.values())

    def _arc(self, relation: Relation, source: Span | None, target: Span | None) -> Arc:
        """Return a relation as it is drawn: its name, and how certain its violation is."""
        kind = self._scheme.relation(relation.label)
        words = kind.names.best(self._language) if kind else relation.label
        note = inherited_note(relation, source, self._scheme, self._language)
        if note:
            words = f"{words} · {note}"
        label = self._scheme.label(target.label) if target is not None else None
        return Arc(relation.source, relation.target, words, label.group if label else "")

    def _pair(self, span: Span, text: str) -> tuple[Span, Mark]:
        look = self._look(span.label, span.attributes)
        note, guess = look.note, ""
        if look.incomplete and not note and self._propose is not None:
            if self._guesses_left > 0:
                self._guesses_left -= 1
                guess = self._propose(span, text)
            else:
                self._put_off.append(span)
            note = f"{guess.lower()}?" if guess else ""
        return span, Mark(
            span.id,
            span.start,
            span.end,
            look.role,
            look.code,
            note,
            look.border,
            look.incomplete,
            guessed=bool(guess),
            pieces=span.fragments,
        )

    def _look_of(self, label_id: str, attributes: Attributes) -> _Look:
        label = self._scheme.label(label_id)
        required = self._scheme.required_of(label_id)
        note, border = "", Border.SOLID
        if self._key_attribute is not None:
            choice = self._key_attribute.choice(attributes.get(self._key_attribute.id))
            if choice is not None:
                # An ordinary act that simply happened needs no words above it.
                if self._key_attribute in required or choice is not self._key_attribute.choices[0]:
                    note = choice.names.best(self._language).lower()
                border = _BORDERS.get(choice.border, Border.SOLID)
        return _Look(
            role=label.group if label else "",
            code=label.code if label else label_id,
            note=note,
            border=border,
            incomplete=any(attribute.id not in attributes for attribute in required),
        )


def heading_of(document: Document) -> tuple[int, int] | None:
    """Return the line of the text that is its title: the first, or one below the page's menu.

    None where the document's title is something else.
    """
    text, stem = document.text, document.title.removesuffix("…")
    is_cut = stem != document.title
    start = seen = 0
    while stem and start < len(text) and seen < _LINES_ABOVE:
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        line = text[start:end]
        words = " ".join(line.split())
        if words == stem or ((is_cut or not seen) and words.startswith(stem)):
            left = len(line) - len(line.lstrip())
            return start + left, start + len(line.rstrip())
        seen += bool(words)
        start = end + 1
    return None


def facts_of(document: Document, language: str, words: int) -> tuple[Fact, ...]:
    """Return the line under the heading: outlet, date, place, author, language, words."""
    told = document.metadata
    facts = [
        Fact(text, hint=_origin_words(told.get(f"{key}_from", "")))
        for key, text in (
            ("outlet", told.get("outlet", "")),
            ("date", date_words(told.get("date", ""), language)),
            ("place", told.get("place", "")),
            ("author", told.get("author", "")),
        )
        if text
    ]
    detected = document.language
    if detected.code == UNKNOWN_LANGUAGE:
        facts.append(Fact(translate("Facts", "language unknown"), chip=True))
    else:
        name = language_words(detected.code)
        share = f" {round(100 * detected.share)} %" if detected.share else ""
        if told.get("language_from") == "person":
            share = ""
        facts.append(Fact(f"{name}{share}", chip=True))
        facts += [
            Fact(
                translate("Facts", "also %1").replace("%1", language_words(code)),
                chip=True,
                hint=translate("Facts", "whole paragraphs are in another language"),
            )
            for code in detected.others
        ]
    count = count_words(words, language)
    facts.append(Fact(translate("Facts", "%1 words").replace("%1", count), chip=True))
    return tuple(facts)


def _origin_words(origin: str) -> str:
    """Return where a fact comes from, "" where nothing is known of it."""
    return {
        "text": translate("Facts", "found in the text of the article"),
        "url": translate("Facts", "from the address of the page"),
        "page": translate("Facts", "from the web page"),
        "column": translate("Facts", "from a column of the table"),
        "file": translate("Facts", "from the properties of the file"),
        "person": translate("Facts", "set by a person"),
    }.get(origin, "")


def _count_words(document: Document) -> int:
    """Return how many words a text has: at blanks, as editors count them."""
    return len(document.text.split())
