"""Title and facts of a new document, from its text where nothing else knows better."""

import pytest

from annotator.model.document import Document
from annotator.model.ids import DocumentId
from annotator.services.described import described
from annotator.services.transfer import ImportOptions, import_paths
from tests.builders import make_project

PAGE = """id pilkada, Bawaslu, Arunika

Bawaslu Arunika terima laporan

Arunika (ANTARA) - Bawaslu Kabupaten Arunika menerima laporan warga, Senin (25/11/2024).

Pewarta: Rahmawati Ladiva
Editor: Teguh Armino
"""
FACTS = {
    "date": "2024-11-25",
    "outlet": "ANTARA",
    "place": "Arunika",
    "author": "Rahmawati Ladiva",
    "editor": "Teguh Armino",
}
FROM_TEXT = {f"{key}_from": "text" for key in FACTS}


@pytest.fixture
def documents(tmp_path):
    with make_project(tmp_path, texts=()) as made:
        yield made.documents


def test_a_pasted_article_says_its_facts_itself(documents):
    added = documents.add_text(PAGE, detect_language=False)
    found = documents.get(added.document)
    assert added.title == found.title == "Bawaslu Arunika terima laporan"
    assert found.text == PAGE
    assert found.metadata == {**FACTS, **FROM_TEXT}
    (row,) = documents.summaries()
    assert (row.date, row.source) == ("2024-11-25", "ANTARA")


def test_a_file_says_where_it_was_as_well(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(PAGE)
    with make_project(tmp_path, texts=()) as project:
        import_paths(project, [path], ImportOptions(detect_language=False))
        (found,) = project.documents.all()
    metadata = found.metadata
    assert metadata["outlet"] == "ANTARA"
    assert metadata["source"].endswith("a.txt")


def test_what_a_file_or_a_column_said_stays():
    known = {"date": "2020-01-01", "date_from": "column", "outlet": "Koran Samudra"}
    given = Document(DocumentId("d1"), "Judul lain", PAGE, metadata=known)
    found = described(given)
    assert found.title == "Judul lain"
    assert found.metadata["date"] == "2020-01-01"
    assert found.metadata["date_from"] == "column"
    assert found.metadata["outlet"] == "Koran Samudra"
    assert "outlet_from" not in found.metadata
    assert (found.metadata["author"], found.metadata["author_from"]) == ("Rahmawati Ladiva", "text")
