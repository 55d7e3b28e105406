"""The words of the language in which spans are looked for: keys, and what their values are called.

Labels, groups, attributes, their values and relation types go by their ids and by their names in
every language of the scheme; a label also by its code.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from annotator.model.project import Annotator, Status
from annotator.model.scheme import Names, Scheme
from annotator.text.folding import words_of

LABEL, TEXT, BY, STATUS, HAS, WITHOUT = "label", "text", "by", "status", "has", "without"
KEYS: Final[Mapping[str, tuple[str, ...]]] = {
    LABEL: ("label", "group", "grup", "kelompok"),
    TEXT: ("text", "teks"),
    BY: ("by", "oleh"),
    STATUS: ("status",),
    HAS: ("has", "ada"),
    WITHOUT: ("without", "tanpa"),
}
"""Keys that every scheme has, each with the words for it."""
IN_LANGUAGE: Final[Mapping[str, Mapping[str, str]]] = {
    "id": {TEXT: "teks", BY: "oleh", HAS: "ada", WITHOUT: "tanpa"},
}
"""Which of the words is offered, where it is not the key itself."""
STATUS_NAMES: Final[Mapping[Status, tuple[str, ...]]] = {
    Status.NEW: ("new", "baru", "belum"),
    Status.IN_PROGRESS: ("in progress", "sedang dikerjakan", "open", "proses"),
    Status.DONE: ("done", "selesai"),
    Status.SKIPPED: ("skipped", "dilewati", "lewat"),
    Status.FLAGGED: ("flagged", "ditandai", "tanda"),
}
"""What a status is called: in English, in Indonesian, and otherwise."""
YES: Final = ("yes", "ya", "true", "benar")
NO: Final = ("no", "tidak", "false", "salah")
RELATION, ATTRIBUTE = "relation:", "attribute:"
"""What ids stand behind `has` and `without`, before the id."""


class Vocabulary:
    """The words that a project's scheme and people give to the language."""

    def __init__(self, scheme: Scheme, annotators: Sequence[Annotator] = ()) -> None:
        self.scheme = scheme
        self.annotators = annotators
        self._attributes = {
            word: item.id for item in scheme.attributes for word in (item.id, *_all(item.names))
        }
        self._keys = {
            **{plain(word): key for word, key in self._attributes.items()},
            **{word: key for key, words in KEYS.items() for word in words},
        }
        self._values: dict[str, dict[str, tuple[str, ...]]] = {}

    def key_of(self, typed: str) -> str:
        """Return what a typed key means, "?" when nothing is called so."""
        return self._keys.get(plain(typed), "?")

    def values_of(self, key: str) -> Mapping[str, tuple[str, ...]]:
        """Return what the values of a key are called, plainly, and the ids each name stands for."""
        if key not in self._values:
            found: dict[str, tuple[str, ...]] = {}
            for name, ids in self._named(key):
                found[plain(name)] = tuple(dict.fromkeys((*found.get(plain(name), ()), *ids)))
            self._values[key] = found
        return self._values[key]

    def ids_of(self, key: str, typed: str) -> tuple[str, ...]:
        """Return the ids a value stands for: called exactly so, else all that begin so."""
        wanted, known = plain(typed), self.values_of(key)
        if wanted in known or not wanted:
            return known.get(wanted, ())
        return tuple(
            dict.fromkeys(x for name, ids in known.items() if name.startswith(wanted) for x in ids)
        )

    def _named(self, key: str) -> Iterable[tuple[str, tuple[str, ...]]]:
        if key == LABEL:
            return self._labels()
        if key == BY:
            return [(person.name, (person.id,)) for person in self.annotators]
        if key == STATUS:
            return [
                (name, (status.value,))
                for status, names in STATUS_NAMES.items()
                for name in (status.value, *names)
            ]
        if key in {HAS, WITHOUT}:
            return self._carried()
        item = self.scheme.attribute(key)
        return [
            (name, (choice.id,))
            for choice in (item.choices if item is not None else ())
            for name in (choice.id, *_all(choice.names))
        ]

    def _labels(self) -> Iterable[tuple[str, tuple[str, ...]]]:
        scheme = self.scheme
        for group in scheme.groups:
            members = tuple(label.id for label in scheme.labels if label.group == group.id)
            yield from ((name, members) for name in (group.id, *_all(group.names)))
        for label in scheme.labels:
            names = (label.id, *_all(label.names), *filter(None, (label.code,)))
            yield from ((name, (label.id,)) for name in names)

    def _carried(self) -> Iterable[tuple[str, tuple[str, ...]]]:
        for kind in self.scheme.relations:
            names = (kind.id, *_all(kind.names))
            yield from ((name, (RELATION + kind.id,)) for name in names)
        for item in self.scheme.attributes:
            names = (item.id, *_all(item.names))
            yield from ((name, (ATTRIBUTE + item.id,)) for name in names)


def plain(name: str) -> str:
    """Return a name as it is compared: small, without accents, `_` for all that is no word."""
    return "_".join(words_of(name))


def _all(names: Names) -> tuple[str, ...]:
    return tuple(name for name in names.texts.values() if name)
