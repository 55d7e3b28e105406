"""Web annotations, until they are what annotators say (docs/formats/web-annotation.md)."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, NamedTuple
from urllib.parse import unquote, urlsplit

from annotator.errors import FormatError
from annotator.formats import strict_json
from annotator.formats.peer_document import PeerDocument, PeerLink, PeerNote, PeerSet, PeerSpan
from annotator.formats.strict_json import Malformed
from annotator.formats.text_beside import raw_text
from annotator.formats.units import Claim
from annotator.model.attributes import Attributes

SOMEBODY: Final = "Web Annotation"
JSON_TYPE: Final = "application/json"
_UNNAMED_LINK: Final = "link"
_FRAGMENT: Final = re.compile(r"char=(\d{1,12}),(\d{1,12})(?:;.*)?")
_SAID: Final = frozenset({"commenting", "describing", "replying", "questioning", "assessing"})


class _Body(NamedTuple):
    """What is said of a target; `attributes` only where a body is JSON."""

    labels: list[str]
    notes: list[str]
    attributes: dict[str, Any]
    links: list[str]


class _Target(NamedTuple):
    """Where an annotation points: a source and, with a place or a quote, a stretch of it."""

    source: str
    place: tuple[int, int] | None
    quote: str | None
    around: tuple[str, str]
    is_whole: bool


@dataclass(slots=True)
class _Source:
    """A text and the annotations on it."""

    embedded: str | None = None
    title: str = ""
    annotations: list[dict[str, Any]] = field(default_factory=list)
    left: list[tuple[str, str]] = field(default_factory=list)


class Collected:
    """The annotations of a file by the text they are about."""

    def __init__(self, path: Path) -> None:
        self._folder = path.parent
        self.sources: dict[str, _Source] = {}
        self._own = path.with_suffix(".txt").name

    @property
    def files(self) -> list[Path]:
        """The text files that are meant, beside the file, whether they are there or not."""
        return [
            self._folder / name
            for name, source in self.sources.items()
            if source.embedded is None and _is_name(name)
        ]

    def add(self, values: Any) -> None:
        """Take an annotation, a page or a collection of them. Raises Malformed."""
        waiting, links = [values], []
        while waiting:
            entry = waiting.pop()
            if isinstance(entry, list):
                waiting += reversed(entry)
                continue
            if not isinstance(entry, dict):
                raise Malformed("no annotation")
            pages = [entry[key] for key in ("first", "items", "@graph") if key in entry]
            if pages:
                if isinstance(entry.get("label"), str) and "items" in entry:
                    self._of(self._own).title = entry["label"]
                elsewhere = [page for page in [*pages, entry.get("next")] if isinstance(page, str)]
                self._of(self._own).left += [("page_elsewhere", page) for page in elsewhere]
                waiting += [page for page in reversed(pages) if not isinstance(page, str)]
            elif _motivation(entry) == "linking":
                links.append(entry)
            else:
                self._sort(entry)
        self._sort_links(links)

    def _sort(self, entry: dict[str, Any]) -> None:
        names = []
        for target in _list(entry.get("target")):
            source = target.get("source", target) if isinstance(target, dict) else target
            name = self._name(source)
            if isinstance(source, dict) and isinstance(source.get("value"), str):
                self._of(name).embedded = source["value"]
            names.append(name)
        if len(set(names)) > 1:
            self._of(names[0]).left.append(("several_sources", str(entry.get("id", ""))))
        elif names:
            self._of(names[0]).annotations.append(entry)
        else:
            raise Malformed("an annotation without a target")

    def _sort_links(self, links: list[dict[str, Any]]) -> None:
        where = {
            str(entry.get("id")): name
            for name, source in self.sources.items()
            for entry in source.annotations
        }
        for entry in links:
            ends = _ends(entry)
            name = next((where[end] for end in ends if end in where), self._own)
            self._of(name).annotations.append(entry)

    def _name(self, source: Any) -> str:
        """Return under what name a text is known; no address is ever gone to."""
        if isinstance(source, dict):
            source = source.get("id", source.get("@id", self._own))
        if not isinstance(source, str):
            raise Malformed("a target must be an address")
        try:
            name = unquote(urlsplit(source).path).rpartition("/")[2]
        except ValueError:
            return source
        return name or self._own

    def _of(self, name: str) -> _Source:
        return self.sources.setdefault(name, _Source())

    def documents(self, path: Path) -> Iterator[PeerDocument | FormatError]:
        """Hand out the documents; a text that is not there costs itself."""
        for name, source in self.sources.items():
            if not source.annotations and source.embedded is None:
                is_there = name == self._own and (self._folder / name).is_file()
                if not is_there and len(self.sources) > 1:
                    continue
            try:
                if source.embedded is None and not _is_name(name):
                    raise Malformed(f"{name!r} is no name of a file in the same folder")
                text = source.embedded
                made = PeerDocument(raw_text(self._folder / name) if text is None else text)
                made.title = source.title
                _Reader(made).take(source)
                yield made
            except ValueError as error:
                yield FormatError(path, 0, str(error))


def collected(path: Path, data: bytes) -> Collected:
    """Return the annotations of a file. Raises Malformed."""
    if data.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"["):
        data = b'{"items": ' + data.removeprefix(b"\xef\xbb\xbf") + b"}"
    found = Collected(path)
    found.add(strict_json.parse_object(data))
    if not found.sources:
        found.add({"items": [], "label": ""})
    return found


class _Reader:
    """Takes the annotations on one text."""

    def __init__(self, made: PeerDocument) -> None:
        self._made = made
        self._sets: dict[str, PeerSet] = {}
        self._owner: dict[str, PeerSet] = {}

    def take(self, source: _Source) -> None:
        for reason, detail in source.left:
            self._made.leave(reason, "", detail)
        for number, entry in enumerate(source.annotations):
            if _motivation(entry) == "linking":
                self._link(entry)
            else:
                self._annotation(entry, str(entry.get("id", f"no id {number}")))
        self._made.sets = [said for said in self._sets.values() if said.says_something]

    def _set(self, entry: Mapping[str, Any]) -> PeerSet:
        creator = next(iter(_list(entry.get("creator"))), None)
        if isinstance(creator, dict):
            creator = creator.get("name") or creator.get("nickname") or creator.get("id")
        name = creator if isinstance(creator, str) and creator else SOMEBODY
        return self._sets.setdefault(name, PeerSet(name))

    def _annotation(self, entry: Mapping[str, Any], key: str) -> None:
        said, body = self._set(entry), _body(entry)
        targets = [_target(target) for target in _list(entry.get("target"))]
        if all(target.is_whole for target in targets):
            said.labels += [(label, dict(body.attributes)) for label in body.labels]
            said.notes += [PeerNote(words) for words in body.notes]
            return
        claim = self._claim(targets)
        labels = body.labels
        if not labels and not body.notes:
            labels = [_motivation(entry) or "highlighting"]
            self._made.leave("motivation_as_label", labels[0])
        if claim is None:
            self._made.leave("place_not_found", ", ".join(labels), key)
            return
        if not labels:
            labels = [_motivation(entry) or "commenting"]
            self._made.leave("motivation_as_label", labels[0])
        for number, label in enumerate(labels):
            own = f"{key} {number}" if number else key
            said.spans.append(PeerSpan(own, claim, label, dict(body.attributes)))
        said.notes += [PeerNote(words, key) for words in body.notes]
        self._owner[key] = said

    def _claim(self, targets: list[_Target]) -> Claim | None:
        if all(target.place for target in targets):
            quotes = [target.quote for target in targets if target.quote is not None]
            quote = " ".join(quotes) if len(quotes) == len(targets) else None
            return Claim(tuple(target.place for target in targets if target.place), quote)
        found = [_unique(self._made.raw, target) for target in targets]
        places = tuple(place for place in found if place)
        return Claim(places, is_found=True) if len(places) == len(targets) else None

    def _link(self, entry: Mapping[str, Any]) -> None:
        body, ends = _body(entry), _ends(entry)
        label = next(iter(body.labels), "") or str(entry.get("label", "")) or _UNNAMED_LINK
        if len(ends) != 2:  # noqa: PLR2004 - two ends
            self._made.leave("link_without_ends", label)
            return
        said = self._owner.get(ends[0]) or self._set(entry)
        said.links.append(PeerLink(ends[0], ends[1], label, dict(body.attributes)))


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _motivation(entry: Mapping[str, Any]) -> str:
    found = next(iter(_list(entry.get("motivation"))), "")
    return str(found).removeprefix("oa:")


def _ends(entry: Mapping[str, Any]) -> list[str]:
    """Return the annotations that a link joins: its target and its body, or both its targets."""
    targets = [_address(target) for target in _list(entry.get("target"))]
    return [*targets, *_body(entry).links]


def _address(value: Any) -> str:
    if isinstance(value, dict):
        value = value.get("source", value.get("id", ""))
    return _address(value.get("id", "")) if isinstance(value, dict) else str(value)


def _body(entry: Mapping[str, Any]) -> _Body:
    found = _Body([], [], {}, [])
    usual = _motivation(entry)
    if isinstance(entry.get("bodyValue"), str):
        (found.notes if usual in _SAID else found.labels).append(entry["bodyValue"])
    for body in _list(entry.get("body")):
        if not isinstance(body, dict):
            (found.links if usual == "linking" else found.labels).append(str(body))
            continue
        purpose = str(next(iter(_list(body.get("purpose"))), usual))
        value = body.get("value")
        if not isinstance(value, str):
            is_link = purpose == "linking" or usual == "linking"
            (found.links if is_link else found.labels).append(_address(body))
        elif purpose in _SAID and body.get("format") == JSON_TYPE:
            values = strict_json.parse_object(value.encode())
            found.attributes.update(Attributes.from_json(values))
        else:
            (found.notes if purpose in _SAID else found.labels).append(value)
    return found


def _target(value: Any) -> _Target:
    """Return where a target is. Raises Malformed."""
    address = _address(value)
    chosen = _list(value.get("selector")) if isinstance(value, dict) else []
    fragment = address.partition("#")[2]
    place, quote, around = _fragment(fragment), None, ("", "")
    for selector in chosen:
        if not isinstance(selector, dict):
            continue
        kind = selector.get("type", selector.get("@type"))
        if kind == "TextPositionSelector":
            start, end = selector.get("start"), selector.get("end")
            if type(start) is not int or type(end) is not int:
                raise Malformed("'start' and 'end' of a position must be whole numbers")
            place = start, end
        elif kind == "TextQuoteSelector":
            quote = strict_json.text_of(selector, "exact")
            around = (
                strict_json.text_of(selector, "prefix", ""),
                strict_json.text_of(selector, "suffix", ""),
            )
        elif kind == "FragmentSelector":
            place = place or _fragment(str(selector.get("value", "")))
    return _Target(address, place, quote, around, not chosen and place is None)


def _fragment(words: str) -> tuple[int, int] | None:
    found = _FRAGMENT.fullmatch(words)
    return (int(found[1]), int(found[2])) if found else None


def _unique(text: str, target: _Target) -> tuple[int, int] | None:
    """Return where a quote stands, None where it is not there or there more than once."""
    if not target.quote:
        return None
    before, after = target.around
    whole = f"{before}{target.quote}{after}"
    start = text.find(whole)
    if start < 0 or text.find(whole, start + 1) >= 0:
        return None
    start += len(before)
    return start, start + len(target.quote)


def _is_name(name: str) -> bool:
    return name not in {"", ".", ".."} and not any(char in name for char in "/\\:\0")
