"""The language of an article: found, told of whole paragraphs, and a person's own choice."""

import pytest

from annotator.errors import ProjectReadOnly, StoreError
from annotator.formats.jsonl import FORMAT, line_of
from annotator.model.document import Language
from annotator.model.ids import DocumentId
from annotator.services.lists import Wanted
from annotator.services.projects import open_project
from annotator.services.transfer import export_project, import_paths
from tests.builders import make_project
from tests.text.test_function_words import EN, ID, JV


@pytest.fixture
def project(tmp_path):
    with make_project(tmp_path, ()) as made:
        yield made


def _add(project, text: str) -> DocumentId:
    return project.documents.add_text(text).document


def test_languages_that_langdetect_does_not_know_are_told_apart(project):
    document = _add(project, f"{JV}\n{JV.upper()}")
    language = project.documents.get(document).language
    assert language.code == "jv"
    assert 0.5 < language.share <= 1


def test_paragraphs_in_another_language_are_told_and_can_be_filtered(project):
    _add(project, ID)
    mixed = _add(project, f"{ID} {ID}\n{EN}")
    found = project.documents.get(mixed).language
    assert (found.code, found.others) == ("id", ("en",))
    assert list(project.lists.find(Wanted("mix:yes"))) == [2]
    assert list(project.lists.find(Wanted("lang:id"))) == [1, 2]


def test_a_person_knows_better(project, tmp_path):
    document = _add(project, f"{ID} x")
    _add(project, f"{ID} y")
    assert list(project.lists.find(Wanted("lang:ms"))) == []
    project.documents.set_language(document, "ms")
    project.lists.put(project.documents.summary(document))
    assert list(project.lists.find(Wanted("lang:ms"))) == [1]
    assert list(project.lists.find(Wanted("lang:id"))) == [2]
    chosen = project.documents.get(document)
    assert chosen.language == Language("ms", 1.0)
    assert chosen.metadata["language_from"] == "person"
    with open_project(project.path, write=False) as again:
        assert again.documents.get(document) == chosen
        with pytest.raises(ProjectReadOnly):
            again.documents.set_language(document, "id")
    with pytest.raises(StoreError):
        project.documents.set_language(DocumentId("nothing"), "id")


def test_all_of_it_goes_out_and_comes_in(project, tmp_path):
    document = _add(project, f"{ID} {ID}\n{EN}")
    project.documents.set_language(document, "ms")
    target = tmp_path / "keluar.jsonl"
    export_project(project, target, "jsonl")
    with make_project(tmp_path, (), name="lain") as other:
        import_paths(other, [target])
        assert other.documents.get(document) == project.documents.get(document)
    (reading,) = FORMAT.read(target)
    assert line_of(reading.content, project.scheme) == target.read_bytes()
