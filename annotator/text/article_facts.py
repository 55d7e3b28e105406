"""What an article says about itself: date, outlet, place and author, found by rules in its page.

A fact is taken only from where such facts stand: a date from a line of its own, from the dateline,
or with its weekday from the first paragraphs ("Senin (25/11/2024)"); an outlet from the dateline or
the copyright; a name from its role ("Pewarta: ..."). Nothing is guessed from the story.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from types import MappingProxyType
from typing import Final, NamedTuple

from annotator.text.credits import author_of
from annotator.text.furniture import Kind, Page, Stretch, page_of, stretch_at
from annotator.text.news_dates import Told, date_in_path, dates_in
from annotator.text.outlets import outlet_at, outlet_named

__all__ = ["KEYS", "Facts", "described", "facts_of", "headline_of"]

KEYS: Final = ("date", "outlet", "place", "author", "editor")
"""The names of the facts in a document's metadata; `<name>_from` says where each came from."""
_TEXT: Final = "text"
_ADDRESS: Final = "url"

_PARAGRAPHS: Final = 3
"""Paragraphs of the story that are looked at for the day."""
_REACH: Final = 2_000
_ROLES: Final = re.compile(
    r"(?P<role>Pewarta|Penulis|Reporter|Wartawan|Rep|Oleh|Laporan wartawan|Kontributor"
    r"|Editor|Redaktur|Red|Penyunting)\s?:\s?"
    r"(?P<name>[^|:©\n]{2,120}?)(?=\s*(?:$|[|©]|Copyright\b|[/;,]?\s*"
    r"(?:Editor|Redaktur|Red|Penyunting|Uploader|Penulis|Reporter|Pewarta|Fotografer)\s?:))",
    re.IGNORECASE,
)
_EDITORS: Final = frozenset(("editor", "redaktur", "red", "penyunting"))
_OWNER: Final = re.compile(
    r"(?:©|\(c\))\s*(?:(?:19|20)\d\d\s+)?(?P<name>[^\d|©]{2,50}?)\s*(?:\d{4}|$)", re.IGNORECASE
)
_SITE_AND_DAY: Final = re.compile(r"([\w.-]+\.(?:com|id|net|org))\s?[-–|,]\s?(?=\w)", re.IGNORECASE)
_APPEARED: Final = re.compile(
    r"\b(?:di|pada)\s+(?P<name>[\w.-]+\.(?:com|id|net|org))\b", re.IGNORECASE
)
_OTHER_DAY: Final = re.compile(
    r"\b(?:besok|lusa|akan|mendatang|nanti|depan|hingga|sampai|sejak|jadwal\w*|dijadwalkan|rencana\w*"
    r"|sebelumnya|lalu|silam|tenggat|batas)\b",
    re.IGNORECASE,
)
"""What tells that a day is not that of the report."""
_BEFORE: Final = 60
_BEHIND: Final = 40
_FIGURES: Final = re.compile(r"[0-9][0-9]{0,3}\s?[/ .-]\s?[0-9A-Za-z]")
"""What every date has: looked for first, for most articles have none where it counts."""
_YEAR: Final = re.compile(r"\b(?:19|20)\d\d\b")


class Facts(NamedTuple):
    """What was found, each "" where the article does not say; the date is ISO."""

    date: str = ""
    outlet: str = ""
    place: str = ""
    author: str = ""
    editor: str = ""


def facts_of(text: str, page: Page | None = None) -> Facts:
    """Return what an article says about itself; `page` is its `page_of`, if that is known."""
    page = page_of(text) if page is None else page
    authors, editors = _people(text, page.stretches)
    return Facts(
        _date(text, page),
        _outlet(text, page),
        page.dateline.place if page.dateline else "",
        ", ".join(authors),
        ", ".join(editors),
    )


def headline_of(text: str, page: Page | None = None) -> int:
    """Return where the headline begins, or else the first words that are no furniture."""
    page = page_of(text) if page is None else page
    start, end = page.headline
    if end:
        return start
    position = 0
    for stretch in page.stretches:
        if text[position : stretch.start].strip():
            break
        position = stretch.end
    return position


def described(
    metadata: Mapping[str, str], text: str, page: Page | None = None
) -> Mapping[str, str]:
    """Return the metadata of an article with what its text and its address add.

    What is there already stays: a file, a column, a page or a person knows better.
    """
    if metadata and all(metadata.get(key) for key in KEYS):
        return metadata
    facts = facts_of(text, page)
    address = metadata.get("url", "")
    if not address and not any(facts):
        return metadata
    found = {key: (value, _TEXT) for key, value in zip(KEYS, facts, strict=True) if value}
    if address:
        told = date_in_path(address)
        if told is not None:
            found["date"] = (told.isoformat(), _ADDRESS)
        outlet = outlet_at(address)
        if outlet:
            found["outlet"] = (outlet, _ADDRESS)
    added = {
        name: value
        for key, (value, origin) in found.items()
        if not metadata.get(key)
        for name, value in ((key, value), (f"{key}_from", origin))
    }
    return MappingProxyType({**metadata, **added}) if added else metadata


def _date(text: str, page: Page) -> str:
    year = _year(text, page.stretches)
    for told in _days(text, page, year):
        return told.day.isoformat()
    return ""


def _days(text: str, page: Page, year: int) -> Iterator[Told]:
    """Yield the days of an article, the surest first."""
    for start, end, kind in page.stretches:
        if kind is Kind.BYLINE or kind is Kind.DATELINE:
            yield from dates_in(text, start, end, year)
    reach = page.headline[1] + _REACH
    if _FIGURES.search(text, page.headline[1], reach) is None:
        return
    for start, end in islice(_paragraphs(text, page, reach), _PARAGRAPHS):
        for told in dates_in(text, start, end, year):
            if told.has_weekday or _is_in_brackets(text, told):
                around = text[max(start, told.start - _BEFORE) : told.end + _BEHIND]
                if not _OTHER_DAY.search(around):
                    yield told


def _is_in_brackets(text: str, told: Told) -> bool:
    return text[told.start - 1 : told.start] == "(" and text[told.end : told.end + 1] == ")"


def _paragraphs(text: str, page: Page, reach: int) -> Iterator[tuple[int, int]]:
    """Yield the lines of the story behind the headline that begin before `reach`."""
    position, last = page.headline[1], min(len(text), reach)
    while position < last:
        end = text.find("\n", position)
        end = min(len(text) if end < 0 else end, position + _REACH)
        while position < end and text[position].isspace():
            position += 1
        if position < end:
            here = stretch_at(page.stretches, position)
            if here is None or here.kind is Kind.DATELINE:
                yield position, end
        position = end + 1


def _year(text: str, stretches: Sequence[Stretch]) -> int:
    """Return the year that the copyright names, 0 for none: it completes "Senin (25/11)"."""
    for start, end, kind in stretches:
        if kind is Kind.ORIGIN or kind is Kind.BYLINE:
            found = _YEAR.search(text, start, end)
            if found is not None:
                return int(found[0])
    return 0


def _outlet(text: str, page: Page) -> str:
    if page.dateline is not None and page.dateline.outlet:
        return page.dateline.outlet
    for start, end, kind in page.stretches:
        if kind is Kind.ORIGIN or kind is Kind.BYLINE:
            line = text[start:end]
            signed = author_of(line) or _SITE_AND_DAY.match(line)
            if signed is not None and (name := outlet_named(signed[1])):
                return name
            owner = _OWNER.search(line) or _APPEARED.search(line)
            name = outlet_named(owner["name"].removesuffix("All Rights Reserved")) if owner else ""
            if name:
                return name
    return ""


def _people(text: str, stretches: Sequence[Stretch]) -> tuple[list[str], list[str]]:
    """Return authors and editors, each in the order of the text and once."""
    authors: dict[str, None] = {}
    editors: dict[str, None] = {}
    for start, end, kind in stretches:
        if kind is not Kind.BYLINE:
            continue
        line = text[start:end]
        signed = author_of(line)
        if signed is not None:
            authors[signed[0]] = None
        for found in _ROLES.finditer(line):
            name = " ".join(found["name"].split()).strip(" ,;-/")
            if name and not name.isdigit():
                of_role = editors if found["role"].casefold() in _EDITORS else authors
                of_role[name] = None
    return list(authors), list(editors)
