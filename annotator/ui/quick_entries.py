"""What a quick list offers, and which of it answers to what was typed, best first."""

from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

from annotator.records import Record
from annotator.text.matching import Text, best_match

_RECENTLY: Final = 4
"""How much sooner an entry comes that was taken not long ago."""
_NOT_NOW: Final = 25
"""How much later one comes that cannot be taken."""


class Entry(Record):
    """One row: `title` is what is looked for first, `others` are (text, what it is worth less).

    `chip` is a short code on the ground `fill`, `note` stands muted at the right, `key` is the key
    that does the same, `detail` is told about the row that is marked. A row that is not `enabled`
    is shown and cannot be taken.
    """

    id: str
    title: str
    others: tuple[tuple[str, int], ...] = ()
    note: str = ""
    key: str = ""
    chip: str = ""
    fill: str = ""
    detail: str = ""
    enabled: bool = True


class Found(NamedTuple):
    """An entry that answers, and where the typed letters stand in its title.

    `begins` parts it from the rows above.
    """

    entry: Entry
    places: tuple[int, ...] = ()
    begins: bool = False


class Finder:
    """Entries in the order in which they are shown while nothing is typed.

    Those in `recent` (ids, the latest first) come before all others. `more` finds further entries
    by what was typed, and returns them best first; they come last.
    """

    def __init__(
        self,
        entries: Sequence[Entry],
        recent: Sequence[str] = (),
        more: Callable[[str], Sequence[Entry]] | None = None,
    ) -> None:
        self._entries = [(entry, _texts(entry)) for entry in entries]
        by_id = {entry.id: entry for entry in entries}
        self._recent = [by_id[one] for one in dict.fromkeys(recent) if one in by_id]
        self._more = more

    def find(self, typed: str) -> list[Found]:
        """Return what answers, best first; everything when nothing is typed."""
        typed = typed.strip()
        if not typed:
            return self._everything()
        recent = {entry.id for entry in self._recent}
        found: list[tuple[tuple[int, int, int], Found]] = []
        for number, (entry, texts) in enumerate(self._entries):
            match = best_match(typed, texts)
            if match is None:
                continue
            score = match.score + (_RECENTLY if entry.id in recent else 0)
            score -= 0 if entry.enabled else _NOT_NOW
            order = (-score, len(entry.title), number)
            found.append((order, Found(entry, match.places)))
        found.sort(key=lambda one: one[0])
        rows = [one for _order, one in found]
        if self._more is not None:
            rows += [Found(entry) for entry in self._more(typed)]
        return rows

    def _everything(self) -> list[Found]:
        recent = {entry.id for entry in self._recent}
        rows = [Found(entry) for entry in self._recent]
        rest = [Found(entry) for entry, _texts in self._entries if entry.id not in recent]
        if rows and rest:
            rest[0] = rest[0]._replace(begins=True)
        return rows + rest


def _texts(entry: Entry) -> list[tuple[Text, int]]:
    return [(Text(entry.title), 0), *((Text(text), less) for text, less in entry.others if text)]
