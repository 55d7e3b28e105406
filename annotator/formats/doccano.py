"""doccano: JSON Lines of texts with labelled stretches (docs/formats/doccano.md)."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from annotator.errors import FormatError
from annotator.formats import json_items, strict_json
from annotator.formats.base import (
    USUAL,
    Bundle,
    FormatInfo,
    Hold,
    Holds,
    Loss,
    LossReason,
    Reading,
    ReadOptions,
    StandsAlone,
    Unit,
)
from annotator.formats.files import replacing
from annotator.formats.losses import Losses, speaking
from annotator.formats.peer_document import (
    BY_BROWSERS,
    Part,
    PeerDocument,
    PeerLink,
    PeerNote,
    PeerSet,
    PeerSpan,
    json_parts,
    merge_pieces,
    read_parts,
)
from annotator.formats.peer_writing import PIECE, json_text, pieces_of, tell_state
from annotator.formats.strict_json import Malformed
from annotator.formats.units import Claim
from annotator.model.annotation_set import AnnotationSet
from annotator.model.offsets import OffsetMap
from annotator.model.scheme import Scheme

SOMEBODY: Final = "doccano"
TEXTS: Final = ("text", "data", "column_data")
LABELS: Final = ("label", "labels", "column_label")
_FASTTEXT: Final = b"__label__"
_KEPT: Final = "a key of its own"
_OWN_KEYS: Final = frozenset({"annotator", "attributes", "document_labels", "id"})
_TAKEN: Final = frozenset(
    {*TEXTS, *LABELS, *_OWN_KEYS, "cats", "Comments", "comments", "entities", "meta", "relations"}
)


class Doccano(StandsAlone):
    """An article a line with `label` triples, or with `entities` and `relations`."""

    info = FormatInfo(
        "doccano",
        "doccano JSON Lines",
        (".doccano.jsonl",),
        reads=True,
        writes=True,
        holds=Holds(
            offsets="UTF-16 units",
            overlaps=Hold.NATIVE,
            discontinuous=Hold.FALLBACK,
            relations=Hold.NATIVE,
            attributes=Hold.FALLBACK,
            document_labels=Hold.FALLBACK,
            annotators=Hold.FALLBACK,
            empty_documents=Hold.NATIVE,
        ),
    )

    def accepts(self, head: bytes, path: Path) -> bool:
        if head.startswith(_FASTTEXT):
            lines = head.split(b"\n")[: -1 if head.count(b"\n") else None]
            return all(line.startswith(_FASTTEXT) for line in lines if line.strip())
        found = json_items.first_objects(head, path)
        return bool(found) and all(map(_is_example, found))

    def read(self, path: Path, options: ReadOptions = USUAL) -> Iterator[Reading]:
        yield from read_parts(path, lambda: _parts(path), options, Unit.UTF16, BY_BROWSERS)

    def write(
        self,
        target: Path,
        bundles: Iterable[Bundle],
        scheme: Scheme,  # noqa: ARG002 - labels are written as they are
        lost: Callable[[Loss], None],
    ) -> None:
        with replacing(target) as file:
            for bundle in bundles:
                for row in _rows(bundle, lost):
                    file.write(json_text(row).encode("utf-8") + b"\n")


FORMAT = Doccano()


def _is_example(values: Mapping[str, Any]) -> bool:
    """Tell whether an object looks like one of doccano, as far as it can be seen."""
    if not any(isinstance(values.get(key), str) for key in TEXTS):
        return False
    entities = values.get("entities")
    if isinstance(entities, list):
        return all(isinstance(item, dict) and "start_offset" in item for item in entities)
    labels = next((values[key] for key in LABELS if key in values), None)
    if not isinstance(labels, list) or "spans" in values or "tokens" in values:
        return False
    return all(isinstance(item, str) or _is_triple(item) for item in labels)


def _is_triple(item: object) -> bool:
    if not isinstance(item, list) or len(item) != 3:  # noqa: PLR2004 - start, end, label
        return False
    start, end, label = item
    return type(start) is int and type(end) is int and isinstance(label, str)


def _parts(path: Path) -> Iterator[Part]:
    with path.open("rb") as file:
        is_fasttext = file.read(len(_FASTTEXT)) == _FASTTEXT
    if is_fasttext:
        yield from _fasttext(path)
        return
    yield from json_parts(path, _document)


def _fasttext(path: Path) -> Iterator[Part]:
    """Read lines of labels and a text, as doccano writes classes for fastText."""
    with path.open("rb") as file:
        number = 0
        while line := file.readline(json_items.ITEM_LIMIT):
            number += 1
            try:
                words = line.decode("utf-8").strip()
            except UnicodeDecodeError as error:
                fault = f"not UTF-8 at byte {error.start}"
                yield Part(number, file.tell(), FormatError(path, number, fault))
                continue
            said = PeerSet(SOMEBODY)
            while words.startswith(_FASTTEXT.decode()):
                label, _, words = words.partition(" ")
                said.labels.append((label.removeprefix(_FASTTEXT.decode()), {}))
            if words:
                yield Part(number, file.tell(), PeerDocument(words.strip(), [said]))


def _document(values: Mapping[str, Any]) -> PeerDocument:
    text = next((values[key] for key in TEXTS if isinstance(values.get(key), str)), None)
    if text is None:
        raise Malformed("'text' must be a text")
    made = PeerDocument(text)
    who = strict_json.text_of(values, "annotator", "")
    said = PeerSet(who or SOMEBODY)
    given = strict_json.object_of(values, "attributes")
    for number, entry in enumerate(strict_json.objects_of(values, "entities")):
        key = str(entry.get("id", f"no id {number}"))
        claim = Claim(((_whole(entry, "start_offset"), _whole(entry, "end_offset")),))
        attributes = strict_json.attributes_of({"attributes": given.get(key, {})})
        label = strict_json.text_of(entry, "label")
        said.spans.append(PeerSpan(key, claim, label, dict(attributes)))
    _take_labels(values, said)
    for entry in strict_json.objects_of(values, "relations"):
        source, target = str(entry.get("from_id")), str(entry.get("to_id"))
        attributes = strict_json.attributes_of(
            {"attributes": given.get(f"relation {entry.get('id')}", {})}
        )
        label = strict_json.text_of(entry, "type")
        said.links.append(PeerLink(source, target, label, dict(attributes)))
    for entry in strict_json.objects_of(values, "document_labels"):
        label = strict_json.text_of(entry, "label")
        said.labels.append((label, dict(strict_json.attributes_of(entry))))
    for key in ("Comments", "comments"):
        comments = values.get(key) or []
        for comment in comments if isinstance(comments, list) else [comments]:
            words = comment.get("text", comment) if isinstance(comment, dict) else comment
            said.notes.append(PeerNote(words if isinstance(words, str) else json_text(words)))
    merge_pieces(said, PIECE)
    if said.says_something or who:
        made.sets.append(said)
    _take_metadata(values, made)
    return made


def _take_labels(values: Mapping[str, Any], said: PeerSet) -> None:
    for key in (*LABELS, "cats"):
        entries = values.get(key) or []
        if isinstance(entries, str):
            entries = [entries]
        if not isinstance(entries, list):
            raise Malformed(f"{key!r} must be a list")
        for number, entry in enumerate(entries):
            if isinstance(entry, str):
                said.labels.append((entry, {}))
            elif _is_triple(entry):
                start, end, label = entry
                said.spans.append(PeerSpan(f"{key} {number}", Claim(((start, end),)), label))
            else:
                raise Malformed(f"{key}[{number}] must be a label or [start, end, label]")


def _take_metadata(values: Mapping[str, Any], made: PeerDocument) -> None:
    """Keep all other keys: they are what doccano knows of the article."""
    more = {key: value for key, value in values.items() if key not in _TAKEN}
    meta = values.get("meta")
    more |= meta if isinstance(meta, dict) else {"meta": meta} if meta else {}
    if values.get("id") is not None:
        more["id"] = values["id"]
    title = more.pop("title", "")
    made.title = title if isinstance(title, str) else json_text(title)
    made.metadata = {
        key: value if isinstance(value, str) else json_text(value)
        for key, value in more.items()
        if value is not None
    }


def _whole(entry: Mapping[str, Any], key: str) -> int:
    value = entry.get(key)
    if type(value) is not int:
        raise Malformed(f"{key!r} must be a whole number")
    return value


# writing


def _rows(bundle: Bundle, lost: Callable[[Loss], None]) -> Iterator[dict[str, Any]]:
    losses = Losses(bundle, lost)
    document = bundle.document
    free = [key for key in document.metadata if key not in _TAKEN - {"id"} and key != "title"]
    losses.about("title", "source", *free)
    tell_state(losses)
    sets = speaking(bundle)
    about: dict[str, Any] = {key: document.metadata[key] for key in free if key != "source"}
    about |= {"text": document.text}
    if document.title:
        about["title"] = document.title
    if not sets:
        yield about | {"entities": [], "relations": [], "Comments": []}
    for number, item in enumerate(sets):
        name = bundle.annotators[item.annotator].name
        if number:
            losses.whole(LossReason.ANNOTATOR, name, "a line of its own")
        yield about | {"annotator": name, **_said(item, losses)}


def _said(item: AnnotationSet, losses: Losses) -> dict[str, Any]:
    table = OffsetMap(losses.bundle.document.text)
    entities: list[dict[str, Any]] = []
    relations: list[dict[str, Any]] = []
    attributes: dict[str, Any] = {}
    first: dict[str, int] = {}
    for span in item.spans:
        number = first[span.id] = len(entities)
        for start, end in pieces_of(span, losses):
            if len(entities) > number:
                before = len(entities) - 1
                relations.append({"from_id": before, "to_id": before + 1, "type": PIECE})
            entities.append(
                {
                    "id": len(entities),
                    "label": span.label,
                    "start_offset": table.to_utf16(start),
                    "end_offset": table.to_utf16(end),
                }
            )
        if span.attributes:
            losses.of(span, LossReason.ATTRIBUTE, _KEPT)
            attributes[str(number)] = span.attributes.to_json()
    for link in item.relations:
        ends = {"from_id": first[link.source], "to_id": first[link.target]}
        relations.append({**ends, "type": link.label})
        if link.attributes:
            losses.of(link, LossReason.ATTRIBUTE, _KEPT)
            attributes[f"relation {len(relations) - 1}"] = link.attributes.to_json()
    labels = []
    for label in item.document_labels:
        losses.of(label, LossReason.DOCUMENT_LABEL, _KEPT)
        labels.append({"label": label.label, "attributes": label.attributes.to_json()})
    said: dict[str, Any] = {
        "entities": entities,
        "relations": [{"id": number, **link} for number, link in enumerate(relations)],
        "Comments": [],
    }
    more = {"attributes": attributes, "document_labels": labels}
    return said | {key: value for key, value in more.items() if value}
