"""What people type to find spans: `label:politik_uang faktualitas:diduga oleh:Rahma amplop`.

Keys and values may be ids, or names in any language of the scheme; `_` stands for a blank, or a
value is put in quotation marks. Commas part values of which one suffices; `-` before a key turns
it around. Words without a key are looked for in the words of the span.
"""

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from annotator.model.attributes import AttributeValue, Kind
from annotator.model.scheme import AttributeType
from annotator.model.span_query import Among, Carries, HasValue, SpanQuery
from annotator.records import Record
from annotator.services.span_vocabulary import (
    ATTRIBUTE,
    BY,
    HAS,
    LABEL,
    NO,
    RELATION,
    STATUS,
    TEXT,
    WITHOUT,
    YES,
    Vocabulary,
    plain,
)
from annotator.text.folding import fold

_TOKEN: Final = re.compile(r'(-?)(?:([^\s:",]+):)?((?:"[^"]*"?|[^\s"])*)')
_VALUE: Final = re.compile(r'(?:"[^"]*"?|[^,"])+')
_QUOTES: Final = str.maketrans("“”„«»", '"' * 5)


class Token(Record):
    """One part of what was typed. `key` is a key of `KEYS`, an attribute's id, or "" for words.

    `typed_key` is the key as typed, "" without one; an unknown one leaves `key` at "?".
    """

    start: int
    end: int
    key: str
    typed_key: str
    values: tuple[str, ...]
    is_not: bool = False


class Problem(NamedTuple):
    """A key that nothing is called by, or a value that the key does not take ("" for a key)."""

    key: str
    value: str = ""


def tokens_of(text: str, vocabulary: Vocabulary) -> list[Token]:
    """Split what was typed into its parts."""
    found: list[Token] = []
    for one in _TOKEN.finditer(text.translate(_QUOTES)):
        if not one.group():
            continue
        minus, key, values = one.groups()
        typed = key or ""
        split = tuple(value.replace('"', "") for value in _VALUE.findall(values))
        if not typed:
            split = (values.replace('"', ""),)
        meaning = vocabulary.key_of(typed) if typed else TEXT
        found.append(Token(one.start(), one.end(), meaning, typed, split, bool(minus)))
    return found


def parse_span_query(text: str, vocabulary: Vocabulary) -> tuple[SpanQuery, list[Problem]]:
    """Read what was typed. What means nothing is told as a problem and left out of the query.

    Several values for one key, in one part or in several, are ways of which one suffices; parts
    with `has`, `without`, words, and parts that are turned around must hold each.
    """
    parts = _Parts(vocabulary)
    for token in tokens_of(text, vocabulary):
        parts.take(token)
    return parts.query(), parts.problems


class _Parts:
    """The conditions as they come in."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.problems: list[Problem] = []
        self._vocabulary = vocabulary
        self._texts: dict[bool, list[str]] = {False: [], True: []}
        self._among: dict[tuple[str, bool], list[str]] = {}
        self._values: dict[tuple[str, bool], HasValue] = {}
        self._carries: list[Carries] = []

    def take(self, token: Token) -> None:
        """Add what a part of the input says."""
        key, values = token.key, tuple(value for value in token.values if value.strip())
        if key == "?":
            self.problems.append(Problem(token.typed_key))
        elif not values:
            return  # still being typed
        elif key == TEXT:
            self._texts[token.is_not] += [fold(value).strip() for value in values]
        elif key in {LABEL, BY, STATUS}:
            ids = self._ids(token, values)
            if ids:
                self._among.setdefault((key, token.is_not), []).extend(ids)
        elif key in {HAS, WITHOUT}:
            self._take_carried(token, values)
        else:
            self._take_value(token, values)

    def _take_carried(self, token: Token, values: tuple[str, ...]) -> None:
        ids = self._ids(token, values)
        if ids:
            self._carries.append(
                Carries(
                    attributes=_cut(ids, ATTRIBUTE),
                    relations=_cut(ids, RELATION),
                    is_not=token.is_not is (token.key == HAS),
                )
            )

    def _take_value(self, token: Token, values: tuple[str, ...]) -> None:
        item = self._vocabulary.scheme.attribute(token.key)
        assert item is not None
        exact: list[AttributeValue] = []
        folded: list[str] = []
        for value in values:
            if item.kind in {Kind.TEXT, Kind.DATE}:
                folded.append(fold(value).strip())
                continue
            meant = self._meant(item, value)
            if not meant:
                self.problems.append(Problem(token.typed_key, value))
            exact += meant
        if exact or folded:
            place = token.key, token.is_not
            before = self._values.get(place, HasValue(token.key))
            self._values[place] = HasValue(
                token.key, (*before.values, *exact), (*before.folded, *folded), token.is_not
            )

    def _meant(self, item: AttributeType, value: str) -> Sequence[AttributeValue]:
        if item.kind is Kind.YES_NO:
            word = plain(value)
            return [word in YES] if word in (*YES, *NO) else []
        if item.kind is Kind.NUMBER:
            try:
                return [float(value.replace(",", "."))]
            except ValueError:
                return []
        return self._vocabulary.ids_of(item.id, value)

    def _ids(self, token: Token, values: tuple[str, ...]) -> list[str]:
        found: list[str] = []
        for value in values:
            ids = self._vocabulary.ids_of(token.key, value)
            if not ids:
                self.problems.append(Problem(token.typed_key, value))
            found += ids
        return found

    def query(self) -> SpanQuery:
        """Return all that was taken."""

        def among(key: str) -> tuple[Among, ...]:
            return tuple(
                Among(tuple(dict.fromkeys(ids)), is_not)
                for (its_key, is_not), ids in self._among.items()
                if its_key == key
            )

        return SpanQuery(
            texts=tuple(self._texts[False]),
            not_texts=tuple(self._texts[True]),
            labels=among(LABEL),
            annotators=among(BY),
            statuses=among(STATUS),
            values=tuple(self._values.values()),
            carries=tuple(self._carries),
        )


def written(name: str) -> str:
    """Return a name as a value is typed: blanks become `_`, other signs need quotation marks."""
    joined = "_".join(name.split())
    return joined if re.fullmatch(r"[\w./&-]+", joined) else f'"{name.replace(chr(34), "")}"'


def replaced(text: str, token: Token | None, part: str) -> str:
    """Return what was typed with `part` in a token's place, or at the end; "" takes it away."""
    if token is None:
        parts = [text.strip(), part]
    else:
        parts = [text[: token.start].strip(), part, text[token.end :].strip()]
    return " ".join(one for one in parts if one)


def _cut(ids: Sequence[str], prefix: str) -> tuple[str, ...]:
    return tuple(one.removeprefix(prefix) for one in ids if one.startswith(prefix))
