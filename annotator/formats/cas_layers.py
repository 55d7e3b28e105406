"""Layers of UIMA tools (WebAnno, INCEpTION) as spans, relations and labels of the article.

WebAnno TSV, XMI and JSON say the same in three ways; what is made of it is decided here, once
(docs/formats/uima-cas.md).
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import PurePath
from typing import Final, NamedTuple

from annotator.formats.draft import Draft
from annotator.model.attributes import AttributeValue
from annotator.model.ids import SpanId

CUSTOM: Final = "webanno.custom."
SPAN: Final = f"{CUSTOM}AnnotatorSpan"
RELATION: Final = f"{CUSTOM}AnnotatorRelation"
FRAGMENT: Final = f"{CUSTOM}AnnotatorFragment"
DOCUMENT_LABEL: Final = f"{CUSTOM}AnnotatorDocumentLabel"
LABEL: Final = "label"
"""The feature of our own layers that holds the label."""
DKPRO: Final = "de.tudarmstadt.ukp.dkpro.core.api."
TOKEN: Final = f"{DKPRO}segmentation.type.Token"
SENTENCE: Final = f"{DKPRO}segmentation.type.Sentence"
ANY: Final = "uima.tcas.Annotation"

_SEGMENTATION: Final = frozenset({TOKEN, SENTENCE})
_LINGUISTIC: Final = tuple(
    DKPRO + name for name in ("segmentation.", "lexmorph.", "syntax.", "metadata.", "anomaly.")
)
_OWN: Final = frozenset({SPAN, RELATION, FRAGMENT, DOCUMENT_LABEL})
_MAIN: Final = (LABEL, "value", "referenceType", "DependencyType")
_LINK_TYPE: Final = "referenceRelation"
_ANNOTATION_FOLDERS: Final = frozenset({"annotation", "curation"})
NOBODY: Final = "INITIAL_CAS"
"""What exports call an article that nobody has annotated."""
UNTITLED: Final = "(untitled)"
"""How a folder begins whose article has no title."""


class Slot(NamedTuple):
    """A filler of a slot; `target` is the key of its item, "" for an empty slot."""

    feature: str
    role: str
    target: str


@dataclass(slots=True)
class Item:
    """An annotation of a layer, at [start, end) in code points.

    A relation leads from `governor` to `dependent`, a link of a chain on to `following`: all keys
    of items.
    """

    key: str
    layer: str
    start: int
    end: int
    features: dict[str, AttributeValue] = field(default_factory=dict)
    slots: list[Slot] = field(default_factory=list)
    is_relation: bool = False
    governor: str = ""
    dependent: str = ""
    is_link: bool = False
    following: str = ""

    @property
    def short(self) -> str:
        """Name of the layer without its packages."""
        return self.layer.rpartition(".")[2]


def is_export(path: PurePath) -> bool:
    """Tell whether a file lies where exports put it: `annotation/ARTICLE/ANNOTATOR.xmi`."""
    return path.parent.parent.name in _ANNOTATION_FOLDERS


def title_of(path: PurePath) -> str:
    """Return the title of an article that lies in an export: the name of its folder."""
    name = path.parent.name
    return name if is_export(path) and not name.startswith(UNTITLED) else ""


def annotator_of(path: PurePath, usual: str) -> str:
    """Return who made a file, or the usual name where its place does not say it."""
    return path.stem if is_export(path) and path.stem not in {"", NOBODY} else usual


def take(draft: Draft, items: Iterable[Item]) -> None:
    """Add to a draft what the layers of a document say."""
    _Taking(draft, items).all()


def take_document_label(draft: Draft, layer: str, features: Mapping[str, AttributeValue]) -> None:
    """Add a label of the whole article."""
    label, attributes = _label(layer, features)
    draft.document_label(label, attributes)


def is_linguistic(layer: str) -> bool:
    """Tell whether a layer is what programs make of every text: tokens, parts of speech, …"""
    return layer.startswith(_LINGUISTIC)


class _Taking:
    def __init__(self, draft: Draft, items: Iterable[Item]) -> None:
        self._draft = draft
        self._items = {item.key: item for item in items}
        self._spans: dict[str, SpanId] = {}

    def all(self) -> None:
        pieces = self._pieces()
        for item in self._items.values():
            if is_linguistic(item.layer):
                if item.layer not in _SEGMENTATION:
                    self._draft.leave("linguistic_layer", item.short)
            elif not item.is_relation and item.key not in self._spans:
                self._span(item, pieces.get(item.key, ()))
        for item in self._items.values():
            if is_linguistic(item.layer):
                continue
            if item.is_relation:
                self._relation(item)
            for slot in item.slots:
                self._slot(item, slot)
        self._chains()

    def _pieces(self) -> Mapping[str, list[Item]]:
        """Return the pieces of discontinuous spans under the key of the first one."""
        following = {}
        for item in self._items.values():
            if item.layer == FRAGMENT and {item.governor, item.dependent} <= self._items.keys():
                following[item.governor] = item.dependent
        pieces = {}
        for first in following.keys() - set(following.values()):
            found = [self._items[key] for key in _walk(first, following)]
            apart = all(one.start < one.end < other.start for one, other in pairwise(found))
            if not apart or found[-1].start >= found[-1].end:
                self._draft.leave("fragments_apart", _label(found[0].layer, found[0].features)[0])
                continue
            pieces[first] = found
        for found in pieces.values():
            self._span(found[0], found)
        return pieces

    def _span(self, item: Item, pieces: list[Item] | tuple[Item, ...]) -> None:
        features = dict(item.features)
        if item.is_link:
            features.pop(_LINK_TYPE, None)
        label, attributes = _label(item.layer, features)
        if item.start >= item.end:
            self._draft.leave("zero_length", label)
            return
        if label != item.short and item.layer not in _OWN:
            self._draft.leave("label_from_feature", item.short)
        fragments = [(piece.start, piece.end) for piece in pieces]
        end = fragments[-1][1] if fragments else item.end
        made = self._draft.span(item.start, end, label, attributes, fragments)
        for key in (item.key, *(piece.key for piece in pieces)):
            self._spans[key] = made

    def _end(self, key: str) -> SpanId | None:
        """Return the span at the end of a link; a token becomes one because of it."""
        item = self._items.get(key)
        if item is None:
            return None
        if key not in self._spans and is_linguistic(item.layer) and item.start < item.end:
            self._draft.leave("token_as_span", item.short)
            self._spans[key] = self._draft.span(item.start, item.end, item.short)
        return self._spans.get(key)

    def _relation(self, item: Item) -> None:
        if item.layer == FRAGMENT:
            return
        label, attributes = _label(item.layer, item.features)
        source, target = self._end(item.governor), self._end(item.dependent)
        if source is None or target is None:
            self._draft.leave("relation_without_end", label)
            return
        if label != item.short and item.layer not in _OWN:
            self._draft.leave("label_from_feature", item.short)
        self._draft.relation(source, target, label, attributes)

    def _slot(self, item: Item, slot: Slot) -> None:
        label = slot.role or slot.feature
        source, target = self._spans.get(item.key), self._end(slot.target)
        if source is None or target is None:
            self._draft.leave("slot_without_end", label)
            return
        self._draft.leave("slot_as_relation", label)
        self._draft.relation(source, target, label)

    def _chains(self) -> None:
        """Make relations of chains; a link that is no span is passed over."""
        following = {item.key: item.following for item in self._items.values() if item.following}
        for first in [key for key in following if key not in set(following.values())]:
            links = [self._items[key] for key in _walk(first, following) if key in self._items]
            kept = [link for link in links if link.key in self._spans]
            for one, other in pairwise(kept):
                label = str(one.features.get(_LINK_TYPE) or one.short)
                self._draft.leave("chain_as_relations", one.short)
                self._draft.relation(self._spans[one.key], self._spans[other.key], label)


def _walk(first: str, following: Mapping[str, str]) -> Iterator[str]:
    seen: set[str] = set()
    key: str | None = first
    while key is not None and key not in seen:
        seen.add(key)
        yield key
        key = following.get(key)


def _label(
    layer: str, features: Mapping[str, AttributeValue]
) -> tuple[str, dict[str, AttributeValue]]:
    """Return the label, which is the main feature's value or the layer's name, and the rest."""
    rest = dict(features)
    for name in _MAIN:
        value = rest.get(name)
        if isinstance(value, str) and value:
            del rest[name]
            return value, rest
    return layer.rpartition(".")[2], rest
