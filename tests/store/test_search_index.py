"""The index and our own matcher must agree; a damaged index may cost nothing but itself."""

import contextlib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.errors import StoreError
from annotator.services.projects import Project, open_project
from annotator.store.database import Database
from annotator.store.search_index import SearchIndex
from annotator.text.text_query import Matcher, parse_text_query
from tests.builders import OTHER_TEXT, TEXT, make_project

# letters that news are written in, with what may stand between them
_LETTERS = st.sampled_from("abkK áÉéñü\u0301\u0308 -–.,'’\"\n\u200b12🤑ßæ_")
_TEXTS = st.text(_LETTERS, min_size=1, max_size=30).filter(lambda text: bool(text.strip()))


def database_of(project: Project) -> Database:
    return project._store.database


def index_of(project: Project) -> SearchIndex:
    return SearchIndex(database_of(project))


def test_it_is_made_when_it_is_first_extended(tmp_path: Path) -> None:
    with make_project(tmp_path, [TEXT, OTHER_TEXT]) as project:
        index = index_of(project)
        assert index.can_be_made()
        assert (index.reach(), index.last()) == (0, 2)
        assert index.extend(1) == 1
        assert index.find(parse_text_query("lengkara"), best_first=True) == [1]
        assert index.extend(10) == 0
        assert index.find(parse_text_query("lengkara"), best_first=False) == [1, 2]
        assert index.reach() == 2


def test_an_index_of_another_form_is_made_anew(tmp_path: Path) -> None:
    with make_project(tmp_path, [TEXT]) as project:
        index = index_of(project)
        index.extend(10)
        for odd in ("0:1", "1:viele", "nonsense"):
            database_of(project).run("UPDATE meta SET value = ? WHERE key = 'search_index'", (odd,))
            assert index.reach() == 0
            assert index.extend(10) == 0
            assert index.find(parse_text_query("amplop"), best_first=True) == [1]


def test_an_extension_is_whole_or_not_at_all(tmp_path: Path) -> None:
    with make_project(tmp_path, [TEXT]) as project:
        index = index_of(project)
        with contextlib.suppress(RuntimeError), database_of(project).transaction():
            index.extend(10)
            raise RuntimeError
        assert index.reach() == 0
        index.drop()
        index.extend(10)
        assert index.find(parse_text_query("amplop"), best_first=True) == [1]


def test_it_survives_vacuum_and_a_rebuild_of_the_tables(tmp_path: Path) -> None:
    with make_project(tmp_path, [TEXT, OTHER_TEXT]) as project:
        index = index_of(project)
        index.extend(10)
        project._store.rebuild()
        database_of(project).run("VACUUM")
        assert index.find(parse_text_query("kotak"), best_first=True) == [2]
        assert database_of(project).all("PRAGMA integrity_check") == [("ok",)]


@pytest.mark.parametrize("part", ["data", "idx", "docsize", "config"])
def test_a_damaged_index_leaves_the_project_alone(tmp_path: Path, part: str) -> None:
    with make_project(tmp_path, [TEXT, OTHER_TEXT]) as project:
        database = database_of(project)
        index = index_of(project)
        index.extend(10)
        database.run(f"DELETE FROM search_index_{part}")
    # another connection, which remembers nothing of the index
    with open_project(tmp_path / "pilkada.annotator") as project:
        index = index_of(project)
        for document in project.documents.all():
            assert document.text in {TEXT, OTHER_TEXT}
        with contextlib.suppress(StoreError):
            index.find(parse_text_query("lengkara"), best_first=True)
        index.drop()
        assert index.extend(10) == 0
        assert index.find(parse_text_query("lengkara"), best_first=False) == [1, 2]


@given(st.lists(_TEXTS, min_size=1, max_size=6, unique=True), st.text(_LETTERS, max_size=12))
@settings(max_examples=20)
def test_index_and_matcher_agree(
    tmp_path_factory: pytest.TempPathFactory, texts: list[str], typed: str
) -> None:
    with make_project(tmp_path_factory.mktemp("agree"), texts) as project:
        index = index_of(project)
        index.extend(100)
        for query in (
            parse_text_query(typed),
            parse_text_query(typed, is_typing=True),
            parse_text_query(texts[0]),
            parse_text_query(f'"{texts[-1]}"'),
        ):
            matcher = Matcher(query)
            expected = [
                position
                for position, _, title, text in index.texts_after(0, 100)
                if matcher.accepts(title, text)
            ]
            assert index.find(query, best_first=False) == expected


@given(st.text(max_size=60))
@settings(max_examples=150)
def test_nothing_that_is_typed_is_an_error(typed: str) -> None:
    database = _Shared.index
    query = parse_text_query(typed)
    assert isinstance(database.find(query, best_first=True), list)
    assert isinstance(
        database.find(parse_text_query(typed, is_typing=True), best_first=False), list
    )


class _Shared:
    index: SearchIndex


@pytest.fixture(autouse=True, scope="module")
def _shared_project(tmp_path_factory: pytest.TempPathFactory):
    with make_project(tmp_path_factory.mktemp("typed"), [TEXT, OTHER_TEXT]) as project:
        _Shared.index = index_of(project)
        _Shared.index.extend(10)
        yield
