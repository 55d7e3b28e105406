"""Write brat standoff: a ZIP with a folder an annotator (docs/formats/brat.md)."""

import json
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from annotator.formats.base import Bundle, Loss, LossReason
from annotator.formats.brat_reading import (
    ANNOTATOR_MARK,
    ARTICLE,
    ATTRIBUTES_NOTE,
    CONFIGURATION,
    LABEL_NOTE,
    NAMES_MARK,
)
from annotator.formats.losses import Losses, speaking
from annotator.formats.peer_writing import (
    WITHOUT_TIME,
    Archive,
    archive_of,
    plain_note,
    tell_state,
)
from annotator.model.annotation import Span
from annotator.model.annotation_set import AnnotationSet
from annotator.model.note import Note
from annotator.model.scheme import Scheme

if TYPE_CHECKING:
    from annotator.model.attributes import JsonValue

NOBODY: Final = "unannotated"
"""Folder of the articles about which nobody said anything."""
_FORBIDDEN: Final = re.compile(r"[^A-Za-z0-9_-]")
_BREAKS: Final = re.compile("[\t\n\x0b\x0c\r\x1c-\x1e\x85\u2028\u2029]")
_WORDS: Final = re.compile(r"[A-Za-z0-9_-]{1,80}")


class Names:
    """brat knows letters, digits, - and _ in names; longer ones stand in a comment."""

    def __init__(self) -> None:
        self._stored: dict[str, str] = {}
        self._taken: set[str] = set()

    def of(self, name: str) -> str:
        """Return the name as brat can have it, always the same one."""
        if name not in self._stored:
            base = stored = _FORBIDDEN.sub("_", name) or "_"
            number = 1
            while stored.casefold() in self._taken:
                number += 1
                stored = f"{base}_{number}"
            self._taken.add(stored.casefold())
            self._stored[name] = stored
        return self._stored[name]

    @property
    def longer(self) -> dict[str, str]:
        """Names that had to be changed: from what stands in the files to what is meant."""
        return {stored: name for name, stored in self._stored.items() if stored != name}


@dataclass(slots=True)
class _Folder:
    """What was written into a folder, for its configuration."""

    name: str
    annotator: str
    labels: set[str] = field(default_factory=set)
    relations: set[str] = field(default_factory=set)
    attributes: dict[str, set[str]] = field(default_factory=dict)


def write(
    target: Path, bundles: Iterable[Bundle], scheme: Scheme, lost: Callable[[Loss], None]
) -> None:
    """Write all bundles; what `bundles` raises leaves `target` as it was."""
    names = Names()
    for label in scheme.labels:
        names.of(label.id)
    folders: dict[str, _Folder] = {}
    places = Names()
    places.of(NOBODY)
    with archive_of(target) as archive:
        for number, bundle in enumerate(bundles, 1):
            sets = speaking(bundle)
            kept = [note for note in bundle.notes if _is_kept(note, sets)]
            rest = tuple(note for note in bundle.notes if note not in kept)
            losses = Losses(replace(bundle, notes=rest), lost)
            losses.about("source")
            tell_state(losses)
            for note in kept:
                lost(Loss(bundle.document.id, note.id, "", LossReason.NOTE, WITHOUT_TIME))
            if not sets:
                _add(archive, _folder(folders, places, ""), number, bundle, "")
            for item in sets:
                folder = _folder(folders, places, bundle.annotators[item.annotator].name)
                said = [note for note in kept if note.author == item.annotator]
                lines = _Writer(item, losses, folder, names).lines(said)
                _add(archive, folder, number, bundle, "".join(f"{line}\n" for line in lines))
        for folder in folders.values():
            archive.add(f"{folder.name}/{CONFIGURATION}", _configuration(folder, names, scheme))
            archive.add(f"{folder.name}/visual.conf", _visual(names))


def _is_kept(note: Note, sets: Iterable[AnnotationSet]) -> bool:
    """Tell whether brat can have a note: one line of words of who annotated."""
    words = note.content.text
    is_line = words == words.strip() and not _BREAKS.search(words)
    return is_line and any(plain_note(note, item) for item in sets)


def _folder(folders: dict[str, _Folder], places: Names, annotator: str) -> _Folder:
    if annotator not in folders:
        name = places.of(annotator) if annotator else NOBODY
        folders[annotator] = _Folder(name, annotator)
    return folders[annotator]


def _add(archive: Archive, folder: _Folder, number: int, bundle: Bundle, lines: str) -> None:
    archive.add(f"{folder.name}/{number:06}.txt", bundle.document.text)
    archive.add(f"{folder.name}/{number:06}.ann", lines)


class _Writer:
    """The lines of what one annotator says about one article."""

    def __init__(self, item: AnnotationSet, losses: Losses, folder: _Folder, names: Names) -> None:
        self._item = item
        self._losses = losses
        self._text = losses.bundle.document.text
        self._folder = folder
        self._names = names
        self._keys: dict[str, str] = {}
        self._notes = 0
        self._attributes = 0

    def lines(self, notes: Iterable[Note]) -> Iterator[str]:
        for number, span in enumerate(self._item.spans, 1):
            pieces = self._pieces(span)
            if not pieces:
                self._losses.of(span, LossReason.TOKEN_BORDER)
                continue
            key = self._keys[span.id] = f"T{number}"
            label = self._names.of(span.label)
            self._folder.labels.add(label)
            where = ";".join(f"{start} {end}" for start, end in pieces)
            words = " ".join(self._text[start:end] for start, end in pieces)
            yield f"{key}\t{label} {where}\t{_BREAKS.sub(' ', words)}"
            yield from self._values(span, key)
        for number, link in enumerate(self._item.relations, 1):
            source, target = self._keys.get(link.source), self._keys.get(link.target)
            if source is None or target is None:
                self._losses.of(link, LossReason.RELATION)
                continue
            label = self._names.of(link.label)
            self._folder.relations.add(label)
            yield f"R{number}\t{label} Arg1:{source} Arg2:{target}\t"
            if link.attributes:
                self._losses.of(link, LossReason.ATTRIBUTE, "a note with JSON")
                yield self._note(ATTRIBUTES_NOTE, f"R{number}", _json(link.attributes.to_json()))
        for label_ in self._item.document_labels:
            self._losses.of(label_, LossReason.DOCUMENT_LABEL, "a note with JSON")
            values = {"label": label_.label, "attributes": label_.attributes.to_json()}
            yield self._note(LABEL_NOTE, ARTICLE, _json(values))
        for note in notes:
            target = self._keys.get(note.content.span, ARTICLE)
            yield self._note("AnnotatorNotes", target, note.content.text)

    def _pieces(self, span: Span) -> list[tuple[int, int]]:
        """Return the pieces of a span, none over a line end; tell what reading back will differ."""
        pieces = [
            (start + found.start(), start + found.end())
            for start, end in span.stretches
            for found in re.finditer(r"[^\n]+", self._text[start:end])
        ]
        if not pieces:
            return []
        if any("\n" in (self._text[start], self._text[end - 1]) for start, end in span.stretches):
            self._losses.of(span, LossReason.TOKEN_BORDER, "without the line ends at its ends")
        for (_, end), (start, _) in zip(span.stretches, span.stretches[1:], strict=False):
            if not self._text[end:start].strip("\n"):
                self._losses.of(span, LossReason.DISCONTINUOUS, "joined over the line end")
                break
        return pieces

    def _values(self, span: Span, key: str) -> Iterator[str]:
        longer: dict[str, JsonValue] = {}
        for name, value in span.attributes.to_json().items():
            is_word = isinstance(value, str) and _WORDS.fullmatch(value)
            if value is True or is_word:
                self._attributes += 1
                stored = self._names.of(name)
                known = self._folder.attributes.setdefault(stored, set())
                if is_word:
                    known.add(str(value))
                yield f"A{self._attributes}\t{stored} {key}{f' {value}' if is_word else ''}"
            else:
                longer[name] = value
        if longer:
            self._losses.of(span, LossReason.ATTRIBUTE, "a note with JSON")
            yield self._note(ATTRIBUTES_NOTE, key, _json(longer))

    def _note(self, kind: str, target: str, words: str) -> str:
        self._notes += 1
        return f"#{self._notes}\t{kind} {target}\t{words}"


def _json(values: object) -> str:
    return json.dumps(values, sort_keys=True, allow_nan=False)


def _configuration(folder: _Folder, names: Names, scheme: Scheme) -> str:
    """Return what brat has to know: all labels of the scheme and of the files."""
    labels = {names.of(x.id) for x in scheme.labels if not scheme.is_for_documents(x)}
    relations = {names.of(relation.id) for relation in scheme.relations}
    lines = [f"{ANNOTATOR_MARK}{json.dumps(folder.annotator)}"] if folder.annotator else []
    lines += [f"{NAMES_MARK}{_json(names.longer)}", "", "[entities]", ""]
    lines += sorted(labels | folder.labels)
    lines += ["", "[relations]", ""]
    lines += [
        f"{name}\tArg1:<ENTITY>, Arg2:<ENTITY>" for name in sorted(relations | folder.relations)
    ]
    lines += ["<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>"]
    lines += ["", "[events]", "", "[attributes]", ""]
    for name, values in sorted(folder.attributes.items()):
        choices = f", Value:{'|'.join(sorted(values))}" if values else ""
        lines.append(f"{name}\tArg:<ENTITY>{choices}")
    return "\n".join(lines) + "\n"


def _visual(names: Names) -> str:
    """Return what brat shows instead of a name that it cannot have."""
    shown = [
        f"{stored} | {' '.join(name.replace('|', ' ').split())}"
        for stored, name in sorted(names.longer.items())
    ]
    return "\n".join(["[labels]", "", *shown, "", "[drawing]", "", ""])
