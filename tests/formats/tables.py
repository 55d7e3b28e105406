"""What tests of tables have in common."""

from collections.abc import Iterable
from pathlib import Path

from hypothesis import strategies as st

from annotator.errors import FormatError
from annotator.formats.base import USUAL, Bundle, Reading, ReadOptions
from annotator.formats.columns import Tabular
from annotator.model.document import Document
from tests.formats.strategies import notes, texts

LONG = "Bawaslu Kabupaten Samudra memeriksa laporan warga tentang amplop. " * 4
ROWS = st.lists(st.tuples(notes, texts, notes), min_size=1, max_size=6)
"""Title, text, and a column for nothing."""
CHOSEN = ReadOptions(columns={"title": "judul", "text": "isi"})


def readings(form: Tabular, path: Path, options: ReadOptions = USUAL) -> list[Reading]:
    return list(form.read(path, options))


def documents(form: Tabular, path: Path, options: ReadOptions = USUAL) -> list[Document]:
    return [_document(reading) for reading in form.read(path, options)]


def problems(found: Iterable[Reading]) -> list[tuple[int, str]]:
    """Return line and reason of what could not be read, with the detail that is told beside."""
    return [
        (item.line, ": ".join([item.content.reason, *(left.detail for left in item.left)]))
        for item in found
        if isinstance(item.content, FormatError)
    ]


def _document(reading: Reading) -> Document:
    assert isinstance(reading.content, Bundle), reading.content
    return reading.content.document


def said(rows: Iterable[tuple[str, str, str]], found: Iterable[Document]) -> None:
    """Assert that documents say what rows of title, text and something else said."""
    for (title, text, other), document in zip(rows, found, strict=True):
        assert document.text == text
        assert document.title == title.strip()
        assert document.metadata.get("catatan", "") == (other if other.strip() else "")
