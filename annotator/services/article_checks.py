"""All remarks about one article, kept up to date from edit to edit. Pure.

What a span says by itself is looked at once and again only when the span or one of its relations
changes. Words labelled in two ways are counted in groups of the same words: an edit touches those
of its own group for which another label has come to be the usual one, so that thousands of spans
cost no more than a few.
"""

import heapq
import time
from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice

from annotator.model.annotation import Relation, Span
from annotator.model.annotation_set import AnnotationSet
from annotator.model.edit import Edit
from annotator.model.scheme import Contradiction, Scheme
from annotator.model.validation import relation_problems
from annotator.services.checks import Check, Remark, edge_check, holds, missing_of
from annotator.text.sameness import comparable

Place = tuple[int, int, str]
"""Where a span comes in reading order."""
Elsewhere = Mapping[str, Mapping[str, int]]
"""For words as they are compared: how often which label has them in other articles."""
_A_FEW = 16
"""Spans looked at between two looks at the clock."""


class ArticleChecks:
    """The remarks about one annotation set.

    `raised` tells for labels from which scheme on they mean what they mean now; spans of an
    earlier guideline are to be looked at again. After making one, `look` must be called until
    there is nothing left; until then remarks of spans not yet seen are missing.
    """

    def __init__(
        self, text: str, scheme: Scheme, annotations: AnnotationSet, raised: Mapping[str, int]
    ) -> None:
        self._text = text
        self._scheme = scheme
        self._annotations = annotations
        self._raised = raised
        self._rules: dict[str, tuple[Contradiction, ...]] = {}
        self._own: dict[str, tuple[Remark, ...]] = {}
        self._outgoing: dict[str, dict[str, Relation]] = {}
        self._incoming: dict[str, dict[str, Relation]] = {}
        self._words: dict[str, str] = {}
        self._groups: dict[str, _Group] = {}
        self._at: dict[tuple[tuple[int, int], ...], dict[str, str]] = {}
        self._elsewhere: dict[str, Mapping[str, int]] = {}
        self._pending: dict[str, None] = {}
        self._stale: set[str] = set()
        self._shown: dict[str, tuple[Remark, ...]] = {}
        self._order: list[Place] = []
        self._places: dict[str, Place] = {}
        for relation in annotations.relations:
            self._add_relation(relation)
        self._to_note: Iterator[Span] = iter(annotations.spans)
        self._is_noted = False

    @property
    def annotations(self) -> AnnotationSet:
        """The state that the remarks are about."""
        return self._annotations

    @property
    def is_noted(self) -> bool:
        """True once `look` knows where all spans are: then it is quick to follow an edit."""
        return self._is_noted

    def look(self, seconds: float | None = None) -> bool:
        """Look at spans not yet seen, for so long or to the end; True when none is left."""
        end = None if seconds is None else time.perf_counter() + seconds
        while not self._is_noted:
            self._note_some()
            if end is not None and time.perf_counter() >= end:
                return False
        while self._pending:
            for span_id in list(self._pending)[:_A_FEW]:
                del self._pending[span_id]
                self._examine(span_id)
            if end is not None and time.perf_counter() >= end:
                break
        return not self._pending

    def follow(self, edit: Edit, annotations: AnnotationSet) -> None:
        """Take in what an edit changed; `annotations` is the state after it."""
        while not self._is_noted:
            self._note_some()
        self._annotations = annotations
        touched: set[str] = set()
        for change in edit.changes:
            for state, take in ((change.before, self._forget), (change.after, self._take)):
                if isinstance(state, Span):
                    touched |= {state.id, *self._sources(state.id), *self._here(state)}
                elif isinstance(state, Relation):
                    touched.add(state.source)
                take(state)
        for span_id in touched:
            self._pending.pop(span_id, None)
            self._examine(span_id)

    def set_elsewhere(self, found: Elsewhere) -> None:
        """Take in how words of this article are labelled in others."""
        self._elsewhere.update(found)
        for words in found:
            group = self._groups.get(words)
            if group is not None:
                self._stale |= group.spans.keys()

    def unknown_words(self) -> list[str]:
        """Return words of this article of which it is not known how others label them."""
        return [words for words in self._groups if words not in self._elsewhere]

    def remarks_of(self, span_id: str) -> tuple[Remark, ...]:
        """Return what may be wrong with a span, without what was waived."""
        if span_id in self._stale:
            self._stale.discard(span_id)
            self._settle_one(span_id)
        return self._shown.get(span_id, ())

    @property
    def remarked(self) -> Mapping[str, tuple[Remark, ...]]:
        """The remarks of all spans that have any, by id."""
        self._settle()
        return self._shown

    def in_order(self) -> list[str]:
        """Return the spans that have remarks, in reading order."""
        self._settle()
        return [place[2] for place in self._order]

    # -- inside ----------------------------------------------------------------------------------

    def _settle(self) -> None:
        """Bring what is shown up to date."""
        for span_id in self._stale:
            self._settle_one(span_id)
        self._stale.clear()

    def _settle_one(self, span_id: str) -> None:
        span = self._annotations.span(span_id)
        remarks = () if span is None else self._remarks(span)
        known = self._places.pop(span_id, None)
        if known is not None:
            del self._order[bisect_left(self._order, known)]
            del self._shown[span_id]
        if span is not None and remarks:
            self._shown[span_id] = remarks
            self._places[span_id] = span.sort_key
            insort(self._order, span.sort_key)

    def _remarks(self, span: Span) -> tuple[Remark, ...]:
        found = self._own.get(span.id, ())
        same = self._same_words(span)
        if same is not None:
            found = (*found, same)
        if not span.waived:
            return found
        return tuple(remark for remark in found if remark.key not in span.waived)

    def _take(self, state: object) -> None:
        if isinstance(state, Span):
            self._add_span(state)
        elif isinstance(state, Relation):
            self._add_relation(state)

    def _forget(self, state: object) -> None:
        if isinstance(state, Span):
            self._remove_span(state)
        elif isinstance(state, Relation):
            self._outgoing.get(state.source, {}).pop(state.id, None)
            self._incoming.get(state.target, {}).pop(state.id, None)

    def _add_relation(self, relation: Relation) -> None:
        self._outgoing.setdefault(relation.source, {})[relation.id] = relation
        self._incoming.setdefault(relation.target, {})[relation.id] = relation

    def _add_span(self, span: Span) -> None:
        group = self._note(span)
        if group is not None:
            self._stale |= group.count()

    def _note_some(self) -> None:
        """Note the next few spans; when all are noted, find out what their words usually are."""
        some = list(islice(self._to_note, _A_FEW))
        for span in some:
            self._note(span)
            self._pending[span.id] = None
        if not some:
            for group in self._groups.values():
                group.count()
            self._is_noted = True

    def _note(self, span: Span) -> "_Group | None":
        """Note where a span is, and with which words it is; returns those of the same words."""
        self._at.setdefault(span.stretches, {})[span.id] = span.label
        words = comparable(span.quote(self._text, " "))
        if words is None:
            return None
        self._words[span.id] = words
        group = self._groups.setdefault(words, _Group())
        group.add(span)
        return group

    def _remove_span(self, span: Span) -> None:
        place = span.stretches
        del self._at[place][span.id]
        if not self._at[place]:
            del self._at[place]
        words = self._words.pop(span.id, None)
        if words is not None:
            group = self._groups[words]
            group.remove(span)
            self._stale |= group.count()
            if not group.spans:
                del self._groups[words]

    def _here(self, span: Span) -> Mapping[str, str]:
        """Return the spans at the place of one, by id, and their labels."""
        return self._at.get(span.stretches, {})

    def _sources(self, span_id: str) -> Iterable[str]:
        return [relation.source for relation in self._incoming.get(span_id, {}).values()]

    def _examine(self, span_id: str) -> None:
        self._stale.add(span_id)
        span = self._annotations.span(span_id)
        if span is None:
            self._own.pop(span_id, None)
        else:
            self._own[span_id] = tuple(self._found(span))

    def _found(self, span: Span) -> Iterator[Remark]:
        yield from missing_of(span, self._scheme)
        outgoing = self._outgoing.get(span.id, {}).values()
        for relation in sorted(outgoing, key=lambda relation: relation.id):
            if relation_problems(relation, self._scheme, self._annotations):
                yield Remark(span.id, Check.ILLEGAL_RELATION, relation.id)
        if list(self._here(span).values()).count(span.label) > 1:
            yield Remark(span.id, Check.DOUBLED)
        edges = (edge_check(self._text, *stretch) for stretch in span.stretches)
        edge = next((edge for edge in edges if edge is not None), None)
        if edge is not None:
            yield Remark(span.id, edge)
        names = {relation.label for relation in outgoing}
        for rule in self._rules_of(span.label):
            if all(holds(condition, span, self._scheme, names) for condition in rule.conditions):
                yield Remark(span.id, Check.CONTRADICTION, rule.id)
        if span.guideline < self._raised.get(span.label, 0):
            yield Remark(span.id, Check.RECHECK)

    def _rules_of(self, label_id: str) -> tuple[Contradiction, ...]:
        """Return the rules that can be about spans of a label."""
        if label_id not in self._rules:
            label = self._scheme.label(label_id)
            group = "" if label is None else label.group
            self._rules[label_id] = tuple(
                rule
                for rule in self._scheme.contradictions
                if all(not one.groups or group in one.groups for one in rule.conditions)
            )
        return self._rules[label_id]

    def _same_words(self, span: Span) -> Remark | None:
        """Tell that the same words mostly have another label, here or in other articles.

        A span of another label at the very same place is meant so.
        """
        words = self._words.get(span.id)
        if words is None:
            return None
        here = set(self._here(span).values())
        for check, usual in (
            (Check.SAME_WORDS, self._groups[words].usual.get(span.label)),
            (Check.SAME_WORDS_ELSEWHERE, _usual(self._elsewhere.get(words, {}), span.label)),
        ):
            if usual is not None and usual not in here:
                return Remark(span.id, check, usual)
        return None


class _Group:
    """Spans of the same words with their labels; for each label which other one is as usual."""

    __slots__ = ("labels", "spans", "usual")

    def __init__(self) -> None:
        self.spans: dict[str, str] = {}
        self.labels: Counter[str] = Counter()
        self.usual: dict[str, str | None] = {}

    def add(self, span: Span) -> None:
        self.spans[span.id] = span.label
        self.labels[span.label] += 1

    def remove(self, span: Span) -> None:
        del self.spans[span.id]
        self.labels[span.label] -= 1
        if not self.labels[span.label]:
            del self.labels[span.label]

    def count(self) -> set[str]:
        """Find out what is usual; return the spans for which that has changed."""
        before = self.usual
        if not before and len(self.labels) == 1:  # as for most words
            self.usual = dict.fromkeys(self.labels)
            return set()
        first, second = _two_most(self.labels)
        self.usual = {}
        for label, own in self.labels.items():
            other = second if label == first else first
            self.usual[label] = other if self.labels.get(other or "", 0) >= own else None
        changed = {label for label in self.usual if self.usual[label] != before.get(label)}
        if not changed:
            return set()
        return {span_id for span_id, label in self.spans.items() if label in changed}


def _two_most(labels: Mapping[str, int]) -> tuple[str | None, str | None]:
    """Return the two most usual labels, None where there are fewer; equal ones by their ids."""
    ranked = heapq.nlargest(2, labels, key=lambda label: (labels[label], label))
    first, second, *_ = (*ranked, None, None)
    return first, second


def _usual(labels: Mapping[str, int], label: str) -> str | None:
    """Return the most usual other label that is at least as usual as `label`, None without one."""
    first, second = _two_most(labels)
    other = second if label == first else first
    return other if other is not None and labels[other] >= labels.get(label, 0) else None
