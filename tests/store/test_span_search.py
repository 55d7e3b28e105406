"""What SQL finds is what looking through all annotation sets finds."""

from collections.abc import Generator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.model.annotation import Relation, Span
from annotator.model.annotation_set import AnnotationSet
from annotator.model.attributes import Attributes, AttributeValue
from annotator.model.edit import Change, Edit, Origin
from annotator.model.ids import RelationId, SpanId
from annotator.model.project import Status
from annotator.model.span_query import Among, Carries, FoundSpan, HasValue, SpanQuery
from annotator.services.projects import Project
from annotator.store.span_search import SpanSearch
from annotator.text.folding import fold
from tests.builders import OTHER_TEXT, TEXT, make_project

LABELS = ("violation.vote_buying", "actor.voter", "actor.organiser")
VALUES: list[dict[str, AttributeValue]] = [
    {},
    {"factuality": "alleged"},
    {"factuality": "denied", "legal_class": ("pidana", "kode_etik")},
    {"norm": "Désa Lengkara", "legal_class": ("pidana",)},
    {"sure": True, "count": 2},
]


def fill(project: Project) -> None:
    """Give each of three articles spans of two people, some linked; one span is removed again."""
    for number, name in enumerate(("Rahmawati Ladiva", "Togar")):
        project.choose_annotator(name)
        for place, document in enumerate(project.documents.all()):
            within = project.editing.annotation_set(document.id)
            spans = [
                Span(
                    SpanId(f"s{number}{place}{i}"),
                    3 * i,
                    3 * i + 5 + place,
                    LABELS[(i + number) % len(LABELS)],
                    Attributes(VALUES[(i + place) % len(VALUES)]),
                    fragments=((12, 14), (15, 17 + place)) if i == 4 else (),
                )
                for i in range(6)
            ]
            link = Relation(
                RelationId(f"r{number}{place}"), spans[0].id, spans[1].id, "perpetrator"
            )
            changes = tuple(Change(None, item) for item in (*spans, link))
            status = (Status.NEW, Status.DONE if place == 1 else Status.IN_PROGRESS)
            edit = Edit(document.id, within.annotator, changes, status)
            project.editing.apply(edit, Origin.IMPORT)
            after = project.editing.annotation_set(document.id)
            project.editing.apply(project.editing.remove(after, [spans[5].id]))


class _Shared:
    project: Project
    search: SpanSearch
    everything: list[tuple[AnnotationSet, Span, str]]


@pytest.fixture(autouse=True, scope="module")
def _shared(tmp_path_factory: pytest.TempPathFactory) -> Generator[None]:
    third = "Désa Lengkara: amplop, amplop, dan Amplop lagi."
    folder = tmp_path_factory.mktemp("spans")
    with make_project(folder, [TEXT, OTHER_TEXT, third], annotator="") as project:
        fill(project)
        _Shared.project, _Shared.search = project, SpanSearch(project._store.database)
        _Shared.everything = [
            (stored, span, document.text)
            for document in project.documents.all()
            for person in project.annotators()
            for stored in (project._store.annotations.read(document.id, person.id)[0],)
            for span in stored.spans
        ]
        yield


def matches(query: SpanQuery, stored: AnnotationSet, span: Span, text: str) -> bool:
    """The meaning of a query, said plainly."""

    def is_among(value: str, choices: tuple[Among, ...]) -> bool:
        return all((value in one.values) is not one.is_not for one in choices)

    def has(value: HasValue) -> bool:
        found = span.attributes.get(value.attribute)
        several = found if isinstance(found, tuple) else (found,)
        return any(
            one in value.values
            or (isinstance(one, str) and any(part in fold(one) for part in value.folded))
            for one in several
            if one is not None
        )

    def carries(carried: Carries) -> bool:
        linked = {
            relation.label
            for relation in stored.relations
            if span.id in {relation.source, relation.target}
        }
        return bool(
            linked.intersection(carried.relations)
            or set(span.attributes).intersection(carried.attributes)
        )

    quote = fold(span.quote(text))
    return (
        all(part in quote for part in query.texts)
        and not any(part in quote for part in query.not_texts)
        and is_among(span.label, query.labels)
        and is_among(stored.annotator, query.annotators)
        and is_among(stored.status.value, query.statuses)
        and all(has(value) is not value.is_not for value in query.values)
        and all(carries(carried) is not carried.is_not for carried in query.carries)
    )


_not = st.booleans()
_among_labels = st.builds(Among, st.lists(st.sampled_from(LABELS), min_size=1).map(tuple), _not)
_among_statuses = st.builds(Among, st.just((Status.DONE.value,)), _not)
_words = st.lists(st.sampled_from(["amplop", "desa", "a", "lengk", "xyz"]), max_size=1).map(tuple)
_values = st.one_of(
    st.builds(HasValue, st.just("factuality"), st.just(("alleged", "denied")), st.just(()), _not),
    st.builds(HasValue, st.just("legal_class"), st.just(("kode_etik",)), st.just(()), _not),
    st.builds(HasValue, st.just("norm"), st.just(()), st.just(("desa",)), _not),
    st.builds(HasValue, st.just("sure"), st.just((True,)), st.just(()), _not),
    st.builds(HasValue, st.just("count"), st.just((2.0,)), st.just(()), _not),
)
_carries = st.one_of(
    st.builds(Carries, relations=st.just(("perpetrator", "victim")), is_not=_not),
    st.builds(Carries, attributes=st.just(("norm",)), is_not=_not),
)
_queries = st.builds(
    SpanQuery,
    texts=_words,
    not_texts=_words,
    labels=st.lists(_among_labels, max_size=1).map(tuple),
    statuses=st.lists(_among_statuses, max_size=1).map(tuple),
    values=st.lists(_values, max_size=2).map(tuple),
    carries=st.lists(_carries, max_size=1).map(tuple),
)


def all_pages(query: SpanQuery, most: int) -> list[FoundSpan]:
    found: list[FoundSpan] = []
    while page := _Shared.search.page(query, most, found[-1] if found else None):
        assert len(page) <= most
        found += page
    return found


@given(_queries, st.integers(1, 7))
def test_pages_hold_what_matches_each_once(query: SpanQuery, most: int) -> None:
    expected = {
        (stored.document, stored.annotator, span.id)
        for stored, span, text in _Shared.everything
        if matches(query, stored, span, text)
    }
    found = all_pages(query, most)
    assert len(found) == len(expected)
    assert {(one.document, one.annotator, one.span) for one in found} == expected
    places = [(one.position, one.start, -one.end) for one in found]
    assert places == sorted(places)
    documents = len({document for document, _, _ in expected})
    assert _Shared.search.count(query) == (len(expected), documents)


def test_a_row_says_what_a_list_shows() -> None:
    (one,) = _Shared.search.page(
        SpanQuery(values=(HasValue("norm", folded=("desa",)),), labels=(Among((LABELS[0],)),)), 1
    )
    span = next(span for stored, span, _ in _Shared.everything if span.id == one.span)
    text = next(text for _, other, text in _Shared.everything if other is span)
    assert one.quote == text[one.start : one.end]
    assert (one.start, one.end, one.label) == (span.start, span.end, span.label)
    assert Attributes(dict(one.attributes)) == span.attributes
    assert one.status in {Status.IN_PROGRESS, Status.DONE}
    assert one.title


def test_annotators_can_be_chosen() -> None:
    person = next(iter(_Shared.project.annotators()))
    mine = SpanQuery(annotators=(Among((person.id,)),))
    others = SpanQuery(annotators=(Among((person.id,), is_not=True),))
    assert _Shared.search.count(mine) == _Shared.search.count(others) == (15, 3)


def test_a_project_without_spans(tmp_path: Path) -> None:
    with make_project(tmp_path) as project:
        search = SpanSearch(project._store.database)
        assert search.page(SpanQuery(), 10) == []
        assert search.count(SpanQuery()) == (0, 0)
