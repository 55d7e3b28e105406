"""How a file counts is found out by its quotes; no span is moved to where it might be meant."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.formats.base import Unit
from annotator.formats.strict_json import Malformed
from annotator.formats.units import Census, Claim, SourceText, settle
from annotator.model.offsets import OffsetMap
from tests.formats.strategies import texts

TEXT = "Kata 😀 Rahmawati “Ladiva”"


def _counted(text: str, start: int, end: int, unit: Unit) -> tuple[int, int]:
    table = OffsetMap(text)
    match unit:
        case Unit.UTF16:
            return table.to_utf16(start), table.to_utf16(end)
        case Unit.BYTES:
            return table.to_bytes(start), table.to_bytes(end)
        case Unit.INCLUSIVE:
            return start, end - 1
        case _:
            return start, end


@given(st.data(), texts, st.sampled_from(Unit), st.sampled_from(Unit), st.booleans())
def test_quoted_spans_are_found_again_in_every_unit(
    data: st.DataObject, text: str, unit: Unit, usual: Unit, with_returns: bool
) -> None:
    raw = text.replace("\n", "\r\n") if with_returns else text
    claims, meant = [], []
    for _ in range(data.draw(st.integers(1, 5))):
        start = data.draw(st.integers(0, len(text) - 1))
        end = data.draw(st.integers(start + 1, len(text)))
        meant.append((start, end))
        more = [text.count("\n", 0, place) * with_returns for place in (start, end)]
        place = _counted(raw, start + more[0], end + more[1], unit)
        claims.append(Claim((place,), text[start:end]))
    census, source = Census(usual), SourceText(raw)
    census.count(source, claims)
    assert source.stored == text.removeprefix("\ufeff")
    settled = settle(source, claims, census)
    for (first, last), pieces in zip(meant, settled.places, strict=True):
        assert [text[a:b] for a, b in pieces] == [text[first:last]]
    forced = settle(source, claims, Census(Unit.CODE_POINTS), unit)
    assert forced.unit is unit
    assert forced.places == tuple((place,) for place in meant)


@given(st.data(), texts)
def test_words_without_quotes_are_found_where_the_usual_unit_says(
    data: st.DataObject, text: str
) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    for usual in (Unit.CODE_POINTS, Unit.UTF16):
        census = Census(usual)
        claims = [Claim((_counted(text, start, end, usual),))]
        settled = settle(SourceText(text), claims, census)
        assert settled.places == (((start, end),),)


def _census(usual: Unit, *places: tuple[int, int]) -> tuple[Census, list[Claim]]:
    claims = [Claim((place,)) for place in places]
    census = Census(usual)
    census.count(SourceText(TEXT), claims)
    return census, claims


@pytest.mark.parametrize(
    ("usual", "places", "unit", "is_decided"),
    [
        (Unit.UTF16, [(7, 16), (18, 24)], Unit.CODE_POINTS, True),
        (Unit.UTF16, [(7, 16)], Unit.UTF16, False),
        (Unit.UTF16, [(8, 17)], Unit.UTF16, True),
        (Unit.CODE_POINTS, [(8, 17), (19, 25)], Unit.UTF16, True),
        (Unit.CODE_POINTS, [(7, 15), (18, 23)], Unit.INCLUSIVE, True),
        (Unit.CODE_POINTS, [(7, 15)], Unit.CODE_POINTS, False),
        (Unit.UTF16, [(0, 4)], Unit.UTF16, False),
        (Unit.UTF16, [(1, 3)], Unit.UTF16, False),
    ],
)
def test_borders_of_words_speak_where_nothing_is_quoted(
    usual: Unit, places: list[tuple[int, int]], unit: Unit, is_decided: bool
) -> None:
    census, _ = _census(usual, *places)
    assert (census.unit, census.is_decided) == (unit, is_decided)


def test_what_nothing_decides_is_told_where_it_matters() -> None:
    text = "😀...... Samudra"
    census, claims = Census(Unit.UTF16), [Claim(((2, 4),))]
    census.count(SourceText(text), claims)
    settled = settle(SourceText(text), claims, census)
    assert (settled.unit, settled.places) == (Unit.UTF16, (((1, 3),),))
    assert [left.reason for left in settled.left] == ["unit_undecided"]
    assert not settle(SourceText("abc"), [Claim(((0, 2),))], Census(Unit.UTF16)).left
    assert not settle(SourceText(text), claims, census, Unit.UTF16).left


def test_a_document_that_counts_otherwise_is_read_as_it_quotes_and_told() -> None:
    census = Census(Unit.CODE_POINTS)
    for _ in range(3):
        census.count(SourceText(TEXT), [Claim(((8, 17),), "Rahmawati")])
    assert census.unit is Unit.UTF16
    settled = settle(SourceText(TEXT), [Claim(((7, 16),), "Rahmawati")], census)
    assert settled.places == (((7, 16),),)
    assert [left.reason for left in settled.left] == ["other_unit"]


@pytest.mark.parametrize(
    "claims",
    [
        [Claim(((6, 15),), "Rahmawati")],
        [Claim(((7, 16),), "Rahmawati"), Claim(((8, 17),), "Rahmawati")],
        [Claim(((7, 16),), "Rahmawati"), Claim(((7, 900),))],
        [Claim(((16, 7),))],
    ],
)
def test_what_fits_no_reading_is_refused(claims: list[Claim]) -> None:
    census = Census(Unit.CODE_POINTS)
    census.count(SourceText(TEXT), claims)
    with pytest.raises(Malformed):
        settle(SourceText(TEXT), claims, census)
    with pytest.raises(Malformed):
        settle(SourceText(TEXT), [Claim(((7, 16),), "Rahmawati")], census, Unit.BYTES)


def test_white_space_of_another_kind_is_the_same_words() -> None:
    source = SourceText("Desa\u00a0Lengkara  timur\r\nLadiva")
    for quote in ("Desa Lengkara", "Desa\u00a0Lengkara", " Desa Lengkara "):
        settled = settle(source, [Claim(((0, 13),), quote)], Census(Unit.CODE_POINTS))
        assert settled.places == (((0, 13),),)
    settled = settle(source, [Claim(((15, 28),), "timur\nLadiva")], Census(Unit.CODE_POINTS))
    assert [source.stored[a:b] for a, b in settled.places[0]] == ["timur\nLadiva"]


def test_pieces_are_put_in_order_and_joined_where_they_touch() -> None:
    claims = [Claim(((5, 9), (0, 2), (2, 4))), Claim(((3, 3),))]
    settled = settle(SourceText("abcdefghij"), claims, Census(Unit.CODE_POINTS))
    assert settled.places == (((0, 4), (5, 9)), ())
