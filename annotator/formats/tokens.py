"""Tokens of a text and what spans become where a format knows nothing else than tokens."""

import re
import unicodedata
from collections.abc import Iterator
from typing import Final, NamedTuple

from annotator.formats.base import LossReason
from annotator.formats.conll_tags import Entity
from annotator.formats.losses import Losses
from annotator.model.annotation import Span
from annotator.text.segmentation import sentence_at, words_between

_VISIBLE: Final = re.compile(r"\S")
_BLANK: Final = re.compile(r"\s+")
_HANGING: Final = frozenset({"Mn", "Mc", "Me", "Cf"})
"""Kinds of characters that stand with the one before them."""


class Sentence(NamedTuple):
    """Tokens of one sentence, [start, end) each in code points; none holds white space."""

    start: int
    end: int
    tokens: list[tuple[int, int]]


def sentences(text: str) -> Iterator[Sentence]:
    """Hand out the sentences of a text in order; what is in none of them is white space."""
    position = 0
    while found := _VISIBLE.search(text, position):
        start = found.start()
        _, end = sentence_at(text, start)
        end = max(end, start + 1)
        yield Sentence(start, end, list(tokens_in(text, start, end)))
        position = end


def tokens_in(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Hand out words and signs between two positions, which lie at the edge of white space."""
    position = start
    for first, last in words_between(text, start, end):
        yield from _signs(text, position, max(first, position))
        inside = max(first, position), min(last, end)
        yield from _pieces(text, *inside)
        position = inside[1]
    yield from _signs(text, position, end)


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut a word at the white space that it may hold."""
    position = start
    for blank in _BLANK.finditer(text, start, end):
        if blank.start() > position:
            yield position, blank.start()
        position = blank.end()
    if end > position:
        yield position, end


def _signs(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Hand out what is no word, sign by sign."""
    first = -1
    for place in range(start, end):
        char = text[place]
        if first >= 0 and (char.isspace() or unicodedata.category(char) not in _HANGING):
            yield first, place
            first = -1
        if first < 0 and not char.isspace():
            first = place
    if first >= 0:
        yield first, end


def entities(
    text: str,
    found: list[Sentence],
    spans: list[Span],
    losses: Losses,
    forbidden: re.Pattern[str] = _BLANK,
) -> list[Entity]:
    """Return what can be written of spans as tags of all tokens, in order; the rest is told.

    A span must begin and end where tokens of one sentence do; white space at its ends does not
    count, and what is written instead is told. Of two that overlap the longer one is kept. What is
    `forbidden` in labels becomes an underscore.
    """
    tokens = [token for sentence in found for token in sentence.tokens]
    homes = [number for number, sentence in enumerate(found) for _ in sentence.tokens]
    starts = {start: number for number, (start, _) in enumerate(tokens)}
    ends = {end: number for number, (_, end) in enumerate(tokens)}
    taken = bytearray(len(tokens))
    written = []
    for span in sorted(spans, key=lambda span: (span.start - span.end, span.start, span.id)):
        if span.fragments:
            losses.of(span, LossReason.DISCONTINUOUS)
            continue
        quote = text[span.start : span.end]
        start = span.start + len(quote) - len(quote.lstrip())
        first, last = starts.get(start), ends.get(start + len(quote.strip()))
        if first is None or last is None or homes[first] != homes[last]:
            losses.of(span, LossReason.TOKEN_BORDER)
            continue
        if any(taken[first : last + 1]):
            losses.of(span, LossReason.OVERLAP)
            continue
        taken[first : last + 1] = b"\1" * (last + 1 - first)
        if quote.strip() != quote:
            losses.of(span, LossReason.TOKEN_BORDER, quote.strip())
        label = forbidden.sub("_", span.label)
        if label != span.label:
            losses.of(span, LossReason.TEXT_CHANGED, label)
        written.append(Entity(first, last, label))
    return sorted(written)
