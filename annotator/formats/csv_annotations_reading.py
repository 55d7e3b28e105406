"""Rows of annotations, until they are documents (docs/formats/csv-annotations.md)."""

import csv
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final, NamedTuple

from annotator.errors import FormatError
from annotator.formats import strict_json
from annotator.formats.peer_document import Part, PeerDocument, PeerLink, PeerSet, PeerSpan
from annotator.formats.strict_json import Malformed
from annotator.formats.units import Claim
from annotator.model.attributes import Attributes
from annotator.model.project import Status

COLUMNS: Final = (
    "kind",
    "document",
    "annotator",
    "id",
    "label",
    "start",
    "end",
    "pieces",
    "text",
    "source",
    "target",
    "attributes",
)
"""The columns that the program writes."""
FIELD_LIMIT: Final = 64 * 1024 * 1024
"""Longest field and line."""
SOMEBODY: Final = "CSV"
_ROLES: Final[Mapping[str, tuple[str, ...]]] = {
    "text": ("text", "content", "document_text", "article", "sentence", "teks", "isi"),
    "start": ("start", "begin", "start_offset", "start_char", "mulai", "awal"),
    "end": ("end", "stop", "end_offset", "end_char", "akhir"),
    "label": ("label", "tag", "entity_type", "ent_type", "category", "type"),
    "quote": ("quote", "span_text", "span", "surface", "entity", "entity_text", "mention", "word"),
    "annotator": ("annotator", "annotator_name", "user", "anotator"),
    "document": ("document_id", "doc_id", "article_id"),
}
_NEEDED: Final = ("text", "start", "end", "label")


class _Row(NamedTuple):
    line: int
    done: int
    values: dict[str, str]


def delimiter_of(header: str) -> str:
    """Return the delimiter that makes columns of annotations out of a header, "" for none."""
    for delimiter in ",;\t":
        columns = columns_of(header, delimiter)
        if columns == COLUMNS or _roles(columns).keys() >= set(_NEEDED):
            return delimiter
    return ""


def columns_of(header: str, delimiter: str) -> tuple[str, ...]:
    """Return the names of columns, in small letters."""
    try:
        row = next(csv.reader([header], delimiter=delimiter), [])
    except csv.Error:
        return ()
    return tuple(name.strip().casefold() for name in row)


def has_numbers(rest: bytes, columns: tuple[str, ...], delimiter: str) -> bool:
    """Tell whether the first row below a header has whole numbers for start and end."""
    lines = rest.decode("utf-8", "replace").splitlines(keepends=True)
    try:
        row = dict(zip(columns, next(csv.reader(lines, delimiter=delimiter), []), strict=False))
    except csv.Error:
        return False
    roles = _roles(columns)
    return all(row.get(roles[name], "").strip().isdecimal() for name in ("start", "end"))


def _roles(columns: tuple[str, ...]) -> dict[str, str]:
    """Return which column is for what."""
    found = {}
    for role, names in _ROLES.items():
        column = next((name for name in names if name in columns), None)
        if column is not None:
            found[role] = column
    return found


def parts(path: Path) -> Iterator[Part]:
    """Hand out the documents of a file. Raises Malformed, OSError."""
    if csv.field_size_limit() < FIELD_LIMIT:
        csv.field_size_limit(FIELD_LIMIT)
    lines = _Lines(path)
    with path.open("rb") as file:
        header = file.readline(FIELD_LIMIT).decode("utf-8-sig", "replace").rstrip("\r\n")
    delimiter = delimiter_of(header)
    columns = columns_of(header, delimiter or ",")
    rows = _rows(lines, columns, delimiter or ",")
    if columns == COLUMNS:
        yield from _own(path, rows)
    elif delimiter:
        yield from _spans(path, rows, columns)
    else:
        raise Malformed("there are no columns for text, start, end and label")


class _Lines:
    """The lines of a file, none too long, with how far they go."""

    def __init__(self, path: Path) -> None:
        self.number = self.done = 0
        self._path = path

    def __iter__(self) -> Iterator[str]:
        with self._path.open("rb") as file:
            while line := file.readline(FIELD_LIMIT + 1):
                if len(line) > FIELD_LIMIT:
                    raise Malformed(f"longer than {FIELD_LIMIT} bytes")
                self.number += 1
                self.done += len(line)
                codec = "utf-8-sig" if self.number == 1 else "utf-8"
                try:
                    yield line.decode(codec)
                except UnicodeDecodeError as error:
                    raise Malformed(f"not UTF-8 in line {self.number}") from error


def _rows(lines: _Lines, columns: tuple[str, ...], delimiter: str) -> Iterator[_Row]:
    begin = 1
    try:
        for row in csv.reader(lines, delimiter=delimiter, strict=True):
            if begin > 1 and row:
                if len(row) > len(columns):
                    raise Malformed(f"line {begin} has {len(row)} columns")
                values = dict(zip(columns, [*row, *[""] * len(columns)], strict=False))
                yield _Row(begin, lines.done, values)
            begin = lines.number + 1
    except csv.Error as error:
        raise Malformed(f"line {begin}: {error}") from error


def _own(path: Path, rows: Iterator[_Row]) -> Iterator[Part]:
    """Read the program's own table: the row of an article, then those about it."""
    made: PeerDocument | None = None
    fault: FormatError | None = None
    begin, done = 0, 0
    for row in rows:
        if row.values["kind"] == "document":
            if made is not None:
                yield Part(begin, done, fault or made)
            made, fault, begin = PeerDocument(row.values["text"]), None, row.line
        try:
            if made is None:
                raise Malformed("a row before the article it is about")
            _take(row.values, made)
        except ValueError as error:
            fault = fault or FormatError(path, row.line, str(error))
            made = made or PeerDocument("")
        done = row.done
    if made is not None:
        yield Part(begin, done, fault or made)


def _take(values: Mapping[str, str], made: PeerDocument) -> None:
    said = next((item for item in made.sets if item.annotator == values["annotator"]), None)
    if said is None and values["kind"] != "document":
        said = PeerSet(values["annotator"] or SOMEBODY)
        made.sets.append(said)
    more = strict_json.parse_object((values["attributes"] or "{}").encode())
    match values["kind"]:
        case "document":
            made.title = strict_json.text_of(more, "title", "")
            known = strict_json.object_of(more, "metadata")
            made.metadata = {key: strict_json.text_of(known, key) for key in known}
        case "status" if said is not None:
            said.status = Status(values["label"])
        case "span" if said is not None:
            pieces = values["pieces"] or f"{values['start']}:{values['end']}"
            place = tuple(_piece(piece) for piece in pieces.split(";"))
            attributes = dict(Attributes.from_json(more))
            claim = Claim(place, values["text"] or None)
            said.spans.append(PeerSpan(values["id"], claim, values["label"], attributes))
        case "relation" if said is not None:
            attributes = dict(Attributes.from_json(more))
            ends = values["source"], values["target"]
            said.links.append(PeerLink(*ends, values["label"], attributes))
        case "label" if said is not None:
            said.labels.append((values["label"], dict(Attributes.from_json(more))))
        case kind:
            raise Malformed(f"{kind!r} is no kind of row")


def _piece(words: str) -> tuple[int, int]:
    start, _, end = words.partition(":")
    if not (start.isdecimal() and end.isdecimal()) or len(words) > 40:  # noqa: PLR2004
        raise Malformed(f"{words[:40]!r} is no place")
    return int(start), int(end)


def _spans(path: Path, rows: Iterator[_Row], columns: tuple[str, ...]) -> Iterator[Part]:
    """Read a table of a row a span; rows in a row with the same text are one document."""
    roles = _roles(columns)
    others = [column for column in columns if column and column not in roles.values()]
    made: PeerDocument | None = None
    fault: FormatError | None = None
    begin, done = 0, 0
    for row in rows:
        text = row.values[roles["text"]]
        if made is None or text != made.raw:
            if made is not None:
                yield Part(begin, done, fault or made)
            made, fault, begin = PeerDocument(text), None, row.line
            if "document" in roles:
                made.metadata["id"] = row.values[roles["document"]]
            for column in others:
                made.leave("column_left_out", column)
        try:
            _take_span(row.values, roles, made)
        except ValueError as error:
            fault = fault or FormatError(path, row.line, str(error))
        done = row.done
    if made is not None:
        yield Part(begin, done, fault or made)


def _take_span(values: Mapping[str, str], roles: Mapping[str, str], made: PeerDocument) -> None:
    start, end = (values[roles[name]].strip() for name in ("start", "end"))
    name = values[roles["annotator"]].strip() if "annotator" in roles else ""
    if not start and not end:
        return
    said = next((item for item in made.sets if item.annotator == (name or SOMEBODY)), None)
    if said is None:
        said = PeerSet(name or SOMEBODY)
        made.sets.append(said)
    label = values[roles["label"]].strip()
    if not label:
        raise Malformed("a span without a label")
    quote = values[roles["quote"]] if "quote" in roles else ""
    claim = Claim((_piece(f"{start}:{end}"),), quote or None)
    said.spans.append(PeerSpan("", claim, label))
