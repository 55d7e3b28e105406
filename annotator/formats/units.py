"""What the offsets of a file count: decided by which reading finds the quoted words.

A file that quotes the words of its spans says by them how it counts. Of one that does not, the
borders of words are asked; where they say nothing either, the usual unit of the format counts and
that is told. No span is ever moved to where its words might be.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from typing import Final, NamedTuple

from annotator.formats.base import Left, Unit
from annotator.formats.strict_json import Malformed
from annotator.model.offsets import OffsetMap

ENOUGH: Final = 200
"""Documents that can tell something are asked until so many agree."""
SEVERAL: Final = 2
"""Spans that must stand against the usual unit before borders of words may speak for another."""
_JOINTS: Final = (" ", "", " … ", "...", " ... ")
_ASTRAL: Final = re.compile("[\U00010000-\U0010ffff]")

Pieces = tuple[tuple[int, int], ...]


class Claim(NamedTuple):
    """Where a file says a span is, as it counts, and the words it says stand there.

    `is_found`: the place was found by its words, in code points whatever the file counts.
    """

    pieces: Pieces
    quote: str | None = None
    is_found: bool = False


class SourceText:
    """A text as a file counts it and as it is stored: with LF ends and no byte order mark."""

    def __init__(self, raw: str) -> None:
        self.raw = raw
        self._gone: list[int] = []
        if raw.startswith("\ufeff"):
            self._gone.append(0)
        if "\r" in raw:
            self._gone += [match.start() for match in re.finditer("\r(?=\n)", raw)]
        body = raw.removeprefix("\ufeff")
        self.stored = body.replace("\r\n", "\n").replace("\r", "\n") if "\r" in body else body

    @property
    def is_changed(self) -> bool:
        """Tell whether positions differ between both."""
        return bool(self._gone)

    def stored_place(self, position: int) -> int:
        """Return where a code point of the raw text stands in the stored one."""
        return position - bisect_left(self._gone, position)

    @cached_property
    def raw_map(self) -> OffsetMap:
        return OffsetMap(self.raw)

    @cached_property
    def stored_map(self) -> OffsetMap:
        return OffsetMap(self.stored)

    def resolve(self, claim: Claim, unit: Unit, *, as_stored: bool) -> Pieces | None:
        """Return the pieces in code points of the stored text; None where they cannot be meant."""
        if claim.is_found:
            unit, as_stored = Unit.CODE_POINTS, False
        table = self.stored_map if as_stored else self.raw_map
        found = []
        for first, last in claim.pieces:
            start, end = _place(table, first, unit), _end(table, last, unit)
            if start is None or end is None or start > end:
                return None
            if not as_stored:
                start, end = self.stored_place(start), self.stored_place(end)
            found.append((start, end))
        return tuple(found)


class Settled(NamedTuple):
    """The pieces of each claim in code points of the stored text; without any it holds no text."""

    places: tuple[Pieces, ...]
    unit: Unit
    left: tuple[Left, ...]


class _Fit(NamedTuple):
    unit: Unit
    as_stored: bool
    exact: int
    """Claims whose quote is what stands there, or whose borders are those of words."""
    wrong: int
    is_possible: bool
    is_loose: bool


class Census:
    """What the documents of a file say about its unit; `usual` is what the format demands.

    `units` are those that may be guessed where nothing is quoted: what the format's tools write.
    """

    def __init__(self, usual: Unit, units: Sequence[Unit] = tuple(Unit)) -> None:
        self.usual = usual
        self._units = units
        self._votes: Counter[Unit] = Counter()
        self._quoting = 0
        self._borders: Counter[Unit] = Counter()
        self._impossible: set[Unit] = set()
        self._claims = 0
        self._telling = 0

    @property
    def is_satisfied(self) -> bool:
        """Tell whether enough documents have been counted."""
        return self._telling >= ENOUGH

    def count(self, text: SourceText, claims: Sequence[Claim]) -> None:
        """Ask one document."""
        if not claims:
            return
        if any(claim.quote for claim in claims):
            fits = _quote_fits(text, claims, self.usual)
            units = {fit.unit for fit in fits}
            self._quoting += bool(units)
            self._votes.update(units)
            self._telling += len(units) == 1
            return
        found = [_borders(text, claims, unit) for unit in self._units]
        if not any(fit.is_possible for fit in found):
            return
        self._claims += len(claims)
        self._telling += _differ(text, claims)
        for fit in found:
            self._borders[fit.unit] += fit.exact
            if not fit.is_possible:
                self._impossible.add(fit.unit)

    @property
    def unit(self) -> Unit:
        """The unit of the file."""
        if self._votes:
            return max(self._order(), key=lambda unit: self._votes[unit])
        return self._by_borders()[0]

    @property
    def is_decided(self) -> bool:
        """Tell whether something in the file decided between code points and UTF-16 units."""
        if self._votes:
            return True
        return self._by_borders()[1]

    def _order(self) -> list[Unit]:
        return sorted(Unit, key=lambda unit: unit is not self.usual)

    def _by_borders(self) -> tuple[Unit, bool]:
        possible = [
            unit for unit in self._order() if unit in self._units and unit not in self._impossible
        ]
        if not possible or not self._claims:
            return self.usual, False
        best = max(possible, key=lambda unit: self._borders[unit])
        whole = [unit for unit in possible if self._borders[unit] == self._claims]
        against = self._claims - self._borders[self.usual]
        is_shown = best in whole and against >= SEVERAL
        if best is not self.usual and self.usual in possible and not is_shown:
            return self.usual, False
        pair = {Unit.CODE_POINTS, Unit.UTF16}
        is_even = (
            best in pair
            and pair <= set(possible)
            and len({self._borders[unit] for unit in pair}) == 1
        )
        return best, not is_even


def settle(
    text: SourceText,
    claims: Sequence[Claim],
    census: Census,
    forced: Unit | None = None,
    *,
    joins_lines: bool = False,
) -> Settled:
    """Return where the spans of one document are. Raises Malformed where no reading fits.

    With `joins_lines` pieces of a span that only line ends part are one.
    """
    unit = forced or census.unit
    left: list[Left] = []
    quoting = any(claim.quote for claim in claims)
    if quoting:
        fit = _chosen(text, claims, unit, forced)
        if fit.unit is not unit:
            left.append(Left("other_unit", "", str(fit.unit)))
        if fit.is_loose:
            left.append(Left("quote_spacing"))
    else:
        fit = _borders(text, claims, unit)
        if not fit.is_possible:
            raise Malformed(f"a span is not inside the text (offsets in {unit})")
        if forced is None and not census.is_decided and _differ(text, claims):
            left.append(Left("unit_undecided", "", str(unit)))
    if text.is_changed:
        left.append(Left("line_ends"))
    places = []
    for claim in claims:
        pieces = text.resolve(claim, fit.unit, as_stored=fit.as_stored)
        assert pieces is not None, "a fit is possible for all claims"
        places.append(_joined(pieces, text.stored if joins_lines else ""))
    if sum(map(len, places)) < sum(len(_joined(claim.pieces)) for claim in claims) and joins_lines:
        left.append(Left("lines_joined"))
    return Settled(tuple(places), fit.unit, tuple(left))


def _chosen(text: SourceText, claims: Sequence[Claim], unit: Unit, forced: Unit | None) -> _Fit:
    own = _quote_fits(text, claims, unit, (unit,))
    if own and (forced or not own[0].is_loose):
        return own[0]
    fits = () if forced else _quote_fits(text, claims, unit)
    if not fits:
        said = f" (offsets in {forced})" if forced else ""
        raise Malformed(f"the quoted words are not what stands at their places{said}")
    return fits[0]


def _quote_fits(
    text: SourceText, claims: Sequence[Claim], usual: Unit, units: Sequence[Unit] = tuple(Unit)
) -> list[_Fit]:
    """Return the readings that fit all quotes, those with most exact ones, the usual one first."""
    fits = []
    for unit in sorted(units, key=lambda unit: unit is not usual):
        for as_stored in (False, True) if text.is_changed else (False,):
            fit = _quotes(text, claims, unit, as_stored=as_stored)
            # blanks alone may not speak for another unit: an end too far is one
            is_credible = unit is usual or fit.exact or not fit.is_loose
            if fit.is_possible and not fit.wrong and is_credible:
                fits.append(fit)
                break
    most = max((fit.exact for fit in fits), default=0)
    return [fit for fit in fits if fit.exact == most]


def _quotes(text: SourceText, claims: Sequence[Claim], unit: Unit, *, as_stored: bool) -> _Fit:
    exact = loose = 0
    for number, claim in enumerate(claims):
        pieces = text.resolve(claim, unit, as_stored=as_stored)
        if pieces is None:
            return _Fit(unit, as_stored, exact, len(claims) - number, False, False)
        if claim.quote is None:
            continue
        words = [text.stored[start:end] for start, end in pieces]
        if any(joint.join(words) == claim.quote for joint in _JOINTS):
            exact += 1
        elif any(_loose(joint.join(words)) == _loose(claim.quote) for joint in _JOINTS):
            loose += 1
        else:
            return _Fit(unit, as_stored, exact, len(claims) - number, True, False)
    return _Fit(unit, as_stored, exact, 0, True, bool(loose))


def _loose(words: str) -> str:
    """Return words without regard to what kind of white space stands between and around them."""
    return " ".join(words.split())


def _borders(text: SourceText, claims: Sequence[Claim], unit: Unit) -> _Fit:
    exact = 0
    for claim in claims:
        pieces = text.resolve(claim, unit, as_stored=False)
        if pieces is None:
            return _Fit(unit, False, 0, len(claims), False, False)
        exact += all(_is_word_like(text.stored, *piece) for piece in pieces)
    return _Fit(unit, False, exact, len(claims) - exact, True, False)


def _is_word_like(text: str, start: int, end: int) -> bool:
    """Tell whether a stretch begins and ends where words do, with no white space at its ends."""
    if start >= end or text[start].isspace() or text[end - 1].isspace():
        return False
    return not (_is_inside(text, start) or _is_inside(text, end))


def _is_inside(text: str, position: int) -> bool:
    return 0 < position < len(text) and text[position - 1].isalnum() and text[position].isalnum()


def _differ(text: SourceText, claims: Sequence[Claim]) -> bool:
    """Tell whether code points and UTF-16 units give different places."""
    first = _ASTRAL.search(text.raw)
    counted = [claim for claim in claims if not claim.is_found]
    last = max((piece[1] for claim in counted for piece in claim.pieces), default=0)
    return first is not None and first.start() < last


def _joined(pieces: Pieces, text: str = "") -> Pieces:
    """Return pieces in order, those that touch or overlap joined, empty ones left out.

    With a `text` those that only line ends of it part are joined as well.
    """
    found: list[tuple[int, int]] = []
    for start, end in sorted(pieces):
        if start == end:
            continue
        between = text[found[-1][1] : start] if found else ""
        if found and (start <= found[-1][1] or (between and not between.strip("\n"))):
            found[-1] = found[-1][0], max(end, found[-1][1])
        else:
            found.append((start, end))
    return tuple(found)


def _place(table: OffsetMap, position: int, unit: Unit) -> int | None:
    """Return a position in code points; None outside the text and inside a character."""
    try:
        match unit:
            case Unit.UTF16:
                found = table.from_utf16(position)
                return found if table.to_utf16(found) == position else None
            case Unit.BYTES:
                found = table.from_bytes(position)
                return found if table.to_bytes(found) == position else None
            case _:
                table.to_utf16(position)
                return position
    except ValueError:
        return None


def _end(table: OffsetMap, position: int, unit: Unit) -> int | None:
    return _place(table, position + 1 if unit is Unit.INCLUSIVE else position, unit)
