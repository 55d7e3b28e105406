"""Write one annotator's work on one document as WebAnno TSV 3.3."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from typing import Final, NamedTuple

from annotator.formats.base import LossReason
from annotator.formats.cas_layers import FRAGMENT, LABEL, RELATION, SPAN
from annotator.formats.losses import Losses
from annotator.formats.tokens import tokens_in
from annotator.formats.webanno_values import NOTHING, escaped, escaped_text
from annotator.model.annotation import Annotation
from annotator.model.annotation_set import AnnotationSet
from annotator.model.attributes import Attributes, AttributeValue
from annotator.model.offsets import OffsetMap

_BREAK: Final = re.compile(r"(?<=\S)\n(?=\S)")
_NAME: Final = re.compile(r"[^\W\d]\w*")
_NOT_NAMES: Final = frozenset({LABEL, "begin", "end", "sofa"})


class _Stretch(NamedTuple):
    """A piece of a span as it is written."""

    key: str
    start: int
    end: int
    label: str
    attributes: Mapping[str, str]


class _Link(NamedTuple):
    source: str
    target: str
    label: str
    attributes: Mapping[str, str]


def lines_of(losses: Losses, item: AnnotationSet | None) -> str | None:
    """Return the file; None where the text holds nothing but white space."""
    text = losses.bundle.document.text
    if not text.strip():
        return None
    lead = text[: len(text) - len(text.lstrip())]
    if lead.strip(" "):
        losses.whole(LossReason.TEXT_CHANGED, instead="blanks at the beginning")
    stretches: list[_Stretch] = []
    links: list[_Link] = []
    joints: list[_Link] = []
    if item is not None:
        firsts = _stretches(losses, item, stretches, joints)
        for relation in item.relations:
            source, target = firsts.get(relation.source), firsts.get(relation.target)
            if source is None or target is None:
                losses.of(relation, LossReason.RELATION)
            else:
                values = texts_of(losses, relation, relation.attributes)
                links.append(_Link(source, target, relation.label, values))
        for label in item.document_labels:
            losses.of(label, LossReason.DOCUMENT_LABEL)
    return _Sheet(text, stretches, links, joints).lines()


def _stretches(
    losses: Losses, item: AnnotationSet, stretches: list[_Stretch], joints: list[_Link]
) -> dict[str, str]:
    """Cut spans to pieces without white space at their ends; return each span's first piece."""
    text = losses.bundle.document.text
    firsts: dict[str, str] = {}
    for span in item.spans:
        pieces = [_trimmed(text, start, end) for start, end in span.stretches]
        kept = [piece for piece in pieces if piece[0] < piece[1]]
        if not kept:
            losses.of(span, LossReason.TOKEN_BORDER)
            continue
        if kept != list(span.stretches):
            instead = " … ".join(text[start:end] for start, end in kept)
            losses.of(span, LossReason.TOKEN_BORDER, instead)
        values = texts_of(losses, span, span.attributes)
        before = ""
        for start, end in kept:
            key = str(len(stretches) + 1)
            stretches.append(_Stretch(key, start, end, span.label, {} if before else values))
            if before:
                joints.append(_Link(before, key, "", {}))
            else:
                firsts[span.id] = key
            before = key
    return firsts


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    quote = text[start:end]
    stripped = quote.strip()
    start += len(quote) - len(quote.lstrip())
    return start, start + len(stripped)


def is_feature_name(name: str) -> bool:
    """Tell whether an attribute can be a feature of a layer."""
    return _NAME.fullmatch(name) is not None and name not in _NOT_NAMES


def texts_of(losses: Losses, annotation: Annotation, attributes: Attributes) -> dict[str, str]:
    """Return attributes as texts without a carriage return; what changes or cannot be is told."""
    found = {}
    for name, value in attributes.items():
        said = _text_of(value)
        if not is_feature_name(name) or name.startswith(("ROLE_", "BT_")) or not said:
            losses.of(annotation, LossReason.ATTRIBUTE)
            continue
        if said != value:
            losses.of(annotation, LossReason.ATTRIBUTE, f"{name} = {said}")
        found[name] = said
    return found


def _text_of(value: AttributeValue) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    said = ", ".join(value) if isinstance(value, tuple) else str(value)
    return said.replace("\r\n", "\n").replace("\r", "\n")


class _Unit(NamedTuple):
    """A row: a token, or a part of one."""

    name: str
    start: int
    end: int


class _Sheet:
    def __init__(
        self,
        text: str,
        stretches: list[_Stretch],
        links: Sequence[_Link],
        joints: Sequence[_Link],
    ) -> None:
        self._text = text
        self._stretches = {stretch.key: stretch for stretch in stretches}
        self._links = links
        self._joints = joints
        self._sentences = list(self._cut())
        self._place = OffsetMap(text).to_utf16
        self._names: dict[tuple[int, int], str] = {}
        """Rows by what they cover."""
        self._rows: list[list[_Unit]] = []
        self._covers: dict[str, list[str]] = {}
        """Rows of each piece, by their names."""
        self._on: dict[str, list[_Stretch]] = {}
        """Pieces on each row."""

    def lines(self) -> str:
        self._lay_out()
        numbers = self._numbers()
        spans = _names(stretch.attributes for stretch in self._stretches.values())
        links = _names(link.attributes for link in self._links)
        out = ["#FORMAT=WebAnno TSV 3.3"]
        if self._stretches:
            out.append(f"#T_SP={'|'.join([SPAN, LABEL, *spans])}")
        if self._links:
            out.append(f"#T_RL={'|'.join([RELATION, LABEL, *links])}|BT_{SPAN}")
        if self._joints:
            out.append(f"#T_RL={FRAGMENT}|BT_{SPAN}")
        out.append("")
        for (start, end, _), units in zip(self._sentences, self._rows, strict=True):
            out.append("")
            lines = self._text[start:end].split("\n")
            out += [f"#Text={escaped_text(line)}" for line in lines]
            for unit in units:
                cells = []
                if self._stretches:
                    cells += self._span_cells(unit, spans, numbers)
                if self._links:
                    cells += self._link_cells(unit, self._links, [LABEL, *links], numbers)
                if self._joints:
                    cells += self._link_cells(unit, self._joints, [], numbers)
                form = escaped_text(self._text[unit.start : unit.end])
                where = f"{self._place(unit.start)}-{self._place(unit.end)}"
                out.append("\t".join([unit.name, where, form, *cells, ""]))
        return "\n".join([*out, ""])

    def _cut(self) -> Iterable[tuple[int, int, list[tuple[int, int]]]]:
        """Cut the text at single line breaks, so that nothing stands between sentences but one."""
        start = len(self._text) - len(self._text.lstrip())
        ends = [found.start() for found in _BREAK.finditer(self._text, start)]
        for end in [*ends, len(self._text)]:
            yield start, end, list(tokens_in(self._text, start, end))
            start = end + 1

    def _lay_out(self) -> None:
        tokens = [token for _, _, found in self._sentences for token in found]
        parts: dict[tuple[int, int], set[tuple[int, int]]] = {}
        pieces: dict[str, list[tuple[int, int]]] = {}
        starts = [token[0] for token in tokens]
        for key, stretch in self._stretches.items():
            number = bisect_right(starts, stretch.start) - 1
            covered = []
            while number < len(tokens) and tokens[number][0] < stretch.end:
                token = tokens[number]
                piece = max(stretch.start, token[0]), min(stretch.end, token[1])
                if piece != token:
                    parts.setdefault(token, set()).add(piece)
                covered.append(piece)
                number += 1
            pieces[key] = covered
        for sentence, (_, _, found) in enumerate(self._sentences, 1):
            units = []
            for place, token in enumerate(found, 1):
                name = f"{sentence}-{place}"
                units.append(_Unit(name, *token))
                inside = sorted(parts.get(token, ()))
                units += [_Unit(f"{name}.{n}", *part) for n, part in enumerate(inside, 1)]
            self._rows.append(units)
            self._names.update({(unit.start, unit.end): unit.name for unit in units})
        for key, covered in pieces.items():
            self._covers[key] = [self._names[piece] for piece in covered]
            for name in self._covers[key]:
                self._on.setdefault(name, []).append(self._stretches[key])

    def _numbers(self) -> dict[str, int]:
        """Give numbers to the pieces that lie on several rows or share one, in reading order."""
        needy = [
            key
            for key, names in self._covers.items()
            if len(names) > 1 or any(len(self._on[name]) > 1 for name in names)
        ]
        return {key: number for number, key in enumerate(needy, 1)}

    def _span_cells(
        self, unit: _Unit, names: Sequence[str], numbers: Mapping[str, int]
    ) -> list[str]:
        found = self._on.get(unit.name, [])
        if not found:
            return [NOTHING] * (1 + len(names))
        cells = []
        for name in [LABEL, *names]:
            values = []
            for stretch in found:
                value = stretch.label if name == LABEL else stretch.attributes.get(name, "")
                number = numbers.get(stretch.key)
                values.append(escaped(value) + (f"[{number}]" if number else ""))
            cells.append("|".join(values))
        return cells

    def _link_cells(
        self,
        unit: _Unit,
        links: Sequence[_Link],
        names: Sequence[str],
        numbers: Mapping[str, int],
    ) -> list[str]:
        found = [link for link in links if self._covers[link.target][0] == unit.name]
        if not found:
            return [NOTHING] * (1 + len(names))
        cells = [
            "|".join(
                escaped(link.label if name == LABEL else link.attributes.get(name, ""))
                for link in found
            )
            for name in names
        ]
        ends = []
        for link in found:
            pair = numbers.get(link.source, 0), numbers.get(link.target, 0)
            mark = f"[{pair[0]}_{pair[1]}]" if any(pair) else ""
            ends.append(f"{self._covers[link.source][0]}{mark}")
        return [*cells, "|".join(ends)]


def _names(found: Iterable[Mapping[str, str]]) -> list[str]:
    return sorted({name for values in found for name in values})
