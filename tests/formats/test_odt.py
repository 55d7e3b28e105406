"""LibreOffice files: blanks as the standard counts them, notes and deletions left out and said."""

import odfdo
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.errors import FormatError
from annotator.formats.base import HEAD, Left, Reading
from annotator.formats.odt import FORMAT
from annotator.formats.registry import registry
from tests.formats.packages import odt


def _read(path) -> Reading:
    (reading,) = FORMAT.read(path)
    return reading


def _text(path) -> str:
    content = _read(path).content
    assert not isinstance(content, FormatError), content
    return content.document.text


WORDS = st.text(
    st.one_of(
        st.characters(min_codepoint=33, exclude_categories=("Cs", "Cc", "Cn", "Zl", "Zp")),
        st.just(" "),
    ),
    min_size=1,
).filter(lambda text: text.strip() == text)


@settings(max_examples=40)
@given(st.lists(WORDS, min_size=1, max_size=4))
def test_the_paragraphs_of_odfdo_come_back(tmp_path_factory, paragraphs: list[str]):
    path = tmp_path_factory.mktemp("odt") / "berita.odt"
    document = odfdo.Document("text")
    document.body.clear()
    for paragraph in paragraphs:
        document.body.append(odfdo.Paragraph(paragraph))
    document.save(str(path))
    assert _text(path) == "\n".join(paragraphs)


def test_it_is_recognised_by_what_is_in_it(tmp_path):
    path = odt(tmp_path / "berita.bin", "<text:p>Bawaslu</text:p>")
    found = registry().guess_importer(path)
    assert found is not None
    assert found.info.name == "odt"
    assert not FORMAT.accepts(b"PK\x03\x04" + b"x" * HEAD, path)


def test_blanks_tabs_and_breaks(tmp_path):
    body = (
        "<text:h>Judul\n   berita</text:h>"
        '<text:p> Isi<text:s text:c="3"/>dan<text:tab/>tab<text:line-break/> baris <text:span> dua'
        "</text:span> </text:p>"
    )
    assert _text(odt(tmp_path / "a.odt", body)) == "Judul berita\nIsi   dan\ttab\nbaris dua"


def test_notes_comments_and_deletions_are_left_out_and_said(tmp_path):
    body = (
        "<text:tracked-changes><text:p>dihapus</text:p></text:tracked-changes>"
        "<text:p>Bawaslu<text:note><text:p>catatan kaki</text:p></text:note> menduga"
        "<office:annotation><text:p>komentar</text:p></office:annotation> ada.</text:p>"
        "<text:p><draw:frame><draw:text-box><text:p>Kotak</text:p></draw:text-box></draw:frame>"
        "Isi</text:p>"
    )
    reading = _read(odt(tmp_path / "a.odt", body))
    assert reading.left == (Left("comments"), Left("footnotes"))
    assert _text(odt(tmp_path / "a.odt", body)) == "Bawaslu menduga ada.\nKotak\nIsi"


@pytest.mark.parametrize("count", ["999999999999", "0", "-4", "x"])
def test_blanks_are_not_taken_on_trust(tmp_path, count: str):
    text = _text(odt(tmp_path / "a.odt", f'<text:p>a<text:s text:c="{count}"/>b</text:p>'))
    assert text[0] + text[-1] == "ab"
    assert 3 <= len(text) <= 10_002


def test_bad_files_are_refused_in_words(tmp_path):
    entity = '<!DOCTYPE x [<!ENTITY a "aa">]>'
    for body, before, reason in (
        ("<text:p>&a;</text:p>", entity, "document type"),
        ("<text:p>", "", "damaged"),
        ("", "", "no text"),
    ):
        content = _read(odt(tmp_path / "a.odt", body, before)).content
        assert isinstance(content, FormatError)
        assert reason in content.reason
