import codecs
import gzip
import json
import sqlite3
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.text.decoding import Decoded, DecodeRefused, RefusalReason, decode

EDGE_TEXTS = Path(__file__).resolve().parents[2].parent / "shared" / "data" / "edge-texts"
QUOTED = "“Tolak politik uang”, kata Rahmawati Ladiva – Jumat…\n"


UTF16 = ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))


def refusal(data: bytes) -> RefusalReason:
    with pytest.raises(DecodeRefused) as caught:
        decode(data)
    return caught.value.reason


def zipped() -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("word/document.xml", "<w:t>Berita</w:t>")
    return buffer.getvalue()


def database() -> bytes:
    connection = sqlite3.connect(":memory:")
    connection.execute("create table berita (teks)")
    data = connection.serialize()
    connection.close()
    return data


@pytest.mark.parametrize(
    ("mark", "codec", "name"),
    [
        (b"", "utf-8", "utf-8"),
        (codecs.BOM_UTF8, "utf-8", "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le", "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be", "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le", "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be", "utf-32-be"),
    ],
)
def test_unicode_with_and_without_mark(mark: bytes, codec: str, name: str) -> None:
    text = "Bawaslu 🗳️ Samudra – e\u0301\u2028\u00a0\ufeff ya"
    assert decode(mark + text.encode(codec)) == Decoded(text, name, guessed=False)


CONTROLS = "".join(map(chr, {*range(32), 0x7F} - {*b"\t\n\f\v\x1b"}))  # many of them are binary


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters=CONTROLS)))
def test_nothing_but_line_ends_is_changed(text: str) -> None:
    text = f"Berita {text}"
    for codec in ("utf-8", "utf-8-sig"):
        assert decode(text.encode(codec)).text == text
    for mark, codec in UTF16:
        assert decode(mark + text.encode(codec)) == Decoded(text, codec)


def test_line_ends_become_one_newline_each() -> None:
    assert decode(b"a\r\nb\rc\n\rd\r\r\n").text == "a\nb\nc\n\nd\n\n"
    assert decode("a\r\nb\rc".encode("utf-16")).text == "a\nb\nc"


def test_only_the_first_byte_order_mark_is_one() -> None:
    assert decode(codecs.BOM_UTF8 * 2 + b"a").text == "\ufeffa"


@pytest.mark.parametrize(
    "text",
    [
        QUOTED,
        "José Müller hadir di Café Samudra",
        "Suhu 50° – harga €5, kata ‘dia’",
        "Ketua Bawaslu bilang aman. " * 20_000 + "Lalu “naïve” disebut.",
        "Ketua Bawaslu “bilang” naïve itu aman. " * 500,
    ],
)
def test_quotes_and_stray_accents_are_cp1252(text: str) -> None:
    assert decode(text.encode("cp1252")) == Decoded(text, "cp1252", guessed=True)


@pytest.mark.parametrize(
    ("text", "codec"),
    [
        ("Кандидат сказал, что выборы честные и прозрачные", "cp1251"),
        ("日本の選挙管理委員会は公正な選挙を行う。", "shift_jis"),
        ("选举委员会说这次选举是公正的。" * 20, "gb18030"),
        ("Każdy obywatel głosuje w wyborach, żeby wybrać władzę źle", "cp1250"),
    ],
)
def test_other_encodings_are_guessed(text: str, codec: str) -> None:
    decoded = decode(text.encode(codec))
    assert decoded.text == text
    assert decoded.guessed
    assert decoded.encoding != "cp1252"


def test_what_is_cp1252_is_called_so_whatever_the_guess_was() -> None:
    text = "Größe für Wähler müßte später über Bürger ärgerlich höher fällig."
    assert decode(text.encode("cp1252")) == Decoded(text, "cp1252", guessed=True)


def test_a_guess_from_a_sample_reads_the_whole() -> None:
    text = "abc " * 100_000 + "Кандидат сказал, что выборы честные и прозрачные. " * 20_000
    assert decode(text.encode("cp1251")).text == text


@pytest.mark.parametrize(
    "data",
    [b"", b" \n\t\r\n", codecs.BOM_UTF8, codecs.BOM_UTF16_LE, "\u00a0\u200b\ufeff".encode()],
    ids=ascii,
)
def test_nothing_and_blanks_are_empty(data: bytes) -> None:
    assert refusal(data) is RefusalReason.EMPTY


@pytest.mark.parametrize(
    "data",
    [b"a\0b", "a\0b".encode("utf-16"), "Berita".encode("utf-16-le"), b"a\0\x93b"],
    ids=ascii,
)
def test_nul(data: bytes) -> None:
    assert refusal(data) is RefusalReason.NUL


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7\n1 0 obj",
        zipped(),
        database(),
        gzip.compress(b"Berita", mtime=0),
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
        b"\xff\xd8\xff\xe0\0\x10JFIF",
        b"GIF89a\x01\0",
        b"\x7fELF\x02\x01\x01",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0",
        b"\x01\x02\x03\x04 abc",
        bytes(range(1, 256)) * 8,
    ],
    ids=lambda data: ascii(data[:8]),
)
def test_binary(data: bytes) -> None:
    assert refusal(data) is RefusalReason.BINARY


def test_one_stray_control_character_is_no_binary() -> None:
    assert decode(b"Hal 1\x07 dan\f 2").text == "Hal 1\x07 dan\f 2"


@pytest.mark.parametrize(
    ("letters", "controls", "is_text"),
    [(3, 3, True), (20, 4, False), (195, 4, False), (196, 4, True)],
)
def test_how_many_control_characters_a_text_may_hold(
    letters: int, controls: int, is_text: bool
) -> None:
    """Three however short it is, else one in fifty."""
    data = b"a" * letters + b"\x07" * controls
    if is_text:
        assert decode(data).text == data.decode()
    else:
        assert refusal(data) is RefusalReason.BINARY


@pytest.mark.parametrize(
    "data",
    [
        b"a\xed\xa0\xbd\xed\xb8\x80b",
        b"a\xed\xb0\x80",
        codecs.BOM_UTF8 + b"a\xed\xa0\x80b",
        codecs.BOM_UTF16_LE + b"a\0\x3d\xd8",
        codecs.BOM_UTF16_LE + b"\x00\xdea\0",
        codecs.BOM_UTF32_LE + b"a\0\0\0\0\xd8\0\0",
    ],
    ids=ascii,
)
def test_lone_surrogates(data: bytes) -> None:
    assert refusal(data) is RefusalReason.SURROGATE


@pytest.mark.parametrize(
    "data",
    [
        QUOTED.encode()[:-2],
        QUOTED.encode() * 5 + b"\xff akhir",
        codecs.BOM_UTF8 + b"abc \x93",
        codecs.BOM_UTF16_LE + b"a\0b",
    ],
    ids=lambda data: ascii(data[-8:]),
)
def test_damaged_text_is_refused_not_misread(data: bytes) -> None:
    assert refusal(data) is RefusalReason.UNREADABLE


def test_bytes_without_a_mark_are_no_utf16() -> None:
    decoded = decode(b"abc \x81\x8d def")
    assert decoded.text.startswith("abc ")
    assert decoded.text.endswith(" def")
    assert decoded.guessed


@given(st.binary(max_size=200))
def test_any_bytes_are_a_clean_text_or_refused(data: bytes) -> None:
    try:
        text = decode(data).text
    except DecodeRefused:
        return
    assert text.encode().strip()
    assert "\r" not in text
    assert "\0" not in text


def test_the_shared_edge_texts() -> None:
    if not EDGE_TEXTS.is_dir():
        pytest.skip("the shared edge texts are not beside this checkout")
    expected = json.loads((EDGE_TEXTS / "expected.json").read_text(encoding="utf-8"))

    def read(name: str) -> Decoded:
        return decode((EDGE_TEXTS / name).read_bytes())

    emoji = read("emoji.txt").text
    start, end = expected["emoji.txt"]["code_points"]
    assert emoji[start:end] == expected["emoji.txt"]["word"]
    assert read("crlf-bom.txt").text == expected["crlf-bom.txt"]["text_after_decoding"]
    assert read("utf16le-bom.txt") == Decoded(read("crlf-bom.txt").text, "utf-16-le")
    assert len(read("nfd.txt").text) == expected["nfd.txt"]["code_points"]
    quotes = read("cp1252-quotes.txt")
    assert quotes.encoding == expected["cp1252-quotes.txt"]["encoding"]
    assert quotes.text.startswith("“Tolak politik uang”, kata Ketua Bawaslu – Jumat…")
    for name in ("empty.txt", "blank.txt"):
        assert refusal((EDGE_TEXTS / name).read_bytes()) is RefusalReason.EMPTY
