"""Articles written in Word: the text of a .docx file (docs/formats/news-files.md)."""

import posixpath
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import unquote

from annotator.errors import FormatError
from annotator.formats import packages
from annotator.formats.base import USUAL, FormatInfo, Kind, Left, Reading, ReadOptions, StandsAlone
from annotator.formats.news_file import Article, reading_of

if TYPE_CHECKING:
    from zipfile import ZipFile

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT: Final = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
_RELATIONS: Final = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_MAIN: Final = "/officeDocument"
_SIGNS: Final = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011"}
_PASSED_OVER: Final = frozenset({"pPr", "rPr", "del", "moveFrom", "delText", "instrText"})
"""Settings, and what tracked changes took out."""
_FALLBACK: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
"""The same box once more, for older programs."""
_BESIDE: Final = {
    "footnoteReference": "footnotes",
    "endnoteReference": "footnotes",
    "commentReference": "comments",
}


class Docx(StandsAlone):
    """One article a file."""

    info = FormatInfo("docx", "Word document", (".docx",), reads=True, kind=Kind.NEWS)

    def accepts(self, head: bytes, path: Path) -> bool:
        return head.startswith(packages.MAGIC) and (
            b"word/" in head or packages.has_part(path, "word/document.xml")
        )

    def read(self, path: Path, options: ReadOptions = USUAL) -> Iterator[Reading]:  # noqa: ARG002
        return reading_of(path, _article)


FORMAT = Docx()


def _article(path: Path) -> Article:
    with packages.opened(path) as package:
        data = packages.part(path, package, _main_part(path, package))
    if data is None:
        raise FormatError(path, 0, "the package holds no document of Word")
    lines, beside = _lines(packages.parsed(path, data))
    text = "\n".join(lines).strip("\n")
    return Article(text, left=tuple(Left(name) for name in sorted(beside)))


def _main_part(path: Path, package: "ZipFile") -> str:
    data = packages.part(path, package, "_rels/.rels")
    if data is not None:
        for relation in packages.parsed(path, data).iter(f"{_RELATIONS}Relationship"):
            if relation.get("Type", "").endswith(_MAIN):
                target = unquote(relation.get("Target", "")).lstrip("/")
                return posixpath.normpath(target)
    return "word/document.xml"


def _lines(root: Any) -> tuple[list[str], set[str]]:
    """Return the paragraphs in order, and what stands beside the text.

    A box inside a paragraph has paragraphs of its own; they come before the one they hang on.
    """
    from lxml import etree

    lines: list[str] = []
    beside: set[str] = set()
    open_paragraphs: list[list[str]] = []
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        if not isinstance(element.tag, str):
            continue
        name = _name(element.tag)
        if event == "start":
            if name in _PASSED_OVER or element.tag == _FALLBACK:
                walk.skip_subtree()
            elif name == "p":
                open_paragraphs.append([])
            elif name in _BESIDE:
                beside.add(_BESIDE[name])
            elif open_paragraphs and name == "t":
                open_paragraphs[-1].append(element.text or "")
            elif open_paragraphs and name in _SIGNS:
                open_paragraphs[-1].append(_SIGNS[name])
        elif name == "p" and open_paragraphs:
            lines.append("".join(open_paragraphs.pop()))
    return lines, beside


def _name(tag: str) -> str:
    """Return the name of an element of Word, "" for one of another language."""
    for space in (_W, _STRICT):
        if tag.startswith(space):
            return tag[len(space) :]
    return ""
