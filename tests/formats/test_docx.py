"""Word files: all text that is in force, nothing that was deleted."""

import zipfile
from pathlib import Path

import docx as python_docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.errors import FormatError
from annotator.formats.base import HEAD, Left, Reading
from annotator.formats.docx import FORMAT
from annotator.formats.registry import registry
from tests.formats.packages import docx


def _read(path: Path) -> Reading:
    (reading,) = FORMAT.read(path)
    return reading


def _text(path: Path) -> str:
    content = _read(path).content
    assert not isinstance(content, FormatError), content
    return content.document.text


def _paragraph(*runs: str) -> str:
    return "<w:p>" + "".join(runs) + "</w:p>"


def _run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


WORDS = st.text(
    st.characters(min_codepoint=33, exclude_categories=("Cs", "Cc", "Cn", "Zl", "Zp")), min_size=1
)


@settings(max_examples=40)
@given(st.lists(WORDS, min_size=1, max_size=5))
def test_the_paragraphs_of_python_docx_come_back(tmp_path_factory, paragraphs: list[str]):
    path = tmp_path_factory.mktemp("docx") / "berita.docx"
    document = python_docx.Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    document.save(str(path))
    assert _text(path) == "\n".join(paragraphs)


def test_it_is_recognised_by_what_is_in_it(tmp_path: Path):
    path = docx(tmp_path / "berita.bin", _paragraph(_run("Bawaslu Samudra")))
    found = registry().guess_importer(path)
    assert found is not None
    assert found.info.name == "docx"
    plain = tmp_path / "lain.docx"
    with zipfile.ZipFile(plain, "w") as package:
        package.writestr("berita.txt", "Bawaslu")
    assert not FORMAT.accepts(plain.read_bytes()[:HEAD], plain)
    cut = tmp_path / "potong.docx"
    cut.write_bytes(b"PK\x03\x04 dan tak lebih")
    assert not FORMAT.accepts(cut.read_bytes(), cut)


def test_what_was_inserted_is_in_and_what_was_deleted_is_out(tmp_path: Path):
    body = _paragraph(
        _run("Bawaslu "),
        f"<w:ins>{_run('menduga ')}</w:ins>",
        "<w:del><w:r><w:delText>memastikan </w:delText></w:r></w:del>",
        f"<w:moveFrom>{_run('dulu ')}</w:moveFrom>",
        f"<w:sdt><w:sdtContent>{_run('ada ')}</w:sdtContent></w:sdt>",
        f"<w:hyperlink>{_run('politik uang')}</w:hyperlink>",
    )
    assert _text(docx(tmp_path / "a.docx", body)) == "Bawaslu menduga ada politik uang"


def test_tables_boxes_breaks_and_tabs(tmp_path: Path):
    tabs = "<w:pPr><w:tabs><w:tab/></w:tabs></w:pPr>"
    box = (
        "<mc:AlternateContent><mc:Choice><w:txbxContent>"
        + _paragraph(_run("Kotak"))
        + "</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>"
        + _paragraph(_run("Kotak"))
        + "</w:txbxContent></mc:Fallback></mc:AlternateContent>"
    )
    body = (
        _paragraph(tabs, _run("Judul"), "<w:r><w:tab/><w:br/></w:r>", _run("baris"))
        + _paragraph(f"<w:r>{box}</w:r>", _run("Isi"))
        + f"<w:tbl><w:tr><w:tc>{_paragraph(_run('Suara'))}</w:tc>"
        + f"<w:tc>{_paragraph(_run('1.204'))}</w:tc></w:tr></w:tbl>"
    )
    assert _text(docx(tmp_path / "a.docx", body)) == "Judul\t\nbaris\nKotak\nIsi\nSuara\n1.204"


def test_what_stands_beside_the_text_is_said(tmp_path: Path):
    body = _paragraph(_run("Isi"), "<w:r><w:footnoteReference/><w:commentReference/></w:r>")
    assert _read(docx(tmp_path / "a.docx", body)).left == (Left("comments"), Left("footnotes"))


ENTITY = '<!DOCTYPE x [<!ENTITY a "aa"><!ENTITY b SYSTEM "file:///etc/hostname">]>'


@pytest.mark.parametrize(
    ("body", "before", "reason"),
    [
        (_paragraph(_run("&a;&b;")), ENTITY, "document type"),
        ("<w:p>", "", "damaged"),
        (_paragraph(), "", "no text"),
        ("<w:p>" * 3000 + "</w:p>" * 3000, "", "damaged"),
    ],
)
def test_bad_files_are_refused_in_words(tmp_path: Path, body: str, before: str, reason: str):
    content = _read(docx(tmp_path / "a.docx", body, before)).content
    assert isinstance(content, FormatError)
    assert reason in content.reason


def test_a_part_that_unpacks_to_too_much_is_refused(tmp_path: Path, monkeypatch):
    monkeypatch.setattr("annotator.formats.packages.PART_LIMIT", 1000)
    content = _read(docx(tmp_path / "a.docx", _paragraph(_run("a" * 2000)))).content
    assert isinstance(content, FormatError)
    assert "longer than 1000" in content.reason


def test_a_cut_file_is_refused(tmp_path: Path):
    path = docx(tmp_path / "a.docx", _paragraph(_run("Bawaslu")))
    data = path.read_bytes()
    for length in range(0, len(data), 37):
        path.write_bytes(data[:length])
        assert isinstance(_read(path).content, FormatError)
