"""The queue: which articles a person wants to see, and in what order."""

import re
from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum
from hashlib import blake2b
from typing import Any, Final, NamedTuple

from annotator.model.project import DocumentSummary, Status

Rows = Sequence[DocumentSummary]


class Order(StrEnum):
    """In what order articles are shown; equal ones in the order of import."""

    IMPORT = "import"
    UNDECIDED = "undecided"
    NEWEST = "newest"
    OLDEST = "oldest"
    TITLE = "title"
    SHORTEST = "shortest"
    LONGEST = "longest"
    FEWEST = "fewest"
    MOST = "most"
    RANDOM = "random"


class Key(StrEnum):
    """What a part of a query is about."""

    STATUS = "status"
    LANGUAGE = "lang"
    SOURCE = "source"
    AFTER = "after"
    BEFORE = "before"
    FLAG = "flag"
    NOTES = "notes"


class Part(NamedTuple):
    """One condition. Parts with the same key are alternatives, except for the two of a period.

    `value` is a status, a code of a language, words of a source, the beginning of an ISO date
    ("2024-11"), "article" or "lead" of a flag, "open" of notes. Sources match whatever their case.
    """

    key: Key
    value: str

    @property
    def text(self) -> str:
        """The part as it may be typed."""
        return f'{self.key}:"{self.value}"' if " " in self.value else f"{self.key}:{self.value}"


class Query(NamedTuple):
    """What is wanted: every key of the parts must hold, and every word stand in the title."""

    parts: tuple[Part, ...] = ()
    words: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The query as it may be typed."""
        return " ".join([*(part.text for part in self.parts), *self.words])


NO_QUERY: Final = Query()

_KEYS: Final = {
    **dict.fromkeys(("status",), Key.STATUS),
    **dict.fromkeys(("lang", "language", "bahasa"), Key.LANGUAGE),
    **dict.fromkeys(("source", "outlet", "sumber", "media"), Key.SOURCE),
    **dict.fromkeys(("after", "since", "setelah", "sejak"), Key.AFTER),
    **dict.fromkeys(("before", "until", "sebelum", "sampai"), Key.BEFORE),
    **dict.fromkeys(("flag", "tanda", "bendera"), Key.FLAG),
    **dict.fromkeys(("notes", "note", "catatan"), Key.NOTES),
}
"""What may stand before a colon, in either language."""
_VALUES: Final[dict[Key, dict[str, tuple[str, ...]]]] = {
    Key.STATUS: {
        **dict.fromkeys(("new", "baru", "belum"), (Status.NEW.value,)),
        **dict.fromkeys(("open", "in_progress", "proses"), (Status.IN_PROGRESS.value,)),
        **dict.fromkeys(("done", "selesai"), (Status.DONE.value,)),
        **dict.fromkeys(("skipped", "lewat", "dilewati"), (Status.SKIPPED.value,)),
        **dict.fromkeys(("flagged", "tanda", "ditandai"), (Status.FLAGGED.value,)),
    },
    Key.LANGUAGE: {
        **dict.fromkeys(("indonesia", "indonesian"), ("id",)),
        **dict.fromkeys(("english", "inggris"), ("en",)),
        **dict.fromkeys(("malay", "melayu"), ("ms",)),
        **dict.fromkeys(("javanese", "jawa"), ("jv",)),
        **dict.fromkeys(("sundanese", "sunda"), ("su",)),
        **dict.fromkeys(("unknown", "?"), ("unknown",)),
    },
    Key.FLAG: {
        **dict.fromkeys(("article", "artikel"), ("article",)),
        **dict.fromkeys(("lead", "ketua"), ("lead",)),
        **dict.fromkeys(("yes", "any", "ya", "ada"), ("article", "lead")),
    },
    Key.NOTES: dict.fromkeys(("open", "yes", "any", "buka", "terbuka", "ya", "ada"), ("open",)),
}
_TOKEN: Final = re.compile(r'(\w+):"([^"]*)"|(\S+)')
_DATE: Final = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
_CODE: Final = re.compile(r"[a-z]{2,3}")
_SETTLED: Final = frozenset({Status.DONE, Status.SKIPPED})


def parse_query(text: str) -> Query:
    """Read what was typed above the list. A key without a value that is known says nothing yet."""
    parts: dict[Part, None] = {}
    words: list[str] = []
    for match in _TOKEN.finditer(text):
        name, value, bare = match.groups()
        if bare is not None:
            name, _, value = bare.partition(":")
        key = _KEYS.get(name.casefold()) if ":" in match.group() else None
        if key is None:
            words += match.group().casefold().replace('"', "").split()
            continue
        parts.update(dict.fromkeys(Part(key, one) for one in _values(key, value.strip('" '))))
    return Query(tuple(parts), tuple(words))


def _values(key: Key, value: str) -> tuple[str, ...]:
    value = value if key is Key.SOURCE else value.casefold()
    if key in {Key.AFTER, Key.BEFORE}:
        return (value,) if _DATE.fullmatch(value) else ()
    if key is Key.SOURCE:
        return (value,) if value else ()
    known = _VALUES[key].get(value, ())
    if not known and key is Key.LANGUAGE and _CODE.fullmatch(value):
        return (value,)
    return known


def places(rows: Rows, query: Query, order: Order = Order.IMPORT, seed: str = "") -> Sequence[int]:
    """Return the places in `rows` of what is wanted, in order; `seed` makes the random one.

    The random order of a row depends on its id and the seed alone: it stays when others come.
    """
    found: Sequence[int] = range(len(rows))
    for keep in _conditions(query):
        found = [place for place in found if keep(rows[place])]
    if query.words:
        found = [
            place
            for place in found
            if (title := rows[place].title.casefold())
            and all(word in title for word in query.words)
        ]
    if order is Order.IMPORT:
        return found
    key, backwards = _ORDERS[order]
    if order is Order.RANDOM:
        key = _shuffled(seed)
    return sorted(found, key=lambda place: key(rows[place]), reverse=backwards)


def _conditions(query: Query) -> Iterable[Callable[[DocumentSummary], bool]]:
    values: dict[Key, list[str]] = {}
    for part in query.parts:
        values.setdefault(part.key, []).append(part.value)
    for key, wanted in values.items():
        yield _CONDITIONS[key](wanted)


def _of_status(wanted: list[str]) -> Callable[[DocumentSummary], bool]:
    statuses = frozenset(wanted)
    return lambda row: row.status in statuses


def _of_language(wanted: list[str]) -> Callable[[DocumentSummary], bool]:
    codes = frozenset(wanted)
    return lambda row: row.language in codes


def _of_source(wanted: list[str]) -> Callable[[DocumentSummary], bool]:
    wanted = [words.casefold() for words in wanted]
    if len(wanted) == 1:
        only = wanted[0]
        return lambda row: only in row.source.casefold()
    return lambda row: any(words in row.source.casefold() for words in wanted)


def _after(wanted: list[str]) -> Callable[[DocumentSummary], bool]:
    first = max(wanted)
    return lambda row: row.date >= first


def _before(wanted: list[str]) -> Callable[[DocumentSummary], bool]:
    last = min(wanted)
    length = len(last)
    return lambda row: bool(row.date) and row.date[:length] <= last


def _flagged(wanted: list[str]) -> Callable[[DocumentSummary], bool]:
    article, lead = "article" in wanted, "lead" in wanted
    flagged = Status.FLAGGED
    return lambda row: (article and row.status is flagged) or (lead and row.lead_notes > 0)


def _noted(_wanted: list[str]) -> Callable[[DocumentSummary], bool]:
    return lambda row: row.open_notes > 0


_CONDITIONS: Final[dict[Key, Callable[[list[str]], Callable[[DocumentSummary], bool]]]] = {
    Key.STATUS: _of_status,
    Key.LANGUAGE: _of_language,
    Key.SOURCE: _of_source,
    Key.AFTER: _after,
    Key.BEFORE: _before,
    Key.FLAG: _flagged,
    Key.NOTES: _noted,
}


def _dated(row: DocumentSummary) -> str:
    return row.date or "~"  # after every date: what has none comes last


def _undated(row: DocumentSummary) -> str:
    return row.date


def _titled(row: DocumentSummary) -> str:
    return row.title.casefold().lstrip("\"'“”‘’«([ ")


def _shuffled(seed: str) -> Callable[[DocumentSummary], bytes]:
    start = blake2b(seed.encode(), digest_size=8)

    def key(row: DocumentSummary) -> bytes:
        made = start.copy()
        made.update(row.id.encode())
        return made.digest()

    return key


_ORDERS: Final[dict[Order, tuple[Callable[[DocumentSummary], Any], bool]]] = {
    Order.UNDECIDED: (lambda row: row.status in _SETTLED, False),
    Order.NEWEST: (_undated, True),
    Order.OLDEST: (_dated, False),
    Order.TITLE: (_titled, False),
    Order.SHORTEST: (lambda row: row.length, False),
    Order.LONGEST: (lambda row: row.length, True),
    Order.FEWEST: (lambda row: row.span_count, False),
    Order.MOST: (lambda row: row.span_count, True),
    Order.RANDOM: (lambda row: row.id, False),
}
