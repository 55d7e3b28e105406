import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.model.offsets import OffsetMap

PIECES = [
    "a",
    " ",
    "é",
    "e\u0301",
    "שלום",
    "مَرْ",
    "😀",
    "👨‍👩‍👧",
    "🇮🇩",
    "👍🏽",
    "𝔸",
    "\u2028",
    "\u00a0",
    "\t",
    "\ufeff",
]
texts = st.lists(st.sampled_from(PIECES) | st.characters(), max_size=20).map("".join)


def utf16(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def utf8(text: str) -> int:
    return len(text.encode("utf-8", "surrogatepass"))


@given(texts)
def test_utf16_units_are_those_of_encoding(text: str) -> None:
    offsets = OffsetMap(text)
    for position in range(len(text) + 1):
        units = utf16(text[:position])
        assert offsets.to_utf16(position) == units
        assert offsets.from_utf16(units) == position
    assert offsets.utf16_length == utf16(text)
    assert offsets.is_identity == (utf16(text) == len(text))


@given(texts)
def test_bytes_are_those_of_encoding(text: str) -> None:
    offsets = OffsetMap(text)
    for position in range(len(text) + 1):
        count = utf8(text[:position])
        assert offsets.to_bytes(position) == count
        assert offsets.from_bytes(count) == position


@given(texts)
def test_inside_a_character_the_place_before_it_is_meant(text: str) -> None:
    offsets = OffsetMap(text)
    for position in range(len(text)):
        start, end = utf16(text[:position]), utf16(text[: position + 1])
        assert {offsets.from_utf16(unit) for unit in range(start, end)} == {position}
        start, end = utf8(text[:position]), utf8(text[: position + 1])
        assert {offsets.from_bytes(byte) for byte in range(start, end)} == {position}


@pytest.mark.parametrize("outside", [-1, 3])
def test_outside_the_text_is_an_error(outside: int) -> None:
    offsets = OffsetMap("ab")
    for convert in (offsets.to_utf16, offsets.from_utf16, offsets.to_bytes, offsets.from_bytes):
        with pytest.raises(ValueError, match="of 2"):
            convert(outside)


def test_the_end_of_units_and_bytes_is_their_own() -> None:
    offsets = OffsetMap("a😀")
    assert offsets.from_utf16(3) == 2
    assert offsets.from_bytes(5) == 2
    with pytest.raises(ValueError, match="unit 4 of 3"):
        offsets.from_utf16(4)
    with pytest.raises(ValueError, match="byte 6 of 5"):
        offsets.from_bytes(6)


def test_an_empty_text_has_one_place() -> None:
    offsets = OffsetMap("")
    assert (offsets.to_utf16(0), offsets.from_utf16(0)) == (0, 0)
    assert (offsets.to_bytes(0), offsets.from_bytes(0)) == (0, 0)
    assert offsets.is_identity
