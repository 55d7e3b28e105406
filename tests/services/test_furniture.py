"""Furniture is left out of searches for the same text, unless a person says all is story."""

import pytest

from annotator.errors import ProjectReadOnly
from annotator.model.ids import DocumentId
from annotator.services.furniture import Kind
from annotator.services.projects import open_project
from annotator.services.same_text import Options
from tests.builders import make_project

PAGE = """Bawaslu Arunika terima laporan amplop

id amplop, Bawaslu, Arunika

Bawaslu Arunika terima laporan amplop

Arunika (ANTARA) - Warga Desa Sukamaju menyerahkan amplop kepada pengawas desa.

Baca juga: Amplop beredar di Samudra
"""
OTHER = """Amplop kosong ditemukan warga

Seorang warga menemukan amplop di depan rumahnya.

Baca juga: Amplop beredar di Samudra
"""


@pytest.fixture
def project(tmp_path):
    with make_project(tmp_path, texts=(PAGE, OTHER)) as made:
        yield made


@pytest.fixture
def page(project):
    return next(iter(project.documents.all()))


def places(project, shown, phrase="amplop"):
    found = project.same_text.find(phrase, Options(), shown)
    return [[(place.start, place.end) for place in article.places] for article in found.articles]


def test_the_furniture_of_an_article_is_told(project, page):
    kinds = [kind for _, _, kind in project.furniture.of(page)]
    assert kinds == [Kind.KEYWORDS, Kind.HEADLINE, Kind.DATELINE, Kind.READ_ALSO]


def test_the_same_text_in_furniture_is_no_place(project, page):
    here, there = places(project, page.id)
    assert [page.text.index("amplop"), page.text.index("amplop kepada")] == [
        start for start, _ in here
    ]
    assert [start for start, _ in there] == [0, OTHER.index("amplop di")]


def test_an_article_that_has_nothing_else_is_not_listed(project, page):
    assert places(project, page.id, "beredar") == []
    project.furniture.set_all_story(page.id, on=True)
    assert len(places(project, page.id, "beredar")) == 1


def test_all_of_an_article_can_be_story_and_back(project, page):
    project.furniture.set_all_story(page.id, on=True)
    assert project.furniture.is_all_story(page.id)
    assert project.furniture.of(page) == ()
    here, there = places(project, page.id)
    assert (len(here), len(there)) == (5, 2)
    project.furniture.set_all_story(page.id, on=False)
    assert project.furniture.of(page)
    assert len(places(project, page.id)[0]) == 2


def test_it_is_on_the_disk_at_once_and_undo_knows_nothing_of_it(project, page):
    project.furniture.set_all_story(page.id, on=True)
    project.furniture.set_all_story(page.id, on=True)
    project.close()
    with open_project(project.path) as again:
        assert again.furniture.is_all_story(page.id)
        assert again.editing.undo(page.id) is None


def test_a_project_to_read_keeps_what_it_says(project, page):
    project.close()
    with open_project(project.path, write=False) as again:
        assert again.furniture.of(page)
        with pytest.raises(ProjectReadOnly):
            again.furniture.set_all_story(page.id, on=True)


def test_nobody_is_an_article_that_is_not_there(project):
    project.furniture.set_all_story(DocumentId("nobody"), on=True)
    assert not project.furniture.is_all_story(DocumentId("nobody"))
