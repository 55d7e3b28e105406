"""What single lines of a news page say that are no part of the story: the table of rules.

A rule looks at one line without the blanks at its ends and must be sure: what may be a sentence of
the story is left to the story. Every pattern is anchored and looks at short lines only.
"""

import re
from enum import StrEnum
from functools import cache
from typing import Final, NamedTuple

from annotator.text.news_dates import WEEKDAY
from annotator.text.outlets import DOMAIN


class Kind(StrEnum):
    """What a piece of page furniture is."""

    HEADLINE = "headline"
    """The headline once more."""
    KEYWORDS = "keywords"
    CAPTION = "caption"
    """What stands under a picture, or only its credit."""
    DATELINE = "dateline"
    READ_ALSO = "read_also"
    """Links to other articles and videos."""
    BYLINE = "byline"
    """Who wrote it, and when."""
    SHARE = "share"
    ORIGIN = "origin"
    """Copyright, and where it appeared first."""
    ADVERT = "advert"
    """Advertisements, and frames for videos and the like."""
    NAVIGATION = "navigation"
    """Pages and menus."""


_LINK: Final = (8, 160)
_LONGEST_PERSON: Final = 40
LONGEST: Final = 400
"""Code points of a line at most that can be furniture as a whole."""

_NAME: Final = r"[^\W\d_][\w.'’/-]*(?:,?\s[^\W\d_][\w.'’/-]*){0,5}"
_ROLE: Final = (
    r"(?:pewarta|penulis|reporter|editor|redaktur|wartawan|kontributor|rep|red|penyunting|uploader"
    r"|fotografer|videografer|video\seditor|oleh|laporan(?:\swartawan)?|sumber\sberita|tim\sredaksi)"
)
_VERBS: Final = (
    r"\b(?:kata|ujar|tutur|ucap|tegas|jelas|ungkap|imbuh|sebut|begitu|demikian|menurut|tulis|bunyi)"
    r"(?:nya)?\b"
)
_SAYS: Final = re.compile(_VERBS, re.IGNORECASE)
SAID: Final = re.compile(rf"[\"“”]|{_VERBS}", re.IGNORECASE)
"""What tells that somebody speaks or is quoted: such a line is the story's."""
_CLOCK: Final = r"(?:\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\s?(?:WIB|WITA|WIT))?)"
_DAY: Final = (
    r"(?:\d{1,2}[\s/.-](?:\d{1,2}|[a-z]{3,9}\.?)[\s/.,-]{1,2}(?:\d{4}|\d{2})|\d{4}-\d{2}-\d{2})"
)


class _Rule(NamedTuple):
    kind: Kind
    pattern: str
    is_open: bool
    """The pattern takes words of any kind: the line must not read like a sentence."""


def _rule(kind: Kind, pattern: str, *, is_open: bool = False) -> _Rule:
    return _Rule(kind, pattern, is_open)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """Compile a pattern when a line first asks for it: all of them would take 30 ms."""
    return re.compile(pattern, re.IGNORECASE)


_STORIES: Final = r"(?:berita|artikel|informasi|kabar|konten)"
_CHANNEL: Final = (
    r"(?:google\snews|googlenews|(?:saluran|channel|kanal|grup|group)\s(?:resmi\s)?(?:whatsapp|telegram"
    r"|wa)\b|whatsapp\schannel|newsletter|breaking\snews|push\snotif|playstore|play\sstore|app\sstore"
    r"|langsung\sdari\sponsel)"
)
_RULES: Final[dict[str, tuple[_Rule, ...]]] = {}


def _add(starts: str, *rules: _Rule) -> None:
    """Let `rules` look at lines that begin like one of the words in `starts`."""
    for start in starts.split():
        _RULES[start[:3]] = _RULES.get(start[:3], ()) + rules


_add(
    "tag topik kata keyword label",
    _rule(
        Kind.KEYWORDS,
        r"(?:tags?|topik(?:\sterkait|\sberita)?|kata\skunci|keywords?|label)(?:\s?:\s?\S.{0,250}|\s?:)",
        is_open=True,
    ),
    _rule(Kind.KEYWORDS, r"(?:tags?\sterkait|topik\sterkait|tags)"),
)
_add("#", _rule(Kind.KEYWORDS, r"#\w+(?:[\s,]+#\w+)+"))
_add(
    "baca lihat simak tonton saksikan cek",
    _rule(
        Kind.READ_ALSO,
        r"[*(\[-]?\s?(?:baca|lihat|simak|tonton|saksikan|cek)\s(?:juga|pula|selengkapnya|lainnya)"
        r"(?:\s(?:artikel|berita|video)(?:\s\w+)?)?\s?[:|>»→]\s?\S.{0,250}",
        is_open=True,
    ),
    _rule(
        Kind.READ_ALSO,
        r"(?:baca|simak|tonton|lihat)\s?:\s?(?-i:[A-Z\"“'‘\d]).{8,200}",
        is_open=True,
    ),
    _rule(
        Kind.READ_ALSO,
        r"[*\s]*(?:simak|saksikan|tonton|lihat)(?:\sjuga)?,?\svideo\b.{0,40}"
        r"(?:[:'‘\"“].{0,160}|(?:ini|berikut)\s?:?)",
    ),
)
_add(
    "berita artikel pilihan simak lihat baca",
    _rule(
        Kind.READ_ALSO,
        r"(?:(?:berita|artikel|video)\s(?:terkait|lainnya|pilihan)|pilihan\s(?:editor|redaksi))"
        r"\s?:\s?\S.{4,200}",
        is_open=True,
    ),
)
_add(
    "bagikan share tautan komentar salin copy",
    _rule(
        Kind.SHARE,
        rf"(?:bagikan|share)(?:\s(?:{_STORIES}(?:\sini)?|this(?:\sarticle|\spost)?|via|on|ke|di))?\s?:?",
    ),
    _rule(Kind.SHARE, r"(?:copy\slink|salin\s(?:tautan|link)|tautan\sberhasil\sdisalin)\s?[:.!]?"),
    _rule(Kind.SHARE, r"(?:komentar|beri\skomentar|tulis\skomentar)\s?(?:\(?\d+\)?|:)?"),
)
_add(
    "dapatkan ikuti cek simak baca mari yuk follow gabung klik temukan update jangan"
    " bergabung download unduh langganan nikmati dengarkan",
    _rule(
        Kind.SHARE,
        r"(?:dapatkan|ikuti|cek|simak|baca|mari|yuk|follow|(?:ber)?gabung|klik|temukan|update|jangan\slupa"
        rf"|download|unduh|langganan|nikmati|dengarkan)\b.{{0,250}}\b{_CHANNEL}.{{0,200}}",
    ),
)
_add(
    "copyright © hak dilarang (c) hakcipta",
    _rule(Kind.ORIGIN, r"(?:copyright|hak\scipta)\b\s?(?:©|\(c\)|\d{4}|@).{0,160}"),
    _rule(Kind.ORIGIN, r"(?:©|\(c\))\s?\S.{0,160}"),
    _rule(Kind.ORIGIN, r"dilarang\s(?:keras\s)?(?:mengambil|mengutip|menyalin)\skonten.{0,300}"),
)
_add(
    "artikel berita sumber",
    _rule(
        Kind.ORIGIN,
        r"(?:artikel|berita)\sini\s(?:telah|sudah|pertama\skali)\s(?:pernah\s)?(?:tayang|terbit"
        r"|dimuat|dipublikasikan)\s(?:lebih\sdulu\s)?(?:di|pada|dengan)\s.{2,300}",
    ),
    _rule(Kind.ORIGIN, rf"sumber\s?:\s?(?:https?://\S+|{DOMAIN}|antara)\.?"),
)
_add(
    "pewarta penulis reporter editor redaktur wartawan kontributor rep red"
    " penyunting uploader fotografer videografer video oleh laporan tim",
    _rule(
        Kind.BYLINE,
        rf"{_ROLE}\s?:\s?(?:{_NAME})?(?:[\s|/,;-]{{1,3}}{_ROLE}\s?:\s?{_NAME})*"
        r"(?:[\s|]{0,3}(?:copyright\s)?©.{0,80})?",
        is_open=True,
    ),
    _rule(Kind.BYLINE, r"tim\sredaksi"),
)
_add(
    "senin selasa rabu kamis jumat sabtu minggu ahad kompas detik terbit"
    " dipublikasikan diterbitkan diperbarui update 0 1 2 3 4 5 6 7 8 9",
    _rule(
        Kind.BYLINE,
        rf"(?:{DOMAIN}\s?[-–|,]\s?|(?:di)?terbit(?:kan)?\s?:?\s?|dipublikasikan\s?:?\s?|diperbarui\s?:?\s?"
        rf"|update\s?:\s?)?(?:{WEEKDAY}[\s,]+\(?)?{_DAY}\)?(?:[\s|,–-]{{1,3}}(?:pukul\s)?{_CLOCK})?",
    ),
    _rule(Kind.NAVIGATION, r"\d{1,2}(?:\s\d{1,2}){1,9}(?:\s(?:next|selanjutnya|berikutnya|»|>))"),
)
_add(
    "advertisement iklan scroll baca image gambas gulir konten",
    _rule(
        Kind.ADVERT,
        r"(?:advertisement\W{0,3})?(?:scroll\s(?:to\s(?:continue|resume)|untuk\s(?:melanjutkan|membaca)|"
        r"down).{0,40}|gulir\s(?:ke\sbawah\s)?untuk\s(?:melanjutkan|lanjut).{0,30})",
    ),
    _rule(Kind.ADVERT, r"\W{0,3}(?:advertisement|iklan|advertorial|image-gnews)\W{0,3}"),
    _rule(Kind.ADVERT, r"baca\sberita\s(?:tanpa|dengan\ssedikit)\siklan.{0,60}"),
    _rule(Kind.ADVERT, r"\[gambas:[^\]]{1,40}\]"),
)
_add(
    "halaman selanjutnya sebelumnya next home beranda selengkapnya show",
    _rule(
        Kind.NAVIGATION,
        r"halaman\s?:?\s?\d{1,2}(?:(?:\s?[/|]\s?|\s(?:dari\s)?)\d{1,2}){0,9}"
        r"(?:\s(?:selanjutnya|semua|all|next|tampilkan\ssemua))?",
    ),
    _rule(Kind.NAVIGATION, r"(?:halaman\s)?(?:selanjutnya|berikutnya|sebelumnya)\s?[>»→]{0,2}"),
    _rule(Kind.NAVIGATION, r"selengkapnya\sdi\shalaman\s(?:selanjutnya|berikutnya)\.?"),
    _rule(Kind.NAVIGATION, r"(?:next\spage|show\sall|tampilkan\ssemua)"),
    _rule(Kind.NAVIGATION, r"(?:home|beranda)(?:\s?[/>»›|]\s?[^/>»›|]{2,60}){1,6}"),
)
_add(
    "foto photo ilustrasi infografis antara keterangan",
    _rule(
        Kind.CAPTION,
        r"(?:(?:keterangan\s)?foto|photo|ilustrasi(?:\sfoto)?|infografis)\s?:\s?\S.{1,200}",
        is_open=True,
    ),
    _rule(Kind.CAPTION, r"antara\sfoto/[^\W\d][\w.'’ -]{1,40}(?:/[\w-]{1,12}){0,3}\.?"),
)

_HEADINGS: Final = re.compile(
    r"\W{0,3}(?:(?:baca|simak|lihat)\sjuga(?:\s(?:artikel|berita)(?:\sterkait|\slainnya)?)?"
    r"|(?:berita|artikel|video)\s(?:terkait|terpopuler|lainnya|pilihan)|pilihan\s(?:editor|redaksi)"
    r"|rekomendasi(?:\suntuk\sanda)?|terpopuler)\s?:?\W{0,2}",
    re.IGNORECASE,
)
_HEADING_STARTS: Final = frozenset(("bac", "sim", "lih", "ber", "art", "vid", "pil", "rek", "ter"))
_SOCIAL: Final = frozenset(
    (
        *("bagikan", "share", "tweet", "facebook", "twitter", "whatsapp", "telegram", "instagram"),
        *("line", "x", "wa", "fb", "email", "pinterest", "linkedin", "tiktok", "youtube", "print"),
        *("cetak", "copy", "link", "salin", "tautan", "komentar", "messenger", "threads"),
    )
)
_SOCIAL_STARTS: Final = frozenset(name[:3] for name in _SOCIAL)
_SEPARATORS: Final = re.compile(r"[\s,/|•·:-]+")
_QUOTES: Final = "\"'“”‘’"
_MOST_NAMES: Final = 10
_LONGEST_NAMES: Final = 120
_FULL_STOP: Final = re.compile(r"[^.]\.[\"”'’)]?\Z")
_TITLED: Final = re.compile(r"\b[A-Z]\.(?:[A-Z][a-z]{0,4}\.?)?\Z|\bS\.[A-Z][a-z]*\.\Z")
_STARTS: Final = frozenset(_RULES) | _HEADING_STARTS | _SOCIAL_STARTS


def may_be_furniture(line: str) -> bool:
    """Tell by its first letters whether a line is worth a look. Quick."""
    return line[:3].lower() in _STARTS or not (line[0].isalpha() or line[0] in _QUOTES)


def _start(line: str) -> str:
    """Return the first three letters, behind signs of a list."""
    if line[0].isalpha():
        return line[:3].lower()
    return line.lstrip("*-•>[( ")[:3].lower()


def kind_of(line: str) -> Kind | None:
    """Return what a line is whatever stands around it, None where it may be the story's."""
    if len(line) > LONGEST:
        return None
    rules = _RULES.get(_start(line), ()) + _RULES.get(line[0], ())
    for kind, pattern, is_open in rules:
        if _compiled(pattern).fullmatch(line) is None:
            continue
        if is_open and _is_sentence(line, kind):
            continue
        if kind is Kind.SHARE and _SAYS.search(line):
            continue
        return kind
    return None


def is_heading(line: str) -> bool:
    """Tell whether links follow: "Baca Juga", "Berita Terkait"."""
    return _start(line) in _HEADING_STARTS and _HEADINGS.fullmatch(line) is not None


def is_name(line: str) -> bool:
    """Tell whether a line is the name of a person."""
    words = line.split()
    return len(line) <= _LONGEST_PERSON and all(
        word[0].isupper() and word[-1] not in ":;!?" for word in words
    )


def is_link(line: str) -> bool:
    """Tell whether a line can be the headline of another article, behind such a heading."""
    text = line.lstrip("-•*·> 0123456789.")
    return (
        _LINK[0] <= len(text) <= _LINK[1]
        and (text[0].isupper() or not text[0].isalpha())
        and not _FULL_STOP.search(text)
        and text[-1] not in ",;:"
    )


def social_names(line: str) -> int:
    """Return how many names of networks a line is made of, 0 where anything else is in it."""
    if len(line) > _LONGEST_NAMES:
        return 0
    names = [name for name in _SEPARATORS.split(line.casefold()) if name]
    if len(names) > _MOST_NAMES or not all(name in _SOCIAL for name in names):
        return 0
    return len(names)


def _is_sentence(line: str, kind: Kind) -> bool:
    """Tell whether a line that begins like furniture reads like the story."""
    if kind is Kind.BYLINE:
        return any(map(SAID.search, line.split(":")[1:])) or (
            _FULL_STOP.search(line) is not None and not _TITLED.search(line)
        )
    if _FULL_STOP.search(line):
        return True
    return kind in {Kind.CAPTION, Kind.KEYWORDS} and SAID.search(line) is not None
