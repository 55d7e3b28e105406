"""PDF files: the text layer with paragraphs joined; pictures of pages are named as such."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.errors import FormatError
from annotator.formats.base import Bundle, Left, Reading
from annotator.formats.pdf import FORMAT, flowing
from annotator.formats.registry import registry

LINES = ("Bawaslu Samudra terima laporan", "Ketua menyebut nama Rahmawati (54).")


def _pdf(path: Path, *pages: tuple[str, ...]) -> Path:
    """Write a PDF by hand: a page of Helvetica for each tuple of lines, an empty tuple for none."""
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    kids = []
    for lines in pages:
        shown = " T* ".join(
            "({}) Tj".format(line.replace("(", r"\(").replace(")", r"\)")) for line in lines
        )
        stream = f"BT /F1 12 Tf 14 TL 72 720 Td {shown} ET" if lines else ""
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {len(objects)} 0 R"
            " /Resources << /Font << /F1 3 0 R >> >> >>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    data = b"%PDF-1.4\n"
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(data))
        data += f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
    end += f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(data)}\n%%EOF\n"
    path.write_bytes(data + end.encode())
    return path


def _read(path: Path) -> Reading:
    (reading,) = FORMAT.read(path)
    return reading


def test_the_text_layer_is_the_article(tmp_path: Path):
    path = _pdf(tmp_path / "berita", LINES, ("Halaman dua.",))
    found = registry().guess_importer(path)
    assert found is not None
    assert found.info.name == "pdf"
    content = _read(path).content
    assert isinstance(content, Bundle)
    assert content.document.text == "\n".join(LINES) + "\n\nHalaman dua."
    assert content.document.metadata == {"source": "berita"}


def test_a_scanned_file_is_named_as_such(tmp_path: Path):
    content = _read(_pdf(tmp_path / "a.pdf", (), ())).content
    assert isinstance(content, FormatError)
    assert "scanned" in content.reason


def test_single_scanned_pages_are_named(tmp_path: Path):
    assert _read(_pdf(tmp_path / "a.pdf", LINES, (), LINES, ())).left == (
        Left("scanned_pages", detail="2, 4"),
    )


def test_damaged_files_are_refused(tmp_path: Path):
    path = _pdf(tmp_path / "a.pdf", LINES)
    data = path.read_bytes()
    path.write_bytes(data[:40])
    content = _read(path).content
    assert isinstance(content, FormatError)
    assert "damaged" in content.reason
    path.write_bytes(b"%PDF-1.4\n")
    assert isinstance(_read(path).content, FormatError)


@pytest.mark.parametrize("length", range(60, 760, 70))
def test_a_cut_file_is_an_article_or_refused(tmp_path: Path, length: int):
    path = _pdf(tmp_path / "a.pdf", LINES)
    path.write_bytes(path.read_bytes()[:length])
    content = _read(path).content
    assert isinstance(content, FormatError) or content.document.text in "\n".join(LINES)


def test_too_many_pages_are_refused(tmp_path: Path, monkeypatch):
    monkeypatch.setattr("annotator.formats.pdf.MOST_PAGES", 1)
    content = _read(_pdf(tmp_path / "a.pdf", LINES, LINES)).content
    assert isinstance(content, FormatError)
    assert "2 pages" in content.reason


def test_only_files_that_begin_like_one_are_taken():
    assert FORMAT.accepts(b"junk\n%PDF-1.7", Path("x"))
    assert not FORMAT.accepts(b"Kata %PDF" + b" " * 2000 + b"%PDF-", Path("x"))


WIDE = "Bawaslu menerima laporan tentang pembagian uang di tiga desa di Kecamatan"


def test_lines_of_a_paragraph_are_joined():
    page = f"Judul\n{WIDE}\n{WIDE}\nMekar.\n\nSaksi pulang.\n{WIDE}\nakhir."
    assert flowing(page) == f"Judul\n{WIDE} {WIDE} Mekar.\n\nSaksi pulang.\n{WIDE} akhir."


def test_a_parted_word_is_put_together():
    assert flowing(f"{WIDE} ke\x02\ncamatan.") == f"{WIDE} kecamatan."


def test_lists_keep_their_lines():
    assert flowing("Satu\nDua\nTiga") == "Satu\nDua\nTiga"


@given(st.text(st.sampled_from("ab .\n"), max_size=400))
def test_joining_changes_nothing_but_white_space(page: str):
    assert flowing(page).split() == page.split()
