from pathlib import Path

import pytest

from annotator.errors import ProjectReadOnly
from annotator.services.filters import LONGEST_NAME, Filter
from annotator.services.projects import open_project
from tests.builders import make_project


def test_saved_searches_travel_with_the_project(tmp_path: Path) -> None:
    with make_project(tmp_path) as project:
        project.filters.save(Filter(" uang  tanpa pelaku ", "label:pug tanpa:pelaku", "spans"))
        project.filters.save(Filter("Amplop", "amplop*", "text"))
    with open_project(tmp_path / "pilkada.annotator") as project:
        assert project.filters.all() == (
            Filter("Amplop", "amplop*", "text"),
            Filter("uang tanpa pelaku", "label:pug tanpa:pelaku", "spans"),
        )


def test_one_of_the_same_name_is_replaced(tmp_path: Path) -> None:
    with make_project(tmp_path) as project:
        project.filters.save(Filter("a", "satu"))
        project.filters.save(Filter("a", "dua"))
        project.filters.save(Filter("b", "tiga"))
        assert [one.query for one in project.filters.all()] == ["dua", "tiga"]
        project.filters.rename("b", " a ")
        assert project.filters.all() == (Filter("a", "tiga"),)
        project.filters.rename("entah", "a")
        project.filters.rename("a", "a")
        assert project.filters.all() == (Filter("a", "tiga"),)
        project.filters.remove("a")
        project.filters.remove("a")
        assert project.filters.all() == ()


def test_a_name_is_needed_and_not_endless(tmp_path: Path) -> None:
    with make_project(tmp_path) as project:
        with pytest.raises(ValueError, match="name"):
            project.filters.save(Filter("  ", "x"))
        kept = project.filters.save(Filter("n" * 500, "x"))
        assert len(kept.name) == LONGEST_NAME
        with pytest.raises(ValueError, match="name"):
            project.filters.rename(kept.name, "")


@pytest.mark.parametrize(
    "odd",
    ["nonsense", "{}", '[1, {"query": "x"}, {"name": 5, "query": ""}, {"name": "", "query": ""}]'],
)
def test_what_cannot_be_read_is_left_out(tmp_path: Path, odd: str) -> None:
    with make_project(tmp_path) as project:
        project._store.database.run("INSERT INTO meta VALUES ('filters', ?)", (odd,))
        assert project.filters.all() == ()
        project.filters.save(Filter("a", "x"))
        assert project.filters.all() == (Filter("a", "x"),)


def test_what_a_newer_version_added_survives(tmp_path: Path) -> None:
    newer = '[{"name": "a", "query": "x", "mode": 7, "colour": "red"}]'
    with make_project(tmp_path) as project:
        project._store.database.run("INSERT INTO meta VALUES ('filters', ?)", (newer,))
        assert project.filters.all() == (Filter("a", "x"),)
        project.filters.rename("a", "b")
        stored = project._store.database.value("SELECT value FROM meta WHERE key = 'filters'")
        assert '"colour": "red"' in stored


def test_a_project_that_can_only_be_read_keeps_its_own(tmp_path: Path) -> None:
    with make_project(tmp_path) as project:
        project.filters.save(Filter("a", "x"))
        with open_project(project.path, write=False) as second:
            assert second.filters.all() == (Filter("a", "x"),)
            with pytest.raises(ProjectReadOnly):
                second.filters.remove("a")
