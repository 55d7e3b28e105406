"""The same text over a corpus: found, labelled as one act, taken back everywhere or not at all."""

from pathlib import Path

import pytest

from annotator.errors import Cancelled
from annotator.model.annotation_set import AnnotationSet
from annotator.model.ids import DocumentId
from annotator.model.project import Status
from annotator.services import same_text
from annotator.services.jobs import Progress
from annotator.services.projects import Project
from annotator.services.same_text import Kind, Options
from tests.builders import make_project

TEXTS = (
    "Komisi Pemilihan Umum (KPU) Samudra\n\nPolitik uang dilarang. Politik\nuangnya banyak.",
    "Desa Lengkara\n\nTidak ada apa-apa di sini.",
    "Bawaslu Samudra\n\nDugaan politik uang, kata KPU. Politik\u00a0uang lagi.",
    "Straße ß İ\n\nİİ politik uang dibagikan.",
)
LABEL, OTHER = "violation.vote_buying", "violation.official_neutrality"


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return make_project(tmp_path, TEXTS)


def ids(project: Project) -> list[DocumentId]:
    return [document.id for document in project.documents.all()]


def sets(project: Project) -> list[AnnotationSet]:
    return [project.editing.annotation_set(document) for document in ids(project)]


def quotes(project: Project) -> list[list[str]]:
    return [
        [document.text[span.start : span.end] for span in one.spans]
        for document, one in zip(project.documents.all(), sets(project), strict=True)
    ]


def ticked(
    project: Project, phrase: str = "politik uang", options: Options | None = None
) -> dict[DocumentId, list[tuple[int, int]]]:
    found = project.same_text.find(phrase, options or Options(), ids(project)[0])
    return {
        article.document: [(place.start, place.end) for place in article.places]
        for article in found.articles
    }


def test_the_article_on_screen_comes_first_then_the_order_of_import(project: Project) -> None:
    with project:
        every = ids(project)
        found = project.same_text.find("politik uang", Options(), every[2])
        assert [article.document for article in found.articles] == [every[2], every[0], every[3]]
        assert found.places == 5
        texts = [
            article.text[place.start : place.end]
            for article in found.articles
            for place in article.places
        ]
        assert texts == [
            "politik uang",
            "Politik\u00a0uang",
            "Politik uang",
            "Politik\nuangnya",
            "politik uang",
        ]
        here = project.same_text.find("politik uang", Options(), every[2], everywhere=False)
        assert here.articles == found.articles[:1]


def test_places_carry_ones_own_spans_and_articles_their_state(project: Project) -> None:
    with project:
        first = ids(project)[0]
        places = ticked(project)[first]
        within = project.editing.annotation_set(first)
        project.editing.apply(project.editing.add_span(within, *places[0], LABEL))
        within = project.editing.annotation_set(first)
        project.editing.apply(project.editing.set_status(within, Status.DONE))
        article = project.same_text.find("uang", Options(), first).articles[0]
        assert article.status is Status.DONE
        assert [len(place.spans) for place in article.places] == [1, 0]
        assert article.places[0].same_spans == ()
        project.choose_annotator("Someone Else")
        article = project.same_text.find("uang", Options(), first).articles[0]
        assert article.status is Status.NEW
        assert [len(place.spans) for place in article.places] == [0, 0]


def test_acronyms_of_the_article_count_and_else_those_of_any(project: Project) -> None:
    with project:
        every = ids(project)
        options = Options(case=True, acronyms=True)
        for shown in every:
            found = project.same_text.find("KPU", options, shown)
            assert found.others == ("Komisi Pemilihan Umum",)
            assert found.places == 3
        found = project.same_text.find("komisi pemilihan umum", Options(acronyms=True), every[1])
        assert found.others == ("KPU",)
        kinds = {place.kind for article in found.articles for place in article.places}
        assert kinds == {Kind.SAME, Kind.ACRONYM}
        assert project.same_text.find("KPU", Options(case=True), every[1]).others == ()


def test_there_is_an_end_to_what_is_listed(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(same_text, "MOST_PLACES", 3)
    with project:
        found = project.same_text.find("politik uang", Options(), ids(project)[0])
        assert found.is_cut
        assert found.places == 3


def test_nothing_is_found_by_an_empty_phrase(project: Project) -> None:
    with project:
        found = project.same_text.find(" ", Options(acronyms=True), ids(project)[0])
        assert found.articles == ()


def test_a_search_can_be_stopped(project: Project) -> None:
    stop = Progress(cancelled=lambda: True)
    with project:
        first = ids(project)[0]
        with pytest.raises(Cancelled):
            project.same_text.find("politik uang", Options(), first, stop)


def test_all_places_are_one_act_and_undo_takes_an_articles_part(project: Project) -> None:
    with project:
        every = ids(project)
        done = project.same_text.label(ticked(project), LABEL)
        assert done.documents == (every[0], every[2], every[3])
        assert done.places == 5
        labelled = quotes(project)
        assert labelled[0] == ["Politik uang", "Politik\nuangnya"]
        assert {span.label for one in sets(project) for span in one.spans} == {LABEL}
        assert not any(span.attributes for one in sets(project) for span in one.spans)
        project.editing.undo(every[0])
        assert quotes(project) == [[], *labelled[1:]]
        assert sets(project)[0].status is Status.NEW
        project.editing.redo(every[0])
        assert quotes(project) == labelled


def test_places_with_the_label_are_left_and_others_of_its_group_relabelled(
    project: Project,
) -> None:
    with project:
        first = ids(project)[0]
        places = ticked(project)
        one, other = places[first]
        for place, label in ((one, LABEL), (other, OTHER)):
            within = project.editing.annotation_set(first)
            project.editing.apply(project.editing.add_span(within, *place, label))
        done = project.same_text.label({first: [one, other]}, LABEL)
        assert done.places == 1
        assert [span.label for span in project.editing.annotation_set(first).spans] == [LABEL] * 2
        within = project.editing.annotation_set(first)
        project.editing.apply(project.editing.add_span(within, *one, OTHER))
        again = project.same_text.label({first: [one, other]}, LABEL)
        assert (again.documents, again.places) == ((), 0)


def test_all_or_nothing(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(same_text, "_STEP", 1)
    with project:
        every = ids(project)
        seen = []

        def stop() -> bool:
            seen.append(1)
            return len(seen) > 2

        with pytest.raises(Cancelled):
            project.same_text.label(ticked(project), LABEL, Progress(cancelled=stop))
        assert quotes(project) == [[]] * 4
        assert not project.editing.can_undo(every[0])


def test_taking_all_of_it_back(project: Project) -> None:
    with project:
        every = ids(project)
        done = project.same_text.label(ticked(project), LABEL)
        assert project.same_text.last_act() == (done.act, 3)
        back = project.same_text.take_back(done.act)
        assert back.documents == done.documents
        assert back.refused == ()
        assert quotes(project) == [[]] * 4
        assert {one.status for one in sets(project)} == {Status.NEW}
        assert project.same_text.last_act() is None
        assert project.same_text.take_back(done.act).documents == ()
        project.editing.redo(every[2])
        assert [len(one) for one in quotes(project)] == [0, 0, 2, 0]
        assert project.same_text.last_act() == (done.act, 1)


def test_taking_back_leaves_what_came_after_and_names_where_it_cannot(project: Project) -> None:
    with project:
        every = ids(project)
        done = project.same_text.label(ticked(project), LABEL)
        editing = project.editing
        # the first gets a later label elsewhere, the third a changed one, the fourth a link
        within = editing.annotation_set(every[0])
        editing.apply(editing.add_span(within, 0, 6, "actor.organiser"))
        within = editing.annotation_set(every[2])
        editing.apply(editing.relabel(within, next(within.spans).id, OTHER))
        within = editing.annotation_set(every[3])
        editing.apply(editing.add_span(within, 0, 6, "context.place"))
        within = editing.annotation_set(every[3])
        place, buying = within.spans
        editing.apply(editing.add_relation(within, buying.id, place.id, "place"))
        before = sets(project)[2:]
        back = project.same_text.take_back(done.act)
        assert back.documents == (every[0],)
        titles = [project.documents.summary(document).title for document in every[2:]]
        assert list(back.refused) == titles
        assert sets(project)[2:] == before
        assert quotes(project)[0] == ["Komisi"]
        assert sets(project)[0].status is Status.IN_PROGRESS
        editing.undo(every[0])
        assert quotes(project)[0] == []


def test_the_journal_gives_the_same_tables(project: Project) -> None:
    with project:
        done = project.same_text.label(ticked(project), LABEL)
        project.same_text.take_back(done.act)
        project.editing.redo(ids(project)[0])
        store = project._store
        before = store.tables()
        store.rebuild()
        assert store.tables() == before
        assert store.journal.verify_chain() > 0


def test_a_wide_act_is_found_after_a_restart(tmp_path: Path) -> None:
    from annotator.services.projects import open_project

    with make_project(tmp_path, TEXTS) as project:
        done = project.same_text.label(ticked(project), LABEL)
        path = project.path
    with open_project(path) as project:
        assert project.same_text.last_act() == (done.act, 3)
        project.same_text.take_back(done.act)
        assert quotes(project) == [[]] * 4
