"""What a look around a position costs, counted in characters looked at: timing would be chance."""

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from annotator.compat import override
from annotator.text import segmentation, sentences
from annotator.text.segmentation import (
    edge_left,
    edge_right,
    next_word,
    previous_word,
    snap,
    word_at,
    words_between,
)
from annotator.text.sentences import sentence_at

SENTENCE = "Ketua Badan Pengawas Pemilihan Umum (Bawaslu) Samudra, Rahmawati Ladiva: “Tolak!” 😀 "
SHORT, LONG = 100, 12_500  # sentences: 8 kB and more than 1 MB, in one line each


class _Count:
    characters = 0


class _Text(str):
    """A text that counts what is cut out of it."""

    __slots__ = ("count",)
    count: _Count

    @override
    def __getitem__(self, key: Any) -> str:
        part = super().__getitem__(key)
        self.count.characters += len(part)
        return part


class _Pattern:
    """A pattern that counts the characters it passes over."""

    def __init__(self, pattern: re.Pattern[str], count: _Count) -> None:
        self._pattern = pattern
        self._count = count

    def match(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        end = len(text) if end is None else end
        found = self._pattern.match(text, start, end)
        greedy = self._pattern.pattern.startswith((".*", "(?:.*)"))  # runs to the end and back
        self._count.characters += end - start if greedy else 1
        if found:
            self._count.characters += found.end() - found.start()
        return found

    def search(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        end = len(text) if end is None else end
        found = self._pattern.search(text, start, end)
        self._count.characters += (found.end() if found else end) - start
        return found

    def finditer(
        self, text: str, start: int = 0, end: int | None = None
    ) -> Iterator[re.Match[str]]:
        end = len(text) if end is None else end
        passed = start
        for found in self._pattern.finditer(text, start, end):
            self._count.characters += found.end() - passed
            passed = found.end()
            yield found
        self._count.characters += end - passed


@pytest.fixture
def count(monkeypatch: pytest.MonkeyPatch) -> _Count:
    """Every pattern that segmentation and sentences use counts here."""
    made = _Count()
    for module in (segmentation, sentences):
        for name, value in list(vars(module).items()):
            if isinstance(value, re.Pattern):
                monkeypatch.setattr(module, name, _Pattern(value, made))
    for name in ("_word", "_extender"):
        pattern = _Pattern(getattr(segmentation, name)(), made)
        monkeypatch.setattr(segmentation, name, lambda pattern=pattern: pattern)
    return made


LOOKS: dict[str, Callable[[str, int], object]] = {
    "word_at": word_at,
    "next_word": next_word,
    "previous_word": previous_word,
    "edge_left": edge_left,
    "edge_right": edge_right,
    "snap a word": lambda text, place: snap(text, place, place + 1),
    "snap a sentence": lambda text, place: snap(text, place, place + len(SENTENCE)),
    "snap blanks and marks": lambda text, place: snap(
        text, text.index("!”", place), text.index("!”", place) + 2
    ),
    "words between": lambda text, place: list(words_between(text, place, place + 200)),
    "sentence_at": sentence_at,
}


def looked_at(count: _Count, look: Callable[[str, int], object], number: int, start: int) -> int:
    """Characters looked at in a line of so many sentences, from its middle on."""
    text = _Text(SENTENCE * number)
    text.count = count
    count.characters = 0
    look(text, len(SENTENCE) * (number // 2) + start)
    return count.characters


@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS)
def test_a_line_of_a_megabyte_costs_what_a_short_one_does(count: _Count, look) -> None:
    assert len(SENTENCE) * LONG > 1_000_000
    for start in (0, 8, SENTENCE.index("(") + 1, SENTENCE.index("😀")):
        short = looked_at(count, look, SHORT, start)
        assert short == looked_at(count, look, LONG, start)
        assert 0 < short < len(SENTENCE) * SHORT / 2


def test_the_count_tells_a_look_at_the_whole_line(count: _Count) -> None:
    def careless(text: str, place: int) -> object:
        return [word for word in segmentation.words(text) if word[0] <= place][-1]

    assert looked_at(count, careless, LONG, 0) >= len(SENTENCE) * LONG
    assert looked_at(count, lambda text, place: text[:place], LONG, 0) > 500_000
