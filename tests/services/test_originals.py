"""The page an article was taken from is given back byte for byte."""

import pytest

from annotator.errors import StoreError
from annotator.model.document import Original
from annotator.services.projects import open_project
from annotator.services.transfer import import_paths
from tests.builders import make_project, only_document

PAGE = (
    "<!DOCTYPE html><html><body><h1>Bawaslu Samudra terima laporan</h1>"
    "<p>Bawaslu menerima laporan politik uang, kata ketua. 😀</p><script>x()</script></body></html>"
).encode()


@pytest.fixture
def project(tmp_path):
    with make_project(tmp_path) as made:
        yield made


@pytest.fixture
def page(tmp_path):
    path = tmp_path / "berita.html"
    path.write_bytes(PAGE)
    return path


def test_a_page_is_kept_with_its_article(project, page, tmp_path):
    report = import_paths(project, [page])
    assert (report.documents_added, report.skipped) == (1, ())
    document = project.documents.summaries()[-1].id
    assert project.originals.of(document) == Original("berita.html", "text/html", PAGE)
    target = tmp_path / "simpan.html"
    assert project.originals.save(document, target)
    assert target.read_bytes() == PAGE
    with open_project(project.path, write=False) as again:
        assert again.originals.of(document).data == PAGE


def test_the_same_page_again_keeps_the_first(project, page):
    import_paths(project, [page])
    report = import_paths(project, [page])
    assert (report.documents_added, report.documents_known) == (0, 1)


def test_an_article_that_came_as_text_has_none(project, tmp_path):
    document = only_document(project)
    assert project.originals.of(document) is None
    assert not project.originals.save(document, tmp_path / "x.html")
    assert not (tmp_path / "x.html").exists()


def test_a_damaged_one_is_named(project):
    document = project.documents.add_text("Isi")
    project.originals.keep(document.document, Original("a", "text/html", b"x"))
    project._store.database.run("UPDATE original SET packed = x'00'")
    with pytest.raises(StoreError, match="damaged"):
        project.originals.of(document.document)
