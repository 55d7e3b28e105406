"""From a document and its annotations to what the text view draws."""

import operator
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from annotator.model.annotation import Relation, Span
from annotator.model.annotation_set import AnnotationSet
from annotator.model.document import UNKNOWN_LANGUAGE, Document
from annotator.model.scheme import AttributeType, Scheme
from annotator.model.validation import is_complete
from annotator.ui.annotate.span_words import inherited_note
from annotator.ui.dates import count_words, date_words
from annotator.ui.text_view.scene import Arc, Border, Fact, Mark, TextScene

translate = QCoreApplication.translate
_BORDERS = {border.value: border for border in Border}


class _Ends(NamedTuple):
    """What an arc is made of."""

    relation: Relation
    source: Span | None
    target: Span | None


class SceneMaker:
    """Makes the scene of one document, and keeps the marks of spans that did not change."""

    def __init__(self, scheme: Scheme, key_attribute: AttributeType | None, language: str) -> None:
        self._scheme = scheme
        self._key_attribute = key_attribute
        self._language = language
        self._marks: dict[str, tuple[Span, Mark]] = {}
        self._arcs: dict[str, tuple[_Ends, Arc]] = {}

    def scene(
        self, document: Document, annotations: AnnotationSet, selected: str, facts: tuple[Fact, ...]
    ) -> TextScene:
        """Return the scene; marks of unchanged spans are the same objects as last time."""
        known = self._marks
        fresh: dict[str, tuple[Span, Mark]] = {}
        for span in annotations.spans:
            kept = known.get(span.id)
            fresh[span.id] = kept if kept is not None and kept[0] is span else self._pair(span)
        self._marks = fresh
        heading = heading_of(document)
        return TextScene(
            text=document.text,
            marks=tuple(mark for _, mark in fresh.values()),
            selected=selected,
            heading=heading,
            title="" if heading else document.title,
            facts=facts,
            arcs=self._all_arcs(annotations),
        )

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

    def _pair(self, span: Span) -> tuple[Span, Mark]:
        label = self._scheme.label(span.label)
        note, border = "", Border.SOLID
        if self._key_attribute is not None:
            choice = self._key_attribute.choice(span.attributes.get(self._key_attribute.id))
            if choice is not None:
                # An ordinary act that simply happened needs no words above it.
                required = self._scheme.required_of(span.label)
                if self._key_attribute in required or choice is not self._key_attribute.choices[0]:
                    note = choice.names.best(self._language).lower()
                border = _BORDERS.get(choice.border, Border.SOLID)
        mark = Mark(
            key=span.id,
            start=span.start,
            end=span.end,
            role=label.group if label else "",
            code=label.code if label else span.label,
            note=note,
            border=border,
            incomplete=not is_complete(span, self._scheme),
        )
        return span, mark


def heading_of(document: Document) -> tuple[int, int] | None:
    """Return the stretch of the text that is its title: the first line that is not blank.

    None where the document's title is something else.
    """
    text = document.text
    start = 0
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        line = text[start:end]
        if line.strip():
            stem = document.title.removesuffix("…")
            if stem and " ".join(line.split()).startswith(stem):
                left = len(line) - len(line.lstrip())
                return start + left, start + len(line.rstrip())
            return None
        start = end + 1
    return None


def facts_of(document: Document, language: str) -> tuple[Fact, ...]:
    """Return the line under the heading: outlet, date, language with its share, words."""
    outlet, date = document.metadata.get("outlet", ""), document.metadata.get("date", "")
    facts = [Fact(words) for words in (outlet, date_words(date, language)) if words]
    detected = document.language
    if detected.code == UNKNOWN_LANGUAGE:
        facts.append(Fact(translate("Facts", "language unknown"), chip=True))
    else:
        name = _language_name(detected.code)
        share = f" {round(100 * detected.share)} %" if detected.share else ""
        facts.append(Fact(f"{name}{share}", chip=True))
    # Counted at blanks, as editors do: the exact rule would cost more than opening the article.
    count = count_words(len(document.text.split()), language)
    facts.append(Fact(translate("Facts", "%1 words").replace("%1", count), chip=True))
    return tuple(facts)


def _language_name(code: str) -> str:
    names = {
        "id": translate("Facts", "Indonesian"),
        "en": translate("Facts", "English"),
        "ms": translate("Facts", "Malay"),
        "jv": translate("Facts", "Javanese"),
        "su": translate("Facts", "Sundanese"),
    }
    if code in names:
        return names[code]
    from PySide6.QtCore import QLocale

    return QLocale(code).nativeLanguageName() or code
