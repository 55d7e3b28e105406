import hashlib
import re
from dataclasses import FrozenInstanceError

import pytest

from annotator.model.document import Document, Language, text_hash
from annotator.model.ids import AnnotatorId, DocumentId
from annotator.model.project import Annotator, DocumentSummary, Status

TEXT = "Warga Lengkara melapor 😀\n"


def test_equal_texts_are_the_same_whatever_else_differs() -> None:
    one = Document(DocumentId("1"), "Satu", TEXT)
    two = Document(DocumentId("2"), "Dua", TEXT, Language("id", 1.0), {"source": "dua.txt"})
    assert one.sha256 == two.sha256 == hashlib.sha256(TEXT.encode()).hexdigest()
    assert Document(DocumentId("1"), "Satu", TEXT + " ").sha256 != one.sha256
    assert one.language == Language("unknown", 0.0)


def test_a_lone_surrogate_has_no_hash() -> None:
    with pytest.raises(UnicodeEncodeError):
        text_hash("\ud83d")


def test_a_document_cannot_be_changed() -> None:
    document = Document(DocumentId("1"), "Satu", TEXT)
    with pytest.raises(FrozenInstanceError):
        document.text = ""
    with pytest.raises(TypeError):
        document.metadata["source"] = "x"
    annotator = Annotator(AnnotatorId("m"), "Rahmawati Ladiva")
    with pytest.raises(FrozenInstanceError):
        annotator.name = ""
    with pytest.raises(AttributeError):
        DocumentSummary(DocumentId("1"), "Satu", Status.NEW, 0, "id", "", 5).title = ""


def test_the_words_of_a_status_are_what_files_hold() -> None:
    """They stand in journals and exports, so they never change."""
    assert list(Status) == ["new", "in_progress", "done", "skipped", "flagged"]
    assert all(re.fullmatch("[a-z_]+", status) for status in Status)
