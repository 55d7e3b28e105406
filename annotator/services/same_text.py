"""The same text in one article and in all of them: finding it, labelling it, taking that back."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from annotator.model.annotation import Span
from annotator.model.annotation_set import AnnotationSet
from annotator.model.edit import Change, Edit
from annotator.model.ids import ActId, DocumentId
from annotator.model.project import Status
from annotator.services.current import Current
from annotator.services.editing import EditingService
from annotator.services.furniture import FurnitureService
from annotator.services.jobs import Progress
from annotator.services.same_place import carrier, same_place
from annotator.store.corpus import Corpus
from annotator.store.store import Store
from annotator.text.acronyms import Pair, others_for, pairs_of
from annotator.text.occurrences import Finder, Kind, Occurrence, Options, asks_for_case

__all__ = [
    "Applied",
    "ArticlePlaces",
    "Found",
    "Kind",
    "Options",
    "Place",
    "SameText",
    "Standing",
    "TakenBack",
    "asks_for_case",
]

MOST_PLACES: Final = 5_000
"""Places listed at most: nobody looks through more, and unseen ones shall not be labelled."""
_PAGE: Final = 1_000
_STEP: Final = 100
"""Articles from one report of progress to the next."""
_WIDE_ACTS: Final = 20
"""How many acts on several articles are looked at for one that still stands."""

Range = tuple[int, int]


class Place(NamedTuple):
    """Where the phrase stands in a text, and one's own spans that share characters with it."""

    start: int
    end: int
    kind: Kind
    spans: tuple[Span, ...] = ()

    @property
    def same_spans(self) -> tuple[Span, ...]:
        """The spans on exactly these characters."""
        return tuple(span for span in self.spans if span.stretches == ((self.start, self.end),))


class ArticlePlaces(NamedTuple):
    """An article with its places in the order of the text; `status` is the annotator's."""

    document: DocumentId
    title: str
    status: Status
    text: str
    places: tuple[Place, ...]


class Found(NamedTuple):
    """What a search found. `others` are the forms of acronyms that were looked for as well.

    `is_cut` says that there is more than `MOST_PLACES`.
    """

    articles: tuple[ArticlePlaces, ...]
    others: tuple[str, ...] = ()
    is_cut: bool = False

    @property
    def places(self) -> int:
        """How many places there are."""
        return sum(len(article.places) for article in self.articles)


class Applied(NamedTuple):
    """What one application did: its act, the articles it changed, and how many places."""

    act: ActId
    documents: tuple[DocumentId, ...]
    places: int


class Standing(NamedTuple):
    """An act on several articles, and in how many of them it has not been taken back."""

    act: ActId
    articles: int


class TakenBack(NamedTuple):
    """Where an act was taken back, and the titles of the articles where it could not be."""

    documents: tuple[DocumentId, ...]
    refused: tuple[str, ...]


class SameText:
    """Finds a phrase by the rules of `annotator.text.occurrences`, and labels where it stands."""

    def __init__(self, store: Store, current: Current, editing: EditingService) -> None:
        self._store = store
        self._current = current
        self._editing = editing
        self._corpus = Corpus(store.database)

    # -- finding

    def find(
        self,
        phrase: str,
        options: Options,
        shown: DocumentId,
        progress: Progress | None = None,
        *,
        everywhere: bool = True,
    ) -> Found:
        """Find a phrase in the article that is shown, and in all others after it.

        Page furniture is left out, where nobody said that all of an article is story.
        `progress` counts articles. Raises Cancelled, StoreError, StoreUnavailable.
        """
        progress = progress or Progress()
        with self._store.database.snapshot():
            own = self._store.documents.get(shown).text
            others = self._others(phrase, own, progress) if options.acronyms else ()
            finder = Finder(phrase, options, others)
            sieve = FurnitureService(self._store).sieve()
            found = {shown: (own, sieve.story(shown, own, finder.find(own)))}
            left = MOST_PLACES - len(found[shown][1])
            for document, text in self._texts(finder, progress) if everywhere else ():
                if left < 0:
                    break
                if document != shown and (places := finder.find(text)):
                    places = sieve.story(document, text, places)
                    found[document] = (text, places)
                    left -= len(places)
            return Found(tuple(self._articles(found)), tuple(others), is_cut=left < 0)

    def _articles(
        self, found: Mapping[DocumentId, tuple[str, list[Occurrence]]]
    ) -> Iterator[ArticlePlaces]:
        """Add titles, states and spans; no more than `MOST_PLACES`."""
        annotator = self._current.annotator_id
        documents = [document for document, (_, places) in found.items() if places]
        heads = self._corpus.heads(documents, annotator)
        spans = self._corpus.spans(documents, annotator)
        left = MOST_PLACES
        for document in documents:
            text, places = found[document]
            places = places[:left]
            left -= len(places)
            if not places:
                return
            here = tuple(_with_spans(places, spans.get(document, [])))
            yield ArticlePlaces(document, *heads[document], text, here)

    def _texts(self, finder: Finder, progress: Progress) -> Iterator[tuple[DocumentId, str]]:
        """Yield the texts that may hold the phrase."""
        total = self._store.documents.count()
        for done, rows in enumerate(self._pages()):
            progress.step(done * _PAGE, total)
            for _, document, raw in rows:
                if finder.may_hold(raw):
                    yield document, raw.decode()
        progress.step(total, total)

    def _pages(self) -> Iterator[Sequence[tuple[int, DocumentId, bytes]]]:
        position = 0
        while rows := self._corpus.texts_after(position, _PAGE):
            yield rows
            position = rows[-1].position

    def _others(self, phrase: str, own: str, progress: Progress) -> list[str]:
        """Return the other forms of the acronyms in a phrase.

        What the article itself introduces counts; where it is silent, what any other introduces.
        """
        others = others_for(phrase, pairs_of(own))
        if others:
            return others
        beside = _Brackets(phrase)
        pairs: dict[Pair, None] = {}
        for rows in self._pages():
            progress.step(0, 0)
            for _, _, raw in rows:
                if beside.may_stand_in(raw):
                    pairs.update(dict.fromkeys(pairs_of(raw.decode())))
        return others_for(phrase, pairs)

    # -- labelling

    def edit_for(self, within: AnnotationSet, places: Iterable[Range], label: str) -> Edit:
        """Label places of one article, in one edit.

        A span of the label's group that stands there already is relabelled, as a letter would do;
        places that carry the label are left as they are.
        Raises SchemeViolation, EditConflict.
        """
        changes: list[Change] = []
        start, first = within, None
        for place in places:
            if carrier(within, (place,), label) is not None:
                continue
            there = same_place(within, (place,), label, self._current.scheme)
            edit = (
                self._editing.relabel(within, there.id, label)
                if there is not None
                else self._editing.add_span(within, *place, label)
            )
            within = within.apply(edit)
            changes += edit.changes
            first = first or edit
        if first is None:
            return Edit(start.document, start.annotator)
        return replace(first, changes=tuple(changes))

    def label(
        self,
        places: Mapping[DocumentId, Sequence[Range]],
        label: str,
        progress: Progress | None = None,
    ) -> Applied:
        """Label places of several articles, all or nothing, as one act (see `edit_for`).

        Raises SchemeViolation, Cancelled, and what `apply_all` raises.
        """
        progress = progress or Progress()
        with self._store.database.transaction():
            edits = [
                self.edit_for(self._editing.annotation_set(document), places[document], label)
                for document in _each(list(places), progress)
            ]
            edits = [edit for edit in edits if not edit.is_empty]
            act = self._editing.apply_all(edits)
        count = sum(
            isinstance(change.annotation, Span) for edit in edits for change in edit.changes
        )
        return Applied(act, tuple(edit.document for edit in edits), count)

    # -- taking it back

    def last_act(self) -> Standing | None:
        """Return the last act on several articles that still stands in one of them, or None."""
        annotator = self._current.annotator_id
        for act in self._corpus.wide_acts(annotator, _WIDE_ACTS):
            documents = self._corpus.documents_of(act, annotator)
            count = sum(
                self._editing.inverse_of(act, document) is not None for document in documents
            )
            if count:
                return Standing(act, count)
        return None

    def take_back(self, act: ActId, progress: Progress | None = None) -> TakenBack:
        """Take an act back in every article where it still stands, as one act.

        Articles where what it made was changed, removed or linked since are left as they are.
        """
        progress = progress or Progress()
        annotator = self._current.annotator_id
        with self._store.database.transaction():
            edits: list[Edit] = []
            refused: list[DocumentId] = []
            documents = self._corpus.documents_of(act, annotator)
            for document in _each(documents, progress):
                edit = self._editing.inverse_of(act, document)
                if edit is None:
                    continue
                if _still_fits(edit, self._editing.annotation_set(document)):
                    edits.append(edit)
                else:
                    refused.append(document)
            self._editing.apply_all(edits, taking_back=act)
        heads = self._corpus.heads(refused, annotator)
        return TakenBack(
            tuple(edit.document for edit in edits),
            tuple(heads[document].title for document in refused),
        )


class _Brackets:
    """Tells whether a text may introduce a phrase, or an acronym in it, in brackets."""

    def __init__(self, phrase: str) -> None:
        words = phrase.split()
        wanted = [" ".join(words), *filter(asks_for_case, words)]
        self._wanted = [
            bracket.encode()
            for each in map(str.casefold, wanted)
            for bracket in (f"({each})", f"{each} (")
        ]

    def may_stand_in(self, text: bytes) -> bool:
        lower = text.lower()
        return any(bracket in lower for bracket in self._wanted)


def _each(documents: Sequence[DocumentId], progress: Progress) -> Iterator[DocumentId]:
    """Hand out documents with a step now and then: one for each would keep the window busy."""
    for done, document in enumerate(documents):
        if done % _STEP == 0:
            progress.step(done, len(documents))
        yield document
    progress.step(len(documents), len(documents))


def _with_spans(places: Iterable[Occurrence], spans: Sequence[Span]) -> Iterator[Place]:
    for start, end, kind in places:
        here = tuple(span for span in spans if span.covers(start, end))
        yield Place(start, end, kind, here)


def _still_fits(edit: Edit, within: AnnotationSet) -> bool:
    """Tell whether an edit can be applied and leaves no relation without its ends."""
    if any(within.get(change.annotation.id) != change.before for change in edit.changes):
        return False
    gone = {change.annotation.id for change in edit.changes if change.after is None}
    return not any(
        relation.id not in gone and gone & {relation.source, relation.target}
        for relation in within.relations
    )
