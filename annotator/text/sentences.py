"""Sentences and paragraphs around a position: code points, half-open, by the neighbourhood only."""

import re

from annotator.text.scanning import last_end

_LINE_END = "\n\r\u2028\u2029"
_LAST_LINE_END = re.compile(f".*[{_LINE_END}]", re.DOTALL)
_NEXT_LINE_END = re.compile(f"[{_LINE_END}]")

_STOPS = ".!?…؟۔।"
_CLOSING = "\"'”’»)\\]}›」』）"
_SENTENCE_END = re.compile(
    f"(?P<line_end>[{_LINE_END}])"
    f"|(?<![{_STOPS}])(?P<stop>[{_STOPS}]++)[{_CLOSING}]*+(?=[\\s\u200b]|\\Z)"
    f"|[。！？]++[{_CLOSING}]*+"
)
_NEXT_LETTER = re.compile("[\"'“‘«(\\[{‹「『（\\-–— \t\u00a0]*+(\\w)")
_ABBREVIATION = re.compile("[\\w.]*\\Z")
_LONGEST_ABBREVIATION = 8

# A name follows these, so their point ends no sentence.
_BEFORE_NAME = frozenset(
    [
        "dr",
        "drs",
        "dra",
        "drg",
        "drh",
        "hj",
        "ir",
        "prof",
        "kh",
        "k.h",
        "ny",
        "nn",
        "tn",
        "sdr",
        "sdri",
        "yth",
        "rr",
        "r.a",
        "r.m",
        "tgk",
        "brigjen",
        "mayjen",
        "letjen",
        "jend",
        "kol",
        "letkol",
        "kapt",
        "lettu",
        "ipda",
        "iptu",
        "akp",
        "kompol",
        "akbp",
        "kombes",
        "irjen",
        "komjen",
        "kab",
        "kec",
        "kel",
        "prov",
        "ds",
        "dsn",
        "jl",
        "jln",
        "gg",
        "a.n",
        "u.p",
        "u.b",
        "d.a",
        "c.q",
        "q.q",
        "s.d",
        "d.h",
        "jo",
        "pt",
        "cv",
        "rp",
    ]
)
# These are words of their own unless a number follows ("hal. 12", but "banyak hal. Dia ...").
_BEFORE_NUMBER = frozenset(
    ["no", "nomor", "hlm", "hal", "ps", "ay", "art", "vol", "tgl", "pkl", "rt", "rw"]
)


def sentence_at(text: str, position: int) -> tuple[int, int]:
    """Sentence over `position` without the blanks around it; never crosses a line end.

    Between two sentences it is the one after, behind the last of a line that one. In an empty line
    the range is empty.
    """
    start, end = _between_ends(text, position)
    if not text[start:end].strip() and start > 0 and text[start - 1] not in _LINE_END:
        start, end = _between_ends(text, start - 1)
    return _stripped(text, start, end) or (position, position)


def paragraph_at(text: str, position: int) -> tuple[int, int]:
    """Line over `position` without the blanks at its ends; in an empty line an empty range."""
    line_end = _NEXT_LINE_END.search(text, position)
    start = last_end(_LAST_LINE_END, text, position)
    return _stripped(text, start, line_end.start() if line_end else len(text)) or (
        position,
        position,
    )


def _stripped(text: str, start: int, end: int) -> tuple[int, int] | None:
    part = text[start:end]
    stripped = part.strip()
    if not stripped:
        return None
    start += len(part) - len(part.lstrip())
    return start, start + len(stripped)


def _between_ends(text: str, position: int) -> tuple[int, int]:
    """From the end of the sentence or line before `position` to the next one."""
    size = 512
    while True:
        scan_from = max(0, position - size)
        start = 0 if scan_from == 0 else None
        end = len(text)
        for found in _SENTENCE_END.finditer(text, scan_from):
            if found["line_end"]:
                if found.start() >= position:
                    end = found.start()
                    break
            elif not _ends_sentence(text, found):
                continue
            elif found.end() > position:
                end = found.end()
                break
            start = found.end()
        if start is not None:
            return start, end
        size *= 4


def _ends_sentence(text: str, found: re.Match[str]) -> bool:
    """Whether a full stop is the end of a sentence, not of an abbreviation or a quoted question."""
    if not found["stop"]:
        return True  # an ideographic full stop
    following = _NEXT_LETTER.match(text, found.end())
    next_letter = following[1] if following else ""
    if next_letter.islower():
        return False
    if found["stop"] != ".":
        return True
    stop = found.start()
    before = _ABBREVIATION.search(text, max(0, stop - _LONGEST_ABBREVIATION), stop)
    word = before[0].lower() if before else ""
    if word.isdigit() and _starts_line(text, stop - len(word)):
        return False  # a numbered list
    if word in _BEFORE_NUMBER:
        return not next_letter.isdigit()
    return word not in _BEFORE_NAME and not (len(word) == 1 and word.isalpha())


def _starts_line(text: str, position: int) -> bool:
    return position == 0 or text[position - 1] in _LINE_END
