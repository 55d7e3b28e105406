"""Web pages: the article and what the page says about it; nothing is fetched, nothing is run."""

import socket
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.errors import FormatError
from annotator.formats.base import Bundle, Left, Reading
from annotator.formats.html import FORMAT, article_of
from annotator.formats.registry import registry

PAGE = """<!DOCTYPE html>
<html lang="id"><head><meta charset="utf-8">
<title>Bawaslu Samudra terima laporan | Kabar Samudra</title>
<meta name="author" content="Rina Ladiva"><meta property="og:site_name" content="Kabar Samudra">
<meta property="og:url" content="https://kabar.example/pilkada/1">
<meta property="article:published_time" content="2024-11-25T10:00:00+07:00"></head>
<body><nav><a href="/">Beranda</a><a href="/politik">Politik</a></nav>
<article><h1>Bawaslu Samudra terima laporan</h1>
<p>Bawaslu menerima laporan politik uang di Kabupaten Samudra pada Senin, kata ketua. 😀</p>
<p>Paragraf kedua menyebut para saksi telah dimintai keterangan &amp; pulang ke rumah.</p>
<script>fetch("https://jahat.example/")</script><img src="https://jahat.example/x.png">
</article><footer>Hak cipta</footer></body></html>"""


@pytest.fixture(autouse=True)
def offline(monkeypatch):
    """Let every attempt to reach somebody fail the test."""

    def refuse(*_arguments: object, **_named: object) -> None:
        raise AssertionError("somebody was asked for something")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


def _read(path: Path) -> Reading:
    (reading,) = FORMAT.read(path)
    return reading


def _bundle(path: Path) -> Bundle:
    content = _read(path).content
    assert isinstance(content, Bundle), content
    return content


def _file(folder: Path, page: str | bytes) -> Path:
    path = folder / "berita"
    path.write_bytes(page.encode() if isinstance(page, str) else page)
    return path


def test_the_article_and_what_the_page_says_about_it(tmp_path: Path):
    path = _file(tmp_path, PAGE)
    bundle = _bundle(path)
    text = bundle.document.text
    assert bundle.document.title == "Bawaslu Samudra terima laporan"
    assert text.startswith("Bawaslu Samudra terima laporan\nBawaslu menerima laporan")
    assert "kata ketua. 😀" in text
    assert "keterangan & pulang" in text
    assert "fetch" not in text
    assert "Beranda" not in text
    assert bundle.document.metadata == {
        "source": "berita",
        "encoding": "utf-8",
        "date": "2024-11-25",
        "date_from": "page",
        "author": "Rina Ladiva",
        "author_from": "page",
        "outlet": "Kabar Samudra",
        "outlet_from": "page",
        "url": "https://kabar.example/pilkada/1",
        "url_from": "page",
    }


def test_the_page_is_kept_byte_for_byte(tmp_path: Path):
    original = _bundle(_file(tmp_path, PAGE)).original
    assert original is not None
    assert (original.name, original.media_type) == ("berita", "text/html")
    assert original.data == PAGE.encode()


@pytest.mark.parametrize(
    ("encoding", "declared", "name"),
    [
        ("utf-8-sig", "", "utf-8"),
        ("utf-16", "", "utf-16-le"),
        ("cp1252", '<meta charset="iso-8859-1">', "cp1252"),
        ("utf-8", '<meta charset="iso-8859-7x">', "utf-8"),
        (
            "iso-8859-2",
            '<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-2">',
            None,
        ),
    ],
)
def test_encodings(tmp_path: Path, encoding: str, declared: str, name: str | None):
    page = f"<html><head>{declared}</head><body><p>Kata “ketua” café</p></body></html>"
    if encoding == "iso-8859-2":
        page = page.replace("“", '"').replace("”", '"')
    document = _bundle(_file(tmp_path, page.encode(encoding))).document
    assert document.metadata["encoding"] == (name or encoding)
    assert document.text == ("Kata “ketua” café" if name else 'Kata "ketua" café')


@pytest.mark.parametrize(
    ("data", "is_page"),
    [
        (b"<!DOCTYPE html><html>", True),
        (b'\xef\xbb\xbf<?xml version="1.0"?>\n<!-- x --><HTML lang="id">', True),
        ("<html><body>".encode("utf-16"), True),
        (b"<p>Berita</p>", True),
        (b'<?xml version="1.0"?><xmi:XMI>', False),
        (b"<pilkada> adalah", False),
        (b"Bawaslu <html> lapor", False),
        (b"<" * 9000, False),
        (b"<!--" * 3000, False),
        (b"", False),
    ],
)
def test_pages_are_recognised(data: bytes, is_page: bool):
    assert FORMAT.accepts(data, Path("x")) is is_page


def test_the_registry_finds_it_without_a_suffix(tmp_path: Path):
    found = registry().guess_importer(_file(tmp_path, PAGE))
    assert found is not None
    assert found.info.name == "html"


def test_a_short_page_is_taken_whole_and_that_is_said():
    article = article_of("<p>Pendek</p>")
    assert article.text == "Pendek"
    assert article.left == (Left("whole_page"),)


def test_a_headline_outside_the_main_text_is_put_before_it():
    page = PAGE.replace("<h1>Bawaslu Samudra terima laporan</h1>", "")
    text = article_of(page).text
    assert text.startswith(("Bawaslu Samudra terima laporan\n\n", "Bawaslu menerima"))
    assert text.count("Bawaslu Samudra terima laporan") <= 1


def test_entities_of_a_document_type_are_not_expanded():
    bombs = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    page = (
        f'<!DOCTYPE html [<!ENTITY a0 "lol">{bombs}<!ENTITY f SYSTEM "file:///etc/hostname">]>'
        "<html><body><p>Isi &a11; &f; yang cukup panjang untuk berita.</p></body></html>"
    )
    text = article_of(page).text
    assert "lollol" not in text
    assert len(text) < 500


def test_a_page_of_very_many_tags_is_taken_without_trafilatura(monkeypatch):
    monkeypatch.setattr("annotator.formats.html._MOST_TAGS", 10)
    assert article_of(PAGE).left == (Left("whole_page"),)


def test_a_page_that_the_library_fails_on_is_taken_whole(monkeypatch):
    import trafilatura

    def fail(*_arguments: object, **_named: object) -> None:
        raise RecursionError

    monkeypatch.setattr(trafilatura, "bare_extraction", fail)
    assert article_of(PAGE).left == (Left("whole_page"),)


@pytest.mark.parametrize("page", ["<html></html>", "<html><body><script>x</script></body></html>"])
def test_a_page_without_text_is_refused(tmp_path: Path, page: str):
    content = _read(_file(tmp_path, page)).content
    assert isinstance(content, FormatError)
    assert "no text" in content.reason


def test_a_page_that_is_too_long_is_refused(tmp_path: Path, monkeypatch):
    monkeypatch.setattr("annotator.formats.html.LIMIT", 100)
    content = _read(_file(tmp_path, PAGE)).content
    assert isinstance(content, FormatError)
    assert "longer than 100" in content.reason


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["<p>", "</p>", "<div>", "<script>", "<!--", "kata ", "&amp;", "<", "\x00", "😀"]
        )
    )
)
def test_nothing_breaks_it(pieces: list[str]):
    article = article_of("<html>" + "".join(pieces))
    assert "\x00" not in article.text
