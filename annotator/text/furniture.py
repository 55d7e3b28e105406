"""Page furniture of Indonesian news: what stands in a text and is no part of the story.

Found by rules, line by line, in one pass: the keyword line of ANTARA that begins with "id", the
headline once more, captions with their credit, datelines, "Baca juga", bylines, share lines.
Being sure comes first: a sentence of the story is never taken for furniture, rather some furniture
is overlooked. What is written in one line with the story ("... katanya. Baca juga: ...") has no
certain end and is left alone, but for datelines and credits.

All positions are code points, half-open. A stretch never crosses a line.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import Final, NamedTuple

from annotator.text.credits import author_of, code_of, credit_of
from annotator.text.datelines import Dateline, dateline_of, has_dash
from annotator.text.furniture_lines import (
    LONGEST,
    SAID,
    Kind,
    is_heading,
    is_link,
    is_name,
    kind_of,
    may_be_furniture,
    social_names,
)

__all__ = [
    "Kind",
    "Page",
    "Stretch",
    "find",
    "is_surely_story",
    "page_of",
    "stretch_at",
    "touches",
]

_LONGEST_ARTICLE: Final = 1_000_000
_HEAD: Final = 10
"""Lines with something in them among which the head of a page ends."""
_DATELINES: Final = 16
_LATEST_DATELINE: Final = 3
"""Paragraphs of the story behind which no dateline comes any more."""
_LINKS: Final = 5
"""Links at most behind "Baca juga"."""
_STORY: Final = 80
"""Code points from which on a line with a full stop is a paragraph of the story."""
_HEADLINE: Final = (12, 250)
_BEGINNING: Final = 4
"""Code points of which a headline and its repetition are compared first."""
_LONG_HEADLINE: Final = 150
_KEYWORD: Final = 60
_KEYWORD_WORDS: Final = 7
_KEYWORDS: Final = re.compile(r"id\s+\S")
_SENTENCES: Final = re.compile(r"[.!?]\s+(?=[A-Z])")
_CREDIT: Final = 60
_MOST_SENTENCES: Final = 2
_CAPTION: Final = 350
_SURELY: Final = 250
"""Code points beyond which a line is no headline, no link and no line of keywords."""
_DATELINE: Final = 100
_TAIL: Final = 120
_LONGEST_SITE: Final = 44
_SITE: Final = re.compile(r"\s[-–|]\s[^-–|]{2,40}\Z")


class Stretch(NamedTuple):
    """A piece of furniture: where it stands, within one line, and what it is."""

    start: int
    end: int
    kind: Kind


_Line = tuple[int, str]
"""Where a line begins, and it without the blanks at its ends."""


class Page(NamedTuple):
    """An article as a page: its furniture in the order of the text, and what was read on the way.

    `headline` is where the headline stands, (0, 0) for none; `dateline` what the dateline says.
    """

    stretches: tuple[Stretch, ...]
    headline: tuple[int, int] = (0, 0)
    dateline: Dateline | None = None


def find(text: str) -> tuple[Stretch, ...]:
    """Return the furniture of a text: sorted, apart from each other, without blanks at the ends."""
    return page_of(text).stretches


def page_of(text: str) -> Page:
    """Read an article as a page. Never raises; where nothing but furniture would be left, none.

    A text of more than a million code points is no article: all of it counts as story.
    """
    if len(text) > _LONGEST_ARTICLE:
        return Page(())
    page = _Reader(_lines_of(text)).page()
    return page if not page.stretches or _has_story(text, page.stretches) else Page(())


def _has_story(text: str, stretches: Sequence[Stretch]) -> bool:
    """Tell whether anything but blanks stands outside the furniture."""
    position = 0
    for start, end, _ in stretches:
        if text[position:start].strip():
            return True
        position = end
    return bool(text[position:].strip())


def stretch_at(stretches: Sequence[Stretch], position: int) -> Stretch | None:
    """Return the piece of furniture over a position, None for the story."""
    number = bisect_right(stretches, position, key=_start) - 1
    if number >= 0 and position < stretches[number].end:
        return stretches[number]
    return None


def touches(stretches: Sequence[Stretch], start: int, end: int) -> bool:
    """Tell whether a range has characters in the furniture."""
    number = bisect_right(stretches, start, key=_start) - 1
    if number >= 0 and start < stretches[number].end:
        return True
    return number + 1 < len(stretches) and stretches[number + 1].start < end


def is_surely_story(text: str, start: int, end: int) -> bool:
    """Tell by its line alone that a range is no furniture; False where the page must be read.

    Quick, for the many places that a search of all articles finds: most stand within a paragraph.
    """
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end)
    line = text[first : last if last >= 0 else len(text)].lstrip()
    begins = (last if last >= 0 else len(text)) - len(line)
    line = line.rstrip()
    if len(line) <= _SURELY or "\n" in text[start:end]:
        return False
    if len(line) <= LONGEST and (may_be_furniture(line) or line.startswith("id")):
        return False
    if start - begins < _DATELINE and has_dash(line):
        return False
    return "/" not in line[-_TAIL:] and ")" not in line[-2:] and "]" not in line[-2:]


def _start(stretch: Stretch) -> int:
    return stretch.start


def _lines_of(text: str) -> list[_Line]:
    lines: list[_Line] = []
    position = 0
    for raw in text.split("\n"):
        line = raw.strip()
        if line:
            skipped = len(raw) - len(raw.lstrip()) if len(line) != len(raw) else 0
            lines.append((position + skipped, line))
        position += len(raw) + 1
    return lines


class _Reader:
    """Goes over the lines of one page."""

    def __init__(self, lines: list[_Line]) -> None:
        self._lines = lines
        self._kinds: dict[int, Kind] = {}
        self._candidates: list[int] = []
        self._parts: list[Stretch] = []
        self._headline = -1
        self._dateline: Dateline | None = None
        self._dated = -1

    def page(self) -> Page:
        self._read_lines()
        self._join_shares()
        self._find_headline()
        self._find_dateline()
        self._find_author()
        self._read_ends()
        whole = [
            Stretch(self._lines[number][0], self._end(number), kind)
            for number, kind in self._kinds.items()
        ]
        headline = (0, 0)
        if self._headline >= 0:
            headline = (self._lines[self._headline][0], self._end(self._headline))
        return Page(tuple(sorted([*whole, *self._parts])), headline, self._dateline)

    def _end(self, number: int) -> int:
        start, line = self._lines[number]
        return start + len(line)

    # -- lines by themselves

    def _read_lines(self) -> None:
        links = 0
        for number, (_, line) in enumerate(self._lines):
            if links:
                links = self._links_left(number, links)
            if number in self._kinds:
                continue
            if not may_be_furniture(line):
                if line[0] == "i" and number < _HEAD and _is_keyword_line(line):
                    self._kinds[number] = Kind.KEYWORDS
                continue
            self._candidates.append(number)
            if is_heading(line):
                self._kinds[number] = Kind.READ_ALSO
                links = _LINKS
            elif (kind := kind_of(line)) is not None:
                self._kinds[number] = kind
                if kind is Kind.BYLINE and line[-1] == ":":
                    self._take_name(number + 1)

    def _take_name(self, number: int) -> None:
        """Take the name that stands alone below its role: "Reporter:"."""
        if number < len(self._lines) and is_name(self._lines[number][1]):
            self._kinds[number] = Kind.BYLINE

    def _links_left(self, number: int, links: int) -> int:
        """Take a line as a link behind a heading; return how many may still follow."""
        start, line = self._lines[number]
        is_first = links == _LINKS
        is_near = start - self._end(number - 1) == 1
        if (is_first or is_near) and _is_other_headline(line):
            self._kinds[number] = Kind.READ_ALSO
            return links - 1
        return 0

    def _join_shares(self) -> None:
        """Take lines of names of networks, "Facebook", "WhatsApp": two of them side by side."""
        counts = {number: social_names(self._lines[number][1]) for number in self._candidates}
        run: list[int] = []
        for number in [*(number for number, count in counts.items() if count), -1]:
            if run and number != run[-1] + 1:
                if sum(counts[each] for each in run) > 1:
                    self._kinds.update(dict.fromkeys(run, Kind.SHARE))
                run = []
            run.append(number)

    # -- the head of the page

    def _find_headline(self) -> None:
        head = [
            number
            for number in range(min(_HEAD, len(self._lines)))
            if self._kinds.get(number) in {None, Kind.CAPTION}
        ]
        if not head or head[0] in self._kinds:
            return
        first = self._lines[head[0]][1]
        if not _HEADLINE[0] <= len(first) <= _HEADLINE[1]:
            self._headline = head[0] if len(first) < _HEADLINE[0] else -1
            return
        self._headline = head[0]
        begins = first[:_BEGINNING].casefold()
        like = [
            number
            for number in head[1:]
            if self._lines[number][1][:_BEGINNING].casefold() == begins
            and len(self._lines[number][1]) <= _HEADLINE[1]
        ]
        if like:
            self._compare_headlines(head[0], like)

    def _compare_headlines(self, first: int, others: Sequence[int]) -> None:
        """Tell which lines are the headline of line `first` again."""
        line = self._lines[first][1]
        plain, site = _folded(line), _site_at(line)
        bare = _folded(line[:site]) if site else ""
        for number in others:
            line = self._lines[number][1]
            folded = _folded(line)
            if folded == bare and self._headline == first:
                self._kinds[first] = Kind.HEADLINE
                self._headline, plain = number, bare
            elif folded == plain or _folded(line[: _site_at(line)]) == plain:
                self._kinds[number] = Kind.HEADLINE

    def _find_dateline(self) -> None:
        stories = 0
        for number, (start, line) in enumerate(self._lines[:_DATELINES]):
            if number in self._kinds or (number == self._headline and _is_headline_only(line)):
                continue
            is_story = len(line) >= _STORY and line[-1] in '."”'
            found = dateline_of(line, bare=is_story and not stories)
            if found is not None:
                self._dateline, self._dated = found, number
                self._parts.append(Stretch(start, start + found.end, Kind.DATELINE))
                if number == self._headline:
                    self._headline = -1
                return
            stories += is_story
            if stories == _LATEST_DATELINE:
                return

    def _find_author(self) -> None:
        """Take "Rahmawati Ladiva - detikNews" between headline and story."""
        if self._headline >= 0:
            for number in range(self._headline + 1, min(_HEAD, len(self._lines))):
                line = self._lines[number][1]
                if len(line) < _STORY and number not in self._kinds and author_of(line):
                    self._kinds[number] = Kind.BYLINE

    # -- how lines end

    def _read_ends(self) -> None:
        last = len(self._lines) - 1
        rest = self._last_paragraph()
        for number, (start, line) in enumerate(self._lines):
            tail = line[-2:]
            has_bracket = ")" in tail or "]" in tail
            if number in self._kinds or not (has_bracket or "/" in line[-_CREDIT:]):
                continue
            credit = credit_of(line)
            if credit is not None:
                if number < rest and self._is_caption(number, line, is_photo=credit.is_photo):
                    self._kinds[number] = Kind.CAPTION
                elif credit.start:
                    end = start + len(line)
                    self._parts.append(Stretch(start + credit.start, end, Kind.CAPTION))
            elif number >= last - _HEAD and (code := code_of(line)) >= 0:
                self._parts.append(Stretch(start + code, start + len(line), Kind.BYLINE))

    def _last_paragraph(self) -> int:
        for number in range(len(self._lines) - 1, -1, -1):
            if len(self._lines[number][1]) >= _STORY and number not in self._kinds:
                return number
        return 0

    def _is_caption(self, number: int, line: str, *, is_photo: bool) -> bool:
        return (
            number not in {self._headline, self._dated}
            and (is_photo or number < min(_HEAD, self._dated if self._dated >= 0 else _HEAD))
            and len(line) <= min(_CAPTION, LONGEST)
            and not SAID.search(line)
            and len(_SENTENCES.findall(line)) <= _MOST_SENTENCES
        )


def _is_headline_only(line: str) -> bool:
    """Tell whether the first line is a headline rather than the story itself."""
    return not line.endswith(".") and len(line) < _LONG_HEADLINE


def _site_at(line: str) -> int:
    """Return where the name of the site begins behind a headline, 0 for nowhere."""
    found = _SITE.search(line, max(0, len(line) - _LONGEST_SITE))
    return found.start() if found else 0


def _is_other_headline(line: str) -> bool:
    return is_link(line) and not SAID.search(line) and kind_of(line) is None


def _is_keyword_line(line: str) -> bool:
    """Tell whether a line is the keywords of ANTARA: "id Pilkada 2024, Bawaslu, Arunika"."""
    if not _KEYWORDS.match(line) or len(line) > LONGEST or line[-1] in '.!?:"”':
        return False
    words = line[2:].split(",")
    return (
        len(words) > 1
        and all(len(each) <= _KEYWORD and not _has_sentence(each) for each in words)
        and not SAID.search(line)
    )


def _has_sentence(words: str) -> bool:
    return bool(_SENTENCES.search(words)) or len(words.split()) > _KEYWORD_WORDS


def _folded(line: str) -> str:
    return " ".join(line.casefold().split()).rstrip(".")
