"""Rows of a WebAnno TSV file, taken together to a text and the items of its layers."""

import re
from collections.abc import Callable, Iterator, Sequence
from enum import StrEnum
from typing import Final, NamedTuple

from annotator.formats import webanno_values
from annotator.formats.base import Unit
from annotator.formats.cas_layers import ANY, DKPRO, TOKEN, Item, Slot
from annotator.formats.strict_json import Malformed
from annotator.formats.webanno_values import NOTHING, meaning
from annotator.model.offsets import OffsetMap

_FORMAT: Final = re.compile(r"#FORMAT=WebAnno TSV 3\.(\d+)\s*")
_LAYER: Final = re.compile(r"#T_(SP|RL|CH)=(.*)")
_ROW: Final = re.compile(r"(\d{1,9}-\d{1,9}(?:\.\d{1,9})?)\t(\d{1,9})-(\d{1,9})\t")
_TEXT: Final = "#Text="
_BASE: Final = "BT_"
_ROLE: Final = "ROLE_"
_DEPENDENCY: Final = f"{DKPRO}syntax.type.dependency.Dependency"
_MOST_ITEMS: Final = 1_000_000


class Use(StrEnum):
    """What a column is for."""

    MARK = "mark"
    VALUE = "value"
    ROLE = "role"
    TARGET = "target"
    SOURCE = "source"
    LINK = "link"


class Column(NamedTuple):
    """A column: its layer, what it is for, its feature, and the layer it leads to."""

    layer: str
    kind: str
    use: Use
    feature: str = ""
    base: str = ""


class Row(NamedTuple):
    """A token or a part of one; the places are as the file counts them."""

    line: int
    name: str
    start: int
    end: int
    form: str
    cells: list[str]


class Content(NamedTuple):
    """A text, its items, and the unit its places were counted in."""

    text: str
    items: list[Item]
    unit: Unit
    layers: frozenset[str]


def content_of(lines: Sequence[str], unit: Unit | None) -> Content:
    """Read a file from its lines. Raises Malformed, with the number of the line."""
    columns, first, is_old = _header(lines)
    trouble = None
    for choice in (unit,) if unit is not None else (Unit.UTF16, Unit.CODE_POINTS):
        try:
            text, rows = _text(lines, first, choice, is_old=is_old)
            break
        except Malformed as error:
            trouble = trouble or error
    else:
        assert trouble is not None
        raise trouble
    layers = frozenset(column.layer for column in columns)
    return Content(text, _Items(columns, rows, _position(text, choice)).all(), choice, layers)


def _header(lines: Sequence[str]) -> tuple[list[Column], int, bool]:
    """Return the columns, the number of the first line below them, and if it is a file of old."""
    version = _FORMAT.fullmatch(lines[0].removeprefix("\ufeff")) if lines else None
    if version is None:
        raise Malformed("line 1: not WebAnno TSV 3")
    is_old = version[1] in {"0", "1"}
    columns: list[Column] = []
    for number, line in enumerate(lines[1:], 1):
        found = _LAYER.fullmatch(line)
        if found is None:
            return columns, number, is_old
        columns += _columns(found[1], found[2].split("|"))
    return columns, len(lines), is_old


def _columns(kind: str, fields: list[str]) -> Iterator[Column]:
    layer, *names = fields
    names = [name for name in names if name]
    if not names:
        yield Column(layer, kind, Use.MARK)
    feature = ""
    for name in names:
        if kind == "SP" and name.startswith(_ROLE):
            feature = name.partition(":")[2].partition("_")[0]
            yield Column(layer, kind, Use.ROLE, feature)
        elif kind == "SP" and feature:
            yield Column(layer, kind, Use.TARGET, feature, name)
            feature = ""
        elif kind == "RL" and name.startswith(_BASE):
            base = TOKEN if layer == _DEPENDENCY else name.removeprefix(_BASE)
            yield Column(layer, kind, Use.SOURCE, base=base)
        elif kind == "CH" and name == "referenceRelation":
            yield Column(layer, kind, Use.LINK, name)
        else:
            yield Column(layer, kind, Use.VALUE, name)


def _length(text: str, unit: Unit) -> int:
    return len(text) if unit is Unit.CODE_POINTS else len(text.encode("utf-16-le")) // 2


def _position(text: str, unit: Unit) -> Callable[[int], int]:
    """Return what leads from a place in the file to code points; ValueError beyond the text."""
    if unit is not Unit.CODE_POINTS:
        return OffsetMap(text).from_utf16

    def same(place: int) -> int:
        if place > len(text):
            raise ValueError(f"{place} lies behind the text")
        return place

    return same


def _text(lines: Sequence[str], first: int, unit: Unit, *, is_old: bool) -> tuple[str, list[Row]]:
    """Put the text together from its sentences and check that the tokens stand in it."""
    text: list[str] = []
    length = 0
    sentence: list[str] = []
    rows: list[Row] = []
    for number, line in enumerate(lines[first:], first + 1):
        if line.startswith(_TEXT):
            said = line.removeprefix(_TEXT)
            sentence.append(webanno_values.text_meaning(said, is_old=is_old))
        elif line and not line.startswith("#"):
            row = _row(number, line, is_old=is_old)
            if sentence:
                # between two sentences stands a line break, then blanks, as far as there is room
                gap = row.start - length
                if gap < 0:
                    raise Malformed(f"line {number}: {row.start} lies in the sentence before")
                filled = " " * gap if not text else "\n"[:gap] + " " * (gap - 1)
                said = "\n".join(sentence)
                text += [filled, said]
                length += gap + _length(said, unit)
                sentence = []
            rows.append(row)
    whole = "".join(text)
    place = _position(whole, unit)
    for row in rows:
        try:
            stands = whole[place(row.start) : place(row.end)]
        except ValueError:
            stands = None
        if stands != row.form:
            raise Malformed(f"line {row.line}: {row.form!r} is not what stands there")
    return whole, rows


def _row(number: int, line: str, *, is_old: bool) -> Row:
    found = _ROW.match(line)
    if found is None:
        raise Malformed(f"line {number}: neither a token nor a sentence")
    form, *cells = line[found.end() :].split("\t")
    start, end = int(found[2]), int(found[3])
    said = webanno_values.text_meaning(form, is_old=is_old)
    return Row(number, found[1], start, end, said, cells)


class _Items:
    """Items of all rows; values that point to other rows are followed at the end."""

    def __init__(self, columns: list[Column], rows: list[Row], place: Callable[[int], int]) -> None:
        self._columns = columns
        self._rows = rows
        self._place = place
        self._items: list[Item] = []
        self._at: dict[tuple[str, str], list[Item]] = {}
        """Items by row and layer, in the order in which they are stacked."""
        self._numbered: dict[int, Item] = {}
        self._links: dict[tuple[str, int, int], Item] = {}
        self._tokens: dict[str, Item] = {}
        self._later: list[Callable[[], None]] = []

    def all(self) -> list[Item]:
        for row in self._rows:
            if len(row.cells) < len(self._columns):
                raise Malformed(f"line {row.line}: {len(self._columns)} columns are expected")
            for column, cell in zip(self._columns, row.cells, strict=False):
                if cell != NOTHING:
                    self._cell(row, column, cell)
        for action in self._later:
            action()
        for (layer, chain, place), item in self._links.items():
            following = self._links.get((layer, chain, place + 1))
            item.following = following.key if following is not None else ""
        return [*self._items, *self._tokens.values()]

    def _cell(self, row: Row, column: Column, cell: str) -> None:
        for depth, value in enumerate(webanno_values.stacked(cell)):
            try:
                self._value(row, column, depth, value)
            except ValueError as error:
                raise Malformed(f"line {row.line}: {error}") from None

    def _value(self, row: Row, column: Column, depth: int, value: str) -> None:
        if column.use is Use.LINK:
            link = webanno_values.link(value)
            self._set(self._link(row, column, link), column, link.value)
        elif column.kind == "CH":
            self._later.append(lambda: self._link_type(row, column, depth, value))
        elif column.use is Use.TARGET:
            item = self._item(row, column, depth, 0)
            self._later.append(lambda: self._fill(item, column, value))
        elif column.use is Use.SOURCE:
            source = webanno_values.marked(value)
            item = self._item(row, column, depth, 0)
            item.is_relation = True
            self._later.append(lambda: self._relate(item, row, column, source))
        else:
            named = webanno_values.marked(value)
            item = self._item(row, column, depth, named.number)
            item.is_relation = column.kind == "RL"
            if column.use is Use.ROLE:
                roles = webanno_values.slots(named.value) if named.value != NOTHING else []
                item.slots += [Slot(column.feature, meaning(role), "") for role in roles]
            elif column.use is Use.VALUE:
                self._set(item, column, named.value)

    def _set(self, item: Item, column: Column, value: str) -> None:
        said = meaning(value)
        if said:
            item.features[column.feature] = said

    def _item(self, row: Row, column: Column, depth: int, number: int) -> Item:
        """Return the item of a cell: met in another column, in an earlier row, or new."""
        stack = self._at.setdefault((row.name, column.layer), [])
        if depth < len(stack):
            return stack[depth]
        known = self._numbered.get(number) if number else None
        if known is not None and known.layer == column.layer:
            self._extend(known, row)
        else:
            known = self._made(row, column.layer)
        stack.append(known)
        if number:
            self._numbered[number] = known
        return known

    def _made(self, row: Row, layer: str) -> Item:
        if len(self._items) >= _MOST_ITEMS:
            raise Malformed(f"more than {_MOST_ITEMS} annotations")
        key = str(len(self._items) + 1)
        item = Item(key, layer, self._place(row.start), self._place(row.end))
        self._items.append(item)
        return item

    def _extend(self, item: Item, row: Row) -> None:
        item.start = min(item.start, self._place(row.start))
        item.end = max(item.end, self._place(row.end))

    def _link(self, row: Row, column: Column, link: webanno_values.Marked) -> Item:
        key = column.layer, link.number, link.second
        item = self._links.get(key)
        if item is None:
            item = self._links[key] = self._made(row, column.layer)
            item.is_link = True
        else:
            self._extend(item, row)
        self._at.setdefault((row.name, column.layer), []).append(item)
        return item

    def _link_type(self, row: Row, column: Column, depth: int, value: str) -> None:
        stack = self._at.get((row.name, column.layer), [])
        if depth < len(stack):
            self._set(stack[depth], column, webanno_values.marked(value).value)

    def _fill(self, item: Item, column: Column, value: str) -> None:
        """Give the slots of an item their fillers, in order."""
        targets = iter(webanno_values.slots(value))
        for place, slot in enumerate(item.slots):
            if slot.feature == column.feature and not slot.target:
                target = webanno_values.marked(next(targets, NOTHING))
                found = self._find(target.value, column.base, target.number)
                item.slots[place] = slot._replace(target=found)

    def _relate(self, item: Item, row: Row, column: Column, source: webanno_values.Marked) -> None:
        item.governor = self._find(source.value, column.base, source.number)
        item.dependent = self._find(row.name, column.base, source.second)

    def _find(self, name: str, layer: str, number: int) -> str:
        """Return the key of the item of a layer at a row, "" where there is none."""
        if number in self._numbered and number:
            return self._numbered[number].key
        if layer == TOKEN:
            return self._token(name)
        if layer != ANY:
            stack = self._at.get((name, layer), [])
            return stack[0].key if stack else ""
        for column in self._columns:
            stack = self._at.get((name, column.layer), [])
            if stack and not stack[0].is_relation:
                return stack[0].key
        return ""

    def _token(self, name: str) -> str:
        if not self._tokens:
            for row in self._rows:
                item = Item(f"t{row.name}", TOKEN, self._place(row.start), self._place(row.end))
                self._tokens[row.name] = item
        found = self._tokens.get(name)
        return found.key if found is not None else ""
