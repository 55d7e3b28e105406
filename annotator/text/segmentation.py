"""Words of a text, and how a selection snaps to them.

Every position is a code point of the stored text, every range is half-open. All functions look at
the neighbourhood of a position only: one line of 1 MB costs no more than a short one.

A *word* is letters, digits and marks, held together by

- a hyphen or apostrophe between two of them ("bagi-bagi", "Jum'at", "KPU's", "e-KTP"),
- a point, comma, stroke or colon between two digits ("17.000", "25/11/2024", "08.00"),
- a point inside an abbreviation or address ("S.H.", "a.n.", "tempo.co"); an abbreviation with
  inner points keeps its last one, while "dr", "No" and "Drs" leave theirs outside,
- a currency sign before a digit, a percent sign after one,
- invisible characters between two of them (soft hyphen, ZWSP, word joiner, direction marks).

An emoji with all that belongs to it (skin tone, ZWJ family, flag, keycap) is one word. A run of
ideographs is one word. No word begins or ends inside a grapheme cluster; the one exception are the
signs of a few scripts that Unicode joins to whatever follows (as U+0600 before a bracket).
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from annotator.text.scanning import last_end
from annotator.text.sentences import paragraph_at, sentence_at

__all__ = [
    "edge_left",
    "edge_right",
    "next_word",
    "paragraph_at",
    "previous_word",
    "sentence_at",
    "snap",
    "word_at",
    "word_count",
    "words",
    "words_between",
]

_CLOSER_OF = {
    "(": ")",
    "[": "]",
    "{": "}",
    "（": "）",
    "［": "］",
    "〈": "〉",
    "《": "》",
    "【": "】",
}
_OPENER_OF = {closer: opener for opener, closer in _CLOSER_OF.items()}
_BRACKET = re.compile("[" + re.escape("".join(_CLOSER_OF) + "".join(_OPENER_OF)) + "]")

# No token holds one of these, so a scan may begin after the last and end at the next.
_SEPARATORS = r"\s\[\](){}“”„«»;!?…—–、。，；：！？「」『』（）［］〈〉《》【】،؛؟۔।"
_SEPARATOR = re.compile(f"[{_SEPARATORS}]")
_LAST_SEPARATOR = re.compile(f".*[{_SEPARATORS}]", re.DOTALL)
_LAST_OTHER = re.compile(f".*[^{_SEPARATORS}]", re.DOTALL)
_VISIBLE = re.compile("[^\\s\u200b]")
_LAST_VISIBLE = re.compile("(?:.*)[^\\s\u200b]", re.DOTALL)

_INVISIBLE = "\u00ad\u061c\u200b\u200e\u200f\u2060\ufeff"
_PREPENDED = "\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd"
_PICTOGRAPHS = (
    "©®‼⁉™ℹ↔-↙↩↪⌚⌛⌨⏏⏩-⏳⏸-⏺Ⓜ▪▫▶◀◻-◾☀-➿⤴⤵⬅-⬇⬛⬜⭐⭕〰〽㊗㊙"
    "\U0001f000-\U0001f0ff\U0001f10d-\U0001f1e5\U0001f200-\U0001f3fa\U0001f400-\U0001faff\U0001fc00-\U0001fffd"
)
_REGIONAL = "\U0001f1e6-\U0001f1ff"
_TO_BASE = "\u0e33\u0eb3\uff9e\uff9f"  # letters that Unicode hangs on the character before
_EXTENDERS = f"\u200c\u200d{_TO_BASE}\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f"
_LAST_COMBINING_CANDIDATE = 0x1E95F


def _marks() -> str:
    """All combining marks as ranges of a character class; built when first needed, in 5 ms."""
    characters = [
        *map(chr, range(0x300, _LAST_COMBINING_CANDIDATE)),
        *map(chr, range(0xE0100, 0xE01F0)),
    ]
    kinds = "".join(kind[0] for kind in map(unicodedata.category, characters))
    return "".join(
        f"{characters[run.start()]}-{characters[run.end() - 1]}" for run in re.finditer("M+", kinds)
    )


@cache
def _extender() -> re.Pattern[str]:
    return re.compile(f"[{_EXTENDERS}{_marks()}]+")


@cache
def _word() -> re.Pattern[str]:
    extend = f"[{_EXTENDERS}{_marks()}]"
    first = f"(?:[^\\W_ℹ{_TO_BASE}]|[{_PREPENDED}])"
    run = f"{first}[\\w{_EXTENDERS}{_PREPENDED}{_marks()}]*(?<!_)"
    currency = "[$€£¥₹](?=\\d)"
    joiner = (
        "(?:[-\u2010\u2011'’‘`´\u05be\u05f3\u05f4]"
        "|(?<=\\d)[.,/:\u066b\u066c](?=\\d)"
        "|(?<=[a-zA-Z])\\.(?=[a-z])"
        "|(?:(?<=(?<!\\w)[a-zA-Z])|(?<=(?<!\\w)[a-zA-Z]{2}))\\.(?=[a-zA-Z])"
        '|(?<=[א-ת])"(?=[א-ת])'
        f"|{currency})"
    )
    gap = f"[{_INVISIBLE}]*+"
    emoji = f"[{_PICTOGRAPHS}]{extend}*+(?:(?<=\u200d)[{_PICTOGRAPHS}]{extend}*+)*"
    flag = f"[{_REGIONAL}][{_REGIONAL}]?+{extend}*+"
    keycap = f"[0-9#*]\ufe0f?+\u20e3{extend}*+"
    initials = f"(?<!\\w)(?:[a-zA-Z]{{1,2}}\\.)+[a-zA-Z]{{1,4}}\\.(?!\\w){extend}*+"
    # single characters may be possessive, groups may not: Python before 3.11.5 goes on at the wrong
    # place after one that matched in part (CPython issue 106052)
    plain = f"(?:{currency})?{run}(?:{gap}(?:{joiner}{gap})?{run})*(?:(?<=\\d)[%‰]{extend}*+)?"
    return re.compile(f"{emoji}|{flag}|{keycap}|{initials}|{plain}")


def _words_around(text: str, position: int) -> Iterator[tuple[int, int]]:
    """Words between the separators next to `position`, in order."""
    after = _SEPARATOR.search(text, position)
    end = after.start() if after else len(text)
    for match in _word().finditer(text, last_end(_LAST_SEPARATOR, text, position), end):
        yield match.span()


def words(text: str) -> Iterator[tuple[int, int]]:
    """All words in order."""
    return (match.span() for match in _word().finditer(text))


def words_between(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Words that are at least partly in `start`..`end`, in order."""
    for word in _words_from(text, start):
        if word[0] >= end:
            return
        if word[1] > start:
            yield word


def word_count(text: str) -> int:
    """Count the words of the whole text."""
    return sum(1 for _ in _word().finditer(text))


def word_at(text: str, position: int) -> tuple[int, int] | None:
    """Word over `position`; at a border the one that starts there, else the one that ends there."""
    before = None
    for start, end in _words_around(text, position):
        if start <= position < end:
            return start, end
        if end == position:
            before = start, end
        if start > position:
            break
    return before


def _word_over(text: str, position: int) -> tuple[int, int] | None:
    """Word that would be cut at `position`."""
    word = word_at(text, position)
    return word if word and word[0] < position < word[1] else None


def next_word(text: str, position: int) -> int:
    """Caret stop to the right: end of the next word without the blank, else of the text."""
    return next((end for _, end in _words_from(text, position) if end > position), len(text))


def previous_word(text: str, position: int) -> int:
    """Caret stop to the left: start of the word before; 0 if there is none."""
    return next((start for start, _ in _words_back(text, position) if start < position), 0)


def edge_right(text: str, position: int, *, start: bool = False) -> int:
    """Where the end of a span (or its start) goes one word to the right; stays if there is none."""
    for word in _words_from(text, position):
        if word[0 if start else 1] > position:
            return word[0 if start else 1]
    return position


def edge_left(text: str, position: int, *, start: bool = False) -> int:
    """Where the end of a span (or its start) goes one word to the left; stays if there is none."""
    for word in _words_back(text, position):
        if word[0 if start else 1] < position:
            return word[0 if start else 1]
    return position


def _words_from(text: str, position: int) -> Iterator[tuple[int, int]]:
    for match in _word().finditer(text, last_end(_LAST_SEPARATOR, text, position)):
        yield match.span()


def _words_back(text: str, position: int) -> Iterator[tuple[int, int]]:
    """Words that start before `position`, the nearest first."""
    while position > 0:
        start = last_end(_LAST_SEPARATOR, text, position)
        found = [word for word in _words_around(text, position) if word[0] < position]
        yield from reversed(found)
        position = last_end(_LAST_OTHER, text, start)


def snap(text: str, start: int, end: int) -> tuple[int, int]:
    """Widen a selection to whole words and take blanks, quotes and punctuation off both ends.

    A bracket that closes one opened inside stays, or is taken in when it follows at once
    ("Pengawas (Bawaslu" gives "Pengawas (Bawaslu)"); brackets around everything go. Without any
    word the characters themselves remain, less the blanks; of blanks only, an empty range at
    `start`.
    """
    start, end = sorted((min(max(start, 0), len(text)), min(max(end, 0), len(text))))
    if start == end:
        return start, start
    if cut := _word_over(text, start):
        start = cut[0]
    if cut := _word_over(text, end):
        end = cut[1]
    first = _word().search(text, start, end)
    if first is None:
        return _visible(text, start, end)
    last = next(word for word in _words_back(text, end) if word[1] <= end)
    return _with_brackets(text, first.start(), last[1])


def _visible(text: str, start: int, end: int) -> tuple[int, int]:
    """Range less the blanks at its ends, widened to what Unicode hangs on its characters."""
    first = _VISIBLE.search(text, start, end)
    last = _LAST_VISIBLE.match(text, start, end)
    if first is None or last is None:
        return start, start
    if trailing := _extender().match(text, last.end()):
        return _base(text, first.start()), trailing.end()
    return _base(text, first.start()), last.end()


def _base(text: str, position: int) -> int:
    """Start of the grapheme cluster over `position`, where no word is."""
    while position > 0 and _extender().match(text, position) and text[position - 1] not in "\r\n":
        position -= 1
    return position


def _with_brackets(text: str, start: int, end: int) -> tuple[int, int]:
    """Range with the brackets beside it that close or open one inside."""
    opened: list[str] = []
    closed: list[str] = []
    for match in _BRACKET.finditer(text, start, end):
        bracket = match.group()
        if bracket in _CLOSER_OF:
            opened.append(_CLOSER_OF[bracket])
        elif opened and opened[-1] == bracket:
            opened.pop()
        else:
            closed.append(_OPENER_OF[bracket])
    closed.reverse()
    for position, after in _punctuation_after(text, end):
        if opened and text[position] == opened[-1]:
            opened.pop()
            end = after
    for position in _punctuation_before(text, start):
        if closed and text[position] == closed[-1]:
            closed.pop()
            start = position
    return start, end


def _punctuation_after(text: str, position: int) -> Iterator[tuple[int, int]]:
    """Characters from `position` to the next blank or word, with all that hangs on each."""
    while position < len(text) and not (text[position].isspace() or _word().match(text, position)):
        extended = _extender().match(text, position + 1)
        after = extended.end() if extended else position + 1
        yield position, after
        position = after


def _punctuation_before(text: str, position: int) -> Iterator[int]:
    """Characters back from `position` to the blank or word before."""
    while position > 0 and not text[position - 1].isspace() and not word_at(text, position - 1):
        position = _base(text, position - 1)
        yield position
