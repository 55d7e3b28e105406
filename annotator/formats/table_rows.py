"""One row of a table becomes one article (docs/formats/tables.md)."""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Final

from annotator.errors import FormatError
from annotator.formats.base import Bundle, Left, Reading, ReadOptions
from annotator.formats.column_names import plain
from annotator.formats.columns import ColumnsUnknown, Sample, chosen
from annotator.formats.news_file import TEXT_LIMIT
from annotator.model.document import UNKNOWN_LANGUAGE, Document, Language
from annotator.model.ids import DocumentId
from annotator.text import column_dates

METADATA_LENGTH: Final = 4000
"""Longest cell in characters that is kept as metadata; a longer one is left out and named."""
_NAMED: Final = 20
"""Columns that were left out of one row and are named."""
_ANNOTATIONS: Final = frozenset(
    {"annotations", "entities", "label", "labels", "predictions", "relations", "spans"}
)
"""What other tools call their annotations."""
METADATA_COUNT: Final = 100
"""Most columns without a role that are kept as metadata of an article."""
_OURS: Final = frozenset(
    {"author", "date", "date_text", "encoding", "id", "language_text", "outlet", "place"}
    | {"source", "title", "url"}
)
_LANGUAGES: Final = {
    plain(name): code
    for code, names in {
        "id": "id ind in indonesian indonesia bahasaindonesia bahasa idn",
        "en": "en eng english inggris bahasainggris",
        "ms": "ms msa may malay melayu bahasamelayu",
        "jv": "jv jav jw javanese jawa bahasajawa",
        "su": "su sun sundanese sunda bahasasunda",
    }.items()
    for name in names.split()
}
_WHOLE: Final = 1e15
"""Whole numbers below this are exact as floats."""
_CODE: Final = re.compile(r"[a-z]{2}")
_HTML: Final = re.compile(
    r"</?(?:p|br|div|span|a|img|strong|em|b|i|u|ul|ol|li|h[1-6]|table|tr|td|script|style|iframe"
    r"|figure|figcaption|blockquote|section|article|html|body)(?:\s[^<>]{0,2000})?/?>"
    r"|&(?:nbsp|amp|quot|lt|gt|ldquo|rdquo|lsquo|rsquo|ndash|mdash|hellip|#\d{1,6}|#x[\da-f]{1,6});",
    re.IGNORECASE,
)


class Refused(ValueError):
    """A row is no article; `reason` is a word in snake case, `detail` says it of this row."""

    def __init__(self, reason: str, detail: str = "") -> None:
        super().__init__(f"{reason}: {detail}")
        self.reason = reason
        self.detail = detail


def refusal(path: Path, line: int, done: int, reason: str, detail: str = "") -> Reading:
    """Return what is handed out in place of an article."""
    left = (Left(reason, "", detail),) if detail else ()
    return Reading(line, done, FormatError(path, line, reason), left=left)


def articles(
    path: Path,
    sample: Sample,
    options: ReadOptions,
    read: Callable[["Rows"], Iterable[Reading]],
    *,
    open_ended: bool = False,
) -> Iterator[Reading]:
    """Hand out what `read` makes of the rows below the names of the columns.

    One reading without an article says that the text column is not known, or that there is no row.
    """
    try:
        columns = chosen(sample, options, open_ended=open_ended)
    except ColumnsUnknown as error:
        yield refusal(path, 0, 0, error.reason, error.detail)
        return
    order = _order_of(sample, columns.get("date", ""))
    encoding = sample.facts.get("encoding", "")
    is_empty = True
    beside = [Left("guessed_encoding", "", encoding)] if encoding[:3] not in {"", "utf"} else []
    for reading in read(Rows(path, columns, encoding, order)):
        is_empty = False
        if beside and not isinstance(reading.content, FormatError):
            reading = reading._replace(left=(*reading.left, *beside))  # noqa: PLW2901
            beside.clear()
        yield reading
    if is_empty:
        yield refusal(path, 0, 0, "no_rows")


class Rows:
    """Makes articles of the rows of one table; `columns` leads from roles to names of columns."""

    def __init__(
        self,
        path: Path,
        columns: Mapping[str, str],
        encoding: str,
        order: column_dates.Order | None,
    ) -> None:
        self._path = path
        self._columns = columns
        self._role = {column: role for role, column in columns.items()}
        self._order = order
        self._always = {"source": path.name}
        if encoding:
            self._always["encoding"] = encoding

    def reading(
        self,
        line: int,
        done: int,
        cells: Iterable[tuple[str, object]],
        left: Sequence[Left] = (),
    ) -> Reading:
        """Return the article of a row, or why it has none. `cells` are (column, value)."""
        beside = list(left)
        try:
            content: Bundle | FormatError = self._bundle(cells, beside)
        except Refused as error:
            return refusal(self._path, line, done, error.reason, error.detail)
        return Reading(line, done, content, left=tuple(beside))

    def _bundle(self, cells: Iterable[tuple[str, object]], left: list[Left]) -> Bundle:
        told: dict[str, object] = {}
        metadata = dict(self._always)
        kept = 0
        too_much: list[str] = []
        for column, value in cells:
            role = self._role.get(column)
            if role is not None:
                told[role] = value
                continue
            text = as_text(value)
            if not text.strip():
                continue
            if len(text) > METADATA_LENGTH or kept == METADATA_COUNT:
                too_much.append(column)
                continue
            kept += 1
            metadata[self._free_name(column, metadata)] = _checked(text, column)
            if plain(column) in _ANNOTATIONS and _is_nested(value):
                left.append(Left("annotations_as_metadata", column))
        left += [Left("column_left_out", column) for column in too_much[:_NAMED]]
        if len(too_much) > _NAMED:
            left.append(Left("column_left_out", "…", f"+{len(too_much) - _NAMED}"))
        text = self._text(told.get("text"), left)
        for role, value in told.items():
            if role != "text":
                self._tell(role, value, metadata, left)
        title = metadata.pop("title", "")
        language = _language(metadata)
        document = Document(DocumentId(""), title, text, language, metadata)
        return Bundle(document, (), {}, None)

    def _text(self, value: object, left: list[Left]) -> str:
        column = self._columns["text"]
        if isinstance(value, list) and value and all(isinstance(item, str) for item in value):
            left.append(Left("paragraphs_joined", column, str(len(value))))
            value = "\n".join(value)
        if isinstance(value, dict | list):
            raise Refused("text_not_one", column)
        text = _checked(as_text(value), column)
        if not text.strip():
            raise Refused("no_text_in_row", column)
        if len(text) > TEXT_LIMIT:
            raise Refused("too_large", column)
        if ("<" in text or "&" in text) and _HTML.search(text):
            left.append(Left("html_in_text", column))
        return text

    def _tell(self, role: str, value: object, metadata: dict[str, str], left: list[Left]) -> None:
        """Put what a column with a role says into the metadata, and that a column said it."""
        column = self._columns[role]
        if isinstance(value, list) and all(isinstance(item, str) for item in value):
            value = ", ".join(value)
        text = _checked(as_text(value), column).strip()
        if not text:
            return
        if len(text) > METADATA_LENGTH:
            left.append(Left("column_left_out", column))
            return
        if role == "date":
            found = column_dates.find(value, self._order)
            if found is None or not found.is_all:
                metadata["date_text"] = text
            if found is None:
                return
            text = found.iso
        metadata[role] = text
        if role != "title":
            metadata[f"{role}_from"] = "column"

    def _free_name(self, column: str, metadata: Mapping[str, str]) -> str:
        name = column if len(column) <= METADATA_LENGTH else column[:METADATA_LENGTH]
        if name in _OURS or name.endswith("_from") or name in self._always:
            name = f"column {name}"
        while name in metadata:
            name += "'"
        return name


def _is_nested(value: object) -> bool:
    return isinstance(value, list) and isinstance(next(iter(value), None), dict | list)


def _order_of(sample: Sample, date_column: str) -> column_dates.Order | None:
    """Return which of day and month comes first in the date column of a sample."""
    if date_column not in sample.columns:
        return None
    place = sample.columns.index(date_column)
    return column_dates.order_of(row[place] for row in sample.rows if place < len(row))


def as_text(value: object) -> str:
    """Return a cell as text: numbers without a needless point, lists and objects as JSON."""
    if isinstance(value, str):
        return value
    text = "" if value is None else str(value)
    if isinstance(value, bool):
        text = text.lower()
    elif isinstance(value, float) and value.is_integer() and abs(value) < _WHOLE:
        text = str(int(value))
    elif isinstance(value, datetime):
        at_midnight = value.time() == datetime.min.time() and value.tzinfo is None
        text = value.date().isoformat() if at_midnight else value.isoformat()
    elif isinstance(value, dict | list):
        text = json.dumps(value, ensure_ascii=False, default=as_text)
    return text


def _checked(text: str, column: str) -> str:
    """Return a text with LF at its line ends. Raises Refused for what no store takes."""
    if "\0" in text:
        raise Refused("nul", column)
    if not text.isascii():
        try:
            text.encode()
        except UnicodeEncodeError as error:
            char = text[error.start]
            is_byte = "\udc80" <= char <= "\udcff"
            what = f"{column}, {ord(char) - 0xDC00:#x}" if is_byte else column
            raise Refused("broken_bytes" if is_byte else "surrogate", what) from error
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text


def _language(metadata: dict[str, str]) -> Language:
    """Return the language a column told; what is none we know stays in the metadata."""
    said = metadata.pop("language", "")
    metadata.pop("language_from", None)
    if not said:
        return Language()
    code = _LANGUAGES.get(plain(said))
    if code is None:
        main = re.split(r"[-_]", said.casefold())[0]
        code = _LANGUAGES.get(main) or (main if _CODE.fullmatch(main) else None)
    if code is None:
        metadata["language_text"] = said
        return Language(UNKNOWN_LANGUAGE)
    return Language(code, 1.0)
