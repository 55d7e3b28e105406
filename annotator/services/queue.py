"""The queue: which articles a person wants to see, and in what order."""

import re
from enum import StrEnum
from typing import Final, NamedTuple

from annotator.model.project import Status


class Order(StrEnum):
    """In what order articles are shown; equal ones in the order of import.

    The random place of an article depends on its id and a seed alone: it stays when others come.
    """

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
    TWINS = "twins"
    MIX = "mix"


class Part(NamedTuple):
    """One condition. Parts with the same key are alternatives, except for the two of a period.

    `value` is a status, a code of a language, words of a source, the beginning of an ISO date
    ("2024-11"), "article" or "lead" of a flag, "open" of notes, "any", "none" or "first" (one of
    each story) of twins, "yes" of a mix of languages. Sources match whatever their case.
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
    **dict.fromkeys(("twins", "reprints", "kembar"), Key.TWINS),
    **dict.fromkeys(("mix", "mixed", "campur"), Key.MIX),
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
    Key.TWINS: {
        **dict.fromkeys(("any", "yes", "ada", "ya"), ("any",)),
        **dict.fromkeys(("none", "no", "tanpa", "tidak"), ("none",)),
        **dict.fromkeys(("first", "once", "pertama", "sekali"), ("first",)),
    },
    Key.MIX: dict.fromkeys(("yes", "any", "ya", "ada"), ("yes",)),
    Key.NOTES: dict.fromkeys(("open", "yes", "any", "buka", "terbuka", "ya", "ada"), ("open",)),
}
_TOKEN: Final = re.compile(r'(\w+):"([^"]*)"|(\S+)')
_DATE: Final = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
_CODE: Final = re.compile(r"[a-z]{2,3}")


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
