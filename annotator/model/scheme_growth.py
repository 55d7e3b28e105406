"""A scheme grows by what a file says: its labels become a group of their own."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from typing import Any, Final, NamedTuple

from annotator.model.colour import Vision, distance
from annotator.model.label_mapping import LabelMapping
from annotator.model.scheme import Scheme
from annotator.model.scheme_edit import SCHEME, Add, Part, Put, Ref, SchemeEdit, raised

_LETTERS: Final = "abcdefghijklmnopqrstuvwxyz"
_DIGITS: Final = "123456789"
_COLOURS: Final = (
    ("#F5B8C9", "#8C1D44"),
    ("#BFE3A3", "#35650B"),
    ("#D9C2F0", "#5A2E99"),
    ("#F0D3A8", "#7A4A00"),
    ("#A9DFE0", "#005F63"),
    ("#F7C5A8", "#8A3A0B"),
    ("#C3CDF2", "#2A3E99"),
    ("#DDE39A", "#545C00"),
    ("#E3B7E0", "#7A1E73"),
    ("#C9CDD3", "#4A4F57"),
)
"""Grounds and colours of lines for groups nobody chose colours for; all are read in every theme."""


class Growth(NamedTuple):
    """Edits of the scheme, and the mapping that leads to what they add."""

    edits: tuple[SchemeEdit, ...]
    mapping: LabelMapping


def growth(
    scheme: Scheme,
    title: str,
    labels: Sequence[str] = (),
    document_labels: Sequence[str] = (),
    relations: Sequence[str] = (),
) -> Growth:
    """Return how the scheme takes these words in, under groups named `title`.

    Ids are made of the words and are free; so are keys and, as far as there are any, colours. The
    new relations may go from every label of spans to every other: a file does not say more.
    """
    edits: list[SchemeEdit] = []
    targets: list[dict[str, str | None]] = []
    taken = {group.id for group in scheme.groups}
    span_groups = [group.id for group in scheme.span_groups]
    keys = [x for x in _DIGITS if x not in {group.key for group in scheme.groups}]
    fills = [group.fill for group in scheme.span_groups]
    for words, of_documents in ((labels, False), (document_labels, True)):
        found: dict[str, str | None] = {}
        targets.append(found)
        if not words:
            continue
        group = _free(slug_of(title).upper() or "FILE", taken)
        taken.add(group)
        fill, ink = _colour(fills)
        entry: dict[str, Any] = {**_names(title), "fill": fill, "ink": ink}
        if of_documents:
            entry["for"] = "document"
        else:
            fills.append(fill)
            span_groups.append(group)
            if keys:
                entry["key"] = keys.pop(0)
        edits.append(Add(Ref(Part.GROUP, group), entry))
        edits += _labels(scheme, group, words, found)
    links: dict[str, str | None] = {}
    kinds = {kind.id for kind in scheme.relations}
    for word in relations:
        identity = _free(slug_of(word) or "link", kinds)
        kinds.add(identity)
        ends = {"from": span_groups, "to": span_groups}
        edits.append(Add(Ref(Part.RELATION, identity), {**_names(word), **ends}))
        links[word] = identity
    if edits:
        edits.append(Put(SCHEME, "version", raised(scheme.version)))
    return Growth(tuple(edits), LabelMapping(targets[0], targets[1], links))


def slug_of(name: str) -> str:
    """Return a name as an id: small letters, digits and `_`."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "_", plain).strip("_")[:60]


def _names(word: str) -> dict[str, str]:
    """Return a word as a name in both languages, without what no scheme takes."""
    name = word.replace("\0", "\N{REPLACEMENT CHARACTER}")
    name = name.encode("utf-8", "replace").decode()
    return {"name_id": name, "name_en": name}


def _labels(
    scheme: Scheme, group: str, words: Iterable[str], found: dict[str, str | None]
) -> Iterable[SchemeEdit]:
    taken = {label.id for label in scheme.labels}
    keys: set[str] = set()
    codes = {label.code for label in scheme.labels}
    for word in words:
        identity = _free(f"{group.lower()}.{slug_of(word) or 'label'}", taken)
        taken.add(identity)
        code = _code(word, codes)
        codes.add(code)
        entry = {"group": group, "code": code, **_names(word)}
        key = next((x for x in (*slug_of(word), *_LETTERS) if x in _LETTERS and x not in keys), "")
        if key:
            keys.add(key)
            entry["key"] = key
        found[word] = identity
        yield Add(Ref(Part.LABEL, identity), entry)


def _code(word: str, taken: set[str]) -> str:
    """Return a chip of three letters, another one than those that are taken where there is one."""
    plain = slug_of(word).replace("_", "").upper()
    code = (plain or "XXX")[:3].ljust(3, "X")
    ends = (*plain[3:], *_LETTERS.upper(), *_DIGITS)
    return next((x for x in (code, *(code[:2] + end for end in ends)) if x not in taken), code)


def _free(wanted: str, taken: set[str]) -> str:
    identity, number = wanted, 2
    while identity in taken:
        identity, number = f"{wanted}_{number}", number + 1
    return identity


def _colour(taken: Sequence[str]) -> tuple[str, str]:
    """Return the colours that are furthest from those there are, for whoever sees them."""

    def apart(pair: tuple[str, str]) -> float:
        away = [distance(pair[0], other, vision) for other in taken for vision in Vision]
        return min(away, default=0.0)

    return max(_COLOURS, key=apart)
