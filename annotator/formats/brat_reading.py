"""Lines of a brat file, until they are what one annotator says (docs/formats/brat.md)."""

import json
import re
from collections.abc import Iterator, Mapping
from itertools import pairwise
from pathlib import Path
from types import MappingProxyType
from typing import Final, NamedTuple

from annotator.formats import strict_json
from annotator.formats.news_file import FILE_LIMIT
from annotator.formats.peer_document import (
    PeerDocument,
    PeerLink,
    PeerNote,
    PeerSet,
    PeerSpan,
    Values,
)
from annotator.formats.strict_json import Malformed
from annotator.formats.units import Claim
from annotator.model.attributes import Attributes

SOMEBODY: Final = "brat"
"""The annotator where the folder names none."""
CONFIGURATION: Final = "annotation.conf"
SIDE_FILES: Final = (CONFIGURATION, "visual.conf", "tools.conf", "kb_shortcuts.conf")
ANNOTATOR_MARK: Final = "# annotator: "
NAMES_MARK: Final = "# names: "
ATTRIBUTES_NOTE: Final = "AnnotatorAttributes"
"""Type of the notes that hold values brat has no form for, as JSON."""
LABEL_NOTE: Final = "AnnotatorDocumentLabel"
ARTICLE: Final = "document"
"""What a note is about that is about the whole article."""
LINE: Final = re.compile(
    rb"(?:T\S+\t\S+ \d+ \d+(?:;\d+ \d+)*(?:\t|\r?$)|E\S+\t\S+:\S+|R\S+\t\S+ \S+:\S+ \S+:\S+"
    rb"|[AM]\S+\t\S+ \S+|N\S+\t\S+ \S+ \S+|#\S*\t\S+ \S+|\*\t\S+ \S+)"
)
_PLACE: Final = re.compile(r"(\S+) (\d{1,12} \d{1,12}(?:;\d{1,12} \d{1,12})*)$")
_NUMBER: Final = re.compile(r"\d+$")


class Side(NamedTuple):
    """What the configuration beside the annotations says about who made them and long names."""

    annotator: str = SOMEBODY
    names: Mapping[str, str] = MappingProxyType({})


def side_of(folder: Path) -> Side:
    """Read the two comments that the program itself writes into a configuration."""
    try:
        with (folder / CONFIGURATION).open("rb") as file:
            data = file.read(FILE_LIMIT)
    except OSError:
        return Side()
    annotator, names = SOMEBODY, {}
    for line in data.decode("utf-8", "replace").split("\n"):
        try:
            if line.startswith(ANNOTATOR_MARK):
                annotator = str(json.loads(line.removeprefix(ANNOTATOR_MARK)))
            elif line.startswith(NAMES_MARK):
                found = strict_json.parse_object(line.removeprefix(NAMES_MARK).encode())
                names = {key: name for key, name in found.items() if isinstance(name, str)}
        except (ValueError, RecursionError):
            continue  # a comment of somebody else
    return Side(annotator or SOMEBODY, names)


class _Line(NamedTuple):
    number: int
    key: str
    said: str
    rest: str


class BratFile:
    """Collects the lines of one file. Raises Malformed, with `line` where it went wrong."""

    def __init__(self, raw: str, side: Side) -> None:
        self.line = 0
        self.made = PeerDocument(raw, joins_lines=True)
        self._names = side.names
        self._set = PeerSet(side.annotator)
        self._spans: dict[str, PeerSpan] = {}
        self._triggers: dict[str, str] = {}
        self._links: dict[str, PeerLink] = {}

    def read(self, data: str) -> PeerDocument:
        """Return the document that the lines are about."""
        lines = list(self._lines(data))
        # a line may speak of what only a later one makes
        for kinds, take in (
            ("T", self._span),
            ("E", self._trigger),
            ("E", self._event),
            ("R", self._relation),
            ("*", self._equal),
            ("AM", self._attribute),
            ("N", self._known),
            ("#", self._note),
        ):
            for line in lines:
                if line.key[0] in kinds:
                    self.line = line.number
                    take(line)
        self._set.spans = list(self._spans.values())
        if self._set.says_something:
            self.made.sets.append(self._set)
        return self.made

    def _lines(self, data: str) -> Iterator[_Line]:
        for number, whole in enumerate(data.split("\n"), 1):
            line = whole.removesuffix("\r")
            if not line.strip():
                continue
            self.line = number
            key, _, said = line.partition("\t")
            said, _, rest = said.partition("\t")
            if not key or key[0] not in "TERAMN*#" or not said:
                raise Malformed("no line of annotations")
            yield _Line(number, key, said, rest)

    def _name(self, stored: str) -> str:
        return self._names.get(stored, stored)

    def _span(self, line: _Line) -> None:
        found = _PLACE.match(line.said)
        if found is None:
            raise Malformed(f"{line.key}: no label and places")
        if line.key in self._spans:
            raise Malformed(f"{line.key} stands twice")
        pieces = []
        for piece in found[2].split(";"):
            start, end = piece.split(" ")
            pieces.append((int(start), int(end)))
        claim = Claim(tuple(pieces), line.rest or None)
        self._spans[line.key] = PeerSpan(line.key, claim, self._name(found[1]))

    def _trigger(self, line: _Line) -> None:
        kind, _, trigger = line.said.split(" ", 1)[0].partition(":")
        if trigger not in self._spans:
            raise Malformed(f"{line.key}: there is no {trigger or kind}")
        self._triggers[line.key] = trigger

    def _event(self, line: _Line) -> None:
        """Take an event as its trigger; its arguments are relations of their roles."""
        head, *arguments = line.said.split()
        roles = {argument.partition(":")[0] for argument in arguments}
        for argument in arguments:
            role, _, end = argument.partition(":")
            base = _NUMBER.sub("", role)  # brat numbers the second of a role: Org-Arg, Org-Arg2
            label = self._name(base if base in roles else role)
            self._link(PeerLink(self._triggers[line.key], self._end(line, end), label))
        if arguments:
            self.made.leave("event_as_relations", self._name(head.partition(":")[0]))

    def _relation(self, line: _Line) -> None:
        kind, *arguments = line.said.split()
        ends = dict(argument.partition(":")[::2] for argument in arguments)
        if len(ends) != 2:  # noqa: PLR2004 - two ends
            raise Malformed(f"{line.key}: a relation has two ends")
        source = ends.pop("Arg1") if "Arg1" in ends else ends.pop(next(iter(ends)))
        (target,) = ends.values()
        if line.key in self._links:
            raise Malformed(f"{line.key} stands twice")
        made = PeerLink(self._end(line, source), self._end(line, target), self._name(kind))
        self._links[line.key] = made
        self._link(made)

    def _equal(self, line: _Line) -> None:
        kind, *ends = line.said.split()
        for source, target in pairwise(self._end(line, end) for end in ends):
            self._link(PeerLink(source, target, self._name(kind)))
        self.made.leave("equivalence_as_relations", self._name(kind))

    def _attribute(self, line: _Line) -> None:
        name, target, *value = line.said.split()
        values = self._values(line, target)
        if values is None:
            return
        name = self._name(name)
        new = " ".join(value) if value else True
        known = values.get(name)
        if known is None or known == new:
            values[name] = new
        elif isinstance(known, str | tuple) and isinstance(new, str):
            values[name] = (*((known,) if isinstance(known, str) else known), new)
        else:
            self.made.leave("attribute_twice", name)

    def _known(self, line: _Line) -> None:
        """Keep a link to a knowledge base as a text under its name."""
        name, target, *value = line.said.split()
        values = self._values(line, target)
        if values is None:
            return
        words = " ".join([*value, line.rest]).strip()
        before = values.get(name)
        values[name] = f"{before}; {words}" if isinstance(before, str) else words
        self.made.leave("link_as_attribute", name)

    def _note(self, line: _Line) -> None:
        kind, _, target = line.said.partition(" ")
        if kind == LABEL_NOTE and target == ARTICLE:
            values = strict_json.parse_object(line.rest.encode())
            label = strict_json.text_of(values, "label")
            self._set.labels.append((label, dict(strict_json.attributes_of(values))))
        elif kind == ATTRIBUTES_NOTE:
            found = self._values(line, target)
            if found is not None:
                values = strict_json.parse_object(line.rest.encode())
                found.update(Attributes.from_json(values))
        elif not line.rest:
            self.made.leave("note_without_words", kind)
        else:
            span = self._triggers.get(target, target)
            if span not in self._spans:
                if target != ARTICLE:
                    self.made.leave("note_of_relation", kind, target)
                span = ""
            if kind != "AnnotatorNotes":
                self.made.leave("kind_of_note", kind)
            self._set.notes.append(PeerNote(line.rest, span))

    def _values(self, line: _Line, target: str) -> Values | None:
        """Return the attributes of what a line speaks of, None (and tell) where it is nothing."""
        if target in self._links:
            return self._links[target].attributes
        span = self._spans.get(self._triggers.get(target, target))
        if span is None:
            self.made.leave("missing_target", line.said.split(" ", 1)[0], target)
            return None
        return span.attributes

    def _end(self, line: _Line, key: str) -> str:
        found = self._triggers.get(key, key)
        if found not in self._spans:
            raise Malformed(f"{line.key}: there is no {key}")
        return found

    def _link(self, made: PeerLink) -> None:
        self._set.links.append(made)
