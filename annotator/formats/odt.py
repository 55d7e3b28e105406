"""Articles written in LibreOffice: the text of an .odt file (docs/formats/news-files.md)."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from annotator.errors import FormatError
from annotator.formats import packages
from annotator.formats.base import USUAL, FormatInfo, Kind, Left, Reading, ReadOptions, StandsAlone
from annotator.formats.news_file import Article, reading_of

_TEXT: Final = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_OFFICE: Final = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_MIME: Final = b"mimetypeapplication/vnd.oasis.opendocument.text"
_PARAGRAPHS: Final = frozenset({f"{_TEXT}p", f"{_TEXT}h"})
_PASSED_OVER: Final = frozenset({f"{_TEXT}tracked-changes", f"{_TEXT}sequence-decls"})
_BESIDE: Final = {f"{_TEXT}note": "footnotes", f"{_OFFICE}annotation": "comments"}
_SIGNS: Final = {f"{_TEXT}tab": "\t", f"{_TEXT}line-break": "\n"}
_BLANKS: Final = re.compile(r"[ \t\r\n]+")
_MOST_BLANKS: Final = 10_000
"""A file can ask for any number of blanks in one short element."""


class Odt(StandsAlone):
    """One article a file."""

    info = FormatInfo("odt", "OpenDocument text", (".odt",), reads=True, kind=Kind.NEWS)

    def accepts(self, head: bytes, path: Path) -> bool:  # noqa: ARG002 - the head says it
        return head.startswith(packages.MAGIC) and head[30:200].startswith(_MIME)

    def read(self, path: Path, options: ReadOptions = USUAL) -> Iterator[Reading]:  # noqa: ARG002
        return reading_of(path, _article)


FORMAT = Odt()


def _article(path: Path) -> Article:
    with packages.opened(path) as package:
        data = packages.part(path, package, "content.xml")
    root = None if data is None else packages.parsed(path, data)
    body = None if root is None else root.find(f"{_OFFICE}body/{_OFFICE}text")
    if body is None:
        raise FormatError(path, 0, "the package holds no text document")
    found = _Paragraphs()
    found.read(body)
    left = tuple(Left(name) for name in sorted(found.beside))
    return Article("\n".join(found.lines).strip("\n"), left=left)


class _Paragraphs:
    """Collects paragraphs in order, and what stands beside the text.

    Blanks run together as the standard has it (OpenDocument 1.3, 6.1.2); those that count are
    elements of their own. A box inside a paragraph has paragraphs of its own; they come before the
    one they hang on.
    """

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.beside: set[str] = set()
        self._open: list[list[str]] = []

    def read(self, body: Any) -> None:
        from lxml import etree

        walk = etree.iterwalk(body, events=("start", "end"))
        for event, element in walk:
            if event == "start":
                if self._is_passed_over(element.tag):
                    walk.skip_subtree()
                else:
                    self._begin(element)
            else:
                if element.tag in _PARAGRAPHS:
                    self.lines.append("".join(self._open.pop()).removesuffix(" "))
                if element is not body:
                    self._add(element.tail)

    def _is_passed_over(self, tag: object) -> bool:
        if tag in _BESIDE:
            self.beside.add(_BESIDE[str(tag)])
        return tag in _BESIDE or tag in _PASSED_OVER or not isinstance(tag, str)

    def _begin(self, element: Any) -> None:
        tag = element.tag
        if tag in _PARAGRAPHS:
            self._open.append([])
        if not self._open:
            return
        if tag == f"{_TEXT}s":
            self._open[-1].append(" " * _count(element.get(f"{_TEXT}c")))
        elif tag in _SIGNS:
            self._open[-1].append(_SIGNS[tag])
        else:
            self._add(element.text)

    def _add(self, written: str | None) -> None:
        if not written or not self._open:
            return
        words = _BLANKS.sub(" ", written)
        pieces = self._open[-1]
        if words[0] == " " and (not pieces or pieces[-1][-1] in " \t\n"):
            words = words[1:]
        if words:
            pieces.append(words)


def _count(value: str | None) -> int:
    """Return how many blanks are asked for: 1 to `_MOST_BLANKS`."""
    return max(1, min(int(value), _MOST_BLANKS)) if value and value.isdecimal() else 1
