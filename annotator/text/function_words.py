"""Which of the languages of Indonesian news a text is in, by its commonest small words.

langdetect knows neither Javanese nor Sundanese and calls them Indonesian nine times in ten. Their
function words tell them apart where there are 25 words or more. Measured on three sentences each
of NusaX (70 words; docs/benchmarks.md): of 100 texts each all in Indonesian and English are
recognised, 98 in Javanese, 95 in Sundanese, and none is taken for another. Other languages of
Indonesia mostly have too few of these words to be taken for anything. Malay shares nearly all of
them with Indonesian and is not told apart.
"""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

FEWEST: Final = 25
"""Words under which nothing is said: short sentences may hold none of these."""
_FEWEST_TO_DOUBT: Final = 60
_TOO_FEW: Final = 0.06
"""Of 692 stretches of news of that length none had so small a share, the least was 0.097."""
_LEAST: Final = 0.08
"""Share of the words that must be function words of a language."""
_CLEARLY: Final = 1.5
"""How many times as many as Indonesian ones there must be of another language."""
ADDRESS: Final = re.compile(r"https?://\S+|www\.\S+|\S+@\S+")
_WORD: Final = re.compile(r"[^\W\d_]+")
_WRITTEN: Final = {
    "id": (
        "ada adalah agar akan antara atau bahwa banyak bisa belum bukan dalam dan dapat dari dengan"
        " di dia hanya harus hingga ia ini itu jadi jika juga kalau kami karena kata ke lagi lebih"
        " masih mereka menjadi namun oleh pada para saat sangat saya sebagai seperti serta setelah"
        " sudah telah tersebut tetapi tidak untuk yang"
    ),
    "jv": (
        "aku akeh amarga ana banget bisa dadi dheweke durung iki iku ing isa kabeh kang kanggo karo"
        " kaya kowe lan luwih mung marang menyang nanging nduwe ora saka sawise sing supaya tansah"
        " uga utawa wis wong yen"
    ),
    "su": (
        "abdi anu atawa aya bisa dina eta geus henteu ieu jadi jeung kabeh kana keur ku kudu kuring"
        " lamun loba mah moal nu ogé oge pikeun pisan parantos sareng teh téh teu ti tina urang"
        " éta"
    ),
    "en": (
        "an and are as at be but by for from had has have he his in is it not of on or that the"
        " their they this to was we were which will with you your"
    ),
}
_WORDS: Final = {code: frozenset(words.split()) for code, words in _WRITTEN.items()}
_INDONESIAN: Final = _WORDS["id"] | {
    *("hari", "kata", "kepada", "ketika", "menjelang", "orang", "secara", "sedang", "selama"),
    *("tahun", "tentang", "terhadap", "ujar"),
}
"""With words of news that other languages of the archipelago know as well."""


class Likeliest(NamedTuple):
    """A language by its ISO 639-1 code, and its share of the function words of all four."""

    code: str
    share: float


class Stretch(NamedTuple):
    """A paragraph in another language than the rest: [start, end) in code points, and which."""

    start: int
    end: int
    code: str


def likeliest(text: str) -> Likeliest | None:
    """Return the language that the small words speak for, None where they do not clearly."""
    words = _words(text)
    if len(words) < FEWEST:
        return None
    counts = {code: sum(map(known.__contains__, words)) for code, known in _WORDS.items()}
    best = max(counts, key=lambda code: (counts[code], code == "id"))
    if counts[best] < _LEAST * len(words):
        return None
    if best != "id" and counts[best] < _CLEARLY * counts["id"]:
        return None
    return Likeliest(best, counts[best] / sum(counts.values()))


def is_hardly_indonesian(text: str) -> bool:
    """Tell whether a text of some length lacks the small words that Indonesian cannot do without.

    Such a text is in a language of the archipelago that only looks like Indonesian, a list of
    names, or a table.
    """
    words = _words(text)
    known = sum(map(_INDONESIAN.__contains__, words))
    return len(words) >= _FEWEST_TO_DOUBT and known < _TOO_FEW * len(words)


def other_paragraphs(text: str, main: str) -> tuple[Stretch, ...]:
    """Return the paragraphs that are wholly in another language than `main`.

    A paragraph is a line. English words and phrases inside an Indonesian paragraph are normal, and
    so are short quotes: only whole paragraphs of `FEWEST` words are looked at.
    """
    found = []
    for start, end in _lines(text):
        guess = likeliest(text[start:end]) if end - start > 2 * FEWEST else None
        if guess is not None and guess.code != main:
            found.append(Stretch(start, end, guess.code))
    return tuple(found)


def _words(text: str) -> list[str]:
    """Return the words in small letters; those of addresses are no language's."""
    return [word.lower() for word in _WORD.findall(ADDRESS.sub(" ", text))]


def _lines(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        yield start, end
        start = end + 1
