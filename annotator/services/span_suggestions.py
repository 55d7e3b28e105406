"""What may follow while somebody types a query for spans: keys, then names in his language."""

from collections.abc import Iterator
from itertools import islice
from typing import Final, NamedTuple

from annotator.model.attributes import Kind
from annotator.model.project import Status
from annotator.services.span_language import Token, tokens_of, written
from annotator.services.span_vocabulary import (
    BY,
    HAS,
    IN_LANGUAGE,
    KEYS,
    LABEL,
    STATUS,
    STATUS_NAMES,
    TEXT,
    WITHOUT,
    Vocabulary,
    plain,
)

MOST: Final = 12
_ENOUGH: Final = 2
"""Letters from which on names of labels are offered without their key."""


class Suggestion(NamedTuple):
    """`insert` goes in the place of the code points `start`..`end`; `words` are shown."""

    start: int
    end: int
    insert: str
    words: str


def suggest(text: str, cursor: int, vocabulary: Vocabulary, language: str) -> list[Suggestion]:
    """Return what may be meant at the cursor, the likeliest first."""
    token = next(
        (one for one in tokens_of(text, vocabulary) if one.start < cursor <= one.end), None
    )
    if token is None:
        return list(islice(_keys("", cursor, cursor, "", vocabulary, language), MOST))
    typed = text[token.start : cursor]
    if not token.typed_key:
        return list(islice(_bare(token, typed, vocabulary, language), MOST))
    head, _, rest = typed.partition(":")
    if len(head) == len(typed):  # the cursor stands in the key
        found = _keys(head, token.start, token.start + len(head) + 1, "", vocabulary, language)
        return list(islice(found, MOST))
    value = rest.rpartition(",")[2]
    return list(islice(_values(token, value, cursor, vocabulary, language), MOST))


def key_word(key: str, vocabulary: Vocabulary, language: str) -> str:
    """Return how a key is written in a language."""
    if key in KEYS:
        return IN_LANGUAGE.get(language, {}).get(key, key)
    item = vocabulary.scheme.attribute(key)
    return key if item is None else "_".join(item.names.best(language).lower().split()) or key


def names_of(key: str, vocabulary: Vocabulary, language: str) -> list[str]:
    """Return what the values of a key are called in a language, in the scheme's order."""
    scheme = vocabulary.scheme
    if key == LABEL:
        groups = [group.names.best(language) for group in scheme.groups]
        return groups + [label.names.best(language) for label in scheme.labels]
    if key == BY:
        return [person.name for person in vocabulary.annotators]
    if key == STATUS:
        return [status_name(status, language) for status in Status]
    if key in {HAS, WITHOUT}:
        things = [kind.names.best(language) for kind in scheme.relations]
        return things + [item.names.best(language) for item in scheme.attributes]
    item = scheme.attribute(key)
    if item is not None and item.kind is Kind.YES_NO:
        return ["ya", "tidak"] if language == "id" else ["yes", "no"]
    return [choice.names.best(language) for choice in item.choices] if item is not None else []


def status_name(status: Status, language: str) -> str:
    """Return the word for a status that is offered in a language."""
    return STATUS_NAMES[status][1 if language == "id" else 0]


def _bare(token: Token, typed: str, vocabulary: Vocabulary, language: str) -> Iterator[Suggestion]:
    minus = "-" if token.is_not else ""
    word = typed.removeprefix("-")
    yield from _keys(word, token.start, token.end, minus, vocabulary, language)
    if len(word) < _ENOUGH:
        return
    key = key_word(LABEL, vocabulary, language)
    for name in _like(word, names_of(LABEL, vocabulary, language)):
        yield Suggestion(token.start, token.end, f"{minus}{key}:{written(name)} ", f"{key}: {name}")


def _keys(
    typed: str, start: int, end: int, minus: str, vocabulary: Vocabulary, language: str
) -> Iterator[Suggestion]:
    keys = [*KEYS, *(item.id for item in vocabulary.scheme.attributes)]
    wanted = plain(typed)
    for key in keys:
        word = key_word(key, vocabulary, language)
        if key != TEXT and (plain(word).startswith(wanted) or plain(key).startswith(wanted)):
            yield Suggestion(start, end, f"{minus}{word}:", f"{word}:")


def _values(
    token: Token, typed: str, cursor: int, vocabulary: Vocabulary, language: str
) -> Iterator[Suggestion]:
    word = typed.replace('"', "")
    for name in _like(word, names_of(token.key, vocabulary, language)):
        yield Suggestion(cursor - len(typed), token.end, f"{written(name)} ", name)


def _like(typed: str, names: list[str]) -> Iterator[str]:
    """Yield names that begin with what was typed, then those in which a word does."""
    wanted = plain(typed)
    names = list(dict.fromkeys(name for name in names if name))
    first = [name for name in names if plain(name).startswith(wanted)]
    yield from first
    yield from (name for name in names if name not in first and f"_{wanted}" in plain(name))
