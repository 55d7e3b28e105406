from pathlib import Path

import pytest

from annotator.errors import Cancelled, ProjectReadOnly
from annotator.services.jobs import Progress
from annotator.services.projects import Project, open_project
from annotator.services.search import parse_text_query
from annotator.store.search_index import SearchIndex
from tests.builders import OTHER_TEXT, TEXT, make_project

THIRD = "Tim sukses membagikan amplop.\n\nAmplop berisi uang, kata Panwas."


@pytest.fixture
def project(tmp_path: Path):
    with make_project(tmp_path, [TEXT, OTHER_TEXT, THIRD]) as made:
        yield made


def titles(project: Project, typed: str) -> list[str]:
    found = project.search.find(parse_text_query(typed), best_first=False)
    return [item.title.split()[0] for item in project.search.hits(found)]


def test_a_search_is_right_before_there_is_an_index_and_after(project: Project) -> None:
    for typed, expected in (
        ("amplop", ["Bawaslu", "Tim"]),
        ("lengkara -amplop", ["Ketua"]),
        ('"kotak suara"', ["Ketua"]),
        ("panwas OR kpps", ["Ketua", "Tim"]),
        ("-amplop", []),
        ("entah", []),
    ):
        project.search.catch_up(anew=True)
        assert titles(project, typed) == expected
        SearchIndex(project._store.database).drop()
        assert titles(project, typed) == expected


def test_what_came_in_since_is_found_too(project: Project) -> None:
    assert project.search.catch_up() == 3
    assert project.search.behind() == 0
    project.documents.add_text("Amplop lain lagi.", detect_language=False)
    assert project.search.behind() == 1
    assert titles(project, "amplop") == ["Bawaslu", "Tim", "Amplop"]
    assert project.search.catch_up() == 1
    assert titles(project, "amplop") == ["Bawaslu", "Tim", "Amplop"]


def test_the_best_come_first(project: Project) -> None:
    project.search.catch_up()
    found = project.search.find(parse_text_query("amplop"))
    first, second = project.search.hits(found)
    assert first.title.startswith("Tim")
    assert second.title.startswith("Bawaslu")


def test_hits_say_where_the_words_stand(project: Project) -> None:
    project.search.catch_up()
    found = project.search.find(parse_text_query("amplop uang"))
    (item,) = project.search.hits(found)
    assert item.text == THIRD
    assert [item.text[start:end] for start, end in item.hits] == ["amplop", "Amplop", "uang"]
    assert list(project.search.hits(found, first=1)) == []
    assert list(project.search.hits(found, most=0)) == []


def test_a_word_of_the_title_alone_finds_the_article(tmp_path: Path) -> None:
    with make_project(tmp_path, []) as project:
        project.documents.add_text("Isi berita.", title="Netralitas ASN", detect_language=False)
        for _ in range(2):
            (item,) = project.search.hits(project.search.find(parse_text_query("netralitas isi")))
            assert item.hits == [(0, 3)]
            (item,) = project.search.hits(project.search.find(parse_text_query("netralitas")))
            assert item.hits == []
            project.search.catch_up()


def test_a_damaged_index_is_told_and_does_no_harm(project: Project) -> None:
    project.search.catch_up()
    project._store.database.run("DELETE FROM search_index_data")
    path = project.path
    project.close()
    with open_project(path) as again:
        found = again.search.find(parse_text_query("amplop"), best_first=False)
        assert found.is_damaged
        assert len(found.positions) == 2
        again.search.catch_up(anew=True)
        found = again.search.find(parse_text_query("amplop"), best_first=False)
        assert not found.is_damaged
        assert len(found.positions) == 2


def test_without_fts5_texts_are_read(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(SearchIndex, "can_be_made", lambda _: False)
    assert project.search.catch_up() == 0
    assert project.search.behind() == 0
    assert titles(project, "amplop") == ["Bawaslu", "Tim"]


def test_a_project_that_can_only_be_read_is_searched(project: Project) -> None:
    with open_project(project.path, write=False) as second:
        assert titles(second, "amplop") == ["Bawaslu", "Tim"]
        with pytest.raises(ProjectReadOnly):
            second.search.catch_up()
        project.search.catch_up()
        assert second.search.catch_up() == 0
        assert titles(second, "amplop") == ["Bawaslu", "Tim"]


def test_a_search_can_be_given_up(project: Project) -> None:
    with pytest.raises(Cancelled):
        project.search.find(parse_text_query("amplop"), Progress(cancelled=lambda: True))
    with pytest.raises(Cancelled):
        project.search.catch_up(Progress(cancelled=lambda: True))


def test_candidates_hold_all_the_words(project: Project) -> None:
    bawaslu, ketua, tim = (document.id for document in project.documents.all())
    for _ in range(2):
        assert project.search.candidates(["AMPLOP"]) == [bawaslu, tim]
        assert project.search.candidates(["Desa Lengkara"]) == [bawaslu, ketua]
        assert project.search.candidates(["desa", "amplop"]) == [bawaslu]
        assert project.search.candidates(["lengk*"]) == [bawaslu, ketua]
        assert project.search.candidates(["entah"]) == []
        assert project.search.candidates(["?"]) == [bawaslu, ketua, tim]
        project.search.catch_up()
